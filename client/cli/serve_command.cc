#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/cli/command.h"
#include "client/cli/complaint.h"
#include "client/cli/config_file.h"
#include "client/cli/exit_code.h"
#include "client/cli/ready_file.h"
#include "client/cli/serve_flags.h"
#include "client/cli/serve_limits.h"
#include "client/cli/start_omgeving.h"
#include "client/cli/stop_signal.h"
#include "server/app/log.h"
#include "server/app/server.h"

namespace ketenproef {
namespace {

int Refuse(const absl::Status& status, int exit_code) {
  return Complain(exit_code, status.message());
}

// A data directory that another server has is, like a taken port, something that is not there for us.
int ServeExitCodeOf(const absl::Status& status) {
  return absl::IsFailedPrecondition(status) ? static_cast<int>(kExitUnavailable) : ExitCodeOf(status);
}

// HOST:PORT, with the port that was found where 0 was asked for.
std::string AddressOf(const ServeFlags& flags, const Server& server) {
  return absl::StrCat(flags.listen.substr(0, flags.listen.rfind(':')), ":", server.port());
}

std::string GivenStartFlags(const CLI::App& command) {
  std::string given;
  for (const char* flag :
       {"--start", "--profile", "--bsn-range", "--seed", "--play", "--personas", "--rol"}) {
    if (command.count(flag) > 0) absl::StrAppend(&given, given.empty() ? "" : " ", flag);
  }
  return given;
}

class Serving {
 public:
  // `start_flags`: those that were given and that matter only when the environment is made.
  Serving(const ServeFlags& flags, const StartOmgeving& start, std::string start_flags,
          const StopSignal& stop, Log& log)
      : flags_(flags), start_(start), start_flags_(std::move(start_flags)), stop_(stop), log_(log) {}

  absl::Status Run() {
    auto ready_file = ReadyFile::Prepare(flags_.ready_file);
    if (!ready_file.ok()) return ready_file.status();
    if (absl::Status status = Start(); !status.ok()) return status;
    const absl::Status made = MakeOmgeving();
    if (absl::IsCancelled(made) && stop_.has_come()) return Stop();
    if (!made.ok()) return made;
    if (absl::Status status = ready_file->Write(AddressOf(flags_, *server_)); !status.ok()) return status;
    TellReady();
    return Stop();
  }

 private:
  absl::Status Start() {
    ServerOptions options;
    options.referentie = flags_.referentie;
    options.data_directory = DataDirectoryOf(flags_);
    options.listen = flags_.listen;
    options.log = &log_;
    constexpr double kMillisPerSecond = 1'000;
    options.endpoint_deadline_ms = static_cast<std::uint32_t>(flags_.endpoint_deadline * kMillisPerSecond);
    auto mail = MailOptionsOf(flags_);
    if (!mail.ok()) return mail.status();
    options.mail = *std::move(mail);
    options.starts_serving = false;
    log_.Write(LogLevel::kInfo, "start",
               {{"version", KETENPROEF_VERSION},
                {"data", options.data_directory.empty() ? "memory" : options.data_directory}});
    auto server = Server::Start(options);
    if (!server.ok()) return server.status();
    server_ = *std::move(server);
    return absl::OkStatus();
  }

  absl::Status MakeOmgeving() {
    const auto started = MakeStartOmgeving(server_->InProcessChannel(), start_);
    if (!started.ok()) return started.status();
    log_.Write(LogLevel::kInfo, started->made ? "omgeving_made" : "omgeving_kept",
               {{"omgeving", start_.instelling.naam()},
                {"lines", absl::StrCat(started->lines)},
                {"refused", absl::StrCat(started->refused)}});
    if (!started->made && !start_flags_.empty()) {
      log_.Write(LogLevel::kWarning, "flags_ignored",
                 {{"omgeving", start_.instelling.naam()},
                  {"flags", start_flags_},
                  {"reason", "it was there already; delete it, or choose another --data"}});
    }
    return absl::OkStatus();
  }

  // One line on standard output, for scripts that asked for port 0.
  void TellReady() {
    const std::string address = AddressOf(flags_, *server_);
    server_->SetServing(true);
    std::printf("%s\n", address.c_str());
    std::fflush(stdout);
    log_.Write(LogLevel::kInfo, "ready", {{"address", address}});
  }

  // Once the signal has come.
  absl::Status Stop() {
    const int signal = stop_.Wait();
    log_.Write(LogLevel::kInfo, "stopping", {{"signal", signal == SIGINT ? "SIGINT" : "SIGTERM"}});
    server_->Shutdown();
    server_.reset();
    log_.Write(LogLevel::kInfo, "stopped", {});
    return absl::OkStatus();
  }

  const ServeFlags& flags_;
  const StartOmgeving start_;
  const std::string start_flags_;
  const StopSignal& stop_;
  Log& log_;
  std::unique_ptr<Server> server_;
};

int RunServe(CLI::App& command, ServeFlags& flags) {
  if (!flags.config.empty()) {
    if (absl::Status status = ApplyConfigFile(command, flags.config); !status.ok()) {
      return Refuse(status, ExitCodeOf(status));
    }
  }
  auto start = StartOmgevingOf(flags);
  if (!start.ok()) return Refuse(start.status(), kExitUsage);
  LiftServeLimits();
  const StopSignal stop;
  start->is_stopped = [&stop] { return stop.has_come(); };
  // Never freed: gRPC may write to it until the process ends.
  Log* const log = Log::ToStandardError(LogLevelOf(flags.log_level)).release();
  TakeGrpcLog(*log);
  const absl::Status status = Serving(flags, *start, GivenStartFlags(command), stop, *log).Run();
  return status.ok() ? static_cast<int>(kExitOk) : Refuse(status, ServeExitCodeOf(status));
}

}  // namespace

void AddServeCommand(CLI::App& app, RunCommand* run) {
  auto flags = std::make_shared<ServeFlags>();
  CLI::App* serve = app.add_subcommand("serve", "Serve the simulator: all roles on one port");
  AddServeFlags(*serve, flags.get());
  serve->footer(
      "The address stands alone on one line of standard output once it serves.\n"
      "SIGTERM and SIGINT (Ctrl-C) end it after what is under way; the second of them at once.\n"
      "Examples:\n"
      "  ketenproef serve --memory --personas rvig\n"
      "  ketenproef serve --listen localhost:0 --ready-file /tmp/gereed --data /tmp/keten\n"
      "  ketenproef serve --memory --rol gemeente:0363=localhost:5051\n"
      "  ketenproef serve --config serve.toml");
  serve->callback([serve, flags, run] { *run = [serve, flags] { return RunServe(*serve, *flags); }; });
}

}  // namespace ketenproef
