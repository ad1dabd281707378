#include "client/lib/call_error.h"

#include "absl/strings/cord.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace ketenproef::client {
namespace {

// The type of the payload, as Abseil wants them named.
constexpr absl::string_view kPayload = "type.googleapis.com/google.rpc.Status";

}  // namespace

void SetDetails(absl::string_view serialised, absl::Status* status) {
  status->SetPayload(kPayload, absl::Cord(serialised));
}

CallError CallErrorOf(const absl::Status& status) {
  CallError error;
  const auto payload = status.GetPayload(kPayload);
  google::rpc::Status wire;
  if (!payload.has_value() || !wire.ParseFromString(std::string(*payload))) return error;
  for (const auto& any : wire.details()) {
    google::rpc::ErrorInfo info;
    google::rpc::BadRequest bad_request;
    if (any.UnpackTo(&info)) {
      error.reason = info.reason();
      error.domain = info.domain();
      error.metadata.insert(info.metadata().begin(), info.metadata().end());
    } else if (any.UnpackTo(&bad_request)) {
      for (const auto& field : bad_request.field_violations()) {
        error.fields.push_back({field.field(), field.description(), field.reason()});
      }
    }
  }
  return error;
}

}  // namespace ketenproef::client
