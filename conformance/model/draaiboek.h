// A playbook in memory: what happens, in order of time, with the columns of acceptance/README.md. Lines own
// their text, so that they can be made up, left out and changed.
//
// Values; functions are pure. ReadDraaiboek refuses what PlaybookReader refuses, with its error.

#ifndef CONFORMANCE_MODEL_DRAAIBOEK_H_
#define CONFORMANCE_MODEL_DRAAIBOEK_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "conformance/calendar/dag.h"
#include "fixtures/playbook/soort.h"

namespace ketenproef::conformance {

struct Draaiboekregel {
  int regelnummer = 0;  // the physical line on which the record starts; the header is 1
  absl::Time tijdstip = absl::UnixEpoch();
  Soort soort = Soort::kDoelgroepregister;
  std::string kenmerk = {};
  std::string bsn = {};
  std::string loonheffingennummer = {};
  std::string gemeentecode = {};
  std::optional<Dag> datum_van = {};
  std::optional<Dag> datum_tot = {};
  std::string loonwaarde = {};
  std::string forfaitair = {};
  std::string verwijst_naar = {};
  std::string toelichting = {};

  friend bool operator==(const Draaiboekregel&, const Draaiboekregel&) = default;
};

using Draaiboek = std::vector<Draaiboekregel>;

// `file` is used in errors only.
absl::StatusOr<Draaiboek> ReadDraaiboek(absl::string_view file, absl::string_view content);

// The file: a header and a line for each, whatever their regelnummer. Dates must be 1900 to 2199.
std::string WriteDraaiboek(const Draaiboek& draaiboek);

// Gives every line the number that it has in the file of WriteDraaiboek.
void NumberRegels(Draaiboek& draaiboek);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_MODEL_DRAAIBOEK_H_
