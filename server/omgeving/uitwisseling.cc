#include "server/omgeving/uitwisseling.h"

#include <algorithm>
#include <utility>

#include "absl/container/btree_map.h"
#include "server/omgeving/sha256.h"
#include "server/rules/signaalrapport.h"

namespace ketenproef {
namespace {

// What the exchange may forward: what waits for DKD, then what was accepted since the last one.
std::vector<Meldingnummer> MeldingenToForward(const Toestand& toestand) {
  std::vector<Meldingnummer> meldingen(toestand.aangehouden_meldingen().begin(),
                                       toestand.aangehouden_meldingen().end());
  meldingen.insert(meldingen.end(), toestand.door_te_leveren().begin(), toestand.door_te_leveren().end());
  return meldingen;
}

Doorleveringsoort SoortOf(const Melding& melding) {
  if (melding.soort == Opdrachtsoort::kIntrekking) return Doorleveringsoort::kIntrekking;
  if (melding.soort == Opdrachtsoort::kHerstelmelding || melding.is_herstel_part) {
    return Doorleveringsoort::kHerstel;
  }
  return Doorleveringsoort::kZiek;
}

// DL-01: whether the ziekmelding was granted LKS on its own AO.
DkdVraag VraagOfForward(const Ziektegeval& geval) {
  return {geval.persoon, geval.eerste_ao_dag, geval.eerste_ao_dag};
}

// SIG-02.
DkdVraag VraagOfSignaal(const Dossier& dossier, const Ziektegeval& geval) {
  const Dag einde = dossier.DienstverbandOf(geval).tot.value();
  return {geval.persoon, BeginVanTerugblik(einde), einde};
}

// The first signal as far as it can be told without DKD: held for want of an answer where that decides it.
Signaalbesluit JudgeWithoutDkd(const Regelkader& kader, const Dossier& dossier, const Ziektegeval& geval,
                               Dag uitwisseling) {
  return JudgeEersteSignaal(kader, dossier, geval, DkdAntwoord{false, {}}, uitwisseling);
}

bool WaitsForDkd(const Signaalbesluit& besluit) {
  return besluit.actie == Signaalbesluit::Actie::kAanhouden &&
         besluit.reden == Aanhoudreden::kDkdNietBeschikbaar;
}

// One run of the exchange; lives as long as the call.
class Run {
 public:
  Run(const Regelkader& kader, const Toestand& toestand, Dkd dkd, Dag uitwisseling,
      absl::FunctionRef<void(const Gebeurtenis&)> emit)
      : kader_(kader), toestand_(toestand), dkd_(dkd), uitwisseling_(uitwisseling), emit_(emit) {}

  Uitwisselingtelling Execute() {
    const std::vector<Gevalnummer> gevallen = toestand_.TeBeoordelenOn(uitwisseling_);
    // A copy: what is emitted changes the state.
    const std::vector<Meldingnummer> meldingen = MeldingenToForward(toestand_);
    if (!gevallen.empty() || !meldingen.empty()) {
      for (const Meldingnummer melding : meldingen) Forward(melding);
      for (const Gevalnummer geval : gevallen) Judge(geval);
      for (auto& [gemeentecode, post] : post_) MakeRapportage(gemeentecode, post);
      telling_.aangehouden = static_cast<std::uint32_t>(toestand_.aanhoudingen().size());
      emit_(UitwisselingRun{uitwisseling_, telling_});
    }
    return telling_;
  }

 private:
  // What one gemeente gets of this exchange.
  struct Post {
    std::vector<Rapportrij> rijen;
    int berichten = 0;
  };

  // DL-01, DL-03, DL-04: messages go on in order of acceptance.
  void Forward(Meldingnummer nummer) {
    const Melding& melding = toestand_.meldingen().Get(nummer);
    const Ziektegeval& geval = toestand_.GetGeval(melding.geval);
    const Doorleveringsoort soort = SoortOf(melding);
    std::optional<Gemeentecode> verlener = geval.doorgeleverd_voor;
    if (soort == Doorleveringsoort::kZiek && WordtDoorgeleverd(kader_, geval)) {
      const DkdAntwoord antwoord = dkd_(VraagOfForward(geval));
      // SIG-09: no answer is not "no LKS".
      if (!antwoord.beschikbaar) return Hold(nummer, melding.geval);
      verlener = VerlenerVanDoorlevering(kader_, geval, antwoord);
    } else if (toestand_.aangehouden_meldingen().contains(geval.ziekmelding)) {
      // DL-04: what follows a ziekmelding that waits, waits too.
      return Hold(nummer, melding.geval);
    }
    if (!verlener.has_value()) {
      if (toestand_.aangehouden_meldingen().contains(nummer)) {
        emit_(DoorleveringLapsed{nummer, melding.geval, uitwisseling_});
      }
      return;
    }
    const Dag datum_ingang =
        soort == Doorleveringsoort::kHerstel
            ? geval.hersteld_per.value()
            : EersteAoDagVanKeten(kader_, toestand_.DossierOf(&toestand_.GetPersoon(geval.persoon)), geval);
    ++telling_.doorleveringen;
    emit_(DoorleveringSent{nummer, melding.geval, soort, *verlener,
                           kader_.gemeenten.SuccessorOn(*verlener, uitwisseling_), uitwisseling_,
                           datum_ingang});
  }

