// Ways to break a rule that many mutants share: to accept what must be refused, to refuse what must be
// accepted, and to name another rule or code in a refusal.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_BREAKS_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_BREAKS_H_

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "conformance/mutants/mutant.h"
#include "conformance/mutants/records.h"

namespace ketenproef::conformance {

inline constexpr auto kVeld = contract::WEIGERINGSOORT_VELD;
inline constexpr auto kToestand = contract::WEIGERINGSOORT_TOESTAND;

// About a record, before it is forwarded.
using When = std::function<bool(const RecordPassage&)>;

inline bool Always(const RecordPassage& /*passage*/) {
  return true;
}

// What is refused under this rule is accepted; nothing comes of it.
Break Accepts(std::string regel, When when = Always);
// What is such is refused under this rule, and has no effect.
Break Refuses(std::string regel, contract::Weigeringsoort soort, When when);
// What is refused under this rule is refused under the other.
Break Names(std::string regel, std::string other, When when = Always);
// What is refused under this rule is refused with another code.
Break RefusesAs(std::string regel, contract::Weigeringsoort soort);
// The request is changed before it is forwarded.
Break Changes(std::function<void(RecordPassage&)> change);
// What is such is accepted, and nothing comes of it.
Break Swallows(When when);

// What a broken system remembers, for each omgeving apart.
template <typename Value>
class Memory {
 public:
  Memory() : state_(std::make_shared<State>()) {}

  // Calls use(Value&), one caller at a time.
  template <typename Use>
  auto With(const std::string& omgeving, Use use) const {
    absl::MutexLock lock(&state_->mutex);
    return use(state_->values[omgeving]);
  }

 private:
  struct State {
    absl::Mutex mutex;
    std::map<std::string, Value> values ABSL_GUARDED_BY(mutex);
  };
  std::shared_ptr<State> state_;
};

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_BREAKS_H_
