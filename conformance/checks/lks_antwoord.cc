#include "conformance/checks/lks_antwoord.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "conformance/checks/administration.h"
#include "conformance/checks/melding.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

std::string PeriodeText(const contract::LksPeriode& periode) {
  const std::string tot = DatumText(periode.has_datum_tot(), periode.datum_tot());
  return absl::StrCat(periode.bsn(), " ", DatumText(periode.has_datum_van(), periode.datum_van()), " t/m ",
                      tot.empty() ? "(open)" : tot, ", ", periode.gemeentecode(), ", loonwaarde ",
                      periode.has_loonwaarde() ? absl::StrCat(periode.loonwaarde()) : "(leeg)",
                      periode.forfaitair() ? ", forfaitair" : "");
}

std::string FoundText(const std::vector<std::string>& perioden) {
  return absl::StrCat("gevonden: ", absl::StrJoin(perioden, "; "));
}

std::string AntwoordText(const contract::LookupLksResponse& response) {
  std::vector<std::string> perioden;
  for (const contract::LksPeriode& periode : response.lks_perioden()) {
    perioden.push_back(PeriodeText(periode));
  }
  switch (response.antwoord()) {
    case contract::LKS_ANTWOORD_GEVONDEN:
      return FoundText(perioden);
    case contract::LKS_ANTWOORD_NIETS_GEVONDEN:
      return perioden.empty() ? "niets gevonden"
                              : absl::StrCat("niets gevonden, met ", absl::StrJoin(perioden, "; "));
    default:
      return "niet beschikbaar";
  }
}

// As the contract writes "the gemeente cannot tell": the answer, an answer that is none of the contract's, or
// an error.
bool IsNotAvailable(const absl::Status& status, const contract::LookupLksResponse& response) {
  return !status.ok() || (response.antwoord() != contract::LKS_ANTWOORD_GEVONDEN &&
                          response.antwoord() != contract::LKS_ANTWOORD_NIETS_GEVONDEN);
}

}  // namespace

std::string LksAntwoordText(const absl::Status& status, const contract::LookupLksResponse& response) {
  return status.ok() ? AntwoordText(response) : StatusText(status);
}

absl::Status CheckLksAntwoord(const v1::DkdVraag& expected, const std::string& gemeentecode,
                              const absl::Status& status, const contract::LookupLksResponse& response,
                              const std::string& because, Findings* findings) {
  const std::string got = LksAntwoordText(status, response);
  std::string wanted = "niets gevonden";
  if (expected.has_niet_beschikbaar()) {
    if (IsNotAvailable(status, response)) return absl::OkStatus();
    wanted = "niet beschikbaar of een fout, want dit kan de gemeente niet weten";
  } else if (expected.has_gevonden()) {
    std::vector<std::string> perioden;
    for (const v1::LksPeriode& periode : expected.gevonden().lks_periode()) {
      const auto lks = LksPeriodeOf(periode, gemeentecode);
      if (!lks.ok()) return lks.status();
      perioden.push_back(PeriodeText(*lks));
    }
    wanted = FoundText(perioden);
  } else if (!expected.has_niets_gevonden()) {
    return absl::InvalidArgumentError("een DkdVraag zegt niet wat er moet komen");
  }
  if (got != wanted) findings->Add({"", wanted, because, got});
  return absl::OkStatus();
}

}  // namespace ketenproef::conformance
