// Where a broken system differs from the good one behind the proxy: by method, a function that stands around
// the call.
//
//   Hooks hooks;
//   hooks.On<contract::SubmitZiekmeldingRequest>([](auto& call) {
//     const grpc::Status status = call.Forward();            // never, once or often; with another request
//     if (status.ok()) call.response.mutable_ontvangst()->set_herhaald(true);
//     return status;                                         // the response counts where this is OK
//   });
//
// Methods without a hook pass untouched. A second hook on a method stands around the first. In a stream of
// batches the hook stands around each batch, which is forwarded in a call of its own; a download is one
// response with all of its bytes. Hooks run on threads of their own and may wait; they are called from
// several threads at once.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_HOOKS_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_HOOKS_H_

#include <grpcpp/support/status.h>

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "client/lib/methods.h"
#include "conformance/mutants/target.h"
#include "conformance/mutants/world.h"

namespace ketenproef::conformance {

// A request goes on; what came of it.
using Next = std::function<Answers(const std::string& request)>;
using Hook = std::function<Answers(const std::string& request, Target& target, const Next& next)>;

struct HookedMethod {
  Hook hook;
  // Whether the caller streams batches, each of which is a request.
  bool takes_batches = false;
};

// One call on its way through a hook.
template <typename Request>
class Passage {
 public:
  using Response = client::ResponseTo<Request>;

  Passage(Target* target, const Next* next) : target_(target), world_(target), next_(next) {}

  // What came in, and what Forward sends.
  Request request;
  // What the last Forward brought, and what the caller gets.
  Response response;

  grpc::Status Forward() {
    const Answers answers = (*next_)(request.SerializeAsString());
    response.Clear();
    if (answers.status.ok() && !Join(answers.messages, &response)) {
      return {grpc::StatusCode::INTERNAL, "the target answered something that is no message of the contract"};
    }
    return answers.status;
  }

  // The omgeving of the call, for questions and calls of the hook's own.
  const World& world() const { return world_; }
  // Goes with what is forwarded from now on.
  void AddMetadata(const std::string& key, const std::string& value) { target_->AddMetadata(key, value); }

 private:
  Target* target_;
  World world_;
  const Next* next_;
};

class Hooks {
 public:
  Hooks() = default;
  explicit Hooks(bool is_after_restart) : is_after_restart_(is_after_restart) {}

  // Whether the system behind has been killed and started again.
  bool is_after_restart() const { return is_after_restart_; }

  template <typename Request>
  void On(std::function<grpc::Status(Passage<Request>&)> stand) {
    Add(client::MethodOf<Request>::kPath, client::MethodOf<Request>::kKind == client::MethodKind::kBatches,
        [stand = std::move(stand)](const std::string& request, Target& target, const Next& next) -> Answers {
          Passage<Request> passage(&target, &next);
          if (!passage.request.ParseFromString(request)) return next(request);
          const grpc::Status status = stand(passage);
          if (!status.ok()) return {status, {}};
          return {status, Split(passage.response)};
        });
  }

  // Nullptr: the method has none. `method` with its slash, as `/ketenproef.v1.KlokService/GetClock`.
  const HookedMethod* Find(const std::string& method) const;

 private:
  void Add(const std::string& method, bool takes_batches, Hook hook);

  bool is_after_restart_ = false;
  std::map<std::string, HookedMethod> methods_;
};

// A refusal as the contract wants them: the rule (or reason) in ErrorInfo.
grpc::Status Refusal(grpc::StatusCode code, const std::string& regel,
                     const std::string& message = "refused by a broken system");
// The rule that a status names; empty: none.
std::string RegelOf(const grpc::Status& status);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_HOOKS_H_
