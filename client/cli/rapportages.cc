// `rapportages`: the reports with signals, as a gemeente collects them.
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/call_report.h"
#include "client/cli/case_timeline.h"
#include "client/cli/input_file.h"
#include "client/cli/operation_kinds.h"
#include "client/cli/table.h"
#include "client/lib/rapportage.h"

namespace ketenproef {
namespace {

std::vector<FieldHelp> Filters() {
  return {{"gemeentecode", "Only for this gemeente, four digits"},
          {"datum_van", "Only exchanges on or after this day"},
          {"datum_tot", "Only exchanges on or before this day"},
          {"alleen_onbevestigd", "Only what has not been confirmed"}};
}

// Written beside its name first, so that no half report ever stands there under it.
absl::Status WriteReport(const std::filesystem::path& folder, const std::string& name,
                         const std::string& bytes) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return absl::PermissionDeniedError(absl::StrCat(folder.string(), ": ", error.message()));
  const std::filesystem::path path = folder / name;
  const std::filesystem::path working = folder / (name + ".part");
  std::ofstream file(working, std::ios::binary | std::ios::trunc);
  file << bytes;
  file.close();
  if (!file) return absl::ResourceExhaustedError(absl::StrCat(working.string(), ": cannot be written"));
  std::filesystem::rename(working, path, error);
  if (error) return absl::PermissionDeniedError(absl::StrCat(path.string(), ": ", error.message()));
  return absl::OkStatus();
}

// A name that comes from a server must not lead out of the folder.
absl::Status CheckName(const std::string& name) {
  if (!name.empty() && name[0] != '.' && name.find('/') == std::string::npos) return absl::OkStatus();
  return absl::InternalError("the server gave a report a file name that is none");
}

absl::Status DownloadOne(const Session& session, const v1::Rapportage& rapportage, const std::string& out) {
  const auto bytes = client::DownloadRapportage(session.client, rapportage);
  if (!bytes.ok()) return bytes.status();
  if (out == "-") {
    session.print(*bytes);
    return absl::OkStatus();
  }
  if (absl::Status status = CheckName(rapportage.bestandsnaam()); !status.ok()) return status;
  if (absl::Status status = WriteReport(out, rapportage.bestandsnaam(), *bytes); !status.ok()) return status;
  const std::string path = (std::filesystem::path(out) / rapportage.bestandsnaam()).string();
  session.print(session.json ? JsonOf(rapportage) + "\n" : path + "\n");
  return absl::OkStatus();
}

absl::Status DownloadChosen(const Session& session, const std::vector<Flag>& flags,
                            const Arguments& arguments) {
  const std::string out = arguments.Get("out");
  if (arguments.Has("rapportage-id")) {
    const auto rapportage = client::FindRapportage(session.client, arguments.Get("rapportage-id"));
    if (!rapportage.ok()) return rapportage.status();
    return DownloadOne(session, *rapportage, out);
  }
  const auto request = RequestOf<v1::ListRapportagesRequest>(flags, arguments);
  if (!request.ok()) return request.status();
  std::vector<v1::Rapportage> chosen;
  absl::Status status = client::ForEachPage(session.client, *request, [&chosen](const auto& page) {
    chosen.insert(chosen.end(), page.rapportages().begin(), page.rapportages().end());
  });
  for (const v1::Rapportage& rapportage : chosen) {
    if (!status.ok()) return status;
    status = DownloadOne(session, rapportage, out);
  }
  return status;
}

Operation DownloadOperation() {
  std::vector<Flag> flags = FieldFlags(*v1::ListRapportagesRequest::descriptor(), "", Filters());
  flags.insert(flags.begin(), {.name = "rapportage-id", .help = "Only this one", .form = "TEXT"});
  flags.push_back({.name = "out",
                   .help = "Folder for the files, which keep their names; - for standard output",
                   .form = "DIR",
                   .default_word = "."});
  return {"rapportages download",
          "Download reports whole, checked against their SHA-256; prints where each was written",
          flags,
          {"rapportages download --gemeentecode 0363 --out rapporten", "rapportages download --out -"},
          [flags](const Session& session, const Arguments& arguments) {
            return DownloadChosen(session, flags, arguments);
          }};
}

absl::Status Confirm(const Session& session, const Arguments& arguments) {
  v1::ConfirmRapportageRequest request;
  request.set_rapportage_id(arguments.Get("rapportage-id"));
  if (arguments.Has("file") == (arguments.Has("sha256") || arguments.Has("aantal-rijen"))) {
    return UsageError("give either --file FILE, or --sha256 and --aantal-rijen");
  }
  if (arguments.Has("file")) {
    const auto bytes = ReadInputFile(arguments.Get("file"));
    if (!bytes.ok()) return bytes.status();
    request.set_sha256(client::Sha256Of(*bytes));
    request.set_aantal_rijen(client::RowsOf(*bytes));
  } else {
    std::int64_t rows = 0;
    if (!absl::SimpleAtoi(arguments.Get("aantal-rijen"), &rows)) {
      return UsageError("--aantal-rijen must be a number");
    }
    request.set_sha256(arguments.Get("sha256"));
    request.set_aantal_rijen(rows);
  }
  return CallAndPrint(session, request);
}

Operation ConfirmOperation() {
  return {
      "rapportages confirm",
      "Say that a report arrived whole: its SHA-256 and its rows, taken from the file or given",
      {{.name = "rapportage-id", .help = "Which report", .form = "TEXT", .is_required = true},
       {.name = "file", .help = "The file that arrived", .form = "FILE"},
       {.name = "sha256", .help = "SHA-256 of the bytes, in hexadecimal digits", .form = "TEXT"},
       {.name = "aantal-rijen", .help = "Rows, without the header line", .form = "NUMBER"}},
      {"rapportages confirm --rapportage-id $(ketenproef rapportages list --json | jq -r .rapportage_id | "
       "head -1) --file rapporten/Re-integratie_signaalrapport_0363_20250531.csv"},
      Confirm};
}

absl::Status Show(const Session& session, const Arguments& arguments) {
  const bool is_case = arguments.Has("loonheffingennummer") && arguments.Has("kenmerk");
  if (is_case == arguments.Has("rapportage-id")) {
    return UsageError("give either --rapportage-id, or --loonheffingennummer and --kenmerk of a case");
  }
  if (is_case) {
    return PrintCaseTimeline(session, arguments.Get("loonheffingennummer"), arguments.Get("kenmerk"));
  }
  const auto rapportage = client::FindRapportage(session.client, arguments.Get("rapportage-id"));
  if (!rapportage.ok()) return rapportage.status();
  PrintMessage(session, *rapportage);
  if (session.json) return absl::OkStatus();
  const auto bytes = client::DownloadRapportage(session.client, *rapportage);
  if (!bytes.ok()) return bytes.status();
  session.print(absl::StrCat("\n", *bytes));
  return absl::OkStatus();
}

Operation ShowOperation() {
  return {"rapportages show",
          "Show one report, or the way of one case up to its row in a report, as a timeline",
          {{.name = "rapportage-id", .help = "Which report", .form = "TEXT"},
           {.name = "loonheffingennummer", .help = "The employer of the case", .form = "TEXT"},
           {.name = "kenmerk", .help = "Kenmerk of the ziekmelding that started the case", .form = "TEXT"}},
          {"rapportages show --loonheffingennummer 100000000L01 --kenmerk M-1",
           "rapportages show --rapportage-id $(ketenproef rapportages list --json | jq -r .rapportage_id | "
           "head -1)"},
          Show};
}

}  // namespace

std::vector<Operation> RapportagesOperations() {
  return {
      List<v1::ListRapportagesRequest>("rapportages list", "List the reports", Filters(),
                                       {"rapportage_id", "gemeentecode", "datum", "bestandsnaam",
                                        "aantal_rijen", "aantal_bytes", "bevestigd_tijdstip"},
                                       {"rapportages list --gemeentecode 0363 --alleen-onbevestigd",
                                        "rapportages list --json | jq -r .bestandsnaam"}),
      DownloadOperation(),
      ConfirmOperation(),
      ShowOperation(),
  };
}

}  // namespace ketenproef
