// What the benchmark sends about its workers, as messages of the contract in batches of 1,000, serialised:
// nothing but the product works while it is measured. The registers are those of bench/load/keten.
//
// The same workers give the same bytes. Pure functions.
#ifndef KETENPROEF_BENCH_BERICHTEN_H_
#define KETENPROEF_BENCH_BERICHTEN_H_

#include <cstdint>
#include <string>
#include <vector>

#include "bench/load/keten/werknemers.h"

namespace ketenproef::bench {

using load::Werknemers;

// Midnight in Amsterdam at which 2025 begins, and at which it ends.
inline constexpr std::int64_t kJaarBeginUnixSeconds = 1'735'686'000;
inline constexpr std::int64_t kJaarEindeUnixSeconds = 1'767'222'000;
inline constexpr char kJaarBegin[] = "2024-12-31T23:00:00Z";

// A ziekmelding of everyone, ill since 2025-01-01: in batches, or each a request of its own.
std::vector<std::string> ZiekmeldingBatches(const Werknemers& werknemers);
std::vector<std::string> ZiekmeldingRequests(const Werknemers& werknemers);

// A year as a playbook, seven lines a person: the registers on the first day; on one of the first 300 days
// the ziekmelding, 20 days later the toekenning, 25 days later the end of the dienstverband, which is 30 days
// later. So everyone gives one signal, and every gemeente receives signals nearly every day.
inline constexpr int kRegelsPerWerknemer = 7;
std::vector<std::string> JaarBatches(const Werknemers& werknemers);

}  // namespace ketenproef::bench

#endif  // KETENPROEF_BENCH_BERICHTEN_H_
