#include "server/omgeving/toestand.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "server/omgeving/omgeving_fixture.h"
#include "server/omgeving/uitwisseling.h"

namespace ketenproef {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Toestand, KnowsNobodyAtFirst) {
  const Toestand toestand{};
  EXPECT_EQ(toestand.FindPersoon(BsnNummer(0)), nullptr);
  EXPECT_THAT(toestand.DossierOf(nullptr).gevallen, IsEmpty());
  EXPECT_EQ(toestand.FindGeval(Lh(0), "z").geval, nullptr);
  EXPECT_EQ(toestand.FindRapportage(kUtrecht, Dag()), std::nullopt);
  EXPECT_EQ(toestand.AfnemerOf(kUtrecht).wijze, Ontvangstwijze::kOphalen);
  EXPECT_FALSE(toestand.HasReceived(kUtrecht, "bericht"));
}

TEST(Toestand, ADossierHoldsTheCasesOfThePersonInOrder) {
  Proefomgeving omgeving(Op("2025-01-06"));
  for (const int p : {0, 1}) Registreer(omgeving, p, kAlmere, kUtrecht);
  omgeving.Ok(ZiekEnHerstel(0, "a", D("2024-12-01"), D("2024-12-05")));
  omgeving.Ok(Ziek(1, "b", D("2025-01-02")));
  omgeving.Ok(Ziek(0, "c", D("2025-01-02")));
  const Toestand& toestand = omgeving.toestand();
  const Dossier dossier = toestand.DossierOf(toestand.FindPersoon(BsnNummer(0)));
  EXPECT_THAT(dossier.gevallen,
              ElementsAre(&toestand.GetGeval(Gevalnummer{0}), &toestand.GetGeval(Gevalnummer{2})));
  EXPECT_EQ(toestand.GetPersoon(toestand.GetGeval(Gevalnummer{1}).persoon).bsn, BsnNummer(1));
  EXPECT_EQ(toestand.FindGeval(Lh(0), "c").nummer, Gevalnummer{2});
  EXPECT_EQ(toestand.FindGeval(Lh(0), "c").dienstverband, &toestand.DienstverbandOf(*dossier.gevallen[1]));
}

TEST(Toestand, ACombinedMessageHasTwoNumbersInARow) {
  Proefomgeving omgeving(Op("2025-01-06"));
  Registreer(omgeving, 0, kAlmere, kUtrecht);
  const Aanvaarding antwoord = omgeving.Ok(ZiekEnHerstel(0, "b", D("2024-10-01"), D("2025-01-03")));
  ASSERT_EQ(antwoord.melding, Meldingnummer{0});
  const Toestand& toestand = omgeving.toestand();
  ASSERT_EQ(toestand.meldingen().size(), 2U);
  const Melding& ziek = toestand.meldingen().Get(Meldingnummer{0});
  const Melding& herstel = toestand.meldingen().Get(Meldingnummer{1});
  EXPECT_FALSE(ziek.is_herstel_part);
  EXPECT_TRUE(herstel.is_herstel_part);
  EXPECT_EQ(ziek.volgnummer, herstel.volgnummer);
  EXPECT_EQ(herstel.kenmerk, "b");
  // 2024-10-01 + 42 = 2024-11-12, received 2025-01-06: 55 days late. 2025-01-03 + 2: one day late.
  EXPECT_EQ(ziek.oordeel.dagen_te_laat, 55);
  EXPECT_EQ(herstel.oordeel.dagen_te_laat, 1);
  EXPECT_EQ(toestand.GetGeval(Gevalnummer{0}).herstelmelding, Meldingnummer{1});
  EXPECT_THAT(toestand.door_te_leveren(), ElementsAre(Meldingnummer{0}, Meldingnummer{1}));
}

TEST(Toestand, REG04_AnEndTouchesTheCasesOfThatDienstverbandOnly) {
  Proefomgeving omgeving(Op("2025-01-06"));
  Registreer(omgeving, 0, kAlmere, kUtrecht);
  omgeving.Ok(RegisterDienstverband{BsnNummer(0), {Lh(1), D("2014-01-01"), {}}});
  omgeving.Ok(Ziek(0, "z", D("2025-01-02")));
  omgeving.Ok(SubmitZiekmelding{{Lh(1), "y"}, BsnNummer(0), D("2025-01-02"), true});
  omgeving.Ok(Beslis(0, "z"));
  omgeving.Ok(Beslis(1, "y"));
  omgeving.Ok(UitDienst(0, D("2025-01-04")));
  EXPECT_THAT(omgeving.toestand().TeBeoordelenOn(D("2025-01-04")), IsEmpty());
  EXPECT_THAT(omgeving.toestand().TeBeoordelenOn(D("2025-01-05")), ElementsAre(Gevalnummer{0}));
}

