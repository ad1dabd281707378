#include "conformance/mutants/kill_table.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "conformance/catalogue/regels.h"

namespace ketenproef::conformance {
namespace {

constexpr v1::SystemKind kKinds[] = {v1::SYSTEM_KIND_UWV, v1::SYSTEM_KIND_INLICHTINGENBUREAU,
                                     v1::SYSTEM_KIND_GEMEENTE, v1::SYSTEM_KIND_GEMEENTE_OPHALER};

using Broken = std::set<std::pair<v1::SystemKind, std::string>>;

}  // namespace

std::string KindName(v1::SystemKind kind) {
  switch (kind) {
    case v1::SYSTEM_KIND_UWV:
      return "uwv";
    case v1::SYSTEM_KIND_INLICHTINGENBUREAU:
      return "inlichtingenbureau";
    case v1::SYSTEM_KIND_GEMEENTE:
      return "gemeente";
    case v1::SYSTEM_KIND_GEMEENTE_OPHALER:
      return "gemeente-ophaler";
    default:
      return "?";
  }
}

Gaps FindGaps(const std::vector<const Mutant*>& mutants, const std::vector<PlannedCase>& plan) {
  Broken broken;
  for (const Mutant* mutant : mutants) broken.emplace(mutant->kind, mutant->regel());
  Broken named;
  for (const PlannedCase& item : plan) {
    for (const std::string& regel : item.item->regels()) named.emplace(item.suite->kind(), regel);
  }
  Gaps gaps;
  for (const Regel& regel : Regels()) {
    if (regel.niveau != "MUST") continue;
    bool has_case = false;
    for (const v1::SystemKind kind : kKinds) {
      if (!named.contains({kind, regel.id})) continue;
      has_case = true;
      if (!broken.contains({kind, regel.id})) {
        gaps.without_mutant.push_back(absl::StrCat(KindName(kind), " ", regel.id));
      }
    }
    if (!has_case) gaps.without_case.push_back(regel.id);
  }
  return gaps;
}

std::string MutantTable(const std::vector<MutantResult>& results) {
  std::map<std::string, std::vector<const MutantResult*>> by_rule;
  int killed = 0;
  for (const MutantResult& result : results) {
    by_rule[result.mutant->regel()].push_back(&result);
    if (result.is_killed()) ++killed;
  }
  std::string text;
  for (const Regel& regel : Regels()) {
    const auto found = by_rule.find(regel.id);
    if (found == by_rule.end()) continue;
    const auto dead = std::count_if(found->second.begin(), found->second.end(),
                                    [](const MutantResult* result) { return result->is_killed(); });
    absl::StrAppendFormat(&text, "%s  %d / %d  %s\n", regel.id, dead, found->second.size(), regel.titel);
    for (const MutantResult* result : found->second) {
      const std::string by = result->is_killed() ? absl::StrCat(result->killed_by, " (", result->profiel, ")")
                                                 : absl::StrCat("OVERLEEFT ", result->cases, " gevallen");
      absl::StrAppendFormat(&text, "  %-18s %-45s %s\n", KindName(result->mutant->kind), result->mutant->id,
                            by);
    }
  }
  for (const MutantResult& result : results) {
    if (result.is_killed()) continue;
    absl::StrAppend(&text, "overleeft: ", KindName(result.mutant->kind), " ", result.mutant->id, ": ",
                    result.mutant->uitleg, result.inconclusive > 0 ? " (niet alles te beoordelen)" : "",
                    "\n");
  }
  absl::StrAppendFormat(&text, "%d / %d mutanten gedood\n", killed, results.size());
  return text;
}

}  // namespace ketenproef::conformance
