// The gemeenten that the runner plays in a case, made of its environment.
#ifndef CONFORMANCE_RUNNER_PEERS_H_
#define CONFORMANCE_RUNNER_PEERS_H_

#include <map>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "conformance/checks/findings.h"
#include "conformance/checks/values.h"
#include "conformance/runner/peer_gemeente.h"
#include "ketenproef/conformance/v1/suite.pb.h"
#include "ketenproef/v1/omgeving_service.pb.h"

namespace ketenproef::conformance {

class Peers {
 public:
  // Starts them all. The error is one of the case, or of this machine.
  static absl::StatusOr<Peers> Start(const v1::Environment& environment, const Values& values);

  // Where each listens, under the name ADRES_ and its code.
  void SetAddresses(Values* values) const;

  // A Rol for each in the omgeving that is to be made.
  void AddRollen(::ketenproef::v1::Omgevingsinstelling* instelling) const;

  // Holds what one of them received against what it should have; an error is one of the case.
  absl::Status Check(const v1::ExpectReceived& expected, std::optional<Dag> vandaag,
                     const v1::Environment& environment, Findings* findings) const;
  // What holds of every call to them: BSN-03, no metadata held a BSN; instants between these two, and names
  // of questions.
  void CheckCalls(absl::Time begin, absl::Time end, Findings* findings) const;

 private:
  std::map<std::string, std::unique_ptr<PeerGemeente>> by_code_;
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_PEERS_H_
