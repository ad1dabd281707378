// The sample gemeenten that serve: what they answer, what they keep, and what a crash does not undo.
#include <gmock/gmock.h>
#include <grpcpp/create_channel.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/sut/sample_process.h"
#include "server/app/chain_test.h"
#include "server/omgeving/sha256.h"
#include "server/wire/antwoord.h"

namespace ketenproef {
namespace {

using grpc::StatusCode;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

constexpr char kReport[] = "BSN;Datum einde uitkeringsverhouding\r\n999990007;\r\n";
constexpr char kReportName[] = "Re-integratie_signaalrapport_0363_20250301.csv";

class Gemeente : public testing::TestWithParam<const char*> {
 protected:
  // Starts it, or starts it anew after a stop, with more of its configuration.
  void Start(const std::string& extra = "") {
    process_.emplace(GetParam(), absl::StrCat(R"({"mode": "serve", "gemeentecodes": ["0363", "0599"], )",
                                              extra, R"("folder": ")", folder_.path().string(), "\"}"));
    const std::string address = process_->Address();
    ASSERT_FALSE(address.empty());
    stubs_ = std::make_unique<Stubs>(grpc::CreateChannel(address, grpc::InsecureChannelCredentials()), "");
  }

  v1::LookupLksResponse Lookup(const std::string& van, const std::string& tot,
                               const std::string& bsn = "999990007") {
    const auto answer = stubs_->Call(
        Request<v1::LookupLksRequest>(absl::StrCat("vraag_id: 'V-1' gemeentecode: '0363' bsn: '", bsn,
                                                   "' datum_van ", Datum(van), " datum_tot ", Datum(tot))));
    EXPECT_TRUE(answer.status.ok()) << answer.status.error_message();
    return answer.response;
  }
  // First days of what was found; also checks that the answer says that it found something.
  std::vector<int> FoundYears(const std::string& van, const std::string& tot) {
    const v1::LookupLksResponse answer = Lookup(van, tot);
    std::vector<int> years;
    for (const auto& periode : answer.lks_perioden()) years.push_back(periode.datum_van().jaar());
    EXPECT_EQ(answer.antwoord(), years.empty() ? v1::LKS_ANTWOORD_NIETS_GEVONDEN : v1::LKS_ANTWOORD_GEVONDEN);
    return years;
  }

  static v1::DeliverRapportageRequest Report(const std::string& bericht_id) {
    auto request = Request<v1::DeliverRapportageRequest>(
        absl::StrCat("bericht_id: '", bericht_id, "' gemeentecode: '0363' datum ", Datum("2025-03-01"),
                     " aantal_rijen: 1 tijdstip { seconds: 1740805200 }"));
    request.set_bestandsnaam(kReportName);
    request.set_inhoud(kReport);
    request.set_sha256(HexOf(Sha256(kReport)));
    return request;
  }
  static v1::DeliverMeldingRequest Melding(const std::string& bericht_id) {
    return Request<v1::DeliverMeldingRequest>(absl::StrCat(
        "bericht_id: '", bericht_id, "' gemeentecode: '0363' datum ", Datum("2025-01-07"),
        " doorlevering { soort: DOORLEVERINGSOORT_ZIEK loonheffingennummer: '", kNummer,
        "' kenmerk: 'M-1' verwijst_naar: 'M-1' bsn: '999990007' datum_ingang ", Datum("2025-01-06"), " }"));
  }
  template <typename Message>
  void ExpectKept(const Message& message, bool herhaald) {
    const auto answer = stubs_->Call(message);
    EXPECT_TRUE(answer.status.ok()) << answer.status.error_message();
    EXPECT_EQ(answer.response.herhaald(), herhaald);
  }
  template <typename Message>
  void ExpectRefusal(const Message& message, StatusCode code, const std::string& about) {
    const auto answer = stubs_->Call(message);
    EXPECT_EQ(answer.status.error_code(), code) << about;
    EXPECT_THAT(answer.status.error_message(), HasSubstr(about));
    EXPECT_THAT(answer.status.error_message(), testing::Not(HasSubstr("999990007")));  // BSN-03
  }

