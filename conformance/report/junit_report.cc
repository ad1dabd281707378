#include "conformance/report/junit_report.h"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"
#include "absl/time/time.h"
#include "conformance/report/console_case.h"
#include "conformance/report/plain_text.h"
#include "conformance/report/summary.h"
#include "conformance/report/tijdstip_text.h"

namespace ketenproef::conformance {
namespace {

constexpr std::size_t kWidth = 100;
// Of what does not belong to a case.
constexpr char kRunSuite[] = "ketenproef";

void Set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(Plain(value).c_str());
}

void SetTime(pugi::xml_node node, double seconds) {
  Set(node, "time", absl::StrFormat("%.3f", std::max(seconds, 0.0)));
}

void SetText(pugi::xml_node node, const std::string& text) {
  node.append_child(pugi::node_pcdata).set_value(Plain(text).c_str());
}

// A testsuite and what its attributes count.
struct Suite {
  pugi::xml_node node;
  int tests = 0;
  int failures = 0;
  int errors = 0;
  int skipped = 0;
  double duration_s = 0;

  std::string Name() const { return node.attribute("name").value(); }

  pugi::xml_node AddCase(const std::string& name, double case_duration_s) {
    ++tests;
    duration_s += case_duration_s;
    pugi::xml_node testcase = node.append_child("testcase");
    // With dots, as servers fold packages by them.
    Set(testcase, "classname", absl::StrReplaceAll(Name(), {{"/", "."}}));
    Set(testcase, "name", name);
    SetTime(testcase, case_duration_s);
    return testcase;
  }

  void Fail(pugi::xml_node testcase, const std::string& type, const std::string& message,
            const std::string& text) {
    ++failures;
    Tell(testcase.append_child("failure"), type, message, text);
  }
  void Err(pugi::xml_node testcase, const std::string& type, const std::string& message,
           const std::string& text) {
    ++errors;
    Tell(testcase.append_child("error"), type, message, text);
  }
  // Without attributes: not every version of the schema has them here.
  void Skip(pugi::xml_node testcase, const std::string& text) {
    ++skipped;
    SetText(testcase.append_child("skipped"), text);
  }

 private:
  static void Tell(pugi::xml_node node, const std::string& type, const std::string& message,
                   const std::string& text) {
    Set(node, "type", type);
    Set(node, "message", message);
    SetText(node, text);
  }
};

class JunitDocument {
 public:
  explicit JunitDocument(const v1::RunResult& run) : run_(run) {
    pugi::xml_node declaration = document_.append_child(pugi::node_declaration);
    Set(declaration, "version", "1.0");
    Set(declaration, "encoding", "UTF-8");
    root_ = document_.append_child("testsuites");
  }

  void AddCase(const v1::CaseResult& result) {
    Suite& suite = SuiteNamed(SuiteOf(result));
    const absl::string_view rest = absl::StripPrefix(result.id(), suite.Name() + "/");
    pugi::xml_node testcase =
        suite.AddCase(absl::StrCat(rest, " [", result.profiel(), "]"), result.duration_s());
    switch (ColumnOf(result)) {
      case Column::kPass:
        return;
      case Column::kFail:
        return suite.Fail(testcase, TypeOf(result), result.reason(), CaseDetails(result, kWidth));
      case Column::kInconclusive:
        return suite.Err(testcase, "INCONCLUSIVE", result.reason(), CaseDetails(result, kWidth));
      case Column::kKnown:
        return suite.Skip(testcase,
                          absl::StrCat("fails as known: ", result.known_failure(), "\n", result.reason()));
      case Column::kSkipped:
        return suite.Skip(testcase, result.reason());
    }
  }

  void AddProblem(const v1::KnownFailureProblem& problem) {
    Suite& suite = SuiteNamed(kRunSuite);
    suite.Fail(suite.AddCase(absl::StrCat("known failure ", problem.id()), 0), "KNOWN_FAILURE",
               problem.problem(), problem.problem());
  }

  void AddNothingTested() {
    constexpr char kMessage[] = "not one case was judged: this says nothing about the system";
    Suite& suite = SuiteNamed(kRunSuite);
    suite.Err(suite.AddCase("something was tested", 0), "NOTHING_TESTED", kMessage, kMessage);
  }

  std::string Text() {
    for (Suite& suite : suites_) {
      Set(suite.node, "tests", absl::StrCat(suite.tests));
      Set(suite.node, "failures", absl::StrCat(suite.failures));
      Set(suite.node, "errors", absl::StrCat(suite.errors));
      Set(suite.node, "skipped", absl::StrCat(suite.skipped));
      SetTime(suite.node, suite.duration_s);
      Set(suite.node, "timestamp",
          absl::FormatTime("%E4Y-%m-%dT%H:%M:%S", TimeOf(run_.started_at()), absl::UTCTimeZone()));
    }
    std::ostringstream text;
    document_.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
    return text.str();
  }

 private:
  // The rule that was broken first.
  static std::string TypeOf(const v1::CaseResult& result) {
    const std::vector<std::string> regels = RegelsOf(result);
    if (!result.findings().empty() && !result.findings(0).regel().empty()) return result.findings(0).regel();
    return regels.empty() ? "FAIL" : regels.front();
  }

  Suite& SuiteNamed(const std::string& name) {
    const auto found = std::find_if(suites_.begin(), suites_.end(),
                                    [&](const Suite& suite) { return suite.Name() == name; });
    if (found != suites_.end()) return *found;
    Suite& suite = suites_.emplace_back();
    suite.node = root_.append_child("testsuite");
    Set(suite.node, "name", name);
    pugi::xml_node properties = suite.node.append_child("properties");
    for (const auto& [key, value] :
         {std::make_pair("system", run_.system()), std::make_pair("ketenproef", run_.version())}) {
      pugi::xml_node property = properties.append_child("property");
      Set(property, "name", key);
      Set(property, "value", value);
    }
    return suite;
  }

  const v1::RunResult& run_;
  pugi::xml_document document_;
  pugi::xml_node root_;
  std::vector<Suite> suites_;
};

}  // namespace

absl::StatusOr<std::string> JunitOf(const v1::RunResult& run) {
  JunitDocument document(run);
  for (const v1::CaseResult& result : run.cases()) document.AddCase(result);
  for (const v1::KnownFailureProblem& problem : run.known_failure_problems()) document.AddProblem(problem);
  if (Summarize(run).outcome == Outcome::kNothingTested) document.AddNothingTested();
  return document.Text();
}

}  // namespace ketenproef::conformance
