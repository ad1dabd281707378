#include "conformance/explore/ruis.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "conformance/explore/kans.h"

namespace ketenproef::conformance {
namespace {

size_t PickIndex(Random& random, const Draaiboek& draaiboek) {
  return static_cast<size_t>(random.Below(static_cast<int>(draaiboek.size())));
}

// Puts a line after all that happens no later than it does.
void Insert(Draaiboek& draaiboek, const Draaiboekregel& regel) {
  const auto later = std::find_if(draaiboek.begin(), draaiboek.end(), [&](const Draaiboekregel& other) {
    return other.tijdstip > regel.tijdstip;
  });
  draaiboek.insert(later, regel);
}

struct Spoiled {
  std::string* field;
  std::vector<std::string> values;
};

// A field that says something says something wrong, or nothing.
void SpoilText(Random& random, Draaiboekregel& regel) {
  std::vector<Spoiled> spoiled = {
      {&regel.kenmerk, {"", std::string(256, 'k'), std::string(257, 'k')}},
      // Outside the testreeks, no elfproef, too long, all zeros.
      {&regel.bsn, {"", "111222333", "999990008", "9999900070", "000000000"}},
      {&regel.loonheffingennummer, {"", "100000000L1", "100000000l01", "300000000L01"}},
      {&regel.gemeentecode, {"", "9999", "363"}},
      {&regel.loonwaarde, {"", "100", "-1", "x", "05"}},
      {&regel.forfaitair, {"", "j", "J"}},
      {&regel.verwijst_naar, {"", "ONBEKEND", regel.verwijst_naar + "H"}},
      {&regel.toelichting, {"", std::string(4'000, 't'), std::string(4'001, 't')}}};
  spoiled.erase(std::remove_if(spoiled.begin(), spoiled.end(),
                               [](const Spoiled& field) { return field.field->empty(); }),
                spoiled.end());
  if (spoiled.empty()) return;
  const Spoiled& one = PickFrom(random, spoiled);
  *one.field = PickFrom(random, one.values);
}

// A date is a day or more off, or not there.
void SpoilDate(Random& random, Draaiboekregel& regel) {
  std::optional<Dag>& dag = random.Chance(0.5) ? regel.datum_van : regel.datum_tot;
  if (!dag) {
    if (regel.datum_van) regel.datum_tot = *regel.datum_van + Dagen(PickOf(random, {-1, 0, 1, 41, 42, 180}));
    return;
  }
  if (random.Chance(0.15)) {
    dag.reset();
    return;
  }
  *dag += Dagen(PickOf(random, {-1200, -42, -2, -1, -1, 1, 1, 2, 42}));
}

void Spoil(Random& random, Draaiboekregel& regel) {
  if (random.Chance(0.5)) return SpoilText(random, regel);
  SpoilDate(random, regel);
}

// Another kind of line with the same fields.
void Retype(Random& random, Draaiboekregel& regel) {
  regel.soort = PickOf(
      random, {Soort::kZiek, Soort::kHerstel, Soort::kZiekEnHerstel, Soort::kIntrekking, Soort::kVerlenging,
               Soort::kToekenning, Soort::kAfwijzing, Soort::kEindeLks, Soort::kEindeDienstverband});
}

// The same again later (ZM-07), or with other content, or as something new. Mostly meldingen and decisions:
// registrations are many and have less to say.
void Repeat(Random& random, Draaiboek& draaiboek) {
  Draaiboekregel again = draaiboek[PickIndex(random, draaiboek)];
  for (int tries = 0; tries < 3 && again.kenmerk.empty() && again.verwijst_naar.empty(); ++tries) {
    again = draaiboek[PickIndex(random, draaiboek)];
  }
  again.tijdstip = std::max(again.tijdstip, draaiboek[PickIndex(random, draaiboek)].tijdstip) +
                   absl::Hours(PickOf(random, {0, 0, 1, 24, 72}));
  switch (random.Below(5)) {
    case 0:
    case 1:
      break;
    case 2:
      SpoilDate(random, again);
      break;
    case 3:
      Retype(random, again);
      break;
    default:
      if (random.Chance(0.5)) SpoilDate(random, again);
      if (!again.kenmerk.empty()) again.kenmerk += "B";
  }
  Insert(draaiboek, again);
}

// A line happens at another instant of the playbook.
void Move(Random& random, Draaiboek& draaiboek) {
  const size_t index = PickIndex(random, draaiboek);
  Draaiboekregel regel = draaiboek[index];
  draaiboek.erase(draaiboek.begin() + static_cast<std::ptrdiff_t>(index));
  regel.tijdstip = draaiboek[PickIndex(random, draaiboek)].tijdstip;
  Insert(draaiboek, regel);
}

}  // namespace

void AddRuis(Random& random, Draaiboek& draaiboek) {
  const size_t index = PickIndex(random, draaiboek);
  switch (random.Below(10)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return Repeat(random, draaiboek);
    case 4:
      if (draaiboek.size() > 1) Move(random, draaiboek);
      return;
    case 5:
      if (draaiboek.size() > 1) draaiboek.erase(draaiboek.begin() + static_cast<std::ptrdiff_t>(index));
      return;
    case 6:
      return Retype(random, draaiboek[index]);
    default:
      return Spoil(random, draaiboek[index]);
  }
}

}  // namespace ketenproef::conformance
