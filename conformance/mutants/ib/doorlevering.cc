// DL-01: which meldingen go to the gemeente that grants LKS, when, and what they say.
#include "absl/strings/str_cat.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"

namespace ketenproef::conformance::ib {
namespace {

using Soort = contract::Doorleveringsoort;

Break VerliestDoorlevering(Soort soort) {
  return LaatDoorleveringWeg(
      [soort](const auto& doorlevering, const Zaak&) { return doorlevering.inhoud().soort() == soort; });
}

Break VerzetDoorlevering(int dagen) {
  return Doorleveringen([dagen](contract::Doorlevering& doorlevering, const World&) {
    *doorlevering.mutable_datum() = DatumVanDag(*DagVanDatum(doorlevering.datum()) + Dagen(dagen));
  });
}

// What goes out is what goes out, but it says something else.
Break DoorleveringZegt(std::function<void(contract::Doorleveringinhoud&, const Zaak&)> change) {
  return Doorleveringen(
      [change = std::move(change)](contract::Doorlevering& doorlevering, const World& world) {
        change(*doorlevering.mutable_inhoud(), ZaakVan(doorlevering, world));
      });
}

void Verdubbel(Post& post, const World&) {
  const auto once = post.doorleveringen;
  for (auto doorlevering : once) {
    doorlevering.set_bericht_id(absl::StrCat(doorlevering.bericht_id(), "-2"));
    post.doorleveringen.push_back(doorlevering);
  }
  Sorteer(&post.doorleveringen);
}

// The gemeente whose LKS holds this day, as it was recorded; empty: none.
std::string VerlenerOp(const Zaak& zaak, Dag dag) {
  for (const auto& periode : zaak.lks_perioden) {
    if (Holds(periode, dag)) return periode.gemeentecode();
  }
  return "";
}

bool IsDoorgeleverd(const Zaak& zaak) {
  return !zaak.geval.doorgeleverd_voor().empty();
}

// Cases that are not forwarded are, where an LKS period is such.
Break LevertZiekDoor(std::function<bool(const contract::LksPeriode&, const Zaak&)> when) {
  return LevertDoor([when = std::move(when)](const Zaak& zaak) -> std::optional<contract::Doorlevering> {
    if (IsDoorgeleverd(zaak)) return std::nullopt;
    for (const auto& periode : zaak.lks_perioden) {
      if (!when(periode, zaak)) continue;
      return DoorleveringOf(zaak, contract::DOORLEVERINGSOORT_ZIEK, zaak.ontvangen_op + Dagen(1),
                            periode.gemeentecode());
    }
    return std::nullopt;
  });
}

// Of forwarded ziekmeldingen: those whose LKS period, of those that hold the AO, is such, do not go.
Break LaatZiekWeg(std::function<bool(const contract::LksPeriode&, const Zaak&)> when) {
  return LaatDoorleveringWeg([when = std::move(when)](const auto&, const Zaak& zaak) {
    for (const auto& periode : zaak.lks_perioden) {
      if (Holds(periode, zaak.ao) && when(periode, zaak)) return true;
    }
    return false;
  });
}

bool IsVervolg(const contract::Doorlevering& doorlevering) {
  return doorlevering.inhoud().soort() != contract::DOORLEVERINGSOORT_ZIEK;
}

// What follows goes to whoever grants LKS now.
void VolgLks(contract::Doorlevering& doorlevering, const World& world) {
  const Dag datum = *DagVanDatum(doorlevering.datum());
  const std::string verlener = VerlenerOp(ZaakVan(doorlevering, world), datum);
  if (IsVervolg(doorlevering) && !verlener.empty()) {
    doorlevering.set_gemeentecode(OpvolgerOp(verlener, datum));
  }
}

void NaarWoongemeente(contract::Doorlevering& doorlevering, const World& world) {
  const Dag datum = *DagVanDatum(doorlevering.datum());
  const std::string code = ZaakVan(doorlevering, world).WoonplaatsOp(datum);
  if (!code.empty()) doorlevering.set_gemeentecode(OpvolgerOp(code, datum));
}

Mutants Welke() {
  return {
      {"DL-01/ziekmelding-verloren", "Ziekmeldingen worden niet doorgeleverd.",
       VerliestDoorlevering(contract::DOORLEVERINGSOORT_ZIEK)},
      {"DL-01/herstelmelding-verloren", "Herstelmeldingen worden niet doorgeleverd.",
       VerliestDoorlevering(contract::DOORLEVERINGSOORT_HERSTEL)},
      {"DL-01/intrekking-verloren", "Intrekkingen worden niet doorgeleverd.",
       VerliestDoorlevering(contract::DOORLEVERINGSOORT_INTREKKING)},
      {"DL-01/dubbel", "Elke melding wordt tweemaal doorgeleverd, met twee bericht-ids.",
       Uitgaand(Verdubbel)},
      {"DL-01/lks-op-ontvangstdag", "De LKS moet de ontvangstdag bevatten in plaats van de AO.",
       LaatDoorleveringWeg(
           [](const auto&, const Zaak& zaak) { return VerlenerOp(zaak, zaak.ontvangen_op).empty(); })},
      {"DL-01/lks-later-telt", "Ook wie pas op de ontvangstdag LKS heeft, wordt doorgeleverd.",
       LevertZiekDoor(
           [](const auto& periode, const Zaak& zaak) { return Holds(periode, zaak.ontvangen_op); })},
      {"DL-01/laatste-lks-dag-niet", "De laatste dag van de LKS telt niet mee.",
       LaatZiekWeg([](const auto& periode, const Zaak& zaak) {
         return DagVanDatum(periode.datum_tot()) == zaak.ao;
       })},
      {"DL-01/eerste-lks-dag-niet", "De eerste dag van de LKS telt niet mee.",
       LaatZiekWeg([](const auto& periode, const Zaak& zaak) {
         return DagVanDatum(periode.datum_van()) == zaak.ao;
       })},
      {"DL-01/dag-na-lks", "De dag na de LKS telt nog mee.",
       LevertZiekDoor([](const auto& periode, const Zaak& zaak) {
         return DagVanDatum(periode.datum_tot()) == zaak.ao - Dagen(1);
       })},
      {"DL-01/dag-voor-lks", "De dag voor de LKS telt al mee.",
       LevertZiekDoor([](const auto& periode, const Zaak& zaak) {
         return DagVanDatum(periode.datum_van()) == zaak.ao + Dagen(1);
       })},
      {"DL-01/lks-van-twee-jaar", "LKS in de twee jaar voor de AO is genoeg.",
       LevertZiekDoor([](const auto& periode, const Zaak& zaak) {
         const auto tot = DagVanDatum(periode.datum_tot());
         return tot.has_value() && *tot < zaak.ao && *tot >= JarenTerug(zaak.ao, 2);
       })},
      {"DL-01/later-alsnog", "Een ziekmelding gaat alsnog zodra de LKS bekend wordt.",
       LevertZiekDoor([](const auto& periode, const Zaak& zaak) { return Holds(periode, zaak.ao); }),
       kHandleiding},
      {"DL-01/herstel-zonder-ziek", "Een herstelmelding gaat ook als de ziekmelding niet ging.",
       LevertDoor([](const Zaak& zaak) -> std::optional<contract::Doorlevering> {
         if (IsDoorgeleverd(zaak) || !zaak.hersteld_per.has_value()) return std::nullopt;
         const std::string verlener = VerlenerOp(zaak, *zaak.hersteld_per);
         if (verlener.empty()) return std::nullopt;
         return DoorleveringOf(zaak, contract::DOORLEVERINGSOORT_HERSTEL, *zaak.hersteld_per + Dagen(1),
                               verlener);
       })},
      {"DL-01/vervolg-bij-lopende-lks", "Wat volgt, gaat alleen als de LKS op die dag nog loopt.",
       LaatDoorleveringWeg([](const auto& doorlevering, const Zaak& zaak) {
         return IsVervolg(doorlevering) && VerlenerOp(zaak, *DagVanDatum(doorlevering.datum())).empty();
       })},
      {"DL-01/afgeschaft-in-handleiding", "Ook in profiel handleiding stopt de doorlevering in 2022.",
       LaatDoorleveringWeg(
           [](const auto&, const Zaak& zaak) { return zaak.ontvangen_op >= *ParseDag("2022-01-01"); }),
       kHandleiding},
      {"DL-01/lks-op-ao-van-keten", "De LKS moet de eerste AO van de keten bevatten.",
       LaatDoorleveringWeg([](const auto& doorlevering, const Zaak& zaak) {
         return !IsVervolg(doorlevering) &&
                VerlenerOp(zaak, *DagVanDatum(doorlevering.inhoud().datum_ingang())).empty();
       }),
       kWet},
  };
}

Mutants Hoe() {
  return {
      {"DL-01/dag-te-laat", "Meldingen gaan een uitwisseling te laat.", VerzetDoorlevering(1)},
      {"DL-01/dag-te-vroeg", "Meldingen dragen de dag voor de uitwisseling.", VerzetDoorlevering(-1)},
      {"DL-01/volgt-de-lks", "Wat volgt, gaat naar wie dan LKS verstrekt.", Doorleveringen(VolgLks)},
      {"DL-01/naar-woongemeente", "Meldingen gaan naar de woongemeente.", Doorleveringen(NaarWoongemeente)},
      {"DL-01/ingang-is-ontvangst", "Een ziekmelding draagt de ontvangstdag in plaats van de AO.",
       DoorleveringZegt([](contract::Doorleveringinhoud& inhoud, const Zaak& zaak) {
         if (inhoud.soort() == contract::DOORLEVERINGSOORT_ZIEK) {
           *inhoud.mutable_datum_ingang() = DatumVanDag(zaak.ontvangen_op);
         }
       })},
      {"DL-01/herstel-draagt-ao", "Een herstelmelding draagt de AO in plaats van de hersteldatum.",
       DoorleveringZegt([](contract::Doorleveringinhoud& inhoud, const Zaak& zaak) {
         if (inhoud.soort() == contract::DOORLEVERINGSOORT_HERSTEL) {
           *inhoud.mutable_datum_ingang() = DatumVanDag(zaak.ao);
         }
       })},
      {"DL-01/laatste-ziektedag", "Een herstelmelding draagt de laatste ziektedag.",
       DoorleveringZegt([](contract::Doorleveringinhoud& inhoud, const Zaak& zaak) {
         if (inhoud.soort() == contract::DOORLEVERINGSOORT_HERSTEL && zaak.hersteld_per.has_value()) {
           *inhoud.mutable_datum_ingang() = DatumVanDag(*zaak.hersteld_per - Dagen(1));
         }
       })},
      {"DL-01/eigen-kenmerk-weg",
       "Wat volgt, draagt het kenmerk van de ziekmelding in plaats van zijn eigen.",
       DoorleveringZegt([](contract::Doorleveringinhoud& inhoud, const Zaak&) {
         inhoud.set_kenmerk(inhoud.verwijst_naar());
       })},
      {"DL-01/verwijst-naar-zichzelf", "Wat volgt, noemt de ziekmelding niet.",
       DoorleveringZegt([](contract::Doorleveringinhoud& inhoud, const Zaak&) {
         inhoud.set_verwijst_naar(inhoud.kenmerk());
       })},
      {"DL-01/intrekking-als-herstel", "Een intrekking heet een herstelmelding.",
       DoorleveringZegt([](contract::Doorleveringinhoud& inhoud, const Zaak&) {
         if (inhoud.soort() == contract::DOORLEVERINGSOORT_INTREKKING) {
           inhoud.set_soort(contract::DOORLEVERINGSOORT_HERSTEL);
         }
       })},
  };
}

}  // namespace

Mutants DoorleveringMutants() {
  Mutants mutants = Welke();
  for (Mutant& mutant : Hoe()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::ib
