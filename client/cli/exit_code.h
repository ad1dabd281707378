// Exit codes of the binary, for scripts. 64 and up are those of sysexits.h.
#ifndef KETENPROEF_CLIENT_CLI_EXIT_CODE_H_
#define KETENPROEF_CLIENT_CLI_EXIT_CODE_H_

#include "absl/status/status.h"

namespace ketenproef {

enum ExitCode : int {
  kExitOk = 0,
  kExitRefused = 1,        // a rule of the catalogue refused what was sent
  kExitState = 2,          // what is named is not there, or what is there forbids it
  kExitUsage = 64,         // the words of the command line are wrong
  kExitData = 65,          // an input file is not as it should be
  kExitNoInput = 66,       // an input file is not there
  kExitUnavailable = 69,   // something that is needed is not there or does not answer
  kExitInternal = 70,      // a fault of ketenproef itself
  kExitCannotCreate = 73,  // the output cannot be written
};

// The exit code that goes with an error.
inline int ExitCodeOf(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kOk:
      return kExitOk;
    case absl::StatusCode::kInvalidArgument:
    case absl::StatusCode::kDataLoss:
      return kExitData;
    case absl::StatusCode::kNotFound:
      return kExitNoInput;
    case absl::StatusCode::kUnavailable:
      return kExitUnavailable;
    case absl::StatusCode::kAlreadyExists:
    case absl::StatusCode::kPermissionDenied:
    case absl::StatusCode::kResourceExhausted:
      return kExitCannotCreate;
    default:
      return kExitInternal;
  }
}

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_EXIT_CODE_H_
