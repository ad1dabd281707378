// A folder of its own for what a system under test keeps, removed with everything in it at the end.
#ifndef KETENPROEF_CONFORMANCE_RUNNER_WORK_FOLDER_H_
#define KETENPROEF_CONFORMANCE_RUNNER_WORK_FOLDER_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace ketenproef::conformance {

class WorkFolder {
 public:
  // Under this folder, which is there; empty: where temporary files go. UNAVAILABLE where none can be made.
  static absl::StatusOr<std::unique_ptr<WorkFolder>> Make(const std::string& under);
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  explicit WorkFolder(std::string path) : path_(std::move(path)) {}

  const std::string path_;
};

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_WORK_FOLDER_H_
