// Elfproef, terms, a row of a report.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <string>
#include <vector>

#include "server/app/referentiedata.h"
#include "server/omgeving/omgeving.h"
#include "server/rules/bsn.h"
#include "server/rules/profiel.h"
#include "server/rules/signaalrapport.h"
#include "server/rules/termijn.h"

namespace ketenproef {
namespace {

void ParseBsn(benchmark::State& state) {
  const std::vector<std::string> texts = {"999990007", "999990019", "999990020", "999990032", "999990044"};
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(Bsn::Parse(texts[i]));
    i = i + 1 == texts.size() ? 0 : i + 1;
  }
}
BENCHMARK(ParseBsn);

// Over all days of a year: some terms end on a working day, some before a weekend or a row of holidays.
void TermOf(benchmark::State& state, const char* profiel) {
  const auto referentie = LoadReferentiedata({});
  if (!referentie.ok()) return state.SkipWithError("no reference data");
  const Regelkader kader{*FindProfiel(profiel), referentie->feestdagen, referentie->gemeenten};
  const Dag first = *Dag::FromCivil(2025, 1, 1);
  int i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(UitersteDag(kader, first + Dagen(i), Dagen(42)));
    i = i == 364 ? 0 : i + 1;
  }
}
BENCHMARK_CAPTURE(TermOf, without_shift, "handleiding");
BENCHMARK_CAPTURE(TermOf, with_shift, "wet");

// A report of a thousand rows; the time of one row is a thousandth, as items per second say.
void RenderRij(benchmark::State& state) {
  constexpr int kRijen = 1'000;
  const Dag dag = *Dag::FromCivil(2025, 1, 6);
  const std::vector<Rapportrij> rijen(kRijen, {.soort = Signaalsoort::kEerste,
                                               .toegekend = Tijdstip(),
                                               .bsn = Bsn::FromTrustedNumber(999'990'019),
                                               .geval = {},
                                               .herstelmelding = {},
                                               .eerste_ao_dag = dag,
                                               .einde_arbeidsverhouding = dag + Dagen(100),
                                               .einde_uitkeringsverhouding = {}});
  for (auto _ : state) benchmark::DoNotOptimize(RenderSignaalrapport(rijen, {}));
  state.SetItemsProcessed(state.iterations() * kRijen);
}
BENCHMARK(RenderRij);

}  // namespace
}  // namespace ketenproef
