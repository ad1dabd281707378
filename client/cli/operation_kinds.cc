#include "client/cli/operation_kinds.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "client/cli/call_report.h"
#include "client/cli/input_file.h"
#include "client/cli/table.h"

namespace ketenproef {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// Bounds of a batch in the contract.
constexpr int kMaxBatchRecords = 1'000;
constexpr std::size_t kMaxBatchBytes = 3 << 20;  // of JSON, which is larger than the message it says

const FieldDescriptor& RecordsOf(const Message& batch) {
  return *batch.GetDescriptor()->field(0);
}

}  // namespace

FieldHelp NummerField() {
  return {"loonheffingennummer", "The employer, such as 100000000L01"};
}
FieldHelp VerwijzingField() {
  return {"verwijst_naar", "Kenmerk of the ziekmelding that started the case"};
}

Flag CountFlag(const std::string& what) {
  return {.name = "count", .help = absl::StrCat("End after so many ", what), .form = "NUMBER"};
}

absl::StatusOr<std::int64_t> CountOf(const Arguments& arguments) {
  std::int64_t count = 0;
  if (!arguments.Has("count")) return count;
  if (!absl::SimpleAtoi(arguments.Get("count"), &count) || count < 1) {
    return UsageError("--count must be a number of 1 or more");
  }
  return count;
}

void PrintMessage(const Session& session, const Message& message) {
  session.print(session.json ? JsonOf(message) + "\n" : FieldsOf(message));
}

absl::StatusOr<RecordFile> RecordFile::Open(const std::string& path) {
  auto content = ReadInputFile(path == "-" ? "/dev/stdin" : path);
  if (!content.ok()) return content.status();
  return RecordFile(path, *std::move(content));
}

absl::StatusOr<int> RecordFile::Next(Message* batch) {
  const FieldDescriptor& records = RecordsOf(*batch);
  int count = 0;
  std::size_t bytes = 0;
  while (position_ < content_.size() && count < kMaxBatchRecords && bytes < kMaxBatchBytes) {
    const std::size_t end = std::min(content_.find('\n', position_), content_.size());
    const absl::string_view line(content_.data() + position_, end - position_);
    position_ = end + 1;
    ++line_;
    if (absl::StripSuffix(line, "\r").empty()) continue;
    bytes += line.size();
    if (absl::Status status = ReadJson(line, batch->GetReflection()->AddMessage(batch, &records));
        !status.ok()) {
      return absl::InvalidArgumentError(absl::StrCat(
          path_, ":", line_, ": is no ", records.message_type()->name(), " in JSON: ", status.message()));
    }
    ++count;
  }
  return count;
}

void BatchResults::Add(const Session& session, const Message& response) {
  for (const Message* result : ItemsOf(response)) {
    if (session.json) session.print(JsonOf(*result) + "\n");
    const int number = accepted_ + refused_ + 1;
    if (const std::string regel = TextAt(*result, "weigering.regel"); regel.empty()) {
      ++accepted_;
    } else {
      ++refused_;
      // A line of a playbook carries its own number.
      std::string place = TextAt(*result, "regelnummer");
      if (place.empty()) place = absl::StrCat(number);
      refusals_.push_back({std::move(place), regel, TextAt(*result, "weigering.uitleg")});
    }
  }
}

void BatchResults::Print(const Session& session) const {
  if (session.json) return;
  if (!refusals_.empty()) {
    Table table({"record", "regel", "uitleg"});
    for (const std::vector<std::string>& refusal : refusals_) table.AddRow(refusal);
    session.print(table.Text());
  }
  session.print(absl::StrCat("accepted ", accepted_, ", refused ", refused_, "\n"));
}

}  // namespace ketenproef
