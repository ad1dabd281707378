// Requests and answers of the contract are all of one make: a request of one record has one field, a batch
// has a list of records in a oneof, an answer has `ontvangst` or `verwerkt` or `weigering`. So one piece of
// reflection serves all of them.
#include "conformance/mutants/records.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <array>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace ketenproef::conformance {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// As the contract bounds a batch; more is passed on whole, for the target to refuse.
constexpr int kMaxBatch = 1'000;

constexpr std::array<const char*, 3> kResultaten = {"ontvangst", "verwerkt", "weigering"};

// The field of `message` that holds a message of this type.
const FieldDescriptor* FieldOfType(const Message& message, const Descriptor* type) {
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const FieldDescriptor* field = message.GetDescriptor()->field(i);
    if (!field->is_repeated() && field->message_type() == type) return field;
  }
  return nullptr;
}

const FieldDescriptor* RecordField(const contract::Draaiboekregel& record) {
  return contract::Draaiboekregel::GetReflection()->GetOneofFieldDescriptor(
      record, contract::Draaiboekregel::descriptor()->FindOneofByName("opdracht"));
}

// Takes the one record that is set in `carrier`, a request or an element of a batch.
void Take(const Message& carrier, contract::Draaiboekregel* record) {
  for (int i = 0; i < carrier.GetDescriptor()->field_count(); ++i) {
    const FieldDescriptor* field = carrier.GetDescriptor()->field(i);
    if (!carrier.GetReflection()->HasField(carrier, field)) continue;
    const FieldDescriptor* into = FieldOfType(*record, field->message_type());
    contract::Draaiboekregel::GetReflection()
        ->MutableMessage(record, into)
        ->CopyFrom(carrier.GetReflection()->GetMessage(carrier, field));
  }
}

void Put(const contract::Draaiboekregel& record, Message* carrier) {
  const FieldDescriptor* from = RecordField(record);
  if (from == nullptr) return;
  const FieldDescriptor* into = FieldOfType(*carrier, from->message_type());
  carrier->GetReflection()
      ->MutableMessage(carrier, into)
      ->CopyFrom(contract::Draaiboekregel::GetReflection()->GetMessage(record, from));
}

// Copies those of the fields that both have by name and the one has set.
template <typename Names>
void CopyByName(const Names& names, const Message& from, Message* to) {
  for (const char* name : names) {
    const FieldDescriptor* source = from.GetDescriptor()->FindFieldByName(name);
    const FieldDescriptor* sink = to->GetDescriptor()->FindFieldByName(name);
    if (source == nullptr || sink == nullptr || !from.GetReflection()->HasField(from, source)) continue;
    to->GetReflection()->MutableMessage(to, sink)->CopyFrom(from.GetReflection()->GetMessage(from, source));
  }
}

template <typename Request>
void OnSingle(Hooks* hooks, const std::function<void(RecordPassage&)>& stand) {
  hooks->On<Request>([stand](Passage<Request>& call) -> grpc::Status {
    const RecordPassage::Send send = [&call](RecordPassage& passage) {
      Put(passage.record, &call.request);
      const grpc::Status status = call.Forward();
      if (status.ok()) {
        CopyByName(kResultaten, call.response, &passage.resultaat);
        if (const auto* field = call.response.GetDescriptor()->FindFieldByName("beoordeling")) {
          passage.beoordeling.CopyFrom(call.response.GetReflection()->GetMessage(call.response, field));
        }
      }
      return status;
    };
    RecordPassage passage(call.world(), send);
    Take(call.request, &passage.record);
    stand(passage);
    if (passage.resultaat.has_weigering()) return StatusOf(passage.resultaat.weigering());
    if (!passage.is_accepted()) return passage.status();
    call.response.Clear();
    CopyByName(kResultaten, passage.resultaat, &call.response);
    if (const auto* field = call.response.GetDescriptor()->FindFieldByName("beoordeling")) {
      call.response.GetReflection()->MutableMessage(&call.response, field)->CopyFrom(passage.beoordeling);
    }
    return grpc::Status::OK;
  });
}

// The list of records of a batch, or of results of its answer.
const FieldDescriptor* OnlyList(const Message& message) {
  return message.GetDescriptor()->field(0);
}

