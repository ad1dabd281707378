#include "conformance/report/html_report.h"

#include <array>
#include <kainjow/mustache.hpp>
#include <map>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "conformance/report/html_case.h"
#include "conformance/report/html_matrix.h"
#include "conformance/report/html_verdict.h"
#include "conformance/report/page/page.h"
#include "conformance/report/summary.h"
#include "conformance/report/tijdstip_text.h"

namespace ketenproef::conformance {
namespace {

// More open cases than this are a wall of text: the rest opens at a click.
constexpr int kOpenCases = 8;
// A system that gets everything wrong must not give a page that no phone opens.
constexpr int kMaxTimelines = 200;

struct Group {
  Column column;
  const char* name;
  const char* explanation;
};
constexpr std::array<Group, 3> kInFull = {
    {{Column::kFail, "Gefaald", "Het systeem houdt zich hier niet aan de regel."},
     {Column::kInconclusive, "Onbeslist",
      "Niet te beoordelen: het systeem was te langzaam of niet bereikbaar."},
     {Column::kKnown, "Bekende fouten",
      "Gefaald, maar gedekt door de lijst van bekende fouten: deze laten de proef niet mislukken."}}};
constexpr std::array<Group, 2> kFoldedAway = {
    {{Column::kSkipped, "Overgeslagen", ""}, {Column::kPass, "Geslaagd", ""}}};

std::string SecondsText(double seconds) {
  return absl::StrReplaceAll(absl::StrFormat("%.1f s", seconds), {{".", ","}});
}

// The cases of a column with what they show, or false where there are none.
PageData GroupsData(const v1::RunResult& run) {
  PageData groups(PageData::type::list);
  int timelines = 0;
  for (const Group& group : kInFull) {
    PageData cases(PageData::type::list);
    int count = 0;
    for (int i = 0; i < run.cases_size(); ++i) {
      if (ColumnOf(run.cases(i)) != group.column) continue;
      if (!run.cases(i).timeline().empty()) ++timelines;
      cases << CaseData(run.cases(i), i + 1,
                        {.is_open = group.column == Column::kFail && count < kOpenCases,
                         .has_timeline = timelines <= kMaxTimelines});
      ++count;
    }
    if (count == 0) continue;
    PageData item;
    item["soort"] = ClassOf(group.column);
    item["naam"] = group.name;
    item["uitleg"] = group.explanation;
    item["aantal"] = absl::StrCat(count);
    item["gevallen"] = std::move(cases);
    groups << item;
  }
  return groups;
}

PageData SuiteData(const std::string& suite, const v1::RunResult& run, const std::vector<int>& numbers) {
  PageData cases(PageData::type::list);
  for (const int number : numbers) cases << CaseLineData(run.cases(number - 1), number);
  PageData item;
  item["suite"] = TextData(suite);
  item["aantal"] = absl::StrCat(numbers.size());
  item["gevallen"] = std::move(cases);
  return item;
}

PageData ListsData(const v1::RunResult& run) {
  PageData lists(PageData::type::list);
  for (const Group& group : kFoldedAway) {
    std::map<std::string, std::vector<int>> by_suite;
    std::size_t count = 0;
    for (int i = 0; i < run.cases_size(); ++i) {
      if (ColumnOf(run.cases(i)) != group.column) continue;
      by_suite[SuiteOf(run.cases(i))].push_back(i + 1);
      ++count;
    }
    if (count == 0) continue;
    PageData suites(PageData::type::list);
    for (const auto& [suite, numbers] : by_suite) suites << SuiteData(suite, run, numbers);
    PageData item;
    item["soort"] = ClassOf(group.column);
    item["naam"] = group.name;
    item["aantal"] = absl::StrCat(count);
    item["suites"] = std::move(suites);
    lists << item;
  }
  return lists;
}

PageData UntestedData(const Summary& summary) {
  if (summary.untested.empty()) return PageData(false);
  PageData list(PageData::type::list);
  for (const Regel& regel : summary.untested) {
    PageData item;
    item["id"] = regel.id;
    item["titel"] = PiecesData(regel.titel);
    list << item;
  }
  PageData untested;
  untested["samenvatting"] =
      absl::StrCat(summary.untested.size(), " regels van de catalogus hebben in deze proef geen geval");
  untested["lijst"] = std::move(list);
  return untested;
}

PageData ProblemsData(const v1::RunResult& run) {
  if (run.known_failure_problems().empty()) return PageData(false);
  PageData list(PageData::type::list);
  for (const v1::KnownFailureProblem& problem : run.known_failure_problems()) {
    PageData item;
    item["patroon"] = TextData(problem.id());
    item["probleem"] = TextData(problem.problem());
    list << item;
  }
  return PageData("lijst", list);
}

PageData CountsData(const VerdictCounts& counts) {
  PageData list(PageData::type::list);
  for (const auto& [column, count] : ByColumn(counts)) {
    PageData item;
    item["soort"] = ClassOf(column);
    item["naam"] = WordOf(column);
    item["aantal"] = absl::StrCat(count);
    item["leeg"] = PageData(count == 0);
    list << item;
  }
  return list;
}

PageData PageOf(const v1::RunResult& run) {
  const Summary summary = Summarize(run);
  const VerdictText verdict = TextOfVerdict(run, summary);
  PageData page;
  page["stijl"] = std::string(EmbeddedReportStyle());
  page["systeem"] = TextData(run.system().empty() ? "Systeem zonder naam" : run.system());
  page["rol"] = RoleText(run.kind());
  page["oordeel"] = verdict.verdict;
  page["toelichting"] = verdict.explanation;
  page["toon"] = ClassOf(verdict.tone);
  page["teken"] = ClassOf(verdict.tone);
  page["code"] = absl::StrCat(run.exit_code());
  page["code_betekent"] = verdict.exit_code;
  page["begonnen"] = run.has_started_at() ? TijdstipText(TimeOf(run.started_at())) : "onbekend";
  page["duur"] = SecondsText(run.duration_s());
  page["versie"] = TextData(run.version());
  page["tellingen"] = CountsData(summary.counts);
  page["bezwaren"] = ProblemsData(run);
  page["max_tijdlijnen"] = absl::StrCat(kMaxTimelines);
  page["groepen"] = GroupsData(run);
  page["aantal_regels"] = absl::StrCat(summary.regels.size());
  page["matrix"] = MatrixData(run, summary);
  page["ongetoetst"] = UntestedData(summary);
  page["lijsten"] = ListsData(run);
  return page;
}

}  // namespace

absl::StatusOr<std::string> HtmlOf(const v1::RunResult& run) {
  kainjow::mustache::mustache page{std::string(EmbeddedReportPage())};
  const std::string html = page.render(PageOf(run));
  if (!page.is_valid()) return absl::InternalError(absl::StrCat("report.mustache: ", page.error_message()));
  return html;
}

}  // namespace ketenproef::conformance
