#include "server/rules/melding.h"

#include <algorithm>

namespace ketenproef {
namespace {

// What a ziekmelding and the ziek part of a combined message have in common.
struct Ziekdeel {
  Meldingoordeel oordeel;
  Dag beoordeling_uiterste_dag;
};

// ZM-02, ZM-03, ZM-08: may this AO be reported now? The dienstverband that holds it.
Besluit<std::size_t> CheckZiekmelding(const Dossier& dossier, Loonheffingennummer nummer, Dag ao,
                                      Dag ontvangen_op) {
  const auto dienstverband =
      dossier.persoon == nullptr ? std::nullopt : DienstverbandOn(*dossier.persoon, nummer, ao);
  if (!dienstverband.has_value()) {
    return WeigerToestand(Regel::kZm02,
                          "no dienstverband of this person and loonheffingennummer on the eerste AO-dag");
  }
  if (ao > ontvangen_op) {
    return WeigerToestand(Regel::kZm03,
                          "the eerste AO-dag lies after the day of receipt; report it from that day on");
  }
  for (const Ziektegeval* eerder : dossier.gevallen) {
    if (eerder->ingetrokken || eerder->dienstverband != *dienstverband) continue;
    if (!eerder->hersteld_per.has_value()) {
      return WeigerToestand(Regel::kZm08,
                            "an earlier ziektegeval of this dienstverband is not recovered yet");
    }
    if (ao < eerder->hersteld_per.value()) {
      return WeigerToestand(
          Regel::kZm08,
          "the eerste AO-dag lies before the recovery of an earlier ziektegeval of this dienstverband");
    }
  }
  return *dienstverband;
}

// ZM-04 to ZM-06, BOE, BO-01. KAL-03 where a term cannot be judged.
Besluit<Ziekdeel> JudgeZiekdeel(const Regelkader& kader, const Dienstverband& dienstverband, Dag ao,
                                Dag ontvangen_op) {
  const auto beoordeling = UitersteDag(kader, ontvangen_op, kader.profiel.beoordeling_termijn);
  if (!beoordeling.has_value()) return WeigerTermijnBuitenTabel();

  // ZM-05: E known and within the six weeks, of which AO is the first day.
  const bool due_on_einde = kader.profiel.einde_dienstverband_vervroegt && dienstverband.tot.has_value() &&
                            dienstverband.tot.value() < ao + kader.profiel.ziekmelding_termijn;
  if (!due_on_einde) {
    const auto uiterste_dag = UitersteDag(kader, ao, kader.profiel.ziekmelding_termijn);
    if (!uiterste_dag.has_value()) return WeigerTermijnBuitenTabel();
    return Ziekdeel{OordeelOver(ontvangen_op, *uiterste_dag), *beoordeling};
  }
  const Dag einde = dienstverband.tot.value();
  Ziekdeel ziekdeel{OordeelOver(ontvangen_op, einde), *beoordeling};
  if (!ziekdeel.oordeel.tijdig()) {
    // BOE-02: late, but without a fine up to the first workday after E.
    const auto zonder_boete_tot = kader.feestdagen.FirstWorkday(einde + Dagen(1));
    if (!zonder_boete_tot.has_value()) return WeigerTermijnBuitenTabel();
    if (ontvangen_op <= *zonder_boete_tot) ziekdeel.oordeel.boete_eur = 0;
  }
  return ziekdeel;
}

// HM-02.
std::optional<Weigering> CheckHersteldPer(Dag ao, Dag hersteld_per, Dag ontvangen_op) {
  if (hersteld_per <= ao) {
    return WeigerToestand(Regel::kHm02, "hersteld per lies on or before the eerste AO-dag");
  }
  if (hersteld_per > ontvangen_op) {
    return WeigerToestand(Regel::kHm02,
                          "hersteld per lies after the day of receipt; report it from that day on");
  }
  return std::nullopt;
}

// HM-03, HM-07, and HM-05 or HM-06 through `niet_voor`: the day before which the profile lets nothing be due.
Besluit<Meldingoordeel> JudgeHerstel(const Regelkader& kader, const Dienstverband& dienstverband,
                                     Dag hersteld_per, Dag niet_voor, Dag ontvangen_op) {
  if (dienstverband.tot.has_value() && hersteld_per > dienstverband.tot.value()) return Meldingoordeel{};
  const auto uiterste_dag = UitersteDag(kader, hersteld_per, kader.profiel.herstelmelding_termijn);
  if (!uiterste_dag.has_value()) return WeigerTermijnBuitenTabel();
  const Dag due =
      kader.profiel.herstel_niet_voor_ziekmelding ? std::max(*uiterste_dag, niet_voor) : *uiterste_dag;
  return OordeelOver(ontvangen_op, due);
}

}  // namespace

Besluit<ZiekmeldingAccepted> DecideZiekmelding(const Regelkader& kader, const Dossier& dossier,
                                               const SubmitZiekmelding& opdracht, Dag ontvangen_op) {
  const auto dienstverband =
      CheckZiekmelding(dossier, opdracht.sleutel.loonheffingennummer, opdracht.eerste_ao_dag, ontvangen_op);
  if (!dienstverband.ok()) return dienstverband.weigering();
  const auto ziekdeel = JudgeZiekdeel(kader, dossier.persoon->dienstverbanden[*dienstverband],
                                      opdracht.eerste_ao_dag, ontvangen_op);
  if (!ziekdeel.ok()) return ziekdeel.weigering();
  return ZiekmeldingAccepted{opdracht, ontvangen_op, ziekdeel->oordeel, ziekdeel->beoordeling_uiterste_dag};
}

Besluit<ZiekEnHerstelmeldingAccepted> DecideZiekEnHerstelmelding(const Regelkader& kader,
                                                                 const Dossier& dossier,
                                                                 const SubmitZiekEnHerstelmelding& opdracht,
                                                                 Dag ontvangen_op) {
  const auto index =
      CheckZiekmelding(dossier, opdracht.sleutel.loonheffingennummer, opdracht.eerste_ao_dag, ontvangen_op);
  if (!index.ok()) return index.weigering();
  if (auto weigering = CheckHersteldPer(opdracht.eerste_ao_dag, opdracht.hersteld_per, ontvangen_op)) {
    return *std::move(weigering);
  }
  const Dienstverband& dienstverband = dossier.persoon->dienstverbanden[*index];
  const auto ziekdeel = JudgeZiekdeel(kader, dienstverband, opdracht.eerste_ao_dag, ontvangen_op);
  if (!ziekdeel.ok()) return ziekdeel.weigering();
  // HM-05: the herstel part is never due before the ziek part.
  const auto herstel = JudgeHerstel(kader, dienstverband, opdracht.hersteld_per,
                                    ziekdeel->oordeel.uiterste_dag.value(), ontvangen_op);
  if (!herstel.ok()) return herstel.weigering();
  return ZiekEnHerstelmeldingAccepted{opdracht, ontvangen_op, ziekdeel->oordeel, *herstel,
                                      ziekdeel->beoordeling_uiterste_dag};
}

Besluit<HerstelmeldingAccepted> DecideHerstelmelding(const Regelkader& kader, const GenoemdGeval& genoemd,
                                                     const SubmitHerstelmelding& opdracht, Dag ontvangen_op) {
  if (genoemd.geval == nullptr) {
    return WeigerOnbekend(Regel::kHm01,
                          "no ziekmelding of this loonheffingennummer has the kenmerk in verwijst_naar");
  }
  if (genoemd.geval->ingetrokken) return WeigerToestand(Regel::kHm01, "the ziekmelding was withdrawn");
  if (genoemd.geval->hersteld_per.has_value()) {
    return WeigerToestand(Regel::kHm01, "the case is recovered already");
  }
  if (auto weigering = CheckHersteldPer(genoemd.geval->eerste_ao_dag, opdracht.hersteld_per, ontvangen_op)) {
    return *std::move(weigering);
  }
  // HM-06: nor before its ziekmelding was received.
  const auto oordeel = JudgeHerstel(kader, *genoemd.dienstverband, opdracht.hersteld_per,
                                    genoemd.geval->ontvangen_op, ontvangen_op);
  if (!oordeel.ok()) return oordeel.weigering();
  return HerstelmeldingAccepted{opdracht, genoemd.nummer, ontvangen_op, *oordeel};
}

Besluit<IntrekkingAccepted> DecideIntrekking(const GenoemdGeval& genoemd, const WithdrawZiekmelding& opdracht,
                                             Dag ontvangen_op) {
  if (genoemd.geval == nullptr) {
    return WeigerOnbekend(Regel::kZm10,
                          "no ziekmelding of this loonheffingennummer has the kenmerk in verwijst_naar");
  }
  if (genoemd.geval->ingetrokken) {
    return WeigerToestand(Regel::kZm10, "the ziekmelding was withdrawn already");
  }
  return IntrekkingAccepted{opdracht, genoemd.nummer, ontvangen_op};
}

}  // namespace ketenproef
