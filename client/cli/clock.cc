// `clock`: the virtual clock of an omgeving.
#include <google/protobuf/util/time_util.h>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "client/cli/call_report.h"
#include "client/cli/duration_text.h"
#include "client/cli/operation_kinds.h"
#include "client/cli/table.h"
#include "client/lib/datum.h"

namespace ketenproef {
namespace {

using google::protobuf::util::TimeUtil;

std::string InstantText(const google::protobuf::Timestamp& tijdstip) {
  return client::FormatTijdstip(tijdstip);
}

// Where `--days N` leads: the same time of the civil day N days on, whatever the zone does in between
// (KAL-01).
absl::StatusOr<google::protobuf::Timestamp> DaysOn(const Session& session, int days) {
  const auto clock = session.client.Call(v1::GetClockRequest());
  if (!clock.ok()) return clock.status();
  const absl::TimeZone zone = client::Amsterdam();
  const absl::CivilSecond now = absl::ToCivilSecond(client::TimeOf(clock->clock().tijdstip()), zone);
  const absl::CivilDay day = absl::CivilDay(now) + days;
  return client::TimestampOf(absl::FromCivil(
      absl::CivilSecond(day.year(), day.month(), day.day(), now.hour(), now.minute(), now.second()), zone));
}

absl::StatusOr<v1::AdvanceClockRequest> AdvanceRequest(const Session& session, const Arguments& arguments) {
  v1::AdvanceClockRequest request;
  const int given = static_cast<int>(arguments.Has("to")) + static_cast<int>(arguments.Has("by")) +
                    static_cast<int>(arguments.Has("days"));
  if (given != 1) return UsageError("give one of --to INSTANT, --by DURATION and --days N");
  if (arguments.Has("to")) {
    const auto instant = client::ParseTijdstip(arguments.Get("to"));
    if (!instant.ok()) return UsageError(absl::StrCat("--to ", instant.status().message()));
    *request.mutable_tot_tijdstip() = *instant;
  } else if (arguments.Has("by")) {
    const auto duration = ParseDuration(arguments.Get("by"));
    if (!duration.ok()) return UsageError(absl::StrCat("--by ", duration.status().message()));
    *request.mutable_duur() = TimeUtil::MillisecondsToDuration(absl::ToInt64Milliseconds(*duration));
  } else {
    int days = 0;
    if (!absl::SimpleAtoi(arguments.Get("days"), &days) || days < 0 || days > kMostDays) {
      return UsageError("--days must be a number of days, 0 or more");
    }
    const auto instant = DaysOn(session, days);
    if (!instant.ok()) return instant.status();
    *request.mutable_tot_tijdstip() = *instant;
  }
  return request;
}

// Exchanges in which nothing happened are counted, not shown.
void PrintKwitantie(const Session& session, const v1::Kwitantie& kwitantie) {
  session.print(absl::StrCat("from  ", InstantText(kwitantie.van_tijdstip()), "\nto    ",
                             InstantText(kwitantie.tot_tijdstip()), "\nfired ", kwitantie.aantal_gevuurd(),
                             "\n"));
  Table table({"tijdstip", "gevuurd", "signalen", "doorleveringen", "berichten", "rapportages", "aangehouden",
               "termijnen", "herhalingen"});
  int shown = 0;
  for (const v1::Gevuurd& gevuurd : kwitantie.gevuurd()) {
    const v1::Uitwisselingstelling& telling = gevuurd.uitwisseling();
    const bool is_idle = telling.signalen() + telling.doorleveringen() + telling.berichten() +
                             telling.rapportages() + telling.aangehouden() + gevuurd.aantal_termijnen() +
                             gevuurd.aantal_herhalingen() ==
                         0;
    if (is_idle) continue;
    ++shown;
    table.AddRow({InstantText(gevuurd.tijdstip()), TextAt(gevuurd, "soort"), absl::StrCat(telling.signalen()),
                  absl::StrCat(telling.doorleveringen()), absl::StrCat(telling.berichten()),
                  absl::StrCat(telling.rapportages()), absl::StrCat(telling.aangehouden()),
                  absl::StrCat(gevuurd.aantal_termijnen()), absl::StrCat(gevuurd.aantal_herhalingen())});
  }
  if (shown > 0) session.print(table.Text());
  if (kwitantie.afgekapt()) session.print("... and more: only the first 1,000 are told\n");
}

absl::Status Advance(const Session& session, const Arguments& arguments) {
  const auto request = AdvanceRequest(session, arguments);
  if (!request.ok()) return request.status();
  const auto response = session.client.Call(*request);
  if (!response.ok()) return response.status();
  const v1::Kwitantie& kwitantie = response->kwitantie();
  if (session.json) {
    PrintMessage(session, *response);
  } else {
    PrintKwitantie(session, kwitantie);
  }
  if (kwitantie.rustig()) return absl::OkStatus();
  std::string holding;
  for (const v1::Openstaand& openstaand : kwitantie.openstaand()) {
    absl::StrAppend(&holding, "\n  ", TextAt(openstaand, "rol"), " ", openstaand.gemeentecode(), ": ",
                    openstaand.aantal(), " unacknowledged, ", openstaand.reden());
  }
  return NotSettledError(absl::StrCat("the omgeving did not come to rest; waiting for:", holding));
}

absl::Status Watch(const Session& session, const Arguments& arguments) {
  const auto count = CountOf(arguments);
  if (!count.ok()) return count.status();
  auto stream = session.client.Watch(v1::WatchClockRequest());
  v1::WatchClockResponse response;
  for (std::int64_t seen = 0; *count == 0 || seen < *count; ++seen) {
    if (!stream.Read(&response)) return stream.Finish();
    if (session.json) {
      session.print(JsonOf(response.clock()) + "\n");
    } else {
      session.print(absl::StrCat(InstantText(response.clock().tijdstip()), "  ",
                                 TextAt(response.clock(), "mode"), "\n"));
    }
  }
  return absl::OkStatus();
}

Operation AdvanceOperation() {
  return {
      "clock advance",
      "Move a stepped clock forward, running what falls due; ends when the omgeving is quiet, and with exit "
      "code 69 when it cannot come to rest",
      {{.name = "to", .help = "To this instant; a date is 00:00 of that day", .form = "INSTANT"},
       {.name = "by", .help = "By this much; a day is 24 hours", .form = "DURATION"},
       {.name = "days", .help = "To the same time so many civil days on", .form = "NUMBER"}},
      {"clock advance --to 2025-03-31T06:00:00+02:00", "clock advance --days 7"},
      Advance};
}

}  // namespace

std::vector<Operation> ClockOperations() {
  return {
      Unary<v1::GetClockRequest>("clock get", "Where the clock stands and what falls due next", {},
                                 {"clock get"}),
      AdvanceOperation(),
      Unary<v1::SetClockModeRequest>(
          "clock mode", "Make the clock stepped, or let it run",
          {"",
           {{"mode", "How it moves", "", true},
            {"factor", "When running: virtual seconds in one real second"}}},
          {"clock mode --mode running --factor 3600", "clock mode --mode stepped"}),
      {"clock watch",
       "Print the clock now and after every change, until interrupted",
       {CountFlag("positions")},
       {"clock watch --count 1"},
       Watch},
  };
}

}  // namespace ketenproef
