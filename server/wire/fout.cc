#include "server/wire/fout.h"

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "server/rules/limits.h"

namespace ketenproef {
namespace {

constexpr absl::string_view kPayloadUrl = "type.googleapis.com/google.rpc.Status";

// The one place where an error is put together.
absl::Status Make(absl::StatusCode code, absl::string_view reason, absl::string_view uitleg,
                  const google::rpc::BadRequest& bad_request = {},
                  const std::vector<std::pair<std::string, std::string>>& metadata = {}) {
  google::rpc::Status wire;
  wire.set_code(static_cast<int>(code));
  wire.set_message(std::string(uitleg));
  google::rpc::ErrorInfo info;
  info.set_reason(std::string(reason));
  info.set_domain(std::string(kFoutDomein));
  for (const auto& [key, value] : metadata) (*info.mutable_metadata())[key] = value;
  wire.add_details()->PackFrom(info);
  if (bad_request.field_violations_size() > 0) wire.add_details()->PackFrom(bad_request);
  absl::Status status(code, uitleg);
  status.SetPayload(kPayloadUrl, absl::Cord(wire.SerializeAsString()));
  return status;
}

absl::StatusCode CodeOf(Weigeringsoort soort) {
  switch (soort) {
    case Weigeringsoort::kVeld:
      return absl::StatusCode::kInvalidArgument;
    case Weigeringsoort::kToestand:
      return absl::StatusCode::kFailedPrecondition;
    case Weigeringsoort::kAndereInhoud:
      return absl::StatusCode::kAlreadyExists;
    case Weigeringsoort::kOnbekend:
      return absl::StatusCode::kNotFound;
  }
  return absl::StatusCode::kInternal;
}

v1::Weigeringsoort SoortOf(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kInvalidArgument:
      return v1::WEIGERINGSOORT_VELD;
    case absl::StatusCode::kAlreadyExists:
      return v1::WEIGERINGSOORT_ANDERE_INHOUD;
    case absl::StatusCode::kNotFound:
      return v1::WEIGERINGSOORT_ONBEKEND;
    case absl::StatusCode::kResourceExhausted:
      return v1::WEIGERINGSOORT_LIMIET;
    default:
      return v1::WEIGERINGSOORT_TOESTAND;
  }
}

// The reason of an error that was made below, where reasons are not known.
absl::string_view ReasonOf(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kNotFound:
      return "OMGEVING_ONBEKEND";
    case absl::StatusCode::kResourceExhausted:
      return "LIMIET_BEREIKT";
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kDataLoss:
      return "OMGEVING_GESTOPT";
    default:
      return "INTERN";
  }
}

}  // namespace

absl::Status FoutVan(const Weigering& weigering) {
  google::rpc::BadRequest bad_request;
  for (const Veldfout& fout : weigering.velden) {
    auto* violation = bad_request.add_field_violations();
    violation->set_field(fout.veld);
    violation->set_description(absl::StrCat(RegelId(fout.regel), ": ", fout.uitleg));
  }
  return Make(CodeOf(weigering.soort), RegelId(weigering.regel),
              absl::StrCat(RegelId(weigering.regel), ": ", weigering.uitleg), bad_request);
}

absl::Status FoutVeld(absl::string_view veld, absl::string_view uitleg) {
  google::rpc::BadRequest bad_request;
  auto* violation = bad_request.add_field_violations();
  violation->set_field(std::string(veld));
  violation->set_description(std::string(uitleg));
  return Make(absl::StatusCode::kInvalidArgument, "VELD_ONGELDIG", absl::StrCat(veld, ": ", uitleg),
              bad_request);
}

absl::Status FoutBatchTeGroot(int records) {
  return Make(
      absl::StatusCode::kResourceExhausted, "BATCH_TE_GROOT",
      absl::StrCat("the batch holds ", records, " records, at most ", kMaxBatchRecords, " are allowed"));
}

absl::Status FoutLimiet(absl::string_view uitleg) {
  return Make(absl::StatusCode::kResourceExhausted, "LIMIET_BEREIKT", uitleg);
}

// Does not repeat the name: whatever a caller put there would end in logs (BSN-03).
absl::Status FoutOmgevingOnbekend() {
  return Make(
      absl::StatusCode::kNotFound, "OMGEVING_ONBEKEND",
      "there is no environment of this name; create it first, or leave the metadata `omgeving` out for the "
      "default one");
}

