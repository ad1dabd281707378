#include "conformance/report/html_matrix.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "conformance/report/html_case.h"

namespace ketenproef::conformance {
namespace {

// More links than this nobody follows; what passed is in the list below the matrix as well.
constexpr std::size_t kMaxReferences = 50;

// The cases that a rule counts, as indices; those that did not pass first.
using CasesOfRegels = std::map<std::string, std::vector<int>>;

CasesOfRegels CasesByRegel(const v1::RunResult& run) {
  CasesOfRegels cases;
  for (const Column column :
       {Column::kFail, Column::kInconclusive, Column::kKnown, Column::kSkipped, Column::kPass}) {
    for (int i = 0; i < run.cases_size(); ++i) {
      if (ColumnOf(run.cases(i)) != column) continue;
      for (const std::string& regel : RegelsOf(run.cases(i))) cases[regel].push_back(i);
    }
  }
  return cases;
}

PageData ReferencesData(const v1::RunResult& run, const std::vector<int>& cases) {
  PageData references(PageData::type::list);
  for (std::size_t i = 0; i < std::min(cases.size(), kMaxReferences); ++i) {
    const v1::CaseResult& result = run.cases(cases[i]);
    PageData item;
    item["soort"] = ClassOf(ColumnOf(result));
    item["verdict"] = WordOf(ColumnOf(result));
    item["doel"] = CaseAnchor(cases[i] + 1);
    item["naam"] = PathData(result.id());
    item["profiel"] = TextData(result.profiel());
    references << item;
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
  PageData cells(PageData::type::list);
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
  const CasesOfRegels by_regel = CasesByRegel(run);
  PageData regels(PageData::type::list);
  for (const auto& [regel, counts] : summary.regels) {
    PageData item;
    item["anker"] = RegelAnchor(regel.id);
    item["id"] = TextData(regel.id);
    item["titel"] = PiecesData(regel.titel);
    item["bron"] = OptionalData(regel.bron);
    item["cellen"] = CellsData(counts, summary.counts);
    const std::vector<int>& cases = by_regel.at(regel.id);
    item["verwijzingen"] = ReferencesData(run, cases);
    item["meer"] = cases.size() <= kMaxReferences
                       ? PageData(false)
                       : PageData("aantal", absl::StrCat(cases.size() - kMaxReferences));
    regels << item;
  }
  return regels;
}

PageData ColumnsData(const VerdictCounts& totals) {
  PageData columns(PageData::type::list);
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
