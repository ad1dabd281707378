// The measurements. Each runs its rounds, adds them to the readings under the keys that it names in the table
// of metrics.h, and looks whether the product really has what it acknowledged: an error where it has not, or
// where something could not be measured. One after another, never two at once.
#ifndef KETENPROEF_BENCH_MEASUREMENTS_H_
#define KETENPROEF_BENCH_MEASUREMENTS_H_

#include "absl/status/status.h"
#include "bench/readings.h"
#include "bench/settings.h"

namespace ketenproef::bench {

// ingest_vs_floor
absl::Status MeasureIngest(const Settings& settings, Readings* readings);
// unary_vs_floor
absl::Status MeasureUnary(const Settings& settings, Readings* readings);
// replay_events_per_s
absl::Status MeasureReplay(const Settings& settings, Readings* readings);
// bytes_per_case, idle_exchange_us; each round in a process of its own, which runs PrintToestand
absl::Status MeasureToestand(const Settings& settings, Readings* readings);
// year_s
absl::Status MeasureYear(const Settings& settings, Readings* readings);
// scale_10x, after year_s
absl::Status MeasureScale(const Settings& settings, Readings* readings);
// ready_ms
absl::Status MeasureReady(const Settings& settings, Readings* readings);
// load_vs_h2load
absl::Status MeasureH2load(const Settings& settings, Readings* readings);
// For orientation: rows of the journal's size into SQLite, and rows of a report into a file, with nothing
// else.
absl::Status MeasureDisk(const Settings& settings, Readings* readings);

// Fills an environment with open cases and writes a line `KEY VALUE` for each figure to standard output.
absl::Status PrintToestand(const Settings& settings);

}  // namespace ketenproef::bench

#endif  // KETENPROEF_BENCH_MEASUREMENTS_H_
