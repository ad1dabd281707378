// Loads what all environments share: holidays, gemeenten and mergers, time zone. What no file is given for
// comes from the data embedded in the binary.
#ifndef KETENPROEF_SERVER_APP_REFERENTIEDATA_H_
#define KETENPROEF_SERVER_APP_REFERENTIEDATA_H_

#include <string>

#include "absl/status/statusor.h"

namespace ketenproef {

struct Referentiedata;

// Paths of files that replace embedded data; empty: the embedded one. Columns as in fixtures/data.
struct ReferentieOptions {
  std::string feestdagen;
  std::string gemeenten;
  std::string herindelingen;
};

// INVALID_ARGUMENT with file, line and column for a file that cannot be read as such data; NOT_FOUND where a
// file, or the time zone data of the machine, is not there.
absl::StatusOr<Referentiedata> LoadReferentiedata(const ReferentieOptions& options);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_APP_REFERENTIEDATA_H_
