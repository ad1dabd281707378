// The methods of the contract by name, with empty messages to make requests and responses of. Immutable: safe
// from any thread.
#ifndef CONFORMANCE_RUNNER_METHOD_TABLE_H_
#define CONFORMANCE_RUNNER_METHOD_TABLE_H_

#include <google/protobuf/message.h>

#include <memory>
#include <string>

#include "absl/strings/string_view.h"

namespace ketenproef::conformance {

enum class MethodShape { kUnary, kReading, kBatches };

struct MethodEntry {
  // As `ketenproef.v1.KlokService/GetClock`.
  std::string name;
  MethodShape shape;
  const google::protobuf::Message* request;
  const google::protobuf::Message* response;

  std::unique_ptr<google::protobuf::Message> NewRequest() const {
    return std::unique_ptr<google::protobuf::Message>(request->New());
  }
  std::unique_ptr<google::protobuf::Message> NewResponse() const {
    return std::unique_ptr<google::protobuf::Message>(response->New());
  }
};

// Null: the contract has no such method.
const MethodEntry* FindMethod(absl::string_view name);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_METHOD_TABLE_H_
