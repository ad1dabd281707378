#include "client/cli/input_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "absl/strings/str_cat.h"

namespace ketenproef {

absl::StatusOr<std::string> ReadInputFile(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (file == nullptr) return absl::NotFoundError(absl::StrCat(path, ": ", std::strerror(errno)));
  std::string content;
  if (std::fseek(file.get(), 0, SEEK_END) == 0) {
    const long size = std::ftell(file.get());
    if (size > 0) content.reserve(static_cast<std::size_t>(size));
    std::rewind(file.get());
  }
  constexpr std::size_t kBlockBytes = 1 << 20;
  const auto block = std::make_unique<char[]>(kBlockBytes);
  while (const std::size_t read = std::fread(block.get(), 1, kBlockBytes, file.get())) content.append(block.get(), read);
  if (std::ferror(file.get()) != 0) return absl::UnavailableError(absl::StrCat(path, ": ", std::strerror(errno)));
  return content;
}

}  // namespace ketenproef
