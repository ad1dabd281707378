#include "bench/load/load_run.h"

#include "bench/load/keten/jaar_run.h"
#include "bench/load/keten/melding_run.h"

namespace ketenproef::load {

absl::StatusOr<LoadResult> RunLoad(const LoadOptions& options) {
  switch (options.modus) {
    case Modus::kJaar:
      return RunJaar(options);
    case Modus::kOphalen:
      return RunOphalen(options);
    case Modus::kEnkel:
    case Modus::kStroom:
      break;
  }
  return RunMeldingen(options);
}

}  // namespace ketenproef::load
