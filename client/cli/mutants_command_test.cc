// `ketenproef conformance mutants` as CI runs it: the proof that the suite bites.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "client/cli/run_binary.h"

namespace ketenproef {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Outcome Mutants(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"conformance", "mutants"});
  return RunBinary(arguments);
}

// A suite that looks at nothing but that a ziekmelding is taken.
constexpr char kWeakSuite[] = R"(# proto-message: ketenproef.conformance.v1.Suite
id: "uwv/proef"
kind: SYSTEM_KIND_UWV
cases {
  id: "ZM-04/aanvaard" titel: "Een ziekmelding wordt aanvaard" regels: "ZM-04"
  steps { at: "2025-01-05 12:00" opdracht { soort: "DIENSTVERBAND" bsn: "P1" loonheffingennummer: "W1" datum_van: "2020-01-01" } }
  steps {
    at: "2025-01-06 12:00"
    opdracht { soort: "ZIEK" kenmerk: "Z" bsn: "P1" loonheffingennummer: "W1" datum_van: "2025-01-06" accepted {} }
  }
}
)";

TEST(MutantsCommand, EveryMutantIsKilledByACaseThatNamesItsRuleAndNoRuleIsLeftOut) {
  const Outcome outcome = Mutants({"--quiet"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.stdout_text << outcome.stderr_text;
  for (const char* wrong : {"OVERLEEFT", "regel zonder mutant", "regel zonder geval", "faalt ook"}) {
    EXPECT_THAT(outcome.stdout_text, Not(HasSubstr(wrong)));
  }
  for (const char* kind : {"  uwv ", "  inlichtingenbureau ", "  gemeente ", "  gemeente-ophaler "}) {
    EXPECT_THAT(outcome.stdout_text, HasSubstr(kind));
  }
}

TEST(MutantsCommand, ASuiteThatLooksAtNothingIsFoundOut) {
  const TemporaryFolder folder;
  WriteTextFile(folder / "zwak.textproto", kWeakSuite);
  const Outcome outcome =
      Mutants({"--quiet", "--suites", folder.path().string(), "--rol", "uwv", "--rule", "ZM-04"});
  EXPECT_EQ(outcome.exit_code, 1) << outcome.stderr_text;
  EXPECT_THAT(outcome.stdout_text, HasSubstr("overleeft: uwv ZM-04/een-dag-te-laat"));
}

TEST(MutantsCommand, ShowsWhatIsBroken) {
  const Outcome outcome = Mutants({"--list", "--rule", "ZM-04"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.stdout_text,
              HasSubstr("ZM-04/een-dag-te-laat: De zes weken eindigen een dag te laat.\n"));
  EXPECT_THAT(outcome.stdout_text, Not(HasSubstr("HM-03")));
}

TEST(MutantsCommand, WrongWords) {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"--rol", "provincie"}, {"--rule", "ZM-99"}, {"--parallel", "0"}}) {
    const Outcome outcome = Mutants(arguments);
    EXPECT_EQ(outcome.exit_code, 64) << outcome.stderr_text;
    EXPECT_EQ(outcome.stdout_text, "");
  }
}

}  // namespace
}  // namespace ketenproef
