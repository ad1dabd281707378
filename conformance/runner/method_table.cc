#include "conformance/runner/method_table.h"

#include <map>

#include "client/lib/methods.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

MethodShape ShapeOf(client::MethodKind kind) {
  if (kind == client::MethodKind::kReading) return MethodShape::kReading;
  return kind == client::MethodKind::kBatches ? MethodShape::kBatches : MethodShape::kUnary;
}

template <typename Request>
void AddTo(std::map<std::string, MethodEntry>* table) {
  const std::string name = client::MethodOf<Request>::kPath + 1;  // without the slash in front
  table->insert({name,
                 {name, ShapeOf(client::MethodOf<Request>::kKind), &Request::default_instance(),
                  &client::ResponseTo<Request>::default_instance()}});
}

std::map<std::string, MethodEntry> MakeTable() {
  std::map<std::string, MethodEntry> table;
#define KETENPROEF_ADD_METHOD(service, method, kind) AddTo<contract::method##Request>(&table);
  KETENPROEF_METHODS(KETENPROEF_ADD_METHOD)
#undef KETENPROEF_ADD_METHOD
  return table;
}

}  // namespace

const MethodEntry* FindMethod(absl::string_view name) {
  static const auto* const kTable = new std::map<std::string, MethodEntry>(MakeTable());
  const auto found = kTable->find(std::string(name));
  return found == kTable->end() ? nullptr : &found->second;
}

}  // namespace ketenproef::conformance
