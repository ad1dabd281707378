#include "conformance/runner/inhoud.h"

#include <gtest/gtest.h>

#include <set>

#include "conformance/checks/rapportbytes.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

TEST(Inhoud, DaysNeedNotExist) {
  EXPECT_EQ(DatumOfForm("2025-02-30").ShortDebugString(), "jaar: 2025 maand: 2 dag: 30");
  EXPECT_EQ(DatumOfForm("gisteren").ShortDebugString(), "");
}

TEST(Inhoud, DoorleveringAndBericht) {
  v1::Doorlevering doorlevering;
  doorlevering.set_soort("HERSTEL");
  doorlevering.set_kenmerk("M-2");
  doorlevering.set_bsn("999990007");
  EXPECT_EQ(DoorleveringinhoudOf(doorlevering).soort(), contract::DOORLEVERINGSOORT_HERSTEL);
  EXPECT_EQ(DoorleveringinhoudOf(doorlevering).verwijst_naar(), "M-2");
  EXPECT_FALSE(DoorleveringinhoudOf(doorlevering).has_datum_ingang());
  doorlevering.set_verwijst_naar("M-1");
  doorlevering.set_datum_ingang("2025-03-01");
  EXPECT_EQ(DoorleveringinhoudOf(doorlevering).verwijst_naar(), "M-1");
  EXPECT_EQ(DoorleveringinhoudOf(doorlevering).datum_ingang().dag(), 1);
  v1::Bericht bericht;
  bericht.set_soort("INGETROKKEN");
  EXPECT_EQ(BerichtinhoudOf(bericht).soort(), contract::BERICHTSOORT_INGETROKKEN);
}

TEST(Inhoud, ASoortThatThereIsNotIsSentAsUnknown) {
  v1::Doorlevering doorlevering;
  EXPECT_EQ(DoorleveringinhoudOf(doorlevering).soort(), contract::DOORLEVERINGSOORT_UNSPECIFIED);
  doorlevering.set_soort("ONTSLAG");
  EXPECT_EQ(contract::Doorleveringsoort_Name(DoorleveringinhoudOf(doorlevering).soort()), "");
  v1::Bericht bericht;
  bericht.set_soort("ONTSLAG");
  EXPECT_EQ(contract::Berichtsoort_Name(BerichtinhoudOf(bericht).soort()), "");
}

TEST(Inhoud, AReportOfExactlySoManyBytes) {
  for (const int bytes : {118, 126, 4'000, 4'002, 4'004, 40'000, 1'000'000}) {
    v1::Rapport rapport;
    rapport.set_datum("2025-03-01");
    ASSERT_TRUE(AddRows(bytes, &rapport).ok()) << bytes;
    EXPECT_EQ(RapportBytes(rapport, {}).size(), static_cast<std::size_t>(bytes));
  }
  for (const int bytes : {0, 87, 90, 119, 120, 4'001}) {
    v1::Rapport rapport;
    rapport.set_datum("2025-03-01");
    EXPECT_FALSE(AddRows(bytes, &rapport).ok()) << bytes;
  }
  v1::Rapport none;
  EXPECT_FALSE(AddRows(4'000, &none).ok()) << "without a day";
}

TEST(Inhoud, BSN02_MadeUpRowsAreOfTheTestreeks) {
  v1::Rapport rapport;
  rapport.set_datum("2025-03-01");
  ASSERT_TRUE(AddRows(40'000, &rapport).ok());
  std::set<std::string> bsns;
  for (const v1::Rij& rij : rapport.rij()) {
    EXPECT_EQ(rij.bsn().substr(0, 5), "99999");
    EXPECT_EQ(rij.bsn().size(), 9U);
    bsns.insert(rij.bsn());
  }
  EXPECT_GT(bsns.size(), 500U);
}

}  // namespace
}  // namespace ketenproef::conformance
