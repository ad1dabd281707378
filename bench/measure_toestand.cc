// What is measured inside a process: reading a journal at start, and the state of a million open cases.
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <memory>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "bench/berichten.h"
#include "bench/child_process.h"
#include "bench/load/stopwatch.h"
#include "bench/measurements.h"
#include "bench/served.h"
#include "server/app/referentiedata.h"
#include "server/journal/journal_store.h"
#include "server/omgeving/omgeving.h"

namespace ketenproef::bench {
namespace {

constexpr char kNaam[] = "proef";
constexpr int kRegistersPerWerknemer = 4;
constexpr int kOpdrachtenPerWerknemer = kRegistersPerWerknemer + 1;
constexpr int kCommitEvery = 1'000;
constexpr int kLoonwaarde = 60;

// An environment of this process on a durable journal, with the reference data that it needs.
class Proefomgeving {
 public:
  static absl::StatusOr<std::unique_ptr<Proefomgeving>> Open(const std::string& directory) {
    auto referentie = LoadReferentiedata({});
    if (!referentie.ok()) return referentie.status();
    auto proef = std::unique_ptr<Proefomgeving>(new Proefomgeving(*std::move(referentie)));
    auto store = DirectoryJournalStore::Make(directory);
    if (!store.ok()) return store.status();
    proef->store_ = *std::move(store);
    auto journal = proef->store_->Open(kNaam);
    if (!journal.ok()) return journal.status();
    const OmgevingCreated instellingen = {
        kNaam, "handleiding", Tijdstip::FromUnixSeconds(kJaarBeginUnixSeconds), 1, BsnReeks::kNegenreeks, {}};
    auto omgeving = Omgeving::Open(proef->referentie_, *std::move(journal), instellingen);
    if (!omgeving.ok()) return omgeving.status();
    proef->omgeving_ = *std::move(omgeving);
    return proef;
  }

  Omgeving& operator*() { return *omgeving_; }
  Omgeving* operator->() { return omgeving_.get(); }

  // Executes it, and commits every so many.
  absl::Status Accept(const Opdracht& opdracht) {
    const auto besluit = omgeving_->Execute(opdracht);
    if (!besluit.ok()) {
      return absl::AbortedError(
          absl::StrCat("refused under ", std::string(RegelId(besluit.weigering().regel))));
    }
    return ++accepted_ % kCommitEvery == 0 ? omgeving_->Commit() : absl::OkStatus();
  }

 private:
  explicit Proefomgeving(Referentiedata referentie) : referentie_(std::move(referentie)) {}

