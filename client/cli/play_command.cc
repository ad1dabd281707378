#include <CLI/CLI.hpp>

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "client/cli/command.h"
#include "client/cli/complaint.h"
#include "client/cli/draaiboek_player.h"
#include "client/cli/exit_code.h"
#include "client/cli/input_file.h"
#include "client/cli/output_folder.h"
#include "client/cli/play_output.h"
#include "fixtures/playbook/playbook.h"
#include "server/app/server.h"

namespace ketenproef {
namespace {

struct PlayFlags {
  std::string directory;
  std::string out;
  std::string profile = "handleiding";
  std::string until;
  std::string bsn_range = "testreeks";
  std::uint64_t seed = 0;
  std::string separator = ";";
  std::string date_form = "JJJJMMDD";
  ReferentieOptions referentie;
};

v1::Bsnreeks ReeksOf(const std::string& name) {
  if (name == "negenreeks") return v1::BSNREEKS_NEGENREEKS;
  return name == "alle" ? v1::BSNREEKS_ALLE : v1::BSNREEKS_TESTREEKS;
}

absl::Status Play(const PlayFlags& flags, const CalendarDate& until) {
  const std::string file = flags.directory + "/" + std::string(kPlaybookFileName);
  const auto content = ReadInputFile(file);
  if (!content.ok()) return content.status();
  // The whole playbook is read before anything is played.
  if (absl::Status status = CheckPlaybook(file, *content); !status.ok()) return status;
  auto folder = OutputFolder::Prepare(flags.out, PlayOutputNames(), kReportPrefix);
  if (!folder.ok()) return folder.status();

  ServerOptions options;
  options.referentie = flags.referentie;
  const auto server = Server::Start(options);
  if (!server.ok()) return server.status();
  PlayOptions play;
  play.file = file;
  play.until = until;
  play.instelling.set_naam("draaiboek");
  play.instelling.set_profiel(flags.profile);
  play.instelling.set_seed(flags.seed);
  play.instelling.set_bsnreeks(ReeksOf(flags.bsn_range));
  play.instelling.mutable_rapportvorm()->set_scheidingsteken(flags.separator);
  play.instelling.mutable_rapportvorm()->set_datumvorm(
      flags.date_form == "JJJJ-MM-DD" ? v1::DATUMVORM_JJJJ_MM_DD : v1::DATUMVORM_JJJJMMDD);
  const auto output = PlayDraaiboek((*server)->InProcessChannel(), *content, play);
  if (!output.ok()) return output.status();
  if (absl::Status status = output->WriteTo(*folder); !status.ok()) return status;
  return folder->Commit();
}

int RunPlay(const PlayFlags& flags) {
  const auto until = ParseCalendarDate(flags.until);
  if (!until.ok()) {
    return Complain(kExitUsage, absl::StrCat("--until \"", flags.until, "\" ", until.status().message()));
  }
  const absl::Status status = Play(flags, *until);
  return status.ok() ? static_cast<int>(kExitOk) : Complain(ExitCodeOf(status), status.message());
}

}  // namespace

void AddPlayCommand(CLI::App& app, RunCommand* run) {
  auto flags = std::make_shared<PlayFlags>();
  CLI::App* play =
      app.add_subcommand("play", "Play a playbook under the virtual clock and write what came of it");
  play->add_option("DIR", flags->directory, "Folder that holds gebeurtenissen.csv")->required();
  play->add_option("--out", flags->out, "Folder to write; appears whole or not at all")->required();
  play->add_option("--until", flags->until, "Last day to play, JJJJ-MM-DD")->required();
  play->add_option("--profile", flags->profile, "Rules to play by")
      ->check(CLI::IsMember({"handleiding", "wet"}))
      ->capture_default_str();
  play->add_option("--bsn-range", flags->bsn_range, "BSNs to accept (BSN-02)")
      ->check(CLI::IsMember({"testreeks", "negenreeks", "alle"}))
      ->capture_default_str();
  play->add_option("--seed", flags->seed, "Seed of the environment")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  play->add_option("--report-separator", flags->separator, "What separates fields in reports (CSV-02)")
      ->check(CLI::IsMember({";", ",", "|", "\t"}))
      ->capture_default_str();
  play->add_option("--report-dates", flags->date_form, "How dates are written in reports (CSV-02)")
      ->check(CLI::IsMember({"JJJJMMDD", "JJJJ-MM-DD"}))
      ->capture_default_str();
  play->add_option("--feestdagen", flags->referentie.feestdagen,
                   "File instead of the holidays in the binary");
  play->add_option("--gemeenten", flags->referentie.gemeenten, "File instead of the gemeenten in the binary");
  play->add_option("--herindelingen", flags->referentie.herindelingen,
                   "File instead of the mergers in the binary");
  play->footer(
      "Example:\n"
      "  ketenproef play shared/acceptance/voorbeelden --out /tmp/uit --profile wet --until 2025-12-31");
  play->callback([flags, run] { *run = [flags] { return RunPlay(*flags); }; });
}

}  // namespace ketenproef
