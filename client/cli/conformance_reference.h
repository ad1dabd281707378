// The simulator of this process as a system under test: what `--reference` means, and what a mutant wraps.
#ifndef KETENPROEF_CLIENT_CLI_CONFORMANCE_REFERENCE_H_
#define KETENPROEF_CLIENT_CLI_CONFORMANCE_REFERENCE_H_

#include <memory>

#include "conformance/runner/system.h"

namespace ketenproef {

// Safe from any thread; each Start gives a server of its own.
std::unique_ptr<conformance::SystemSource> MakeReference();

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_CONFORMANCE_REFERENCE_H_
