// The environments of one server, side by side.
//
// Find may be called from any thread and does not block on anything slow. Open, Create and Delete read and
// write disks: call them from a thread that may block. An environment that is deleted finishes the calls that
// wait for it first.
#ifndef KETENPROEF_SERVER_OMGEVING_OMGEVINGEN_H_
#define KETENPROEF_SERVER_OMGEVING_OMGEVINGEN_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/container/btree_map.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "server/journal/journal_store.h"
#include "server/omgeving/writer.h"
#include "server/rules/gebeurtenis.h"

namespace ketenproef {

// The environment of a call that names none.
inline constexpr absl::string_view kStandaardOmgeving = "standaard";

class Omgevingen {
 public:
  // Opens and replays every environment in the store. `referentie` and `buitenwereld` must outlive it;
  // without the latter nothing leaves the simulator.
  static absl::StatusOr<std::unique_ptr<Omgevingen>> Open(const Referentiedata& referentie,
                                                          std::unique_ptr<JournalStore> store,
                                                          Buitenwereld* buitenwereld = nullptr);
  ~Omgevingen();

  // INVALID_ARGUMENT for a name or profile that cannot be, ALREADY_EXISTS for one that is there,
  // RESOURCE_EXHAUSTED where there are too many.
  absl::Status Create(const OmgevingCreated& instellingen, const std::vector<Rol>& rollen = {});
  // NOT_FOUND where there is none.
  absl::Status Delete(const std::string& naam);

  // For a server that is stopping: see Writer.
  void StopWaiting();

  // Null where there is none.
  std::shared_ptr<Writer> Find(const std::string& naam) const;
  // Sorted.
  std::vector<std::string> Namen() const;

 private:
  Omgevingen(const Referentiedata& referentie, std::unique_ptr<JournalStore> store,
             Buitenwereld* buitenwereld);

  const Referentiedata& referentie_;
  Buitenwereld* buitenwereld_;
  absl::Mutex store_mutex_;  // held while a journal is opened, made or removed
  std::unique_ptr<JournalStore> store_ ABSL_GUARDED_BY(store_mutex_);
  mutable absl::Mutex mutex_;
  absl::btree_map<std::string, std::shared_ptr<Writer>> writers_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_OMGEVINGEN_H_
