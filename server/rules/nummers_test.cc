#include "server/rules/nummers.h"

#include <array>

#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

TEST(Loonheffingennummer, REG04_NineDigitsAnLTwoDigits) {
  for (const char* tekst : {"123456789L01", "000000000L00", "999999999L99", "000000001L10"}) {
    const auto nummer = Loonheffingennummer::Parse(tekst);
    ASSERT_TRUE(nummer.has_value()) << tekst;
    EXPECT_EQ(nummer->ToString(), tekst);
  }
  EXPECT_EQ(Loonheffingennummer::Parse("123456789L01")->number(), 12'345'678'901U);
  EXPECT_EQ(Loonheffingennummer::Parse("123456789L01"), kNummer);
}

TEST(Loonheffingennummer, REG04_ReadsNoOtherForm) {
  constexpr std::array kAndereVorm = {"",
                                      "123456789L1",
                                      "123456789L011",
                                      "12345678L01",
                                      "123456789l01",
                                      "123456789B01",
                                      "1234567890L1",
                                      "12345678 L01",
                                      "12345678xL01",
                                      "x23456789L01",
                                      "123456789Lx1",
                                      "123456789L0x",
                                      "123456789L 1",
                                      "12345678:L01",
                                      "123456789L0/",
                                      "+23456789L01"};
  for (const char* tekst : kAndereVorm) EXPECT_EQ(Loonheffingennummer::Parse(tekst), std::nullopt) << tekst;
}

TEST(Gemeentecode, REG02_FourDigits) {
  for (const char* tekst : {"0000", "0014", "0363", "1992", "9999"}) {
    const auto code = Gemeentecode::Parse(tekst);
    ASSERT_TRUE(code.has_value()) << tekst;
    EXPECT_EQ(code->ToString(), tekst);
  }
  for (const char* tekst : {"", "363", "00363", "036a", "x363", " 363", "-363", "036:", "03/6"}) {
    EXPECT_EQ(Gemeentecode::Parse(tekst), std::nullopt) << tekst;
  }
}

TEST(Percentage, LKS01_WholePercentFrom0To99) {
  EXPECT_EQ(Percentage::FromNumber(-1), std::nullopt);
  EXPECT_EQ(Percentage::FromNumber(100), std::nullopt);
  EXPECT_EQ(Percentage::FromNumber(256), std::nullopt);  // would fit again as a byte
  EXPECT_EQ(Percentage::FromNumber(-256), std::nullopt);
  for (int number = 0; number <= 99; ++number) {
    ASSERT_TRUE(Percentage::FromNumber(number).has_value()) << number;
    EXPECT_EQ(Percentage::FromNumber(number)->number(), number);
  }
}

TEST(Nummers, REG04_AreNotInterchangeable) {
  static_assert(Orderable<Loonheffingennummer, Loonheffingennummer> && Orderable<Gemeentecode, Gemeentecode>);
  static_assert(!Equatable<Gemeentecode, Loonheffingennummer> && !Equatable<Gemeentecode, int>);
  static_assert(!Equatable<Loonheffingennummer, Bsn> && !Equatable<Loonheffingennummer, int>);
  static_assert(!Equatable<Gemeentecode, Percentage> && !Equatable<Gemeentecode, const char*>);
  static_assert(!std::is_constructible_v<Loonheffingennummer, std::uint64_t>);
  static_assert(!std::is_constructible_v<Loonheffingennummer, const char*>);
  static_assert(!std::is_constructible_v<Gemeentecode, std::uint16_t>);
  static_assert(!std::is_default_constructible_v<Gemeentecode>);
  static_assert(!std::is_default_constructible_v<Loonheffingennummer>);
}

TEST(Nummers, LKS01_APercentageIsNotANumber) {
  static_assert(!std::is_constructible_v<Percentage, int> && !std::is_convertible_v<int, Percentage>);
  static_assert(!std::is_convertible_v<Percentage, int> && !std::is_default_constructible_v<Percentage>);
  static_assert(!Equatable<Percentage, int> && !Addable<Percentage, Percentage>);
  static_assert(!Percentage::FromNumber(100).has_value());
}

}  // namespace
}  // namespace ketenproef
