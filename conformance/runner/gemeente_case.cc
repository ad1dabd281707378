#include "conformance/runner/gemeente_case.h"

#include <algorithm>
#include <optional>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/lib/call.h"
#include "client/lib/datum.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/checks/administration.h"
#include "conformance/checks/lks_antwoord.h"
#include "conformance/checks/rapportbytes.h"
#include "conformance/checks/receipt.h"
#include "conformance/checks/refusal.h"
#include "conformance/checks/resolve.h"
#include "conformance/runner/answered.h"
#include "conformance/runner/inhoud.h"
#include "ketenproef/v1/gemeente_service.pb.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

constexpr char kLookup[] = "ketenproef.v1.GemeenteService/LookupLks";
constexpr char kDeliverRapportage[] = "ketenproef.v1.GemeenteService/DeliverRapportage";
constexpr char kDeliverMelding[] = "ketenproef.v1.GemeenteService/DeliverMelding";
// A sender that is told "try again" does so.
constexpr int kMaxTries = 5;
constexpr absl::Duration kBeforeRetry = absl::Milliseconds(100);
// The next attempt of a real sender, in virtual time.
constexpr absl::Duration kNextAttempt = absl::Hours(1);

void Damage(v1::Damage damage, contract::DeliverRapportageRequest* request) {
  std::string& inhoud = *request->mutable_inhoud();
  switch (damage) {
    case v1::DAMAGE_CONTENT:
      inhoud[inhoud.size() / 2] = static_cast<char>(inhoud[inhoud.size() / 2] ^ 1);
      break;
    case v1::DAMAGE_TRUNCATED:
      inhoud.erase(inhoud.size() - inhoud.size() / 3);
      break;
    case v1::DAMAGE_ROWS:
      request->set_aantal_rijen(request->aantal_rijen() + 1);
      break;
    case v1::DAMAGE_NAME:
      request->set_bestandsnaam("../" + request->bestandsnaam());
      break;
    default:
      break;
  }
}

class GemeenteCase {
 public:
  GemeenteCase(const PlannedCase& planned, System& system, const GemeenteCaseOptions& options)
      : planned_(planned),
        system_(system),
        options_(options),
        token_(TokenOf(options.run, planned)),
        result_(EmptyResult(planned)),
        findings_(planned.values, &result_),
        conversation_(system.channel(), options.omgeving, options.timeout) {}

  CaseRun Run() {
    int number = 0;
    for (const v1::Step& step : planned_.suite->setup()) RunStep(++number, step);
    for (const v1::Step& step : planned_.item->steps()) RunStep(++number, step);
    SetVerdict(&result_);
    return {std::move(result_), conversation_.exchanges()};
  }

 private:
  bool Stops() const { return findings_.count() > 0 || findings_.is_inconclusive(); }

  void RunStep(int number, const v1::Step& step) {
    if (Stops()) return;
    number_ = number;
    regel_ = step.regel().empty() ? planned_.item->regels(0) : step.regel();
    absl::Status status = Advance(step);
    if (status.ok()) status = Act(step);
    // The case, and not the system, is not as it should be.
    if (!status.ok()) {
      findings_.SetInconclusive(absl::StrCat("het geval zelf klopt niet: ", status.message()));
    }
  }

  absl::Status Advance(const v1::Step& step) {
    is_timed_ = !step.at().empty();
    if (!is_timed_) return absl::OkStatus();
    const auto instant = planned_.values.Instant(step.at(), Vandaag());
    if (!instant.ok()) return instant.status();
    if (now_.has_value() && *instant < *now_) {
      return absl::InvalidArgumentError(absl::StrCat("de tijd gaat terug bij \"", step.at(), "\""));
    }
    now_ = *instant;
    return absl::OkStatus();
  }

  absl::Status Act(const v1::Step& step) {
    switch (step.action_case()) {
      case v1::Step::kDkdVraag:
        return ActVraag(step.dkd_vraag(), step.note());
      case v1::Step::kDeliverRapportage:
        return ActRapportage(step.deliver_rapportage(), step.note());
      case v1::Step::kDeliverMelding:
        return ActMelding(step.deliver_melding(), step.note());
      case v1::Step::kRestart:
        return ActRestart();
      default:
        return absl::InvalidArgumentError("deze stap is voor een andere soort systeem");
    }
  }

