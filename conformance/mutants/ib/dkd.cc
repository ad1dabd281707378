// SIG-09: what an Inlichtingenbureau makes of what gemeenten answer about LKS (DKD).
#include <map>

#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"
#include "conformance/mutants/outside.h"

namespace ketenproef::conformance::ib {
namespace {

// The answer is read as another: `read` gets what came, and may change it.
Break Leest(std::function<grpc::Status(const grpc::Status&, const contract::LookupLksRequest&,
                                       contract::LookupLksResponse*)>
                read) {
  return Outside([read = std::move(read)](Hooks* hooks) {
    hooks->On<contract::LookupLksRequest>([read](auto& call) {
      const grpc::Status status = call.Forward();
      return read(status, call.request, &call.response);
    });
  });
}

bool IsNietBeschikbaar(const grpc::Status& status, const contract::LookupLksResponse& response) {
  return status.ok() && response.antwoord() == contract::LKS_ANTWOORD_NIET_BESCHIKBAAR;
}

grpc::Status NietsGevonden(contract::LookupLksResponse* response) {
  response->Clear();
  response->set_antwoord(contract::LKS_ANTWOORD_NIETS_GEVONDEN);
  return grpc::Status::OK;
}

// A period that fits the question, as if one had been found.
grpc::Status Gevonden(const contract::LookupLksRequest& request, contract::LookupLksResponse* response) {
  response->Clear();
  response->set_antwoord(contract::LKS_ANTWOORD_GEVONDEN);
  contract::LksPeriode& periode = *response->add_lks_perioden();
  periode.set_bsn(request.bsn());
  periode.set_gemeentecode(request.gemeentecode());
  *periode.mutable_datum_van() = request.datum_van();
  periode.set_loonwaarde(50);
  periode.set_forfaitair(false);
  return grpc::Status::OK;
}

// Every further question after one that was not answered is answered by the system itself, in this way.
Break NaEenKeer(
    std::function<grpc::Status(const contract::LookupLksRequest&, contract::LookupLksResponse*)> answer) {
  return Outside([answer = std::move(answer)](Hooks* hooks) {
    hooks->On<contract::LookupLksRequest>(
        [answer, silent = Memory<std::map<std::string, bool>>()](auto& call) {
          const std::string bsn = call.request.bsn();
          const bool was_silent =
              silent.With(call.world().omgeving(), [&](auto& by_bsn) { return by_bsn.contains(bsn); });
          if (was_silent) return answer(call.request, &call.response);
          const grpc::Status status = call.Forward();
          if (!status.ok() || IsNietBeschikbaar(status, call.response)) {
            silent.With(call.world().omgeving(), [&](auto& by_bsn) { by_bsn[bsn] = true; });
          }
          return status;
        });
  });
}

// The answer of the first time, for ever.
Break EersteAntwoordBlijft() {
  return Outside([](Hooks* hooks) {
    hooks->On<contract::LookupLksRequest>(
        [answers = Memory<std::map<std::string, contract::LookupLksResponse>>()](auto& call) -> grpc::Status {
          const std::string bsn = call.request.bsn();
          const bool is_known = answers.With(call.world().omgeving(), [&](auto& by_bsn) {
            if (!by_bsn.contains(bsn)) return false;
            call.response = by_bsn[bsn];
            return true;
          });
          if (is_known) return grpc::Status::OK;
          const grpc::Status status = call.Forward();
          if (status.ok()) {
            answers.With(call.world().omgeving(), [&](auto& by_bsn) { by_bsn[bsn] = call.response; });
          }
          return status;
        });
  });
}

}  // namespace

Mutants DkdMutants() {
  return {
      {"SIG-09/niet-beschikbaar-is-niets", "\"Niet beschikbaar\" geldt als \"niets gevonden\".",
       Leest([](const grpc::Status& status, const auto&, contract::LookupLksResponse* response) {
         return IsNietBeschikbaar(status, *response) ? NietsGevonden(response) : status;
       })},
      {"SIG-09/fout-is-niets", "Een fout van de gemeente geldt als \"niets gevonden\".",
       Leest([](const grpc::Status& status, const auto&, contract::LookupLksResponse* response) {
         return status.ok() ? status : NietsGevonden(response);
       })},
      {"SIG-09/niet-beschikbaar-is-gevonden", "\"Niet beschikbaar\" geldt als LKS.",
       Leest([](const grpc::Status& status, const contract::LookupLksRequest& request,
                contract::LookupLksResponse* response) {
         return IsNietBeschikbaar(status, *response) ? Gevonden(request, response) : status;
       })},
      {"SIG-09/fout-is-gevonden", "Een fout van de gemeente geldt als LKS.",
       Leest([](const grpc::Status& status, const contract::LookupLksRequest& request,
                contract::LookupLksResponse* response) {
         return status.ok() ? status : Gevonden(request, response);
       })},
      {"SIG-09/niets-is-niet-beschikbaar", "\"Niets gevonden\" geldt als \"niet beschikbaar\".",
       Leest([](const grpc::Status& status, const auto&, contract::LookupLksResponse* response) {
         if (response->antwoord() == contract::LKS_ANTWOORD_NIETS_GEVONDEN) {
           response->set_antwoord(contract::LKS_ANTWOORD_NIET_BESCHIKBAAR);
         }
         return status;
       })},
      {"SIG-09/een-keer-is-genoeg", "Wie een keer niet antwoordt, heeft daarna geen LKS.",
       NaEenKeer([](const auto&, contract::LookupLksResponse* response) { return NietsGevonden(response); })},
      {"SIG-09/blijft-onbereikbaar", "Wie een keer niet antwoordt, wordt niet meer gevraagd.",
       NaEenKeer([](const auto&, contract::LookupLksResponse*) {
         return grpc::Status(grpc::StatusCode::UNAVAILABLE, "not asked any more");
       })},
      {"SIG-09/eerste-antwoord-blijft", "Het eerste antwoord over een werknemer geldt voor altijd.",
       EersteAntwoordBlijft()},
      {"SIG-09/niet-getoond", "Wat op het DKD wacht, staat nergens.", Aangehouden([](auto* aangehouden) {
         std::erase_if(*aangehouden, [](const auto& signaal) {
           return signaal.reden() == contract::AANHOUDREDEN_DKD_NIET_BESCHIKBAAR;
         });
       })},
      {"SIG-09/heet-onbestelbaar", "Wat op het DKD wacht, heet onbestelbaar.",
       Aangehouden([](auto* aangehouden) {
         for (auto& signaal : *aangehouden) signaal.set_reden(contract::AANHOUDREDEN_ONBESTELBAAR);
       })},
      {"SIG-02/dkd-alleen-einde", "Het DKD wordt alleen naar de laatste dag gevraagd.",
       Outside([](Hooks* hooks) {
         hooks->On<contract::LookupLksRequest>([](auto& call) {
           *call.request.mutable_datum_van() = call.request.datum_tot();
           return call.Forward();
         });
       })},
      {"SIG-02/dkd-een-dag-minder", "Het DKD wordt een dag te kort terug gevraagd.",
       Outside([](Hooks* hooks) {
         hooks->On<contract::LookupLksRequest>([](auto& call) {
           const Dag van = *DagVanDatum(call.request.datum_van());
           if (van < *DagVanDatum(call.request.datum_tot())) {
             *call.request.mutable_datum_van() = DatumVanDag(van + Dagen(1));
           }
           return call.Forward();
         });
       })},
  };
}

}  // namespace ketenproef::conformance::ib
