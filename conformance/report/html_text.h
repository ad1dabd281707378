// Texts of a run as page/report.mustache shows them.
//
// Pure functions: safe from any thread. Whatever the text, the template escapes it.

#ifndef CONFORMANCE_REPORT_HTML_TEXT_H_
#define CONFORMANCE_REPORT_HTML_TEXT_H_

#include <kainjow/mustache.hpp>

#include "absl/strings/string_view.h"

namespace ketenproef::conformance {

using PageData = kainjow::mustache::data;

// A plain value.
PageData TextData(absl::string_view text);

// For a section that shows `tekst`: false where there is no text.
PageData OptionalData(absl::string_view text);

// A list of pieces, each `tekst` and whether it is `heel`: browsers break lines at hyphens, which tears days
// (2025-02-17) and names of rules apart, so that words with one are to be kept whole where a line holds them.
PageData PiecesData(absl::string_view text);

// The same for an id such as uwv/ziekmelding/ZM-04: whole between its slashes.
PageData PathData(absl::string_view id);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_HTML_TEXT_H_
