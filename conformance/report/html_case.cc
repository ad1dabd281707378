#include "conformance/report/html_case.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "conformance/report/html_timeline.h"
#include "conformance/report/tijdstip_text.h"

namespace ketenproef::conformance {
namespace {

std::string WhenText(const v1::Finding& finding) {
  std::string when;
  if (finding.has_tijdstip()) when = TijdstipText(TimeOf(finding.tijdstip()));
  if (finding.step() > 0) absl::StrAppend(&when, when.empty() ? "" : ", ", "stap ", finding.step());
  return when;
}

void AddField(const char* kind, const char* name, absl::string_view text, PageData* fields) {
  if (text.empty()) return;
  PageData field;
  field["soort"] = kind;
  field["naam"] = name;
  field["tekst"] = PiecesData(text);
  *fields << field;
}

PageData FindingData(const v1::Finding& finding) {
  PageData fields(PageData::type::list);
  AddField("verzending", "Verzonden", finding.sent(), &fields);
  AddField("wanneer", "Wanneer (virtuele klok)", WhenText(finding), &fields);
  AddField("verwacht", "Verwacht", finding.expected(), &fields);
  AddField("gekregen", "Gekregen", finding.got(), &fields);
  AddField("want", "Want", finding.because(), &fields);
  PageData item;
  item["regel"] = TextData(finding.regel());
  item["regel_anker"] = RegelAnchor(finding.regel());
  item["regel_titel"] = PiecesData(finding.titel());
  item["bron"] = OptionalData(finding.bron());
  item["velden"] = std::move(fields);
  return item;
}

}  // namespace

std::string ClassOf(Column column) {
  switch (column) {
    case Column::kPass:
      return "geslaagd";
    case Column::kFail:
      return "gefaald";
    case Column::kKnown:
      return "bekend";
    case Column::kInconclusive:
      return "onbeslist";
    case Column::kSkipped:
      return "overgeslagen";
  }
  return "";
}

std::string WordOf(Column column) {
  switch (column) {
    case Column::kKnown:
      return "bekende fout";
    default:
      return ClassOf(column);
  }
}

std::string CaseAnchor(int number) {
  return absl::StrCat("geval-", number);
}

std::string RegelAnchor(absl::string_view regel) {
  std::string anchor = "regel-";
  for (const char byte : regel) {
    anchor.push_back(absl::ascii_isalnum(static_cast<unsigned char>(byte)) ? byte : '-');
  }
  return anchor;
}

PageData CaseData(const v1::CaseResult& result, int number, const CaseOptions& options) {
  PageData findings(PageData::type::list);
  for (const v1::Finding& finding : result.findings()) findings << FindingData(finding);
  PageData item = CaseLineData(result, number);
  item["id"] = PathData(result.id());
  item["titel"] = PiecesData(result.titel());
  item["should"] = PageData(result.level() == v1::LEVEL_SHOULD);
  item["open"] = PageData(options.is_open);
  // Findings say it, and more.
  if (!result.findings().empty()) item["reden"] = PageData(false);
  item["bekend_als"] = OptionalData(result.known_failure());
  item["bevindingen"] = std::move(findings);
  const bool has_timeline = options.has_timeline && !result.timeline().empty();
  item["tijdlijn"] = has_timeline
                         ? TimelineData(result.timeline(), absl::StrCat(CaseAnchor(number), "-momenten"))
                         : PageData(false);
  item["tijdlijn_elders"] = PageData(!has_timeline && !result.timeline().empty());
  return item;
}

PageData CaseLineData(const v1::CaseResult& result, int number) {
  PageData item;
  item["soort"] = ClassOf(ColumnOf(result));
  item["verdict"] = WordOf(ColumnOf(result));
  item["anker"] = CaseAnchor(number);
  item["id"] = TextData(result.id());
  item["titel"] = TextData(result.titel());
  item["profiel"] = TextData(result.profiel());
  item["reden"] = OptionalData(result.reason());
  return item;
}

}  // namespace ketenproef::conformance
