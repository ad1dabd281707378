// Every rule of the catalogue stands in code and in the name of at least one test.
#include <gtest/gtest.h>

#include <regex>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "fixtures/csv/reader.h"
#include "fixtures/embedded/embedded.h"
#include "house.h"

namespace ketenproef {
namespace {

std::vector<std::string> RuleIds() {
  std::vector<std::string> ids;
  auto reader =
      CsvReader::Open("regels.csv", EmbeddedRegels(), {"id", "titel", "bron", "profiel", "niveau", "groep"});
  while (reader.ok() && *reader->Next()) ids.emplace_back(reader->row()[0]);
  return ids;
}

// The files that carry the catalogue itself prove nothing about a rule.
bool CarriesCatalogue(const SourceFile& file) {
  return absl::StartsWith(file.path, "server/rules/regel.");
}

TEST(Catalogue, IsThere) {
  EXPECT_EQ(RuleIds().size(), 65U);
}

TEST(Catalogue, EveryRuleStandsInCode) {
  for (const std::string& id : RuleIds()) {
    bool found = false;
    for (const SourceFile& file : House()) {
      if (file.is_test || CarriesCatalogue(file) || !absl::StartsWith(file.path, "server/")) continue;
      found = found || absl::StrContains(file.Text(), id);
    }
    EXPECT_TRUE(found) << id << " stands nowhere in server/: name it in the comment of what keeps it";
  }
}

TEST(Catalogue, EveryRuleStandsInTheNameOfATest) {
  std::string names;
  const std::regex pattern("\\bTEST(_[FP])?\\(\\w+, *(\\w+)");
  for (const SourceFile& file : House()) {
    const std::string text = file.Text();
    for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
      absl::StrAppend(&names, it->str(2), "\n");
    }
    // Properties are tests as well.
    const std::regex property("\\bRC_GTEST_(PROP|FIXTURE_PROP)\\(\\w+,\\s*(\\w+)");
    for (std::sregex_iterator it(text.begin(), text.end(), property), end; it != end; ++it) {
      absl::StrAppend(&names, it->str(2), "\n");
    }
  }
  for (const std::string& id : RuleIds()) {
    const std::regex in_name(
        absl::StrCat("(^|[^0-9A-Za-z]|_)", absl::StrReplaceAll(id, {{"-", ""}}), "([^0-9]|$)"));
    EXPECT_TRUE(std::regex_search(names, in_name)) << id << " is in the name of no test";
  }
}

}  // namespace
}  // namespace ketenproef
