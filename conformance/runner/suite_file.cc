#include "conformance/runner/suite_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "conformance/catalogue/regels.h"
#include "conformance/checks/response.h"
#include "conformance/runner/method_table.h"
#include "conformance/runner/shorthand.h"
#include "conformance/suites/embedded_suites.h"

namespace ketenproef::conformance {
namespace {

namespace fs = std::filesystem;

constexpr absl::string_view kExtension = ".textproto";

absl::Status CheckStep(const v1::Step& step) {
  if (step.action_case() == v1::Step::ACTION_NOT_SET) {
    return absl::InvalidArgumentError("has a step without an action");
  }
  if (!step.regel().empty() && FindRegel(step.regel()) == nullptr) {
    return absl::InvalidArgumentError(
        absl::StrCat("names ", step.regel(), ", which is no rule of the catalogue"));
  }
  if (!step.has_call()) return absl::OkStatus();
  if (FindMethod(step.call().method()) == nullptr) {
    return absl::InvalidArgumentError(
        absl::StrCat("calls ", step.call().method(), ", which the contract does not have"));
  }
  if (step.call().expect_case() == v1::Call::EXPECT_NOT_SET) {
    return absl::InvalidArgumentError("has a call that nothing is expected of");
  }
  return absl::OkStatus();
}

// Whether a case can fail: it expects something of some step.
bool ExpectsSomething(const v1::Case& item) {
  return std::any_of(item.steps().begin(), item.steps().end(), [](const v1::Step& step) {
    switch (step.action_case()) {
      case v1::Step::kOpdracht:
      case v1::Step::kBatch:
        return true;  // accepted, if nothing else
      case v1::Step::kRestart:
      case v1::Step::kOffer:
      case v1::Step::kFault:
      case v1::Step::kStoring:
        return false;
      default:
        return true;
    }
  });
}

absl::Status CheckCase(const v1::Case& item) {
  if (item.id().empty() || item.titel().empty()) return absl::InvalidArgumentError("needs an id and a titel");
  if (item.regels().empty()) return absl::InvalidArgumentError("names no rule");
  for (const std::string& regel : item.regels()) {
    if (FindRegel(regel) == nullptr) {
      return absl::InvalidArgumentError(absl::StrCat("names ", regel, ", which is no rule of the catalogue"));
    }
  }
  for (const std::string& profiel : item.profielen()) {
    if (profiel != "handleiding" && profiel != "wet") {
      return absl::InvalidArgumentError(absl::StrCat("names the profile ", profiel, ", which is none"));
    }
  }
  for (const v1::Dimension& dimension : item.dimensions()) {
    if (dimension.choices().empty()) return absl::InvalidArgumentError("has a dimension without choices");
  }
  for (const v1::Step& step : item.steps()) {
    if (absl::Status status = CheckStep(step); !status.ok()) return status;
  }
  if (!ExpectsSomething(item)) return absl::InvalidArgumentError("expects nothing, so it cannot fail");
  return absl::OkStatus();
}

absl::StatusOr<std::string> ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) return absl::NotFoundError(absl::StrCat(path.string(), " cannot be read"));
  return text;
}

}  // namespace

absl::StatusOr<v1::Suite> ParseSuite(const std::string& file, absl::string_view text) {
  v1::Suite suite;
  if (absl::Status status = ParseTextFormat(text, &suite); !status.ok()) {
    return absl::InvalidArgumentError(absl::StrCat(file, ":", status.message()));
  }
  const auto wrong = [&](const std::string& id, absl::string_view why) {
    return absl::InvalidArgumentError(absl::StrCat(file, ": ", id.empty() ? "the suite" : id, " ", why));
  };
  if (suite.id().empty() || suite.kind() == v1::SYSTEM_KIND_UNSPECIFIED) {
    return wrong("", "needs an id and a kind");
  }
  if (suite.cases().empty()) return wrong("", "has no cases");
  if (absl::Status status = WriteOut(&suite); !status.ok()) return wrong("", status.message());
  std::set<std::string> ids;
  for (const v1::Case& item : suite.cases()) {
    if (absl::Status status = CheckCase(item); !status.ok()) return wrong(item.id(), status.message());
    if (!ids.insert(item.id()).second) return wrong(item.id(), "comes twice");
  }
  for (const v1::Step& step : suite.setup()) {
    if (absl::Status status = CheckStep(step); !status.ok()) return wrong("", status.message());
  }
  return suite;
}

absl::StatusOr<std::vector<v1::Suite>> EmbeddedSuites() {
  std::vector<v1::Suite> suites;
  for (const EmbeddedFile& file : EmbeddedSuiteFiles()) {
    if (file.name == kAdministrationFile) continue;
    auto suite = ParseSuite(std::string(file.name), file.text);
    if (!suite.ok()) return suite.status();
    suites.push_back(*std::move(suite));
  }
  return suites;
}

absl::StatusOr<std::vector<v1::Suite>> ReadSuites(const std::string& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const bool is_suite = entry->path().extension() == std::string(kExtension) &&
                          entry->path().filename() != std::string(kAdministrationFile);
    if (is_suite) paths.push_back(entry->path());
  }
  if (error) return absl::NotFoundError(absl::StrCat(folder, " cannot be read: ", error.message()));
  if (paths.empty()) return absl::NotFoundError(absl::StrCat(folder, " holds no *", kExtension));
  std::sort(paths.begin(), paths.end());
  std::vector<v1::Suite> suites;
  for (const fs::path& path : paths) {
    const auto text = ReadFile(path);
    if (!text.ok()) return text.status();
    auto suite = ParseSuite(path.string(), *text);
    if (!suite.ok()) return suite.status();
    suites.push_back(*std::move(suite));
  }
  return suites;
}

absl::StatusOr<v1::Administration> EmbeddedAdministration() {
  v1::Administration administration;
  for (const EmbeddedFile& file : EmbeddedSuiteFiles()) {
    if (file.name != kAdministrationFile) continue;
    absl::Status status = ParseTextFormat(file.text, &administration);
    if (!status.ok()) return absl::InvalidArgumentError(absl::StrCat(file.name, ":", status.message()));
  }
  return administration;
}

absl::Status ReadTextFormatFile(const std::string& path, google::protobuf::Message* message) {
  const auto text = ReadFile(path);
  if (!text.ok()) return text.status();
  absl::Status status = ParseTextFormat(*text, message);
  if (!status.ok()) return absl::InvalidArgumentError(absl::StrCat(path, ":", status.message()));
  return absl::OkStatus();
}

}  // namespace ketenproef::conformance
