// The grammar of an encoded event:
//
//   event    := kind field*            kind: varint, the place in the variant `Gebeurtenis`
//   field    := the fields of the struct in the order of gebeurtenis_schema.h, nested structs in place
//   varint   := base 128, least significant group first, high bit set on all bytes but the last
//   zigzag   := varint of (n << 1) ^ (n >> 63): small for small numbers of either sign
//   Dag      := zigzag of the days since 1970-01-01       OptionalDag := bool, then Dag where true
//   Tijdstip := zigzag of the nanoseconds since 1970      string      := varint length, bytes
//   Bsn, Loonheffingennummer, Gemeentecode, Percentage, enumerations, numbers of things := varint
//   bool     := varint 0 or 1           optional := bool, then the value where true
//
// Fields and alternatives are only ever appended: what is in a journal stays readable. A new field at the end
// of a struct needs a new kind of event, since events carry no field numbers; that keeps them at about a
// third of the size of the same message in protobuf, and a year of a country is millions of events.
#include "server/journal/codec.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "server/journal/gebeurtenis_schema.h"

namespace ketenproef {
namespace {

class Encoder {
 public:
  explicit Encoder(std::string* bytes) : bytes_(*bytes) {}

  template <typename T>
  void Put(const T& value) {
    if constexpr (std::is_same_v<T, Dag>) {
      PutZigzag(value.days_since_1970());
    } else if constexpr (std::is_same_v<T, OptionalDag>) {
      PutVarint(value.has_value() ? 1 : 0);
      if (value.has_value()) Put(value.value());
    } else if constexpr (std::is_same_v<T, Tijdstip>) {
      PutZigzag(value.unix_nanos());
    } else if constexpr (std::is_same_v<T, std::int32_t>) {
      PutZigzag(value);
    } else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
      PutVarint(static_cast<std::uint64_t>(value));
    } else if constexpr (requires { value.number(); }) {
      PutVarint(static_cast<std::uint64_t>(value.number()));
    } else if constexpr (std::is_same_v<T, std::string>) {
      PutVarint(value.size());
      bytes_.append(value);
    } else if constexpr (std::is_same_v<T, std::optional<Gemeentecode>>) {
      PutVarint(value.has_value() ? 1 : 0);
      if (value.has_value()) Put(*value);
    } else {
      std::apply([&](auto... members) { (Put(value.*members), ...); }, Fields<T>::kList);
    }
  }

  void PutVarint(std::uint64_t value) {
    while (value >= 0x80) {
      bytes_.push_back(static_cast<char>(value | 0x80));
      value >>= 7;
    }
    bytes_.push_back(static_cast<char>(value));
  }