template <typename Request>
void OnBatch(Hooks* hooks, const std::function<void(RecordPassage&)>& stand) {
  hooks->On<Request>([stand](Passage<Request>& call) -> grpc::Status {
    const Request batch = call.request;
    const FieldDescriptor* records = OnlyList(batch);
    const int size = batch.GetReflection()->FieldSize(batch, records);
    if (size == 0 || size > kMaxBatch) return call.Forward();
    client::ResponseTo<Request> answers;
    for (int i = 0; i < size; ++i) {
      const RecordPassage::Send send = [&](RecordPassage& passage) {
        call.request.Clear();
        Put(passage.record, call.request.GetReflection()->AddMessage(&call.request, records));
        const grpc::Status status = call.Forward();
        const FieldDescriptor* results = OnlyList(call.response);
        if (status.ok() && call.response.GetReflection()->FieldSize(call.response, results) == 1) {
          CopyByName(kResultaten,
                     call.response.GetReflection()->GetRepeatedMessage(call.response, results, 0),
                     &passage.resultaat);
        }
        return status;
      };
      RecordPassage passage(call.world(), send);
      Take(batch.GetReflection()->GetRepeatedMessage(batch, records, i), &passage.record);
      stand(passage);
      if (!passage.status().ok()) return passage.status();
      CopyByName(kResultaten, passage.resultaat,
                 answers.GetReflection()->AddMessage(&answers, OnlyList(answers)));
    }
    call.response = answers;
    return grpc::Status::OK;
  });
}

contract::Weigeringsoort SoortOf(grpc::StatusCode code) {
  switch (code) {
    case grpc::StatusCode::INVALID_ARGUMENT:
      return contract::WEIGERINGSOORT_VELD;
    case grpc::StatusCode::FAILED_PRECONDITION:
      return contract::WEIGERINGSOORT_TOESTAND;
    case grpc::StatusCode::ALREADY_EXISTS:
      return contract::WEIGERINGSOORT_ANDERE_INHOUD;
    case grpc::StatusCode::NOT_FOUND:
      return contract::WEIGERINGSOORT_ONBEKEND;
    case grpc::StatusCode::RESOURCE_EXHAUSTED:
      return contract::WEIGERINGSOORT_LIMIET;
    default:
      return contract::WEIGERINGSOORT_UNSPECIFIED;
  }
}

grpc::StatusCode CodeOf(contract::Weigeringsoort soort) {
  switch (soort) {
    case contract::WEIGERINGSOORT_VELD:
      return grpc::StatusCode::INVALID_ARGUMENT;
    case contract::WEIGERINGSOORT_TOESTAND:
      return grpc::StatusCode::FAILED_PRECONDITION;
    case contract::WEIGERINGSOORT_ANDERE_INHOUD:
      return grpc::StatusCode::ALREADY_EXISTS;
    case contract::WEIGERINGSOORT_ONBEKEND:
      return grpc::StatusCode::NOT_FOUND;
    case contract::WEIGERINGSOORT_LIMIET:
      return grpc::StatusCode::RESOURCE_EXHAUSTED;
    default:
      return grpc::StatusCode::INTERNAL;
  }
}

// What an accepted melding of this kind is answered with, the way a system would that looks at nothing.
contract::Ontvangst MadeUp(const contract::Draaiboekregel& record, Dag vandaag) {
  contract::Ontvangst ontvangst;
  ontvangst.set_volgnummer(1);
  const auto add = [&](contract::Meldingsoort soort, const auto& melding) {
    contract::Meldingoordeel& oordeel = *ontvangst.add_oordelen();
    oordeel.set_soort(soort);
    oordeel.set_kenmerk(melding.kenmerk());
    *oordeel.mutable_ontvangen_op() = DatumVanDag(vandaag);
    *oordeel.mutable_uiterste_dag() = DatumVanDag(vandaag);
    oordeel.set_tijdig(true);
  };
  if (record.has_ziekmelding()) add(contract::MELDINGSOORT_ZIEK, record.ziekmelding());
  if (record.has_herstelmelding()) add(contract::MELDINGSOORT_HERSTEL, record.herstelmelding());
  if (record.has_ziek_en_herstelmelding()) {
    add(contract::MELDINGSOORT_ZIEK, record.ziek_en_herstelmelding());
    add(contract::MELDINGSOORT_HERSTEL, record.ziek_en_herstelmelding());
  }
  return ontvangst;
}

