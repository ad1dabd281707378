#include "conformance/mutants/post.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "client/lib/datum.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/checks/rapportbytes.h"

namespace ketenproef::conformance {
namespace {

constexpr int kOnePage = 1'000;

std::optional<Dag> ReadDag(std::string text) {
  if (text.size() == 8) text = absl::StrCat(text.substr(0, 4), "-", text.substr(4, 2), "-", text.substr(6));
  return ParseDag(text);
}

std::vector<Rij> ReadRijen(const std::string& bytes, const Vorm& vorm) {
  std::vector<Rij> rijen;
  std::vector<std::string> lines = absl::StrSplit(bytes, "\r\n", absl::SkipEmpty());
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::vector<std::string> fields = absl::StrSplit(lines[i], vorm.scheidingsteken);
    if (fields.size() == 4) {
      rijen.push_back({fields[0], ReadDag(fields[1]), ReadDag(fields[2]), ReadDag(fields[3])});
    }
  }
  return rijen;
}

// The case that this row of this day is about.
contract::Ziektegeval GevalOf(const Rij& rij, Dag datum, const std::vector<contract::Ziektegeval>& gevallen,
                              bool* is_vervolg) {
  for (const auto& geval : gevallen) {
    if (geval.bsn() != rij.bsn || DagVanDatum(geval.einde_dienstverband()) != rij.einde_arbeid) continue;
    *is_vervolg = DagVanDatum(geval.signaal().vervolg_op()) == datum;
    if (*is_vervolg || DagVanDatum(geval.signaal().verzonden_op()) == datum) return geval;
  }
  return {};
}

using Key = std::pair<Dag, std::string>;  // day and gemeentecode: reports stand in this order

Key KeyOf(const contract::Rapportage& rapportage) {
  return {*DagVanDatum(rapportage.datum()), rapportage.gemeentecode()};
}

// CSV-03.
bool ComesBefore(const Signaal& a, const Signaal& b) {
  if (a.is_vervolg != b.is_vervolg) return b.is_vervolg;
  if (a.is_vervolg) return false;
  const auto instant = [](const Signaal& s) {
    return client::TimeOf(s.geval.beoordeling().besloten_tijdstip());
  };
  return std::make_tuple(instant(a), a.rij.bsn) < std::make_tuple(instant(b), b.rij.bsn);
}

Rapport NewRapport(const Key& key, const std::vector<Signaal>& signalen, const Vorm& vorm) {
  Rapport rapport;
  const std::string compact = FormatDagCompact(key.first);
  contract::Rapportage& beschrijving = rapport.beschrijving;
  beschrijving.set_rapportage_id(absl::StrCat("N-", key.second, "-", compact));
  beschrijving.set_gemeentecode(key.second);
  *beschrijving.mutable_datum() = DatumVanDag(key.first);
  beschrijving.set_bestandsnaam(
      absl::StrCat("Re-integratie_signaalrapport_", key.second, "_", compact, ".csv"));
  *beschrijving.mutable_klaargezet_tijdstip() = client::TimestampOf(UitwisselingOp(key.first));
  for (const Signaal& signaal : signalen) rapport.rijen.push_back(signaal.rij);
  rapport.bytes = vorm.Bytes(rapport.rijen);
  Describe(&rapport);
  return rapport;
}

contract::Notificatie NotificatieOf(const contract::Rapportage& rapportage) {
  contract::Notificatie notificatie;
  *notificatie.mutable_datum() = rapportage.datum();
  notificatie.set_gemeentecode(rapportage.gemeentecode());
  notificatie.set_onderwerp("er staat een 'Re-integratie_signaalrapport' voor u klaar");
  notificatie.set_bestandsnaam(rapportage.bestandsnaam());
  return notificatie;
}

template <typename Request>
Request WholePage() {
  Request request;
  request.set_page_size(kOnePage);
  return request;
}

}  // namespace

std::string Vorm::Datum(const std::optional<Dag>& dag) const {
  if (!dag.has_value()) return "";
  return has_hyphens ? FormatDag(*dag) : FormatDagCompact(*dag);
}

std::string Vorm::Regel(const Rij& rij) const {
  return absl::StrCat(
      absl::StrJoin({rij.bsn, Datum(rij.einde_uitkering), Datum(rij.einde_arbeid), Datum(rij.ao)},
                    scheidingsteken),
      "\r\n");
}

