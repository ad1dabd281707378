#include "conformance/explore/regel_call.h"

#include "client/lib/call_error.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

// Whether the error is a rule that refused the record.
bool IsWeigering(const absl::Status& status) {
  return (absl::IsInvalidArgument(status) || absl::IsFailedPrecondition(status) ||
          absl::IsAlreadyExists(status) || absl::IsNotFound(status)) &&
         !client::CallErrorOf(status).reason.empty();
}

class Caller {
 public:
  Caller(const client::Client& client, contract::Regelresultaat* resultaat, std::string* method)
      : client_(client), resultaat_(resultaat), method_(method) {}

  template <typename Request, typename Record>
  absl::Status Submit(Record* (Request::*mutable_record)(), const Record& record) {
    Request request;
    *(request.*mutable_record)() = record;
    *method_ = client::MethodOf<Request>::kPath;
    const auto response = client_.Call(request);
    if (response.ok()) {
      Take(*response);
      return absl::OkStatus();
    }
    if (!IsWeigering(response.status())) return response.status();
    resultaat_->mutable_weigering()->set_regel(client::CallErrorOf(response.status()).reason);
    return absl::OkStatus();
  }

 private:
  template <typename Response>
  void Take(const Response& response) {
    if constexpr (requires { response.ontvangst(); }) {
      *resultaat_->mutable_ontvangst() = response.ontvangst();
    } else {
      *resultaat_->mutable_verwerkt() = response.verwerkt();
    }
  }

  const client::Client& client_;
  contract::Regelresultaat* const resultaat_;
  std::string* const method_;
};

}  // namespace

absl::Status CallRegel(const client::Client& client, const contract::Draaiboekregel& regel,
                       contract::Regelresultaat* resultaat, std::string* method) {
  using contract::Draaiboekregel;
  resultaat->set_regelnummer(regel.regelnummer());
  Caller caller(client, resultaat, method);
  switch (regel.opdracht_case()) {
    case Draaiboekregel::kZiekmelding:
      return caller.Submit(&contract::SubmitZiekmeldingRequest::mutable_ziekmelding, regel.ziekmelding());
    case Draaiboekregel::kHerstelmelding:
      return caller.Submit(&contract::SubmitHerstelmeldingRequest::mutable_herstelmelding,
                           regel.herstelmelding());
    case Draaiboekregel::kZiekEnHerstelmelding:
      return caller.Submit(&contract::SubmitZiekEnHerstelmeldingRequest::mutable_ziek_en_herstelmelding,
                           regel.ziek_en_herstelmelding());
    case Draaiboekregel::kIntrekking:
      return caller.Submit(&contract::WithdrawZiekmeldingRequest::mutable_intrekking, regel.intrekking());
    case Draaiboekregel::kVerlenging:
      return caller.Submit(&contract::ExtendBeoordelingRequest::mutable_verlenging, regel.verlenging());
    case Draaiboekregel::kBeslissing:
      return caller.Submit(&contract::DecideBeoordelingRequest::mutable_beslissing, regel.beslissing());
    case Draaiboekregel::kDoelgroepregistratie:
      return caller.Submit(&contract::RegisterDoelgroepregistratieRequest::mutable_doelgroepregistratie,
                           regel.doelgroepregistratie());
    case Draaiboekregel::kEindeDoelgroepregistratie:
      return caller.Submit(&contract::EndDoelgroepregistratieRequest::mutable_einde_doelgroepregistratie,
                           regel.einde_doelgroepregistratie());
    case Draaiboekregel::kWoonplaats:
      return caller.Submit(&contract::RegisterWoonplaatsRequest::mutable_woonplaats, regel.woonplaats());
    case Draaiboekregel::kDienstverband:
      return caller.Submit(&contract::RegisterDienstverbandRequest::mutable_dienstverband,
                           regel.dienstverband());
    case Draaiboekregel::kEindeDienstverband:
      return caller.Submit(&contract::EndDienstverbandRequest::mutable_einde_dienstverband,
                           regel.einde_dienstverband());
    case Draaiboekregel::kLksPeriode:
      return caller.Submit(&contract::RegisterLksPeriodeRequest::mutable_lks_periode, regel.lks_periode());
    case Draaiboekregel::kEindeLksPeriode:
      return caller.Submit(&contract::EndLksPeriodeRequest::mutable_einde_lks_periode,
                           regel.einde_lks_periode());
    case Draaiboekregel::OPDRACHT_NOT_SET:
      break;
  }
  return absl::InternalError("a line without a record");
}

}  // namespace ketenproef::conformance
