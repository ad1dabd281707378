#include <CLI/CLI.hpp>

#include <grpcpp/create_channel.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "client/cli/case_timeline.h"
#include "client/cli/command.h"
#include "client/cli/complaint.h"
#include "client/cli/draaiboek_player.h"
#include "client/cli/exit_code.h"
#include "client/cli/grpc_status.h"
#include "client/cli/keten_cijfers.h"
#include "client/cli/output_folder.h"
#include "client/cli/play_output.h"
#include "client/cli/start_omgeving.h"
#include "client/cli/stop_signal.h"
#include "client/cli/timeline.h"
#include "fixtures/playbook/playbook.h"
#include "fixtures/population/population.h"
#include "ketenproef/v1/omgeving_service.grpc.pb.h"
#include "server/app/log.h"
#include "server/app/server.h"

namespace ketenproef {
namespace {

constexpr char kSummaryName[] = "samenvatting.txt";
constexpr int kPersons = 500;
constexpr int kDays = 12 * 7;
constexpr CalendarDate kFirstDay = {2025, 1, 1};

struct DemoFlags {
  std::string out;  // empty: a new folder for temporary files
  std::string listen = "localhost:0";
  // Of the first twelve one that shows it all: late, extended, followed up, and put right by a bericht.
  std::uint64_t seed = 11;
  bool stay = false;
};

// Livelier than a population is by itself, so that twelve weeks show everything that the chain has.
absl::StatusOr<std::string> DemoPlaybook(std::uint64_t seed) {
  PopulationOptions options;
  options.persons = kPersons;
  options.days = kDays;
  options.first_day = kFirstDay;
  options.seed = seed;
  options.cases_per_year = 8;
  options.late_fraction = 0.15;
  options.ill_at_end_fraction = 0.5;
  options.withdrawn_fraction = 0.15;
  options.unknown_woonplaats_fraction = 0;  // somebody lives in every gemeente
  std::ostringstream playbook;
  if (absl::Status status = WritePopulation(options, playbook); !status.ok()) return status;
  return std::move(playbook).str();
}

absl::StatusOr<std::string> MakeFolder(const std::string& out) {
  std::string folder = out;
  if (folder.empty()) {
    folder = (std::filesystem::temp_directory_path() / "ketenproef-demo-XXXXXX").string();
    if (mkdtemp(folder.data()) != nullptr) return folder;
    return absl::PermissionDeniedError(absl::StrCat(folder, ": no folder can be made there; use --out DIR"));
  }
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return absl::PermissionDeniedError(absl::StrCat(folder, ": ", error.message()));
  return folder;
}

std::vector<absl::string_view> OutputNames() {
  const auto played = PlayOutputNames();
  std::vector<absl::string_view> names(played.begin(), played.end());
  names.push_back(kPlaybookFileName);
  names.emplace_back(kSummaryName);
  return names;
}

class Demo {
 public:
  Demo(const DemoFlags& flags, std::string folder) : flags_(flags), folder_(std::move(folder)) {}

  // Plays everything and tells of it; the server runs on.
  absl::Status Run() {
    auto output = OutputFolder::Prepare(folder_ + "/uit", OutputNames(), kReportPrefix);
    if (!output.ok()) return output.status();
    if (absl::Status status = StartServer(); !status.ok()) return status;
    std::printf("Ketenproef speelt twaalf weken na: UWV, Inlichtingenbureau en gemeenten op %s.\n\n",
                address_.c_str());
    std::fflush(stdout);
    const auto playbook = DemoPlaybook(flags_.seed);
    if (!playbook.ok()) return playbook.status();
    if (absl::Status status = Play(*playbook, *output); !status.ok()) return status;
    if (absl::Status status = teller_.Collect(channel_, std::string(kStandaardNaam)); !status.ok()) {
      return status;
    }
    const auto summary = Summary();
    if (!summary.ok()) return summary.status();
    if (absl::Status status = output->WriteFile(kSummaryName, *summary); !status.ok()) return status;
    if (absl::Status status = output->Commit(); !status.ok()) return status;
    std::fputs(summary->c_str(), stdout);
    TellWhatNext();
    return absl::OkStatus();
  }

  void Stop() { server_->Shutdown(); }

 private:
  absl::Status StartServer() {
    ServerOptions options;
    options.data_directory = folder_ + "/data";
    options.listen = flags_.listen;
    auto server = Server::Start(options);
    if (!server.ok()) return server.status();
    server_ = *std::move(server);
    address_ = absl::StrCat(flags_.listen.substr(0, flags_.listen.rfind(':')), ":", server_->port());
    // Through the port, as everybody else.
    channel_ = grpc::CreateChannel(address_, grpc::InsecureChannelCredentials());
    return RemoveEarlierDemo();
  }

  absl::Status RemoveEarlierDemo() {
    grpc::ClientContext context;
    v1::DeleteOmgevingRequest request;
    request.set_naam(std::string(kStandaardNaam));
    v1::DeleteOmgevingResponse response;
    const absl::Status status =
        FromGrpc(v1::OmgevingService::NewStub(channel_)->DeleteOmgeving(&context, request, &response));
    return absl::IsNotFound(status) ? absl::OkStatus() : status;
  }

