#include "server/transport/omgeving_metadata.h"

#include <string>

namespace ketenproef {

std::shared_ptr<Writer> FindOmgeving(const grpc::CallbackServerContext& context,
                                     const Omgevingen& omgevingen) {
  const auto& metadata = context.client_metadata();
  const auto found = metadata.find("omgeving");
  if (found == metadata.end()) {
    return omgevingen.Find(std::string(kStandaardOmgeving.data(), kStandaardOmgeving.size()));
  }
  return omgevingen.Find(std::string(found->second.data(), found->second.size()));
}

}  // namespace ketenproef
