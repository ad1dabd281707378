#include "server/handlers/gemeente.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "server/handlers/velden.h"
#include "server/omgeving/sha256.h"

namespace ketenproef {
namespace {

absl::StatusOr<Gemeentecode> ReadKnownGemeentecode(const HandlerContext& context, const std::string& text) {
  const auto code = ReadGemeentecode(text);
  if (code.ok() && !context.omgeving.referentie().gemeenten.IsKnown(*code)) {
    return FoutVeld("gemeentecode", "no gemeente has or had this code");
  }
  return code;
}

absl::Status CheckBerichtId(const std::string& bericht_id) {
  if (!bericht_id.empty() && bericht_id.size() <= kMaxBerichtIdBytes) return absl::OkStatus();
  return FoutVeld("bericht_id", absl::StrCat("must be 1 to ", kMaxBerichtIdBytes, " bytes"));
}

absl::StatusOr<Bsn> ReadBsn(const HandlerContext& context, const std::string& text) {
  const auto bsn = Bsn::Parse(text);
  if (!bsn.has_value()) {
    return FoutVan(WeigerVeld(Regel::kBsn01, "bsn", "must be nine digits that pass the elfproef"));
  }
  if (!Contains(context.omgeving.instellingen().bsn_reeks, *bsn)) {
    return FoutVan(WeigerVeld(Regel::kBsn02, "bsn", "lies outside the BSN range of this environment"));
  }
  return *bsn;
}

// The key of a message in what is delivered.
template <typename Wire>
absl::StatusOr<Meldingsleutel> ReadSleutel(const Wire& wire) {
  const auto nummer = ReadLoonheffingennummer(wire.loonheffingennummer());
  if (!nummer.ok()) return nummer.status();
  if (wire.kenmerk().empty() || wire.kenmerk().size() > kMaxKenmerkBytes) {
    return FoutVeld("kenmerk", absl::StrCat("must be 1 to ", kMaxKenmerkBytes, " bytes of text"));
  }
  return Meldingsleutel{*nummer, wire.kenmerk()};
}

absl::StatusOr<Gebeurtenis> ReadDoorlevering(const HandlerContext& context, Gemeentecode gemeentecode,
                                             const v1::DeliverMeldingRequest& request, Dag uitwisseling) {
  const v1::Doorleveringinhoud& wire = request.doorlevering();
  if (wire.soort() < v1::DOORLEVERINGSOORT_ZIEK || wire.soort() > v1::DOORLEVERINGSOORT_INTREKKING) {
    return FoutVeld("soort", "must be a value of the enum");
  }
  auto sleutel = ReadSleutel(wire);
  if (!sleutel.ok()) return sleutel.status();
  if (wire.verwijst_naar().empty() || wire.verwijst_naar().size() > kMaxKenmerkBytes) {
    return FoutVeld("verwijst_naar", absl::StrCat("must be 1 to ", kMaxKenmerkBytes, " bytes of text"));
  }
  const auto bsn = ReadBsn(context, wire.bsn());
  if (!bsn.ok()) return bsn.status();
  const auto datum_ingang = ReadDag(wire.datum_ingang(), "datum_ingang");
  if (!datum_ingang.ok()) return datum_ingang.status();
  return DoorleveringDelivered{gemeentecode,
                               request.bericht_id(),
                               uitwisseling,
                               static_cast<Doorleveringsoort>(wire.soort() - v1::DOORLEVERINGSOORT_ZIEK),
                               *std::move(sleutel),
                               wire.verwijst_naar(),
                               *bsn,
                               *datum_ingang};
}

absl::StatusOr<Gebeurtenis> ReadBericht(const HandlerContext& context, Gemeentecode gemeentecode,
                                        const v1::DeliverMeldingRequest& request, Dag uitwisseling) {
  const v1::Berichtinhoud& wire = request.bericht();
  if (wire.soort() < v1::BERICHTSOORT_INGETROKKEN || wire.soort() > v1::BERICHTSOORT_HERSTELD_VOOR_EINDE) {
    return FoutVeld("soort", "must be a value of the enum");
  }
  auto sleutel = ReadSleutel(wire);
  if (!sleutel.ok()) return sleutel.status();
  const auto bsn = ReadBsn(context, wire.bsn());
  if (!bsn.ok()) return bsn.status();
  return BerichtDelivered{gemeentecode,        request.bericht_id(),
                          uitwisseling,        static_cast<Berichtsoort>(wire.soort()),
                          *std::move(sleutel), *bsn};
}

}  // namespace

absl::Status LookupLksHandler(HandlerContext& context, const v1::LookupLksRequest& request,
                              v1::LookupLksResponse* response) {
  const auto gemeentecode = ReadKnownGemeentecode(context, request.gemeentecode());
  if (!gemeentecode.ok()) return gemeentecode.status();
  const auto bsn = ReadBsn(context, request.bsn());
  if (!bsn.ok()) return bsn.status();
  const auto van = ReadDag(request.datum_van(), "datum_van");
  if (!van.ok()) return van.status();
  const auto tot = ReadDag(request.datum_tot(), "datum_tot");
  if (!tot.ok()) return tot.status();
  if (*tot < *van) return FoutVeld("datum_tot", "must not lie before datum_van");

  const Gemeenten& gemeenten = context.omgeving.referentie().gemeenten;
  const Dag vandaag = context.omgeving.vandaag();
  std::vector<LksPeriode> found;
  if (const Persoon* persoon = context.omgeving.toestand().FindPersoon(*bsn)) {
    for (const LksPeriode& periode : persoon->lks_perioden) {
      // A merged gemeente's grants are with its successor (REG-03).
      const bool is_theirs = gemeenten.SuccessorOn(periode.gemeentecode, vandaag) ==
                             gemeenten.SuccessorOn(*gemeentecode, vandaag);
      if (is_theirs && Overlaps(periode.van, periode.tot, *van, *tot)) found.push_back(periode);
    }
  }
  std::sort(found.begin(), found.end(),
            [](const LksPeriode& a, const LksPeriode& b) { return a.van < b.van; });
  response->set_antwoord(found.empty() ? v1::LKS_ANTWOORD_NIETS_GEVONDEN : v1::LKS_ANTWOORD_GEVONDEN);
  for (const LksPeriode& periode : found) EncodeLksPeriode(*bsn, periode, response->add_lks_perioden());
  return absl::OkStatus();
}

absl::Status DeliverRapportageHandler(HandlerContext& context, const v1::DeliverRapportageRequest& request,
                                      v1::DeliverRapportageResponse* response) {
  if (absl::Status status = CheckBerichtId(request.bericht_id()); !status.ok()) return status;
  const auto gemeentecode = ReadKnownGemeentecode(context, request.gemeentecode());
  if (!gemeentecode.ok()) return gemeentecode.status();
  const auto uitwisseling = ReadDag(request.datum(), "datum");
  if (!uitwisseling.ok()) return uitwisseling.status();
  if (request.inhoud().size() > kMaxDeliveredBytes) {
    return FoutVeld("inhoud",
                    absl::StrCat("must be at most ", kMaxDeliveredBytes, " bytes; collect a larger report"));
  }
  std::string sha256 = Sha256(request.inhoud());
  if (HexOf(sha256) != request.sha256()) {
    return FoutVeld("sha256", "is not the hash of inhoud; deliver the report again");
  }
  // Lines are rows: no field of a report holds a line break (CSV-01).
  const auto lines = std::count(request.inhoud().begin(), request.inhoud().end(), '\n');
  if (request.aantal_rijen() != std::max<std::int64_t>(lines - 1, 0)) {
    return FoutVeld("aantal_rijen", "is not the number of data rows of inhoud; deliver the report again");
  }
  if (request.bestandsnaam() != Bestandsnaam(*gemeentecode, *uitwisseling)) {
    return FoutVeld("bestandsnaam", "must be the name that CSV-04 gives a report of this gemeente and day");
  }
  if (context.omgeving.toestand().HasReceived(*gemeentecode, request.bericht_id())) {
    response->set_herhaald(true);
    return absl::OkStatus();
  }
  context.omgeving.Record(RapportageDelivered{*gemeentecode, request.bericht_id(), *uitwisseling,
                                              request.bestandsnaam(), std::move(sha256),
                                              static_cast<std::uint32_t>(request.aantal_rijen())});
  return absl::OkStatus();
}

absl::Status DeliverMeldingHandler(HandlerContext& context, const v1::DeliverMeldingRequest& request,
                                   v1::DeliverMeldingResponse* response) {
  if (absl::Status status = CheckBerichtId(request.bericht_id()); !status.ok()) return status;
  const auto gemeentecode = ReadKnownGemeentecode(context, request.gemeentecode());
  if (!gemeentecode.ok()) return gemeentecode.status();
  const auto uitwisseling = ReadDag(request.datum(), "datum");
  if (!uitwisseling.ok()) return uitwisseling.status();
  if (request.melding_case() == v1::DeliverMeldingRequest::MELDING_NOT_SET) {
    return FoutVeld("melding", "exactly one kind of melding must be set");
  }
  const auto gebeurtenis = request.has_doorlevering()
                               ? ReadDoorlevering(context, *gemeentecode, request, *uitwisseling)
                               : ReadBericht(context, *gemeentecode, request, *uitwisseling);
  if (!gebeurtenis.ok()) return gebeurtenis.status();
  // DL-04: each bericht-id is applied once.
  if (context.omgeving.toestand().HasReceived(*gemeentecode, request.bericht_id())) {
    response->set_herhaald(true);
    return absl::OkStatus();
  }
  context.omgeving.Record(*gebeurtenis);
  return absl::OkStatus();
}

}  // namespace ketenproef
