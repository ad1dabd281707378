#include "server/rules/bsn.h"

#include <array>
#include <string>

#include "absl/strings/str_format.h"
#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

// BSN-01 in its own words.
bool PassesElfproef(const std::string& nummer) {
  constexpr std::array kGewichten = {9, 8, 7, 6, 5, 4, 3, 2, -1};
  int som = 0;
  for (std::size_t i = 0; i < 9; ++i) som += kGewichten[i] * (nummer[i] - '0');
  return som % 11 == 0;
}

TEST(Bsn, BSN01_AcceptsTheElfproefAndNothingElse) {
  for (const int begin : {0, 1, 100'000, 111'220'000, 123'450'000, 899'999'000, 999'990'000}) {
    for (int nummer = begin; nummer < begin + 1'000; ++nummer) {
      const std::string tekst = absl::StrFormat("%09d", nummer);
      ASSERT_EQ(Bsn::Parse(tekst).has_value(), nummer != 0 && PassesElfproef(tekst)) << tekst;
    }
  }
}

TEST(Bsn, BSN01_EveryPositionHasItsWeight) {
  EXPECT_TRUE(Bsn::Parse("111222333").has_value());  // 9+8+7 + 12+10+8 + 9+6-3 = 66
  for (std::size_t at = 0; at < 9; ++at) {
    std::string tekst = "111222333";
    ++tekst[at];
    EXPECT_FALSE(Bsn::Parse(tekst).has_value()) << tekst;
  }
}

TEST(Bsn, BSN01_KeepsLeadingZeros) {
  const auto bsn = Bsn::Parse("000000012");  // 1*2 - 2
  ASSERT_TRUE(bsn.has_value());
  EXPECT_EQ(bsn->number(), 12U);
  EXPECT_EQ(bsn->Digits(), "000000012");
  EXPECT_EQ(Bsn::Parse("999990019")->Digits(), "999990019");
}

TEST(Bsn, BSN01_RefusesNineZeros) {
  EXPECT_EQ(Bsn::Parse("000000000"), std::nullopt);
}

TEST(Bsn, BSN01_RefusesOtherText) {
  constexpr std::array kAndereTekst = {
      "",          "12",        "11122233",  "1112223330", "0111222333", " 11222333",  "11122233 ",
      "+11222333", "-00000012", "00000001:", "00000001/",  "0000000a2",  "111.222.33", "00000001\xB2"};
  for (const char* tekst : kAndereTekst) EXPECT_EQ(Bsn::Parse(tekst), std::nullopt) << tekst;
  EXPECT_EQ(Bsn::Parse(absl::string_view("00000001\0", 9)), std::nullopt);
  // The neighbours of the digits, where they would pass the elfproef as 10 and -1.
  EXPECT_EQ(Bsn::Parse("0000000:9"), std::nullopt);
  EXPECT_EQ(Bsn::Parse("0000000/9"), std::nullopt);
}

TEST(Bsn, BSN02_RangesOfAnEnvironment) {
  struct Geval {
    std::uint32_t nummer;
    bool testreeks;
    bool negenreeks;
  };
  constexpr Geval kGevallen[] = {
      {1, true, false},           {12, true, false},           {99'999, true, false},
      {100'000, false, false},    {123'456'782, false, false}, {899'999'999, false, false},
      {900'000'000, false, true}, {999'989'999, false, true},  {999'990'000, true, true},
      {999'999'999, true, true},
  };
  for (const Geval& geval : kGevallen) {
    SCOPED_TRACE(geval.nummer);
    const Bsn bsn = Bsn::FromTrustedNumber(geval.nummer);
    EXPECT_EQ(Contains(BsnReeks::kTestreeks, bsn), geval.testreeks);
    EXPECT_EQ(Contains(BsnReeks::kNegenreeks, bsn), geval.negenreeks);
    EXPECT_TRUE(Contains(BsnReeks::kAlle, bsn));
  }
}

template <typename T>
concept HasToString = requires(T t) {
  t.ToString();
};
template <typename T>
concept Printable = requires(T t, std::ostream& out) {
  out << t;
};

TEST(Bsn, BSN03_DoesNotPrintItself) {
  static_assert(!HasToString<Bsn> && !Printable<Bsn>);
  static_assert(!std::is_convertible_v<Bsn, std::string> && !std::is_convertible_v<Bsn, std::uint32_t>);
}

TEST(Bsn, BSN01_IsMadeFromTextOnly) {
  static_assert(!std::is_constructible_v<Bsn, int> && !std::is_constructible_v<Bsn, std::uint32_t>);
  static_assert(!std::is_convertible_v<int, Bsn> && !std::is_constructible_v<Bsn, const char*>);
  static_assert(!std::is_default_constructible_v<Bsn>);
  static_assert(Orderable<Bsn, Bsn> && !Equatable<Bsn, int> && !Equatable<Bsn, Loonheffingennummer>);
  static_assert(!Addable<Bsn, int> && !Addable<Bsn, Bsn>);
}

}  // namespace
}  // namespace ketenproef
