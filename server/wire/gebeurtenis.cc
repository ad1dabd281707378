#include "server/wire/gebeurtenis.h"

#include <string>
#include <variant>

#include "server/wire/antwoord.h"
#include "server/wire/datum.h"
#include "server/wire/storing.h"

namespace ketenproef {
namespace {

// Fills the one message of the kind that the event is of.
class Encoder {
 public:
  Encoder(const Toestand& toestand, Tijdstip tijdstip, v1::Gebeurtenis* wire)
      : toestand_(toestand), tijdstip_(tijdstip), wire_(*wire) {}

  void operator()(const OmgevingCreated& event) {
    EncodeInstelling(event, wire_.mutable_omgeving_created()->mutable_instelling());
  }
  void operator()(const DoelgroepregistratieRegistered& event) {
    EncodeDoelgroepregistratie(
        event.registratie.bsn, event.registratie.registratie,
        wire_.mutable_doelgroepregistratie_registered()->mutable_doelgroepregistratie());
  }
  void operator()(const DoelgroepregistratieEnded& event) {
    auto* einde = wire_.mutable_doelgroepregistratie_ended()->mutable_einde_doelgroepregistratie();
    einde->set_bsn(event.einde.bsn.Digits());
    ToWire(event.einde.tot, einde->mutable_datum_tot());
  }
  void operator()(const WoonplaatsRegistered& event) {
    EncodeWoonplaats(event.woonplaats.bsn, event.woonplaats.woonplaats,
                     wire_.mutable_woonplaats_registered()->mutable_woonplaats());
  }
  void operator()(const DienstverbandRegistered& event) {
    EncodeDienstverband(event.dienstverband.bsn, event.dienstverband.dienstverband,
                        wire_.mutable_dienstverband_registered()->mutable_dienstverband());
  }
  void operator()(const DienstverbandEnded& event) {
    auto* einde = wire_.mutable_dienstverband_ended()->mutable_einde_dienstverband();
    einde->set_bsn(event.einde.bsn.Digits());
    einde->set_loonheffingennummer(event.einde.loonheffingennummer.ToString());
    ToWire(event.einde.tot, einde->mutable_datum_tot());
  }
  void operator()(const LksPeriodeRegistered& event) {
    auto* registered = wire_.mutable_lks_periode_registered();
    EncodeLksPeriode(event.periode.bsn, event.periode.periode, registered->mutable_lks_periode());
    if (event.buiten_bandbreedte) EncodeBuitenBandbreedte(registered->add_waarschuwingen());
  }
  void operator()(const LksPeriodeEnded& event) {
    auto* einde = wire_.mutable_lks_periode_ended()->mutable_einde_lks_periode();
    einde->set_bsn(event.einde.bsn.Digits());
    ToWire(event.einde.tot, einde->mutable_datum_tot());
  }
  void operator()(const ZiekmeldingAccepted& event) {
    auto* accepted = wire_.mutable_ziekmelding_accepted();
    auto* melding = accepted->mutable_ziekmelding();
    SetSleutel(event.melding.sleutel, melding);
    melding->set_bsn(event.melding.bsn.Digits());
    ToWire(event.melding.eerste_ao_dag, melding->mutable_eerste_ao_dag());
    melding->set_no_risk(event.melding.no_risk);
    EncodeMeldingoordeel(toestand_, NummerOf(event.melding.sleutel), accepted->mutable_oordeel());
    ToWire(event.beoordeling_uiterste_dag, accepted->mutable_beoordeling_uiterste_dag());
  }
  void operator()(const HerstelmeldingAccepted& event) {
    auto* accepted = wire_.mutable_herstelmelding_accepted();
    auto* melding = accepted->mutable_herstelmelding();
    SetSleutel(event.melding.sleutel, melding);
    melding->set_verwijst_naar(event.melding.verwijst_naar);
    ToWire(event.melding.hersteld_per, melding->mutable_hersteld_per());
    EncodeMeldingoordeel(toestand_, NummerOf(event.melding.sleutel), accepted->mutable_oordeel());
  }
  void operator()(const ZiekEnHerstelmeldingAccepted& event) {
    auto* accepted = wire_.mutable_ziek_en_herstelmelding_accepted();
    auto* melding = accepted->mutable_ziek_en_herstelmelding();
    SetSleutel(event.melding.sleutel, melding);
    melding->set_bsn(event.melding.bsn.Digits());
    ToWire(event.melding.eerste_ao_dag, melding->mutable_eerste_ao_dag());
    ToWire(event.melding.hersteld_per, melding->mutable_hersteld_per());
    melding->set_no_risk(event.melding.no_risk);
    const Meldingnummer ziek = NummerOf(event.melding.sleutel);
    EncodeMeldingoordeel(toestand_, ziek, accepted->mutable_oordeel_ziek());
    EncodeMeldingoordeel(toestand_, static_cast<Meldingnummer>(static_cast<std::uint32_t>(ziek) + 1),
                         accepted->mutable_oordeel_herstel());
    ToWire(event.beoordeling_uiterste_dag, accepted->mutable_beoordeling_uiterste_dag());
  }
  void operator()(const IntrekkingAccepted& event) {
    auto* accepted = wire_.mutable_intrekking_accepted();
    SetSleutel(event.melding.sleutel, accepted->mutable_intrekking());
    accepted->mutable_intrekking()->set_verwijst_naar(event.melding.verwijst_naar);
    accepted->set_bsn(BsnOf(event.geval));
  }
  void operator()(const BeoordelingExtended& event) {
    auto* extended = wire_.mutable_beoordeling_extended();
    SetVerwijzing(event.geval, extended->mutable_verlenging());
    extended->mutable_verlenging()->set_toelichting(event.toelichting);
    extended->set_bsn(BsnOf(event.geval));
    ToWire(event.uiterste_dag, extended->mutable_uiterste_dag());
  }
  void operator()(const BeoordelingDecided& event) {
    auto* decided = wire_.mutable_beoordeling_decided();
    SetVerwijzing(event.geval, decided->mutable_beslissing());
    decided->mutable_beslissing()->set_uitkomst(ToWire(event.uitkomst));
    decided->set_bsn(BsnOf(event.geval));
    v1::Beoordeling beoordeling;
    EncodeBeoordeling(toestand_.GetGeval(event.geval).beoordeling, &beoordeling);
    decided->set_status(beoordeling.status());
  }
  void operator()(const TermijnVerstreken& event) {
    auto* lapsed = wire_.mutable_termijn_verstreken();
    SetGeval(event.geval, lapsed);
    ToWire(toestand_.GetGeval(event.geval).beoordeling.uiterste_dag, lapsed->mutable_uiterste_dag());
  }
  void operator()(const OpdrachtRefused& event) {
    auto* refused = wire_.mutable_opdracht_refused();
    refused->set_soort(ToWire(event.soort));
    const absl::string_view regel = RegelId(event.regel);
    refused->set_regel(std::string(regel.data(), regel.size()));
  }
  void operator()(const DoorleveringSent& event) {
    auto* sent = wire_.mutable_doorlevering_sent();
    sent->set_bericht_id(DoorleveringId(event.melding));
    sent->set_gemeentecode(event.ontvanger.ToString());
    ToWire(event.uitwisseling, sent->mutable_datum());
    EncodeDoorleveringinhoud(toestand_, event, sent->mutable_inhoud());
  }
  void operator()(const SignaalSent& event) {
    auto* sent = wire_.mutable_signaal_sent();
    sent->set_soort(ToWire(event.soort));
    SetGeval(event.geval, sent);
    sent->set_gemeentecode(event.ontvanger.ToString());
    ToWire(event.uitwisseling, sent->mutable_datum());
    if (event.einde_uitkeringsverhouding.has_value()) {
      ToWire(event.einde_uitkeringsverhouding.value(), sent->mutable_einde_uitkeringsverhouding());
    }
    ToWire(event.einde_arbeidsverhouding, sent->mutable_einde_dienstverband());
    ToWire(event.eerste_ao_dag, sent->mutable_eerste_ao_dag());
  }
  void operator()(const SignaalHeld& event) {
    auto* held = wire_.mutable_signaal_held();
    held->set_soort(ToWire(event.soort));
    SetGeval(event.geval, held);
    ToWire(event.uitwisseling, held->mutable_datum());
    held->set_reden(ToWire(event.reden));
  }
  void operator()(const SignaalLapsed& event) {
    auto* lapsed = wire_.mutable_signaal_lapsed();
    lapsed->set_soort(ToWire(event.soort));
    SetGeval(event.geval, lapsed);
    ToWire(event.uitwisseling, lapsed->mutable_datum());
  }
  void operator()(const BerichtPlaced& event) {
    auto* placed = wire_.mutable_bericht_placed();
    placed->set_bericht_id(BerichtId(event.geval));
    placed->set_gemeentecode(event.ontvanger.ToString());
    ToWire(event.uitwisseling, placed->mutable_datum());
    EncodeBerichtinhoud(toestand_, event, placed->mutable_inhoud());
  }
  void operator()(const RapportageReady& event) {
    EncodeRapportage({event, tijdstip_, std::nullopt},
                     wire_.mutable_rapportage_ready()->mutable_rapportage());
  }
  void operator()(const UitwisselingRun& event) {
    auto* run = wire_.mutable_uitwisseling_run();
    ToWire(event.uitwisseling, run->mutable_datum());
    EncodeTelling(event.telling, run->mutable_telling());
  }
  void operator()(const RapportageConfirmed& event) {
    const RapportageReady& ready = toestand_.rapportages()[event.rapportage].inhoud;
    auto* confirmed = wire_.mutable_rapportage_confirmed();
    confirmed->set_rapportage_id(RapportageId(ready.gemeentecode, ready.uitwisseling));
    confirmed->set_gemeentecode(ready.gemeentecode.ToString());
  }
  void operator()(const DoorleveringConfirmed& event) {
    const DoorleveringSent& sent = toestand_.doorleveringen()[event.doorlevering].inhoud;
    auto* confirmed = wire_.mutable_doorlevering_confirmed();
    confirmed->set_bericht_id(DoorleveringId(sent.melding));
    confirmed->set_gemeentecode(sent.ontvanger.ToString());
  }
  void operator()(const AfnemerSet& event) {
    EncodeAfnemer(event.gemeentecode, {event.wijze, event.adres, event.email},
                  wire_.mutable_afnemer_set()->mutable_afnemer());
  }
  void operator()(const RapportageDelivered& event) {
    auto* delivered = wire_.mutable_rapportage_delivered();
    delivered->set_bericht_id(event.bericht_id);
    delivered->set_gemeentecode(event.gemeentecode.ToString());
    ToWire(event.uitwisseling, delivered->mutable_datum());
    delivered->set_bestandsnaam(event.bestandsnaam);
    delivered->set_sha256(HexOf(event.sha256));
    delivered->set_aantal_rijen(event.aantal_rijen);
  }
  void operator()(const DoorleveringDelivered& event) {
    auto* delivered = wire_.mutable_melding_delivered();
    delivered->set_bericht_id(event.bericht_id);
    delivered->set_gemeentecode(event.gemeentecode.ToString());
    ToWire(event.uitwisseling, delivered->mutable_datum());
    auto* inhoud = delivered->mutable_doorlevering();
    inhoud->set_soort(ToWire(event.soort));
    SetSleutel(event.melding, inhoud);
    inhoud->set_verwijst_naar(event.verwijst_naar);
    inhoud->set_bsn(event.bsn.Digits());
    ToWire(event.datum_ingang, inhoud->mutable_datum_ingang());
  }
  void operator()(const BerichtDelivered& event) {
    auto* delivered = wire_.mutable_melding_delivered();
    delivered->set_bericht_id(event.bericht_id);
    delivered->set_gemeentecode(event.gemeentecode.ToString());
    ToWire(event.uitwisseling, delivered->mutable_datum());
    auto* inhoud = delivered->mutable_bericht();
    inhoud->set_soort(ToWire(event.soort));
    SetSleutel(event.ziekmelding, inhoud);
    inhoud->set_bsn(event.bsn.Digits());
  }
  void operator()(const RollenSet& event) {
    wire_.mutable_rollen_set()->set_aantal(static_cast<std::int32_t>(event.aantal));
  }
  void operator()(const RolSet& event) { EncodeRol(event.rol, wire_.mutable_rol_set()->mutable_rol()); }
  void operator()(const LksLookedUp& event) {
    auto* looked_up = wire_.mutable_lks_looked_up();
    looked_up->set_gemeentecode(event.gemeentecode.ToString());
    looked_up->set_bsn(event.bsn.Digits());
    ToWire(event.van, looked_up->mutable_datum_van());
    ToWire(event.tot, looked_up->mutable_datum_tot());
    looked_up->set_antwoord(static_cast<v1::LksAntwoord>(static_cast<int>(event.antwoord) + 1));
    looked_up->set_aantal_perioden(static_cast<std::int32_t>(event.aantal_perioden));
    looked_up->set_reden(event.reden);
  }
  void operator()(const DoorleveringHeld& event) { SetWachtend(event, wire_.mutable_doorlevering_held()); }
  void operator()(const DoorleveringLapsed& event) {
    SetWachtend(event, wire_.mutable_doorlevering_lapsed());
  }
  void operator()(const LeveringAcknowledged& event) {
    auto* acknowledged = wire_.mutable_levering_acknowledged();
    SetLevering(event, acknowledged);
    acknowledged->set_herhaald(event.herhaald);
  }
  void operator()(const LeveringFailed& event) {
    auto* failed = wire_.mutable_levering_failed();
    SetLevering(event, failed);
    failed->set_geweigerd(event.geweigerd);
    failed->set_reden(event.reden);
  }
  void operator()(const ClockModeSet& event) {
    constexpr double kDuizendsten = 1'000;
    auto* set = wire_.mutable_clock_mode_set();
    set->set_mode(event.factor_duizendsten == 0 ? v1::CLOCK_MODE_STEPPED : v1::CLOCK_MODE_RUNNING);
    set->set_factor(event.factor_duizendsten / kDuizendsten);
  }
  void operator()(const NotificatieSent& event) { SetRapportage(event, wire_.mutable_notificatie_sent()); }
  void operator()(const NotificatieFailed& event) {
    SetRapportage(event, wire_.mutable_notificatie_failed());
    wire_.mutable_notificatie_failed()->set_reden(event.reden);
  }
  void operator()(const StoringCreated& event) {
    EncodeStoring(event.storing, 0, wire_.mutable_storing_created()->mutable_storing());
  }
  void operator()(const StoringDeleted& event) {
    wire_.mutable_storing_deleted()->set_storing_id(StoringId(event.nummer));
  }
  void operator()(const StoringHit& event) {
    wire_.mutable_storing_hit()->set_storing_id(StoringId(event.nummer));
    wire_.mutable_storing_hit()->set_aanroep(static_cast<std::int64_t>(event.aanroep));
  }

