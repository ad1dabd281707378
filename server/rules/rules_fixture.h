// What the tests of the rules build on: days as literals, the two profiles over the real reference data, and
// one person with what was accepted of it. Expectations are never taken from here; they stand in the tests.
//
//   Situatie situatie = InDienst("2020-01-01"_dag);
//   situatie.Add("2025-01-06"_dag, /*hersteld_per=*/"2025-01-10"_dag);
//   EXPECT_EQ(Antwoord(DecideZiekmelding(Wet(), situatie.dossier(), Ziekmelding("2025-01-09"_dag), nu)),
//   "ZM-08");
#ifndef KETENPROEF_SERVER_RULES_RULES_FIXTURE_H_
#define KETENPROEF_SERVER_RULES_RULES_FIXTURE_H_

#include <chrono>
#include <cstddef>
#include <deque>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "fixtures/csv/reader.h"
#include "fixtures/embedded/embedded.h"
#include "server/rules/dossier.h"
#include "server/rules/melding.h"
#include "server/rules/termijn.h"

namespace ketenproef {

// "2025-01-06"_dag; throws where there is no such day.
inline Dag operator""_dag(const char* text, std::size_t size) {
  return Dag::Parse(absl::string_view(text, size)).value();
}

// The day of the standard library, for expectations that owe nothing to `Dag`.
inline Dag ToDag(std::chrono::sys_days dag) {
  return Dag::FromDaysSince1970(static_cast<std::int32_t>(dag.time_since_epoch().count()));
}

// Every day of the years over which calendars are compared.
inline std::vector<std::chrono::sys_days> EveryDay() {
  using namespace std::chrono_literals;
  std::vector<std::chrono::sys_days> dagen;
  for (std::chrono::sys_days dag = 2015y / 1 / 1; dag <= 2035y / 12 / 31; dag += std::chrono::days(1)) {
    dagen.push_back(dag);
  }
  return dagen;
}

inline constexpr Bsn kBsn = Bsn::FromTrustedNumber(999'990'019);
inline constexpr Bsn kAndereBsn = Bsn::FromTrustedNumber(999'990'020);
inline constexpr Loonheffingennummer kNummer = Loonheffingennummer::FromTrustedNumber(123'456'789'01);
inline constexpr Loonheffingennummer kAnderNummer = Loonheffingennummer::FromTrustedNumber(123'456'789'02);
inline constexpr Gemeentecode kAmsterdam = Gemeentecode::FromTrustedNumber(363);
inline constexpr Gemeentecode kGroningen = Gemeentecode::FromTrustedNumber(14);
inline constexpr Gemeentecode kGeenGemeente = Gemeentecode::FromTrustedNumber(9998);

// The rows of a file of fixtures/data.
using Rijen = std::vector<std::vector<std::string>>;
inline Rijen ReadRijen(absl::string_view inhoud, absl::Span<const absl::string_view> kolommen) {
  Rijen rijen;
  auto reader = CsvReader::Open("embedded", inhoud, kolommen).value();
  while (reader.Next().value()) {
    const auto velden = reader.row().fields();
    rijen.emplace_back(velden.begin(), velden.end());
  }
  return rijen;
}

// The days of feestdagen.csv as text.
inline std::vector<std::string> FeestdagenAlsTekst() {
  std::vector<std::string> dagen;
  for (const auto& rij : ReadRijen(EmbeddedFeestdagen(), {"datum", "naam", "grond"})) dagen.push_back(rij[0]);
  return dagen;
}

inline const Feestdagen& EchteFeestdagen() {
  static const Feestdagen kFeestdagen = [] {
    std::vector<Dag> dagen;
    for (const std::string& tekst : FeestdagenAlsTekst()) dagen.push_back(Dag::Parse(tekst).value());
    return Feestdagen(std::move(dagen));
  }();
  return kFeestdagen;
}

inline const Gemeenten& EchteGemeenten() {
  static const Gemeenten kGemeenten = [] {
    std::vector<Gemeente> gemeenten;
    for (const auto& rij : ReadRijen(EmbeddedGemeenten(), {"code", "naam"})) {
      gemeenten.push_back({Gemeentecode::Parse(rij[0]).value(), rij[1]});
    }
    std::vector<Herindeling> herindelingen;
    for (const auto& rij : ReadRijen(EmbeddedHerindelingen(),
                                     {"oude_code", "oude_naam", "nieuwe_code", "nieuwe_naam", "datum"})) {
      herindelingen.push_back({Gemeentecode::Parse(rij[0]).value(), Gemeentecode::Parse(rij[2]).value(),
                               Dag::Parse(rij[4]).value()});
    }
    return Gemeenten::Make(std::move(gemeenten), std::move(herindelingen)).value();
  }();
  return kGemeenten;
}

inline Regelkader Handleiding() {
  return {*FindProfiel("handleiding"), EchteFeestdagen(), EchteGemeenten()};
}
inline Regelkader Wet() {
  return {*FindProfiel("wet"), EchteFeestdagen(), EchteGemeenten()};
}

// One person; the first dienstverband is that of kNummer.
struct Situatie {
  Persoon persoon{kBsn};
  std::deque<Ziektegeval> gevallen;  // keeps its addresses

  // A case received on its AO.
  Ziektegeval& Add(Dag ao, OptionalDag hersteld_per = {}, std::uint32_t dienstverband = 0) {
    Ziektegeval& geval = gevallen.emplace_back();
    geval.dienstverband = dienstverband;
    geval.eerste_ao_dag = ao;
    geval.hersteld_per = hersteld_per;
    geval.ontvangen_op = ao;
    geval.beoordeling.uiterste_dag = ao + Dagen(42);
    return geval;
  }

  Dossier dossier() const {
    Dossier dossier;
    dossier.persoon = &persoon;
    for (const Ziektegeval& geval : gevallen) dossier.gevallen.push_back(&geval);
    return dossier;
  }

  // As a message names the case.
  GenoemdGeval Genoemd(const Ziektegeval& geval) const {
    return {Gevalnummer{7}, &geval, &persoon.dienstverbanden[geval.dienstverband]};
  }
};

// Long before every case.
inline const Dag kVan = "2010-01-01"_dag;

inline Situatie InDienst(Dag van, OptionalDag tot = {}) {
  Situatie situatie;
  situatie.persoon.dienstverbanden.push_back({kNummer, van, tot});
  return situatie;
}

inline LksPeriode Periode(Dag van, OptionalDag tot, Gemeentecode gemeente = kAmsterdam) {
  return {gemeente, van, tot, *Percentage::FromNumber(60), false};
}

inline SubmitZiekmelding Ziekmelding(Dag ao) {
  return {{kNummer, "zm-1"}, kBsn, ao, false};
}
inline SubmitHerstelmelding Herstelmelding(Dag hersteld_per) {
  return {{kNummer, "hm-1"}, "zm-1", hersteld_per};
}
inline SubmitZiekEnHerstelmelding ZiekEnHerstelmelding(Dag ao, Dag hersteld_per) {
  return {{kNummer, "zh-1"}, kBsn, ao, hersteld_per, false};
}
inline WithdrawZiekmelding Intrekking() {
  return {{kNummer, "in-1"}, "zm-1"};
}
// Not in one braced list: GCC 12 takes the strings of a nested one for uninitialised.
inline ExtendBeoordeling Verlenging() {
  Meldingsleutel ziekmelding{kNummer, "zm-1"};
  return {std::move(ziekmelding), "reden"};
}
inline DecideBeoordeling Beslissing(Uitkomst uitkomst) {
  return {{kNummer, "zm-1"}, uitkomst};
}

// "ok", or the ID of the rule that refuses.
template <typename T>
std::string Antwoord(const Besluit<T>& besluit) {
  return besluit.ok() ? "ok" : std::string(RegelId(besluit.weigering().regel));
}

// What compiles, for tests of what must not.
template <typename A, typename B>
concept Addable = requires(A a, B b) {
  a + b;
};
template <typename A, typename B>
concept Subtractable = requires(A a, B b) {
  a - b;
};
template <typename A, typename B>
concept Equatable = requires(A a, B b) {
  a == b;
};
template <typename A, typename B>
concept Orderable = requires(A a, B b) {
  a < b;
};

// How GoogleTest prints what differs.
inline void PrintTo(Dag dag, std::ostream* out) {
  *out << dag.ToString();
}
inline void PrintTo(OptionalDag dag, std::ostream* out) {
  *out << (dag.has_value() ? dag.value().ToString() : "unknown");
}
inline void PrintTo(Dagen dagen, std::ostream* out) {
  *out << dagen.aantal() << " days";
}
inline void PrintTo(Tijdstip tijdstip, std::ostream* out) {
  *out << tijdstip.ToString();
}
inline void PrintTo(Gemeentecode code, std::ostream* out) {
  *out << code.ToString();
}
inline void PrintTo(const Meldingoordeel& oordeel, std::ostream* out) {
  PrintTo(oordeel.uiterste_dag, out);
  *out << ", " << oordeel.dagen_te_laat << " late, EUR " << oordeel.boete_eur;
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_RULES_FIXTURE_H_
