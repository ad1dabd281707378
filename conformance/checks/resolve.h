// Works out every value in a message of suite.proto: names become what they stand for, days JJJJ-MM-DD.
#ifndef CONFORMANCE_CHECKS_RESOLVE_H_
#define CONFORMANCE_CHECKS_RESOLVE_H_

#include <google/protobuf/message.h>

#include <optional>

#include "absl/status/status.h"
#include "conformance/calendar/dag.h"
#include "conformance/checks/values.h"

namespace ketenproef::conformance {

// For messages that say what is or must be: LksPeriode, Rapport, Doorlevering, Bericht and what holds them.
// Text that is no name stays. INVALID_ARGUMENT quotes the expression that is wrong.
absl::Status Resolve(const Values& values, std::optional<Dag> vandaag, google::protobuf::Message* message);

// Names alone, days left as they are so that their counting can be shown. For Opdracht and Batch.
void ResolveNames(const Values& values, google::protobuf::Message* message);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CHECKS_RESOLVE_H_
