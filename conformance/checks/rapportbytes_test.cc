#include "conformance/checks/rapportbytes.h"

#include <gtest/gtest.h>

namespace ketenproef::conformance {
namespace {

v1::Rapport OneRow() {
  v1::Rapport rapport;
  rapport.set_gemeentecode("0363");
  rapport.set_datum("2025-04-01");
  v1::Rij& rij = *rapport.add_rij();
  rij.set_bsn("000000012");
  rij.set_einde_arbeidsverhouding("2025-03-31");
  rij.set_eerste_ao_dag("2025-03-03");
  return rapport;
}

TEST(Rapportbytes, CSV01_CSV02_HeaderAndRow) {
  EXPECT_EQ(RapportBytes(OneRow(), {}),
            "BSN;Datum einde uitkeringsverhouding;Datum einde arbeidsverhouding;Datum eerste AO-dag\r\n"
            "000000012;;20250331;20250303\r\n");
}

TEST(Rapportbytes, CSV02_SeparatorAndDateForm) {
  v1::Environment environment;
  environment.set_scheidingsteken("|");
  environment.set_datumvorm("JJJJ-MM-DD");
  v1::Rapport rapport = OneRow();
  rapport.mutable_rij(0)->set_einde_uitkeringsverhouding("2025-04-01");
  EXPECT_EQ(RapportBytes(rapport, RapportvormOf(environment)),
            "BSN|Datum einde uitkeringsverhouding|Datum einde arbeidsverhouding|Datum eerste AO-dag\r\n"
            "000000012|2025-04-01|2025-03-31|2025-03-03\r\n");
}

TEST(Rapportbytes, CSV03_BerichtenOnlyIsTheHeaderAlone) {
  v1::Rapport rapport = OneRow();
  rapport.clear_rij();
  const std::string bytes = RapportBytes(rapport, RapportvormOf({}));
  EXPECT_EQ(RowsOf(bytes), 0);
  EXPECT_EQ(RowsOf(RapportBytes(OneRow(), {})), 1);
  EXPECT_EQ(RowsOf(""), 0);
}

TEST(Rapportbytes, CSV04_NameHasTheDateWithoutHyphens) {
  EXPECT_EQ(Bestandsnaam(OneRow()), "Re-integratie_signaalrapport_0363_20250401.csv");
}

TEST(Rapportbytes, CSV05_Sha256) {
  EXPECT_EQ(Sha256Of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace ketenproef::conformance
