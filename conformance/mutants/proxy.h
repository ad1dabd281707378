// A server in front of another that passes every call on, bytes for bytes, but for the methods that have
// hooks. It knows no method by itself, so it also passes on what the contract does not have.
//
//   auto proxy = Proxy::Start(good->channel(), std::move(hooks));
//   (*proxy)->InProcessChannel();        // the broken system
//
// The target's channel must stay usable as long as the proxy is there.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_PROXY_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_PROXY_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "conformance/mutants/hooks.h"

namespace ketenproef::conformance {

class Proxy {
 public:
  // UNAVAILABLE where it cannot listen.
  static absl::StatusOr<std::unique_ptr<Proxy>> Start(std::shared_ptr<grpc::Channel> target, Hooks hooks);

  // Gives up on what is still under way.
  virtual ~Proxy() = default;

  // Not to be used any more when the proxy is gone.
  virtual std::shared_ptr<grpc::Channel> InProcessChannel() = 0;
  // 127.0.0.1:PORT, for who must be told an address.
  virtual std::string address() const = 0;
};

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_PROXY_H_
