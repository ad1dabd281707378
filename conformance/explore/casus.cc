#include "conformance/explore/casus.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/checks/values.h"
#include "conformance/model/velden.h"

namespace ketenproef::conformance {
namespace {

// 2025-01-06 09:00 where clocks show that once, else RFC 3339.
std::string InstantText(absl::Time tijdstip) {
  const std::string rfc3339 = FormatTijdstip(tijdstip);
  const Dag dag = DagVan(tijdstip);
  std::string kloktijd = rfc3339.substr(11, rfc3339.size() - 11 - 6);  // without the day and the offset
  if (TijdstipOp(dag, kloktijd) != tijdstip) return rfc3339;
  if (kloktijd.size() == 8 && kloktijd.substr(5) == ":00") kloktijd.resize(5);
  return absl::StrCat(FormatDag(dag), " ", kloktijd);
}

std::string DagOrEmpty(const std::optional<Dag>& dag) {
  return dag ? FormatDag(*dag) : "";
}

std::string OrGeen(const std::string& dag) {
  return dag.empty() ? "geen" : dag;
}

// JJJJMMDD as JJJJ-MM-DD.
std::string WithHyphens(const std::string& compact) {
  if (compact.size() != 8) return compact;
  return absl::StrCat(compact.substr(0, 4), "-", compact.substr(4, 2), "-", compact.substr(6));
}

bool IsAboutUwv(const Verschil& verschil) {
  constexpr std::array kOfUwv = {"fouten", "antwoorden", "meldingen", "herhalingen", "beoordelingen"};
  constexpr std::array kOfCase = {"eerste_ao_dag", "hersteld_per", "einde_dienstverband", "ingetrokken"};
  if (std::find(kOfUwv.begin(), kOfUwv.end(), verschil.tabel) != kOfUwv.end()) return true;
  return verschil.tabel == "ziektegevallen" &&
         std::find(kOfCase.begin(), kOfCase.end(), verschil.kolom) != kOfCase.end();
}

class CaseWriter {
 public:
  explicit CaseWriter(const Vondst& vondst) : vondst_(vondst), values_(vondst.profiel) {}

  v1::Case Write(bool is_about_uwv) {
    v1::Case result;
    const std::vector<std::string> regels = RegelsOf(vondst_.verschil);
    result.set_id(absl::StrCat(regels.front(), "/seed-", vondst_.seed, "-", vondst_.nummer));
    result.set_titel(absl::StrCat("Verkenning: ", vondst_.verschil.soort));
    for (const std::string& regel : regels) result.add_regels(regel);
    result.set_level(v1::LEVEL_MUST);
    result.add_profielen(vondst_.profiel);
    result.mutable_environment()->set_start(InstantText(vondst_.proef.draaiboek.front().tijdstip));
    for (size_t i = 0; i < vondst_.proef.draaiboek.size(); ++i) WriteRegel(i, result.add_steps());
    v1::Step* const last = result.add_steps();
    last->set_at(absl::StrCat(FormatDag(vondst_.proef.until), " 23:59:59.999999999"));
    if (is_about_uwv) {
      WriteZiektegevallen(last, &result);
    } else {
      WriteOutput(last->mutable_expect_output());
    }
    return result;
  }

 private:
  void WriteRegel(size_t index, v1::Step* step) {
    const Draaiboekregel& regel = vondst_.proef.draaiboek[index];
    step->set_at(InstantText(regel.tijdstip));
    v1::Opdracht* const opdracht = step->mutable_opdracht();
    opdracht->set_soort(std::string(SoortName(regel.soort)));
    opdracht->set_kenmerk(regel.kenmerk);
    opdracht->set_bsn(values_.Masked(regel.bsn));
    opdracht->set_loonheffingennummer(regel.loonheffingennummer);
    opdracht->set_gemeentecode(regel.gemeentecode);
    opdracht->set_datum_van(DagOrEmpty(regel.datum_van));
    opdracht->set_datum_tot(DagOrEmpty(regel.datum_tot));
    // What the contract cannot say is left out, as EncodeRegel does.
    if (IsLoonwaarde(regel.loonwaarde)) opdracht->set_loonwaarde(regel.loonwaarde);
    if (regel.forfaitair == "J" || regel.forfaitair == "N") opdracht->set_forfaitair(regel.forfaitair);
    opdracht->set_verwijst_naar(regel.verwijst_naar);
    opdracht->set_toelichting(regel.toelichting);
    WriteAntwoord(regel.soort, vondst_.verwacht.antwoorden.rijen[index], opdracht);
  }

