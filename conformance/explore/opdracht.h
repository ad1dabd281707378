// A line of a playbook as a message of the contract. A pure function.

#ifndef CONFORMANCE_EXPLORE_OPDRACHT_H_
#define CONFORMANCE_EXPLORE_OPDRACHT_H_

#include "conformance/model/draaiboek.h"
#include "ketenproef/v1/draaiboek_service.pb.h"

namespace ketenproef::conformance {

// What the line says, as it says it. What the contract cannot say (a loonwaarde that is no number of one or
// two digits, a forfaitair other than J or N) is left out, which the same rule refuses. The no-risk indicator
// is always there, as in every playbook.
::ketenproef::v1::Draaiboekregel EncodeRegel(const Draaiboekregel& regel);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_OPDRACHT_H_
