// conformance/CASES.md is what the suites say. To write it anew: KETENPROEF_UPDATE_GOLDEN=1 and run this
// test.
#include "conformance/runner/case_list.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "conformance/runner/suite_file.h"

namespace ketenproef::conformance {
namespace {

TEST(CaseList, TheDocumentIsWhatTheSuitesSay) {
  const auto suites = EmbeddedSuites();
  ASSERT_TRUE(suites.ok()) << suites.status();
  const auto plan = Expand(*suites);
  ASSERT_TRUE(plan.ok()) << plan.status();
  const std::string path = std::string(KETENPROEF_SOURCE_DIR) + "/conformance/CASES.md";
  const std::string text = CaseListMarkdown(*plan);
  if (std::getenv("KETENPROEF_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << text;
  std::ifstream file(path, std::ios::binary);
  const std::string document{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(text == document) << path << " is not what the suites say; see the first line of this file";
}

TEST(CaseList, ARuleWithoutACaseSaysSo) {
  const std::string text = CaseListMarkdown({});
  EXPECT_NE(text.find("## ZM-04 "), std::string::npos);
  EXPECT_NE(text.find("Geen gevallen."), std::string::npos);
}

}  // namespace
}  // namespace ketenproef::conformance
