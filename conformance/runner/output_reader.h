// Reads everything that an Inlichtingenbureau has made in one omgeving: every page of every list, every
// report twice.
#ifndef CONFORMANCE_RUNNER_OUTPUT_READER_H_
#define CONFORMANCE_RUNNER_OUTPUT_READER_H_

#include "absl/status/status.h"
#include "conformance/checks/output.h"
#include "conformance/runner/conversation.h"
#include "ketenproef/conformance/v1/suite.pb.h"

namespace ketenproef::conformance {

// Only the lists that are looked at. The status is that of the first call that failed.
absl::Status ReadOutput(const v1::ExpectOutput& wanted, Conversation& conversation, ChainOutput* output);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_OUTPUT_READER_H_
