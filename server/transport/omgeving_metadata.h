// Which environment a call is for: gRPC metadata `omgeving`, else the default one.
#ifndef KETENPROEF_SERVER_TRANSPORT_OMGEVING_METADATA_H_
#define KETENPROEF_SERVER_TRANSPORT_OMGEVING_METADATA_H_

#include <grpcpp/server_context.h>

#include <memory>

#include "server/omgeving/omgevingen.h"

namespace ketenproef {

// Null where there is none of that name.
std::shared_ptr<Writer> FindOmgeving(const grpc::CallbackServerContext& context,
                                     const Omgevingen& omgevingen);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_OMGEVING_METADATA_H_
