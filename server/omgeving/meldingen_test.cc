#include "server/omgeving/meldingen.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace ketenproef {
namespace {

Loonheffingennummer Werkgever(std::uint64_t number) {
  return Loonheffingennummer::FromTrustedNumber(number);
}

Melding Message(std::uint64_t lh, absl::string_view kenmerk, std::int64_t volgnummer = 1) {
  return {Werkgever(lh),
          kenmerk,
          volgnummer,
          Gevalnummer{0},
          Dag(),
          {},
          Opdrachtsoort::kZiekmelding,
          /*is_herstel_part=*/false};
}

TEST(Meldingen, ZM07_FindsByLoonheffingennummerAndKenmerkTogether) {
  Meldingen meldingen;
  EXPECT_EQ(meldingen.Add(Message(1, "a")), Meldingnummer{0});
  EXPECT_EQ(meldingen.Add(Message(2, "a")), Meldingnummer{1});
  EXPECT_EQ(meldingen.Add(Message(1, "b")), Meldingnummer{2});
  EXPECT_EQ(meldingen.Find(Werkgever(1), "a"), Meldingnummer{0});
  EXPECT_EQ(meldingen.Find(Werkgever(2), "a"), Meldingnummer{1});
  EXPECT_EQ(meldingen.Find(Werkgever(1), "b"), Meldingnummer{2});
  EXPECT_EQ(meldingen.Find(Werkgever(2), "b"), std::nullopt);
  EXPECT_EQ(meldingen.Find(Werkgever(1), ""), std::nullopt);
  EXPECT_EQ(meldingen.Find(Werkgever(1), "A"), std::nullopt);
}

TEST(Meldingen, KeepsItsOwnCopyOfTheKenmerk) {
  Meldingen meldingen;
  std::string kenmerk = "kenmerk-1";
  meldingen.Add(Message(1, kenmerk));
  kenmerk.assign("overschreven");
  EXPECT_EQ(meldingen.Get(Meldingnummer{0}).kenmerk, "kenmerk-1");
  EXPECT_EQ(meldingen.Find(Werkgever(1), "kenmerk-1"), Meldingnummer{0});
}

TEST(Meldingen, ACombinedMessageIsFoundByItsZiekPart) {
  Meldingen meldingen;
  meldingen.Add(Message(1, "eerder"));
  Melding ziek = Message(1, "beide", 7);
  ziek.soort = Opdrachtsoort::kZiekEnHerstelmelding;
  meldingen.Add(ziek);
  Melding herstel = ziek;
  herstel.kenmerk = {};
  herstel.is_herstel_part = true;
  EXPECT_EQ(meldingen.Add(herstel), Meldingnummer{2});
  EXPECT_EQ(meldingen.Find(Werkgever(1), "beide"), Meldingnummer{1});
  EXPECT_EQ(meldingen.Find(Werkgever(1), ""), std::nullopt);
  EXPECT_EQ(meldingen.Get(Meldingnummer{2}).kenmerk, "beide");
  EXPECT_EQ(meldingen.size(), 3U);
}

TEST(Meldingen, HoldsMany) {
  Meldingen meldingen;
  constexpr std::uint32_t kAantal = 20'000;
  for (std::uint32_t i = 0; i < kAantal; ++i) meldingen.Add(Message(i % 7, absl::StrCat("k", i), i));
  for (std::uint32_t i = 0; i < kAantal; ++i) {
    ASSERT_EQ(meldingen.Find(Werkgever(i % 7), absl::StrCat("k", i)), Meldingnummer{i});
    ASSERT_EQ(meldingen.Get(Meldingnummer{i}).volgnummer, i);
  }
}

}  // namespace
}  // namespace ketenproef
