// The workers of a benchmark: as many as asked for, each with a BSN of the negenreeks, an employer, a
// gemeente, and one case of illness. What is sent about them, as messages of the contract in batches of
// 1,000, serialised: nothing but the product works while it is measured.
//
// The same number gives the same bytes. Immutable; safe from any thread.
#ifndef KETENPROEF_BENCH_WERKNEMERS_H_
#define KETENPROEF_BENCH_WERKNEMERS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace ketenproef::bench {

// Midnight in Amsterdam at which 2025 begins, and at which it ends.
inline constexpr std::int64_t kJaarBeginUnixSeconds = 1'735'686'000;
inline constexpr std::int64_t kJaarEindeUnixSeconds = 1'767'222'000;
inline constexpr char kJaarBegin[] = "2024-12-31T23:00:00Z";

class Werknemers {
 public:
  // INVALID_ARGUMENT for more than the negenreeks has.
  static absl::StatusOr<Werknemers> Make(int aantal);

  int aantal() const { return static_cast<int>(bsns_.size()); }
  std::uint32_t BsnOf(int werknemer) const { return bsns_[static_cast<std::size_t>(werknemer)]; }
  std::string BsnText(int werknemer) const;
  std::string Loonheffingennummer(int werknemer) const;
  std::string Kenmerk(int werknemer) const;
  const std::string& Gemeentecode(int werknemer) const;

 private:
  std::vector<std::uint32_t> bsns_;
  std::vector<std::string> gemeentecodes_;
};

// Doelgroepregister and dienstverband; then woonplaats and LKS, which the rules want after them.
std::vector<std::string> RegistratieBatches(const Werknemers& werknemers);
std::vector<std::string> GemeenteRegistratieBatches(const Werknemers& werknemers);

// A ziekmelding of everyone, ill since 2025-01-01: in batches, or each a request of its own.
std::vector<std::string> ZiekmeldingBatches(const Werknemers& werknemers);
std::vector<std::string> ZiekmeldingRequests(const Werknemers& werknemers);

// A year as a playbook, seven lines a person: the registers on the first day; on one of the first 300 days
// the ziekmelding, 20 days later the toekenning, 25 days later the end of the dienstverband, which is 30 days
// later. So everyone gives one signal, and every gemeente receives signals nearly every day.
inline constexpr int kRegelsPerWerknemer = 7;
std::vector<std::string> JaarBatches(const Werknemers& werknemers);

}  // namespace ketenproef::bench

#endif  // KETENPROEF_BENCH_WERKNEMERS_H_
