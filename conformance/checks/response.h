// Whether the answer to any call holds what a case expects of it.
#ifndef CONFORMANCE_CHECKS_RESPONSE_H_
#define CONFORMANCE_CHECKS_RESPONSE_H_

#include <google/protobuf/message.h>

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "conformance/checks/findings.h"

namespace ketenproef::conformance {

// Reads protobuf text format; the error names line and column. An empty text is an empty message.
absl::Status ParseTextFormat(absl::string_view text, google::protobuf::Message* message);

// Every field that `expected` has must be in `response` with that value, lists whole.
void CheckResponse(const google::protobuf::Message& expected, const google::protobuf::Message& response,
                   Findings* findings);

// BSN-03: the token of the next page, where the answer has one, holds no BSN.
void CheckPageToken(const google::protobuf::Message& response, Findings* findings);

// The text or number at a path such as `rapportages[0].rapportage_id`; nullopt: there is none.
std::optional<std::string> ValueAt(const google::protobuf::Message& message, absl::string_view path);

// Whether a field is a list without elements, a message that is not set, or a value that is the default;
// nullopt: the path leads to no field.
std::optional<bool> IsEmptyAt(const google::protobuf::Message& message, absl::string_view path);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CHECKS_RESPONSE_H_
