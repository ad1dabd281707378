#include "conformance/checks/response.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>

#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace ketenproef::conformance {
namespace {

class FirstError : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int line, google::protobuf::io::ColumnNumber column, const std::string& message) override {
    if (text_.empty()) text_ = absl::StrCat(line + 1, ":", column + 1, ": ", message);
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace

absl::Status ParseTextFormat(absl::string_view text, google::protobuf::Message* message) {
  google::protobuf::TextFormat::Parser parser;
  FirstError error;
  parser.RecordErrorsTo(&error);
  if (parser.ParseFromString(std::string(text), message)) return absl::OkStatus();
  return absl::InvalidArgumentError(error.text());
}

void CheckResponse(const google::protobuf::Message& expected, const google::protobuf::Message& response,
                   Findings* findings) {
  google::protobuf::util::MessageDifferencer differencer;
  differencer.set_scope(google::protobuf::util::MessageDifferencer::PARTIAL);
  std::string differences;
  differencer.ReportDifferencesToString(&differences);
  if (differencer.Compare(expected, response)) return;
  findings->Add({"", absl::StrCat("een antwoord met ", expected.ShortDebugString()), "",
                 absl::StrCat(response.ShortDebugString(), " (", differences, ")")});
}

namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// The field that a path ends at, in the message that holds it; `field` null: there is none.
struct Place {
  const Message* message = nullptr;
  const FieldDescriptor* field = nullptr;
  int index = 0;
};

// One step, such as `rapportages[0]`.
Place StepInto(const Message& message, absl::string_view text) {
  const std::pair<absl::string_view, absl::string_view> parts = absl::StrSplit(text, absl::MaxSplits('[', 1));
  Place place{&message, message.GetDescriptor()->FindFieldByName(std::string(parts.first)), -1};
  if (!parts.second.empty() && !absl::SimpleAtoi(absl::StripSuffix(parts.second, "]"), &place.index)) {
    return {};
  }
  return place;
}

// The message that a step leads to; null: it leads to none.
const Message* MessageAt(const Place& place) {
  if (place.field == nullptr || place.field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) return nullptr;
  const auto* const reflection = place.message->GetReflection();
  if (!place.field->is_repeated()) return &reflection->GetMessage(*place.message, place.field);
  const bool is_there = place.index >= 0 && place.index < reflection->FieldSize(*place.message, place.field);
  return is_there ? &reflection->GetRepeatedMessage(*place.message, place.field, place.index) : nullptr;
}

Place Follow(const Message& message, absl::string_view path) {
  const Message* current = &message;
  const std::vector<absl::string_view> steps = absl::StrSplit(path, '.');
  for (std::size_t i = 0; i + 1 < steps.size() && current != nullptr; ++i) {
    current = MessageAt(StepInto(*current, steps[i]));
  }
  return current == nullptr ? Place{} : StepInto(*current, steps.back());
}

}  // namespace

void CheckPageToken(const google::protobuf::Message& response, Findings* findings) {
  const auto token = ValueAt(response, "next_page_token");
  if (!token.has_value() || !findings->values().HoldsBsn(*token)) return;
  findings->Add({"BSN-03", "een next_page_token zonder BSN", "", *token});
}

std::optional<std::string> ValueAt(const Message& message, absl::string_view path) {
  const Place place = Follow(message, path);
  const bool is_value = place.field != nullptr && place.field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE;
  if (!is_value) return std::nullopt;
  const auto* const reflection = place.message->GetReflection();
  if (place.field->is_repeated() &&
      (place.index < 0 || place.index >= reflection->FieldSize(*place.message, place.field))) {
    return std::nullopt;
  }
  if (place.field->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    return place.field->is_repeated()
               ? reflection->GetRepeatedString(*place.message, place.field, place.index)
               : reflection->GetString(*place.message, place.field);
  }
  std::string text;
  google::protobuf::TextFormat::PrintFieldValueToString(*place.message, place.field,
                                                        place.field->is_repeated() ? place.index : -1, &text);
  return text;
}

std::optional<bool> IsEmptyAt(const Message& message, absl::string_view path) {
  const Place place = Follow(message, path);
  if (place.field == nullptr) return std::nullopt;
  const auto* const reflection = place.message->GetReflection();
  if (place.field->is_repeated()) return reflection->FieldSize(*place.message, place.field) == 0;
  return !reflection->HasField(*place.message, place.field);
}

}  // namespace ketenproef::conformance
