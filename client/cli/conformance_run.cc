#include "client/cli/conformance_run.h"

#include <cstdio>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/complaint.h"
#include "client/cli/exit_code.h"
#include "client/cli/terminal.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/catalogue/regels.h"
#include "conformance/report/console_report.h"
#include "conformance/report/html_report.h"
#include "conformance/report/json_report.h"
#include "conformance/report/junit_report.h"
#include "conformance/report/report_file.h"
#include "conformance/runner/case_list.h"
#include "conformance/runner/dry_run.h"
#include "conformance/runner/evidence.h"
#include "conformance/runner/known_failures.h"
#include "conformance/runner/run.h"
#include "conformance/runner/suite_file.h"
#include "conformance/runner/wall_clock.h"

namespace ketenproef {
namespace {

// Everything that is read before anything runs.
struct Input {
  std::vector<conformance::v1::Suite> suites;
  std::vector<conformance::PlannedCase> cases;
  std::optional<conformance::v1::Claims> claims;
  conformance::v1::KnownFailures known;
};

absl::Status ReadLists(const ConformanceFlags& flags, Input* input) {
  if (!flags.claims.empty()) {
    input->claims.emplace();
    const absl::Status status = conformance::ReadTextFormatFile(flags.claims, &*input->claims);
    if (!status.ok()) return status;
  }
  if (flags.known_failing.empty()) return absl::OkStatus();
  const absl::Status status = conformance::ReadTextFormatFile(flags.known_failing, &input->known);
  return status.ok() ? conformance::CheckKnownFailures(input->known) : status;
}

absl::Status ReadCases(const ConformanceFlags& flags, Input* input) {
  auto suites = flags.suites.empty() ? conformance::EmbeddedSuites() : conformance::ReadSuites(flags.suites);
  if (!suites.ok()) return suites.status();
  input->suites = *std::move(suites);
  const auto plan = conformance::Expand(input->suites);
  if (!plan.ok()) return plan.status();
  conformance::Selection selection = flags.selection;
  selection.kind = KindOf(flags.rol);
  if (!flags.level.empty()) {
    selection.level = flags.level == "MUST" ? conformance::v1::LEVEL_MUST : conformance::v1::LEVEL_SHOULD;
  }
  input->cases = conformance::Select(*plan, selection);
  return absl::OkStatus();
}

// What is wrong with the words, empty where nothing is.
std::string WrongWords(const ConformanceFlags& flags) {
  for (const std::string& regel : flags.selection.regels) {
    if (conformance::FindRegel(regel) == nullptr) {
      return absl::StrCat("--rule ", regel, " is no rule of the catalogue; write it as ZM-04");
    }
  }
  if (flags.is_list || flags.is_rules || flags.is_dry_run) return "";
  if (flags.rol.empty()) {
    return "--rol says which system is under test: gemeente, gemeente-ophaler, inlichtingenbureau or uwv";
  }
  const bool comes_by_itself = flags.rol == "gemeente-ophaler" && !flags.listen.empty();
  return flags.system.is_said() || comes_by_itself ? "" : kNoSystemSaid;
}

using Reporters = std::vector<std::unique_ptr<conformance::Reporter>>;

absl::Status AddFile(const std::string& path, conformance::RenderRun render, Reporters* reporters) {
  if (path.empty()) return absl::OkStatus();
  auto report = conformance::NewReportFile(path, std::move(render));
  if (!report.ok()) return report.status();
  reporters->push_back(*std::move(report));
  return absl::OkStatus();
}

absl::StatusOr<Reporters> MakeReporters(const ConformanceFlags& flags) {
  Reporters reporters;
  conformance::ConsoleOptions console;
  console.is_terminal = OutputIsTerminal();
  console.has_colour = OutputHasColour();
  console.width = OutputWidth();
  console.is_quiet = flags.is_quiet;
  reporters.push_back(conformance::NewConsoleReport(&std::cout, console));
  absl::Status status = AddFile(flags.json, conformance::JsonOf, &reporters);
  if (status.ok()) status = AddFile(flags.junit, conformance::JunitOf, &reporters);
  if (status.ok()) status = AddFile(flags.html, conformance::HtmlOf, &reporters);
  if (!status.ok()) return status;
  return reporters;
}

int Run(const ConformanceFlags& flags, const Input& input) {
  auto reporters = MakeReporters(flags);
  if (!reporters.ok()) return Complain(kExitCannotCreate, reporters.status().message());
  auto evidence = conformance::EvidenceFolder::Prepare(flags.evidence);
  if (!evidence.ok()) return Complain(kExitCannotCreate, evidence.status().message());
  const auto source = SourceOf(flags.system);
  conformance::RunOptions options;
  options.kind = KindOf(flags.rol);
  options.parallel = flags.parallel;
  options.timeout_per_case = absl::Seconds(flags.timeout_s);
  options.claims = input.claims;
  options.listen = flags.listen;
  absl::Status written;
  options.case_done = [&](const conformance::CaseRun& run, int done, int total) {
    for (const auto& reporter : *reporters) reporter->CaseDone(run.result, done, total);
    written.Update(evidence->Write(run));
  };
  conformance::v1::RunResult result = conformance::RunCases(input.cases, *source, options);
  conformance::ApplyKnownFailures(input.known, conformance::DagVan(conformance::WallClockNow()), &result);
  result.set_exit_code(conformance::ExitCodeOf(result));
  for (const auto& reporter : *reporters) written.Update(reporter->Finish(result));
  if (!written.ok()) return Complain(kExitCannotCreate, written.message());
  return result.exit_code();
}

// What is asked for instead of a run.
int Print(const ConformanceFlags& flags, const Input& input) {
  if (flags.is_list) std::fputs(conformance::ListText(input.cases).c_str(), stdout);
  if (flags.is_rules) std::fputs(conformance::CaseListMarkdown(input.cases).c_str(), stdout);
  if (!flags.is_dry_run) return kExitOk;
  const auto text = conformance::DryRunText(input.cases);
  if (!text.ok()) return Complain(kExitData, text.status().message());
  std::fputs(text->c_str(), stdout);
  return kExitOk;
}

}  // namespace

conformance::v1::SystemKind KindOf(const std::string& rol) {
  if (rol == "gemeente") return conformance::v1::SYSTEM_KIND_GEMEENTE;
  if (rol == "gemeente-ophaler") return conformance::v1::SYSTEM_KIND_GEMEENTE_OPHALER;
  if (rol == "inlichtingenbureau") return conformance::v1::SYSTEM_KIND_INLICHTINGENBUREAU;
  return rol == "uwv" ? conformance::v1::SYSTEM_KIND_UWV : conformance::v1::SYSTEM_KIND_UNSPECIFIED;
}

int RunConformance(const ConformanceFlags& flags) {
  const std::string wrong = WrongWords(flags);
  if (!wrong.empty()) return Complain(kExitUsage, wrong);
  Input input;
  if (absl::Status status = conformance::CheckAmsterdam(); !status.ok()) {
    return Complain(kExitUnavailable, status.message());
  }
  if (absl::Status status = ReadLists(flags, &input); !status.ok()) {
    return Complain(kExitData, status.message());
  }
  if (absl::Status status = ReadCases(flags, &input); !status.ok()) {
    return Complain(kExitData, status.message());
  }
  if (input.cases.empty()) {
    return Complain(kExitUsage, "no case is chosen by these words, so nothing would be tested");
  }
  if (flags.is_list || flags.is_rules || flags.is_dry_run) return Print(flags, input);
  return Run(flags, input);
}

}  // namespace ketenproef
