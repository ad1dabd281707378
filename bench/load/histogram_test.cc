#include "bench/load/histogram.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace ketenproef::load {
namespace {

TEST(Histogram, HoldsNothingAtFirst) {
  const Histogram histogram;
  EXPECT_EQ(histogram.count(), 0);
  EXPECT_EQ(histogram.min(), 0);
  EXPECT_EQ(histogram.max(), 0);
  EXPECT_EQ(histogram.Percentile(50), 0);
  EXPECT_EQ(histogram.mean(), 0);
}

TEST(Histogram, SmallValuesAreExact) {
  Histogram histogram;
  for (std::int64_t value = 1; value <= 100; ++value) histogram.Record(value);
  EXPECT_EQ(histogram.Percentile(0), 1);
  EXPECT_EQ(histogram.Percentile(50), 50);
  EXPECT_EQ(histogram.Percentile(99), 99);
  EXPECT_EQ(histogram.Percentile(99.1), 100);
  EXPECT_EQ(histogram.Percentile(100), 100);
  EXPECT_DOUBLE_EQ(histogram.mean(), 50.5);
}

// Alone in the histogram with something larger, every value must come back from its own bucket.
TEST(Histogram, NoValueIsReportedTooLowOrMoreThanOneIn128TooHigh) {
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  std::vector<std::int64_t> values = {0, 1, 127, 128, 129, 255, 256, 257, most - 1};
  for (int bit = 8; bit < 62; ++bit) {
    const std::int64_t power = std::int64_t{1} << bit;
    values.insert(values.end(), {power - 1, power, power + 1, power + power / 3});
  }
  for (const std::int64_t value : values) {
    Histogram histogram;
    histogram.Record(value);
    histogram.Record(most);
    EXPECT_GE(histogram.Percentile(50), value);
    EXPECT_LE(histogram.Percentile(50) - value, value / 128);
    EXPECT_EQ(histogram.max(), most);
  }
}

TEST(Histogram, BelowNothingIsNothing) {
  Histogram histogram;
  histogram.Record(-5);
  EXPECT_EQ(histogram.count(), 1);
  EXPECT_EQ(histogram.min(), 0);
  EXPECT_EQ(histogram.Percentile(100), 0);
}

TEST(Histogram, PercentilesAreThoseOfTheSortedValues) {
  std::mt19937_64 random(7);
  Histogram histogram;
  std::vector<std::int64_t> values;
  for (int i = 0; i < 20'000; ++i) {
    values.push_back(static_cast<std::int64_t>(random() >> (random() % 60 + 2)));
    histogram.Record(values.back());
  }
  std::sort(values.begin(), values.end());
  for (const double percent : {1.0, 25.0, 50.0, 90.0, 99.0, 99.9, 99.99}) {
    const auto place = static_cast<std::size_t>(percent / 100 * 20'000 - 1e-6);
    EXPECT_GE(histogram.Percentile(percent), values[place]) << percent;
    EXPECT_LE(histogram.Percentile(percent) - values[place], values[place] / 128) << percent;
  }
}

TEST(Histogram, MergedIsAsIfCountedInOne) {
  Histogram one;
  Histogram two;
  Histogram both;
  for (std::int64_t i = 0; i < 1'000; ++i) {
    (i % 3 == 0 ? one : two).Record(i * i * 97);
    both.Record(i * i * 97);
  }
  one.Merge(two);
  EXPECT_EQ(one.count(), 1'000);
  EXPECT_EQ(one.min(), both.min());
  EXPECT_EQ(one.max(), both.max());
  EXPECT_DOUBLE_EQ(one.mean(), both.mean());
  for (const double percent : {10.0, 50.0, 99.0}) {
    EXPECT_EQ(one.Percentile(percent), both.Percentile(percent));
  }
}

TEST(Histogram, BucketsTellEverythingOnceInOrder) {
  Histogram histogram;
  for (std::int64_t value = 1; value < 1'000'000; value = value * 3 + 1) {
    histogram.Record(value);
    histogram.Record(value);
  }
  std::int64_t before = -1;
  std::int64_t total = 0;
  histogram.ForEachBucket([&](std::int64_t highest, std::int64_t count) {
    EXPECT_GT(highest, before);
    before = highest;
    total += count;
  });
  EXPECT_EQ(total, histogram.count());
}

}  // namespace
}  // namespace ketenproef::load
