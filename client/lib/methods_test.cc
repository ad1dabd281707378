// The table of methods against the contract itself.
#include "client/lib/methods.h"

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace ketenproef::client {
namespace {

struct Entry {
  const google::protobuf::Descriptor* request;
  const google::protobuf::Descriptor* response;
  MethodKind kind;
};

// By path, such as /ketenproef.v1.KlokService/GetClock.
std::map<std::string, Entry> Table() {
  std::map<std::string, Entry> table;
#define KETENPROEF_ENTRY(service, method, kind)                                                 \
  table[MethodOf<v1::method##Request>::kPath] = {v1::method##Request::descriptor(),             \
                                                 ResponseTo<v1::method##Request>::descriptor(), \
                                                 MethodOf<v1::method##Request>::kKind};
  KETENPROEF_METHODS(KETENPROEF_ENTRY)
#undef KETENPROEF_ENTRY
  return table;
}

// Every service of the contract: those of the files that the requests of the table stand in.
std::map<std::string, const google::protobuf::MethodDescriptor*> Contract() {
  std::map<std::string, const google::protobuf::MethodDescriptor*> methods;
  for (const auto& [path, entry] : Table()) {
    const google::protobuf::FileDescriptor& file = *entry.request->file();
    for (int i = 0; i < file.service_count(); ++i) {
      for (int j = 0; j < file.service(i)->method_count(); ++j) {
        const auto* method = file.service(i)->method(j);
        methods[absl::StrCat("/", method->service()->full_name(), "/", method->name())] = method;
      }
    }
  }
  return methods;
}

TEST(Methods, EveryMethodOfTheContractIsInTheTableAsItIs) {
  const auto table = Table();
  EXPECT_GE(table.size(), 50U);
  for (const auto& [path, method] : Contract()) {
    const auto found = table.find(path);
    ASSERT_NE(found, table.end()) << path << " is not in KETENPROEF_METHODS";
    EXPECT_EQ(found->second.request, method->input_type()) << path;
    EXPECT_EQ(found->second.response, method->output_type()) << path;
    EXPECT_EQ(found->second.kind == MethodKind::kBatches, method->client_streaming()) << path;
    EXPECT_EQ(found->second.kind == MethodKind::kBatches || found->second.kind == MethodKind::kReading,
              method->server_streaming())
        << path;
  }
  EXPECT_EQ(table.size(), Contract().size());
}

// What the contract calls not idempotent must never be repeated by itself.
TEST(Methods, OnlyWhatTheContractAllowsIsRepeated) {
  for (const auto& [path, entry] : Table()) {
    const std::string name = path.substr(path.find('/', 1) + 1);
    const bool reads = absl::StartsWith(name, "Get") || absl::StartsWith(name, "List") || name == "LookupLks";
    const bool is_idempotent = absl::StartsWith(name, "Set") || absl::StartsWith(name, "Confirm") ||
                               absl::StartsWith(name, "Deliver") || absl::StartsWith(name, "Submit") ||
                               name == "WithdrawZiekmelding" || name == "RegisterWoonplaats";
    if (entry.kind == MethodKind::kRepeatable) {
      EXPECT_TRUE(reads || is_idempotent) << path;
    }
    if (entry.kind == MethodKind::kOnce) {
      EXPECT_FALSE(reads || is_idempotent) << path;
    }
  }
}

}  // namespace
}  // namespace ketenproef::client
