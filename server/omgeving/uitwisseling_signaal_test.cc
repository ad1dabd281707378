// The signal of a case, from the first exchange to the last word about it (SIG).
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

class SignaalTest : public ::testing::Test {
 protected:
  void MaakRijp() {
    omgeving_.Ok(Ziek(0, "z", D("2025-01-02")));
    omgeving_.Ok(UitDienst(0, D("2025-01-05")));
    omgeving_.Ok(Beslis(0, "z"));
  }

  // Everything that exchanges said about signals, in order.
  std::vector<std::string> Signalen() {
    std::vector<std::string> regels;
    const auto status = omgeving_.journal().Read(1, [&](const JournalRecord& record) {
      const auto gebeurtenis = DecodeGebeurtenis(record.inhoud);
      if (const auto* sent = std::get_if<SignaalSent>(&*gebeurtenis)) {
        const OptionalDag einde = sent->einde_uitkeringsverhouding;
        regels.push_back(absl::StrCat(sent->uitwisseling.ToString(), Soort(sent->soort), "naar ",
                                      sent->ontvanger.ToString(), " tot ",
                                      einde.has_value() ? einde.value().ToString() : "-"));
      } else if (const auto* held = std::get_if<SignaalHeld>(&*gebeurtenis)) {
        const bool dkd = held->reden == Aanhoudreden::kDkdNietBeschikbaar;
        regels.push_back(absl::StrCat(held->uitwisseling.ToString(), Soort(held->soort), "wacht op ",
                                      dkd ? "DKD" : "woonplaats"));
      } else if (const auto* lapsed = std::get_if<SignaalLapsed>(&*gebeurtenis)) {
        regels.push_back(absl::StrCat(lapsed->uitwisseling.ToString(), Soort(lapsed->soort), "vervalt"));
      } else if (const auto* bericht = std::get_if<BerichtPlaced>(&*gebeurtenis)) {
        const bool ingetrokken = bericht->soort == Berichtsoort::kIngetrokken;
        regels.push_back(absl::StrCat(bericht->uitwisseling.ToString(), " bericht ",
                                      ingetrokken ? "INGETROKKEN" : "HERSTELD_VOOR_EINDE", " naar ",
                                      bericht->ontvanger.ToString()));
      }
      return true;
    });
    EXPECT_TRUE(status.ok()) << status;
    return regels;
  }
  static std::string Soort(Signaalsoort soort) { return soort == Signaalsoort::kEerste ? " " : " VERVOLG "; }

  Proefomgeving omgeving_{Op("2025-01-06")};
};

TEST_F(SignaalTest, SIG01_GoesInTheFirstExchangeAfterE) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  omgeving_.Ok(Ziek(0, "z", D("2025-01-06")));
  omgeving_.Ok(Beslis(0, "z"));
  omgeving_.Ok(UitDienst(0, D("2025-01-16")));
  omgeving_.Naar(NanosAfter(Op("2025-01-17", 6), -1));
  EXPECT_THAT(Signalen(), IsEmpty());
  omgeving_.Naar(Op("2025-01-17", 6));
  EXPECT_THAT(Signalen(), ElementsAre("2025-01-17 naar 0344 tot -"));
}

TEST_F(SignaalTest, SIG01_AnEndGivenWithTheDienstverbandCountsToo) {
  omgeving_.Ok(InRegister(0, D("2014-01-01")));
  omgeving_.Ok(InDienst(0, D("2014-01-01"), D("2025-01-16")));
  omgeving_.Ok(Lks(0, kAlmere, D("2014-01-01")));
  omgeving_.Ok(Woont(0, D("2014-01-01"), kUtrecht));
  omgeving_.Ok(Ziek(0, "z", D("2025-01-06")));
  omgeving_.Naar(Op("2025-01-08"));
  omgeving_.Ok(Beslis(0, "z"));
  omgeving_.Naar(Op("2025-01-31"));
  EXPECT_THAT(Signalen(), ElementsAre("2025-01-17 naar 0344 tot -"));
}

