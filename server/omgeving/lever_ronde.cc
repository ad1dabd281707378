#include "server/omgeving/lever_ronde.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "server/omgeving/bericht_id.h"
#include "server/omgeving/omgeving.h"
#include "server/rules/signaalrapport.h"

namespace ketenproef {
namespace {

// google.rpc.Code: the ones that mean "try again" (GemeenteService).
constexpr std::uint32_t kDeadlineExceeded = 4;
constexpr std::uint32_t kResourceExhausted = 8;
constexpr std::uint32_t kUnavailable = 14;

absl::string_view MethodeOf(Leveringsoort soort) {
  return soort == Leveringsoort::kRapportage ? "ketenproef.v1.GemeenteService/DeliverRapportage"
                                             : "ketenproef.v1.GemeenteService/DeliverMelding";
}

// What a fault plan makes of a call that is never sent.
Leveruitslag UitslagOf(const Storing& storing) {
  const std::uint32_t code = storing.effect.status_code;
  Leveruitslag uitslag;
  uitslag.soort = code == kDeadlineExceeded || code == kResourceExhausted || code == kUnavailable
                      ? Leveruitslag::Soort::kOnbereikbaar
                      : Leveruitslag::Soort::kGeweigerd;
  uitslag.reden = absl::StrCat("storing ", storing.nummer, ": status ", code);
  return uitslag;
}

}  // namespace

Leverronde::Leverronde(Omgeving& omgeving, Buitenwereld* buitenwereld, Wachter* wachter, bool in_herhaling)
    : omgeving_(omgeving), buitenwereld_(buitenwereld), wachter_(wachter), in_herhaling_(in_herhaling) {}

bool Leverronde::IsNeeded(const Toestand& toestand) {
  for (const auto& [gemeentecode, rij] : toestand.leveringen().openstaand()) {
    if (toestand.BestemmingOf(gemeentecode).soort != Bestemming::Soort::kOphalen) return true;
  }
  return false;
}

absl::Status Leverronde::Run() {
  const Toestand& toestand = omgeving_.toestand();
  std::vector<std::pair<Gemeentecode, Levering>> zelf;
  for (const auto& [gemeentecode, rij] : toestand.leveringen().openstaand()) {
    const Bestemming bestemming = toestand.BestemmingOf(gemeentecode);
    if (bestemming.soort == Bestemming::Soort::kZelf) {
      for (const Levering& levering : rij) zelf.emplace_back(gemeentecode, levering);
    } else if (bestemming.soort == Bestemming::Soort::kEndpoint) {
      Baan& baan = banen_.emplace_back();
      baan.gemeentecode = gemeentecode;
      baan.adres = bestemming.adres;
      baan.te_doen.assign(rij.begin(), rij.end());
    }
  }
  for (const auto& [gemeentecode, levering] : zelf) TakeIn(gemeentecode, levering);
  if (banen_.empty() || buitenwereld_ == nullptr || wachter_ == nullptr) return absl::OkStatus();
  // What leaves is durable before it leaves: WaitUntil sees to that before anything that is sent can be
  // answered, but not before it is sent.
  if (absl::Status status = omgeving_.Commit(); !status.ok()) return status;
  for (std::size_t baan = 0; baan < banen_.size(); ++baan) SendNext(baan);
  return wachter_->WaitUntil([this] { return onderweg_ == 0; });
}

void Leverronde::SendNext(std::size_t nummer) {
  Baan& baan = banen_[nummer];
  while (baan.next < baan.te_doen.size()) {
    const Levering levering = baan.te_doen[baan.next];
    const bool is_held = levering.geval.has_value() && baan.vast.contains(*levering.geval);
    // Collected meanwhile: it is not owed any more.
    const bool is_owed =
        omgeving_.toestand().leveringen().IsOwed(baan.gemeentecode, levering.soort, levering.nummer);
    if (is_held || !is_owed) {
      ++baan.next;
      continue;
    }
    if (baan.verwisseld.has_value() && (baan.wissel_nu || baan.verwisseld->geval == levering.geval)) {
      // The places are changed now, or what comes is of the same case and may not overtake.
      const Levering uitgesteld = *std::exchange(baan.verwisseld, std::nullopt);
      baan.wissel_nu = false;
      Send(nummer, uitgesteld, {});
      return;
    }
    ++baan.next;
    if (Offer(nummer, levering)) return;
  }
  if (baan.verwisseld.has_value()) Send(nummer, *std::exchange(baan.verwisseld, std::nullopt), {});
}

bool Leverronde::Offer(std::size_t nummer, const Levering& levering) {
  Baan& baan = banen_[nummer];
  const auto storing =
      omgeving_.MatchStoring(Storingrichting::kOut, MethodeOf(levering.soort), baan.gemeentecode);
  if (storing.has_value() && storing->effect.soort == Storingsoort::kStatus) {
    ++pogingen_;
    OnResult(baan, levering, UitslagOf(*storing));
    return false;
  }
  if (storing.has_value() && storing->effect.soort == Storingsoort::kReorder) {
    if (!baan.verwisseld.has_value()) {
      baan.verwisseld = levering;
      return false;
    }
    baan.wissel_nu = true;
  }
  Send(nummer, levering, UitgaandestoringOf(storing));
  return true;
}

void Leverronde::Send(std::size_t nummer, const Levering& levering, const Uitgaandestoring& storing) {
  const Baan& baan = banen_[nummer];
  ++pogingen_;
  ++onderweg_;
  buitenwereld_->Deliver(
      baan.adres, omgeving_, baan.gemeentecode, levering, storing,
      [weak = weak_from_this(), post = wachter_->MakePost(), nummer, levering](Leveruitslag uitslag) {
        post([weak, nummer, levering, uitslag = std::move(uitslag)] {
          const auto ronde = weak.lock();
          if (ronde == nullptr) return;
          --ronde->onderweg_;
          ronde->OnResult(ronde->banen_[nummer], levering, uitslag);
          ronde->SendNext(nummer);
        });
      });
}

void Leverronde::OnResult(Baan& baan, const Levering& levering, const Leveruitslag& uitslag) {
  if (uitslag.soort == Leveruitslag::Soort::kOvergenomen) {
    omgeving_.Record(
        LeveringAcknowledged{baan.gemeentecode, levering.soort, levering.nummer, uitslag.herhaald});
    return;
  }
  const bool geweigerd = uitslag.soort == Leveruitslag::Soort::kGeweigerd;
  omgeving_.Record(LeveringFailed{baan.gemeentecode, levering.soort, levering.nummer, geweigerd,
                                  in_herhaling_, uitslag.reden});
  if (geweigerd) {
    if (levering.geval.has_value()) baan.vast.insert(*levering.geval);
    return;
  }
  // The rest stays owed, and is not tried in vain.
  baan.next = baan.te_doen.size();
  baan.verwisseld.reset();
}

// A simulated gemeente with an endpoint: what the message would do, without sending it.
void Leverronde::TakeIn(Gemeentecode gemeentecode, const Levering& levering) {
  const Toestand& toestand = omgeving_.toestand();
  const std::string bericht_id = LeveringId(toestand, levering.soort, levering.nummer);
  ++pogingen_;
  const bool herhaald = toestand.HasReceived(gemeentecode, bericht_id);
  if (!herhaald) omgeving_.Record(Taken(toestand, gemeentecode, bericht_id, levering));
  omgeving_.Record(LeveringAcknowledged{gemeentecode, levering.soort, levering.nummer, herhaald});
}

Gebeurtenis Leverronde::Taken(const Toestand& toestand, Gemeentecode gemeentecode,
                              const std::string& bericht_id, const Levering& levering) {
  const auto sleutel_of = [&toestand](Meldingnummer nummer) {
    const Melding& melding = toestand.meldingen().Get(nummer);
    return Meldingsleutel{melding.loonheffingennummer,
                          std::string(melding.kenmerk.data(), melding.kenmerk.size())};
  };
  const auto bsn_of = [&toestand](Gevalnummer geval) {
    return toestand.GetPersoon(toestand.GetGeval(geval).persoon).bsn;
  };
  if (levering.soort == Leveringsoort::kRapportage) {
    const RapportageReady& ready = toestand.rapportages()[levering.nummer].inhoud;
    return RapportageDelivered{gemeentecode,       bericht_id,
                               ready.uitwisseling, Bestandsnaam(ready.gemeentecode, ready.uitwisseling),
                               ready.sha256,       ready.aantal_rijen};
  }
  if (levering.soort == Leveringsoort::kDoorlevering) {
    const DoorleveringSent& sent = toestand.doorleveringen()[levering.nummer].inhoud;
    return DoorleveringDelivered{gemeentecode,
                                 bericht_id,
                                 sent.uitwisseling,
                                 sent.soort,
                                 sleutel_of(sent.melding),
                                 sleutel_of(toestand.GetGeval(sent.geval).ziekmelding).kenmerk,
                                 bsn_of(sent.geval),
                                 sent.datum_ingang};
  }
  const BerichtPlaced& bericht = toestand.berichten()[levering.nummer];
  return BerichtDelivered{gemeentecode,
                          bericht_id,
                          bericht.uitwisseling,
                          bericht.soort,
                          sleutel_of(toestand.GetGeval(bericht.geval).ziekmelding),
                          bsn_of(bericht.geval)};
}

}  // namespace ketenproef
