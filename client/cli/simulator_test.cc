#include "client/cli/simulator_test.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/lib/client.h"
#include "client/lib/datum.h"

namespace ketenproef {
namespace {

// A call in the process, for what a test starts from: the binary would be started a hundred times more.
template <typename Request>
void Call(const client::Client& client, const std::string& text) {
  Request request;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &request)) << text;
  const auto answer = client.Call(request);
  EXPECT_TRUE(answer.ok()) << answer.status() << " " << text;
}

void Advance(const client::Client& client, const std::string& instant) {
  v1::AdvanceClockRequest request;
  *request.mutable_tot_tijdstip() = *client::ParseTijdstip(instant);
  const auto answer = client.Call(request);
  EXPECT_TRUE(answer.ok()) << answer.status();
}

client::Client ClientOf(int port, const std::string& omgeving) {
  return client::Client({.address = absl::StrCat("localhost:", port), .omgeving = omgeving});
}

}  // namespace

std::unique_ptr<Server> SimulatorTest::server_;

void SimulatorTest::SetUpTestSuite() {
  ServerOptions options;
  options.listen = "localhost:0";
  auto server = Server::Start(options);
  ASSERT_TRUE(server.ok()) << server.status();
  server_ = *std::move(server);
}

void SimulatorTest::TearDownTestSuite() {
  server_.reset();
}

void SimulatorTest::SetUp() {
  ASSERT_NE(server_, nullptr);
  omgeving_ = absl::AsciiStrToLower(testing::UnitTest::GetInstance()->current_test_info()->name());
  for (char& character : omgeving_) {
    if (character == '_') character = '-';
  }
  v1::CreateOmgevingRequest request;
  request.mutable_instelling()->set_naam(omgeving_);
  *request.mutable_instelling()->mutable_start_tijdstip() =
      *client::ParseTijdstip("2025-01-02T09:00:00+01:00");
  const auto made = ClientOf(port(), omgeving_).Call(request);
  ASSERT_TRUE(made.ok()) << made.status();
}

std::vector<std::string> SimulatorTest::ServerWords() const {
  return {"--server", absl::StrCat("localhost:", port()), "--omgeving", omgeving_};
}

Outcome SimulatorTest::Run(const std::string& words) const {
  std::vector<std::string> arguments = absl::StrSplit(words, ' ', absl::SkipEmpty());
  for (const std::string& word : ServerWords()) arguments.push_back(word);
  return RunBinary(arguments);
}

std::string SimulatorTest::Do(const std::string& words) const {
  const Outcome outcome = Run(words);
  EXPECT_EQ(outcome.exit_code, 0) << words << "\n" << outcome.stderr_text;
  EXPECT_EQ(outcome.stderr_text, "") << words;
  return outcome.stdout_text;
}

void SimulatorTest::ExpectRefused(const std::string& words, int exit_code, const std::string& text) const {
  const Outcome outcome = Run(words);
  EXPECT_EQ(outcome.exit_code, exit_code) << words << "\n" << outcome.stderr_text;
  EXPECT_THAT(outcome.stderr_text, testing::StartsWith("ketenproef: ")) << words;
  EXPECT_THAT(outcome.stderr_text, testing::HasSubstr(text)) << words;
  EXPECT_THAT(outcome.stderr_text, testing::Not(testing::HasSubstr(kBsn))) << words;
}

void SimulatorTest::RegisterPerson() const {
  const client::Client client = ClientOf(port(), omgeving_);
  const std::string person = absl::StrCat("bsn: '", kBsn, "' datum_van { jaar: 2023 maand: 1 dag: 1 } ");
  Call<v1::RegisterDoelgroepregistratieRequest>(client, absl::StrCat("doelgroepregistratie { ", person, "}"));
  Call<v1::RegisterWoonplaatsRequest>(client,
                                      absl::StrCat("woonplaats { gemeentecode: '0363' ", person, "}"));
  Call<v1::RegisterDienstverbandRequest>(
      client, absl::StrCat("dienstverband { loonheffingennummer: '", kNummer, "' ", person, "}"));
  Call<v1::RegisterLksPeriodeRequest>(
      client,
      absl::StrCat("lks_periode { gemeentecode: '0363' loonwaarde: 55 forfaitair: false ", person, "}"));
}

void SimulatorTest::MakeSignal() const {
  RegisterPerson();
  const client::Client client = ClientOf(port(), omgeving_);
  const std::string nummer = absl::StrCat("loonheffingennummer: '", kNummer, "' ");
  const std::string bsn = absl::StrCat("bsn: '", kBsn, "' ");
  Advance(client, "2025-03-11T09:00:00+01:00");
  Call<v1::SubmitZiekmeldingRequest>(
      client, absl::StrCat(
                  "ziekmelding { kenmerk: 'M-1' no_risk: true eerste_ao_dag { jaar: 2025 maand: 3 dag: 10 } ",
                  bsn, nummer, "}"));
  Advance(client, "2025-04-10T09:00:00+02:00");
  Call<v1::DecideBeoordelingRequest>(
      client, absl::StrCat("beslissing { verwijst_naar: 'M-1' uitkomst: UITKOMST_TOEKENNING ", nummer, "}"));
  Call<v1::EndDienstverbandRequest>(
      client,
      absl::StrCat("einde_dienstverband { datum_tot { jaar: 2025 maand: 5 dag: 30 } ", bsn, nummer, "}"));
  Advance(client, "2025-05-31T12:00:00+02:00");
}

}  // namespace ketenproef
