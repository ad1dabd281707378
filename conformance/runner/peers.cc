#include "conformance/runner/peers.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "conformance/checks/administration.h"
#include "conformance/checks/outgoing.h"
#include "conformance/checks/resolve.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

// Empty or NIET_BESCHIKBAAR is the answer of that name, anything else a status.
absl::StatusOr<grpc::StatusCode> NotAvailableAs(const std::string& text) {
  static const auto* const kCodes = new std::map<std::string, grpc::StatusCode>{
      {"", grpc::StatusCode::OK},
      {"NIET_BESCHIKBAAR", grpc::StatusCode::OK},
      {"UNAVAILABLE", grpc::StatusCode::UNAVAILABLE},
      {"INTERNAL", grpc::StatusCode::INTERNAL},
      {"NOT_FOUND", grpc::StatusCode::NOT_FOUND},
      {"PERMISSION_DENIED", grpc::StatusCode::PERMISSION_DENIED},
      {"RESOURCE_EXHAUSTED", grpc::StatusCode::RESOURCE_EXHAUSTED},
      {"FAILED_PRECONDITION", grpc::StatusCode::FAILED_PRECONDITION},
      {"INVALID_ARGUMENT", grpc::StatusCode::INVALID_ARGUMENT},
      {"UNIMPLEMENTED", grpc::StatusCode::UNIMPLEMENTED},
  };
  const auto found = kCodes->find(text);
  if (found != kCodes->end()) return found->second;
  return absl::InvalidArgumentError(absl::StrCat("dkd_not_available_as ", text, " is no status"));
}

absl::StatusOr<PeerScript> ScriptOf(v1::PeerGemeente peer, const Values& values) {
  PeerScript script;
  if (!peer.dkd_not_available_until().empty()) {
    const auto until = values.Instant(peer.dkd_not_available_until(), std::nullopt);
    if (!until.ok()) return until.status();
    script.not_available_until = *until;
  }
  if (absl::Status status = Resolve(values, std::nullopt, &peer); !status.ok()) return status;
  const auto as = NotAvailableAs(peer.dkd_not_available_as());
  if (!as.ok()) return as.status();
  script.not_available_as = *as;
  script.not_available_bsns = {peer.dkd_not_available_bsns().begin(), peer.dkd_not_available_bsns().end()};
  script.gemeentecode = peer.gemeentecode();
  script.lost_acknowledgements = peer.lost_acknowledgements();
  script.unavailable_deliveries = peer.unavailable_deliveries();
  script.refused_deliveries = peer.refused_deliveries();
  for (const v1::LksPeriode& text : peer.lks_perioden()) {
    auto periode = LksPeriodeOf(text, script.gemeentecode);
    if (!periode.ok()) return periode.status();
    script.lks_perioden.push_back(*std::move(periode));
  }
  return script;
}

}  // namespace

absl::StatusOr<Peers> Peers::Start(const v1::Environment& environment, const Values& values) {
  Peers peers;
  for (const v1::PeerGemeente& peer : environment.peers()) {
    auto script = ScriptOf(peer, values);
    if (!script.ok()) return script.status();
    const std::string code = script->gemeentecode;
    auto started = PeerGemeente::Start(*std::move(script));
    if (!started.ok()) return started.status();
    peers.by_code_[code] = *std::move(started);
  }
  return peers;
}

void Peers::SetAddresses(Values* values) const {
  for (const auto& [code, peer] : by_code_) values->Set(absl::StrCat("ADRES_", code), peer->address());
}

void Peers::AddRollen(contract::Omgevingsinstelling* instelling) const {
  for (const auto& [code, peer] : by_code_) {
    contract::Rol& rol = *instelling->add_rollen();
    rol.set_soort(contract::ROLSOORT_GEMEENTE);
    rol.set_gemeentecode(code);
    rol.set_modus(contract::ROLMODUS_SUT);
    rol.set_adres(peer->address());
  }
}

absl::Status Peers::Check(const v1::ExpectReceived& expected, std::optional<Dag> vandaag,
                          const v1::Environment& environment, Findings* findings) const {
  v1::ExpectReceived resolved = expected;
  if (absl::Status status = Resolve(findings->values(), vandaag, &resolved); !status.ok()) return status;
  const auto peer = by_code_.find(resolved.gemeentecode());
  if (peer == by_code_.end()) {
    return absl::InvalidArgumentError(
        absl::StrCat("the case has no gemeente ", resolved.gemeentecode(), " of its own"));
  }
  for (const v1::Finding& finding :
       CheckReceived(peer->second->received(), resolved, RapportvormOf(environment))) {
    findings->Add({finding.regel(), finding.expected(), finding.because(), finding.got()});
  }
  return absl::OkStatus();
}

void Peers::CheckCalls(absl::Time begin, absl::Time end, Findings* findings) const {
  for (const auto& [code, peer] : by_code_) {
    if (peer->has_leaked_bsn()) {
      findings->Add({"BSN-03", "metadata zonder BSN", "",
                     absl::StrCat("een aanroep naar ", code, " had een BSN in zijn metadata")});
    }
    for (const v1::Finding& finding : CheckOutgoing(peer->asked(), peer->received(), begin, end)) {
      findings->Add({finding.regel(), finding.expected(), finding.because(), finding.got()});
    }
  }
}

}  // namespace ketenproef::conformance
