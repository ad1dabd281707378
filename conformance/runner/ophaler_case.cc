#include "conformance/runner/ophaler_case.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/checks/collected.h"
#include "conformance/checks/resolve.h"
#include "conformance/runner/answered.h"
#include "conformance/runner/wall_clock.h"

namespace ketenproef::conformance {
namespace {

// How often the runner looks whether the system is still there while it makes no calls.
constexpr absl::Duration kLook = absl::Milliseconds(100);

class OphalerCase {
 public:
  OphalerCase(const PlannedCase& planned, InlichtingenbureauPeer& peer, const OphalerCaseOptions& options)
      : planned_(planned),
        peer_(peer),
        options_(options),
        token_(TokenOf(options.run, planned)),
        result_(EmptyResult(planned)),
        findings_(planned.values, &result_) {}

  CaseRun Run(const StartOphaler& start) {
    const auto& codes = options_.administration.gemeentecodes();
    peer_.BeginCase({codes.begin(), codes.end()}, token_);
    auto system = start();
    if (system.ok()) {
      system_ = *std::move(system);
      deadline_ = WallClockNow() + options_.timeout;
      if (system_->can_restart() || AwaitCleanRound()) RunSteps();
      if (!Stops()) CheckNoLeak();
      // Before the peer forgets the case: what it still asks is of this case.
      system_.reset();
    } else {
      findings_.SetInconclusive(absl::StrCat("het systeem start niet: ", system.status().message()));
    }
    SetVerdict(&result_);
    return {std::move(result_), peer_.exchanges()};
  }

 private:
  bool Stops() const { return findings_.count() > 0 || findings_.is_inconclusive(); }

  void RunSteps() {
    std::vector<const v1::Step*> steps;
    for (const v1::Step& step : planned_.suite->setup()) steps.push_back(&step);
    for (const v1::Step& step : planned_.item->steps()) steps.push_back(&step);
    for (std::size_t i = 0; i < steps.size() && !Stops(); ++i) {
      number_ = static_cast<int>(i) + 1;
      regel_ = steps[i]->regel().empty() ? planned_.item->regels(0) : steps[i]->regel();
      // The call during which it is to be killed must not slip through before that.
      held_next_ = i + 1 < steps.size() ? steps[i + 1]->restart().during() : "";
      if (!held_next_.empty()) peer_.Hold(held_next_);
      const absl::Status status = Act(*steps[i]);
      // The case, and not the system, is not as it should be.
      if (!status.ok()) {
        findings_.SetInconclusive(absl::StrCat("het geval zelf klopt niet: ", status.message()));
      }
    }
  }

  absl::Status Act(const v1::Step& step) {
    switch (step.action_case()) {
      case v1::Step::kOffer:
        return ActOffer(step.offer(), step.note());
      case v1::Step::kFault:
        return ActFault(step.fault(), step.note());
      case v1::Step::kRestart:
        return ActRestart(step.restart(), step.note());
      case v1::Step::kExpectCollected:
        ActExpect(step.expect_collected());
        return absl::OkStatus();
      default:
        return absl::InvalidArgumentError("deze stap is voor een andere soort systeem");
    }
  }

  absl::Status ActOffer(v1::Offer offer, const std::string& note) {
    if (absl::Status status = Resolve(planned_.values, Vandaag(), &offer); !status.ok()) return status;
    const auto complete = [this](std::string* gemeentecode, const std::string& datum) {
      if (gemeentecode->empty()) *gemeentecode = options_.administration.gemeentecodes(0);
      const std::optional<Dag> dag = ParseDag(datum);
      if (dag.has_value()) now_ = std::max(now_.value_or(absl::InfinitePast()), UitwisselingOp(*dag));
    };
    for (v1::Rapport& rapport : *offer.mutable_rapporten()) {
      complete(rapport.mutable_gemeentecode(), rapport.datum());
    }
    for (v1::Doorlevering& item : *offer.mutable_doorleveringen()) {
      complete(item.mutable_gemeentecode(), item.datum());
    }
    for (v1::Bericht& item : *offer.mutable_berichten()) complete(item.mutable_gemeentecode(), item.datum());
    Say(note,
        absl::StrCat("klaargezet: ", offer.rapporten_size(), " rapporten, ", offer.doorleveringen_size(),
                     " doorleveringen, ", offer.berichten_size(), " berichten"));
    return peer_.Offer(offer);
  }

  absl::Status ActFault(const v1::Fault& fault, const std::string& note) {
    Say(note,
        absl::StrCat("storing ", v1::FaultKind_Name(fault.kind()), fault.method().empty() ? "" : " van ",
                     fault.method(), ", ", std::max(fault.count(), 1), " keer"));
    return peer_.Fail(fault);
  }

