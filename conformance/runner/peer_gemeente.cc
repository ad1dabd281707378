#include "conformance/runner/peer_gemeente.h"

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "ketenproef/v1/gemeente_service.grpc.pb.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

absl::Time TimeOf(const google::protobuf::Timestamp& tijdstip) {
  return absl::FromUnixSeconds(tijdstip.seconds()) + absl::Nanoseconds(tijdstip.nanos());
}

std::tuple<int, int, int> KeyOf(const contract::Datum& datum) {
  return {datum.jaar(), datum.maand(), datum.dag()};
}

// Whether a period shares at least one day with the one that is asked about; both ends of both count.
bool Shares(const contract::LksPeriode& periode, const contract::LookupLksRequest& request) {
  const bool begins_in_time = KeyOf(periode.datum_van()) <= KeyOf(request.datum_tot());
  const bool ends_in_time =
      !periode.has_datum_tot() || KeyOf(periode.datum_tot()) >= KeyOf(request.datum_van());
  return begins_in_time && ends_in_time;
}

contract::LookupLksResponse Lookup(const PeerScript& script, const contract::LookupLksRequest& request) {
  contract::LookupLksResponse response;
  for (const contract::LksPeriode& periode : script.lks_perioden) {
    if (periode.bsn() == request.bsn() && Shares(periode, request)) *response.add_lks_perioden() = periode;
  }
  std::stable_sort(response.mutable_lks_perioden()->begin(), response.mutable_lks_perioden()->end(),
                   [](const contract::LksPeriode& a, const contract::LksPeriode& b) {
                     return KeyOf(a.datum_van()) < KeyOf(b.datum_van());
                   });
  response.set_antwoord(response.lks_perioden().empty() ? contract::LKS_ANTWOORD_NIETS_GEVONDEN
                                                        : contract::LKS_ANTWOORD_GEVONDEN);
  return response;
}

// BSN-01, the sum alone: nobody else's nine digits are meant.
bool IsBsn(absl::string_view digits) {
  int sum = 0;
  for (int i = 0; i < 9; ++i) {
    const char digit = digits[static_cast<std::size_t>(i)];
    if (!absl::ascii_isdigit(static_cast<unsigned char>(digit))) return false;
    sum += (digit - '0') * (i == 8 ? -1 : 9 - i);
  }
  return sum % 11 == 0;
}

// Whether nine digits of the metadata are a BSN that stands in the request as well.
bool HoldsBsnOf(const grpc::CallbackServerContext& context, const std::string& request) {
  for (const auto& [key, value] : context.client_metadata()) {
    const std::string text = absl::StrCat(absl::string_view(key.data(), key.size()), "=",
                                          absl::string_view(value.data(), value.size()));
    for (std::size_t i = 0; i + 9 <= text.size(); ++i) {
      const std::string digits = text.substr(i, 9);
      if (IsBsn(digits) && absl::StrContains(request, digits)) return true;
    }
  }
  return false;
}

}  // namespace

class PeerGemeente::Service final : public contract::GemeenteService::CallbackService {
 public:
  explicit Service(PeerScript script) : script_(std::move(script)) {
    for (contract::LksPeriode& periode : script_.lks_perioden) {
      if (periode.gemeentecode().empty()) periode.set_gemeentecode(script_.gemeentecode);
    }
  }
  ~Service() override {
    // A deadline that has passed: calls under way are cancelled, none is waited for.
    if (server_ != nullptr) server_->Shutdown(gpr_inf_past(GPR_CLOCK_REALTIME));
  }

  absl::Status Listen() {
    int port = 0;
    grpc::ServerBuilder builder;
    // A port is of one server alone, or two peers could be given the same.
    builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(this);
    server_ = builder.BuildAndStart();
    if (server_ == nullptr || port == 0) {
      return absl::InternalError("a peer gemeente got no port on 127.0.0.1");
    }
    address_ = absl::StrCat("127.0.0.1:", port);
    return absl::OkStatus();
  }

  const std::string& address() const { return address_; }
  std::vector<Delivery> received() const {
    absl::MutexLock lock(&mutex_);
    return received_;
  }
  std::vector<contract::LookupLksRequest> asked() const {
    absl::MutexLock lock(&mutex_);
    return asked_;
  }
  bool has_leaked_bsn() const {
    absl::MutexLock lock(&mutex_);
    return has_leaked_bsn_;
  }

  grpc::ServerUnaryReactor* LookupLks(grpc::CallbackServerContext* context,
                                      const contract::LookupLksRequest* request,
                                      contract::LookupLksResponse* response) override {
    Watch(*context, request->SerializeAsString());
    return Finish(context, Answer(*request, *response));
  }

  grpc::ServerUnaryReactor* DeliverRapportage(grpc::CallbackServerContext* context,
                                              const contract::DeliverRapportageRequest* request,
                                              contract::DeliverRapportageResponse* response) override {
    Watch(*context, request->SerializeAsString());
    Delivery delivery{.tijdstip = TimeOf(request->tijdstip()), .content = *request};
    return Finish(context, TakeIn(std::move(delivery), request->bericht_id(), *response));
  }

