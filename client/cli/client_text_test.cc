// What the commands of the client are made of: tables, words for values, lengths of time, errors.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "client/cli/bsn_mask.h"
#include "client/cli/call_report.h"
#include "client/cli/duration_text.h"
#include "client/cli/field_flags.h"
#include "client/cli/message_text.h"
#include "client/cli/operation.h"
#include "client/cli/table.h"
#include "client/lib/call_error.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "ketenproef/v1/domein.pb.h"
#include "ketenproef/v1/uwv_melding_service.pb.h"

namespace ketenproef {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Table, AlignsByCharactersAndNumbersToTheRight) {
  Table table({"naam", "aantal"});
  table.AddRow({"één", "7"});
  table.AddRow({"twee", "1234567"});
  EXPECT_EQ(table.Text(2), "  naam   aantal\n  één         7\n  twee  1234567\n");
}

TEST(Table, WithoutRowsIsItsHeader) {
  EXPECT_EQ(Table({"a", "b"}).Text(), "a  b\n");
}

TEST(MessageText, ValuesAsPeopleWriteThem) {
  v1::Ziektegeval geval;
  EXPECT_EQ(TextAt(geval, "eerste_ao_dag"), "");
  EXPECT_EQ(TextAt(geval, "beoordeling.status"), "");
  geval.mutable_eerste_ao_dag()->set_jaar(2025);
  geval.mutable_eerste_ao_dag()->set_maand(3);
  geval.mutable_eerste_ao_dag()->set_dag(9);
  geval.mutable_beoordeling()->set_status(v1::BEOORDELINGSTATUS_TERMIJN_VERSTREKEN);
  geval.mutable_beoordeling()->mutable_besloten_tijdstip()->set_seconds(1'743'397'200);
  EXPECT_EQ(TextAt(geval, "eerste_ao_dag"), "2025-03-09");
  EXPECT_EQ(TextAt(geval, "ingetrokken"), "nee");
  EXPECT_EQ(TextAt(geval, "beoordeling.status"), "termijn-verstreken");
  EXPECT_EQ(TextAt(geval, "beoordeling.uitkomst"), "");
  EXPECT_EQ(TextAt(geval, "beoordeling.besloten_tijdstip"), "2025-03-31T07:00:00+02:00");
}

TEST(MessageText, JsonIsOneLineWithTheNamesOfTheContract) {
  v1::Ontvangst ontvangst;
  ontvangst.set_volgnummer(7);
  EXPECT_EQ(JsonOf(ontvangst), R"({"oordelen":[],"herhaald":false,"volgnummer":"7"})");
}

TEST(MessageText, BSN03_JsonThatCannotBeReadIsNotQuotedWithItsBsn) {
  v1::Melding melding;
  const absl::Status status = ReadJson(R"({"ziekmelding": {"bsn": 999990007 x}})", &melding);
  EXPECT_FALSE(status.ok());
  EXPECT_THAT(std::string(status.message()), Not(HasSubstr("999990007")));
  EXPECT_TRUE(ReadJson(R"({"ziekmelding": {"bsn": "999990007"}})", &melding).ok());
}

TEST(BsnMask, TakesWhatMayBeABsn) {
  EXPECT_EQ(WithoutBsn("a 999990007 b 12345678"), "a # b #");
  EXPECT_EQ(WithoutBsn("2025-03-10, 1234567"), "2025-03-10, 1234567");
  EXPECT_EQ(WithoutBsn(""), "");
}

TEST(DurationText, UnitsAndSums) {
  EXPECT_EQ(*ParseDuration("90s"), absl::Seconds(90));
  EXPECT_EQ(*ParseDuration("500ms"), absl::Milliseconds(500));
  EXPECT_EQ(*ParseDuration("1d12h30m"), absl::Hours(36) + absl::Minutes(30));
  EXPECT_EQ(*ParseDuration("2w"), absl::Hours(14 * 24));
  for (const char* wrong : {"", "5", "h", "5x", "-5h", "5 h", "99999999999h", "1d5", "400000w"}) {
    EXPECT_FALSE(ParseDuration(wrong).ok()) << wrong;
  }
}

TEST(FieldFlags, AreCalledAndWrittenAsTheirFields) {
  const auto flags = FieldFlags(*v1::SubmitZiekmeldingRequest::descriptor(), "ziekmelding",
                                {{"eerste_ao_dag", "AO"}, {"no_risk", "Risk"}});
  ASSERT_EQ(flags.size(), 2U);
  EXPECT_EQ(flags[0].name, "eerste-ao-dag");
  EXPECT_EQ(flags[0].form, "DATE");
  EXPECT_THAT(flags[1].values, testing::ElementsAre("ja", "nee"));
  Arguments arguments;
  arguments.Add("eerste-ao-dag", "2025-03-10");
  arguments.Add("no-risk", "nee");
  v1::SubmitZiekmeldingRequest request;
  ASSERT_TRUE(FillFields(flags, arguments, &request).ok());
  EXPECT_EQ(request.ziekmelding().eerste_ao_dag().dag(), 10);
  EXPECT_TRUE(request.ziekmelding().has_no_risk());
  EXPECT_FALSE(request.ziekmelding().no_risk());
}

// A flag that fills no field would be taken and forgotten.
TEST(Operations, EveryFlagOfARequestIsAFieldOfIt) {
  for (const Operation& operation : ClientOperations()) {
    EXPECT_FALSE(operation.examples.empty()) << operation.words;
    for (const Flag& flag : operation.flags) {
      if (flag.field.empty()) continue;
      EXPECT_FALSE(flag.form.empty() && flag.values.empty() && !flag.is_switch)
          << operation.words << " --" << flag.name << ": there is no field " << flag.field;
    }
    const std::size_t last = operation.words.rfind(' ');
    EXPECT_NE(GroupSummary(operation.words.substr(0, last)), "") << operation.words;
  }
}

absl::Status Refusal(absl::StatusCode code, const std::string& reason) {
  google::rpc::ErrorInfo info;
  info.set_reason(reason);
  info.set_domain("ketenproef");
  google::rpc::Status wire;
  wire.set_code(static_cast<int>(code));
  wire.add_details()->PackFrom(info);
  absl::Status status(code, "what the server says");
  client::SetDetails(wire.SerializeAsString(), &status);
  return status;
}

TEST(CallReport, ExitCodes) {
  using absl::StatusCode;
  EXPECT_EQ(ExitCodeOfCall(absl::OkStatus()), 0);
  EXPECT_EQ(ExitCodeOfCall(Refusal(StatusCode::kFailedPrecondition, "ZM-03")), 1);
  EXPECT_EQ(ExitCodeOfCall(Refusal(StatusCode::kNotFound, "HM-01")), 1);
  EXPECT_EQ(ExitCodeOfCall(Refusal(StatusCode::kInvalidArgument, "BSN-01")), 1);
  EXPECT_EQ(ExitCodeOfCall(Refusal(StatusCode::kNotFound, "OMGEVING_ONBEKEND")), 2);
  EXPECT_EQ(ExitCodeOfCall(Refusal(StatusCode::kAlreadyExists, "OMGEVING_BESTAAT")), 2);
  EXPECT_EQ(ExitCodeOfCall(Refusal(StatusCode::kFailedPrecondition, "TIJD_TERUG")), 2);
  EXPECT_EQ(ExitCodeOfCall(Refusal(StatusCode::kResourceExhausted, "LIMIET_BEREIKT")), 2);
  EXPECT_EQ(ExitCodeOfCall(Refusal(StatusCode::kInvalidArgument, "VELD_ONGELDIG")), 64);
  EXPECT_EQ(ExitCodeOfCall(UsageError("--to is wrong")), 64);
  EXPECT_EQ(ExitCodeOfCall(absl::UnavailableError("")), 69);
  EXPECT_EQ(ExitCodeOfCall(absl::DeadlineExceededError("")), 69);
  EXPECT_EQ(ExitCodeOfCall(Refusal(StatusCode::kUnavailable, "OMGEVING_GESTOPT")), 69);
  EXPECT_EQ(ExitCodeOfCall(absl::InternalError("")), 70);
}

TEST(CallReport, NamesTheRuleWithItsTitleAndSource) {
  EXPECT_EQ(
      ReportOf(Refusal(absl::StatusCode::kFailedPrecondition, "ZM-08"), "localhost:5050"),
      "ketenproef: refused by ZM-08 (Geen nieuwe ziekmelding zolang een eerder ziektegeval loopt): what the "
      "server says [source: Aanname van dit project]\n");
  EXPECT_EQ(ReportOf(Refusal(absl::StatusCode::kFailedPrecondition, "KLOK_LOOPT"), "localhost:5050"),
            "ketenproef: refused with KLOK_LOOPT: what the server says\n");
}

}  // namespace
}  // namespace ketenproef
