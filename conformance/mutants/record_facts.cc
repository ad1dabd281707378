#include "conformance/mutants/record_facts.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

namespace ketenproef::conformance {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// The record that is set; null: none is.
const Message* Inner(const contract::Draaiboekregel& record) {
  const FieldDescriptor* field = contract::Draaiboekregel::GetReflection()->GetOneofFieldDescriptor(
      record, contract::Draaiboekregel::descriptor()->FindOneofByName("opdracht"));
  return field == nullptr ? nullptr : &contract::Draaiboekregel::GetReflection()->GetMessage(record, field);
}

std::string TextOf(const contract::Draaiboekregel& record, const char* name) {
  const Message* inner = Inner(record);
  const FieldDescriptor* field = inner == nullptr ? nullptr : inner->GetDescriptor()->FindFieldByName(name);
  return field == nullptr ? "" : inner->GetReflection()->GetString(*inner, field);
}

std::optional<Dag> DagOfField(const contract::Draaiboekregel& record, const char* name) {
  const Message* inner = Inner(record);
  const FieldDescriptor* field = inner == nullptr ? nullptr : inner->GetDescriptor()->FindFieldByName(name);
  if (field == nullptr) return std::nullopt;
  contract::Datum datum;
  datum.CopyFrom(inner->GetReflection()->GetMessage(*inner, field));
  return DagVanDatum(datum);
}

}  // namespace

std::string BsnOf(const contract::Draaiboekregel& record) {
  return TextOf(record, "bsn");
}

std::string NummerOf(const contract::Draaiboekregel& record) {
  return TextOf(record, "loonheffingennummer");
}

std::string KenmerkOf(const contract::Draaiboekregel& record) {
  return TextOf(record, "kenmerk");
}

std::string VerwijstNaar(const contract::Draaiboekregel& record) {
  return TextOf(record, "verwijst_naar");
}

std::optional<Dag> AoOf(const contract::Draaiboekregel& record) {
  return DagOfField(record, "eerste_ao_dag");
}

std::optional<Dag> HersteldPerOf(const contract::Draaiboekregel& record) {
  return DagOfField(record, "hersteld_per");
}

std::optional<Dag> VanOf(const contract::Draaiboekregel& record) {
  return DagOfField(record, "datum_van");
}

std::optional<Dag> TotOf(const contract::Draaiboekregel& record) {
  return DagOfField(record, "datum_tot");
}

bool MeldtZiek(const contract::Draaiboekregel& record) {
  return record.has_ziekmelding() || record.has_ziek_en_herstelmelding();
}

std::optional<contract::Ziektegeval> GenoemdGeval(const RecordPassage& passage) {
  const std::string verwijst_naar = VerwijstNaar(passage.record);
  const bool is_new = verwijst_naar.empty() && MeldtZiek(passage.record);
  return passage.world().Geval(NummerOf(passage.record), is_new ? KenmerkOf(passage.record) : verwijst_naar);
}

bool IsVanEenAnder(const RecordPassage& passage, const std::optional<contract::Ziektegeval>& geval) {
  if (geval.has_value()) return false;
  for (const auto& other : passage.world().Gevallen()) {
    if (other.kenmerk() == VerwijstNaar(passage.record)) return true;
  }
  return false;
}

}  // namespace ketenproef::conformance
