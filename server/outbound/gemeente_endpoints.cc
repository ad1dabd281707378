#include "server/outbound/gemeente_endpoints.h"

#include <grpc/support/time.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>

#include <functional>
#include <iterator>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "ketenproef/v1/gemeente_service.grpc.pb.h"
#include "server/omgeving/bericht_id.h"
#include "server/omgeving/omgeving.h"
#include "server/outbound/lks_antwoord.h"
#include "server/rules/limits.h"
#include "server/rules/signaalrapport.h"
#include "server/wire/antwoord.h"
#include "server/wire/datum.h"

namespace ketenproef {
namespace {

// From so many digits on, a number might be a BSN, or hold one.
constexpr std::size_t kMinBsnDigits = 8;

absl::string_view NameOf(grpc::StatusCode code) {
  constexpr const char* kNames[] = {
      "OK",        "CANCELLED",      "UNKNOWN",           "INVALID_ARGUMENT",   "DEADLINE_EXCEEDED",
      "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION",
      "ABORTED",   "OUT_OF_RANGE",   "UNIMPLEMENTED",     "INTERNAL",           "UNAVAILABLE",
      "DATA_LOSS", "UNAUTHENTICATED"};
  const auto number = static_cast<std::size_t>(code);
  return number < std::size(kNames) ? kNames[number] : "an unknown status";
}

// GemeenteService: these mean "try again"; what we cancelled ourselves was not refused either.
bool IsTryAgain(grpc::StatusCode code) {
  return code == grpc::StatusCode::UNAVAILABLE || code == grpc::StatusCode::DEADLINE_EXCEEDED ||
         code == grpc::StatusCode::RESOURCE_EXHAUSTED || code == grpc::StatusCode::CANCELLED;
}

gpr_timespec After(std::uint32_t millis) {
  return gpr_time_from_millis(millis, GPR_TIMESPAN);
}

template <typename Response>
Leveruitslag UitslagOf(const grpc::Status& status, const Response& response) {
  Leveruitslag uitslag;
  if (status.ok()) {
    uitslag.soort = Leveruitslag::Soort::kOvergenomen;
    uitslag.herhaald = response.herhaald();
    return uitslag;
  }
  uitslag.soort =
      IsTryAgain(status.error_code()) ? Leveruitslag::Soort::kOnbereikbaar : Leveruitslag::Soort::kGeweigerd;
  uitslag.reden = RedenOf(status);
  return uitslag;
}

v1::DeliverRapportageRequest RapportageRequest(const Omgeving& omgeving, Gemeentecode gemeentecode,
                                               const Rapportage& rapportage) {
  const RapportageReady& ready = rapportage.inhoud;
  v1::DeliverRapportageRequest request;
  request.set_bericht_id(RapportageId(ready.gemeentecode, ready.uitwisseling));
  request.set_gemeentecode(gemeentecode.ToString());
  ToWire(ready.uitwisseling, request.mutable_datum());
  request.set_bestandsnaam(Bestandsnaam(ready.gemeentecode, ready.uitwisseling));
  request.set_sha256(HexOf(ready.sha256));
  request.set_aantal_rijen(ready.aantal_rijen);
  request.set_inhoud(ready.inhoud);
  ToWire(omgeving.klok(), request.mutable_tijdstip());
  return request;
}

v1::DeliverMeldingRequest MeldingRequest(const Omgeving& omgeving, Gemeentecode gemeentecode,
                                         const Levering& levering) {
  const Toestand& toestand = omgeving.toestand();
  v1::DeliverMeldingRequest request;
  request.set_bericht_id(LeveringId(toestand, levering.soort, levering.nummer));
  request.set_gemeentecode(gemeentecode.ToString());
  ToWire(UitwisselingOf(toestand, levering.soort, levering.nummer), request.mutable_datum());
  ToWire(omgeving.klok(), request.mutable_tijdstip());
  if (levering.soort == Leveringsoort::kDoorlevering) {
    EncodeDoorleveringinhoud(toestand, toestand.doorleveringen()[levering.nummer].inhoud,
                             request.mutable_doorlevering());
  } else {
    EncodeBerichtinhoud(toestand, toestand.berichten()[levering.nummer], request.mutable_bericht());
  }
  return request;
}

}  // namespace

std::string RedenOf(const grpc::Status& status) {
  std::string reden = absl::StrCat(NameOf(status.error_code()));
  if (!status.error_message().empty()) absl::StrAppend(&reden, ": ", status.error_message());
  std::size_t digits = 0;
  for (std::size_t i = 0; i <= reden.size(); ++i) {
    if (i < reden.size() && absl::ascii_isdigit(static_cast<unsigned char>(reden[i]))) {
      ++digits;
      continue;
    }
    if (digits >= kMinBsnDigits) reden.replace(i - digits, digits, digits, '#');
    digits = 0;
    if (i < reden.size() && !absl::ascii_isprint(static_cast<unsigned char>(reden[i]))) reden[i] = '?';
  }
  if (reden.size() > kMaxRedenBytes) reden.resize(kMaxRedenBytes);
  return reden;
}

// One call, from its fault plan to its answer; deletes itself.
template <typename Request, typename Response>
class GemeenteEndpoints::Call {
 public:
  // Starts the call on a stub of a service.
  using Start = void (*)(v1::GemeenteService::Stub&, grpc::ClientContext*, const Request*, Response*,
                         std::function<void(grpc::Status)>);
  using Done = absl::AnyInvocable<void(const grpc::Status&, const Response&)>;

