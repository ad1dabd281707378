// Everything that leaves the simulator: calls to gemeenten, and e-mail.
#ifndef KETENPROEF_SERVER_OUTBOUND_UITGANG_H_
#define KETENPROEF_SERVER_OUTBOUND_UITGANG_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "server/omgeving/buitenwereld.h"
#include "server/outbound/gemeente_endpoints.h"
#include "server/outbound/mail_options.h"
#include "server/outbound/mail_queue.h"

namespace ketenproef {

class Uitgang final : public Buitenwereld {
 public:
  // INVALID_ARGUMENT where the options cannot be right. `endpoint_deadline_ms`: see GemeenteEndpoints.
  static absl::StatusOr<std::unique_ptr<Uitgang>> Make(std::uint32_t endpoint_deadline_ms,
                                                       const MailOptions& mail);

  void Ask(const std::string& adres, const Omgeving& omgeving, const Lksvraag& vraag,
           const Uitgaandestoring& storing, absl::AnyInvocable<void(Lksuitkomst)> done) override {
    endpoints_.Ask(adres, omgeving, vraag, storing, std::move(done));
  }
  void Deliver(const std::string& adres, const Omgeving& omgeving, Gemeentecode gemeentecode,
               const Levering& levering, const Uitgaandestoring& storing,
               absl::AnyInvocable<void(Leveruitslag)> done) override {
    endpoints_.Deliver(adres, omgeving, gemeentecode, levering, storing, std::move(done));
  }
  void Notify(const Omgeving& omgeving, std::uint32_t rapportage, const std::string& email,
              absl::AnyInvocable<void(const absl::Status&)> done) override;

 private:
  explicit Uitgang(std::uint32_t endpoint_deadline_ms) : endpoints_(endpoint_deadline_ms) {}

  void OnOutcome(const std::string& id, const absl::Status& outcome);

  GemeenteEndpoints endpoints_;
  absl::Mutex mutex_;
  std::uint64_t last_id_ ABSL_GUARDED_BY(mutex_) = 0;
  absl::flat_hash_map<std::string, absl::AnyInvocable<void(const absl::Status&)>> wachtend_
      ABSL_GUARDED_BY(mutex_);
  std::unique_ptr<MailQueue> mail_;  // last: its thread uses the above; null: e-mails are only listed
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OUTBOUND_UITGANG_H_
