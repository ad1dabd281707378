#include "conformance/runner/configuration_json.h"

#include <google/protobuf/util/json_util.h>
#include <google/protobuf/wrappers.pb.h>

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "conformance/checks/administration.h"

namespace ketenproef::conformance {
namespace {

constexpr char kListen[] = "127.0.0.1:0";

std::string JsonOf(const google::protobuf::Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  std::string json;
  // Fails for messages with an Any of a type that is not there only.
  (void)google::protobuf::util::MessageToJsonString(message, &json, options);
  return json;
}

std::string Quoted(const std::string& text) {
  google::protobuf::StringValue value;
  value.set_value(text);
  return JsonOf(value);
}

std::string ListOf(const std::vector<std::string>& items) {
  return absl::StrCat("[", absl::StrJoin(items, ", "), "]");
}

std::string OrganisationJson(absl::string_view kind, const SystemConfig& config) {
  return absl::StrCat(R"({"kind": ")", kind, R"(", "folder": )", Quoted(config.folder), R"(, "listen": ")",
                      kListen, "\"}\n");
}

absl::StatusOr<std::string> GemeenteJson(const SystemConfig& config) {
  const auto perioden = LksPeriodenOf(config.administration);
  if (!perioden.ok()) return perioden.status();
  std::vector<std::string> codes;
  for (const std::string& code : config.administration.gemeentecodes()) codes.push_back(Quoted(code));
  std::vector<std::string> lks;
  for (const auto& periode : *perioden) lks.push_back(JsonOf(periode));
  const bool collects = config.kind == v1::SYSTEM_KIND_GEMEENTE_OPHALER;
  const std::string rest =
      collects ? absl::StrCat(R"("inlichtingenbureau": )", Quoted(config.inlichtingenbureau),
                              R"(, "poll_seconds": )", config.poll_seconds)
               : absl::StrCat(R"("listen": ")", kListen, R"(", "lks_perioden": )", ListOf(lks));
  return absl::StrCat(R"({"mode": ")", collects ? "collect" : "serve", R"(", "gemeentecodes": )",
                      ListOf(codes), R"(, "omgeving": )",
                      Quoted(config.omgeving.empty() ? "standaard" : config.omgeving), R"(, "folder": )",
                      Quoted(config.folder), ", ", rest, "}\n");
}

}  // namespace

absl::StatusOr<std::string> ConfigurationJson(const SystemConfig& config) {
  switch (config.kind) {
    case v1::SYSTEM_KIND_GEMEENTE:
    case v1::SYSTEM_KIND_GEMEENTE_OPHALER:
      return GemeenteJson(config);
    case v1::SYSTEM_KIND_UWV:
      return OrganisationJson("uwv", config);
    case v1::SYSTEM_KIND_INLICHTINGENBUREAU:
      return OrganisationJson("inlichtingenbureau", config);
    default:
      return absl::InvalidArgumentError("there is no system of this kind");
  }
}

}  // namespace ketenproef::conformance