  absl::Status Play(const std::string& playbook, OutputFolder& output) {
    PlayOptions options;
    options.file = std::string(kPlaybookFileName);
    options.until = CalendarDateFromDays(DaysSinceEpoch(kFirstDay) + kDays - 1);
    options.progress_name = "twaalf weken";
    options.instelling.set_naam(std::string(kStandaardNaam));
    options.instelling.set_profiel("handleiding");
    options.instelling.set_seed(flags_.seed);
    options.on_result = [this](const PlayedLine& line, const v1::Regelresultaat& resultaat) {
      teller_.AddResult(line, resultaat);
    };
    const auto played = PlayDraaiboek(channel_, playbook, options);
    if (!played.ok()) return played.status();
    if (absl::Status status = played->WriteTo(output); !status.ok()) return status;
    return output.WriteFile(std::string(kPlaybookFileName), playbook);
  }

  // The same for the same seed: no folder, no address.
  absl::StatusOr<std::string> Summary() const {
    constexpr int kColumns = 80;
    std::string summary = FormatKetenCijfers(
        absl::StrCat("Twaalf weken ziekte en loonkostensubsidie, 1 januari tot en met 25 maart 2025\n",
                     kPersons, " verzonnen personen, verspreid over de 342 gemeenten"),
        teller_.cijfers());
    if (const v1::Ziektegeval* zaak = teller_.Voorbeeld(); zaak != nullptr) {
      const client::Client client(channel_, {.address = address_});
      const auto events = FetchCase(client, zaak->loonheffingennummer(), zaak->kenmerk());
      if (!events.ok()) return events.status();
      // The row of the report begins with a BSN; made up, but a summary gets around.
      absl::StrAppend(&summary, "\nEen zaak van dag tot dag:\n\n",
                      absl::StrReplaceAll(DrawTimeline(*events, kColumns), {{zaak->bsn(), "*********"}}));
    }
    return summary;
  }

  void TellWhatNext() const {
    std::printf("\nGeschreven in %s/uit: deze samenvatting, de rapportages en wat er verder gebeurde.\n",
                folder_.c_str());
    std::printf("\nVerder, bijvoorbeeld:\n");
    std::printf("  ls %s/uit/rapportages\n", folder_.c_str());
    if (flags_.stay) {
      std::printf("  ./ketenproef rapportages list --server %s\n", address_.c_str());
      std::printf("  ./ketenproef doctor --listen localhost:0 --address %s\n", address_.c_str());
      std::printf("\nDe simulator blijft draaien op %s; Ctrl-C stopt hem.\n", address_.c_str());
    } else {
      std::printf("  ./ketenproef serve --data %s/data          # verder met deze omgeving\n",
                  folder_.c_str());
      std::printf(
          "  ./ketenproef serve --memory --personas rvig   # een nieuwe, met de testpersonen van RvIG\n");
    }
    std::fflush(stdout);
  }

  const DemoFlags& flags_;
  const std::string folder_;
  std::string address_;
  std::unique_ptr<Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
  KetenTeller teller_;
};

int RunDemo(const DemoFlags& flags) {
  // Before any thread; without --stay a Ctrl-C simply ends the demo.
  std::optional<StopSignal> stop;
  if (flags.stay) stop.emplace();
  // Never freed: gRPC may write to it until the process ends.
  TakeGrpcLog(*Log::ToStandardError(LogLevel::kOff).release());
  absl::Status status;
  if (auto folder = MakeFolder(flags.out); folder.ok()) {
    Demo demo(flags, *std::move(folder));
    status = demo.Run();
    if (status.ok() && stop) stop->Wait();
    if (status.ok()) demo.Stop();
  } else {
    status = folder.status();
  }
  if (status.ok()) return kExitOk;
  return Complain(
      absl::IsFailedPrecondition(status) ? static_cast<int>(kExitUnavailable) : ExitCodeOf(status),
      status.message());
}

}  // namespace

void AddDemoCommand(CLI::App& app, RunCommand* run) {
  auto flags = std::make_shared<DemoFlags>();
  CLI::App* demo = app.add_subcommand(
      "demo", "Twelve weeks of the chain in one go: 500 made-up persons, reports, a summary");
  demo->add_option(
      "--out", flags->out,
      "Folder to write: uit/ with what came of it, data/ with the environment (default: a new one "
      "for temporary files)");
  demo->add_option("--listen", flags->listen, "HOST:PORT of the server; port 0 for any that is free")
      ->capture_default_str();
  demo->add_option("--seed", flags->seed, "The same seed gives the same twelve weeks")
      ->check(CLI::Range(std::int64_t{0}, std::numeric_limits<std::int64_t>::max()))
      ->capture_default_str();
  demo->add_flag("--stay", flags->stay, "Leave the server running until Ctrl-C");
  demo->footer(
      "Examples:\n"
      "  ketenproef demo\n"
      "  ketenproef demo --out /tmp/demo --stay --listen localhost:5050");
  demo->callback([flags, run] { *run = [flags] { return RunDemo(*flags); }; });
}

}  // namespace ketenproef
