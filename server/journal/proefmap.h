// For tests: a directory of its own under ::testing::TempDir() or in memory, gone at the end of the test.
#ifndef KETENPROEF_SERVER_JOURNAL_PROEFMAP_H_
#define KETENPROEF_SERVER_JOURNAL_PROEFMAP_H_

#include <stdlib.h>

#include <filesystem>
#include <string>
#include <system_error>

#include "gtest/gtest.h"

namespace ketenproef {

class Proefmap {
 public:
  // A folder in memory where there is one: for tests that make many files and need no disk.
  static std::string InMemory() {
    std::error_code error;
    return std::filesystem::is_directory("/dev/shm", error) ? "/dev/shm" : ::testing::TempDir();
  }

  explicit Proefmap(const std::string& parent = ::testing::TempDir()) : path_(parent + "/ketenproefXXXXXX") {
    if (::mkdtemp(path_.data()) == nullptr) ADD_FAILURE() << path_ << " cannot be made";
  }
  Proefmap(const Proefmap&) = delete;
  Proefmap& operator=(const Proefmap&) = delete;
  ~Proefmap() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  const std::string& path() const { return path_; }
  std::string File(const std::string& naam) const { return path_ + "/" + naam; }

 private:
  std::string path_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_PROEFMAP_H_
