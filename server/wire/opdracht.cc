#include "server/wire/opdracht.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "server/rules/limits.h"
#include "server/wire/veldlezer.h"

namespace ketenproef {
namespace {

// Fields are read in order of their numbers, which is the order in which wrong ones are listed.

// The command, unless a field was wrong.
template <typename Command>
Besluit<Opdracht> Finish(const Veldlezer& lezer, Command command) {
  if (auto weigering = lezer.Refusal()) return *std::move(weigering);
  return Opdracht(std::move(command));
}

template <typename Wire>
Meldingsleutel ReadSleutel(Veldlezer& lezer, const Wire& wire) {
  std::string kenmerk = lezer.Kenmerk(wire.kenmerk(), "kenmerk");
  return {lezer.ReadLoonheffingennummer(wire.loonheffingennummer()), std::move(kenmerk)};
}

// The key of the ziekmelding that the record names.
template <typename Wire>
Meldingsleutel ReadVerwijzing(Veldlezer& lezer, const Wire& wire) {
  const Loonheffingennummer nummer = lezer.ReadLoonheffingennummer(wire.loonheffingennummer());
  return {nummer, lezer.Kenmerk(wire.verwijst_naar(), "verwijst_naar")};
}

}  // namespace

Besluit<Opdracht> Decode(const v1::Ziekmelding& wire, BsnReeks reeks) {
  Veldlezer lezer(Regel::kZm01, reeks);
  std::string kenmerk = lezer.Kenmerk(wire.kenmerk(), "kenmerk");
  const Bsn bsn = lezer.ReadBsn(wire.bsn());
  const Loonheffingennummer nummer = lezer.ReadLoonheffingennummer(wire.loonheffingennummer());
  const Dag ao = lezer.Datum(wire.has_eerste_ao_dag(), wire.eerste_ao_dag(), "eerste_ao_dag");
  const bool no_risk = lezer.Bool(wire.has_no_risk(), wire.no_risk(), "no_risk");
  return Finish(lezer, SubmitZiekmelding{{nummer, std::move(kenmerk)}, bsn, ao, no_risk});
}

Besluit<Opdracht> Decode(const v1::Herstelmelding& wire, BsnReeks reeks) {
  Veldlezer lezer(Regel::kZm01, reeks);
  Meldingsleutel sleutel = ReadSleutel(lezer, wire);
  std::string verwijst_naar = lezer.Kenmerk(wire.verwijst_naar(), "verwijst_naar");
  const Dag hersteld_per = lezer.Datum(wire.has_hersteld_per(), wire.hersteld_per(), "hersteld_per");
  return Finish(lezer, SubmitHerstelmelding{std::move(sleutel), std::move(verwijst_naar), hersteld_per});
}

Besluit<Opdracht> Decode(const v1::ZiekEnHerstelmelding& wire, BsnReeks reeks) {
  Veldlezer lezer(Regel::kZm01, reeks);
  std::string kenmerk = lezer.Kenmerk(wire.kenmerk(), "kenmerk");
  const Bsn bsn = lezer.ReadBsn(wire.bsn());
  const Loonheffingennummer nummer = lezer.ReadLoonheffingennummer(wire.loonheffingennummer());
  const Dag ao = lezer.Datum(wire.has_eerste_ao_dag(), wire.eerste_ao_dag(), "eerste_ao_dag");
  const Dag hersteld_per = lezer.Datum(wire.has_hersteld_per(), wire.hersteld_per(), "hersteld_per");
  const bool no_risk = lezer.Bool(wire.has_no_risk(), wire.no_risk(), "no_risk");
  return Finish(lezer,
                SubmitZiekEnHerstelmelding{{nummer, std::move(kenmerk)}, bsn, ao, hersteld_per, no_risk});
}

Besluit<Opdracht> Decode(const v1::Intrekking& wire, BsnReeks reeks) {
  Veldlezer lezer(Regel::kZm01, reeks);
  Meldingsleutel sleutel = ReadSleutel(lezer, wire);
  std::string verwijst_naar = lezer.Kenmerk(wire.verwijst_naar(), "verwijst_naar");
  return Finish(lezer, WithdrawZiekmelding{std::move(sleutel), std::move(verwijst_naar)});
}

Besluit<Opdracht> Decode(const v1::Verlenging& wire, BsnReeks reeks) {
  Veldlezer lezer(Regel::kZm01, reeks);
  Meldingsleutel ziekmelding = ReadVerwijzing(lezer, wire);
  if (wire.toelichting().empty()) {
    lezer.Add(Regel::kBo02, "toelichting", "is missing: an extension needs a reason");
  } else if (wire.toelichting().size() > kMaxToelichtingBytes) {
    lezer.Add(lezer.vorm(), "toelichting",
              absl::StrCat("must be 1 to ", kMaxToelichtingBytes, " bytes of text"));
  }
  return Finish(lezer, ExtendBeoordeling{std::move(ziekmelding), wire.toelichting()});
}

Besluit<Opdracht> Decode(const v1::Beslissing& wire, BsnReeks reeks) {
  Veldlezer lezer(Regel::kZm01, reeks);
  Meldingsleutel ziekmelding = ReadVerwijzing(lezer, wire);
  Uitkomst uitkomst = Uitkomst::kGeen;
  if (wire.uitkomst() == v1::UITKOMST_TOEKENNING) {
    uitkomst = Uitkomst::kToekenning;
  } else if (wire.uitkomst() == v1::UITKOMST_AFWIJZING) {
    uitkomst = Uitkomst::kAfwijzing;
  } else {
    lezer.Add(lezer.vorm(), "uitkomst", "must be UITKOMST_TOEKENNING or UITKOMST_AFWIJZING");
  }
  return Finish(lezer, DecideBeoordeling{std::move(ziekmelding), uitkomst});
}

Besluit<Opdracht> Decode(const v1::Doelgroepregistratie& wire, BsnReeks reeks) {
  Veldlezer lezer(Regel::kReg01, reeks);
  const Bsn bsn = lezer.ReadBsn(wire.bsn());
  const Dag van = lezer.Datum(wire.has_datum_van(), wire.datum_van(), "datum_van");
  const OptionalDag tot = lezer.OptionalDatum(wire.has_datum_tot(), wire.datum_tot(), "datum_tot");
  return Finish(lezer, RegisterDoelgroepregistratie{bsn, {van, tot}});
}

Besluit<Opdracht> Decode(const v1::EindeDoelgroepregistratie& wire, BsnReeks reeks) {
  Veldlezer lezer(Regel::kReg01, reeks);
  const Bsn bsn = lezer.ReadBsn(wire.bsn());
  const Dag tot = lezer.Datum(wire.has_datum_tot(), wire.datum_tot(), "datum_tot");
  return Finish(lezer, EndDoelgroepregistratie{bsn, tot});
}

Besluit<Opdracht> Decode(const v1::Woonplaats& wire, BsnReeks reeks) {
  Veldlezer lezer(Regel::kReg02, reeks);
  const Bsn bsn = lezer.ReadBsn(wire.bsn());
  std::optional<Gemeentecode> code;
  if (!wire.gemeentecode().empty()) code = lezer.ReadGemeentecode(wire.gemeentecode());
  const Dag van = lezer.Datum(wire.has_datum_van(), wire.datum_van(), "datum_van");
  return Finish(lezer, RegisterWoonplaats{bsn, {van, code}});
}

Besluit<Opdracht> Decode(const v1::Dienstverband& wire, BsnReeks reeks) {
  Veldlezer lezer(Regel::kReg04, reeks);
  const Bsn bsn = lezer.ReadBsn(wire.bsn());
  const Loonheffingennummer nummer = lezer.ReadLoonheffingennummer(wire.loonheffingennummer());
  const Dag van = lezer.Datum(wire.has_datum_van(), wire.datum_van(), "datum_van");
  const OptionalDag tot = lezer.OptionalDatum(wire.has_datum_tot(), wire.datum_tot(), "datum_tot");
  return Finish(lezer, RegisterDienstverband{bsn, {nummer, van, tot}});
}

Besluit<Opdracht> Decode(const v1::EindeDienstverband& wire, BsnReeks reeks) {
  Veldlezer lezer(Regel::kReg04, reeks);
  const Bsn bsn = lezer.ReadBsn(wire.bsn());
  const Loonheffingennummer nummer = lezer.ReadLoonheffingennummer(wire.loonheffingennummer());
  const Dag tot = lezer.Datum(wire.has_datum_tot(), wire.datum_tot(), "datum_tot");
  return Finish(lezer, EndDienstverband{bsn, nummer, tot});
}

Besluit<Opdracht> Decode(const v1::LksPeriode& wire, BsnReeks reeks) {
  Veldlezer lezer(Regel::kLks01, reeks);
  const Bsn bsn = lezer.ReadBsn(wire.bsn());
  const Gemeentecode code = lezer.ReadGemeentecode(wire.gemeentecode());
  const Dag van = lezer.Datum(wire.has_datum_van(), wire.datum_van(), "datum_van");
  const OptionalDag tot = lezer.OptionalDatum(wire.has_datum_tot(), wire.datum_tot(), "datum_tot");
  auto loonwaarde = wire.has_loonwaarde() ? Percentage::FromNumber(wire.loonwaarde()) : std::nullopt;
  if (!loonwaarde.has_value()) {
    lezer.Add(lezer.vorm(), "loonwaarde", "must be a whole percentage of 0 to 99");
    loonwaarde = Percentage::FromNumber(0);
  }
  const bool forfaitair = lezer.Bool(wire.has_forfaitair(), wire.forfaitair(), "forfaitair");
  return Finish(lezer, RegisterLksPeriode{bsn, {code, van, tot, *loonwaarde, forfaitair}});
}

Besluit<Opdracht> Decode(const v1::EindeLksPeriode& wire, BsnReeks reeks) {
  Veldlezer lezer(Regel::kLks07, reeks);
  const Bsn bsn = lezer.ReadBsn(wire.bsn());
  const Dag tot = lezer.Datum(wire.has_datum_tot(), wire.datum_tot(), "datum_tot");
  return Finish(lezer, EndLksPeriode{bsn, tot});
}

}  // namespace ketenproef
