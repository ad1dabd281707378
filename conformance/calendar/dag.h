// Days as the suite counts them: its own reading of rules.md over std::chrono, which shares nothing with
// server/, so that a bug there cannot excuse itself. Day 42 after a day is `dag + Dagen(42)` (KAL-02),
// whatever month ends, leap days and clock changes lie between (KAL-01).
//
// Pure functions: safe from any thread. What is no day of the chain (rules.md: JJJJ-MM-DD, 1900 to 2199) is
// nullopt. Arithmetic may leave those years; IsDagOfKeten says whether it did.
//
//   const Dag ao = *ParseDag("2025-01-06");
//   FormatDag(ao + Dagen(42));         // 2025-02-17
//   FormatDag(JarenTerug(*ParseDag("2024-02-29"), 2));   // 2022-02-28

#ifndef CONFORMANCE_CALENDAR_DAG_H_
#define CONFORMANCE_CALENDAR_DAG_H_

#include <chrono>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace ketenproef::conformance {

using Dag = std::chrono::sys_days;
using Dagen = std::chrono::days;

// Nullopt: there is no such day, or its year is not 1900 to 2199.
std::optional<Dag> DagOf(int jaar, int maand, int dag);

// Exactly JJJJ-MM-DD, ASCII digits, nothing before or after.
std::optional<Dag> ParseDag(absl::string_view text);

// JJJJ-MM-DD.
std::string FormatDag(Dag dag);

// JJJJMMDD, as dates stand in the reports (CSV-02).
std::string FormatDagCompact(Dag dag);

int JaarOf(Dag dag);

// Whether the year is 1900 to 2199.
bool IsDagOfKeten(Dag dag);

// Saturday or Sunday.
bool IsWeekend(Dag dag);

// KAL-04: same day and month; 29 February becomes 28 February.
Dag JarenTerug(Dag dag, int jaren);

// LKS-03: same day number; where the month has no such day, its last day.
Dag MaandenVooruit(Dag dag, int maanden);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CALENDAR_DAG_H_
