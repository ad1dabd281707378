// `storing`: fault plans.
#include "client/cli/operation_kinds.h"

namespace ketenproef {

std::vector<Operation> StoringOperations() {
  return {
      Unary<v1::CreateStoringRequest>(
          "storing create", "Make a fault plan; it works from the next call on",
          {"storing",
           {{"richting", "Calls that the simulator serves, or that it makes", "", true},
            {"soort", "What goes wrong", "", true},
            {"methode", "Only this method, such as ketenproef.v1.GemeenteService/DeliverMelding"},
            {"gemeentecode", "Only calls that name this gemeente, four digits"},
            {"nde_aanroep", "Only the n-th call, from 1"},
            {"elke_nde_aanroep", "Every n-th call"},
            {"kans.promille", "By chance, in thousandths", "", false, "kans-promille"},
            {"kans.seed", "Seed of that chance", "", false, "kans-seed"},
            {"vertraging", "With delay: how late, in real time, such as 500ms"},
            {"status_code", "With status: the google.rpc.Code, 1 to 16"},
            {"max_aantal", "After how many hits the plan stops"}}},
          {"storing create --richting out --methode ketenproef.v1.GemeenteService/DeliverRapportage "
           "--elke-nde-aanroep 2 --soort lost-acknowledgement",
           "storing create --richting in --nde-aanroep 3 --soort status --status-code 14"}),
      List<v1::ListStoringenRequest>(
          "storing list", "List the fault plans", {},
          {"storing_id", "richting", "methode", "gemeentecode", "nde_aanroep", "elke_nde_aanroep",
           "kans.promille", "soort", "vertraging", "status_code", "max_aantal", "aantal_geraakt"},
          {"storing list"}),
      Unary<v1::DeleteStoringRequest>(
          "storing delete", "Remove a fault plan",
          {"", {{"storing_id", "Which plan, as `storing list` shows it", "", true}}},
          {"storing delete --storing-id $(ketenproef storing list --json | jq -r .storing_id | head -1)"}),
  };
}

}  // namespace ketenproef
