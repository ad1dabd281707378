// DL-04: what a gemeente that serves does with bericht-ids, and what it has kept when it says so.
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "conformance/mutants/breaks.h"
#include "conformance/mutants/gemeente/mutanten.h"

namespace ketenproef::conformance::gemeente {
namespace {

using Rapportage = contract::DeliverRapportageRequest;
using Melding = contract::DeliverMeldingRequest;

// The same around both kinds of delivery. `stand` is a generic function of the passage.
template <typename Stand>
Break Bezorging(Stand stand) {
  return [stand](Hooks* hooks) {
    // One of its own for both, which share what they remember.
    const auto both = stand();
    hooks->On<Rapportage>([both](auto& call) { return both(call); });
    hooks->On<Melding>([both](auto& call) { return both(call); });
  };
}

// What the answer says about being a repeat.
template <typename Change>
Break Herhaald(Change change) {
  return Bezorging([change] {
    return [change](auto& call) {
      const grpc::Status status = call.Forward();
      if (status.ok()) call.response.set_herhaald(change(call.response.herhaald()));
      return status;
    };
  });
}

// Ids are read as another text.
Break LeestId(const std::function<std::string(const std::string& id, bool is_rapportage)>& read) {
  return Bezorging([read] {
    return [read](auto& call) {
      constexpr bool kIsRapportage = requires {
        call.request.bestandsnaam();
      };
      call.request.set_bericht_id(read(call.request.bericht_id(), kIsRapportage));
      return call.Forward();
    };
  });
}

// A repeat is a fault.
template <typename Refuse>
Break WeigertHerhaling(Refuse refuse) {
  return Bezorging([refuse] {
    return [refuse](auto& call) -> grpc::Status {
      const grpc::Status status = call.Forward();
      return status.ok() && call.response.herhaald() ? refuse() : status;
    };
  });
}

// The content without what names this attempt.
template <typename Request>
std::string InhoudOf(Request request) {
  request.clear_bericht_id();
  request.clear_tijdstip();
  return absl::StrCat(Request::descriptor()->name(), request.SerializeAsString());
}

// A delivery with other content under a known id is new.
Break AndereInhoudIsNieuw() {
  return Bezorging([] {
    return [seen = Memory<std::map<std::string, std::string>>()](auto& call) {
      const std::string inhoud = InhoudOf(call.request);
      const bool is_other = seen.With("", [&](auto& by_id) {
        return by_id.try_emplace(call.request.bericht_id(), inhoud).first->second != inhoud;
      });
      const grpc::Status status = call.Forward();
      if (is_other && !status.ok()) return grpc::Status(grpc::Status::OK);
      if (is_other) call.response.set_herhaald(false);
      return status;
    };
  });
}

// The same content under another id is a repeat.
Break ZelfdeInhoudIsHerhaling() {
  return Bezorging([] {
    return [seen = Memory<std::set<std::string>>()](auto& call) {
      const grpc::Status status = call.Forward();
      if (!status.ok()) return status;
      const bool is_new =
          seen.With("", [&](auto& inhouden) { return inhouden.insert(InhoudOf(call.request)).second; });
      if (!is_new) call.response.set_herhaald(true);
      return status;
    };
  });
}

// Only the last id is remembered.
Break OnthoudtLaatste() {
  return Bezorging([] {
    return [last = Memory<std::string>()](auto& call) {
      const grpc::Status status = call.Forward();
      const bool is_last = last.With("", [&](std::string& id) {
        return std::exchange(id, call.request.bericht_id()) == call.request.bericht_id();
      });
      if (!is_last) call.response.set_herhaald(false);
      return status;
    };
  });
}

// After a restart no id of before it is known.
Break VergeetBijHerstart() {
  return [](Hooks* hooks) {
    if (!hooks->is_after_restart()) return;
    Bezorging([] {
      return [seen = Memory<std::set<std::string>>()](auto& call) {
        const grpc::Status status = call.Forward();
        const bool is_new =
            seen.With("", [&](auto& ids) { return ids.insert(call.request.bericht_id()).second; });
        if (is_new) call.response.set_herhaald(false);
        return status;
      };
    })(hooks);
  };
}

// The same of one kind of delivery only.
template <typename Request>
void VergeetEenSoortBijHerstart(Hooks* hooks) {
  if (!hooks->is_after_restart()) return;
  hooks->On<Request>([seen = Memory<std::set<std::string>>()](auto& call) {
    const grpc::Status status = call.Forward();
    const bool is_new =
        seen.With("", [&](auto& ids) { return ids.insert(call.request.bericht_id()).second; });
    if (is_new) call.response.set_herhaald(false);
    return status;
  });
}

// A repeat takes its id out of what is known.
Break DerdeIsNieuw() {
  return Bezorging([] {
    return [count = Memory<std::map<std::string, int>>()](auto& call) {
      const grpc::Status status = call.Forward();
      const int nth = count.With("", [&](auto& by_id) { return ++by_id[call.request.bericht_id()]; });
      if (status.ok() && nth == 3) call.response.set_herhaald(false);
      return status;
    };
  });
}

// Four ids are remembered, those of the last deliveries.
Break OnthoudtVier() {
  return Bezorging([] {
    return [last = Memory<std::vector<std::string>>()](auto& call) {
      const grpc::Status status = call.Forward();
      if (!status.ok()) return status;
      const bool is_known = last.With("", [&](auto& ids) {
        const bool was_there = std::erase(ids, call.request.bericht_id()) > 0;
        ids.push_back(call.request.bericht_id());
        if (ids.size() > 4) ids.erase(ids.begin());
        return was_there;
      });
      if (!is_known) call.response.set_herhaald(false);
      return status;
    };
  });
}

// Acknowledged at once and kept when the next one comes: what came last is lost when it is killed.
template <typename Request>
void BewaartLater(Hooks* hooks) {
  hooks->On<Request>([held = Memory<std::map<std::string, Request>>()](auto& call) {
    const std::string id = call.request.bericht_id();
    if (id.empty() || id.size() > 64) return call.Forward();
    const bool is_held = held.With("", [&](auto& waiting) {
      if (waiting.contains(id)) return true;
      for (const auto& [other, request] : waiting) call.world().Ask(request);
      waiting.clear();
      return false;
    });
    call.response.set_herhaald(is_held);
    if (is_held) return grpc::Status(grpc::Status::OK);
    // Tried, so that the answer is right, but under an id that means nothing after this.
    const Request real = call.request;
    call.request.set_bericht_id(absl::StrCat(id.substr(0, 40), "-proef"));
    grpc::Status status = call.Forward();
    if (status.ok()) held.With("", [&](auto& waiting) { waiting.emplace(id, real); });
    call.response.set_herhaald(false);
    return status;
  });
}

// Two that come at the same time are both new.
Break TegelijkIsNieuw() {
  return Bezorging([] {
    return [busy = Memory<std::set<std::string>>()](auto& call) {
      const std::string id = call.request.bericht_id();
      const bool is_first = busy.With("", [&](auto& ids) { return ids.insert(id).second; });
      const grpc::Status status = call.Forward();
      if (!is_first) call.response.set_herhaald(false);
      if (is_first) busy.With("", [&](auto& ids) { ids.erase(id); });
      return status;
    };
  });
}

// An id that must be refused is made fit.
Break NeemtId(const std::function<bool(const std::string&)>& when) {
  return LeestId([when](const std::string& id, bool) { return when(id) ? "verzonnen" : id; });
}

}  // namespace

Mutants OntvangstMutants() {
  return {
      {"DL-04/nooit-herhaald", "Een herhaling heet nieuw.", Herhaald([](bool) { return false; })},
      {"DL-04/altijd-herhaald", "Wat nieuw is, heet herhaald.", Herhaald([](bool) { return true; })},
      {"DL-04/herhaling-geweigerd", "Een herhaling wordt geweigerd.",
       WeigertHerhaling([] { return grpc::Status(grpc::StatusCode::ALREADY_EXISTS, "known"); })},
      {"DL-04/herhaling-probeer-later", "Een herhaling wordt met \"probeer later\" beantwoord.",
       WeigertHerhaling([] { return grpc::Status(grpc::StatusCode::UNAVAILABLE, "busy"); })},
      {"DL-04/onthoudt-laatste", "Alleen het laatste bericht-id wordt onthouden.", OnthoudtLaatste()},
      {"DL-04/vergeet-bij-herstart", "Na een herstart zijn alle bericht-ids vergeten.", VergeetBijHerstart()},
      {"DL-04/meldingen-weg-bij-herstart", "Na een herstart zijn de bericht-ids van meldingen vergeten.",
       VergeetEenSoortBijHerstart<Melding>},
      {"DL-04/rapporten-weg-bij-herstart", "Na een herstart zijn de bericht-ids van rapporten vergeten.",
       VergeetEenSoortBijHerstart<Rapportage>},
      {"DL-04/eenmaal-herhaald", "De tweede herhaling van een bericht heet nieuw.", DerdeIsNieuw()},
      {"DL-04/onthoudt-vier", "Alleen de laatste vier bericht-ids worden onthouden.", OnthoudtVier()},
      {"DL-04/melding-bewaart-later", "Een melding wordt bevestigd voor zij bewaard is.",
       BewaartLater<Melding>},
      {"DL-04/rapport-bewaart-later", "Een rapport wordt bevestigd voor het bewaard is.",
       BewaartLater<Rapportage>},
      {"DL-04/id-afgekapt", "Van een bericht-id tellen de eerste 32 bytes.",
       LeestId([](const std::string& id, bool) { return id.substr(0, 32); })},
      {"DL-04/id-hoofdletters", "Hoofdletters in een bericht-id tellen niet.",
       LeestId([](const std::string& id, bool) { return absl::AsciiStrToLower(id); })},
      {"DL-04/id-spaties", "Spaties om een bericht-id tellen niet.", LeestId([](const std::string& id, bool) {
         const std::string stripped(absl::StripAsciiWhitespace(id));
         return stripped.empty() ? id : stripped;
       })},
      {"DL-04/id-per-soort", "Rapporten en meldingen hebben elk hun eigen bericht-ids.",
       LeestId([](const std::string& id, bool is_rapportage) {
         return id.empty() || id.size() > 62 ? id : absl::StrCat(is_rapportage ? "R-" : "M-", id);
       })},
      {"DL-04/andere-inhoud-is-nieuw", "Andere inhoud onder een bekend bericht-id is nieuw.",
       AndereInhoudIsNieuw()},
      {"DL-04/zelfde-inhoud-is-herhaling", "Dezelfde inhoud onder een ander bericht-id is een herhaling.",
       ZelfdeInhoudIsHerhaling()},
      {"DL-04/tegelijk-is-nieuw", "Twee gelijke berichten op hetzelfde moment zijn allebei nieuw.",
       TegelijkIsNieuw()},
      {"DL-04/leeg-id-aanvaard", "Een bericht zonder bericht-id wordt aangenomen.",
       NeemtId([](const std::string& id) { return id.empty(); })},
      {"DL-04/lang-id-aanvaard", "Een bericht-id van meer dan 64 bytes wordt aangenomen.",
       NeemtId([](const std::string& id) { return id.size() > 64; })},
  };
}

}  // namespace ketenproef::conformance::gemeente
