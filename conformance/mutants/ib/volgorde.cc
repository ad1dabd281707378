// DL-04: the order of meldingen per case, and deliveries with a bericht-id until they are acknowledged.
#include <algorithm>
#include <deque>

#include "absl/strings/str_cat.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"
#include "conformance/mutants/outside.h"

namespace ketenproef::conformance::ib {
namespace {

using Delivery = contract::DeliverMeldingRequest;

// Around every delivery of a melding or bericht.
Break Levert(std::function<void(Hooks*)> install) {
  return Outside(std::move(install));
}

bool IsZiek(const Delivery& request) {
  return request.doorlevering().soort() == contract::DOORLEVERINGSOORT_ZIEK;
}

// Every attempt has an id of its own.
void NieuwIdPerPoging(Hooks* hooks) {
  hooks->On<Delivery>([attempts = Memory<int>()](auto& call) {
    const int attempt = attempts.With("", [](int& count) { return ++count; });
    call.request.set_bericht_id(absl::StrCat(call.request.bericht_id(), "-", attempt));
    return call.Forward();
  });
}

// What was not acknowledged is taken for delivered.
template <typename Request>
void GeeftOp(Hooks* hooks) {
  hooks->On<Request>([](auto& call) {
    static_cast<void>(call.Forward());
    return grpc::Status(grpc::Status::OK);
  });
}

// Everything is delivered a second time, with another id.
template <typename Request>
void LevertDubbel(Hooks* hooks) {
  hooks->On<Request>([](auto& call) {
    const grpc::Status status = call.Forward();
    if (!status.ok()) return status;
    call.request.set_bericht_id(absl::StrCat(call.request.bericht_id(), "-2"));
    return call.Forward();
  });
}

// A ziekmelding waits until the herstelmelding or intrekking of its case has gone.
void ZiekAlsLaatste(Hooks* hooks) {
  hooks->On<Delivery>([held = Memory<std::deque<Delivery>>()](auto& call) {
    if (IsZiek(call.request)) {
      held.With("", [&](auto& waiting) { waiting.push_back(call.request); });
      return grpc::Status(grpc::Status::OK);
    }
    const grpc::Status status = call.Forward();
    held.With("", [&](auto& waiting) {
      for (const Delivery& request : waiting) call.world().Ask(request);
      waiting.clear();
    });
    return status;
  });
}

// What follows does not wait for a ziekmelding that was not acknowledged; that one comes after it.
void WachtNiet(Hooks* hooks) {
  hooks->On<Delivery>([held = Memory<std::deque<Delivery>>()](auto& call) {
    const grpc::Status status = call.Forward();
    if (IsZiek(call.request)) {
      if (!status.ok()) held.With("", [&](auto& waiting) { waiting.push_back(call.request); });
      return grpc::Status(grpc::Status::OK);
    }
    held.With("", [&](auto& waiting) {
      for (const Delivery& request : waiting) call.world().Ask(request);
      waiting.clear();
    });
    return status;
  });
}

// In the list all that went in one exchange stands the other way round.
void Omgekeerd(Post& post, const World&) {
  std::stable_sort(post.doorleveringen.begin(), post.doorleveringen.end(), [](const auto& a, const auto& b) {
    if (*DagVanDatum(a.datum()) != *DagVanDatum(b.datum())) {
      return *DagVanDatum(a.datum()) < *DagVanDatum(b.datum());
    }
    return a.melding_volgnummer() > b.melding_volgnummer();
  });
}

// Of a combined message the herstel part stands first.
void HerstelVoorop(Post& post, const World&) {
  for (std::size_t i = 1; i < post.doorleveringen.size(); ++i) {
    auto& ziek = post.doorleveringen[i - 1];
    auto& herstel = post.doorleveringen[i];
    const bool is_combined = ziek.inhoud().kenmerk() == herstel.inhoud().kenmerk() &&
                             herstel.inhoud().soort() == contract::DOORLEVERINGSOORT_HERSTEL;
    if (is_combined) std::swap(ziek, herstel);
  }
}

// Order of the kind, not of acceptance: all ziekmeldingen first.
void EerstZiek(Post& post, const World&) {
  std::stable_sort(post.doorleveringen.begin(), post.doorleveringen.end(), [](const auto& a, const auto& b) {
    if (*DagVanDatum(a.datum()) != *DagVanDatum(b.datum())) {
      return *DagVanDatum(a.datum()) < *DagVanDatum(b.datum());
    }
    return a.inhoud().soort() < b.inhoud().soort();
  });
}

// One id for all that is about a case.
void IdPerGeval(contract::Doorlevering& doorlevering, const World&) {
  doorlevering.set_bericht_id(
      absl::StrCat(doorlevering.inhoud().loonheffingennummer(), "-", doorlevering.inhoud().verwijst_naar()));
}

// Another id whenever the list is asked for.
void IdPerVraag(Hooks* hooks) {
  hooks->On<contract::ListDoorleveringenRequest>([asked = Memory<int>()](auto& call) {
    const int count = asked.With(call.world().omgeving(), [](int& value) { return ++value; });
    const grpc::Status status = call.Forward();
    for (auto& doorlevering : *call.response.mutable_doorleveringen()) {
      doorlevering.set_bericht_id(absl::StrCat(doorlevering.bericht_id(), "-", count));
    }
    return status;
  });
}

using Doorleveringbevestiging = contract::ConfirmDoorleveringenRequest;

// Every confirmation counts as a first one.
void TeltHerhaald(Hooks* hooks) {
  hooks->On<Doorleveringbevestiging>([](auto& call) {
    const grpc::Status status = call.Forward();
    call.response.set_aantal_bevestigd(call.response.aantal_bevestigd() + call.response.aantal_herhaald());
    call.response.set_aantal_herhaald(0);
    return status;
  });
}

void WeigertHerhaling(Hooks* hooks) {
  hooks->On<Doorleveringbevestiging>([](auto& call) {
    const grpc::Status status = call.Forward();
    if (!status.ok() || call.response.aantal_herhaald() == 0) return status;
    return Refusal(grpc::StatusCode::FAILED_PRECONDITION, "BERICHT_ONBEKEND");
  });
}

// A confirmation is answered, and not kept.
void VergeetBevestiging(Hooks* hooks) {
  hooks->On<Doorleveringbevestiging>([](auto& call) {
    call.response.set_aantal_bevestigd(call.request.bericht_ids_size());
    return grpc::Status(grpc::Status::OK);
  });
}

// Of a confirmation with an unknown id the known ones count.
void NietAllesOfNiets(Hooks* hooks) {
  hooks->On<Doorleveringbevestiging>([](auto& call) {
    const auto ids = call.request.bericht_ids();
    const grpc::Status status = call.Forward();
    if (status.error_code() != grpc::StatusCode::NOT_FOUND) return status;
    for (const std::string& id : ids) {
      Doorleveringbevestiging one;
      one.add_bericht_ids(id);
      call.world().Ask(one);
    }
    return status;
  });
}

Mutants Lijsten() {
  return {
      {"DL-04/lijst-omgekeerd", "In de lijst staat het laatste van een uitwisseling eerst.",
       Uitgaand(Omgekeerd)},
      {"DL-04/herstel-voorop", "Van een gecombineerd bericht staat het herstel eerst.",
       Uitgaand(HerstelVoorop)},
      {"DL-04/eerst-alle-ziek", "De lijst staat op soort, niet op volgorde van aanvaarding.",
       Uitgaand(EerstZiek)},
      {"DL-04/id-per-geval", "Alles over een geval heeft hetzelfde bericht-id.", Doorleveringen(IdPerGeval)},
      {"DL-04/id-per-vraag", "Elke vraag naar de lijst geeft andere bericht-ids.", IdPerVraag},
      {"DL-04/herhaling-telt", "Een herhaalde bevestiging telt als een eerste.", TeltHerhaald},
      {"DL-04/herhaling-geweigerd", "Een herhaalde bevestiging wordt geweigerd.", WeigertHerhaling},
      {"DL-04/bevestiging-vergeten", "Een bevestiging wordt niet bewaard.", VergeetBevestiging},
      {"DL-04/niet-alles-of-niets", "Met een onbekend bericht-id erbij tellen de bekende toch.",
       NietAllesOfNiets},
  };
}

}  // namespace

Mutants VolgordeMutants() {
  Mutants mutants = Lijsten();
  Mutants delivered = {
      {"DL-04/nieuw-id-per-poging", "Elke poging heeft een ander bericht-id.", Levert(NieuwIdPerPoging)},
      {"DL-04/geeft-op", "Wat niet bevestigd wordt, wordt niet herhaald.", Levert(GeeftOp<Delivery>)},
      {"DL-04/levert-dubbel", "Elke melding wordt tweemaal bezorgd, met twee ids.",
       Levert(LevertDubbel<Delivery>)},
      {"DL-04/ziek-als-laatste", "Een ziekmelding wordt na het herstel bezorgd.", Levert(ZiekAlsLaatste)},
      {"DL-04/wacht-niet", "Wat volgt, wacht niet op de bevestiging van de ziekmelding.", Levert(WachtNiet)},
      {"DL-04/rapport-geeft-op", "Een rapport dat niet bevestigd wordt, wordt niet nog eens bezorgd.",
       Levert(GeeftOp<contract::DeliverRapportageRequest>)},
      {"DL-04/rapport-levert-dubbel", "Een rapport wordt tweemaal bezorgd, met twee ids.",
       Levert(LevertDubbel<contract::DeliverRapportageRequest>)},
  };
  for (Mutant& mutant : delivered) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::ib
