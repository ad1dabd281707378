#include "conformance/report/html_matrix.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "conformance/report/html_case.h"

namespace ketenproef::conformance {
namespace {

PageData List() {
  return PageData(PageData::type::list);
}

// Links to the cases of a rule, those that did not pass first.
PageData ReferencesData(const std::string& regel, const v1::RunResult& run) {
  PageData references = List();
  for (const Column column :
       {Column::kFail, Column::kInconclusive, Column::kKnown, Column::kSkipped, Column::kPass}) {
    for (int i = 0; i < run.cases_size(); ++i) {
      const v1::CaseResult& result = run.cases(i);
      if (ColumnOf(result) != column) continue;
      const std::vector<std::string> regels = RegelsOf(result);
      if (std::find(regels.begin(), regels.end(), regel) == regels.end()) continue;
      PageData item;
      item["soort"] = ClassOf(column);
      item["verdict"] = WordOf(column);
      item["doel"] = CaseAnchor(i + 1);
      item["naam"] = PathData(result.id());
      item["profiel"] = TextData(result.profiel());
      references << item;
    }
  }
  return references;
}

// What passed and what failed always has a column in the matrix; the rest has one where there is any.
bool IsShown(Column column, const VerdictCounts& totals) {
  if (column == Column::kPass || column == Column::kFail) return true;
  for (const auto& [shown, count] : ByColumn(totals)) {
    if (shown == column) return count > 0;
  }
  return false;
}

PageData CellsData(const VerdictCounts& counts, const VerdictCounts& totals) {
  PageData cells = List();
  for (const auto& [column, count] : ByColumn(counts)) {
    if (!IsShown(column, totals)) continue;
    PageData cell;
    cell["soort"] = ClassOf(column);
    cell["nul"] = PageData(count == 0);
    cell["aantal"] = absl::StrCat(count);
    cells << cell;
  }
  return cells;
}

PageData RegelsData(const v1::RunResult& run, const Summary& summary) {
  PageData regels = List();
  for (const auto& [regel, counts] : summary.regels) {
    PageData item;
    item["anker"] = RegelAnchor(regel.id);
    item["id"] = TextData(regel.id);
    item["titel"] = PiecesData(regel.titel);
    item["bron"] = OptionalData(regel.bron);
    item["cellen"] = CellsData(counts, summary.counts);
    item["verwijzingen"] = ReferencesData(regel.id, run);
    regels << item;
  }
  return regels;
}

PageData ColumnsData(const VerdictCounts& totals) {
  PageData columns = List();
  for (const auto& [column, count] : ByColumn(totals)) {
    if (!IsShown(column, totals)) continue;
    PageData item;
    item["soort"] = ClassOf(column);
    item["naam"] = WordOf(column);
    columns << item;
  }
  return columns;
}

}  // namespace

PageData MatrixData(const v1::RunResult& run, const Summary& summary) {
  if (summary.regels.empty()) return PageData(false);
  PageData matrix;
  matrix["kolommen"] = ColumnsData(summary.counts);
  matrix["regels"] = RegelsData(run, summary);
  return matrix;
}

}  // namespace ketenproef::conformance
