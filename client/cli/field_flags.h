// Flags that fill fields of a request: their form comes from the contract, so that a flag is called and
// written as its field is.
//
//   FieldFlags<v1::SubmitZiekmeldingRequest>("ziekmelding", {{"kenmerk", "Your own reference"}, ...})
//
// Whether what was given is right is for the server to judge, except where it cannot be said in the contract
// at all: a date that does not exist, a word that is no value of an enum.
#ifndef KETENPROEF_CLIENT_CLI_FIELD_FLAGS_H_
#define KETENPROEF_CLIENT_CLI_FIELD_FLAGS_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "client/cli/operation.h"

namespace ketenproef {

struct FieldHelp {
  std::string field;  // path within the record, such as `eerste_ao_dag`
  std::string help;
  std::string default_word = {};
  bool is_required = false;
  std::string flag = {};  // empty: the last part of the path
};

// `record`: the path of the message that the fields are in; empty: the request itself.
std::vector<Flag> FieldFlags(const google::protobuf::Descriptor& request, const std::string& record,
                             const std::vector<FieldHelp>& fields);

// Fills the fields of the flags that were given. The error is one of the command line and quotes nothing.
absl::Status FillFields(const std::vector<Flag>& flags, const Arguments& arguments,
                        google::protobuf::Message* request);

// The values of an enum as flags take them.
std::vector<std::string> WordsOf(const google::protobuf::EnumDescriptor& type);
// The number of that value, or -1.
int NumberOf(const google::protobuf::EnumDescriptor& type, const std::string& word);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_FIELD_FLAGS_H_
