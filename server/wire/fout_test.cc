#include "server/wire/fout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace ketenproef {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::Pair;
using testing::UnorderedElementsAre;

// What a caller finds in the error.
struct Details {
  google::rpc::Status status;
  google::rpc::ErrorInfo info;
  google::rpc::BadRequest bad_request;
};

Details Read(const absl::Status& fout) {
  Details details;
  EXPECT_TRUE(details.status.ParseFromString(DetailsOf(fout)));
  EXPECT_GE(details.status.details_size(), 1);
  for (const auto& any : details.status.details()) {
    EXPECT_TRUE(any.UnpackTo(&details.info) || any.UnpackTo(&details.bad_request)) << any.type_url();
  }
  return details;
}

struct FoutCase {
  absl::Status fout;
  absl::StatusCode code;
  std::string reason;
};

std::vector<FoutCase> Fouten() {
  return {
      {FoutVeld("page_size", "must not be negative"), absl::StatusCode::kInvalidArgument, "VELD_ONGELDIG"},
      {FoutBatchTeGroot(1'001), absl::StatusCode::kResourceExhausted, "BATCH_TE_GROOT"},
      {FoutLimiet("full"), absl::StatusCode::kResourceExhausted, "LIMIET_BEREIKT"},
      {FoutOmgevingOnbekend(), absl::StatusCode::kNotFound, "OMGEVING_ONBEKEND"},
      {FoutOmgevingBestaat(), absl::StatusCode::kAlreadyExists, "OMGEVING_BESTAAT"},
      {FoutOmgevingGestopt("the disk is full"), absl::StatusCode::kUnavailable, "OMGEVING_GESTOPT"},
      {FoutZiektegevalOnbekend(), absl::StatusCode::kNotFound, "ZIEKTEGEVAL_ONBEKEND"},
      {FoutRapportageOnbekend(), absl::StatusCode::kNotFound, "RAPPORTAGE_ONBEKEND"},
      {FoutBerichtOnbekend(1), absl::StatusCode::kNotFound, "BERICHT_ONBEKEND"},
      {FoutTijdTerug("back"), absl::StatusCode::kFailedPrecondition, "TIJD_TERUG"},
      {FoutOntvangstOngelijk({{"aantal_rijen_verwacht", "2"}, {"aantal_rijen_ontvangen", "3"}}),
       absl::StatusCode::kFailedPrecondition, "ONTVANGST_ONGELIJK"},
      {FoutKlokLoopt(), absl::StatusCode::kFailedPrecondition, "KLOK_LOOPT"},
      {FoutStoringOnbekend(), absl::StatusCode::kNotFound, "STORING_ONBEKEND"},
      {FoutRolElders("UWV", "localhost:5051"), absl::StatusCode::kFailedPrecondition, "ROL_NIET_GESIMULEERD"},
      {FoutStoring(1, 10), absl::StatusCode::kAborted, "STORING"},
      // Made below, where reasons are not known.
      {absl::NotFoundError("deleted"), absl::StatusCode::kNotFound, "OMGEVING_ONBEKEND"},
      {absl::ResourceExhaustedError("queue"), absl::StatusCode::kResourceExhausted, "LIMIET_BEREIKT"},
      {absl::UnavailableError("stopped"), absl::StatusCode::kUnavailable, "OMGEVING_GESTOPT"},
      {absl::InternalError("fault"), absl::StatusCode::kInternal, "INTERN"},
  };
}

TEST(Fout, EveryConstructorCarriesCodeReasonAndDomain) {
  for (const FoutCase& c : Fouten()) {
    SCOPED_TRACE(c.reason);
    EXPECT_EQ(c.fout.code(), c.code);
    const Details details = Read(c.fout);
    EXPECT_EQ(details.info.reason(), c.reason);
    EXPECT_EQ(details.info.domain(), "ketenproef");
    EXPECT_EQ(details.status.code(), static_cast<int>(c.code));
    EXPECT_EQ(details.status.message(), std::string(c.fout.message()));
    EXPECT_FALSE(details.status.message().empty());
    // BadRequest goes with a wrong field and with nothing else.
    EXPECT_EQ(details.bad_request.field_violations_size(),
              c.code == absl::StatusCode::kInvalidArgument ? 1 : 0);
  }
}

TEST(Fout, VeldNamesTheField) {
  const Details details = Read(FoutVeld("page_token", "must be a token"));
  ASSERT_EQ(details.bad_request.field_violations_size(), 1);
  EXPECT_EQ(details.bad_request.field_violations(0).field(), "page_token");
  EXPECT_THAT(details.bad_request.field_violations(0).description(), HasSubstr("must be a token"));
}

TEST(Fout, BatchTeGrootSaysHowManyAndHowManyMay) {
  const std::string message(FoutBatchTeGroot(1'001).message());
  EXPECT_THAT(message, HasSubstr("1001"));
  EXPECT_THAT(message, HasSubstr("1000"));
}

TEST(Fout, OntvangstOngelijkSaysWhatDiffers) {
  const Details details =
      Read(FoutOntvangstOngelijk({{"sha256_verwacht", "aa"}, {"sha256_ontvangen", "bb"}}));
  EXPECT_THAT(details.info.metadata(),
              UnorderedElementsAre(Pair("sha256_verwacht", "aa"), Pair("sha256_ontvangen", "bb")));
}

TEST(Fout, OmgevingOnbekendDoesNotRepeatWhatWasAskedFor) {
  EXPECT_THAT(std::string(FoutOmgevingOnbekend().message()), HasSubstr("omgeving"));
}

// A bericht_id is text of the caller's and may hold anything, so the message counts instead (BSN-03).
TEST(Fout, BSN03_BerichtOnbekendSaysWhichByItsPlace) {
  EXPECT_THAT(std::string(FoutBerichtOnbekend(3).message()), HasSubstr("number 3"));
}

struct WeigeringCase {
  Weigeringsoort soort;
  absl::StatusCode code;
  v1::Weigeringsoort wire;
};

TEST(Fout, EveryKindOfRefusalAsStatusAndInABatch) {
  const std::vector<WeigeringCase> cases = {
      {Weigeringsoort::kVeld, absl::StatusCode::kInvalidArgument, v1::WEIGERINGSOORT_VELD},
      {Weigeringsoort::kToestand, absl::StatusCode::kFailedPrecondition, v1::WEIGERINGSOORT_TOESTAND},
      {Weigeringsoort::kAndereInhoud, absl::StatusCode::kAlreadyExists, v1::WEIGERINGSOORT_ANDERE_INHOUD},
      {Weigeringsoort::kOnbekend, absl::StatusCode::kNotFound, v1::WEIGERINGSOORT_ONBEKEND}};
  for (const WeigeringCase& c : cases) {
    const Weigering weigering{Regel::kZm08, c.soort, "another case is open", {}};
    const absl::Status fout = FoutVan(weigering);
    EXPECT_EQ(fout.code(), c.code);
    EXPECT_EQ(Read(fout).info.reason(), "ZM-08");
    v1::Weigering wire;
    ToWire(weigering, &wire);
    EXPECT_EQ(wire.soort(), c.wire);
    EXPECT_EQ(wire.regel(), "ZM-08");
    EXPECT_EQ(wire.uitleg(), "another case is open");
    EXPECT_EQ(wire.velden_size(), 0);
    v1::Weigering of_fout;
    ToWire(fout, &of_fout);
    EXPECT_EQ(of_fout.soort(), c.wire);
    EXPECT_EQ(of_fout.regel(), "ZM-08");
  }
}

TEST(Fout, ZM01_RefusalListsEveryField) {
  const Weigering weigering{
      Regel::kZm01,
      Weigeringsoort::kVeld,
      "kenmerk is missing",
      {{Regel::kZm01, "kenmerk", "is missing"}, {Regel::kBsn01, "bsn", "must be nine digits"}}};
  const Details details = Read(FoutVan(weigering));
  EXPECT_EQ(details.info.reason(), "ZM-01");
  ASSERT_EQ(details.bad_request.field_violations_size(), 2);
  EXPECT_EQ(details.bad_request.field_violations(0).field(), "kenmerk");
  EXPECT_THAT(details.bad_request.field_violations(0).description(), HasSubstr("ZM-01"));
  EXPECT_EQ(details.bad_request.field_violations(1).field(), "bsn");
  EXPECT_THAT(details.bad_request.field_violations(1).description(), HasSubstr("BSN-01"));
  v1::Weigering wire;
  ToWire(weigering, &wire);
  ASSERT_EQ(wire.velden_size(), 2);
  EXPECT_EQ(wire.velden(1).veld(), "bsn");
  EXPECT_EQ(wire.velden(1).regel(), "BSN-01");
  EXPECT_EQ(wire.velden(1).uitleg(), "must be nine digits");
}

// "With WEIGERINGSOORT_VELD every wrong field", also where no rule speaks about it.
TEST(Fout, VeldInABatchNamesTheField) {
  v1::Weigering wire;
  ToWire(FoutVeld("tijdstip", "must be an instant"), &wire);
  EXPECT_EQ(wire.regel(), "VELD_ONGELDIG");
  EXPECT_EQ(wire.soort(), v1::WEIGERINGSOORT_VELD);
  ASSERT_EQ(wire.velden_size(), 1);
  EXPECT_EQ(wire.velden(0).veld(), "tijdstip");
}

TEST(Fout, TechnicalReasonsInABatch) {
  v1::Weigering wire;
  ToWire(FoutTijdTerug("the clock moves only forward"), &wire);
  EXPECT_EQ(wire.regel(), "TIJD_TERUG");
  EXPECT_EQ(wire.soort(), v1::WEIGERINGSOORT_TOESTAND);
  v1::Weigering limit;
  ToWire(FoutLimiet("full"), &limit);
  EXPECT_EQ(limit.soort(), v1::WEIGERINGSOORT_LIMIET);
}

}  // namespace
}  // namespace ketenproef
