// Around the calls that an Inlichtingenbureau makes to gemeenten: DKD questions and deliveries. The proxy
// tells it other addresses than it was given, those of proxies before the gemeenten.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_OUTSIDE_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_OUTSIDE_H_

#include "conformance/mutants/mutant.h"

namespace ketenproef::conformance {

// Breaks what goes out as `breuk` says, which is applied anew for every gemeente.
Break Outside(Break breuk);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_OUTSIDE_H_