TEST_F(SignaalTest, SIG01_ADecisionLongAfterEGoesInTheNextExchange) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  omgeving_.Ok(Ziek(0, "z", D("2025-01-02")));
  omgeving_.Ok(UitDienst(0, D("2025-01-05")));
  omgeving_.Naar(Op("2025-03-15", 5, 59));
  omgeving_.Ok(Beslis(0, "z"));
  omgeving_.Naar(Op("2025-03-15", 12));
  EXPECT_THAT(Signalen(), ElementsAre("2025-03-15 naar 0344 tot -"));
}

TEST_F(SignaalTest, SIG01_AnAfwijzingGivesNoSignal) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  omgeving_.Ok(Ziek(0, "z", D("2025-01-02")));
  omgeving_.Ok(UitDienst(0, D("2025-01-05")));
  omgeving_.Ok(Beslis(0, "z", Uitkomst::kAfwijzing));
  omgeving_.Naar(Op("2025-02-15"));
  EXPECT_THAT(Signalen(), IsEmpty());
}

TEST_F(SignaalTest, SIG02_LksRegisteredLaterMakesTheSignalDue) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  omgeving_.Ok(EndLksPeriode{BsnNummer(0), D("2022-12-31")});
  MaakRijp();
  omgeving_.Naar(Op("2025-01-10"));
  EXPECT_THAT(Signalen(), IsEmpty());
  omgeving_.Ok(Lks(0, kAlmere, D("2023-01-01"), D("2023-01-05")));
  omgeving_.Naar(Op("2025-01-11"));
  EXPECT_THAT(Signalen(), ElementsAre("2025-01-11 naar 0344 tot -"));
}

TEST_F(SignaalTest, SIG02_AnEarlierEndOfLksTakesAWaitingSignalAway) {
  Registreer(omgeving_, 0, kAlmere, std::nullopt);
  MaakRijp();
  omgeving_.Naar(Op("2025-01-10"));
  omgeving_.Ok(EndLksPeriode{BsnNummer(0), D("2022-12-31")});
  omgeving_.Naar(Op("2025-01-11"));
  EXPECT_THAT(Signalen(), ElementsAre("2025-01-07 wacht op woonplaats", "2025-01-11 vervalt"));
}

TEST_F(SignaalTest, SIG03_ARegistrationThatComesLaterMakesTheSignalDue) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  omgeving_.Ok(EndDoelgroepregistratie{BsnNummer(0), D("2024-12-31")});
  MaakRijp();
  omgeving_.Naar(Op("2025-01-10"));
  EXPECT_THAT(Signalen(), IsEmpty());
  omgeving_.Ok(InRegister(0, D("2025-01-05"), D("2025-01-05")));
  omgeving_.Naar(Op("2025-01-11"));
  EXPECT_THAT(Signalen(), ElementsAre("2025-01-11 naar 0344 tot -"));
}

TEST_F(SignaalTest, SIG04_WithoutWoonplaatsTheSignalIsHeldOnceAndTriedEveryDay) {
  Registreer(omgeving_, 0, kAlmere, std::nullopt);
  MaakRijp();
  omgeving_.Naar(Op("2025-01-10"));
  EXPECT_THAT(Signalen(), ElementsAre("2025-01-07 wacht op woonplaats"));
  EXPECT_THAT(omgeving_.toestand().aanhoudingen(), SizeIs(1));
  EXPECT_THAT(omgeving_.Alle<UitwisselingRun>(), SizeIs(4));
  EXPECT_EQ(omgeving_.Alle<UitwisselingRun>()[3].telling.aangehouden, 1U);
  omgeving_.Reopen();
  omgeving_.Ok(Woont(0, D("2025-01-12"), kUtrecht));
  omgeving_.Naar(Op("2025-01-15"));
  EXPECT_THAT(Signalen(), ElementsAre("2025-01-07 wacht op woonplaats", "2025-01-12 naar 0344 tot -"));
  EXPECT_THAT(omgeving_.toestand().aanhoudingen(), IsEmpty());
}

