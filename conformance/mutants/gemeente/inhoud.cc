// What a gemeente that serves takes in and what it refuses: damaged reports, deliveries for others, malformed
// meldingen.
#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "conformance/checks/rapportbytes.h"
#include "conformance/mutants/breaks.h"
#include "conformance/mutants/gemeente/mutanten.h"

namespace ketenproef::conformance::gemeente {
namespace {

using Rapportage = contract::DeliverRapportageRequest;
using Melding = contract::DeliverMeldingRequest;

// A delivery is changed before it is judged.
template <typename Request>
Break Leest(std::function<void(Request*)> change) {
  return [change = std::move(change)](Hooks* hooks) {
    hooks->On<Request>([change](auto& call) {
      change(&call.request);
      return call.Forward();
    });
  };
}

// What is such is refused.
template <typename Request>
Break Weigert(std::function<bool(const Request&)> when,
              grpc::StatusCode code = grpc::StatusCode::INVALID_ARGUMENT) {
  return [when = std::move(when), code](Hooks* hooks) {
    hooks->On<Request>([when, code](auto& call) -> grpc::Status {
      if (when(call.request)) return {code, "refused by a broken system"};
      return call.Forward();
    });
  };
}

// What the good one refuses is acknowledged where it is such.
template <typename Request>
Break Aanvaardt(std::function<bool(const Request&)> when) {
  return [when = std::move(when)](Hooks* hooks) {
    hooks->On<Request>([when](auto& call) -> grpc::Status {
      const grpc::Status status = call.Forward();
      return !status.ok() && when(call.request) ? grpc::Status::OK : status;
    });
  };
}

bool IsEigen(const std::string& gemeentecode) {
  return gemeentecode == "0363" || gemeentecode == "0599";
}

// A refusal is said with another code.
template <typename Request>
void ProbeerLater(Hooks* hooks) {
  hooks->On<Request>([](auto& call) -> grpc::Status {
    const grpc::Status status = call.Forward();
    return status.error_code() == grpc::StatusCode::INVALID_ARGUMENT
               ? grpc::Status(grpc::StatusCode::UNAVAILABLE, status.error_message())
               : status;
  });
}

// What was refused is known by its id all the same.
void OnthoudtGeweigerd(Hooks* hooks) {
  hooks->On<Rapportage>([refused = Memory<std::set<std::string>>()](auto& call) {
    const std::string id = call.request.bericht_id();
    const bool is_known = refused.With("", [&](auto& ids) { return ids.contains(id); });
    if (is_known) {
      call.response.set_herhaald(true);
      return grpc::Status(grpc::Status::OK);
    }
    const grpc::Status status = call.Forward();
    if (!status.ok()) refused.With("", [&](auto& ids) { ids.insert(id); });
    return status;
  });
}

// A second report for the same gemeente is taken for a repeat of the first.
Break EenRapportPerGemeente(std::function<std::string(const Rapportage&)> key) {
  return [key = std::move(key)](Hooks* hooks) {
    hooks->On<Rapportage>([key, seen = Memory<std::map<std::string, std::string>>()](auto& call) {
      const grpc::Status status = call.Forward();
      if (!status.ok()) return status;
      const bool is_other = seen.With("", [&](auto& ids) {
        return ids.try_emplace(key(call.request), call.request.bericht_id()).first->second !=
               call.request.bericht_id();
      });
      if (is_other) call.response.set_herhaald(true);
      return status;
    });
  };
}

// Two rows that begin with the same BSN.
bool NoemtIemandTweemaal(const Rapportage& rapportage) {
  std::set<std::string> seen;
  const std::string& inhoud = rapportage.inhoud();
  for (std::size_t at = inhoud.find("\r\n"); at + 11 <= inhoud.size(); at = inhoud.find("\r\n", at + 2)) {
    if (!seen.insert(inhoud.substr(at + 2, 9)).second) return true;
  }
  return false;
}

// A row whose second field is not empty.
bool NoemtEindeUitkering(const Rapportage& rapportage) {
  const std::string& inhoud = rapportage.inhoud();
  for (std::size_t at = inhoud.find("\r\n"); at + 12 < inhoud.size(); at = inhoud.find("\r\n", at + 2)) {
    if (inhoud[at + 12] != ';') return true;
  }
  return false;
}

// What follows is refused while its ziekmelding is not known.
void EistZiekmelding(Hooks* hooks) {
  hooks->On<Melding>([known = Memory<std::set<std::string>>()](auto& call) -> grpc::Status {
    const contract::Doorleveringinhoud& inhoud = call.request.doorlevering();
    const std::string key = absl::StrCat(inhoud.loonheffingennummer(), "/", inhoud.verwijst_naar());
    const bool is_first = known.With("", [&](auto& keys) { return keys.insert(key).second; });
    if (call.request.has_doorlevering() && !is_first) {
      return {grpc::StatusCode::ALREADY_EXISTS, "case is known"};
    }
    return call.Forward();
  });
}

Mutants Rapporten() {
  return {
      {"CSV-05/beschadigd-aanvaard", "Een rapport waarvan de bytes niet kloppen, wordt aangenomen.",
       Leest<Rapportage>([](Rapportage* r) { r->set_sha256(Sha256Of(r->inhoud())); })},
      {"CSV-05/afgekapt-aanvaard", "Een rapport dat te kort is, wordt aangenomen.",
       Aanvaardt<Rapportage>([](const Rapportage& r) {
         return r.sha256() != Sha256Of(r.inhoud()) && RowsOf(r.inhoud()) != r.aantal_rijen();
       })},
      {"CSV-05/rijen-niet-geteld", "Het aantal rijen wordt niet nagegaan.",
       Leest<Rapportage>([](Rapportage* r) { r->set_aantal_rijen(RowsOf(r->inhoud())); })},
      {"CSV-05/beschadigd-probeer-later", "Een beschadigd rapport wordt met \"probeer later\" beantwoord.",
       ProbeerLater<Rapportage>},
      {"CSV-05/geweigerd-is-bewaard", "Een geweigerd rapport is daarna bekend.", OnthoudtGeweigerd},
      {"CSV-04/naam-niet-getoetst", "Elke bestandsnaam is goed.", Leest<Rapportage>([](Rapportage* r) {
         const auto datum = DagVanDatum(r->datum());
         if (!datum.has_value()) return;
         r->set_bestandsnaam(absl::StrCat("Re-integratie_signaalrapport_", r->gemeentecode(), "_",
                                          FormatDagCompact(*datum), ".csv"));
       })},
      {"CSV-03/leeg-rapport-geweigerd", "Een rapport zonder rijen wordt geweigerd.",
       Weigert<Rapportage>([](const Rapportage& r) { return r.aantal_rijen() == 0; })},
      {"BSN-01/voorloopnul-geweigerd", "Een rapport met een BSN dat met een nul begint, wordt geweigerd.",
       Weigert<Rapportage>(
           [](const Rapportage& r) { return r.inhoud().find("\r\n0") != std::string::npos; })},
      {"SIG-04/zonder-einde-geweigerd", "Een rij zonder einde van de uitkering wordt geweigerd.",
       Weigert<Rapportage>([](const Rapportage& r) { return r.inhoud().find(";;") != std::string::npos; })},
      {"SIG-04/met-einde-geweigerd", "Een rij met een einde van de uitkering wordt geweigerd.",
       Weigert<Rapportage>(NoemtEindeUitkering)},
      {"SIG-05/werknemer-tweemaal-geweigerd",
       "Een rapport met twee rijen over een werknemer wordt geweigerd.",
       Weigert<Rapportage>(NoemtIemandTweemaal)},
      {"SIG-04/groot-rapport-geweigerd", "Een rapport van meer dan 1 MB wordt geweigerd.",
       Weigert<Rapportage>([](const Rapportage& r) { return r.inhoud().size() > 1'000'000; })},
      {"SIG-04/voor-een-ander-aanvaard", "Een rapport voor een andere gemeente wordt aangenomen.",
       Aanvaardt<Rapportage>([](const Rapportage& r) { return !IsEigen(r.gemeentecode()); })},
      {"SIG-04/alleen-eerste-gemeente", "Alleen rapporten voor de eerste gemeente worden aangenomen.",
       Weigert<Rapportage>([](const Rapportage& r) { return r.gemeentecode() == "0599"; },
                           grpc::StatusCode::NOT_FOUND)},
      {"SIG-05/een-rapport-per-gemeente", "Een tweede rapport voor een gemeente geldt als het eerste.",
       EenRapportPerGemeente([](const Rapportage& r) { return r.gemeentecode(); })},
      {"SIG-05/onmogelijke-dag-aanvaard", "Een rapport van een dag die niet bestaat, wordt aangenomen.",
       Aanvaardt<Rapportage>([](const Rapportage& r) { return !DagVanDatum(r.datum()).has_value(); })},
      {"CSV-05/zelfde-bestand-is-herhaling", "Een rapport met dezelfde bestandsnaam geldt als herhaald.",
       EenRapportPerGemeente([](const Rapportage& r) { return r.bestandsnaam(); })},
  };
}

Mutants Meldingen() {
  return {
      {"DL-01/zonder-inhoud-aanvaard", "Een melding zonder inhoud wordt aangenomen.",
       Aanvaardt<Melding>([](const Melding& m) { return !m.has_bericht() && !m.has_doorlevering(); })},
      {"DL-01/misvormd-aanvaard", "Een misvormde doorlevering wordt aangenomen.",
       Aanvaardt<Melding>(
           [](const Melding& m) { return m.has_doorlevering() && IsEigen(m.gemeentecode()); })},
      {"DL-01/voor-een-ander-aanvaard", "Een doorlevering voor een andere gemeente wordt aangenomen.",
       Aanvaardt<Melding>(
           [](const Melding& m) { return !IsEigen(m.gemeentecode()) && m.has_doorlevering(); })},
      {"DL-01/intrekking-geweigerd", "Een doorgeleverde intrekking wordt geweigerd.",
       Weigert<Melding>([](const Melding& m) {
         return m.doorlevering().soort() == contract::DOORLEVERINGSOORT_INTREKKING;
       })},
      {"DL-01/herstel-geweigerd", "Een doorgeleverde herstelmelding wordt geweigerd.",
       Weigert<Melding>(
           [](const Melding& m) { return m.doorlevering().soort() == contract::DOORLEVERINGSOORT_HERSTEL; })},
      {"DL-04/een-melding-per-geval",
       "Wat op een ziekmelding volgt, wordt geweigerd: het geval is al bekend.", EistZiekmelding},
      {"SIG-07/bericht-geweigerd", "Berichten worden geweigerd.",
       Weigert<Melding>([](const Melding& m) { return m.has_bericht(); }, grpc::StatusCode::UNIMPLEMENTED)},
      {"SIG-07/hersteld-bericht-geweigerd", "Een bericht dat iemand hersteld is, wordt geweigerd.",
       Weigert<Melding>([](const Melding& m) {
         return m.bericht().soort() == contract::BERICHTSOORT_HERSTELD_VOOR_EINDE;
       })},
      {"SIG-07/misvormd-bericht-aanvaard", "Een misvormd bericht wordt aangenomen.",
       Aanvaardt<Melding>([](const Melding& m) { return m.has_bericht() && IsEigen(m.gemeentecode()); })},
  };
}

}  // namespace

Mutants InhoudMutants() {
  Mutants mutants = Rapporten();
  for (Mutant& mutant : Meldingen()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::gemeente
