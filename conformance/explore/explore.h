// Exploration: random playbooks biased to the edges of the rules are played against a system and against the
// suite's own model. The first difference is made as small as it can be.
//
//   ExploreOptions options;
//   options.channel = channel;
//   options.cases = 2'000;
//   const auto found = Explore(options);
//   if (!found.ok()) ...          // inconclusive: could not be judged, never "nothing found"
//   else if (*found) ...          // a difference

#ifndef CONFORMANCE_EXPLORE_EXPLORE_H_
#define CONFORMANCE_EXPLORE_EXPLORE_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "conformance/explore/proef.h"
#include "conformance/explore/verschil.h"
#include "conformance/model/maatstaf.h"
#include "conformance/model/uitvoer.h"

namespace grpc {
class Channel;
}  // namespace grpc

namespace ketenproef::conformance {

// What should come of a playbook by this measure. Called from several threads.
using Model = std::function<Uitvoer(const Maatstaf&, const Proef&)>;

struct ExploreOptions {
  std::shared_ptr<grpc::Channel> channel;
  uint64_t seed = 1;
  int cases = 0;  // playbooks per profile, at least 1
  std::vector<std::string> profielen = {"handleiding", "wet"};
  int parallel = 2;  // omgevingen side by side, at least 1
  // How long one call may take, in real time.
  absl::Duration timeout = absl::Seconds(20);
  // By default the model of conformance/model.
  Model model;
  // Told how many of all playbooks are done; one call at a time.
  std::function<void(int done, int total)> progress;
};

// A difference that was found.
struct Vondst {
  std::string profiel;
  uint64_t seed = 0;
  uint64_t nummer = 0;  // of the playbook, within the seed
  Proef gevonden;       // as it was made up
  Proef proef;          // as short as it can be
  Verschil verschil;    // what `proef` shows
  Uitvoer verwacht;     // what should come of `proef` by the model
  int plays = 0;        // how often it was played to make it short
  // Why it could be shorter, in Dutch: it does not come again, or the system gave out; empty: it could not.
  std::string voorbehoud;
};

// Nullopt: no playbook showed a difference. Of several the one with the lowest number, profiles in their
// order; the same on every machine. The error says why the system could not be judged, and at which playbook.
// INVALID_ARGUMENT: the options are wrong.
absl::StatusOr<std::optional<Vondst>> Explore(const ExploreOptions& options);

// The playbook at which the system could not be judged, as a file, of an error of Explore; empty: it is about
// none.
std::string UnjudgedDraaiboek(const absl::Status& status);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_EXPLORE_H_
