// Broken Inlichtingenbureaus, a file for each family of rules.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_IB_MUTANTEN_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_IB_MUTANTEN_H_

#include "conformance/mutants/mutant.h"

namespace ketenproef::conformance::ib {

Mutants BsnMutants();                 // BSN, as an Inlichtingenbureau meets it
Mutants WoonplaatsMutants();          // REG-02, REG-03
Mutants LksMutants();                 // LKS
Mutants SamengesteldMutants();        // ZM-09
Mutants IntrekkingMutants();          // ZM-10
Mutants DoorleveringMutants();        // DL-01
Mutants DoorleveringsgrensMutants();  // DL-02, DL-03
Mutants VolgordeMutants();            // DL-04
Mutants SignaalMutants();             // KAL-01, SIG-01, SIG-08
Mutants TerugblikMutants();           // KAL-04, SIG-02, SIG-03
Mutants WoongemeenteMutants();        // SIG-04, SIG-05
Mutants VervolgMutants();             // SIG-06
Mutants BerichtMutants();             // SIG-07
Mutants DkdMutants();                 // SIG-09
Mutants RapportMutants();             // CSV-01 to CSV-03
Mutants RapportlijstMutants();        // CSV-04, CSV-05
Mutants NotificatieMutants();         // NOT
Mutants TijdstipMutants();            // what comes at six o'clock
Mutants AfnemerMutants();             // lists as an afnemer asks for them
Mutants BezorgingMutants();           // deliveries and questions as gemeenten get them
Mutants SamenloopMutants();           // signals and forwards where two things come together
Mutants RandgevalMutants();           // registers and reports on special days

}  // namespace ketenproef::conformance::ib

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_IB_MUTANTEN_H_
