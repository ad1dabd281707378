// CSV-04, CSV-05: names and descriptions of reports, downloads and confirmations.
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"

namespace ketenproef::conformance::ib {
namespace {

using Download = contract::DownloadRapportageRequest;
using Rapportbevestiging = contract::ConfirmRapportageRequest;

// Another description, wherever it is shown; notifications keep the good name.
Break Beschrijving(std::function<void(contract::Rapportage&)> change) {
  return Getoond([change = std::move(change)](Rapporten& rapporten, const World&) {
    for (Rapport& rapport : rapporten.rapporten) change(rapport.beschrijving);
  });
}

Break Naam(std::function<std::string(const contract::Rapportage&)> name) {
  return Beschrijving([name = std::move(name)](contract::Rapportage& rapportage) {
    rapportage.set_bestandsnaam(name(rapportage));
  });
}

std::string NaamMet(const std::string& gemeentecode, const std::string& datum) {
  return absl::StrCat("Re-integratie_signaalrapport_", gemeentecode, "_", datum, ".csv");
}

Dag RapportdagVan(const contract::Rapportage& rapportage) {
  return *DagVanDatum(rapportage.datum());
}

// The n-th download of a report gives other bytes than the first.
void AndersBijTweede(Hooks* hooks) {
  hooks->On<Download>([count = Memory<std::map<std::string, int>>()](auto& call) {
    const std::string id = call.request.rapportage_id();
    const int nth = count.With(call.world().omgeving(), [&](auto& by_id) { return ++by_id[id]; });
    const grpc::Status status = call.Forward();
    if (status.ok() && nth > 1) call.response.mutable_inhoud()->append("\r\n");
    return status;
  });
}

// A confirmed report is gone.
void WegNaBevestigen(Hooks* hooks) {
  hooks->On<Download>([](auto& call) {
    const Rapporten rapporten = ReadRapporten(call.world());
    for (const Rapport& rapport : rapporten.rapporten) {
      const bool is_it = rapport.beschrijving.rapportage_id() == call.request.rapportage_id();
      if (is_it && rapport.beschrijving.has_bevestigd_tijdstip()) {
        return Refusal(grpc::StatusCode::NOT_FOUND, "RAPPORTAGE_ONBEKEND");
      }
    }
    return call.Forward();
  });
}

// The last byte of every download is missing, or one in the middle is another.
void Afgekapt(Hooks* hooks) {
  hooks->On<Download>([](auto& call) {
    const grpc::Status status = call.Forward();
    if (status.ok()) call.response.mutable_inhoud()->pop_back();
    return status;
  });
}

// What a later exchange makes for a gemeente is added to its first report.
void Groeit(Post& post, const World&) {
  std::map<std::string, Dag> first;
  for (const Signaal& signaal : post.signalen) first.emplace(signaal.gemeentecode, signaal.datum);
  for (Signaal& signaal : post.signalen) signaal.datum = first[signaal.gemeentecode];
}

// A row whose case has changed is brought up to date.
void Bijgewerkt(Post& post, const World&) {
  for (Signaal& signaal : post.signalen) {
    const auto hersteld_per = DagVanDatum(signaal.geval.hersteld_per());
    if (!signaal.is_vervolg && hersteld_per.has_value()) {
      signaal.rij.einde_uitkering = *hersteld_per - Dagen(1);
    }
  }
}

// A confirmation is changed before it is judged, or answered otherwise.
Break Bevestigt(std::function<grpc::Status(Passage<Rapportbevestiging>&)> stand) {
  return [stand = std::move(stand)](Hooks* hooks) { hooks->On<Rapportbevestiging>(stand); };
}

// Confirms with what is right, whatever came.
grpc::Status NeemtAlles(Passage<Rapportbevestiging>& call, bool hash, bool rijen) {
  for (const Rapport& rapport : ReadRapporten(call.world()).rapporten) {
    if (rapport.beschrijving.rapportage_id() != call.request.rapportage_id()) continue;
    if (hash) call.request.set_sha256(rapport.beschrijving.sha256());
    if (rijen) call.request.set_aantal_rijen(rapport.beschrijving.aantal_rijen());
  }
  return call.Forward();
}

bool IsOngelijk(const grpc::Status& status) {
  return RegelOf(status) == "ONTVANGST_ONGELIJK";
}

Mutants Namen() {
  return {
      {"CSV-04/dag-ervoor", "De bestandsnaam noemt de dag voor de uitwisseling.", Naam([](const auto& r) {
         return NaamMet(r.gemeentecode(), FormatDagCompact(RapportdagVan(r) - Dagen(1)));
       })},
      {"CSV-04/streepjes", "De datum in de bestandsnaam heeft streepjes.",
       Naam([](const auto& r) { return NaamMet(r.gemeentecode(), FormatDag(RapportdagVan(r))); })},
      {"CSV-04/dag-eerst", "De datum in de bestandsnaam is DDMMJJJJ.", Naam([](const auto& r) {
         const std::string compact = FormatDagCompact(RapportdagVan(r));
         return NaamMet(r.gemeentecode(),
                        absl::StrCat(compact.substr(6), compact.substr(4, 2), compact.substr(0, 4)));
       })},
      {"CSV-04/code-zonder-nul", "De gemeentecode in de bestandsnaam verliest haar voorloopnul.",
       Naam([](const auto& r) {
         return NaamMet(r.gemeentecode().substr(r.gemeentecode().find_first_not_of('0')),
                        FormatDagCompact(RapportdagVan(r)));
       })},
      {"CSV-04/datum-voor-code", "In de bestandsnaam staat de datum voor de code.",
       Naam([](const auto& r) { return NaamMet(FormatDagCompact(RapportdagVan(r)), r.gemeentecode()); })},
      {"CSV-04/kleine-letters", "De bestandsnaam staat in kleine letters.",
       Naam([](const auto& r) { return absl::AsciiStrToLower(r.bestandsnaam()); })},
      {"CSV-04/txt", "De bestandsnaam eindigt op .txt.", Naam([](const auto& r) {
         return absl::StrReplaceAll(r.bestandsnaam(), {{".csv", ".txt"}});
       })},
  };
}

Mutants Beschrijvingen() {
  return {
      {"CSV-05/tweede-download-anders", "Een tweede download geeft andere bytes.", AndersBijTweede},
      {"CSV-05/weg-na-bevestigen", "Een bevestigd rapport is niet meer op te halen.", WegNaBevestigen},
      {"CSV-05/afgekapt", "Een download mist zijn laatste byte.", Afgekapt},
      {"CSV-05/groeit", "Wat later komt, wordt aan het eerste rapport van de gemeente toegevoegd.",
       Uitgaand(Groeit)},
      {"CSV-05/bijgewerkt", "Een rapport verandert als een geval verandert.", Uitgaand(Bijgewerkt)},
      {"CSV-05/hash-in-hoofdletters", "De SHA-256 staat in hoofdletters.",
       Beschrijving([](auto& r) { r.set_sha256(absl::AsciiStrToUpper(r.sha256())); })},
      {"CSV-05/andere-hash", "De SHA-256 is die van iets anders.",
       Beschrijving([](auto& r) { r.set_sha256(std::string(r.sha256().rbegin(), r.sha256().rend())); })},
      {"CSV-05/kop-telt-mee", "De kopregel telt mee in het aantal rijen.",
       Beschrijving([](auto& r) { r.set_aantal_rijen(r.aantal_rijen() + 1); })},
      {"CSV-05/aantal-bytes", "Het aantal bytes klopt niet.",
       Beschrijving([](auto& r) { r.set_aantal_bytes(r.aantal_bytes() - 2); })},
      {"CSV-05/onbevestigd-getoond", "Dat een rapport bevestigd is, is niet te zien.",
       Beschrijving([](auto& r) { r.clear_bevestigd_tijdstip(); })},
  };
}

Mutants Bevestigingen() {
  return {
      {"CSV-05/andere-hash-bevestigd", "Een bevestiging met een andere SHA-256 wordt aangenomen.",
       Bevestigt([](auto& call) { return NeemtAlles(call, true, false); })},
      {"CSV-05/ander-aantal-bevestigd", "Een bevestiging met een ander aantal rijen wordt aangenomen.",
       Bevestigt([](auto& call) { return NeemtAlles(call, false, true); })},
      {"CSV-05/ongelijk-als-fout-veld", "Een ontvangst die niet klopt, geeft INVALID_ARGUMENT.",
       Bevestigt([](auto& call) -> grpc::Status {
         const grpc::Status status = call.Forward();
         return IsOngelijk(status) ? Refusal(grpc::StatusCode::INVALID_ARGUMENT, "ONTVANGST_ONGELIJK")
                                   : status;
       })},
      {"CSV-05/herhaling-geweigerd", "Nog eens bevestigen wordt geweigerd.",
       Bevestigt([](auto& call) -> grpc::Status {
         const grpc::Status status = call.Forward();
         return call.response.herhaald()
                    ? Refusal(grpc::StatusCode::FAILED_PRECONDITION, "ONTVANGST_ONGELIJK")
                    : status;
       })},
      {"CSV-05/herhaling-niet-gemeld", "Nog eens bevestigen heet een eerste bevestiging.",
       Bevestigt([](auto& call) {
         const grpc::Status status = call.Forward();
         call.response.set_herhaald(false);
         return status;
       })},
      {"CSV-05/bevestiging-vergeten", "Een bevestiging wordt niet bewaard.", Bevestigt([](auto& call) {
         for (const Rapport& rapport : ReadRapporten(call.world()).rapporten) {
           const bool is_it = rapport.beschrijving.rapportage_id() == call.request.rapportage_id();
           if (is_it && rapport.beschrijving.sha256() == call.request.sha256()) {
             *call.response.mutable_rapportage() = rapport.beschrijving;
             return grpc::Status(grpc::Status::OK);
           }
         }
         return call.Forward();
       })},
  };
}

}  // namespace

Mutants RapportlijstMutants() {
  Mutants mutants = Namen();
  for (Mutant& mutant : Beschrijvingen()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : Bevestigingen()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::ib
