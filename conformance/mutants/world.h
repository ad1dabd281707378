// What a hook can find out about the omgeving of its call: asked of the system behind the proxy, as it is
// now. What it does not know is empty. As safe as the Target under it.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_WORLD_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_WORLD_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/lib/methods.h"
#include "conformance/calendar/dag.h"
#include "conformance/mutants/target.h"

namespace ketenproef::conformance {

namespace contract = ::ketenproef::v1;

// Nullopt: unset, or no day.
std::optional<Dag> DagVanDatum(const contract::Datum& datum);
contract::Datum DatumVanDag(Dag dag);

// Several answers as one response, and back.
template <typename Response>
bool Join(const std::vector<std::string>& messages, Response* response) {
  return messages.size() == 1 && response->ParseFromString(messages.front());
}
template <typename Response>
std::vector<std::string> Split(const Response& response) {
  return {response.SerializeAsString()};
}
bool Join(const std::vector<std::string>& messages, contract::DownloadRapportageResponse* response);
std::vector<std::string> Split(const contract::DownloadRapportageResponse& response);

class World {
 public:
  explicit World(Target* target) : target_(target) {}

  const std::string& omgeving() const { return target_->omgeving(); }
  absl::Time Now() const;
  Dag Vandaag() const;
  // The last day of which the exchange has run.
  Dag LaatsteUitwisseling() const;
  bool IsWet() const;
  contract::Rapportvorm Rapportvorm() const;

  // In order of acceptance, withdrawn ones included.
  std::vector<contract::Ziektegeval> Gevallen() const;
  std::optional<contract::Ziektegeval> Geval(const std::string& loonheffingennummer,
                                             const std::string& kenmerk) const;

  // Each in order of acceptance.
  std::vector<contract::Doelgroepregistratie> Doelgroepregistraties(const std::string& bsn) const;
  std::vector<contract::Dienstverband> Dienstverbanden(const std::string& bsn) const;
  std::vector<contract::Woonplaats> Woonplaatsen(const std::string& bsn) const;
  std::vector<contract::LksPeriode> LksPerioden(const std::string& bsn) const;

  // Any call in this omgeving.
  template <typename Request>
  grpc::Status Ask(const Request& request, client::ResponseTo<Request>* response) const {
    const Answers answers = target_->Ask(client::MethodOf<Request>::kPath, request.SerializeAsString());
    if (!answers.status.ok()) return answers.status;
    response->Clear();
    if (Join(answers.messages, response)) return answers.status;
    return {grpc::StatusCode::INTERNAL, "the target answered something that is no message of the contract"};
  }
  // Its answer, empty where it failed.
  template <typename Request>
  client::ResponseTo<Request> Ask(const Request& request) const {
    client::ResponseTo<Request> response;
    if (!Ask(request, &response).ok()) response.Clear();
    return response;
  }

 private:
  Target* target_;
};

// Whether the period holds the day, both ends included.
template <typename Periode>
bool Holds(const Periode& periode, Dag dag) {
  const auto van = DagVanDatum(periode.datum_van());
  const auto tot = DagVanDatum(periode.datum_tot());
  return van.has_value() && *van <= dag && (!tot.has_value() || dag <= *tot);
}

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_WORLD_H_
