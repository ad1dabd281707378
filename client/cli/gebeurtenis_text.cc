#include "client/cli/gebeurtenis_text.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/time.h"
#include "client/cli/message_text.h"
#include "client/lib/datum.h"

namespace ketenproef {
namespace {

using client::FormatDatum;

std::string DagenText(absl::civil_diff_t dagen) {
  return dagen == 1 ? "1 dag" : absl::StrCat(dagen, " dagen");
}

// `vanaf D`, with its last day where it has one.
template <typename Periode>
std::string PeriodeText(const Periode& periode) {
  std::string text = absl::StrCat("vanaf ", FormatDatum(periode.datum_van()));
  if (periode.has_datum_tot()) absl::StrAppend(&text, " tot en met ", FormatDatum(periode.datum_tot()));
  return text;
}

template <typename Einde>
std::string LaatsteDagText(const Einde& einde) {
  return absl::StrCat("laatste dag ", FormatDatum(einde.datum_tot()));
}

std::string WoonplaatsText(const v1::Woonplaats& woonplaats) {
  const std::string waar =
      woonplaats.gemeentecode().empty() ? "onbekend" : absl::StrCat("gemeente ", woonplaats.gemeentecode());
  return absl::StrCat("Woonplaats: ", waar, " vanaf ", FormatDatum(woonplaats.datum_van()));
}

std::string LksText(const v1::LksPeriode& lks) {
  return absl::StrCat("Loonkostensubsidie van gemeente ", lks.gemeentecode(), " ", PeriodeText(lks),
                      ", loonwaarde ", lks.loonwaarde(), "%", lks.forfaitair() ? " (forfaitair)" : "");
}

std::string DoorleveringText(const v1::Doorleveringinhoud& inhoud, const std::string& gemeentecode) {
  const std::string soort = inhoud.soort() == v1::DOORLEVERINGSOORT_ZIEK      ? "Ziekmelding"
                            : inhoud.soort() == v1::DOORLEVERINGSOORT_HERSTEL ? "Herstelmelding"
                                                                              : "Intrekking";
  return absl::StrCat(soort, " ", inhoud.kenmerk(), " doorgeleverd aan gemeente ", gemeentecode);
}

std::string BerichtText(const v1::Berichtinhoud& inhoud, const std::string& gemeentecode) {
  const std::string waarom = inhoud.soort() == v1::BERICHTSOORT_INGETROKKEN
                                 ? "de ziekmelding is ingetrokken"
                                 : "hersteld voor het einde van het dienstverband";
  return absl::StrCat("Bericht aan gemeente ", gemeentecode, ": ", waarom);
}

std::string SignaalText(v1::Signaalsoort soort) {
  return soort == v1::SIGNAALSOORT_VERVOLG ? "Vervolgsignaal" : "Signaal";
}

std::string HeldText(const v1::SignaalHeld& held) {
  const bool no_home = held.reden() == v1::AANHOUDREDEN_ONBESTELBAAR;
  return absl::StrCat(SignaalText(held.soort()),
                      " aangehouden: ", no_home ? "geen woonplaats bekend" : "het DKD is niet beschikbaar");
}

// Of the registers.
std::string RegisterTitle(const v1::Gebeurtenis& g) {
  switch (g.inhoud_case()) {
    case v1::Gebeurtenis::kDoelgroepregistratieRegistered:
      return absl::StrCat("Inschrijving in het doelgroepregister ",
                          PeriodeText(g.doelgroepregistratie_registered().doelgroepregistratie()));
    case v1::Gebeurtenis::kDoelgroepregistratieEnded:
      return absl::StrCat("Einde inschrijving in het doelgroepregister: ",
                          LaatsteDagText(g.doelgroepregistratie_ended().einde_doelgroepregistratie()));
    case v1::Gebeurtenis::kWoonplaatsRegistered:
      return WoonplaatsText(g.woonplaats_registered().woonplaats());
    case v1::Gebeurtenis::kDienstverbandRegistered: {
      const v1::Dienstverband& dienstverband = g.dienstverband_registered().dienstverband();
      return absl::StrCat("Dienstverband bij ", dienstverband.loonheffingennummer(), " ",
                          PeriodeText(dienstverband));
    }
    case v1::Gebeurtenis::kDienstverbandEnded: {
      const v1::EindeDienstverband& einde = g.dienstverband_ended().einde_dienstverband();
      return absl::StrCat("Einde dienstverband bij ", einde.loonheffingennummer(), ": ",
                          LaatsteDagText(einde));
    }
    case v1::Gebeurtenis::kLksPeriodeRegistered:
      return LksText(g.lks_periode_registered().lks_periode());
    case v1::Gebeurtenis::kLksPeriodeEnded:
      return absl::StrCat("Einde loonkostensubsidie: ",
                          LaatsteDagText(g.lks_periode_ended().einde_lks_periode()));
    default:
      return "";
  }
}

// Of what employers report and UWV decides.
std::string MeldingTitle(const v1::Gebeurtenis& g) {
  switch (g.inhoud_case()) {
    case v1::Gebeurtenis::kZiekmeldingAccepted: {
      const v1::Ziekmelding& melding = g.ziekmelding_accepted().ziekmelding();
      return absl::StrCat("Ziekmelding ", melding.kenmerk(), ": ziek vanaf ",
                          FormatDatum(melding.eerste_ao_dag()));
    }
    case v1::Gebeurtenis::kHerstelmeldingAccepted: {
      const v1::Herstelmelding& melding = g.herstelmelding_accepted().herstelmelding();
      return absl::StrCat("Herstelmelding ", melding.kenmerk(), ": hersteld per ",
                          FormatDatum(melding.hersteld_per()));
    }
    case v1::Gebeurtenis::kZiekEnHerstelmeldingAccepted: {
      const v1::ZiekEnHerstelmelding& melding = g.ziek_en_herstelmelding_accepted().ziek_en_herstelmelding();
      return absl::StrCat("Ziek- en herstelmelding ", melding.kenmerk(), ": ziek vanaf ",
                          FormatDatum(melding.eerste_ao_dag()), ", hersteld per ",
                          FormatDatum(melding.hersteld_per()));
    }
    case v1::Gebeurtenis::kIntrekkingAccepted:
      return absl::StrCat("Ziekmelding ", g.intrekking_accepted().intrekking().verwijst_naar(),
                          " ingetrokken");
    case v1::Gebeurtenis::kBeoordelingExtended:
      return "Beoordeling met vier weken verlengd";
    case v1::Gebeurtenis::kBeoordelingDecided:
      return absl::StrCat("Beslissing van UWV: ", TextAt(g.beoordeling_decided(), "beslissing.uitkomst"));
    case v1::Gebeurtenis::kTermijnVerstreken:
      return "Termijn van de beoordeling verstreken zonder beslissing";
    case v1::Gebeurtenis::kOpdrachtRefused:
      return absl::StrCat("Geweigerd: ", TextAt(g.opdracht_refused(), "soort"), " (",
                          g.opdracht_refused().regel(), ")");
    default:
      return "";
  }
}

// Of what the Inlichtingenbureau passes on and gemeenten confirm.
std::string UitwisselingTitle(const v1::Gebeurtenis& g) {
  switch (g.inhoud_case()) {
    case v1::Gebeurtenis::kDoorleveringSent:
      return DoorleveringText(g.doorlevering_sent().inhoud(), g.doorlevering_sent().gemeentecode());
    case v1::Gebeurtenis::kSignaalSent:
      return absl::StrCat(SignaalText(g.signaal_sent().soort()), " aan gemeente ",
                          g.signaal_sent().gemeentecode());
    case v1::Gebeurtenis::kSignaalHeld:
      return HeldText(g.signaal_held());
    case v1::Gebeurtenis::kSignaalLapsed:
      return absl::StrCat(SignaalText(g.signaal_lapsed().soort()), " vervallen");
    case v1::Gebeurtenis::kBerichtPlaced:
      return BerichtText(g.bericht_placed().inhoud(), g.bericht_placed().gemeentecode());
    case v1::Gebeurtenis::kRapportageReady:
      return absl::StrCat("Rapportage klaargezet: ", g.rapportage_ready().rapportage().bestandsnaam());
    case v1::Gebeurtenis::kUitwisselingRun: {
      const v1::Uitwisselingstelling& telling = g.uitwisseling_run().telling();
      return absl::StrCat("Uitwisseling: ", telling.signalen(), " signalen, ", telling.doorleveringen(),
                          " doorleveringen, ", telling.berichten(), " berichten, ", telling.aangehouden(),
                          " aangehouden");
    }
    case v1::Gebeurtenis::kRapportageConfirmed:
      return absl::StrCat("Gemeente ", g.rapportage_confirmed().gemeentecode(),
                          " heeft de rapportage bevestigd");
    case v1::Gebeurtenis::kDoorleveringConfirmed:
      return absl::StrCat("Gemeente ", g.doorlevering_confirmed().gemeentecode(),
                          " heeft de doorlevering bevestigd");
    case v1::Gebeurtenis::kAfnemerSet:
      return absl::StrCat("Gemeente ", g.afnemer_set().afnemer().gemeentecode(),
                          " ontvangt voortaan: ", TextAt(g.afnemer_set(), "afnemer.leverwijze"));
    case v1::Gebeurtenis::kRapportageDelivered:
      return absl::StrCat("Gemeente ", g.rapportage_delivered().gemeentecode(),
                          " heeft de rapportage ontvangen");
    case v1::Gebeurtenis::kMeldingDelivered:
      return absl::StrCat("Gemeente ", g.melding_delivered().gemeentecode(), " heeft ",
                          g.melding_delivered().has_bericht() ? "het bericht" : "de melding", " ontvangen");
    default:
      return "";
  }
}

std::string LksAntwoordText(const v1::LksLookedUp& looked_up) {
  switch (looked_up.antwoord()) {
    case v1::LKS_ANTWOORD_GEVONDEN:
      return absl::StrCat(looked_up.aantal_perioden(), " gevonden");
    case v1::LKS_ANTWOORD_NIETS_GEVONDEN:
      return "niets gevonden";
    default:
      return absl::StrCat("niet beschikbaar", looked_up.reden().empty() ? "" : ": ", looked_up.reden());
  }
}

// Of what goes to systems outside the simulator.
std::string BuitenTitle(const v1::Gebeurtenis& g) {
  switch (g.inhoud_case()) {
    case v1::Gebeurtenis::kLksLookedUp:
      return absl::StrCat("DKD-vraag aan gemeente ", g.lks_looked_up().gemeentecode(), ": ",
                          LksAntwoordText(g.lks_looked_up()));
    case v1::Gebeurtenis::kDoorleveringHeld:
      return absl::StrCat("Doorlevering ", g.doorlevering_held().bericht_id(),
                          " aangehouden: het DKD is niet beschikbaar");
    case v1::Gebeurtenis::kDoorleveringLapsed:
      return absl::StrCat("Doorlevering ", g.doorlevering_lapsed().bericht_id(), " vervallen");
    case v1::Gebeurtenis::kLeveringAcknowledged:
      return absl::StrCat("Gemeente ", g.levering_acknowledged().gemeentecode(), " heeft ",
                          g.levering_acknowledged().bericht_id(), " overgenomen",
                          g.levering_acknowledged().herhaald() ? " (had het al)" : "");
    case v1::Gebeurtenis::kLeveringFailed:
      return absl::StrCat("Gemeente ", g.levering_failed().gemeentecode(), " heeft ",
                          g.levering_failed().bericht_id(),
                          g.levering_failed().geweigerd() ? " geweigerd: " : " niet overgenomen: ",
                          g.levering_failed().reden());
    case v1::Gebeurtenis::kNotificatieSent:
      return absl::StrCat("E-mail over rapportage ", g.notificatie_sent().rapportage_id(), " verzonden");
    case v1::Gebeurtenis::kNotificatieFailed:
      return absl::StrCat("E-mail over rapportage ", g.notificatie_failed().rapportage_id(),
                          " niet verzonden: ", g.notificatie_failed().reden());
    default:
      return "";
  }
}

// Of the simulator itself.
std::string SimulatorTitle(const v1::Gebeurtenis& g) {
  switch (g.inhoud_case()) {
    case v1::Gebeurtenis::kOmgevingCreated: {
      const v1::Omgevingsinstelling& instelling = g.omgeving_created().instelling();
      return absl::StrCat("Omgeving ", instelling.naam(), " gemaakt, profiel ", instelling.profiel());
    }
    case v1::Gebeurtenis::kRollenSet:
      return absl::StrCat("Rollen opnieuw verdeeld, ", g.rollen_set().aantal(), " genoemd");
    case v1::Gebeurtenis::kRolSet: {
      const v1::Rol& rol = g.rol_set().rol();
      return absl::StrCat("Rol ", TextAt(g.rol_set(), "rol.soort"), " ", rol.gemeentecode(), ": ",
                          TextAt(g.rol_set(), "rol.modus"), " ", rol.adres());
    }
    case v1::Gebeurtenis::kClockModeSet:
      return g.clock_mode_set().mode() == v1::CLOCK_MODE_RUNNING
                 ? absl::StrCat("De klok loopt, ", g.clock_mode_set().factor(), " maal zo snel")
                 : "De klok wordt gezet";
    case v1::Gebeurtenis::kStoringCreated:
      return absl::StrCat("Storing ", g.storing_created().storing().storing_id(),
                          " gemaakt: ", TextAt(g.storing_created(), "storing.soort"));
    case v1::Gebeurtenis::kStoringDeleted:
      return absl::StrCat("Storing ", g.storing_deleted().storing_id(), " weggehaald");
    case v1::Gebeurtenis::kStoringHit:
      return absl::StrCat("Storing ", g.storing_hit().storing_id(), " raakte aanroep ",
                          g.storing_hit().aanroep());
    default:
      return "";
  }
}

// `soort`: what was reported, where there are two verdicts below one event.
std::string OordeelText(const v1::Meldingoordeel& oordeel, const std::string& soort) {
  if (!oordeel.has_uiterste_dag()) return absl::StrCat(soort, "geen uiterste dag, op tijd (HM-07)");
  const std::string begin = absl::StrCat(soort, "uiterlijk ", FormatDatum(oordeel.uiterste_dag()), ": ");
  if (oordeel.tijdig()) {
    const auto left = CivilDayOf(oordeel.uiterste_dag()) - CivilDayOf(oordeel.ontvangen_op());
    return absl::StrCat(begin, "op tijd (", left == 0 ? "op de uiterste dag" : DagenText(left) + " ervoor",
                        ")");
  }
  return absl::StrCat(begin, DagenText(oordeel.dagen_te_laat()), " te laat, boete € ", oordeel.boete_eur());
}

std::string BeoordelenText(const v1::Datum& uiterste_dag) {
  return absl::StrCat("UWV beoordeelt uiterlijk ", FormatDatum(uiterste_dag));
}

// The row of the report as it stands in the file (CSV-01, CSV-02 in its default form).
std::string RowText(const v1::SignaalSent& signaal) {
  const auto compact = [](const v1::Datum& datum) {
    return absl::StrFormat("%04d%02d%02d", datum.jaar(), datum.maand(), datum.dag());
  };
  return absl::StrCat(
      "rapportregel: ", signaal.bsn(), ";",
      signaal.has_einde_uitkeringsverhouding() ? compact(signaal.einde_uitkeringsverhouding()) : "", ";",
      compact(signaal.einde_dienstverband()), ";", compact(signaal.eerste_ao_dag()));
}

}  // namespace

std::string TitleOf(const v1::Gebeurtenis& gebeurtenis) {
  for (const auto title : {RegisterTitle, MeldingTitle, UitwisselingTitle, BuitenTitle, SimulatorTitle}) {
    if (std::string text = title(gebeurtenis); !text.empty()) return text;
  }
  // A later version of the contract knows more kinds.
  return "Een gebeurtenis die deze versie niet kent";
}

std::vector<std::string> RemarksOn(const v1::Gebeurtenis& g, const v1::Datum& beoordeling_uiterste_dag) {
  switch (g.inhoud_case()) {
    case v1::Gebeurtenis::kZiekmeldingAccepted:
      return {OordeelText(g.ziekmelding_accepted().oordeel(), ""),
              BeoordelenText(g.ziekmelding_accepted().beoordeling_uiterste_dag())};
    case v1::Gebeurtenis::kHerstelmeldingAccepted:
      return {OordeelText(g.herstelmelding_accepted().oordeel(), "")};
    case v1::Gebeurtenis::kZiekEnHerstelmeldingAccepted:
      return {OordeelText(g.ziek_en_herstelmelding_accepted().oordeel_ziek(), "ziek: "),
              OordeelText(g.ziek_en_herstelmelding_accepted().oordeel_herstel(), "herstel: "),
              BeoordelenText(g.ziek_en_herstelmelding_accepted().beoordeling_uiterste_dag())};
    case v1::Gebeurtenis::kBeoordelingExtended:
      return {BeoordelenText(g.beoordeling_extended().uiterste_dag())};
    case v1::Gebeurtenis::kBeoordelingDecided: {
      if (beoordeling_uiterste_dag.jaar() == 0) return {};
      const bool is_late = g.beoordeling_decided().status() == v1::BEOORDELINGSTATUS_TERMIJN_OVERSCHREDEN;
      const auto late = CivilDayOf(g) - CivilDayOf(beoordeling_uiterste_dag);
      return {absl::StrCat("uiterlijk ", FormatDatum(beoordeling_uiterste_dag), ": ",
                           is_late ? absl::StrCat(DagenText(late), " te laat (BO-05)") : "op tijd")};
    }
    case v1::Gebeurtenis::kTermijnVerstreken:
      return {absl::StrCat("de uiterste dag was ", FormatDatum(g.termijn_verstreken().uiterste_dag()))};
    case v1::Gebeurtenis::kSignaalSent:
      return {RowText(g.signaal_sent())};
    default:
      return {};
  }
}

absl::CivilDay CivilDayOf(const v1::Datum& datum) {
  return absl::CivilDay(datum.jaar(), datum.maand(), datum.dag());
}

absl::CivilDay CivilDayOf(const v1::Gebeurtenis& gebeurtenis) {
  return absl::ToCivilDay(client::TimeOf(gebeurtenis.tijdstip()), client::Amsterdam());
}

}  // namespace ketenproef
