#include "conformance/explore/speelomgeving.h"

#include <vector>

#include "client/lib/call.h"
#include "client/lib/datum.h"
#include "client/lib/rapportage.h"
#include "conformance/explore/opdracht.h"
#include "conformance/explore/regel_call.h"
#include "conformance/explore/uitlezing.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

}  // namespace

template <typename Request>
absl::StatusOr<client::ResponseTo<Request>> Speelomgeving::Ask(const Request& request) {
  method_ = client::MethodOf<Request>::kPath;
  return client_.Call(request);
}

template <typename Request, typename Use>
absl::Status Speelomgeving::AskPages(Use use) {
  method_ = client::MethodOf<Request>::kPath;
  return client::ForEachPage(client_, Request(), use);
}

absl::Status Speelomgeving::PlayStream(const Draaiboek& draaiboek, Uitvoer& uitvoer) {
  contract::PlayDraaiboekRequest request;
  for (const Draaiboekregel& regel : draaiboek) *request.add_regels() = EncodeRegel(regel);
  method_ = client::MethodOf<contract::PlayDraaiboekRequest>::kPath;
  client::Call call(client_.channel(), {method_, client_.options().omgeving, client_.options().timeout});
  contract::PlayDraaiboekResponse response;
  call.Write(request);
  call.WritesDone();
  call.Read(&response);
  if (absl::Status status = call.Finish(); !status.ok()) return status;
  if (response.resultaten_size() != request.regels_size()) {
    return absl::DataLossError("the batch was not answered line by line");
  }
  for (int i = 0; i < response.resultaten_size(); ++i) {
    AddAntwoord(draaiboek[static_cast<size_t>(i)], response.resultaten(i), uitvoer);
  }
  return absl::OkStatus();
}

absl::Status Speelomgeving::PlayCalls(const Draaiboek& draaiboek, Uitvoer& uitvoer) {
  for (const Draaiboekregel& regel : draaiboek) {
    if (absl::Status status = AdvanceTo(regel.tijdstip); !status.ok()) return status;
    contract::Regelresultaat resultaat;
    absl::Status status = CallRegel(client_, EncodeRegel(regel), &resultaat, &method_);
    if (!status.ok()) return status;
    AddAntwoord(regel, resultaat, uitvoer);
  }
  return absl::OkStatus();
}

absl::Status Speelomgeving::AdvanceTo(absl::Time tijdstip) {
  contract::AdvanceClockRequest request;
  *request.mutable_tot_tijdstip() = client::TimestampOf(tijdstip);
  return Ask(request).status();
}

absl::Status Speelomgeving::ReadAll(Uitvoer& uitvoer) {
  absl::Status status = AskPages<contract::ListZiektegevallenRequest>([&](const auto& page) {
    for (const auto& geval : page.ziektegevallen()) AddZiektegeval(geval, uitvoer);
  });
  if (!status.ok()) return status;
  status = AskPages<contract::ListDoorleveringenRequest>([&](const auto& page) {
    for (const auto& doorlevering : page.doorleveringen()) AddDoorlevering(doorlevering, uitvoer);
  });
  if (!status.ok()) return status;
  status = AskPages<contract::ListBerichtenRequest>([&](const auto& page) {
    for (const auto& bericht : page.berichten()) AddBericht(bericht, uitvoer);
  });
  if (!status.ok()) return status;
  status = AskPages<contract::ListAangehoudenRequest>([&](const auto& page) {
    for (const auto& aangehouden : page.aangehouden()) AddAangehouden(aangehouden, uitvoer);
  });
  if (!status.ok()) return status;
  status = AskPages<contract::ListNotificatiesRequest>([&](const auto& page) {
    for (const auto& notificatie : page.notificaties()) AddNotificatie(notificatie, uitvoer);
  });
  if (!status.ok()) return status;
  return ReadRapportages(uitvoer);
}

absl::Status Speelomgeving::ReadRapportages(Uitvoer& uitvoer) {
  std::vector<contract::Rapportage> rapportages;
  absl::Status status = AskPages<contract::ListRapportagesRequest>([&](const auto& page) {
    rapportages.insert(rapportages.end(), page.rapportages().begin(), page.rapportages().end());
  });
  if (!status.ok()) return status;
  method_ = client::MethodOf<contract::DownloadRapportageRequest>::kPath;
  for (const contract::Rapportage& rapportage : rapportages) {
    const absl::StatusOr<std::string> inhoud = client::DownloadRapportage(client_, rapportage);
    if (!inhoud.ok()) return inhoud.status();
    AddRapportage(rapportage, *inhoud, uitvoer);
  }
  return absl::OkStatus();
}

}  // namespace ketenproef::conformance
