// A case of UWV or of the Inlichtingenbureau, step by step in an omgeving of its own. It ends at the first
// step that is not as it should be: what follows would only repeat it.

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "client/lib/call_error.h"
#include "client/lib/datum.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/checks/first_answers.h"
#include "conformance/checks/melding.h"
#include "conformance/checks/refusal.h"
#include "conformance/checks/resolve.h"
#include "conformance/checks/response.h"
#include "conformance/checks/ziektegeval.h"
#include "conformance/runner/case_run.h"
#include "conformance/runner/method_table.h"
#include "conformance/runner/output_reader.h"
#include "conformance/runner/peers.h"
#include "conformance/runner/record.h"
#include "ketenproef/v1/klok_service.pb.h"
#include "ketenproef/v1/omgeving_service.pb.h"
#include "ketenproef/v1/storing_service.pb.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

contract::Bsnreeks BsnreeksOf(const std::string& name) {
  if (name == "negenreeks") return contract::BSNREEKS_NEGENREEKS;
  return name == "alle" ? contract::BSNREEKS_ALLE : contract::BSNREEKS_TESTREEKS;
}

class ChainCase {
 public:
  ChainCase(const PlannedCase& planned, System& system, const CaseOptions& options)
      : planned_(planned),
        system_(system),
        values_(planned.values),
        result_(EmptyResult(planned)),
        findings_(values_, &result_),
        conversation_(system.channel(), options.omgeving, options.timeout),
        environment_(planned.item->environment()) {
    ResolveNames(values_, &environment_);
  }

  CaseRun Run() {
    if (Made(Create())) {
      RunSteps();
      if (findings_.count() == 0) peers_.CheckCalls(began_, now_, &findings_);
      Delete();
    }
    SetVerdict(&result_);
    return {std::move(result_), conversation_.exchanges()};
  }

 private:
  bool Made(const absl::Status& status) {
    if (status.ok()) return !Stops();
    CaseIsWrong(status);
    return false;
  }

  // The case, and not the system, is not as it should be.
  void CaseIsWrong(const absl::Status& status) {
    findings_.SetInconclusive(absl::StrCat("het geval zelf klopt niet: ", status.message()));
  }

  // Whether there is nothing more to find out.
  bool Stops() const { return findings_.count() > 0 || findings_.is_inconclusive(); }

  // Whether the system answered at all; otherwise says who is to blame.
  bool Answered(const absl::Status& status) {
    if (!status.ok()) CheckNoBsn(status, &findings_);
    if (!IsUnreachable(status)) return true;
    if (const auto end = system_.ended(); end.has_value()) {
      findings_.SetBroken(absl::StrCat("het systeem stopte zelf: ", *end));
    } else {
      findings_.SetInconclusive(absl::StrCat("geen antwoord: ", StatusText(status)));
    }
    return false;
  }

  // A call that the case needs in order to go on.
  bool Must(const std::string& method, const google::protobuf::Message& request,
            google::protobuf::Message* response) {
    const absl::Status status = conversation_.Call(method, request, response);
    if (!Answered(status)) return false;
    if (!status.ok()) findings_.Add({"", absl::StrCat(method, " wordt uitgevoerd"), "", StatusText(status)});
    return status.ok();
  }

  // The error is one of the case.
  absl::Status Create() {
    findings_.BeginStep(0, planned_.item->regels(0), std::nullopt);
    findings_.SetSent("de omgeving van het geval");
    const auto start = StartInstant();
    if (!start.ok()) return start.status();
    auto peers = Peers::Start(environment_, values_);
    if (!peers.ok()) return peers.status();
    peers_ = *std::move(peers);
    peers_.SetAddresses(&values_);
    began_ = *start;
    now_ = began_;
    contract::CreateOmgevingRequest request;
    contract::Omgevingsinstelling& instelling = *request.mutable_instelling();
    instelling.set_naam(conversation_.omgeving());
    instelling.set_profiel(planned_.profiel);
    *instelling.mutable_start_tijdstip() = client::TimestampOf(now_);
    instelling.set_bsnreeks(BsnreeksOf(environment_.bsnreeks()));
    instelling.mutable_rapportvorm()->set_scheidingsteken(environment_.scheidingsteken());
    instelling.mutable_rapportvorm()->set_datumvorm(environment_.datumvorm() == "JJJJ-MM-DD"
                                                        ? contract::DATUMVORM_JJJJ_MM_DD
                                                        : contract::DATUMVORM_JJJJMMDD);
    peers_.AddRollen(&instelling);
    contract::CreateOmgevingResponse response;
    Must("ketenproef.v1.OmgevingService/CreateOmgeving", request, &response);
    return SetCollecting();
  }

