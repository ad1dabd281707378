#include "server/handlers/velden.h"

#include "server/wire/datum.h"
#include "server/wire/fout.h"

namespace ketenproef {
namespace {

// Of an optional field: nothing where the text is empty, else what `read` makes of it.
template <typename T>
absl::StatusOr<std::optional<T>> ReadOptional(const std::string& text,
                                              absl::StatusOr<T> (*read)(const std::string&)) {
  if (text.empty()) return std::optional<T>();
  const auto value = read(text);
  if (!value.ok()) return value.status();
  return std::optional<T>(*value);
}

absl::StatusOr<Bsn> ReadBsn(const std::string& text) {
  const auto bsn = Bsn::Parse(text);
  if (!bsn.has_value()) return FoutVeld("bsn", "must be nine digits that pass the elfproef");
  return *bsn;
}

}  // namespace

absl::StatusOr<Gemeentecode> ReadGemeentecode(const std::string& text) {
  const auto code = Gemeentecode::Parse(text);
  if (!code.has_value()) return FoutVeld("gemeentecode", "must be four digits");
  return *code;
}

absl::StatusOr<Loonheffingennummer> ReadLoonheffingennummer(const std::string& text) {
  const auto nummer = Loonheffingennummer::Parse(text);
  if (!nummer.has_value()) {
    return FoutVeld("loonheffingennummer", "must be nine digits, the letter L and two digits");
  }
  return *nummer;
}

absl::StatusOr<Dag> ReadDag(const v1::Datum& datum, absl::string_view veld) {
  const auto dag = FromWire(datum);
  if (!dag.has_value()) return FoutVeld(veld, "must be an existing day of the years 1900 to 2199");
  return *dag;
}

absl::StatusOr<std::optional<Gemeentecode>> ReadOptionalGemeentecode(const std::string& text) {
  return ReadOptional<Gemeentecode>(text, ReadGemeentecode);
}

absl::StatusOr<std::optional<Loonheffingennummer>> ReadOptionalLoonheffingennummer(const std::string& text) {
  return ReadOptional<Loonheffingennummer>(text, ReadLoonheffingennummer);
}

absl::StatusOr<std::optional<Bsn>> ReadOptionalBsn(const std::string& text) {
  return ReadOptional<Bsn>(text, ReadBsn);
}

absl::StatusOr<OptionalDag> ReadOptionalDag(bool has, const v1::Datum& datum, absl::string_view veld) {
  if (!has) return OptionalDag();
  const auto dag = ReadDag(datum, veld);
  if (!dag.ok()) return dag.status();
  return OptionalDag(*dag);
}

}  // namespace ketenproef
