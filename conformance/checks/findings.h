// What a case finds out while it runs: findings and the moments of its timeline. Texts hold no BSN: they are
// masked on the way in. One thread at a time.
#ifndef CONFORMANCE_CHECKS_FINDINGS_H_
#define CONFORMANCE_CHECKS_FINDINGS_H_

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "conformance/checks/values.h"
#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

struct Difference {
  // Empty: the rule of the step.
  std::string regel;
  std::string expected;
  // Why, with the counting; can be empty.
  std::string because;
  std::string got;
};

class Findings {
 public:
  // Both must outlive it.
  Findings(const Values& values, v1::CaseResult* result) : values_(values), result_(*result) {}

  // From now on findings are about this step, which sent this at this instant.
  void BeginStep(int step, const std::string& regel, std::optional<absl::Time> now);
  void SetSent(absl::string_view sent) { sent_ = std::string(sent); }

  void Add(const Difference& difference);
  // Compares two texts of one field; adds a difference where they are not equal. Whether they are.
  bool Expect(absl::string_view field, absl::string_view expected, absl::string_view got,
              absl::string_view because = "");

  void AddMoment(absl::Time tijdstip, v1::MomentKind kind, absl::string_view text, bool is_wrong = false);

  // The case cannot be judged, because of this; the first reason stands.
  void SetInconclusive(absl::string_view reason);
  // The system broke in a way that no rule speaks about (it crashed, its answer cannot be read).
  void SetBroken(absl::string_view reason);

  bool is_inconclusive() const { return result_.verdict() == v1::VERDICT_INCONCLUSIVE; }
  int count() const { return result_.findings_size(); }
  const Values& values() const { return values_; }
  std::optional<absl::Time> now() const { return now_; }

 private:
  const Values& values_;
  v1::CaseResult& result_;
  int step_ = 0;
  std::string regel_;
  std::string sent_;
  std::optional<absl::Time> now_;
};

// A status as a person reads it: its code, the reason (a rule ID) and its text.
std::string StatusText(const absl::Status& status);

// What a refusal inside a stream says, as the status that a single call would have had.
absl::Status RefusalStatus(absl::StatusCode code, const std::string& reason, absl::string_view text);

// Whether nobody answered, or not in time: the case cannot be judged. An UNAVAILABLE that carries a reason is
// an answer.
bool IsUnreachable(const absl::Status& status);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CHECKS_FINDINGS_H_
