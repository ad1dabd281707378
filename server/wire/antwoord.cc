#include "server/wire/antwoord.h"

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "server/rules/beoordeling.h"
#include "server/wire/datum.h"

namespace ketenproef {
namespace {

// The numbers of an enumeration of the rules and of the contract run alike, the contract's one higher for its
// "unspecified"; the static_asserts below hold the last value of each to that.
template <typename Wire, typename Rule>
constexpr Wire ShiftedByOne(Rule value) {
  return static_cast<Wire>(static_cast<int>(value) + 1);
}
static_assert(ShiftedByOne<v1::Signaalsoort>(Signaalsoort::kVervolg) == v1::SIGNAALSOORT_VERVOLG);
static_assert(ShiftedByOne<v1::Doorleveringsoort>(Doorleveringsoort::kIntrekking) ==
              v1::DOORLEVERINGSOORT_INTREKKING);
static_assert(ShiftedByOne<v1::Aanhoudreden>(Aanhoudreden::kDkdNietBeschikbaar) ==
              v1::AANHOUDREDEN_DKD_NIET_BESCHIKBAAR);
static_assert(ShiftedByOne<v1::Datumvorm>(Datumvorm::kJjjjMmDd) == v1::DATUMVORM_JJJJ_MM_DD);
static_assert(ShiftedByOne<v1::Bsnreeks>(BsnReeks::kAlle) == v1::BSNREEKS_ALLE);
static_assert(ShiftedByOne<v1::Opdrachtsoort>(Opdrachtsoort::kEindeLksPeriode) ==
              v1::OPDRACHTSOORT_EINDE_LKS_PERIODE);
static_assert(ShiftedByOne<v1::Beoordelingstatus>(Beoordelingstatus::kTermijnVerstreken) ==
              v1::BEOORDELINGSTATUS_TERMIJN_VERSTREKEN);
static_assert(ShiftedByOne<v1::Leveringsoort>(Leveringsoort::kBericht) == v1::LEVERINGSOORT_BERICHT);
static_assert(ShiftedByOne<v1::Rolsoort>(Rolsoort::kGemeente) == v1::ROLSOORT_GEMEENTE);
static_assert(ShiftedByOne<v1::Rolmodus>(Rolmodus::kAbsent) == v1::ROLMODUS_ABSENT);
static_assert(static_cast<int>(Uitkomst::kAfwijzing) == v1::UITKOMST_AFWIJZING);
static_assert(static_cast<int>(Berichtsoort::kHersteldVoorEinde) == v1::BERICHTSOORT_HERSTELD_VOOR_EINDE);

// The first so many of a receipt.
constexpr int kMaxOpenstaand = 1'000;

v1::Gevuurdsoort ToWire(Gevuurd::Soort soort) {
  switch (soort) {
    case Gevuurd::Soort::kUitwisseling:
      return v1::GEVUURDSOORT_UITWISSELING;
    case Gevuurd::Soort::kTermijnVerstreken:
      return v1::GEVUURDSOORT_TERMIJN_VERSTREKEN;
    case Gevuurd::Soort::kHerhaling:
      return v1::GEVUURDSOORT_HERHALING;
  }
  return v1::GEVUURDSOORT_UNSPECIFIED;
}

const Melding& ZiekmeldingOf(const Toestand& toestand, const Ziektegeval& geval) {
  return toestand.meldingen().Get(geval.ziekmelding);
}

Bsn BsnOf(const Toestand& toestand, const Ziektegeval& geval) {
  return toestand.GetPersoon(geval.persoon).bsn;
}

}  // namespace

v1::Leveringsoort ToWire(Leveringsoort soort) {
  return ShiftedByOne<v1::Leveringsoort>(soort);
}
v1::Signaalsoort ToWire(Signaalsoort soort) {
  return ShiftedByOne<v1::Signaalsoort>(soort);
}
v1::Berichtsoort ToWire(Berichtsoort soort) {
  return static_cast<v1::Berichtsoort>(soort);
}
v1::Doorleveringsoort ToWire(Doorleveringsoort soort) {
  return ShiftedByOne<v1::Doorleveringsoort>(soort);
}
v1::Aanhoudreden ToWire(Aanhoudreden reden) {
  return ShiftedByOne<v1::Aanhoudreden>(reden);
}
v1::Uitkomst ToWire(Uitkomst uitkomst) {
  return static_cast<v1::Uitkomst>(uitkomst);
}
v1::Bsnreeks ToWire(BsnReeks reeks) {
  return ShiftedByOne<v1::Bsnreeks>(reeks);
}
v1::Opdrachtsoort ToWire(Opdrachtsoort soort) {
  return ShiftedByOne<v1::Opdrachtsoort>(soort);
}

std::string HexOf(absl::string_view hash) {
  return absl::BytesToHexString(hash);
}

std::optional<std::size_t> FindRapportageById(const Toestand& toestand, absl::string_view rapportage_id) {
  if (rapportage_id.size() != 13 || rapportage_id[4] != '-') return std::nullopt;
  const auto gemeentecode = Gemeentecode::Parse(rapportage_id.substr(0, 4));
  const auto dag = Dag::Parse(absl::StrCat(rapportage_id.substr(5, 4), "-", rapportage_id.substr(9, 2), "-",
                                           rapportage_id.substr(11, 2)));
  if (!gemeentecode.has_value() || !dag.has_value()) return std::nullopt;
  return toestand.FindRapportage(*gemeentecode, *dag);
}

std::optional<std::size_t> FindDoorleveringById(const Toestand& toestand, absl::string_view bericht_id) {
  std::uint64_t number = 0;
  if (!absl::ConsumePrefix(&bericht_id, "D-") || !absl::SimpleAtoi(bericht_id, &number)) return std::nullopt;
  // Only as it was given out: no leading zeros, sign or spaces.
  if (absl::StrCat(number) != bericht_id) return std::nullopt;
  if (number == 0 || number > toestand.meldingen().size()) return std::nullopt;
  return toestand.FindDoorlevering(static_cast<Meldingnummer>(number - 1));
}

void EncodeMeldingoordeel(const Toestand& toestand, Meldingnummer nummer, v1::Meldingoordeel* wire) {
  const Melding& melding = toestand.meldingen().Get(nummer);
  const bool is_herstel = melding.is_herstel_part || melding.soort == Opdrachtsoort::kHerstelmelding;
  wire->set_soort(is_herstel ? v1::MELDINGSOORT_HERSTEL : v1::MELDINGSOORT_ZIEK);
  wire->set_kenmerk(std::string(melding.kenmerk));
  wire->set_bsn(BsnOf(toestand, toestand.GetGeval(melding.geval)).Digits());
  ToWire(melding.ontvangen_op, wire->mutable_ontvangen_op());
  if (melding.oordeel.uiterste_dag.has_value()) {
    ToWire(melding.oordeel.uiterste_dag.value(), wire->mutable_uiterste_dag());
  }
  wire->set_tijdig(melding.oordeel.tijdig());
  wire->set_dagen_te_laat(melding.oordeel.dagen_te_laat);
  wire->set_boete_eur(melding.oordeel.boete_eur);
}

void EncodeOntvangst(const Toestand& toestand, const Aanvaarding& aanvaarding, v1::Ontvangst* wire) {
  wire->set_herhaald(aanvaarding.herhaald);
  wire->set_volgnummer(aanvaarding.volgnummer);
  const Meldingnummer nummer = *aanvaarding.melding;
  const Opdrachtsoort soort = toestand.meldingen().Get(nummer).soort;
  if (soort == Opdrachtsoort::kIntrekking) return;
  EncodeMeldingoordeel(toestand, nummer, wire->add_oordelen());
  if (soort == Opdrachtsoort::kZiekEnHerstelmelding) {
    const auto herstel = static_cast<Meldingnummer>(static_cast<std::uint32_t>(nummer) + 1);
    EncodeMeldingoordeel(toestand, herstel, wire->add_oordelen());
  }
}

void EncodeBuitenBandbreedte(v1::Waarschuwing* wire) {
  wire->set_regel(std::string(RegelId(Regel::kLks02)));
  wire->set_uitleg("the loonwaarde lies outside 30 to 80 percent; accepted all the same");
}

void EncodeVerwerkt(const Aanvaarding& aanvaarding, v1::Verwerkt* wire) {
  wire->set_volgnummer(aanvaarding.volgnummer);
  if (aanvaarding.buiten_bandbreedte) EncodeBuitenBandbreedte(wire->add_waarschuwingen());
}

void EncodeBeoordeling(const Beoordeling& beoordeling, v1::Beoordeling* wire) {
  ToWire(beoordeling.uiterste_dag, wire->mutable_uiterste_dag());
  wire->set_verlengd(beoordeling.verlengd);
  wire->set_uitkomst(ToWire(beoordeling.uitkomst));
  if (beoordeling.uitkomst != Uitkomst::kGeen) {
    ToWire(beoordeling.besloten_op, wire->mutable_besloten_op());
    ToWire(beoordeling.besloten_tijdstip, wire->mutable_besloten_tijdstip());
  }
  wire->set_status(ShiftedByOne<v1::Beoordelingstatus>(StatusOf(beoordeling)));
}

void EncodeZiektegeval(const Toestand& toestand, Gevalnummer nummer, v1::Ziektegeval* wire) {
  const Ziektegeval& geval = toestand.GetGeval(nummer);
  const Melding& ziekmelding = ZiekmeldingOf(toestand, geval);
  wire->set_loonheffingennummer(ziekmelding.loonheffingennummer.ToString());
  wire->set_kenmerk(std::string(ziekmelding.kenmerk));
  wire->set_bsn(BsnOf(toestand, geval).Digits());
  ToWire(geval.eerste_ao_dag, wire->mutable_eerste_ao_dag());
  if (geval.hersteld_per.has_value()) ToWire(geval.hersteld_per.value(), wire->mutable_hersteld_per());
  ToWire(geval.ontvangen_op, wire->mutable_ontvangen_op());
  const OptionalDag einde = toestand.DienstverbandOf(geval).tot;
  if (einde.has_value()) ToWire(einde.value(), wire->mutable_einde_dienstverband());
  wire->set_ingetrokken(geval.ingetrokken);
  wire->set_no_risk(geval.no_risk);
  EncodeBeoordeling(geval.beoordeling, wire->mutable_beoordeling());
  if (geval.doorgeleverd_voor.has_value()) wire->set_doorgeleverd_voor(geval.doorgeleverd_voor->ToString());
  wire->set_volgnummer(ziekmelding.volgnummer);
  const Signaal& signaal = geval.signaal;
  if (!signaal.verzonden_op.has_value()) return;
  v1::Signaal* sent = wire->mutable_signaal();
  ToWire(signaal.verzonden_op.value(), sent->mutable_verzonden_op());
  sent->set_gemeentecode(signaal.ontvanger->ToString());
  if (signaal.vervolg_op.has_value()) ToWire(signaal.vervolg_op.value(), sent->mutable_vervolg_op());
  sent->set_bericht(ToWire(signaal.bericht));
  if (signaal.bericht_op.has_value()) ToWire(signaal.bericht_op.value(), sent->mutable_bericht_op());
}

void EncodeDoelgroepregistratie(Bsn bsn, const Doelgroepregistratie& registratie,
                                v1::Doelgroepregistratie* wire) {
  wire->set_bsn(bsn.Digits());
  ToWire(registratie.van, wire->mutable_datum_van());
  if (registratie.tot.has_value()) ToWire(registratie.tot.value(), wire->mutable_datum_tot());
}

void EncodeWoonplaats(Bsn bsn, const Woonplaats& woonplaats, v1::Woonplaats* wire) {
  wire->set_bsn(bsn.Digits());
  if (woonplaats.gemeentecode.has_value()) wire->set_gemeentecode(woonplaats.gemeentecode->ToString());
  ToWire(woonplaats.van, wire->mutable_datum_van());
}

void EncodeDienstverband(Bsn bsn, const Dienstverband& dienstverband, v1::Dienstverband* wire) {
  wire->set_bsn(bsn.Digits());
  wire->set_loonheffingennummer(dienstverband.loonheffingennummer.ToString());
  ToWire(dienstverband.van, wire->mutable_datum_van());
  if (dienstverband.tot.has_value()) ToWire(dienstverband.tot.value(), wire->mutable_datum_tot());
}

void EncodeLksPeriode(Bsn bsn, const LksPeriode& periode, v1::LksPeriode* wire) {
  wire->set_bsn(bsn.Digits());
  wire->set_gemeentecode(periode.gemeentecode.ToString());
  ToWire(periode.van, wire->mutable_datum_van());
  if (periode.tot.has_value()) ToWire(periode.tot.value(), wire->mutable_datum_tot());
  wire->set_loonwaarde(periode.loonwaarde.number());
  wire->set_forfaitair(periode.forfaitair);
}

void EncodeRapportage(const Rapportage& rapportage, v1::Rapportage* wire) {
  const RapportageReady& ready = rapportage.inhoud;
  wire->set_rapportage_id(RapportageId(ready.gemeentecode, ready.uitwisseling));
  wire->set_gemeentecode(ready.gemeentecode.ToString());
  ToWire(ready.uitwisseling, wire->mutable_datum());
  wire->set_bestandsnaam(Bestandsnaam(ready.gemeentecode, ready.uitwisseling));
  wire->set_sha256(HexOf(ready.sha256));
  wire->set_aantal_rijen(ready.aantal_rijen);
  wire->set_aantal_bytes(static_cast<std::int64_t>(ready.inhoud.size()));
  ToWire(rapportage.klaargezet, wire->mutable_klaargezet_tijdstip());
  if (rapportage.bevestigd.has_value()) ToWire(*rapportage.bevestigd, wire->mutable_bevestigd_tijdstip());
}

void EncodeNotificatie(const Rapportage& rapportage, v1::Notificatie* wire) {
  const RapportageReady& ready = rapportage.inhoud;
  ToWire(ready.uitwisseling, wire->mutable_datum());
  wire->set_gemeentecode(ready.gemeentecode.ToString());
  wire->set_onderwerp(std::string(kOnderwerpNotificatie));
  wire->set_bestandsnaam(Bestandsnaam(ready.gemeentecode, ready.uitwisseling));
}

void EncodeDoorleveringinhoud(const Toestand& toestand, const DoorleveringSent& sent,
                              v1::Doorleveringinhoud* wire) {
  const Melding& melding = toestand.meldingen().Get(sent.melding);
  const Ziektegeval& geval = toestand.GetGeval(sent.geval);
  wire->set_soort(ToWire(sent.soort));
  wire->set_loonheffingennummer(melding.loonheffingennummer.ToString());
  wire->set_kenmerk(std::string(melding.kenmerk));
  wire->set_verwijst_naar(std::string(ZiekmeldingOf(toestand, geval).kenmerk));
  wire->set_bsn(BsnOf(toestand, geval).Digits());
  ToWire(sent.datum_ingang, wire->mutable_datum_ingang());
}

void EncodeDoorlevering(const Toestand& toestand, std::size_t index, v1::Doorlevering* wire) {
  const Doorlevering& doorlevering = toestand.doorleveringen()[index];
  wire->set_bericht_id(DoorleveringId(doorlevering.inhoud.melding));
  wire->set_gemeentecode(doorlevering.inhoud.ontvanger.ToString());
  ToWire(doorlevering.inhoud.uitwisseling, wire->mutable_datum());
  EncodeDoorleveringinhoud(toestand, doorlevering.inhoud, wire->mutable_inhoud());
  if (doorlevering.bevestigd.has_value()) ToWire(*doorlevering.bevestigd, wire->mutable_bevestigd_tijdstip());
  wire->set_melding_volgnummer(toestand.meldingen().Get(doorlevering.inhoud.melding).volgnummer);
}

void EncodeBerichtinhoud(const Toestand& toestand, const BerichtPlaced& bericht, v1::Berichtinhoud* wire) {
  const Ziektegeval& geval = toestand.GetGeval(bericht.geval);
  const Melding& ziekmelding = ZiekmeldingOf(toestand, geval);
  wire->set_soort(ToWire(bericht.soort));
  wire->set_loonheffingennummer(ziekmelding.loonheffingennummer.ToString());
  wire->set_kenmerk(std::string(ziekmelding.kenmerk));
  wire->set_bsn(BsnOf(toestand, geval).Digits());
}

void EncodeBericht(const Toestand& toestand, std::size_t index, v1::Bericht* wire) {
  const BerichtPlaced& bericht = toestand.berichten()[index];
  wire->set_bericht_id(BerichtId(bericht.geval));
  wire->set_gemeentecode(bericht.ontvanger.ToString());
  ToWire(bericht.uitwisseling, wire->mutable_datum());
  EncodeBerichtinhoud(toestand, bericht, wire->mutable_inhoud());
}

void EncodeAangehouden(const Toestand& toestand, Gevalnummer nummer, const Aanhouding& aanhouding,
                       v1::Aangehouden* wire) {
  const Melding& ziekmelding = ZiekmeldingOf(toestand, toestand.GetGeval(nummer));
  wire->set_loonheffingennummer(ziekmelding.loonheffingennummer.ToString());
  wire->set_kenmerk(std::string(ziekmelding.kenmerk));
  wire->set_soort(ToWire(aanhouding.soort));
  wire->set_reden(ToWire(aanhouding.reden));
}

void EncodeLevering(const Toestand& toestand, Gemeentecode gemeentecode, const Levering& levering,
                    v1::Levering* wire) {
  wire->set_soort(ToWire(levering.soort));
  wire->set_bericht_id(LeveringId(toestand, levering.soort, levering.nummer));
  wire->set_gemeentecode(gemeentecode.ToString());
  ToWire(UitwisselingOf(toestand, levering.soort, levering.nummer), wire->mutable_datum());
  wire->set_aantal_pogingen(levering.pogingen);
  wire->set_geweigerd(levering.geweigerd);
  wire->set_reden(levering.reden);
}

void EncodeRol(const Rol& rol, v1::Rol* wire) {
  wire->set_soort(ShiftedByOne<v1::Rolsoort>(rol.soort));
  if (rol.gemeentecode.has_value()) wire->set_gemeentecode(rol.gemeentecode->ToString());
  wire->set_modus(ShiftedByOne<v1::Rolmodus>(rol.modus));
  wire->set_adres(rol.adres);
}

void EncodeAfnemer(Gemeentecode gemeentecode, const Afnemer& afnemer, v1::Afnemer* wire) {
  wire->set_gemeentecode(gemeentecode.ToString());
  wire->set_leverwijze(afnemer.wijze == Ontvangstwijze::kOphalen ? v1::LEVERWIJZE_COLLECT
                                                                 : v1::LEVERWIJZE_ENDPOINT);
  wire->set_adres(afnemer.adres);
  wire->set_emailadres(afnemer.email);
}

void EncodeInstelling(const OmgevingCreated& instellingen, v1::Omgevingsinstelling* wire) {
  wire->set_naam(instellingen.naam);
  wire->set_profiel(instellingen.profiel);
  ToWire(instellingen.start, wire->mutable_start_tijdstip());
  wire->set_seed(instellingen.seed);
  wire->set_bsnreeks(ToWire(instellingen.bsn_reeks));
  v1::Rapportvorm* vorm = wire->mutable_rapportvorm();
  vorm->set_scheidingsteken(std::string(1, instellingen.rapportvorm.scheidingsteken));
  vorm->set_datumvorm(ShiftedByOne<v1::Datumvorm>(instellingen.rapportvorm.datumvorm));
}

void EncodeOmgeving(const Writer::Overzicht& overzicht, v1::Omgeving* wire) {
  EncodeInstelling(overzicht.instellingen, wire->mutable_instelling());
  for (const Rol& rol : overzicht.rollen) EncodeRol(rol, wire->mutable_instelling()->add_rollen());
  ToWire(overzicht.klok, wire->mutable_tijdstip());
  wire->set_volgnummer(overzicht.volgnummer);
  const Tellers& tellers = overzicht.tellers;
  for (std::size_t soort = 0; soort < tellers.geaccepteerd.size(); ++soort) {
    if (tellers.geaccepteerd[soort] == 0 && tellers.geweigerd[soort] == 0) continue;
    auto* telling = wire->add_soorttellingen();
    telling->set_soort(ToWire(static_cast<Opdrachtsoort>(soort)));
    telling->set_aantal_aanvaard(tellers.geaccepteerd[soort]);
    telling->set_aantal_geweigerd(tellers.geweigerd[soort]);
  }
  for (std::size_t regel = 0; regel < tellers.geweigerd_onder.size(); ++regel) {
    if (tellers.geweigerd_onder[regel] == 0) continue;
    auto* telling = wire->add_regeltellingen();
    telling->set_regel(std::string(RegelId(static_cast<Regel>(regel))));
    telling->set_aantal(tellers.geweigerd_onder[regel]);
  }
}

void EncodeProfiel(const Profiel& profiel, v1::Profiel* wire) {
  wire->set_naam(std::string(profiel.naam));
  wire->set_ziekmelding_termijn_dagen(profiel.ziekmelding_termijn.aantal());
  wire->set_herstelmelding_termijn_dagen(profiel.herstelmelding_termijn.aantal());
  wire->set_beoordeling_termijn_dagen(profiel.beoordeling_termijn.aantal());
  wire->set_beoordeling_verlenging_dagen(profiel.beoordeling_verlenging.aantal());
  wire->set_verschuift_termijnen(profiel.verschuift_termijnen);
  wire->set_einde_dienstverband_vervroegt(profiel.einde_dienstverband_vervroegt);
  if (profiel.samengesteld_onder.has_value()) {
    wire->set_samengesteld_onder_dagen(profiel.samengesteld_onder->aantal());
  }
  wire->set_herstel_niet_voor_ziekmelding(profiel.herstel_niet_voor_ziekmelding);
  if (profiel.doorlevering_tot.has_value()) {
    ToWire(*profiel.doorlevering_tot, wire->mutable_doorlevering_tot());
  }
}

void EncodeTelling(const Uitwisselingtelling& telling, v1::Uitwisselingstelling* wire) {
  wire->set_signalen(telling.signalen);
  wire->set_doorleveringen(telling.doorleveringen);
  wire->set_berichten(telling.berichten);
  wire->set_rapportages(telling.rapportages);
  wire->set_aangehouden(telling.aangehouden);
}

void EncodeKwitantie(const Kwitantie& kwitantie, v1::Kwitantie* wire) {
  ToWire(kwitantie.van, wire->mutable_van_tijdstip());
  ToWire(kwitantie.tot, wire->mutable_tot_tijdstip());
  for (const Gevuurd& gevuurd : kwitantie.gevuurd) {
    v1::Gevuurd* fired = wire->add_gevuurd();
    ToWire(gevuurd.tijdstip, fired->mutable_tijdstip());
    fired->set_soort(ToWire(gevuurd.soort));
    if (gevuurd.soort == Gevuurd::Soort::kUitwisseling) {
      EncodeTelling(gevuurd.uitwisseling, fired->mutable_uitwisseling());
    }
    fired->set_aantal_termijnen(gevuurd.termijnen);
    fired->set_aantal_herhalingen(gevuurd.herhalingen);
  }
  wire->set_aantal_gevuurd(kwitantie.gevuurd_totaal);
  wire->set_afgekapt(kwitantie.gevuurd_totaal > static_cast<std::int64_t>(kwitantie.gevuurd.size()));
  wire->set_rustig(kwitantie.openstaand.empty());
  for (const auto& [gemeentecode, owed] : kwitantie.openstaand) {
    if (wire->openstaand_size() == kMaxOpenstaand) break;
    auto* openstaand = wire->add_openstaand();
    openstaand->set_rol(v1::ROLSOORT_GEMEENTE);
    openstaand->set_gemeentecode(gemeentecode.ToString());
    openstaand->set_aantal(owed.aantal);
    openstaand->set_reden(owed.reden);
  }
}

void EncodeClock(const Omgeving& omgeving, v1::Clock* wire) {
  constexpr double kDuizendsten = 1'000;
  ToWire(omgeving.klok(), wire->mutable_tijdstip());
  const std::uint32_t factor = omgeving.toestand().klokfactor_duizendsten();
  wire->set_mode(factor == 0 ? v1::CLOCK_MODE_STEPPED : v1::CLOCK_MODE_RUNNING);
  wire->set_factor(factor / kDuizendsten);
  const Vervaldag next = omgeving.next();
  ToWire(next.tijdstip, wire->mutable_volgende()->mutable_tijdstip());
  wire->mutable_volgende()->set_soort(ToWire(next.soort));
}

}  // namespace ketenproef
