#include "conformance/checks/response.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>

#include <utility>

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

std::optional<std::string> ValueAt(const google::protobuf::Message& message, absl::string_view path) {
  const std::pair<absl::string_view, absl::string_view> parts = absl::StrSplit(path, absl::MaxSplits('.', 1));
  const std::pair<absl::string_view, absl::string_view> step =
      absl::StrSplit(parts.first, absl::MaxSplits('[', 1));
  const auto* const field = message.GetDescriptor()->FindFieldByName(std::string(step.first));
  if (field == nullptr) return std::nullopt;
  const auto* const reflection = message.GetReflection();
  int index = 0;
  if (field->is_repeated() && (!absl::SimpleAtoi(absl::StripSuffix(step.second, "]"), &index) || index < 0 ||
                               index >= reflection->FieldSize(message, field))) {
    return std::nullopt;
  }
  if (field->cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE) {
    if (!field->is_repeated() && !reflection->HasField(message, field)) return std::nullopt;
    return ValueAt(field->is_repeated() ? reflection->GetRepeatedMessage(message, field, index)
                                        : reflection->GetMessage(message, field),
                   parts.second);
  }
  if (field->cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_STRING) {
    return field->is_repeated() ? reflection->GetRepeatedString(message, field, index)
                                : reflection->GetString(message, field);
  }
  std::string text;
  google::protobuf::TextFormat::PrintFieldValueToString(message, field, field->is_repeated() ? index : -1,
                                                        &text);
  return text;
}

}  // namespace ketenproef::conformance
