// `ketenproef conformance --reference` as CI runs it: the simulator passes every case of its own suite, of
// each kind and in both profiles.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "client/cli/run_binary.h"

namespace ketenproef {
namespace {

using ::testing::HasSubstr;

class ReferenceTest : public testing::TestWithParam<std::string> {};

TEST_P(ReferenceTest, PassesEveryCase) {
  const Outcome outcome = RunBinary({"conformance", "--rol", GetParam(), "--reference", "--quiet"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.stdout_text << outcome.stderr_text;
  EXPECT_THAT(outcome.stdout_text, HasSubstr(" 0 fail, 0 known to fail, 0 inconclusive, 0 skipped\n"));
}

INSTANTIATE_TEST_SUITE_P(EachKind, ReferenceTest,
                         testing::Values("uwv", "inlichtingenbureau", "gemeente", "gemeente-ophaler"),
                         [](const auto& kind) {
                           std::string name = kind.param;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace ketenproef
