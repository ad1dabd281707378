// The values that the fields of events have, as text: one word without blanks, or a text in quotes. What
// AppendWaarde writes ParseWaarde reads back as the same value, whatever it is.
//
//   - Dag: 2025-01-06; outside 1900..2199, which only damage brings about, @ and days since 1970
//   - Tijdstip: 2025-01-06T11:00:00.000000001Z
//   - bool: ja, nee
//   - an enumeration: its name (enumeratie_namen.h), of a rule its ID; without one its number
//   - a BSN, loonheffingennummer, gemeentecode: as everywhere
//   - what may be missing and is: -
//   - string: "in quotes", with \n, \" and \x1b for what is not printable ASCII
//
// Thread-safe: functions without state.
#ifndef KETENPROEF_SERVER_JOURNAL_WAARDE_TEXT_H_
#define KETENPROEF_SERVER_JOURNAL_WAARDE_TEXT_H_

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "server/journal/enumeratie_namen.h"
#include "server/rules/gebeurtenis.h"

namespace ketenproef {

void AppendWaarde(bool waarde, std::string* text);
void AppendWaarde(char waarde, std::string* text);
void AppendWaarde(Dag waarde, std::string* text);
void AppendWaarde(OptionalDag waarde, std::string* text);
void AppendWaarde(Tijdstip waarde, std::string* text);
void AppendWaarde(Bsn waarde, std::string* text);
void AppendWaarde(Loonheffingennummer waarde, std::string* text);
void AppendWaarde(Gemeentecode waarde, std::string* text);
void AppendWaarde(std::optional<Gemeentecode> waarde, std::string* text);
void AppendWaarde(Percentage waarde, std::string* text);
void AppendWaarde(Regel waarde, std::string* text);
void AppendWaarde(const std::string& waarde, std::string* text);

// False where the word is no such value; `*waarde` is then anything.
bool ParseWaarde(absl::string_view word, bool* waarde);
bool ParseWaarde(absl::string_view word, char* waarde);
bool ParseWaarde(absl::string_view word, Dag* waarde);
bool ParseWaarde(absl::string_view word, OptionalDag* waarde);
bool ParseWaarde(absl::string_view word, Tijdstip* waarde);
bool ParseWaarde(absl::string_view word, Bsn* waarde);
bool ParseWaarde(absl::string_view word, Loonheffingennummer* waarde);
bool ParseWaarde(absl::string_view word, Gemeentecode* waarde);
bool ParseWaarde(absl::string_view word, std::optional<Gemeentecode>* waarde);
bool ParseWaarde(absl::string_view word, Percentage* waarde);
bool ParseWaarde(absl::string_view word, Regel* waarde);
bool ParseWaarde(absl::string_view word, std::string* waarde);

template <typename T>
concept Getal = std::is_integral_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char>;

template <Getal T>
void AppendWaarde(T waarde, std::string* text) {
  absl::StrAppend(text, waarde);
}

template <Getal T>
bool ParseWaarde(absl::string_view word, T* waarde) {
  return absl::SimpleAtoi(word, waarde);
}

template <typename Enum>
requires std::is_enum_v<Enum>
void AppendWaarde(Enum waarde, std::string* text) {
  const absl::Span<const absl::string_view> namen = kNamen<Enum>;
  const auto number = static_cast<std::size_t>(waarde);
  if (number < namen.size()) {
    absl::StrAppend(text, namen[number]);
  } else {
    absl::StrAppend(text, number);
  }
}

template <typename Enum>
requires std::is_enum_v<Enum>
bool ParseWaarde(absl::string_view word, Enum* waarde) {
  std::uint64_t number = 0;
  const absl::Span<const absl::string_view> namen = kNamen<Enum>;
  const auto naam = std::find(namen.begin(), namen.end(), word);
  if (naam != namen.end()) {
    number = static_cast<std::uint64_t>(naam - namen.begin());
  } else if (!absl::SimpleAtoi(word, &number)) {
    return false;
  }
  *waarde = static_cast<Enum>(number);
  return number <= std::uint64_t{std::numeric_limits<std::underlying_type_t<Enum>>::max()};
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_WAARDE_TEXT_H_
