// What is said about a run, and what can be said of all mutants without running them.
#include "conformance/mutants/kill_table.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "conformance/runner/suite_file.h"

namespace ketenproef::conformance {
namespace {

using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Mutant MutantOf(v1::SystemKind kind, const std::string& id) {
  Mutant mutant{id, "proef.", nullptr};
  mutant.kind = kind;
  return mutant;
}

std::vector<const Mutant*> All() {
  std::vector<const Mutant*> all;
  for (const Mutant& mutant : AllMutants()) all.push_back(&mutant);
  return all;
}

std::vector<v1::Suite> OneCase(const std::string& regel) {
  std::vector<v1::Suite> suites(1);
  const std::string text = absl::StrCat(R"(
    id: "uwv/proef" kind: SYSTEM_KIND_UWV
    cases { id: "een" titel: "een geval" regels: ")",
                                        regel, R"(" steps { at: "2025-01-06 12:00" } })");
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, suites.data()));
  return suites;
}

TEST(KillTable, ARuleWithACaseNeedsAMutantOfThatKind) {
  const auto suites = OneCase("ZM-04");
  const auto plan = Expand(suites);
  ASSERT_TRUE(plan.ok()) << plan.status();
  const Mutant here = MutantOf(v1::SYSTEM_KIND_UWV, "ZM-04/iets");
  const Mutant elsewhere = MutantOf(v1::SYSTEM_KIND_GEMEENTE, "ZM-04/iets");
  EXPECT_THAT(FindGaps({&here}, *plan).without_mutant, IsEmpty());
  EXPECT_THAT(FindGaps({&elsewhere}, *plan).without_mutant, testing::ElementsAre("uwv ZM-04"));
}

TEST(KillTable, ARuleOfLevelMustNeedsACase) {
  const auto suites = OneCase("ZM-04");
  const auto plan = Expand(suites);
  ASSERT_TRUE(plan.ok()) << plan.status();
  const Gaps gaps = FindGaps({}, *plan);
  EXPECT_THAT(gaps.without_case, Contains("HM-01"));
  EXPECT_THAT(gaps.without_case, Not(Contains("ZM-04")));
  EXPECT_THAT(gaps.without_case, Not(Contains("LKS-02"))) << "LKS-02 is a SHOULD";
}

TEST(KillTable, TellsWhoKilledAndWhoSurvived) {
  const Mutant dead = MutantOf(v1::SYSTEM_KIND_UWV, "ZM-04/een-dag-te-laat");
  const Mutant alive = MutantOf(v1::SYSTEM_KIND_GEMEENTE, "ZM-04/niets");
  std::vector<MutantResult> results(2);
  results[0].mutant = &dead;
  results[0].killed_by = "uwv/proef/ZM-04/op-tijd";
  results[0].profiel = "wet";
  results[1].mutant = &alive;
  results[1].cases = 7;
  results[1].inconclusive = 1;
  const std::string table = MutantTable(results);
  EXPECT_THAT(table, HasSubstr("ZM-04  1 / 2"));
  EXPECT_THAT(table, HasSubstr("uwv/proef/ZM-04/op-tijd (wet)"));
  EXPECT_THAT(table, HasSubstr("OVERLEEFT 7 gevallen"));
  EXPECT_THAT(table, HasSubstr("overleeft: gemeente ZM-04/niets: proef. (niet alles te beoordelen)"));
  EXPECT_THAT(table, HasSubstr("1 / 2 mutanten gedood"));
}

TEST(AllMutants, HaveAnIdOfTheirOwnAndSayWhatIsBroken) {
  std::set<std::string> ids;
  for (const Mutant& mutant : AllMutants()) {
    EXPECT_TRUE(ids.insert(absl::StrCat(mutant.kind, mutant.id)).second) << mutant.id << " is there twice";
    EXPECT_NE(mutant.kind, v1::SYSTEM_KIND_UNSPECIFIED) << mutant.id;
    EXPECT_THAT(mutant.uitleg, testing::EndsWith(".")) << mutant.id;
    EXPECT_THAT(mutant.profiel, AnyOf("", "wet", "handleiding")) << mutant.id;
    EXPECT_NE(mutant.id.find('/'), std::string::npos) << mutant.id;
  }
}

TEST(AllMutants, BreakEveryRuleOfLevelMustForEveryKindThatCanBreakIt) {
  const auto suites = EmbeddedSuites();
  ASSERT_TRUE(suites.ok()) << suites.status();
  const auto plan = Expand(*suites);
  ASSERT_TRUE(plan.ok()) << plan.status();
  const Gaps gaps = FindGaps(All(), *plan);
  EXPECT_THAT(gaps.without_mutant, IsEmpty());
  EXPECT_THAT(gaps.without_case, IsEmpty());
}

// The README says that all are killed, which conformance_mutants_all_test sees to; here, how many there are.
TEST(AllMutants, AreAsManyAsTheReadmeSays) {
  std::ifstream file(KETENPROEF_SOURCE_DIR "/conformance/README.md");
  const std::string readme((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::map<v1::SystemKind, std::pair<int, std::set<std::string>>> by_kind;
  for (const Mutant& mutant : AllMutants()) {
    auto& [mutants, rules] = by_kind[mutant.kind];
    ++mutants;
    rules.insert(mutant.regel());
  }
  for (const auto& [kind, found] : by_kind) {
    const auto& [mutants, rules] = found;
    EXPECT_THAT(readme, HasSubstr(absl::StrCat("| `", KindName(kind), "` | ", mutants, " / ", mutants, " | ",
                                               rules.size(), " |\n")));
  }
}

}  // namespace
}  // namespace ketenproef::conformance
