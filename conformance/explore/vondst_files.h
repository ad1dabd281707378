// What is found, for people: a text that says what differs, a playbook that `ketenproef play` plays, and a
// case for the suite.

#ifndef CONFORMANCE_EXPLORE_VONDST_FILES_H_
#define CONFORMANCE_EXPLORE_VONDST_FILES_H_

#include <string>

#include "absl/status/status.h"
#include "conformance/explore/explore.h"

namespace ketenproef::conformance {

// What differs, by which rules, on which playbook; in Dutch. Persons are P1 to P3 (BSN-03).
std::string VondstText(const Vondst& vondst);

// Writes gebeurtenissen.csv, casus.textproto and verschil.txt into the folder, which is made where it is
// missing. What stood in them is replaced. Errors name the file.
absl::Status WriteVondst(const Vondst& vondst, const std::string& folder);

// Writes a playbook alone, as gebeurtenissen.csv: the one at which a system could not be judged.
absl::Status WriteDraaiboekFile(const std::string& content, const std::string& folder);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_VONDST_FILES_H_
