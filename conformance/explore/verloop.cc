#include "conformance/explore/verloop.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/explore/kans.h"

namespace ketenproef::conformance {
namespace {

class Verloop {
 public:
  Verloop(Random& random, const Randdagen& randdagen, const Werknemer& werknemer, const Plan& plan)
      : random_(random), randdagen_(randdagen), werknemer_(werknemer), plan_(plan) {}

  Draaiboek Make() {
    AddDoelgroepregister();
    AddWoonplaats();
    AddDienstverband();
    AddLks();
    for (size_t i = 0; i < plan_.gevallen.size(); ++i) {
      AddGeval(plan_.gevallen[i], absl::StrCat("Z", werknemer_.nummer, i + 1));
    }
    if (plan_.einde && plan_.einde_bekend_op) AddEinde();
    return std::move(regels_);
  }

 private:
  int Pick(std::initializer_list<int> values) { return PickOf(random_, values); }

  // References hold until the next line.
  Draaiboekregel& Add(Soort soort, absl::Time tijdstip) {
    Draaiboekregel& regel = regels_.emplace_back();
    regel.soort = soort;
    regel.tijdstip = tijdstip;
    return regel;
  }

  Draaiboekregel& AddRegistratie(Soort soort, absl::Time tijdstip) {
    Draaiboekregel& regel = Add(soort, tijdstip);
    regel.bsn = werknemer_.bsn;
    return regel;
  }

  // At the beginning, all at one instant; seldom when the cases are under way already.
  absl::Time RegistratieTijdstip() {
    if (random_.Chance(0.97)) return TijdstipOp(plan_.begin, "09:00").value_or(BeginVan(plan_.begin));
    return PickTijdstip(random_, PickFrom(random_, plan_.gevallen).ontvangen_op + Dagen(Pick({0, 1, 5, 20})));
  }

  void AddDoelgroepregister() {
    Draaiboekregel& regel = AddRegistratie(Soort::kDoelgroepregister, RegistratieTijdstip());
    regel.datum_van = plan_.gevallen.front().ao - Dagen(1200);
    if (plan_.einde && random_.Chance(0.15)) regel.datum_tot = Beside(random_, *plan_.einde);
  }

  // Known from the beginning or not, and perhaps another one about the time of the signal.
  void AddWoonplaats() {
    const bool is_unknown = random_.Chance(0.25);
    if (!is_unknown || random_.Chance(0.5)) {
      Draaiboekregel& regel = AddRegistratie(Soort::kWoonplaats, RegistratieTijdstip());
      regel.datum_van = plan_.begin - Dagen(Pick({0, 400}));
      if (!is_unknown) regel.gemeentecode = randdagen_.PickGemeentecode(random_, plan_.signaal_op);
    }
    // A follow-up is to come (SIG-06): between the signal and the news somebody may have moved.
    const Dag herstel_op = plan_.gevallen.back().herstel_ontvangen_op;
    const bool has_news = herstel_op >= plan_.signaal_op;
    if (!random_.Chance(is_unknown || has_news ? 0.6 : 0.2)) return;
    const Dag change = has_news && random_.Chance(0.6) ? Beside(random_, herstel_op + Dagen(1))
                                                       : plan_.signaal_op + Dagen(Pick({-1, 0, 1}));
    const absl::Time tijdstip = PickTijdstip(random_, change + Dagen(Pick({-1, 0, 0, 1, 30})));
    Draaiboekregel& regel = AddRegistratie(Soort::kWoonplaats, tijdstip);
    regel.datum_van = change + Dagen(Pick({-1, 0, 0, 0, 1, 31}));
    if (random_.Chance(is_unknown ? 0.8 : 0.4)) {
      regel.gemeentecode = randdagen_.PickGemeentecode(random_, plan_.signaal_op);
    }
  }

  void AddDienstverband() {
    Draaiboekregel& regel = AddRegistratie(Soort::kDienstverband, RegistratieTijdstip());
    dienstverband_van_ = plan_.gevallen.front().ao - Dagen(Pick({0, 1, 1200, 1200, 1200}));
    regel.loonheffingennummer = werknemer_.loonheffingennummer;
    regel.datum_van = dienstverband_van_;
    if (plan_.einde && !plan_.einde_bekend_op) regel.datum_tot = std::max(*plan_.einde, dienstverband_van_);
  }

  void AddEinde() {
    const Dag dag = std::max(*plan_.einde_bekend_op, plan_.begin);
    Draaiboekregel& regel = AddRegistratie(Soort::kEindeDienstverband, PickTijdstip(random_, dag));
    regel.loonheffingennummer = werknemer_.loonheffingennummer;
    regel.datum_tot = plan_.einde;
  }

