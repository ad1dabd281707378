#include "server/rules/gemeenten.h"

#include <initializer_list>
#include <string>
#include <utility>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

using testing::HasSubstr;

Gemeentecode Code(std::uint16_t number) {
  return Gemeentecode::FromTrustedNumber(number);
}

// What Make says of these; empty where it makes them.
std::string ErrorOf(std::vector<Gemeente> gemeenten, std::vector<Herindeling> herindelingen) {
  const auto made = Gemeenten::Make(std::move(gemeenten), std::move(herindelingen));
  if (made.ok()) return "";
  EXPECT_EQ(made.status().code(), absl::StatusCode::kInvalidArgument);
  return std::string(made.status().message());
}

TEST(Gemeenten, REG02_RefusesACodeThatIsThereTwice) {
  EXPECT_THAT(ErrorOf({{Code(14), "Groningen"}, {Code(363), "Amsterdam"}, {Code(14), "Groningen"}}, {}),
              HasSubstr("0014"));
}

TEST(Gemeenten, REG03_RefusesTwoSuccessors) {
  const Dag dag = "2019-01-01"_dag;
  EXPECT_THAT(ErrorOf({}, {{Code(9), Code(14), dag}, {Code(9), Code(15), dag + Dagen(1)}}),
              HasSubstr("0009"));
  EXPECT_EQ(ErrorOf({}, {{Code(9), Code(14), dag}, {Code(17), Code(14), dag}}), "");
}

TEST(Gemeenten, REG03_RefusesACircle) {
  const Dag dag = "2019-01-01"_dag;
  EXPECT_THAT(ErrorOf({}, {{Code(1), Code(1), dag}}), HasSubstr("circle"));
  EXPECT_THAT(ErrorOf({}, {{Code(1), Code(2), dag}, {Code(2), Code(1), dag}}), HasSubstr("circle"));
  EXPECT_THAT(ErrorOf({}, {{Code(9), Code(1), dag},
                           {Code(1), Code(2), dag},
                           {Code(2), Code(3), dag},
                           {Code(3), Code(1), dag}}),
              HasSubstr("circle"));
}

TEST(Gemeenten, REG03_AcceptsAChainOfAllItsMergers) {
  const Dag dag = "2019-01-01"_dag;
  EXPECT_EQ(ErrorOf({}, {{Code(3), Code(4), dag}, {Code(2), Code(3), dag}, {Code(1), Code(2), dag}}), "");
}

TEST(Gemeenten, REG02_KnowsWhatIsOrWasThere) {
  const auto gemeenten = Gemeenten::Make({{Code(14), "Groningen"}}, {{Code(9), Code(15), "2019-01-01"_dag}});
  ASSERT_TRUE(gemeenten.ok());
  EXPECT_TRUE(gemeenten->IsKnown(Code(14)));
  EXPECT_TRUE(gemeenten->IsKnown(Code(9)));
  EXPECT_TRUE(gemeenten->IsKnown(Code(15)));
  for (const std::uint16_t number : std::initializer_list<std::uint16_t>{0, 8, 10, 13, 16, 9999}) {
    EXPECT_FALSE(gemeenten->IsKnown(Code(number))) << number;
  }
}

TEST(Gemeenten, REG02_TheRealTablesHoldOldAndNewCodes) {
  EXPECT_TRUE(EchteGemeenten().IsKnown(kAmsterdam));
  EXPECT_TRUE(EchteGemeenten().IsKnown(Code(457)));  // Weesp, merged away
  EXPECT_FALSE(EchteGemeenten().IsKnown(kGeenGemeente));
}

TEST(Gemeenten, REG02_ListsTheOnesInForceByCode) {
  const auto gemeenten = Gemeenten::Make({{Code(363), "Amsterdam"}, {Code(14), "Groningen"}},
                                         {{Code(9), Code(15), "2019-01-01"_dag}});
  ASSERT_TRUE(gemeenten.ok());
  ASSERT_EQ(gemeenten->gemeenten().size(), 2U);
  EXPECT_EQ(gemeenten->gemeenten()[0].naam, "Groningen");
  EXPECT_EQ(gemeenten->gemeenten()[1].code, kAmsterdam);
}

TEST(Gemeenten, REG03_StandsForItsSuccessorFromTheMergerDayOn) {
  struct Geval {
    std::uint16_t code;
    Dag dag;
    std::uint16_t opvolger;
  };
  const Geval gevallen[] = {
      {457, "2022-03-23"_dag, 457},                                 // Weesp
      {457, "2022-03-24"_dag, 363},                                 // to Amsterdam
      {457, "2022-03-25"_dag, 363}, {265, "2014-12-31"_dag, 265},   // Millingen aan de Rijn
      {265, "2015-01-01"_dag, 241},                                 // to Groesbeek
      {265, "2015-12-31"_dag, 241}, {265, "2016-01-01"_dag, 1945},  // to Berg en Dal
      {241, "2015-12-31"_dag, 241}, {241, "2016-01-01"_dag, 1945}, {363, "2199-12-31"_dag, 363},
  };
  for (const Geval& geval : gevallen) {
    EXPECT_EQ(EchteGemeenten().SuccessorOn(Code(geval.code), geval.dag), Code(geval.opvolger))
        << geval.code << " on " << geval.dag.ToString();
  }
}

}  // namespace
}  // namespace ketenproef
