#include "conformance/mutants/uitgaand.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "client/lib/datum.h"

namespace ketenproef::conformance {
namespace {

// The ways to falsify; those that are not set do nothing.
struct Vervalsing {
  std::function<void(Post&, const World&)> post;
  std::function<std::string(const Rapport&, const Vorm&)> write;
  std::function<void(Rapporten&, const World&)> getoond;
};

// What there is to see now.
struct Beeld {
  Rapporten good;
  Post post;
  Rapporten getoond;
};

template <typename Items>
void DropFuture(Items* items, Dag laatste) {
  items->erase(std::remove_if(items->begin(), items->end(),
                              [&](const auto& item) { return *DagVanDatum(item.datum()) > laatste; }),
               items->end());
}

Beeld Compute(const World& world, const Vervalsing& vervalsing) {
  Beeld beeld;
  beeld.good = ReadRapporten(world);
  beeld.getoond = beeld.good;
  const Vorm vorm = VormOf(world);
  if (vervalsing.post) {
    const Dag laatste = world.LaatsteUitwisseling();
    beeld.post = ReadPost(world, beeld.good);
    vervalsing.post(beeld.post, world);
    DropFuture(&beeld.post.doorleveringen, laatste);
    DropFuture(&beeld.post.berichten, laatste);
    beeld.getoond = MakeRapporten(beeld.post, beeld.good, vorm, laatste);
  }
  if (vervalsing.write) {
    for (Rapport& rapport : beeld.getoond.rapporten) {
      rapport.bytes = vervalsing.write(rapport, vorm);
      Describe(&rapport);
    }
  }
  if (vervalsing.getoond) vervalsing.getoond(beeld.getoond, world);
  return beeld;
}

// Looks once at an omgeving as it stands: what is asked again before anything happened is answered from what
// was seen.
class Kijker {
 public:
  explicit Kijker(Vervalsing vervalsing) : vervalsing_(std::move(vervalsing)) {}

  std::shared_ptr<const Beeld> Look(const World& world) const {
    contract::GetOmgevingRequest request;
    request.set_naam(world.omgeving());
    const contract::Omgeving omgeving = world.Ask(request).omgeving();
    const std::string stand = absl::StrCat(omgeving.volgnummer(), "@", omgeving.tijdstip().seconds(), ".",
                                           omgeving.tijdstip().nanos());
    auto seen = seen_.With(world.omgeving(), [](const Seen& last) { return last; });
    if (seen.beeld != nullptr && seen.stand == stand) return seen.beeld;
    seen = {stand, std::make_shared<const Beeld>(Compute(world, vervalsing_))};
    seen_.With(world.omgeving(), [&](Seen& last) { last = seen; });
    return seen.beeld;
  }

 private:
  struct Seen {
    std::string stand;
    std::shared_ptr<const Beeld> beeld;
  };

