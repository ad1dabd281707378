// What reached the gemeenten, as they collected it: every row of every report and every forwarded melding,
// held against the course of the workers. Also books what UWV acknowledged, so that all of it can be
// reconciled.
//
//   Aankomstboek boek(levensloop);
//   boek.BookRapportage(rapportage, bytes);           // once each
//   boek.BookDoorlevering(doorlevering);
//   Afstemming outcome = boek.Finish(laatste_uitwisseling, omgeving);
//
// Thread-safe but for Finish, which is for the end.
#ifndef KETENPROEF_BENCH_LOAD_KETEN_AANKOMSTBOEK_H_
#define KETENPROEF_BENCH_LOAD_KETEN_AANKOMSTBOEK_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "bench/load/keten/afstemming.h"
#include "bench/load/keten/levensloop.h"
#include "ketenproef/v1/inlichtingenbureau_service.pb.h"
#include "ketenproef/v1/omgeving_service.pb.h"

namespace ketenproef::load {

class Aankomstboek {
 public:
  explicit Aankomstboek(const Levensloop& levensloop);

  // Records of one kind: how many were sent, and how many of them acknowledged.
  void BookVerstuurd(v1::Opdrachtsoort soort, std::int64_t verstuurd, std::int64_t aanvaard);

  // What an exchange did, as the system says.
  void BookUitwisseling(const v1::Uitwisselingstelling& telling);

  // A report with its bytes, which are those of its SHA-256. One that is known already has to be the same.
  void BookRapportage(const v1::Rapportage& rapportage, absl::string_view bytes);
  void BookDoorlevering(const v1::Doorlevering& doorlevering);

  // What was due up to and in the exchange of this day must have come, once, and nothing else. `omgeving`:
  // what the system has counted, where it tells.
  Afstemming Finish(absl::CivilDay laatste_uitwisseling, const std::optional<v1::Omgeving>& omgeving);

 private:
  struct Aantallen {
    std::int64_t verstuurd = 0;
    std::int64_t aanvaard = 0;
  };

  void BookRij(const v1::Rapportage& rapportage, absl::string_view rij) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void FindFout(absl::string_view what, absl::string_view kenmerk) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void AddVerstuurd(const std::optional<v1::Omgeving>& omgeving) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  // Of each worker whether it came exactly as often as it was due; the sum.
  template <typename DueOn>
  Som Settle(absl::string_view naam, const std::vector<std::uint8_t>& gekomen, DueOn due_on,
             absl::CivilDay laatste) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const Levensloop& levensloop_;
  absl::flat_hash_map<std::string, int> werknemer_of_bsn_;

  absl::Mutex mutex_;
  std::map<v1::Opdrachtsoort, Aantallen> aantallen_ ABSL_GUARDED_BY(mutex_);
  v1::Uitwisselingstelling uitwisselingen_ ABSL_GUARDED_BY(mutex_);
  bool has_uitwisseling_ ABSL_GUARDED_BY(mutex_) = false;
  std::map<std::string, std::string> sha256_of_ ABSL_GUARDED_BY(mutex_);  // by rapportage_id
  // Of each worker, how often it came.
  std::vector<std::uint8_t> signalen_ ABSL_GUARDED_BY(mutex_);
  std::vector<std::uint8_t> ziek_ ABSL_GUARDED_BY(mutex_);
  std::vector<std::uint8_t> herstel_ ABSL_GUARDED_BY(mutex_);
  Afstemming afstemming_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_KETEN_AANKOMSTBOEK_H_
