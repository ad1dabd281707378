// The client's own record of what it sent and what was answered: what a system must be able to show
// afterwards. One post for each record of the plan.
//
// Thread-safe: several threads may book at once.
#ifndef KETENPROEF_BENCH_LOAD_KETEN_BOEKHOUDING_H_
#define KETENPROEF_BENCH_LOAD_KETEN_BOEKHOUDING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "bench/load/keten/meldingplan.h"

namespace ketenproef::load {

struct Post {
  bool is_sent = false;
  bool is_wrong = false;     // an answer was not the one that the rules want
  bool is_aanvaard = false;  // the last answer was an Ontvangst
  int answers = 0;
  std::int64_t volgnummer = 0;
};

class Boekhouding {
 public:
  explicit Boekhouding(const Meldingplan& plan);

  void BookSent(std::int64_t index);
  // Each says whether the answer is the right one.
  bool BookOntvangst(std::int64_t index, const v1::Ontvangst& ontvangst);
  bool BookWeigering(std::int64_t index, absl::string_view regel);
  // An answer that is neither.
  void BookUnreadable(std::int64_t index);

  const Meldingplan& plan() const { return plan_; }
  // Once all threads are done.
  std::vector<Post> TakePosts();
  // What was wrong with the first answers that were, without a BSN.
  std::vector<std::string> TakeFindings();

 private:
  bool Book(std::int64_t index, const v1::Ontvangst* ontvangst, const std::string& finding);

  const Meldingplan& plan_;
  absl::Mutex mutex_;
  std::vector<Post> posts_ ABSL_GUARDED_BY(mutex_);
  std::vector<std::string> findings_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_KETEN_BOEKHOUDING_H_
