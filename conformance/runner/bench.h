// Where one worker of a run tries its cases, one after the other: with the system that it holds, kept from
// case to case as long as it is sound. A gemeente that collects is started anew for every case, on a folder
// of its own.
//
// One thread at a time. The source must outlive it.
#ifndef KETENPROEF_CONFORMANCE_RUNNER_BENCH_H_
#define KETENPROEF_CONFORMANCE_RUNNER_BENCH_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "conformance/runner/case_run.h"
#include "conformance/runner/inlichtingenbureau_peer.h"
#include "conformance/runner/plan.h"
#include "conformance/runner/system.h"
#include "conformance/runner/work_folder.h"

namespace ketenproef::conformance {

struct BenchOptions {
  v1::SystemKind kind = v1::SYSTEM_KIND_UNSPECIFIED;
  // Where systems keep their folders; empty: where temporary files go.
  std::string work_folder = {};
  // Gemeenten: what they play, evaluated.
  v1::Administration administration = {};
  // Where the runner's Inlichtingenbureau listens for an ophaler that runs already; empty: on any free port.
  std::string listen = {};
  // What no other run has.
  std::string run = {};
};

class Bench {
 public:
  Bench(SystemSource& source, BenchOptions options) : source_(source), options_(std::move(options)) {}

  // `number` is that of the case in the run. INCONCLUSIVE where the system does not start.
  CaseRun Run(const PlannedCase& planned, int number, absl::Duration timeout);

 private:
  CaseRun RunOphaler(const PlannedCase& planned, absl::Duration timeout);
  CaseRun RunWithSystem(const PlannedCase& planned, int number, absl::Duration timeout);
  absl::StatusOr<std::unique_ptr<System>> StartSystem();

  SystemSource& source_;
  const BenchOptions options_;
  // In this order: a system goes before its folder.
  std::unique_ptr<WorkFolder> folder_;
  std::unique_ptr<InlichtingenbureauPeer> peer_;
  std::unique_ptr<System> system_;
};

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_BENCH_H_
