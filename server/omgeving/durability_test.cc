// Nothing that was acknowledged is lost, and nothing is there twice: whatever write fails, and whenever the
// power does. One run of an environment over weeks of the chain is held against itself: what is found after
// each accident is a beginning of it, byte for byte, that holds what was acknowledged; and when the run is
// finished from there, it ends as the undisturbed one did.
#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "fixtures/scratch/temporary_folder.h"
#include "gtest/gtest.h"
#include "server/journal/durable_mark.h"
#include "server/journal/proefschijf.h"
#include "server/journal/schijfbeeld.h"
#include "server/journal/sqlite_journal.h"
#include "server/omgeving/omgeving_fixture.h"
#include "server/omgeving/toestand_dump.h"
#include "server/omgeving/writer.h"

namespace ketenproef {
namespace {

constexpr int kWerknemers = 4;

using Handeling = std::function<void(Omgeving&)>;

Handeling Doe(const Opdracht& opdracht) {
  return [opdracht](Omgeving& omgeving) { (void)omgeving.Execute(opdracht); };
}

Handeling Naar(const std::string& dag, int uur = 12) {
  return [dag, uur](Omgeving& omgeving) { (void)omgeving.Advance(Op(dag, uur)); };
}

// What is committed at once, in order; something of everything: registers, messages, refusals, repeats,
// decisions, exchanges with forwards, reports and berichten, lapses, and a clock that moves over nothing.
std::vector<Handeling> Stappen() {
  std::vector<Handeling> stappen;
  const Dag van = D("2014-01-01");
  for (int p = 0; p < kWerknemers; ++p) {
    stappen.push_back([p, van](Omgeving& omgeving) {
      for (const Opdracht& opdracht :
           {InRegister(p, van), InDienst(p, van), Lks(p, kUtrecht, van), Woont(p, van, kUtrecht)}) {
        (void)omgeving.Execute(opdracht);
      }
    });
  }
  for (int p = 0; p < kWerknemers; ++p) {
    stappen.push_back(Doe(Ziek(p, absl::StrCat("Z", p), D("2025-01-06"))));
  }
  stappen.push_back(Doe(Ziek(0, "Z0", D("2025-01-05"))));  // other content: refused
  stappen.push_back(Doe(Ziek(1, "Z1", D("2025-01-06"))));  // a repeat
  stappen.push_back(Naar("2025-01-07", 5));
  stappen.push_back(Naar("2025-01-07", 7));
  for (int p = 0; p < 3; ++p) stappen.push_back(Doe(Beslis(p, absl::StrCat("Z", p))));
  for (int p = 0; p < 3; ++p) stappen.push_back(Doe(UitDienst(p, D("2025-01-10"))));
  stappen.push_back(Naar("2025-01-12"));
  stappen.push_back(Doe(Herstel(0, "H0", "Z0", D("2025-01-12"))));
  stappen.push_back(Doe(Trekin(1, "T1", "Z1")));
  stappen.push_back(Naar("2025-01-13"));
  stappen.push_back([](Omgeving& omgeving) {
    for (int i = 0; i < 120; ++i) (void)omgeving.Execute(Woont(i % 9, D("2025-01-01") + Dagen(i), kUtrecht));
  });
  stappen.push_back(Doe(Verleng(3, "Z3")));
  stappen.push_back(Naar("2025-04-01"));
  stappen.push_back(Naar("2025-04-01", 13));
  return stappen;
}

std::string DumpOf(const Omgeving& omgeving) {
  ToestandDump::Namen namen;
  for (int p = 0; p < 9; ++p) namen.personen.push_back(BsnNummer(p));
  namen.gemeenten = {kUtrecht};
  return ToestandDump::Of(omgeving, namen);
}

OmgevingCreated Instelling() {
  return Instellingen(Op("2025-01-06"));
}

// How the run goes when nothing happens to it.
struct Verloop {
  std::vector<Journaalstand> standen;  // before the first step and after each
  std::vector<std::string> dumps;      // likewise
  std::string bytes;
  std::vector<std::int64_t> ziekmeldingen;  // their volgnummers, by person
};

Verloop Undisturbed(const std::vector<Handeling>& stappen) {
  Verloop verloop;
  Proefomgeving omgeving(Instelling());
  const auto take = [&] {
    omgeving.Commit();
    verloop.standen.push_back({omgeving->last_volgnummer(), omgeving->klok()});
    verloop.dumps.push_back(DumpOf(*omgeving));
  };
  take();
  for (const Handeling& stap : stappen) {
    stap(*omgeving);
    take();
  }
  for (int p = 0; p < kWerknemers; ++p) {
    verloop.ziekmeldingen.push_back(omgeving.Ok(Ziek(p, absl::StrCat("Z", p), D("2025-01-06"))).volgnummer);
  }
  verloop.bytes = omgeving.Bytes();
  return verloop;
}

// An environment in a journal on disk behind its writer.
class Lopend {
 public:
  explicit Lopend(const std::string& path) {
    auto journal = SqliteJournal::Open(path);
    status_ = journal.status();
    if (!journal.ok()) return;
    auto omgeving = Omgeving::Open(Referentie(), *std::move(journal), Instelling());
    status_ = omgeving.status();
    if (omgeving.ok()) writer_ = std::make_shared<Writer>(*std::move(omgeving));
  }
  ~Lopend() {
    if (writer_ != nullptr) writer_->Close();
  }
  Lopend(const Lopend&) = delete;
  Lopend& operator=(const Lopend&) = delete;

