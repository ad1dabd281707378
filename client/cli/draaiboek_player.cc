#include "client/cli/draaiboek_player.h"

#include <grpcpp/client_context.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "client/cli/draaiboek_stream.h"
#include "client/cli/grpc_status.h"
#include "client/cli/pages.h"
#include "client/cli/progress.h"
#include "fixtures/playbook/playbook.h"
#include "ketenproef/v1/inlichtingenbureau_service.grpc.pb.h"
#include "ketenproef/v1/klok_service.grpc.pb.h"
#include "ketenproef/v1/omgeving_service.grpc.pb.h"
#include "ketenproef/v1/uwv_beoordeling_service.grpc.pb.h"

namespace ketenproef {
namespace {

// 00:00 in the Netherlands of the day after.
absl::StatusOr<absl::Time> EndOf(const CalendarDate& date) {
  absl::TimeZone amsterdam;
  if (!absl::LoadTimeZone("Europe/Amsterdam", &amsterdam)) {
    return absl::UnavailableError(
        "time zone Europe/Amsterdam is not on this machine; install the Debian package tzdata");
  }
  return absl::FromCivil(absl::CivilDay(date.jaar, date.maand, date.dag) + 1, amsterdam);
}

class Player {
 public:
  Player(const std::shared_ptr<grpc::Channel>& channel, absl::string_view content, const PlayOptions& options)
      : channel_(channel),
        content_(content),
        options_(options),
        omgeving_(v1::OmgevingService::NewStub(channel)),
        klok_(v1::KlokService::NewStub(channel)),
        beoordeling_(v1::UwvBeoordelingService::NewStub(channel)),
        inlichtingenbureau_(v1::InlichtingenbureauService::NewStub(channel)) {}

  absl::StatusOr<PlayOutput> Play() {
    const auto end = EndOf(options_.until);
    if (!end.ok()) return end.status();
    auto reader = PlaybookReader::Open(options_.file, content_);
    if (!reader.ok()) return reader.status();
    auto more = reader->Next();
    if (!more.ok()) return more.status();
    // Nothing happens on or before the until day: no environment, no exchange, header lines alone.
    if (!*more || TimeOf(reader->line()) >= *end) return std::move(output_);
    if (absl::Status status = Create(reader->line()); !status.ok()) return status;
    if (absl::Status status = PlayUntil(*reader, *end); !status.ok()) return status;
    if (absl::Status status = AdvanceTo(*end - absl::Nanoseconds(1)); !status.ok()) return status;
    if (absl::Status status = Collect(); !status.ok()) return status;
    return std::move(output_);
  }

 private:
  absl::Status Create(const PlaybookLine& first) {
    grpc::ClientContext context;
    v1::CreateOmgevingRequest request;
    *request.mutable_instelling() = options_.instelling;
    request.mutable_instelling()->mutable_start_tijdstip()->set_seconds(first.unix_seconds);
    request.mutable_instelling()->mutable_start_tijdstip()->set_nanos(first.nanos);
    context.AddMetadata("omgeving", options_.instelling.naam());
    v1::CreateOmgevingResponse response;
    return FromGrpc(omgeving_->CreateOmgeving(&context, request, &response));
  }

  // From the line on which the reader stands, up to the end of the until day.
  absl::Status PlayUntil(PlaybookReader& reader, absl::Time end) {
    DraaiboekStream stream;
    stream.channel = channel_;
    stream.omgeving = options_.instelling.naam();
    stream.end = end;
    stream.progress_name = options_.progress_name;
    stream.progress_bytes = content_.size();
    stream.on_result = [this](const PlayedLine& line, const v1::Regelresultaat& resultaat) {
      output_.AddResult(line, resultaat);
      if (options_.on_result) options_.on_result(line, resultaat);
    };
    return PlayLines(stream, reader);
  }

  absl::Status AdvanceTo(absl::Time time) {
    grpc::ClientContext context;
    SetOmgeving(context);
    v1::AdvanceClockRequest request;
    const std::int64_t seconds = absl::ToUnixSeconds(time);
    request.mutable_tot_tijdstip()->set_seconds(seconds);
    request.mutable_tot_tijdstip()->set_nanos(
        static_cast<std::int32_t>(absl::ToInt64Nanoseconds(time - absl::FromUnixSeconds(seconds))));
    v1::AdvanceClockResponse response;
    return FromGrpc(klok_->AdvanceClock(&context, request, &response));
  }

