#include "server/app/server.h"

#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <chrono>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "server/app/klokdrijver.h"
#include "server/app/standard_services.h"
#include "server/omgeving/omgevingen.h"
#include "server/outbound/uitgang.h"
#include "server/rules/limits.h"
#include "server/transport/call_log.h"
#include "server/transport/services.h"

namespace ketenproef {
namespace {

// How long calls under way may go on when the server stops, before they are cancelled.
constexpr std::chrono::seconds kShutdownGrace(2);

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

// One line for every environment that came back from the data directory.
void TellReplayed(Log& log, const Omgevingen& omgevingen, absl::Duration took) {
  const std::vector<std::string> namen = omgevingen.Namen();
  for (const std::string& naam : namen) {
    const Writer::Overzicht overzicht = omgevingen.Find(naam)->overzicht();
    log.Write(LogLevel::kInfo, "replayed",
              {{"omgeving", naam},
               {"events", absl::StrCat(overzicht.volgnummer)},
               {"clock", overzicht.klok.ToString()}});
  }
  log.Write(LogLevel::kInfo, "opened",
            {{"omgevingen", absl::StrCat(namen.size())}, {"duration", absl::FormatDuration(took)}});
}

void TellCall(Log& log, const EndedCall& call) {
  log.Write(LogLevel::kDebug, "call",
            {{"method", call.method},
             {"omgeving", call.omgeving},
             {"status", call.status},
             {"duration", absl::FormatDuration(call.duration)}});
}

Omgevingen::OnStopped StoppedTellerOf(Log* log) {
  if (log == nullptr) return nullptr;
  return [log](const std::string& naam, const absl::Status& reden) {
    log->Write(LogLevel::kError, "omgeving_stopped",
               {{"omgeving", naam}, {"reason", std::string(reden.message())}});
  };
}

void AddCallLog(Log* log, grpc::ServerBuilder& builder) {
  if (log == nullptr || !log->Takes(LogLevel::kDebug)) return;
  std::vector<std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>> factories;
  factories.push_back(MakeCallLog([log](const EndedCall& call) { TellCall(*log, call); }));
  builder.experimental().SetInterceptorCreators(std::move(factories));
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

  absl::Status Listen(const ServerOptions& options) {
    const std::string& address = options.listen;
    EnableStandardServices();
    grpc::ServerBuilder builder;
    AddCallLog(options.log, builder);
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
    SetServing(options.starts_serving);
    return absl::OkStatus();
  }

  std::shared_ptr<grpc::Channel> InProcessChannel() override {
    grpc::ChannelArguments arguments;
    arguments.SetMaxReceiveMessageSize(kMaxMessageBytes);
    return server_->InProcessChannel(arguments);
  }

  int port() const override { return port_; }

  void SetServing(bool is_serving) override { ketenproef::SetServing(*server_, is_serving); }

  void Shutdown() override {
    if (server_ == nullptr) return;
    SetServing(false);
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
  const auto begin = std::chrono::steady_clock::now();
  auto buitenwereld = Uitgang::Make(options.endpoint_deadline_ms, options.mail);
  if (!buitenwereld.ok()) return buitenwereld.status();
  auto omgevingen =
      Omgevingen::Open(*referentie, std::move(store), buitenwereld->get(), StoppedTellerOf(options.log));
  if (!omgevingen.ok()) return omgevingen.status();
  if (options.log != nullptr) {
    TellReplayed(*options.log, **omgevingen, absl::FromChrono(std::chrono::steady_clock::now() - begin));
  }
  auto server =
      std::make_unique<ServerImpl>(std::move(referentie), *std::move(buitenwereld), *std::move(omgevingen));
  if (absl::Status status = server->Listen(options); !status.ok()) return status;
  return std::unique_ptr<Server>(std::move(server));
}

absl::Status CheckDataDirectory(const std::string& directory) {
  return DirectoryJournalStore::Make(directory).status();
}

}  // namespace ketenproef
