#include "client/cli/call_report.h"

#include <optional>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "client/cli/exit_code.h"
#include "client/lib/call_error.h"
#include "fixtures/csv/reader.h"
#include "fixtures/embedded/embedded.h"

namespace ketenproef {
namespace {

// Marks an error of the command line, as opposed to one of a server.
constexpr absl::string_view kUsage = "ketenproef/usage";

// Marks an answer that said it is not whole.
constexpr absl::string_view kNotSettled = "ketenproef/not-settled";

struct CatalogueEntry {
  std::string titel;
  std::string bron;
};

std::optional<CatalogueEntry> FindRegel(absl::string_view id) {
  auto reader =
      CsvReader::Open("regels.csv", EmbeddedRegels(), {"id", "titel", "bron", "profiel", "niveau", "groep"});
  if (!reader.ok()) return std::nullopt;
  for (auto more = reader->Next(); more.ok() && *more; more = reader->Next()) {
    if (reader->row()[0] == id) {
      return CatalogueEntry{std::string(reader->row()[1]), std::string(reader->row()[2])};
    }
  }
  return std::nullopt;
}

std::string FlagOf(absl::string_view field) {
  return absl::StrCat("--", absl::StrReplaceAll(field, {{"_", "-"}}));
}

// Of an error that names no reason: one of gRPC itself, or of a server that is none of ours.
std::string ReportWithoutReason(const absl::Status& status, absl::string_view server) {
  switch (status.code()) {
    case absl::StatusCode::kUnavailable:
      return absl::StrCat(
          "ketenproef: nobody answers at ", server, " (", status.message(),
          ")\nStart a simulator with `ketenproef serve`, or name one with --server HOST:PORT or "
          "KETENPROEF_SERVER.\n");
    case absl::StatusCode::kDeadlineExceeded:
      return absl::StrCat("ketenproef: ", server,
                          " did not answer in time; --timeout SECONDS waits longer\n");
    case absl::StatusCode::kUnimplemented:
      return absl::StrCat("ketenproef: what answers at ", server,
                          " does not serve this; is it another version, or another role?\n");
    default:
      return absl::StrCat("ketenproef: ", status.message(), "\n");
  }
}

}  // namespace

absl::Status UsageError(absl::string_view text) {
  absl::Status status = absl::InvalidArgumentError(text);
  status.SetPayload(kUsage, absl::Cord("1"));
  return status;
}

absl::Status NotSettledError(absl::string_view text) {
  absl::Status status = absl::UnavailableError(text);
  status.SetPayload(kNotSettled, absl::Cord("1"));
  return status;
}

std::string ReportOf(const absl::Status& status, absl::string_view server) {
  if (status.GetPayload(kUsage).has_value() || status.GetPayload(kNotSettled).has_value()) {
    return absl::StrCat("ketenproef: ", status.message(), "\n");
  }
  const client::CallError error = client::CallErrorOf(status);
  if (error.reason.empty()) return ReportWithoutReason(status, server);
  std::string report;
  if (const auto regel = FindRegel(error.reason); regel.has_value()) {
    report = absl::StrCat("ketenproef: refused by ", error.reason, " (", regel->titel,
                          "): ", status.message(), " [source: ", regel->bron, "]\n");
  } else {
    report = absl::StrCat("ketenproef: refused with ", error.reason, ": ", status.message(), "\n");
  }
  for (const client::FieldViolation& field : error.fields) {
    absl::StrAppend(&report, "  ", FlagOf(field.field), " ", field.description,
                    field.reason.empty() ? "" : absl::StrCat(" (", field.reason, ")"), "\n");
  }
  for (const auto& [name, value] : error.metadata) absl::StrAppend(&report, "  ", name, ": ", value, "\n");
  if (error.reason == "OMGEVING_ONBEKEND") {
    absl::StrAppend(&report,
                    "`ketenproef omgeving list` shows those that there are; --omgeving names one.\n");
  }
  return report;
}

int ExitCodeOfCall(const absl::Status& status) {
  if (status.ok()) return kExitOk;
  if (status.GetPayload(kUsage).has_value()) return kExitUsage;
  const client::CallError error = client::CallErrorOf(status);
  if (FindRegel(error.reason).has_value()) return kExitRefused;
  if (absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status) || absl::IsUnimplemented(status) ||
      absl::IsCancelled(status)) {
    return kExitUnavailable;
  }
  if (error.reason.empty()) return ExitCodeOf(status);
  return absl::IsInvalidArgument(status) ? static_cast<int>(kExitUsage) : static_cast<int>(kExitState);
}

}  // namespace ketenproef
