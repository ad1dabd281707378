// The bare limit of writing a report: its bytes into a file, in the pieces in which rows come.
#ifndef KETENPROEF_BENCH_FLOOR_CSV_FLOOR_H_
#define KETENPROEF_BENCH_FLOOR_CSV_FLOOR_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace ketenproef::floor {

// Writes `row` so many times into the file at `path`, which it makes anew. UNAVAILABLE where that fails.
absl::Status WriteCsvFloor(const std::string& path, absl::string_view row, std::int64_t rows);

}  // namespace ketenproef::floor

#endif  // KETENPROEF_BENCH_FLOOR_CSV_FLOOR_H_
