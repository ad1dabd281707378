// For tests: reports on disk, read by the programs that read them in earnest.

#ifndef CONFORMANCE_REPORT_PROEFLEZER_H_
#define CONFORMANCE_REPORT_PROEFLEZER_H_

#include <filesystem>
#include <string>

namespace ketenproef::conformance {

// A folder of its own under the temporary one, gone with it.
class Proeflezer {
 public:
  Proeflezer();
  ~Proeflezer();
  Proeflezer(const Proeflezer&) = delete;
  Proeflezer& operator=(const Proeflezer&) = delete;

  const std::filesystem::path& folder() const { return folder_; }

  // Writes a report there and gives its path.
  std::string Write(const std::string& name, const std::string& content) const;

  struct Reading {
    int exit_code = -1;
    std::string output;  // standard output and standard error
  };
  // Runs a command of the shell, in that folder.
  Reading Read(const std::string& command) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_PROEFLEZER_H_
