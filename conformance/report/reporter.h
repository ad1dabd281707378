// Whoever tells of a run: one class per format behind this interface. Every reporter makes its report of the
// same RunResult, so that no two of them can tell another story.
//
// Not safe from several threads: the runner lets one call end before the next begins, also where cases run
// side by side.
//
//   for (auto& reporter : reporters) reporter->CaseDone(result, done, total);
//   ...
//   for (auto& reporter : reporters) status.Update(reporter->Finish(run));

#ifndef CONFORMANCE_REPORT_REPORTER_H_
#define CONFORMANCE_REPORT_REPORTER_H_

#include "absl/status/status.h"
#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

class Reporter {
 public:
  virtual ~Reporter() = default;

  // A case was judged, the `done`-th of `total`; in any order. The same result comes again in Finish.
  virtual void CaseDone(const v1::CaseResult& result, int done, int total) = 0;

  // The run is over; called once, last. An error: the report could not be written, and says which and why.
  virtual absl::Status Finish(const v1::RunResult& run) = 0;
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_REPORTER_H_
