#include "conformance/checks/findings.h"

#include "absl/strings/str_cat.h"
#include "client/lib/call_error.h"
#include "client/lib/datum.h"
#include "conformance/catalogue/regels.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace ketenproef::conformance {

void Findings::BeginStep(int step, const std::string& regel, std::optional<absl::Time> now) {
  step_ = step;
  regel_ = regel;
  now_ = now;
  sent_.clear();
}

void Findings::Add(const Difference& difference) {
  v1::Finding& finding = *result_.add_findings();
  finding.set_regel(difference.regel.empty() ? regel_ : difference.regel);
  if (const Regel* rule = FindRegel(finding.regel())) {
    finding.set_titel(rule->titel);
    finding.set_bron(rule->bron);
  }
  finding.set_step(step_);
  if (now_.has_value()) *finding.mutable_tijdstip() = client::TimestampOf(*now_);
  finding.set_sent(values_.Masked(sent_));
  finding.set_expected(values_.Masked(difference.expected));
  finding.set_because(values_.Masked(difference.because));
  finding.set_got(values_.Masked(difference.got));
}

bool Findings::Expect(absl::string_view field, absl::string_view expected, absl::string_view got,
                      absl::string_view because) {
  if (expected == got) return true;
  Add({"", absl::StrCat(field, " ", expected), std::string(because),
       absl::StrCat(field, " ", got.empty() ? "(leeg)" : got)});
  return false;
}

void Findings::AddMoment(absl::Time tijdstip, v1::MomentKind kind, absl::string_view text, bool is_wrong) {
  v1::Moment& moment = *result_.add_timeline();
  *moment.mutable_tijdstip() = client::TimestampOf(tijdstip);
  moment.set_kind(kind);
  moment.set_text(values_.Masked(std::string(text)));
  moment.set_is_wrong(is_wrong);
}

void Findings::SetInconclusive(absl::string_view reason) {
  if (is_inconclusive()) return;
  result_.set_verdict(v1::VERDICT_INCONCLUSIVE);
  result_.set_reason(values_.Masked(std::string(reason)));
}

void Findings::SetBroken(absl::string_view reason) {
  Add({"", "een antwoord volgens het contract", "", std::string(reason)});
}

std::string StatusText(const absl::Status& status) {
  if (status.ok()) return "OK";
  const std::string reason = client::CallErrorOf(status).reason;
  return absl::StrCat(absl::StatusCodeToString(status.code()), reason.empty() ? "" : " ", reason,
                      status.message().empty() ? "" : ": ", status.message());
}

absl::Status RefusalStatus(absl::StatusCode code, const std::string& reason, absl::string_view text) {
  google::rpc::ErrorInfo info;
  info.set_reason(reason);
  info.set_domain("ketenproef");
  google::rpc::Status wire;
  wire.add_details()->PackFrom(info);
  absl::Status status(code, text);
  client::SetDetails(wire.SerializeAsString(), &status);
  return status;
}

bool IsUnreachable(const absl::Status& status) {
  if (absl::IsDeadlineExceeded(status)) return true;
  return absl::IsUnavailable(status) && client::CallErrorOf(status).reason.empty();
}

}  // namespace ketenproef::conformance
