#include "conformance/runner/bench.h"

#include <unistd.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "conformance/runner/gemeente_case.h"
#include "conformance/runner/ophaler_case.h"

namespace ketenproef::conformance {
namespace {

constexpr char kAnyPort[] = "127.0.0.1:0";

}  // namespace

CaseRun Bench::Run(const PlannedCase& planned, int number, absl::Duration timeout) {
  return options_.kind == v1::SYSTEM_KIND_GEMEENTE_OPHALER ? RunOphaler(planned, timeout)
                                                           : RunWithSystem(planned, number, timeout);
}

CaseRun Bench::RunOphaler(const PlannedCase& planned, absl::Duration timeout) {
  if (peer_ == nullptr) {
    auto peer = InlichtingenbureauPeer::Start(options_.listen.empty() ? kAnyPort : options_.listen);
    if (!peer.ok()) return WithoutJudgement(planned, v1::VERDICT_INCONCLUSIVE, peer.status().message());
    peer_ = *std::move(peer);
  }
  return RunOphalerCase(planned, *peer_, [this] { return StartSystem(); },
                        {timeout, options_.administration, options_.run});
}

CaseRun Bench::RunWithSystem(const PlannedCase& planned, int number, absl::Duration timeout) {
  if (system_ == nullptr) {
    auto system = StartSystem();
    if (!system.ok()) {
      return WithoutJudgement(planned, v1::VERDICT_INCONCLUSIVE,
                              absl::StrCat("het systeem start niet: ", system.status().message()));
    }
    system_ = *std::move(system);
  }
  CaseRun run =
      options_.kind == v1::SYSTEM_KIND_GEMEENTE
          ? RunGemeenteCase(planned, *system_, {timeout, "", options_.administration, options_.run})
          : RunChainCase(planned, *system_, {timeout, absl::StrCat("proef-", getpid(), "-", number)});
  // A system that does not answer may be in any state: the next case gets another, where there is another.
  const bool is_answered = run.result.verdict() != v1::VERDICT_INCONCLUSIVE;
  if (source_.can_start_many() && (!is_answered || system_->is_gone())) system_.reset();
  return run;
}

absl::StatusOr<std::unique_ptr<System>> Bench::StartSystem() {
  auto folder = WorkFolder::Make(options_.work_folder);
  if (!folder.ok()) return folder.status();
  folder_ = *std::move(folder);
  SystemConfig config;
  config.kind = options_.kind;
  config.folder = folder_->path();
  config.administration = options_.administration;
  if (peer_ != nullptr) config.inlichtingenbureau = peer_->address();
  return source_.Start(config);
}

}  // namespace ketenproef::conformance
