// What a run comes to: counts per verdict, over all and per rule, and the one sentence that people act on.
// All reports that count take it from here.
//
// Pure functions: safe from any thread.

#ifndef CONFORMANCE_REPORT_SUMMARY_H_
#define CONFORMANCE_REPORT_SUMMARY_H_

#include <string>
#include <utility>
#include <vector>

#include "conformance/catalogue/regels.h"
#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

// Cases by verdict. A FAIL that the list of known failures covers counts as known, not as fail. A case
// without a verdict counts as inconclusive: nobody knows how the system does there.
struct VerdictCounts {
  int pass = 0;
  int fail = 0;
  int known = 0;
  int inconclusive = 0;
  int skipped = 0;

  int Total() const { return pass + fail + known + inconclusive + skipped; }
};

// The column that a case counts in.
enum class Column { kPass, kFail, kKnown, kInconclusive, kSkipped };
Column ColumnOf(const v1::CaseResult& result);

// The counts as a table shows them, in the order of the columns.
std::vector<std::pair<Column, int>> ByColumn(const VerdictCounts& counts);

// One row of the matrix rules x verdicts.
struct RegelCounts {
  Regel regel;  // only its id is filled where the catalogue does not have it
  VerdictCounts counts;
};

enum class Outcome {
  kPassed,             // all well: something was tested, and everything that was tested passed
  kPassedWithRemarks,  // nothing fails the run, yet not everything passed: known failures, SHOULD
  kNothingTested,      // not one case was judged: never green
  kFailed,
  kInconclusive,
  kBroken,  // an exit code that is no verdict: the run itself went wrong
};

struct Summary {
  VerdictCounts counts;
  // A case counts with every rule that it checks or that one of its findings names. In the order of the
  // catalogue, then what is not in it.
  std::vector<RegelCounts> regels;
  // Rules of the catalogue that no case of this run checks.
  std::vector<Regel> untested;
  Outcome outcome = Outcome::kBroken;
};

Summary Summarize(const v1::RunResult& run);

// The rules that a case counts with, each once.
std::vector<std::string> RegelsOf(const v1::CaseResult& result);

// The suite of a case: its id up to the rule, `uwv/ziekmelding` of `uwv/ziekmelding/ZM-04/laatste-dag`.
std::string SuiteOf(const v1::CaseResult& result);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_SUMMARY_H_
