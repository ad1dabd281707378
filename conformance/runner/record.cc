#include "conformance/runner/record.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "client/lib/call_error.h"
#include "conformance/checks/findings.h"
#include "conformance/runner/method_table.h"
#include "ketenproef/v1/datum.pb.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// Which field of the record a column fills.
struct Column {
  const char* column;
  const char* field;
};

struct RecordKind {
  const char* soort;
  const char* method;
  const char* batch_method;
  // Name of the record, in its request and in a batch.
  const char* record;
  std::array<Column, 6> columns;
};

constexpr char kMeldingen[] = "ketenproef.v1.UwvMeldingService/SubmitMeldingen";
constexpr char kBeoordelingen[] = "ketenproef.v1.UwvBeoordelingService/SubmitBeoordelingen";
constexpr char kRegistraties[] = "ketenproef.v1.UwvRegisterService/SubmitRegistraties";
constexpr char kGemeenteRegistraties[] = "ketenproef.v1.GemeenteRegisterService/SubmitGemeenteRegistraties";

// A record of a batch that holds none.
constexpr char kLeeg[] = "LEEG";

constexpr Column kKenmerk{"kenmerk", "kenmerk"};
constexpr Column kBsn{"bsn", "bsn"};
constexpr Column kNummer{"loonheffingennummer", "loonheffingennummer"};
constexpr Column kVerwijst{"verwijst_naar", "verwijst_naar"};
constexpr Column kVan{"datum_van", "datum_van"};
constexpr Column kTot{"datum_tot", "datum_tot"};
constexpr Column kCode{"gemeentecode", "gemeentecode"};
constexpr Column kAo{"datum_van", "eerste_ao_dag"};

constexpr RecordKind kKinds[] = {
    {"ZIEK",
     "ketenproef.v1.UwvMeldingService/SubmitZiekmelding",
     kMeldingen,
     "ziekmelding",
     {kKenmerk, kBsn, kNummer, kAo}},
    {"HERSTEL",
     "ketenproef.v1.UwvMeldingService/SubmitHerstelmelding",
     kMeldingen,
     "herstelmelding",
     {kKenmerk, kNummer, kVerwijst, {"datum_van", "hersteld_per"}}},
    {"ZIEK_EN_HERSTEL",
     "ketenproef.v1.UwvMeldingService/SubmitZiekEnHerstelmelding",
     kMeldingen,
     "ziek_en_herstelmelding",
     {kKenmerk, kBsn, kNummer, kAo, {"datum_tot", "hersteld_per"}}},
    {"INTREKKING",
     "ketenproef.v1.UwvMeldingService/WithdrawZiekmelding",
     kMeldingen,
     "intrekking",
     {kKenmerk, kNummer, kVerwijst}},
    {"VERLENGING",
     "ketenproef.v1.UwvBeoordelingService/ExtendBeoordeling",
     kBeoordelingen,
     "verlenging",
     {kNummer, kVerwijst, {"toelichting", "toelichting"}}},
    {"TOEKENNING",
     "ketenproef.v1.UwvBeoordelingService/DecideBeoordeling",
     kBeoordelingen,
     "beslissing",
     {kNummer, kVerwijst}},
    {"AFWIJZING",
     "ketenproef.v1.UwvBeoordelingService/DecideBeoordeling",
     kBeoordelingen,
     "beslissing",
     {kNummer, kVerwijst}},
    {"DOELGROEPREGISTER",
     "ketenproef.v1.UwvRegisterService/RegisterDoelgroepregistratie",
     kRegistraties,
     "doelgroepregistratie",
     {kBsn, kVan, kTot}},
    {"EINDE_DOELGROEPREGISTER",
     "ketenproef.v1.UwvRegisterService/EndDoelgroepregistratie",
     kRegistraties,
     "einde_doelgroepregistratie",
     {kBsn, kTot}},
    {"DIENSTVERBAND",
     "ketenproef.v1.UwvRegisterService/RegisterDienstverband",
     kRegistraties,
     "dienstverband",
     {kBsn, kNummer, kVan, kTot}},
    {"EINDE_DIENSTVERBAND",
     "ketenproef.v1.UwvRegisterService/EndDienstverband",
     kRegistraties,
     "einde_dienstverband",
     {kBsn, kNummer, kTot}},
    {"WOONPLAATS",
     "ketenproef.v1.GemeenteRegisterService/RegisterWoonplaats",
     kGemeenteRegistraties,
     "woonplaats",
     {kBsn, kCode, kVan}},
    {"LKS",
     "ketenproef.v1.GemeenteRegisterService/RegisterLksPeriode",
     kGemeenteRegistraties,
     "lks_periode",
     {kBsn, kCode, kVan, kTot, {"loonwaarde", "loonwaarde"}, {"forfaitair", "forfaitair"}}},
    {"EINDE_LKS",
     "ketenproef.v1.GemeenteRegisterService/EndLksPeriode",
     kGemeenteRegistraties,
     "einde_lks_periode",
     {kBsn, kTot}},
};