  absl::Status Collect() {
    absl::Status status = ForEachPage<v1::ListZiektegevallenRequest, v1::ListZiektegevallenResponse>(
        options_.instelling.naam(),
        [this](auto* context, const auto& request, auto* response) {
          return beoordeling_->ListZiektegevallen(context, request, response);
        },
        [this](const auto& page) {
          for (const auto& geval : page.ziektegevallen()) output_.AddZiektegeval(geval);
        });
    if (!status.ok()) return status;
    status = ForEachPage<v1::ListDoorleveringenRequest, v1::ListDoorleveringenResponse>(
        options_.instelling.naam(),
        [this](auto* context, const auto& request, auto* response) {
          return inlichtingenbureau_->ListDoorleveringen(context, request, response);
        },
        [this](const auto& page) {
          for (const auto& doorlevering : page.doorleveringen()) output_.AddDoorlevering(doorlevering);
        });
    if (!status.ok()) return status;
    status = ForEachPage<v1::ListNotificatiesRequest, v1::ListNotificatiesResponse>(
        options_.instelling.naam(),
        [this](auto* context, const auto& request, auto* response) {
          return inlichtingenbureau_->ListNotificaties(context, request, response);
        },
        [this](const auto& page) {
          for (const auto& notificatie : page.notificaties()) output_.AddNotificatie(notificatie);
        });
    if (!status.ok()) return status;
    status = ForEachPage<v1::ListBerichtenRequest, v1::ListBerichtenResponse>(
        options_.instelling.naam(),
        [this](auto* context, const auto& request, auto* response) {
          return inlichtingenbureau_->ListBerichten(context, request, response);
        },
        [this](const auto& page) {
          for (const auto& bericht : page.berichten()) output_.AddBericht(bericht);
        });
    if (!status.ok()) return status;
    status = ForEachPage<v1::ListAangehoudenRequest, v1::ListAangehoudenResponse>(
        options_.instelling.naam(),
        [this](auto* context, const auto& request, auto* response) {
          return inlichtingenbureau_->ListAangehouden(context, request, response);
        },
        [this](const auto& page) {
          for (const auto& aangehouden : page.aangehouden()) output_.AddAangehouden(aangehouden);
        });
    if (!status.ok()) return status;
    return CollectRapportages();
  }

  absl::Status CollectRapportages() {
    std::vector<v1::Rapportage> rapportages;
    absl::Status status = ForEachPage<v1::ListRapportagesRequest, v1::ListRapportagesResponse>(
        options_.instelling.naam(),
        [this](auto* context, const auto& request, auto* response) {
          return inlichtingenbureau_->ListRapportages(context, request, response);
        },
        [&rapportages](const auto& page) {
          rapportages.insert(rapportages.end(), page.rapportages().begin(), page.rapportages().end());
        });
    if (!status.ok()) return status;
    Progress progress("reports", rapportages.size());
    for (std::size_t i = 0; i < rapportages.size(); ++i) {
      auto inhoud = Download(rapportages[i]);
      if (!inhoud.ok()) return inhoud.status();
      output_.AddRapportage(rapportages[i].bestandsnaam(), *std::move(inhoud));
      progress.Show(i + 1);
    }
    return absl::OkStatus();
  }

  absl::StatusOr<std::string> Download(const v1::Rapportage& rapportage) {
    grpc::ClientContext context;
    SetOmgeving(context);
    v1::DownloadRapportageRequest request;
    request.set_rapportage_id(rapportage.rapportage_id());
    const auto stream = inlichtingenbureau_->DownloadRapportage(&context, request);
    std::string inhoud;
    v1::DownloadRapportageResponse piece;
    while (stream->Read(&piece)) inhoud += piece.inhoud();
    if (const grpc::Status status = stream->Finish(); !status.ok()) return FromGrpc(status);
    return inhoud;
  }

  void SetOmgeving(grpc::ClientContext& context) const {
    context.AddMetadata("omgeving", options_.instelling.naam());
  }

  std::shared_ptr<grpc::Channel> channel_;
  absl::string_view content_;
  const PlayOptions& options_;
  std::unique_ptr<v1::OmgevingService::Stub> omgeving_;
  std::unique_ptr<v1::KlokService::Stub> klok_;
  std::unique_ptr<v1::UwvBeoordelingService::Stub> beoordeling_;
  std::unique_ptr<v1::InlichtingenbureauService::Stub> inlichtingenbureau_;
  PlayOutput output_;
};

}  // namespace

absl::StatusOr<PlayOutput> PlayDraaiboek(const std::shared_ptr<grpc::Channel>& channel,
                                         absl::string_view content, const PlayOptions& options) {
  return Player(channel, content, options).Play();
}

}  // namespace ketenproef
