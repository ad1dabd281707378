#include "server/omgeving/dkd_ronde.h"

#include <utility>

#include "absl/container/btree_set.h"
#include "absl/strings/str_cat.h"
#include "server/omgeving/omgeving.h"

namespace ketenproef {
namespace {

constexpr int kMaxOnderweg = 64;
// An address that was silent so often is not asked again in this round: every question would cost a deadline.
constexpr int kMaxStil = 3;

constexpr char kLookupLks[] = "ketenproef.v1.GemeenteService/LookupLks";

// Who is to be asked about this person on X: see the header.
absl::btree_set<Gemeentecode> Gevraagden(const Omgeving& omgeving, const Persoon& persoon, Dag uitwisseling) {
  const Rollen& rollen = omgeving.toestand().rollen();
  const Gemeenten& gemeenten = omgeving.referentie().gemeenten;
  absl::btree_set<Gemeentecode> gevraagden;
  for (const Gemeentecode named : rollen.NamedWithAdres()) gevraagden.insert(named);
  const auto add = [&](Gemeentecode code) {
    const Gemeentecode successor = gemeenten.SuccessorOn(code, uitwisseling);
    if (rollen.AnswersItself(successor)) gevraagden.insert(successor);
  };
  for (const Woonplaats& woonplaats : persoon.woonplaatsen) {
    if (woonplaats.gemeentecode.has_value()) add(*woonplaats.gemeentecode);
  }
  for (const LksPeriode& periode : persoon.lks_perioden) add(periode.gemeentecode);
  return gevraagden;
}

}  // namespace

Dkdronde::Dkdronde(Omgeving& omgeving, Buitenwereld& buitenwereld, Wachter& wachter, Dag uitwisseling)
    : omgeving_(omgeving), buitenwereld_(buitenwereld), wachter_(wachter), uitwisseling_(uitwisseling) {}

absl::Status Dkdronde::AskAll() {
  for (;;) {
    // Again after every wait: while answers were on their way, more may have come in to judge.
    bool is_new = false;
    for (const DkdVraag& vraag : CollectDkdVragen(omgeving_.kader(), omgeving_.toestand(), uitwisseling_)) {
      if (antwoorden_.contains(vraag)) continue;
      is_new = true;
      Prepare(vraag);
    }
    if (!is_new) return absl::OkStatus();
    if (te_vragen_.empty()) continue;
    SendNext();
    const absl::Status status = wachter_.WaitUntil([this] { return onderweg_ == 0 && te_vragen_.empty(); });
    if (!status.ok()) return status;
  }
}

DkdAntwoord Dkdronde::Of(const DkdVraag& vraag) const {
  const auto found = antwoorden_.find(vraag);
  if (found == antwoorden_.end()) return {false, {}};
  return {found->second.beschikbaar, found->second.perioden};
}

void Dkdronde::Prepare(const DkdVraag& vraag) {
  const Toestand& toestand = omgeving_.toestand();
  const Persoon& persoon = toestand.GetPersoon(vraag.persoon);
  Antwoord& antwoord = antwoorden_[vraag];
  for (const LksPeriode& periode : persoon.lks_perioden) {
    const Gemeentecode holder =
        omgeving_.referentie().gemeenten.SuccessorOn(periode.gemeentecode, uitwisseling_);
    if (!toestand.rollen().AnswersItself(holder)) antwoord.perioden.push_back(periode);
  }
  for (const Gemeentecode gemeentecode : Gevraagden(omgeving_, persoon, uitwisseling_)) {
    const Rol rol = toestand.rollen().RolOf(gemeentecode);
    if (rol.modus == Rolmodus::kAbsent) {
      antwoord.beschikbaar = false;
    } else {
      te_vragen_.push_back({vraag, gemeentecode, rol.adres});
    }
  }
}

void Dkdronde::SendNext() {
  while (!te_vragen_.empty() && onderweg_ < kMaxOnderweg) {
    const Opgave opgave = std::move(te_vragen_.front());
    te_vragen_.pop_front();
    if (stil_[opgave.adres] >= kMaxStil) {
      antwoorden_[opgave.vraag].beschikbaar = false;
      ++openstaand_[opgave.gemeentecode].aantal;
      continue;
    }
    Send(opgave);
  }
}

void Dkdronde::Send(const Opgave& opgave) {
  const DkdVraag& vraag = opgave.vraag;
  const auto storing = omgeving_.MatchStoring(Storingrichting::kOut, kLookupLks, opgave.gemeentecode);
  if (storing.has_value() && storing->effect.soort == Storingsoort::kStatus) {
    Lksuitkomst uitkomst;
    uitkomst.reden = absl::StrCat("storing ", storing->nummer);
    return OnAnswer(opgave, uitkomst);
  }
  ++onderweg_;
  const auto nummer = static_cast<std::uint32_t>(vraag.persoon);
  const Lksvraag buiten = {absl::StrCat("V-", nummer + 1, "-", opgave.gemeentecode.ToString(), "-",
                                        vraag.van.ToCompactString(), "-", vraag.tot.ToCompactString()),
                           opgave.gemeentecode,
                           omgeving_.toestand().GetPersoon(vraag.persoon).bsn,
                           vraag.van,
                           vraag.tot,
                           omgeving_.referentie().amsterdam.UitwisselingOf(uitwisseling_)};
  buitenwereld_.Ask(opgave.adres, omgeving_, buiten, UitgaandestoringOf(storing),
                    [weak = weak_from_this(), post = wachter_.MakePost(), opgave](Lksuitkomst uitkomst) {
                      post([weak, opgave, uitkomst = std::move(uitkomst)] {
                        const auto ronde = weak.lock();
                        if (ronde == nullptr) return;
                        --ronde->onderweg_;
                        ronde->OnAnswer(opgave, uitkomst);
                        ronde->SendNext();
                      });
                    });
}

void Dkdronde::OnAnswer(const Opgave& opgave, const Lksuitkomst& uitkomst) {
  Antwoord& antwoord = antwoorden_[opgave.vraag];
  stil_[opgave.adres] = uitkomst.onbereikbaar ? stil_[opgave.adres] + 1 : 0;
  Lksantwoord soort = Lksantwoord::kNietBeschikbaar;
  if (uitkomst.beschikbaar) {
    soort = uitkomst.perioden.empty() ? Lksantwoord::kNietsGevonden : Lksantwoord::kGevonden;
    antwoord.perioden.insert(antwoord.perioden.end(), uitkomst.perioden.begin(), uitkomst.perioden.end());
  } else {
    antwoord.beschikbaar = false;
    Openstaand& openstaand = openstaand_[opgave.gemeentecode];
    ++openstaand.aantal;
    openstaand.reden = uitkomst.reden;
  }
  omgeving_.Record(LksLookedUp{opgave.gemeentecode, omgeving_.toestand().GetPersoon(opgave.vraag.persoon).bsn,
                               opgave.vraag.van, opgave.vraag.tot, soort,
                               static_cast<std::uint32_t>(uitkomst.perioden.size()), uitkomst.reden});
}

}  // namespace ketenproef
