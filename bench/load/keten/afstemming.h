// What the client knows it sent and was told, held against what the system says that it has: nothing lost,
// nothing doubled, every verdict right, the sums alike.
#ifndef KETENPROEF_BENCH_LOAD_KETEN_AFSTEMMING_H_
#define KETENPROEF_BENCH_LOAD_KETEN_AFSTEMMING_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ketenproef::load {

// One sum: what the plan expects, what the client was told, and what the system says; the last is missing
// where it does not say.
struct Som {
  std::string naam;
  std::int64_t verwacht = 0;
  std::int64_t ontvangen = 0;
  std::optional<std::int64_t> systeem;

  bool IsWell() const { return ontvangen == verwacht && systeem.value_or(verwacht) == verwacht; }
};

struct Afstemming {
  static constexpr std::size_t kMaxBevindingen = 20;

  std::int64_t verstuurd = 0;
  std::int64_t beantwoord = 0;
  // Sent, and never answered: the system may have it or not.
  std::int64_t onbekend = 0;
  // Acknowledged, and not there. There twice, or answered twice. Answered or kept otherwise than the rules
  // say.
  std::int64_t verloren = 0;
  std::int64_t dubbel = 0;
  std::int64_t fout = 0;
  std::vector<Som> sommen;
  // The first of what is wrong, in words without a BSN.
  std::vector<std::string> bevindingen;

  void Find(std::string bevinding);
  // Counts the sums that are not alike; after all are in.
  std::int64_t Verschillen() const;
  bool IsWell() const { return verloren == 0 && dubbel == 0 && fout == 0 && Verschillen() == 0; }
};

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_KETEN_AFSTEMMING_H_