 private:
  template <typename Event, typename Wire>
  void SetWachtend(const Event& event, Wire* wire) const {
    wire->set_bericht_id(DoorleveringId(event.melding));
    SetGeval(event.geval, wire);
    ToWire(event.uitwisseling, wire->mutable_datum());
  }

  template <typename Event, typename Wire>
  void SetLevering(const Event& event, Wire* wire) const {
    wire->set_soort(ToWire(event.soort));
    wire->set_bericht_id(LeveringId(toestand_, event.soort, event.nummer));
    wire->set_gemeentecode(event.gemeentecode.ToString());
  }

  template <typename Event, typename Wire>
  void SetRapportage(const Event& event, Wire* wire) const {
    const RapportageReady& ready = toestand_.rapportages()[event.rapportage].inhoud;
    wire->set_rapportage_id(RapportageId(ready.gemeentecode, ready.uitwisseling));
    wire->set_gemeentecode(ready.gemeentecode.ToString());
  }

  std::string BsnOf(Gevalnummer nummer) const {
    return toestand_.GetPersoon(toestand_.GetGeval(nummer).persoon).bsn.Digits();
  }

  Meldingnummer NummerOf(const Meldingsleutel& sleutel) const {
    return *toestand_.meldingen().Find(sleutel.loonheffingennummer, sleutel.kenmerk);
  }