  // Why it could not be opened.
  const absl::Status& status() const { return status_; }

  // OK: acknowledged.
  absl::Status Run(const Handeling& stap) {
    absl::Notification done;
    absl::Status outcome;
    writer_->Schedule([&stap](Omgeving& omgeving) { stap(omgeving); },
                      [&](const absl::Status& status) {
                        outcome = status;
                        done.Notify();
                      });
    done.WaitForNotification();
    return outcome;
  }

 private:
  absl::Status status_;
  std::shared_ptr<Writer> writer_;
};

class DurabilityTest : public ::testing::Test {
 protected:
  // Told how many steps were acknowledged, from the opening on.
  using Bevestigd = std::function<void(std::size_t)>;

  DurabilityTest()
      : stappen_(Stappen()), verloop_(Undisturbed(stappen_)), map_(TemporaryFolder::InMemory()) {}

  static std::string PathIn(const std::string& folder) { return folder + "/proef.journaal"; }

  // Runs the steps from `from` on in the journal until one is not acknowledged; after that every other one is
  // refused. How many were acknowledged, those before `from` with them; nothing: it could not even be opened.
  std::optional<std::size_t> RunSteps(
      const std::string& path, std::size_t from, const Bevestigd& acknowledged = [](std::size_t) {}) {
    Lopend lopend(path);
    if (!lopend.status().ok()) return std::nullopt;
    acknowledged(from);
    for (std::size_t stap = from; stap < stappen_.size(); ++stap) {
      if (!lopend.Run(stappen_[stap]).ok()) {
        CheckStopped(lopend);
        return stap;
      }
      acknowledged(stap + 1);
    }
    return stappen_.size();
  }

  void CheckStopped(Lopend& lopend) const {
    for (const Handeling& stap : stappen_) EXPECT_EQ(lopend.Run(stap).code(), absl::StatusCode::kUnavailable);
    const Handeling look = [](Omgeving&) { ADD_FAILURE() << "a reader got in"; };
    EXPECT_EQ(lopend.Run(look).code(), absl::StatusCode::kUnavailable);
  }

  // The last step after which the run stands there.
  std::size_t StepsAt(const Journaalstand& stand) const {
    const auto found = std::find(verloop_.standen.rbegin(), verloop_.standen.rend(), stand);
    EXPECT_NE(found, verloop_.standen.rend())
        << "event " << stand.volgnummer << ", clock " << stand.klok.ToString();
    return static_cast<std::size_t>(verloop_.standen.rend() - found) - 1;
  }

