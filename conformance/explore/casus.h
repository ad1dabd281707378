// A difference as a case of the suite (suite.proto): the lines as steps, each with what it must be answered,
// and at the end what must have come of it, by the model. It can be added to a suite as it is; its names are
// for people to choose.
//
// Pure functions: safe from any thread.

#ifndef CONFORMANCE_EXPLORE_CASUS_H_
#define CONFORMANCE_EXPLORE_CASUS_H_

#include <string>
#include <vector>

#include "conformance/explore/explore.h"
#include "conformance/explore/verschil.h"
#include "ketenproef/conformance/v1/suite.pb.h"

namespace ketenproef::conformance {

// The rules that a difference is about, the likeliest first; at least one, all in the catalogue.
std::vector<std::string> RegelsOf(const Verschil& verschil);

// A suite of one case: for a UWV where the difference is in what UWV answers or knows, else for an
// Inlichtingenbureau.
v1::Suite MakeSuite(const Vondst& vondst);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_CASUS_H_
