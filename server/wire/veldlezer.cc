#include "server/wire/veldlezer.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "server/rules/limits.h"
#include "server/wire/datum.h"

namespace ketenproef {
namespace {

// The place of a rule about fields among the others.
int RankOf(Regel regel) {
  switch (regel) {
    case Regel::kZm01:
      return 0;
    case Regel::kBsn01:
      return 1;
    case Regel::kBsn02:
      return 2;
    default:
      return 3 + static_cast<int>(regel);
  }
}

constexpr absl::string_view kDatumVorm = "must be an existing day of the years 1900 to 2199";

}  // namespace

void Veldlezer::Add(Regel regel, absl::string_view veld, absl::string_view uitleg) {
  fouten_.push_back(
      {regel, std::string(veld.data(), veld.size()), std::string(uitleg.data(), uitleg.size())});
}

std::string Veldlezer::Kenmerk(const std::string& text, absl::string_view veld) {
  if (text.empty() || text.size() > kMaxKenmerkBytes) {
    Add(vorm_, veld, absl::StrCat("must be 1 to ", kMaxKenmerkBytes, " bytes of text"));
  }
  return text;
}

Bsn Veldlezer::ReadBsn(const std::string& text) {
  if (text.empty() && vorm_ == Regel::kZm01) {
    Add(vorm_, "bsn", "is missing");
    return Bsn::FromTrustedNumber(0);
  }
  const auto bsn = Bsn::Parse(text);
  if (!bsn.has_value()) {
    Add(Regel::kBsn01, "bsn", "must be nine digits that pass the elfproef");
    return Bsn::FromTrustedNumber(0);
  }
  if (!Contains(reeks_, *bsn)) Add(Regel::kBsn02, "bsn", "lies outside the BSN range of this environment");
  return *bsn;
}

Loonheffingennummer Veldlezer::ReadLoonheffingennummer(const std::string& text) {
  const auto nummer = Loonheffingennummer::Parse(text);
  if (nummer.has_value()) return *nummer;
  Add(vorm_, "loonheffingennummer", "must be nine digits, the letter L and two digits");
  return Loonheffingennummer::FromTrustedNumber(0);
}

Gemeentecode Veldlezer::ReadGemeentecode(const std::string& text) {
  const auto code = Gemeentecode::Parse(text);
  if (code.has_value()) return *code;
  Add(vorm_, "gemeentecode", "must be four digits");
  return Gemeentecode::FromTrustedNumber(0);
}

Dag Veldlezer::Datum(bool has, const v1::Datum& datum, absl::string_view veld) {
  const auto dag = has ? FromWire(datum) : std::nullopt;
  if (dag.has_value()) return *dag;
  Add(vorm_, veld, kDatumVorm);
  return Dag();
}

OptionalDag Veldlezer::OptionalDatum(bool has, const v1::Datum& datum, absl::string_view veld) {
  if (!has) return {};
  return Datum(has, datum, veld);
}

bool Veldlezer::Bool(bool has, bool value, absl::string_view veld) {
  if (!has) Add(vorm_, veld, "is missing");
  return value;
}

std::optional<Weigering> Veldlezer::Refusal() const {
  if (fouten_.empty()) return std::nullopt;
  const auto first = std::min_element(
      fouten_.begin(), fouten_.end(),
      [](const Veldfout& a, const Veldfout& b) { return RankOf(a.regel) < RankOf(b.regel); });
  return Weigering{first->regel, Weigeringsoort::kVeld, absl::StrCat(first->veld, " ", first->uitleg),
                   fouten_};
}

}  // namespace ketenproef