TEST_F(SignaalTest, SIG04_AHeldSignalThatNoLongerHoldsLapsesWithoutBericht) {
  Registreer(omgeving_, 0, kAlmere, std::nullopt);
  MaakRijp();
  omgeving_.Naar(Op("2025-01-10"));
  omgeving_.Ok(Herstel(0, "h", "z", D("2025-01-05")));
  omgeving_.Ok(Woont(0, D("2014-01-01"), kUtrecht));
  omgeving_.Naar(Op("2025-01-20"));
  EXPECT_THAT(Signalen(), ElementsAre("2025-01-07 wacht op woonplaats", "2025-01-11 vervalt"));
  EXPECT_THAT(omgeving_.toestand().aanhoudingen(), IsEmpty());
}

TEST_F(SignaalTest, SIG04_GoesToTheSuccessorOfTheWoongemeente) {
  Registreer(omgeving_, 0, kAlmere, G("0017"));
  MaakRijp();
  omgeving_.Naar(Op("2025-01-07"));
  EXPECT_THAT(Signalen(), ElementsAre("2025-01-07 naar 0014 tot -"));
}

TEST_F(SignaalTest, SIG05_ThereIsOneFirstSignalPerCase) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  MaakRijp();
  omgeving_.Naar(Op("2025-01-07"));
  // Whatever happens to registers afterwards: no second one.
  omgeving_.Ok(Woont(0, D("2025-01-07"), kAlmere));
  omgeving_.Ok(EndDoelgroepregistratie{BsnNummer(0), D("2025-01-20")});
  omgeving_.Ok(EndLksPeriode{BsnNummer(0), D("2025-01-20")});
  omgeving_.Naar(Op("2025-03-01"));
  EXPECT_THAT(Signalen(), ElementsAre("2025-01-07 naar 0344 tot -"));
}

TEST_F(SignaalTest, SIG06_AnEndOfZwLaterGivesOneFollowUpToTheWoongemeenteOfThatDay) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  MaakRijp();
  omgeving_.Naar(Op("2025-01-20"));
  omgeving_.Ok(Woont(0, D("2025-01-15"), kAlmere));
  omgeving_.Ok(Herstel(0, "h", "z", D("2025-01-18")));
  omgeving_.Naar(Op("2025-02-20"));
  EXPECT_THAT(Signalen(),
              ElementsAre("2025-01-07 naar 0344 tot -", "2025-01-21 VERVOLG naar 0034 tot 2025-01-17"));
}

TEST_F(SignaalTest, SIG06_AnEndOfZwThatIsKnownGoesWithTheFirstRow) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  MaakRijp();
  omgeving_.Ok(Herstel(0, "h", "z", D("2025-01-06")));
  omgeving_.Naar(Op("2025-02-20"));
  EXPECT_THAT(Signalen(), ElementsAre("2025-01-07 naar 0344 tot 2025-01-05"));
}

TEST_F(SignaalTest, SIG06_WithoutWoonplaatsTheFollowUpIsHeld) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  MaakRijp();
  omgeving_.Naar(Op("2025-01-20"));
  omgeving_.Ok(Woont(0, D("2025-01-15"), std::nullopt));
  omgeving_.Ok(Herstel(0, "h", "z", D("2025-01-18")));
  omgeving_.Naar(Op("2025-01-25"));
  omgeving_.Reopen();
  omgeving_.Ok(Woont(0, D("2025-01-16"), kAlmere));
  omgeving_.Naar(Op("2025-02-20"));
  EXPECT_THAT(Signalen(), ElementsAre("2025-01-07 naar 0344 tot -", "2025-01-21 VERVOLG wacht op woonplaats",
                                      "2025-01-26 VERVOLG naar 0034 tot 2025-01-17"));
}

