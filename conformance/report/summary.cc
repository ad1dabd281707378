#include "conformance/report/summary.h"

#include <algorithm>
#include <map>

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace ketenproef::conformance {
namespace {

void Count(Column column, VerdictCounts* counts) {
  switch (column) {
    case Column::kPass:
      ++counts->pass;
      return;
    case Column::kFail:
      ++counts->fail;
      return;
    case Column::kKnown:
      ++counts->known;
      return;
    case Column::kInconclusive:
      ++counts->inconclusive;
      return;
    case Column::kSkipped:
      ++counts->skipped;
      return;
  }
}

// The exit code decides what is bad; what is good has to be shown by a case.
Outcome OutcomeOf(const v1::RunResult& run, const VerdictCounts& counts) {
  const bool is_verdict = run.exit_code() >= 0 && run.exit_code() <= 2;
  if (!is_verdict) return Outcome::kBroken;
  if (run.exit_code() == 1) return Outcome::kFailed;
  if (counts.Total() == counts.skipped) return Outcome::kNothingTested;
  if (run.exit_code() == 2) return Outcome::kInconclusive;
  const bool has_all_passed = counts.pass + counts.skipped == counts.Total();
  return has_all_passed ? Outcome::kPassed : Outcome::kPassedWithRemarks;
}

}  // namespace

Column ColumnOf(const v1::CaseResult& result) {
  switch (result.verdict()) {
    case v1::VERDICT_PASS:
      return Column::kPass;
    case v1::VERDICT_FAIL:
      return result.known_failure().empty() ? Column::kFail : Column::kKnown;
    case v1::VERDICT_SKIPPED:
      return Column::kSkipped;
    default:
      return Column::kInconclusive;
  }
}

std::vector<std::pair<Column, int>> ByColumn(const VerdictCounts& counts) {
  return {{Column::kPass, counts.pass},
          {Column::kFail, counts.fail},
          {Column::kKnown, counts.known},
          {Column::kInconclusive, counts.inconclusive},
          {Column::kSkipped, counts.skipped}};
}

std::vector<std::string> RegelsOf(const v1::CaseResult& result) {
  std::vector<std::string> regels;
  const auto add = [&](const std::string& id) {
    if (!id.empty() && std::find(regels.begin(), regels.end(), id) == regels.end()) regels.push_back(id);
  };
  for (const std::string& id : result.regels()) add(id);
  for (const v1::Finding& finding : result.findings()) add(finding.regel());
  return regels;
}

Summary Summarize(const v1::RunResult& run) {
  Summary summary;
  std::map<std::string, VerdictCounts> by_regel;
  for (const v1::CaseResult& result : run.cases()) {
    const Column column = ColumnOf(result);
    Count(column, &summary.counts);
    for (const std::string& id : RegelsOf(result)) Count(column, &by_regel[id]);
  }
  for (const Regel& regel : Regels()) {
    const auto found = by_regel.find(regel.id);
    if (found == by_regel.end()) {
      summary.untested.push_back(regel);
    } else {
      summary.regels.push_back({regel, found->second});
      by_regel.erase(found);
    }
  }
  for (const auto& [id, counts] : by_regel) summary.regels.push_back({{id, "", "", "", ""}, counts});
  summary.outcome = OutcomeOf(run, summary.counts);
  return summary;
}

std::string SuiteOf(const v1::CaseResult& result) {
  std::vector<std::string> parts = absl::StrSplit(result.id(), '/');
  const auto regel = std::find_if(parts.begin(), parts.end(),
                                  [](const std::string& part) { return FindRegel(part) != nullptr; });
  // A case that is not filed under a rule: the suite is the part before its own name.
  const auto end = regel != parts.end() ? regel : parts.end() - (parts.size() > 1 ? 1 : 0);
  return absl::StrJoin(parts.begin(), end, "/");
}

}  // namespace ketenproef::conformance
