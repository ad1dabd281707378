#include "conformance/runner/case_list.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "conformance/catalogue/regels.h"

namespace ketenproef::conformance {
namespace {

struct Family {
  std::string titel;
  int cases = 0;
};

// By id without the choices.
std::map<std::string, Family> FamiliesOf(const std::string& regel, const std::vector<PlannedCase>& cases) {
  std::map<std::string, Family> families;
  for (const PlannedCase& planned : cases) {
    const auto& regels = planned.item->regels();
    if (std::find(regels.begin(), regels.end(), regel) == regels.end()) continue;
    Family& family = families[absl::StrCat(planned.suite->id(), "/", planned.item->id())];
    family.titel = planned.item->titel();
    ++family.cases;
  }
  return families;
}

std::string Cell(const std::string& text) {
  return absl::StrReplaceAll(text, {{"|", "\\|"}});
}

}  // namespace

std::string CaseListMarkdown(const std::vector<PlannedCase>& cases) {
  std::string text = absl::StrCat(
      "# Regels en hun gevallen\n\nGemaakt met `ketenproef conformance --rules`; een test houdt dit gelijk "
      "aan de suites. ",
      "Een geval telt mee in elk profiel en met elke keuze waarin het loopt: ", cases.size(), " in alles.\n");
  for (const Regel& regel : Regels()) {
    absl::StrAppend(&text, "\n## ", regel.id, " ", regel.titel, "\n\n", regel.niveau,
                    ", profiel: ", regel.profiel, ". Bron: ", regel.bron, ".\n\n");
    const auto families = FamiliesOf(regel.id, cases);
    if (families.empty()) absl::StrAppend(&text, "Geen gevallen.\n");
    if (!families.empty()) absl::StrAppend(&text, "| geval | aantal | wat het laat zien |\n|---|---|---|\n");
    for (const auto& [id, family] : families) {
      absl::StrAppend(&text, "| `", id, "` | ", family.cases, " | ", Cell(family.titel), " |\n");
    }
  }
  return text;
}

}  // namespace ketenproef::conformance
