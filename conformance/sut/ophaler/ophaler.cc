#include "conformance/sut/ophaler/ophaler.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/lib/rapportage.h"

namespace ketenproef::ophaler {
namespace {

constexpr absl::Duration kCallTimeout = absl::Seconds(20);
// The contract's bound of one ConfirmDoorleveringen.
constexpr int kMaxBerichtIds = 1'000;

// Whether what came is the report that was described. Its file name has no path in it, or it could leave our
// folder.
bool IsWhole(const v1::Rapportage& rapportage, const std::string& content) {
  return client::Sha256Of(content) == rapportage.sha256() &&
         client::RowsOf(content) == rapportage.aantal_rijen() && !rapportage.bestandsnaam().empty() &&
         !absl::StrContains(rapportage.bestandsnaam(), "/");
}

}  // namespace

Ophaler::Ophaler(OphalerOptions options, std::unique_ptr<Bewaarmap> bewaarmap)
    : options_(std::move(options)),
      bewaarmap_(std::move(bewaarmap)),
      channel_(client::MakeChannel(options_.inlichtingenbureau)),
      thread_([this] { Work(); }) {}

Ophaler::~Ophaler() {
  {
    absl::MutexLock lock(&mutex_);
    is_ending_ = true;
    if (call_ != nullptr) call_->Cancel();
  }
  thread_.join();
}

void Ophaler::Work() {
  do {
    for (const std::string& gemeentecode : options_.gemeentecodes) {
      // The Inlichtingenbureau is down, or the disk is full: the next round tries again.
      (void)Collect(gemeentecode);
    }
  } while (!AwaitEnd(options_.pause));
}

bool Ophaler::AwaitEnd(absl::Duration longest) {
  absl::MutexLock lock(&mutex_);
  return mutex_.AwaitWithTimeout(absl::Condition(&is_ending_), longest);
}

template <typename Request>
absl::Status Ophaler::Say(const Request& request, std::vector<client::ResponseTo<Request>>* answers) {
  client::Call call(channel_, {client::MethodOf<Request>::kPath, options_.omgeving, kCallTimeout});
  {
    absl::MutexLock lock(&mutex_);
    if (is_ending_) return absl::CancelledError("the gemeente stops");
    call_ = &call;
  }
  call.Write(request);
  call.WritesDone();
  client::ResponseTo<Request> answer;
  while (call.Read(&answer)) answers->push_back(answer);
  absl::Status status = call.Finish();
  absl::MutexLock lock(&mutex_);
  call_ = nullptr;
  return status;
}

template <typename Request>
absl::Status Ophaler::List(Request request, std::vector<client::ResponseTo<Request>>* pages) {
  do {
    const std::size_t before = pages->size();
    if (absl::Status status = Say(request, pages); !status.ok()) return status;
    if (pages->size() == before) return absl::InternalError("a list ended well, but without a page");
    request.set_page_token(pages->back().next_page_token());
  } while (!request.page_token().empty());
  return absl::OkStatus();
}

absl::Status Ophaler::Collect(const std::string& gemeentecode) {
  absl::Status status = CollectRapportages(gemeentecode);
  status.Update(CollectDoorleveringen(gemeentecode));
  status.Update(CollectBerichten(gemeentecode));
  return status;
}

absl::Status Ophaler::CollectRapportages(const std::string& gemeentecode) {
  v1::ListRapportagesRequest request;
  request.set_gemeentecode(gemeentecode);
  request.set_alleen_onbevestigd(true);
  std::vector<v1::ListRapportagesResponse> pages;
  if (absl::Status status = List(request, &pages); !status.ok()) return status;
  // One that cannot be had now is in nobody's way.
  absl::Status status;
  for (const v1::ListRapportagesResponse& page : pages) {
    for (const v1::Rapportage& rapportage : page.rapportages()) status.Update(CollectRapportage(rapportage));
  }
  return status;
}

absl::Status Ophaler::CollectRapportage(const v1::Rapportage& rapportage) {
  const std::string name = "rapportage " + rapportage.rapportage_id();
  if (!bewaarmap_->Holds(name)) {
    v1::DownloadRapportageRequest download;
    download.set_rapportage_id(rapportage.rapportage_id());
    std::vector<v1::DownloadRapportageResponse> parts;
    if (absl::Status status = Say(download, &parts); !status.ok()) return status;
    std::string content;
    for (const v1::DownloadRapportageResponse& part : parts) content += part.inhoud();
    if (!IsWhole(rapportage, content)) return absl::OkStatus();
    absl::Status status = bewaarmap_->KeepReport(rapportage.bestandsnaam(), content);
    if (status.ok()) status = bewaarmap_->Keep(name, rapportage);
    if (!status.ok()) return status;
  }
  v1::ConfirmRapportageRequest confirm;
  confirm.set_rapportage_id(rapportage.rapportage_id());
  confirm.set_sha256(rapportage.sha256());
  confirm.set_aantal_rijen(rapportage.aantal_rijen());
  std::vector<v1::ConfirmRapportageResponse> answers;
  return Say(confirm, &answers);
}

absl::Status Ophaler::CollectDoorleveringen(const std::string& gemeentecode) {
  v1::ListDoorleveringenRequest request;
  request.set_gemeentecode(gemeentecode);
  request.set_alleen_onbevestigd(true);
  std::vector<v1::ListDoorleveringenResponse> pages;
  if (absl::Status status = List(request, &pages); !status.ok()) return status;
  v1::ConfirmDoorleveringenRequest confirm;
  for (const v1::ListDoorleveringenResponse& page : pages) {
    for (const v1::Doorlevering& doorlevering : page.doorleveringen()) {
      if (absl::Status status = bewaarmap_->Keep(doorlevering.bericht_id(), doorlevering); !status.ok()) {
        return status;
      }
      if (confirm.bericht_ids_size() < kMaxBerichtIds) confirm.add_bericht_ids(doorlevering.bericht_id());
    }
  }
  // What is over the bound is confirmed in the next round.
  if (confirm.bericht_ids().empty()) return absl::OkStatus();
  std::vector<v1::ConfirmDoorleveringenResponse> answers;
  return Say(confirm, &answers);
}

absl::Status Ophaler::CollectBerichten(const std::string& gemeentecode) {
  v1::ListBerichtenRequest request;
  request.set_gemeentecode(gemeentecode);
  std::vector<v1::ListBerichtenResponse> pages;
  if (absl::Status status = List(request, &pages); !status.ok()) return status;
  for (const v1::ListBerichtenResponse& page : pages) {
    for (const v1::Bericht& bericht : page.berichten()) {
      if (absl::Status status = bewaarmap_->Keep(bericht.bericht_id(), bericht); !status.ok()) return status;
    }
  }
  return absl::OkStatus();
}

}  // namespace ketenproef::ophaler