std::string Vorm::Bytes(const std::vector<Rij>& rijen) const {
  std::string bytes = absl::StrCat(absl::StrJoin({"BSN", "Datum einde uitkeringsverhouding",
                                                  "Datum einde arbeidsverhouding", "Datum eerste AO-dag"},
                                                 scheidingsteken),
                                   "\r\n");
  for (const Rij& rij : rijen) bytes += Regel(rij);
  return bytes;
}

Vorm VormOf(const World& world) {
  const contract::Rapportvorm rapportvorm = world.Rapportvorm();
  Vorm vorm;
  if (!rapportvorm.scheidingsteken().empty()) vorm.scheidingsteken = rapportvorm.scheidingsteken();
  vorm.has_hyphens = rapportvorm.datumvorm() == contract::DATUMVORM_JJJJ_MM_DD;
  return vorm;
}

Rapporten ReadRapporten(const World& world) {
  const Vorm vorm = VormOf(world);
  Rapporten all;
  const auto lijst = world.Ask(WholePage<contract::ListRapportagesRequest>());
  for (const auto& rapportage : lijst.rapportages()) {
    contract::DownloadRapportageRequest request;
    request.set_rapportage_id(rapportage.rapportage_id());
    Rapport rapport;
    rapport.beschrijving = rapportage;
    rapport.bytes = world.Ask(request).inhoud();
    rapport.rijen = ReadRijen(rapport.bytes, vorm);
    all.rapporten.push_back(std::move(rapport));
  }
  const auto mails = world.Ask(WholePage<contract::ListNotificatiesRequest>());
  all.notificaties.assign(mails.notificaties().begin(), mails.notificaties().end());
  return all;
}

Post ReadPost(const World& world, const Rapporten& rapporten) {
  Post post;
  post.gevallen = world.Gevallen();
  for (const Rapport& rapport : rapporten.rapporten) {
    const Dag datum = *DagVanDatum(rapport.beschrijving.datum());
    for (const Rij& rij : rapport.rijen) {
      Signaal signaal{datum, rapport.beschrijving.gemeentecode(), rij, {}, false};
      signaal.geval = GevalOf(rij, datum, post.gevallen, &signaal.is_vervolg);
      post.signalen.push_back(std::move(signaal));
    }
  }
  const auto doorleveringen = world.Ask(WholePage<contract::ListDoorleveringenRequest>()).doorleveringen();
  post.doorleveringen.assign(doorleveringen.begin(), doorleveringen.end());
  const auto berichten = world.Ask(WholePage<contract::ListBerichtenRequest>()).berichten();
  post.berichten.assign(berichten.begin(), berichten.end());
  const auto aangehouden = world.Ask(WholePage<contract::ListAangehoudenRequest>()).aangehouden();
  post.aangehouden.assign(aangehouden.begin(), aangehouden.end());
  return post;
}

Rapporten MakeRapporten(const Post& post, const Rapporten& made, const Vorm& vorm, Dag laatste) {
  std::map<Key, std::vector<Signaal>> by_key;
  for (const Signaal& signaal : post.signalen) {
    by_key[{signaal.datum, signaal.gemeentecode}].push_back(signaal);
  }
  for (const auto& bericht : post.berichten) by_key[{*DagVanDatum(bericht.datum()), bericht.gemeentecode()}];
  std::map<Key, const Rapport*> originals;
  for (const Rapport& rapport : made.rapporten) originals[KeyOf(rapport.beschrijving)] = &rapport;
  Rapporten all;
  for (auto& [key, signalen] : by_key) {
    if (key.first > laatste) continue;
    std::stable_sort(signalen.begin(), signalen.end(), ComesBefore);
    Rapport rapport = NewRapport(key, signalen, vorm);
    const auto original = originals.find(key);
    if (original != originals.end()) {
      const contract::Rapportage& before = original->second->beschrijving;
      rapport.beschrijving.set_rapportage_id(before.rapportage_id());
      if (before.has_bevestigd_tijdstip()) {
        *rapport.beschrijving.mutable_bevestigd_tijdstip() = before.bevestigd_tijdstip();
      }
      if (rapport.rijen == original->second->rijen) rapport = *original->second;
    }
    all.notificaties.push_back(NotificatieOf(rapport.beschrijving));
    all.rapporten.push_back(std::move(rapport));
  }
  return all;
}

void Describe(Rapport* rapport) {
  rapport->beschrijving.set_sha256(Sha256Of(rapport->bytes));
  rapport->beschrijving.set_aantal_rijen(static_cast<std::int64_t>(rapport->rijen.size()));
  rapport->beschrijving.set_aantal_bytes(static_cast<std::int64_t>(rapport->bytes.size()));
}

}  // namespace ketenproef::conformance
