// What a refused call says besides its code: the rule or reason, more about it by name, and each wrong field.
// Errors of this library are an absl::Status that carries these details where the server gave them.
//
//   const auto answer = client.Call(request);
//   if (!answer.ok() && CallErrorOf(answer.status()).reason == "ZM-03") ...
#ifndef KETENPROEF_CLIENT_LIB_CALL_ERROR_H_
#define KETENPROEF_CLIENT_LIB_CALL_ERROR_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace ketenproef::client {

struct FieldViolation {
  std::string field;        // its name in the record, such as `eerste_ao_dag`
  std::string description;  // what form it should have
  std::string reason;       // the rule that it breaks
};

struct CallError {
  std::string reason;  // a rule ID such as `ZM-08`, or UPPER_SNAKE_CASE; empty: none was given
  std::string domain;  // `ketenproef`
  std::map<std::string, std::string> metadata;
  std::vector<FieldViolation> fields;
};

CallError CallErrorOf(const absl::Status& status);

// Puts a serialised google.rpc.Status (`grpc-status-details-bin`) into an error.
void SetDetails(absl::string_view serialised, absl::Status* status);

}  // namespace ketenproef::client

#endif  // KETENPROEF_CLIENT_LIB_CALL_ERROR_H_