const RecordKind* FindKind(absl::string_view soort) {
  const auto* const found = std::find_if(std::begin(kKinds), std::end(kKinds),
                                         [&](const RecordKind& kind) { return kind.soort == soort; });
  return found == std::end(kKinds) ? nullptr : found;
}

const FieldDescriptor* FieldOf(const Message& message, const std::string& name) {
  return message.GetDescriptor()->FindFieldByName(name);
}

absl::Status SetField(const Values& values, Dag vandaag, const std::string& text,
                      const FieldDescriptor* field, Message* record) {
  const auto* const reflection = record->GetReflection();
  switch (field->cpp_type()) {
    case FieldDescriptor::CPPTYPE_MESSAGE: {
      const auto day = values.Day(text, vandaag);
      if (!day.ok()) return day.status();
      auto* const datum = static_cast<contract::Datum*>(reflection->MutableMessage(record, field));
      datum->set_jaar(day->jaar);
      datum->set_maand(day->maand);
      datum->set_dag(day->dag_van_maand);
      return absl::OkStatus();
    }
    case FieldDescriptor::CPPTYPE_INT32: {
      std::int32_t number = 0;
      if (!absl::SimpleAtoi(values.Text(text), &number)) {
        return absl::InvalidArgumentError(absl::StrCat(field->name(), " \"", text, "\" is no number"));
      }
      reflection->SetInt32(record, field, number);
      return absl::OkStatus();
    }
    case FieldDescriptor::CPPTYPE_BOOL:
      reflection->SetBool(record, field, values.Text(text) == "J");
      return absl::OkStatus();
    default:
      reflection->SetString(record, field, values.Text(text));
      return absl::OkStatus();
  }
}

absl::Status FillRecord(const Values& values, Dag vandaag, const RecordKind& kind,
                        const v1::Opdracht& opdracht, Message* record) {
  for (const Column& column : kind.columns) {
    if (column.column == nullptr) break;
    const std::string text =
        v1::Opdracht::GetReflection()->GetString(opdracht, FieldOf(opdracht, column.column));
    if (text.empty()) continue;
    const absl::Status status = SetField(values, vandaag, text, FieldOf(*record, column.field), record);
    if (!status.ok()) return status;
  }
  const FieldDescriptor* const no_risk = FieldOf(*record, "no_risk");
  if (no_risk != nullptr && !opdracht.without_no_risk()) {
    record->GetReflection()->SetBool(record, no_risk, true);
  }
  const FieldDescriptor* const uitkomst = FieldOf(*record, "uitkomst");
  if (uitkomst != nullptr) {
    record->GetReflection()->SetEnumValue(
        record, uitkomst,
        opdracht.soort() == "TOEKENNING" ? contract::UITKOMST_TOEKENNING : contract::UITKOMST_AFWIJZING);
  }
  return absl::OkStatus();
}

// What stands in a response or in one result of a batch under one of these names.
RecordAnswer ReadAnswer(const Message& message) {
  RecordAnswer answer;
  const auto* const reflection = message.GetReflection();
  const FieldDescriptor* const ontvangst = FieldOf(message, "ontvangst");
  const FieldDescriptor* const verwerkt = FieldOf(message, "verwerkt");
  if (ontvangst != nullptr && reflection->HasField(message, ontvangst)) {
    answer.ontvangst = static_cast<const contract::Ontvangst&>(reflection->GetMessage(message, ontvangst));
  } else if (verwerkt != nullptr && reflection->HasField(message, verwerkt)) {
    answer.verwerkt = static_cast<const contract::Verwerkt&>(reflection->GetMessage(message, verwerkt));
  }
  return answer;
}

absl::StatusCode CodeOf(contract::Weigeringsoort soort) {
  switch (soort) {
    case contract::WEIGERINGSOORT_VELD:
      return absl::StatusCode::kInvalidArgument;
    case contract::WEIGERINGSOORT_TOESTAND:
      return absl::StatusCode::kFailedPrecondition;
    case contract::WEIGERINGSOORT_ANDERE_INHOUD:
      return absl::StatusCode::kAlreadyExists;
    case contract::WEIGERINGSOORT_ONBEKEND:
      return absl::StatusCode::kNotFound;
    case contract::WEIGERINGSOORT_LIMIET:
      return absl::StatusCode::kResourceExhausted;
    default:
      return absl::StatusCode::kUnknown;
  }
}