  // DKD.

  absl::Status ActVraag(v1::DkdVraag vraag, const std::string& note) {
    contract::LookupLksRequest request;
    request.set_vraag_id(absl::StrCat(token_, "-v", ++questions_));
    std::string because;
    for (const bool is_first : {true, false}) {
      const std::string& text = is_first ? vraag.datum_van() : vraag.datum_tot();
      if (text.empty()) continue;
      const auto day = planned_.values.Day(text, Vandaag());
      if (!day.ok()) return day.status();
      if (!is_first && day->dag.has_value()) NotBefore(UitwisselingOp(*day->dag + Dagen(1)));
      *(is_first ? request.mutable_datum_van() : request.mutable_datum_tot()) = DatumOfForm(day->Text());
      if (!day->because.empty()) absl::StrAppend(&because, because.empty() ? "" : "; ", day->because);
    }
    if (absl::Status status = Resolve(planned_.values, Vandaag(), &vraag); !status.ok()) return status;
    request.set_gemeentecode(Gemeentecode(vraag.gemeentecode()));
    request.set_bsn(vraag.bsn());
    *request.mutable_tijdstip() = client::TimestampOf(Now());
    Say(note, absl::StrCat("DKD-vraag aan ", request.gemeentecode(), " over ", vraag.bsn(), " van ",
                           vraag.datum_van(), " t/m ", vraag.datum_tot()));
    contract::LookupLksResponse response;
    absl::Status status = conversation_.Call(kLookup, request, &response);
    for (int tries = 1; IsTryAgain(status) && tries < kMaxTries && IsThere(); ++tries) {
      client::WaitBeforeRepeat(kBeforeRetry);
      status = conversation_.Call(kLookup, request, &response);
    }
    if (Stops()) return absl::OkStatus();
    CheckNoBsn(status, &findings_);
    Hear(LksAntwoordText(status, response));
    if (!status.ok() && !IsThere()) return absl::OkStatus();
    // "Not available" tells nothing where every question gets that.
    if (vraag.has_niet_beschikbaar() && !AnswersQuestions()) return absl::OkStatus();
    return CheckLksAntwoord(vraag, options_.administration.gemeentecodes(0), status, response, because,
                            &findings_);
  }

  // A question to which the answer is known: about the first period of the administration.
  absl::Status AskPlainly(contract::LookupLksResponse* response) {
    contract::LookupLksRequest request;
    request.set_vraag_id(absl::StrCat(token_, "-c", ++questions_));
    request.set_gemeentecode(options_.administration.gemeentecodes(0));
    const auto perioden = LksPeriodenOf(options_.administration);
    if (!perioden.ok() || perioden->empty()) return absl::InvalidArgumentError("de administratie is leeg");
    request.set_bsn(perioden->front().bsn());
    *request.mutable_datum_van() = perioden->front().datum_van();
    *request.mutable_datum_tot() = perioden->front().datum_van();
    *request.mutable_tijdstip() = client::TimestampOf(Now());
    return conversation_.Call(kLookup, request, response);
  }

  // Whether the system is there at all, after an error that could also be the network's; otherwise says who
  // is to blame.
  bool IsThere() {
    contract::LookupLksResponse ignored;
    return Answered(AskPlainly(&ignored), system_, &findings_);
  }

  bool AnswersQuestions() {
    contract::LookupLksResponse response;
    const absl::Status status = AskPlainly(&response);
    if (status.ok() && response.antwoord() == contract::LKS_ANTWOORD_GEVONDEN) return true;
    findings_.Add({"", "een antwoord op een gewone DKD-vraag", "", LksAntwoordText(status, response)});
    return false;
  }

  // Deliveries.

