#include "bench/readings.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "bench/compare.h"

namespace ketenproef::bench {
namespace {

Readings Of(const std::vector<double>& ingest, const std::vector<double>& year) {
  Readings readings;
  for (const double round : ingest) readings.Add("ingest_vs_floor", round);
  for (const double round : year) readings.Add("year_s", round);
  return readings;
}

TEST(Readings, JsonHasTheKeysAndComesBack) {
  Readings readings = Of({0.5, 0.25, 0.75}, {12.5});
  readings.Add("ingest_per_s", 250'000);
  readings.SetMachine({{"processor", "a \"fast\" one"}});
  const std::string json = readings.ToJson();
  EXPECT_NE(
      json.find("\"ingest_vs_floor\": {\"value\": 0.5, \"target\": 0.35, \"met\": true, \"median\": 0.5, "
                "\"spread\": 0.25, \"rounds\": [0.5, 0.25, 0.75]}"),
      std::string::npos)
      << json;
  EXPECT_NE(json.find("\"year_s\": {\"value\": 12.5, \"target\": 10, \"met\": false"), std::string::npos)
      << json;
  const auto read = Readings::FromJson(json);
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->RoundsOf("ingest_vs_floor"), (std::vector<double>{0.5, 0.25, 0.75}));
  EXPECT_EQ(read->RoundsOf("year_s"), std::vector<double>{12.5});
  EXPECT_TRUE(read->RoundsOf("ready_ms").empty());
}

TEST(Readings, OtherTextIsRefused) {
  EXPECT_FALSE(Readings::FromJson("").ok());
  EXPECT_FALSE(Readings::FromJson("{}").ok());
  EXPECT_FALSE(Readings::FromJson("{\"year_s\": 3}").ok());
  EXPECT_FALSE(Readings::FromJson("{\"year_s\": {\"rounds\": [\"3\"]}}").ok());
}

TEST(Readings, TableSaysWhatIsMissed) {
  const std::string table = Of({0.2}, {9}).ToTable();
  EXPECT_NE(table.find("MISSED  durable ziekmeldingen"), std::string::npos) << table;
  EXPECT_NE(table.find("met     a national year"), std::string::npos) << table;
}

TEST(Compare, SaysBetterWorseAndNoise) {
  const Readings before = Of({0.40, 0.41, 0.42, 0.43, 0.44}, {8.0, 8.1, 8.2, 8.3, 8.4});
  const Comparison worse = Compare(before, Of({0.30, 0.31, 0.32, 0.33, 0.34}, {7.0, 7.1, 7.2, 7.3, 7.4}));
  EXPECT_TRUE(worse.has_worse);
  EXPECT_NE(worse.text.find("worse (99.2 % sure"), std::string::npos) << worse.text;
  EXPECT_NE(worse.text.find("better (99.2 % sure"), std::string::npos) << worse.text;
  const Comparison noise = Compare(before, Of({0.39, 0.41, 0.425, 0.43, 0.45}, {}));
  EXPECT_FALSE(noise.has_worse);
  EXPECT_NE(noise.text.find("noise"), std::string::npos) << noise.text;
  EXPECT_NE(noise.text.find("only in the first run"), std::string::npos) << noise.text;
}

// Three against three can differ by chance in one of ten.
TEST(Compare, FewRoundsAreNoise) {
  const Comparison comparison = Compare(Of({0.9, 0.91, 0.92}, {}), Of({0.1, 0.11, 0.12}, {}));
  EXPECT_FALSE(comparison.has_worse);
  EXPECT_NE(comparison.text.find("noise (90.0 % sure"), std::string::npos) << comparison.text;
}

}  // namespace
}  // namespace ketenproef::bench
