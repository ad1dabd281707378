#include "server/rules/signaalrapport.h"

#include <algorithm>
#include <random>

#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

constexpr char kKop[] =
    "BSN;Datum einde uitkeringsverhouding;Datum einde arbeidsverhouding;Datum eerste AO-dag\r\n";

Rapportrij Rij(Bsn bsn, OptionalDag einde_uitkering) {
  return {Signaalsoort::kEerste, Tijdstip(),     bsn, Gevalnummer{0}, Meldingnummer{0}, "2025-01-06"_dag,
          "2025-01-31"_dag,      einde_uitkering};
}

// What orders a row.
Rapportrij Volgorde(Signaalsoort soort, std::int64_t toegekend, Bsn bsn, std::uint32_t geval,
                    std::uint32_t herstelmelding) {
  Rapportrij rij = Rij(bsn, {});
  rij.soort = soort;
  rij.toegekend = Tijdstip::FromUnixNanos(toegekend);
  rij.geval = Gevalnummer{geval};
  rij.herstelmelding = Meldingnummer{herstelmelding};
  return rij;
}

TEST(Signaalrapport, CSV01_TheHeaderNamesTheColumns) {
  EXPECT_EQ(RenderSignaalrapport({}, {}), kKop);
}

TEST(Signaalrapport, CSV02_SemicolonCompactDatesAndCrlf) {
  const Bsn nullen = Bsn::FromTrustedNumber(12);
  EXPECT_EQ(
      RenderSignaalrapport({Rij(kBsn, {}), Rij(nullen, "2025-02-28"_dag)}, {}),
      std::string(kKop) + "999990019;;20250131;20250106\r\n" + "000000012;20250228;20250131;20250106\r\n");
}

TEST(Signaalrapport, CSV02_SeparatorAndDateFormAreSettings) {
  for (const char teken : {';', ',', '|', '\t'}) {
    std::string expected = std::string(kKop) + "999990019;2025-02-28;2025-01-31;2025-01-06\r\n" +
                           "999990020;;2025-01-31;2025-01-06\r\n";
    std::replace(expected.begin(), expected.end(), ';', teken);
    EXPECT_EQ(RenderSignaalrapport({Rij(kBsn, "2025-02-28"_dag), Rij(kAndereBsn, {})},
                                   {teken, Datumvorm::kJjjjMmDd}),
              expected);
  }
}

TEST(Signaalrapport, CSV02_TheDefaultIsSemicolonAndCompact) {
  EXPECT_EQ(Rapportvorm(), (Rapportvorm{';', Datumvorm::kJjjjmmdd}));
}

// In the order of CSV-03, no two alike.
std::vector<Rapportrij> InOrder() {
  constexpr auto kEerste = Signaalsoort::kEerste;
  constexpr auto kVervolg = Signaalsoort::kVervolg;
  return {
      Volgorde(kEerste, -5, kAndereBsn, 9, 0), Volgorde(kEerste, 1, kAndereBsn, 8, 0),
      Volgorde(kEerste, 2, kBsn, 6, 0),        Volgorde(kEerste, 2, kBsn, 7, 0),
      Volgorde(kEerste, 2, kAndereBsn, 1, 0),  Volgorde(kEerste, 3, kBsn, 0, 0),
      Volgorde(kVervolg, 3, kAndereBsn, 5, 4), Volgorde(kVervolg, 1, kBsn, 4, 5),
      Volgorde(kVervolg, 0, kBsn, 3, 6),
  };
}

TEST(Signaalrapport, CSV03_FirstSignalsByToekenningThenBsnFollowUpsByHerstelmelding) {
  const std::vector<Rapportrij> rijen = InOrder();
  for (std::size_t a = 0; a < rijen.size(); ++a) {
    for (std::size_t b = 0; b < rijen.size(); ++b) {
      EXPECT_EQ(ComesBefore(rijen[a], rijen[b]), a < b) << a << " and " << b;
    }
  }
}

TEST(Signaalrapport, CSV03_AnyOrderIsSortedTheSame) {
  std::mt19937 random(20250131);
  for (int ronde = 0; ronde < 50; ++ronde) {
    std::vector<Rapportrij> rijen = InOrder();
    std::shuffle(rijen.begin(), rijen.end(), random);
    std::sort(rijen.begin(), rijen.end(), ComesBefore);
    const std::vector<Rapportrij> expected = InOrder();
    for (std::size_t i = 0; i < rijen.size(); ++i) ASSERT_EQ(rijen[i].geval, expected[i].geval) << ronde;
  }
}

TEST(Signaalrapport, CSV04_FileNameHasGemeenteAndDay) {
  EXPECT_EQ(Bestandsnaam(kAmsterdam, "2025-02-01"_dag), "Re-integratie_signaalrapport_0363_20250201.csv");
  EXPECT_EQ(Bestandsnaam(kGroningen, "2024-12-31"_dag), "Re-integratie_signaalrapport_0014_20241231.csv");
}

TEST(Signaalrapport, NOT01_TheSubjectIsThisToTheLetter) {
  EXPECT_EQ(kOnderwerpNotificatie, "er staat een 'Re-integratie_signaalrapport' voor u klaar");
}

}  // namespace
}  // namespace ketenproef
