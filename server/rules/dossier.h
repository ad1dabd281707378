// What the rules may see of one person when they judge a message: the registers and the ziektegevallen.
#ifndef KETENPROEF_SERVER_RULES_DOSSIER_H_
#define KETENPROEF_SERVER_RULES_DOSSIER_H_

#include "absl/container/inlined_vector.h"
#include "server/rules/persoon.h"
#include "server/rules/ziektegeval.h"

namespace ketenproef {

// A view, valid until the state changes.
struct Dossier {
  const Persoon* persoon = nullptr;                     // null: nothing is known of this BSN
  absl::InlinedVector<const Ziektegeval*, 4> gevallen;  // in order of acceptance

  // The dienstverband that holds the AO of the case.
  const Dienstverband& DienstverbandOf(const Ziektegeval& geval) const {
    return persoon->dienstverbanden[geval.dienstverband];
  }
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_DOSSIER_H_