  // Peers that collect: by their Rol they would receive at their address.
  absl::Status SetCollecting() {
    for (const v1::PeerGemeente& peer : environment_.peers()) {
      if (peer.endpoint() || Stops()) continue;
      contract::SetAfnemerRequest request;
      request.mutable_afnemer()->set_gemeentecode(values_.Text(peer.gemeentecode()));
      request.mutable_afnemer()->set_leverwijze(contract::LEVERWIJZE_COLLECT);
      contract::SetAfnemerResponse response;
      Must("ketenproef.v1.InlichtingenbureauService/SetAfnemer", request, &response);
    }
    return absl::OkStatus();
  }

  absl::StatusOr<absl::Time> StartInstant() const {
    const std::string& start = environment_.start();
    if (!start.empty()) return values_.Instant(start, std::nullopt);
    for (const v1::Step& step : planned_.item->steps()) {
      if (step.at().empty()) continue;
      const auto first = values_.Instant(step.at(), std::nullopt);
      if (!first.ok()) return first.status();
      return *TijdstipOp(DagVan(*first) - Dagen(1), "12:00");
    }
    return *TijdstipOp(*ParseDag("2025-01-06"), "12:00");
  }

  // Nothing depends on it: a system that is going away takes its omgeving along.
  void Delete() {
    contract::DeleteOmgevingRequest request;
    request.set_naam(conversation_.omgeving());
    contract::DeleteOmgevingResponse response;
    conversation_.Call("ketenproef.v1.OmgevingService/DeleteOmgeving", request, &response).IgnoreError();
  }

  void RunSteps() {
    int number = 0;
    for (const v1::Step& step : planned_.suite->setup()) RunStep(++number, step);
    for (const v1::Step& step : planned_.item->steps()) RunStep(++number, step);
  }

  void RunStep(int number, const v1::Step& step) {
    if (Stops()) return;
    findings_.BeginStep(number, step.regel().empty() ? planned_.item->regels(0) : step.regel(), now_);
    if (absl::Status status = Advance(step.at()); !status.ok()) return CaseIsWrong(status);
    if (Stops()) return;
    findings_.BeginStep(number, step.regel().empty() ? planned_.item->regels(0) : step.regel(), now_);
    if (absl::Status status = Act(step); !status.ok()) CaseIsWrong(status);
  }

  absl::Status Advance(const std::string& at) {
    if (at.empty()) return absl::OkStatus();
    const auto instant = values_.Instant(at, Vandaag());
    if (!instant.ok()) return instant.status();
    if (*instant < now_) {
      return absl::InvalidArgumentError(absl::StrCat("de tijd gaat terug bij \"", at, "\""));
    }
    if (*instant == now_) return absl::OkStatus();
    findings_.SetSent(absl::StrCat("de klok naar ", FormatTijdstip(*instant)));
    contract::AdvanceClockRequest request;
    *request.mutable_tot_tijdstip() = client::TimestampOf(*instant);
    contract::AdvanceClockResponse response;
    if (Must("ketenproef.v1.KlokService/AdvanceClock", request, &response)) now_ = *instant;
    return absl::OkStatus();
  }

