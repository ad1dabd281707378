// The evidence of a run: for each case a file with every call that was made and what came. It holds the test
// persons' BSNs, as reports do not.
#ifndef CONFORMANCE_RUNNER_EVIDENCE_H_
#define CONFORMANCE_RUNNER_EVIDENCE_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "conformance/runner/case_run.h"

namespace ketenproef::conformance {

class EvidenceFolder {
 public:
  // Makes the folder where it is missing; an empty path: nothing is written. PERMISSION_DENIED names it.
  static absl::StatusOr<EvidenceFolder> Prepare(const std::string& path);

  // `<id with dashes for slashes>.<profile>.txt`, replacing one that is there.
  absl::Status Write(const CaseRun& run) const;

 private:
  explicit EvidenceFolder(std::string path) : path_(std::move(path)) {}

  std::string path_;
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_EVIDENCE_H_
