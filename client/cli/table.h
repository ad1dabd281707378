// Rows of text under a header, aligned with spaces; columns of numbers to the right. Characters of one column
// each are counted, not bytes; control characters are shown as `\n` and the like.
#ifndef KETENPROEF_CLIENT_CLI_TABLE_H_
#define KETENPROEF_CLIENT_CLI_TABLE_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"

namespace ketenproef {

class Table {
 public:
  explicit Table(std::vector<std::string> header) : header_(std::move(header)) {}

  // As many cells as the header has.
  void AddRow(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

  // A line for the header and one for each row, each with `indent` spaces before it.
  std::string Text(std::size_t indent = 0) const;

 private:
  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
};

// How many columns the text takes in a terminal.
std::size_t WidthOf(absl::string_view text);
// The text without control characters.
std::string Printable(absl::string_view text);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_TABLE_H_
