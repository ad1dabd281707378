// One omgeving of a system under test while a playbook is played in it.
//
// For one thread. The status of a method is that of the first call that failed; method() then says which.

#ifndef CONFORMANCE_EXPLORE_SPEELOMGEVING_H_
#define CONFORMANCE_EXPLORE_SPEELOMGEVING_H_

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "client/lib/client.h"
#include "conformance/model/draaiboek.h"
#include "conformance/model/uitvoer.h"

namespace ketenproef::conformance {

class Speelomgeving {
 public:
  // `client` names the omgeving.
  explicit Speelomgeving(client::Client client) : client_(std::move(client)) {}

  // The whole playbook over DraaiboekService. UNIMPLEMENTED: nothing was played.
  absl::Status PlayStream(const Draaiboek& draaiboek, Uitvoer& uitvoer);
  // The same as single calls, with the clock moved to each line.
  absl::Status PlayCalls(const Draaiboek& draaiboek, Uitvoer& uitvoer);

  absl::Status AdvanceTo(absl::Time tijdstip);

  // Everything that the omgeving holds now.
  absl::Status ReadAll(Uitvoer& uitvoer);

  // As `ketenproef.v1.KlokService/AdvanceClock`.
  absl::string_view method() const { return method_; }

 private:
  template <typename Request>
  absl::StatusOr<client::ResponseTo<Request>> Ask(const Request& request);
  template <typename Request, typename Use>
  absl::Status AskPages(Use use);
  absl::Status ReadRapportages(Uitvoer& uitvoer);

  client::Client client_;
  std::string method_;
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_SPEELOMGEVING_H_