  void AddLks() {
    if (random_.Chance(0.1)) return;
    const Dag van = dienstverband_van_;
    const Dag ao = PickFrom(random_, plan_.gevallen).ao;
    const Dag einde = plan_.einde.value_or(ao);
    switch (random_.Below(6)) {
      case 0:  // from beside the AO, or until there
        return AddLksPeriode(std::max(van, Beside(random_, ao)), {}, RegistratieTijdstip());
      case 1:
        return AddLksPeriode(van, std::max(van, Beside(random_, ao)), RegistratieTijdstip());
      case 2:  // SIG-02: until the edge of the two years before E
        return AddLksPeriode(van, std::max(van, Beside(random_, JarenTerug(einde, 2))),
                             RegistratieTijdstip());
      case 3:
        return AddTwoLksPerioden(Beside(random_, ao));
      default:
        return AddLksPeriode(van, {}, RegistratieTijdstip());
    }
  }

  // One after the other, of two gemeenten.
  void AddTwoLksPerioden(Dag tot) {
    AddLksPeriode(dienstverband_van_, {}, RegistratieTijdstip());
    const absl::Time tijdstip = PickTijdstip(random_, std::max(plan_.begin + Dagen(1), tot));
    AddRegistratie(Soort::kEindeLks, tijdstip).datum_tot = tot;
    AddLksPeriode(tot + Dagen(Pick({0, 1, 1, 2})), {}, tijdstip);
  }

  void AddLksPeriode(Dag van, std::optional<Dag> tot, absl::Time tijdstip) {
    Draaiboekregel& regel = AddRegistratie(Soort::kLks, tijdstip);
    regel.gemeentecode = randdagen_.PickGemeentecode(random_, plan_.signaal_op);
    regel.datum_van = van;
    regel.datum_tot = tot;
    regel.loonwaarde =
        PickOf<const char*>(random_, {"55", "55", "50", "30", "80", "29", "81", "0", "99", "7"});
    regel.forfaitair = "N";
    if (!random_.Chance(0.1)) return;
    regel.forfaitair = "J";
    regel.loonwaarde = PickOf<const char*>(random_, {"50", "50", "50", "49", "51"});
    regel.datum_tot = MaandenVooruit(van, 6) - Dagen(Pick({0, 1, 1, 2}));
  }

  void AddGeval(const GevalPlan& geval, const std::string& kenmerk) {
    const absl::Time ontvangen = PickTijdstip(random_, geval.ontvangen_op);
    Draaiboekregel& ziek = AddBericht(geval.is_een_bericht ? Soort::kZiekEnHerstel : Soort::kZiek, ontvangen);
    ziek.kenmerk = kenmerk;
    ziek.bsn = werknemer_.bsn;
    ziek.datum_van = geval.ao;
    if (geval.is_een_bericht) ziek.datum_tot = geval.hersteld_per;

    // What is about a case is never before it.
    const auto after = [&](Dag dag) { return std::max(ontvangen, PickTijdstip(random_, dag)); };
    if (geval.hersteld_per && !geval.is_een_bericht) {
      Draaiboekregel& herstel = AddBericht(Soort::kHerstel, after(geval.herstel_ontvangen_op), kenmerk);
      herstel.kenmerk = absl::StrCat(kenmerk, "H");
      herstel.datum_van = geval.hersteld_per;
    }
    if (geval.verlengd_op) {
      const absl::Time verlengd = after(*geval.verlengd_op);
      AddBericht(Soort::kVerlenging, verlengd, kenmerk).toelichting = "nader onderzoek";
      if (random_.Chance(0.1)) AddBericht(Soort::kVerlenging, verlengd, kenmerk).toelichting = "nog meer";
    }
    if (geval.besloten_op) {
      const Soort besluit = random_.Chance(0.9) ? Soort::kToekenning : Soort::kAfwijzing;
      AddBericht(besluit, after(*geval.besloten_op), kenmerk);
    }
    if (geval.ingetrokken_op) {
      AddBericht(Soort::kIntrekking, after(*geval.ingetrokken_op), kenmerk).kenmerk =
          absl::StrCat(kenmerk, "I");
    }
  }

  Draaiboekregel& AddBericht(Soort soort, absl::Time tijdstip, const std::string& verwijst_naar = "") {
    Draaiboekregel& regel = Add(soort, tijdstip);
    regel.loonheffingennummer = werknemer_.loonheffingennummer;
    regel.verwijst_naar = verwijst_naar;
    return regel;
  }

  Random& random_;
  const Randdagen& randdagen_;
  const Werknemer& werknemer_;
  const Plan& plan_;
  Dag dienstverband_van_ = {};
  Draaiboek regels_;
};

}  // namespace

Draaiboek MakeVerloop(Random& random, const Randdagen& randdagen, const Werknemer& werknemer,
                      const Plan& plan) {
  return Verloop(random, randdagen, werknemer, plan).Make();
}

}  // namespace ketenproef::conformance
