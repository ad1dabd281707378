#include "conformance/checks/expression.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "conformance/checks/values.h"

namespace ketenproef::conformance {
namespace {

// `JJJJ-MM-DD because counting`, or the error.
std::string Evaluate(const std::string& expression, const std::string& profiel = "handleiding") {
  Values values(profiel);
  values.Set("AO", "2025-01-06");
  values.Set("GRENS", "AO + 42");
  values.Set("A", "B");
  values.Set("B", "A");
  const auto day = values.Day(expression, ParseDag("2025-07-01"));
  if (!day.ok()) return std::string(day.status().message());
  return day->because.empty() ? day->Text() : day->because;
}

TEST(Expression, ADayIsItself) {
  EXPECT_EQ(Evaluate("2025-01-06"), "2025-01-06");
  EXPECT_EQ(Evaluate("AO"), "2025-01-06");
  EXPECT_EQ(Evaluate("vandaag"), "2025-07-01");
}

TEST(Expression, CountingIsShown) {
  EXPECT_EQ(Evaluate("AO + 42"), "AO 2025-01-06 + 42 = 2025-02-17");
  EXPECT_EQ(Evaluate("GRENS"), "AO 2025-01-06 + 42 = 2025-02-17");
  EXPECT_EQ(Evaluate("GRENS + 1"), "GRENS (AO 2025-01-06 + 42 = 2025-02-17) + 1 = 2025-02-18");
  EXPECT_EQ(Evaluate("AO - 6"), "AO 2025-01-06 - 6 = 2024-12-31");
}

TEST(Expression, YearsBackAndMonthsOn) {
  EXPECT_EQ(Evaluate("2024-02-29 - 2j"), "2024-02-29 - 2 jaar = 2022-02-28");
  EXPECT_EQ(Evaluate("2024-08-31 + 6m"), "2024-08-31 + 6 maanden = 2025-02-28");
}

// Worked example 6: Hemelvaart, the equated Friday, the weekend.
TEST(Expression, TermijnShiftsInWetOnly) {
  EXPECT_EQ(Evaluate("termijn(2024-03-28 + 42)"), "2024-03-28 + 42 = 2024-05-09");
  EXPECT_EQ(Evaluate("termijn(2024-03-28 + 42)", "wet"),
            "2024-03-28 + 42 = 2024-05-09, opgeschoven naar een werkdag (KAL-03) = 2024-05-13");
  EXPECT_EQ(Evaluate("werkdag(2024-05-09)"),
            "2024-05-09, opgeschoven naar een werkdag (KAL-03) = 2024-05-13");
  EXPECT_EQ(Evaluate("termijn(AO)", "wet"), "2025-01-06");
}

TEST(Expression, TheLaterOfTwo) {
  EXPECT_TRUE(absl::EndsWith(Evaluate("later(AO + 42, 2025-02-01)"), " = 2025-02-17"));
  EXPECT_TRUE(absl::EndsWith(Evaluate("later(AO, 2025-02-01)"), " = 2025-02-01"));
}

TEST(Expression, WhatIsWrongIsSaid) {
  EXPECT_EQ(Evaluate("AO + "), "\"AO + \" needs a number of days after + or -");
  EXPECT_EQ(Evaluate("AO 42"), "\"AO 42\" is followed by something that does not belong there");
  EXPECT_EQ(Evaluate("ONBEKEND + 1"), "\"ONBEKEND + 1\" names ONBEKEND, which is no name here");
  EXPECT_EQ(Evaluate("A"), "\"B\" names stand for each other in a ring");
  EXPECT_EQ(Evaluate("morgen(AO)"),
            "\"morgen(AO)\" has no function morgen; there are werkdag, termijn and later");
  EXPECT_EQ(Evaluate("termijn(AO"), "\"termijn(AO\" has a parenthesis that is not closed");
  EXPECT_EQ(Evaluate("AO + 2j"), "\"AO + 2j\" counts years back only (KAL-04): write - 2j");
  EXPECT_EQ(Evaluate("2199-12-31 + 1"), "\"2199-12-31 + 1\" leaves the years 1900 to 2199");
  EXPECT_EQ(Evaluate("werkdag(2016-12-28)"),
            "\"werkdag(2016-12-28)\" needs holidays of a year that is not in the table");
}

}  // namespace
}  // namespace ketenproef::conformance
