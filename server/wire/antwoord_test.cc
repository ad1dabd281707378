#include "server/wire/antwoord.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server/wire/datum.h"

namespace ketenproef {
namespace {

const Gemeentecode kOntvanger = *Gemeentecode::Parse("0363");
const Dag kExchange = *Dag::Parse("2025-06-03");

// A state with one case that was forwarded, in one report.
class Antwoord : public testing::Test {
 protected:
  void SetUp() override {
    Apply(OmgevingCreated{"standaard", "handleiding", Tijdstip(), 0, BsnReeks::kTestreeks, {}});
    Apply(DienstverbandRegistered{{*Bsn::Parse("999990299"), {nummer_, *Dag::Parse("2024-01-01"), {}}}});
    Apply(ZiekmeldingAccepted{{{nummer_, "Z-1"}, *Bsn::Parse("999990299"), *Dag::Parse("2025-06-01"), true},
                              *Dag::Parse("2025-06-02"),
                              OordeelOver(*Dag::Parse("2025-06-02"), *Dag::Parse("2025-07-13")),
                              *Dag::Parse("2025-07-14")});
    Apply(HerstelmeldingAccepted{{{nummer_, "H-1"}, "Z-1", *Dag::Parse("2025-06-02")},
                                 Gevalnummer{0},
                                 *Dag::Parse("2025-06-02"),
                                 OordeelOver(*Dag::Parse("2025-06-02"), *Dag::Parse("2025-06-04"))});
    Apply(DoorleveringSent{Meldingnummer{1}, Gevalnummer{0}, Doorleveringsoort::kHerstel, kOntvanger,
                           kOntvanger, kExchange, *Dag::Parse("2025-06-02")});
    Apply(RapportageReady{kOntvanger, kExchange, 0, std::string(32, '\xAB'), "BSN\r\n"});
  }

  void Apply(const Gebeurtenis& gebeurtenis) { toestand_.Apply(++volgnummer_, Tijdstip(), gebeurtenis); }

