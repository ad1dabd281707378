#include "client/cli/field_flags.h"

#include <google/protobuf/duration.pb.h>
#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/time_util.h>

#include <cstdint>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "client/cli/call_report.h"
#include "client/cli/duration_text.h"
#include "client/cli/message_text.h"
#include "client/lib/datum.h"
#include "ketenproef/v1/datum.pb.h"

namespace ketenproef {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

const FieldDescriptor* FindField(const Descriptor& type, absl::string_view path) {
  const Descriptor* message = &type;
  const FieldDescriptor* field = nullptr;
  for (const absl::string_view name : absl::StrSplit(path, '.')) {
    if (message == nullptr) return nullptr;
    field = message->FindFieldByName(std::string(name));
    if (field == nullptr) return nullptr;
    message = field->message_type();
  }
  return field;
}

std::string FormOf(const FieldDescriptor& field) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
      return "TEXT";
    case FieldDescriptor::CPPTYPE_MESSAGE:
      if (field.message_type() == v1::Datum::descriptor()) return "DATE";
      return field.message_type() == google::protobuf::Timestamp::descriptor() ? "INSTANT" : "DURATION";
    default:
      return "NUMBER";
  }
}

// Fills a message that is one value; false where the text is none, with what it must be in `*fault`.
bool FillValue(const std::string& word, Message* value, std::string* fault) {
  absl::Status status;
  if (auto* datum = dynamic_cast<v1::Datum*>(value)) {
    const auto parsed = client::ParseDatum(word);
    status = parsed.status();
    if (parsed.ok()) *datum = *parsed;
  } else if (auto* tijdstip = dynamic_cast<google::protobuf::Timestamp*>(value)) {
    const auto parsed = client::ParseTijdstip(word);
    status = parsed.status();
    if (parsed.ok()) *tijdstip = *parsed;
  } else {
    const auto parsed = ParseDuration(word);
    status = parsed.status();
    if (parsed.ok()) {
      dynamic_cast<google::protobuf::Duration&>(*value) =
          google::protobuf::util::TimeUtil::NanosecondsToDuration(absl::ToInt64Nanoseconds(*parsed));
    }
  }
  *fault = std::string(status.message());
  return status.ok();
}

template <typename Number, typename Parse, typename Set>
bool FillNumber(const std::string& word, Parse parse, Set set, std::string* fault) {
  Number number = 0;
  *fault = "must be a number";
  if (!parse(word, &number)) return false;
  set(number);
  return true;
}

bool FillSimple(const std::string& word, const FieldDescriptor& field, Message* message, std::string* fault) {
  const auto& reflection = *message->GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_BOOL:
      reflection.SetBool(message, &field, word == "ja");
      return true;
    case FieldDescriptor::CPPTYPE_INT32:
      return FillNumber<std::int32_t>(
          word, [](const auto& text, auto* out) { return absl::SimpleAtoi(text, out); },
          [&](std::int32_t number) { reflection.SetInt32(message, &field, number); }, fault);
    case FieldDescriptor::CPPTYPE_INT64:
      return FillNumber<std::int64_t>(
          word, [](const auto& text, auto* out) { return absl::SimpleAtoi(text, out); },
          [&](std::int64_t number) { reflection.SetInt64(message, &field, number); }, fault);
    case FieldDescriptor::CPPTYPE_UINT64:
      return FillNumber<std::uint64_t>(
          word, [](const auto& text, auto* out) { return absl::SimpleAtoi(text, out); },
          [&](std::uint64_t number) { reflection.SetUInt64(message, &field, number); }, fault);
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return FillNumber<double>(
          word, [](const auto& text, auto* out) { return absl::SimpleAtod(text, out); },
          [&](double number) { reflection.SetDouble(message, &field, number); }, fault);
    default:
      *fault = "is a field that a flag cannot fill";
      return false;
  }
}

bool FillField(const std::string& word, const FieldDescriptor& field, Message* message, std::string* fault) {
  const auto& reflection = *message->GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
      if (field.is_repeated()) {
        reflection.AddString(message, &field, word);
      } else {
        reflection.SetString(message, &field, word);
      }
      return true;
    case FieldDescriptor::CPPTYPE_ENUM: {
      const int number = NumberOf(*field.enum_type(), word);
      *fault = absl::StrCat("must be one of ", absl::StrJoin(WordsOf(*field.enum_type()), ", "));
      if (number < 0) return false;
      if (field.is_repeated()) {
        reflection.AddEnumValue(message, &field, number);
      } else {
        reflection.SetEnumValue(message, &field, number);
      }
      return true;
    }
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return FillValue(word, reflection.MutableMessage(message, &field), fault);
    default:
      return FillSimple(word, field, message, fault);
  }
}

// Down the path to the message that holds its last field.
bool FillAt(const std::string& word, absl::string_view path, Message* message, std::string* fault) {
  const std::pair<absl::string_view, absl::string_view> parts = absl::StrSplit(path, absl::MaxSplits('.', 1));
  const FieldDescriptor* field = message->GetDescriptor()->FindFieldByName(std::string(parts.first));
  if (field == nullptr) {
    *fault = "is no field of the request";
    return false;
  }
  if (parts.second.empty()) return FillField(word, *field, message, fault);
  return FillAt(word, parts.second, message->GetReflection()->MutableMessage(message, field), fault);
}

}  // namespace

std::vector<Flag> FieldFlags(const Descriptor& request, const std::string& record,
                             const std::vector<FieldHelp>& fields) {
  std::vector<Flag> flags;
  for (const FieldHelp& given : fields) {
    Flag flag;
    flag.field = record.empty() ? given.field : absl::StrCat(record, ".", given.field);
    const std::vector<std::string> parts = absl::StrSplit(given.field, '.');
    flag.name = given.flag.empty() ? absl::StrReplaceAll(parts.back(), {{"_", "-"}}) : given.flag;
    flag.help = given.help;
    flag.default_word = given.default_word;
    flag.is_required = given.is_required;
    const FieldDescriptor* field = FindField(request, flag.field);
    if (field != nullptr) {
      flag.is_repeated = field->is_repeated();
      flag.is_switch = field->cpp_type() == FieldDescriptor::CPPTYPE_BOOL && !field->has_presence();
      if (field->cpp_type() == FieldDescriptor::CPPTYPE_BOOL) {
        if (!flag.is_switch) flag.values = {"ja", "nee"};
      } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
        flag.values = WordsOf(*field->enum_type());
      } else {
        flag.form = FormOf(*field);
      }
    }
    flags.push_back(std::move(flag));
  }
  return flags;
}

absl::Status FillFields(const std::vector<Flag>& flags, const Arguments& arguments, Message* request) {
  for (const Flag& flag : flags) {
    if (flag.field.empty()) continue;
    for (const std::string& word : arguments.All(flag.name)) {
      std::string fault;
      if (!FillAt(word, flag.field, request, &fault)) {
        return UsageError(absl::StrCat("--", flag.name, " ", fault));
      }
    }
  }
  return absl::OkStatus();
}

std::vector<std::string> WordsOf(const EnumDescriptor& type) {
  std::vector<std::string> words;
  for (int i = 1; i < type.value_count(); ++i) words.push_back(WordOf(*type.value(i)));
  return words;
}

int NumberOf(const EnumDescriptor& type, const std::string& word) {
  for (int i = 1; i < type.value_count(); ++i) {
    if (WordOf(*type.value(i)) == word) return type.value(i)->number();
  }
  return -1;
}

}  // namespace ketenproef