  void Hold(Meldingnummer nummer, Gevalnummer geval) {
    if (toestand_.aangehouden_meldingen().contains(nummer)) return;
    emit_(DoorleveringHeld{nummer, geval, uitwisseling_});
  }

  void Judge(Gevalnummer nummer) {
    const Ziektegeval& geval = toestand_.GetGeval(nummer);
    const Persoon& persoon = toestand_.GetPersoon(geval.persoon);
    const Dossier dossier = toestand_.DossierOf(&persoon);
    if (!geval.signaal.verzonden_op.has_value()) {
      Signaalbesluit besluit = JudgeWithoutDkd(kader_, dossier, geval, uitwisseling_);
      if (WaitsForDkd(besluit)) {
        besluit =
            JudgeEersteSignaal(kader_, dossier, geval, dkd_(VraagOfSignaal(dossier, geval)), uitwisseling_);
      }
      Settle(nummer, Signaalsoort::kEerste, besluit);
      return;
    }
    if (const auto bericht = JudgeBericht(kader_, dossier, nummer, geval, uitwisseling_)) {
      ++post_[bericht->ontvanger].berichten;
      ++telling_.berichten;
      emit_(*bericht);
    }
    Settle(nummer, Signaalsoort::kVervolg, JudgeVervolgsignaal(kader_, dossier, geval, uitwisseling_));
  }

  // Sends, holds or lets lapse (SIG-04).
  void Settle(Gevalnummer nummer, Signaalsoort soort, const Signaalbesluit& besluit) {
    const auto waiting = toestand_.aanhoudingen().find(nummer);
    const bool waits = waiting != toestand_.aanhoudingen().end();
    switch (besluit.actie) {
      case Signaalbesluit::Actie::kNiets:
        if (waits) emit_(SignaalLapsed{nummer, soort, uitwisseling_});
        break;
      case Signaalbesluit::Actie::kAanhouden:
        if (!waits || waiting->second.reden != besluit.reden) {
          emit_(SignaalHeld{nummer, soort, uitwisseling_, besluit.reden});
        }
        break;
      case Signaalbesluit::Actie::kVerzenden:
        Send(nummer, soort, besluit);
        break;
    }
  }

  void Send(Gevalnummer nummer, Signaalsoort soort, const Signaalbesluit& besluit) {
    const Ziektegeval& geval = toestand_.GetGeval(nummer);
    post_[*besluit.ontvanger].rijen.push_back(
        {soort, geval.beoordeling.besloten_tijdstip, toestand_.GetPersoon(geval.persoon).bsn, nummer,
         geval.herstelmelding.value_or(Meldingnummer{}), besluit.eerste_ao_dag,
         besluit.einde_arbeidsverhouding, besluit.einde_uitkeringsverhouding});
    ++telling_.signalen;
    emit_(SignaalSent{nummer, soort, *besluit.ontvanger, uitwisseling_, besluit.eerste_ao_dag,
                      besluit.einde_arbeidsverhouding, besluit.einde_uitkeringsverhouding});
  }

  // CSV-03, NOT-02: a gemeente for which there is something gets one report.
  void MakeRapportage(Gemeentecode gemeentecode, Post& post) {
    std::sort(post.rijen.begin(), post.rijen.end(), ComesBefore);
    std::string inhoud = RenderSignaalrapport(post.rijen, toestand_.instellingen().rapportvorm);
    std::string hash = Sha256(inhoud);
    ++telling_.rapportages;
    emit_(RapportageReady{gemeentecode, uitwisseling_, static_cast<std::uint32_t>(post.rijen.size()),
                          std::move(hash), std::move(inhoud)});
  }

  const Regelkader& kader_;
  const Toestand& toestand_;
  Dkd dkd_;
  Dag uitwisseling_;
  absl::FunctionRef<void(const Gebeurtenis&)> emit_;
  Uitwisselingtelling telling_;
  absl::btree_map<Gemeentecode, Post> post_;  // by code: reports are made in its order
};

}  // namespace

std::vector<DkdVraag> CollectDkdVragen(const Regelkader& kader, const Toestand& toestand, Dag uitwisseling) {
  std::vector<DkdVraag> vragen;
  for (const Meldingnummer nummer : MeldingenToForward(toestand)) {
    const Melding& melding = toestand.meldingen().Get(nummer);
    const Ziektegeval& geval = toestand.GetGeval(melding.geval);
    if (SoortOf(melding) == Doorleveringsoort::kZiek && WordtDoorgeleverd(kader, geval)) {
      vragen.push_back(VraagOfForward(geval));
    }
  }
  for (const Gevalnummer nummer : toestand.TeBeoordelenOn(uitwisseling)) {
    const Ziektegeval& geval = toestand.GetGeval(nummer);
    const Dossier dossier = toestand.DossierOf(&toestand.GetPersoon(geval.persoon));
    if (WaitsForDkd(JudgeWithoutDkd(kader, dossier, geval, uitwisseling))) {
      vragen.push_back(VraagOfSignaal(dossier, geval));
    }
  }
  std::sort(vragen.begin(), vragen.end());
  vragen.erase(std::unique(vragen.begin(), vragen.end()), vragen.end());
  return vragen;
}

Uitwisselingtelling RunUitwisseling(const Regelkader& kader, const Toestand& toestand, Dkd dkd,
                                    Dag uitwisseling, absl::FunctionRef<void(const Gebeurtenis&)> emit) {
  return Run(kader, toestand, dkd, uitwisseling, emit).Execute();
}

}  // namespace ketenproef
