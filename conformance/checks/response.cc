#include "conformance/checks/response.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>

#include "absl/strings/str_cat.h"

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

}  // namespace ketenproef::conformance