  SampleFolder folder_;
  std::optional<SampleProcess> process_;
  std::unique_ptr<Stubs> stubs_;
};

std::string Lks(const std::string& van, const std::string& tot) {
  const auto datum = [](const std::string& date) {
    return absl::StrCat("{\"jaar\": ", date.substr(0, 4), ", \"maand\": ", std::stoi(date.substr(5, 2)),
                        ", \"dag\": ", std::stoi(date.substr(8, 2)), "}");
  };
  return absl::StrCat(
      R"({"bsn": "999990007", "gemeentecode": "0363", "loonwaarde": 55, "forfaitair": false, )",
      "\"datum_van\": ", datum(van), tot.empty() ? "" : absl::StrCat(", \"datum_tot\": ", datum(tot)), "}");
}

TEST_P(Gemeente, SIG02_DkdTakesBothEndsIn) {
  // In the order of an administration, not of time.
  Start(absl::StrCat("\"lks_perioden\": [", Lks("2024-03-01", ""), ", ", Lks("2021-01-01", "2022-02-28"),
                     "], "));
  EXPECT_THAT(FoundYears("2020-12-31", "2020-12-31"), IsEmpty());
  EXPECT_THAT(FoundYears("2021-01-01", "2021-01-01"), ElementsAre(2021));
  EXPECT_THAT(FoundYears("2020-01-01", "2021-01-01"), ElementsAre(2021));
  EXPECT_THAT(FoundYears("2022-02-28", "2024-02-29"), ElementsAre(2021));  // two years back from E
  EXPECT_THAT(FoundYears("2022-03-01", "2024-02-29"), IsEmpty());
  EXPECT_THAT(FoundYears("2022-02-28", "2024-03-01"), ElementsAre(2021, 2024));
  EXPECT_THAT(FoundYears("2199-12-31", "2199-12-31"), ElementsAre(2024));
  const v1::LookupLksResponse whole = Lookup("2022-02-28", "2022-02-28");
  ASSERT_EQ(whole.lks_perioden_size(), 1);
  EXPECT_EQ(whole.lks_perioden(0).ShortDebugString(),
            Request<v1::LksPeriode>(absl::StrCat("bsn: '999990007' gemeentecode: '0363' loonwaarde: 55 "
                                                 "forfaitair: false datum_van ",
                                                 Datum("2021-01-01"), " datum_tot ", Datum("2022-02-28")))
                .ShortDebugString());
  EXPECT_EQ(Lookup("2024-03-01", "2024-03-01", "999990299").antwoord(), v1::LKS_ANTWOORD_NIETS_GEVONDEN);
  const std::string question = "vraag_id: 'V-1' bsn: '999990007' datum_tot { jaar: 2025 maand: 1 dag: 1 } ";
  ExpectRefusal(Request<v1::LookupLksRequest>(
                    absl::StrCat(question, "gemeentecode: '0363' datum_van { jaar: 2023 maand: 2 dag: 29 }")),
                StatusCode::INVALID_ARGUMENT, "datum_van");
  ExpectRefusal(Request<v1::LookupLksRequest>(absl::StrCat(question, "gemeentecode: '0344'")),
                StatusCode::NOT_FOUND, "gemeentecode");
  // Granted by another gemeente that listens here too.
  auto other = Request<v1::LookupLksRequest>(
      absl::StrCat(question, "gemeentecode: '0599' datum_van { jaar: 2025 maand: 1 dag: 1 }"));
  EXPECT_EQ(stubs_->Call(other).response.antwoord(), v1::LKS_ANTWOORD_NIETS_GEVONDEN);
  EXPECT_EQ(process_->Stop(SIGTERM), 0);
}

TEST_P(Gemeente, SIG09_UnreadableAdministrationIsNotNothingFound) {
  const std::string file = (folder_.path() / "lks.json").string();
  Start(absl::StrCat("\"lks_file\": \"", file, "\", "));
  EXPECT_EQ(Lookup("2025-01-01", "2025-01-01").antwoord(), v1::LKS_ANTWOORD_NIET_BESCHIKBAAR);
  folder_.Write("lks.json", "[{\"bsn\": ");
  EXPECT_EQ(Lookup("2025-01-01", "2025-01-01").antwoord(), v1::LKS_ANTWOORD_NIET_BESCHIKBAAR);
  folder_.Write("lks.json", absl::StrCat("[", Lks("2025-01-01", ""), "]"));
  EXPECT_THAT(FoundYears("2025-01-01", "2025-01-01"), ElementsAre(2025));
  folder_.Write("lks.json", "[]");
  EXPECT_THAT(FoundYears("2025-01-01", "2025-01-01"), IsEmpty());
}

TEST_P(Gemeente, DL04_KeepsEachDeliveryOnceAcrossACrash) {
  Start();
  ExpectKept(Report("R-1"), false);
  ExpectKept(Report("R-1"), true);
  ExpectKept(Melding("D-1"), false);
  ExpectKept(Melding("D-1"), true);
  EXPECT_EQ(process_->Stop(SIGKILL), -SIGKILL);
  EXPECT_EQ(folder_.Received().size(), 2U);
  // A crash in the middle of an append leaves half a line, which nobody was told about, longer than the next.
  folder_.Write("ontvangen.jsonl",
                absl::StrCat(folder_.Received()[0], "\n", folder_.Received()[1], "\n",
                             "{\"id\": \"D-2\", \"inhoud\": {\"geme", std::string(5'000, 'e')));
  Start();
  ExpectKept(Report("R-1"), true);
  auto later = Melding("D-1");
  later.mutable_tijdstip()->set_seconds(1'740'805'200);  // another attempt, the same melding
  ExpectKept(later, true);
  ExpectKept(Melding("D-2"), false);
  auto bericht = Melding("B-1");
  bericht.mutable_bericht()->set_kenmerk("M-1");
  ExpectKept(bericht, false);
  // The same id stands for the same content only.
  later.mutable_doorlevering()->set_kenmerk("M-2");
  ExpectRefusal(later, StatusCode::ALREADY_EXISTS, "id");
  EXPECT_EQ(process_->Stop(SIGTERM), 0);
  EXPECT_THAT(folder_.Reports(), ElementsAre(Pair(kReportName, kReport)));
  const std::vector<std::string> received = folder_.Received();
  ASSERT_EQ(received.size(), 4U);
  EXPECT_THAT(received[1], HasSubstr("DOORLEVERINGSOORT_ZIEK"));
  EXPECT_THAT(received[2], HasSubstr("D-2"));
  EXPECT_THAT(received[3], HasSubstr("B-1"));
}

TEST_P(Gemeente, RefusesWhatCameDamagedAndKeepsNothing) {
  Start();
  auto request = Report("R-1");
  request.set_sha256(std::string(64, 'a'));
  ExpectRefusal(request, StatusCode::INVALID_ARGUMENT, "sha256");
  request = Report("R-1");
  request.mutable_inhoud()->pop_back();
  ExpectRefusal(request, StatusCode::INVALID_ARGUMENT, "sha256");
  request = Report("R-1");
  request.set_aantal_rijen(2);
  ExpectRefusal(request, StatusCode::INVALID_ARGUMENT, "aantal_rijen");
  for (const std::string name :
       {"", "../../weg.csv", "/tmp/weg.csv", "Re-integratie_signaalrapport_0599_20250301.csv",
        "Re-integratie_signaalrapport_0363_20250301.csv\n"}) {
    request = Report("R-1");
    request.set_bestandsnaam(name);
    ExpectRefusal(request, StatusCode::INVALID_ARGUMENT, "bestandsnaam");
  }
  auto melding = Melding("D-1");
  melding.clear_melding();
  ExpectRefusal(melding, StatusCode::INVALID_ARGUMENT, "melding");
  request = Report("R-1");
  request.set_gemeentecode("0344");
  ExpectRefusal(request, StatusCode::NOT_FOUND, "gemeentecode");
  EXPECT_THAT(folder_.Reports(), IsEmpty());
  EXPECT_THAT(folder_.Received(), IsEmpty());
  ExpectKept(Report("R-1"), false);
  // CSV-05: a report never changes, by whatever delivery it comes.
  request = Report("R-2");
  request.set_inhoud("BSN\r\n1\r\n");
  request.set_sha256(HexOf(Sha256(request.inhoud())));
  ExpectRefusal(request, StatusCode::ALREADY_EXISTS, "CSV-05");
  EXPECT_THAT(folder_.Reports(), ElementsAre(Pair(kReportName, kReport)));
}

TEST_P(Gemeente, AnotherOmgevingIsAnotherWorld) {
  Start(R"("omgeving": "proef", )");
  ExpectRefusal(Report("R-1"), StatusCode::NOT_FOUND, "omgeving");
}

TEST_P(Gemeente, SaysWhatItsConfigurationLacks) {
  SampleProcess process(GetParam(), R"({"mode": "collect", "gemeentecodes": ["0363"], "folder": "/tmp"})");
  std::string said;
  for (std::string line = process.ErrorLine(); !line.empty(); line = process.ErrorLine()) said += line;
  EXPECT_THAT(said, HasSubstr("inlichtingenbureau is missing"));
  EXPECT_GT(process.Wait(), 0);
}

INSTANTIATE_TEST_SUITE_P(Sut, Gemeente, testing::Values("python", "node"),
                         [](const auto& sample) { return std::string(sample.param); });

}  // namespace
}  // namespace ketenproef
