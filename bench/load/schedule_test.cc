#include "bench/load/schedule.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ketenproef::load {
namespace {

TEST(Schedule, OpenLoopKeepsItsInstantsHoweverLateItIsAsked) {
  Schedule schedule({.turns = 4, .rate_per_s = 1'000});
  schedule.Begin(5'000'000);
  for (std::int64_t i = 0; i < 4; ++i) {
    const auto turn = schedule.Take(9'000'000'000);
    ASSERT_TRUE(turn.has_value());
    EXPECT_EQ(turn->index, i);
    EXPECT_EQ(turn->due_ns, 5'000'000 + i * 1'000'000);
  }
  EXPECT_FALSE(schedule.Take(0).has_value());
}

TEST(Schedule, ClosedLoopIsDueWhenAsked) {
  Schedule schedule({.turns = 2});
  schedule.Begin(100);
  EXPECT_EQ(schedule.Take(700)->due_ns, 700);
  EXPECT_EQ(schedule.Take(900)->due_ns, 900);
  EXPECT_FALSE(schedule.Take(901).has_value());
}

TEST(Schedule, DurationEndsIt) {
  Schedule open({.duration_ns = 3'000'000, .rate_per_s = 1'000});
  open.Begin(0);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(open.Take(0).has_value());
  EXPECT_FALSE(open.Take(0).has_value());

  Schedule closed({.duration_ns = 1'000});
  closed.Begin(50);
  EXPECT_TRUE(closed.Take(1'049).has_value());
  EXPECT_FALSE(closed.Take(1'050).has_value());
}

TEST(Schedule, WarmUpIsTheFirstTurns) {
  const Schedule schedule({.warm_up_turns = 2});
  EXPECT_TRUE(schedule.IsWarmUp({.index = 1}));
  EXPECT_FALSE(schedule.IsWarmUp({.index = 2}));
}

}  // namespace
}  // namespace ketenproef::load
