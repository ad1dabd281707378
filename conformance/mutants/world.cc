#include "conformance/mutants/world.h"

#include "client/lib/datum.h"
#include "conformance/calendar/tijdstip.h"

namespace ketenproef::conformance {
namespace {

// No case makes more of anything.
constexpr int kOnePage = 1'000;
// As the contract bounds one part of a download.
constexpr std::size_t kMaxPartBytes = 65'536;

template <typename Item, typename Items>
std::vector<Item> Copy(const Items& items) {
  return {items.begin(), items.end()};
}

template <typename Request>
Request Of(const std::string& bsn) {
  Request request;
  request.set_bsn(bsn);
  request.set_page_size(kOnePage);
  return request;
}

}  // namespace

bool Join(const std::vector<std::string>& messages, contract::DownloadRapportageResponse* response) {
  for (const std::string& message : messages) {
    contract::DownloadRapportageResponse part;
    if (!part.ParseFromString(message)) return false;
    response->mutable_inhoud()->append(part.inhoud());
  }
  return true;
}

std::vector<std::string> Split(const contract::DownloadRapportageResponse& response) {
  std::vector<std::string> messages;
  for (std::size_t begin = 0; begin < response.inhoud().size(); begin += kMaxPartBytes) {
    contract::DownloadRapportageResponse part;
    part.set_inhoud(response.inhoud().substr(begin, kMaxPartBytes));
    messages.push_back(part.SerializeAsString());
  }
  return messages;
}

std::optional<Dag> DagVanDatum(const contract::Datum& datum) {
  return DagOf(datum.jaar(), datum.maand(), datum.dag());
}

contract::Datum DatumVanDag(Dag dag) {
  const std::chrono::year_month_day civil(dag);
  contract::Datum datum;
  datum.set_jaar(static_cast<int>(civil.year()));
  datum.set_maand(static_cast<int>(static_cast<unsigned>(civil.month())));
  datum.set_dag(static_cast<int>(static_cast<unsigned>(civil.day())));
  return datum;
}

absl::Time World::Now() const {
  return client::TimeOf(Ask(contract::GetClockRequest()).clock().tijdstip());
}

Dag World::Vandaag() const {
  return DagVan(Now());
}

Dag World::LaatsteUitwisseling() const {
  const absl::Time now = Now();
  const Dag today = DagVan(now);
  return now < UitwisselingOp(today) ? today - Dagen(1) : today;
}

bool World::IsWet() const {
  contract::GetOmgevingRequest request;
  request.set_naam(omgeving());
  return Ask(request).omgeving().instelling().profiel() == "wet";
}

contract::Rapportvorm World::Rapportvorm() const {
  contract::GetOmgevingRequest request;
  request.set_naam(omgeving());
  return Ask(request).omgeving().instelling().rapportvorm();
}

std::vector<contract::Ziektegeval> World::Gevallen() const {
  contract::ListZiektegevallenRequest request;
  request.set_page_size(kOnePage);
  return Copy<contract::Ziektegeval>(Ask(request).ziektegevallen());
}

std::optional<contract::Ziektegeval> World::Geval(const std::string& loonheffingennummer,
                                                  const std::string& kenmerk) const {
  contract::GetZiektegevalRequest request;
  request.set_loonheffingennummer(loonheffingennummer);
  request.set_kenmerk(kenmerk);
  contract::GetZiektegevalResponse response;
  if (!Ask(request, &response).ok()) return std::nullopt;
  return response.ziektegeval();
}

std::vector<contract::Doelgroepregistratie> World::Doelgroepregistraties(const std::string& bsn) const {
  return Copy<contract::Doelgroepregistratie>(
      Ask(Of<contract::ListDoelgroepregistratiesRequest>(bsn)).doelgroepregistraties());
}

std::vector<contract::Dienstverband> World::Dienstverbanden(const std::string& bsn) const {
  return Copy<contract::Dienstverband>(Ask(Of<contract::ListDienstverbandenRequest>(bsn)).dienstverbanden());
}

std::vector<contract::Woonplaats> World::Woonplaatsen(const std::string& bsn) const {
  return Copy<contract::Woonplaats>(Ask(Of<contract::ListWoonplaatsenRequest>(bsn)).woonplaatsen());
}

std::vector<contract::LksPeriode> World::LksPerioden(const std::string& bsn) const {
  return Copy<contract::LksPeriode>(Ask(Of<contract::ListLksPeriodenRequest>(bsn)).lks_perioden());
}

}  // namespace ketenproef::conformance
