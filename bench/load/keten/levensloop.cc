#include "bench/load/keten/levensloop.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace ketenproef::load {
namespace {

constexpr int kEenOpZoveelHerstelt = 10;

}  // namespace

void Levensloop::ForEachZiekOp(int dag, const std::function<void(int werknemer)>& use) const {
  if (dag < 0 || dag >= ritme_.dagen_met_ziekmelding) return;
  for (int werknemer = dag; werknemer < werknemers_.aantal(); werknemer += ritme_.dagen_met_ziekmelding) {
    use(werknemer);
  }
}

Dagwerk Levensloop::WerkVan(int dag) const {
  Dagwerk werk;
  ForEachZiekOp(dag, [&](int werknemer) {
    Fill(werknemers_, werknemer, eerste_dag_ + dag, werk.meldingen.add_meldingen()->mutable_ziekmelding());
  });
  ForEachZiekOp(dag - ritme_.tot_herstel, [&](int werknemer) {
    if (!Herstelt(werknemer)) return;
    v1::Herstelmelding& melding = *werk.meldingen.add_meldingen()->mutable_herstelmelding();
    melding.set_kenmerk(KenmerkHerstel(werknemer));
    melding.set_loonheffingennummer(werknemers_.Loonheffingennummer(werknemer));
    melding.set_verwijst_naar(werknemers_.Kenmerk(werknemer));
    SetDatum(eerste_dag_ + dag, melding.mutable_hersteld_per());
  });
  ForEachZiekOp(dag - ritme_.tot_toekenning, [&](int werknemer) {
    if (Herstelt(werknemer)) return;
    v1::Beslissing& beslissing = *werk.beoordelingen.add_opdrachten()->mutable_beslissing();
    beslissing.set_loonheffingennummer(werknemers_.Loonheffingennummer(werknemer));
    beslissing.set_verwijst_naar(werknemers_.Kenmerk(werknemer));
    beslissing.set_uitkomst(v1::UITKOMST_TOEKENNING);
  });
  ForEachZiekOp(dag - ritme_.tot_einde_gemeld, [&](int werknemer) {
    if (Herstelt(werknemer)) return;
    v1::EindeDienstverband& einde = *werk.registraties.add_registraties()->mutable_einde_dienstverband();
    einde.set_bsn(werknemers_.BsnText(werknemer));
    einde.set_loonheffingennummer(werknemers_.Loonheffingennummer(werknemer));
    SetDatum(ZiekOp(werknemer) + ritme_.tot_einde, einde.mutable_datum_tot());
  });
  return werk;
}

absl::CivilDay Levensloop::ZiekOp(int werknemer) const {
  return eerste_dag_ + werknemer % ritme_.dagen_met_ziekmelding;
}

bool Levensloop::Herstelt(int werknemer) const {
  // Some of those who fall ill on one day, and some on every day.
  const int place = werknemer / ritme_.dagen_met_ziekmelding + werknemer % ritme_.dagen_met_ziekmelding;
  return ritme_.met_herstel && place % kEenOpZoveelHerstelt == kEenOpZoveelHerstelt - 1;
}

std::string Levensloop::KenmerkHerstel(int werknemer) const {
  return absl::StrFormat("H%08d", werknemer);
}

std::optional<Signaalrij> Levensloop::SignaalVan(int werknemer) const {
  if (Herstelt(werknemer)) return std::nullopt;
  const absl::CivilDay einde = ZiekOp(werknemer) + ritme_.tot_einde;
  return Signaalrij{{werknemers_.Gemeentecode(werknemer), einde + 1}, ZiekOp(werknemer), einde};
}

Aankomst Levensloop::ZiekDoorlevering(int werknemer) const {
  return {werknemers_.Gemeentecode(werknemer), ZiekOp(werknemer) + 1};
}

std::optional<Aankomst> Levensloop::HerstelDoorlevering(int werknemer) const {
  if (!Herstelt(werknemer)) return std::nullopt;
  return Aankomst{werknemers_.Gemeentecode(werknemer), ZiekOp(werknemer) + ritme_.tot_herstel + 1};
}

}  // namespace ketenproef::load
