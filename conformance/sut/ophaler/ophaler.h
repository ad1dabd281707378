// A gemeente that collects at the Inlichtingenbureau, in C++ over client/lib: the sample to start from, and
// the reference of the conformance suite. It lists what it has not confirmed, downloads, checks, keeps, and
// only then confirms; what comes damaged or not at all is tried again in the next round. Nothing here reads a
// clock but for the pause between two rounds.
//
// Works in a thread of its own from its start until its end.
//
//   Ophaler ophaler({.inlichtingenbureau = "localhost:5050", .gemeentecodes = {"0363"}},
//   *std::move(bewaarmap));
#ifndef KETENPROEF_CONFORMANCE_SUT_OPHALER_OPHALER_H_
#define KETENPROEF_CONFORMANCE_SUT_OPHALER_OPHALER_H_

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "client/lib/call.h"
#include "client/lib/methods.h"
#include "conformance/sut/ophaler/bewaarmap.h"
#include "ketenproef/v1/inlichtingenbureau_service.pb.h"

namespace ketenproef::ophaler {

struct OphalerOptions {
  std::string inlichtingenbureau = {};  // HOST:PORT
  std::string omgeving = {};            // empty: `standaard`
  std::vector<std::string> gemeentecodes = {};
  absl::Duration pause = absl::Seconds(1);  // between two rounds
};

class Ophaler {
 public:
  Ophaler(OphalerOptions options, std::unique_ptr<Bewaarmap> bewaarmap);
  // At once, also in the middle of a call: what has been kept by then is all that is left of it.
  ~Ophaler();
  Ophaler(const Ophaler&) = delete;
  Ophaler& operator=(const Ophaler&) = delete;

 private:
  void Work();
  bool AwaitEnd(absl::Duration longest);

  // One round for one gemeente. The first error ends it.
  absl::Status Collect(const std::string& gemeentecode);
  absl::Status CollectRapportages(const std::string& gemeentecode);
  absl::Status CollectDoorleveringen(const std::string& gemeentecode);
  absl::Status CollectBerichten(const std::string& gemeentecode);
  // OK also where it came damaged: then it stays unconfirmed.
  absl::Status CollectRapportage(const v1::Rapportage& rapportage);

  // One call, which the end of this object breaks off.
  template <typename Request>
  absl::Status Say(const Request& request, std::vector<client::ResponseTo<Request>>* answers);
  // Every page of a list, before anything is confirmed: confirming takes records out of the list.
  template <typename Request>
  absl::Status List(Request request, std::vector<client::ResponseTo<Request>>* pages);

  const OphalerOptions options_;
  const std::unique_ptr<Bewaarmap> bewaarmap_;
  const std::shared_ptr<grpc::Channel> channel_;

  absl::Mutex mutex_;
  bool is_ending_ ABSL_GUARDED_BY(mutex_) = false;
  client::Call* call_ ABSL_GUARDED_BY(mutex_) = nullptr;  // the one that is under way

  std::thread thread_;
};

}  // namespace ketenproef::ophaler

#endif  // KETENPROEF_CONFORMANCE_SUT_OPHALER_OPHALER_H_