  void WriteAntwoord(Soort soort, const Rij& antwoord, v1::Opdracht* opdracht) {
    if (antwoord[3] == "GEWEIGERD") return opdracht->mutable_refused()->set_regel(antwoord[4]);
    v1::Accepted* const accepted = opdracht->mutable_accepted();
    if (!antwoord[5].empty()) accepted->add_waarschuwingen(antwoord[5]);
    if (antwoord[3] == "HERHAALD") {
      // Its verdicts are those of the first answer, on the day of that; a case judges by the day of the step.
      return accepted->set_herhaald(true);
    }
    const int count = soort == Soort::kZiekEnHerstel                      ? 2
                      : soort == Soort::kZiek || soort == Soort::kHerstel ? 1
                                                                          : 0;
    for (int i = 0; i < count; ++i) {
      const Rij& rij = vondst_.verwacht.meldingen.rijen[next_melding_++];
      v1::Oordeel* const oordeel = accepted->add_oordelen();
      oordeel->set_soort(rij[2]);
      oordeel->set_uiterste_dag(OrGeen(rij[5]));
      oordeel->set_dagen_te_laat(rij[7]);
      oordeel->set_boete_eur(rij[8]);
    }
  }

  // A step for each case; `first` is there already.
  void WriteZiektegevallen(v1::Step* first, v1::Case* result) const {
    std::map<std::pair<std::string, std::string>, Rij> beoordelingen;
    for (const Rij& rij : vondst_.verwacht.beoordelingen.rijen) beoordelingen[{rij[1], rij[0]}] = rij;
    v1::Step* step = first;
    for (const Rij& rij : vondst_.verwacht.ziektegevallen.rijen) {
      if (step == nullptr) step = result->add_steps();
      v1::ExpectZiektegeval* const geval = step->mutable_expect_ziektegeval();
      geval->set_loonheffingennummer(rij[1]);
      geval->set_kenmerk(rij[0]);
      geval->set_eerste_ao_dag(rij[3]);
      geval->set_hersteld_per(OrGeen(rij[4]));
      geval->set_einde_dienstverband(OrGeen(rij[5]));
      geval->set_ingetrokken(rij[6]);
      const auto beoordeling = beoordelingen.find({rij[1], rij[0]});
      if (beoordeling != beoordelingen.end()) WriteBeoordeling(beoordeling->second, geval);
      step = nullptr;
    }
    // Nothing was accepted: the answers say it all.
    if (step != nullptr) result->mutable_steps()->RemoveLast();
  }

  static void WriteBeoordeling(const Rij& rij, v1::ExpectZiektegeval* geval) {
    geval->set_uiterste_dag(rij[3]);
    geval->set_verlengd(rij[4]);
    geval->set_uitkomst(rij[5].empty() ? "GEEN" : rij[5]);
    geval->set_besloten_op(OrGeen(rij[6]));
    geval->set_status(rij[7]);
  }

