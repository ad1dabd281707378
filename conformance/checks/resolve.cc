#include "conformance/checks/resolve.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace ketenproef::conformance {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

bool IsDay(const FieldDescriptor& field) {
  static const auto* const kDays = new std::set<std::string>{
      "datum",        "datum_van",     "datum_tot",   "einde_uitkeringsverhouding", "einde_arbeidsverhouding",
      "datum_ingang", "eerste_ao_dag", "uiterste_dag"};
  return kDays->contains(field.name());
}

// Replaces every text of a message, also in the messages that it holds.
absl::Status Rewrite(const std::function<absl::Status(const FieldDescriptor&, std::string*)>& rewrite,
                     Message* message) {
  const auto* const reflection = message->GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection->ListFields(*message, &fields);
  for (const FieldDescriptor* field : fields) {
    const int count = field->is_repeated() ? reflection->FieldSize(*message, field) : 1;
    for (int i = 0; i < count; ++i) {
      absl::Status status;
      if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
        status = Rewrite(rewrite, field->is_repeated() ? reflection->MutableRepeatedMessage(message, field, i)
                                                       : reflection->MutableMessage(message, field));
      } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
        std::string text = field->is_repeated() ? reflection->GetRepeatedString(*message, field, i)
                                                : reflection->GetString(*message, field);
        status = rewrite(*field, &text);
        if (field->is_repeated()) {
          reflection->SetRepeatedString(message, field, i, text);
        } else {
          reflection->SetString(message, field, text);
        }
      }
      if (!status.ok()) return status;
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status Resolve(const Values& values, std::optional<Dag> vandaag, Message* message) {
  return Rewrite(
      [&](const FieldDescriptor& field, std::string* text) {
        if (!IsDay(field)) {
          *text = values.Text(*text);
          return absl::OkStatus();
        }
        const auto day = text->empty() ? absl::StatusOr<DayValue>(DayValue()) : values.Day(*text, vandaag);
        if (day.ok() && !text->empty()) *text = day->Text();
        return day.status();
      },
      message);
}

void ResolveNames(const Values& values, Message* message) {
  const absl::Status status = Rewrite(
      [&](const FieldDescriptor& field, std::string* text) {
        if (!IsDay(field)) *text = values.Text(*text);
        return absl::OkStatus();
      },
      message);
  (void)status;  // nothing in it can fail
}

}  // namespace ketenproef::conformance
