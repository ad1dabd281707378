// For properties: events of any kind whose fields hold anything that a journal may hold.
#ifndef KETENPROEF_SERVER_JOURNAL_WILLEKEURIGE_GEBEURTENIS_H_
#define KETENPROEF_SERVER_JOURNAL_WILLEKEURIGE_GEBEURTENIS_H_

#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "rapidcheck.h"
#include "server/journal/gebeurtenis_velden.h"
#include "server/journal/voorbeelden.h"

namespace ketenproef {

// Sets `waarde` to any value that its type may have in a journal, extremes more often than chance would.
struct SetWaarde {
  void operator()(bool& waarde) const { waarde = *rc::gen::arbitrary<bool>(); }
  void operator()(char& waarde) const { waarde = *rc::gen::elementOf(std::string(";,|\t")); }
  void operator()(std::int32_t& waarde) const {
    waarde = *rc::gen::oneOf(rc::gen::arbitrary<std::int32_t>(),
                             rc::gen::element<std::int32_t>(std::numeric_limits<std::int32_t>::min(), -1, 0,
                                                            std::numeric_limits<std::int32_t>::max()));
  }
  void operator()(std::uint32_t& waarde) const {
    waarde = *rc::gen::oneOf(
        rc::gen::arbitrary<std::uint32_t>(),
        rc::gen::element<std::uint32_t>(0, 127, 128, std::numeric_limits<std::uint32_t>::max()));
  }
  void operator()(std::uint64_t& waarde) const {
    waarde =
        *rc::gen::oneOf(rc::gen::arbitrary<std::uint64_t>(),
                        rc::gen::element<std::uint64_t>(0, 1, std::numeric_limits<std::uint64_t>::max()));
  }
  void operator()(std::string& waarde) const {
    waarde = *rc::gen::oneOf(rc::gen::arbitrary<std::string>(), rc::gen::just(std::string()),
                             rc::gen::just(std::string(4'000, '\xff')), rc::gen::just(std::string(127, '\0')),
                             rc::gen::just(std::string(128, ';')));
  }
  void operator()(Dag& waarde) const { waarde = SomeDag(); }
  void operator()(OptionalDag& waarde) const {
    waarde = *rc::gen::arbitrary<bool>() ? OptionalDag(SomeDag()) : OptionalDag();
  }
  void operator()(Tijdstip& waarde) const {
    waarde = Tijdstip::FromUnixNanos(
        *rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(),
                        rc::gen::element<std::int64_t>(std::numeric_limits<std::int64_t>::min(), -1, 0,
                                                       std::numeric_limits<std::int64_t>::max())));
  }
  void operator()(Bsn& waarde) const {
    waarde = Bsn::FromTrustedNumber(*rc::gen::inRange<std::uint32_t>(0, 1'000'000'000));
  }
  void operator()(Loonheffingennummer& waarde) const {
    waarde = Loonheffingennummer::FromTrustedNumber(*rc::gen::inRange<std::uint64_t>(0, 100'000'000'000));
  }
  void operator()(Gemeentecode& waarde) const { waarde = SomeGemeentecode(); }
  void operator()(std::optional<Gemeentecode>& waarde) const {
    waarde.reset();
    if (*rc::gen::arbitrary<bool>()) waarde = SomeGemeentecode();
  }
  void operator()(Percentage& waarde) const {
    waarde = *Percentage::FromNumber(*rc::gen::inRange<std::int64_t>(0, 100));
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void operator()(Enum& waarde) const {
    waarde = static_cast<Enum>(*rc::gen::arbitrary<std::underlying_type_t<Enum>>());
  }

  static Dag SomeDag() {
    const Dag first = *Dag::FromCivil(1900, 1, 1);
    const Dag last = *Dag::FromCivil(2199, 12, 31);
    return Dag::FromDaysSince1970(
        *rc::gen::oneOf(rc::gen::inRange(first.days_since_1970(), last.days_since_1970() + 1),
                        rc::gen::element(first.days_since_1970(), -1, 0, last.days_since_1970())));
  }
  static Gemeentecode SomeGemeentecode() {
    return Gemeentecode::FromTrustedNumber(*rc::gen::inRange<std::uint16_t>(0, 10'000));
  }
};

inline Gebeurtenis WillekeurigeGebeurtenis(const std::vector<Voorbeeld>& voorbeelden, std::size_t kind) {
  Gebeurtenis gebeurtenis = voorbeelden[kind].gebeurtenis;
  std::visit([](auto& event) { ForEachWaarde(event, SetWaarde()); }, gebeurtenis);
  return gebeurtenis;
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_WILLEKEURIGE_GEBEURTENIS_H_
