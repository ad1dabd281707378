// Where what came differs from what should have come. Pure functions: safe from any thread.

#ifndef CONFORMANCE_EXPLORE_VERSCHIL_H_
#define CONFORMANCE_EXPLORE_VERSCHIL_H_

#include <optional>
#include <string>

#include "conformance/model/uitvoer.h"

namespace ketenproef::conformance {

struct Verschil {
  // What is different, without saying about whom or when: `meldingen ZIEK: uiterste_dag`, `berichten
  // INGETROKKEN: ontbreekt`, `antwoorden ZIEK: regel ZM-08, niet aanvaard`. Two differences of one kind have
  // the same; a playbook is made shorter as long as it shows the same one.
  std::string soort;
  std::string tabel;
  std::string rijsoort;  // of the row, where its table has a column `soort`, such as ZIEK
  std::string kolom;     // empty: the whole row
  // The rows, as `kolom=waarde` for what is filled; empty: there is none.
  std::string verwacht;
  std::string gekregen;

  friend bool operator==(const Verschil&, const Verschil&) = default;
};

// The first difference in the order of Uitvoer::Tabellen; nullopt: there is none.
std::optional<Verschil> FindVerschil(const Uitvoer& verwacht, const Uitvoer& gekregen);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_VERSCHIL_H_
