#include "conformance/runner/inlichtingenbureau_peer.h"

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/cord.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "client/lib/call.h"
#include "conformance/checks/findings.h"
#include "conformance/runner/aanbod.h"
#include "ketenproef/v1/inlichtingenbureau_service.grpc.pb.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

constexpr char kDownload[] = "DownloadRapportage";
// The contract's bound of one part of a download.
constexpr std::size_t kMaxPartBytes = 65'536;
// Small reports come in parts too, which end in the middle of a line.
constexpr std::size_t kParts = 7;
constexpr absl::Duration kTurn = absl::Milliseconds(50);
// A port that was closed is not always free at once.
constexpr int kMaxListenTries = 100;
constexpr std::size_t kMaxExchanges = 1'000;
constexpr std::size_t kMaxMetadata = 1'000;
constexpr absl::Duration kHoldTurn = absl::Milliseconds(10);

grpc::Status ToGrpc(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  const auto details = status.GetPayload("type.googleapis.com/google.rpc.Status");
  return {static_cast<grpc::StatusCode>(status.code()), std::string(status.message()),
          details.has_value() ? std::string(*details) : ""};
}

absl::Status TryAgain() {
  return absl::UnavailableError("the Inlichtingenbureau cannot be reached; try again");
}

bool IsOfDownloads(v1::FaultKind kind) {
  return kind == v1::FAULT_KIND_DAMAGED || kind == v1::FAULT_KIND_TRUNCATED ||
         kind == v1::FAULT_KIND_BROKEN_OFF;
}

}  // namespace

class InlichtingenbureauPeer::Service final : public contract::InlichtingenbureauService::Service {
 public:
  explicit Service(const std::string& listen) : host_(listen.substr(0, listen.rfind(':'))) {
    (void)absl::SimpleAtoi(
        absl::string_view(listen).substr(host_.size() + (host_.size() < listen.size() ? 1 : 0)), &port_);
  }
  ~Service() override {
    if (reopening_.joinable()) reopening_.join();
    Close();
  }

  absl::Status Listen() {
    grpc::ServerBuilder builder;
    // A port is of one server alone, or two runs could be given the same.
    builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
    int port = 0;
    builder.AddListeningPort(absl::StrCat(host_, ":", port_), grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(this);
    server_ = builder.BuildAndStart();
    if (server_ == nullptr || port == 0) {
      return absl::UnavailableError(absl::StrCat("op ", host_, ":", port_, " kan de runner niet luisteren"));
    }
    // Once it is known it stays, also where the port is closed for a while.
    if (port_ == 0) port_ = port;
    return absl::OkStatus();
  }

  std::string address() const { return absl::StrCat(host_, ":", port_); }

  void BeginCase(const std::vector<std::string>& gemeentecodes, const std::string& token) {
    if (reopening_.joinable()) reopening_.join();
    absl::MutexLock lock(&mutex_);
    aanbod_.BeginCase(gemeentecodes, token);
    faults_.clear();
    offered_.clear();
    exchanges_.clear();
    metadata_.clear();
    held_methods_.clear();
    held_calls_ = 0;
    ++version_;
  }

  absl::Status Offer(const v1::Offer& offer) {
    absl::MutexLock lock(&mutex_);
    return aanbod_.Offer(offer, &offered_);
  }

  absl::Status Fail(const v1::Fault& fault) {
    const int count = std::max(fault.count(), 1);
    if (fault.kind() == v1::FAULT_KIND_DOWN) {
      GoDown(count * kTurn);
      return absl::OkStatus();
    }
    absl::MutexLock lock(&mutex_);
    PendingFault pending{
        .method = fault.method(), .kind = fault.kind(), .left = count, .rapport = fault.rapport()};
    if (IsOfDownloads(fault.kind()) || fault.rapport() > 0) {
      if (!fault.method().empty() && fault.method() != kDownload) {
        return absl::InvalidArgumentError(absl::StrCat("deze storing past niet bij ", fault.method()));
      }
      pending.method = kDownload;
    }
    faults_.push_back(pending);
    return absl::OkStatus();
  }

  void Hold(const std::string& method) {
    absl::MutexLock lock(&mutex_);
    held_methods_.insert(method);
  }
  void Release(const std::string& method) {
    absl::MutexLock lock(&mutex_);
    held_methods_.erase(method);
  }
  int held_calls() const {
    absl::MutexLock lock(&mutex_);
    return held_calls_;
  }

  void AwaitCalls(absl::Duration longest) const {
    absl::MutexLock lock(&mutex_);
    const std::int64_t seen = version_;
    const auto has_changed = [this, seen]()
                                 ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return version_ != seen; };
    mutex_.AwaitWithTimeout(absl::Condition(&has_changed), longest);
  }
  Collected collected() const {
    absl::MutexLock lock(&mutex_);
    Collected collected = aanbod_.collected();
    collected.calls_under_way = under_way_;
    return collected;
  }
  std::vector<Exchange> exchanges() const {
    absl::MutexLock lock(&mutex_);
    return exchanges_;
  }
  std::vector<std::string> metadata() const {
    absl::MutexLock lock(&mutex_);
    return {metadata_.begin(), metadata_.end()};
  }

