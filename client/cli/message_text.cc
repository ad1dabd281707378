#include "client/cli/message_text.h"

#include <google/protobuf/duration.pb.h>
#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "client/cli/bsn_mask.h"
#include "client/cli/table.h"
#include "client/lib/datum.h"
#include "ketenproef/v1/datum.pb.h"

namespace ketenproef {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumValueDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// Messages that are one value to people: a day, an instant, a length of time.
bool IsValue(const Descriptor& type) {
  return type.full_name() == v1::Datum::descriptor()->full_name() ||
         type.full_name() == google::protobuf::Timestamp::descriptor()->full_name() ||
         type.full_name() == google::protobuf::Duration::descriptor()->full_name();
}

std::string TextOfValue(const Message& value) {
  if (const auto* datum = dynamic_cast<const v1::Datum*>(&value)) return client::FormatDatum(*datum);
  if (const auto* tijdstip = dynamic_cast<const google::protobuf::Timestamp*>(&value)) {
    return client::FormatTijdstip(*tijdstip);
  }
  return google::protobuf::util::TimeUtil::ToString(dynamic_cast<const google::protobuf::Duration&>(value));
}

std::string TextOfNumber(const Message& message, const FieldDescriptor& field) {
  const auto& reflection = *message.GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return absl::StrCat(reflection.GetInt32(message, &field));
    case FieldDescriptor::CPPTYPE_INT64:
      return absl::StrCat(reflection.GetInt64(message, &field));
    case FieldDescriptor::CPPTYPE_UINT64:
      return absl::StrCat(reflection.GetUInt64(message, &field));
    default:
      return absl::StrCat(reflection.GetDouble(message, &field));
  }
}

// Of a field that is not repeated.
std::string TextOf(const Message& message, const FieldDescriptor& field) {
  const auto& reflection = *message.GetReflection();
  if (field.has_presence() && !reflection.HasField(message, &field)) return "";
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
      return reflection.GetString(message, &field);
    case FieldDescriptor::CPPTYPE_BOOL:
      return reflection.GetBool(message, &field) ? "ja" : "nee";
    case FieldDescriptor::CPPTYPE_ENUM:
      return WordOf(*reflection.GetEnum(message, &field));
    case FieldDescriptor::CPPTYPE_MESSAGE: {
      const Message& inner = reflection.GetMessage(message, &field);
      return IsValue(*inner.GetDescriptor()) ? TextOfValue(inner) : "";
    }
    default:
      return TextOfNumber(message, field);
  }
}

// Paths of the simple fields of a message, those of messages inside it too.
void AddPaths(const Descriptor& type, const std::string& prefix, std::vector<std::string>* paths) {
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& field = *type.field(i);
    if (field.is_repeated()) continue;
    const bool is_inner =
        field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE && !IsValue(*field.message_type());
    if (is_inner) {
      AddPaths(*field.message_type(), absl::StrCat(prefix, field.name(), "."), paths);
    } else {
      paths->push_back(absl::StrCat(prefix, field.name()));
    }
  }
}

// A list inside a message: all columns in which something stands.
std::string InnerTable(const std::vector<const Message*>& messages, std::size_t indent) {
  std::vector<std::string> paths;
  AddPaths(*messages.front()->GetDescriptor(), "", &paths);
  std::vector<std::string> used;
  for (const std::string& path : paths) {
    const bool is_used = std::any_of(messages.begin(), messages.end(), [&path](const Message* message) {
      return !TextAt(*message, path).empty();
    });
    if (is_used) used.push_back(path);
  }
  return TableOf(messages, used, indent);
}

std::vector<const Message*> MessagesOf(const Message& message, const FieldDescriptor& field) {
  const auto& reflection = *message.GetReflection();
  std::vector<const Message*> messages;
  messages.reserve(static_cast<std::size_t>(reflection.FieldSize(message, &field)));
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
    messages.push_back(&reflection.GetRepeatedMessage(message, &field, i));
  }
  return messages;
}

