// For tests: the disk under SQLite. As long as one lives, every change that SQLite makes to a file goes
// through it: it can be made to fail, and it is kept, so that schijfbeeld.h can say what a power failure
// would leave. Nothing is synced really, which makes runs fast, and the log of a journal is written back
// every few pages, so that short runs have it happen. The same run makes the same changes.
//
// One at a time, made before and destroyed after the journals that it is under. Thread-safe.
#ifndef KETENPROEF_SERVER_JOURNAL_PROEFSCHIJF_H_
#define KETENPROEF_SERVER_JOURNAL_PROEFSCHIJF_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace ketenproef {

// One change of a file.
struct Schijfwijziging {
  enum class Soort { kWrite, kTruncate, kSync, kDelete };
  Soort soort;
  std::string pad;
  std::int64_t plaats = 0;  // where a write begins, or the size that a truncation leaves
  std::string bytes = {};   // of a write
};

class Proefschijf {
 public:
  enum class Fout { kIo, kFull };

  Proefschijf();
  ~Proefschijf();
  Proefschijf(const Proefschijf&) = delete;
  Proefschijf& operator=(const Proefschijf&) = delete;

  // From now on the n-th change (from 1) of files whose path holds `pad` fails and is not made; so do the
  // next `aantal` - 1.
  static constexpr std::int64_t kForEver = 1'000'000'000;
  void Fail(std::int64_t n, std::int64_t aantal, Fout fout, const std::string& pad = "");
  // No more failures.
  void Mend();

  // How many changes were made since the last call of TakeWijzigingen, and which.
  std::size_t aantal_wijzigingen() const;
  std::vector<Schijfwijziging> TakeWijzigingen();
  // Whether a change failed since the last Fail.
  bool has_failed() const;

 private:
  class Vfs;

  // An error code of SQLite, or 0: it may be made.
  int Enter(Schijfwijziging wijziging);

  mutable absl::Mutex mutex_;
  std::vector<Schijfwijziging> wijzigingen_ ABSL_GUARDED_BY(mutex_);
  std::int64_t matched_ ABSL_GUARDED_BY(mutex_) = 0;  // since Fail
  std::int64_t fails_from_ ABSL_GUARDED_BY(mutex_) = 0;
  std::int64_t fails_ ABSL_GUARDED_BY(mutex_) = 0;
  Fout fout_ ABSL_GUARDED_BY(mutex_) = Fout::kIo;
  std::string fails_pad_ ABSL_GUARDED_BY(mutex_);
  bool has_failed_ ABSL_GUARDED_BY(mutex_) = false;
  std::unique_ptr<Vfs> vfs_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_PROEFSCHIJF_H_
