#include "conformance/runner/plan.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "conformance/runner/suite_file.h"

namespace ketenproef::conformance {
namespace {

constexpr char kSuite[] = R"(
  id: "uwv/proef" kind: SYSTEM_KIND_UWV
  let { name: "AO" value: "2025-01-06" }
  cases {
    id: "ZM-04/termijn" titel: "Termijn" regels: "ZM-04" regels: "KAL-02"
    let { name: "R" value: "AO + 42" }
    dimensions { choices { name: "gewoon" } choices { name: "vrijdag" let { name: "AO" value: "2025-01-10" } } }
    dimensions {
      choices { name: "op-tijd" let { name: "D" value: "R" } }
      choices { name: "te-laat" let { name: "D" value: "R + 1" } profielen: "wet" }
    }
    steps { at: "D 12:00" opdracht { soort: "ZIEK" } }
  }
  cases {
    id: "LKS-02/vraag" titel: "Vraag" regels: "LKS-02" level: LEVEL_SHOULD profielen: "handleiding"
    steps { opdracht { soort: "ZIEK" } }
  }
)";

std::vector<v1::Suite> Suites(const std::string& text = kSuite) {
  auto suite = ParseSuite("proef.textproto", text);
  EXPECT_TRUE(suite.ok()) << suite.status();
  return {*suite};
}

std::string Ids(const std::vector<PlannedCase>& cases) {
  return absl::StrJoin(cases, " ", [](std::string* out, const PlannedCase& planned) {
    absl::StrAppend(out, planned.id.substr(10), "@", planned.profiel);
  });
}

TEST(Plan, EveryChoiceInEveryProfileIsACase) {
  const auto suites = Suites();
  const auto plan = Expand(suites);
  ASSERT_TRUE(plan.ok()) << plan.status();
  EXPECT_EQ(Ids(*plan),
            "LKS-02/vraag@handleiding "
            "ZM-04/termijn/gewoon/op-tijd@handleiding ZM-04/termijn/gewoon/op-tijd@wet "
            "ZM-04/termijn/gewoon/te-laat@wet "
            "ZM-04/termijn/vrijdag/op-tijd@handleiding ZM-04/termijn/vrijdag/op-tijd@wet "
            "ZM-04/termijn/vrijdag/te-laat@wet");
  // What stands in terms of a replaced name follows.
  EXPECT_EQ(plan->back().values.Day("D", std::nullopt)->Text(), "2025-02-22");
}

TEST(Plan, AGemeenteIsTriedInOneProfileUnlessOneIsAskedFor) {
  std::vector<v1::Suite> suites = Suites();
  suites[0].set_kind(v1::SYSTEM_KIND_GEMEENTE_OPHALER);
  const auto plan = *Expand(suites);
  EXPECT_EQ(Ids(Select(plan, {})),
            "LKS-02/vraag@handleiding ZM-04/termijn/gewoon/op-tijd@handleiding "
            "ZM-04/termijn/vrijdag/op-tijd@handleiding");
  Selection selection;
  selection.profielen = {"wet"};
  EXPECT_EQ(Select(plan, selection).size(), 4U);
}

TEST(Plan, SelectionIsByIdRuleProfileAndLevel) {
  const auto suites = Suites();
  const auto plan = *Expand(suites);
  Selection selection;
  EXPECT_EQ(Select(plan, selection).size(), 7U);
  selection.globs = {"*/vrijdag/*"};
  selection.profielen = {"wet"};
  EXPECT_EQ(Ids(Select(plan, selection)),
            "ZM-04/termijn/vrijdag/op-tijd@wet ZM-04/termijn/vrijdag/te-laat@wet");
  selection = {};
  selection.regels = {"LKS-02"};
  EXPECT_EQ(Ids(Select(plan, selection)), "LKS-02/vraag@handleiding");
  selection = {};
  selection.level = v1::LEVEL_MUST;
  EXPECT_EQ(Select(plan, selection).size(), 6U);
  selection = {};
  selection.kind = v1::SYSTEM_KIND_GEMEENTE;
  EXPECT_TRUE(Select(plan, selection).empty());
}

TEST(Plan, Globs) {
  EXPECT_TRUE(MatchesGlob("uwv/a", "uwv/a"));
  EXPECT_FALSE(MatchesGlob("uwv/a", "uwv/ab"));
  EXPECT_TRUE(MatchesGlob("uwv/*", "uwv/a/b"));
  EXPECT_TRUE(MatchesGlob("*", ""));
  EXPECT_TRUE(MatchesGlob("*/b/*", "a/b/c/b/d"));
  EXPECT_TRUE(MatchesGlob("*aab", "aaab"));
  EXPECT_TRUE(MatchesGlob("a*b*c", "axbxbxc"));
  EXPECT_FALSE(MatchesGlob("a*b*c", "axbxbx"));
  EXPECT_FALSE(MatchesGlob("ab*ba", "aba"));
}

// A case that is wrong must be found before anything runs.
TEST(Plan, WhatCannotBeWorkedOutIsNamed) {
  const auto suites = Suites(
      "id: \"uwv/proef\" kind: SYSTEM_KIND_UWV cases { id: \"x\" titel: \"x\" regels: \"ZM-04\" "
      "steps { at: \"AO 12:00\" opdracht { soort: \"ZIEK\" } } }");
  const auto plan = Expand(suites);
  ASSERT_FALSE(plan.ok());
  EXPECT_EQ(plan.status().message(), "uwv/proef/x (handleiding): \"AO\" names AO, which is no name here");
}

TEST(Plan, TwoCasesOfOneIdAreRefused) {
  auto suites = Suites();
  suites.push_back(suites.front());
  EXPECT_FALSE(Expand(suites).ok());
}

// What is wrong with a suite of one case with these fields.
std::string Wrong(const std::string& fields) {
  const auto suite =
      ParseSuite("f.textproto", absl::StrCat("id: \"uwv/p\" kind: SYSTEM_KIND_UWV\ncases { ", fields, " }"));
  return std::string(suite.status().message());
}

TEST(SuiteFile, WhatIsWrongIsSaidWithItsPlace) {
  EXPECT_EQ(
      Wrong("id: \"a\" onzin: 3"),
      "f.textproto:2:22: Message type \"ketenproef.conformance.v1.Case\" has no field named \"onzin\".");
  EXPECT_EQ(Wrong("titel: \"t\" regels: \"ZM-04\""), "f.textproto: the suite needs an id and a titel");
  EXPECT_EQ(Wrong("id: \"a\" titel: \"t\""), "f.textproto: a names no rule");
  EXPECT_EQ(Wrong("id: \"a\" titel: \"t\" regels: \"ZM-99\""),
            "f.textproto: a names ZM-99, which is no rule of the catalogue");
  EXPECT_EQ(Wrong("id: \"a\" titel: \"t\" regels: \"ZM-04\" steps { at: \"2025-01-01 12:00\" }"),
            "f.textproto: a has a step without an action");
  EXPECT_EQ(
      Wrong("id: \"a\" titel: \"t\" regels: \"ZM-04\" steps { call { method: \"x/Y\" response: \"\" } }"),
      "f.textproto: a calls x/Y, which the contract does not have");
  EXPECT_EQ(Wrong("id: \"a\" titel: \"t\" regels: \"ZM-04\" "
                  "steps { call { method: \"ketenproef.v1.KlokService/GetClock\" } }"),
            "f.textproto: a has a call that nothing is expected of");
}

// A check that cannot fail is worse than none.
TEST(SuiteFile, ACaseThatExpectsNothingIsRefused) {
  EXPECT_EQ(Wrong("id: \"a\" titel: \"t\" regels: \"ZM-04\""  // no steps at all
                  " steps { storing { storing: \"\" } }"),
            "f.textproto: a expects nothing, so it cannot fail");
}

TEST(SuiteFile, TheSuitesInTheProgramAreRight) {
  const auto suites = EmbeddedSuites();
  ASSERT_TRUE(suites.ok()) << suites.status();
  const auto plan = Expand(*suites);
  ASSERT_TRUE(plan.ok()) << plan.status();
}

}  // namespace
}  // namespace ketenproef::conformance