  grpc::Status ListRapportages(grpc::ServerContext* context, const contract::ListRapportagesRequest* request,
                               contract::ListRapportagesResponse* response) override {
    return Answer("ListRapportages", *context, *request, response,
                  [&] { return aanbod_.ListRapportages(*request, response); });
  }
  grpc::Status ListDoorleveringen(grpc::ServerContext* context,
                                  const contract::ListDoorleveringenRequest* request,
                                  contract::ListDoorleveringenResponse* response) override {
    return Answer("ListDoorleveringen", *context, *request, response,
                  [&] { return aanbod_.ListDoorleveringen(*request, response); });
  }
  grpc::Status ListBerichten(grpc::ServerContext* context, const contract::ListBerichtenRequest* request,
                             contract::ListBerichtenResponse* response) override {
    return Answer("ListBerichten", *context, *request, response,
                  [&] { return aanbod_.ListBerichten(*request, response); });
  }
  grpc::Status ConfirmRapportage(grpc::ServerContext* context,
                                 const contract::ConfirmRapportageRequest* request,
                                 contract::ConfirmRapportageResponse* response) override {
    return Answer("ConfirmRapportage", *context, *request, response,
                  [&] { return aanbod_.ConfirmRapportage(*request, response); });
  }
  grpc::Status ConfirmDoorleveringen(grpc::ServerContext* context,
                                     const contract::ConfirmDoorleveringenRequest* request,
                                     contract::ConfirmDoorleveringenResponse* response) override {
    return Answer("ConfirmDoorleveringen", *context, *request, response,
                  [&] { return aanbod_.ConfirmDoorleveringen(*request, response); });
  }
  // What nobody needs in order to collect.
  grpc::Status ListNotificaties(grpc::ServerContext* context,
                                const contract::ListNotificatiesRequest* request,
                                contract::ListNotificatiesResponse* response) override {
    return Answer("ListNotificaties", *context, *request, response, [] { return absl::OkStatus(); });
  }
  grpc::Status ListAangehouden(grpc::ServerContext* context, const contract::ListAangehoudenRequest* request,
                               contract::ListAangehoudenResponse* response) override {
    return Answer("ListAangehouden", *context, *request, response, [] { return absl::OkStatus(); });
  }
  grpc::Status ListLeveringen(grpc::ServerContext* context, const contract::ListLeveringenRequest* request,
                              contract::ListLeveringenResponse* response) override {
    return Answer("ListLeveringen", *context, *request, response, [] { return absl::OkStatus(); });
  }
  grpc::Status SetAfnemer(grpc::ServerContext* context, const contract::SetAfnemerRequest* request,
                          contract::SetAfnemerResponse* response) override {
    return Answer("SetAfnemer", *context, *request, response, [&] {
      *response->mutable_afnemer() = request->afnemer();
      return absl::OkStatus();
    });
  }
  grpc::Status GetAfnemer(grpc::ServerContext* context, const contract::GetAfnemerRequest* request,
                          contract::GetAfnemerResponse* response) override {
    return Answer("GetAfnemer", *context, *request, response, [&] {
      response->mutable_afnemer()->set_gemeentecode(request->gemeentecode());
      response->mutable_afnemer()->set_leverwijze(contract::LEVERWIJZE_COLLECT);
      return absl::OkStatus();
    });
  }

