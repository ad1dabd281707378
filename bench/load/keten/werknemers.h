// The workers about whom load is made: as many as asked for, each with a BSN of the negenreeks (BSN-02), an
// employer and a gemeente. The same numbers give the same workers.
//
// Immutable; safe from any thread.
#ifndef KETENPROEF_BENCH_LOAD_KETEN_WERKNEMERS_H_
#define KETENPROEF_BENCH_LOAD_KETEN_WERKNEMERS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "ketenproef/v1/domein.pb.h"

namespace ketenproef::load {

class Werknemers {
 public:
  // In the first so many gemeenten; 0: in all of them. INVALID_ARGUMENT for more than the negenreeks has.
  static absl::StatusOr<Werknemers> Make(int aantal, int gemeenten = 0);

  int aantal() const { return static_cast<int>(bsns_.size()); }
  std::uint32_t BsnOf(int werknemer) const { return bsns_[static_cast<std::size_t>(werknemer)]; }
  std::string BsnText(int werknemer) const;
  std::string Loonheffingennummer(int werknemer) const;
  // Of the ziekmelding.
  std::string Kenmerk(int werknemer) const;
  const std::string& Gemeentecode(int werknemer) const;
  const std::vector<std::string>& gemeentecodes() const { return gemeentecodes_; }

 private:
  std::vector<std::uint32_t> bsns_;
  std::vector<std::string> gemeentecodes_;
};

// Those who share a place in this many belong to the same day of a year of load.
inline constexpr int kDagenMetZiekmelding = 300;

// The registers of a worker, all from the same day on: they hold before anything happens.
inline constexpr absl::CivilDay RegistersVan() {
  return absl::CivilDay(2020, 1, 1);
}
void Fill(const Werknemers& werknemers, int werknemer, v1::Doelgroepregistratie* registratie);
void Fill(const Werknemers& werknemers, int werknemer, v1::Dienstverband* dienstverband);
void Fill(const Werknemers& werknemers, int werknemer, v1::Woonplaats* woonplaats);
void Fill(const Werknemers& werknemers, int werknemer, v1::LksPeriode* periode);
void Fill(const Werknemers& werknemers, int werknemer, absl::CivilDay eerste_ao_dag,
          v1::Ziekmelding* ziekmelding);

// Doelgroepregister and dienstverband; then woonplaats and LKS, which the rules want after them. Batches of
// SubmitRegistraties and SubmitGemeenteRegistraties, serialised.
std::vector<std::string> RegistratieBatches(const Werknemers& werknemers);
std::vector<std::string> GemeenteRegistratieBatches(const Werknemers& werknemers);

void SetDatum(absl::CivilDay dag, v1::Datum* datum);
absl::CivilDay DagOf(const v1::Datum& datum);

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_KETEN_WERKNEMERS_H_