  absl::Status Act(const v1::Step& step) {
    switch (step.action_case()) {
      case v1::Step::kOpdracht: {
        v1::Opdracht opdracht = step.opdracht();
        ResolveNames(values_, &opdracht);
        return ActOpdracht(opdracht, step.note());
      }
      case v1::Step::kBatch: {
        v1::Batch batch = step.batch();
        ResolveNames(values_, &batch);
        return ActBatch(batch);
      }
      case v1::Step::kCall:
        return ActCall(step.call());
      case v1::Step::kExpectZiektegeval:
        return ActZiektegeval(step.expect_ziektegeval());
      case v1::Step::kExpectOutput:
        return ActOutput(step.expect_output());
      case v1::Step::kExpectReceived:
        return peers_.Check(step.expect_received(), Vandaag(), environment_, &findings_);
      case v1::Step::kStoring:
        return ActStoring(step.storing());
      default:
        return absl::InvalidArgumentError("deze stap is voor een andere soort systeem");
    }
  }

  absl::Status ActOpdracht(const v1::Opdracht& opdracht, const std::string& note) {
    const std::string text = RecordText(values_, Vandaag(), opdracht);
    findings_.SetSent(text);
    findings_.AddMoment(now_, v1::MOMENT_KIND_SENT, note.empty() ? text : note);
    const auto answer = SendRecord(conversation_, values_, Vandaag(), opdracht);
    if (!answer.ok()) return answer.status();
    return CheckAnswer(opdracht, *answer);
  }

  absl::Status ActBatch(const v1::Batch& batch) {
    const auto answers = SendBatch(conversation_, values_, Vandaag(), batch);
    if (!answers.ok()) return answers.status();
    findings_.SetSent(absl::StrCat(batch.opdrachten_size(), " opdrachten in een bericht van de stroom"));
    if (answers->size() != static_cast<std::size_t>(batch.opdrachten_size())) {
      findings_.Expect("aantal antwoorden", absl::StrCat(batch.opdrachten_size()),
                       absl::StrCat(answers->size()));
      return absl::OkStatus();
    }
    for (int i = 0; i < batch.opdrachten_size() && !Stops(); ++i) {
      findings_.SetSent(RecordText(values_, Vandaag(), batch.opdrachten(i)));
      const absl::Status status = CheckAnswer(batch.opdrachten(i), (*answers)[static_cast<std::size_t>(i)]);
      if (!status.ok()) return status;
    }
    return absl::OkStatus();
  }

  absl::Status CheckAnswer(const v1::Opdracht& opdracht, const RecordAnswer& answer) {
    if (!Answered(answer.status)) return absl::OkStatus();
    if (opdracht.has_refused()) {
      CheckRefused(opdracht.refused(), answer.status, answer.velden, &findings_);
      return absl::OkStatus();
    }
    if (!answer.status.ok()) {
      findings_.Add({"", "aanvaard", "", StatusText(answer.status)});
    } else if (answer.ontvangst.has_value()) {
      first_answers_.Check(opdracht, *answer.ontvangst, &findings_);
      return CheckOordelen(opdracht.accepted(), *answer.ontvangst, opdracht, Vandaag(), &findings_);
    } else if (!answer.verwerkt.has_value()) {
      findings_.Add({"", "een antwoord met ontvangst of verwerkt", "", "een leeg antwoord"});
    } else if (opdracht.has_accepted()) {
      CheckWaarschuwingen(opdracht.accepted(), *answer.verwerkt, &findings_);
    }
    return absl::OkStatus();
  }

  absl::Status ActCall(const v1::Call& call) {
    const MethodEntry& method = *FindMethod(call.method());
    const auto request = method.NewRequest();
    const auto response = method.NewResponse();
    auto text = values_.Fill(call.request(), Vandaag());
    if (!text.ok()) return text.status();
    if (absl::Status status = ParseTextFormat(*text, request.get()); !status.ok()) return status;
    findings_.SetSent(absl::StrCat(call.method(), " ", request->ShortDebugString()));
    const absl::Status status = conversation_.Call(call.method(), *request, response.get());
    if (!Answered(status)) return absl::OkStatus();
    if (call.has_refused()) {
      std::vector<std::string> velden;
      for (const auto& field : client::CallErrorOf(status).fields) velden.push_back(field.field);
      v1::Refused refused = call.refused();
      ResolveNames(values_, &refused);
      CheckRefused(refused, status, velden, &findings_);
      return absl::OkStatus();
    }
    if (!status.ok()) {
      findings_.Add({"", "een antwoord", "", StatusText(status)});
      return absl::OkStatus();
    }
    const auto expected = method.NewResponse();
    text = values_.Fill(call.response(), Vandaag());
    if (!text.ok()) return text.status();
    if (absl::Status parsed = ParseTextFormat(*text, expected.get()); !parsed.ok()) return parsed;
    CheckResponse(*expected, *response, &findings_);
    CheckPageToken(*response, &findings_);
    return UseResponse(call, *response);
  }

