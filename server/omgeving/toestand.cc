#include "server/omgeving/toestand.h"

#include <algorithm>
#include <utility>

#include "server/rules/registratie.h"

namespace ketenproef {

void Toestand::Apply(std::int64_t volgnummer, Tijdstip tijdstip, const Gebeurtenis& gebeurtenis) {
  volgnummer_ = volgnummer;
  tijdstip_ = tijdstip;
  std::visit([this](const auto& event) { On(event); }, gebeurtenis);
}

const Persoon* Toestand::FindPersoon(Bsn bsn) const {
  const auto found = personen_by_bsn_.find(bsn);
  return found == personen_by_bsn_.end() ? nullptr : &GetPersoon(found->second);
}

Dossier Toestand::DossierOf(const Persoon* persoon) const {
  Dossier dossier;
  dossier.persoon = persoon;
  if (persoon == nullptr) return dossier;
  for (const std::uint32_t nummer : persoon->gevallen) dossier.gevallen.push_back(&gevallen_[nummer]);
  return dossier;
}

const Dienstverband& Toestand::DienstverbandOf(const Ziektegeval& geval) const {
  return GetPersoon(geval.persoon).dienstverbanden[geval.dienstverband];
}

GenoemdGeval Toestand::FindGeval(Loonheffingennummer loonheffingennummer, absl::string_view kenmerk) const {
  const auto nummer = meldingen_.Find(loonheffingennummer, kenmerk);
  if (!nummer.has_value()) return {};
  const Melding& melding = meldingen_.Get(*nummer);
  if (melding.soort != Opdrachtsoort::kZiekmelding && melding.soort != Opdrachtsoort::kZiekEnHerstelmelding) {
    return {};
  }
  const Ziektegeval& geval = GetGeval(melding.geval);
  return {melding.geval, &geval, &DienstverbandOf(geval)};
}

std::optional<std::size_t> Toestand::FindRapportage(Gemeentecode gemeentecode, Dag uitwisseling) const {
  const auto found = rapportages_by_gemeente_.find({gemeentecode, uitwisseling});
  if (found == rapportages_by_gemeente_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::size_t> Toestand::FindDoorlevering(Meldingnummer melding) const {
  const auto found = doorleveringen_by_melding_.find(melding);
  if (found == doorleveringen_by_melding_.end()) return std::nullopt;
  return found->second;
}

std::vector<Gevalnummer> Toestand::TeBeoordelenOn(Dag uitwisseling) const {
  std::vector<Gevalnummer> gevallen = te_beoordelen_;
  einden_.CollectUpTo(uitwisseling, &gevallen);
  for (const auto& [geval, aanhouding] : aanhoudingen_) gevallen.push_back(geval);
  std::sort(gevallen.begin(), gevallen.end());
  gevallen.erase(std::unique(gevallen.begin(), gevallen.end()), gevallen.end());
  return gevallen;
}

Afnemer Toestand::AfnemerOf(Gemeentecode gemeentecode) const {
  const auto found = afnemers_.find(gemeentecode);
  return found == afnemers_.end() ? Afnemer{} : found->second;
}

Bestemming Toestand::BestemmingOf(Gemeentecode gemeentecode) const {
  const Rol rol = rollen_.RolOf(gemeentecode);
  const auto afnemer = afnemers_.find(gemeentecode);
  if (rol.modus == Rolmodus::kAbsent) return {};
  if (afnemer == afnemers_.end()) {
    if (rol.adres.empty()) return {};
    return {Bestemming::Soort::kEndpoint, rol.adres};
  }
  if (afnemer->second.wijze == Ontvangstwijze::kOphalen) return {};
  if (!afnemer->second.adres.empty()) return {Bestemming::Soort::kEndpoint, afnemer->second.adres};
  if (rol.modus == Rolmodus::kSim) return {Bestemming::Soort::kZelf, ""};
  return {Bestemming::Soort::kEndpoint, rol.adres};
}

void Toestand::Owe(Gemeentecode gemeentecode, Leveringsoort soort, std::size_t nummer,
                   std::optional<Gevalnummer> geval) {
  if (BestemmingOf(gemeentecode).soort == Bestemming::Soort::kOphalen) return;
  leveringen_.Add(gemeentecode, {soort, static_cast<std::uint32_t>(nummer), geval, 0, false, ""});
}

bool Toestand::HasReceived(Gemeentecode gemeentecode, const std::string& bericht_id) const {
  return ontvangen_.contains(std::make_pair(gemeentecode, bericht_id));
}

Persoonnummer Toestand::PersoonFor(Bsn bsn) {
  const auto [it, inserted] = personen_by_bsn_.try_emplace(bsn, static_cast<Persoonnummer>(personen_.size()));
  if (inserted) personen_.emplace_back(bsn);
  return it->second;
}

void Toestand::Touch(Gevalnummer nummer) {
  const Ziektegeval& geval = GetGeval(nummer);
  if (geval.beoordeling.uitkomst != Uitkomst::kToekenning) return;
  te_beoordelen_.push_back(nummer);
}

void Toestand::TouchAll(const Persoon& persoon) {
  for (const std::uint32_t nummer : persoon.gevallen) Touch(static_cast<Gevalnummer>(nummer));
}

void Toestand::On(const OmgevingCreated& event) {
  instellingen_ = event;
}

void Toestand::On(const DoelgroepregistratieRegistered& event) {
  Persoon& persoon = Get(PersoonFor(event.registratie.bsn));
  persoon.doelgroepregistraties.push_back(event.registratie.registratie);
  TouchAll(persoon);
  Count(Opdrachtsoort::kDoelgroepregistratie);
}

void Toestand::On(const DoelgroepregistratieEnded& event) {
  Persoon& persoon = Get(PersoonFor(event.einde.bsn));
  persoon.doelgroepregistraties[*OpenDoelgroepregistratie(persoon)].tot = event.einde.tot;
  TouchAll(persoon);
  Count(Opdrachtsoort::kEindeDoelgroepregistratie);
}

void Toestand::On(const WoonplaatsRegistered& event) {
  Get(PersoonFor(event.woonplaats.bsn)).woonplaatsen.push_back(event.woonplaats.woonplaats);
  // No Touch: a woonplaats decides where a signal goes, and one that waits for it is looked at every day.
  Count(Opdrachtsoort::kWoonplaats);
}

void Toestand::On(const DienstverbandRegistered& event) {
  Get(PersoonFor(event.dienstverband.bsn)).dienstverbanden.push_back(event.dienstverband.dienstverband);
  Count(Opdrachtsoort::kDienstverband);
}

void Toestand::On(const DienstverbandEnded& event) {
  Persoon& persoon = Get(PersoonFor(event.einde.bsn));
  const std::size_t index = *OpenDienstverband(persoon, event.einde.loonheffingennummer);
  persoon.dienstverbanden[index].tot = event.einde.tot;
  for (const std::uint32_t nummer : persoon.gevallen) {
    const Ziektegeval& geval = gevallen_[nummer];
    if (geval.dienstverband != index || geval.beoordeling.uitkomst != Uitkomst::kToekenning) continue;
    einden_.Add(event.einde.tot + Dagen(1), static_cast<Gevalnummer>(nummer));
  }
  Count(Opdrachtsoort::kEindeDienstverband);
}

void Toestand::On(const LksPeriodeRegistered& event) {
  Persoon& persoon = Get(PersoonFor(event.periode.bsn));
  persoon.lks_perioden.push_back(event.periode.periode);
  TouchAll(persoon);
  Count(Opdrachtsoort::kLksPeriode);
}

void Toestand::On(const LksPeriodeEnded& event) {
  Persoon& persoon = Get(PersoonFor(event.einde.bsn));
  persoon.lks_perioden[*OpenLksPeriode(persoon)].tot = event.einde.tot;
  TouchAll(persoon);
  Count(Opdrachtsoort::kEindeLksPeriode);
}

Gevalnummer Toestand::AddGeval(const NieuwGeval& nieuw) {
  const auto nummer = static_cast<Gevalnummer>(gevallen_.size());
  const Persoonnummer persoonnummer = PersoonFor(nieuw.bsn);
  Persoon& persoon = Get(persoonnummer);
  Ziektegeval& geval = gevallen_.emplace_back();
  geval.persoon = persoonnummer;
  // ZM-02 held when the event was decided, so a dienstverband is there.
  geval.dienstverband = static_cast<std::uint32_t>(
      *DienstverbandOn(persoon, nieuw.sleutel.loonheffingennummer, nieuw.eerste_ao_dag));
  geval.eerste_ao_dag = nieuw.eerste_ao_dag;
  geval.ontvangen_op = nieuw.ontvangen_op;
  geval.no_risk = nieuw.no_risk;
  geval.beoordeling.uiterste_dag = nieuw.beoordeling_uiterste_dag;
  geval.ziekmelding = AddMelding(nieuw.sleutel, nieuw.soort, nummer, nieuw.ontvangen_op, nieuw.oordeel);
  persoon.gevallen.push_back(static_cast<std::uint32_t>(nummer));
  termijnen_.Add(nieuw.beoordeling_uiterste_dag + Dagen(1), nummer);
  return nummer;
}

Meldingnummer Toestand::AddMelding(const Meldingsleutel& sleutel, Opdrachtsoort soort, Gevalnummer geval,
                                   Dag ontvangen_op, const Meldingoordeel& oordeel) {
  const Meldingnummer nummer = meldingen_.Add({sleutel.loonheffingennummer, sleutel.kenmerk, volgnummer_,
                                               geval, ontvangen_op, oordeel, soort, false});
  door_te_leveren_.push_back(nummer);
  Count(soort);
  return nummer;
}

void Toestand::On(const ZiekmeldingAccepted& event) {
  const SubmitZiekmelding& melding = event.melding;
  AddGeval({melding.sleutel, Opdrachtsoort::kZiekmelding, melding.bsn, melding.eerste_ao_dag, melding.no_risk,
            event.ontvangen_op, event.oordeel, event.beoordeling_uiterste_dag});
}

void Toestand::On(const HerstelmeldingAccepted& event) {
  Ziektegeval& geval = Get(event.geval);
  geval.hersteld_per = event.melding.hersteld_per;
  geval.herstelmelding = AddMelding(event.melding.sleutel, Opdrachtsoort::kHerstelmelding, event.geval,
                                    event.ontvangen_op, event.oordeel);
  Touch(event.geval);
}

void Toestand::On(const ZiekEnHerstelmeldingAccepted& event) {
  const SubmitZiekEnHerstelmelding& melding = event.melding;
  const Gevalnummer nummer =
      AddGeval({melding.sleutel, Opdrachtsoort::kZiekEnHerstelmelding, melding.bsn, melding.eerste_ao_dag,
                melding.no_risk, event.ontvangen_op, event.oordeel_ziek, event.beoordeling_uiterste_dag});
  const Meldingnummer herstel = meldingen_.Add({melding.sleutel.loonheffingennummer,
                                                {},
                                                volgnummer_,
                                                nummer,
                                                event.ontvangen_op,
                                                event.oordeel_herstel,
                                                Opdrachtsoort::kZiekEnHerstelmelding,
                                                true});
  door_te_leveren_.push_back(herstel);
  Ziektegeval& geval = Get(nummer);
  geval.hersteld_per = melding.hersteld_per;
  geval.herstelmelding = herstel;
}

void Toestand::On(const IntrekkingAccepted& event) {
  Get(event.geval).ingetrokken = true;
  AddMelding(event.melding.sleutel, Opdrachtsoort::kIntrekking, event.geval, event.ontvangen_op, {});
  Touch(event.geval);
}

void Toestand::On(const BeoordelingExtended& event) {
  Beoordeling& beoordeling = Get(event.geval).beoordeling;
  beoordeling.verlengd = true;
  beoordeling.uiterste_dag = event.uiterste_dag;
  termijnen_.Add(event.uiterste_dag + Dagen(1), event.geval);
  Count(Opdrachtsoort::kVerlenging);
}

void Toestand::On(const BeoordelingDecided& event) {
  Ziektegeval& geval = Get(event.geval);
  geval.beoordeling.uitkomst = event.uitkomst;
  geval.beoordeling.besloten_op = event.besloten_op;
  geval.beoordeling.besloten_tijdstip = tijdstip_;
  const OptionalDag einde = DienstverbandOf(geval).tot;
  if (event.uitkomst == Uitkomst::kToekenning && einde.has_value()) {
    einden_.Add(einde.value() + Dagen(1), event.geval);
  }
  Count(Opdrachtsoort::kBeslissing);
}

void Toestand::On(const TermijnVerstreken& event) {
  Get(event.geval).beoordeling.verstreken = true;
}

void Toestand::On(const OpdrachtRefused& event) {
  ++tellers_.geweigerd[static_cast<std::size_t>(event.soort)];
  ++tellers_.geweigerd_onder[static_cast<std::size_t>(event.regel)];
}

void Toestand::On(const DoorleveringSent& event) {
  if (event.soort == Doorleveringsoort::kZiek) Get(event.geval).doorgeleverd_voor = event.verlener;
  Owe(event.ontvanger, Leveringsoort::kDoorlevering, doorleveringen_.size(), event.geval);
  doorleveringen_by_melding_[event.melding] = static_cast<std::uint32_t>(doorleveringen_.size());
  doorleveringen_.push_back({event, std::nullopt});
  aangehouden_meldingen_.erase(event.melding);
}

void Toestand::On(const SignaalSent& event) {
  Signaal& signaal = Get(event.geval).signaal;
  if (event.soort == Signaalsoort::kEerste) {
    signaal.verzonden_op = event.uitwisseling;
    signaal.eerste_ao_dag = event.eerste_ao_dag;
    signaal.ontvanger = event.ontvanger;
    signaal.met_einde_uitkering = event.einde_uitkeringsverhouding.has_value();
  } else {
    signaal.vervolg_op = event.uitwisseling;
  }
  aanhoudingen_.erase(event.geval);
}

void Toestand::On(const SignaalHeld& event) {
  aanhoudingen_[event.geval] = {event.soort, event.reden};
}

void Toestand::On(const SignaalLapsed& event) {
  aanhoudingen_.erase(event.geval);
}

void Toestand::On(const BerichtPlaced& event) {
  Signaal& signaal = Get(event.geval).signaal;
  signaal.bericht = event.soort;
  signaal.bericht_op = event.uitwisseling;
  Owe(event.ontvanger, Leveringsoort::kBericht, berichten_.size(), event.geval);
  berichten_.push_back(event);
}

void Toestand::On(const RapportageReady& event) {
  Owe(event.gemeentecode, Leveringsoort::kRapportage, rapportages_.size(), std::nullopt);
  const std::string email = AfnemerOf(event.gemeentecode).email;
  if (!email.empty()) te_notificeren_[static_cast<std::uint32_t>(rapportages_.size())] = {email, ""};
  rapportages_by_gemeente_[{event.gemeentecode, event.uitwisseling}] = rapportages_.size();
  rapportages_.push_back({event, tijdstip_, std::nullopt});
}

void Toestand::On(const UitwisselingRun& event) {
  te_beoordelen_.clear();
  door_te_leveren_.clear();
  einden_.RemoveUpTo(event.uitwisseling);
}

void Toestand::On(const RapportageConfirmed& event) {
  Rapportage& rapportage = rapportages_[event.rapportage];
  rapportage.bevestigd = tijdstip_;
  leveringen_.Remove(rapportage.inhoud.gemeentecode, Leveringsoort::kRapportage, event.rapportage);
}

void Toestand::On(const DoorleveringConfirmed& event) {
  Doorlevering& doorlevering = doorleveringen_[event.doorlevering];
  doorlevering.bevestigd = tijdstip_;
  leveringen_.Remove(doorlevering.inhoud.ontvanger, Leveringsoort::kDoorlevering, event.doorlevering);
}

void Toestand::On(const AfnemerSet& event) {
  afnemers_[event.gemeentecode] = {event.wijze, event.adres, event.email};
}

void Toestand::On(const RapportageDelivered& event) {
  ontvangen_.emplace(event.gemeentecode, event.bericht_id);
}

void Toestand::On(const DoorleveringDelivered& event) {
  ontvangen_.emplace(event.gemeentecode, event.bericht_id);
}

void Toestand::On(const BerichtDelivered& event) {
  ontvangen_.emplace(event.gemeentecode, event.bericht_id);
}

void Toestand::On(const RollenSet& /*event*/) {
  rollen_.Clear();
}

void Toestand::On(const RolSet& event) {
  rollen_.Set(event.rol);
}

void Toestand::On(const LksLookedUp& /*event*/) {
  // What came of the answer stands in the events of the exchange.
}

void Toestand::On(const DoorleveringHeld& event) {
  aangehouden_meldingen_.insert(event.melding);
}

void Toestand::On(const DoorleveringLapsed& event) {
  aangehouden_meldingen_.erase(event.melding);
}

void Toestand::On(const LeveringAcknowledged& event) {
  leveringen_.Remove(event.gemeentecode, event.soort, event.nummer);
  if (event.soort == Leveringsoort::kRapportage && !rapportages_[event.nummer].bevestigd.has_value()) {
    rapportages_[event.nummer].bevestigd = tijdstip_;
  }
  if (event.soort == Leveringsoort::kDoorlevering && !doorleveringen_[event.nummer].bevestigd.has_value()) {
    doorleveringen_[event.nummer].bevestigd = tijdstip_;
  }
}

void Toestand::On(const LeveringFailed& event) {
  constexpr std::int64_t kHerhalingNaSeconds = 3'600;
  if (!event.geweigerd && !event.in_herhaling) {
    herhaling_ = Tijdstip::FromUnixNanos(tijdstip_.unix_nanos() + kHerhalingNaSeconds * 1'000'000'000);
  }
  Levering* levering = leveringen_.Find(event.gemeentecode, event.soort, event.nummer);
  if (levering == nullptr) return;
  ++levering->pogingen;
  levering->geweigerd = event.geweigerd;
  levering->reden = event.reden;
}

void Toestand::On(const ClockModeSet& event) {
  klokfactor_duizendsten_ = event.factor_duizendsten;
}

void Toestand::On(const NotificatieSent& event) {
  te_notificeren_.erase(event.rapportage);
}

void Toestand::On(const NotificatieFailed& event) {
  const auto found = te_notificeren_.find(event.rapportage);
  if (found != te_notificeren_.end()) found->second.reden = event.reden;
}

void Toestand::On(const StoringCreated& event) {
  storingen_.Create(event.storing);
}

void Toestand::On(const StoringDeleted& event) {
  storingen_.Delete(event.nummer);
}

void Toestand::On(const StoringHit& event) {
  storingen_.Apply(event);
}

}  // namespace ketenproef
