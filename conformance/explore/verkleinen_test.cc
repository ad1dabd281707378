// Made shorter by what a playbook shows; here that is read off the playbook itself.
#include "conformance/explore/verkleinen.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>

#include "conformance/calendar/tijdstip.h"
#include "conformance/explore/generator.h"

namespace ketenproef::conformance {
namespace {

using StillShows = std::function<absl::StatusOr<bool>(const Proef&)>;

// Lines with kenmerk 0 to count - 1, a day apart.
Proef ProefOf(int count) {
  Proef proef;
  const Dag begin = *ParseDag("2025-01-06");
  for (int i = 0; i < count; ++i) {
    Draaiboekregel& regel = proef.draaiboek.emplace_back();
    regel.soort = Soort::kZiek;
    regel.tijdstip = *TijdstipOp(begin + Dagen(i), "13:37:00.5");
    regel.kenmerk = std::to_string(i);
    regel.toelichting = "overbodig";
    regel.datum_van = begin - Dagen(400);
    regel.datum_tot = begin;
  }
  proef.until = begin + Dagen(count + 100);
  return proef;
}

bool Holds(const Proef& proef, const std::string& kenmerk) {
  return std::any_of(proef.draaiboek.begin(), proef.draaiboek.end(),
                     [&](const Draaiboekregel& regel) { return regel.kenmerk == kenmerk; });
}

TEST(Verkleinen, WhatIsNotNeededGoes) {
  const StillShows needs_three = [](const Proef& proef) {
    return Holds(proef, "3") && Holds(proef, "11") && Holds(proef, "17");
  };
  const Verkleind verkleind = Verklein(ProefOf(25), needs_three);
  EXPECT_TRUE(verkleind.status.ok());
  ASSERT_EQ(verkleind.proef.draaiboek.size(), 3U);
  EXPECT_LT(verkleind.plays, 200);
  const Draaiboekregel& regel = verkleind.proef.draaiboek[1];
  EXPECT_EQ(regel.kenmerk, "11");
  EXPECT_EQ(regel.regelnummer, 3);
  EXPECT_EQ(regel.toelichting, "");
  EXPECT_EQ(regel.datum_van, std::nullopt);
  EXPECT_EQ(regel.datum_tot, std::nullopt);
  // All on one day, and no longer than that.
  EXPECT_EQ(verkleind.proef.draaiboek.front().tijdstip, verkleind.proef.draaiboek.back().tijdstip);
  EXPECT_EQ(verkleind.proef.until, DagVan(regel.tijdstip));
  EXPECT_EQ(FormatTijdstip(regel.tijdstip).substr(11, 8), "09:00:00");
}

TEST(Verkleinen, TwoLinesThatOnlyGoTogether) {
  // 1 and 2 together say nothing; one of them alone hides what 0 shows.
  const StillShows shows = [](const Proef& proef) {
    return Holds(proef, "0") && Holds(proef, "1") == Holds(proef, "2");
  };
  EXPECT_EQ(Verklein(ProefOf(3), shows).proef.draaiboek.size(), 1U);
}

TEST(Verkleinen, DaysAndInstantsMoveAsNearAsTheyMay) {
  const StillShows shows = [](const Proef& proef) {
    if (proef.draaiboek.size() != 2 || !proef.draaiboek[1].datum_van) return false;
    const Dag dag = DagVan(proef.draaiboek[1].tijdstip);
    return dag - DagVan(proef.draaiboek[0].tijdstip) >= Dagen(1) &&
           dag - *proef.draaiboek[1].datum_van >= Dagen(28) && proef.until >= dag + Dagen(3);
  };
  const Proef proef = ProefOf(2);
  ASSERT_TRUE(*shows(proef));
  const Proef small = Verklein(proef, shows).proef;
  const Dag dag = DagVan(small.draaiboek[1].tijdstip);
  EXPECT_EQ(dag - DagVan(small.draaiboek[0].tijdstip), Dagen(1));
  EXPECT_LT(dag - *small.draaiboek[1].datum_van, Dagen(56));  // by halves
  EXPECT_LT(small.until - dag, Dagen(7));
}

TEST(Verkleinen, EveryCandidateIsAPlaybook) {
  const Proef found = Generator(*FindMaatstaf("wet")).Make(1, 5);
  const StillShows shows = [](const Proef& proef) {
    EXPECT_FALSE(proef.draaiboek.empty());
    EXPECT_LE(DagVan(proef.draaiboek.back().tijdstip), proef.until);
    EXPECT_TRUE(ReadDraaiboek("x.csv", WriteDraaiboek(proef.draaiboek)).ok());
    return std::count_if(proef.draaiboek.begin(), proef.draaiboek.end(),
                         [](const Draaiboekregel& regel) { return regel.soort == Soort::kZiek; }) > 0;
  };
  EXPECT_EQ(Verklein(found, shows).proef.draaiboek.size(), 1U);
}

TEST(Verkleinen, AnErrorEndsTheSearchWithTheBestUntilThen) {
  int plays = 0;
  const StillShows shows = [&plays](const Proef& proef) -> absl::StatusOr<bool> {
    if (++plays == 4) return absl::UnavailableError("gone");
    return Holds(proef, "0");
  };
  const Verkleind verkleind = Verklein(ProefOf(25), shows);
  EXPECT_TRUE(absl::IsUnavailable(verkleind.status));
  EXPECT_EQ(verkleind.plays, 4);
  EXPECT_TRUE(Holds(verkleind.proef, "0"));
}

TEST(Verkleinen, TheSearchIsBounded) {
  const StillShows always = [](const Proef& proef) { return proef.draaiboek.size() == 25; };
  const Verkleind verkleind = Verklein(ProefOf(25), always, 10);
  EXPECT_EQ(verkleind.plays, 10);
  EXPECT_TRUE(absl::IsResourceExhausted(verkleind.status));
}

}  // namespace
}  // namespace ketenproef::conformance
