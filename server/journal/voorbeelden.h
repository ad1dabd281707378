// For tests: one event of every kind, with every field set to something of its own.
#ifndef KETENPROEF_SERVER_JOURNAL_VOORBEELDEN_H_
#define KETENPROEF_SERVER_JOURNAL_VOORBEELDEN_H_

#include <string>
#include <utility>
#include <vector>

#include "server/rules/gebeurtenis.h"

namespace ketenproef {

struct Voorbeeld {
  std::string naam;
  Gebeurtenis gebeurtenis;
};

// What has to do with systems outside the simulator, the clock that runs and fault plans.
inline std::vector<Voorbeeld> VoorbeeldenVanBuiten() {
  const Bsn bsn = Bsn::FromTrustedNumber(999'990'019);
  const auto utrecht = Gemeentecode::FromTrustedNumber(344);
  const auto almere = Gemeentecode::FromTrustedNumber(34);
  const Dag dag = *Dag::FromCivil(2025, 1, 6);
  const Dag later = *Dag::FromCivil(2025, 2, 17);
  const Gevalnummer geval{300};
  std::vector<Voorbeeld> voorbeelden;
  const auto add = [&voorbeelden](const char* naam, Gebeurtenis gebeurtenis) {
    voorbeelden.push_back({naam, std::move(gebeurtenis)});
  };
  add("RollenSet", RollenSet{2});
  add("RolSet", RolSet{{Rolsoort::kGemeente, utrecht, Rolmodus::kSut, "localhost:5051"}});
  add("LksLookedUp",
      LksLookedUp{utrecht, bsn, dag, later, Lksantwoord::kNietBeschikbaar, 3, "DEADLINE_EXCEEDED"});
  add("DoorleveringHeld", DoorleveringHeld{Meldingnummer{7}, geval, later});
  add("DoorleveringLapsed", DoorleveringLapsed{Meldingnummer{8}, geval, later});
  add("LeveringAcknowledged", LeveringAcknowledged{utrecht, Leveringsoort::kDoorlevering, 130, true});
  add("LeveringFailed",
      LeveringFailed{almere, Leveringsoort::kBericht, 131, true, true, "INVALID_ARGUMENT: sha256"});
  add("ClockModeSet", ClockModeSet{86'400'000});
  add("NotificatieSent", NotificatieSent{132});
  add("NotificatieFailed", NotificatieFailed{133, "connection refused"});
  add("StoringCreated", StoringCreated{{1,
                                        Storingrichting::kOut,
                                        "ketenproef.v1.GemeenteService/DeliverMelding",
                                        almere,
                                        {Storingkeuze::Soort::kKans, 250, 0xfedc'ba98'7654'3210},
                                        {Storingsoort::kStatus, 1'500, 14},
                                        9}});
  add("StoringDeleted", StoringDeleted{1});
  add("StoringHit", StoringHit{1, 134});
  return voorbeelden;
}

// In the order of the alternatives of `Gebeurtenis`.
inline std::vector<Voorbeeld> Voorbeelden() {
  const Bsn bsn = Bsn::FromTrustedNumber(999'990'019);
  const auto lh = Loonheffingennummer::FromTrustedNumber(12'345'678'901);
  const auto utrecht = Gemeentecode::FromTrustedNumber(344);
  const auto almere = Gemeentecode::FromTrustedNumber(34);
  const Dag dag = *Dag::FromCivil(2025, 1, 6);
  const Dag later = *Dag::FromCivil(2025, 2, 17);
  const Meldingsleutel sleutel = {lh, "ziek-1"};
  const Meldingsleutel herstel = {lh, "herstel-1"};
  const Meldingsleutel intrekking = {lh, "intrekking-1"};
  const Meldingoordeel oordeel = {OptionalDag(later), 28, 455};
  const Gevalnummer geval{300};
  const std::string hash(32, '\x9c');
  std::vector<Voorbeeld> voorbeelden;
  const auto add = [&voorbeelden](const char* naam, Gebeurtenis gebeurtenis) {
    voorbeelden.push_back({naam, std::move(gebeurtenis)});
  };
  add("OmgevingCreated", OmgevingCreated{"standaard",
                                         "wet",
                                         Tijdstip::FromUnixNanos(1'735'689'600'123'456'789),
                                         0x0123'4567'89ab'cdef,
                                         BsnReeks::kNegenreeks,
                                         {'|', Datumvorm::kJjjjMmDd}});
  add("DoelgroepregistratieRegistered", DoelgroepregistratieRegistered{{bsn, {dag, OptionalDag(later)}}});
  add("DoelgroepregistratieEnded", DoelgroepregistratieEnded{{bsn, later}});
  add("WoonplaatsRegistered", WoonplaatsRegistered{{bsn, {dag, utrecht}}});
  add("DienstverbandRegistered", DienstverbandRegistered{{bsn, {lh, dag, OptionalDag(later)}}});
  add("DienstverbandEnded", DienstverbandEnded{{bsn, lh, later}});
  add("LksPeriodeRegistered",
      LksPeriodeRegistered{{bsn, {utrecht, dag, OptionalDag(later), *Percentage::FromNumber(81), true}},
                           true});
  add("LksPeriodeEnded", LksPeriodeEnded{{bsn, later}});
  add("ZiekmeldingAccepted",
      ZiekmeldingAccepted{{sleutel, bsn, dag, true}, later, oordeel, later + Dagen(42)});
  add("HerstelmeldingAccepted",
      HerstelmeldingAccepted{{herstel, "ziek-1", later}, geval, later + Dagen(1), oordeel});
  add("ZiekEnHerstelmeldingAccepted",
      ZiekEnHerstelmeldingAccepted{
          {sleutel, bsn, dag, later, true}, later, oordeel, {OptionalDag(), 3, 70}, later + Dagen(70)});
  add("IntrekkingAccepted", IntrekkingAccepted{{intrekking, "ziek-1"}, geval, later});
  add("BeoordelingExtended", BeoordelingExtended{geval, "wacht op de arts", later});
  add("BeoordelingDecided", BeoordelingDecided{geval, Uitkomst::kAfwijzing, later});
  add("TermijnVerstreken", TermijnVerstreken{geval});
  add("OpdrachtRefused", OpdrachtRefused{Opdrachtsoort::kEindeLksPeriode, Regel::kLks07});
  add("DoorleveringSent",
      DoorleveringSent{Meldingnummer{7}, geval, Doorleveringsoort::kHerstel, almere, utrecht, later, dag});
  add("SignaalSent", SignaalSent{geval, Signaalsoort::kVervolg, utrecht, later, dag, dag + Dagen(1),
                                 OptionalDag(dag + Dagen(2))});
  add("SignaalHeld", SignaalHeld{geval, Signaalsoort::kVervolg, later, Aanhoudreden::kDkdNietBeschikbaar});
  add("SignaalLapsed", SignaalLapsed{geval, Signaalsoort::kEerste, later});
  add("BerichtPlaced", BerichtPlaced{geval, Berichtsoort::kHersteldVoorEinde, utrecht, later});
  add("RapportageReady", RapportageReady{utrecht, later, 2, hash, "BSN;...\r\n"});
  add("UitwisselingRun", UitwisselingRun{later, {1, 20, 300, 4'000, 50'000}});
  add("RapportageConfirmed", RapportageConfirmed{129});
  add("DoorleveringConfirmed", DoorleveringConfirmed{128});
  add("AfnemerSet",
      AfnemerSet{utrecht, Ontvangstwijze::kEndpoint, "localhost:7001", "post@gemeente.invalid"});
  add("RapportageDelivered", RapportageDelivered{utrecht, "bericht-1", later, "rapport.csv", hash, 2});
  add("DoorleveringDelivered",
      DoorleveringDelivered{utrecht, "bericht-2", later, Doorleveringsoort::kIntrekking, intrekking, "ziek-1",
                            bsn, dag});
  add("BerichtDelivered",
      BerichtDelivered{utrecht, "bericht-3", later, Berichtsoort::kIngetrokken, sleutel, bsn});
  for (Voorbeeld& voorbeeld : VoorbeeldenVanBuiten()) voorbeelden.push_back(std::move(voorbeeld));
  return voorbeelden;
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_VOORBEELDEN_H_
