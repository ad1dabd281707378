// NOT-01, NOT-02: e-mails, and that nothing goes where there is nothing.
#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "client/lib/datum.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"

namespace ketenproef::conformance::ib {
namespace {

using Notificatielijst = std::vector<contract::Notificatie>;

Break Notificaties(std::function<void(Notificatielijst*, const Rapporten&)> change) {
  return Getoond([change = std::move(change)](Rapporten& rapporten, const World&) {
    change(&rapporten.notificaties, rapporten);
  });
}

Break Elke(std::function<void(contract::Notificatie&)> change) {
  return Notificaties([change = std::move(change)](Notificatielijst* lijst, const Rapporten&) {
    for (auto& notificatie : *lijst) change(notificatie);
  });
}

bool HoortBij(const contract::Notificatie& notificatie, const contract::Rapportage& rapportage) {
  return notificatie.gemeentecode() == rapportage.gemeentecode() &&
         *DagVanDatum(notificatie.datum()) == *DagVanDatum(rapportage.datum());
}

// An e-mail for every row.
void PerRij(Notificatielijst* lijst, const Rapporten& rapporten) {
  Notificatielijst more;
  for (const auto& notificatie : *lijst) {
    for (const Rapport& rapport : rapporten.rapporten) {
      if (!HoortBij(notificatie, rapport.beschrijving)) continue;
      for (std::size_t i = 0; i < std::max<std::size_t>(rapport.rijen.size(), 1); ++i) {
        more.push_back(notificatie);
      }
    }
  }
  *lijst = more;
}

// Only where there are rows; a report with berichten goes unannounced.
void AlleenBijRijen(Notificatielijst* lijst, const Rapporten& rapporten) {
  std::erase_if(*lijst, [&](const auto& notificatie) {
    return std::any_of(rapporten.rapporten.begin(), rapporten.rapporten.end(), [&](const Rapport& rapport) {
      return HoortBij(notificatie, rapport.beschrijving) && rapport.rijen.empty();
    });
  });
}

// An empty report, the day after each that there is.
void LeegRapport(Rapporten& rapporten, const World& world) {
  const Dag laatste = world.LaatsteUitwisseling();
  const Vorm vorm = VormOf(world);
  const std::vector<Rapport> made = rapporten.rapporten;
  for (const Rapport& rapport : made) {
    const Dag datum = *DagVanDatum(rapport.beschrijving.datum()) + Dagen(1);
    const std::string code = rapport.beschrijving.gemeentecode();
    const bool is_there = std::any_of(made.begin(), made.end(), [&](const Rapport& other) {
      return other.beschrijving.gemeentecode() == code && *DagVanDatum(other.beschrijving.datum()) == datum;
    });
    if (datum > laatste || is_there) continue;
    Rapport empty;
    empty.beschrijving = rapport.beschrijving;
    empty.beschrijving.set_rapportage_id(absl::StrCat("L-", code, "-", FormatDagCompact(datum)));
    *empty.beschrijving.mutable_datum() = DatumVanDag(datum);
    empty.beschrijving.set_bestandsnaam(
        absl::StrCat("Re-integratie_signaalrapport_", code, "_", FormatDagCompact(datum), ".csv"));
    empty.bytes = vorm.Bytes({});
    Describe(&empty);
    contract::Notificatie notificatie = rapporten.notificaties.front();
    *notificatie.mutable_datum() = DatumVanDag(datum);
    notificatie.set_gemeentecode(code);
    notificatie.set_bestandsnaam(empty.beschrijving.bestandsnaam());
    rapporten.rapporten.push_back(empty);
    rapporten.notificaties.push_back(notificatie);
  }
}

// An e-mail without a report, the day after each that there is.
void MailZonderRapport(Rapporten& rapporten, const World& world) {
  const Rapporten before = rapporten;
  LeegRapport(rapporten, world);
  rapporten.rapporten = before.rapporten;
}

// An empty report for every gemeente where somebody lives, on the last exchange.
void LeegVoorIedereWoonplaats(Rapporten& rapporten, const World& world) {
  const Dag laatste = world.LaatsteUitwisseling();
  std::set<std::string> codes;
  for (const auto& geval : world.Gevallen()) {
    const std::string code = OpvolgerOp(ZaakOf(geval, world).WoonplaatsOp(laatste), laatste);
    if (!code.empty()) codes.insert(code);
  }
  for (const Rapport& rapport : rapporten.rapporten) {
    if (*DagVanDatum(rapport.beschrijving.datum()) == laatste) {
      codes.erase(rapport.beschrijving.gemeentecode());
    }
  }
  for (const std::string& code : codes) {
    Rapport empty;
    empty.beschrijving.set_rapportage_id(absl::StrCat("L-", code));
    empty.beschrijving.set_gemeentecode(code);
    *empty.beschrijving.mutable_datum() = DatumVanDag(laatste);
    empty.beschrijving.set_bestandsnaam(
        absl::StrCat("Re-integratie_signaalrapport_", code, "_", FormatDagCompact(laatste), ".csv"));
    *empty.beschrijving.mutable_klaargezet_tijdstip() = client::TimestampOf(UitwisselingOp(laatste));
    empty.bytes = VormOf(world).Bytes({});
    Describe(&empty);
    rapporten.rapporten.push_back(empty);
  }
}

}  // namespace

Mutants NotificatieMutants() {
  return {
      {"NOT-01/geen", "Er gaan geen e-mails uit.",
       Notificaties([](Notificatielijst* lijst, const Rapporten&) { lijst->clear(); })},
      {"NOT-01/dubbel", "Elke e-mail gaat tweemaal.",
       Notificaties([](Notificatielijst* lijst, const Rapporten&) {
         const Notificatielijst once = *lijst;
         lijst->clear();
         for (const auto& notificatie : once) lijst->insert(lijst->end(), 2, notificatie);
       })},
      {"NOT-01/per-rij", "Er gaat een e-mail per rij.", Notificaties(PerRij)},
      {"NOT-01/alleen-bij-rijen", "Een rapport met alleen berichten wordt niet aangekondigd.",
       Notificaties(AlleenBijRijen)},
      {"NOT-01/een-per-uitwisseling", "Er gaat een e-mail per uitwisseling, naar de eerste gemeente.",
       Notificaties([](Notificatielijst* lijst, const Rapporten&) {
         std::set<Dag> seen;
         std::erase_if(*lijst, [&](const auto& notificatie) {
           return !seen.insert(*DagVanDatum(notificatie.datum())).second;
         });
       })},
      {"NOT-01/ander-onderwerp", "Het onderwerp heeft andere aanhalingstekens.",
       Elke([](auto& n) { n.set_onderwerp("er staat een \"Re-integratie_signaalrapport\" voor u klaar"); })},
      {"NOT-01/hoofdletter", "Het onderwerp begint met een hoofdletter.",
       Elke([](auto& n) { n.set_onderwerp("Er staat een 'Re-integratie_signaalrapport' voor u klaar"); })},
      {"NOT-01/punt", "Het onderwerp eindigt op een punt.",
       Elke([](auto& n) { n.set_onderwerp(absl::StrCat(n.onderwerp(), ".")); })},
      {"NOT-01/naar-een-ander", "De e-mail gaat naar een andere gemeente.",
       Elke([](auto& n) { n.set_gemeentecode("0034"); })},
      {"NOT-01/andere-naam", "De e-mail noemt een andere bestandsnaam.",
       Elke([](auto& n) { n.set_bestandsnaam("Re-integratie_signaalrapport.csv"); })},
      {"NOT-01/dag-te-laat", "De e-mail gaat een dag te laat.",
       Elke([](auto& n) { *n.mutable_datum() = DatumVanDag(*DagVanDatum(n.datum()) + Dagen(1)); })},
      {"NOT-02/leeg-rapport", "Op de dag na een rapport is er een leeg rapport, met e-mail.",
       Getoond(LeegRapport)},
      {"NOT-02/mail-zonder-rapport", "Op de dag na een rapport gaat er een e-mail zonder rapport.",
       Getoond(MailZonderRapport)},
      {"NOT-02/leeg-voor-iedere-woonplaats", "Elke woongemeente krijgt een rapport, ook als er niets is.",
       Getoond(LeegVoorIedereWoonplaats)},
      {"BSN-03/in-de-mail", "Het onderwerp van de e-mail noemt het BSN.",
       Notificaties([](Notificatielijst* lijst, const Rapporten& rapporten) {
         for (auto& notificatie : *lijst) {
           for (const Rapport& rapport : rapporten.rapporten) {
             if (!HoortBij(notificatie, rapport.beschrijving) || rapport.rijen.empty()) continue;
             notificatie.set_onderwerp(absl::StrCat(notificatie.onderwerp(), " ", rapport.rijen[0].bsn));
           }
         }
       })},
  };
}

}  // namespace ketenproef::conformance::ib