  // What is empty as it must be, and what later steps want of it.
  absl::Status UseResponse(const v1::Call& call, const google::protobuf::Message& response) {
    for (const std::string& path : call.empty()) {
      const auto is_empty = IsEmptyAt(response, path);
      if (!is_empty.has_value()) {
        return absl::InvalidArgumentError(absl::StrCat(path, " is in no answer of ", call.method()));
      }
      if (!*is_empty) {
        findings_.Add(
            {"", absl::StrCat("een antwoord waarin ", path, " leeg is"), "", response.ShortDebugString()});
      }
    }
    for (const v1::Let& take : call.take()) {
      const auto value = ValueAt(response, take.value());
      if (value.has_value()) {
        values_.Set(take.name(), absl::Utf8SafeCEscape(*value));
      } else {
        findings_.Add({"", absl::StrCat("een antwoord met ", take.value()), "", response.ShortDebugString()});
      }
    }
    return absl::OkStatus();
  }

  absl::Status ActZiektegeval(const v1::ExpectZiektegeval& expected) {
    contract::GetZiektegevalRequest request;
    request.set_loonheffingennummer(values_.Text(expected.loonheffingennummer()));
    request.set_kenmerk(values_.Text(expected.kenmerk()));
    findings_.SetSent(absl::StrCat("GetZiektegeval ", request.loonheffingennummer(), " ", request.kenmerk()));
    contract::GetZiektegevalResponse response;
    const std::string method = "ketenproef.v1.UwvBeoordelingService/GetZiektegeval";
    const absl::Status status = conversation_.Call(method, request, &response);
    if (!Answered(status)) return absl::OkStatus();
    if (expected.onbekend()) {
      v1::Refused refused;
      refused.set_regel("ZIEKTEGEVAL_ONBEKEND");
      CheckRefused(refused, status, {}, &findings_);
    } else if (!status.ok()) {
      findings_.Add({"", "het ziektegeval", "", StatusText(status)});
    } else {
      return CheckZiektegeval(expected, response.ziektegeval(), Vandaag(), &findings_);
    }
    return absl::OkStatus();
  }

  absl::Status ActOutput(const v1::ExpectOutput& expected) {
    findings_.SetSent("alles opgevraagd wat er is uitgegaan");
    ChainOutput output;
    const absl::Status status = ReadOutput(expected, conversation_, &output);
    if (!Answered(status)) return absl::OkStatus();
    if (!status.ok()) {
      findings_.Add({"", "de lijsten van het Inlichtingenbureau", "", StatusText(status)});
      return absl::OkStatus();
    }
    return CheckOutput(expected, environment_, output, Vandaag(), &findings_);
  }

  absl::Status ActStoring(const v1::Storing& storing) {
    const auto text = values_.Fill(storing.storing(), Vandaag());
    if (!text.ok()) return text.status();
    contract::CreateStoringRequest request;
    if (absl::Status status = ParseTextFormat(*text, &request); !status.ok()) return status;
    contract::CreateStoringResponse response;
    Must("ketenproef.v1.StoringService/CreateStoring", request, &response);
    return absl::OkStatus();
  }

  Dag Vandaag() const { return DagVan(now_); }

  const PlannedCase& planned_;
  System& system_;
  // Grows by what the case takes out of answers.
  Values values_;
  v1::CaseResult result_;
  Findings findings_;
  FirstAnswers first_answers_;
  Conversation conversation_;
  v1::Environment environment_;
  Peers peers_;
  absl::Time began_;
  absl::Time now_;
};

}  // namespace

CaseRun RunChainCase(const PlannedCase& planned, System& system, const CaseOptions& options) {
  return ChainCase(planned, system, options).Run();
}

}  // namespace ketenproef::conformance
