// Runs of meldingen against systems that are well, and against systems that lose, double and misjudge: each
// of these must be found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "bench/load/keten/nepsysteem.h"
#include "bench/load/load_run.h"

namespace ketenproef::load {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr int kWerknemers = 1'000;

class MeldingRun : public testing::TestWithParam<Modus> {
 protected:
  LoadResult Run(Gebrek gebrek) {
    Nepsysteem systeem(gebrek);
    LoadOptions options;
    options.modus = GetParam();
    options.address = systeem.address();
    options.omgeving = "load-test";
    options.werknemers = kWerknemers;
    options.batch_records = 150;
    options.in_flight = 16;
    options.streams = 2;
    options.warm_up = 300;
    auto result = RunLoad(options);
    EXPECT_TRUE(result.ok()) << result.status();
    EXPECT_EQ(systeem.omgevingen(), 0) << "the omgeving of the run is left behind";
    return result.ok() ? *std::move(result) : LoadResult();
  }

  static std::map<std::string, Som> SommenOf(const LoadResult& result) {
    std::map<std::string, Som> sommen;
    for (const Som& som : result.afstemming.sommen) sommen[som.naam] = som;
    return sommen;
  }
};

INSTANTIATE_TEST_SUITE_P(Modi, MeldingRun, testing::Values(Modus::kEnkel, Modus::kStroom),
                         [](const auto& mode) { return mode.param == Modus::kEnkel ? "Enkel" : "Stroom"; });

TEST_P(MeldingRun, AllIsWellWithASystemThatIs) {
  const LoadResult result = Run(Gebrek::kGeen);
  EXPECT_TRUE(result.afstemming.IsWell()) << testing::PrintToString(result.afstemming.bevindingen);
  EXPECT_EQ(FailuresOf(result), 0);
  EXPECT_EQ(result.afstemming.verstuurd, kWerknemers);
  EXPECT_EQ(result.afstemming.beantwoord, kWerknemers);
  EXPECT_EQ(result.metingen.at(0).report.records, kWerknemers - 300);
  const auto sommen = SommenOf(result);
  for (const auto& [naam, aantal] : std::map<std::string, int>{{"aanvaard", 970},
                                                               {"gevallen", 970},
                                                               {"BOE-01 70 euro", 40},
                                                               {"BOE-01 230 euro", 40},
                                                               {"BOE-01 455 euro", 40},
                                                               {"geweigerd ZM-02", 10},
                                                               {"geweigerd ZM-03", 10},
                                                               {"geweigerd BSN-01", 10}}) {
    ASSERT_TRUE(sommen.contains(naam)) << naam;
    EXPECT_EQ(sommen.at(naam).verwacht, aantal) << naam;
    EXPECT_EQ(sommen.at(naam).ontvangen, aantal) << naam;
  }
  EXPECT_EQ(sommen.at("gevallen").systeem, 970);
  EXPECT_EQ(sommen.at("journaal").systeem, 970);
  EXPECT_EQ(sommen.at("geweigerd ZM-02").systeem, 10);
}

// Of 970 that were accepted every fiftieth.
TEST_P(MeldingRun, WhatIsLostIsFound) {
  const LoadResult result = Run(Gebrek::kVerliest);
  EXPECT_EQ(result.afstemming.verloren, 19);
  EXPECT_EQ(result.afstemming.dubbel, 0);
  EXPECT_EQ(result.afstemming.fout, 0);
  EXPECT_FALSE(result.afstemming.IsWell());
  EXPECT_THAT(result.afstemming.bevindingen.at(0), HasSubstr("does not have it"));
}

TEST_P(MeldingRun, WhatTheJournalForgetsIsLost) {
  const LoadResult result = Run(Gebrek::kVergeetJournaal);
  EXPECT_EQ(result.afstemming.verloren, 19);
  EXPECT_THAT(result.afstemming.bevindingen.at(0), HasSubstr("in its journal"));
  EXPECT_FALSE(SommenOf(result).at("journaal").IsWell());
}

TEST_P(MeldingRun, WhatIsDoubledIsFound) {
  const LoadResult result = Run(Gebrek::kVerdubbelt);
  EXPECT_EQ(result.afstemming.dubbel, 19);
  EXPECT_EQ(result.afstemming.verloren, 0);
  EXPECT_EQ(result.afstemming.fout, 0);
}

TEST_P(MeldingRun, AWrongFineIsFound) {
  const LoadResult result = Run(Gebrek::kVerkeerdeBoete);
  // In the answer and in the journal.
  EXPECT_EQ(result.afstemming.fout, 8);
  EXPECT_EQ(result.metingen.at(0).report.failures > 0, true);
  EXPECT_THAT(result.afstemming.bevindingen.at(0), HasSubstr("boete_eur is 70, not 230"));
  EXPECT_FALSE(SommenOf(result).at("BOE-01 230 euro").IsWell());
}

TEST_P(MeldingRun, ARefusalUnderAnotherRuleIsFound) {
  const LoadResult result = Run(Gebrek::kVerkeerdeRegel);
  EXPECT_EQ(result.afstemming.fout, 10);
  EXPECT_THAT(result.afstemming.bevindingen.at(0), HasSubstr("ZM-03, not ZM-02"));
  EXPECT_FALSE(SommenOf(result).at("geweigerd ZM-03").IsWell());
}

TEST_P(MeldingRun, ARefusalOfWhatIsAllowedIsFound) {
  const LoadResult result = Run(Gebrek::kTeStreng);
  EXPECT_GT(result.afstemming.fout, 0);
  EXPECT_THAT(result.afstemming.bevindingen.at(0), HasSubstr("though every rule allows it"));
}

TEST_P(MeldingRun, AnAcceptanceOfWhatIsForbiddenIsFound) {
  const LoadResult result = Run(Gebrek::kTeRuim);
  // Each is a wrong answer, a case and an event that should not be.
  EXPECT_EQ(result.afstemming.fout, 30);
  EXPECT_THAT(result.afstemming.bevindingen.at(0), HasSubstr("though ZM-03 refuses it"));
}

TEST_P(MeldingRun, ACountThatIsNotRightIsFound) {
  const LoadResult result = Run(Gebrek::kTeltVerkeerd);
  EXPECT_EQ(result.afstemming.Verschillen(), 1);
  EXPECT_EQ(SommenOf(result).at("aanvaard").systeem, 971);
  EXPECT_FALSE(result.afstemming.IsWell());
}

TEST_P(MeldingRun, NoFindingHoldsABsn) {
  for (const std::string& bevinding : Run(Gebrek::kVerkeerdeBoete).afstemming.bevindingen) {
    EXPECT_THAT(bevinding, Not(testing::ContainsRegex("[^0-9Z][0-9]{9}")));
  }
}

using EnkelRun = MeldingRun;
INSTANTIATE_TEST_SUITE_P(Modi, EnkelRun, testing::Values(Modus::kEnkel));

// A call that found nobody is a failure, and its record is not known: neither lost nor there.
TEST_P(EnkelRun, WhatWasNotAnsweredIsNotKnown) {
  const LoadResult result = Run(Gebrek::kValtUit);
  EXPECT_EQ(result.afstemming.onbekend, 100);
  EXPECT_EQ(FailuresOf(result), 100);
  EXPECT_EQ(result.afstemming.verloren, 0);
  EXPECT_TRUE(result.afstemming.IsWell()) << testing::PrintToString(result.afstemming.bevindingen);
  EXPECT_EQ(UitslagOf(result, true, {1, 1}), Uitslag::kGefaald);
}

TEST(LoadRun, AnOmgevingOfSomebodyElseIsLeftAlone) {
  const Nepsysteem systeem(Gebrek::kGeen);
  LoadOptions options;
  options.address = systeem.address();
  options.omgeving = "bestaat-al";
  options.werknemers = 10;
  const auto result = RunLoad(options);
  EXPECT_TRUE(absl::IsAlreadyExists(result.status())) << result.status();
  EXPECT_EQ(systeem.omgevingen(), 0);
}

TEST(LoadRun, AnOmgevingThatIsKeptStays) {
  const Nepsysteem systeem(Gebrek::kGeen);
  LoadOptions options;
  options.address = systeem.address();
  options.omgeving = "blijft";
  options.keeps_omgeving = true;
  options.werknemers = 10;
  EXPECT_TRUE(RunLoad(options).ok());
  EXPECT_EQ(systeem.omgevingen(), 1);
}

}  // namespace
}  // namespace ketenproef::load
