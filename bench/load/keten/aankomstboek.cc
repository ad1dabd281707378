#include "bench/load/keten/aankomstboek.h"

#include <algorithm>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"

namespace ketenproef::load {
namespace {

constexpr std::size_t kKolommen = 4;  // CSV-01

const char* NaamVan(v1::Opdrachtsoort soort) {
  switch (soort) {
    case v1::OPDRACHTSOORT_ZIEKMELDING:
      return "ziekmeldingen";
    case v1::OPDRACHTSOORT_HERSTELMELDING:
      return "herstelmeldingen";
    case v1::OPDRACHTSOORT_BESLISSING:
      return "beslissingen";
    default:
      return "einden van dienstverband";
  }
}

// As in a report (CSV-02).
std::string CsvDag(absl::CivilDay dag) {
  return absl::StrFormat("%04d%02d%02d", dag.year(), dag.month(), dag.day());
}

void CountOne(std::uint8_t* aantal) {
  *aantal = static_cast<std::uint8_t>(std::min(*aantal + 1, 2));
}

bool IsAt(const Aankomst& aankomst, absl::string_view gemeentecode, const v1::Datum& datum) {
  return aankomst.gemeentecode == gemeentecode && aankomst.datum == DagOf(datum);
}

}  // namespace

Aankomstboek::Aankomstboek(const Levensloop& levensloop) : levensloop_(levensloop) {
  const Werknemers& werknemers = levensloop.werknemers();
  for (int i = 0; i < werknemers.aantal(); ++i) werknemer_of_bsn_.emplace(werknemers.BsnText(i), i);
  const absl::MutexLock lock(&mutex_);
  for (auto* boek : {&signalen_, &ziek_, &herstel_}) {
    boek->resize(static_cast<std::size_t>(werknemers.aantal()));
  }
}

void Aankomstboek::BookVerstuurd(v1::Opdrachtsoort soort, std::int64_t verstuurd, std::int64_t aanvaard) {
  const absl::MutexLock lock(&mutex_);
  aantallen_[soort].verstuurd += verstuurd;
  aantallen_[soort].aanvaard += aanvaard;
}

void Aankomstboek::BookUitwisseling(const v1::Uitwisselingstelling& telling) {
  const absl::MutexLock lock(&mutex_);
  has_uitwisseling_ = true;
  uitwisselingen_.set_signalen(uitwisselingen_.signalen() + telling.signalen());
  uitwisselingen_.set_doorleveringen(uitwisselingen_.doorleveringen() + telling.doorleveringen());
}

void Aankomstboek::FindFout(absl::string_view what, absl::string_view kenmerk) {
  ++afstemming_.fout;
  afstemming_.Find(absl::StrCat(std::string(kenmerk), ": ", std::string(what)));
}

void Aankomstboek::BookRapportage(const v1::Rapportage& rapportage, absl::string_view bytes) {
  const absl::MutexLock lock(&mutex_);
  const auto [known, is_new] = sha256_of_.emplace(rapportage.rapportage_id(), rapportage.sha256());
  if (!is_new) {
    if (known->second != rapportage.sha256()) FindFout("other bytes than before", rapportage.bestandsnaam());
    return;
  }
  std::vector<absl::string_view> lines = absl::StrSplit(bytes, "\r\n", absl::SkipEmpty());
  if (static_cast<std::int64_t>(lines.size()) != rapportage.aantal_rijen() + 1) {
    FindFout("not as many rows as it says", rapportage.bestandsnaam());
  }
  for (std::size_t i = 1; i < lines.size(); ++i) BookRij(rapportage, lines[i]);
}

void Aankomstboek::BookRij(const v1::Rapportage& rapportage, absl::string_view rij) {
  const std::vector<std::string> velden = absl::StrSplit(rij, ';');
  const auto found = velden.size() == kKolommen ? werknemer_of_bsn_.find(velden[0]) : werknemer_of_bsn_.end();
  if (found == werknemer_of_bsn_.end()) {
    FindFout("a row about nobody of ours", rapportage.bestandsnaam());
    return;
  }
  const int werknemer = found->second;
  CountOne(&signalen_[static_cast<std::size_t>(werknemer)]);
  const std::string kenmerk = levensloop_.werknemers().Kenmerk(werknemer);
  const auto signaal = levensloop_.SignaalVan(werknemer);
  if (!signaal.has_value()) return;  // counted: it is one too many
  if (!IsAt(signaal->aankomst, rapportage.gemeentecode(), rapportage.datum())) {
    FindFout("signalled to another gemeente or in another exchange", kenmerk);
  }
  if (!velden[1].empty() || velden[2] != CsvDag(signaal->einde_arbeidsverhouding) ||
      velden[3] != CsvDag(signaal->eerste_ao_dag)) {
    FindFout("signalled with other days", kenmerk);
  }
}

void Aankomstboek::BookDoorlevering(const v1::Doorlevering& doorlevering) {
  const v1::Doorleveringinhoud& inhoud = doorlevering.inhoud();
  const absl::MutexLock lock(&mutex_);
  const auto found = werknemer_of_bsn_.find(inhoud.bsn());
  if (found == werknemer_of_bsn_.end()) return FindFout("forwarded about nobody of ours", inhoud.kenmerk());
  const int werknemer = found->second;
  const bool is_ziek = inhoud.soort() == v1::DOORLEVERINGSOORT_ZIEK;
  CountOne(&(is_ziek ? ziek_ : herstel_)[static_cast<std::size_t>(werknemer)]);
  const auto herstel = levensloop_.HerstelDoorlevering(werknemer);
  if (!is_ziek && !herstel.has_value()) return;  // counted: it is one too many
  const Aankomst aankomst = is_ziek ? levensloop_.ZiekDoorlevering(werknemer) : *herstel;
  const std::string kenmerk =
      is_ziek ? levensloop_.werknemers().Kenmerk(werknemer) : levensloop_.KenmerkHerstel(werknemer);
  if (inhoud.kenmerk() != kenmerk || !IsAt(aankomst, doorlevering.gemeentecode(), doorlevering.datum())) {
    FindFout("forwarded to another gemeente, in another exchange or as another", inhoud.kenmerk());
  }
}

template <typename DueOn>
Som Aankomstboek::Settle(absl::string_view naam, const std::vector<std::uint8_t>& gekomen, DueOn due_on,
                         absl::CivilDay laatste) {
  Som som{std::string(naam), 0, 0, std::nullopt};
  for (int werknemer = 0; werknemer < levensloop_.werknemers().aantal(); ++werknemer) {
    const std::optional<Aankomst> aankomst = due_on(werknemer);
    const int due = aankomst.has_value() && aankomst->datum <= laatste ? 1 : 0;
    const int came = gekomen[static_cast<std::size_t>(werknemer)];
    som.verwacht += due;
    som.ontvangen += came;
    if (came == due) continue;
    ++(came < due ? afstemming_.verloren : came > 1 ? afstemming_.dubbel : afstemming_.fout);
    afstemming_.Find(absl::StrCat(levensloop_.werknemers().Kenmerk(werknemer), ": ", som.naam, " came ", came,
                                  " times, not ", due));
  }
  return som;
}

void Aankomstboek::AddVerstuurd(const std::optional<v1::Omgeving>& omgeving) {
  for (const auto& [soort, aantallen] : aantallen_) {
    Som som{NaamVan(soort), aantallen.verstuurd, aantallen.aanvaard, std::nullopt};
    if (omgeving.has_value()) som.systeem = 0;
    for (int i = 0; omgeving.has_value() && i < omgeving->soorttellingen_size(); ++i) {
      const v1::Soorttelling& telling = omgeving->soorttellingen(i);
      if (telling.soort() == soort) som.systeem = telling.aantal_aanvaard();
    }
    afstemming_.verstuurd += aantallen.verstuurd;
    afstemming_.beantwoord += aantallen.aanvaard;
    afstemming_.sommen.push_back(std::move(som));
  }
}

Afstemming Aankomstboek::Finish(absl::CivilDay laatste_uitwisseling,
                                const std::optional<v1::Omgeving>& omgeving) {
  const absl::MutexLock lock(&mutex_);
  AddVerstuurd(omgeving);
  Som signalen = Settle(
      "signalen", signalen_,
      [&](int werknemer) -> std::optional<Aankomst> {
        const auto signaal = levensloop_.SignaalVan(werknemer);
        if (!signaal.has_value()) return std::nullopt;
        return signaal->aankomst;
      },
      laatste_uitwisseling);
  const Som ziek = Settle(
      "ziek", ziek_,
      [&](int werknemer) -> std::optional<Aankomst> { return levensloop_.ZiekDoorlevering(werknemer); },
      laatste_uitwisseling);
  const Som herstel = Settle(
      "herstel", herstel_, [&](int werknemer) { return levensloop_.HerstelDoorlevering(werknemer); },
      laatste_uitwisseling);
  Som doorleveringen{"doorleveringen", ziek.verwacht + herstel.verwacht, ziek.ontvangen + herstel.ontvangen,
                     std::nullopt};
  if (has_uitwisseling_) {
    signalen.systeem = uitwisselingen_.signalen();
    doorleveringen.systeem = uitwisselingen_.doorleveringen();
  }
  afstemming_.sommen.push_back(std::move(signalen));
  afstemming_.sommen.push_back(std::move(doorleveringen));
  return afstemming_;
}

}  // namespace ketenproef::load
