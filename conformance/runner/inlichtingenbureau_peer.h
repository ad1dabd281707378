// The Inlichtingenbureau that the runner plays for a gemeente that collects: a real InlichtingenbureauService
// on a port of its own. It does with its Aanbod what the contract says, fails as its script says, and keeps a
// record of what the gemeente did. It judges nothing; conformance/checks does.
//
// Thread-safe. One serves many cases, one after the other: BeginCase begins a new one.
//
//   auto peer = InlichtingenbureauPeer::Start("127.0.0.1:0");    // UNAVAILABLE where it gets no port
//   (*peer)->BeginCase({"0363"}, "a1b2");
//   (*peer)->Offer(offer);
//   (*peer)->Fail({.method = "DownloadRapportage", .kind = v1::FAULT_KIND_DAMAGED});
//   (*peer)->AwaitCalls(absl::Milliseconds(100));
//   (*peer)->collected();
#ifndef KETENPROEF_CONFORMANCE_RUNNER_INLICHTINGENBUREAU_PEER_H_
#define KETENPROEF_CONFORMANCE_RUNNER_INLICHTINGENBUREAU_PEER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "conformance/checks/collected.h"
#include "conformance/runner/conversation.h"
#include "ketenproef/conformance/v1/suite.pb.h"

namespace ketenproef::conformance {

class InlichtingenbureauPeer {
 public:
  // `listen` is HOST:PORT, port 0 for any that is free.
  static absl::StatusOr<std::unique_ptr<InlichtingenbureauPeer>> Start(const std::string& listen);
  ~InlichtingenbureauPeer();
  InlichtingenbureauPeer(const InlichtingenbureauPeer&) = delete;
  InlichtingenbureauPeer& operator=(const InlichtingenbureauPeer&) = delete;

  // HOST:PORT.
  std::string address() const;

  // Nothing on offer, no faults, nothing done; calls of before count for nothing. The system plays these
  // gemeenten; ids begin with the token.
  void BeginCase(const std::vector<std::string>& gemeentecodes, const std::string& token);

  // What it has from now on too, with its values worked out. INVALID_ARGUMENT as AddRows.
  absl::Status Offer(const v1::Offer& offer);
  // How it fails from now on. INVALID_ARGUMENT for a fault that does not fit its method, or a report that was
  // not in the last offer. FAULT_KIND_DOWN returns when the port is closed; it opens again by itself.
  absl::Status Fail(const v1::Fault& fault);

  // Calls of this method are kept waiting, and not carried out, until Release or until their caller is gone.
  void Hold(const std::string& method);
  void Release(const std::string& method);
  // How many calls of this case have been kept waiting.
  int held_calls() const;

  // Waits until a call begins or ends, or so long.
  void AwaitCalls(absl::Duration longest) const;
  Collected collected() const;
  // The calls of this case with their answers; the first thousand.
  std::vector<Exchange> exchanges() const;
  // Every text that came as metadata in this case, `name=value`.
  std::vector<std::string> metadata() const;

 private:
  class Service;

  InlichtingenbureauPeer();

  std::unique_ptr<Service> service_;
};

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_INLICHTINGENBUREAU_PEER_H_