  grpc::Status DownloadRapportage(grpc::ServerContext* context,
                                  const contract::DownloadRapportageRequest* request,
                                  grpc::ServerWriter<contract::DownloadRapportageResponse>* writer) override {
    const std::string& id = request->rapportage_id();
    std::string bytes;
    v1::FaultKind fault = v1::FAULT_KIND_UNSPECIFIED;
    absl::Status status;
    {
      absl::MutexLock lock(&mutex_);
      Begin(*context);
      status = Held(kDownload, *context) ? TryAgain() : absl::OkStatus();
      if (status.ok()) fault = TakeFault(kDownload, id);
      if (fault == v1::FAULT_KIND_UNAVAILABLE) status = TryAgain();
      if (status.ok()) status = aanbod_.BeginDownload(id, &bytes);
    }
    if (status.ok()) status = Send(id, bytes, fault, writer);
    absl::MutexLock lock(&mutex_);
    Record(kDownload, request->ShortDebugString(),
           absl::StrCat("# ", bytes.size(), " bytes", fault == v1::FAULT_KIND_UNSPECIFIED ? "" : ", ",
                        fault == v1::FAULT_KIND_UNSPECIFIED ? "" : v1::FaultKind_Name(fault)),
           status);
    End();
    return ToGrpc(status);
  }

 private:
  // A fault that is still to come.
  struct PendingFault {
    std::string method = {};  // empty: any
    v1::FaultKind kind = v1::FAULT_KIND_UNSPECIFIED;
    int left = 0;
    int rapport = 0;  // of those offered in this case, from 1; 0: any
  };

  // One call with one answer, which `carry_out` gives under the lock.
  template <typename Request, typename Response, typename CarryOut>
  grpc::Status Answer(const std::string& method, const grpc::ServerContext& context, const Request& request,
                      Response* response, CarryOut carry_out) {
    absl::MutexLock lock(&mutex_);
    Begin(context);
    absl::Status status = Held(method, context) ? TryAgain() : absl::OkStatus();
    if (status.ok()) {
      const v1::FaultKind fault = TakeFault(method, "");
      // A list carries nothing out: its answer is lost, or it is not there, which is the same.
      const bool is_list = absl::StartsWith(method, "List");
      const bool is_carried_out = fault == v1::FAULT_KIND_UNSPECIFIED || !is_list;
      if (fault != v1::FAULT_KIND_UNAVAILABLE && is_carried_out) status = carry_out();
      if (fault != v1::FAULT_KIND_UNSPECIFIED) status = TryAgain();
    }
    if (!status.ok()) response->Clear();
    Record(method, request.DebugString(), response->DebugString(), status);
    End();
    return ToGrpc(status);
  }

  // In parts, as the fault has them; says how it went.
  absl::Status Send(const std::string& id, std::string bytes, v1::FaultKind fault,
                    grpc::ServerWriter<contract::DownloadRapportageResponse>* writer) {
    if (fault == v1::FAULT_KIND_DAMAGED) {
      bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    }
    const bool is_cut = fault == v1::FAULT_KIND_TRUNCATED || fault == v1::FAULT_KIND_BROKEN_OFF;
    if (is_cut) bytes.resize(bytes.size() / 2);
    const std::size_t part_bytes = std::min(bytes.size() / kParts + 1, kMaxPartBytes);
    contract::DownloadRapportageResponse part;
    for (std::size_t at = 0; at < bytes.size(); at += part_bytes) {
      part.set_inhoud(bytes.substr(at, part_bytes));
      if (!writer->Write(part)) return absl::CancelledError("the gemeente went away");
    }
    absl::MutexLock lock(&mutex_);
    const bool is_whole = !is_cut && fault != v1::FAULT_KIND_DAMAGED;
    // All of it came, also where its end is not "well": who checks the hash may believe it.
    is_whole ? aanbod_.NoteWholeDownload(id) : aanbod_.NoteDamagedDownload(id);
    const bool ends_well = fault != v1::FAULT_KIND_BROKEN_OFF && fault != v1::FAULT_KIND_LOST_ACKNOWLEDGEMENT;
    return ends_well ? absl::OkStatus() : TryAgain();
  }

