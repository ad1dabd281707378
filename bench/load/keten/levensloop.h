// The course of every worker in a year of daily batches, and what must come of it: on one of the days a
// ziekmelding; then either a herstelmelding (one in ten), or a toekenning and the end of the dienstverband,
// so one signal. What is expected is reckoned here from rules.md and not asked of anybody.
//
// Immutable; safe from any thread. Outlived by the workers.
#ifndef KETENPROEF_BENCH_LOAD_KETEN_LEVENSLOOP_H_
#define KETENPROEF_BENCH_LOAD_KETEN_LEVENSLOOP_H_

#include <functional>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "bench/load/keten/werknemers.h"
#include "ketenproef/v1/uwv_beoordeling_service.pb.h"
#include "ketenproef/v1/uwv_melding_service.pb.h"
#include "ketenproef/v1/uwv_register_service.pb.h"

namespace ketenproef::load {

// When things happen, in days after the ziekmelding.
struct Ritme {
  int dagen_met_ziekmelding = kDagenMetZiekmelding;
  bool met_herstel = true;
  int tot_herstel = 10;
  int tot_toekenning = 20;
  int tot_einde_gemeld = 25;
  int tot_einde = 30;  // E, the last day of employment
};
// All on one day: every worker signals in the first exchange.
inline constexpr Ritme kAllesOpEenDag = {1, false, 0, 0, 0, 0};

// What is sent on one day, in this order.
struct Dagwerk {
  v1::SubmitMeldingenRequest meldingen;
  v1::SubmitBeoordelingenRequest beoordelingen;
  v1::SubmitRegistratiesRequest registraties;
};

// Where and when something reaches a gemeente.
struct Aankomst {
  std::string gemeentecode;
  absl::CivilDay datum;  // X
};
struct Signaalrij {
  Aankomst aankomst;
  absl::CivilDay eerste_ao_dag;
  absl::CivilDay einde_arbeidsverhouding;
};

class Levensloop {
 public:
  Levensloop(const Werknemers& werknemers, absl::CivilDay eerste_dag, const Ritme& ritme)
      : werknemers_(werknemers), eerste_dag_(eerste_dag), ritme_(ritme) {}

  const Werknemers& werknemers() const { return werknemers_; }
  absl::CivilDay eerste_dag() const { return eerste_dag_; }

  // Of the day with this place, from 0; batches are cut from it.
  Dagwerk WerkVan(int dag) const;

  // Of one worker: the day of the ziekmelding, and what comes of it.
  absl::CivilDay ZiekOp(int werknemer) const;
  bool Herstelt(int werknemer) const;
  std::string KenmerkHerstel(int werknemer) const;
  // SIG-01, SIG-04: the exchange of the day after E; nothing for who has recovered.
  std::optional<Signaalrij> SignaalVan(int werknemer) const;
  // DL-01: the exchange after the melding.
  Aankomst ZiekDoorlevering(int werknemer) const;
  std::optional<Aankomst> HerstelDoorlevering(int werknemer) const;

 private:
  void ForEachZiekOp(int dag, const std::function<void(int werknemer)>& use) const;

  const Werknemers& werknemers_;
  const absl::CivilDay eerste_dag_;
  const Ritme ritme_;
};

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_KETEN_LEVENSLOOP_H_
