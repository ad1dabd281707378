#include "conformance/runner/plan.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace ketenproef::conformance {
namespace {

constexpr absl::string_view kProfielen[] = {"handleiding", "wet"};
// A family that is larger than this is a mistake.
constexpr std::size_t kMaxFamily = 5'000;

template <typename List>
bool Holds(const List& list, absl::string_view text) {
  return list.empty() || std::find(list.begin(), list.end(), text) != list.end();
}

// Every combination of one choice of each dimension.
std::vector<std::vector<const v1::Choice*>> Combinations(const v1::Case& item) {
  std::vector<std::vector<const v1::Choice*>> all = {{}};
  for (const v1::Dimension& dimension : item.dimensions()) {
    std::vector<std::vector<const v1::Choice*>> longer;
    for (const auto& combination : all) {
      for (const v1::Choice& choice : dimension.choices()) {
        longer.push_back(combination);
        longer.back().push_back(&choice);
      }
    }
    all = std::move(longer);
    if (all.size() > kMaxFamily) break;
  }
  return all;
}

PlannedCase MakeCase(const v1::Suite& suite, const v1::Case& item,
                     const std::vector<const v1::Choice*>& choices, absl::string_view profiel) {
  PlannedCase planned{absl::StrCat(suite.id(), "/", item.id()), std::string(profiel), &suite, &item,
                      Values(std::string(profiel))};
  for (const v1::Let& let : suite.let()) planned.values.Set(let.name(), let.value());
  for (const v1::Let& let : item.let()) planned.values.Set(let.name(), let.value());
  for (const v1::Choice* choice : choices) {
    absl::StrAppend(&planned.id, "/", choice->name());
    for (const v1::Let& let : choice->let()) planned.values.Set(let.name(), let.value());
  }
  return planned;
}

// Instants and days of steps must be worked out before anything runs: a case that is wrong must not look like
// a system that is.
absl::Status CheckTimes(const PlannedCase& planned) {
  std::optional<Dag> vandaag;
  for (const v1::Step& step : planned.item->steps()) {
    if (step.at().empty()) continue;
    const auto instant = planned.values.Instant(step.at(), vandaag);
    if (!instant.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat(planned.id, " (", planned.profiel, "): ", instant.status().message()));
    }
  }
  return absl::OkStatus();
}

absl::Status ExpandCase(const v1::Suite& suite, const v1::Case& item, std::vector<PlannedCase>* plan) {
  const auto combinations = Combinations(item);
  if (combinations.size() > kMaxFamily) {
    return absl::InvalidArgumentError(
        absl::StrCat(suite.id(), "/", item.id(), " is a family of too many cases"));
  }
  const std::size_t before = plan->size();
  for (const auto& choices : combinations) {
    for (const absl::string_view profiel : kProfielen) {
      const bool makes_sense = Holds(item.profielen(), profiel) &&
                               std::all_of(choices.begin(), choices.end(), [&](const v1::Choice* choice) {
                                 return Holds(choice->profielen(), profiel);
                               });
      if (makes_sense) plan->push_back(MakeCase(suite, item, choices, profiel));
    }
  }
  if (plan->size() == before) {
    return absl::InvalidArgumentError(absl::StrCat(suite.id(), "/", item.id(), " runs in no profile"));
  }
  for (std::size_t i = before; i < plan->size(); ++i) {
    if (absl::Status status = CheckTimes((*plan)[i]); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<PlannedCase>> Expand(const std::vector<v1::Suite>& suites) {
  std::vector<PlannedCase> plan;
  for (const v1::Suite& suite : suites) {
    for (const v1::Case& item : suite.cases()) {
      if (absl::Status status = ExpandCase(suite, item, &plan); !status.ok()) return status;
    }
  }
  const auto key = [](const PlannedCase& planned) { return std::tie(planned.id, planned.profiel); };
  std::sort(plan.begin(), plan.end(),
            [&](const PlannedCase& a, const PlannedCase& b) { return key(a) < key(b); });
  const auto twice = std::adjacent_find(
      plan.begin(), plan.end(), [&](const PlannedCase& a, const PlannedCase& b) { return key(a) == key(b); });
  if (twice != plan.end()) return absl::InvalidArgumentError(absl::StrCat(twice->id, " comes twice"));
  return plan;
}

std::vector<PlannedCase> Select(const std::vector<PlannedCase>& plan, const Selection& selection) {
  std::vector<PlannedCase> chosen;
  for (const PlannedCase& planned : plan) {
    const v1::Case& item = *planned.item;
    const bool by_glob = selection.globs.empty() ||
                         std::any_of(selection.globs.begin(), selection.globs.end(),
                                     [&](const std::string& glob) { return MatchesGlob(glob, planned.id); });
    const bool by_rule =
        selection.regels.empty() ||
        std::any_of(item.regels().begin(), item.regels().end(), [&](const std::string& regel) {
          return std::find(selection.regels.begin(), selection.regels.end(), regel) != selection.regels.end();
        });
    const bool by_level = selection.level == v1::LEVEL_UNSPECIFIED || selection.level == LevelOf(item);
    const bool by_kind =
        selection.kind == v1::SYSTEM_KIND_UNSPECIFIED || selection.kind == planned.suite->kind();
    // To a gemeente the profile makes no difference: what it is sent is the same.
    const bool is_of_gemeente = planned.suite->kind() == v1::SYSTEM_KIND_GEMEENTE ||
                                planned.suite->kind() == v1::SYSTEM_KIND_GEMEENTE_OPHALER;
    const bool by_profile = selection.profielen.empty() && is_of_gemeente
                                ? planned.profiel == kProfielen[0] || !Holds(item.profielen(), kProfielen[0])
                                : Holds(selection.profielen, planned.profiel);
    if (by_glob && by_rule && by_level && by_kind && by_profile) {
      chosen.push_back(planned);
    }
  }
  return chosen;
}

bool MatchesGlob(absl::string_view glob, absl::string_view text) {
  while (!glob.empty() && glob.front() != '*') {
    if (text.empty() || text.front() != glob.front()) return false;
    glob.remove_prefix(1);
    text.remove_prefix(1);
  }
  if (glob.empty()) return text.empty();
  glob.remove_prefix(1);
  // Without recursion into every star: the first place where the next literal fits is as good as any.
  const std::size_t star = glob.find('*');
  const absl::string_view literal = glob.substr(0, star);
  if (star == absl::string_view::npos) return absl::EndsWith(text, literal);
  const std::size_t at = text.find(literal);
  return at != absl::string_view::npos && MatchesGlob(glob.substr(star), text.substr(at + literal.size()));
}

v1::Level LevelOf(const v1::Case& item) {
  return item.level() == v1::LEVEL_UNSPECIFIED ? v1::LEVEL_MUST : item.level();
}

}  // namespace ketenproef::conformance