  Referentiedata referentie_;
  std::unique_ptr<DirectoryJournalStore> store_;
  std::unique_ptr<Omgeving> omgeving_;
  std::int64_t accepted_ = 0;
};

// What is said about one worker: four registers, then the ziekmelding.
Opdracht OpdrachtOf(const Werknemers& werknemers, int werknemer, int welke) {
  const Dag van = *Dag::FromCivil(2020, 1, 1);
  const Bsn bsn = Bsn::FromTrustedNumber(werknemers.BsnOf(werknemer));
  const auto werkgever = *Loonheffingennummer::Parse(werknemers.Loonheffingennummer(werknemer));
  const auto gemeente = *Gemeentecode::Parse(werknemers.Gemeentecode(werknemer));
  switch (welke) {
    case 0:
      return RegisterDoelgroepregistratie{bsn, {van, {}}};
    case 1:
      return RegisterDienstverband{bsn, {werkgever, van, {}}};
    case 2:
      return RegisterWoonplaats{bsn, {van, gemeente}};
    case 3:
      return RegisterLksPeriode{bsn, {gemeente, van, {}, *Percentage::FromNumber(kLoonwaarde), false}};
    default:
      return SubmitZiekmelding{
          {werkgever, werknemers.Kenmerk(werknemer)}, bsn, *Dag::FromCivil(2025, 1, 1), true};
  }
}

absl::Status AcceptAll(Proefomgeving& proef, const Werknemers& werknemers, int first, int last) {
  for (int werknemer = 0; werknemer < werknemers.aantal(); ++werknemer) {
    for (int welke = first; welke <= last; ++welke) {
      absl::Status status = proef.Accept(OpdrachtOf(werknemers, werknemer, welke));
      if (!status.ok()) return status;
    }
  }
  return proef->Commit();
}

std::int64_t ResidentBytes() {
  std::ifstream file("/proc/self/statm");
  std::int64_t total = 0;
  std::int64_t resident = 0;
  file >> total >> resident;
  return resident * sysconf(_SC_PAGESIZE);
}

// Moves to the exchange of this day of January 2025, durably; how long that took.
absl::StatusOr<std::int64_t> ExchangeNanos(Proefomgeving& proef, int dag) {
  const Tijdstip tijdstip = proef->referentie().amsterdam.UitwisselingOf(*Dag::FromCivil(2025, 1, dag));
  const std::int64_t begin_ns = load::NowNanos();
  const auto kwitantie = proef->Advance(tijdstip);
  if (!kwitantie.ok()) return kwitantie.status();
  if (absl::Status status = proef->Commit(); !status.ok()) return status;
  const std::int64_t took_ns = load::NowNanos() - begin_ns;
  if (kwitantie->gevuurd_totaal != 1) {
    return absl::AbortedError("not one exchange, and nothing else, fell due");
  }
  return took_ns;
}

void Print(const char* key, double value) {
  std::printf("%s %.6g\n", key, value);
}

}  // namespace

absl::Status PrintToestand(const Settings& settings) {
  const auto werknemers = Werknemers::Make(settings.cases);
  if (!werknemers.ok()) return werknemers.status();
  auto proef = Proefomgeving::Open(settings.directory);
  if (!proef.ok()) return proef.status();
  const std::int64_t empty = ResidentBytes();
  absl::Status status = AcceptAll(**proef, *werknemers, 0, kRegistersPerWerknemer - 1);
  if (!status.ok()) return status;
  const std::int64_t registered = ResidentBytes();
  status = AcceptAll(**proef, *werknemers, kRegistersPerWerknemer, kRegistersPerWerknemer);
  if (!status.ok()) return status;
  const std::int64_t ill = ResidentBytes();
  const auto cases = static_cast<double>(settings.cases);
  Print("bytes_per_case", static_cast<double>(ill - empty) / cases);
  Print("bytes_per_case_without_registers", static_cast<double>(ill - registered) / cases);
  // The first exchange forwards every ziekmelding; after it nothing is due until terms lapse in February.
  const auto first = ExchangeNanos(**proef, 1);
  if (!first.ok()) return first.status();
  Print("bytes_per_case_once_forwarded", static_cast<double>(ResidentBytes() - empty) / cases);
  Print("first_exchange_s", load::Seconds(*first));
  for (int i = 0; i < settings.idle_exchanges; ++i) {
    const auto idle = ExchangeNanos(**proef, 2 + i);
    if (!idle.ok()) return idle.status();
    Print("idle_exchange_us", load::Seconds(*idle) * 1e6);
  }
  return absl::OkStatus();
}

absl::Status MeasureToestand(const Settings& settings, Readings* readings) {
  for (int round = 0; round < settings.rounds; ++round) {
    std::fprintf(stderr, "bytes_per_case, idle_exchange_us: round %d of %d\n", round + 1, settings.rounds);
    auto process = ChildProcess::Start({settings.self, "toestand", "--cases", absl::StrCat(settings.cases),
                                        "--idle-exchanges", absl::StrCat(settings.idle_exchanges),
                                        "--directory", FreshDirectory(settings, "toestand")});
    if (!process.ok()) return process.status();
    const std::string told = (*process)->ReadAll();
    if (absl::Status status = (*process)->Wait(); !status.ok()) return status;
    for (const absl::string_view line : absl::StrSplit(told, '\n', absl::SkipEmpty())) {
      const std::pair<std::string, std::string> words = absl::StrSplit(line, ' ');
      double value = 0;
      if (!absl::SimpleAtod(words.second, &value)) {
        return absl::AbortedError(absl::StrCat("not understood: ", line));
      }
      readings->Add(words.first, value);
    }
  }
  FreshDirectory(settings, "toestand");
  return absl::OkStatus();
}

absl::Status MeasureReplay(const Settings& settings, Readings* readings) {
  constexpr char kKey[] = "replay_events_per_s";
  const std::string directory = FreshDirectory(settings, kKey);
  const auto werknemers = Werknemers::Make(settings.replay_events / kOpdrachtenPerWerknemer);
  if (!werknemers.ok()) return werknemers.status();
  std::int64_t events = 0;
  {
    auto proef = Proefomgeving::Open(directory);
    if (!proef.ok()) return proef.status();
    absl::Status status = AcceptAll(**proef, *werknemers, 0, kRegistersPerWerknemer);
    if (!status.ok()) return status;
    events = (**proef)->last_volgnummer();
  }
  for (int round = 0; round < settings.rounds; ++round) {
    std::fprintf(stderr, "%s: round %d of %d\n", kKey, round + 1, settings.rounds);
    const std::int64_t begin_ns = load::NowNanos();
    auto proef = Proefomgeving::Open(directory);
    const std::int64_t took_ns = load::NowNanos() - begin_ns;
    if (!proef.ok()) return proef.status();
    if ((**proef)->last_volgnummer() != events) return absl::DataLossError("a replay that lost events");
    readings->Add(kKey, static_cast<double>(events) / load::Seconds(took_ns));
  }
  FreshDirectory(settings, kKey);
  return absl::OkStatus();
}

}  // namespace ketenproef::bench