  template <typename Wire>
  void SetSleutel(const Meldingsleutel& sleutel, Wire* wire) const {
    wire->set_loonheffingennummer(sleutel.loonheffingennummer.ToString());
    wire->set_kenmerk(sleutel.kenmerk);
  }

  // Names the case by its ziekmelding.
  template <typename Wire>
  void SetGeval(Gevalnummer nummer, Wire* wire) const {
    const Melding& ziekmelding = toestand_.meldingen().Get(toestand_.GetGeval(nummer).ziekmelding);
    wire->set_loonheffingennummer(ziekmelding.loonheffingennummer.ToString());
    wire->set_kenmerk(std::string(ziekmelding.kenmerk.data(), ziekmelding.kenmerk.size()));
    wire->set_bsn(BsnOf(nummer));
  }

  // Likewise where the contract calls the kenmerk verwijst_naar.
  template <typename Wire>
  void SetVerwijzing(Gevalnummer nummer, Wire* wire) const {
    const Melding& ziekmelding = toestand_.meldingen().Get(toestand_.GetGeval(nummer).ziekmelding);
    wire->set_loonheffingennummer(ziekmelding.loonheffingennummer.ToString());
    wire->set_verwijst_naar(std::string(ziekmelding.kenmerk.data(), ziekmelding.kenmerk.size()));
  }

