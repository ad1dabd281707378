#include "server/wire/gebeurtenis.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "server/wire/datum.h"

namespace ketenproef {
namespace {

const Bsn kBsn = *Bsn::Parse("999990299");
const Gemeentecode kAmsterdam = *Gemeentecode::Parse("0363");
const Loonheffingennummer kNummer = *Loonheffingennummer::Parse("123456789L01");
const Dag kDag = *Dag::Parse("2025-06-02");
const Tijdstip kTijdstip = Tijdstip::FromUnixSeconds(1'748'844'000);  // 2025-06-02T06:00:00Z
constexpr Gevalnummer kGeval{0};

Meldingoordeel Tijdig() {
  return OordeelOver(kDag, kDag);
}

// One event of every alternative, in an order in which they can be applied one after another.
std::vector<Gebeurtenis> EveryEvent() {
  std::vector<Gebeurtenis> events;
  events.emplace_back(OmgevingCreated{"standaard", "wet", Tijdstip(), 7, BsnReeks::kAlle, {}});
  events.emplace_back(DoelgroepregistratieRegistered{{kBsn, {kDag, {}}}});
  events.emplace_back(DoelgroepregistratieEnded{{kBsn, kDag}});
  events.emplace_back(WoonplaatsRegistered{{kBsn, {kDag, std::nullopt}}});
  events.emplace_back(DienstverbandRegistered{{kBsn, {kNummer, kDag - Dagen(500), {}}}});
  events.emplace_back(DienstverbandEnded{{kBsn, kNummer, kDag}});
  events.emplace_back(
      LksPeriodeRegistered{{kBsn, {kAmsterdam, kDag, {}, *Percentage::FromNumber(0), false}}, true});
  events.emplace_back(LksPeriodeEnded{{kBsn, kDag}});
  // Named, because GCC 12 takes the temporaries for uninitialised.
  const SubmitZiekmelding ziek{{kNummer, "Z-1"}, kBsn, kDag, false};
  const SubmitHerstelmelding herstel{{kNummer, "H-1"}, "Z-1", kDag + Dagen(1)};
  const SubmitZiekEnHerstelmelding both{{kNummer, "C-1"}, kBsn, kDag + Dagen(1), kDag + Dagen(2), true};
  events.emplace_back(ZiekmeldingAccepted{ziek, kDag, Tijdig(), kDag + Dagen(42)});
  events.emplace_back(HerstelmeldingAccepted{herstel, kGeval, kDag, Tijdig()});
  events.emplace_back(ZiekEnHerstelmeldingAccepted{both, kDag, Tijdig(), Tijdig(), kDag});
  events.emplace_back(IntrekkingAccepted{{{kNummer, "I-1"}, "Z-1"}, kGeval, kDag});
  events.emplace_back(BeoordelingExtended{kGeval, "nader onderzoek", kDag + Dagen(70)});
  events.emplace_back(BeoordelingDecided{kGeval, Uitkomst::kToekenning, kDag});
  events.emplace_back(TermijnVerstreken{kGeval});
  events.emplace_back(OpdrachtRefused{Opdrachtsoort::kVerlenging, Regel::kBo03});
  events.emplace_back(DoorleveringSent{Meldingnummer{0}, kGeval, Doorleveringsoort::kZiek, kAmsterdam,
                                       kAmsterdam, kDag, kDag});
  events.emplace_back(SignaalSent{kGeval, Signaalsoort::kEerste, kAmsterdam, kDag, kDag, kDag, {}});
  events.emplace_back(SignaalHeld{kGeval, Signaalsoort::kVervolg, kDag, Aanhoudreden::kOnbestelbaar});
  events.emplace_back(SignaalLapsed{kGeval, Signaalsoort::kVervolg, kDag});
  events.emplace_back(BerichtPlaced{kGeval, Berichtsoort::kIngetrokken, kAmsterdam, kDag});
  events.emplace_back(RapportageReady{kAmsterdam, kDag, 1, std::string(32, 'h'), "BSN\r\n"});
  events.emplace_back(UitwisselingRun{kDag, {1, 2, 3, 4, 5}});
  events.emplace_back(RapportageConfirmed{0});
  events.emplace_back(DoorleveringConfirmed{0});
  events.emplace_back(AfnemerSet{kAmsterdam, Ontvangstwijze::kOphalen, "", "post@example.org"});
  events.emplace_back(RapportageDelivered{kAmsterdam, "R-1", kDag, "naam.csv", std::string(32, 'h'), 1});
  events.emplace_back(DoorleveringDelivered{
      kAmsterdam, "D-9", kDag, Doorleveringsoort::kHerstel, {kNummer, "H-9"}, "Z-9", kBsn, kDag});
  events.emplace_back(
      BerichtDelivered{kAmsterdam, "B-9", kDag, Berichtsoort::kHersteldVoorEinde, {kNummer, "Z-9"}, kBsn});
  events.emplace_back(RollenSet{1});
  events.emplace_back(RolSet{{Rolsoort::kGemeente, kAmsterdam, Rolmodus::kSut, "localhost:5051"}});
  events.emplace_back(
      LksLookedUp{kAmsterdam, kBsn, kDag, kDag, Lksantwoord::kNietBeschikbaar, 0, "UNAVAILABLE"});
  events.emplace_back(DoorleveringHeld{Meldingnummer{0}, Gevalnummer{0}, kDag});
  events.emplace_back(DoorleveringLapsed{Meldingnummer{0}, Gevalnummer{0}, kDag});
  events.emplace_back(LeveringAcknowledged{kAmsterdam, Leveringsoort::kDoorlevering, 0, true});
  events.emplace_back(
      LeveringFailed{kAmsterdam, Leveringsoort::kRapportage, 0, true, false, "INVALID_ARGUMENT"});
  events.emplace_back(ClockModeSet{2'500});
  events.emplace_back(NotificatieSent{0});
  events.emplace_back(NotificatieFailed{0, "connection refused"});
  events.emplace_back(StoringCreated{{3,
                                      Storingrichting::kOut,
                                      "ketenproef.v1.GemeenteService/LookupLks",
                                      kAmsterdam,
                                      {Storingkeuze::Soort::kKans, 10, 4},
                                      {Storingsoort::kDelay, 1'500, 0},
                                      2}});
  events.emplace_back(StoringHit{3, 7});
  events.emplace_back(StoringDeleted{3});
  return events;
}

class GebeurtenisOpDeLijn : public testing::Test {
 protected:
  void SetUp() override {
    for (const Gebeurtenis& gebeurtenis : EveryEvent()) {
      toestand_.Apply(++volgnummer_, kTijdstip, gebeurtenis);
      EncodeGebeurtenis(toestand_, volgnummer_, kTijdstip, gebeurtenis, &wire_.emplace_back());
    }
  }

  const v1::Gebeurtenis& Of(v1::Gebeurtenis::InhoudCase inhoud) const {
    for (const v1::Gebeurtenis& wire : wire_) {
      if (wire.inhoud_case() == inhoud) return wire;
    }
    ADD_FAILURE() << "no event of field " << inhoud;
    return wire_.front();
  }

  std::int64_t volgnummer_ = 0;
  Toestand toestand_;
  std::vector<v1::Gebeurtenis> wire_;
};

TEST_F(GebeurtenisOpDeLijn, EveryAlternativeIsHere) {
  std::set<std::size_t> alternatives;
  for (const Gebeurtenis& gebeurtenis : EveryEvent()) alternatives.insert(gebeurtenis.index());
  EXPECT_EQ(alternatives.size(), std::variant_size_v<Gebeurtenis>);
}

TEST_F(GebeurtenisOpDeLijn, SoortEqualsTheFieldOfTheOneof) {
  std::set<int> fields;
  const std::vector<Gebeurtenis> events = EveryEvent();
  for (std::size_t i = 0; i < events.size(); ++i) {
    EXPECT_NE(wire_[i].inhoud_case(), v1::Gebeurtenis::INHOUD_NOT_SET) << i;
    EXPECT_EQ(static_cast<int>(wire_[i].inhoud_case()), static_cast<int>(SoortOfGebeurtenis(events[i]))) << i;
    EXPECT_TRUE(v1::Gebeurtenissoort_IsValid(SoortOfGebeurtenis(events[i]))) << i;
    EXPECT_EQ(wire_[i].volgnummer(), static_cast<std::int64_t>(i) + 1);
    EXPECT_EQ(FromWire(wire_[i].tijdstip()), kTijdstip);
    fields.insert(wire_[i].inhoud_case());
  }
  // Every field of the oneof comes up, and every value of the enumeration but its zero.
  const auto* oneof = v1::Gebeurtenis::descriptor()->FindOneofByName("inhoud");
  EXPECT_EQ(static_cast<int>(fields.size()), oneof->field_count());
  EXPECT_EQ(v1::Gebeurtenissoort_descriptor()->value_count(), oneof->field_count() + 1);
}

TEST_F(GebeurtenisOpDeLijn, MeldingenCarryTheirContentAndVerdict) {
  const auto& ziek = Of(v1::Gebeurtenis::kZiekmeldingAccepted).ziekmelding_accepted();
  EXPECT_EQ(ziek.ziekmelding().kenmerk(), "Z-1");
  EXPECT_EQ(ziek.ziekmelding().bsn(), "999990299");
  EXPECT_TRUE(ziek.ziekmelding().has_no_risk());
  EXPECT_FALSE(ziek.ziekmelding().no_risk());
  EXPECT_EQ(ziek.oordeel().soort(), v1::MELDINGSOORT_ZIEK);
  EXPECT_EQ(FromWire(ziek.beoordeling_uiterste_dag()), kDag + Dagen(42));

  const auto& herstel = Of(v1::Gebeurtenis::kHerstelmeldingAccepted).herstelmelding_accepted();
  EXPECT_EQ(herstel.herstelmelding().verwijst_naar(), "Z-1");
  EXPECT_EQ(herstel.oordeel().soort(), v1::MELDINGSOORT_HERSTEL);
  EXPECT_EQ(herstel.oordeel().bsn(), "999990299");

  const auto& both = Of(v1::Gebeurtenis::kZiekEnHerstelmeldingAccepted).ziek_en_herstelmelding_accepted();
  EXPECT_EQ(both.oordeel_ziek().soort(), v1::MELDINGSOORT_ZIEK);
  EXPECT_EQ(both.oordeel_herstel().soort(), v1::MELDINGSOORT_HERSTEL);
  EXPECT_EQ(both.oordeel_herstel().kenmerk(), "C-1");

  const auto& intrekking = Of(v1::Gebeurtenis::kIntrekkingAccepted).intrekking_accepted();
  EXPECT_EQ(intrekking.intrekking().kenmerk(), "I-1");
  EXPECT_EQ(intrekking.intrekking().verwijst_naar(), "Z-1");
  EXPECT_EQ(intrekking.bsn(), "999990299");
}

TEST_F(GebeurtenisOpDeLijn, BeoordelingNamesTheCase) {
  const auto& extended = Of(v1::Gebeurtenis::kBeoordelingExtended).beoordeling_extended();
  EXPECT_EQ(extended.verlenging().verwijst_naar(), "Z-1");
  EXPECT_EQ(extended.verlenging().toelichting(), "nader onderzoek");
  EXPECT_EQ(FromWire(extended.uiterste_dag()), kDag + Dagen(70));
  const auto& decided = Of(v1::Gebeurtenis::kBeoordelingDecided).beoordeling_decided();
  EXPECT_EQ(decided.beslissing().uitkomst(), v1::UITKOMST_TOEKENNING);
  EXPECT_EQ(decided.status(), v1::BEOORDELINGSTATUS_TIJDIG);
  const auto& lapsed = Of(v1::Gebeurtenis::kTermijnVerstreken).termijn_verstreken();
  EXPECT_EQ(lapsed.kenmerk(), "Z-1");
  EXPECT_EQ(lapsed.loonheffingennummer(), "123456789L01");
}

TEST_F(GebeurtenisOpDeLijn, RefusalKeepsNothingOfTheRecord) {
  const auto& refused = Of(v1::Gebeurtenis::kOpdrachtRefused).opdracht_refused();
  EXPECT_EQ(refused.soort(), v1::OPDRACHTSOORT_VERLENGING);
  EXPECT_EQ(refused.regel(), "BO-03");
}

TEST_F(GebeurtenisOpDeLijn, WhatWentOut) {
  EXPECT_EQ(Of(v1::Gebeurtenis::kDoorleveringSent).doorlevering_sent().bericht_id(), "D-1");
  const auto& sent = Of(v1::Gebeurtenis::kSignaalSent).signaal_sent();
  EXPECT_EQ(sent.kenmerk(), "Z-1");
  EXPECT_FALSE(sent.has_einde_uitkeringsverhouding());
  EXPECT_EQ(Of(v1::Gebeurtenis::kSignaalHeld).signaal_held().reden(), v1::AANHOUDREDEN_ONBESTELBAAR);
  EXPECT_EQ(Of(v1::Gebeurtenis::kBerichtPlaced).bericht_placed().bericht_id(), "B-1");
  EXPECT_EQ(Of(v1::Gebeurtenis::kRapportageReady).rapportage_ready().rapportage().rapportage_id(),
            "0363-20250602");
  EXPECT_EQ(Of(v1::Gebeurtenis::kRapportageConfirmed).rapportage_confirmed().rapportage_id(),
            "0363-20250602");
  EXPECT_EQ(Of(v1::Gebeurtenis::kDoorleveringConfirmed).doorlevering_confirmed().bericht_id(), "D-1");
  const auto& telling = Of(v1::Gebeurtenis::kUitwisselingRun).uitwisseling_run().telling();
  EXPECT_EQ(telling.doorleveringen(), 1);
  EXPECT_EQ(telling.signalen(), 2);
  EXPECT_EQ(telling.berichten(), 3);
  EXPECT_EQ(telling.rapportages(), 4);
  EXPECT_EQ(telling.aangehouden(), 5);
}

TEST_F(GebeurtenisOpDeLijn, DeliveriesTellWhichOfTheTwo) {
  std::vector<v1::Gebeurtenis> deliveries;
  for (const v1::Gebeurtenis& wire : wire_) {
    if (wire.has_melding_delivered()) deliveries.push_back(wire);
  }
  ASSERT_EQ(deliveries.size(), 2U);
  const v1::Gebeurtenis& doorlevering = deliveries[0];
  const v1::Gebeurtenis& bericht = deliveries[1];
  EXPECT_TRUE(doorlevering.melding_delivered().has_doorlevering());
  EXPECT_EQ(doorlevering.melding_delivered().doorlevering().verwijst_naar(), "Z-9");
  EXPECT_TRUE(bericht.melding_delivered().has_bericht());
  EXPECT_EQ(bericht.melding_delivered().bericht().soort(), v1::BERICHTSOORT_HERSTELD_VOOR_EINDE);
}

TEST_F(GebeurtenisOpDeLijn, WhatWasSaidAndDoneOutside) {
  EXPECT_EQ(Of(v1::Gebeurtenis::kRolSet).rol_set().rol().adres(), "localhost:5051");
  EXPECT_EQ(Of(v1::Gebeurtenis::kLksLookedUp).lks_looked_up().antwoord(), v1::LKS_ANTWOORD_NIET_BESCHIKBAAR);
  EXPECT_EQ(Of(v1::Gebeurtenis::kDoorleveringHeld).doorlevering_held().kenmerk(), "Z-1");
  EXPECT_EQ(Of(v1::Gebeurtenis::kDoorleveringLapsed).doorlevering_lapsed().bericht_id(), "D-1");
  EXPECT_EQ(Of(v1::Gebeurtenis::kLeveringAcknowledged).levering_acknowledged().bericht_id(), "D-1");
  EXPECT_EQ(Of(v1::Gebeurtenis::kLeveringFailed).levering_failed().bericht_id(), "0363-20250602");
  EXPECT_EQ(Of(v1::Gebeurtenis::kLeveringFailed).levering_failed().soort(), v1::LEVERINGSOORT_RAPPORTAGE);
  EXPECT_EQ(Of(v1::Gebeurtenis::kClockModeSet).clock_mode_set().mode(), v1::CLOCK_MODE_RUNNING);
  EXPECT_EQ(Of(v1::Gebeurtenis::kClockModeSet).clock_mode_set().factor(), 2.5);
  EXPECT_EQ(Of(v1::Gebeurtenis::kNotificatieSent).notificatie_sent().rapportage_id(), "0363-20250602");
  EXPECT_EQ(Of(v1::Gebeurtenis::kNotificatieFailed).notificatie_failed().reden(), "connection refused");
  const v1::Storing& storing = Of(v1::Gebeurtenis::kStoringCreated).storing_created().storing();
  EXPECT_EQ(storing.storing_id(), "S-3");
  EXPECT_EQ(storing.vertraging().seconds(), 1);
  EXPECT_EQ(storing.vertraging().nanos(), 500'000'000);
  EXPECT_EQ(storing.kans().promille(), 10);
  EXPECT_EQ(Of(v1::Gebeurtenis::kStoringHit).storing_hit().aanroep(), 7);
}

TEST_F(GebeurtenisOpDeLijn, BetrokkeneIsWhomTheEventIsAbout) {
  for (const Gebeurtenis& gebeurtenis : EveryEvent()) {
    SCOPED_TRACE(gebeurtenis.index());
    const v1::Gebeurtenissoort soort = SoortOfGebeurtenis(gebeurtenis);
    const Betrokkene betrokkene = BetrokkeneOf(toestand_, gebeurtenis);
    const std::set<int> about_nobody = {v1::GEBEURTENISSOORT_OMGEVING_CREATED,
                                        v1::GEBEURTENISSOORT_OPDRACHT_REFUSED,
                                        v1::GEBEURTENISSOORT_RAPPORTAGE_READY,
                                        v1::GEBEURTENISSOORT_UITWISSELING_RUN,
                                        v1::GEBEURTENISSOORT_RAPPORTAGE_CONFIRMED,
                                        v1::GEBEURTENISSOORT_AFNEMER_SET,
                                        v1::GEBEURTENISSOORT_RAPPORTAGE_DELIVERED,
                                        v1::GEBEURTENISSOORT_ROLLEN_SET,
                                        v1::GEBEURTENISSOORT_ROL_SET,
                                        v1::GEBEURTENISSOORT_LEVERING_FAILED,  // here: of a report
                                        v1::GEBEURTENISSOORT_CLOCK_MODE_SET,
                                        v1::GEBEURTENISSOORT_NOTIFICATIE_SENT,
                                        v1::GEBEURTENISSOORT_NOTIFICATIE_FAILED,
                                        v1::GEBEURTENISSOORT_STORING_CREATED,
                                        v1::GEBEURTENISSOORT_STORING_HIT,
                                        v1::GEBEURTENISSOORT_STORING_DELETED};
    EXPECT_EQ(betrokkene.bsn.has_value(), !about_nobody.contains(soort));
  }
}

}  // namespace
}  // namespace ketenproef
