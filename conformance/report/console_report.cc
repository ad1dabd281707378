#include "conformance/report/console_report.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "conformance/report/console_case.h"
#include "conformance/report/plain_text.h"
#include "conformance/report/summary.h"

namespace ketenproef::conformance {
namespace {

constexpr int kMinWidth = 60;
// Of each verdict. Who has more to mend begins with these, and finds the others by name.
constexpr int kMaxInFull = 25;
constexpr char kClearLine[] = "\r\x1b[K";
constexpr char kRed[] = "\x1b[1;31m";
constexpr char kGreen[] = "\x1b[32m";
constexpr char kYellow[] = "\x1b[33m";
constexpr char kPlain[] = "\x1b[0m";

const char* ColourOf(Column column) {
  switch (column) {
    case Column::kPass:
      return kGreen;
    case Column::kFail:
      return kRed;
    default:
      return kYellow;
  }
}

const char* ColourOf(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPassed:
      return kGreen;
    case Outcome::kFailed:
    case Outcome::kBroken:
      return kRed;
    default:
      return kYellow;
  }
}

// What the exit code means, after the numbers.
const char* Meaning(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPassed:
      return "all well";
    case Outcome::kPassedWithRemarks:
      return "nothing fails the run, but not every case passed";
    case Outcome::kNothingTested:
      return "nothing was tested: this says nothing about the system";
    case Outcome::kFailed:
      return "failures";
    case Outcome::kInconclusive:
      return "no failures, but some cases could not be judged";
    case Outcome::kBroken:
      return "the run itself went wrong";
  }
  return "";
}

class ConsoleReport : public Reporter {
 public:
  ConsoleReport(std::ostream* out, const ConsoleOptions& options)
      : out_(*out), options_(options), width_(static_cast<std::size_t>(std::max(options.width, kMinWidth))) {}

  void CaseDone(const v1::CaseResult& result, int done, int total) override {
    if (options_.is_quiet) return;
    const Column column = ColumnOf(result);
    if (column == Column::kFail) ++fail_;
    if (column == Column::kInconclusive) ++inconclusive_;
    const std::string count = absl::StrFormat("[%*d/%d]", absl::StrCat(total).size(), done, total);
    if (options_.is_terminal) {
      const std::string line =
          absl::StrCat(count, " ", fail_, " fail, ", inconclusive_, " inconclusive  ", CaseName(result));
      // A column less than there is: some terminals wrap at the last one.
      out_ << kClearLine << Shortened(line, width_ - 1);
    } else {
      out_ << count << " " << absl::StrFormat("%-12s ", VerdictWord(result)) << CaseName(result)
           << absl::StrFormat(" (%.2f s)\n", result.duration_s());
    }
    out_.flush();
  }

  absl::Status Finish(const v1::RunResult& run) override {
    if (options_.is_terminal && !options_.is_quiet) out_ << kClearLine;
    const Summary summary = Summarize(run);
    PrintInFull(run, Column::kFail);
    PrintInFull(run, Column::kInconclusive);
    PrintKnown(run);
    PrintRegels(summary);
    PrintProblems(run);
    PrintTotals(run, summary);
    out_.flush();
    return absl::OkStatus();
  }

 private:
  std::string Coloured(const char* colour, const std::string& text) const {
    return options_.has_colour ? absl::StrCat(colour, text, kPlain) : text;
  }

  void PrintInFull(const v1::RunResult& run, Column column) {
    int count = 0;
    for (const v1::CaseResult& result : run.cases()) {
      if (ColumnOf(result) != column) continue;
      const bool is_in_full = ++count <= kMaxInFull;
      if (is_in_full || count == kMaxInFull + 1) out_ << "\n";
      out_ << Coloured(ColourOf(column), VerdictWord(result)) << " " << CaseName(result) << "\n";
      if (is_in_full) out_ << CaseDetails(result, width_);
    }
  }

  // In short: they have been read before.
  void PrintKnown(const v1::RunResult& run) {
    for (const v1::CaseResult& result : run.cases()) {
      if (ColumnOf(result) != Column::kKnown) continue;
      out_ << "\n" << Coloured(kYellow, "KNOWN") << " " << CaseName(result) << "\n";
      for (const std::string& line : Folded(Plain(result.reason()), width_ - 4)) {
        out_ << "    " << line << "\n";
      }
      out_ << "    known as " << Plain(result.known_failure()) << "\n";
    }
  }

  void PrintRegels(const Summary& summary) {
    if (summary.regels.empty()) return;
    out_ << absl::StrFormat("\n%-8s%6s%6s%6s%6s%6s\n", "rule", "pass", "fail", "known", "incl", "skip");
    for (const auto& [regel, counts] : summary.regels) {
      // Nought is a dot: what is not nought stands out.
      const auto cell = [](int count) { return count == 0 ? std::string("·") : absl::StrCat(count); };
      out_ << absl::StrFormat("%-8s", Plain(regel.id));
      for (const auto& [column, count] : ByColumn(counts)) {
        const std::string text = cell(count);
        out_ << std::string(6 - std::min<std::size_t>(WidthOf(text), 6), ' ') << text;
      }
      out_ << "  " << Shortened(regel.titel, width_ - 40) << "\n";
    }
    out_ << summary.untested.size() << " rules of the catalogue have no case in this run\n";
  }

  void PrintProblems(const v1::RunResult& run) {
    if (run.known_failure_problems().empty()) return;
    out_ << "\n" << Coloured(kRed, "The list of known failures is wrong, which fails the run:") << "\n";
    for (const v1::KnownFailureProblem& problem : run.known_failure_problems()) {
      out_ << "    " << Plain(problem.id()) << ": " << Plain(problem.problem()) << "\n";
    }
  }

  void PrintTotals(const v1::RunResult& run, const Summary& summary) {
    const VerdictCounts& counts = summary.counts;
    out_ << "\n"
         << Plain(run.system()) << ": " << counts.Total() << " cases in "
         << absl::StrFormat("%.1f s: ", run.duration_s()) << counts.pass << " pass, " << counts.fail
         << " fail, " << counts.known << " known to fail, " << counts.inconclusive << " inconclusive, "
         << counts.skipped << " skipped\n"
         << Coloured(ColourOf(summary.outcome), absl::StrCat("exit code ", run.exit_code())) << ": "
         << Meaning(summary.outcome) << "\n";
  }

  std::ostream& out_;
  ConsoleOptions options_;
  std::size_t width_;
  int fail_ = 0;
  int inconclusive_ = 0;
};

}  // namespace

std::unique_ptr<Reporter> NewConsoleReport(std::ostream* out, const ConsoleOptions& options) {
  return std::make_unique<ConsoleReport>(out, options);
}

}  // namespace ketenproef::conformance