absl::Status FoutOmgevingBestaat() {
  return Make(absl::StatusCode::kAlreadyExists, "OMGEVING_BESTAAT",
              "an environment of this name is there already; choose another name, or delete it first");
}

absl::Status FoutOmgevingGestopt(absl::string_view uitleg) {
  return Make(absl::StatusCode::kUnavailable, "OMGEVING_GESTOPT", uitleg);
}

absl::Status FoutZiektegevalOnbekend() {
  return Make(absl::StatusCode::kNotFound, "ZIEKTEGEVAL_ONBEKEND",
              "no ziekmelding of this loonheffingennummer has this kenmerk");
}

absl::Status FoutRapportageOnbekend() {
  return Make(absl::StatusCode::kNotFound, "RAPPORTAGE_ONBEKEND", "no report has this rapportage_id");
}

// Says which one by its place: what a caller put there is not repeated (BSN-03).
absl::Status FoutBerichtOnbekend(int place) {
  return Make(absl::StatusCode::kNotFound, "BERICHT_ONBEKEND",
              absl::StrCat("bericht_ids: number ", place, " is the bericht_id of no doorlevering"));
}

absl::Status FoutTijdTerug(absl::string_view uitleg) {
  return Make(absl::StatusCode::kFailedPrecondition, "TIJD_TERUG", uitleg);
}

absl::Status FoutOntvangstOngelijk(const std::vector<std::pair<std::string, std::string>>& verschillen) {
  return Make(absl::StatusCode::kFailedPrecondition, "ONTVANGST_ONGELIJK",
              absl::StrCat("the confirmation does not match the report, download it again: ",
                           absl::StrJoin(verschillen, ", ", absl::PairFormatter(" "))),
              {}, verschillen);
}

absl::Status FoutKlokLoopt() {
  return Make(absl::StatusCode::kFailedPrecondition, "KLOK_LOOPT",
              "the clock runs by itself; set it to CLOCK_MODE_STEPPED first");
}

absl::Status FoutStoringOnbekend() {
  return Make(absl::StatusCode::kNotFound, "STORING_ONBEKEND", "no fault plan has this storing_id");
}

absl::Status FoutRolElders(absl::string_view rol, absl::string_view adres) {
  return Make(absl::StatusCode::kFailedPrecondition, "ROL_NIET_GESIMULEERD",
              adres.empty() ? absl::StrCat("in this environment the simulator does not play ", rol)
                            : absl::StrCat("in this environment ", rol, " is played by the system at ", adres,
                                           "; call it there"));
}

absl::Status FoutStoring(std::uint32_t nummer, std::uint32_t code) {
  return Make(static_cast<absl::StatusCode>(code), "STORING",
              absl::StrCat("fault plan S-", nummer, " of this environment let this call fail"));
}

std::string DetailsOf(const absl::Status& status) {
  if (const auto payload = status.GetPayload(kPayloadUrl)) return std::string(*payload);
  return std::string(*Make(status.code(), ReasonOf(status.code()), status.message()).GetPayload(kPayloadUrl));
}

void ToWire(const Weigering& weigering, v1::Weigering* wire) {
  wire->set_regel(std::string(RegelId(weigering.regel)));
  wire->set_soort(SoortOf(CodeOf(weigering.soort)));
  wire->set_uitleg(weigering.uitleg);
  for (const Veldfout& fout : weigering.velden) {
    auto* veld = wire->add_velden();
    veld->set_veld(fout.veld);
    veld->set_regel(std::string(RegelId(fout.regel)));
    veld->set_uitleg(fout.uitleg);
  }
}

void ToWire(const absl::Status& fout, v1::Weigering* wire) {
  google::rpc::Status status;
  google::rpc::ErrorInfo info;
  google::rpc::BadRequest bad_request;
  if (status.ParseFromString(DetailsOf(fout))) {
    for (const auto& detail : status.details()) {
      if (detail.Is<google::rpc::ErrorInfo>()) detail.UnpackTo(&info);
      if (detail.Is<google::rpc::BadRequest>()) detail.UnpackTo(&bad_request);
    }
  }
  wire->set_regel(info.reason());
  for (const auto& violation : bad_request.field_violations()) {
    auto* veld = wire->add_velden();
    veld->set_veld(violation.field());
    veld->set_regel(info.reason());
    veld->set_uitleg(violation.description());
  }
  wire->set_soort(SoortOf(fout.code()));
  wire->set_uitleg(std::string(fout.message()));
}

}  // namespace ketenproef
