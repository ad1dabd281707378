// The simulated gemeenten over real stubs: DKD questions, deliveries, and their registers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server/app/chain_test.h"
#include "server/omgeving/sha256.h"
#include "server/wire/antwoord.h"

namespace ketenproef {
namespace {

using grpc::StatusCode;

class GemeenteTest : public ChainTest {
 protected:
  void SetUp() override {
    ChainTest::SetUp();
    gemeente_ = std::make_unique<Stubs>(Make("gemeente"));
    const std::string bsn = absl::StrCat("bsn: '", TestBsn(1), "' ");
    ASSERT_TRUE(gemeente_
                    ->Call(Request<v1::RegisterDoelgroepregistratieRequest>(absl::StrCat(
                        "doelgroepregistratie { ", bsn, "datum_van ", Datum("2010-01-01"), " }")))
                    .status.ok());
    ASSERT_TRUE(gemeente_
                    ->Call(Request<v1::RegisterDienstverbandRequest>(
                        absl::StrCat("dienstverband { ", bsn, "loonheffingennummer: '", kNummer,
                                     "' datum_van ", Datum("2010-01-01"), " }")))
                    .status.ok());
  }

  grpc::Status Lks(const std::string& code, const std::string& van, const std::string& tot,
                   int loonwaarde = 60) {
    return gemeente_
        ->Call(Request<v1::RegisterLksPeriodeRequest>(
            absl::StrCat("lks_periode { bsn: '", TestBsn(1), "' gemeentecode: '", code,
                         "' loonwaarde: ", loonwaarde, " forfaitair: false datum_van ", Datum(van),
                         tot.empty() ? "" : absl::StrCat(" datum_tot ", Datum(tot)), " }")))
        .status;
  }
  v1::LookupLksRequest Question(const std::string& code, const std::string& van, const std::string& tot) {
    return Request<v1::LookupLksRequest>(absl::StrCat("vraag_id: 'V' gemeentecode: '", code, "' bsn: '",
                                                      TestBsn(1), "' datum_van ", Datum(van), " datum_tot ",
                                                      Datum(tot), " tijdstip { seconds: ", kStart, " }"));
  }
  int Found(const std::string& code, const std::string& van, const std::string& tot) {
    const auto answer = gemeente_->Call(Question(code, van, tot));
    EXPECT_TRUE(answer.status.ok()) << answer.status.error_message();
    EXPECT_EQ(answer.response.antwoord(), answer.response.lks_perioden_size() > 0
                                              ? v1::LKS_ANTWOORD_GEVONDEN
                                              : v1::LKS_ANTWOORD_NIETS_GEVONDEN);
    return answer.response.lks_perioden_size();
  }
  std::int64_t Volgnummer() {
    return gemeente_->Call(Request<v1::GetOmgevingRequest>("naam: 'gemeente'"))
        .response.omgeving()
        .volgnummer();
  }