  grpc::ServerUnaryReactor* DeliverMelding(grpc::CallbackServerContext* context,
                                           const contract::DeliverMeldingRequest* request,
                                           contract::DeliverMeldingResponse* response) override {
    Watch(*context, request->SerializeAsString());
    Delivery delivery{.tijdstip = TimeOf(request->tijdstip()), .content = *request};
    return Finish(context, TakeIn(std::move(delivery), request->bericht_id(), *response));
  }

 private:
  static grpc::ServerUnaryReactor* Finish(grpc::CallbackServerContext* context, const grpc::Status& status) {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(status);
    return reactor;
  }

  void Watch(const grpc::CallbackServerContext& context, const std::string& request) {
    if (!HoldsBsnOf(context, request)) return;
    absl::MutexLock lock(&mutex_);
    has_leaked_bsn_ = true;
  }

  bool IsNotAvailable(const contract::LookupLksRequest& request) const {
    const bool is_meant =
        script_.not_available_bsns.empty() || script_.not_available_bsns.contains(request.bsn());
    return is_meant && script_.not_available_until.has_value() &&
           TimeOf(request.tijdstip()) < *script_.not_available_until;
  }

  grpc::Status Answer(const contract::LookupLksRequest& request, contract::LookupLksResponse& response) {
    absl::MutexLock lock(&mutex_);
    asked_.push_back(request);
    // Whoever asks the wrong gemeente must not take its answer for "nothing found".
    if (request.gemeentecode() != script_.gemeentecode) {
      return {grpc::StatusCode::INVALID_ARGUMENT, "this is another gemeente"};
    }
    if (IsNotAvailable(request)) {
      if (script_.not_available_as != grpc::StatusCode::OK) {
        return {script_.not_available_as, "the administration cannot be reached"};
      }
      response.set_antwoord(contract::LKS_ANTWOORD_NIET_BESCHIKBAAR);
      return grpc::Status::OK;
    }
    response = Lookup(script_, request);
    return grpc::Status::OK;
  }

  template <typename Response>
  grpc::Status TakeIn(Delivery delivery, const std::string& bericht_id, Response& response) {
    absl::MutexLock lock(&mutex_);
    const Reception reception = NextReception();
    delivery.is_taken_in = reception == Reception::kTaken || reception == Reception::kLost;
    delivery.is_acknowledged = reception == Reception::kTaken;
    received_.push_back(std::move(delivery));
    if (reception == Reception::kAway) return {grpc::StatusCode::UNAVAILABLE, "try again"};
    if (reception == Reception::kRefused) return {grpc::StatusCode::INVALID_ARGUMENT, "not wanted"};
    response.set_herhaald(!taken_in_.insert(bericht_id).second);
    if (reception == Reception::kLost) return {grpc::StatusCode::UNAVAILABLE, "the acknowledgement is lost"};
    return grpc::Status::OK;
  }

  // What becomes of a delivery: the script says how many of each, in this order.
  enum class Reception { kLost, kAway, kRefused, kTaken };
  Reception NextReception() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    const std::pair<int*, Reception> left[] = {
        {&lost_, Reception::kLost}, {&away_, Reception::kAway}, {&refused_, Reception::kRefused}};
    for (const auto& [count, reception] : left) {
      if (*count == 0) continue;
      --*count;
      return reception;
    }
    return Reception::kTaken;
  }

  PeerScript script_;
  mutable absl::Mutex mutex_;
  int lost_ ABSL_GUARDED_BY(mutex_) = script_.lost_acknowledgements;
  int away_ ABSL_GUARDED_BY(mutex_) = script_.unavailable_deliveries;
  int refused_ ABSL_GUARDED_BY(mutex_) = script_.refused_deliveries;
  std::set<std::string> taken_in_ ABSL_GUARDED_BY(mutex_);
  std::vector<Delivery> received_ ABSL_GUARDED_BY(mutex_);
  std::vector<contract::LookupLksRequest> asked_ ABSL_GUARDED_BY(mutex_);
  bool has_leaked_bsn_ ABSL_GUARDED_BY(mutex_) = false;
  std::string address_;
  std::unique_ptr<grpc::Server> server_;
};

PeerGemeente::PeerGemeente() = default;
PeerGemeente::~PeerGemeente() = default;

absl::StatusOr<std::unique_ptr<PeerGemeente>> PeerGemeente::Start(PeerScript script) {
  std::unique_ptr<PeerGemeente> peer(new PeerGemeente);
  peer->service_ = std::make_unique<Service>(std::move(script));
  if (const absl::Status status = peer->service_->Listen(); !status.ok()) return status;
  return peer;
}

const std::string& PeerGemeente::address() const {
  return service_->address();
}

std::vector<Delivery> PeerGemeente::received() const {
  return service_->received();
}

std::vector<::ketenproef::v1::LookupLksRequest> PeerGemeente::asked() const {
  return service_->asked();
}

bool PeerGemeente::has_leaked_bsn() const {
  return service_->has_leaked_bsn();
}

}  // namespace ketenproef::conformance
