// Calls to the GemeenteService of systems outside the simulator, over gRPC: deliveries and DKD questions.
// Nothing here blocks; what a system answers is checked before it is believed, and what it says of an error
// is kept without numbers that might be a BSN (BSN-03).
#ifndef KETENPROEF_SERVER_OUTBOUND_GEMEENTE_ENDPOINTS_H_
#define KETENPROEF_SERVER_OUTBOUND_GEMEENTE_ENDPOINTS_H_

#include <grpcpp/alarm.h>
#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>
#include <grpcpp/support/status.h>

#include <cstdint>
#include <memory>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/synchronization/mutex.h"
#include "server/omgeving/buitenwereld.h"

namespace ketenproef {

class GemeenteEndpoints final {
 public:
  // How long a system may take for one call, in real time.
  explicit GemeenteEndpoints(std::uint32_t deadline_ms) : deadline_ms_(deadline_ms) {}
  // Cancels what is under way and waits until it has ended.
  ~GemeenteEndpoints();

  // As Buitenwereld says.
  void Ask(const std::string& adres, const Omgeving& omgeving, const Lksvraag& vraag,
           const Uitgaandestoring& storing, absl::AnyInvocable<void(Lksuitkomst)> done);
  void Deliver(const std::string& adres, const Omgeving& omgeving, Gemeentecode gemeentecode,
               const Levering& levering, const Uitgaandestoring& storing,
               absl::AnyInvocable<void(Leveruitslag)> done);

 private:
  template <typename Request, typename Response>
  class Call;

  std::shared_ptr<grpc::Channel> ChannelTo(const std::string& adres);
  // A system that could not be reached is connected to anew the next time, at once.
  void Forget(const std::string& adres);
  // A call begins, is on its way, and has ended; `call` names it.
  void Begin(const void* call, grpc::Alarm* alarm);
  void Sent(const void* call, grpc::ClientContext* context);
  void End(const void* call);
  bool NoneLeft() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return onderweg_.empty(); }

  // How to stop a call.
  struct Onderweg {
    grpc::Alarm* alarm = nullptr;
    grpc::ClientContext* context = nullptr;
  };

  const std::uint32_t deadline_ms_;
  absl::Mutex mutex_;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  absl::flat_hash_map<std::string, std::shared_ptr<grpc::Channel>> channels_ ABSL_GUARDED_BY(mutex_);
  absl::flat_hash_map<const void*, Onderweg> onderweg_ ABSL_GUARDED_BY(mutex_);
};

// The name of the code and what the other side said, without anything that could be a BSN, printable, and no
// longer than is kept.
std::string RedenOf(const grpc::Status& status);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OUTBOUND_GEMEENTE_ENDPOINTS_H_
