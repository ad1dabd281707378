// `journal check`, `export` and `import`: journals in a data directory that no server has open. What a
// running server is asked for stands in journal.cc.
#include <CLI/CLI.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "client/cli/command.h"
#include "client/cli/complaint.h"
#include "client/cli/exit_code.h"
#include "client/cli/serve_flags.h"
#include "server/journal/journal_files.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;

// For a file name: standard input.
constexpr char kStandardInput[] = "-";

struct JournalFlags {
  std::string data = kDefaultData;
  std::string omgeving = "standaard";
  std::string out;
  std::string file;
};

// Like a taken port, a directory that a server has is not there for us.
int Refuse(const absl::Status& status) {
  return Complain(
      absl::IsFailedPrecondition(status) ? static_cast<int>(kExitUnavailable) : ExitCodeOf(status),
      status.message());
}

int RunCheck(const JournalFlags& flags) {
  bool is_well = true;
  const absl::Status status = CheckJournals(flags.data, [&is_well](const Journaalbevinding& found) {
    for (const std::string& gebrek : found.gebreken) std::printf("%s\n", gebrek.c_str());
    if (found.gebreken.empty()) {
      std::printf("%s: well, %lld events, the clock at %s\n", found.pad.c_str(),
                  static_cast<long long>(found.aantal), found.klok.ToString().c_str());
    }
    is_well = is_well && found.gebreken.empty();
  });
  if (!status.ok()) return Refuse(status);
  return is_well ? kExitOk : kExitRefused;
}

absl::Status WriteExport(const JournalFlags& flags, const std::string& path) {
  const absl::Status unwritten = absl::PermissionDeniedError(absl::StrCat(flags.out, ": cannot be written"));
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  if (!file) return unwritten;
  const absl::Status exported = ExportJournal(flags.data, flags.omgeving, file);
  file.close();
  return file ? exported : unwritten;
}

// A file appears when the text is whole; what is no file, such as a pipe, takes it as it comes.
absl::Status ExportToFile(const JournalFlags& flags) {
  std::error_code error;
  if (fs::exists(flags.out, error) && !fs::is_regular_file(flags.out, error)) {
    return WriteExport(flags, flags.out);
  }
  const std::string unfinished = flags.out + ".deel";
  absl::Status status = WriteExport(flags, unfinished);
  if (status.ok()) {
    fs::rename(unfinished, flags.out, error);
    if (!error) return status;
    status = absl::PermissionDeniedError(absl::StrCat(flags.out, ": ", error.message()));
  }
  fs::remove(unfinished, error);
  return status;
}

int RunExport(const JournalFlags& flags) {
  const absl::Status status =
      flags.out.empty() ? ExportJournal(flags.data, flags.omgeving, std::cout) : ExportToFile(flags);
  return status.ok() ? static_cast<int>(kExitOk) : Refuse(status);
}

int RunImport(const JournalFlags& flags) {
  std::ifstream file;
  const bool is_file = flags.file != kStandardInput;
  if (is_file) {
    file.open(flags.file, std::ios::binary);
    if (!file) return Refuse(absl::NotFoundError(absl::StrCat(flags.file, ": cannot be read")));
  }
  const auto imported =
      ImportJournal(is_file ? flags.file : "standard input", is_file ? file : std::cin, flags.data);
  if (absl::IsInvalidArgument(imported.status())) {
    return Refuse(absl::InvalidArgumentError(
        absl::StrCat(std::string(imported.status().message()),
                     "; nothing was imported: take the text that was exported, or export it again")));
  }
  if (!imported.ok()) return Refuse(imported.status());
  std::printf("%s: %lld events imported into %s\n", imported->naam.c_str(),
              static_cast<long long>(imported->aantal), flags.data.c_str());
  return kExitOk;
}

void AddCommand(CLI::App& journal, const std::shared_ptr<JournalFlags>& flags, const char* name,
                const char* summary, const char* footer, int (*run_it)(const JournalFlags&),
                RunCommand* run) {
  CLI::App* command = journal.add_subcommand(name, summary);
  command->footer(footer);
  command->callback([flags, run_it, run] { *run = [flags, run_it] { return run_it(*flags); }; });
}

}  // namespace

void AddJournalCommands(CLI::App& app, RunCommand* run) {
  CLI::App& journal = *app.get_subcommand("journal");
  const auto flags = std::make_shared<JournalFlags>();
  AddCommand(
      journal, flags, "check", "Look whether the journals of a data directory are whole",
      "No server may have the directory. Exit codes: 0 all are whole, 1 one is damaged, 66 there is none.\n"
      "Examples:\n"
      "  ketenproef journal check\n"
      "  ketenproef journal check --data /var/lib/ketenproef/standaard.journaal",
      &RunCheck, run);
  AddCommand(journal, flags, "export", "Write the journal of an environment as text, an event a line",
             "No server may have the directory. The text holds everything: `journal import` makes the same "
             "journal of it.\n"
             "Examples:\n"
             "  ketenproef journal export --omgeving standaard --out standaard.txt\n"
             "  ketenproef journal export --data /tmp/keten | grep ZiekmeldingAccepted",
             &RunExport, run);
  AddCommand(journal, flags, "import", "Make a journal of what `journal export` wrote",
             "The environment keeps its name, and must not be there yet. A text that was changed or cut off "
             "is refused\n"
             "with its line (exit code 65), and leaves nothing.\n"
             "Examples:\n"
             "  ketenproef journal import standaard.txt --data /tmp/keten\n"
             "  ketenproef journal export --data oud | ketenproef journal import - --data nieuw",
             &RunImport, run);
  for (const char* name : {"check", "export"}) {
    journal.get_subcommand(name)
        ->add_option("--data", flags->data, "Folder of the environments, or one NAAM.journaal in it")
        ->capture_default_str()
        ->type_name("PATH");
  }
  CLI::App& export_command = *journal.get_subcommand("export");
  export_command.add_option("--omgeving", flags->omgeving, "The environment, where --data is a folder")
      ->capture_default_str()
      ->type_name("NAAM");
  export_command.add_option("--out", flags->out, "File to write, instead of standard output")
      ->type_name("FILE");
  CLI::App& import_command = *journal.get_subcommand("import");
  import_command.add_option("FILE", flags->file, "What was exported; - for standard input")->required();
  import_command.add_option("--data", flags->data, "Folder of the environments")
      ->capture_default_str()
      ->type_name("DIR");
}

}  // namespace ketenproef
