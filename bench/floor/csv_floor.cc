#include "bench/floor/csv_floor.h"

#include <fstream>

#include "absl/strings/str_cat.h"

namespace ketenproef::floor {

absl::Status WriteCsvFloor(const std::string& path, absl::string_view row, std::int64_t rows) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  for (std::int64_t i = 0; i < rows; ++i) file.write(row.data(), static_cast<std::streamsize>(row.size()));
  file.close();
  if (!file) return absl::UnavailableError(absl::StrCat(path, ": cannot be written"));
  return absl::OkStatus();
}

}  // namespace ketenproef::floor
