// A ziekmelding decided and applied to a state that knows everybody.
#include <benchmark/benchmark.h>

#include <memory>
#include <vector>

#include "absl/strings/str_format.h"
#include "fixtures/population/bsn.h"
#include "server/app/referentiedata.h"
#include "server/omgeving/omgeving.h"
#include "server/omgeving/toestand.h"
#include "server/rules/melding.h"
#include "server/rules/profiel.h"

namespace ketenproef {
namespace {

constexpr int kWerknemers = 50'000;

const Dag kVan = *Dag::FromCivil(2020, 1, 1);
const Dag kZiek = *Dag::FromCivil(2025, 1, 6);

Loonheffingennummer WerkgeverOf(int werknemer) {
  return *Loonheffingennummer::Parse(absl::StrFormat("%09dL01", 100'000'000 + werknemer % 1'000));
}

// A state in which everyone has a dienstverband, and nobody is ill.
std::unique_ptr<Toestand> MakeToestand(const std::vector<std::uint32_t>& bsns) {
  auto toestand = std::make_unique<Toestand>();
  std::int64_t volgnummer = 0;
  toestand->Apply(++volgnummer, Tijdstip(),
                  OmgevingCreated{"proef", "handleiding", Tijdstip(), 1, BsnReeks::kNegenreeks, {}});
  for (int i = 0; i < kWerknemers; ++i) {
    const Bsn bsn = Bsn::FromTrustedNumber(bsns[static_cast<std::size_t>(i)]);
    toestand->Apply(++volgnummer, Tijdstip(), DienstverbandRegistered{{bsn, {WerkgeverOf(i), kVan, {}}}});
  }
  return toestand;
}

std::vector<SubmitZiekmelding> MakeZiekmeldingen(const std::vector<std::uint32_t>& bsns) {
  std::vector<SubmitZiekmelding> ziekmeldingen;
  ziekmeldingen.reserve(kWerknemers);
  for (int i = 0; i < kWerknemers; ++i) {
    ziekmeldingen.push_back({{WerkgeverOf(i), absl::StrFormat("Z%08d", i)},
                             Bsn::FromTrustedNumber(bsns[static_cast<std::size_t>(i)]),
                             kZiek,
                             true});
  }
  return ziekmeldingen;
}

// Persons come in the order of chance in which MakeBsns gives them, as in life: their state is in no cache.
void DecideAndApplyZiekmelding(benchmark::State& state, const char* profiel) {
  const auto referentie = LoadReferentiedata({});
  const auto bsns = MakeBsns("negenreeks", kWerknemers, 1);
  if (!referentie.ok() || !bsns.ok()) return state.SkipWithError("no reference data");
  const Regelkader kader{*FindProfiel(profiel), referentie->feestdagen, referentie->gemeenten};
  const std::vector<SubmitZiekmelding> ziekmeldingen = MakeZiekmeldingen(*bsns);
  std::unique_ptr<Toestand> toestand = MakeToestand(*bsns);
  std::size_t i = 0;
  std::int64_t volgnummer = kWerknemers + 1;
  for (auto _ : state) {
    if (i == ziekmeldingen.size()) {
      state.PauseTiming();
      toestand = MakeToestand(*bsns);
      i = 0;
      volgnummer = kWerknemers + 1;
      state.ResumeTiming();
    }
    const SubmitZiekmelding& ziekmelding = ziekmeldingen[i++];
    const Dossier dossier = toestand->DossierOf(toestand->FindPersoon(ziekmelding.bsn));
    const auto besluit = DecideZiekmelding(kader, dossier, ziekmelding, kZiek);
    if (!besluit.ok()) return state.SkipWithError("a ziekmelding was refused");
    toestand->Apply(++volgnummer, Tijdstip(), *besluit);
  }
}
BENCHMARK_CAPTURE(DecideAndApplyZiekmelding, handleiding, "handleiding");
BENCHMARK_CAPTURE(DecideAndApplyZiekmelding, wet, "wet");

}  // namespace
}  // namespace ketenproef
