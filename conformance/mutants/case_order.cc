#include "conformance/mutants/case_order.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace ketenproef::conformance {
namespace {

// Shorter words are in every title.
constexpr std::size_t kShortestWord = 4;
// Hersteld, herstel and herstelmelding are about the same.
constexpr std::size_t kStem = 6;

using Words = std::set<std::string>;

// A number that only the text decides, so that every run has the same order (FNV-1a).
std::uint64_t NumberOf(const std::string& text) {
  std::uint64_t number = 14'695'981'039'346'656'037U;
  for (const char c : text) number = (number ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
  return number;
}

// The stems of a text; numbers whole.
Words WordsOf(const std::string& text) {
  const std::vector<std::string> all =
      absl::StrSplit(absl::AsciiStrToLower(text), absl::ByAnyChar(" -/.,:;()\"'"), absl::SkipEmpty());
  Words words;
  for (const std::string& word : all) {
    const bool is_number = absl::ascii_isdigit(static_cast<unsigned char>(word[0]));
    if (is_number || word.size() >= kShortestWord) words.insert(word.substr(0, kStem));
  }
  return words;
}

// The choices of one case.
struct Family {
  std::vector<std::pair<std::uint64_t, const PlannedCase*>> choices;
  Words words;
};
using Families = std::map<const v1::Case*, Family>;

Families FamiliesOf(const std::vector<PlannedCase>& cases) {
  Families families;
  for (const PlannedCase& item : cases) {
    Family& family = families[item.item];
    family.choices.emplace_back(NumberOf(absl::StrCat(item.id, " ", item.profiel)), &item);
    if (family.words.empty()) family.words = WordsOf(absl::StrCat(item.item->id(), " ", item.item->titel()));
  }
  for (auto& [item, family] : families) std::sort(family.choices.begin(), family.choices.end());
  return families;
}

// How much of what the mutant speaks of a case speaks of too: a word counts for more where fewer cases have
// it.
double Likeness(const Words& mutant, const Words& words, const std::map<std::string, int>& count,
                std::size_t cases) {
  double likeness = 0;
  for (const std::string& word : words) {
    if (mutant.contains(word)) likeness += std::log(1.0 + static_cast<double>(cases) / count.at(word));
  }
  return likeness;
}

}  // namespace

std::vector<PlannedCase> CasesInOrder(const Mutant& mutant, const std::vector<PlannedCase>& plan) {
  Selection selection;
  selection.kind = mutant.kind;
  selection.regels = {mutant.regel()};
  if (!mutant.profiel.empty()) selection.profielen = {mutant.profiel};
  const std::vector<PlannedCase> cases = Select(plan, selection);
  const Families families = FamiliesOf(cases);
  std::map<std::string, int> count;
  for (const auto& [item, family] : families) {
    for (const std::string& word : family.words) ++count[word];
  }
  const Words own = WordsOf(absl::StrCat(mutant.id, " ", mutant.uitleg));
  using Place = std::tuple<std::size_t, bool, double, std::uint64_t>;
  std::vector<std::pair<Place, const PlannedCase*>> places;
  for (const auto& [item, family] : families) {
    const bool is_about_another = item->regels(0) != mutant.regel();
    const double likeness = Likeness(own, family.words, count, families.size());
    for (std::size_t round = 0; round < family.choices.size(); ++round) {
      const auto& [number, choice] = family.choices[round];
      places.push_back({{round, is_about_another, -likeness, number}, choice});
    }
  }
  std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<PlannedCase> in_order;
  in_order.reserve(places.size());
  for (const auto& [place, item] : places) in_order.push_back(*item);
  return in_order;
}

}  // namespace ketenproef::conformance
