#include "conformance/checks/administration.h"

#include <optional>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace ketenproef::conformance {

namespace contract = ::ketenproef::v1;

namespace {

constexpr int kDefaultLoonwaarde = 55;

absl::Status Malformed(absl::string_view field, const std::string& value) {
  return absl::InvalidArgumentError(absl::StrCat("lks_periode: ", field, " \"", value, "\""));
}

}  // namespace

contract::Datum DatumOf(Dag dag) {
  const std::chrono::year_month_day day(dag);
  contract::Datum datum;
  datum.set_jaar(static_cast<int>(day.year()));
  datum.set_maand(static_cast<int>(static_cast<unsigned>(day.month())));
  datum.set_dag(static_cast<int>(static_cast<unsigned>(day.day())));
  return datum;
}

absl::StatusOr<contract::LksPeriode> LksPeriodeOf(const v1::LksPeriode& periode,
                                                  const std::string& gemeentecode) {
  contract::LksPeriode lks;
  lks.set_bsn(periode.bsn());
  lks.set_gemeentecode(periode.gemeentecode().empty() ? gemeentecode : periode.gemeentecode());
  const std::optional<Dag> van = ParseDag(periode.datum_van());
  if (!van.has_value()) return Malformed("datum_van", periode.datum_van());
  *lks.mutable_datum_van() = DatumOf(*van);
  if (!periode.datum_tot().empty()) {
    const std::optional<Dag> tot = ParseDag(periode.datum_tot());
    if (!tot.has_value()) return Malformed("datum_tot", periode.datum_tot());
    *lks.mutable_datum_tot() = DatumOf(*tot);
  }
  int loonwaarde = kDefaultLoonwaarde;
  if (!periode.loonwaarde().empty() && !absl::SimpleAtoi(periode.loonwaarde(), &loonwaarde)) {
    return Malformed("loonwaarde", periode.loonwaarde());
  }
  lks.set_loonwaarde(loonwaarde);
  if (!periode.forfaitair().empty() && periode.forfaitair() != "J" && periode.forfaitair() != "N") {
    return Malformed("forfaitair", periode.forfaitair());
  }
  lks.set_forfaitair(periode.forfaitair() == "J");
  return lks;
}

absl::StatusOr<std::vector<contract::LksPeriode>> LksPeriodenOf(const v1::Administration& administration) {
  if (administration.gemeentecodes().empty()) {
    return absl::InvalidArgumentError("an administration needs a gemeentecode");
  }
  std::vector<contract::LksPeriode> perioden;
  for (const v1::LksPeriode& periode : administration.lks_perioden()) {
    auto lks = LksPeriodeOf(periode, administration.gemeentecodes(0));
    if (!lks.ok()) return lks.status();
    perioden.push_back(*std::move(lks));
  }
  return perioden;
}

}  // namespace ketenproef::conformance