  absl::Status ActRapportage(v1::DeliverRapportage step, const std::string& note) {
    step.set_bericht(planned_.values.Text(step.bericht()));
    v1::Rapport& rapport = *step.mutable_rapport();
    if (absl::Status status = Resolve(planned_.values, Vandaag(), &rapport); !status.ok()) return status;
    rapport.set_gemeentecode(Gemeentecode(rapport.gemeentecode()));
    if (step.bytes() > 0) {
      if (absl::Status status = AddRows(step.bytes(), &rapport); !status.ok()) return status;
    }
    contract::DeliverRapportageRequest request;
    request.set_bericht_id(BerichtId(step.bericht()));
    request.set_gemeentecode(rapport.gemeentecode());
    if (!rapport.datum().empty()) *request.mutable_datum() = DatumOfForm(rapport.datum());
    request.set_bestandsnaam(Bestandsnaam(rapport));
    request.set_inhoud(RapportBytes(rapport, {}));
    request.set_sha256(Sha256Of(request.inhoud()));
    request.set_aantal_rijen(rapport.rij_size());
    Damage(step.damage(), &request);
    SetMoment(step.bericht(), rapport.datum());
    Say(note, absl::StrCat("rapport ", step.bericht(), ": ", request.bestandsnaam(), ", ",
                           request.aantal_rijen(), " rijen, ", request.inhoud().size(), " bytes"));
    Deliver<contract::DeliverRapportageResponse>(kDeliverRapportage, &request, step.expect(),
                                                 step.attempts());
    return absl::OkStatus();
  }

  absl::Status ActMelding(v1::DeliverMelding step, const std::string& note) {
    if (absl::Status status = Resolve(planned_.values, Vandaag(), &step); !status.ok()) return status;
    contract::DeliverMeldingRequest request;
    request.set_bericht_id(BerichtId(step.bericht()));
    const bool is_bericht = step.has_bericht_na_signaal();
    const std::string& datum = is_bericht ? step.bericht_na_signaal().datum() : step.doorlevering().datum();
    request.set_gemeentecode(Gemeentecode(is_bericht ? step.bericht_na_signaal().gemeentecode()
                                                     : step.doorlevering().gemeentecode()));
    if (!datum.empty()) *request.mutable_datum() = DatumOfForm(datum);
    if (is_bericht) *request.mutable_bericht() = BerichtinhoudOf(step.bericht_na_signaal());
    if (step.has_doorlevering()) *request.mutable_doorlevering() = DoorleveringinhoudOf(step.doorlevering());
    SetMoment(step.bericht(), datum);
    Say(note, absl::StrCat("melding ", step.bericht(), ": ", request.ShortDebugString()));
    Deliver<contract::DeliverMeldingResponse>(kDeliverMelding, &request, step.expect(), step.attempts());
    return absl::OkStatus();
  }

  // The instant of an attempt: not before the exchange of X, and after an earlier attempt.
  void SetMoment(const std::string& bericht, const std::string& datum) {
    if (const std::optional<Dag> dag = ParseDag(datum); dag.has_value()) NotBefore(UitwisselingOp(*dag));
    const bool is_first = sent_.insert(bericht).second;
    if (!is_first && !is_timed_) now_ = Now() + kNextAttempt;
  }

  template <typename Response, typename Request>
  void Deliver(const std::string& method, Request* request, v1::Receipt expected, int attempts) {
    if (attempts > 1) return DeliverAtOnce<Response>(method, request, expected, attempts);
    ReceiptAnswer answer;
    int tries = 0;
    do {
      if (++tries > 1) {
        now_ = Now() + kNextAttempt;
        client::WaitBeforeRepeat(kBeforeRetry);
      }
      *request->mutable_tijdstip() = client::TimestampOf(Now());
      Response response;
      answer.status = conversation_.Call(method, *request, &response);
      answer.herhaald = response.herhaald();
      if (!answer.status.ok() && IsUnreachable(answer.status) && !IsThere()) return;
    } while (IsTryAgain(answer.status) && tries < kMaxTries);
    CheckNoBsn(answer.status, &findings_);
    Hear(ReceiptText(answer));
    if (Stops()) return;
    const bool must_be_taken_in = expected != v1::RECEIPT_REFUSED && expected != v1::RECEIPT_NOT_NEW;
    if (IsTryAgain(answer.status) && must_be_taken_in) {
      findings_.SetInconclusive(
          absl::StrCat("het systeem zegt steeds opnieuw te proberen: ", ReceiptText(answer)));
      return;
    }
    CheckReceipt(expected, answer, tries > 1, &findings_);
  }

