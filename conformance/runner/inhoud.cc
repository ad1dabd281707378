#include "conformance/runner/inhoud.h"

#include <optional>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "conformance/calendar/dag.h"
#include "conformance/checks/rapportbytes.h"

namespace ketenproef::conformance {

namespace contract = ::ketenproef::v1;

namespace {

// No value of any enum of the contract.
constexpr int kUnknownSoort = 99;

// BSNs of the testreeks (BSN-01, BSN-02): 99999xxxx that pass the elfproef.
std::vector<std::string> TestBsns() {
  constexpr int kFirst = 999'990'000;
  std::vector<std::string> bsns;
  for (int number = kFirst; number < 1'000'000'000; ++number) {
    const std::string digits = absl::StrCat(number);
    int sum = -(digits[8] - '0');
    for (int place = 0; place < 8; ++place) {
      sum += (9 - place) * (digits[static_cast<std::size_t>(place)] - '0');
    }
    if (sum % 11 == 0) bsns.push_back(digits);
  }
  return bsns;
}

// How many rows of each length add up to so many bytes.
struct RowCounts {
  int without_date = 0;  // of the end of ZW: 30 bytes
  int with_date = 0;     // 38 bytes
};

std::optional<RowCounts> CountsFor(int bytes) {
  constexpr int kWithoutDate = 30;
  constexpr int kWithDate = 38;
  for (int with_date = 0; with_date * kWithDate <= bytes && with_date < kWithoutDate; ++with_date) {
    const int rest = bytes - with_date * kWithDate;
    if (rest % kWithoutDate == 0) return RowCounts{rest / kWithoutDate, with_date};
  }
  return std::nullopt;
}

}  // namespace

contract::Datum DatumOfForm(const std::string& text) {
  contract::Datum datum;
  const std::vector<std::string> parts = absl::StrSplit(text, '-');
  int jaar = 0;
  int maand = 0;
  int dag = 0;
  if (parts.size() == 3 && absl::SimpleAtoi(parts[0], &jaar) && absl::SimpleAtoi(parts[1], &maand) &&
      absl::SimpleAtoi(parts[2], &dag)) {
    datum.set_jaar(jaar);
    datum.set_maand(maand);
    datum.set_dag(dag);
  }
  return datum;
}

contract::Doorleveringinhoud DoorleveringinhoudOf(const v1::Doorlevering& doorlevering) {
  contract::Doorleveringinhoud inhoud;
  contract::Doorleveringsoort soort = contract::DOORLEVERINGSOORT_UNSPECIFIED;
  if (!doorlevering.soort().empty() &&
      !contract::Doorleveringsoort_Parse("DOORLEVERINGSOORT_" + doorlevering.soort(), &soort)) {
    soort = static_cast<contract::Doorleveringsoort>(kUnknownSoort);
  }
  inhoud.set_soort(soort);
  inhoud.set_loonheffingennummer(doorlevering.loonheffingennummer());
  inhoud.set_kenmerk(doorlevering.kenmerk());
  inhoud.set_verwijst_naar(doorlevering.verwijst_naar().empty() ? doorlevering.kenmerk()
                                                                : doorlevering.verwijst_naar());
  inhoud.set_bsn(doorlevering.bsn());
  if (!doorlevering.datum_ingang().empty()) {
    *inhoud.mutable_datum_ingang() = DatumOfForm(doorlevering.datum_ingang());
  }
  return inhoud;
}

contract::Berichtinhoud BerichtinhoudOf(const v1::Bericht& bericht) {
  contract::Berichtinhoud inhoud;
  contract::Berichtsoort soort = contract::BERICHTSOORT_UNSPECIFIED;
  if (!bericht.soort().empty() && !contract::Berichtsoort_Parse("BERICHTSOORT_" + bericht.soort(), &soort)) {
    soort = static_cast<contract::Berichtsoort>(kUnknownSoort);
  }
  inhoud.set_soort(soort);
  inhoud.set_loonheffingennummer(bericht.loonheffingennummer());
  inhoud.set_kenmerk(bericht.kenmerk());
  inhoud.set_bsn(bericht.bsn());
  return inhoud;
}

absl::Status AddRows(int bytes, v1::Rapport* rapport) {
  const std::optional<Dag> datum = ParseDag(rapport->datum());
  const auto missing = static_cast<int>(bytes - static_cast<int>(RapportBytes(*rapport, {}).size()));
  const std::optional<RowCounts> counts = CountsFor(missing);
  if (!datum.has_value() || missing < 0 || !counts.has_value()) {
    return absl::InvalidArgumentError(
        absl::StrCat("no report of ", rapport->datum(), " has ", bytes, " bytes"));
  }
  static const auto* const kBsns = new std::vector<std::string>(TestBsns());
  for (int n = 0; n < counts->without_date + counts->with_date; ++n) {
    v1::Rij& rij = *rapport->add_rij();
    rij.set_bsn((*kBsns)[static_cast<std::size_t>(n) % kBsns->size()]);
    rij.set_einde_arbeidsverhouding(FormatDag(*datum - Dagen(1)));
    rij.set_eerste_ao_dag(FormatDag(*datum - Dagen(40)));
    if (n < counts->with_date) rij.set_einde_uitkeringsverhouding(rij.einde_arbeidsverhouding());
  }
  return absl::OkStatus();
}

}  // namespace ketenproef::conformance