TEST(Toestand, ToBeJudgedIsEveryCaseOnceInOrder) {
  Proefomgeving omgeving(Op("2025-01-06"));
  for (const int p : {0, 1}) {
    Registreer(omgeving, p, kAlmere, kUtrecht);
    omgeving.Ok(Ziek(p, "z", D("2025-01-02")));
    omgeving.Ok(Beslis(p, "z"));
  }
  for (const int p : {1, 0}) {
    omgeving.Ok(UitDienst(p, D("2025-01-04")));
    omgeving.Ok(EndLksPeriode{BsnNummer(p), D("2025-01-04")});
  }
  EXPECT_THAT(omgeving.toestand().TeBeoordelenOn(D("2025-01-07")),
              ElementsAre(Gevalnummer{0}, Gevalnummer{1}));
  omgeving.Naar(Op("2025-01-07"));
  EXPECT_THAT(omgeving.toestand().TeBeoordelenOn(D("2030-01-01")), IsEmpty());
}

TEST(Toestand, KeepsConfirmationsWithTheirInstant) {
  Proefomgeving omgeving(Op("2025-01-06"));
  for (const int p : {0, 1}) {
    Registreer(omgeving, p, kAlmere, kUtrecht);
    omgeving.Ok(Ziek(p, "z", D("2025-01-02")));
    omgeving.Ok(UitDienst(p, D("2025-01-05")));
    omgeving.Ok(Beslis(p, "z"));
    omgeving.Naar(Op(p == 0 ? "2025-01-07" : "2025-01-08"));
  }
  omgeving.Naar(Op("2025-01-09", 13));
  omgeving->Record(RapportageConfirmed{1});
  omgeving->Record(DoorleveringConfirmed{0});
  for (int i = 0; i < 2; ++i) {
    const Toestand& toestand = omgeving.toestand();
    ASSERT_THAT(toestand.rapportages(), SizeIs(2));
    ASSERT_THAT(toestand.doorleveringen(), SizeIs(2));
    EXPECT_EQ(toestand.rapportages()[0].bevestigd, std::nullopt);
    EXPECT_EQ(toestand.rapportages()[1].bevestigd, Op("2025-01-09", 13));
    EXPECT_EQ(toestand.doorleveringen()[0].bevestigd, Op("2025-01-09", 13));
    EXPECT_EQ(toestand.doorleveringen()[1].bevestigd, std::nullopt);
    omgeving.Reopen();
  }
}

TEST(Toestand, DL04_KnowsWhatAGemeenteHasReceived) {
  Proefomgeving omgeving(Op("2025-01-06"));
  omgeving->Record(RapportageDelivered{kUtrecht, "r", D("2025-01-06"), "x.csv", "hash", 1});
  omgeving->Record(DoorleveringDelivered{kUtrecht,
                                         "d",
                                         D("2025-01-06"),
                                         Doorleveringsoort::kZiek,
                                         {Lh(0), "z"},
                                         "z",
                                         BsnNummer(0),
                                         D("2025-01-06")});
  omgeving->Record(BerichtDelivered{
      kAlmere, "b", D("2025-01-06"), Berichtsoort::kIngetrokken, {Lh(0), "z"}, BsnNummer(0)});
  omgeving.Reopen();
  const Toestand& toestand = omgeving.toestand();
  EXPECT_TRUE(toestand.HasReceived(kUtrecht, "r"));
  EXPECT_TRUE(toestand.HasReceived(kUtrecht, "d"));
  EXPECT_TRUE(toestand.HasReceived(kAlmere, "b"));
  EXPECT_FALSE(toestand.HasReceived(kUtrecht, "b"));
  EXPECT_FALSE(toestand.HasReceived(kAlmere, "r"));
}

TEST(Toestand, TheLastSettingOfAnAfnemerHolds) {
  Proefomgeving omgeving(Op("2025-01-06"));
  omgeving->Record(AfnemerSet{kUtrecht, Ontvangstwijze::kOphalen, "", "oud@gemeente.invalid"});
  omgeving->Record(AfnemerSet{kUtrecht, Ontvangstwijze::kEndpoint, "localhost:1", "nieuw@gemeente.invalid"});
  EXPECT_EQ(omgeving.toestand().AfnemerOf(kUtrecht).wijze, Ontvangstwijze::kEndpoint);
  EXPECT_EQ(omgeving.toestand().AfnemerOf(kUtrecht).adres, "localhost:1");
  EXPECT_EQ(omgeving.toestand().AfnemerOf(kUtrecht).email, "nieuw@gemeente.invalid");
  EXPECT_EQ(omgeving.toestand().AfnemerOf(kAlmere).adres, "");
}