TEST_F(SignaalTest, SIG07_AHeldFollowUpOfAWithdrawnCaseLapsesAndTheBerichtGoes) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  MaakRijp();
  omgeving_.Naar(Op("2025-01-20"));
  omgeving_.Ok(Woont(0, D("2025-01-15"), std::nullopt));
  omgeving_.Ok(Herstel(0, "h", "z", D("2025-01-18")));
  omgeving_.Naar(Op("2025-01-25"));
  omgeving_.Ok(Trekin(0, "i", "z"));
  omgeving_.Naar(Op("2025-02-25"));
  EXPECT_THAT(Signalen(),
              ElementsAre("2025-01-07 naar 0344 tot -", "2025-01-21 VERVOLG wacht op woonplaats",
                          "2025-01-26 bericht INGETROKKEN naar 0344", "2025-01-26 VERVOLG vervalt"));
}

TEST_F(SignaalTest, SIG07_AWithdrawalAfterTheSignalGivesOneBerichtToItsReceiver) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  MaakRijp();
  omgeving_.Naar(Op("2025-01-20"));
  omgeving_.Ok(Woont(0, D("2025-01-15"), kAlmere));
  omgeving_.Ok(Trekin(0, "i", "z"));
  omgeving_.Naar(Op("2025-02-20"));
  EXPECT_THAT(Signalen(),
              ElementsAre("2025-01-07 naar 0344 tot -", "2025-01-21 bericht INGETROKKEN naar 0344"));
  EXPECT_THAT(omgeving_.toestand().berichten(), SizeIs(1));
}

TEST_F(SignaalTest, SIG07_ARecoveryOnOrBeforeEGivesHersteldVoorEindeAndThatIsAll) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  MaakRijp();
  omgeving_.Naar(Op("2025-01-20"));
  omgeving_.Ok(Herstel(0, "h", "z", D("2025-01-05")));
  omgeving_.Naar(Op("2025-01-25"));
  omgeving_.Ok(Trekin(0, "i", "z"));
  omgeving_.Naar(Op("2025-02-20"));
  EXPECT_THAT(Signalen(),
              ElementsAre("2025-01-07 naar 0344 tot -", "2025-01-21 bericht HERSTELD_VOOR_EINDE naar 0344"));
}

TEST_F(SignaalTest, SIG07_BothInOneExchangeIsIngetrokken) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  MaakRijp();
  omgeving_.Naar(Op("2025-01-20"));
  omgeving_.Ok(Herstel(0, "h", "z", D("2025-01-05")));
  omgeving_.Ok(Trekin(0, "i", "z"));
  omgeving_.Naar(Op("2025-02-20"));
  EXPECT_THAT(Signalen(),
              ElementsAre("2025-01-07 naar 0344 tot -", "2025-01-21 bericht INGETROKKEN naar 0344"));
}

TEST_F(SignaalTest, ZM09_AFollowUpCarriesTheAoOfTheFirstRow) {
  Proefomgeving wet(Op("2025-01-06"), "wet");
  Registreer(wet, 0, kAlmere, kUtrecht);
  wet.Ok(ZiekEnHerstel(0, "a", D("2024-12-10"), D("2024-12-20")));
  wet.Ok(Ziek(0, "z", D("2025-01-02")));
  wet.Ok(UitDienst(0, D("2025-01-05")));
  wet.Ok(Beslis(0, "z"));
  wet.Naar(Op("2025-01-07"));
  wet.Ok(Trekin(0, "i", "a"));
  wet.Ok(Herstel(0, "h", "z", D("2025-01-07")));
  wet.Naar(Op("2025-01-08"));
  const auto sent = wet.Alle<SignaalSent>();
  ASSERT_THAT(sent, SizeIs(2));
  EXPECT_EQ(sent[0].eerste_ao_dag, D("2024-12-10"));
  EXPECT_EQ(sent[1].eerste_ao_dag, D("2024-12-10"));
}

}  // namespace
}  // namespace ketenproef
