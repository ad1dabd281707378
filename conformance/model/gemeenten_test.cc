#include "conformance/model/gemeenten.h"

#include <gtest/gtest.h>

#include "fixtures/embedded/embedded.h"

namespace ketenproef::conformance {
namespace {

Dag D(absl::string_view text) {
  return ParseDag(text).value();
}

TEST(Gemeenten, TheEmbeddedTablesAreRead) {
  ASSERT_TRUE(Gemeenten::Parse(EmbeddedGemeenten(), EmbeddedHerindelingen()).ok());
}

TEST(Gemeenten, REG02_CodesOfNowAndOfThePastAreKnown) {
  const Gemeenten& gemeenten = EmbeddedGemeentetabel();
  EXPECT_TRUE(gemeenten.IsKnown("0363"));  // Amsterdam
  EXPECT_TRUE(gemeenten.IsKnown("0457"));  // Weesp, merged away
  EXPECT_TRUE(gemeenten.IsKnown("0241"));  // Groesbeek, only ever a step of a chain
  EXPECT_FALSE(gemeenten.IsKnown("9999"));
  EXPECT_FALSE(gemeenten.IsKnown("363"));
  EXPECT_FALSE(gemeenten.IsKnown(""));
}

TEST(Gemeenten, REG03_FromTheMergerDayOnTheSuccessorStandsForTheOldCode) {
  const Gemeenten& gemeenten = EmbeddedGemeentetabel();
  EXPECT_EQ(gemeenten.OpvolgerOp("0457", D("2022-03-23")), "0457");
  EXPECT_EQ(gemeenten.OpvolgerOp("0457", D("2022-03-24")), "0363");
  EXPECT_EQ(gemeenten.OpvolgerOp("0363", D("2022-03-24")), "0363");
  // Millingen to Groesbeek in 2015, Groesbeek to Berg en Dal in 2016.
  EXPECT_EQ(gemeenten.OpvolgerOp("0265", D("2014-12-31")), "0265");
  EXPECT_EQ(gemeenten.OpvolgerOp("0265", D("2015-12-31")), "0241");
  EXPECT_EQ(gemeenten.OpvolgerOp("0265", D("2016-01-01")), "1945");
}

TEST(Gemeenten, UnreadableTablesAreRefusedWithTheirLine) {
  EXPECT_FALSE(Gemeenten::Parse("code\n", EmbeddedHerindelingen()).ok());
  const auto wrong = Gemeenten::Parse(
      EmbeddedGemeenten(), "oude_code;oude_naam;nieuwe_code;nieuwe_naam;datum\n0001;a;0002;b;2025-13-01\n");
  ASSERT_FALSE(wrong.ok());
  EXPECT_NE(wrong.status().message().find("herindelingen.csv:2:"), absl::string_view::npos);
}

}  // namespace
}  // namespace ketenproef::conformance
