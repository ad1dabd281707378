// Profiles: named sets of rule parameters. The rules read these values and never the name, so that a third
// profile is a third row of data.
#ifndef KETENPROEF_SERVER_RULES_PROFIEL_H_
#define KETENPROEF_SERVER_RULES_PROFIEL_H_

#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "server/rules/dag.h"

namespace ketenproef {

struct Profiel {
  absl::string_view naam;

  // KAL-03: an uiterste dag on a Saturday, Sunday or holiday moves to the first day that is none of these.
  bool verschuift_termijnen;

  Dagen ziekmelding_termijn;     // ZM-04
  Dagen herstelmelding_termijn;  // HM-03
  Dagen beoordeling_termijn;     // BO-01
  Dagen beoordeling_verlenging;  // BO-02

  // ZM-05 and BOE-02: an end of employment within the six weeks brings the uiterste dag forward to it.
  bool einde_dienstverband_vervroegt;
  // ZM-09: recoveries shorter than this join two periods; nothing: every period stands alone.
  std::optional<Dagen> samengesteld_onder;
  // HM-05, HM-06: a herstelmelding is never due before its ziekmelding is.
  bool herstel_niet_voor_ziekmelding;
  // DL-02: only ziekmeldingen received before this day are forwarded; nothing: all.
  std::optional<Dag> doorlevering_tot;
};

// `handleiding` (the default) first.
absl::Span<const Profiel> Profielen();

// The profile of this name, or null. Profiles live as long as the program.
const Profiel* FindProfiel(absl::string_view naam);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_PROFIEL_H_
