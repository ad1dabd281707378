// All services of the contract, ready to be registered. Apart from the composition root, because the
// generated classes take long to compile.
#ifndef KETENPROEF_SERVER_TRANSPORT_SERVICES_H_
#define KETENPROEF_SERVER_TRANSPORT_SERVICES_H_

#include <grpcpp/impl/codegen/service_type.h>

#include <memory>
#include <string>
#include <vector>

#include "server/omgeving/omgevingen.h"

namespace ketenproef {

// `omgevingen` must outlive them, and they the server that serves them.
std::vector<std::unique_ptr<grpc::Service>> MakeServices(Omgevingen& omgevingen);

// Their full names, such as `ketenproef.v1.KlokService`, in the same order.
std::vector<std::string> ServiceNames();

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_SERVICES_H_
