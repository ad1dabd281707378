// For tests: a proxy between the callers of a real server and that server.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_PROXY_FIXTURE_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_PROXY_FIXTURE_H_

#include <memory>
#include <utility>

#include "conformance/mutants/proxy.h"
#include "server/app/chain_test.h"

namespace ketenproef::conformance {

class ProxyFixture : public ChainTest {
 protected:
  // Calls of Make and At go through the proxy from now on.
  void Stand(Hooks hooks = {}) {
    direct_ = channel_;
    auto proxy = Proxy::Start(direct_, std::move(hooks));
    ASSERT_TRUE(proxy.ok()) << proxy.status();
    proxy_ = *std::move(proxy);
    channel_ = proxy_->InProcessChannel();
  }
  void TearDown() override {
    channel_ = nullptr;
    proxy_ = nullptr;
  }

  std::shared_ptr<grpc::Channel> direct_;
  std::unique_ptr<Proxy> proxy_;
};

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_PROXY_FIXTURE_H_
