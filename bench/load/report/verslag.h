// What came of a run of load, for a report in whatever format: the result and what was asked of it.
#ifndef KETENPROEF_BENCH_LOAD_REPORT_VERSLAG_H_
#define KETENPROEF_BENCH_LOAD_REPORT_VERSLAG_H_

#include <string>
#include <utility>
#include <vector>

#include "bench/load/load_result.h"
#include "bench/load/report/eisen.h"

namespace ketenproef::load {

struct Verslag {
  std::string systeem;  // its address or the command that started it
  std::string modus;
  // What it was done with, as names and values in Dutch.
  std::vector<std::pair<std::string, std::string>> opzet;
  LoadResult result;
  std::vector<EisOordeel> eisen;
  Uitslag uitslag = Uitslag::kGoed;
  std::vector<std::string> verzadiging;  // why it is not valid
};

// The verdict in a word, and in a sentence.
const char* UitslagWoord(Uitslag uitslag);
std::string UitslagZin(const Verslag& verslag);

// For a console: Dutch, as in the HTML page.
std::string TextOf(const Verslag& verslag);
// For machines: {"uitslag": ..., "metingen": {NAAM: {"p99_ns": ..., "histogram": [[HIGHEST_NS, COUNT],
// ...]}}, ...}
std::string JsonOf(const Verslag& verslag);
// One file, with the curves of latency as drawings in it and nothing from elsewhere. INTERNAL where the
// template is broken.
absl::StatusOr<std::string> HtmlOf(const Verslag& verslag);

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_REPORT_VERSLAG_H_
