#include "bench/statistics.h"

#include <gtest/gtest.h>

#include <vector>

namespace ketenproef::bench {
namespace {

TEST(Statistics, MedianAndSpread) {
  EXPECT_DOUBLE_EQ(Median({3}), 3);
  EXPECT_DOUBLE_EQ(Median({9, 1, 5}), 5);
  EXPECT_DOUBLE_EQ(Median({4, 1, 2, 3}), 2.5);
  EXPECT_DOUBLE_EQ(InterquartileRange({3}), 0);
  EXPECT_DOUBLE_EQ(InterquartileRange({5, 1, 4, 2, 3}), 2);
  EXPECT_DOUBLE_EQ(InterquartileRange({1, 2, 3, 4}), 1.5);
}

// Of the C(10, 5) = 252 ways to deal ten values, two put all small ones on one side.
TEST(Statistics, ApartIsAsUnlikelyAsItCanBe) {
  EXPECT_DOUBLE_EQ(MannWhitneyChance({1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}), 2.0 / 252);
  EXPECT_DOUBLE_EQ(MannWhitneyChance({6, 7, 8, 9, 10}, {1, 2, 3, 4, 5}), 2.0 / 252);
  EXPECT_DOUBLE_EQ(MannWhitneyChance({1}, {2}), 1);
  EXPECT_DOUBLE_EQ(MannWhitneyChance({1, 2, 3}, {4, 5, 6}), 0.1);
}

// U = 1 of 3 x 3: rank sums 6, 7 and their mirrors, of 20 ways: 1 + 1 + 1 + 1.
TEST(Statistics, OneOutOfPlaceIsLikelier) {
  EXPECT_DOUBLE_EQ(MannWhitneyChance({1, 2, 4}, {3, 5, 6}), 0.2);
}

TEST(Statistics, EqualValuesSayNothing) {
  EXPECT_DOUBLE_EQ(MannWhitneyChance({1, 1, 1}, {1, 1, 1}), 1);
  EXPECT_DOUBLE_EQ(MannWhitneyChance({1, 2, 3}, {1, 2, 3}), 1);
  EXPECT_DOUBLE_EQ(MannWhitneyChance({}, {1}), 1);
}

// {1, 2 | 2, 3}: of the six ways to deal ranks 1, 2.5, 2.5, 4 two have the sum 3.5 and two 6.5, two 5.
TEST(Statistics, TiesShareTheirRank) {
  EXPECT_DOUBLE_EQ(MannWhitneyChance({1, 2}, {2, 3}), 4.0 / 6);
}

}  // namespace
}  // namespace ketenproef::bench
