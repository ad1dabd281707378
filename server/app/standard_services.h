// What gRPC itself offers beside the services of the contract: health checking, per service and for the
// server as a whole (the empty name), and reflection, by which tools such as grpcurl find out what is served.
#ifndef KETENPROEF_SERVER_APP_STANDARD_SERVICES_H_
#define KETENPROEF_SERVER_APP_STANDARD_SERVICES_H_

#include <grpcpp/server.h>

namespace ketenproef {

// Before a server is built; holds for every server of the process from then on.
void EnableStandardServices();

// What the health service says from now on: SERVING or NOT_SERVING, the same for every service.
void SetServing(grpc::Server& server, bool is_serving);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_APP_STANDARD_SERVICES_H_
