// The virtual clock. Delegation only: see server/handlers.
#ifndef KETENPROEF_SERVER_TRANSPORT_KLOK_SERVICE_H_
#define KETENPROEF_SERVER_TRANSPORT_KLOK_SERVICE_H_

#include "ketenproef/v1/klok_service.grpc.pb.h"
#include "server/omgeving/omgevingen.h"

namespace ketenproef {

class KlokService final : public v1::KlokService::CallbackService {
 public:
  explicit KlokService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* GetClock(grpc::CallbackServerContext* context, const v1::GetClockRequest* request,
                                     v1::GetClockResponse* response) override;
  grpc::ServerUnaryReactor* AdvanceClock(grpc::CallbackServerContext* context,
                                         const v1::AdvanceClockRequest* request,
                                         v1::AdvanceClockResponse* response) override;
  grpc::ServerUnaryReactor* SetClockMode(grpc::CallbackServerContext* context,
                                         const v1::SetClockModeRequest* request,
                                         v1::SetClockModeResponse* response) override;
  grpc::ServerWriteReactor<v1::WatchClockResponse>* WatchClock(grpc::CallbackServerContext* context,
                                                               const v1::WatchClockRequest* request) override;

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_KLOK_SERVICE_H_
