#include "server/omgeving/agenda.h"

#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace ketenproef {
namespace {

using ::testing::ElementsAre;

Dag Day(int dag) {
  return Dag::FromDaysSince1970(dag);
}

std::vector<Gevalnummer> UpTo(const Agenda& agenda, int dag) {
  std::vector<Gevalnummer> gevallen;
  agenda.CollectUpTo(Day(dag), &gevallen);
  return gevallen;
}

TEST(Agenda, BeginsEmpty) {
  const Agenda agenda;
  EXPECT_EQ(agenda.FirstDag(), std::nullopt);
  EXPECT_TRUE(UpTo(agenda, 1'000).empty());
}

TEST(Agenda, CollectsByDayThenInOrderOfEntryUpToAndIncludingTheDay) {
  Agenda agenda;
  agenda.Add(Day(20), Gevalnummer{1});
  agenda.Add(Day(10), Gevalnummer{3});
  agenda.Add(Day(20), Gevalnummer{0});
  agenda.Add(Day(20), Gevalnummer{1});
  EXPECT_EQ(agenda.FirstDag(), Day(10));
  EXPECT_TRUE(UpTo(agenda, 9).empty());
  EXPECT_THAT(UpTo(agenda, 10), ElementsAre(Gevalnummer{3}));
  EXPECT_THAT(UpTo(agenda, 19), ElementsAre(Gevalnummer{3}));
  EXPECT_THAT(UpTo(agenda, 20), ElementsAre(Gevalnummer{3}, Gevalnummer{1}, Gevalnummer{0}, Gevalnummer{1}));
}

TEST(Agenda, CollectingAppends) {
  Agenda agenda;
  agenda.Add(Day(1), Gevalnummer{5});
  std::vector<Gevalnummer> gevallen = {Gevalnummer{9}};
  agenda.CollectUpTo(Day(1), &gevallen);
  EXPECT_THAT(gevallen, ElementsAre(Gevalnummer{9}, Gevalnummer{5}));
}

TEST(Agenda, RemovesUpToAndIncludingTheDay) {
  Agenda agenda;
  for (const int dag : {1, 2, 3}) agenda.Add(Day(dag), Gevalnummer{static_cast<std::uint32_t>(dag)});
  agenda.RemoveUpTo(Day(0));
  EXPECT_EQ(agenda.FirstDag(), Day(1));
  agenda.RemoveUpTo(Day(2));
  EXPECT_EQ(agenda.FirstDag(), Day(3));
  agenda.RemoveUpTo(Day(99));
  EXPECT_EQ(agenda.FirstDag(), std::nullopt);
}

}  // namespace
}  // namespace ketenproef