  // Over as many connections, as senders that do not know of each other.
  template <typename Response, typename Request>
  void DeliverAtOnce(const std::string& method, Request* request, v1::Receipt expected, int attempts) {
    *request->mutable_tijdstip() = client::TimestampOf(Now());
    std::vector<Conversation> conversations;
    for (int i = 0; i < attempts; ++i) {
      const std::string address = system_.address();
      conversations.push_back(
          conversation_.Beside(address.empty() ? system_.channel() : client::MakeChannel(address)));
    }
    std::vector<ReceiptAnswer> answers(conversations.size());
    std::vector<std::thread> senders;
    for (std::size_t i = 0; i < conversations.size(); ++i) {
      senders.emplace_back([&, i] {
        Response response;
        answers[i].status = conversations[i].Call(method, *request, &response);
        answers[i].herhaald = response.herhaald();
      });
    }
    for (std::thread& sender : senders) sender.join();
    for (const Conversation& beside : conversations) conversation_.TakeOver(beside);
    for (const ReceiptAnswer& answer : answers) {
      Hear(ReceiptText(answer));
      if (IsUnreachable(answer.status) && !IsThere()) return;
    }
    CheckReceipts(expected, answers, &findings_);
  }

  absl::Status ActRestart() {
    Say("", "kill -9, en weer gestart");
    if (!system_.can_restart()) {
      findings_.SetInconclusive(
          "dit systeem kan de runner niet herstarten: start het met --start, of laat `herstart` weg uit de "
          "claims");
      return absl::OkStatus();
    }
    const absl::Status status = system_.Restart();
    conversation_.MoveTo(system_.channel());
    if (absl::IsFailedPrecondition(status)) {
      findings_.Add({"", "het systeem komt na een kill -9 weer op", "", std::string(status.message())});
    } else if (!status.ok()) {
      findings_.SetInconclusive(absl::StrCat("het systeem komt niet weer op: ", status.message()));
    }
    return absl::OkStatus();
  }

  // The chain.

  std::string Gemeentecode(const std::string& code) const {
    return code.empty() ? options_.administration.gemeentecodes(0) : code;
  }
  std::string BerichtId(const std::string& bericht) const {
    return bericht.empty() ? "" : absl::StrCat(token_, "-", bericht);
  }

  absl::Time Now() {
    if (!now_.has_value()) now_ = UitwisselingOp(*ParseDag("2025-03-01"));
    return *now_;
  }
  // Where the case does not say when.
  void NotBefore(absl::Time tijdstip) {
    if (!is_timed_) now_ = now_.has_value() ? std::max(*now_, tijdstip) : tijdstip;
  }
  std::optional<Dag> Vandaag() const {
    if (!now_.has_value()) return std::nullopt;
    return DagVan(*now_);
  }

  void Say(const std::string& note, const std::string& sent) {
    findings_.BeginStep(number_, regel_, Now());
    findings_.SetSent(sent);
    findings_.AddMoment(Now(), v1::MOMENT_KIND_SENT, note.empty() ? sent : note);
  }
  void Hear(const std::string& came) { findings_.AddMoment(Now(), v1::MOMENT_KIND_CAME, came); }

  const PlannedCase& planned_;
  System& system_;
  const GemeenteCaseOptions& options_;
  const std::string token_;
  v1::CaseResult result_;
  Findings findings_;
  Conversation conversation_;
  int number_ = 0;
  std::string regel_;
  std::optional<absl::Time> now_;
  bool is_timed_ = false;  // the step says when
  // Bericht-names that were sent before.
  std::set<std::string> sent_;
  int questions_ = 0;
};

}  // namespace

CaseRun RunGemeenteCase(const PlannedCase& planned, System& system, const GemeenteCaseOptions& options) {
  return GemeenteCase(planned, system, options).Run();
}

}  // namespace ketenproef::conformance
