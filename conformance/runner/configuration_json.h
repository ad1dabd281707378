// What a system that the runner starts reads from standard input: one JSON object, in which messages of the
// contract stand as protobuf JSON with the field names of the .proto files. A pure function.
//
//   gemeente and gemeente-ophaler:
//     {"mode": "serve" or "collect", "gemeentecodes": ["0363"], "omgeving": "standaard", "folder":
//     "/tmp/...",
//      "listen": "127.0.0.1:0", "lks_perioden": [{"bsn": ..., "datum_van": {"jaar": 2024, ...}}],
//      "inlichtingenbureau": "127.0.0.1:40123", "poll_seconds": 0.05}
//     `listen` and `lks_perioden` go with `serve`, the last two with `collect`.
//   uwv and inlichtingenbureau:
//     {"kind": "uwv" or "inlichtingenbureau", "folder": "/tmp/...", "listen": "127.0.0.1:0"}
#ifndef KETENPROEF_CONFORMANCE_RUNNER_CONFIGURATION_JSON_H_
#define KETENPROEF_CONFORMANCE_RUNNER_CONFIGURATION_JSON_H_

#include <string>

#include "absl/status/statusor.h"
#include "conformance/runner/system.h"

namespace ketenproef::conformance {

// INVALID_ARGUMENT for a kind or a day of the administration that is none, a loonwaarde that is no number.
absl::StatusOr<std::string> ConfigurationJson(const SystemConfig& config);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_CONFIGURATION_JSON_H_
