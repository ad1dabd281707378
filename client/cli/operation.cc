#include "client/cli/operation.h"

#include <iterator>
#include <utility>

namespace ketenproef {

std::string Arguments::Get(const std::string& flag) const {
  const auto found = words_.find(flag);
  return found == words_.end() ? "" : found->second.back();
}

std::vector<std::string> Arguments::All(const std::string& flag) const {
  const auto found = words_.find(flag);
  return found == words_.end() ? std::vector<std::string>() : found->second;
}

std::vector<Operation> ClientOperations() {
  std::vector<Operation> all;
  for (const auto group : {SubmitOperations, BeoordelingOperations, RegisterOperations, RapportagesOperations,
                           InlichtingenbureauOperations, ClockOperations, OmgevingOperations,
                           JournalOperations, StoringOperations, GemeenteOperations, DraaiboekOperations}) {
    std::vector<Operation> operations = group();
    std::move(operations.begin(), operations.end(), std::back_inserter(all));
  }
  return all;
}

std::string GroupSummary(const std::string& words) {
  static const auto* const kSummaries = new std::map<std::string, std::string>{
      {"submit", "Report to UWV as an employer does: ziek, hersteld, intrekking"},
      {"beoordeling", "Assess cases as UWV does, and look at them"},
      {"register", "Keep the registers of UWV and of gemeenten"},
      {"register doelgroepregistratie", "Periods in the doelgroepregister (REG-01)"},
      {"register dienstverband", "Dienstverbanden (REG-04)"},
      {"register woonplaats", "Woonplaatsen (REG-02)"},
      {"register lks-periode", "Periods of loonkostensubsidie (LKS)"},
      {"rapportages", "Collect the reports with signals, as a gemeente does"},
      {"doorleveringen", "Collect the forwarded meldingen, as a gemeente does"},
      {"berichten", "The berichten that follow signals (SIG-07)"},
      {"notificaties", "The e-mails that say a report is ready (NOT-01)"},
      {"aangehouden", "The signals that could not be delivered yet (SIG-04, SIG-09)"},
      {"leveringen", "What endpoints of gemeenten have not acknowledged yet"},
      {"afnemer", "How a gemeente receives"},
      {"clock", "The virtual clock of an omgeving"},
      {"omgeving", "Simulated environments, each with its own clock, rules and journal"},
      {"journal",
       "Everything that happened in an omgeving, one case as a timeline, and the files it is kept in"},
      {"storing", "Fault plans: what goes wrong on purpose"},
      {"gemeente", "Call a gemeente as the Inlichtingenbureau does; --server says where it listens"},
      {"draaiboek", "Play a playbook on a server"},
  };
  const auto found = kSummaries->find(words);
  return found == kSummaries->end() ? "" : found->second;
}

}  // namespace ketenproef
