// What a UWV refuses and does all the same: what is refused has no effect.
#include <map>

#include "absl/strings/str_cat.h"
#include "conformance/mutants/oordelen.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance::uwv {
namespace {

// The last refused record about each case.
using Geweigerden = std::map<std::string, contract::Draaiboekregel>;

// Refused under this rule, where the case is known; from then on the case shows it.
Break TochGedaan(const std::string& regel,
                 std::function<void(contract::Ziektegeval&, const contract::Draaiboekregel&)> apply) {
  return [regel, apply = std::move(apply)](Hooks* hooks) {
    Memory<Geweigerden> geweigerd;
    OnRecords(hooks, [regel, geweigerd](RecordPassage& passage) {
      passage.Forward();
      if (passage.regel() != regel || VerwijstNaar(passage.record).empty()) return;
      const std::string key = absl::StrCat(NummerOf(passage.record), "/", VerwijstNaar(passage.record));
      geweigerd.With(passage.world().omgeving(), [&](Geweigerden& all) { all[key] = passage.record; });
    });
    Beoordelingen([geweigerd, apply](contract::Ziektegeval& geval, const World& world) {
      const std::string key = absl::StrCat(geval.loonheffingennummer(), "/", geval.kenmerk());
      geweigerd.With(world.omgeving(), [&](Geweigerden& all) {
        if (all.contains(key)) apply(geval, all[key]);
      });
    })(hooks);
  };
}

void ToonHerstel(contract::Ziektegeval& geval, const contract::Draaiboekregel& record) {
  const auto hersteld_per = HersteldPerOf(record);
  if (hersteld_per.has_value()) *geval.mutable_hersteld_per() = DatumVanDag(*hersteld_per);
}

void ToonVerlenging(contract::Ziektegeval& geval, const contract::Draaiboekregel& /*record*/) {
  geval.mutable_beoordeling()->set_verlengd(true);
}

void ToonBesluit(contract::Ziektegeval& geval, const contract::Draaiboekregel& record) {
  if (record.has_beslissing()) geval.mutable_beoordeling()->set_uitkomst(record.beslissing().uitkomst());
}

// A second end of a dienstverband is refused, and counts.
void TweedeEindeTelt(Hooks* hooks) {
  Memory<std::map<std::string, Dag>> einden;
  OnRecords(hooks, [einden](RecordPassage& passage) {
    passage.Forward();
    const bool is_meant = passage.record.has_einde_dienstverband() && passage.regel() == "REG-04";
    const auto einde = TotOf(passage.record);
    if (!is_meant || !einde.has_value()) return;
    const std::string key = absl::StrCat(BsnOf(passage.record), "/", NummerOf(passage.record));
    einden.With(passage.world().omgeving(), [&](auto& all) { all[key] = *einde; });
  });
  hooks->On<contract::ListDienstverbandenRequest>([einden](auto& call) {
    const grpc::Status status = call.Forward();
    einden.With(call.world().omgeving(), [&](auto& all) {
      for (auto& dienstverband : *call.response.mutable_dienstverbanden()) {
        const std::string key = absl::StrCat(dienstverband.bsn(), "/", dienstverband.loonheffingennummer());
        if (all.contains(key)) *dienstverband.mutable_datum_tot() = DatumVanDag(all[key]);
      }
    });
    return status;
  });
}

}  // namespace

Mutants GeweigerdMutants() {
  return {
      {"HM-01/geweigerd-telt-toch", "Een tweede herstelmelding wordt geweigerd en verzet H toch.",
       TochGedaan("HM-01", ToonHerstel)},
      {"HM-02/geweigerd-telt-toch", "Een herstelmelding met een verkeerde dag wordt geweigerd en zet H toch.",
       TochGedaan("HM-02", ToonHerstel)},
      {"BO-02/geweigerd-telt-toch", "Een verlenging zonder reden wordt geweigerd en verlengt toch.",
       TochGedaan("BO-02", ToonVerlenging)},
      {"BO-04/geweigerd-telt-toch", "Een verlenging die te laat is, wordt geweigerd en verlengt toch.",
       TochGedaan("BO-04", ToonVerlenging)},
      {"BO-07/geweigerd-telt-toch", "Een tweede besluit wordt geweigerd en komt toch in de plaats.",
       TochGedaan("BO-07", ToonBesluit)},
      {"REG-04/geweigerd-telt-toch", "Een tweede einde wordt geweigerd en verzet E toch.", TweedeEindeTelt},
  };
}

}  // namespace ketenproef::conformance::uwv
