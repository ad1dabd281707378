// Plays playbooks against a system over the contract, each in an omgeving of its own, and reads back
// everything that came of it. Where the system serves DraaiboekService it gets a playbook as one stream, else
// as single calls with its clock moved between them.
//
// Errors say that the system could not be judged: it cannot be reached, does not answer in time, or makes no
// omgeving. A call that fails in another way is what came of the playbook: a row of Uitvoer::fouten.
//
// For one thread at a time; several players can play against one system.

#ifndef CONFORMANCE_EXPLORE_SPELER_H_
#define CONFORMANCE_EXPLORE_SPELER_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/lib/client.h"
#include "conformance/explore/proef.h"
#include "conformance/model/uitvoer.h"

namespace ketenproef::conformance {

struct SpelerOptions {
  std::string profiel;
  // The omgevingen are called so, with a number behind it where there is one already: a-z, 0-9 and hyphen.
  std::string omgeving;
  // How long one call may take, in real time.
  absl::Duration timeout = absl::Seconds(20);
};

class Speler {
 public:
  Speler(std::shared_ptr<grpc::Channel> channel, SpelerOptions options);

  // The omgeving is deleted afterwards, whatever came of it.
  absl::StatusOr<Uitvoer> Play(const Proef& proef);

 private:
  absl::Status CreateOmgeving(absl::Time start, std::string* naam) const;

  std::shared_ptr<grpc::Channel> channel_;
  const SpelerOptions options_;
  bool serves_draaiboek_ = true;  // until it says that it does not
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_SPELER_H_