  Call(GemeenteEndpoints& owner, std::string adres, std::string omgeving, Request request,
       const Uitgaandestoring& storing, Start start, Done done)
      : owner_(owner),
        adres_(std::move(adres)),
        omgeving_(std::move(omgeving)),
        request_(std::move(request)),
        storing_(storing),
        start_(start),
        done_(std::move(done)) {
    owner_.Begin(this, &alarm_);
    if (storing_.vertraging_ms == 0) {
      Send();
    } else {
      alarm_.Set(After(storing_.vertraging_ms), [this](bool /*fired*/) { Send(); });
    }
  }

 private:
  void Send() {
    context_ = std::make_unique<grpc::ClientContext>();
    context_->set_deadline(After(owner_.deadline_ms_));
    context_->AddMetadata("omgeving", omgeving_);
    response_.Clear();
    stub_ = v1::GemeenteService::NewStub(owner_.ChannelTo(adres_));
    owner_.Sent(this, context_.get());
    start_(*stub_, context_.get(), &request_, &response_, [this](grpc::Status status) { OnAnswer(status); });
  }

  void OnAnswer(const grpc::Status& status) {
    owner_.Sent(this, nullptr);
    if (!status.ok() && IsTryAgain(status.error_code())) owner_.Forget(adres_);
    if (std::exchange(storing_.dubbel, false)) {
      Send();
      return;
    }
    if (storing_.antwoord_kwijt) {
      done_(grpc::Status(grpc::StatusCode::UNAVAILABLE, "a fault plan lost the answer"), Response());
    } else {
      done_(status, response_);
    }
    const std::unique_ptr<Call> self(this);
    owner_.End(this);
  }

