#include "conformance/report/html_text.h"

#include <algorithm>
#include <string>

#include "absl/strings/match.h"
#include "conformance/report/plain_text.h"

namespace ketenproef::conformance {
namespace {

void AddPiece(absl::string_view text, bool is_whole, PageData* pieces) {
  if (text.empty()) return;
  PageData piece;
  piece["tekst"] = std::string(text);
  piece["heel"] = PageData(is_whole);
  *pieces << piece;
}

}  // namespace

PageData TextData(absl::string_view text) {
  return PageData(Plain(text));
}

PageData OptionalData(absl::string_view text) {
  if (text.empty()) return PageData(false);
  return PageData("tekst", TextData(text));
}

PageData PiecesData(absl::string_view text) {
  const std::string plain = Plain(text);
  PageData pieces(PageData::type::list);
  std::size_t loose = 0;  // where the loose text before the next whole word begins
  for (std::size_t begin = 0; begin < plain.size();) {
    const std::size_t end = std::min(plain.find_first_of(" \n\t", begin), plain.size());
    const absl::string_view word = absl::string_view(plain).substr(begin, end - begin);
    if (absl::StrContains(word, "-")) {
      AddPiece(absl::string_view(plain).substr(loose, begin - loose), false, &pieces);
      AddPiece(word, true, &pieces);
      loose = end;
    }
    begin = end + 1;
  }
  AddPiece(absl::string_view(plain).substr(loose), false, &pieces);
  return pieces;
}

PageData PathData(absl::string_view id) {
  const std::string plain = Plain(id);
  PageData pieces(PageData::type::list);
  for (std::size_t begin = 0; begin < plain.size();) {
    const std::size_t slash = plain.find('/', begin);
    const std::size_t end = slash == std::string::npos ? plain.size() : slash + 1;
    AddPiece(absl::string_view(plain).substr(begin, end - begin), true, &pieces);
    begin = end;
  }
  return pieces;
}

}  // namespace ketenproef::conformance
