#include "bench/served.h"

#include <filesystem>
#include <set>

#include "absl/strings/str_cat.h"
#include "bench/load/stream_driver.h"
#include "bench/load/unary_driver.h"
#include "client/lib/client.h"

namespace ketenproef::bench {
namespace {

// Large answers, such as the clock's at the end of a year with millions of persons, take their time.
constexpr absl::Duration kTimeout = absl::Minutes(30);

// The verdict on a batch whose records must all be accepted.
template <typename Response, typename IsAccepted>
load::BatchVerdict Judge(absl::string_view answer, IsAccepted is_accepted) {
  Response response;
  if (!response.ParseFromArray(answer.data(), static_cast<int>(answer.size()))) return {.wrong = 1};
  load::BatchVerdict verdict;
  for (const auto& resultaat : response.resultaten()) {
    ++(is_accepted(resultaat) ? verdict.right : verdict.wrong);
  }
  return verdict;
}

// The report, or what went wrong.
absl::StatusOr<load::LoadReport> AllRight(absl::StatusOr<load::LoadReport> report) {
  if (report.ok() && report->failures > 0) {
    return absl::AbortedError(absl::StrCat(report->failures, " failures, the first: ", report->first_error));
  }
  return report;
}

// Sends records in order over one stream; every one must be accepted.
template <typename Request>
absl::Status SendInOrder(const std::string& address, const std::vector<std::string>& batches) {
  load::StreamOptions options;
  options.address = address;
  options.method = client::MethodOf<Request>::kPath;
  options.pace.turns = static_cast<std::int64_t>(batches.size());
  return AllRight(load::DriveStreams(
                      options, [&](std::int64_t i) { return &batches[static_cast<std::size_t>(i)]; },
                      [](std::int64_t, absl::string_view answer) {
                        return Judge<client::ResponseTo<Request>>(
                            answer, [](const auto& resultaat) { return !resultaat.has_weigering(); });
                      }))
      .status();
}

client::Client ClientOf(const std::string& address) {
  client::ClientOptions options;
  options.address = address;
  options.timeout = kTimeout;
  return client::Client(options);
}

}  // namespace

absl::StatusOr<Served> Served::Start(const std::vector<std::string>& words) {
  auto process = ChildProcess::Start(words);
  if (!process.ok()) return process.status();
  auto address = (*process)->ReadLine();
  if (!address.ok()) {
    return absl::UnavailableError(absl::StrCat(words[0], ": ", std::string(address.status().message())));
  }
  return Served(*std::move(process), *std::move(address));
}

absl::StatusOr<Served> Served::Product(const Settings& settings, const std::string& directory,
                                       const std::string& start) {
  return Start({settings.product, "serve", "--listen", "localhost:0", "--data", directory, "--bsn-range",
                "negenreeks", "--start", start, "--log-level", "off"});
}

absl::StatusOr<Served> Served::Floor(const Settings& settings) {
  return Start({settings.floor});
}

std::string FreshDirectory(const Settings& settings, const std::string& name) {
  const std::filesystem::path path = std::filesystem::path(settings.directory) / name;
  std::filesystem::remove_all(path);
  std::filesystem::create_directories(path);
  return path.string();
}

absl::StatusOr<load::LoadReport> SendBatches(const Settings& settings, const std::string& address,
                                             const std::vector<std::string>& batches) {
  load::StreamOptions options;
  options.address = address;
  options.method = client::MethodOf<v1::SubmitMeldingenRequest>::kPath;
  options.connections = settings.streams;
  options.streams = settings.streams;
  options.threads = settings.threads;
  options.pace.turns = static_cast<std::int64_t>(batches.size());
  return AllRight(load::DriveStreams(
      options, [&](std::int64_t i) { return &batches[static_cast<std::size_t>(i)]; },
      [](std::int64_t, absl::string_view answer) {
        return Judge<v1::SubmitMeldingenResponse>(
            answer, [](const auto& resultaat) { return resultaat.ontvangst().oordelen_size() == 1; });
      }));
}

absl::StatusOr<load::LoadReport> SendCalls(const Settings& settings, const std::string& address,
                                           const std::vector<std::string>& requests) {
  load::UnaryOptions options;
  options.address = address;
  options.method = client::MethodOf<v1::SubmitZiekmeldingRequest>::kPath;
  options.connections = settings.connections;
  options.threads = settings.threads;
  options.in_flight = settings.in_flight;
  options.pace.turns = static_cast<std::int64_t>(requests.size());
  return AllRight(load::DriveUnary(
      options, [&](std::int64_t i) { return &requests[static_cast<std::size_t>(i)]; },
      [](std::int64_t, absl::string_view answer) {
        v1::SubmitZiekmeldingResponse response;
        return response.ParseFromArray(answer.data(), static_cast<int>(answer.size())) &&
               response.ontvangst().oordelen_size() == 1;
      }));
}

absl::Status LoadRegisters(const std::string& address, const Werknemers& werknemers) {
  absl::Status status =
      SendInOrder<v1::SubmitRegistratiesRequest>(address, load::RegistratieBatches(werknemers));
  if (!status.ok()) return status;
  return SendInOrder<v1::SubmitGemeenteRegistratiesRequest>(address,
                                                            load::GemeenteRegistratieBatches(werknemers));
}

absl::Status PlayJaar(const std::string& address, const std::vector<std::string>& batches) {
  absl::Status status = SendInOrder<v1::PlayDraaiboekRequest>(address, batches);
  if (!status.ok()) return status;
  v1::AdvanceClockRequest request;
  request.mutable_tot_tijdstip()->set_seconds(kJaarEindeUnixSeconds);
  return ClientOf(address).Call(request).status();
}

absl::StatusOr<Telling> CountAt(const std::string& address) {
  v1::GetOmgevingRequest request;
  request.set_naam("standaard");
  const auto response = ClientOf(address).Call(request);
  if (!response.ok()) return response.status();
  Telling telling;
  for (const v1::Soorttelling& soort : response->omgeving().soorttellingen()) {
    telling.geweigerd += soort.aantal_geweigerd();
    if (soort.soort() == v1::OPDRACHTSOORT_ZIEKMELDING) telling.ziekmeldingen = soort.aantal_aanvaard();
    if (soort.soort() == v1::OPDRACHTSOORT_BESLISSING) telling.beslissingen = soort.aantal_aanvaard();
    if (soort.soort() == v1::OPDRACHTSOORT_EINDE_DIENSTVERBAND) telling.einden = soort.aantal_aanvaard();
  }
  return telling;
}

absl::StatusOr<Signalen> CountSignalenAt(const std::string& address) {
  v1::ListRapportagesRequest request;
  request.set_page_size(1'000);
  Signalen signalen;
  std::set<std::string> gemeenten;
  const absl::Status status = client::ForEachPage(ClientOf(address), request, [&](const auto& page) {
    for (const v1::Rapportage& rapportage : page.rapportages()) {
      signalen.rijen += rapportage.aantal_rijen();
      ++signalen.rapportages;
      gemeenten.insert(rapportage.gemeentecode());
    }
  });
  if (!status.ok()) return status;
  signalen.gemeenten = static_cast<std::int64_t>(gemeenten.size());
  return signalen;
}

}  // namespace ketenproef::bench