  GemeenteEndpoints& owner_;
  std::string adres_;
  std::string omgeving_;
  Request request_;
  Uitgaandestoring storing_;
  Start start_;
  Done done_;
  grpc::Alarm alarm_;
  std::unique_ptr<v1::GemeenteService::Stub> stub_;
  std::unique_ptr<grpc::ClientContext> context_;
  Response response_;
};

GemeenteEndpoints::~GemeenteEndpoints() {
  absl::MutexLock lock(&mutex_);
  stopping_ = true;
  for (const auto& [call, onderweg] : onderweg_) {
    onderweg.alarm->Cancel();
    if (onderweg.context != nullptr) onderweg.context->TryCancel();
  }
  mutex_.Await(absl::Condition(this, &GemeenteEndpoints::NoneLeft));
}

void GemeenteEndpoints::Ask(const std::string& adres, const Omgeving& omgeving, const Lksvraag& vraag,
                            const Uitgaandestoring& storing, absl::AnyInvocable<void(Lksuitkomst)> done) {
  v1::LookupLksRequest request;
  request.set_vraag_id(vraag.vraag_id);
  request.set_gemeentecode(vraag.gemeentecode.ToString());
  request.set_bsn(vraag.bsn.Digits());
  ToWire(vraag.van, request.mutable_datum_van());
  ToWire(vraag.tot, request.mutable_datum_tot());
  ToWire(vraag.tijdstip, request.mutable_tijdstip());
  // Reference data outlives every call; the environment may not.
  const Gemeenten* gemeenten = &omgeving.referentie().gemeenten;
  new Call<v1::LookupLksRequest, v1::LookupLksResponse>(
      *this, adres, omgeving.instellingen().naam, std::move(request), storing,
      [](v1::GemeenteService::Stub& stub, grpc::ClientContext* context, const v1::LookupLksRequest* asked,
         v1::LookupLksResponse* answer, std::function<void(grpc::Status)> on_done) {
        stub.async()->LookupLks(context, asked, answer, std::move(on_done));
      },
      [vraag, gemeenten, vandaag = omgeving.vandaag(), done = std::move(done)](
          const grpc::Status& status, const v1::LookupLksResponse& response) mutable {
        if (status.ok()) {
          done(ReadLksAntwoord(vraag, *gemeenten, vandaag, response));
          return;
        }
        Lksuitkomst uitkomst;
        uitkomst.onbereikbaar = IsTryAgain(status.error_code());
        uitkomst.reden = RedenOf(status);
        done(std::move(uitkomst));
      });
}

void GemeenteEndpoints::Deliver(const std::string& adres, const Omgeving& omgeving, Gemeentecode gemeentecode,
                                const Levering& levering, const Uitgaandestoring& storing,
                                absl::AnyInvocable<void(Leveruitslag)> done) {
  const std::string& naam = omgeving.instellingen().naam;
  if (levering.soort != Leveringsoort::kRapportage) {
    new Call<v1::DeliverMeldingRequest, v1::DeliverMeldingResponse>(
        *this, adres, naam, MeldingRequest(omgeving, gemeentecode, levering), storing,
        [](v1::GemeenteService::Stub& stub, grpc::ClientContext* context,
           const v1::DeliverMeldingRequest* request, v1::DeliverMeldingResponse* response,
           std::function<void(grpc::Status)> on_done) {
          stub.async()->DeliverMelding(context, request, response, std::move(on_done));
        },
        [done = std::move(done)](const grpc::Status& status,
                                 const v1::DeliverMeldingResponse& response) mutable {
          done(UitslagOf(status, response));
        });
    return;
  }
  const Rapportage& rapportage = omgeving.toestand().rapportages()[levering.nummer];
  if (rapportage.inhoud.inhoud.size() > kMaxDeliveredBytes) {
    Leveruitslag uitslag;
    uitslag.soort = Leveruitslag::Soort::kGeweigerd;
    uitslag.reden = absl::StrCat("larger than ", kMaxDeliveredBytes, " bytes: can only be collected");
    done(std::move(uitslag));
    return;
  }
  new Call<v1::DeliverRapportageRequest, v1::DeliverRapportageResponse>(
      *this, adres, naam, RapportageRequest(omgeving, gemeentecode, rapportage), storing,
      [](v1::GemeenteService::Stub& stub, grpc::ClientContext* context,
         const v1::DeliverRapportageRequest* request, v1::DeliverRapportageResponse* response,
         std::function<void(grpc::Status)> on_done) {
        stub.async()->DeliverRapportage(context, request, response, std::move(on_done));
      },
      [done = std::move(done)](const grpc::Status& status,
                               const v1::DeliverRapportageResponse& response) mutable {
        done(UitslagOf(status, response));
      });
}

std::shared_ptr<grpc::Channel> GemeenteEndpoints::ChannelTo(const std::string& adres) {
  absl::MutexLock lock(&mutex_);
  std::shared_ptr<grpc::Channel>& channel = channels_[adres];
  if (channel == nullptr) {
    grpc::ChannelArguments arguments;
    arguments.SetMaxReceiveMessageSize(kMaxMessageBytes);
    // Its own connection: a shared one would remember that the system was away, and wait before it tries
    // again.
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    channel = grpc::CreateCustomChannel(adres, grpc::InsecureChannelCredentials(), arguments);
  }
  return channel;
}

void GemeenteEndpoints::Forget(const std::string& adres) {
  absl::MutexLock lock(&mutex_);
  channels_.erase(adres);
}

void GemeenteEndpoints::Begin(const void* call, grpc::Alarm* alarm) {
  absl::MutexLock lock(&mutex_);
  onderweg_[call].alarm = alarm;
}

void GemeenteEndpoints::Sent(const void* call, grpc::ClientContext* context) {
  absl::MutexLock lock(&mutex_);
  onderweg_[call].context = context;
  if (stopping_ && context != nullptr) context->TryCancel();
}

void GemeenteEndpoints::End(const void* call) {
  absl::MutexLock lock(&mutex_);
  onderweg_.erase(call);
}

}  // namespace ketenproef
