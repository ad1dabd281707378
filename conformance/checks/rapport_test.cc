#include "conformance/checks/rapport.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_replace.h"

namespace ketenproef::conformance {
namespace {

v1::Rapport Expected() {
  v1::Rapport rapport;
  rapport.set_gemeentecode("0363");
  rapport.set_datum("2025-05-31");
  for (const char* bsn : {"999990007", "999990019"}) {
    v1::Rij& rij = *rapport.add_rij();
    rij.set_bsn(bsn);
    rij.set_einde_arbeidsverhouding("2025-05-30");
    rij.set_eerste_ao_dag("2025-03-10");
  }
  return rapport;
}

constexpr char kHeader[] =
    "BSN;Datum einde uitkeringsverhouding;Datum einde arbeidsverhouding;Datum eerste AO-dag";

std::string Bytes() {
  return std::string(kHeader) + "\r\n999990007;;20250530;20250310\r\n999990019;;20250530;20250310\r\n";
}

// The rule that is named for a report of these bytes; empty: all is well.
std::string Blamed(const std::string& bytes,
                   const std::string& name = "Re-integratie_signaalrapport_0363_20250531.csv",
                   const std::string& sha256_of = "") {
  const Values values("handleiding");
  v1::CaseResult result;
  Findings findings(values, &result);
  findings.BeginStep(1, "SIG-01", std::nullopt);
  DownloadedRapport rapport;
  rapport.bytes = bytes;
  rapport.description.set_bestandsnaam(name);
  rapport.description.set_sha256(Sha256Of(sha256_of.empty() ? bytes : sha256_of));
  rapport.description.set_aantal_bytes(static_cast<std::int64_t>(bytes.size()));
  rapport.description.set_aantal_rijen(RowsOf(bytes));
  CheckRapport(Expected(), {}, rapport, &findings);
  return result.findings().empty() ? "" : result.findings(0).regel();
}

TEST(Rapport, CSV01_TheRightBytesPass) {
  EXPECT_EQ(Blamed(Bytes()), "");
}

TEST(Rapport, CSV01_AHeaderThatIsAnotherIsBlamedOnIt) {
  EXPECT_EQ(Blamed(absl::StrReplaceAll(Bytes(), {{"eerste AO-dag", "eerste AO dag"}})), "CSV-01");
  EXPECT_EQ(Blamed(""), "CSV-01");
}

TEST(Rapport, CSV02_FormIsBlamedOnIt) {
  EXPECT_EQ(Blamed(absl::StrReplaceAll(Bytes(), {{"\r\n", "\n"}})), "CSV-02");
  EXPECT_EQ(Blamed("\xEF\xBB\xBF" + Bytes()), "CSV-02");
  EXPECT_EQ(Blamed(absl::StrReplaceAll(Bytes(), {{";", ","}})), "CSV-02");
  EXPECT_EQ(Blamed(absl::StrReplaceAll(Bytes(), {{"20250310", "2025-03-10"}})), "CSV-02");
  EXPECT_EQ(Blamed(absl::StrReplaceAll(Bytes(), {{"999990007", "\"999990007\""}})), "CSV-02");
}

TEST(Rapport, CSV03_TheOrderOfRowsIsBlamedOnIt) {
  EXPECT_EQ(
      Blamed(std::string(kHeader) + "\r\n999990019;;20250530;20250310\r\n999990007;;20250530;20250310\r\n"),
      "CSV-03");
}

TEST(Rapport, SIG01_ARowThatIsAnotherIsBlamedOnTheRuleOfTheStep) {
  EXPECT_EQ(Blamed(absl::StrReplaceAll(Bytes(), {{"20250310", "20250311"}})), "SIG-01");
  EXPECT_EQ(Blamed(std::string(kHeader) + "\r\n999990007;;20250530;20250310\r\n"), "SIG-01");
}

TEST(Rapport, CSV04_CSV05_NameAndDescription) {
  EXPECT_EQ(Blamed(Bytes(), "signaalrapport_0363_20250531.csv"), "CSV-04");
  EXPECT_EQ(Blamed(Bytes(), "Re-integratie_signaalrapport_0363_20250531.csv", "others"), "CSV-05");
}

}  // namespace
}  // namespace ketenproef::conformance
