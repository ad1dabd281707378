// A source of systems that are broken in one way: each is a good system of another source, behind a proxy.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_MUTANT_SYSTEM_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_MUTANT_SYSTEM_H_

#include <memory>
#include <string>

#include "conformance/mutants/mutant.h"
#include "conformance/runner/system.h"

namespace ketenproef::conformance {

// `good` must outlive it. A gemeente that collects is broken in its calls to the Inlichtingenbureau. A system
// that is restarted forgets what its break remembered.
std::unique_ptr<SystemSource> MakeBrokenSource(SystemSource* good, std::string name, Break breuk);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_MUTANT_SYSTEM_H_
