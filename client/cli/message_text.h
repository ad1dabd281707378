// Messages of the contract as text for people and as JSON for scripts, under the names of the contract: a
// column is called as its field is.
#ifndef KETENPROEF_CLIENT_CLI_MESSAGE_TEXT_H_
#define KETENPROEF_CLIENT_CLI_MESSAGE_TEXT_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace ketenproef {

// One line of protobuf JSON with the names of the contract, all fields of simple kinds written out.
std::string JsonOf(const google::protobuf::Message& message);
// Reads it back; the error says what is wrong without a BSN.
absl::Status ReadJson(absl::string_view json, google::protobuf::Message* message);

// A line for each field that is set, `name  value`; messages inside it indented, lists of them as tables. A
// message that only wraps one other is passed over.
std::string FieldsOf(const google::protobuf::Message& message);

// The value at a path such as `beoordeling.status`: dates as JJJJ-MM-DD, instants as in the Netherlands,
// ja and nee, values of enums as flags have them; empty where it is not set.
std::string TextAt(const google::protobuf::Message& message, absl::string_view path);

// The messages of a list response: those of its one repeated field.
std::vector<const google::protobuf::Message*> ItemsOf(const google::protobuf::Message& response);
// A table of messages of one kind; each column is a path, its name the last part.
std::string TableOf(const std::vector<const google::protobuf::Message*>& messages,
                    const std::vector<std::string>& columns, std::size_t indent = 0);

// The value as flags and tables have it: BEOORDELINGSTATUS_TERMIJN_VERSTREKEN is `termijn-verstreken`; empty
// for the unspecified one.
std::string WordOf(const google::protobuf::EnumValueDescriptor& value);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_MESSAGE_TEXT_H_
