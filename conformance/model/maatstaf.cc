#include "conformance/model/maatstaf.h"

namespace ketenproef::conformance {

std::optional<Dag> Maatstaf::UitersteDag(Dag einde) const {
  return verschuift_termijnen ? feestdagen->UitersteDag(einde) : einde;
}

std::optional<Maatstaf> FindMaatstaf(absl::string_view profiel) {
  Maatstaf maatstaf;
  maatstaf.profiel = std::string(profiel);
  if (profiel == "handleiding") return maatstaf;
  if (profiel != "wet") return std::nullopt;
  maatstaf.verschuift_termijnen = true;
  maatstaf.einde_vervroegt = true;
  maatstaf.samengesteld_onder_dagen = 28;
  maatstaf.herstel_niet_voor_ziek = true;
  maatstaf.doorlevering_tot = DagOf(2022, 1, 1);
  return maatstaf;
}

}  // namespace ketenproef::conformance
