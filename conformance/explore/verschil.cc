#include "conformance/explore/verschil.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"

namespace ketenproef::conformance {
namespace {

std::string Text(const Tabel& tabel, const Rij& rij) {
  std::string text;
  for (size_t i = 0; i < rij.size(); ++i) {
    if (rij[i].empty()) continue;
    absl::StrAppend(&text, text.empty() ? "" : " ", tabel.kolommen[i], "=", absl::CHexEscape(rij[i]));
  }
  return text;
}

bool Holds(const std::vector<Rij>& rijen, size_t from, const Rij& rij) {
  return std::find(rijen.begin() + static_cast<std::ptrdiff_t>(from), rijen.end(), rij) != rijen.end();
}

std::string RijsoortOf(const Tabel& tabel, const Rij& rij) {
  for (size_t i = 0; i < rij.size(); ++i) {
    if (tabel.kolommen[i] == "soort") return rij[i];
  }
  return "";
}

Verschil In(const Tabel& tabel, const Rij& rij) {
  Verschil verschil;
  verschil.tabel = std::string(tabel.naam);
  verschil.rijsoort = RijsoortOf(tabel, rij);
  verschil.soort = absl::StrCat(tabel.naam, verschil.rijsoort.empty() ? "" : " ", verschil.rijsoort, ": ");
  return verschil;
}

Verschil WholeRow(const Tabel& tabel, const Rij& rij, bool is_missing) {
  Verschil verschil = In(tabel, rij);
  absl::StrAppend(&verschil.soort, is_missing ? "ontbreekt" : "te veel");
  (is_missing ? verschil.verwacht : verschil.gekregen) = Text(tabel, rij);
  return verschil;
}

// Where a line is refused that should not be, or by another rule, which rules is part of the kind.
std::string AntwoordOf(const Rij& rij) {
  return rij[4].empty() ? rij[3] : rij[4];
}

Verschil Field(const Tabel& tabel, const Rij& verwacht, const Rij& gekregen) {
  const auto [differs, other] = std::mismatch(verwacht.begin(), verwacht.end(), gekregen.begin());
  Verschil verschil = In(tabel, verwacht);
  verschil.kolom = std::string(tabel.kolommen[static_cast<size_t>(differs - verwacht.begin())]);
  absl::StrAppend(&verschil.soort, verschil.kolom);
  if (tabel.naam == "antwoorden") {
    absl::StrAppend(&verschil.soort, " ", AntwoordOf(verwacht), ", niet ", AntwoordOf(gekregen));
  }
  verschil.verwacht = Text(tabel, verwacht);
  verschil.gekregen = Text(tabel, gekregen);
  return verschil;
}

std::optional<Verschil> FindInTabel(const Tabel& verwacht, const Tabel& gekregen) {
  for (size_t i = 0; i < std::max(verwacht.rijen.size(), gekregen.rijen.size()); ++i) {
    if (i == gekregen.rijen.size()) return WholeRow(verwacht, verwacht.rijen[i], true);
    if (i == verwacht.rijen.size()) return WholeRow(verwacht, gekregen.rijen[i], false);
    const Rij& expected = verwacht.rijen[i];
    const Rij& got = gekregen.rijen[i];
    if (expected == got) continue;
    if (Holds(gekregen.rijen, i, expected)) return WholeRow(verwacht, got, false);
    if (Holds(verwacht.rijen, i, got)) return WholeRow(verwacht, expected, true);
    return Field(verwacht, expected, got);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Verschil> FindVerschil(const Uitvoer& verwacht, const Uitvoer& gekregen) {
  const auto expected = verwacht.Tabellen();
  const auto got = gekregen.Tabellen();
  for (size_t i = 0; i < expected.size(); ++i) {
    if (auto verschil = FindInTabel(*expected[i], *got[i])) return verschil;
  }
  return std::nullopt;
}

}  // namespace ketenproef::conformance
