// `ketenproef conformance`: from flags to cases, systems and reports.
#ifndef KETENPROEF_CLIENT_CLI_CONFORMANCE_RUN_H_
#define KETENPROEF_CLIENT_CLI_CONFORMANCE_RUN_H_

#include <string>

#include "client/cli/system_flags.h"
#include "conformance/runner/plan.h"
#include "ketenproef/conformance/v1/suite.pb.h"

namespace ketenproef {

struct ConformanceFlags {
  std::string rol;
  SystemFlags system;
  conformance::Selection selection;
  std::string level;
  bool is_list = false;
  bool is_rules = false;
  bool is_dry_run = false;
  int parallel = 2;
  int timeout_s = 20;
  std::string listen;
  std::string claims;
  std::string known_failing;
  std::string suites;
  std::string junit;
  std::string json;
  std::string html;
  std::string evidence;
  bool is_quiet = false;
};

// UNSPECIFIED where `rol` is empty.
conformance::v1::SystemKind KindOf(const std::string& rol);

// The exit code: 0 all well, 1 failures, 2 inconclusive, 64 usage, 65 an input file is wrong, 70 internal.
int RunConformance(const ConformanceFlags& flags);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_CONFORMANCE_RUN_H_
