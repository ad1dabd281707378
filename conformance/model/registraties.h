// Registrations: the lines that say something about a person (REG, LKS). Not thread-safe.

#ifndef CONFORMANCE_MODEL_REGISTRATIES_H_
#define CONFORMANCE_MODEL_REGISTRATIES_H_

#include "conformance/model/draaiboek.h"
#include "conformance/model/gemeenten.h"
#include "conformance/model/keten.h"

namespace ketenproef::conformance {

// Plays a DOELGROEPREGISTER, WOONPLAATS, DIENSTVERBAND, EINDE_DIENSTVERBAND, LKS or EINDE_LKS. What is
// refused changes nothing.
Antwoord PlayRegistratie(Keten& keten, const Gemeenten& gemeenten, const Draaiboekregel& regel);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_MODEL_REGISTRATIES_H_
