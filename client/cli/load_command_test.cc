// `ketenproef load` as a user runs it, in small, on the simulator in the process. No bound on time: nothing
// here depends on how fast a machine is.
#include <gmock/gmock.h>
#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "client/cli/run_binary.h"

namespace ketenproef {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

// The generator is never the limit, however busy the machine.
Outcome Load(std::vector<std::string> arguments) {
  const std::vector<std::string> always = {"load", "--quiet", "--max-busy", "100", "--max-late", "100"};
  arguments.insert(arguments.begin(), always.begin(), always.end());
  return RunBinary(arguments);
}

class LoadCommand : public testing::Test {
 protected:
  google::protobuf::Struct ReadJson() const {
    google::protobuf::Struct object;
    const auto status =
        google::protobuf::util::JsonStringToMessage(ReadTextFile(folder_ / "load.json"), &object);
    EXPECT_TRUE(status.ok()) << status.ToString();
    return object;
  }

  // Of the report: how many the system says it has under this name.
  static std::map<std::string, double> SystemSums(const google::protobuf::Struct& report) {
    std::map<std::string, double> sums;
    const auto& afstemming = report.fields().at("afstemming").struct_value().fields();
    for (const auto& som : afstemming.at("sommen").list_value().values()) {
      const auto& fields = som.struct_value().fields();
      EXPECT_TRUE(fields.at("gelijk").bool_value()) << fields.at("naam").string_value();
      const char* said = fields.contains("systeem") ? "systeem" : "ontvangen";
      sums[fields.at("naam").string_value()] = fields.at(said).number_value();
    }
    return sums;
  }

  static double Figure(const google::protobuf::Struct& report, const std::string& meting, const char* naam) {
    const auto& metingen = report.fields().at("metingen").struct_value().fields();
    return metingen.at(meting).struct_value().fields().at(naam).number_value();
  }