 private:
  void PutZigzag(std::int64_t value) {
    PutVarint((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }

  std::string& bytes_;
};

// Reads until something is wrong; from then on every read gives zero and ok() is false.
class Decoder {
 public:
  explicit Decoder(absl::string_view bytes) : rest_(bytes) {}

  bool ok() const { return ok_; }
  bool AtEnd() const { return rest_.empty(); }

  template <typename T>
  void Get(T& value) {
    if constexpr (std::is_same_v<T, Dag>) {
      value = Dag::FromDaysSince1970(GetInt32());
    } else if constexpr (std::is_same_v<T, OptionalDag>) {
      value = OptionalDag();
      if (GetBool()) value = Dag::FromDaysSince1970(GetInt32());
    } else if constexpr (std::is_same_v<T, Tijdstip>) {
      value = Tijdstip::FromUnixNanos(GetZigzag());
    } else if constexpr (std::is_same_v<T, std::int32_t>) {
      value = GetInt32();
    } else if constexpr (std::is_same_v<T, bool>) {
      value = GetBool();
    } else if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(GetUpTo(std::numeric_limits<std::underlying_type_t<T>>::max()));
    } else if constexpr (std::is_integral_v<T>) {
      value = static_cast<T>(GetUpTo(std::numeric_limits<T>::max()));
    } else if constexpr (std::is_same_v<T, Bsn>) {
      value = Bsn::FromTrustedNumber(static_cast<std::uint32_t>(GetUpTo(999'999'999)));
    } else if constexpr (std::is_same_v<T, Loonheffingennummer>) {
      value = Loonheffingennummer::FromTrustedNumber(GetUpTo(99'999'999'999));
    } else if constexpr (std::is_same_v<T, Gemeentecode>) {
      value = Gemeentecode::FromTrustedNumber(static_cast<std::uint16_t>(GetUpTo(9'999)));
    } else if constexpr (std::is_same_v<T, Percentage>) {
      value = *Percentage::FromNumber(static_cast<std::int64_t>(GetUpTo(99)));
    } else if constexpr (std::is_same_v<T, std::string>) {
      const absl::string_view bytes = GetBytes();
      value.assign(bytes.data(), bytes.size());
    } else if constexpr (std::is_same_v<T, std::optional<Gemeentecode>>) {
      value.reset();
      if (GetBool()) Get(value.emplace(Gemeentecode::FromTrustedNumber(0)));
    } else {
      std::apply([&](auto... members) { (Get(value.*members), ...); }, Fields<T>::kList);
    }
  }

  std::uint64_t GetVarint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) return Fail();
      const auto byte = static_cast<std::uint8_t>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    return Fail();
  }

 private:
  std::uint64_t Fail() {
    ok_ = false;
    rest_ = {};
    return 0;
  }

  std::uint64_t GetUpTo(std::uint64_t max) {
    const std::uint64_t value = GetVarint();
    return value <= max ? value : Fail();
  }

  bool GetBool() { return GetUpTo(1) == 1; }

  std::int64_t GetZigzag() {
    const std::uint64_t value = GetVarint();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }

  std::int32_t GetInt32() {
    const std::int64_t value = GetZigzag();
    if (value < std::numeric_limits<std::int32_t>::min() ||
        value > std::numeric_limits<std::int32_t>::max()) {
      return static_cast<std::int32_t>(Fail());
    }
    return static_cast<std::int32_t>(value);
  }

  absl::string_view GetBytes() {
    // In this order: what is left is known only when the length has been read.
    std::uint64_t size = GetVarint();
    if (size > rest_.size()) size = Fail();
    const absl::string_view bytes = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(bytes.size());
    return bytes;
  }

  absl::string_view rest_;
  bool ok_ = true;
};

template <std::size_t... kKinds>
bool DecodeKind(std::size_t kind, Decoder& decoder, std::optional<Gebeurtenis>& into,
                std::index_sequence<kKinds...>) {
  const auto decode = [&]<std::size_t kKind>() {
    auto event = Blank<std::variant_alternative_t<kKind, Gebeurtenis>>();
    decoder.Get(event);
    into.emplace(std::in_place_index<kKind>, std::move(event));
    return true;
  };
  return ((kind == kKinds && decode.template operator()<kKinds>()) || ...);
}

}  // namespace

void EncodeGebeurtenis(const Gebeurtenis& gebeurtenis, std::string* bytes) {
  Encoder encoder(bytes);
  encoder.PutVarint(gebeurtenis.index());
  std::visit([&encoder](const auto& event) { encoder.Put(event); }, gebeurtenis);
}

absl::StatusOr<Gebeurtenis> DecodeGebeurtenis(absl::string_view bytes) {
  Decoder decoder(bytes);
  const std::uint64_t kind = decoder.GetVarint();
  std::optional<Gebeurtenis> gebeurtenis;
  const bool known = decoder.ok() && DecodeKind(static_cast<std::size_t>(kind), decoder, gebeurtenis,
                                                std::make_index_sequence<std::variant_size_v<Gebeurtenis>>());
  if (!known) {
    return absl::DataLossError(absl::StrCat("no event of kind ", kind, " is known to this version"));
  }
  if (!decoder.ok()) return absl::DataLossError("the event is cut short or holds a value out of range");
  if (!decoder.AtEnd()) return absl::DataLossError("bytes are left over behind the event");
  return *std::move(gebeurtenis);
}

}  // namespace ketenproef
