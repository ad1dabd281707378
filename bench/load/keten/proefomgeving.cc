#include "bench/load/keten/proefomgeving.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "bench/load/stream_driver.h"
#include "client/lib/datum.h"

namespace ketenproef::load {
namespace {

// A day of a national year takes its time on a slow system.
constexpr absl::Duration kTimeout = absl::Minutes(10);
constexpr int kRecordsPerPage = 1'000;

google::protobuf::Timestamp MeldmomentOf(absl::CivilDay dag) {
  const absl::CivilHour hour(dag.year(), dag.month(), dag.day(), kUurVanMelding);
  return client::TimestampOf(absl::FromCivil(hour, client::Amsterdam()));
}

absl::Status Explained(absl::string_view asked, const absl::Status& status) {
  return absl::Status(status.code(), absl::StrCat(std::string(asked), ": ", std::string(status.message())));
}

client::Client ClientOf(const std::string& address, const std::string& naam) {
  return client::Client({.address = address, .omgeving = naam, .timeout = kTimeout});
}

// Sends batches in order over one stream; every record must be accepted.
template <typename Request>
absl::Status SendAll(const Proefomgeving& omgeving, const std::vector<std::string>& batches) {
  StreamOptions options;
  options.address = omgeving.address();
  options.omgeving = omgeving.naam();
  options.method = client::MethodOf<Request>::kPath;
  options.pace.turns = static_cast<std::int64_t>(batches.size());
  const auto report = DriveStreams(
      options, [&](std::int64_t i) { return &batches[static_cast<std::size_t>(i)]; },
      [](std::int64_t, absl::string_view answer) {
        client::ResponseTo<Request> response;
        if (!response.ParseFromArray(answer.data(), static_cast<int>(answer.size()))) {
          return BatchVerdict{.wrong = 1};
        }
        BatchVerdict verdict;
        for (const auto& resultaat : response.resultaten()) {
          ++(resultaat.has_verwerkt() ? verdict.right : verdict.wrong);
        }
        return verdict;
      });
  if (!report.ok()) return report.status();
  if (report->failures == 0) return absl::OkStatus();
  return absl::AbortedError(absl::StrCat("loading the registers: ", report->first_error));
}

}  // namespace

absl::StatusOr<std::unique_ptr<Proefomgeving>> Proefomgeving::Make(const std::string& address,
                                                                   const std::string& naam,
                                                                   absl::CivilDay dag) {
  auto omgeving = std::unique_ptr<Proefomgeving>(new Proefomgeving(address, ClientOf(address, naam)));
  v1::CreateOmgevingRequest request;
  v1::Omgevingsinstelling& instelling = *request.mutable_instelling();
  instelling.set_naam(naam);
  instelling.set_profiel("handleiding");
  *instelling.mutable_start_tijdstip() = MeldmomentOf(dag);
  instelling.set_bsnreeks(v1::BSNREEKS_NEGENREEKS);
  const auto made = omgeving->client_.Call(request);
  if (made.ok()) return omgeving;
  omgeving->Keep();  // whoever has made it, it is not ours
  return Explained(absl::StrCat("making the omgeving ", naam), made.status());
}

Proefomgeving::~Proefomgeving() {
  if (is_kept_) return;
  v1::DeleteOmgevingRequest request;
  request.set_naam(naam());
  // What cannot be removed is no reason to judge the run otherwise.
  (void)client_.Call(request);
}

client::Client Proefomgeving::NewClient() const {
  return ClientOf(address_, naam());
}

absl::Status Proefomgeving::LoadRegisters(const Werknemers& werknemers) const {
  absl::Status status = SendAll<v1::SubmitRegistratiesRequest>(*this, RegistratieBatches(werknemers));
  if (!status.ok()) return status;
  return SendAll<v1::SubmitGemeenteRegistratiesRequest>(*this, GemeenteRegistratieBatches(werknemers));
}

absl::StatusOr<v1::Uitwisselingstelling> Proefomgeving::AdvanceTo(absl::CivilDay dag) const {
  v1::AdvanceClockRequest request;
  *request.mutable_tot_tijdstip() = MeldmomentOf(dag);
  const auto response = client_.Call(request);
  const std::string asked = absl::StrCat("advancing the clock to ", absl::FormatCivilTime(dag));
  if (!response.ok()) return Explained(asked, response.status());
  if (!response->kwitantie().rustig()) {
    return absl::AbortedError(absl::StrCat(asked, ": the omgeving does not become quiet"));
  }
  v1::Uitwisselingstelling telling;
  for (const v1::Gevuurd& gevuurd : response->kwitantie().gevuurd()) {
    telling.set_signalen(telling.signalen() + gevuurd.uitwisseling().signalen());
    telling.set_doorleveringen(telling.doorleveringen() + gevuurd.uitwisseling().doorleveringen());
  }
  return telling;
}

absl::StatusOr<v1::Omgeving> Proefomgeving::Count() const {
  v1::GetOmgevingRequest request;
  request.set_naam(naam());
  const auto response = client_.Call(request);
  if (!response.ok()) return Explained("GetOmgeving", response.status());
  return response->omgeving();
}

absl::Status Proefomgeving::ForEachGeval(absl::FunctionRef<void(const v1::Ziektegeval&)> take) const {
  v1::ListZiektegevallenRequest request;
  request.set_page_size(kRecordsPerPage);
  const absl::Status status =
      client::ForEachPage(client_, request, [&](const v1::ListZiektegevallenResponse& page) {
        for (const v1::Ziektegeval& geval : page.ziektegevallen()) take(geval);
      });
  return status.ok() ? status : Explained("ListZiektegevallen", status);
}

absl::Status Proefomgeving::ForEachZiekmelding(absl::FunctionRef<void(const v1::Gebeurtenis&)> take) const {
  v1::ListGebeurtenissenRequest request;
  request.set_page_size(kRecordsPerPage);
  request.mutable_filter()->add_soorten(v1::GEBEURTENISSOORT_ZIEKMELDING_ACCEPTED);
  const absl::Status status =
      client::ForEachPage(client_, request, [&](const v1::ListGebeurtenissenResponse& page) {
        for (const v1::Gebeurtenis& gebeurtenis : page.gebeurtenissen()) take(gebeurtenis);
      });
  return status.ok() ? status : Explained("ListGebeurtenissen", status);
}

}  // namespace ketenproef::load
