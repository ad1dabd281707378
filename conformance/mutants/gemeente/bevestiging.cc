// A gemeente that collects, by its calls to the Inlichtingenbureau: what it says that it has.
#include <map>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "conformance/checks/rapportbytes.h"
#include "conformance/mutants/breaks.h"
#include "conformance/mutants/gemeente/mutanten.h"

namespace ketenproef::conformance::gemeente {
namespace {

using Lijst = contract::ListRapportagesRequest;
using Download = contract::DownloadRapportageRequest;
using Bevestiging = contract::ConfirmRapportageRequest;
using Doorleveringlijst = contract::ListDoorleveringenRequest;
using BevestigDoorleveringen = contract::ConfirmDoorleveringenRequest;

Bevestiging BevestigingOf(const contract::Rapportage& rapportage) {
  Bevestiging bevestiging;
  bevestiging.set_rapportage_id(rapportage.rapportage_id());
  bevestiging.set_sha256(rapportage.sha256());
  bevestiging.set_aantal_rijen(rapportage.aantal_rijen());
  return bevestiging;
}

// What is in the list is confirmed, unseen.
void ZonderDownload(Hooks* hooks) {
  hooks->On<Lijst>([](auto& call) {
    const grpc::Status status = call.Forward();
    for (const auto& rapportage : call.response.rapportages()) call.world().Ask(BevestigingOf(rapportage));
    return status;
  });
}

// Every download that ends is confirmed with what the list said, where `when` (status, bytes, description)
// says so.
Break NaDownload(
    std::function<bool(const grpc::Status&, const std::string&, const contract::Rapportage&)> when) {
  return [when = std::move(when)](Hooks* hooks) {
    Memory<std::map<std::string, contract::Rapportage>> listed;
    hooks->On<Lijst>([listed](auto& call) {
      const grpc::Status status = call.Forward();
      for (const auto& rapportage : call.response.rapportages()) {
        listed.With("", [&](auto& by_id) { by_id[rapportage.rapportage_id()] = rapportage; });
      }
      return status;
    });
    hooks->On<Download>([listed, when](auto& call) {
      const grpc::Status status = call.Forward();
      const auto rapportage =
          listed.With("", [&](auto& by_id) { return by_id[call.request.rapportage_id()]; });
      if (when(status, call.response.inhoud(), rapportage)) call.world().Ask(BevestigingOf(rapportage));
      return status;
    });
  };
}

bool IsHeel(const std::string& bytes, const contract::Rapportage& rapportage) {
  return Sha256Of(bytes) == rapportage.sha256();
}

// The confirmation says something else.
Break Zegt(std::function<void(Bevestiging*)> change) {
  return [change = std::move(change)](Hooks* hooks) {
    hooks->On<Bevestiging>([change](auto& call) {
      change(&call.request);
      return call.Forward();
    });
  };
}

// It thinks it has confirmed.
template <typename Request>
void BevestigtNiet(Hooks* hooks) {
  hooks->On<Request>([](auto&) { return grpc::Status(grpc::Status::OK); });
}

// A confirmation that got no answer is not repeated.
template <typename Request>
void BevestigtEenmaal(Hooks* hooks) {
  hooks->On<Request>([tried = Memory<std::map<std::string, bool>>()](auto& call) {
    const std::string key = call.request.SerializeAsString();
    const bool was_tried = tried.With("", [&](auto& keys) { return !keys.try_emplace(key, true).second; });
    return was_tried ? grpc::Status(grpc::Status::OK) : call.Forward();
  });
}

// Ids that it made up itself.
void VerzintIds(Hooks* hooks) {
  hooks->On<BevestigDoorleveringen>([](auto& call) {
    for (std::string& id : *call.request.mutable_bericht_ids()) id = absl::StrCat(id, "-x");
    return call.Forward();
  });
}

// What is for others is confirmed as well.
void OokVanEenAnder(Hooks* hooks) {
  hooks->On<Doorleveringlijst>([](auto& call) {
    const grpc::Status status = call.Forward();
    const auto all = call.world().Ask(Doorleveringlijst());
    BevestigDoorleveringen confirm;
    for (const auto& item : all.doorleveringen()) confirm.add_bericht_ids(item.bericht_id());
    if (!confirm.bericht_ids().empty()) call.world().Ask(confirm);
    return status;
  });
}

}  // namespace

Mutants BevestigingMutants() {
  return {
      {"CSV-05/zonder-download", "Een rapport wordt bevestigd zonder dat het gedownload is.", ZonderDownload},
      {"CSV-05/beschadigd-bevestigd", "Een beschadigde download wordt bevestigd met wat de lijst zei.",
       NaDownload(
           [](const grpc::Status& status, const std::string& bytes, const contract::Rapportage& rapportage) {
             return status.ok() && !IsHeel(bytes, rapportage);
           })},
      {"CSV-05/afgebroken-bevestigd", "Een afgebroken download wordt bevestigd met wat de lijst zei.",
       NaDownload([](const grpc::Status& status, const std::string&, const contract::Rapportage&) {
         return !status.ok();
       })},
      {"CSV-05/bevestigt-niet", "Rapporten worden niet bevestigd.", BevestigtNiet<Bevestiging>},
      {"CSV-05/bevestigt-eenmaal", "Een bevestiging zonder antwoord wordt niet herhaald.",
       BevestigtEenmaal<Bevestiging>},
      {"CSV-05/andere-hash", "Bevestigd wordt met een SHA-256 van iets anders.",
       Zegt([](Bevestiging* bevestiging) { bevestiging->set_sha256(Sha256Of("")); })},
      {"CSV-05/hash-in-hoofdletters", "Bevestigd wordt met een SHA-256 in hoofdletters.",
       Zegt([](Bevestiging* bevestiging) {
         bevestiging->set_sha256(absl::AsciiStrToUpper(bevestiging->sha256()));
       })},
      {"CSV-05/kop-telt-mee", "Bij het bevestigen telt de kopregel mee.", Zegt([](Bevestiging* bevestiging) {
         bevestiging->set_aantal_rijen(bevestiging->aantal_rijen() + 1);
       })},
      {"CSV-05/zonder-rijen", "Bevestigd wordt zonder aantal rijen.",
       Zegt([](Bevestiging* bevestiging) { bevestiging->clear_aantal_rijen(); })},
      {"DL-04/bevestigt-niet", "Doorleveringen worden niet bevestigd.",
       BevestigtNiet<BevestigDoorleveringen>},
      {"DL-04/bevestigt-eenmaal", "Een bevestiging van doorleveringen zonder antwoord wordt niet herhaald.",
       BevestigtEenmaal<BevestigDoorleveringen>},
      {"DL-04/verzonnen-ids", "Bevestigd worden bericht-ids die er niet zijn.", VerzintIds},
      {"DL-04/ook-van-een-ander", "Ook doorleveringen aan andere gemeenten worden bevestigd.",
       OokVanEenAnder},
  };
}

}  // namespace ketenproef::conformance::gemeente