  Loonheffingennummer nummer_ = *Loonheffingennummer::Parse("123456789L01");
  std::int64_t volgnummer_ = 0;
  Toestand toestand_;
};

TEST_F(Antwoord, RapportageIdComesBack) {
  const std::string id = RapportageId(kOntvanger, kExchange);
  EXPECT_EQ(id, "0363-20250603");
  EXPECT_EQ(FindRapportageById(toestand_, id), 0u);
}

TEST_F(Antwoord, HostileRapportageIds) {
  const std::vector<std::string> ids = {"",
                                        "0363",
                                        "0363-2025060",
                                        "0363-202506033",
                                        "0363_20250603",
                                        "0363-20250604",
                                        "0362-20250603",
                                        "0363-20250230",
                                        "0363-00000000",
                                        "0363-2025-6-3",
                                        " 363-20250603",
                                        "+363-20250603",
                                        "0363-20250603\n",
                                        "0363-2025060x",
                                        std::string("0363-20250603\0", 14),
                                        std::string("036\0-20250603", 13),
                                        std::string("\xD9\xA0\xD9\xA3-20250603", 13),
                                        std::string(4'000'000, '0')};
  for (const std::string& id : ids) {
    EXPECT_FALSE(FindRapportageById(toestand_, id).has_value()) << id.substr(0, 40);
  }
}

TEST_F(Antwoord, DoorleveringIdComesBack) {
  const std::string id = DoorleveringId(Meldingnummer{1});
  EXPECT_EQ(id, "D-2");
  EXPECT_EQ(FindDoorleveringById(toestand_, id), 0u);
}

TEST_F(Antwoord, HostileDoorleveringIds) {
  const std::vector<std::string> ids = {"",
                                        "D",
                                        "D-",
                                        "2",
                                        "D-0",
                                        "D--2",
                                        "D-02",
                                        "D-+2",
                                        "D- 2",
                                        "D-2 ",
                                        "d-2",
                                        "B-2",
                                        "D-2\n",
                                        "D-3",
                                        "D-1",
                                        "D-2.0",
                                        "D-0x2",
                                        "D-2e0",
                                        "DD-2",
                                        "D-D-2",
                                        "D-18446744073709551615",
                                        "D-18446744073709551618",
                                        "D-4294967298",
                                        std::string("D-2\0", 4),
                                        std::string(4'000'000, '2')};
  for (const std::string& id : ids) {
    EXPECT_FALSE(FindDoorleveringById(toestand_, id).has_value()) << id.substr(0, 40);
  }
}

TEST_F(Antwoord, IdsOfTheLastNumbersFitIn64Bytes) {
  EXPECT_EQ(DoorleveringId(Meldingnummer{0xFFFFFFFF}), "D-4294967296");
  EXPECT_EQ(BerichtId(Gevalnummer{0xFFFFFFFF}), "B-4294967296");
  EXPECT_EQ(BerichtId(Gevalnummer{0}), "B-1");
}

TEST_F(Antwoord, HexIsLowerCaseAndWhole) {
  EXPECT_EQ(HexOf(std::string("\x00\x0F\xF0\xFF", 4)), "000ff0ff");
  v1::Rapportage wire;
  EncodeRapportage(toestand_.rapportages()[0], &wire);
  std::string expected;
  for (int i = 0; i < 32; ++i) expected += "ab";
  EXPECT_EQ(wire.sha256(), expected);
  EXPECT_EQ(wire.aantal_bytes(), 5);
  EXPECT_EQ(wire.bestandsnaam(), "Re-integratie_signaalrapport_0363_20250603.csv");
  EXPECT_FALSE(wire.has_bevestigd_tijdstip());
}

TEST_F(Antwoord, DL01_DoorleveringNamesTheCaseAndTheMessage) {
  v1::Doorlevering wire;
  EncodeDoorlevering(toestand_, 0, &wire);
  EXPECT_EQ(wire.bericht_id(), "D-2");
  EXPECT_EQ(wire.gemeentecode(), "0363");
  EXPECT_EQ(wire.inhoud().soort(), v1::DOORLEVERINGSOORT_HERSTEL);
  EXPECT_EQ(wire.inhoud().kenmerk(), "H-1");
  EXPECT_EQ(wire.inhoud().verwijst_naar(), "Z-1");
  EXPECT_EQ(wire.inhoud().bsn(), "999990299");
  EXPECT_EQ(FromWire(wire.inhoud().datum_ingang()), Dag::Parse("2025-06-02"));
  EXPECT_EQ(wire.melding_volgnummer(), 4);
  EXPECT_FALSE(wire.has_bevestigd_tijdstip());
}

TEST_F(Antwoord, ZiektegevalLeavesOutWhatIsNotKnown) {
  v1::Ziektegeval wire;
  EncodeZiektegeval(toestand_, Gevalnummer{0}, &wire);
  EXPECT_EQ(wire.kenmerk(), "Z-1");
  EXPECT_TRUE(wire.no_risk());
  EXPECT_TRUE(wire.has_hersteld_per());
  EXPECT_TRUE(wire.has_beoordeling());
  EXPECT_FALSE(wire.has_einde_dienstverband());
  EXPECT_FALSE(wire.has_signaal());
  EXPECT_FALSE(wire.beoordeling().has_besloten_op());
  EXPECT_FALSE(wire.beoordeling().has_besloten_tijdstip());
  EXPECT_EQ(wire.beoordeling().uitkomst(), v1::UITKOMST_UNSPECIFIED);
  EXPECT_EQ(wire.volgnummer(), 3);
}

TEST_F(Antwoord, OntvangstTellsHerhaaldAndTheFirstVolgnummer) {
  v1::Ontvangst wire;
  EncodeOntvangst(toestand_, Aanvaarding{3, true, false, Meldingnummer{0}}, &wire);
  EXPECT_TRUE(wire.herhaald());
  EXPECT_EQ(wire.volgnummer(), 3);
  ASSERT_EQ(wire.oordelen_size(), 1);
  EXPECT_EQ(wire.oordelen(0).soort(), v1::MELDINGSOORT_ZIEK);
  EXPECT_TRUE(wire.oordelen(0).tijdig());
}

TEST_F(Antwoord, LKS02_WarningOnlyOutsideTheBand) {
  v1::Verwerkt within;
  EncodeVerwerkt(Aanvaarding{5, false, false, std::nullopt}, &within);
  EXPECT_EQ(within.waarschuwingen_size(), 0);
  v1::Verwerkt outside;
  EncodeVerwerkt(Aanvaarding{5, false, true, std::nullopt}, &outside);
  ASSERT_EQ(outside.waarschuwingen_size(), 1);
  EXPECT_EQ(outside.waarschuwingen(0).regel(), "LKS-02");
}

TEST_F(Antwoord, ProfielenGiveTheTermsOfTheRules) {
  v1::Profiel handleiding;
  EncodeProfiel(*FindProfiel("handleiding"), &handleiding);
  EXPECT_EQ(handleiding.ziekmelding_termijn_dagen(), 42);
  EXPECT_EQ(handleiding.herstelmelding_termijn_dagen(), 2);
  EXPECT_EQ(handleiding.beoordeling_termijn_dagen(), 42);
  EXPECT_EQ(handleiding.beoordeling_verlenging_dagen(), 28);
  EXPECT_FALSE(handleiding.verschuift_termijnen());
  EXPECT_EQ(handleiding.samengesteld_onder_dagen(), 0);
  EXPECT_FALSE(handleiding.has_doorlevering_tot());
  v1::Profiel wet;
  EncodeProfiel(*FindProfiel("wet"), &wet);
  EXPECT_TRUE(wet.verschuift_termijnen());
  EXPECT_TRUE(wet.einde_dienstverband_vervroegt());
  EXPECT_EQ(wet.samengesteld_onder_dagen(), 28);
  EXPECT_EQ(FromWire(wet.doorlevering_tot()), Dag::Parse("2022-01-01"));
}

TEST_F(Antwoord, EnumerationsRunAlike) {
  EXPECT_EQ(ToWire(Uitkomst::kGeen), v1::UITKOMST_UNSPECIFIED);
  EXPECT_EQ(ToWire(Uitkomst::kToekenning), v1::UITKOMST_TOEKENNING);
  EXPECT_EQ(ToWire(Berichtsoort::kGeen), v1::BERICHTSOORT_UNSPECIFIED);
  EXPECT_EQ(ToWire(Berichtsoort::kIngetrokken), v1::BERICHTSOORT_INGETROKKEN);
  EXPECT_EQ(ToWire(Signaalsoort::kEerste), v1::SIGNAALSOORT_EERSTE);
  EXPECT_EQ(ToWire(Doorleveringsoort::kZiek), v1::DOORLEVERINGSOORT_ZIEK);
  EXPECT_EQ(ToWire(Aanhoudreden::kOnbestelbaar), v1::AANHOUDREDEN_ONBESTELBAAR);
  EXPECT_EQ(ToWire(BsnReeks::kTestreeks), v1::BSNREEKS_TESTREEKS);
  for (int i = 0; i < kAantalOpdrachtsoorten; ++i) {
    EXPECT_TRUE(v1::Opdrachtsoort_IsValid(ToWire(static_cast<Opdrachtsoort>(i))));
  }
  EXPECT_EQ(ToWire(Opdrachtsoort::kVerlenging), v1::OPDRACHTSOORT_VERLENGING);
}

}  // namespace
}  // namespace ketenproef
