// What an Inlichtingenbureau says to gemeenten that it calls: reports, meldingen and berichten that it
// delivers, and the questions that it asks.
#include <string>

#include "client/lib/datum.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/checks/rapportbytes.h"
#include "conformance/mutants/breaks.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/outside.h"

namespace ketenproef::conformance::ib {
namespace {

using Levering = contract::DeliverRapportageRequest;
using Melding = contract::DeliverMeldingRequest;
using Vraag = contract::LookupLksRequest;

// What goes out is another.
template <typename Request>
Break Zegt(std::function<void(Request*)> change) {
  return Outside([change = std::move(change)](Hooks* hooks) {
    hooks->On<Request>([change](auto& call) {
      change(&call.request);
      return call.Forward();
    });
  });
}

// What is such does not go out, and is taken for delivered.
template <typename Request>
Break BezorgtNiet(std::function<bool(const Request&)> when) {
  return Outside([when = std::move(when)](Hooks* hooks) {
    hooks->On<Request>(
        [when](auto& call) { return when(call.request) ? grpc::Status(grpc::Status::OK) : call.Forward(); });
  });
}

// Once there is no answer about somebody nobody else is asked about, until there is one.
void HoudtAllenOp(Hooks* hooks) {
  const Memory<std::string> waiting_for;
  Outside([waiting_for](Hooks* outside) {
    outside->On<Vraag>([waiting_for](auto& call) -> grpc::Status {
      const std::string bsn = call.request.bsn();
      const bool is_held =
          waiting_for.With("", [&](const std::string& other) { return !other.empty() && other != bsn; });
      if (is_held) return {grpc::StatusCode::UNAVAILABLE, "not asked"};
      const grpc::Status status = call.Forward();
      const bool is_answered =
          status.ok() && call.response.antwoord() != contract::LKS_ANTWOORD_NIET_BESCHIKBAAR;
      waiting_for.With("", [&](std::string& other) { other = is_answered ? "" : bsn; });
      return status;
    });
  })(hooks);
}

void ZonderVoorloopnul(std::string* bsn) {
  bsn->erase(0, std::min(bsn->find_first_not_of('0'), bsn->size()));
}

template <typename Request>
void WandklokTijdstip(Request* request) {
  *request->mutable_tijdstip() = client::TimestampOf(absl::FromUnixSeconds(1'780'000'000));
}

Mutants Rapportbezorging() {
  return {
      {"DL-04/rapport-niet-bezorgd", "Rapporten worden niet bezorgd.",
       BezorgtNiet<Levering>([](const Levering&) { return true; })},
      {"DL-04/leeg-rapport-niet-bezorgd", "Een rapport met alleen berichten wordt niet bezorgd.",
       BezorgtNiet<Levering>([](const Levering& rapport) { return rapport.aantal_rijen() == 0; })},
      {"CSV-05/bezorgd-andere-bytes", "Bezorgd worden andere bytes dan in de lijst staan.",
       Zegt<Levering>([](Levering* rapport) {
         rapport->mutable_inhoud()->append("\r\n");
         rapport->set_sha256(Sha256Of(rapport->inhoud()));
       })},
      {"CSV-05/bezorgd-andere-hash", "Bij een bezorgd rapport staat een andere SHA-256.",
       Zegt<Levering>([](Levering* rapport) { rapport->set_sha256(Sha256Of("")); })},
      {"CSV-05/bezorgd-ander-aantal", "Bij een bezorgd rapport telt de kopregel mee.",
       Zegt<Levering>([](Levering* rapport) { rapport->set_aantal_rijen(rapport->aantal_rijen() + 1); })},
      {"CSV-04/bezorgd-andere-naam", "Een bezorgd rapport heet rapport.csv.",
       Zegt<Levering>([](Levering* rapport) { rapport->set_bestandsnaam("rapport.csv"); })},
      {"DL-04/rapport-andere-dag", "Een bezorgd rapport noemt de dag voor de uitwisseling.",
       Zegt<Levering>([](Levering* rapport) {
         *rapport->mutable_datum() = DatumVanDag(*DagVanDatum(rapport->datum()) - Dagen(1));
       })},
      {"SIG-04/bezorgd-voor-een-ander", "Een bezorgd rapport noemt een andere gemeente.",
       Zegt<Levering>([](Levering* rapport) { rapport->set_gemeentecode("0014"); })},
  };
}

Mutants Meldingen() {
  return {
      {"DL-01/niet-bezorgd", "Doorleveringen worden niet bezorgd.",
       BezorgtNiet<Melding>([](const Melding& melding) { return melding.has_doorlevering(); })},
      {"SIG-07/niet-bezorgd", "Berichten worden niet bezorgd.",
       BezorgtNiet<Melding>([](const Melding& melding) { return melding.has_bericht(); })},
      {"DL-01/bezorgd-andere-dag", "Een bezorgde melding noemt de dag voor de uitwisseling.",
       Zegt<Melding>([](Melding* melding) {
         *melding->mutable_datum() = DatumVanDag(*DagVanDatum(melding->datum()) - Dagen(1));
       })},
      {"DL-01/bezorgd-voor-een-ander", "Een bezorgde melding noemt een andere gemeente.",
       Zegt<Melding>([](Melding* melding) { melding->set_gemeentecode("0014"); })},
      {"DL-01/bezorgd-zonder-ingang", "Een bezorgde doorlevering noemt geen dag.",
       Zegt<Melding>([](Melding* melding) {
         if (melding->has_doorlevering()) melding->mutable_doorlevering()->clear_datum_ingang();
       })},
      {"DL-01/bezorgd-ander-kenmerk",
       "Een bezorgde doorlevering heeft een kenmerk zonder hoofdletters en cijfers.",
       Zegt<Melding>([](Melding* melding) {
         if (melding->has_doorlevering()) melding->mutable_doorlevering()->set_kenmerk("melding");
       })},
      {"SIG-07/bezorgd-verwisseld", "In een bezorgd bericht zijn de twee soorten verwisseld.",
       Zegt<Melding>([](Melding* melding) {
         if (!melding->has_bericht()) return;
         const bool is_ingetrokken = melding->bericht().soort() == contract::BERICHTSOORT_INGETROKKEN;
         melding->mutable_bericht()->set_soort(is_ingetrokken ? contract::BERICHTSOORT_HERSTELD_VOOR_EINDE
                                                              : contract::BERICHTSOORT_INGETROKKEN);
       })},
      {"BSN-01/bezorgd-zonder-voorloopnul", "In een bezorgde melding verliest een BSN zijn voorloopnullen.",
       Zegt<Melding>([](Melding* melding) {
         if (melding->has_doorlevering()) ZonderVoorloopnul(melding->mutable_doorlevering()->mutable_bsn());
         if (melding->has_bericht()) ZonderVoorloopnul(melding->mutable_bericht()->mutable_bsn());
       })},
      {"DL-04/tijdstip-van-de-wandklok",
       "Een bezorging draagt de tijd van buiten in plaats van die van de omgeving.",
       Zegt<Melding>(WandklokTijdstip<Melding>)},
  };
}

Mutants Vragen() {
  return {
      {"SIG-09/een-houdt-allen-op",
       "Weet een gemeente het niet van een werknemer, dan wachten alle andere mee.", HoudtAllenOp},
      {"SIG-02/dkd-een-dag-meer", "Het DKD wordt een dag te ver terug gevraagd.",
       Zegt<Vraag>([](Vraag* vraag) {
         *vraag->mutable_datum_van() = DatumVanDag(*DagVanDatum(vraag->datum_van()) - Dagen(1));
       })},
      {"SIG-02/dkd-tot-vandaag", "Het DKD wordt tot en met de dag van de vraag gevraagd.",
       Zegt<Vraag>([](Vraag* vraag) {
         if (vraag->datum_van().SerializeAsString() == vraag->datum_tot().SerializeAsString()) return;
         *vraag->mutable_datum_tot() = DatumVanDag(DagVan(client::TimeOf(vraag->tijdstip())));
       })},
      {"BSN-01/dkd-zonder-voorloopnul", "In een DKD-vraag verliest een BSN zijn voorloopnullen.",
       Zegt<Vraag>([](Vraag* vraag) { ZonderVoorloopnul(vraag->mutable_bsn()); })},
      {"SIG-09/tijdstip-van-de-wandklok",
       "Een DKD-vraag draagt de tijd van buiten in plaats van die van de omgeving.",
       Zegt<Vraag>(WandklokTijdstip<Vraag>)},
      {"SIG-09/zonder-vraag-id", "Een DKD-vraag heeft geen id.",
       Zegt<Vraag>([](Vraag* vraag) { vraag->clear_vraag_id(); })},
      {"SIG-09/een-vraag-id", "Elke DKD-vraag heeft hetzelfde id.",
       Zegt<Vraag>([](Vraag* vraag) { vraag->set_vraag_id("vraag"); })},
  };
}

}  // namespace

Mutants BezorgingMutants() {
  Mutants mutants = Rapportbezorging();
  for (const auto family : {Meldingen, Vragen}) {
    for (Mutant& mutant : family()) mutants.push_back(std::move(mutant));
  }
  return mutants;
}

}  // namespace ketenproef::conformance::ib
