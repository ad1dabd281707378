// On what a benchmark was taken.
#ifndef KETENPROEF_BENCH_MACHINE_H_
#define KETENPROEF_BENCH_MACHINE_H_

#include <string>
#include <utility>
#include <vector>

namespace ketenproef::bench {

// Processor, cores, memory, kernel and how busy the machine was with other work, as names and values;
// "unknown" where Linux does not tell.
std::vector<std::pair<std::string, std::string>> DescribeMachine();

}  // namespace ketenproef::bench

#endif  // KETENPROEF_BENCH_MACHINE_H_
