#include "server/rules/korte_lijst.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "server/rules/persoon.h"

namespace ketenproef {
namespace {

using Getallen = KorteLijst<std::uint32_t, 2>;

// Through every size at which it moves or grows.
TEST(KorteLijst, HoldsWhatWasPutInAtEverySize) {
  Getallen lijst;
  EXPECT_TRUE(lijst.empty());
  std::vector<std::uint32_t> expected;
  for (std::uint32_t i = 0; i < 70; ++i) {
    lijst.push_back(i * 7);
    expected.push_back(i * 7);
    ASSERT_EQ(lijst.size(), expected.size());
    ASSERT_EQ(std::vector<std::uint32_t>(lijst.begin(), lijst.end()), expected);
    ASSERT_EQ(lijst.back(), i * 7);
    const Getallen copy = lijst;
    ASSERT_EQ(copy, lijst);
  }
}

TEST(KorteLijst, AValueOfItsOwnCanBePutInAgain) {
  KorteLijst<std::uint64_t, 1> lijst = {5};
  for (int i = 0; i < 20; ++i) lijst.push_back(lijst[0]);
  EXPECT_EQ(lijst.size(), 21U);
  for (const std::uint64_t value : lijst) EXPECT_EQ(value, 5U);
}

TEST(KorteLijst, CopiesAreIndependentAndMovesLeaveNothing) {
  for (const Getallen& original : {Getallen{}, Getallen{1}, Getallen{1, 2}, Getallen{1, 2, 3, 4, 5}}) {
    Getallen copy = original;
    copy.push_back(9);
    EXPECT_EQ(copy.size(), original.size() + 1);
    const Getallen moved = std::move(copy);
    EXPECT_EQ(moved.back(), 9U);
    Getallen assigned = {7, 8, 9, 10};
    assigned = moved;
    EXPECT_EQ(assigned, moved);
    assigned = original;
    EXPECT_EQ(assigned, original);
  }
}

TEST(KorteLijst, ValuesCanBeChanged) {
  Getallen lijst = {1, 2, 3};
  lijst[1] = 20;
  for (std::uint32_t& value : lijst) ++value;
  EXPECT_EQ(lijst, (Getallen{2, 21, 4}));
}

// What the list is for: an environment holds millions of persons.
TEST(KorteLijst, APersonTakesEightyEightBytes) {
  EXPECT_EQ(sizeof(Persoon), 88U);
}

}  // namespace
}  // namespace ketenproef