// The exchange on a state of its own, with a DKD that answers as it is told.
class DkdTest : public ::testing::Test {
 protected:
  DkdTest() {
    Proefomgeving omgeving(Op("2025-01-06"));
    Registreer(omgeving, 0, kAlmere, kUtrecht);
    omgeving.Ok(Ziek(0, "z", D("2025-01-02")));
    omgeving.Ok(UitDienst(0, D("2025-01-05")));
    omgeving.Ok(Beslis(0, "z"));
    const auto status = omgeving.journal().Read(1, [this](const JournalRecord& record) {
      toestand_.Apply(record.volgnummer, record.tijdstip, *DecodeGebeurtenis(record.inhoud));
      volgnummer_ = record.volgnummer;
      return true;
    });
    EXPECT_TRUE(status.ok());
  }

  // The events of one exchange.
  std::vector<Gebeurtenis> Run(absl::string_view dag, bool beschikbaar, bool gevonden = true) {
    std::vector<Gebeurtenis> events;
    const Regelkader kader = {*FindProfiel("handleiding"), Referentie().feestdagen, Referentie().gemeenten};
    const auto dkd = [&](const DkdVraag& vraag) {
      const Persoon& persoon = toestand_.GetPersoon(vraag.persoon);
      return DkdAntwoord{beschikbaar, beschikbaar && gevonden ? absl::MakeConstSpan(persoon.lks_perioden)
                                                              : absl::Span<const LksPeriode>()};
    };
    RunUitwisseling(kader, toestand_, dkd, D(dag), [&](const Gebeurtenis& gebeurtenis) {
      events.push_back(gebeurtenis);
      toestand_.Apply(++volgnummer_, Op(dag, 6), gebeurtenis);
    });
    return events;
  }
  template <typename Event>
  static int Count(const std::vector<Gebeurtenis>& events) {
    int count = 0;
    for (const Gebeurtenis& event : events) count += std::holds_alternative<Event>(event) ? 1 : 0;
    return count;
  }

  Toestand toestand_;
  std::int64_t volgnummer_ = 0;
};

TEST_F(DkdTest, SIG09_NotAvailableHoldsTheSignalUntilThereIsAnAnswer) {
  const auto first = Run("2025-01-07", false);
  EXPECT_EQ(Count<SignaalSent>(first), 0);
  ASSERT_EQ(Count<SignaalHeld>(first), 1);
  EXPECT_EQ(toestand_.aanhoudingen().at(Gevalnummer{0}).reden, Aanhoudreden::kDkdNietBeschikbaar);
  const auto second = Run("2025-01-08", false);
  EXPECT_EQ(Count<SignaalHeld>(second), 0);
  EXPECT_EQ(Count<UitwisselingRun>(second), 1);
  EXPECT_EQ(Count<SignaalSent>(Run("2025-01-09", true)), 1);
  EXPECT_THAT(toestand_.aanhoudingen(), IsEmpty());
  EXPECT_THAT(Run("2025-01-10", true), IsEmpty());
}

TEST_F(DkdTest, SIG09_NothingFoundIsNoSignalAndIsNotTriedAgain) {
  const auto first = Run("2025-01-07", true, false);
  EXPECT_EQ(Count<SignaalSent>(first) + Count<SignaalHeld>(first), 0);
  EXPECT_THAT(Run("2025-01-08", true), IsEmpty());
}

TEST_F(DkdTest, SIG09_NothingFoundAfterNotAvailableLapses) {
  Run("2025-01-07", false);
  EXPECT_EQ(Count<SignaalLapsed>(Run("2025-01-08", true, false)), 1);
  EXPECT_THAT(toestand_.aanhoudingen(), IsEmpty());
}

TEST_F(DkdTest, SIG04_AnotherReasonToWaitIsToldAnew) {
  toestand_.Apply(++volgnummer_, Op("2025-01-06"),
                  WoonplaatsRegistered{{BsnNummer(0), {D("2025-01-01"), std::nullopt}}});
  Run("2025-01-07", false);
  EXPECT_EQ(Count<SignaalHeld>(Run("2025-01-08", true)), 1);
  EXPECT_EQ(toestand_.aanhoudingen().at(Gevalnummer{0}).reden, Aanhoudreden::kOnbestelbaar);
}

}  // namespace
}  // namespace ketenproef
