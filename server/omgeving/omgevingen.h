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
#include "absl/functional/any_invocable.h"
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
  // Told of an environment that stopped because its journal cannot be written, on its own thread.
  using OnStopped = absl::AnyInvocable<void(const std::string& naam, const absl::Status& reden) const>;

  // Opens and replays every environment in the store. `referentie` and `buitenwereld` must outlive it;
  // without the latter nothing leaves the simulator.
  static absl::StatusOr<std::unique_ptr<Omgevingen>> Open(const Referentiedata& referentie,
                                                          std::unique_ptr<JournalStore> store,
                                                          Buitenwereld* buitenwereld = nullptr,
                                                          OnStopped on_stopped = nullptr);
  ~Omgevingen();

  // INVALID_ARGUMENT for a name or profile that cannot be, ALREADY_EXISTS for one that is there,
  // RESOURCE_EXHAUSTED where there are too many. Where it fails nothing is left of it.
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
             Buitenwereld* buitenwereld, OnStopped on_stopped);

  // Opens the environment of a journal that is in the store.
  absl::Status Load(const std::string& naam) ABSL_LOCKS_EXCLUDED(store_mutex_);
  absl::Status Start(const std::string& naam, std::unique_ptr<Journal> journal,
                     const OmgevingCreated& instellingen, const std::vector<Rol>& rollen);

  const Referentiedata& referentie_;
  Buitenwereld* buitenwereld_;
  const OnStopped on_stopped_;
  absl::Mutex store_mutex_;  // held while a journal is opened, made or removed
  std::unique_ptr<JournalStore> store_ ABSL_GUARDED_BY(store_mutex_);
  mutable absl::Mutex mutex_;
  absl::btree_map<std::string, std::shared_ptr<Writer>> writers_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_OMGEVINGEN_H_
