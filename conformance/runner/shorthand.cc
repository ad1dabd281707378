#include "conformance/runner/shorthand.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace ketenproef::conformance {
namespace {

absl::Status WriteDimensions(const v1::Suite& suite, v1::Case* item) {
  for (v1::Dimension& dimension : *item->mutable_dimensions()) {
    if (!dimension.choices().empty()) continue;
    const auto named = std::find_if(
        suite.dimensions().begin(), suite.dimensions().end(), [&](const v1::Dimension& candidate) {
          return !candidate.name().empty() && candidate.name() == dimension.name();
        });
    if (named == suite.dimensions().end()) {
      return absl::InvalidArgumentError(absl::StrCat(item->id(), " names the dimension \"", dimension.name(),
                                                     "\", which the suite does not have"));
    }
    dimension = *named;
  }
  return absl::OkStatus();
}

// Lists that are set stay; the others are those of `before`.
void Complete(const v1::ExpectOutput& before, v1::ExpectOutput* expected) {
  v1::ExpectOutput whole = before;
  if (expected->has_rapporten()) *whole.mutable_rapporten() = expected->rapporten();
  if (expected->has_doorleveringen()) *whole.mutable_doorleveringen() = expected->doorleveringen();
  if (expected->has_berichten()) *whole.mutable_berichten() = expected->berichten();
  if (expected->has_notificaties()) *whole.mutable_notificaties() = expected->notificaties();
  if (expected->has_aangehouden()) *whole.mutable_aangehouden() = expected->aangehouden();
  whole.clear_unchanged();
  *expected = std::move(whole);
}

absl::Status WriteOutputs(v1::Case* item) {
  const v1::ExpectOutput* before = nullptr;
  for (v1::Step& step : *item->mutable_steps()) {
    if (!step.has_expect_output()) continue;
    v1::ExpectOutput* expected = step.mutable_expect_output();
    if (expected->unchanged()) {
      if (before == nullptr) {
        return absl::InvalidArgumentError(
            absl::StrCat(item->id(), " expects that nothing has changed, but nothing was expected before"));
      }
      Complete(*before, expected);
    }
    before = expected;
  }
  return absl::OkStatus();
}

std::string Numbered(const std::string& text, int number) {
  return absl::StrReplaceAll(text, {{"#", absl::StrCat(number)}});
}

void WriteCopies(v1::Batch* batch) {
  if (batch->copies() <= 1) return;
  const v1::Batch once = *batch;
  batch->Clear();
  batch->set_method(once.method());
  for (int number = 1; number <= once.copies(); ++number) {
    for (const v1::Opdracht& opdracht : once.opdrachten()) {
      v1::Opdracht* const copy = batch->add_opdrachten();
      *copy = opdracht;
      copy->set_kenmerk(Numbered(opdracht.kenmerk(), number));
      copy->set_verwijst_naar(Numbered(opdracht.verwijst_naar(), number));
    }
  }
}

}  // namespace

absl::Status WriteOut(v1::Suite* suite) {
  for (v1::Case& item : *suite->mutable_cases()) {
    if (absl::Status status = WriteDimensions(*suite, &item); !status.ok()) return status;
    if (absl::Status status = WriteOutputs(&item); !status.ok()) return status;
    for (v1::Step& step : *item.mutable_steps()) {
      if (step.has_batch()) WriteCopies(step.mutable_batch());
    }
  }
  return absl::OkStatus();
}

}  // namespace ketenproef::conformance
