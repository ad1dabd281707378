// An output folder that appears whole or not at all.
//
// Files are written into a hidden folder beside the target, named `.TARGET.ketenproef-PID`; Commit renames it
// to the target in one step. Whatever ends the process before that leaves no target, and at worst the hidden
// folder, which the next run for the same target removes. A target that is there already is replaced, in one
// step too, where it is empty or holds nothing but what the same command writes.
#ifndef KETENPROEF_CLIENT_CLI_OUTPUT_FOLDER_H_
#define KETENPROEF_CLIENT_CLI_OUTPUT_FOLDER_H_

#include <filesystem>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace ketenproef {

class OutputFolder {
 public:
  // `names` are those of the files and folders that will be written, `prefix_in_folders` is what the names of
  // the files in those folders begin with. ALREADY_EXISTS where the target holds something else;
  // PERMISSION_DENIED where nothing can be written beside it.
  static absl::StatusOr<OutputFolder> Prepare(const std::string& target,
                                              absl::Span<const absl::string_view> names,
                                              absl::string_view prefix_in_folders = "");

  OutputFolder(OutputFolder&& other) noexcept;
  OutputFolder& operator=(OutputFolder&&) = delete;
  // Removes what was written, unless it was committed.
  ~OutputFolder();

  // RESOURCE_EXHAUSTED and the like, naming the file, where the disk refuses.
  absl::Status WriteFile(const std::string& name, absl::string_view content);
  absl::Status MakeFolder(const std::string& name);
  absl::Status Commit();

 private:
  OutputFolder(std::filesystem::path target, std::filesystem::path working);

  std::filesystem::path target_;
  std::filesystem::path working_;  // empty: nothing to remove
};

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_OUTPUT_FOLDER_H_
