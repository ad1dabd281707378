#include "server/omgeving/omgevingen.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "server/rules/limits.h"

namespace ketenproef {
namespace {

absl::Status CheckNaam(const std::string& naam) {
  if (IsJournaalnaam(naam)) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat("the name of an environment is 1 to ", kMaxOmgevingNaamBytes,
                                                 " characters from a-z, 0-9 and -"));
}

}  // namespace

Omgevingen::Omgevingen(const Referentiedata& referentie, std::unique_ptr<JournalStore> store,
                       Buitenwereld* buitenwereld, OnStopped on_stopped)
    : referentie_(referentie),
      buitenwereld_(buitenwereld),
      on_stopped_(std::move(on_stopped)),
      store_(std::move(store)) {}

Omgevingen::~Omgevingen() {
  absl::MutexLock lock(&mutex_);
  for (const auto& [naam, writer] : writers_) writer->Close();
}

absl::StatusOr<std::unique_ptr<Omgevingen>> Omgevingen::Open(const Referentiedata& referentie,
                                                             std::unique_ptr<JournalStore> store,
                                                             Buitenwereld* buitenwereld,
                                                             OnStopped on_stopped) {
  const auto namen = store->List();
  if (!namen.ok()) return namen.status();
  std::unique_ptr<Omgevingen> omgevingen(
      new Omgevingen(referentie, std::move(store), buitenwereld, std::move(on_stopped)));
  for (const std::string& naam : *namen) {
    if (absl::Status status = omgevingen->Load(naam); !status.ok()) return status;
  }
  return omgevingen;
}

absl::Status Omgevingen::Load(const std::string& naam) {
  if (absl::Status status = CheckNaam(naam); !status.ok()) return status;
  absl::MutexLock store_lock(&store_mutex_);
  auto journal = store_->Open(naam);
  if (!journal.ok()) return journal.status();
  if ((*journal)->last_volgnummer() == 0) {
    // Its making was broken off before its first event was on disk: nobody was told that it is there.
    journal->reset();
    return store_->Remove(naam);
  }
  // What is there is replayed; the settings of its first event hold, these are never used.
  return Start(naam, *std::move(journal), OmgevingCreated(), {});
}

absl::Status Omgevingen::Create(const OmgevingCreated& instellingen, const std::vector<Rol>& rollen) {
  const std::string& naam = instellingen.naam;
  if (absl::Status status = CheckNaam(naam); !status.ok()) return status;
  absl::MutexLock store_lock(&store_mutex_);
  {
    absl::MutexLock lock(&mutex_);
    if (writers_.contains(naam)) {
      return absl::AlreadyExistsError(absl::StrCat("an environment called ", naam, " is there already"));
    }
    if (writers_.size() >= kMaxOmgevingen) {
      return absl::ResourceExhaustedError(
          absl::StrCat("a server holds at most ", kMaxOmgevingen, " environments; delete one first"));
    }
  }
  auto journal = store_->Open(naam);
  if (!journal.ok()) return journal.status();
  const bool is_new = (*journal)->last_volgnummer() == 0;
  absl::Status status = Start(naam, *std::move(journal), instellingen, rollen);
  // The first error is the one to tell; what cannot be removed now is without events, and goes at the next
  // start.
  if (!status.ok() && is_new) (void)store_->Remove(naam);
  return status;
}

absl::Status Omgevingen::Start(const std::string& naam, std::unique_ptr<Journal> journal,
                               const OmgevingCreated& instellingen, const std::vector<Rol>& rollen) {
  auto omgeving = Omgeving::Open(referentie_, std::move(journal), instellingen, rollen);
  if (!omgeving.ok()) {
    return absl::Status(omgeving.status().code(),
                        absl::StrCat("environment ", naam, ": ", std::string(omgeving.status().message())));
  }
  Writer::OnStopped on_stopped = nullptr;
  if (on_stopped_ != nullptr) {
    on_stopped = [this, naam](const absl::Status& reden) { on_stopped_(naam, reden); };
  }
  auto writer = std::make_shared<Writer>(*std::move(omgeving), buitenwereld_, std::move(on_stopped));
  // Its first turn, in which it hands over e-mails that a server before did not get rid of.
  writer->Schedule([](const Omgeving& /*omgeving*/) {}, [](const absl::Status& /*durable*/) {});
  absl::MutexLock lock(&mutex_);
  writers_[naam] = std::move(writer);
  return absl::OkStatus();
}

absl::Status Omgevingen::Delete(const std::string& naam) {
  absl::MutexLock store_lock(&store_mutex_);
  std::shared_ptr<Writer> writer;
  {
    absl::MutexLock lock(&mutex_);
    const auto found = writers_.find(naam);
    if (found == writers_.end()) {
      return absl::NotFoundError(absl::StrCat("no environment is called ", naam));
    }
    writer = std::move(found->second);
    writers_.erase(found);
  }
  writer->Close();
  return store_->Remove(naam);
}

void Omgevingen::StopWaiting() {
  absl::MutexLock lock(&mutex_);
  for (const auto& [naam, writer] : writers_) writer->StopWaiting();
}

std::shared_ptr<Writer> Omgevingen::Find(const std::string& naam) const {
  absl::MutexLock lock(&mutex_);
  const auto found = writers_.find(naam);
  return found == writers_.end() ? nullptr : found->second;
}

std::vector<std::string> Omgevingen::Namen() const {
  absl::MutexLock lock(&mutex_);
  std::vector<std::string> namen;
  for (const auto& [naam, writer] : writers_) namen.push_back(naam);
  return namen;
}

}  // namespace ketenproef
