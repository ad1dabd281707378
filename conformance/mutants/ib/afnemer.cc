// What an afnemer gets to see: lists for one gemeente, of what is not confirmed yet, in pages.
#include <string>

#include "conformance/mutants/breaks.h"
#include "conformance/mutants/ib/mutanten.h"

namespace ketenproef::conformance::ib {
namespace {

using Rapportvragen = contract::ListRapportagesRequest;
using Doorleveringen = contract::ListDoorleveringenRequest;
using Berichtvragen = contract::ListBerichtenRequest;

// The question is put differently.
template <typename Request>
Break Vraagt(std::function<void(Request*)> change) {
  return [change = std::move(change)](Hooks* hooks) {
    hooks->On<Request>([change](auto& call) {
      change(&call.request);
      return call.Forward();
    });
  };
}

template <typename Request>
Break VanIedereen() {
  return Vraagt<Request>([](Request* request) { request->clear_gemeentecode(); });
}

template <typename Request>
Break OokBevestigd() {
  return Vraagt<Request>([](Request* request) { request->set_alleen_onbevestigd(false); });
}

template <typename Request>
Break ElkeDag() {
  return Vraagt<Request>([](Request* request) {
    request->clear_datum_van();
    request->clear_datum_tot();
  });
}

// The last day asked for is left out.
template <typename Request>
Break LaatsteDagNiet() {
  return Vraagt<Request>([](Request* request) {
    const auto tot = DagVanDatum(request->datum_tot());
    if (tot.has_value()) *request->mutable_datum_tot() = DatumVanDag(*tot - Dagen(1));
  });
}

// What stands last on a page that is not the last one is on none.
template <typename Request>
void VerliestTussenBladzijden(Hooks* hooks) {
  hooks->On<Request>([](auto& call) {
    const grpc::Status status = call.Forward();
    const auto* items = call.response.GetDescriptor()->field(0);
    if (!call.response.next_page_token().empty()) {
      call.response.GetReflection()->RemoveLast(&call.response, items);
    }
    return status;
  });
}

// The size of a page is not for the caller to say.
template <typename Request>
Break AltijdHonderd() {
  return Vraagt<Request>([](Request* request) {
    if (request->page_size() > 0 && request->page_token().empty()) request->set_page_size(100);
  });
}

// Every page is the first.
template <typename Request>
Break AltijdEerste() {
  return Vraagt<Request>([](Request* request) { request->clear_page_token(); });
}

}  // namespace

Mutants AfnemerMutants() {
  return {
      {"SIG-04/lijst-van-iedereen", "Een gemeente ziet ook de rapporten van andere gemeenten.",
       VanIedereen<Rapportvragen>()},
      {"DL-01/lijst-van-iedereen", "Een gemeente ziet ook de doorleveringen aan andere gemeenten.",
       VanIedereen<Doorleveringen>()},
      {"SIG-07/lijst-van-iedereen", "Een gemeente ziet ook de berichten aan andere gemeenten.",
       VanIedereen<Berichtvragen>()},
      {"CSV-05/onbevestigd-genegeerd", "Wie onbevestigde rapporten vraagt, krijgt ze allemaal.",
       OokBevestigd<Rapportvragen>()},
      {"DL-04/onbevestigd-genegeerd", "Wie onbevestigde doorleveringen vraagt, krijgt ze allemaal.",
       OokBevestigd<Doorleveringen>()},
      {"CSV-05/dagen-genegeerd", "Wie rapporten van bepaalde dagen vraagt, krijgt ze allemaal.",
       ElkeDag<Rapportvragen>()},
      {"DL-01/dagen-genegeerd", "Wie doorleveringen van bepaalde dagen vraagt, krijgt ze allemaal.",
       ElkeDag<Doorleveringen>()},
      {"SIG-07/dagen-genegeerd", "Wie berichten van bepaalde dagen vraagt, krijgt ze allemaal.",
       ElkeDag<Berichtvragen>()},
      {"CSV-05/laatste-dag-niet", "De laatste gevraagde dag valt buiten de lijst van rapporten.",
       LaatsteDagNiet<Rapportvragen>()},
      {"DL-01/laatste-dag-niet", "De laatste gevraagde dag valt buiten de lijst van doorleveringen.",
       LaatsteDagNiet<Doorleveringen>()},
      {"SIG-07/laatste-dag-niet", "De laatste gevraagde dag valt buiten de lijst van berichten.",
       LaatsteDagNiet<Berichtvragen>()},
      {"CSV-05/bladzijde-verliest", "Tussen twee bladzijden met rapporten gaat er een verloren.",
       VerliestTussenBladzijden<Rapportvragen>},
      {"DL-04/bladzijde-verliest", "Tussen twee bladzijden met doorleveringen gaat er een verloren.",
       VerliestTussenBladzijden<Doorleveringen>},
      {"SIG-07/bladzijde-verliest", "Tussen twee bladzijden met berichten gaat er een verloren.",
       VerliestTussenBladzijden<Berichtvragen>},
      {"CSV-05/altijd-honderd", "Een bladzijde met rapporten is altijd honderd lang.",
       AltijdHonderd<Rapportvragen>()},
      {"DL-04/altijd-honderd", "Een bladzijde met doorleveringen is altijd honderd lang.",
       AltijdHonderd<Doorleveringen>()},
      {"SIG-07/altijd-honderd", "Een bladzijde met berichten is altijd honderd lang.",
       AltijdHonderd<Berichtvragen>()},
      {"CSV-05/altijd-eerste-bladzijde", "Elke bladzijde met rapporten is de eerste.",
       AltijdEerste<Rapportvragen>()},
      {"DL-04/altijd-eerste-bladzijde", "Elke bladzijde met doorleveringen is de eerste.",
       AltijdEerste<Doorleveringen>()},
      {"SIG-07/altijd-eerste-bladzijde", "Elke bladzijde met berichten is de eerste.",
       AltijdEerste<Berichtvragen>()},
  };
}

}  // namespace ketenproef::conformance::ib
