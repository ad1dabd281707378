#include "client/cli/load_system.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "conformance/runner/process_system.h"
#include "server/app/server.h"

namespace ketenproef {
namespace {

class RunningLoadSystem : public LoadSystem {
 public:
  explicit RunningLoadSystem(std::string address) : address_(std::move(address)) {}
  std::string address() const override { return address_; }
  std::string naam() const override { return address_; }

 private:
  const std::string address_;
};

class StartedLoadSystem : public LoadSystem {
 public:
  StartedLoadSystem(std::unique_ptr<conformance::SystemSource> source,
                    std::unique_ptr<conformance::System> system)
      : source_(std::move(source)), system_(std::move(system)) {}
  std::string address() const override { return system_->address(); }
  std::string naam() const override { return source_->name(); }

 private:
  std::unique_ptr<conformance::SystemSource> source_;
  std::unique_ptr<conformance::System> system_;
};

class ReferenceLoadSystem : public LoadSystem {
 public:
  explicit ReferenceLoadSystem(std::unique_ptr<Server> server) : server_(std::move(server)) {}
  std::string address() const override { return absl::StrCat("localhost:", server_->port()); }
  std::string naam() const override { return "referentie"; }

 private:
  std::unique_ptr<Server> server_;
};

}  // namespace

std::unique_ptr<LoadSystem> LoadSystemAt(const std::string& address) {
  return std::make_unique<RunningLoadSystem>(address);
}

absl::StatusOr<std::unique_ptr<LoadSystem>> StartLoadSystem(const std::string& command) {
  auto source = conformance::MakeProcessSource({command});
  conformance::SystemConfig config;
  config.kind = conformance::v1::SYSTEM_KIND_INLICHTINGENBUREAU;
  auto system = source->Start(config);
  if (!system.ok()) return absl::UnavailableError(std::string(system.status().message()));
  return std::make_unique<StartedLoadSystem>(std::move(source), *std::move(system));
}

absl::StatusOr<std::unique_ptr<LoadSystem>> StartReferenceSystem(const std::string& data_directory) {
  ServerOptions options;
  options.listen = "localhost:0";
  options.data_directory = data_directory;
  auto server = Server::Start(options);
  if (!server.ok()) return server.status();
  return std::make_unique<ReferenceLoadSystem>(*std::move(server));
}

}  // namespace ketenproef
