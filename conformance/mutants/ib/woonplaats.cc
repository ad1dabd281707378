// REG-02: where a person lives, as the registers take it in. The order of entries is broken on their way in:
// what goes on is an entry that a good register reads the wrong way.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "conformance/model/gemeenten.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"
#include "conformance/mutants/record_facts.h"

namespace ketenproef::conformance::ib {
namespace {

bool IsWoonplaats(const RecordPassage& passage) {
  return passage.record.has_woonplaats();
}

// Of entries: when(gemeentecode).
When Code(std::function<bool(const std::string&)> when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    return IsWoonplaats(passage) && when(passage.record.woonplaats().gemeentecode());
  };
}

bool IsOpgeheven(const std::string& code) {
  return EmbeddedGemeentetabel().herindelingen().contains(code);
}

// Another entry than was sent.
Break Anders(std::function<void(contract::Woonplaats*, const World&)> change) {
  return Changes([change = std::move(change)](RecordPassage& passage) {
    if (IsWoonplaats(passage) && VanOf(passage.record).has_value()) {
      change(passage.record.mutable_woonplaats(), passage.world());
    }
  });
}

void Verzet(contract::Woonplaats* woonplaats, int dagen) {
  *woonplaats->mutable_datum_van() = DatumVanDag(*DagVanDatum(woonplaats->datum_van()) + Dagen(dagen));
}

// What is accepted last holds, whatever its first day: an earlier day becomes that of the latest entry.
void LaatsteAanvaardeGeldt(contract::Woonplaats* woonplaats, const World& world) {
  Dag van = *DagVanDatum(woonplaats->datum_van());
  const Dag vandaag = world.Vandaag();
  for (const auto& other : world.Woonplaatsen(woonplaats->bsn())) {
    const Dag since = *DagVanDatum(other.datum_van());
    if (since <= vandaag) van = std::max(van, since);
  }
  *woonplaats->mutable_datum_van() = DatumVanDag(van);
}

// Whether there is an entry already that is such; then the new one is dropped.
Break EersteBlijft(std::function<bool(Dag bestaand, Dag nieuw)> when) {
  return Swallows([when = std::move(when)](const RecordPassage& passage) {
    if (!IsWoonplaats(passage) || !VanOf(passage.record).has_value()) return false;
    for (const auto& other : passage.world().Woonplaatsen(BsnOf(passage.record))) {
      if (when(*DagVanDatum(other.datum_van()), *VanOf(passage.record))) return true;
    }
    return false;
  });
}

// The list shows the successor instead of what was recorded.
void ToontOpvolger(Hooks* hooks) {
  hooks->On<contract::ListWoonplaatsenRequest>([](auto& call) {
    const grpc::Status status = call.Forward();
    for (auto& woonplaats : *call.response.mutable_woonplaatsen()) {
      woonplaats.set_gemeentecode(OpvolgerOp(woonplaats.gemeentecode(), call.world().Vandaag()));
    }
    return status;
  });
}

}  // namespace

Mutants WoonplaatsMutants() {
  return {
      {"REG-02/laatst-aanvaarde-geldt", "De laatst aanvaarde inschrijving geldt, ook als zij eerder begint.",
       Anders(LaatsteAanvaardeGeldt)},
      {"REG-02/eerste-van-gelijke-geldt", "Van twee inschrijvingen met dezelfde begindag geldt de eerste.",
       EersteBlijft([](Dag bestaand, Dag nieuw) { return bestaand == nieuw; })},
      {"REG-02/verhuizing-vergeten", "Een verhuizing wordt aangenomen en niet bewaard.",
       EersteBlijft([](Dag bestaand, Dag nieuw) { return bestaand < nieuw; })},
      {"REG-02/eerdere-vergeten", "Een inschrijving van voor een andere wordt niet bewaard.",
       EersteBlijft([](Dag bestaand, Dag nieuw) { return nieuw < bestaand; })},
      {"REG-02/begindag-telt-niet", "Op de begindag zelf geldt een inschrijving nog niet.",
       Anders([](contract::Woonplaats* woonplaats, const World&) { Verzet(woonplaats, 1); })},
      {"REG-02/dag-voor-begin", "Een inschrijving geldt al op de dag voor haar begin.",
       Anders([](contract::Woonplaats* woonplaats, const World&) { Verzet(woonplaats, -1); })},
      {"REG-02/onbekend-genegeerd", "Dat de woonplaats onbekend is, wordt niet bewaard.",
       Swallows(Code([](const std::string& code) { return code.empty(); }))},
      {"REG-02/onbekend-geweigerd", "Dat de woonplaats onbekend is, wordt geweigerd.",
       Refuses("REG-02", kVeld, Code([](const std::string& code) { return code.empty(); }))},
      {"REG-02/onbekende-code-aanvaard", "Een gemeentecode die niet bestaat, wordt aangenomen.",
       Accepts("REG-02", Code([](const std::string& code) { return code.size() == 4; }))},
      {"REG-02/misvormde-code-aanvaard", "Een misvormde gemeentecode wordt aangenomen.",
       Accepts("REG-02", Code([](const std::string& code) { return code.size() != 4; }))},
      {"REG-02/opgeheven-code-geweigerd", "De code van een opgeheven gemeente wordt geweigerd.",
       Refuses("REG-02", kVeld, Code(IsOpgeheven))},
      {"REG-02/zonder-dag-aanvaard", "Een inschrijving zonder begindag wordt aangenomen.",
       Accepts("REG-02",
               [](const RecordPassage& passage) {
                 return IsWoonplaats(passage) && !VanOf(passage.record).has_value();
               })},
      {"REG-02/als-toestand", "Een onbekende gemeentecode geeft FAILED_PRECONDITION.",
       RefusesAs("REG-02", contract::WEIGERINGSOORT_TOESTAND)},
      {"REG-03/lijst-toont-opvolger", "De lijst toont de opvolger in plaats van wat is opgegeven.",
       ToontOpvolger},
  };
}

}  // namespace ketenproef::conformance::ib