  std::unique_ptr<Stubs> gemeente_;
};

TEST_F(GemeenteTest, SIG02_LookupLksIncludesBothEnds) {
  ASSERT_TRUE(Lks("0363", "2024-02-01", "2024-02-29").ok());
  EXPECT_EQ(Found("0363", "2024-02-29", "2024-12-31"), 1);
  EXPECT_EQ(Found("0363", "2024-03-01", "2024-12-31"), 0);
  EXPECT_EQ(Found("0363", "2023-01-01", "2024-02-01"), 1);
  EXPECT_EQ(Found("0363", "2023-01-01", "2024-01-31"), 0);
  EXPECT_EQ(Found("0363", "2024-02-10", "2024-02-10"), 1);
  EXPECT_EQ(Found("0363", "1900-01-01", "2199-12-31"), 1);
  EXPECT_EQ(Found("0344", "2024-02-01", "2024-02-29"), 0);
}

TEST_F(GemeenteTest, LookupLksGivesWholePeriodsInOrderOfTheFirstDay) {
  ASSERT_TRUE(Lks("0363", "2024-07-01", "").ok());
  ASSERT_TRUE(Lks("0363", "2023-01-01", "2023-12-31").ok());
  const auto answer = gemeente_->Call(Question("0363", "2023-12-31", "2024-07-01"));
  ASSERT_EQ(answer.response.lks_perioden_size(), 2);
  EXPECT_EQ(answer.response.lks_perioden(0).datum_van().jaar(), 2023);
  EXPECT_EQ(answer.response.lks_perioden(0).datum_van().maand(), 1);
  EXPECT_EQ(answer.response.lks_perioden(1).datum_van().maand(), 7);
  EXPECT_FALSE(answer.response.lks_perioden(1).has_datum_tot());
}

// Weesp (0457) went into Amsterdam on 24 March 2022.
TEST_F(GemeenteTest, REG03_LookupLksOfAMergedGemeente) {
  ASSERT_TRUE(Lks("0457", "2021-01-01", "").ok());
  EXPECT_EQ(Found("0363", "2021-06-01", "2021-06-01"), 1);
  EXPECT_EQ(Found("0457", "2021-06-01", "2021-06-01"), 1);
  const auto answer = gemeente_->Call(Question("0363", "2021-06-01", "2021-06-01"));
  EXPECT_EQ(answer.response.lks_perioden(0).gemeentecode(), "0457");
}

TEST_F(GemeenteTest, LookupLksRefusals) {
  const auto refused = [&](auto change, const std::string& reason, const std::string& field) {
    v1::LookupLksRequest request = Question("0363", "2024-01-01", "2024-12-31");
    change(request);
    ExpectRefused(gemeente_->Call(request).status, StatusCode::INVALID_ARGUMENT, reason, {field});
  };
  refused([](auto& r) { r.set_gemeentecode("363"); }, "VELD_ONGELDIG", "gemeentecode");
  refused([](auto& r) { r.set_gemeentecode("9999"); }, "VELD_ONGELDIG", "gemeentecode");
  refused([](auto& r) { r.set_bsn(""); }, "BSN-01", "bsn");
  refused([](auto& r) { r.set_bsn("123456782"); }, "BSN-02", "bsn");
  refused([](auto& r) { r.clear_datum_van(); }, "VELD_ONGELDIG", "datum_van");
  refused([](auto& r) { r.mutable_datum_tot()->set_dag(32); }, "VELD_ONGELDIG", "datum_tot");
  refused([](auto& r) { r.mutable_datum_tot()->set_jaar(2023); }, "VELD_ONGELDIG", "datum_tot");
}

v1::DeliverRapportageRequest RapportageDelivery(const std::string& inhoud) {
  auto request = Request<v1::DeliverRapportageRequest>(
      absl::StrCat("bericht_id: 'R-1' gemeentecode: '0363' datum ", Datum("2025-01-07"),
                   " bestandsnaam: 'Re-integratie_signaalrapport_0363_20250107.csv'"));
  request.set_inhoud(inhoud);
  request.set_sha256(HexOf(Sha256(inhoud)));
  return request;
}

TEST_F(GemeenteTest, DL04_DeliverRapportageOncePerBerichtId) {
  const auto first = gemeente_->Call(RapportageDelivery("BSN\r\n"));
  ASSERT_TRUE(first.status.ok()) << first.status.error_message();
  EXPECT_FALSE(first.response.herhaald());
  const std::int64_t before = Volgnummer();
  EXPECT_TRUE(gemeente_->Call(RapportageDelivery("BSN\r\n")).response.herhaald());
  EXPECT_EQ(Volgnummer(), before);
  // Another gemeente has its own bericht-ids.
  auto other = RapportageDelivery("BSN\r\n");
  other.set_gemeentecode("0344");
  other.set_bestandsnaam("Re-integratie_signaalrapport_0344_20250107.csv");
  EXPECT_FALSE(gemeente_->Call(other).response.herhaald());
}

TEST_F(GemeenteTest, DeliverRapportageRefusals) {
  const auto refused = [&](auto change, const std::string& field) {
    v1::DeliverRapportageRequest request = RapportageDelivery("BSN\r\n");
    change(request);
    ExpectRefused(gemeente_->Call(request).status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {field});
  };
  refused([](auto& r) { r.set_bericht_id(""); }, "bericht_id");
  refused([](auto& r) { r.set_bericht_id(std::string(65, 'x')); }, "bericht_id");
  refused([](auto& r) { r.set_gemeentecode(""); }, "gemeentecode");
  refused([](auto& r) { r.clear_datum(); }, "datum");
  refused([](auto& r) { r.set_inhoud("anders"); }, "sha256");
  refused([](auto& r) { r.set_sha256(""); }, "sha256");
  refused([](auto& r) { r.set_aantal_rijen(-1); }, "aantal_rijen");
  refused([](auto& r) { r.set_aantal_rijen(1); }, "aantal_rijen");
  refused([](auto& r) { r.set_bestandsnaam("../../etc/passwd"); }, "bestandsnaam");
  auto longest = RapportageDelivery("BSN\r\n");
  longest.set_bericht_id(std::string(64, 'x'));
  EXPECT_TRUE(gemeente_->Call(longest).status.ok());
}

// "The bytes of the report, at most 4,000,000."
TEST_F(GemeenteTest, DeliverRapportageBoundOfItsBytes) {
  EXPECT_TRUE(gemeente_->Call(RapportageDelivery(std::string(4'000'000, 'x'))).status.ok());
  auto request = RapportageDelivery(std::string(4'000'001, 'x'));
  request.set_bericht_id("R-2");
  EXPECT_FALSE(gemeente_->Call(request).status.ok());
}

v1::DeliverMeldingRequest MeldingDelivery(const std::string& melding) {
  return Request<v1::DeliverMeldingRequest>(
      absl::StrCat("bericht_id: 'D-1' gemeentecode: '0363' datum ", Datum("2025-01-07"), " ", melding));
}
std::string DoorleveringText() {
  return absl::StrCat("doorlevering { soort: DOORLEVERINGSOORT_ZIEK loonheffingennummer: '", kNummer,
                      "' kenmerk: 'Z' verwijst_naar: 'Z' bsn: '", TestBsn(1), "' datum_ingang ",
                      Datum("2025-01-06"), " }");
}
std::string BerichtText() {
  return absl::StrCat("bericht { soort: BERICHTSOORT_INGETROKKEN loonheffingennummer: '", kNummer,
                      "' kenmerk: 'Z' bsn: '", TestBsn(1), "' }");
}

TEST_F(GemeenteTest, DL04_DeliverMeldingOncePerBerichtId) {
  EXPECT_FALSE(gemeente_->Call(MeldingDelivery(DoorleveringText())).response.herhaald());
  const std::int64_t before = Volgnummer();
  EXPECT_TRUE(gemeente_->Call(MeldingDelivery(DoorleveringText())).response.herhaald());
  EXPECT_EQ(Volgnummer(), before);
  auto bericht = MeldingDelivery(BerichtText());
  bericht.set_bericht_id("B-1");
  EXPECT_FALSE(gemeente_->Call(bericht).response.herhaald());
  EXPECT_TRUE(gemeente_->Call(bericht).response.herhaald());
}

TEST_F(GemeenteTest, DeliverMeldingRefusals) {
  const auto refused = [&](const std::string& melding, auto change, const std::string& reason,
                           const std::string& field) {
    v1::DeliverMeldingRequest request = MeldingDelivery(melding);
    change(request);
    ExpectRefused(gemeente_->Call(request).status, StatusCode::INVALID_ARGUMENT, reason, {field});
  };
  refused(
      "", [](auto&) {}, "VELD_ONGELDIG", "melding");
  refused(
      DoorleveringText(), [](auto& r) { r.set_bericht_id(""); }, "VELD_ONGELDIG", "bericht_id");
  refused(
      DoorleveringText(), [](auto& r) { r.set_gemeentecode("9999"); }, "VELD_ONGELDIG", "gemeentecode");
  refused(
      DoorleveringText(), [](auto& r) { r.mutable_doorlevering()->clear_soort(); }, "VELD_ONGELDIG", "soort");
  refused(
      DoorleveringText(), [](auto& r) { r.mutable_doorlevering()->clear_kenmerk(); }, "VELD_ONGELDIG",
      "kenmerk");
  refused(
      DoorleveringText(), [](auto& r) { r.mutable_doorlevering()->set_kenmerk(std::string(257, 'x')); },
      "VELD_ONGELDIG", "kenmerk");
  refused(
      DoorleveringText(), [](auto& r) { r.mutable_doorlevering()->clear_verwijst_naar(); }, "VELD_ONGELDIG",
      "verwijst_naar");
  refused(
      DoorleveringText(), [](auto& r) { r.mutable_doorlevering()->clear_datum_ingang(); }, "VELD_ONGELDIG",
      "datum_ingang");
  refused(
      DoorleveringText(), [](auto& r) { r.mutable_doorlevering()->set_bsn("123456782"); }, "BSN-02", "bsn");
  refused(
      BerichtText(), [](auto& r) { r.mutable_bericht()->clear_soort(); }, "VELD_ONGELDIG", "soort");
  refused(
      BerichtText(), [](auto& r) { r.mutable_bericht()->set_bsn("1"); }, "BSN-01", "bsn");
  refused(
      BerichtText(), [](auto& r) { r.mutable_bericht()->clear_loonheffingennummer(); }, "VELD_ONGELDIG",
      "loonheffingennummer");
}

TEST_F(GemeenteTest, LKS_RegistersAndTheirRules) {
  EXPECT_TRUE(Lks("0363", "2024-01-01", "2024-06-30").ok());
  ExpectRefused(Lks("0363", "2024-06-30", ""), StatusCode::FAILED_PRECONDITION, "LKS-06");
  ExpectRefused(Lks("0363", "2009-12-31", "2009-12-31"), StatusCode::FAILED_PRECONDITION, "LKS-04");
  ExpectRefused(Lks("9999", "2025-01-01", ""), StatusCode::INVALID_ARGUMENT, "LKS-01", {"gemeentecode"});
  ExpectRefused(Lks("0363", "2025-01-02", "2025-01-01"), StatusCode::INVALID_ARGUMENT, "LKS-01",
                {"datum_tot"});
  const auto low = gemeente_->Call(Request<v1::RegisterLksPeriodeRequest>(absl::StrCat(
      "lks_periode { bsn: '", TestBsn(1), "' gemeentecode: '0363' loonwaarde: 29 forfaitair: false ",
      "datum_van ", Datum("2025-01-01"), " }")));
  ASSERT_EQ(low.response.verwerkt().waarschuwingen_size(), 1);
  EXPECT_EQ(low.response.verwerkt().waarschuwingen(0).regel(), "LKS-02");
  const auto end = [&](const std::string& tot) {
    return gemeente_
        ->Call(Request<v1::EndLksPeriodeRequest>(
            absl::StrCat("einde_lks_periode { bsn: '", TestBsn(1), "' datum_tot ", Datum(tot), " }")))
        .status;
  };
  ExpectRefused(end("2024-12-31"), StatusCode::FAILED_PRECONDITION, "LKS-07");
  EXPECT_TRUE(end("2025-01-01").ok());
  ExpectRefused(end("2025-01-02"), StatusCode::FAILED_PRECONDITION, "LKS-07");
  const auto list =
      gemeente_->Call(Request<v1::ListLksPeriodenRequest>(absl::StrCat("bsn: '", TestBsn(1), "'")));
  EXPECT_EQ(list.response.lks_perioden_size(), 2);
}

TEST_F(GemeenteTest, REG02_WoonplaatsenInOrderOfAcceptance) {
  const auto woonplaats = [&](const std::string& code, const std::string& van) {
    return gemeente_
        ->Call(Request<v1::RegisterWoonplaatsRequest>(absl::StrCat(
            "woonplaats { bsn: '", TestBsn(1), "' gemeentecode: '", code, "' datum_van ", Datum(van), " }")))
        .status;
  };
  EXPECT_TRUE(woonplaats("0363", "2024-01-01").ok());
  EXPECT_TRUE(woonplaats("0363", "2024-01-01").ok());
  EXPECT_TRUE(woonplaats("", "2020-01-01").ok());
  EXPECT_TRUE(woonplaats("0457", "2020-01-01").ok());
  ExpectRefused(woonplaats("9999", "2024-01-01"), StatusCode::INVALID_ARGUMENT, "REG-02", {"gemeentecode"});
  const auto list =
      gemeente_->Call(Request<v1::ListWoonplaatsenRequest>(absl::StrCat("bsn: '", TestBsn(1), "'")));
  ASSERT_EQ(list.response.woonplaatsen_size(), 4);
  EXPECT_EQ(list.response.woonplaatsen(2).gemeentecode(), "");
  EXPECT_EQ(list.response.woonplaatsen(3).gemeentecode(), "0457");
}

}  // namespace
}  // namespace ketenproef
