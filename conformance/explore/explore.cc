#include "conformance/explore/explore.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/explore/generator.h"
#include "conformance/explore/speler.h"
#include "conformance/explore/verkleinen.h"
#include "conformance/model/model.h"

namespace ketenproef::conformance {
namespace {

constexpr char kDraaiboekPayload[] = "ketenproef/draaiboek";

Uitvoer PlayOwnModel(const Maatstaf& maatstaf, const Proef& proef) {
  return PlayModel(maatstaf, proef.draaiboek, proef.until);
}

absl::Status CheckOptions(const ExploreOptions& options) {
  if (options.channel == nullptr) return absl::InvalidArgumentError("there is no system to explore");
  if (options.cases < 1) return absl::InvalidArgumentError("the number of cases must be 1 or more");
  if (options.parallel < 1) return absl::InvalidArgumentError("at least one must run at a time");
  if (options.profielen.empty()) return absl::InvalidArgumentError("there is no profile to explore");
  for (const std::string& profiel : options.profielen) {
    if (!FindMaatstaf(profiel)) {
      return absl::InvalidArgumentError(absl::StrCat("no profile is called ", profiel));
    }
  }
  return CheckAmsterdam();
}

// The playbooks of one profile, shared out over threads.
class ProfileExploration {
 public:
  ProfileExploration(const ExploreOptions& options, const std::string& profiel, int done_before)
      : options_(options),
        model_(options.model ? options.model : PlayOwnModel),
        maatstaf_(*FindMaatstaf(profiel)),
        generator_(maatstaf_),
        end_(options.cases),
        done_(done_before) {}

  absl::StatusOr<std::optional<Vondst>> Run() {
    std::vector<std::thread> threads;
    const int count = std::min(options_.parallel, options_.cases);
    threads.reserve(static_cast<size_t>(count));
    for (int i = 1; i <= count; ++i) threads.emplace_back([this, i] { Work(i); });
    for (std::thread& thread : threads) thread.join();
    absl::MutexLock lock(&mutex_);
    if (!status_.ok()) return status_;
    if (!verschil_) return std::nullopt;
    return Shorten(static_cast<uint64_t>(end_.load()), *verschil_);
  }

 private:
  Speler MakeSpeler(int worker) const {
    return {
        options_.channel,
        {maatstaf_.profiel, absl::StrCat("verkenning-", maatstaf_.profiel, "-", options_.seed, "-", worker),
         options_.timeout}};
  }

  // Numbers are given out in order, and none after one that came to something: what is found is the lowest.
  void Work(int worker) {
    Speler speler = MakeSpeler(worker);
    for (int nummer = next_++; nummer < end_; nummer = next_++) {
      const Proef proef = generator_.Make(options_.seed, static_cast<uint64_t>(nummer));
      const absl::StatusOr<std::optional<Verschil>> verschil = Compare(speler, proef);
      absl::MutexLock lock(&mutex_);
      if ((!verschil.ok() || *verschil) && nummer < end_) {
        end_ = nummer;
        status_ = verschil.ok() ? absl::OkStatus() : AtProef(nummer, verschil.status());
        verschil_ = verschil.ok() ? *verschil : std::nullopt;
      }
      ++done_;
      if (options_.progress) {
        options_.progress(done_, options_.cases * static_cast<int>(options_.profielen.size()));
      }
    }
  }

  absl::StatusOr<std::optional<Verschil>> Compare(Speler& speler, const Proef& proef) const {
    const absl::StatusOr<Uitvoer> gekregen = speler.Play(proef);
    if (!gekregen.ok()) return gekregen.status();
    return FindVerschil(model_(maatstaf_, proef), *gekregen);
  }

  absl::Status AtProef(int nummer, const absl::Status& status) const {
    absl::Status result(status.code(), absl::StrCat("playbook ", nummer, " of seed ", options_.seed,
                                                    ", profile ", maatstaf_.profiel, ": ", status.message()));
    const Proef proef = generator_.Make(options_.seed, static_cast<uint64_t>(nummer));
    result.SetPayload(kDraaiboekPayload, absl::Cord(WriteDraaiboek(proef.draaiboek)));
    return result;
  }

  Vondst Shorten(uint64_t nummer, const Verschil& found) const {
    Vondst vondst;
    vondst.profiel = maatstaf_.profiel;
    vondst.seed = options_.seed;
    vondst.nummer = nummer;
    vondst.gevonden = generator_.Make(options_.seed, nummer);
    vondst.verschil = found;
    Speler speler = MakeSpeler(1);
    const auto still_shows = [&](const Proef& proef) -> absl::StatusOr<bool> {
      const absl::StatusOr<std::optional<Verschil>> verschil = Compare(speler, proef);
      if (!verschil.ok()) return verschil.status();
      if (!*verschil || (*verschil)->soort != found.soort) return false;
      vondst.verschil = **verschil;
      return true;
    };
    const absl::StatusOr<bool> again = still_shows(vondst.gevonden);
    if (!again.ok() || !*again) {
      vondst.proef = vondst.gevonden;
      vondst.voorbehoud = "Niet verkort: het verschil kwam bij een tweede keer niet terug.";
    } else {
      Verkleind verkleind = Verklein(vondst.gevonden, still_shows);
      vondst.proef = std::move(verkleind.proef);
      vondst.plays = verkleind.plays;
      if (!verkleind.status.ok()) {
        vondst.voorbehoud = absl::StrCat("Niet verder verkort: ", verkleind.status.message());
      }
    }
    vondst.verwacht = model_(maatstaf_, vondst.proef);
    return vondst;
  }

  const ExploreOptions& options_;
  const Model model_;
  const Maatstaf maatstaf_;
  const Generator generator_;
  std::atomic<int> next_ = 0;
  std::atomic<int> end_;  // the first number that need not be played any more
  absl::Mutex mutex_;
  absl::Status status_ ABSL_GUARDED_BY(mutex_);               // of number end_
  std::optional<Verschil> verschil_ ABSL_GUARDED_BY(mutex_);  // of number end_
  int done_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace

absl::StatusOr<std::optional<Vondst>> Explore(const ExploreOptions& options) {
  if (absl::Status status = CheckOptions(options); !status.ok()) return status;
  int done = 0;
  for (const std::string& profiel : options.profielen) {
    absl::StatusOr<std::optional<Vondst>> vondst = ProfileExploration(options, profiel, done).Run();
    if (!vondst.ok() || *vondst) return vondst;
    done += options.cases;
  }
  return std::nullopt;
}

std::string UnjudgedDraaiboek(const absl::Status& status) {
  return std::string(status.GetPayload(kDraaiboekPayload).value_or(absl::Cord()));
}

}  // namespace ketenproef::conformance
