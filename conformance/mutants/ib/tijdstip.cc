// At six o'clock: which exchange sees what is accepted then, for each kind of record by itself. The good one
// sees what came before that instant.
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/lib/datum.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"
#include "conformance/mutants/record_facts.h"

namespace ketenproef::conformance::ib {
namespace {

using Record = contract::Draaiboekregel;
using Filter = std::function<bool(const Record&)>;
// When records were accepted: by BSN, or by the case or message that they are about.
using Instants = std::map<std::string, std::vector<absl::Time>>;
// In which exchange something goes that the good one sends on this day, by when these records came.
using Shift = std::function<Dag(Dag datum, absl::Time aanvaard)>;

std::string KeyOf(const std::string& nummer, const std::string& kenmerk) {
  return absl::StrCat(nummer, " ", kenmerk);
}

// Notes when such records are accepted, under this key.
Memory<Instants> Note(Hooks* hooks, const Filter& filter,
                      const std::function<std::string(const Record&)>& key) {
  Memory<Instants> instants;
  OnRecords(hooks, [instants, filter, key](RecordPassage& passage) {
    passage.Forward();
    if (!passage.is_accepted() || !filter(passage.record)) return;
    const absl::Time now = passage.world().Now();
    instants.With(passage.world().omgeving(),
                  [&](Instants& all) { all[key(passage.record)].push_back(now); });
  });
  return instants;
}

// What came at six sharp is seen as well.
Dag OmZesUurNog(Dag datum, absl::Time aanvaard) {
  const Dag dag = DagVan(aanvaard);
  return aanvaard == UitwisselingOp(dag) && datum == dag + Dagen(1) ? dag : datum;
}

// What came on the day itself is seen on the next only.
Dag OchtendNiet(Dag datum, absl::Time aanvaard) {
  return aanvaard < UitwisselingOp(datum) && datum == DagVan(aanvaard) ? datum + Dagen(1) : datum;
}

Dag Shifted(const Instants& instants, const std::string& key, Dag datum, const Shift& shift) {
  const auto found = instants.find(key);
  if (found == instants.end()) return datum;
  for (const absl::Time instant : found->second) {
    if (shift(datum, instant) != datum) return shift(datum, instant);
  }
  return datum;
}

// First signals, by what was last known about the worker.
Break Feiten(Filter filter, Shift shift) {
  return [filter = std::move(filter), shift = std::move(shift)](Hooks* hooks) {
    const auto instants = Note(hooks, filter, BsnOf);
    Signalen([instants, shift](Signaal& signaal, const World& world) {
      if (signaal.is_vervolg) return;
      const Instants all = instants.With(world.omgeving(), [](const Instants& noted) { return noted; });
      signaal.datum = Shifted(all, signaal.rij.bsn, signaal.datum, shift);
    })(hooks);
  };
}

std::string CaseOf(const Record& record) {
  return KeyOf(NummerOf(record), VerwijstNaar(record));
}

// Follow-ups and berichten, by what came about their case.
Break Vervolg(Filter filter, Shift shift) {
  return [filter = std::move(filter), shift = std::move(shift)](Hooks* hooks) {
    const auto instants = Note(hooks, filter, CaseOf);
    Uitgaand([instants, shift](Post& post, const World& world) {
      const Instants all = instants.With(world.omgeving(), [](const Instants& noted) { return noted; });
      for (Signaal& signaal : post.signalen) {
        if (!signaal.is_vervolg) continue;
        const std::string key = KeyOf(signaal.geval.loonheffingennummer(), signaal.geval.kenmerk());
        signaal.datum = Shifted(all, key, signaal.datum, shift);
      }
      for (contract::Bericht& bericht : post.berichten) {
        const std::string key = KeyOf(bericht.inhoud().loonheffingennummer(), bericht.inhoud().kenmerk());
        *bericht.mutable_datum() = DatumVanDag(Shifted(all, key, *DagVanDatum(bericht.datum()), shift));
      }
    })(hooks);
  };
}

// Forwards, by when the message itself came.
Break Doorgeleverd(Filter filter, Shift shift) {
  return [filter = std::move(filter), shift = std::move(shift)](Hooks* hooks) {
    const auto instants =
        Note(hooks, filter, [](const Record& record) { return KeyOf(NummerOf(record), KenmerkOf(record)); });
    Doorleveringen([instants, shift](contract::Doorlevering& doorlevering, const World& world) {
      const Instants all = instants.With(world.omgeving(), [](const Instants& noted) { return noted; });
      const std::string key =
          KeyOf(doorlevering.inhoud().loonheffingennummer(), doorlevering.inhoud().kenmerk());
      const Dag datum = Shifted(all, key, *DagVanDatum(doorlevering.datum()), shift);
      *doorlevering.mutable_datum() = DatumVanDag(datum);
    })(hooks);
  };
}

bool IsEinde(const Record& record) {
  return record.has_einde_dienstverband();
}
bool IsInschrijving(const Record& record) {
  return record.has_doelgroepregistratie();
}
bool IsHerstel(const Record& record) {
  return record.has_herstelmelding();
}
bool IsIntrekking(const Record& record) {
  return record.has_intrekking();
}

}  // namespace

Mutants TijdstipMutants() {
  return {
      {"SIG-01/einde-om-zes-uur-nog", "Een E die precies om 06:00 bekend wordt, telt nog die dag.",
       Feiten(IsEinde, OmZesUurNog)},
      {"SIG-01/einde-ochtend-niet", "Een E die voor 06:00 bekend wordt, telt pas de dag erna.",
       Feiten(IsEinde, OchtendNiet)},
      {"SIG-02/lks-om-zes-uur-nog", "LKS die precies om 06:00 bekend wordt, telt nog die dag.",
       Feiten([](const Record& record) { return record.has_lks_periode(); }, OmZesUurNog)},
      {"SIG-02/lks-ochtend-niet", "LKS die voor 06:00 bekend wordt, telt pas de dag erna.",
       Feiten([](const Record& record) { return record.has_lks_periode(); }, OchtendNiet)},
      {"SIG-03/inschrijving-om-zes-uur-nog", "Een inschrijving die precies om 06:00 komt, telt nog die dag.",
       Feiten(IsInschrijving, OmZesUurNog)},
      {"SIG-03/inschrijving-ochtend-niet", "Een inschrijving die voor 06:00 komt, telt pas de dag erna.",
       Feiten(IsInschrijving, OchtendNiet)},
      {"SIG-04/woonplaats-om-zes-uur-nog",
       "Een woonplaats die precies om 06:00 bekend wordt, telt nog die dag.",
       Feiten([](const Record& record) { return record.has_woonplaats(); }, OmZesUurNog)},
      {"SIG-04/woonplaats-ochtend-niet", "Een woonplaats die voor 06:00 bekend wordt, telt pas de dag erna.",
       Feiten([](const Record& record) { return record.has_woonplaats(); }, OchtendNiet)},
      {"SIG-06/om-zes-uur-nog", "Een herstelmelding van precies 06:00 geeft die dag nog een vervolgregel.",
       Vervolg(IsHerstel, OmZesUurNog)},
      {"SIG-06/ochtend-niet", "Een herstelmelding van voor 06:00 geeft pas de dag erna een vervolgregel.",
       Vervolg(IsHerstel, OchtendNiet)},
      {"SIG-07/om-zes-uur-nog", "Een intrekking van precies 06:00 geeft die dag nog een bericht.",
       Vervolg(IsIntrekking, OmZesUurNog)},
      {"SIG-07/ochtend-niet", "Een intrekking van voor 06:00 geeft pas de dag erna een bericht.",
       Vervolg(IsIntrekking, OchtendNiet)},
      {"SIG-07/herstel-om-zes-uur-nog", "Een herstel voor E van precies 06:00 geeft die dag nog een bericht.",
       Vervolg(IsHerstel, OmZesUurNog)},
      {"SIG-07/herstel-ochtend-niet", "Een herstel voor E van voor 06:00 geeft pas de dag erna een bericht.",
       Vervolg(IsHerstel, OchtendNiet)},
      {"DL-01/ziek-om-zes-uur-nog", "Een ziekmelding van precies 06:00 gaat die dag nog.",
       Doorgeleverd(MeldtZiek, OmZesUurNog)},
      {"DL-01/ziek-ochtend-niet", "Een ziekmelding van voor 06:00 gaat pas de dag erna.",
       Doorgeleverd(MeldtZiek, OchtendNiet)},
      {"DL-01/herstel-om-zes-uur-nog", "Een herstelmelding van precies 06:00 gaat die dag nog.",
       Doorgeleverd(IsHerstel, OmZesUurNog)},
      {"DL-01/herstel-ochtend-niet", "Een herstelmelding van voor 06:00 gaat pas de dag erna.",
       Doorgeleverd(IsHerstel, OchtendNiet)},
      {"DL-01/intrekking-om-zes-uur-nog", "Een intrekking van precies 06:00 gaat die dag nog.",
       Doorgeleverd(IsIntrekking, OmZesUurNog)},
      {"DL-01/intrekking-ochtend-niet", "Een intrekking van voor 06:00 gaat pas de dag erna.",
       Doorgeleverd(IsIntrekking, OchtendNiet)},
  };
}

}  // namespace ketenproef::conformance::ib