  // Opens the journal in this folder after an accident before which `acknowledged` steps were acknowledged,
  // or nothing; finishes the run from there where `finish`.
  void CheckRecovered(const std::string& folder, std::optional<std::size_t> acknowledged, bool finish) {
    const std::string path = PathIn(folder);
    std::size_t steps = 0;
    {
      auto journal = SqliteJournal::Open(path);
      ASSERT_TRUE(journal.ok()) << journal.status();
      EXPECT_TRUE(absl::StartsWith(verloop_.bytes, BytesOf(**journal)));
      // Made, but without its first event: nobody was told that it is there.
      const bool is_empty = (*journal)->last_volgnummer() == 0;
      EXPECT_FALSE(is_empty && acknowledged.has_value());
      auto opened = Omgeving::Open(Referentie(), *std::move(journal), Instelling());
      ASSERT_TRUE(opened.ok()) << opened.status();
      Omgeving& omgeving = **opened;
      steps = StepsAt({omgeving.last_volgnummer(), omgeving.klok()});
      EXPECT_GE(steps, acknowledged.value_or(0));
      EXPECT_EQ(DumpOf(omgeving), verloop_.dumps[steps]);
      CheckRepeats(omgeving);
    }
    if (finish && !HasFailure()) Finish(path, steps);
  }

  // ZM-07: what was accepted is so once, with its first answer.
  void CheckRepeats(Omgeving& omgeving) const {
    for (int p = 0; p < kWerknemers; ++p) {
      const std::int64_t volgnummer = verloop_.ziekmeldingen[static_cast<std::size_t>(p)];
      if (volgnummer > omgeving.last_volgnummer()) continue;
      const auto again = omgeving.Execute(Ziek(p, absl::StrCat("Z", p), D("2025-01-06")));
      ASSERT_TRUE(again.ok());
      EXPECT_TRUE(again->herhaald);
      EXPECT_EQ(again->volgnummer, volgnummer);
    }
  }

  void Finish(const std::string& path, std::size_t from) {
    EXPECT_EQ(RunSteps(path, from), stappen_.size());
    auto journal = SqliteJournal::Open(path);
    ASSERT_TRUE(journal.ok()) << journal.status();
    EXPECT_EQ(BytesOf(**journal), verloop_.bytes);
    auto omgeving = Omgeving::Open(Referentie(), *std::move(journal), Instelling());
    ASSERT_TRUE(omgeving.ok()) << omgeving.status();
    EXPECT_EQ(DumpOf(**omgeving), verloop_.dumps.back());
  }

