// For tests: a gemeente that serves GemeenteService in this process, well, but for what a test tells it
// otherwise; and the System of it.
#ifndef KETENPROEF_CONFORMANCE_RUNNER_PROEFGEMEENTE_H_
#define KETENPROEF_CONFORMANCE_RUNNER_PROEFGEMEENTE_H_

#include <grpcpp/server.h>
#include <grpcpp/server_context.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/synchronization/mutex.h"
#include "conformance/runner/system.h"
#include "ketenproef/v1/gemeente_service.grpc.pb.h"

namespace ketenproef::conformance {

// Finds nothing, but LKS of `known_bsn` in all of time. Takes in each bericht-id once.
class Proefgemeente final : public ::ketenproef::v1::GemeenteService::Service, public System {
 public:
  explicit Proefgemeente(std::string known_bsn);
  ~Proefgemeente() override;

  // What to do before the n-th call (from 1): an error is the answer.
  std::function<grpc::Status(int n)> before = nullptr;
  // How a restart goes, and whether it forgets what it took in.
  absl::Status restarts = absl::OkStatus();
  bool forgets = false;
  std::optional<std::string> end = std::nullopt;
  bool restartable = true;

  // Every bericht-id that came, repeats too.
  std::vector<std::string> ids() const;

  std::string address() const override { return address_; }
  std::shared_ptr<grpc::Channel> channel() override { return channel_; }
  bool can_restart() const override { return restartable; }
  absl::Status Restart() override;
  std::optional<std::string> ended() override { return end; }
  bool is_gone() override { return end.has_value(); }
  std::string last_words() const override { return "geheugen vol\n"; }
  // Nobody listens any more.
  void Close();

  grpc::Status LookupLks(grpc::ServerContext* context, const ::ketenproef::v1::LookupLksRequest* request,
                         ::ketenproef::v1::LookupLksResponse* response) override;
  grpc::Status DeliverRapportage(grpc::ServerContext* context,
                                 const ::ketenproef::v1::DeliverRapportageRequest* request,
                                 ::ketenproef::v1::DeliverRapportageResponse* response) override;
  grpc::Status DeliverMelding(grpc::ServerContext* context,
                              const ::ketenproef::v1::DeliverMeldingRequest* request,
                              ::ketenproef::v1::DeliverMeldingResponse* response) override;

 private:
  grpc::Status Begin();
  bool TakeIn(const std::string& bericht_id);

  const std::string known_bsn_;
  std::unique_ptr<grpc::Server> server_;
  std::string address_;
  std::shared_ptr<grpc::Channel> channel_;

  mutable absl::Mutex mutex_;
  int calls_ = 0;
  std::map<std::string, int> taken_in_;
  std::vector<std::string> ids_;
};

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_PROEFGEMEENTE_H_
