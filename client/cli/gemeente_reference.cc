#include "client/cli/gemeente_reference.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/start_omgeving.h"
#include "client/lib/client.h"
#include "client/lib/datum.h"
#include "conformance/checks/administration.h"
#include "conformance/runner/running_system.h"
#include "server/app/server.h"

namespace ketenproef {
namespace {

using conformance::SystemConfig;

// Nobody has LKS without employment (LKS-05).
constexpr char kLoonheffingennummer[] = "100000000L01";

// LKS-04 and LKS-05: in the doelgroepregister and employed from the first day of the first period on.
absl::Status Register(const client::Client& client, const std::vector<v1::LksPeriode>& perioden) {
  std::map<std::string, v1::Datum> first_days;
  const auto key = [](const v1::Datum& day) { return std::make_tuple(day.jaar(), day.maand(), day.dag()); };
  for (const v1::LksPeriode& periode : perioden) {
    const auto [known, is_first] = first_days.emplace(periode.bsn(), periode.datum_van());
    if (!is_first && key(periode.datum_van()) < key(known->second)) known->second = periode.datum_van();
  }
  for (const auto& [bsn, first_day] : first_days) {
    v1::RegisterDoelgroepregistratieRequest doelgroep;
    doelgroep.mutable_doelgroepregistratie()->set_bsn(bsn);
    *doelgroep.mutable_doelgroepregistratie()->mutable_datum_van() = first_day;
    if (const auto answer = client.Call(doelgroep); !answer.ok()) return answer.status();
    v1::RegisterDienstverbandRequest dienstverband;
    dienstverband.mutable_dienstverband()->set_bsn(bsn);
    dienstverband.mutable_dienstverband()->set_loonheffingennummer(kLoonheffingennummer);
    *dienstverband.mutable_dienstverband()->mutable_datum_van() = first_day;
    if (const auto answer = client.Call(dienstverband); !answer.ok()) return answer.status();
  }
  for (const v1::LksPeriode& periode : perioden) {
    v1::RegisterLksPeriodeRequest request;
    *request.mutable_lks_periode() = periode;
    if (const auto answer = client.Call(request); !answer.ok()) return answer.status();
  }
  return absl::OkStatus();
}

class GemeenteReference final : public conformance::UnwatchedSystem {
 public:
  explicit GemeenteReference(const SystemConfig& config)
      : folder_(config.folder),
        omgeving_(config.omgeving.empty() ? std::string(kStandaardNaam) : config.omgeving) {}

  absl::Status Start(const SystemConfig& config) {
    const auto perioden = conformance::LksPeriodenOf(config.administration);
    if (!perioden.ok()) return perioden.status();
    if (absl::Status status = Open(); !status.ok()) return status;
    const client::Client client(channel_, {.address = "referentie", .omgeving = omgeving_});
    v1::CreateOmgevingRequest request;
    request.mutable_instelling()->set_naam(omgeving_);
    *request.mutable_instelling()->mutable_start_tijdstip() = *client::ParseTijdstip(kDefaultStart);
    if (const auto answer = client.Call(request); !answer.ok()) return answer.status();
    return Register(client, *perioden);
  }

  std::shared_ptr<grpc::Channel> channel() override { return channel_; }
  bool can_restart() const override { return !folder_.empty(); }
  absl::Status Restart() override {
    channel_ = nullptr;
    server_ = nullptr;
    return Open();
  }

 private:
  absl::Status Open() {
    ServerOptions options;
    options.data_directory = folder_;
    auto server = Server::Start(options);
    if (!server.ok()) return server.status();
    server_ = *std::move(server);
    channel_ = server_->InProcessChannel();
    return absl::OkStatus();
  }

  const std::string folder_;
  const std::string omgeving_;
  std::unique_ptr<Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<conformance::System>> StartGemeenteReference(const SystemConfig& config) {
  auto system = std::make_unique<GemeenteReference>(config);
  if (absl::Status status = system->Start(config); !status.ok()) return status;
  return system;
}

}  // namespace ketenproef
