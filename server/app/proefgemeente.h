// For tests: a gemeente outside the simulator, which serves GemeenteService on a port and does as it is told.
#ifndef KETENPROEF_SERVER_APP_PROEFGEMEENTE_H_
#define KETENPROEF_SERVER_APP_PROEFGEMEENTE_H_

#include <grpcpp/server.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/synchronization/mutex.h"
#include "ketenproef/v1/gemeente_service.grpc.pb.h"

namespace ketenproef {

class Proefgemeente final : public v1::GemeenteService::Service {
 public:
  Proefgemeente() { Open(); }
  ~Proefgemeente() override { Close(); }

  // Away, and back on the same port.
  void Close();
  void Open();
  std::string adres() const { return "localhost:" + std::to_string(port_); }

  // What to answer; `n` counts the calls of the kind, from 1. Without one a delivery is taken in, and nothing
  // is found.
  std::function<grpc::Status(int n, const v1::LookupLksRequest&, v1::LookupLksResponse*)> on_lookup;
  std::function<grpc::Status(int n, const std::string& bericht_id)> on_deliver;

  // Every delivery as it came, repeats too: the bericht-id.
  std::vector<std::string> attempts();
  // What was kept, each bericht-id once, in order.
  std::vector<std::string> kept();
  std::vector<v1::LookupLksRequest> lookups();
  std::vector<v1::DeliverRapportageRequest> rapportages();

  grpc::Status LookupLks(grpc::ServerContext* context, const v1::LookupLksRequest* request,
                         v1::LookupLksResponse* response) override;
  grpc::Status DeliverRapportage(grpc::ServerContext* context, const v1::DeliverRapportageRequest* request,
                                 v1::DeliverRapportageResponse* response) override;
  grpc::Status DeliverMelding(grpc::ServerContext* context, const v1::DeliverMeldingRequest* request,
                              v1::DeliverMeldingResponse* response) override;

 private:
  // Whether it was taken in before; the status where it is not taken in.
  grpc::Status Take(const std::string& bericht_id, bool* herhaald);

  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
  absl::Mutex mutex_;
  std::vector<std::string> attempts_;
  std::vector<std::string> kept_;
  std::vector<v1::LookupLksRequest> lookups_;
  std::vector<v1::DeliverRapportageRequest> rapportages_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_APP_PROEFGEMEENTE_H_
