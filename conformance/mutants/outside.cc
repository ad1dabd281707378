#include "conformance/mutants/outside.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "client/lib/call.h"
#include "conformance/mutants/hooks.h"
#include "conformance/mutants/proxy.h"

namespace ketenproef::conformance {
namespace {

// The proxies before gemeenten, by the address behind them.
class Doubles {
 public:
  explicit Doubles(Break breuk) : breuk_(std::move(breuk)) {}

  // The address of the proxy before this one; the address itself where none can be made.
  std::string Before(const std::string& address) {
    if (address.empty()) return address;
    absl::MutexLock lock(&mutex_);
    std::unique_ptr<Proxy>& proxy = proxies_[address];
    if (proxy == nullptr) {
      Hooks hooks;
      breuk_(&hooks);
      auto started = Proxy::Start(client::MakeChannel(address), std::move(hooks));
      if (!started.ok()) return address;
      proxy = *std::move(started);
    }
    return proxy->address();
  }

 private:
  const Break breuk_;
  absl::Mutex mutex_;
  std::map<std::string, std::unique_ptr<Proxy>> proxies_ ABSL_GUARDED_BY(mutex_);
};

template <typename Rollen>
void Redirect(Rollen* rollen, Doubles& doubles) {
  for (contract::Rol& rol : *rollen) {
    if (rol.soort() == contract::ROLSOORT_GEMEENTE) rol.set_adres(doubles.Before(rol.adres()));
  }
}

}  // namespace

Break Outside(Break breuk) {
  return [breuk = std::move(breuk)](Hooks* hooks) {
    const auto doubles = std::make_shared<Doubles>(breuk);
    hooks->On<contract::CreateOmgevingRequest>([doubles](auto& call) {
      Redirect(call.request.mutable_instelling()->mutable_rollen(), *doubles);
      return call.Forward();
    });
    hooks->On<contract::SetRollenRequest>([doubles](auto& call) {
      Redirect(call.request.mutable_rollen(), *doubles);
      return call.Forward();
    });
    hooks->On<contract::SetAfnemerRequest>([doubles](auto& call) {
      const std::string given = call.request.afnemer().adres();
      call.request.mutable_afnemer()->set_adres(doubles->Before(given));
      const grpc::Status status = call.Forward();
      if (!given.empty()) call.response.mutable_afnemer()->set_adres(given);
      return status;
    });
  };
}

}  // namespace ketenproef::conformance
