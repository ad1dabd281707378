#include "server/transport/status.h"

#include <string>

#include "server/wire/fout.h"

namespace ketenproef {

grpc::Status ToGrpc(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  return grpc::Status(static_cast<grpc::StatusCode>(status.code()), std::string(status.message()),
                      DetailsOf(status));
}

}  // namespace ketenproef
