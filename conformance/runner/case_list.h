// The rules with their cases, as the document conformance/CASES.md has them.
#ifndef CONFORMANCE_RUNNER_CASE_LIST_H_
#define CONFORMANCE_RUNNER_CASE_LIST_H_

#include <string>
#include <vector>

#include "conformance/runner/plan.h"

namespace ketenproef::conformance {

// Markdown: every rule of the catalogue in its order, with the families of cases that name it and how many
// cases each comes to over its choices and profiles. A rule without a case says so.
std::string CaseListMarkdown(const std::vector<PlannedCase>& cases);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_CASE_LIST_H_
