#include "client/cli/input_file.h"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

#include "absl/strings/str_cat.h"

namespace ketenproef {

absl::StatusOr<std::string> ReadInputFile(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (file == nullptr) return absl::NotFoundError(absl::StrCat(path, ": ", std::strerror(errno)));
  std::string content;
  std::error_code unknown;  // a pipe, for instance, has no size to reserve
  const std::uintmax_t size = std::filesystem::file_size(path, unknown);
  if (!unknown) content.reserve(static_cast<std::size_t>(size));
  constexpr std::size_t kBlockBytes = 1 << 20;
  const auto block = std::make_unique<char[]>(kBlockBytes);
  while (const std::size_t read = std::fread(block.get(), 1, kBlockBytes, file.get())) {
    content.append(block.get(), read);
  }
  if (std::ferror(file.get()) != 0) {
    return absl::UnavailableError(absl::StrCat(path, ": ", std::strerror(errno)));
  }
  return content;
}

}  // namespace ketenproef
