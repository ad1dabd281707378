#include "conformance/runner/output_reader.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

// A system that gives page tokens for ever must not hold a case for ever.
constexpr int kMaxPages = 1'000;

std::string Method(absl::string_view name) {
  return absl::StrCat("ketenproef.v1.InlichtingenbureauService/", name);
}

// Calls `use` with every page.
template <typename Request, typename Response, typename Use>
absl::Status ForEachPage(absl::string_view name, Conversation& conversation, Use use) {
  Request request;
  for (int page = 0; page < kMaxPages; ++page) {
    Response response;
    if (absl::Status status = conversation.Call(Method(name), request, &response); !status.ok()) {
      return status;
    }
    use(response);
    if (response.next_page_token().empty()) return absl::OkStatus();
    request.set_page_token(response.next_page_token());
  }
  return absl::InternalError(absl::StrCat(name, " has pages without end"));
}

absl::Status Download(const std::string& rapportage_id, Conversation& conversation, std::string* bytes) {
  contract::DownloadRapportageRequest request;
  request.set_rapportage_id(rapportage_id);
  std::vector<contract::DownloadRapportageResponse> parts;
  absl::Status status = conversation.Read(Method("DownloadRapportage"), request, &parts);
  for (const auto& part : parts) absl::StrAppend(bytes, part.inhoud());
  return status;
}

absl::Status ReadRapporten(Conversation& conversation, std::vector<DownloadedRapport>* rapporten) {
  absl::Status status = ForEachPage<contract::ListRapportagesRequest, contract::ListRapportagesResponse>(
      "ListRapportages", conversation, [&](const contract::ListRapportagesResponse& page) {
        for (const auto& rapportage : page.rapportages()) rapporten->push_back({rapportage, "", ""});
      });
  for (DownloadedRapport& rapport : *rapporten) {
    if (!status.ok()) break;
    const std::string& id = rapport.description.rapportage_id();
    status = Download(id, conversation, &rapport.bytes);
    if (status.ok()) status = Download(id, conversation, &rapport.bytes_again);
  }
  return status;
}

}  // namespace

absl::Status ReadOutput(const v1::ExpectOutput& wanted, Conversation& conversation, ChainOutput* output) {
  absl::Status status;
  if (wanted.has_rapporten()) status = ReadRapporten(conversation, &output->rapporten);
  if (status.ok() && wanted.has_doorleveringen()) {
    status = ForEachPage<contract::ListDoorleveringenRequest, contract::ListDoorleveringenResponse>(
        "ListDoorleveringen", conversation, [&](const contract::ListDoorleveringenResponse& page) {
          for (const auto& item : page.doorleveringen()) output->doorleveringen.push_back(item);
        });
  }
  if (status.ok() && wanted.has_berichten()) {
    status = ForEachPage<contract::ListBerichtenRequest, contract::ListBerichtenResponse>(
        "ListBerichten", conversation, [&](const contract::ListBerichtenResponse& page) {
          for (const auto& item : page.berichten()) output->berichten.push_back(item);
        });
  }
  if (status.ok() && (wanted.has_notificaties() || wanted.has_rapporten())) {
    status = ForEachPage<contract::ListNotificatiesRequest, contract::ListNotificatiesResponse>(
        "ListNotificaties", conversation, [&](const contract::ListNotificatiesResponse& page) {
          for (const auto& item : page.notificaties()) output->notificaties.push_back(item);
        });
  }
  if (status.ok() && wanted.has_aangehouden()) {
    status = ForEachPage<contract::ListAangehoudenRequest, contract::ListAangehoudenResponse>(
        "ListAangehouden", conversation, [&](const contract::ListAangehoudenResponse& page) {
          for (const auto& item : page.aangehouden()) output->aangehouden.push_back(item);
        });
  }
  return status;
}

}  // namespace ketenproef::conformance
