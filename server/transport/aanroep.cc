#include "server/transport/aanroep.h"

#include <google/protobuf/descriptor.h>
#include <grpc/support/time.h>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "server/wire/fout.h"

namespace ketenproef {
namespace {

constexpr std::uint32_t kUnavailable = 14;

Methode Describe(const google::protobuf::ServiceDescriptor& service,
                 const google::protobuf::MethodDescriptor& method) {
  Methode methode;
  methode.naam = absl::StrCat(service.full_name(), "/", method.name());
  if (absl::StartsWith(service.name(), "Uwv")) methode.rol = Rolsoort::kUwv;
  if (service.name() == "InlichtingenbureauService") methode.rol = Rolsoort::kInlichtingenbureau;
  methode.of_the_chain = methode.rol.has_value() || absl::StartsWith(service.name(), "Gemeente");
  methode.moves_clock = method.name() == "AdvanceClock" || method.name() == "PlayDraaiboek";
  return methode;
}

std::optional<Gemeentecode> GemeentecodeIn(const google::protobuf::Message& message) {
  const auto* descriptor = message.GetDescriptor();
  const auto* reflection = message.GetReflection();
  if (const auto* field = descriptor->FindFieldByName("gemeentecode")) {
    return Gemeentecode::Parse(reflection->GetString(message, field));
  }
  // One level down: the record of a register, an afnemer.
  for (int i = 0; i < descriptor->field_count(); ++i) {
    const auto* field = descriptor->field(i);
    if (field->is_repeated() || field->message_type() == nullptr || !reflection->HasField(message, field)) {
      continue;
    }
    const auto& nested = reflection->GetMessage(message, field);
    if (const auto* code = nested.GetDescriptor()->FindFieldByName("gemeentecode")) {
      return Gemeentecode::Parse(nested.GetReflection()->GetString(nested, code));
    }
  }
  return std::nullopt;
}

absl::Status ElsewhereUnlessSimulated(const Rollen& rollen, Rolsoort soort) {
  if (rollen.IsSimulated(soort)) return absl::OkStatus();
  std::string adres;
  for (const Rol& rol : rollen.All()) {
    if (rol.soort == soort) adres = rol.adres;
  }
  return FoutRolElders(soort == Rolsoort::kUwv ? "UWV" : "the Inlichtingenbureau", adres);
}

}  // namespace

Methode DescribeMethode(const google::protobuf::Descriptor& request) {
  const auto& file = *request.file();
  for (int i = 0; i < file.service_count(); ++i) {
    for (int j = 0; j < file.service(i)->method_count(); ++j) {
      const auto& method = *file.service(i)->method(j);
      if (method.input_type() == &request) return Describe(*file.service(i), method);
    }
  }
  return {};
}

void Aanroep::Run(Omgeving& omgeving) {
  if (methode_.rol.has_value()) {
    status_ = ElsewhereUnlessSimulated(omgeving.toestand().rollen(), *methode_.rol);
    if (!status_.ok()) return;
  }
  // Of a stream the batch that was held, not those that follow it.
  const bool was_held = std::exchange(was_held_, false);
  const bool may_fail =
      methode_.of_the_chain && !was_held && !omgeving.toestand().storingen().plannen().empty();
  if (may_fail) {
    const auto storing =
        omgeving.MatchStoring(Storingrichting::kIn, methode_.naam, GemeentecodeIn(Gevraagd()));
    if (storing.has_value()) {
      status_ = HandleWith(*storing, omgeving);
      return;
    }
  }
  status_ = Handle(omgeving);
}

absl::Status Aanroep::HandleWith(const Storing& storing, Omgeving& omgeving) {
  switch (storing.effect.soort) {
    case Storingsoort::kDelay:
      vertraging_ms_ = storing.effect.vertraging_ms;
      return Handle(omgeving);
    case Storingsoort::kStatus:
      return FoutStoring(storing.nummer, storing.effect.status_code);
    case Storingsoort::kDuplicate: {
      const absl::Status first = Handle(omgeving);
      return Handle(omgeving);
    }
    case Storingsoort::kLostAcknowledgement: {
      const absl::Status lost = Handle(omgeving);
      return FoutStoring(storing.nummer, kUnavailable);
    }
    case Storingsoort::kReorder:
      if (!writer_->HasHeld(storing.nummer)) {
        was_held_ = true;
        writer_->Hold(storing.nummer);
        return absl::OkStatus();
      }
      writer_->Release(storing.nummer);
      return Handle(omgeving);
  }
  return Handle(omgeving);
}

void Aanroep::Done(const absl::Status& durable) {
  const absl::Status status = durable.ok() ? status_ : durable;
  if (vertraging_ms_ == 0) {
    Answer(status);
    return;
  }
  alarm_ = std::make_unique<grpc::Alarm>();
  const gpr_timespec later = gpr_time_from_millis(std::exchange(vertraging_ms_, 0), GPR_TIMESPAN);
  alarm_->Set(later, [this, status](bool /*fired*/) { Answer(status); });
}

}  // namespace ketenproef
