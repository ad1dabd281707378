// Runs of meldingen: single calls and streams of batches, on a clock that stands still.
#ifndef KETENPROEF_BENCH_LOAD_KETEN_MELDING_RUN_H_
#define KETENPROEF_BENCH_LOAD_KETEN_MELDING_RUN_H_

#include "absl/status/statusor.h"
#include "bench/load/load_run.h"

namespace ketenproef::load {

// Errors as of RunLoad.
absl::StatusOr<LoadResult> RunMeldingen(const LoadOptions& options);

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_KETEN_MELDING_RUN_H_
