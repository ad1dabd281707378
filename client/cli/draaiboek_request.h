// Lines of a playbook as records of the contract.
#ifndef KETENPROEF_CLIENT_CLI_DRAAIBOEK_REQUEST_H_
#define KETENPROEF_CLIENT_CLI_DRAAIBOEK_REQUEST_H_

#include "fixtures/playbook/playbook.h"
#include "ketenproef/v1/draaiboek_service.pb.h"

namespace ketenproef {

// What the line says, as it says it: whether it is right is for the simulator to judge. A loonwaarde that is
// not one or two digits, and a forfaitair other than J or N, cannot be said in the contract and are left out,
// which the same rule refuses.
void EncodeLine(const PlaybookLine& line, v1::Draaiboekregel* regel);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_DRAAIBOEK_REQUEST_H_