  const TemporaryFolder folder_;
  const std::string json_ = (folder_ / "load.json").string();
  const std::string html_ = (folder_ / "load.html").string();
};

TEST_F(LoadCommand, StreamsOnDiskAreReconciled) {
  const Outcome outcome =
      Load({"--reference", "--data", (folder_ / "data").string(), "--werknemers", "3000", "--batch", "250",
            "--warm-up", "500", "--require", "lost=0,doubled=0,wrong=0,unknown=0,failures=0", "--json", json_,
            "--html", html_});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.stdout_text << outcome.stderr_text;
  EXPECT_THAT(outcome.stderr_text, IsEmpty());
  EXPECT_THAT(outcome.stdout_text, HasSubstr("GOED. Alles is er precies eenmaal"));
  const auto report = ReadJson();
  auto sums = SystemSums(report);
  EXPECT_EQ(sums["aanvaard"], 2'910);
  EXPECT_EQ(sums["gevallen"], 2'910);
  EXPECT_EQ(sums["BOE-01 230 euro"], 120);
  EXPECT_EQ(sums["geweigerd ZM-02"], 30);
  EXPECT_EQ(sums["geweigerd ZM-03"], 30);
  EXPECT_EQ(sums["geweigerd BSN-01"], 30);
  EXPECT_EQ(Figure(report, "batch", "records"), 2'500);
  EXPECT_THAT(ReadTextFile(html_), HasSubstr("<polyline"));
}

TEST_F(LoadCommand, SingleCallsAtARateAreReconciled) {
  const Outcome outcome = Load({"--reference", "--mode", "enkel", "--werknemers", "400", "--rate", "2000",
                                "--warm-up", "100", "--json", json_});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.stdout_text << outcome.stderr_text;
  const auto report = ReadJson();
  EXPECT_EQ(SystemSums(report)["aanvaard"], 388);
  EXPECT_EQ(Figure(report, "melding", "records"), 300);
}

TEST_F(LoadCommand, AYearIsCollectedAndReconciled) {
  const Outcome outcome = Load({"--reference", "--mode", "jaar", "--werknemers", "900", "--gemeenten", "3",
                                "--afnemers", "3", "--json", json_});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.stdout_text << outcome.stderr_text;
  const auto report = ReadJson();
  auto sums = SystemSums(report);
  EXPECT_EQ(sums["ziekmeldingen"], 900);
  EXPECT_EQ(sums["herstelmeldingen"], 90);
  EXPECT_EQ(sums["beslissingen"], 810);
  EXPECT_EQ(sums["signalen"], 810);
  EXPECT_EQ(sums["doorleveringen"], 990);
  EXPECT_EQ(Figure(report, "dag", "aantal"), 365 - 18);
}

TEST_F(LoadCommand, GemeentenThatCollectAgainGetTheSame) {
  const Outcome outcome = Load({"--reference", "--mode", "ophalen", "--werknemers", "500", "--gemeenten", "5",
                                "--rondes", "60", "--warm-up", "10", "--json", json_});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.stdout_text << outcome.stderr_text;
  const auto report = ReadJson();
  EXPECT_EQ(SystemSums(report)["signalen"], 500);
  EXPECT_EQ(Figure(report, "ophalen", "aantal"), 50);
}

TEST_F(LoadCommand, ARequirementThatIsNotMetIsExitCodeOne) {
  const Outcome outcome =
      Load({"--reference", "--werknemers", "200", "--batch", "50", "--require", "p50<1ns"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.stdout_text, HasSubstr("NIET GEHAALD"));
  EXPECT_THAT(outcome.stdout_text, HasSubstr("GEFAALD. Alles is er precies eenmaal, maar een eis"));
}

// No generator computes nothing at all.
TEST_F(LoadCommand, AGeneratorThatIsTheLimitMakesTheRunInvalid) {
  const Outcome outcome = RunBinary({"load", "--quiet", "--reference", "--werknemers", "200", "--batch", "50",
                                     "--max-busy", "0", "--require", "p50<1ns"});
  EXPECT_EQ(outcome.exit_code, 2) << outcome.stdout_text;
  EXPECT_THAT(outcome.stdout_text, HasSubstr("ONGELDIG. De generator was de grens"));
}

TEST_F(LoadCommand, ASystemThatIsStartedForIt) {
  const Outcome outcome =
      Load({"--start",
            std::string(KETENPROEF_BINARY) + " serve --memory --listen localhost:0 --log-level off | sed -u "
                                             "'s/.*/{\"address\": \"&\"}/'",
            "--werknemers", "100", "--batch", "50"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.stdout_text << outcome.stderr_text;
}

TEST_F(LoadCommand, WrongWordsAreSaid) {
  const std::map<std::vector<std::string>, std::string> wrong = {
      {{}, "says where the system is"},
      {{"--reference", "--address", "localhost:1"}, "--address"},
      {{"--reference", "--mode", "snel"}, "--mode"},
      {{"--reference", "--require", "p99<20"}, "a duration has a unit"},
      {{"--reference", "--werknemers", "0"}, "--werknemers"},
      {{"--reference", "--werknemers", "100", "--warm-up", "100"}, "leaves nothing to measure"},
      {{"--reference", "--rate", "-5"}, "--rate"},
      {{"--address", "localhost:1", "--data", "x"}, "--data"}};
  for (const auto& [arguments, said] : wrong) {
    const Outcome outcome = Load(arguments);
    EXPECT_EQ(outcome.exit_code, 64) << testing::PrintToString(arguments);
    EXPECT_THAT(outcome.stderr_text, HasSubstr(said));
  }
}

TEST_F(LoadCommand, ARequirementOfWhatTheModeDoesNotMeasureIsSaid) {
  const Outcome outcome = Load({"--reference", "--werknemers", "100", "--require", "dag.p99<1s"});
  EXPECT_EQ(outcome.exit_code, 64);
  EXPECT_THAT(outcome.stderr_text, HasSubstr("measures no dag"));
}

TEST_F(LoadCommand, NobodyThereAndNowhereToWriteAreSaid) {
  const Outcome nobody = Load({"--address", "localhost:1", "--werknemers", "10"});
  EXPECT_EQ(nobody.exit_code, 69) << nobody.stderr_text;
  const Outcome nowhere = Load({"--reference", "--json", "/proc/nothing/load.json"});
  EXPECT_EQ(nowhere.exit_code, 73);
  EXPECT_THAT(nowhere.stderr_text, HasSubstr("cannot be written"));
}

}  // namespace
}  // namespace ketenproef
