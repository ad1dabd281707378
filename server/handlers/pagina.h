// Pages of a list. A token is the place in the whole list at which the next page begins: lists only grow at
// their end, so a page keeps its place while records are added.
#ifndef KETENPROEF_SERVER_HANDLERS_PAGINA_H_
#define KETENPROEF_SERVER_HANDLERS_PAGINA_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "server/rules/limits.h"
#include "server/wire/fout.h"

namespace ketenproef {

struct Pagina {
  std::size_t begin;  // the place of the first entry to look at
  int size;           // how many entries at most
};

// INVALID_ARGUMENT (VELD_ONGELDIG) for a negative size, or a token that was never given out.
template <typename Request>
absl::StatusOr<Pagina> ReadPagina(const Request& request) {
  if (request.page_size() < 0) return FoutVeld("page_size", "must not be negative");
  Pagina pagina{0, std::min(request.page_size() == 0 ? kDefaultPageSize : request.page_size(), kMaxPageSize)};
  if (request.page_token().empty()) return pagina;
  std::uint64_t begin = 0;
  if (!absl::SimpleAtoi(request.page_token(), &begin) || absl::StrCat(begin) != request.page_token() ||
      begin > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    return FoutVeld("page_token", "must be the next_page_token of an earlier page of the same list");
  }
  pagina.begin = static_cast<std::size_t>(begin);
  return pagina;
}

// Goes over the places from the page's first on, until it is full or the list of `total` places ends. `add`
// adds the entry at a place to the response, or says false where it is left out. The token of the next page,
// empty where there is none.
template <typename Add>
std::string FillPagina(const Pagina& pagina, std::size_t total, Add add) {
  int added = 0;
  for (std::size_t place = pagina.begin; place < total; ++place) {
    if (added == pagina.size) return absl::StrCat(place);
    if (add(place)) ++added;
  }
  return "";
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_HANDLERS_PAGINA_H_
