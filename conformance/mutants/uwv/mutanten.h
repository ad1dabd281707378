// Broken UWVs, a file for each family of rules.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_UWV_MUTANTEN_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_UWV_MUTANTEN_H_

#include "conformance/mutants/mutant.h"

namespace ketenproef::conformance::uwv {

Mutants KalenderMutants();            // KAL
Mutants VerschuivingMutants();        // KAL-03, KAL-05
Mutants BsnMutants();                 // BSN
Mutants RegisterMutants();            // REG
Mutants MeldingveldMutants();         // ZM-01
Mutants ZiekmeldingMutants();         // ZM-02, ZM-03, ZM-08
Mutants ZiekmeldingtermijnMutants();  // ZM-04 to ZM-06, ZM-09
Mutants HerhalingMutants();           // ZM-07
Mutants IntrekkingMutants();          // ZM-10
Mutants HerstelmeldingMutants();      // HM-01, HM-02
Mutants HersteltermijnMutants();      // HM-03 to HM-07
Mutants BoeteMutants();               // BOE
Mutants BeoordelingtermijnMutants();  // BO-01, BO-02, BO-05, BO-06
Mutants BesluitMutants();             // BO-02 to BO-05, BO-07
Mutants BundelMutants();              // batches, and the form of refusals
Mutants GeweigerdMutants();           // what is refused and done all the same
Mutants SamenloopMutants();           // where two things come together
Mutants RangordeMutants();            // edges of assessments and registers, which rule a refusal names

}  // namespace ketenproef::conformance::uwv

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_UWV_MUTANTEN_H_
