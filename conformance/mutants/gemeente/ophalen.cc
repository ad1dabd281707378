// A gemeente that collects, by its calls to the Inlichtingenbureau: what it finds and fetches.
#include <set>
#include <string>

#include "conformance/mutants/breaks.h"
#include "conformance/mutants/gemeente/mutanten.h"

namespace ketenproef::conformance::gemeente {
namespace {

using Lijst = contract::ListRapportagesRequest;
using Doorleveringen = contract::ListDoorleveringenRequest;
using Berichten = contract::ListBerichtenRequest;
using Download = contract::DownloadRapportageRequest;

grpc::Status Ok() {
  return grpc::Status::OK;
}

// It never sees that there is another page, and the first stays what it was.
template <typename Request>
void EerstePagina(Hooks* hooks) {
  hooks->On<Request>([](auto& call) {
    if constexpr (requires { call.request.alleen_onbevestigd(); }) call.request.set_alleen_onbevestigd(false);
    const grpc::Status status = call.Forward();
    call.response.clear_next_page_token();
    return status;
  });
}

// The second page is taken for the last, and the list stays what it was.
template <typename Request>
void TweeBladzijden(Hooks* hooks) {
  hooks->On<Request>([](auto& call) {
    if constexpr (requires { call.request.alleen_onbevestigd(); }) call.request.set_alleen_onbevestigd(false);
    const bool is_first = call.request.page_token().empty();
    const grpc::Status status = call.Forward();
    if (!is_first) call.response.clear_next_page_token();
    return status;
  });
}

// It does not ask at all.
template <typename Request>
void VraagtNiet(Hooks* hooks) {
  hooks->On<Request>([](auto&) { return Ok(); });
}

// Of the reports in a list it sees those that are such.
Break Ziet(std::function<bool(const contract::Rapportage&)> when) {
  return [when = std::move(when)](Hooks* hooks) {
    hooks->On<Lijst>([when](auto& call) {
      const grpc::Status status = call.Forward();
      const auto all = call.response.rapportages();
      call.response.clear_rapportages();
      for (const auto& rapportage : all) {
        if (when(rapportage)) *call.response.add_rapportages() = rapportage;
      }
      return status;
    });
  };
}

// It asks for the first of its gemeenten only.
template <typename Request>
void AlleenEersteGemeente(Hooks* hooks) {
  hooks->On<Request>(
      [](auto& call) { return call.request.gemeentecode() == "0599" ? Ok() : call.Forward(); });
}

// It asks for the reports of everybody.
void VraagtAlles(Hooks* hooks) {
  hooks->On<Lijst>([](auto& call) {
    call.request.clear_gemeentecode();
    return call.Forward();
  });
}

void AlleenEerste(Hooks* hooks) {
  hooks->On<Lijst>([](auto& call) {
    const grpc::Status status = call.Forward();
    while (call.response.rapportages_size() > 1) call.response.mutable_rapportages()->RemoveLast();
    call.response.clear_next_page_token();
    return status;
  });
}

// Once it has found something it does not look again: only what was in that list is fetched.
void KijktEenmaal(Hooks* hooks) {
  hooks->On<Lijst>([first = Memory<std::set<std::string>>()](auto& call) {
    const grpc::Status status = call.Forward();
    const auto all = call.response.rapportages();
    call.response.clear_rapportages();
    first.With(call.request.gemeentecode(), [&](auto& ids) {
      const bool is_first = ids.empty();
      for (const auto& rapportage : all) {
        if (is_first) ids.insert(rapportage.rapportage_id());
        if (ids.contains(rapportage.rapportage_id())) *call.response.add_rapportages() = rapportage;
      }
    });
    return status;
  });
}

// Of the reports of one gemeente it sees the first that there ever was.
void EenPerGemeente(Hooks* hooks) {
  hooks->On<Lijst>([first = Memory<std::string>()](auto& call) {
    const grpc::Status status = call.Forward();
    const auto all = call.response.rapportages();
    call.response.clear_rapportages();
    for (const auto& rapportage : all) {
      const bool is_first = first.With(rapportage.gemeentecode(), [&](std::string& id) {
        if (id.empty()) id = rapportage.rapportage_id();
        return id == rapportage.rapportage_id();
      });
      if (is_first) *call.response.add_rapportages() = rapportage;
    }
    return status;
  });
}

// After the first call that fails it only looks: nothing that it finds is fetched or confirmed.
template <typename... Requests>
Break StoptNaFout() {
  return [](Hooks* hooks) {
    Memory<bool> has_failed;
    const auto on = [&]<typename Request>(const Request*) {
      hooks->On<Request>([has_failed](auto& call) -> grpc::Status {
        const bool is_over = has_failed.With("", [](bool& failed) { return failed; });
        constexpr bool kIsLooking = requires {
          call.request.page_size();
        };
        if (is_over && !kIsLooking) return {grpc::StatusCode::UNAVAILABLE, "given up"};
        const grpc::Status status = call.Forward();
        if (!status.ok()) has_failed.With("", [](bool& failed) { failed = true; });
        if (is_over) call.response.Clear();
        return status;
      });
    };
    (on(static_cast<const Requests*>(nullptr)), ...);
  };
}

// A download that failed is not begun again.
void DownloadtEenmaal(Hooks* hooks) {
  hooks->On<Download>([failed = Memory<std::set<std::string>>()](auto& call) -> grpc::Status {
    const std::string id = call.request.rapportage_id();
    if (failed.With("", [&](auto& ids) { return ids.contains(id); })) {
      return {grpc::StatusCode::UNAVAILABLE, "given up"};
    }
    const grpc::Status status = call.Forward();
    if (!status.ok()) failed.With("", [&](auto& ids) { ids.insert(id); });
    return status;
  });
}

// What it confirmed it fetches again in every round.
void HaaltSteedsWeer(Hooks* hooks) {
  Memory<std::set<std::string>> confirmed;
  hooks->On<contract::ConfirmRapportageRequest>([confirmed](auto& call) {
    const grpc::Status status = call.Forward();
    confirmed.With("", [&](auto& ids) { ids.insert(call.request.rapportage_id()); });
    return status;
  });
  hooks->On<Lijst>([confirmed](auto& call) {
    const grpc::Status status = call.Forward();
    for (const std::string& id : confirmed.With("", [](const auto& ids) { return ids; })) {
      Download again;
      again.set_rapportage_id(id);
      call.world().Ask(again);
    }
    return status;
  });
}

// A confirmation names, in its metadata, whom the list was about.
void BsnInMetadata(Hooks* hooks) {
  Memory<std::string> bsn;
  hooks->On<Doorleveringen>([bsn](auto& call) {
    const grpc::Status status = call.Forward();
    for (const auto& item : call.response.doorleveringen()) {
      bsn.With("", [&](std::string& last) { last = item.inhoud().bsn(); });
    }
    return status;
  });
  hooks->On<contract::ConfirmDoorleveringenRequest>([bsn](auto& call) {
    call.AddMetadata("werknemer", bsn.With("", [](const std::string& value) { return value; }));
    return call.Forward();
  });
}

}  // namespace

Mutants OphalenMutants() {
  return {
      {"SIG-04/vraagt-niet", "Rapporten worden niet opgehaald.", VraagtNiet<Lijst>},
      {"SIG-04/eerste-pagina", "Van de lijst met rapporten wordt alleen de eerste bladzijde gelezen.",
       EerstePagina<Lijst>},
      {"SIG-04/twee-bladzijden", "Van een lijst met rapporten worden ten hoogste twee bladzijden gelezen.",
       TweeBladzijden<Lijst>},
      {"DL-04/twee-bladzijden",
       "Van een lijst met doorleveringen worden ten hoogste twee bladzijden gelezen.",
       TweeBladzijden<Doorleveringen>},
      {"SIG-07/twee-bladzijden", "Van een lijst met berichten worden ten hoogste twee bladzijden gelezen.",
       TweeBladzijden<Berichten>},
      {"SIG-04/eerste-rapport", "Alleen het eerste rapport van een lijst wordt opgehaald.", AlleenEerste},
      {"SIG-04/alleen-eerste-gemeente", "Alleen voor de eerste gemeente wordt opgehaald.",
       Ziet([](const auto& rapportage) { return rapportage.gemeentecode() != "0599"; })},
      {"SIG-04/kijkt-eenmaal", "Na de eerste lijst met iets erin wordt er niet meer gekeken.", KijktEenmaal},
      {"SIG-04/stopt-na-fout", "Na een fout wordt er niets meer gedaan.",
       StoptNaFout<Lijst, Doorleveringen, Berichten, Download, contract::ConfirmRapportageRequest,
                   contract::ConfirmDoorleveringenRequest>()},
      {"SIG-05/een-rapport-per-gemeente", "Een tweede rapport voor een gemeente geldt als het eerste.",
       EenPerGemeente},
      {"SIG-04/ook-van-een-ander", "Ook rapporten van andere gemeenten worden opgehaald.", VraagtAlles},
      {"DL-01/alleen-eerste-gemeente", "Alleen voor de eerste gemeente worden doorleveringen opgehaald.",
       AlleenEersteGemeente<Doorleveringen>},
      {"SIG-07/alleen-eerste-gemeente", "Alleen voor de eerste gemeente worden berichten opgehaald.",
       AlleenEersteGemeente<Berichten>},
      {"CSV-05/downloadt-niet", "Rapporten worden niet gedownload.",
       [](Hooks* hooks) {
         hooks->On<Download>([](auto&) { return grpc::Status(grpc::StatusCode::UNAVAILABLE, "not begun"); });
       }},
      {"CSV-05/downloadt-eenmaal", "Een download die mislukt, wordt niet herhaald.", DownloadtEenmaal},
      {"CSV-05/steeds-weer", "Wat bevestigd is, wordt telkens weer gedownload.", HaaltSteedsWeer},
      {"CSV-03/leeg-rapport-overgeslagen", "Een rapport zonder rijen wordt niet opgehaald.",
       Ziet([](const auto& rapportage) { return rapportage.aantal_rijen() > 0; })},
      {"DL-01/vraagt-niet", "Doorleveringen worden niet opgehaald.", VraagtNiet<Doorleveringen>},
      {"DL-04/eerste-pagina", "Van de lijst met doorleveringen wordt alleen de eerste bladzijde gelezen.",
       EerstePagina<Doorleveringen>},
      {"SIG-07/vraagt-niet", "Berichten worden niet opgehaald.", VraagtNiet<Berichten>},
      {"SIG-07/eerste-pagina", "Van de lijst met berichten wordt alleen de eerste bladzijde gelezen.",
       EerstePagina<Berichten>},
      {"BSN-03/in-metadata", "Een bevestiging heeft een BSN in haar metadata.", BsnInMetadata},
  };
}

}  // namespace ketenproef::conformance::gemeente
