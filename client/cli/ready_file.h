// The file that says that a server serves, and where: its address and a line end. There whole or not at all.
#ifndef KETENPROEF_CLIENT_CLI_READY_FILE_H_
#define KETENPROEF_CLIENT_CLI_READY_FILE_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace ketenproef {

class ReadyFile {
 public:
  // Removes what an earlier server left under this name. Empty: no file, and nothing is ever written.
  static absl::StatusOr<ReadyFile> Prepare(const std::string& path);

  ReadyFile(ReadyFile&& other) noexcept;
  ReadyFile& operator=(ReadyFile&&) = delete;
  // Removes the file.
  ~ReadyFile();

  // PERMISSION_DENIED where it cannot be written.
  absl::Status Write(absl::string_view address);

 private:
  explicit ReadyFile(std::string path) : path_(std::move(path)) {}

  std::string path_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_READY_FILE_H_
