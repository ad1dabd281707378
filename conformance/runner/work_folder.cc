#include "conformance/runner/work_folder.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"

namespace ketenproef::conformance {

namespace fs = std::filesystem;

absl::StatusOr<std::unique_ptr<WorkFolder>> WorkFolder::Make(const std::string& under) {
  std::error_code error;
  const fs::path parent = under.empty() ? fs::temp_directory_path(error) : fs::path(under);
  std::string path = (parent / "ketenproef-systeem-XXXXXX").string();
  if (error || mkdtemp(path.data()) == nullptr) {
    return absl::UnavailableError(absl::StrCat("in ", parent.string(), " kan geen map worden gemaakt"));
  }
  return std::unique_ptr<WorkFolder>(new WorkFolder(path));
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;  // nothing depends on it
  fs::remove_all(path_, ignored);
}

}  // namespace ketenproef::conformance