  absl::Status ActRestart(const v1::Restart& restart, const std::string& note) {
    if (!system_->can_restart()) {
      findings_.SetInconclusive(
          "dit systeem kan de runner niet herstarten: start het met --start, of laat `herstart` weg uit de "
          "claims");
      return absl::OkStatus();
    }
    const std::string& during = restart.during();
    if (!during.empty() && !AwaitHeldCall(during)) return absl::OkStatus();
    Say(note, absl::StrCat("kill -9", during.empty() ? "" : " tijdens ", during, ", en weer gestart"));
    const absl::Time begin = WallClockNow();
    const absl::Status status = system_->Restart();
    deadline_ += WallClockNow() - begin;
    if (during != held_next_) peer_.Release(during);
    if (absl::IsFailedPrecondition(status)) {
      findings_.Add({"", "het systeem komt na een kill -9 weer op", "", std::string(status.message())});
    } else if (!status.ok()) {
      findings_.SetInconclusive(absl::StrCat("het systeem komt niet weer op: ", status.message()));
    }
    return absl::OkStatus();
  }

  // Until the system makes this call, which the peer then keeps waiting.
  bool AwaitHeldCall(const std::string& method) {
    peer_.Hold(method);
    const v1::ExpectCollected patience;
    const auto came = [this] { return peer_.held_calls() > held_calls_; };
    if (!Await([&] { return came() || Lies(patience); })) return false;
    if (came()) {
      held_calls_ = peer_.held_calls();
      return true;
    }
    Say("", absl::StrCat("gewacht op ", method));
    CheckCollected(peer_.collected(), patience, &findings_);
    return false;
  }
  bool Lies(const v1::ExpectCollected& expected) const {
    return ProgressOf(peer_.collected(), expected) == Progress::kWrong;
  }

  void ActExpect(const v1::ExpectCollected& expected) {
    Say("", "gewacht tot alles is opgehaald en bevestigd");
    if (!Await([&] { return ProgressOf(peer_.collected(), expected) != Progress::kUnderWay; })) return;
    const Collected collected = peer_.collected();
    if (ProgressOf(collected, expected) == Progress::kWrong) {
      CheckCollected(collected, expected, &findings_);
    }
    Tell(collected, Stops());
  }

  // What has come of what was offered, for the timeline.
  void Tell(const Collected& collected, bool is_wrong) {
    for (const CollectedItem& item : collected.items) {
      const std::string how = item.is_confirmed ? "bevestigd"
                              : item.is_listed  ? "in de lijst gezien"
                                                : "niet gezien";
      const std::string downloads =
          item.downloads == 0
              ? ""
              : absl::StrCat(", ", item.downloads, " keer opgehaald (", item.whole_downloads, " heel)");
      findings_.AddMoment(Now(), v1::MOMENT_KIND_CAME, absl::StrCat(item.text, ": ", how, downloads),
                          is_wrong);
    }
  }

  // One that goes on from case to case may still be in the middle of a round, or wait longer after every
  // error: it begins with a round in which nothing fails.
  bool AwaitCleanRound() {
    if (!Await([this] { return peer_.collected().rounds > 0; })) return false;
    deadline_ = WallClockNow() + options_.timeout;
    return true;
  }

  // Waits until `holds`; otherwise says why that cannot be any more.
  template <typename Holds>
  bool Await(Holds holds) {
    for (;;) {
      if (holds()) return true;
      if (system_->is_gone()) {
        BlameEnd(system_->ended().value_or(""), *system_, &findings_);
        return false;
      }
      if (WallClockNow() >= deadline_) break;
      peer_.AwaitCalls(kLook);
    }
    const int calls = peer_.collected().calls;
    findings_.SetInconclusive(calls == 0
                                  ? "het systeem heeft het Inlichtingenbureau niet een keer aangeroepen"
                                  : absl::StrCat("het systeem kwam in de tijd van dit geval niet verder, na ",
                                                 calls, " aanroepen"));
    return false;
  }

  // BSN-03: nothing that it says besides its requests holds a BSN.
  void CheckNoLeak() {
    for (const std::string& text : peer_.metadata()) {
      if (!planned_.values.HoldsBsn(text)) continue;
      findings_.Add({"BSN-03", "metadata zonder BSN", "", text});
      return;
    }
  }

  absl::Time Now() const { return now_.value_or(UitwisselingOp(*ParseDag("2025-03-01"))); }
  std::optional<Dag> Vandaag() const {
    if (!now_.has_value()) return std::nullopt;
    return DagVan(*now_);
  }

  void Say(const std::string& note, const std::string& sent) {
    findings_.BeginStep(number_, regel_, Now());
    findings_.SetSent(sent);
    findings_.AddMoment(Now(), v1::MOMENT_KIND_SENT, note.empty() ? sent : note);
  }

  const PlannedCase& planned_;
  InlichtingenbureauPeer& peer_;
  const OphalerCaseOptions& options_;
  const std::string token_;
  v1::CaseResult result_;
  Findings findings_;
  std::unique_ptr<System> system_;
  absl::Time deadline_;
  int number_ = 0;
  std::string regel_;
  // The call during which the next step kills the system; empty: it does not.
  std::string held_next_;
  // How many calls have been kept waiting for a kill.
  int held_calls_ = 0;
  // The latest exchange of what was offered.
  std::optional<absl::Time> now_;
};

}  // namespace

CaseRun RunOphalerCase(const PlannedCase& planned, InlichtingenbureauPeer& peer, const StartOphaler& start,
                       const OphalerCaseOptions& options) {
  return OphalerCase(planned, peer, options).Run(start);
}

}  // namespace ketenproef::conformance
