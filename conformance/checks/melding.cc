#include "conformance/checks/melding.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "conformance/calendar/tijdstip.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

constexpr absl::string_view kNone = "geen";

// What a verdict must say, worked out.
struct Verwacht {
  std::string uiterste_dag;  // or `geen`
  std::string because;
  int dagen_te_laat = 0;
  int boete_eur = 0;
};

absl::StatusOr<Verwacht> WorkOut(const v1::Oordeel& oordeel, Dag vandaag, const Values& values) {
  Verwacht verwacht;
  verwacht.uiterste_dag = std::string(kNone);
  if (values.Text(oordeel.uiterste_dag()) != kNone) {
    const auto dag = values.Day(oordeel.uiterste_dag(), vandaag);
    if (!dag.ok()) return dag.status();
    if (!dag->dag.has_value()) return absl::InvalidArgumentError("uiterste_dag must be a day that exists");
    verwacht.uiterste_dag = dag->Text();
    verwacht.because = dag->because;
    verwacht.dagen_te_laat = std::max(0, static_cast<int>((vandaag - *dag->dag).count()));
  }
  if (!oordeel.dagen_te_laat().empty() &&
      !absl::SimpleAtoi(values.Text(oordeel.dagen_te_laat()), &verwacht.dagen_te_laat)) {
    return absl::InvalidArgumentError("dagen_te_laat must be a number");
  }
  verwacht.boete_eur = FineOf(verwacht.dagen_te_laat);
  if (!oordeel.boete_eur().empty() &&
      !absl::SimpleAtoi(values.Text(oordeel.boete_eur()), &verwacht.boete_eur)) {
    return absl::InvalidArgumentError("boete_eur must be a number");
  }
  return verwacht;
}

// Draws when it was due and what the system thinks of that.
void Draw(const Verwacht& verwacht, const std::string& came, Findings* findings) {
  const bool is_right = came == verwacht.uiterste_dag;
  if (const auto dag = ParseDag(verwacht.uiterste_dag); dag.has_value()) {
    findings->AddMoment(EindeVan(*dag) - absl::Nanoseconds(1), v1::MOMENT_KIND_DUE,
                        absl::StrCat("uiterste dag ", verwacht.uiterste_dag));
  }
  if (const auto dag = ParseDag(came); dag.has_value()) {
    findings->AddMoment(EindeVan(*dag) - absl::Nanoseconds(1), v1::MOMENT_KIND_CAME,
                        absl::StrCat("uiterste dag volgens het systeem ", came), !is_right);
  }
}

void CheckOordeel(const Verwacht& verwacht, const contract::Meldingoordeel& oordeel, Dag vandaag,
                  Findings* findings) {
  const std::string came =
      oordeel.has_uiterste_dag() ? DatumText(true, oordeel.uiterste_dag()) : std::string(kNone);
  Draw(verwacht, came, findings);
  const std::string late =
      absl::StrCat("ontvangen ", FormatDag(vandaag), ", uiterste dag ", verwacht.uiterste_dag,
                   verwacht.because.empty() ? "" : absl::StrCat(" (", verwacht.because, ")"));
  findings->Expect("uiterste dag", verwacht.uiterste_dag, came, verwacht.because);
  findings->Expect("ontvangen op", FormatDag(vandaag),
                   DatumText(oordeel.has_ontvangen_op(), oordeel.ontvangen_op()),
                   "de dag van ontvangst in Nederland (KAL-01)");
  findings->Expect("tijdig", verwacht.dagen_te_laat == 0 ? "ja" : "nee", oordeel.tijdig() ? "ja" : "nee",
                   late);
  findings->Expect("dagen te laat", absl::StrCat(verwacht.dagen_te_laat),
                   absl::StrCat(oordeel.dagen_te_laat()), late);
  findings->Expect("boete EUR", absl::StrCat(verwacht.boete_eur), absl::StrCat(oordeel.boete_eur()),
                   absl::StrCat(verwacht.dagen_te_laat, " dagen te laat (BOE-01)"));
}

// One verdict; two for a combined message, none for an intrekking.
int CountFor(absl::string_view soort) {
  if (soort == "INTREKKING") return 0;
  return soort == "ZIEK_EN_HERSTEL" ? 2 : 1;
}

}  // namespace

int FineOf(int dagen_te_laat) {
  if (dagen_te_laat < 1) return 0;
  if (dagen_te_laat < 7) return 70;
  return dagen_te_laat < 28 ? 230 : 455;
}

std::string DatumText(bool is_set, const contract::Datum& datum) {
  if (!is_set) return "";
  return absl::StrFormat("%04d-%02d-%02d", datum.jaar(), datum.maand(), datum.dag());
}

absl::Status CheckOordelen(const v1::Accepted& expected, const contract::Ontvangst& ontvangst,
                           const v1::Opdracht& opdracht, Dag vandaag, Findings* findings) {
  findings->Expect("herhaald", expected.herhaald() ? "ja" : "nee", ontvangst.herhaald() ? "ja" : "nee");
  if (ontvangst.volgnummer() < 1) {
    findings->Add({"", "volgnummer van de aanvaarding, vanaf 1", "", absl::StrCat(ontvangst.volgnummer())});
  }
  const int count = CountFor(opdracht.soort());
  const bool has_all =
      findings->Expect("aantal oordelen", absl::StrCat(count), absl::StrCat(ontvangst.oordelen_size()));
  if (!has_all || expected.oordelen().empty()) return absl::OkStatus();
  if (expected.oordelen_size() != count) {
    return absl::InvalidArgumentError(absl::StrCat(opdracht.soort(), " has ", count, " oordelen"));
  }
  for (int i = 0; i < expected.oordelen_size(); ++i) {
    const v1::Oordeel& wanted = expected.oordelen(i);
    const contract::Meldingoordeel& oordeel = ontvangst.oordelen(i);
    const auto verwacht = WorkOut(wanted, vandaag, findings->values());
    if (!verwacht.ok()) return verwacht.status();
    findings->Expect("soort", absl::StrCat("MELDINGSOORT_", wanted.soort()),
                     contract::Meldingsoort_Name(oordeel.soort()));
    findings->Expect("kenmerk", findings->values().Text(opdracht.kenmerk()), oordeel.kenmerk());
    if (!opdracht.bsn().empty()) {
      findings->Expect("bsn", findings->values().Text(opdracht.bsn()), oordeel.bsn());
    }
    CheckOordeel(*verwacht, oordeel, vandaag, findings);
  }
  return absl::OkStatus();
}

void CheckWaarschuwingen(const v1::Accepted& expected, const contract::Verwerkt& verwerkt,
                         Findings* findings) {
  std::vector<std::string> got;
  for (const auto& waarschuwing : verwerkt.waarschuwingen()) got.push_back(waarschuwing.regel());
  findings->Expect("waarschuwingen", absl::StrJoin(expected.waarschuwingen(), ", "),
                   absl::StrJoin(got, ", "));
}

}  // namespace ketenproef::conformance
