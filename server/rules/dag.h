// Civil days. A `Dag` is a day of the proleptic Gregorian calendar without a time of day or a zone; all
// terms of the chain are counted in them (KAL-01, KAL-02). Days of 23 or 25 hours are one day.
//
//   Dag ao = *Dag::Parse("2025-01-06");
//   Dag uiterste_dag = ao + Dagen(42);      // 2025-02-17
//   Dagen te_laat = ontvangen - uiterste_dag;
//
// Values are immutable and small; every function is pure and safe to call from any thread. Adding two days,
// or comparing a day with a number, does not compile.
#ifndef KETENPROEF_SERVER_RULES_DAG_H_
#define KETENPROEF_SERVER_RULES_DAG_H_

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace ketenproef {

// A number of whole days, the difference between two days.
class Dagen {
 public:
  constexpr explicit Dagen(int aantal) : aantal_(aantal) {}
  constexpr int aantal() const { return aantal_; }
  friend constexpr auto operator<=>(Dagen, Dagen) = default;

 private:
  int aantal_;
};

enum class Weekdag : std::uint8_t { kMaandag, kDinsdag, kWoensdag, kDonderdag, kVrijdag, kZaterdag, kZondag };

class Dag {
 public:
  // 1970-01-01.
  constexpr Dag() : sinds_1970_(0) {}
  static constexpr Dag FromDaysSince1970(std::int32_t dagen) { return Dag(dagen); }

  // The day `jaar`-`maand`-`dag`, or nothing where the calendar has no such day or the year is outside
  // 1900..2199, the years that dates of the chain may have.
  static std::optional<Dag> FromCivil(int jaar, int maand, int dag);

  // Reads JJJJ-MM-DD, by the same bounds.
  static std::optional<Dag> Parse(absl::string_view text);

  constexpr std::int32_t days_since_1970() const { return sinds_1970_; }
  int jaar() const;
  int maand() const;
  int dag() const;
  Weekdag weekdag() const;

  // KAL-04: the same day and month `jaren` years earlier; 29 February becomes 28 February where need be.
  Dag YearsBefore(int jaren) const;

  // The same day number `maanden` months later; where that month has no such day, its last day (LKS-03).
  Dag MonthsAfter(int maanden) const;

  // JJJJ-MM-DD, and JJJJMMDD as reports have it (CSV-02).
  std::string ToString() const;
  std::string ToCompactString() const;

  friend constexpr auto operator<=>(Dag, Dag) = default;
  friend constexpr Dag operator+(Dag dag, Dagen dagen) { return Dag(dag.sinds_1970_ + dagen.aantal()); }
  friend constexpr Dag operator-(Dag dag, Dagen dagen) { return Dag(dag.sinds_1970_ - dagen.aantal()); }
  friend constexpr Dagen operator-(Dag a, Dag b) { return Dagen(a.sinds_1970_ - b.sinds_1970_); }

 private:
  constexpr explicit Dag(std::int32_t sinds_1970) : sinds_1970_(sinds_1970) {}

  std::int32_t sinds_1970_;
};

// A day that may be unknown, in four bytes: environments hold millions of them.
class OptionalDag {
 public:
  constexpr OptionalDag() = default;
  // Implicit, as with std::optional.
  // NOLINTNEXTLINE(google-explicit-constructor)
  constexpr OptionalDag(Dag dag) : sinds_1970_(dag.days_since_1970()) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  constexpr OptionalDag(std::optional<Dag> dag)
      : sinds_1970_(dag.has_value() ? dag->days_since_1970() : kUnknown) {}

  constexpr bool has_value() const { return sinds_1970_ != kUnknown; }
  // The day; only where has_value().
  constexpr Dag value() const { return Dag::FromDaysSince1970(sinds_1970_); }
  friend constexpr bool operator==(OptionalDag, OptionalDag) = default;

 private:
  static constexpr std::int32_t kUnknown = std::numeric_limits<std::int32_t>::min();
  std::int32_t sinds_1970_ = kUnknown;
};

// Whether `dag` lies in the period from `van` up to and including `tot`; an unknown end is open.
constexpr bool Holds(Dag van, OptionalDag tot, Dag dag) {
  return van <= dag && (!tot.has_value() || dag <= tot.value());
}

// Whether two periods, ends included, share at least one day.
constexpr bool Overlaps(Dag van_a, OptionalDag tot_a, Dag van_b, OptionalDag tot_b) {
  return (!tot_b.has_value() || van_a <= tot_b.value()) && (!tot_a.has_value() || van_b <= tot_a.value());
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_DAG_H_
