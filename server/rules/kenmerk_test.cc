#include "server/rules/kenmerk.h"

#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

constexpr Opdrachtsoort kMeldingen[] = {Opdrachtsoort::kZiekmelding, Opdrachtsoort::kHerstelmelding,
                                        Opdrachtsoort::kZiekEnHerstelmelding, Opdrachtsoort::kIntrekking};

class KenmerkTest : public testing::Test {
 protected:
  KenmerkTest() {
    geval_.eerste_ao_dag = "2025-01-06"_dag;
    geval_.hersteld_per = "2025-01-10"_dag;
  }

  EerdereMelding Eerder(Opdrachtsoort soort) const { return {soort, kBsn, geval_, "zm-1"}; }

  // Whether the same kind only, of all kinds, is the same content.
  template <typename T>
  void ExpectSameForKindOnly(const T& opdracht, Opdrachtsoort soort) const {
    for (const Opdrachtsoort eerder : kMeldingen) {
      EXPECT_EQ(SameContent(Eerder(eerder), opdracht), eerder == soort) << static_cast<int>(eerder);
    }
  }

  Ziektegeval geval_;
};

TEST_F(KenmerkTest, ZM07_Ziekmelding) {
  const SubmitZiekmelding zelfde = Ziekmelding("2025-01-06"_dag);
  ExpectSameForKindOnly(zelfde, Opdrachtsoort::kZiekmelding);
  const EerdereMelding eerder = Eerder(Opdrachtsoort::kZiekmelding);
  SubmitZiekmelding andere = zelfde;
  andere.bsn = kAndereBsn;
  EXPECT_FALSE(SameContent(eerder, andere));
  andere = zelfde;
  andere.no_risk = true;
  EXPECT_FALSE(SameContent(eerder, andere));
  EXPECT_FALSE(SameContent(eerder, Ziekmelding("2025-01-07"_dag)));
  geval_.hersteld_per = {};  // what came later is no content
  EXPECT_TRUE(SameContent(eerder, zelfde));
}

TEST_F(KenmerkTest, ZM07_Herstelmelding) {
  const SubmitHerstelmelding zelfde = Herstelmelding("2025-01-10"_dag);
  ExpectSameForKindOnly(zelfde, Opdrachtsoort::kHerstelmelding);
  const EerdereMelding eerder = Eerder(Opdrachtsoort::kHerstelmelding);
  SubmitHerstelmelding andere = zelfde;
  andere.verwijst_naar = "zm-2";
  EXPECT_FALSE(SameContent(eerder, andere));
  EXPECT_FALSE(SameContent(eerder, Herstelmelding("2025-01-11"_dag)));
}

TEST_F(KenmerkTest, ZM07_ZiekEnHerstelmelding) {
  const SubmitZiekEnHerstelmelding zelfde = ZiekEnHerstelmelding("2025-01-06"_dag, "2025-01-10"_dag);
  ExpectSameForKindOnly(zelfde, Opdrachtsoort::kZiekEnHerstelmelding);
  const EerdereMelding eerder = Eerder(Opdrachtsoort::kZiekEnHerstelmelding);
  SubmitZiekEnHerstelmelding andere = zelfde;
  andere.bsn = kAndereBsn;
  EXPECT_FALSE(SameContent(eerder, andere));
  andere = zelfde;
  andere.no_risk = true;
  EXPECT_FALSE(SameContent(eerder, andere));
  EXPECT_FALSE(SameContent(eerder, ZiekEnHerstelmelding("2025-01-05"_dag, "2025-01-10"_dag)));
  EXPECT_FALSE(SameContent(eerder, ZiekEnHerstelmelding("2025-01-06"_dag, "2025-01-11"_dag)));
}

TEST_F(KenmerkTest, ZM07_Intrekking) {
  const WithdrawZiekmelding zelfde = Intrekking();
  ExpectSameForKindOnly(zelfde, Opdrachtsoort::kIntrekking);
  WithdrawZiekmelding andere = zelfde;
  andere.verwijst_naar = "zm-2";
  EXPECT_FALSE(SameContent(Eerder(Opdrachtsoort::kIntrekking), andere));
}

TEST_F(KenmerkTest, ZM07_OtherContentIsRefused) {
  const Weigering weigering = WeigerAndereInhoud();
  EXPECT_EQ(weigering.regel, Regel::kZm07);
  EXPECT_EQ(weigering.soort, Weigeringsoort::kAndereInhoud);
  EXPECT_TRUE(weigering.velden.empty());
}

}  // namespace
}  // namespace ketenproef
