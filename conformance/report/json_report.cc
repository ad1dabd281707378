#include "conformance/report/json_report.h"

#include <google/protobuf/util/json_util.h>

#include "absl/strings/str_cat.h"

namespace ketenproef::conformance {

absl::StatusOr<std::string> JsonOf(const v1::RunResult& run) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = true;
  options.always_print_primitive_fields = true;
  options.preserve_proto_field_names = true;
  std::string json;
  const auto status = google::protobuf::util::MessageToJsonString(run, &json, options);
  if (!status.ok()) return absl::InternalError(absl::StrCat("no JSON of this run: ", status.ToString()));
  return json;
}

}  // namespace ketenproef::conformance
