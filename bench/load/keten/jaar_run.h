// Runs in which time passes: a year of daily batches that gemeenten collect every day, and gemeenten that
// collect again and again.
#ifndef KETENPROEF_BENCH_LOAD_KETEN_JAAR_RUN_H_
#define KETENPROEF_BENCH_LOAD_KETEN_JAAR_RUN_H_

#include "absl/status/statusor.h"
#include "bench/load/load_run.h"

namespace ketenproef::load {

// Errors as of RunLoad.
absl::StatusOr<LoadResult> RunJaar(const LoadOptions& options);
absl::StatusOr<LoadResult> RunOphalen(const LoadOptions& options);

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_KETEN_JAAR_RUN_H_
