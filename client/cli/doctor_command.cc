#include <CLI/CLI.hpp>

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/command.h"
#include "client/cli/diagnosis.h"
#include "client/cli/exit_code.h"
#include "client/cli/serve_flags.h"
#include "client/cli/start_omgeving.h"
#include "server/app/log.h"
#include "server/app/server.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;

// Something that was looked at is wrong.
constexpr int kExitWrong = 1;

struct DoctorFlags {
  std::string listen = kDefaultListen;
  std::string data = kDefaultData;
  std::string address;  // empty: no endpoint is examined
  std::string omgeving{kStandaardNaam};
};

// By listening there for a moment, as `serve` would.
Finding DiagnosePort(const std::string& listen) {
  ServerOptions options;
  options.listen = listen;
  const auto server = Server::Start(options);
  if (server.ok()) return {true, absl::StrCat("port ", listen, ": free"), ""};
  return {false, absl::StrCat("port ", listen, ": ", server.status().message()),
          "stop what listens there, or let serve listen elsewhere with --listen HOST:PORT"};
}

Finding DiagnoseData(const std::string& directory) {
  const std::string what = absl::StrCat("data directory ", directory, ": ");
  std::error_code error;
  if (fs::exists(directory, error)) {
    const absl::Status status = CheckDataDirectory(directory);
    if (status.ok()) return {true, absl::StrCat(what, "can be written, and nobody uses it"), ""};
    return {false, absl::StrCat("data directory ", status.message()),
            "choose another with --data DIR, or mend what the line above says"};
  }
  // Not there: serve would make it in the nearest folder above it that is.
  fs::path above = fs::absolute(directory, error);
  while (!fs::exists(above, error) && above.has_relative_path()) above = above.parent_path();
  if (fs::is_directory(above, error) && access(above.c_str(), W_OK | X_OK) == 0) {
    return {true, absl::StrCat(what, "not there yet; serve makes it"), ""};
  }
  return {false, absl::StrCat(what, "cannot be made, as ", above.string(), " is no folder to write in"),
          "choose another with --data DIR, or make it yourself"};
}

int RunDoctor(const DoctorFlags& flags) {
  // Never freed: gRPC may write to it until the process ends. What it has to say stands in the findings.
  TakeGrpcLog(*Log::ToStandardError(LogLevel::kOff).release());
  std::vector<Finding> findings = {DiagnoseTimeZone(), DiagnosePort(flags.listen), DiagnoseData(flags.data)};
  if (!flags.address.empty()) {
    for (Finding& finding : DiagnoseEndpoint(flags.address, flags.omgeving)) {
      findings.push_back(std::move(finding));
    }
  }
  int exit_code = kExitOk;
  for (const Finding& finding : findings) {
    std::printf("%-6s %s\n", finding.is_ok ? "ok" : "wrong", finding.what.c_str());
    if (finding.is_ok) continue;
    std::printf("       to mend it: %s\n", finding.mend.c_str());
    exit_code = kExitWrong;
  }
  return exit_code;
}

}  // namespace

void AddDoctorCommand(CLI::App& app, RunCommand* run) {
  auto flags = std::make_shared<DoctorFlags>();
  CLI::App* doctor =
      app.add_subcommand("doctor", "Check what must be there before anything runs, and say how to mend it");
  doctor->add_option("--listen", flags->listen, "HOST:PORT that serve is to listen on")
      ->capture_default_str();
  doctor->add_option("--data", flags->data, "Folder in which serve is to keep environments")
      ->capture_default_str();
  doctor->add_option("--address", flags->address, "HOST:PORT of an endpoint to examine");
  doctor->add_option("--omgeving", flags->omgeving, "Environment of that endpoint whose clock to look at")
      ->capture_default_str();
  doctor->footer(
      "Exit code 0 where all is well, 1 where something is wrong.\n"
      "Examples:\n"
      "  ketenproef doctor\n"
      "  ketenproef doctor --listen localhost:0 --address localhost:5050");
  doctor->callback([flags, run] { *run = [flags] { return RunDoctor(*flags); }; });
}

}  // namespace ketenproef
