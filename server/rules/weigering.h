// How a rule says no. A decision is a `Besluit<T>`: what was accepted, or the `Weigering` that names the
// rule. A refused command has no effect but that it is counted.
#ifndef KETENPROEF_SERVER_RULES_WEIGERING_H_
#define KETENPROEF_SERVER_RULES_WEIGERING_H_

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/string_view.h"
#include "server/rules/regel.h"

namespace ketenproef {

// What a caller could do about it, which decides the status code on the wire.
enum class Weigeringsoort : std::uint8_t {
  kVeld,          // mend the field and send again
  kToestand,      // the state forbids it
  kAndereInhoud,  // the kenmerk was used for something else (ZM-07)
  kOnbekend,      // what the request names is not known
};

// One field that is missing or malformed. Never holds the field's value, which may be a BSN (BSN-03).
struct Veldfout {
  Regel regel;
  std::string veld;    // the name of the field in the contract
  std::string uitleg;  // English: what form it should have
};

struct Weigering {
  Regel regel;
  Weigeringsoort soort;
  std::string uitleg;            // English, for the developer at the other end; no BSN
  std::vector<Veldfout> velden;  // every wrong field, where soort is kVeld
};

inline Weigering WeigerToestand(Regel regel, absl::string_view uitleg) {
  return {regel, Weigeringsoort::kToestand, std::string(uitleg), {}};
}

inline Weigering WeigerOnbekend(Regel regel, absl::string_view uitleg) {
  return {regel, Weigeringsoort::kOnbekend, std::string(uitleg), {}};
}

// A field that is well formed but cannot be right by itself, such as a last day before the first.
inline Weigering WeigerVeld(Regel regel, absl::string_view veld, absl::string_view uitleg) {
  return {regel,
          Weigeringsoort::kVeld,
          std::string(uitleg),
          {Veldfout{regel, std::string(veld), std::string(uitleg)}}};
}

template <typename T>
class Besluit {
 public:
  Besluit(T waarde) : inhoud_(std::move(waarde)) {}                // NOLINT(google-explicit-constructor)
  Besluit(Weigering weigering) : inhoud_(std::move(weigering)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(inhoud_); }
  // Only where ok().
  const T& operator*() const { return std::get<T>(inhoud_); }
  T& operator*() { return std::get<T>(inhoud_); }
  const T* operator->() const { return &std::get<T>(inhoud_); }
  T* operator->() { return &std::get<T>(inhoud_); }
  // Only where not ok().
  const Weigering& weigering() const { return std::get<Weigering>(inhoud_); }

 private:
  std::variant<T, Weigering> inhoud_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_WEIGERING_H_