RecordAnswer ReadResult(const Message& result) {
  const FieldDescriptor* const field = FieldOf(result, "weigering");
  if (!result.GetReflection()->HasField(result, field)) return ReadAnswer(result);
  const auto& weigering =
      static_cast<const contract::Weigering&>(result.GetReflection()->GetMessage(result, field));
  RecordAnswer answer;
  answer.status = RefusalStatus(CodeOf(weigering.soort()), weigering.regel(), weigering.uitleg());
  for (const auto& veld : weigering.velden()) answer.velden.push_back(veld.veld());
  return answer;
}

absl::Status NoSuchKind(const std::string& soort) {
  return absl::InvalidArgumentError(absl::StrCat("soort \"", soort, "\" is no kind of record"));
}

// The one repeated field of a batch, or of its answer.
const FieldDescriptor* ListOf(const Message& message) {
  return message.GetDescriptor()->field(0);
}

// Empty: no record of the batch tells it.
std::string BatchMethod(const v1::Batch& batch) {
  if (!batch.method().empty()) return batch.method();
  for (const v1::Opdracht& opdracht : batch.opdrachten()) {
    if (const RecordKind* const kind = FindKind(opdracht.soort())) return kind->batch_method;
  }
  return "";
}

absl::Status AddToBatch(const Values& values, Dag vandaag, const MethodEntry& method,
                        const v1::Opdracht& opdracht, Message* request) {
  Message* const element = request->GetReflection()->AddMessage(request, ListOf(*request));
  if (opdracht.soort() == kLeeg) return absl::OkStatus();
  const RecordKind* const kind = FindKind(opdracht.soort());
  if (kind == nullptr) return NoSuchKind(opdracht.soort());
  if (kind->batch_method != method.name) {
    return absl::InvalidArgumentError("the records of a batch are for different services");
  }
  Message* const record = element->GetReflection()->MutableMessage(element, FieldOf(*element, kind->record));
  return FillRecord(values, vandaag, *kind, opdracht, record);
}

}  // namespace

absl::StatusOr<RecordAnswer> SendRecord(Conversation& conversation, const Values& values, Dag vandaag,
                                        const v1::Opdracht& opdracht) {
  const RecordKind* const kind = FindKind(opdracht.soort());
  if (kind == nullptr) return NoSuchKind(opdracht.soort());
  const MethodEntry& method = *FindMethod(kind->method);
  const auto request = method.NewRequest();
  const auto response = method.NewResponse();
  Message* const record =
      request->GetReflection()->MutableMessage(request.get(), FieldOf(*request, kind->record));
  if (absl::Status status = FillRecord(values, vandaag, *kind, opdracht, record); !status.ok()) return status;
  const absl::Status status = conversation.Call(method.name, *request, response.get());
  RecordAnswer answer = ReadAnswer(*response);
  answer.status = status;
  for (const auto& field : client::CallErrorOf(status).fields) answer.velden.push_back(field.field);
  return answer;
}

absl::StatusOr<std::vector<RecordAnswer>> SendBatch(Conversation& conversation, const Values& values,
                                                    Dag vandaag, const v1::Batch& batch) {
  const MethodEntry* const found = FindMethod(BatchMethod(batch));
  if (found == nullptr || found->shape != MethodShape::kBatches) {
    return absl::InvalidArgumentError("a batch needs a record or a method that takes batches");
  }
  const MethodEntry& method = *found;
  const auto request = method.NewRequest();
  const auto response = method.NewResponse();
  for (const v1::Opdracht& opdracht : batch.opdrachten()) {
    const absl::Status status = AddToBatch(values, vandaag, method, opdracht, request.get());
    if (!status.ok()) return status;
  }
  std::vector<RecordAnswer> answers;
  const absl::Status status = conversation.CallBatch(method.name, *request, response.get());
  if (!status.ok()) {
    answers.resize(static_cast<std::size_t>(batch.opdrachten_size()));
    for (RecordAnswer& answer : answers) answer.status = status;
    return answers;
  }
  const auto* const list = ListOf(*response);
  for (int i = 0; i < response->GetReflection()->FieldSize(*response, list); ++i) {
    answers.push_back(ReadResult(response->GetReflection()->GetRepeatedMessage(*response, list, i)));
  }
  return answers;
}

std::string RecordText(const Values& values, Dag vandaag, const v1::Opdracht& opdracht) {
  const RecordKind* const kind = FindKind(opdracht.soort());
  std::string text = opdracht.soort();
  if (kind == nullptr) return text;
  for (const Column& column : kind->columns) {
    if (column.column == nullptr) break;
    const std::string value =
        v1::Opdracht::GetReflection()->GetString(opdracht, FieldOf(opdracht, column.column));
    if (value.empty()) continue;
    const auto day = values.Day(value, vandaag);
    const bool is_day = absl::string_view(column.column).substr(0, 5) == "datum";
    absl::StrAppend(&text, ", ", column.field, " ", is_day && day.ok() ? day->Text() : values.Text(value));
  }
  return text;
}

}  // namespace ketenproef::conformance
