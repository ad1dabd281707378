#include <CLI/CLI.hpp>

#include <fstream>
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "client/cli/command.h"
#include "client/cli/complaint.h"
#include "client/cli/exit_code.h"
#include "fixtures/playbook/playbook.h"
#include "fixtures/population/population.h"

namespace ketenproef {
namespace {

struct PopulationFlags {
  PopulationOptions options;
  std::string first_day = "2025-01-01";
  std::string out;
};

// Writes beside the target and renames, so that no half playbook is ever there under its name.
absl::Status WriteTo(const std::string& directory, const PopulationOptions& options) {
  std::error_code error;
  const bool made = std::filesystem::create_directories(directory, error);
  if (error) return absl::PermissionDeniedError(absl::StrCat(directory, ": ", error.message()));
  const std::string path = absl::StrCat(directory, "/", std::string(kPlaybookFileName));
  const std::string working = absl::StrCat(path, ".part");
  std::ofstream file(working, std::ios::binary | std::ios::trunc);
  if (!file) return absl::PermissionDeniedError(absl::StrCat(working, ": cannot be written"));
  absl::Status status = WritePopulation(options, file);
  file.close();
  if (status.ok() && !file) {
    status = absl::ResourceExhaustedError(absl::StrCat(working, ": cannot be written whole"));
  }
  if (status.ok()) {
    std::filesystem::rename(working, path, error);
    if (error) status = absl::PermissionDeniedError(absl::StrCat(path, ": ", error.message()));
  }
  if (!status.ok()) {
    std::error_code ignored;  // the first error is the one to tell
    std::filesystem::remove(working, ignored);
    if (made) std::filesystem::remove(directory, ignored);
  }
  return status;
}

int RunPopulation(PopulationFlags flags) {
  const auto first_day = ParseCalendarDate(flags.first_day);
  if (!first_day.ok()) {
    return Complain(kExitUsage,
                    absl::StrCat("--first-day \"", flags.first_day, "\" ", first_day.status().message()));
  }
  flags.options.first_day = *first_day;
  const absl::Status status = WriteTo(flags.out, flags.options);
  if (status.ok()) return kExitOk;
  return Complain(absl::IsInvalidArgument(status) ? static_cast<int>(kExitUsage) : ExitCodeOf(status),
                  status.message());
}

}  // namespace

void AddPopulationCommand(CLI::App& app, RunCommand* run) {
  auto flags = std::make_shared<PopulationFlags>();
  CLI::App* population = app.add_subcommand(
      "population", "Make a playbook of a fictitious population, for load tests and demonstrations");
  population->add_option("--out", flags->out, "Folder in which gebeurtenissen.csv is written")->required();
  population->add_option("--persons", flags->options.persons, "How many persons")->capture_default_str();
  population->add_option("--days", flags->options.days, "How many days")->capture_default_str();
  population->add_option("--first-day", flags->first_day, "First day, JJJJ-MM-DD")->capture_default_str();
  population->add_option("--seed", flags->options.seed, "The same seed gives the same playbook")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  population->add_option("--bsn-range", flags->options.bsn_range, "BSNs to use")
      ->check(CLI::IsMember({"testreeks", "negenreeks"}))
      ->capture_default_str();
  population->footer(
      "Example:\n"
      "  ketenproef population --persons 1000 --days 180 --out /tmp/bevolking\n"
      "  ketenproef play /tmp/bevolking --out /tmp/uit --until 2025-06-30");
  population->callback([flags, run] { *run = [flags] { return RunPopulation(*flags); }; });
}

}  // namespace ketenproef
