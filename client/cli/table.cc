#include "client/cli/table.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace ketenproef {
namespace {

constexpr std::size_t kGap = 2;

bool IsNumber(absl::string_view cell) {
  return std::all_of(cell.begin(), cell.end(), [](char character) {
    return absl::ascii_isdigit(static_cast<unsigned char>(character)) || character == '.' || character == '-';
  });
}

void AppendLine(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                const std::vector<bool>& is_number, std::size_t indent, std::string* text) {
  std::string line(indent, ' ');
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string filling(widths[i] - WidthOf(cells[i]), ' ');
    if (i > 0) line.append(kGap, ' ');
    absl::StrAppend(&line, is_number[i] ? filling : "", cells[i], is_number[i] ? "" : filling);
  }
  absl::StrAppend(text, absl::StripTrailingAsciiWhitespace(line), "\n");
}

}  // namespace

std::size_t WidthOf(absl::string_view text) {
  // Every byte that does not continue a character of UTF-8 begins one.
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

std::string Printable(absl::string_view text) {
  std::string printable;
  for (const char byte : text) {
    if (byte == '\n') {
      printable += "\\n";
    } else if (absl::ascii_iscntrl(static_cast<unsigned char>(byte))) {
      absl::StrAppendFormat(&printable, "\\x%02x", static_cast<unsigned char>(byte));
    } else {
      printable.push_back(byte);
    }
  }
  return printable;
}

std::string Table::Text(std::size_t indent) const {
  std::vector<std::vector<std::string>> rows;
  rows.reserve(rows_.size());
  std::vector<std::size_t> widths;
  widths.reserve(header_.size());
  for (const std::string& name : header_) widths.push_back(WidthOf(name));
  std::vector<bool> is_number(header_.size(), !rows_.empty());
  for (const std::vector<std::string>& row : rows_) {
    std::vector<std::string>& cells = rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells.push_back(Printable(row[i]));
      widths[i] = std::max(widths[i], WidthOf(cells[i]));
      is_number[i] = is_number[i] && IsNumber(cells[i]);
    }
  }
  std::string text;
  AppendLine(header_, widths, is_number, indent, &text);
  for (const std::vector<std::string>& cells : rows) AppendLine(cells, widths, is_number, indent, &text);
  return text;
}

}  // namespace ketenproef
