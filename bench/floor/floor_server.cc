#include "bench/floor/floor_server.h"

#include <google/protobuf/arena.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include "absl/strings/str_cat.h"
#include "ketenproef/v1/uwv_melding_service.grpc.pb.h"

namespace ketenproef::floor {
namespace {

// As the product has them (server/rules/limits.h).
constexpr int kMaxMessageBytes = 4 * 1024 * 1024;
constexpr int kMaxStreamsPerConnection = 1'000;

void SetDatum(int jaar, int maand, int dag, v1::Datum* datum) {
  datum->set_jaar(jaar);
  datum->set_maand(maand);
  datum->set_dag(dag);
}

v1::Ontvangst MakeOntvangst() {
  v1::Ontvangst ontvangst;
  v1::Meldingoordeel* oordeel = ontvangst.add_oordelen();
  oordeel->set_soort(v1::MELDINGSOORT_ZIEK);
  oordeel->set_kenmerk("Z00000001");
  oordeel->set_bsn("999990019");
  SetDatum(2025, 1, 8, oordeel->mutable_ontvangen_op());
  SetDatum(2025, 2, 17, oordeel->mutable_uiterste_dag());
  oordeel->set_tijdig(true);
  ontvangst.set_volgnummer(1'000'000);
  return ontvangst;
}

class Batches final
    : public grpc::ServerBidiReactor<v1::SubmitMeldingenRequest, v1::SubmitMeldingenResponse> {
 public:
  explicit Batches(const v1::Ontvangst& ontvangst) : ontvangst_(ontvangst) { ReadNext(); }

  void OnReadDone(bool ok) override {
    if (!ok) {
      Finish(grpc::Status::OK);
      return;
    }
    // Results are made once, and kept for every batch of that size.
    auto* resultaten = response_.mutable_resultaten();
    while (resultaten->size() > request_->meldingen_size()) resultaten->RemoveLast();
    while (resultaten->size() < request_->meldingen_size()) {
      *resultaten->Add()->mutable_ontvangst() = ontvangst_;
    }
    StartWrite(&response_);
  }
  void OnWriteDone(bool ok) override {
    if (ok) {
      ReadNext();
    } else {
      Finish(grpc::Status::CANCELLED);
    }
  }
  void OnDone() override { delete this; }

 private:
  // In an arena, as in the product: else the floor would have more to do than what stands on it.
  void ReadNext() {
    arena_.Reset();
    request_ = google::protobuf::Arena::CreateMessage<v1::SubmitMeldingenRequest>(&arena_);
    StartRead(request_);
  }

  const v1::Ontvangst& ontvangst_;
  google::protobuf::Arena arena_;
  v1::SubmitMeldingenRequest* request_ = nullptr;
  v1::SubmitMeldingenResponse response_;
};

class MeldingService final : public v1::UwvMeldingService::CallbackService {
 public:
  grpc::ServerUnaryReactor* SubmitZiekmelding(grpc::CallbackServerContext* context,
                                              const v1::SubmitZiekmeldingRequest* /*request*/,
                                              v1::SubmitZiekmeldingResponse* response) override {
    *response->mutable_ontvangst() = ontvangst_;
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
  grpc::ServerBidiReactor<v1::SubmitMeldingenRequest, v1::SubmitMeldingenResponse>* SubmitMeldingen(
      grpc::CallbackServerContext* /*context*/) override {
    return new Batches(ontvangst_);
  }

 private:
  const v1::Ontvangst ontvangst_ = MakeOntvangst();
};

class FloorServerImpl final : public FloorServer {
 public:
  explicit FloorServerImpl(const std::string& listen) {
    grpc::ServerBuilder builder;
    builder.RegisterService(&service_);
    builder.SetMaxReceiveMessageSize(kMaxMessageBytes);
    builder.SetMaxSendMessageSize(kMaxMessageBytes);
    builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, kMaxStreamsPerConnection);
    builder.AddListeningPort(listen, grpc::InsecureServerCredentials(), &port_);
    server_ = builder.BuildAndStart();
  }
  ~FloorServerImpl() override {
    if (server_ != nullptr) server_->Shutdown(gpr_now(GPR_CLOCK_MONOTONIC));
  }
  int port() const override { return server_ == nullptr ? 0 : port_; }

 private:
  MeldingService service_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<FloorServer>> FloorServer::Start(const std::string& listen) {
  auto server = std::make_unique<FloorServerImpl>(listen);
  if (server->port() == 0) return absl::UnavailableError(absl::StrCat("cannot listen on ", listen));
  return std::unique_ptr<FloorServer>(std::move(server));
}

}  // namespace ketenproef::floor
