// One run of load on a system that speaks the contract: sends it, measures it, and reconciles every record.
//
//   LoadOptions options{.modus = Modus::kStroom, .address = "localhost:5050", .omgeving = "load-1"};
//   absl::StatusOr<LoadResult> result = RunLoad(options);
//
// An error means that the run could not be made: nobody there (UNAVAILABLE), or the system refuses what a run
// needs. Whatever goes wrong once it goes is in the result.
#ifndef KETENPROEF_BENCH_LOAD_LOAD_RUN_H_
#define KETENPROEF_BENCH_LOAD_LOAD_RUN_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "bench/load/live_figures.h"
#include "bench/load/load_result.h"

namespace ketenproef::load {

enum class Modus {
  kEnkel,    // single calls of SubmitZiekmelding
  kStroom,   // streams of batches of SubmitMeldingen
  kJaar,     // daily batches under the virtual clock, collected by gemeenten every day
  kOphalen,  // gemeenten that list, download and confirm
};

struct LoadOptions {
  Modus modus = Modus::kStroom;
  std::string address;
  // Made for the run, and removed after it unless it is to be kept.
  std::string omgeving;
  bool keeps_omgeving = false;

  // Workers: records of enkel and stroom, persons of jaar and ophalen.
  int werknemers = 100'000;
  int gemeenten = 0;  // in so many; 0: in all
  // Of jaar: how many of its days.
  int dagen = 365;
  // Of ophalen: how often a gemeente comes, in all.
  std::int64_t rondes = 5'000;
  // A second, in an open loop: records of enkel and stroom, days of jaar, rounds of ophalen. 0: as fast as it
  // goes.
  double rate_per_s = 0;
  // The first so many of the same, left out of what is measured.
  std::int64_t warm_up = 0;

  int connections = 4;
  int threads = 1;
  int in_flight = 128;
  int streams = 4;
  int under_way = 4;
  int batch_records = 1'000;
  int afnemers = 8;  // gemeenten that come at the same time

  LiveFigures* live = nullptr;  // null: nobody looks
};

absl::StatusOr<LoadResult> RunLoad(const LoadOptions& options);

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_LOAD_RUN_H_