void AppendFields(const Message& message, std::size_t indent, std::string* text) {
  constexpr std::size_t kStep = 2;
  const std::string margin(indent, ' ');
  const Descriptor& type = *message.GetDescriptor();
  const auto& reflection = *message.GetReflection();
  std::size_t width = 0;
  for (int i = 0; i < type.field_count(); ++i) width = std::max(width, type.field(i)->name().size());
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& field = *type.field(i);
    const bool is_message = field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
    if (field.is_repeated()) {
      const auto messages = is_message ? MessagesOf(message, field) : std::vector<const Message*>();
      if (messages.empty()) continue;
      absl::StrAppend(text, margin, field.name(), "\n", InnerTable(messages, indent + kStep));
    } else if (is_message && !IsValue(*field.message_type())) {
      if (!reflection.HasField(message, &field)) continue;
      absl::StrAppend(text, margin, field.name(), "\n");
      AppendFields(reflection.GetMessage(message, &field), indent + kStep, text);
    } else if (const std::string value = TextOf(message, field); !value.empty()) {
      absl::StrAppend(text, margin, field.name(), std::string(width - field.name().size() + kStep, ' '),
                      Printable(value), "\n");
    }
  }
}

// What the message wraps: itself where it holds anything else.
const Message& Unwrapped(const Message& message) {
  const Descriptor& type = *message.GetDescriptor();
  if (type.field_count() != 1) return message;
  const FieldDescriptor& field = *type.field(0);
  if (field.is_repeated() || field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) return message;
  return Unwrapped(message.GetReflection()->GetMessage(message, &field));
}

}  // namespace

std::string JsonOf(const Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  options.always_print_primitive_fields = true;
  std::string json;
  const auto status = google::protobuf::util::MessageToJsonString(message, &json, options);
  return status.ok() ? json : "{}";
}

absl::Status ReadJson(absl::string_view json, Message* message) {
  const auto status = google::protobuf::util::JsonStringToMessage(std::string(json), message);
  if (status.ok()) return absl::OkStatus();
  return absl::InvalidArgumentError(WithoutBsn(status.message().ToString()));
}

std::string FieldsOf(const Message& message) {
  std::string text;
  AppendFields(Unwrapped(message), 0, &text);
  return text;
}

std::string TextAt(const Message& message, absl::string_view path) {
  const std::pair<absl::string_view, absl::string_view> parts = absl::StrSplit(path, absl::MaxSplits('.', 1));
  const FieldDescriptor* field = message.GetDescriptor()->FindFieldByName(std::string(parts.first));
  if (field == nullptr || field->is_repeated()) return "";
  if (parts.second.empty()) return TextOf(message, *field);
  if (!message.GetReflection()->HasField(message, field)) return "";
  return TextAt(message.GetReflection()->GetMessage(message, field), parts.second);
}

std::vector<const Message*> ItemsOf(const Message& response) {
  const Descriptor& type = *response.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& field = *type.field(i);
    if (field.is_repeated() && field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      return MessagesOf(response, field);
    }
  }
  return {};
}

std::string TableOf(const std::vector<const Message*>& messages, const std::vector<std::string>& columns,
                    std::size_t indent) {
  std::vector<std::string> header;
  for (const std::string& path : columns) {
    const std::vector<std::string> parts = absl::StrSplit(path, '.');
    header.push_back(parts.back());
  }
  Table table(std::move(header));
  for (const Message* message : messages) {
    std::vector<std::string> cells;
    cells.reserve(columns.size());
    for (const std::string& path : columns) cells.push_back(TextAt(*message, path));
    table.AddRow(std::move(cells));
  }
  return table.Text(indent);
}

std::string WordOf(const EnumValueDescriptor& value) {
  // Of every enum of the contract the first value is NAME_UNSPECIFIED, and all begin with NAME_.
  const std::string& first = value.type()->value(0)->name();
  const absl::string_view prefix = absl::StripSuffix(first, "UNSPECIFIED");
  if (value.number() == 0) return "";
  return absl::StrReplaceAll(absl::AsciiStrToLower(absl::StripPrefix(value.name(), prefix)), {{"_", "-"}});
}

}  // namespace ketenproef
