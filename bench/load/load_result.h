// What came of a run of load: how long things took, what was reconciled, and what that makes of it.
#ifndef KETENPROEF_BENCH_LOAD_LOAD_RESULT_H_
#define KETENPROEF_BENCH_LOAD_LOAD_RESULT_H_

#include <string>
#include <vector>

#include "bench/load/keten/afstemming.h"
#include "bench/load/load_report.h"

namespace ketenproef::load {

// One kind of thing that was measured.
struct Meting {
  std::string naam;  // as in the thresholds: melding, batch, dag, uitwisseling, ophalen
  std::string wat;   // in Dutch, for a report
  LoadReport report;
};

struct LoadResult {
  // The first is what the mode is about.
  std::vector<Meting> metingen;
  Afstemming afstemming;
};

// What is said of the generator: above these it was the limit, and the run is not valid. 1 and more: no
// bound.
struct Verzadiging {
  double max_late_share = LoadReport::kMaxLateShare;
  double max_busy_share = LoadReport::kMaxBusyShare;
};

enum class Uitslag {
  kGoed,
  kGefaald,   // lost, doubled or wrong; calls that failed; or a requirement that is not met
  kOngeldig,  // the generator was the limit
};

// What was lost, doubled or wrong is so whatever the generator did; a requirement of speed that is not met
// counts only where the generator was not the limit.
Uitslag UitslagOf(const LoadResult& result, bool meets_requirements, const Verzadiging& verzadiging);

// Which measurements show that the generator was the limit, and by what; empty: none.
std::vector<std::string> VerzadigingVan(const LoadResult& result, const Verzadiging& verzadiging);

std::int64_t FailuresOf(const LoadResult& result);

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_LOAD_RESULT_H_
