#include "bench/load/keten/afnemer.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "client/lib/rapportage.h"

namespace ketenproef::load {
namespace {

constexpr int kListPageSize = 1'000;
constexpr int kMaxConfirmed = 1'000;

absl::Status AtCall(absl::string_view what, const absl::Status& status) {
  if (status.ok()) return status;
  return absl::Status(status.code(), absl::StrCat(std::string(what), ": ", std::string(status.message())));
}

}  // namespace

absl::StatusOr<std::int64_t> Afnemer::CollectNew(const std::string& gemeentecode) {
  const auto rapportages = CollectRapportages(gemeentecode, true);
  if (!rapportages.ok()) return rapportages.status();
  const auto doorleveringen = CollectDoorleveringen(gemeentecode);
  if (!doorleveringen.ok()) return doorleveringen.status();
  return *rapportages + *doorleveringen;
}

absl::StatusOr<std::int64_t> Afnemer::CollectAgain(const std::string& gemeentecode) {
  return CollectRapportages(gemeentecode, false);
}

absl::StatusOr<std::int64_t> Afnemer::CollectRapportages(const std::string& gemeentecode, bool only_new) {
  v1::ListRapportagesRequest request;
  request.set_gemeentecode(gemeentecode);
  request.set_alleen_onbevestigd(only_new);
  request.set_page_size(kListPageSize);
  std::vector<v1::Rapportage> rapportages;
  const absl::Status listed =
      client::ForEachPage(client_, request, [&](const v1::ListRapportagesResponse& page) {
        rapportages.insert(rapportages.end(), page.rapportages().begin(), page.rapportages().end());
      });
  if (!listed.ok()) return AtCall("ListRapportages", listed);
  std::int64_t records = 0;
  for (const v1::Rapportage& rapportage : rapportages) {
    const auto bytes = client::DownloadRapportage(client_, rapportage);
    if (!bytes.ok()) return AtCall("DownloadRapportage", bytes.status());
    boek_.BookRapportage(rapportage, *bytes);
    v1::ConfirmRapportageRequest confirm;
    confirm.set_rapportage_id(rapportage.rapportage_id());
    confirm.set_sha256(rapportage.sha256());
    confirm.set_aantal_rijen(client::RowsOf(*bytes));
    const auto confirmed = client_.Call(confirm);
    if (!confirmed.ok()) return AtCall("ConfirmRapportage", confirmed.status());
    records += confirm.aantal_rijen();
  }
  return records;
}

absl::StatusOr<std::int64_t> Afnemer::CollectDoorleveringen(const std::string& gemeentecode) {
  v1::ListDoorleveringenRequest request;
  request.set_gemeentecode(gemeentecode);
  request.set_alleen_onbevestigd(true);
  request.set_page_size(kListPageSize);
  std::vector<std::string> ids;
  const absl::Status listed =
      client::ForEachPage(client_, request, [&](const v1::ListDoorleveringenResponse& page) {
        for (const v1::Doorlevering& doorlevering : page.doorleveringen()) {
          boek_.BookDoorlevering(doorlevering);
          ids.push_back(doorlevering.bericht_id());
        }
      });
  if (!listed.ok()) return AtCall("ListDoorleveringen", listed);
  for (std::size_t first = 0; first < ids.size(); first += kMaxConfirmed) {
    v1::ConfirmDoorleveringenRequest confirm;
    for (std::size_t i = first; i < ids.size() && i < first + kMaxConfirmed; ++i) {
      confirm.add_bericht_ids(ids[i]);
    }
    const auto confirmed = client_.Call(confirm);
    if (!confirmed.ok()) return AtCall("ConfirmDoorleveringen", confirmed.status());
  }
  return static_cast<std::int64_t>(ids.size());
}

}  // namespace ketenproef::load
