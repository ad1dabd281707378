// What load expects, against the examples of rules.md.
#include "bench/load/keten/meldingplan.h"

#include <gtest/gtest.h>

#include <map>

#include "fixtures/population/bsn.h"

namespace ketenproef::load {
namespace {

const absl::CivilDay kVandaag(2025, 6, 2);

class Plan : public testing::Test {
 protected:
  const Werknemers werknemers_ = *Werknemers::Make(20'000);
  const Meldingplan plan_{werknemers_, kVandaag};
};

TEST_F(Plan, BOE01_EveryFineAtItsBounds) {
  std::map<int, int> boete_of;  // by days late
  for (std::int64_t i = 0; i < plan_.aantal(); ++i) {
    const Verwachting verwachting = plan_.VerwachtingOf(i);
    if (!verwachting.regel.empty()) continue;
    EXPECT_EQ(verwachting.uiterste_dag, verwachting.eerste_ao_dag + 42);
    EXPECT_EQ(verwachting.dagen_te_laat, std::max<std::int64_t>(kVandaag - verwachting.uiterste_dag, 0));
    boete_of[verwachting.dagen_te_laat] = verwachting.boete_eur;
  }
  EXPECT_EQ(boete_of.at(0), 0);
  EXPECT_EQ(boete_of.at(1), 70);
  EXPECT_EQ(boete_of.at(6), 70);
  EXPECT_EQ(boete_of.at(7), 230);
  EXPECT_EQ(boete_of.at(27), 230);
  EXPECT_EQ(boete_of.at(28), 455);
}

TEST_F(Plan, ZM04_TheLastDayIsOnTimeInIt) {
  bool has_last = false;
  for (std::int64_t i = 0; i < plan_.aantal(); ++i) {
    const Verwachting verwachting = plan_.VerwachtingOf(i);
    has_last = has_last || (verwachting.uiterste_dag == kVandaag && verwachting.dagen_te_laat == 0 &&
                            verwachting.regel.empty());
  }
  EXPECT_TRUE(has_last);
}

TEST_F(Plan, BSN01_OnlyThoseThatAreToFailDo) {
  for (std::int64_t i = 0; i < 1'000; ++i) {
    v1::Ziekmelding melding;
    plan_.Fill(i, &melding);
    EXPECT_EQ(PassesElfproef(static_cast<std::uint32_t>(std::stoul(melding.bsn()))),
              plan_.VerwachtingOf(i).regel != "BSN-01");
  }
}

TEST_F(Plan, ARecordIsFoundByItsEmployerAndKenmerk) {
  v1::Ziekmelding melding;
  plan_.Fill(123, &melding);
  EXPECT_EQ(plan_.IndexOf(melding.loonheffingennummer(), melding.kenmerk()), 123);
  EXPECT_EQ(plan_.IndexOf("199999999L09", melding.kenmerk()), std::nullopt);
  EXPECT_EQ(plan_.IndexOf(melding.loonheffingennummer(), "Z99999999"), std::nullopt);
  EXPECT_EQ(plan_.IndexOf(melding.loonheffingennummer(), ""), std::nullopt);
}

}  // namespace
}  // namespace ketenproef::load
