#include "server/app/standard_services.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>

#include "server/transport/services.h"

namespace ketenproef {

void EnableStandardServices() {
  // Reflection announces itself when its library is loaded, which this call makes sure of; twice does no
  // harm.
  grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  grpc::EnableDefaultHealthCheckService(true);
}

void SetServing(grpc::Server& server, bool is_serving) {
  grpc::HealthCheckServiceInterface* const health = server.GetHealthCheckService();
  for (const std::string& name : ServiceNames()) health->SetServingStatus(name, is_serving);
  health->SetServingStatus("", is_serving);
}

}  // namespace ketenproef
