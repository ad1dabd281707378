// Texts of a run made fit to be shown. What a system under test answered stands in them, and that can be
// anything.
//
// Pure functions: safe from any thread.

#ifndef CONFORMANCE_REPORT_PLAIN_TEXT_H_
#define CONFORMANCE_REPORT_PLAIN_TEXT_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace ketenproef::conformance {

// Valid UTF-8 without control characters, which could repaint a terminal and are not allowed in XML: those
// and bytes of no character become `\x1b` and the like. Line feeds and tabs stay, a carriage return before a
// line feed goes.
std::string Plain(absl::string_view text);

// How many columns a text of Plain takes in a terminal: characters, not bytes.
std::size_t WidthOf(absl::string_view text);

// The text in lines of at most `width` columns, broken at line feeds and at spaces. A word that is longer
// stays whole, so that it can be copied.
std::vector<std::string> Folded(absl::string_view text, std::size_t width);

// At most `width` columns; a text that is cut ends in `…`.
std::string Shortened(absl::string_view text, std::size_t width);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_PLAIN_TEXT_H_