bool IsMelding(const contract::Draaiboekregel& record) {
  return record.has_ziekmelding() || record.has_herstelmelding() || record.has_ziek_en_herstelmelding() ||
         record.has_intrekking();
}

}  // namespace

void RecordPassage::Forward() {
  resultaat.Clear();
  status_ = send_(*this);
  if (status_.ok() || RegelOf(status_).empty()) return;
  *resultaat.mutable_weigering() = WeigeringOf(status_);
  status_ = grpc::Status::OK;
}

void RecordPassage::Accept() {
  if (IsMelding(record)) {
    *resultaat.mutable_ontvangst() = MadeUp(record, world_.Vandaag());
  } else {
    resultaat.mutable_verwerkt()->set_volgnummer(1);
  }
}

void RecordPassage::Refuse(contract::Weigeringsoort soort, const std::string& regel) {
  contract::Weigering& weigering = *resultaat.mutable_weigering();
  weigering.Clear();
  weigering.set_soort(soort);
  weigering.set_regel(regel);
  weigering.set_uitleg("refused by a broken system");
}

contract::Weigering WeigeringOf(const grpc::Status& status) {
  contract::Weigering weigering;
  weigering.set_soort(SoortOf(status.error_code()));
  weigering.set_uitleg(status.error_message());
  weigering.set_regel(RegelOf(status));
  google::rpc::Status details;
  details.ParseFromString(status.error_details());
  for (const auto& any : details.details()) {
    google::rpc::BadRequest bad_request;
    if (!any.UnpackTo(&bad_request)) continue;
    for (const auto& field : bad_request.field_violations()) {
      contract::Veldfout& veld = *weigering.add_velden();
      veld.set_veld(field.field());
      veld.set_regel(field.reason());
      veld.set_uitleg(field.description());
    }
  }
  return weigering;
}

grpc::Status StatusOf(const contract::Weigering& weigering) {
  const grpc::StatusCode code = CodeOf(weigering.soort());
  const grpc::Status bare = Refusal(code, weigering.regel(), weigering.uitleg());
  if (weigering.velden().empty()) return bare;
  google::rpc::BadRequest bad_request;
  for (const contract::Veldfout& veld : weigering.velden()) {
    auto& field = *bad_request.add_field_violations();
    field.set_field(veld.veld());
    field.set_reason(veld.regel());
    field.set_description(veld.uitleg());
  }
  google::rpc::Status details;
  details.ParseFromString(bare.error_details());
  details.add_details()->PackFrom(bad_request);
  return {code, weigering.uitleg(), details.SerializeAsString()};
}

void OnRecords(Hooks* hooks, const std::function<void(RecordPassage&)>& stand) {
  OnSingle<contract::SubmitZiekmeldingRequest>(hooks, stand);
  OnSingle<contract::SubmitHerstelmeldingRequest>(hooks, stand);
  OnSingle<contract::SubmitZiekEnHerstelmeldingRequest>(hooks, stand);
  OnSingle<contract::WithdrawZiekmeldingRequest>(hooks, stand);
  OnBatch<contract::SubmitMeldingenRequest>(hooks, stand);
  OnSingle<contract::ExtendBeoordelingRequest>(hooks, stand);
  OnSingle<contract::DecideBeoordelingRequest>(hooks, stand);
  OnBatch<contract::SubmitBeoordelingenRequest>(hooks, stand);
  OnSingle<contract::RegisterDoelgroepregistratieRequest>(hooks, stand);
  OnSingle<contract::EndDoelgroepregistratieRequest>(hooks, stand);
  OnSingle<contract::RegisterDienstverbandRequest>(hooks, stand);
  OnSingle<contract::EndDienstverbandRequest>(hooks, stand);
  OnBatch<contract::SubmitRegistratiesRequest>(hooks, stand);
  OnSingle<contract::RegisterWoonplaatsRequest>(hooks, stand);
  OnSingle<contract::RegisterLksPeriodeRequest>(hooks, stand);
  OnSingle<contract::EndLksPeriodeRequest>(hooks, stand);
  OnBatch<contract::SubmitGemeenteRegistratiesRequest>(hooks, stand);
}

}  // namespace ketenproef::conformance