  const Toestand& toestand_;
  Tijdstip tijdstip_;
  v1::Gebeurtenis& wire_;
};

// The kinds of the contract run like the alternatives of the variant, from 3 on; of the two deliveries of a
// melding the contract makes one, so that what comes after them is one lower.
constexpr int kFirstSoort = v1::GEBEURTENISSOORT_OMGEVING_CREATED;
static_assert(kFirstSoort + std::variant_size_v<Gebeurtenis> - 2 == v1::GEBEURTENISSOORT_STORING_HIT);

}  // namespace

void EncodeGebeurtenis(const Toestand& toestand, std::int64_t volgnummer, Tijdstip tijdstip,
                       const Gebeurtenis& gebeurtenis, v1::Gebeurtenis* wire) {
  wire->set_volgnummer(volgnummer);
  ToWire(tijdstip, wire->mutable_tijdstip());
  std::visit(Encoder(toestand, tijdstip, wire), gebeurtenis);
}

v1::Gebeurtenissoort SoortOfGebeurtenis(const Gebeurtenis& gebeurtenis) {
  const int soort = kFirstSoort + static_cast<int>(gebeurtenis.index());
  return static_cast<v1::Gebeurtenissoort>(soort > v1::GEBEURTENISSOORT_MELDING_DELIVERED ? soort - 1
                                                                                          : soort);
}

Betrokkene BetrokkeneOf(const Toestand& toestand, const Gebeurtenis& gebeurtenis) {
  const auto about_geval = [&toestand](Gevalnummer nummer) {
    return Betrokkene{toestand.GetPersoon(toestand.GetGeval(nummer).persoon).bsn, nummer};
  };
  const auto about_sleutel = [&](const Meldingsleutel& sleutel) {
    const auto melding = toestand.meldingen().Find(sleutel.loonheffingennummer, sleutel.kenmerk);
    return about_geval(toestand.meldingen().Get(*melding).geval);
  };
  return std::visit(
      [&](const auto& event) -> Betrokkene {
        if constexpr (requires { event.geval; }) {
          return about_geval(event.geval);
        } else if constexpr (requires { event.doorlevering; }) {
          return about_geval(toestand.doorleveringen()[event.doorlevering].inhoud.geval);
        } else if constexpr (requires {
                               event.nummer;
                               event.soort;
                             }) {
          if (event.soort == Leveringsoort::kDoorlevering) {
            return about_geval(toestand.doorleveringen()[event.nummer].inhoud.geval);
          }
          if (event.soort == Leveringsoort::kBericht) {
            return about_geval(toestand.berichten()[event.nummer].geval);
          }
          return {};
        } else if constexpr (requires { event.melding.sleutel; }) {
          return about_sleutel(event.melding.sleutel);
        } else if constexpr (requires { event.bsn; }) {
          return {event.bsn, std::nullopt};
        } else if constexpr (requires { event.registratie.bsn; }) {
          return {event.registratie.bsn, std::nullopt};
        } else if constexpr (requires { event.einde.bsn; }) {
          return {event.einde.bsn, std::nullopt};
        } else if constexpr (requires { event.woonplaats.bsn; }) {
          return {event.woonplaats.bsn, std::nullopt};
        } else if constexpr (requires { event.dienstverband.bsn; }) {
          return {event.dienstverband.bsn, std::nullopt};
        } else if constexpr (requires { event.periode.bsn; }) {
          return {event.periode.bsn, std::nullopt};
        } else {
          return {};
        }
      },
      gebeurtenis);
}

}  // namespace ketenproef
