// For tests: the fields of every event, one by one, so that events can be compared and filled field by field
// without the codec. A struct that gets another field does not compile here until its number is changed.
#ifndef KETENPROEF_SERVER_JOURNAL_GEBEURTENIS_VELDEN_H_
#define KETENPROEF_SERVER_JOURNAL_GEBEURTENIS_VELDEN_H_

#include <tuple>
#include <type_traits>
#include <variant>

#include "server/rules/gebeurtenis.h"

namespace ketenproef {

// The number of fields of a struct; 0: a value by itself.
template <typename T>
inline constexpr int kAantalVelden = 0;

template <>
inline constexpr int kAantalVelden<Meldingsleutel> = 2;
template <>
inline constexpr int kAantalVelden<Meldingoordeel> = 3;
template <>
inline constexpr int kAantalVelden<Rapportvorm> = 2;
template <>
inline constexpr int kAantalVelden<Doelgroepregistratie> = 2;
template <>
inline constexpr int kAantalVelden<Woonplaats> = 2;
template <>
inline constexpr int kAantalVelden<Dienstverband> = 3;
template <>
inline constexpr int kAantalVelden<LksPeriode> = 5;
template <>
inline constexpr int kAantalVelden<SubmitZiekmelding> = 4;
template <>
inline constexpr int kAantalVelden<SubmitHerstelmelding> = 3;
template <>
inline constexpr int kAantalVelden<SubmitZiekEnHerstelmelding> = 5;
template <>
inline constexpr int kAantalVelden<WithdrawZiekmelding> = 2;
template <>
inline constexpr int kAantalVelden<RegisterDoelgroepregistratie> = 2;
template <>
inline constexpr int kAantalVelden<EndDoelgroepregistratie> = 2;
template <>
inline constexpr int kAantalVelden<RegisterWoonplaats> = 2;
template <>
inline constexpr int kAantalVelden<RegisterDienstverband> = 2;
template <>
inline constexpr int kAantalVelden<EndDienstverband> = 3;
template <>
inline constexpr int kAantalVelden<RegisterLksPeriode> = 2;
template <>
inline constexpr int kAantalVelden<EndLksPeriode> = 2;
template <>
inline constexpr int kAantalVelden<Uitwisselingtelling> = 5;
template <>
inline constexpr int kAantalVelden<OmgevingCreated> = 6;
template <>
inline constexpr int kAantalVelden<DoelgroepregistratieRegistered> = 1;
template <>
inline constexpr int kAantalVelden<DoelgroepregistratieEnded> = 1;
template <>
inline constexpr int kAantalVelden<WoonplaatsRegistered> = 1;
template <>
inline constexpr int kAantalVelden<DienstverbandRegistered> = 1;
template <>
inline constexpr int kAantalVelden<DienstverbandEnded> = 1;
template <>
inline constexpr int kAantalVelden<LksPeriodeRegistered> = 2;
template <>
inline constexpr int kAantalVelden<LksPeriodeEnded> = 1;
template <>
inline constexpr int kAantalVelden<ZiekmeldingAccepted> = 4;
template <>
inline constexpr int kAantalVelden<HerstelmeldingAccepted> = 4;
template <>
inline constexpr int kAantalVelden<ZiekEnHerstelmeldingAccepted> = 5;
template <>
inline constexpr int kAantalVelden<IntrekkingAccepted> = 3;
template <>
inline constexpr int kAantalVelden<BeoordelingExtended> = 3;
template <>
inline constexpr int kAantalVelden<BeoordelingDecided> = 3;
template <>
inline constexpr int kAantalVelden<TermijnVerstreken> = 1;
template <>
inline constexpr int kAantalVelden<OpdrachtRefused> = 2;
template <>
inline constexpr int kAantalVelden<DoorleveringSent> = 7;
template <>
inline constexpr int kAantalVelden<SignaalSent> = 7;
template <>
inline constexpr int kAantalVelden<SignaalHeld> = 4;
template <>
inline constexpr int kAantalVelden<SignaalLapsed> = 3;
template <>
inline constexpr int kAantalVelden<BerichtPlaced> = 4;
template <>
inline constexpr int kAantalVelden<RapportageReady> = 5;
template <>
inline constexpr int kAantalVelden<UitwisselingRun> = 2;
template <>
inline constexpr int kAantalVelden<RapportageConfirmed> = 1;
template <>
inline constexpr int kAantalVelden<DoorleveringConfirmed> = 1;
template <>
inline constexpr int kAantalVelden<AfnemerSet> = 4;
template <>
inline constexpr int kAantalVelden<RapportageDelivered> = 6;
template <>
inline constexpr int kAantalVelden<DoorleveringDelivered> = 8;
template <>
inline constexpr int kAantalVelden<BerichtDelivered> = 6;

template <>
inline constexpr int kAantalVelden<Rol> = 4;
template <>
inline constexpr int kAantalVelden<Storingkeuze> = 3;
template <>
inline constexpr int kAantalVelden<Storingeffect> = 3;
template <>
inline constexpr int kAantalVelden<Storing> = 7;
template <>
inline constexpr int kAantalVelden<RollenSet> = 1;
template <>
inline constexpr int kAantalVelden<RolSet> = 1;
template <>
inline constexpr int kAantalVelden<LksLookedUp> = 7;
template <>
inline constexpr int kAantalVelden<DoorleveringHeld> = 3;
template <>
inline constexpr int kAantalVelden<DoorleveringLapsed> = 3;
template <>
inline constexpr int kAantalVelden<LeveringAcknowledged> = 4;
template <>
inline constexpr int kAantalVelden<LeveringFailed> = 6;
template <>
inline constexpr int kAantalVelden<ClockModeSet> = 1;
template <>
inline constexpr int kAantalVelden<NotificatieSent> = 1;
template <>
inline constexpr int kAantalVelden<NotificatieFailed> = 2;
template <>
inline constexpr int kAantalVelden<StoringCreated> = 1;
template <>
inline constexpr int kAantalVelden<StoringDeleted> = 1;
template <>
inline constexpr int kAantalVelden<StoringHit> = 2;

// References to the fields of `event`, in order.
template <typename T>
auto Velden(T& event) {
  constexpr int kAantal = kAantalVelden<std::remove_const_t<T>>;
  if constexpr (kAantal == 1) {
    auto& [a] = event;
    return std::tie(a);
  } else if constexpr (kAantal == 2) {
    auto& [a, b] = event;
    return std::tie(a, b);
  } else if constexpr (kAantal == 3) {
    auto& [a, b, c] = event;
    return std::tie(a, b, c);
  } else if constexpr (kAantal == 4) {
    auto& [a, b, c, d] = event;
    return std::tie(a, b, c, d);
  } else if constexpr (kAantal == 5) {
    auto& [a, b, c, d, e] = event;
    return std::tie(a, b, c, d, e);
  } else if constexpr (kAantal == 6) {
    auto& [a, b, c, d, e, f] = event;
    return std::tie(a, b, c, d, e, f);
  } else if constexpr (kAantal == 7) {
    auto& [a, b, c, d, e, f, g] = event;
    return std::tie(a, b, c, d, e, f, g);
  } else {
    auto& [a, b, c, d, e, f, g, h] = event;
    return std::tie(a, b, c, d, e, f, g, h);
  }
}

// Calls `visit` with every value in `event` that has no fields itself.
template <typename T, typename Visit>
void ForEachWaarde(T& event, const Visit& visit) {
  if constexpr (kAantalVelden<std::remove_const_t<T>> == 0) {
    visit(event);
  } else {
    std::apply([&](auto&... velden) { (ForEachWaarde(velden, visit), ...); }, Velden(event));
  }
}

template <typename T>
bool Same(const T& a, const T& b) {
  if constexpr (kAantalVelden<T> == 0) {
    return a == b;
  } else {
    return std::apply(
        [&](const auto&... of_a) {
          return std::apply([&](const auto&... of_b) { return (Same(of_a, of_b) && ...); }, Velden(b));
        },
        Velden(a));
  }
}

inline bool Same(const Gebeurtenis& a, const Gebeurtenis& b) {
  if (a.index() != b.index()) return false;
  return std::visit(
      [&](const auto& event) { return Same(event, std::get<std::remove_cvref_t<decltype(event)>>(b)); }, a);
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_GEBEURTENIS_VELDEN_H_