  void Begin(const grpc::ServerContext& context) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    for (const auto& [key, value] : context.client_metadata()) {
      if (metadata_.size() >= kMaxMetadata) break;
      metadata_.insert(absl::StrCat(absl::string_view(key.data(), key.size()), "=",
                                    absl::string_view(value.data(), value.size())));
    }
    aanbod_.CountCall();
    ++under_way_;
    ++version_;
  }
  void End() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    --under_way_;
    ++version_;
  }
  void Record(const std::string& method, const std::string& request, const std::string& response,
              const absl::Status& status) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    if (exchanges_.size() >= kMaxExchanges) return;
    exchanges_.push_back({absl::StrCat("ketenproef.v1.InlichtingenbureauService/", method), request, response,
                          StatusText(status)});
  }

  // Keeps a call waiting that is to be held. False: it is none.
  bool Held(const std::string& method, const grpc::ServerContext& context)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    if (!held_methods_.contains(method)) return false;
    ++held_calls_;
    ++version_;
    const auto is_released = [&]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
      return !held_methods_.contains(method);
    };
    while (!context.IsCancelled() && !mutex_.AwaitWithTimeout(absl::Condition(&is_released), kHoldTurn)) {
    }
    return true;
  }

  // The first fault that is for this call, used up by one.
  v1::FaultKind TakeFault(const std::string& method, const std::string& rapportage_id)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    for (PendingFault& fault : faults_) {
      if (fault.left == 0 || (!fault.method.empty() && fault.method != method)) continue;
      if (fault.rapport > 0 && !IsOffered(fault.rapport, rapportage_id)) continue;
      --fault.left;
      return fault.kind;
    }
    return v1::FAULT_KIND_UNSPECIFIED;
  }

  bool IsOffered(int number, const std::string& rapportage_id) const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    const auto place = static_cast<std::size_t>(number) - 1;
    return place < offered_.size() && offered_[place] == rapportage_id;
  }

  void Close() {
    // A deadline that has passed: calls under way are cancelled, none is waited for.
    if (server_ != nullptr) server_->Shutdown(gpr_inf_past(GPR_CLOCK_REALTIME));
    server_.reset();
  }

  void GoDown(absl::Duration duration) {
    if (reopening_.joinable()) reopening_.join();
    Close();
    reopening_ = std::thread([this, duration] {
      client::WaitBeforeRepeat(duration);
      for (int tries = 0; tries < kMaxListenTries && !Listen().ok(); ++tries) client::WaitBeforeRepeat(kTurn);
    });
  }

  const std::string host_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
  std::thread reopening_;  // while it lives, the server is its own

  mutable absl::Mutex mutex_;
  Aanbod aanbod_ ABSL_GUARDED_BY(mutex_);
  // Ids of the reports of this case, in order of offering.
  std::vector<std::string> offered_ ABSL_GUARDED_BY(mutex_);
  std::vector<PendingFault> faults_ ABSL_GUARDED_BY(mutex_);
  std::set<std::string> held_methods_ ABSL_GUARDED_BY(mutex_);
  int held_calls_ ABSL_GUARDED_BY(mutex_) = 0;
  int under_way_ ABSL_GUARDED_BY(mutex_) = 0;
  std::int64_t version_ ABSL_GUARDED_BY(mutex_) = 0;
  std::vector<Exchange> exchanges_ ABSL_GUARDED_BY(mutex_);
  std::set<std::string> metadata_ ABSL_GUARDED_BY(mutex_);
};

InlichtingenbureauPeer::InlichtingenbureauPeer() = default;
InlichtingenbureauPeer::~InlichtingenbureauPeer() = default;

absl::StatusOr<std::unique_ptr<InlichtingenbureauPeer>> InlichtingenbureauPeer::Start(
    const std::string& listen) {
  std::unique_ptr<InlichtingenbureauPeer> peer(new InlichtingenbureauPeer);
  peer->service_ = std::make_unique<Service>(listen);
  if (absl::Status status = peer->service_->Listen(); !status.ok()) return status;
  return peer;
}

std::string InlichtingenbureauPeer::address() const {
  return service_->address();
}
void InlichtingenbureauPeer::BeginCase(const std::vector<std::string>& gemeentecodes,
                                       const std::string& token) {
  service_->BeginCase(gemeentecodes, token);
}
absl::Status InlichtingenbureauPeer::Offer(const v1::Offer& offer) {
  return service_->Offer(offer);
}
absl::Status InlichtingenbureauPeer::Fail(const v1::Fault& fault) {
  return service_->Fail(fault);
}
void InlichtingenbureauPeer::Hold(const std::string& method) {
  service_->Hold(method);
}
void InlichtingenbureauPeer::Release(const std::string& method) {
  service_->Release(method);
}
int InlichtingenbureauPeer::held_calls() const {
  return service_->held_calls();
}
void InlichtingenbureauPeer::AwaitCalls(absl::Duration longest) const {
  service_->AwaitCalls(longest);
}
Collected InlichtingenbureauPeer::collected() const {
  return service_->collected();
}
std::vector<Exchange> InlichtingenbureauPeer::exchanges() const {
  return service_->exchanges();
}
std::vector<std::string> InlichtingenbureauPeer::metadata() const {
  return service_->metadata();
}

}  // namespace ketenproef::conformance
