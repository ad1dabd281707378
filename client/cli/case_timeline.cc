#include "client/cli/case_timeline.h"

#include <algorithm>
#include <tuple>

#include "client/cli/message_text.h"
#include "client/cli/pages.h"
#include "client/cli/terminal.h"
#include "client/cli/timeline.h"

namespace ketenproef {
namespace {

absl::Status Fetch(const client::Client& client, const v1::Gebeurtenisfilter& filter,
                   std::vector<v1::Gebeurtenis>* events) {
  v1::ListGebeurtenissenRequest request;
  request.set_page_size(kPageSize);
  *request.mutable_filter() = filter;
  return client::ForEachPage(client, request, [events](const auto& page) {
    events->insert(events->end(), page.gebeurtenissen().begin(), page.gebeurtenissen().end());
  });
}

// What the registers say about the person; dienstverbanden with others are no part of the case.
absl::Status FetchRegisters(const client::Client& client, const std::string& bsn,
                            const std::string& loonheffingennummer, std::vector<v1::Gebeurtenis>* events) {
  v1::Gebeurtenisfilter filter;
  filter.set_bsn(bsn);
  for (int soort = v1::GEBEURTENISSOORT_DOELGROEPREGISTRATIE_REGISTERED;
       soort <= v1::GEBEURTENISSOORT_LKS_PERIODE_ENDED; ++soort) {
    filter.add_soorten(static_cast<v1::Gebeurtenissoort>(soort));
  }
  std::vector<v1::Gebeurtenis> found;
  absl::Status status = Fetch(client, filter, &found);
  std::copy_if(found.begin(), found.end(), std::back_inserter(*events),
               [&](const v1::Gebeurtenis& gebeurtenis) {
                 if (gebeurtenis.has_dienstverband_registered()) {
                   return gebeurtenis.dienstverband_registered().dienstverband().loonheffingennummer() ==
                          loonheffingennummer;
                 }
                 return !gebeurtenis.has_dienstverband_ended() ||
                        gebeurtenis.dienstverband_ended().einde_dienstverband().loonheffingennummer() ==
                            loonheffingennummer;
               });
  return status;
}

// What became of the report that holds this row, as the journal tells it.
absl::Status FetchReport(const client::Client& client, const v1::Gebeurtenis& row,
                         std::vector<v1::Gebeurtenis>* events) {
  v1::ListRapportagesRequest request;
  request.set_gemeentecode(row.signaal_sent().gemeentecode());
  *request.mutable_datum_van() = row.signaal_sent().datum();
  *request.mutable_datum_tot() = row.signaal_sent().datum();
  return client::ForEachPage(client, request, [&](const v1::ListRapportagesResponse& page) {
    for (const v1::Rapportage& rapportage : page.rapportages()) {
      v1::Gebeurtenis ready;
      ready.set_volgnummer(row.volgnummer());
      *ready.mutable_tijdstip() = rapportage.klaargezet_tijdstip();
      *ready.mutable_rapportage_ready()->mutable_rapportage() = rapportage;
      events->push_back(ready);
      if (!rapportage.has_bevestigd_tijdstip()) continue;
      v1::Gebeurtenis confirmed;
      confirmed.set_volgnummer(row.volgnummer());
      *confirmed.mutable_tijdstip() = rapportage.bevestigd_tijdstip();
      confirmed.mutable_rapportage_confirmed()->set_rapportage_id(rapportage.rapportage_id());
      confirmed.mutable_rapportage_confirmed()->set_gemeentecode(rapportage.gemeentecode());
      events->push_back(confirmed);
    }
  });
}

}  // namespace

absl::StatusOr<std::vector<v1::Gebeurtenis>> FetchCase(const client::Client& client,
                                                       const std::string& loonheffingennummer,
                                                       const std::string& kenmerk) {
  v1::GetZiektegevalRequest request;
  request.set_loonheffingennummer(loonheffingennummer);
  request.set_kenmerk(kenmerk);
  const auto geval = client.Call(request);
  if (!geval.ok()) return geval.status();
  std::vector<v1::Gebeurtenis> events;
  absl::Status status = FetchRegisters(client, geval->ziektegeval().bsn(), loonheffingennummer, &events);
  if (!status.ok()) return status;
  v1::Gebeurtenisfilter filter;
  filter.set_loonheffingennummer(loonheffingennummer);
  filter.set_kenmerk(kenmerk);
  if (status = Fetch(client, filter, &events); !status.ok()) return status;
  const std::vector<v1::Gebeurtenis> fetched = events;
  for (const v1::Gebeurtenis& gebeurtenis : fetched) {
    if (!gebeurtenis.has_signaal_sent()) continue;
    if (status = FetchReport(client, gebeurtenis, &events); !status.ok()) return status;
  }
  const auto order = [](const v1::Gebeurtenis& gebeurtenis) {
    return std::make_tuple(gebeurtenis.tijdstip().seconds(), gebeurtenis.tijdstip().nanos(),
                           gebeurtenis.volgnummer());
  };
  std::stable_sort(events.begin(), events.end(),
                   [&order](const auto& a, const auto& b) { return order(a) < order(b); });
  return events;
}

absl::Status PrintCaseTimeline(const Session& session, const std::string& loonheffingennummer,
                               const std::string& kenmerk) {
  const auto events = FetchCase(session.client, loonheffingennummer, kenmerk);
  if (!events.ok()) return events.status();
  if (!session.json) {
    session.print(DrawTimeline(*events, OutputWidth()));
    return absl::OkStatus();
  }
  for (const v1::Gebeurtenis& gebeurtenis : *events) session.print(JsonOf(gebeurtenis) + "\n");
  return absl::OkStatus();
}

}  // namespace ketenproef