  const std::vector<Handeling> stappen_;
  const Verloop verloop_;
  static constexpr unsigned kSeed = 20250106;
  TemporaryFolder map_;
  Proefschijf disk_;
};

TEST_F(DurabilityTest, TheRunHoldsSomethingOfEverything) {
  std::set<std::size_t> kinds;
  Proefomgeving omgeving(Instelling());
  for (const Handeling& stap : stappen_) stap(*omgeving);
  const auto status = omgeving.journal().Read(1, [&kinds](const JournalRecord& record) {
    kinds.insert(DecodeGebeurtenis(record.inhoud)->index());
    return true;
  });
  ASSERT_TRUE(status.ok());
  EXPECT_GE(kinds.size(), 18U);
  EXPECT_EQ(std::set<std::string>(verloop_.dumps.begin(), verloop_.dumps.end()).size(),
            verloop_.dumps.size() - 1)
      << "every step but the repeat does something";
}

// Once, after which the disk is well again, and from then on.
TEST_F(DurabilityTest, AWriteFailsAnywhere) {
  const std::vector<std::pair<std::int64_t, Proefschijf::Fout>> fouten = {
      {1, Proefschijf::Fout::kIo}, {Proefschijf::kForEver, Proefschijf::Fout::kFull}};
  std::int64_t n = 1;
  int stopped = 0;
  for (bool has_failed = true; has_failed; ++n) {
    has_failed = false;
    for (const auto& [aantal, fout] : fouten) {
      SCOPED_TRACE(absl::StrCat("change ", n, " of the disk fails, and ", aantal - 1, " after it"));
      const std::string folder = map_.File(absl::StrCat(n, "-", aantal));
      std::filesystem::create_directory(folder);
      disk_.Fail(n, aantal, fout);
      const auto acknowledged = RunSteps(PathIn(folder), 0);
      has_failed = disk_.has_failed() || has_failed;
      disk_.Mend();
      stopped += acknowledged < stappen_.size() ? 1 : 0;
      CheckRecovered(folder, acknowledged, true);
      if (HasFailure()) return;
      std::filesystem::remove_all(folder);
    }
  }
  // In both ways the run was hit at every change it makes, and most of them stop it.
  EXPECT_GT(n, 100);
  EXPECT_GT(stopped, n);
}

// At every change that the run makes, with what was synced only, with all that was written, and with a part.
TEST_F(DurabilityTest, ThePowerFailsAnywhere) {
  const std::string folder = map_.File("run");
  const std::string after = map_.File("after");
  std::filesystem::create_directory(folder);
  ASSERT_TRUE(SqliteJournal::Open(PathIn(folder)).ok());
  Schijfbeeld beeld(folder);
  disk_.TakeWijzigingen();
  // By steps: how many changes the disk had seen when they were acknowledged.
  std::vector<std::size_t> acknowledged;
  RunSteps(PathIn(folder), 0, [&](std::size_t) { acknowledged.push_back(disk_.aantal_wijzigingen()); });
  const std::vector<Schijfwijziging> wijzigingen = disk_.TakeWijzigingen();
  std::mt19937 random(kSeed);
  std::optional<std::size_t> steps;
  for (std::size_t n = 1; n <= wijzigingen.size(); ++n) {
    beeld.Apply(wijzigingen[n - 1]);
    for (std::size_t next = steps.has_value() ? *steps + 1 : 0;
         next < acknowledged.size() && acknowledged[next] <= n; ++next) {
      steps = next;
    }
    for (const auto lot : {Schijfbeeld::Lot::kSyncedOnly, Schijfbeeld::Lot::kAll, Schijfbeeld::Lot::kChance,
                           Schijfbeeld::Lot::kChance}) {
      SCOPED_TRACE(
          absl::StrCat("the power fails after change ", n, ", lot ", static_cast<int>(lot), " seed ", kSeed));
      beeld.WriteTo(after, lot, random);
      if (steps.has_value()) {
        ASSERT_TRUE(DurableMark::Open(PathIn(after))->Write(verloop_.standen[*steps]).ok());
      }
      CheckRecovered(after, steps, n % 20 == 0);
      if (HasFailure()) return;
    }
    disk_.TakeWijzigingen();
  }
  EXPECT_EQ(steps, stappen_.size());
  EXPECT_GT(wijzigingen.size(), 100U);
}

// A kill leaves commits that were never synced. Whoever reads them after the next start must not lose them
// when the power fails then.
TEST_F(DurabilityTest, ThePowerFailsAfterAKill) {
  const std::string folder = map_.File("run");
  const std::string killed = map_.File("killed");
  const std::string after = map_.File("after");
  std::filesystem::create_directory(folder);
  ASSERT_TRUE(SqliteJournal::Open(PathIn(folder)).ok());
  Schijfbeeld beeld(folder);
  disk_.TakeWijzigingen();
  RunSteps(PathIn(folder), 0);
  std::mt19937 random(kSeed);
  int n = 0;
  for (const Schijfwijziging& wijziging : disk_.TakeWijzigingen()) {
    SCOPED_TRACE(absl::StrCat("killed after change ", ++n));
    beeld.Apply(wijziging);
    beeld.WriteTo(killed, Schijfbeeld::Lot::kAll, random);
    disk_.TakeWijzigingen();
    std::optional<std::size_t> seen;
    Schijfbeeld later = beeld;
    {
      auto journal = SqliteJournal::Open(PathIn(killed));
      ASSERT_TRUE(journal.ok()) << journal.status();
      if ((*journal)->last_volgnummer() > 0) {
        seen = StepsAt({(*journal)->last_volgnummer(), (*journal)->klok()});
      }
      for (const Schijfwijziging& meanwhile : disk_.TakeWijzigingen()) later.Apply(meanwhile);
    }
    later.WriteTo(after, Schijfbeeld::Lot::kSyncedOnly, random);
    CheckRecovered(after, seen, false);
    if (HasFailure()) return;
  }
  EXPECT_GT(n, 100);
}

}  // namespace
}  // namespace ketenproef
