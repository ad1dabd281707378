// CSV-01 to CSV-03: what stands in a report, byte for byte.
#include <algorithm>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"

namespace ketenproef::conformance::ib {
namespace {

using Velden = std::vector<std::string>;

// The bytes as they are, changed as a whole.
Break Bytes(std::function<std::string(std::string)> change) {
  return Geschreven(
      [change = std::move(change)](const Rapport& rapport, const Vorm&) { return change(rapport.bytes); });
}

// The fields of every line, the header too where it is asked for.
Break Regels(bool with_header, std::function<Velden(Velden)> change) {
  return Geschreven([with_header, change = std::move(change)](const Rapport& rapport, const Vorm& vorm) {
    const std::vector<std::string> lines = absl::StrSplit(rapport.bytes, "\r\n", absl::SkipEmpty());
    std::string bytes;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      Velden velden = absl::StrSplit(lines[i], vorm.scheidingsteken);
      if (i > 0 || with_header) velden = change(std::move(velden));
      absl::StrAppend(&bytes, absl::StrJoin(velden, vorm.scheidingsteken), "\r\n");
    }
    return bytes;
  });
}

// The header line is another.
Break Kop(std::function<std::string(std::string)> change) {
  return Bytes([change = std::move(change)](const std::string& bytes) {
    const std::size_t end = bytes.find("\r\n");
    return absl::StrCat(change(bytes.substr(0, end)), bytes.substr(end));
  });
}

// Written in another form than the omgeving asks for.
Break AndereVorm(std::function<void(Vorm*)> change) {
  return Geschreven([change = std::move(change)](const Rapport& rapport, const Vorm& vorm) {
    Vorm other = vorm;
    change(&other);
    return other.Bytes(rapport.rijen);
  });
}

Velden VerwisselVelden(Velden velden, std::size_t a, std::size_t b) {
  std::swap(velden[a], velden[b]);
  return velden;
}

// DDMMJJJJ, of a day without hyphens.
std::string DagEerst(const std::string& datum) {
  if (datum.size() != 8) return datum;
  return absl::StrCat(datum.substr(6, 2), datum.substr(4, 2), datum.substr(0, 4));
}

// The rows of each report in another order, told from the signals that made them.
Break Volgorde(std::function<bool(const Signaal&, const Signaal&)> before) {
  return Getoond([before = std::move(before)](Rapporten& rapporten, const World& world) {
    const Post post = ReadPost(world, rapporten);
    const Vorm vorm = VormOf(world);
    for (Rapport& rapport : rapporten.rapporten) {
      std::vector<Signaal> rows;
      for (const Signaal& signaal : post.signalen) {
        const bool is_here = signaal.datum == *DagVanDatum(rapport.beschrijving.datum()) &&
                             signaal.gemeentecode == rapport.beschrijving.gemeentecode();
        if (is_here) rows.push_back(signaal);
      }
      std::stable_sort(rows.begin(), rows.end(), before);
      rapport.rijen.clear();
      for (const Signaal& row : rows) rapport.rijen.push_back(row.rij);
      rapport.bytes = vorm.Bytes(rapport.rijen);
      Describe(&rapport);
    }
  });
}

std::int64_t Besloten(const Signaal& signaal) {
  const auto& tijdstip = signaal.geval.beoordeling().besloten_tijdstip();
  return tijdstip.seconds() * 1'000'000'000 + tijdstip.nanos();
}

// Every row a report of its own.
void RapportPerRij(Rapporten& rapporten, const World& world) {
  const Vorm vorm = VormOf(world);
  std::vector<Rapport> split;
  for (const Rapport& rapport : rapporten.rapporten) {
    for (std::size_t i = 0; i < std::max<std::size_t>(rapport.rijen.size(), 1); ++i) {
      Rapport one = rapport;
      if (i > 0) one.beschrijving.set_rapportage_id(absl::StrCat(one.beschrijving.rapportage_id(), "-", i));
      if (!rapport.rijen.empty()) one.rijen = {rapport.rijen[i]};
      one.bytes = vorm.Bytes(one.rijen);
      Describe(&one);
      split.push_back(one);
    }
  }
  rapporten.rapporten = split;
}

// One report per exchange, for the first gemeente.
void RapportPerDag(Post& post, const World&) {
  std::map<Dag, std::string> first;
  for (const Signaal& signaal : post.signalen) first.emplace(signaal.datum, signaal.gemeentecode);
  for (Signaal& signaal : post.signalen) signaal.gemeentecode = first[signaal.datum];
}

// A report with berichten only is not made.
void ZonderBerichtrapport(Rapporten& rapporten, const World&) {
  std::erase_if(rapporten.rapporten, [](const Rapport& rapport) { return rapport.rijen.empty(); });
}

Mutants Koppen() {
  return {
      {"CSV-01/zonder-kop", "Het rapport heeft geen kopregel.",
       Bytes([](const std::string& bytes) { return bytes.substr(bytes.find("\r\n") + 2); })},
      {"CSV-01/andere-kop", "De kop noemt de kolommen anders.", Kop([](const std::string& kop) {
         return absl::StrReplaceAll(kop, {{"eerste AO-dag", "eerste ziektedag"}});
       })},
      {"CSV-01/kop-in-kleine-letters", "De kop staat in kleine letters.",
       Kop([](const std::string& kop) { return absl::AsciiStrToLower(kop); })},
      {"CSV-01/kop-met-spatie", "Na elk scheidingsteken in de kop staat een spatie.",
       Kop([](const std::string& kop) {
         return absl::StrReplaceAll(kop, {{";", "; "}});
       })},
      {"CSV-01/kolommen-verwisseld",
       "De einden van uitkering en dienstverband staan andersom, ook in de kop.",
       Regels(true, [](Velden velden) { return VerwisselVelden(std::move(velden), 1, 2); })},
      {"CSV-01/velden-verwisseld", "De velden staan in een andere volgorde dan de kop zegt.",
       Regels(false, [](Velden velden) { return VerwisselVelden(std::move(velden), 2, 3); })},
      {"CSV-01/kolom-erbij", "Er is een vijfde kolom.",
       Regels(true,
              [](Velden velden) {
                velden.push_back("");
                return velden;
              })},
      {"CSV-01/kolom-minder", "De kolom met het einde van de uitkering ontbreekt.",
       Regels(true,
              [](Velden velden) {
                velden.erase(velden.begin() + 1);
                return velden;
              })},
  };
}

Mutants Vormen() {
  return {
      {"CSV-02/komma", "Het scheidingsteken is een komma.",
       AndereVorm([](Vorm* vorm) { vorm->scheidingsteken = ","; })},
      {"CSV-02/altijd-puntkomma", "De instelling van het scheidingsteken wordt genegeerd.",
       AndereVorm([](Vorm* vorm) { vorm->scheidingsteken = ";"; })},
      {"CSV-02/streepjes", "Datums staan als JJJJ-MM-DD.",
       AndereVorm([](Vorm* vorm) { vorm->has_hyphens = true; })},
      {"CSV-02/nooit-streepjes", "De instelling van de datumvorm wordt genegeerd.",
       AndereVorm([](Vorm* vorm) { vorm->has_hyphens = false; })},
      {"CSV-02/dag-eerst", "Datums staan als DDMMJJJJ.",
       Regels(false,
              [](Velden velden) {
                for (std::string& veld : velden) veld = DagEerst(veld);
                return velden;
              })},
      {"CSV-02/onbekend-als-nullen", "Een onbekende datum is 00000000.",
       Regels(false,
              [](Velden velden) {
                if (velden[1].empty()) velden[1] = "00000000";
                return velden;
              })},
      {"CSV-02/onbekend-als-woord", "Een onbekende datum is het woord onbekend.",
       Regels(false,
              [](Velden velden) {
                if (velden[1].empty()) velden[1] = "onbekend";
                return velden;
              })},
      {"CSV-02/bom", "Het rapport begint met een BOM.",
       Bytes([](const std::string& bytes) { return absl::StrCat("\xEF\xBB\xBF", bytes); })},
      {"CSV-02/utf-16", "Het rapport is UTF-16.", Bytes([](const std::string& bytes) {
         std::string wide;
         for (const char c : bytes) wide.append({c, '\0'});
         return wide;
       })},
      {"CSV-02/alleen-lf", "Regels eindigen op LF.", Bytes([](const std::string& bytes) {
         return absl::StrReplaceAll(bytes, {{"\r\n", "\n"}});
       })},
      {"CSV-02/laatste-regel-open", "Na de laatste regel staat geen regeleinde.",
       Bytes([](const std::string& bytes) { return bytes.substr(0, bytes.size() - 2); })},
      {"CSV-02/lege-regel", "Aan het eind staat een lege regel.",
       Bytes([](const std::string& bytes) { return absl::StrCat(bytes, "\r\n"); })},
      {"CSV-02/alles-tussen-aanhalingstekens", "Elk veld staat tussen aanhalingstekens.",
       Regels(true,
              [](Velden velden) {
                for (std::string& veld : velden) veld = absl::StrCat("\"", veld, "\"");
                return velden;
              })},
      {"CSV-02/bsn-als-tekst", "Het BSN staat tussen aanhalingstekens.",
       Regels(false,
              [](Velden velden) {
                velden[0] = absl::StrCat("\"", velden[0], "\"");
                return velden;
              })},
      {"BSN-01/voorloopnul-weg", "Een BSN verliest in het rapport zijn voorloopnullen.",
       Regels(false,
              [](Velden velden) {
                velden[0].erase(0, std::min(velden[0].find_first_not_of('0'), velden[0].size()));
                return velden;
              })},
  };
}

Mutants Volgordes() {
  return {
      {"CSV-03/op-bsn", "Rijen staan op volgorde van BSN.",
       Volgorde([](const Signaal& a, const Signaal& b) { return a.rij.bsn < b.rij.bsn; })},
      {"CSV-03/op-ao", "Rijen staan op volgorde van AO.",
       Volgorde([](const Signaal& a, const Signaal& b) { return a.rij.ao < b.rij.ao; })},
      {"CSV-03/op-einde", "Rijen staan op volgorde van E.",
       Volgorde([](const Signaal& a, const Signaal& b) { return a.rij.einde_arbeid < b.rij.einde_arbeid; })},
      {"CSV-03/op-ziekmelding", "Rijen staan op volgorde van de ziekmelding.",
       Volgorde(
           [](const Signaal& a, const Signaal& b) { return a.geval.volgnummer() < b.geval.volgnummer(); })},
      {"CSV-03/op-dag-van-toekenning", "Binnen een dag telt het tijdstip van de toekenning niet.",
       Volgorde([](const Signaal& a, const Signaal& b) {
         const auto key = [](const Signaal& s) {
           return std::make_tuple(s.is_vervolg, s.is_vervolg ? 0 : Besloten(s) / 86'400'000'000'000,
                                  s.rij.bsn);
         };
         return !a.is_vervolg && !b.is_vervolg ? key(a) < key(b) : a.is_vervolg < b.is_vervolg;
       })},
      {"CSV-03/omgekeerd", "De laatste toekenning staat voorop.",
       Volgorde([](const Signaal& a, const Signaal& b) {
         return !a.is_vervolg && !b.is_vervolg ? Besloten(b) < Besloten(a) : a.is_vervolg < b.is_vervolg;
       })},
      {"CSV-03/gelijk-op-ziekmelding", "Bij gelijke toekenning beslist de ziekmelding en niet het BSN.",
       Volgorde([](const Signaal& a, const Signaal& b) {
         if (a.is_vervolg || b.is_vervolg) return a.is_vervolg < b.is_vervolg;
         return std::make_tuple(Besloten(a), a.geval.volgnummer()) <
                std::make_tuple(Besloten(b), b.geval.volgnummer());
       })},
      {"CSV-03/vervolg-eerst", "Vervolgregels staan voor de eerste signalen.",
       Volgorde([](const Signaal& a, const Signaal& b) { return a.is_vervolg > b.is_vervolg; })},
      {"CSV-03/vervolg-op-toekenning", "Vervolgregels staan op volgorde van de toekenning.",
       Volgorde([](const Signaal& a, const Signaal& b) {
         return std::make_tuple(a.is_vervolg, Besloten(a)) < std::make_tuple(b.is_vervolg, Besloten(b));
       })},
      {"CSV-03/vervolg-op-bsn", "Vervolgregels staan op volgorde van BSN.",
       Volgorde([](const Signaal& a, const Signaal& b) {
         if (a.is_vervolg && b.is_vervolg) return a.rij.bsn < b.rij.bsn;
         return a.is_vervolg < b.is_vervolg;
       })},
      {"CSV-03/vervolg-op-hersteldatum", "Vervolgregels staan op volgorde van de hersteldatum.",
       Volgorde([](const Signaal& a, const Signaal& b) {
         if (a.is_vervolg && b.is_vervolg) return a.rij.einde_uitkering < b.rij.einde_uitkering;
         return a.is_vervolg < b.is_vervolg;
       })},
      {"CSV-03/vervolg-ertussen",
       "Vervolgregels staan tussen de eerste signalen, op volgorde van toekenning.",
       Volgorde([](const Signaal& a, const Signaal& b) { return Besloten(a) < Besloten(b); })},
      {"CSV-03/rapport-per-rij", "Elke rij is een rapport.", Getoond(RapportPerRij)},
      {"CSV-03/rapport-per-dag", "Er is een rapport per uitwisseling, voor alle gemeenten.",
       Uitgaand(RapportPerDag)},
      {"CSV-03/berichtrapport-leeg", "Een rapport met alleen berichten heeft geen kopregel.",
       Geschreven(
           [](const Rapport& rapport, const Vorm&) { return rapport.rijen.empty() ? "" : rapport.bytes; })},
      {"CSV-03/berichtrapport-ontbreekt", "Met alleen berichten is er geen rapport.",
       Getoond(ZonderBerichtrapport)},
  };
}

}  // namespace

Mutants RapportMutants() {
  Mutants mutants = Koppen();
  for (Mutant& mutant : Vormen()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : Volgordes()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::ib
