// What is sent in single calls and streams, and what must come of each: one ziekmelding a worker, most of
// them on time, some late with each fine of BOE-01, some that a rule refuses. What is expected is reckoned
// here, from rules.md in profile handleiding, and not asked of anybody.
//
// Immutable; safe from any thread. Outlived by the workers.
#ifndef KETENPROEF_BENCH_LOAD_KETEN_MELDINGPLAN_H_
#define KETENPROEF_BENCH_LOAD_KETEN_MELDINGPLAN_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "bench/load/keten/werknemers.h"
#include "ketenproef/v1/domein.pb.h"

namespace ketenproef::load {

struct Verwachting {
  std::string regel;  // that refuses it; empty: accepted
  absl::CivilDay eerste_ao_dag;
  absl::CivilDay uiterste_dag;  // ZM-04
  int dagen_te_laat = 0;
  int boete_eur = 0;  // BOE-01
};

class Meldingplan {
 public:
  Meldingplan(const Werknemers& werknemers, absl::CivilDay ontvangstdag)
      : werknemers_(werknemers), ontvangstdag_(ontvangstdag) {}

  std::int64_t aantal() const { return werknemers_.aantal(); }
  absl::CivilDay ontvangstdag() const { return ontvangstdag_; }
  const Werknemers& werknemers() const { return werknemers_; }

  void Fill(std::int64_t index, v1::Ziekmelding* ziekmelding) const;
  Verwachting VerwachtingOf(std::int64_t index) const;

  // The record of this employer and kenmerk; nothing where none of ours has it.
  std::optional<std::int64_t> IndexOf(absl::string_view loonheffingennummer, absl::string_view kenmerk) const;

  // What is wrong with the answer to a record, in words without a BSN; empty: it is right.
  std::string Judge(std::int64_t index, const v1::Ontvangst& ontvangst) const;
  std::string JudgeRefusal(std::int64_t index, absl::string_view regel) const;
  // The same for the case that the system says it made of it.
  std::string JudgeGeval(std::int64_t index, const v1::Ziektegeval& geval) const;

 private:
  const Werknemers& werknemers_;
  const absl::CivilDay ontvangstdag_;
};

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_KETEN_MELDINGPLAN_H_
