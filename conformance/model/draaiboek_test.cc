#include "conformance/model/draaiboek.h"

#include <gtest/gtest.h>

#include "conformance/calendar/tijdstip.h"

namespace ketenproef::conformance {
namespace {

TEST(Draaiboek, ThereAndBack) {
  Draaiboek draaiboek(2);
  draaiboek[0].tijdstip = *ParseTijdstip("2025-03-31T08:00:00.25+02:00");
  draaiboek[0].soort = Soort::kLks;
  draaiboek[0].bsn = "999990007";
  draaiboek[0].gemeentecode = "0363";
  draaiboek[0].datum_van = ParseDag("2025-01-01");
  draaiboek[0].loonwaarde = "55";
  draaiboek[0].forfaitair = "N";
  draaiboek[1].tijdstip = *ParseTijdstip("2025-04-01T08:00:00+02:00");
  draaiboek[1].soort = Soort::kVerlenging;
  draaiboek[1].kenmerk = "met;puntkomma";
  draaiboek[1].datum_tot = ParseDag("2199-12-31");
  draaiboek[1].verwijst_naar = "Z\"1";
  draaiboek[1].toelichting = "twee\r\nregels";
  NumberRegels(draaiboek);
  EXPECT_EQ(draaiboek[1].regelnummer, 3);

  const auto read = ReadDraaiboek("gebeurtenissen.csv", WriteDraaiboek(draaiboek));
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(*read, draaiboek);
}

TEST(Draaiboek, WhatCannotBeReadIsRefused) {
  EXPECT_FALSE(ReadDraaiboek("x.csv", "tijdstip;soort\n").ok());
  Draaiboek draaiboek(1);
  EXPECT_FALSE(
      ReadDraaiboek("x.csv", WriteDraaiboek(draaiboek) + "1970-01-01T00:00:00Z;NIETS;;;;;;;;;;\n").ok());
}

}  // namespace
}  // namespace ketenproef::conformance
