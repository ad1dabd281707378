#include "conformance/report/proefrun.h"

#include <google/protobuf/text_format.h>

#include <array>
#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/catalogue/regels.h"

namespace ketenproef::conformance {
namespace {

constexpr int kCases = 300;

void Set(const std::string& rfc3339, google::protobuf::Timestamp* tijdstip) {
  const absl::Time time = *ParseTijdstip(rfc3339);
  tijdstip->set_seconds(absl::ToUnixSeconds(time));
  tijdstip->set_nanos(
      static_cast<int>((time - absl::FromUnixSeconds(tijdstip->seconds())) / absl::Nanoseconds(1)));
}

void AddMoment(const std::string& rfc3339, v1::MomentKind kind, const std::string& text, bool is_wrong,
               v1::CaseResult* result) {
  v1::Moment* moment = result->add_timeline();
  Set(rfc3339, moment->mutable_tijdstip());
  moment->set_kind(kind);
  moment->set_text(text);
  moment->set_is_wrong(is_wrong);
}

void AddFinding(const Regel& regel, const std::string& got, v1::CaseResult* result) {
  v1::Finding* finding = result->add_findings();
  finding->set_regel(regel.id);
  finding->set_titel(regel.titel);
  finding->set_bron(regel.bron);
  finding->set_step(3);
  Set("2025-02-18T00:00:00+01:00", finding->mutable_tijdstip());
  finding->set_sent("Ziekmelding zm-1 van P1 bij W1, eerste AO-dag 2025-01-06");
  finding->set_expected("te laat: 1 dag, boete EUR 70, uiterste dag 2025-02-17");
  finding->set_because("AO 2025-01-06 + 42 = 2025-02-17");
  finding->set_got(got);
}

void AddTimeline(v1::CaseResult* result) {
  AddMoment("2025-01-06T09:00:00+01:00", v1::MOMENT_KIND_SENT, "dienstverband van P1 bij W1", false, result);
  AddMoment("2025-02-17T23:59:59.999999999+01:00", v1::MOMENT_KIND_DUE, "uiterste dag van de ziekmelding",
            false, result);
  AddMoment("2025-02-18T00:00:00+01:00", v1::MOMENT_KIND_SENT, "ziekmelding zm-1", false, result);
  AddMoment("2025-02-18T00:00:00+01:00", v1::MOMENT_KIND_CAME, "op tijd, geen boete", true, result);
}

// Forty moments within two days, and one long before.
void AddCrowdedTimeline(v1::CaseResult* result) {
  AddMoment("2023-02-28T12:00:00+01:00", v1::MOMENT_KIND_SENT, "LKS van P1 bij 0363", false, result);
  for (int i = 0; i < 40; ++i) {
    const auto kind = static_cast<v1::MomentKind>(1 + i % 3);
    AddMoment(absl::StrCat("2025-03-", 28 + i / 20, "T0", i % 20 / 4, ":00:00.00000000", i % 4, "+01:00"),
              kind,
              absl::StrCat("bericht ", i, " aan de gemeente met een lange omschrijving van wat er gebeurde"),
              i % 7 == 3, result);
  }
}

v1::Verdict VerdictOf(int number) {
  if (number % 29 == 4) return v1::VERDICT_FAIL;
  if (number % 37 == 5) return v1::VERDICT_INCONCLUSIVE;
  if (number % 23 == 6) return v1::VERDICT_SKIPPED;
  return v1::VERDICT_PASS;
}

void AddCase(int number, v1::RunResult* run) {
  const std::vector<Regel>& regels = Regels();
  const Regel& regel = regels[static_cast<std::size_t>(number / 2) % regels.size()];
  v1::CaseResult* result = run->add_cases();
  result->set_id(absl::StrCat("uwv/ziekmelding/", regel.id, "/laatste-dag/geval-", number / 2));
  result->set_profiel(number % 2 == 0 ? "handleiding" : "wet");
  result->set_titel(absl::StrCat("Op de laatste dag: ", regel.titel));
  result->add_regels(regel.id);
  if (number % 5 == 0) result->add_regels("KAL-01");
  result->set_level(number % 11 == 0 ? v1::LEVEL_SHOULD : v1::LEVEL_MUST);
  result->set_verdict(VerdictOf(number));
  result->set_duration_s(0.001 * number);
  switch (result->verdict()) {
    case v1::VERDICT_FAIL:
      result->set_reason("verwacht te laat, maar het antwoord zegt op tijd");
      AddFinding(regel, "op tijd, geen boete", result);
      AddTimeline(result);
      break;
    case v1::VERDICT_INCONCLUSIVE:
      result->set_reason("het systeem antwoordde niet binnen 5 seconden op SubmitZiekmelding");
      break;
    case v1::VERDICT_SKIPPED:
      result->set_reason("het systeem zegt de functie verlenging niet te hebben");
      break;
    default:
      break;
  }
}

// Case by case what a report must stand.
void AddExtremes(v1::RunResult* run) {
  const std::string unbroken(180, 'x');
  v1::CaseResult* long_words = run->mutable_cases(4);
  long_words->set_id(absl::StrCat(long_words->id(), "/", unbroken));
  long_words->mutable_findings(0)->set_got(absl::StrCat("antwoord: ", unbroken, unbroken));
  long_words->mutable_timeline(3)->set_text(unbroken);

  v1::CaseResult* hostile = run->mutable_cases(33);
  hostile->set_titel(absl::StrCat("Titel met ", kHostileText));
  hostile->set_reason(absl::StrCat("Reden met ", kHostileText, " & \"aanhalingstekens\""));
  hostile->mutable_findings(0)->set_got(
      absl::StrCat("stuurteken \x1b[31m, nul \x01, regel\neinde, ", kHostileText, " {{naam}} ]]>"));
  hostile->mutable_timeline(2)->set_text(kHostileText);

  v1::CaseResult* crowded = run->mutable_cases(62);
  crowded->clear_timeline();
  AddCrowdedTimeline(crowded);

  v1::CaseResult* known = run->mutable_cases(91);
  known->set_known_failure("uwv/ziekmelding/*/geval-45");
}

}  // namespace

v1::RunResult RunOf(const std::string& text) {
  v1::RunResult run;
  if (!google::protobuf::TextFormat::ParseFromString(text, &run)) std::abort();
  return run;
}

v1::RunResult RunOfADayLate() {
  v1::RunResult run = RunOf(
      "version: '0.1.0' kind: SYSTEM_KIND_UWV system: 'proefsysteem' started_at { seconds: 1767225600 } "
      "duration_s: 1.5 exit_code: 1 "
      "cases { id: 'uwv/ziekmelding/ZM-04/dag-te-laat' profiel: 'handleiding' titel: 'Een dag te laat' "
      "regels: 'ZM-04' level: LEVEL_MUST verdict: VERDICT_FAIL reason: 'het antwoord zegt op tijd' "
      "duration_s: 0.25 } "
      "cases { id: 'uwv/ziekmelding/ZM-04/laatste-dag' profiel: 'handleiding' titel: 'Op de laatste dag' "
      "regels: 'ZM-04' level: LEVEL_MUST verdict: VERDICT_PASS duration_s: 0.5 }");
  v1::CaseResult* late = run.mutable_cases(0);
  AddFinding(*FindRegel("ZM-04"), "op tijd, geen boete", late);
  AddTimeline(late);
  return run;
}

v1::RunResult RunOfEverything() {
  v1::RunResult run = RunOf(
      "version: '0.1.0' kind: SYSTEM_KIND_UWV system: 'proefsysteem van een leverancier' "
      "started_at { seconds: 1767225600 } duration_s: 12.34 exit_code: 1 "
      "known_failure_problems { id: 'uwv/*/BO-02/*' problem: 'slaagt nu: haal de regel weg' } "
      "known_failure_problems { id: 'uwv/oud/*' problem: 'verlopen op 2025-01-01' }");
  for (int number = 0; number < kCases; ++number) AddCase(number, &run);
  AddExtremes(&run);
  return run;
}

}  // namespace ketenproef::conformance
