// `journal`: everything that happened in an omgeving.
#include "absl/strings/str_cat.h"
#include "client/cli/case_timeline.h"
#include "client/cli/gebeurtenis_text.h"
#include "client/cli/operation_kinds.h"
#include "client/cli/pages.h"
#include "client/cli/table.h"
#include "client/lib/datum.h"

namespace ketenproef {
namespace {

std::vector<FieldHelp> Filters() {
  return {{"vanaf_volgnummer", "Only from this volgnummer on"},
          {"filter.bsn", "Only about this person"},
          {"filter.loonheffingennummer", "Only about cases of this employer"},
          {"filter.kenmerk", "Only about the case of this ziekmelding; with --loonheffingennummer"},
          {"filter.soorten", "Only of this kind; can be given more than once", "", false, "soort"}};
}

std::string When(const v1::Gebeurtenis& gebeurtenis) {
  return client::FormatTijdstip(gebeurtenis.tijdstip());
}

Operation ListOperation() {
  std::vector<Flag> flags = FieldFlags(*v1::ListGebeurtenissenRequest::descriptor(), "", Filters());
  auto run = [flags](const Session& session, const Arguments& arguments) {
    auto request = RequestOf<v1::ListGebeurtenissenRequest>(flags, arguments);
    if (!request.ok()) return request.status();
    request->set_page_size(kPageSize);
    Table table({"volgnummer", "tijdstip", "gebeurtenis"});
    const absl::Status status = client::ForEachPage(session.client, *request, [&](const auto& page) {
      for (const v1::Gebeurtenis& gebeurtenis : page.gebeurtenissen()) {
        if (session.json) {
          session.print(JsonOf(gebeurtenis) + "\n");
        } else {
          table.AddRow({absl::StrCat(gebeurtenis.volgnummer()), When(gebeurtenis), TitleOf(gebeurtenis)});
        }
      }
    });
    if (status.ok() && !session.json) session.print(table.Text());
    return status;
  };
  return {"journal list",
          "List what happened, in order",
          flags,
          {"journal list --soort ziekmelding-accepted --soort signaal-sent",
           "journal list --bsn 999990007 --json | jq -r .tijdstip"},
          run};
}

absl::Status Follow(const Session& session, const v1::WatchGebeurtenissenRequest& request,
                    std::int64_t count) {
  auto stream = session.client.Watch(request);
  v1::WatchGebeurtenissenResponse response;
  std::int64_t seen = 0;
  while (stream.Read(&response)) {
    for (const v1::Gebeurtenis& gebeurtenis : response.gebeurtenissen()) {
      session.print(session.json ? JsonOf(gebeurtenis) + "\n"
                                 : absl::StrCat(gebeurtenis.volgnummer(), "  ", When(gebeurtenis), "  ",
                                                Printable(TitleOf(gebeurtenis)), "\n"));
      if (++seen == count) return absl::OkStatus();
    }
  }
  return stream.Finish();
}

Operation FollowOperation() {
  std::vector<Flag> flags = FieldFlags(*v1::WatchGebeurtenissenRequest::descriptor(), "", Filters());
  flags.push_back(CountFlag("events"));
  auto run = [flags](const Session& session, const Arguments& arguments) {
    const auto request = RequestOf<v1::WatchGebeurtenissenRequest>(flags, arguments);
    if (!request.ok()) return request.status();
    const auto count = CountOf(arguments);
    return count.ok() ? Follow(session, *request, *count) : count.status();
  };
  return {"journal follow",
          "Print what happened and then what happens, until interrupted",
          flags,
          {"journal follow", "journal follow --vanaf-volgnummer 1 --count 1"},
          run};
}

}  // namespace

std::vector<Operation> JournalOperations() {
  return {
      ListOperation(),
      FollowOperation(),
      {"journal case",
       "Draw one case as a timeline: what happened, what was due when, and whether it was on time",
       {{.name = "loonheffingennummer",
         .help = "The employer of the case",
         .form = "TEXT",
         .is_required = true},
        {.name = "kenmerk",
         .help = "Kenmerk of the ziekmelding that started the case",
         .form = "TEXT",
         .is_required = true}},
       {"journal case --loonheffingennummer 100000000L01 --kenmerk M-1"},
       [](const Session& session, const Arguments& arguments) {
         return PrintCaseTimeline(session, arguments.Get("loonheffingennummer"), arguments.Get("kenmerk"));
       }},
  };
}

}  // namespace ketenproef
