// A gemeente that the runner plays beside an Inlichtingenbureau under test: a real GemeenteService on a port
// of its own on 127.0.0.1. It answers DKD questions out of its script, takes deliveries in, and keeps a
// record of everything that it was asked and brought, in order of arrival. It judges nothing;
// conformance/checks does.
//
// Time is what the requests say (`tijdstip`), never the wall clock. Thread-safe. It serves until it is
// destroyed.
//
//   auto gemeente = PeerGemeente::Start({.gemeentecode = "0363"});   // INTERNAL where it gets no port
//   (*gemeente)->address();      // 127.0.0.1:41234, for a Rol or SetAfnemer
//   (*gemeente)->received();     // every delivery until now
#ifndef CONFORMANCE_RUNNER_PEER_GEMEENTE_H_
#define CONFORMANCE_RUNNER_PEER_GEMEENTE_H_

#include <grpcpp/support/status_code_enum.h>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "conformance/checks/received.h"
#include "ketenproef/v1/domein.pb.h"
#include "ketenproef/v1/gemeente_service.pb.h"

namespace ketenproef::conformance {

// How it behaves: PeerGemeente of suite.proto with its values worked out.
struct PeerScript {
  std::string gemeentecode = {};
  // Its administration; a period without a gemeentecode is its own.
  std::vector<::ketenproef::v1::LksPeriode> lks_perioden = {};
  // Questions of before this instant are answered with "not available" (SIG-09); nullopt: none are.
  std::optional<absl::Time> not_available_until = {};
  // Only of questions about these; empty: about anybody.
  std::set<std::string> not_available_bsns = {};
  // The status that then stands for "not available"; OK: the answer NIET_BESCHIKBAAR itself.
  grpc::StatusCode not_available_as = grpc::StatusCode::OK;
  // So many deliveries are taken in and answered with UNAVAILABLE.
  int lost_acknowledgements = 0;
  // So many deliveries, after those, are answered with UNAVAILABLE and not taken in.
  int unavailable_deliveries = 0;
  // So many deliveries, after those, are refused with INVALID_ARGUMENT and not taken in.
  int refused_deliveries = 0;
};

class PeerGemeente {
 public:
  static absl::StatusOr<std::unique_ptr<PeerGemeente>> Start(PeerScript script);
  ~PeerGemeente();
  PeerGemeente(const PeerGemeente&) = delete;
  PeerGemeente& operator=(const PeerGemeente&) = delete;

  // HOST:PORT.
  const std::string& address() const;
  // Every delivery until now, also those that it turned away.
  std::vector<Delivery> received() const;
  // Every DKD question until now.
  std::vector<::ketenproef::v1::LookupLksRequest> asked() const;
  // Whether the metadata of a call held a BSN (BSN-03).
  bool has_leaked_bsn() const;

 private:
  class Service;

  PeerGemeente();

  std::unique_ptr<Service> service_;
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_PEER_GEMEENTE_H_