  void WriteOutput(v1::ExpectOutput* output) const {
    WriteRapporten(output->mutable_rapporten());
    output->mutable_doorleveringen();
    for (const Rij& rij : vondst_.verwacht.doorleveringen.rijen) {
      v1::Doorlevering* const doorlevering = output->mutable_doorleveringen()->add_doorlevering();
      doorlevering->set_datum(rij[0]);
      doorlevering->set_gemeentecode(rij[1]);
      doorlevering->set_loonheffingennummer(rij[2]);
      doorlevering->set_kenmerk(rij[3]);
      doorlevering->set_verwijst_naar(VerwijstNaar(rij[2], rij[3]));
      doorlevering->set_soort(rij[4]);
      doorlevering->set_bsn(values_.Masked(rij[5]));
      doorlevering->set_datum_ingang(rij[6]);
    }
    output->mutable_berichten();
    for (const Rij& rij : vondst_.verwacht.berichten.rijen) {
      v1::Bericht* const bericht = output->mutable_berichten()->add_bericht();
      bericht->set_datum(rij[0]);
      bericht->set_gemeentecode(rij[1]);
      bericht->set_loonheffingennummer(rij[2]);
      bericht->set_kenmerk(rij[3]);
      bericht->set_soort(rij[4]);
      bericht->set_bsn(values_.Masked(BsnOf(rij[2], rij[3])));
    }
    output->mutable_aangehouden();
    for (const Rij& rij : vondst_.verwacht.onbestelbaar.rijen) {
      v1::AangehoudenSignaal* const signaal = output->mutable_aangehouden()->add_signaal();
      signaal->set_loonheffingennummer(rij[0]);
      signaal->set_kenmerk(rij[1]);
      signaal->set_soort(rij[2]);
      signaal->set_reden("ONBESTELBAAR");
    }
  }

  void WriteRapporten(v1::Rapporten* rapporten) const {
    std::map<std::string, v1::Rapport*> by_bestand;
    for (const Rij& rij : vondst_.verwacht.rapportages.rijen) {
      v1::Rapport* const rapport = rapporten->add_rapport();
      rapport->set_datum(rij[0]);
      rapport->set_gemeentecode(rij[1]);
      by_bestand[rij[2]] = rapport;
    }
    for (const Rij& regel : vondst_.verwacht.rapportregels.rijen) {
      if (regel[1] == "1") continue;  // the header
      const std::vector<std::string> velden =
          absl::StrSplit(absl::StripAsciiWhitespace(regel[2]), absl::MaxSplits(';', 3));
      v1::Rij* const rij = by_bestand.at(regel[0])->add_rij();
      rij->set_bsn(values_.Masked(velden[0]));
      rij->set_einde_uitkeringsverhouding(WithHyphens(velden[1]));
      rij->set_einde_arbeidsverhouding(WithHyphens(velden[2]));
      rij->set_eerste_ao_dag(WithHyphens(velden[3]));
    }
  }

  // The case that a forwarded message is about; empty: it is the ziekmelding itself.
  std::string VerwijstNaar(const std::string& loonheffingennummer, const std::string& kenmerk) const {
    const Draaiboek& draaiboek = vondst_.proef.draaiboek;
    for (size_t i = 0; i < draaiboek.size(); ++i) {
      if (draaiboek[i].loonheffingennummer == loonheffingennummer && draaiboek[i].kenmerk == kenmerk &&
          vondst_.verwacht.antwoorden.rijen[i][3] == "AANVAARD") {
        return draaiboek[i].soort == Soort::kHerstel || draaiboek[i].soort == Soort::kIntrekking
                   ? draaiboek[i].verwijst_naar
                   : "";
      }
    }
    return "";
  }

  std::string BsnOf(const std::string& loonheffingennummer, const std::string& kenmerk) const {
    for (const Rij& rij : vondst_.verwacht.ziektegevallen.rijen) {
      if (rij[1] == loonheffingennummer && rij[0] == kenmerk) return rij[2];
    }
    return "";
  }

  const Vondst& vondst_;
  const Values values_;  // for the names of BSNs
  size_t next_melding_ = 0;
};

}  // namespace

v1::Suite MakeSuite(const Vondst& vondst) {
  const bool is_about_uwv = IsAboutUwv(vondst.verschil);
  v1::Suite suite;
  suite.set_id(is_about_uwv ? "uwv/verkenning" : "inlichtingenbureau/verkenning");
  suite.set_kind(is_about_uwv ? v1::SYSTEM_KIND_UWV : v1::SYSTEM_KIND_INLICHTINGENBUREAU);
  *suite.add_cases() = CaseWriter(vondst).Write(is_about_uwv);
  return suite;
}

}  // namespace ketenproef::conformance
