// A report that is a file, written at the end of the run and all at once: a reader never sees half of one,
// and a run that is broken off leaves what stood there before.

#ifndef CONFORMANCE_REPORT_REPORT_FILE_H_
#define CONFORMANCE_REPORT_REPORT_FILE_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "conformance/report/reporter.h"

namespace ketenproef::conformance {

// The report as text.
using RenderRun = std::function<absl::StatusOr<std::string>(const v1::RunResult&)>;

// Makes the folder of `path` where it is not there. Whether the file can be written is found out here, before
// a run of minutes is made for nothing: PERMISSION_DENIED, naming the path, where it cannot.
absl::StatusOr<std::unique_ptr<Reporter>> NewReportFile(const std::string& path, RenderRun render);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_REPORT_FILE_H_
