#include "client/cli/demo_zaak.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace ketenproef {
namespace {

class Tijdlijn {
 public:
  void Add(bool is_known, const v1::Datum& datum, const std::string& wat) {
    if (!is_known) return;
    dagen_.emplace_back(absl::StrFormat("%04d-%02d-%02d", datum.jaar(), datum.maand(), datum.dag()), wat);
  }

  std::string Draw() {
    std::stable_sort(dagen_.begin(), dagen_.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    std::string text;
    for (std::size_t i = 0; i < dagen_.size(); ++i) {
      const bool is_same_day = i > 0 && dagen_[i].first == dagen_[i - 1].first;
      absl::StrAppend(&text, "  ", is_same_day ? std::string(10, ' ') : dagen_[i].first, " ── ",
                      dagen_[i].second, "\n");
    }
    return text;
  }

 private:
  std::vector<std::pair<std::string, std::string>> dagen_;
};

std::string Besluit(const v1::Beoordeling& beoordeling) {
  const std::string uitkomst = beoordeling.uitkomst() == v1::UITKOMST_TOEKENNING ? "UWV kent ziekengeld toe"
                                                                                 : "UWV wijst ziekengeld af";
  return absl::StrCat(
      uitkomst, beoordeling.status() == v1::BEOORDELINGSTATUS_TIJDIG ? ", op tijd" : ", na de uiterste dag");
}

std::string Bericht(v1::Berichtsoort soort) {
  return soort == v1::BERICHTSOORT_INGETROKKEN
             ? "bericht aan die gemeente: de ziekmelding is ingetrokken"
             : "bericht aan die gemeente: hersteld voor het einde van het dienstverband";
}

}  // namespace

std::string TijdlijnVanZaak(const v1::Ziektegeval& geval) {
  const v1::Beoordeling& beoordeling = geval.beoordeling();
  const v1::Signaal& signaal = geval.signaal();
  Tijdlijn tijdlijn;
  tijdlijn.Add(true, geval.eerste_ao_dag(), "eerste ziektedag");
  tijdlijn.Add(true, geval.ontvangen_op(), "ziekmelding ontvangen door UWV");
  tijdlijn.Add(geval.has_einde_dienstverband(), geval.einde_dienstverband(),
               "laatste dag van het dienstverband");
  tijdlijn.Add(
      true, beoordeling.uiterste_dag(),
      absl::StrCat("uiterste dag voor het besluit", beoordeling.verlengd() ? ", na verlenging" : ""));
  tijdlijn.Add(beoordeling.has_besloten_op(), beoordeling.besloten_op(), Besluit(beoordeling));
  tijdlijn.Add(geval.has_hersteld_per(), geval.hersteld_per(), "hersteld");
  tijdlijn.Add(signaal.has_verzonden_op(), signaal.verzonden_op(),
               absl::StrCat("signaal in de rapportage aan gemeente ", signaal.gemeentecode()));
  tijdlijn.Add(signaal.has_vervolg_op(), signaal.vervolg_op(), "vervolgsignaal: einde ziekengeld bekend");
  tijdlijn.Add(signaal.has_bericht_op(), signaal.bericht_op(), Bericht(signaal.bericht()));
  return absl::StrCat("Een zaak van dag tot dag: melding ", geval.kenmerk(), " van werkgever ",
                      geval.loonheffingennummer(), "\n", tijdlijn.Draw());
}

}  // namespace ketenproef
