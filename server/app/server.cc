#include "server/app/server.h"

#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <chrono>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "server/app/klokdrijver.h"
#include "server/omgeving/omgevingen.h"
#include "server/outbound/gemeente_endpoints.h"
#include "server/rules/limits.h"
#include "server/transport/services.h"

namespace ketenproef {
namespace {

// How long calls under way may go on when the server stops, before they are cancelled.
constexpr std::chrono::seconds kShutdownGrace(5);

// Empty, or HOST:PORT; gRPC itself would take a host without a port, and wrap a port that is too large.
absl::Status CheckAddress(const std::string& address) {
  if (address.empty()) return absl::OkStatus();
  const std::size_t colon = address.rfind(':');
  int port = -1;
  if (colon != std::string::npos && colon > 0 && absl::SimpleAtoi(address.substr(colon + 1), &port) &&
      port >= 0 && port <= 65'535) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(
      absl::StrCat(address, ": is no address to listen on; give HOST:PORT, port 0 for any that is free"));
}

class ServerImpl final : public Server {
 public:
  ServerImpl(std::unique_ptr<Referentiedata> referentie, std::unique_ptr<Buitenwereld> buitenwereld,
             std::unique_ptr<Omgevingen> omgevingen)
      : referentie_(std::move(referentie)),
        buitenwereld_(std::move(buitenwereld)),
        omgevingen_(std::move(omgevingen)),
        services_(MakeServices(*omgevingen_)),
        klokdrijver_(std::make_unique<Klokdrijver>(*omgevingen_)) {}
  ~ServerImpl() override { Shutdown(); }

  absl::Status Listen(const std::string& address) {
    grpc::ServerBuilder builder;
    for (const auto& service : services_) builder.RegisterService(service.get());
    builder.SetMaxReceiveMessageSize(kMaxMessageBytes);
    builder.SetMaxSendMessageSize(kMaxMessageBytes);
    builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, kMaxStreamsPerConnection);
    // A second server on one port is an error, not a half of the traffic.
    builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
    if (absl::Status status = CheckAddress(address); !status.ok()) return status;
    if (!address.empty()) builder.AddListeningPort(address, grpc::InsecureServerCredentials(), &port_);
    server_ = builder.BuildAndStart();
    if (server_ == nullptr || (!address.empty() && port_ == 0)) {
      return absl::UnavailableError(
          absl::StrCat("cannot listen on ", address, "; is the port taken? Choose another, or 0 for any"));
    }
    return absl::OkStatus();
  }

  std::shared_ptr<grpc::Channel> InProcessChannel() override {
    grpc::ChannelArguments arguments;
    arguments.SetMaxReceiveMessageSize(kMaxMessageBytes);
    return server_->InProcessChannel(arguments);
  }

  int port() const override { return port_; }

  void Shutdown() override {
    if (server_ == nullptr) return;
    klokdrijver_.reset();
    // Nobody waits any longer for a system outside; what is owed to it is in the journal.
    omgevingen_->StopWaiting();
    server_->Shutdown(std::chrono::system_clock::now() + kShutdownGrace);
    server_->Wait();
    server_.reset();
  }

 private:
  std::unique_ptr<Referentiedata> referentie_;
  std::unique_ptr<Buitenwereld> buitenwereld_;
  std::unique_ptr<Omgevingen> omgevingen_;
  std::vector<std::unique_ptr<grpc::Service>> services_;
  std::unique_ptr<Klokdrijver> klokdrijver_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;  // last: its calls use all of the above
};

}  // namespace

absl::StatusOr<std::unique_ptr<Server>> Server::Start(const ServerOptions& options) {
  auto loaded = LoadReferentiedata(options.referentie);
  if (!loaded.ok()) return loaded.status();
  auto referentie = std::make_unique<Referentiedata>(*std::move(loaded));
  std::unique_ptr<JournalStore> store = std::make_unique<MemoryJournalStore>();
  if (!options.data_directory.empty()) {
    auto directory = DirectoryJournalStore::Make(options.data_directory);
    if (!directory.ok()) return directory.status();
    store = *std::move(directory);
  }
  auto buitenwereld = std::make_unique<GemeenteEndpoints>(options.endpoint_deadline_ms);
  auto omgevingen = Omgevingen::Open(*referentie, std::move(store), buitenwereld.get());
  if (!omgevingen.ok()) return omgevingen.status();
  auto server =
      std::make_unique<ServerImpl>(std::move(referentie), std::move(buitenwereld), *std::move(omgevingen));
  if (absl::Status status = server->Listen(options.listen); !status.ok()) return status;
  return std::unique_ptr<Server>(std::move(server));
}

}  // namespace ketenproef
