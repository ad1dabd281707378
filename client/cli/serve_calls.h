// For tests: the few calls that the tests of `serve` make, over real stubs; those are dear to compile.
#ifndef KETENPROEF_CLIENT_CLI_SERVE_CALLS_H_
#define KETENPROEF_CLIENT_CLI_SERVE_CALLS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "client/cli/serve_process.h"
#include "ketenproef/v1/gebeurtenis.pb.h"
#include "ketenproef/v1/omgeving_service.pb.h"

namespace ketenproef {

// The omgeving `standaard` as it stands.
v1::Omgeving Omgeving(const ServeProcess& serve);
// The file names of its reports.
std::vector<std::string> Rapportages(const ServeProcess& serve);
// Everything in its journal.
std::vector<v1::Gebeurtenis> Journaal(const ServeProcess& serve);
void Advance(const ServeProcess& serve, std::int64_t seconds);
// Of somebody who works for the employer of the RvIG test persons, ill from 1 January 2025 on.
absl::Status SubmitZiekmelding(const ServeProcess& serve, const std::string& omgeving,
                               const std::string& kenmerk, const std::string& bsn);
// Streams batches of so many records until the stream breaks, and calls `acknowledged` with the number of
// records after every answer; that number at the end.
int StreamWoonplaatsen(const ServeProcess& serve, int batch_records,
                       const std::function<void(int)>& acknowledged);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_SERVE_CALLS_H_
