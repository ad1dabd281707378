// What a gemeente answers about LKS.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/lib/datum.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/mutants/breaks.h"
#include "conformance/mutants/gemeente/mutanten.h"

namespace ketenproef::conformance::gemeente {
namespace {

using Vraag = contract::LookupLksRequest;
using Antwoord = contract::LookupLksResponse;

// The question is put differently.
Break Vraagt(std::function<void(Vraag*)> change) {
  return [change = std::move(change)](Hooks* hooks) {
    hooks->On<Vraag>([change](auto& call) {
      change(&call.request);
      return call.Forward();
    });
  };
}

// What is found is changed; what then is empty says so.
Break Vindt(std::function<void(std::vector<contract::LksPeriode>*, const Vraag&)> change) {
  return [change = std::move(change)](Hooks* hooks) {
    hooks->On<Vraag>([change](auto& call) {
      const grpc::Status status = call.Forward();
      std::vector<contract::LksPeriode> perioden(call.response.lks_perioden().begin(),
                                                 call.response.lks_perioden().end());
      if (!status.ok() || perioden.empty()) return status;
      change(&perioden, call.request);
      call.response.clear_lks_perioden();
      for (const auto& periode : perioden) *call.response.add_lks_perioden() = periode;
      if (perioden.empty()) call.response.set_antwoord(contract::LKS_ANTWOORD_NIETS_GEVONDEN);
      return status;
    });
  };
}

// Periods that are such are not found.
Break VindtNiet(std::function<bool(const contract::LksPeriode&, Dag van, Dag tot)> when) {
  return Vindt([when = std::move(when)](auto* perioden, const Vraag& vraag) {
    std::erase_if(*perioden, [&](const auto& periode) {
      return when(periode, *DagVanDatum(vraag.datum_van()), *DagVanDatum(vraag.datum_tot()));
    });
  });
}

Break ElkePeriode(std::function<void(contract::LksPeriode*, const Vraag&)> change) {
  return Vindt([change = std::move(change)](auto* perioden, const Vraag& vraag) {
    for (auto& periode : *perioden) change(&periode, vraag);
  });
}

// The status and the answer as they are, changed as a whole.
Break Antwoordt(std::function<grpc::Status(const grpc::Status&, const Vraag&, Antwoord*)> change) {
  return [change = std::move(change)](Hooks* hooks) {
    hooks->On<Vraag>([change](auto& call) {
      const grpc::Status status = call.Forward();
      return change(status, call.request, &call.response);
    });
  };
}

void Verzet(contract::Datum* datum, int dagen) {
  if (const auto dag = DagVanDatum(*datum)) *datum = DatumVanDag(*dag + Dagen(dagen));
}

// Whole periods are cut to the days asked about.
void KnipAf(contract::LksPeriode* periode, const Vraag& vraag) {
  const Dag van = *DagVanDatum(vraag.datum_van());
  const Dag tot = *DagVanDatum(vraag.datum_tot());
  if (*DagVanDatum(periode->datum_van()) < van) *periode->mutable_datum_van() = vraag.datum_van();
  if (!periode->has_datum_tot() || *DagVanDatum(periode->datum_tot()) > tot) {
    *periode->mutable_datum_tot() = vraag.datum_tot();
  }
}

// A period that begins the day after another ends goes on with it.
void VoegSamen(std::vector<contract::LksPeriode>* perioden, const Vraag&) {
  for (std::size_t i = 0; i + 1 < perioden->size();) {
    const auto einde = DagVanDatum((*perioden)[i].datum_tot());
    contract::LksPeriode& next = (*perioden)[i + 1];
    if (!einde.has_value() || DagVanDatum(next.datum_van()) != *einde + Dagen(1)) {
      ++i;
      continue;
    }
    *next.mutable_datum_van() = (*perioden)[i].datum_van();
    perioden->erase(perioden->begin() + static_cast<std::ptrdiff_t>(i));
  }
}

// What the other gemeente of the administration has comes along.
void OokVanDeAnder(Hooks* hooks) {
  hooks->On<Vraag>([](auto& call) {
    const grpc::Status status = call.Forward();
    Vraag other = call.request;
    other.set_gemeentecode(other.gemeentecode() == "0363" ? "0599" : "0363");
    if (!status.ok() || !DagVanDatum(other.datum_van()).has_value()) return status;
    const Antwoord elders = call.world().Ask(other);
    call.response.mutable_lks_perioden()->MergeFrom(elders.lks_perioden());
    if (!call.response.lks_perioden().empty()) call.response.set_antwoord(contract::LKS_ANTWOORD_GEVONDEN);
    return status;
  });
}

grpc::Status NietsGevonden(Antwoord* antwoord) {
  antwoord->Clear();
  antwoord->set_antwoord(contract::LKS_ANTWOORD_NIETS_GEVONDEN);
  return grpc::Status::OK;
}

// Two years back from the last day asked about, in another way than the question says.
Break KijktZelfTerug(std::function<Dag(Dag einde)> begin) {
  return VindtNiet([begin = std::move(begin)](const auto& periode, Dag van, Dag einde) {
    const auto tot = DagVanDatum(periode.datum_tot());
    return van < einde && tot.has_value() && *tot < begin(einde);
  });
}

bool IsSchrikkeldag(Dag dag) {
  const std::chrono::year_month_day civil(dag);
  return civil.month() == std::chrono::February && static_cast<unsigned>(civil.day()) == 29;
}

Mutants Ligging() {
  return {
      {"SIG-02/omsluitend-niet", "Een periode om alle gevraagde dagen heen wordt niet gevonden.",
       VindtNiet([](const auto& p, Dag van, Dag tot) {
         const auto einde = DagVanDatum(p.datum_tot());
         return *DagVanDatum(p.datum_van()) < van && (!einde.has_value() || *einde > tot);
       })},
      {"SIG-02/binnenin-niet", "Een periode binnen de gevraagde dagen wordt niet gevonden.",
       VindtNiet([](const auto& p, Dag van, Dag tot) {
         const auto einde = DagVanDatum(p.datum_tot());
         return *DagVanDatum(p.datum_van()) > van && einde.has_value() && *einde < tot;
       })},
      {"SIG-02/aansluitende-als-een", "Perioden die op elkaar aansluiten, worden als een genoemd.",
       Vindt(VoegSamen)},
      {"SIG-02/afwijkende-loonwaarde-niet", "LKS met een loonwaarde buiten 30 tot en met 80 telt niet.",
       VindtNiet([](const auto& p, Dag, Dag) { return p.loonwaarde() < 30 || p.loonwaarde() > 80; })},
  };
}

Mutants Perioden() {
  return {
      {"SIG-02/laatste-dag-niet", "De laatste dag van een periode telt niet mee.",
       VindtNiet([](const auto& p, Dag van, Dag) { return DagVanDatum(p.datum_tot()) == van; })},
      {"SIG-02/eerste-dag-niet", "De eerste dag van een periode telt niet mee.",
       VindtNiet([](const auto& p, Dag, Dag tot) { return DagVanDatum(p.datum_van()) == tot; })},
      {"SIG-02/dag-na-periode", "De dag na een periode telt nog mee.",
       Vraagt([](Vraag* vraag) { Verzet(vraag->mutable_datum_van(), -1); })},
      {"SIG-02/dag-voor-periode", "De dag voor een periode telt al mee.",
       Vraagt([](Vraag* vraag) { Verzet(vraag->mutable_datum_tot(), 1); })},
      {"SIG-02/alle-perioden", "Elke periode van de werknemer wordt genoemd, wanneer dan ook.",
       Vraagt([](Vraag* vraag) {
         if (!DagVanDatum(vraag->datum_van()).has_value() || !DagVanDatum(vraag->datum_tot()).has_value()) {
           return;
         }
         *vraag->mutable_datum_van() = DatumVanDag(*ParseDag("1900-01-01"));
         *vraag->mutable_datum_tot() = DatumVanDag(*ParseDag("2199-12-31"));
       })},
      {"SIG-02/alleen-laatste-dag", "Alleen LKS op de laatste dag van de vraag wordt gevonden.",
       Vraagt([](Vraag* vraag) { *vraag->mutable_datum_van() = vraag->datum_tot(); })},
      {"SIG-02/afgeknipt", "Perioden worden afgeknipt op de dagen van de vraag.", ElkePeriode(KnipAf)},
      {"SIG-02/omgekeerd", "De laatste periode staat voorop.",
       Vindt([](auto* perioden, const Vraag&) { std::reverse(perioden->begin(), perioden->end()); })},
      {"SIG-02/alleen-eerste", "Alleen de eerste periode wordt genoemd.",
       Vindt([](auto* perioden, const Vraag&) { perioden->resize(1); })},
      {"SIG-02/alleen-laatste", "Alleen de laatste periode wordt genoemd.",
       Vindt([](auto* perioden, const Vraag&) { perioden->erase(perioden->begin(), perioden->end() - 1); })},
      {"SIG-02/lopende-niet", "Een lopende periode wordt niet gevonden.",
       VindtNiet([](const auto& p, Dag, Dag) { return !p.has_datum_tot(); })},
      {"SIG-02/lopende-tot-vandaag", "Een lopende periode heet vandaag te eindigen.",
       ElkePeriode([](contract::LksPeriode* periode, const Vraag& vraag) {
         if (periode->has_datum_tot()) return;
         *periode->mutable_datum_tot() = DatumVanDag(DagVan(client::TimeOf(vraag.tijdstip())));
       })},
      {"SIG-02/forfaitair-niet", "Forfaitaire LKS wordt niet gevonden.",
       VindtNiet([](const auto& p, Dag, Dag) { return p.forfaitair(); })},
      {"SIG-02/zonder-forfaitair", "Dat LKS forfaitair is, wordt niet gezegd.",
       ElkePeriode([](contract::LksPeriode* periode, const Vraag&) { periode->set_forfaitair(false); })},
      {"SIG-02/loonwaarde-nul-weg", "Een loonwaarde van 0 geldt als onbekend.",
       VindtNiet([](const auto& p, Dag, Dag) { return p.loonwaarde() == 0; })},
      {"SIG-02/andere-loonwaarde", "Elke loonwaarde is 50.",
       ElkePeriode([](contract::LksPeriode* periode, const Vraag&) { periode->set_loonwaarde(50); })},
      {"SIG-02/ook-van-de-ander", "Ook de LKS van de andere gemeente wordt genoemd.", OokVanDeAnder},
      {"SIG-02/altijd-eerste-gemeente", "Elke vraag geldt de eerste gemeente.", Vraagt([](Vraag* vraag) {
         if (vraag->gemeentecode() == "0599") vraag->set_gemeentecode("0363");
       })},
      {"KAL-04/730-dagen", "Er wordt 730 dagen teruggekeken, wat de vraag ook zegt.",
       KijktZelfTerug([](Dag einde) { return einde - Dagen(730); })},
      {"KAL-04/schrikkeldag-wordt-maart", "Van 29 februari wordt tot 1 maart teruggekeken.",
       KijktZelfTerug([](Dag einde) {
         return IsSchrikkeldag(einde) ? JarenTerug(einde, 2) + Dagen(1) : JarenTerug(einde, 2);
       })},
      {"KAL-04/dag-verder", "Er wordt een dag verder teruggekeken dan de vraag zegt.",
       Vraagt([](Vraag* vraag) {
         if (DagVanDatum(vraag->datum_van()) != DagVanDatum(vraag->datum_tot())) {
           Verzet(vraag->mutable_datum_van(), -1);
         }
       })},
  };
}

Mutants Antwoorden() {
  return {
      {"SIG-09/fout-is-niets", "Wat de gemeente niet kan weten, heet \"niets gevonden\".",
       Antwoordt([](const grpc::Status& status, const Vraag&, Antwoord* antwoord) {
         return status.ok() ? status : NietsGevonden(antwoord);
       })},
      {"SIG-09/onbekende-gemeente-is-niets",
       "Over een gemeente die zij niet is, zegt zij \"niets gevonden\".",
       Antwoordt([](const grpc::Status& status, const Vraag& vraag, Antwoord* antwoord) {
         const bool is_own = vraag.gemeentecode() == "0363" || vraag.gemeentecode() == "0599";
         return is_own ? status : NietsGevonden(antwoord);
       })},
      {"SIG-09/niets-is-een-fout", "\"Niets gevonden\" is een fout.",
       Antwoordt([](const grpc::Status& status, const Vraag&, Antwoord* antwoord) -> grpc::Status {
         if (antwoord->antwoord() != contract::LKS_ANTWOORD_NIETS_GEVONDEN) return status;
         return {grpc::StatusCode::NOT_FOUND, "nothing found"};
       })},
      {"SIG-09/niets-is-niet-beschikbaar", "\"Niets gevonden\" heet \"niet beschikbaar\".",
       Antwoordt([](const grpc::Status& status, const Vraag&, Antwoord* antwoord) {
         if (antwoord->antwoord() == contract::LKS_ANTWOORD_NIETS_GEVONDEN) {
           antwoord->set_antwoord(contract::LKS_ANTWOORD_NIET_BESCHIKBAAR);
         }
         return status;
       })},
      {"SIG-09/gevonden-zonder-perioden", "\"Niets gevonden\" heet \"gevonden\", zonder perioden.",
       Antwoordt([](const grpc::Status& status, const Vraag&, Antwoord* antwoord) {
         antwoord->set_antwoord(contract::LKS_ANTWOORD_GEVONDEN);
         return status;
       })},
      {"SIG-09/leeg-na-herstart", "Na een herstart weet de gemeente van geen LKS meer.",
       [](Hooks* hooks) {
         if (!hooks->is_after_restart()) return;
         Antwoordt([](const grpc::Status& status, const Vraag&, Antwoord* antwoord) {
           return status.ok() ? NietsGevonden(antwoord) : status;
         })(hooks);
       }},
      {"BSN-01/voorloopnul-weg", "Een BSN verliest zijn voorloopnullen, zoals in een getal: niets gevonden.",
       Antwoordt([](const grpc::Status& status, const Vraag& vraag, Antwoord* antwoord) {
         if (!status.ok() || vraag.bsn()[0] != '0') return status;
         antwoord->Clear();
         antwoord->set_antwoord(contract::LKS_ANTWOORD_NIETS_GEVONDEN);
         return status;
       })},
      {"BSN-01/elk-bsn", "Over een BSN dat niet bestaat, zegt zij \"niets gevonden\".",
       Antwoordt([](const grpc::Status& status, const Vraag& vraag, Antwoord* antwoord) {
         return !status.ok() && vraag.has_datum_van() && vraag.gemeentecode() == "0363"
                    ? NietsGevonden(antwoord)
                    : status;
       })},
      {"BSN-03/in-een-fout", "Een fout noemt het BSN van de vraag.",
       Antwoordt([](const grpc::Status& status, const Vraag& vraag, Antwoord*) -> grpc::Status {
         if (status.ok()) return status;
         return {status.error_code(), absl::StrCat(status.error_message(), " ", vraag.bsn()),
                 status.error_details()};
       })},
  };
}

}  // namespace

Mutants DkdMutants() {
  Mutants mutants = Perioden();
  for (Mutant& mutant : Ligging()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : Antwoorden()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::gemeente