  Vervalsing vervalsing_;
  Memory<Seen> seen_;
};

// Whether an item is one that the request asks for.
template <typename Request, typename Item>
bool IsAsked(const Request& request, const Item& item) {
  const Dag datum = *DagVanDatum(item.datum());
  if (!request.gemeentecode().empty() && item.gemeentecode() != request.gemeentecode()) return false;
  if (request.has_datum_van() && datum < *DagVanDatum(request.datum_van())) return false;
  if (request.has_datum_tot() && datum > *DagVanDatum(request.datum_tot())) return false;
  if constexpr (requires { request.alleen_onbevestigd(); }) {
    return !request.alleen_onbevestigd() || !item.has_bevestigd_tijdstip();
  }
  return true;
}

// Cuts the page that is asked for out of all items. Page tokens are `o` and a place.
template <typename Request, typename Items, typename Response>
void CutPage(const Request& request, const Items& items, Response* response,
             const std::function<void(std::size_t)>& add) {
  std::size_t begin = 0;
  if (!request.page_token().empty() && !absl::SimpleAtoi(request.page_token().substr(1), &begin)) {
    begin = items.size();
  }
  const std::size_t size =
      request.page_size() == 0 ? 100 : static_cast<std::size_t>(std::min(request.page_size(), 1'000));
  const std::size_t end = std::min(items.size(), begin + size);
  for (std::size_t i = begin; i < end; ++i) add(i);
  if (end < items.size()) response->set_next_page_token(absl::StrCat("o", end));
}

// A list is answered from what there is to see. A request that the good one refuses is refused.
template <typename Request, typename Item>
void ServeList(Hooks* hooks, const Kijker& kijker, std::function<std::vector<Item>(const Beeld&)> all,
               std::function<void(client::ResponseTo<Request>*, const Item&)> add) {
  hooks->On<Request>([kijker, all, add](Passage<Request>& call) {
    const Request asked = call.request;
    if (!asked.page_token().empty() && asked.page_token()[0] == 'o') call.request.clear_page_token();
    const grpc::Status status = call.Forward();
    if (!status.ok()) return status;
    std::vector<Item> items;
    for (const Item& item : all(*kijker.Look(call.world()))) {
      if constexpr (requires { asked.gemeentecode(); }) {
        if (!IsAsked(asked, item)) continue;
      }
      items.push_back(item);
    }
    call.response.Clear();
    CutPage(asked, items, &call.response, [&](std::size_t i) { add(&call.response, items[i]); });
    return status;
  });
}

const Rapport* Find(const Rapporten& rapporten, const std::string& id) {
  for (const Rapport& rapport : rapporten.rapporten) {
    if (rapport.beschrijving.rapportage_id() == id) return &rapport;
  }
  return nullptr;
}

void ServeDownload(Hooks* hooks, const Kijker& kijker) {
  hooks->On<contract::DownloadRapportageRequest>([kijker](auto& call) {
    const auto beeld = kijker.Look(call.world());
    const Rapport* rapport = Find(beeld->getoond, call.request.rapportage_id());
    if (rapport == nullptr) return Refusal(grpc::StatusCode::NOT_FOUND, "RAPPORTAGE_ONBEKEND");
    call.response.set_inhoud(rapport->bytes);
    return grpc::Status(grpc::Status::OK);
  });
}

// A confirmation of what was shown counts as one of what was made.
void ServeConfirm(Hooks* hooks, const Kijker& kijker) {
  hooks->On<contract::ConfirmRapportageRequest>(
      [kijker, confirmed = Memory<std::set<std::string>>()](auto& call) {
        const auto beeld = kijker.Look(call.world());
        const std::string id = call.request.rapportage_id();
        const Rapport* shown = Find(beeld->getoond, id);
        if (shown == nullptr) return call.Forward();
        if (shown->beschrijving.sha256() != call.request.sha256() ||
            shown->beschrijving.aantal_rijen() != call.request.aantal_rijen()) {
          return Refusal(grpc::StatusCode::FAILED_PRECONDITION, "ONTVANGST_ONGELIJK");
        }
        grpc::Status status;
        if (const Rapport* good = Find(beeld->good, id)) {
          call.request.set_sha256(good->beschrijving.sha256());
          call.request.set_aantal_rijen(good->beschrijving.aantal_rijen());
          status = call.Forward();
        } else {
          const bool is_new =
              confirmed.With(call.world().omgeving(), [&](auto& ids) { return ids.insert(id).second; });
          call.response.set_herhaald(!is_new);
          *call.response.mutable_rapportage()->mutable_bevestigd_tijdstip() =
              client::TimestampOf(call.world().Now());
        }
        const auto bevestigd = call.response.rapportage().bevestigd_tijdstip();
        *call.response.mutable_rapportage() = shown->beschrijving;
        *call.response.mutable_rapportage()->mutable_bevestigd_tijdstip() = bevestigd;
        return status;
      });
}

void ServeRapporten(Hooks* hooks, const Kijker& kijker) {
  ServeList<contract::ListRapportagesRequest, contract::Rapportage>(
      hooks, kijker,
      [](const Beeld& beeld) {
        std::vector<contract::Rapportage> all;
        for (const Rapport& rapport : beeld.getoond.rapporten) all.push_back(rapport.beschrijving);
        return all;
      },
      [](auto* response, const auto& item) { *response->add_rapportages() = item; });
  ServeList<contract::ListNotificatiesRequest, contract::Notificatie>(
      hooks, kijker, [](const Beeld& beeld) { return beeld.getoond.notificaties; },
      [](auto* response, const auto& item) { *response->add_notificaties() = item; });
  ServeDownload(hooks, kijker);
  ServeConfirm(hooks, kijker);
}

}  // namespace

Break Uitgaand(std::function<void(Post&, const World&)> edit) {
  Vervalsing vervalsing;
  vervalsing.post = std::move(edit);
  return [vervalsing](Hooks* hooks) {
    const Kijker kijker(vervalsing);
    ServeRapporten(hooks, kijker);
    ServeList<contract::ListDoorleveringenRequest, contract::Doorlevering>(
        hooks, kijker, [](const Beeld& beeld) { return beeld.post.doorleveringen; },
        [](auto* response, const auto& item) { *response->add_doorleveringen() = item; });
    ServeList<contract::ListBerichtenRequest, contract::Bericht>(
        hooks, kijker, [](const Beeld& beeld) { return beeld.post.berichten; },
        [](auto* response, const auto& item) { *response->add_berichten() = item; });
    ServeList<contract::ListAangehoudenRequest, contract::Aangehouden>(
        hooks, kijker, [](const Beeld& beeld) { return beeld.post.aangehouden; },
        [](auto* response, const auto& item) { *response->add_aangehouden() = item; });
  };
}

Break Aangehouden(std::function<void(std::vector<contract::Aangehouden>*)> edit) {
  return Uitgaand([edit = std::move(edit)](Post& post, const World&) { edit(&post.aangehouden); });
}

Break Geschreven(std::function<std::string(const Rapport&, const Vorm&)> write) {
  Vervalsing vervalsing;
  vervalsing.write = std::move(write);
  return [vervalsing](Hooks* hooks) { ServeRapporten(hooks, Kijker(vervalsing)); };
}

Break Getoond(std::function<void(Rapporten&, const World&)> edit) {
  Vervalsing vervalsing;
  vervalsing.getoond = std::move(edit);
  return [vervalsing](Hooks* hooks) { ServeRapporten(hooks, Kijker(vervalsing)); };
}

}  // namespace ketenproef::conformance
