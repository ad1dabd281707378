#include "conformance/runner/evidence.h"

#include <filesystem>
#include <fstream>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace ketenproef::conformance {

absl::StatusOr<EvidenceFolder> EvidenceFolder::Prepare(const std::string& path) {
  if (path.empty()) return EvidenceFolder(path);
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) {
    return absl::PermissionDeniedError(
        absl::StrCat("the folder ", path, " cannot be made: ", error.message()));
  }
  return EvidenceFolder(path);
}

absl::Status EvidenceFolder::Write(const CaseRun& run) const {
  if (path_.empty()) return absl::OkStatus();
  const std::string name =
      absl::StrCat(absl::StrReplaceAll(run.result.id(), {{"/", "-"}}), ".", run.result.profiel(), ".txt");
  std::ofstream file(std::filesystem::path(path_) / name, std::ios::trunc);
  file << run.result.id() << " (" << run.result.profiel() << ")\n"
       << run.result.titel() << "\n"
       << v1::Verdict_Name(run.result.verdict()) << " " << run.result.reason() << "\n";
  for (const Exchange& exchange : run.exchanges) {
    file << "\n=== " << exchange.method << "\n"
         << exchange.request << "--- " << exchange.status << "\n"
         << exchange.response;
  }
  file.close();
  if (!file) {
    return absl::PermissionDeniedError(absl::StrCat("the evidence ", path_, "/", name, " cannot be written"));
  }
  return absl::OkStatus();
}

}  // namespace ketenproef::conformance
