#include "server/rules/kenmerk.h"

namespace ketenproef {

bool SameContent(const EerdereMelding& eerder, const SubmitZiekmelding& opdracht) {
  return eerder.soort == Opdrachtsoort::kZiekmelding && eerder.bsn == opdracht.bsn &&
         eerder.geval.eerste_ao_dag == opdracht.eerste_ao_dag && eerder.geval.no_risk == opdracht.no_risk;
}

// A case is recovered once, so the H of the case is the H of this message.
bool SameContent(const EerdereMelding& eerder, const SubmitHerstelmelding& opdracht) {
  return eerder.soort == Opdrachtsoort::kHerstelmelding &&
         eerder.kenmerk_ziekmelding == opdracht.verwijst_naar &&
         eerder.geval.hersteld_per == OptionalDag(opdracht.hersteld_per);
}

bool SameContent(const EerdereMelding& eerder, const SubmitZiekEnHerstelmelding& opdracht) {
  return eerder.soort == Opdrachtsoort::kZiekEnHerstelmelding && eerder.bsn == opdracht.bsn &&
         eerder.geval.eerste_ao_dag == opdracht.eerste_ao_dag &&
         eerder.geval.hersteld_per == OptionalDag(opdracht.hersteld_per) &&
         eerder.geval.no_risk == opdracht.no_risk;
}

bool SameContent(const EerdereMelding& eerder, const WithdrawZiekmelding& opdracht) {
  return eerder.soort == Opdrachtsoort::kIntrekking && eerder.kenmerk_ziekmelding == opdracht.verwijst_naar;
}

Weigering WeigerAndereInhoud() {
  return {Regel::kZm07,
          Weigeringsoort::kAndereInhoud,
          "this kenmerk was used for another message of this loonheffingennummer; give each message its own",
          {}};
}

}  // namespace ketenproef
