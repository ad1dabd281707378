#include "client/cli/simulator_test.h"

#include <gmock/gmock.h>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace ketenproef {

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
  Do(absl::StrCat("omgeving create --naam ", omgeving_, " --start-tijdstip 2025-01-02T09:00:00+01:00"));
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
  const std::string person = absl::StrCat(" --bsn ", kBsn, " --datum-van 2023-01-01");
  Do("register doelgroepregistratie add" + person);
  Do("register woonplaats add --gemeentecode 0363" + person);
  Do(absl::StrCat("register dienstverband add --loonheffingennummer ", kNummer, person));
  Do("register lks-periode add --gemeentecode 0363 --loonwaarde 55 --forfaitair nee" + person);
}

void SimulatorTest::MakeSignal() const {
  RegisterPerson();
  const std::string nummer = absl::StrCat(" --loonheffingennummer ", kNummer);
  Do("clock advance --to 2025-03-11T09:00:00+01:00");
  Do(absl::StrCat("submit ziekmelding --kenmerk M-1 --eerste-ao-dag 2025-03-10 --bsn ", kBsn, nummer));
  Do("clock advance --to 2025-04-10T09:00:00+02:00");
  Do("beoordeling decide --verwijst-naar M-1 --uitkomst toekenning" + nummer);
  Do(absl::StrCat("register dienstverband end --datum-tot 2025-05-30 --bsn ", kBsn, nummer));
  Do("clock advance --to 2025-05-31T12:00:00+02:00");
}

}  // namespace ketenproef
