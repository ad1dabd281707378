#include "conformance/report/json_report.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include "conformance/report/proefrun.h"

namespace ketenproef::conformance {
namespace {

using ::testing::HasSubstr;

TEST(JsonReport, LosesNothing) {
  const v1::RunResult run = RunOfEverything();
  const absl::StatusOr<std::string> json = JsonOf(run);
  ASSERT_TRUE(json.ok()) << json.status();
  v1::RunResult read;
  const auto status = google::protobuf::util::JsonStringToMessage(*json, &read);
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_TRUE(google::protobuf::util::MessageDifferencer::Equals(run, read));
}

TEST(JsonReport, HasTheNamesOfTheSchemaAndWhatIsNought) {
  const absl::StatusOr<std::string> json = JsonOf(RunOf("cases { verdict: VERDICT_PASS }"));
  ASSERT_TRUE(json.ok()) << json.status();
  EXPECT_THAT(*json, HasSubstr("\"exit_code\": 0"));
  EXPECT_THAT(*json, HasSubstr("\"known_failure\": \"\""));
  EXPECT_THAT(*json, HasSubstr("\"verdict\": \"VERDICT_PASS\""));
}

// Whatever a system answers, the report is JSON.
TEST(JsonReport, StandsBytesThatAreNoText) {
  v1::RunResult run;
  run.add_cases()->add_findings()->set_got("half \xC3( en \xFF");
  const absl::StatusOr<std::string> json = JsonOf(run);
  ASSERT_TRUE(json.ok()) << json.status();
  v1::RunResult read;
  const auto status = google::protobuf::util::JsonStringToMessage(*json, &read);
  ASSERT_TRUE(status.ok()) << status << "\n" << *json;
  EXPECT_THAT(read.cases(0).findings(0).got(), HasSubstr("half "));
}

}  // namespace
}  // namespace ketenproef::conformance
