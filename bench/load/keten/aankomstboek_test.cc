// What gemeenten collected against what was due: nothing lost, nothing twice, nothing elsewhere or later.
#include "bench/load/keten/aankomstboek.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"

namespace ketenproef::load {
namespace {

using testing::HasSubstr;

const absl::CivilDay kEerste(2025, 1, 1);
constexpr int kAantal = 5;

class Aankomsten : public testing::Test {
 protected:
  // Everything that is due in the one exchange there is, but as a test changes it.
  void BookAll() {
    for (int werknemer = 0; werknemer < kAantal; ++werknemer) {
      BookSignaal(werknemer, kEerste + 1, kEerste);
      BookZiek(werknemer, kEerste + 1);
    }
  }

  void BookSignaal(int werknemer, absl::CivilDay datum, absl::CivilDay einde) {
    v1::Rapportage rapportage;
    rapportage.set_rapportage_id(absl::StrCat("R", ++rapportages_));
    rapportage.set_gemeentecode(gemeente_.empty() ? werknemers_.Gemeentecode(werknemer) : gemeente_);
    SetDatum(datum, rapportage.mutable_datum());
    rapportage.set_aantal_rijen(1);
    rapportage.set_sha256("aa");
    const auto day = [](absl::CivilDay dag) {
      return absl::StrCat(dag.year(), dag.month() < 10 ? "0" : "", dag.month(), dag.day() < 10 ? "0" : "",
                          dag.day());
    };
    boek_.BookRapportage(rapportage, absl::StrCat("BSN;A;B;C\r\n", werknemers_.BsnText(werknemer), ";;",
                                                  day(einde), ";", day(kEerste), "\r\n"));
    last_ = rapportage;
  }

  void BookZiek(int werknemer, absl::CivilDay datum) {
    v1::Doorlevering doorlevering;
    doorlevering.set_gemeentecode(werknemers_.Gemeentecode(werknemer));
    SetDatum(datum, doorlevering.mutable_datum());
    doorlevering.mutable_inhoud()->set_soort(v1::DOORLEVERINGSOORT_ZIEK);
    doorlevering.mutable_inhoud()->set_bsn(werknemers_.BsnText(werknemer));
    doorlevering.mutable_inhoud()->set_kenmerk(werknemers_.Kenmerk(werknemer));
    boek_.BookDoorlevering(doorlevering);
  }

  Afstemming Finish() { return boek_.Finish(kEerste + 1, std::nullopt); }

