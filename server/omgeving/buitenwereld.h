// What an environment asks of systems outside the simulator, and how it waits for them. Implemented by
// server/outbound (over gRPC) and by the writer; tests have their own.
#ifndef KETENPROEF_SERVER_OMGEVING_BUITENWERELD_H_
#define KETENPROEF_SERVER_OMGEVING_BUITENWERELD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/functional/any_invocable.h"
#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "server/omgeving/leveringen.h"
#include "server/rules/bsn.h"
#include "server/rules/dag.h"
#include "server/rules/nummers.h"
#include "server/rules/persoon.h"
#include "server/rules/storing.h"
#include "server/rules/tijdstip.h"

namespace ketenproef {

class Omgeving;

// DKD: which LKS did this gemeente grant this person from `van` to `tot`, both ends included?
struct Lksvraag {
  std::string vraag_id;
  Gemeentecode gemeentecode;
  Bsn bsn;
  Dag van;
  Dag tot;
  Tijdstip tijdstip;  // of the exchange that asks
};

// No answer in time, an error and nonsense are all "not available" (SIG-09).
struct Lksuitkomst {
  bool beschikbaar = false;
  std::vector<LksPeriode> perioden;  // those that share a day with the period asked about
  bool onbereikbaar = false;         // nobody answered at all
  std::string reden;                 // where not available; no BSN
};

struct Leveruitslag {
  enum class Soort {
    kOvergenomen,   // acknowledged
    kGeweigerd,     // the gemeente said no
    kOnbereikbaar,  // no answer in time, or "try again"
  };
  Soort soort = Soort::kOnbereikbaar;
  bool herhaald = false;  // it had it already
  std::string reden;      // where not acknowledged; no BSN
};

// What a fault plan does to a call on its way out.
struct Uitgaandestoring {
  std::uint32_t vertraging_ms = 0;  // in real time, before it is sent
  bool dubbel = false;              // sent twice; the second answer counts
  bool antwoord_kwijt = false;      // sent, and its answer not heard
};

// What a plan that hit a call means for sending it.
inline Uitgaandestoring UitgaandestoringOf(const std::optional<Storing>& storing) {
  Uitgaandestoring uitgaand;
  if (!storing.has_value()) return uitgaand;
  if (storing->effect.soort == Storingsoort::kDelay) uitgaand.vertraging_ms = storing->effect.vertraging_ms;
  uitgaand.dubbel = storing->effect.soort == Storingsoort::kDuplicate;
  uitgaand.antwoord_kwijt = storing->effect.soort == Storingsoort::kLostAcknowledgement;
  return uitgaand;
}

// Calls never block; `done` is called exactly once, on any thread, also when the server stops.
class Buitenwereld {
 public:
  virtual ~Buitenwereld() = default;
  // `omgeving` is read during the call only.
  virtual void Ask(const std::string& adres, const Omgeving& omgeving, const Lksvraag& vraag,
                   const Uitgaandestoring& storing, absl::AnyInvocable<void(Lksuitkomst)> done) = 0;
  virtual void Deliver(const std::string& adres, const Omgeving& omgeving, Gemeentecode gemeentecode,
                       const Levering& levering, const Uitgaandestoring& storing,
                       absl::AnyInvocable<void(Leveruitslag)> done) = 0;

  // Hands over the e-mail about a report (NOT-01), by its place among the reports. `done` is called when it
  // was taken by the mail server, or will never be; not at all where the server stops first.
  virtual void Notify(const Omgeving& omgeving, std::uint32_t rapportage, const std::string& email,
                      absl::AnyInvocable<void(const absl::Status&)> done) = 0;
};

// How the environment's thread waits without holding anybody up.
class Wachter {
 public:
  // A function that may be called from any thread, at any time, and lets `run` be run on the environment's
  // thread; after the environment has closed it does nothing.
  using Post = absl::AnyInvocable<void(absl::AnyInvocable<void()> run) const>;

  virtual ~Wachter() = default;
  virtual Post MakePost() = 0;
  // Makes durable what was done so far, then runs what is posted and whatever else comes in until `klaar`. An
  // error where the environment stops first. On the environment's thread only.
  virtual absl::Status WaitUntil(absl::FunctionRef<bool()> klaar) = 0;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_BUITENWERELD_H_
