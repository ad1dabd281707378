// REG-01 and REG-04: doelgroepregister and dienstverbanden.
#include "conformance/mutants/breaks.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance::uwv {
namespace {

bool IsDoelgroep(const RecordPassage& passage) {
  return passage.record.has_doelgroepregistratie();
}

bool IsDienstverband(const RecordPassage& passage) {
  return passage.record.has_dienstverband();
}

// What the register holds already that is of the same kind as the record: of the same employer, where it is
// about employment.
std::vector<std::pair<std::optional<Dag>, std::optional<Dag>>> Bestaand(const RecordPassage& passage) {
  std::vector<std::pair<std::optional<Dag>, std::optional<Dag>>> perioden;
  const std::string bsn = BsnOf(passage.record);
  if (passage.record.has_doelgroepregistratie() || passage.record.has_einde_doelgroepregistratie()) {
    for (const auto& periode : passage.world().Doelgroepregistraties(bsn)) {
      perioden.emplace_back(DagVanDatum(periode.datum_van()), DagVanDatum(periode.datum_tot()));
    }
  }
  if (passage.record.has_dienstverband() || passage.record.has_einde_dienstverband()) {
    for (const auto& periode : passage.world().Dienstverbanden(bsn)) {
      if (periode.loonheffingennummer() != NummerOf(passage.record)) continue;
      perioden.emplace_back(DagVanDatum(periode.datum_van()), DagVanDatum(periode.datum_tot()));
    }
  }
  return perioden;
}

// Whether the new period begins the day after one that is there ends, or ends the day before one begins.
bool SluitAan(const RecordPassage& passage) {
  const auto van = VanOf(passage.record);
  const auto tot = TotOf(passage.record);
  for (const auto& [first, last] : Bestaand(passage)) {
    if (van.has_value() && last.has_value() && *van == *last + Dagen(1)) return true;
    if (tot.has_value() && first.has_value() && *tot + Dagen(1) == *first) return true;
  }
  return false;
}

// Whether it shares one day only, the last of one that is there.
bool DeeltEenDag(const RecordPassage& passage) {
  for (const auto& [first, last] : Bestaand(passage)) {
    if (last.has_value() && VanOf(passage.record) == last) return true;
    if (TotOf(passage.record).has_value() && TotOf(passage.record) == first) return true;
  }
  return false;
}

bool BotstMetOpen(const RecordPassage& passage) {
  for (const auto& [first, last] : Bestaand(passage)) {
    if (!last.has_value()) return true;
  }
  return false;
}

// A new period that has no end itself, before one that is there.
bool IsOpenErvoor(const RecordPassage& passage) {
  for (const auto& [first, last] : Bestaand(passage)) {
    if (!TotOf(passage.record).has_value() && VanOf(passage.record) < first) return true;
  }
  return false;
}

bool EindigtVoorBegin(const RecordPassage& passage) {
  if (VanOf(passage.record).has_value()) {
    return TotOf(passage.record).has_value() && *TotOf(passage.record) < *VanOf(passage.record);
  }
  for (const auto& [first, last] : Bestaand(passage)) {
    if (!last.has_value() && TotOf(passage.record) < first) return true;
  }
  return false;
}

// An end on the first day, of a new period or of the open one.
bool DuurtEenDag(const RecordPassage& passage) {
  if (!TotOf(passage.record).has_value()) return false;
  if (VanOf(passage.record).has_value()) return VanOf(passage.record) == TotOf(passage.record);
  for (const auto& [first, last] : Bestaand(passage)) {
    if (!last.has_value() && TotOf(passage.record) == first) return true;
  }
  return false;
}

bool HeeftGeenOpen(const RecordPassage& passage) {
  for (const auto& [first, last] : Bestaand(passage)) {
    if (!last.has_value()) return false;
  }
  return true;
}

When And(When a, When b) {
  return
      [a = std::move(a), b = std::move(b)](const RecordPassage& passage) { return a(passage) && b(passage); };
}

bool IsEindeDoelgroep(const RecordPassage& passage) {
  return passage.record.has_einde_doelgroepregistratie();
}

bool IsEindeDienstverband(const RecordPassage& passage) {
  return passage.record.has_einde_dienstverband();
}

// A dienstverband of the same worker elsewhere stands in the way.
bool WerktElders(const RecordPassage& passage) {
  return IsDienstverband(passage) && !passage.world().Dienstverbanden(BsnOf(passage.record)).empty() &&
         Bestaand(passage).empty();
}

// E before the AO of a case that was accepted.
bool EindigtVoorZiekte(const RecordPassage& passage) {
  if (!IsEindeDienstverband(passage)) return false;
  for (const auto& geval : passage.world().Gevallen()) {
    if (geval.bsn() == BsnOf(passage.record) && geval.loonheffingennummer() == NummerOf(passage.record) &&
        TotOf(passage.record) < DagVanDatum(geval.eerste_ao_dag())) {
      return true;
    }
  }
  return false;
}

// A period that is there is shown with a last day too early, or without one.
template <typename Request>
Break Toont(std::function<void(contract::Datum*)> change) {
  return [change = std::move(change)](Hooks* hooks) {
    hooks->On<Request>([change](auto& call) {
      const grpc::Status status = call.Forward();
      auto* perioden = [&] {
        if constexpr (std::is_same_v<Request, contract::ListDienstverbandenRequest>) {
          return call.response.mutable_dienstverbanden();
        } else {
          return call.response.mutable_doelgroepregistraties();
        }
      }();
      for (auto& periode : *perioden) {
        if (periode.has_datum_tot()) change(periode.mutable_datum_tot());
      }
      return status;
    });
  };
}

void EenDagEerder(contract::Datum* datum) {
  *datum = DatumVanDag(*DagVanDatum(*datum) - Dagen(1));
}

Mutants Doelgroep() {
  return {
      {"REG-01/overlap-aanvaard", "Een inschrijving die een andere overlapt, wordt aangenomen.",
       Accepts("REG-01", IsDoelgroep)},
      {"REG-01/een-dag-overlap-aanvaard", "Een inschrijving mag beginnen op de laatste dag van een andere.",
       Accepts("REG-01", And(IsDoelgroep, DeeltEenDag))},
      {"REG-01/overlap-met-lopende-aanvaard", "Een inschrijving naast een lopende wordt aangenomen.",
       Accepts("REG-01", And(IsDoelgroep, BotstMetOpen))},
      {"REG-01/lopende-ervoor-aanvaard", "Een inschrijving zonder einde, voor een andere, wordt aangenomen.",
       Accepts("REG-01", And(IsDoelgroep, IsOpenErvoor))},
      {"REG-01/aansluitend-geweigerd", "Een inschrijving die op een andere aansluit, wordt geweigerd.",
       Refuses("REG-01", kToestand, And(IsDoelgroep, SluitAan))},
      {"REG-01/einde-voor-begin", "Een inschrijving mag eindigen voor zij begint.",
       Accepts("REG-01", And(IsDoelgroep, EindigtVoorBegin))},
      {"REG-01/een-dag-geweigerd", "Een inschrijving van een dag wordt geweigerd.",
       Refuses("REG-01", kVeld, And(IsDoelgroep, DuurtEenDag))},
      {"REG-01/tweede-einde", "Een beëindigde inschrijving kan nog eens beëindigd worden.",
       Accepts("REG-01", And(IsEindeDoelgroep, HeeftGeenOpen))},
      {"REG-01/einde-voor-eerste-dag", "Een inschrijving kan beëindigd worden voor haar eerste dag.",
       Accepts("REG-01", And(IsEindeDoelgroep, EindigtVoorBegin))},
      {"REG-01/einde-op-eerste-dag-geweigerd", "Een einde op de eerste dag wordt geweigerd.",
       Refuses("REG-01", kToestand, And(IsEindeDoelgroep, DuurtEenDag))},
      {"REG-01/einde-vergeten", "Het einde van een inschrijving wordt aangenomen en niet bewaard.",
       Swallows(And(IsEindeDoelgroep, [](const RecordPassage& passage) { return !HeeftGeenOpen(passage); }))},
      {"REG-01/laatste-dag-eerder", "De laatste dag van een inschrijving wordt een dag te vroeg getoond.",
       Toont<contract::ListDoelgroepregistratiesRequest>(EenDagEerder)},
  };
}

Mutants Dienstverbandregister() {
  return {
      {"REG-04/overlap-aanvaard", "Een dienstverband dat een ander overlapt, wordt aangenomen.",
       Accepts("REG-04", IsDienstverband)},
      {"REG-04/een-dag-overlap-aanvaard", "Een dienstverband mag beginnen op de laatste dag van het vorige.",
       Accepts("REG-04", And(IsDienstverband, DeeltEenDag))},
      {"REG-04/overlap-met-lopend-aanvaard",
       "Een dienstverband naast een lopend bij dezelfde werkgever wordt aangenomen.",
       Accepts("REG-04", And(IsDienstverband, BotstMetOpen))},
      {"REG-04/aansluitend-geweigerd", "Een dienstverband dat op een ander aansluit, wordt geweigerd.",
       Refuses("REG-04", kToestand, And(IsDienstverband, SluitAan))},
      {"REG-04/andere-werkgever-telt", "Een dienstverband bij een andere werkgever staat in de weg.",
       Refuses("REG-04", kToestand, WerktElders)},
      {"REG-04/einde-voor-begin", "Een dienstverband mag eindigen voor het begint.",
       Accepts("REG-04", And(IsDienstverband, EindigtVoorBegin))},
      {"REG-04/een-dag-geweigerd", "Een dienstverband van een dag wordt geweigerd.",
       Refuses("REG-04", kVeld, And(IsDienstverband, DuurtEenDag))},
      {"REG-04/tweede-einde", "Een beëindigd dienstverband kan nog eens beëindigd worden.",
       Accepts("REG-04", And(IsEindeDienstverband, HeeftGeenOpen))},
      {"REG-04/einde-voor-eerste-dag", "Een dienstverband kan beëindigd worden voor zijn eerste dag.",
       Accepts("REG-04", And(IsEindeDienstverband, EindigtVoorBegin))},
      {"REG-04/einde-op-eerste-dag-geweigerd", "Een einde op de eerste dag wordt geweigerd.",
       Refuses("REG-04", kToestand, And(IsEindeDienstverband, DuurtEenDag))},
      {"REG-04/einde-voor-ziekte-geweigerd", "Een einde voor de AO van een ziektegeval wordt geweigerd.",
       Refuses("REG-04", kToestand, EindigtVoorZiekte)},
      {"REG-04/nieuw-na-einde-geweigerd",
       "Na het einde kan geen nieuw dienstverband bij dezelfde werkgever beginnen.",
       Refuses("REG-04", kToestand,
               And(IsDienstverband,
                   [](const RecordPassage& passage) {
                     return !Bestaand(passage).empty() && HeeftGeenOpen(passage) && !SluitAan(passage);
                   }))},
      {"REG-04/einde-vergeten", "Het einde van een dienstverband wordt aangenomen en niet bewaard.",
       Swallows(And(IsEindeDienstverband,
                    [](const RecordPassage& passage) {
                      return !HeeftGeenOpen(passage) && !EindigtVoorBegin(passage);
                    }))},
      {"REG-04/kleine-l", "Een loonheffingennummer met een kleine l wordt aangenomen.",
       Accepts("REG-04",
               [](const RecordPassage& passage) {
                 return NummerOf(passage.record).find('l') != std::string::npos;
               })},
      {"REG-04/misvormd-nummer", "Een misvormd loonheffingennummer wordt aangenomen.",
       Accepts("REG-04",
               [](const RecordPassage& passage) {
                 return IsDienstverband(passage) && !EindigtVoorBegin(passage) && Bestaand(passage).empty() &&
                        VanOf(passage.record).has_value();
               })},
      {"REG-04/laatste-dag-eerder", "E wordt een dag te vroeg getoond.",
       Toont<contract::ListDienstverbandenRequest>(EenDagEerder)},
  };
}

}  // namespace

Mutants RegisterMutants() {
  Mutants mutants = Doelgroep();
  for (Mutant& mutant : Dienstverbandregister()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::uwv