  const Werknemers werknemers_ = *Werknemers::Make(kAantal);
  const Levensloop levensloop_{werknemers_, kEerste, kAllesOpEenDag};
  Aankomstboek boek_{levensloop_};
  std::string gemeente_;  // instead of the right one
  v1::Rapportage last_;
  int rapportages_ = 0;
};

TEST_F(Aankomsten, AllIsWellWhereAllCame) {
  BookAll();
  const Afstemming afstemming = Finish();
  EXPECT_TRUE(afstemming.IsWell()) << testing::PrintToString(afstemming.bevindingen);
  EXPECT_EQ(afstemming.sommen.at(0).verwacht, kAantal);
  EXPECT_EQ(afstemming.sommen.at(0).ontvangen, kAantal);
}

TEST_F(Aankomsten, SIG05_ASignalThatDidNotComeIsLost) {
  for (int werknemer = 0; werknemer < kAantal; ++werknemer) {
    if (werknemer != 2) BookSignaal(werknemer, kEerste + 1, kEerste);
    BookZiek(werknemer, kEerste + 1);
  }
  const Afstemming afstemming = Finish();
  EXPECT_EQ(afstemming.verloren, 1);
  EXPECT_FALSE(afstemming.IsWell());
}

TEST_F(Aankomsten, SIG05_ASignalThatCameTwiceIsDoubled) {
  BookAll();
  BookSignaal(2, kEerste + 1, kEerste);
  EXPECT_EQ(Finish().dubbel, 1);
}

TEST_F(Aankomsten, DL01_AForwardThatCameTwiceIsDoubled) {
  BookAll();
  BookZiek(3, kEerste + 1);
  EXPECT_EQ(Finish().dubbel, 1);
}

TEST_F(Aankomsten, SIG04_AnotherGemeenteIsWrong) {
  gemeente_ = "0001";
  BookSignaal(0, kEerste + 1, kEerste);
  const Afstemming afstemming = Finish();
  EXPECT_GE(afstemming.fout, 1);
  EXPECT_THAT(afstemming.bevindingen.at(0), HasSubstr("another gemeente"));
}

TEST_F(Aankomsten, AnotherExchangeIsWrong) {
  BookAll();
  BookZiek(0, kEerste + 2);
  EXPECT_GE(Finish().fout, 1);
}

TEST_F(Aankomsten, OtherDaysInARowAreWrong) {
  BookSignaal(0, kEerste + 1, kEerste + 1);
  EXPECT_THAT(Finish().bevindingen.at(0), HasSubstr("other days"));
}

TEST_F(Aankomsten, CSV05_AReportThatChangedIsWrong) {
  BookAll();
  boek_.BookRapportage(last_, "the same again");
  EXPECT_TRUE(Finish().IsWell());
  last_.set_sha256("bb");
  boek_.BookRapportage(last_, "other bytes");
  EXPECT_EQ(Finish().fout, 1);
}

TEST_F(Aankomsten, WhatIsNotDueYetIsNotMissed) {
  EXPECT_TRUE(boek_.Finish(kEerste, std::nullopt).IsWell());
}

TEST_F(Aankomsten, WhatTheSystemCountedMustBeWhatWasAcknowledged) {
  BookAll();
  boek_.BookVerstuurd(v1::OPDRACHTSOORT_ZIEKMELDING, kAantal, kAantal);
  v1::Omgeving omgeving;
  omgeving.add_soorttellingen()->set_soort(v1::OPDRACHTSOORT_ZIEKMELDING);
  omgeving.mutable_soorttellingen(0)->set_aantal_aanvaard(kAantal - 1);
  const Afstemming afstemming = boek_.Finish(kEerste + 1, omgeving);
  EXPECT_EQ(afstemming.Verschillen(), 1);
  EXPECT_FALSE(afstemming.IsWell());
}

TEST_F(Aankomsten, WhatTheExchangesSayTheySentMustHaveCome) {
  BookAll();
  v1::Uitwisselingstelling telling;
  telling.set_signalen(kAantal);
  telling.set_doorleveringen(kAantal + 1);
  boek_.BookUitwisseling(telling);
  const Afstemming afstemming = Finish();
  EXPECT_EQ(afstemming.Verschillen(), 1);
  EXPECT_EQ(afstemming.sommen.at(1).systeem, kAantal + 1);
}

TEST(LevensloopVan, OneInTenRecoversAndTheOthersSignalTheDayAfterTheEnd) {
  const Werknemers werknemers = *Werknemers::Make(3'000);
  const Levensloop levensloop(werknemers, kEerste, Ritme());
  int recovered = 0;
  for (int werknemer = 0; werknemer < werknemers.aantal(); ++werknemer) {
    const auto signaal = levensloop.SignaalVan(werknemer);
    recovered += signaal.has_value() ? 0 : 1;
    if (!signaal.has_value()) continue;
    EXPECT_EQ(signaal->aankomst.datum, signaal->einde_arbeidsverhouding + 1);
  }
  EXPECT_EQ(recovered, 300);
  std::size_t meldingen = 0;
  for (int dag = 0; dag < 365; ++dag) {
    meldingen += static_cast<std::size_t>(levensloop.WerkVan(dag).meldingen.meldingen_size());
  }
  EXPECT_EQ(meldingen, 3'300U);
}

}  // namespace
}  // namespace ketenproef::load
