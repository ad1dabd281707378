// The system behind the proxy, as a hooked call reaches it: with the caller's metadata and deadline, and
// given up when the caller gives up.
//
//   const Answers answers = target.Ask("/ketenproef.v1.KlokService/GetClock", request);
//   if (answers.status.ok()) Use(answers.messages.front());
//
// Safe from any thread; Ask blocks.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_TARGET_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_TARGET_H_

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>
#include <grpcpp/server_context.h>
#include <grpcpp/support/status.h>

#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"

namespace ketenproef::conformance {

// What came of one request: any number of messages, serialised, then a status.
struct Answers {
  grpc::Status status;
  std::vector<std::string> messages;
};

// Whether a key of metadata belongs to one hop rather than to the call.
bool IsOfTransport(absl::string_view key);
// Lets `onward` carry the metadata and deadline of the call that came in.
void CarryOn(const grpc::CallbackServerContext& came_in, grpc::ClientContext* onward);

class Target {
 public:
  // `came_in` is read now only.
  Target(std::shared_ptr<grpc::Channel> channel, const grpc::CallbackServerContext& came_in);

  Answers Ask(const std::string& method, const std::string& request);
  // Goes with every call from now on; not while one is under way.
  void AddMetadata(const std::string& key, const std::string& value) { metadata_.emplace_back(key, value); }
  // Ends what is under way and everything that is asked from now on with CANCELLED.
  void Cancel();

  // The omgeving that the call names; `standaard` where it names none.
  const std::string& omgeving() const { return omgeving_; }

 private:
  // Makes it one of those that Cancel reaches.
  void Begin(grpc::ClientContext* context);
  void End(grpc::ClientContext* context);

  std::shared_ptr<grpc::Channel> channel_;
  std::vector<std::pair<std::string, std::string>> metadata_;
  std::chrono::system_clock::time_point deadline_;
  std::string omgeving_ = "standaard";
  absl::Mutex mutex_;
  std::set<grpc::ClientContext*> under_way_ ABSL_GUARDED_BY(mutex_);
  bool cancelled_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_TARGET_H_
