// Meldingen of employers: ziekmelding, herstelmelding, both in one, intrekking (ZM, HM). Not thread-safe.

#ifndef CONFORMANCE_MODEL_MELDINGEN_H_
#define CONFORMANCE_MODEL_MELDINGEN_H_

#include "conformance/model/draaiboek.h"
#include "conformance/model/keten.h"
#include "conformance/model/maatstaf.h"

namespace ketenproef::conformance {

// Plays a ZIEK, HERSTEL, ZIEK_EN_HERSTEL or INTREKKING. What is refused or repeated changes nothing.
Antwoord PlayMelding(Keten& keten, const Maatstaf& maatstaf, const Draaiboekregel& regel);

// The case that the line names with verwijst_naar; null: there is none (or its ziekmelding was refused).
Ziektegeval* FindGeval(const Keten& keten, const Draaiboekregel& regel);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_MODEL_MELDINGEN_H_
