#include "bench/load/report/eisen.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace ketenproef::load {
namespace {

using testing::HasSubstr;

// A second in which 1,000 took 1 to 1,000 us, and one day of 3 s.
LoadResult ResultOf() {
  LoadResult result;
  LoadReport calls;
  for (std::int64_t i = 1; i <= 1'000; ++i) calls.latency.Record(i * 1'000);
  calls.answered = calls.records = 1'000;
  calls.begin_ns = 0;
  calls.end_ns = 1'000'000'000;
  LoadReport days;
  days.latency.Record(3'000'000'000);
  result.metingen = {{"melding", "", calls}, {"dag", "", days}};
  return result;
}

bool Meets(const std::string& tekst, const LoadResult& result = ResultOf()) {
  const auto eisen = ParseEisen(tekst);
  EXPECT_TRUE(eisen.ok()) << eisen.status();
  const auto oordelen = JudgeEisen(*eisen, result);
  EXPECT_TRUE(oordelen.ok()) << oordelen.status();
  EXPECT_EQ(oordelen->size(), 1U);
  return oordelen->at(0).meets;
}

std::string ErrorOf(const std::string& tekst) {
  const auto eisen = ParseEisen(tekst);
  EXPECT_TRUE(absl::IsInvalidArgument(eisen.status())) << tekst;
  return std::string(eisen.status().message());
}

TEST(Eisen, DurationsInEveryUnit) {
  EXPECT_TRUE(Meets("p50<600us"));
  EXPECT_TRUE(Meets("p50 < 0.6 ms"));
  EXPECT_FALSE(Meets("p50<400us"));
  EXPECT_TRUE(Meets("p99<=1ms"));
  EXPECT_FALSE(Meets("p99.9<900us"));
  EXPECT_TRUE(Meets("p99.9>=0.999ms"));
  EXPECT_TRUE(Meets("max<=1000000ns"));
  EXPECT_FALSE(Meets("max<1000000ns"));
  EXPECT_TRUE(Meets("mean>500us"));
  EXPECT_TRUE(Meets("p100<=1ms"));
}

TEST(Eisen, OfAnotherMeasurement) {
  EXPECT_TRUE(Meets("dag.max<10s"));
  EXPECT_FALSE(Meets("dag.p99<3s"));
  EXPECT_FALSE(Meets("dag.p99.9<3s"));
}

TEST(Eisen, RateAndCounts) {
  EXPECT_TRUE(Meets("rate>=1000"));
  EXPECT_FALSE(Meets("rate>1000"));
  EXPECT_TRUE(Meets("lost=0"));
  LoadResult result = ResultOf();
  result.afstemming.verloren = 3;
  result.afstemming.onbekend = 4;
  result.metingen[1].report.failures = 5;
  EXPECT_FALSE(Meets("lost=0", result));
  EXPECT_TRUE(Meets("lost<=3", result));
  EXPECT_FALSE(Meets("unknown=0", result));
  EXPECT_TRUE(Meets("failures=5", result));
  EXPECT_TRUE(Meets("doubled=0", result));
  result.afstemming.sommen = {{"aanvaard", 1, 1, 2}};
  EXPECT_FALSE(Meets("wrong=0", result)) << "a sum that differs is wrong too";
}

TEST(Eisen, WhatNothingWasMeasuredOfMeetsNothing) {
  LoadResult result;
  result.metingen = {{"melding", "", LoadReport()}};
  EXPECT_FALSE(Meets("p99<20ms", result));
}

TEST(Eisen, SeveralAreJudgedEach) {
  const auto eisen = ParseEisen("p99<20ms, lost=0,rate>=1000000");
  ASSERT_TRUE(eisen.ok()) << eisen.status();
  const auto oordelen = JudgeEisen(*eisen, ResultOf());
  ASSERT_TRUE(oordelen.ok());
  ASSERT_EQ(oordelen->size(), 3U);
  EXPECT_TRUE(oordelen->at(0).meets);
  EXPECT_TRUE(oordelen->at(1).meets);
  EXPECT_FALSE(oordelen->at(2).meets);
  EXPECT_EQ(oordelen->at(2).gemeten, "1000/s");
}

TEST(Eisen, WhatIsWrongIsSaid) {
  EXPECT_THAT(ErrorOf("p99"), HasSubstr("such as p99<20ms"));
  EXPECT_THAT(ErrorOf(""), HasSubstr("such as p99<20ms"));
  EXPECT_THAT(ErrorOf("p99<20ms,"), HasSubstr("such as p99<20ms"));
  EXPECT_THAT(ErrorOf("p99<20"), HasSubstr("a duration has a unit"));
  EXPECT_THAT(ErrorOf("p99<20 fortnights"), HasSubstr("a duration has a unit"));
  EXPECT_THAT(ErrorOf("p99<ms"), HasSubstr("comes a number"));
  EXPECT_THAT(ErrorOf("p99<-1ms"), HasSubstr("comes a number"));
  EXPECT_THAT(ErrorOf("lost=0ms"), HasSubstr("without a unit"));
  EXPECT_THAT(ErrorOf("p101<1ms"), HasSubstr("there is no such figure"));
  EXPECT_THAT(ErrorOf("speed>3"), HasSubstr("there are p50"));
  EXPECT_THAT(ErrorOf("dag.lost=0"), HasSubstr("of the whole run"));
}

TEST(Eisen, AMeasurementThatIsNotThereIsSaid) {
  const auto eisen = ParseEisen("uitwisseling.p99<1s");
  ASSERT_TRUE(eisen.ok());
  EXPECT_TRUE(absl::IsInvalidArgument(JudgeEisen(*eisen, ResultOf()).status()));
}

TEST(Uitslag, WhatIsLostOutweighsASaturatedGenerator) {
  LoadResult result = ResultOf();
  EXPECT_EQ(UitslagOf(result, true, {}), Uitslag::kGoed);
  EXPECT_EQ(UitslagOf(result, false, {}), Uitslag::kGefaald);
  result.metingen[0].report.busy_share = 0.96;
  EXPECT_EQ(UitslagOf(result, true, {}), Uitslag::kOngeldig);
  EXPECT_EQ(UitslagOf(result, false, {}), Uitslag::kOngeldig) << "slow, but is it the system?";
  result.afstemming.verloren = 1;
  EXPECT_EQ(UitslagOf(result, true, {}), Uitslag::kGefaald);
}

TEST(Uitslag, SendingLateMakesARunInvalid) {
  LoadResult result = ResultOf();
  result.metingen[0].report.late = 10;
  EXPECT_EQ(UitslagOf(result, true, {}), Uitslag::kGoed);
  result.metingen[0].report.late = 11;
  EXPECT_EQ(UitslagOf(result, true, {}), Uitslag::kOngeldig);
  EXPECT_EQ(VerzadigingVan(result, {}).size(), 1U);
  EXPECT_EQ(UitslagOf(result, true, {.max_late_share = 0.02}), Uitslag::kGoed);
  EXPECT_EQ(UitslagOf(result, true, {.max_late_share = 1}), Uitslag::kGoed);
}

}  // namespace
}  // namespace ketenproef::load
