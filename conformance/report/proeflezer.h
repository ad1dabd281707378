// For tests: reports on disk, read by the programs that read them in earnest.

#ifndef CONFORMANCE_REPORT_PROEFLEZER_H_
#define CONFORMANCE_REPORT_PROEFLEZER_H_

#include <filesystem>
#include <string>

#include "fixtures/scratch/temporary_folder.h"

namespace ketenproef::conformance {

// A folder of its own under the temporary one, gone with it.
class Proeflezer {
 public:
  const std::filesystem::path& folder() const { return folder_.path(); }

  // Writes a report there and gives its path.
  std::string Write(const std::string& name, const std::string& content) const;

  struct Reading {
    int exit_code = -1;
    std::string output;  // standard output and standard error
  };
  // Runs a command of the shell, in that folder.
  Reading Read(const std::string& command) const;

 private:
  TemporaryFolder folder_;
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_PROEFLEZER_H_
