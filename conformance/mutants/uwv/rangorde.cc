// What a UWV gets wrong in assessments and registers only at their edges, and which rule or code it gives
// where several would do.
#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/mutants/oordelen.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance::uwv {
namespace {

// Of extensions and decisions about a case that is known: when(it, the world).
When OverGeval(bool verlenging, std::function<bool(const contract::Ziektegeval&, const World&)> when) {
  return [verlenging, when = std::move(when)](const RecordPassage& passage) {
    const bool is_meant = verlenging ? passage.record.has_verlenging() : passage.record.has_beslissing();
    const auto geval = is_meant ? GenoemdGeval(passage) : std::nullopt;
    return geval.has_value() && when(*geval, passage.world());
  };
}

// Neither decided nor withdrawn.
bool IsHangend(const contract::Ziektegeval& geval) {
  return !IsBeslist(geval) && !geval.ingetrokken();
}

Dag ZesWekenNa(const contract::Ziektegeval& geval) {
  return *DagVanDatum(geval.ontvangen_op()) + Dagen(42);
}

Dag TotEnMet(const contract::Ziektegeval& geval) {
  return *DagVanDatum(geval.beoordeling().uiterste_dag());
}

// An assessment stands elsewhere than it should.
Break Staat(std::function<bool(const contract::Ziektegeval&, const World&)> when,
            contract::Beoordelingstatus status) {
  return Beoordelingen([when = std::move(when), status](contract::Ziektegeval& geval, const World& world) {
    if (when(geval, world)) geval.mutable_beoordeling()->set_status(status);
  });
}

Dag BeslotenOpDag(const contract::Ziektegeval& geval) {
  return DagVanDatum(geval.beoordeling().besloten_op()).value_or(Dag());
}

Mutants Randen() {
  return {
      {"BO-04/onverschoven-dag", "Op een uiterste dag die opschoof, kan niet meer verlengd worden.",
       Refuses("BO-04", kToestand,
               OverGeval(true,
                         [](const auto& geval, const World& world) {
                           return IsHangend(geval) && !geval.beoordeling().verlengd() &&
                                  world.Vandaag() > ZesWekenNa(geval) && world.Vandaag() <= TotEnMet(geval);
                         })),
       kWet},
      {"BO-04/na-afwijzing-aanvaard", "Na een afwijzing kan nog verlengd worden.",
       Accepts("BO-04", OverGeval(true,
                                  [](const auto& geval, const World&) {
                                    return geval.beoordeling().uitkomst() == contract::UITKOMST_AFWIJZING;
                                  }))},
      {"BO-02/hersteld-geweigerd", "De beoordeling van een hersteld geval kan niet verlengd worden.",
       Refuses("BO-04", kToestand,
               OverGeval(true, [](const auto& geval,
                                  const World&) { return IsHangend(geval) && geval.has_hersteld_per(); }))},
      {"BO-07/na-einde-geweigerd", "Na E kan niet meer besloten worden.",
       Refuses("BO-07", kToestand,
               OverGeval(false,
                         [](const auto& geval, const World& world) {
                           return IsHangend(geval) && IsUitDienst(geval, world);
                         }))},
      {"BO-07/afwijzing-herzien", "Een afwijzing kan nog een toekenning worden.",
       Accepts("BO-07", OverGeval(false,
                                  [](const auto& geval, const World&) {
                                    return geval.beoordeling().uitkomst() == contract::UITKOMST_AFWIJZING;
                                  }))},
      {"BO-05/onverschoven-dag", "Een besluit op een uiterste dag die opschoof, heet te laat.",
       Staat(
           [](const auto& geval, const World&) {
             return !geval.beoordeling().verlengd() && BeslotenOpDag(geval) > ZesWekenNa(geval);
           },
           contract::BEOORDELINGSTATUS_TERMIJN_OVERSCHREDEN),
       kWet},
      {"BO-05/verlenging-telt-niet", "Een besluit na zes weken heet te laat, ook als er verlengd is.",
       Staat([](const auto& geval,
                const World& world) { return BeslotenOpDag(geval) > LaatsteDag(world, ZesWekenNa(geval)); },
             contract::BEOORDELINGSTATUS_TERMIJN_OVERSCHREDEN)},
      {"BO-05/afwijzing-niet-aangemerkt", "Een te late afwijzing heet tijdig.",
       Staat([](const auto& geval,
                const World&) { return geval.beoordeling().uitkomst() == contract::UITKOMST_AFWIJZING; },
             contract::BEOORDELINGSTATUS_TIJDIG)},
      {"BO-06/verlenging-telt-niet", "Een verlengde beoordeling is na zes weken verstreken.",
       Staat(
           [](const auto& geval, const World& world) {
             return !IsBeslist(geval) && world.Vandaag() > LaatsteDag(world, ZesWekenNa(geval));
           },
           contract::BEOORDELINGSTATUS_TERMIJN_VERSTREKEN)},
      {"BO-06/hersteld-niet", "De beoordeling van een hersteld geval verstrijkt niet.",
       Staat([](const auto& geval, const World&) { return !IsBeslist(geval) && geval.has_hersteld_per(); },
             contract::BEOORDELINGSTATUS_OPEN)},
      {"BO-06/ook-ingetrokken", "Ook de beoordeling van een ingetrokken geval verstrijkt.",
       Staat([](const auto& geval,
                const World& world) { return !IsBeslist(geval) && world.Vandaag() > TotEnMet(geval); },
             contract::BEOORDELINGSTATUS_TERMIJN_VERSTREKEN)},
  };
}

// The first and last day of what the register holds of the same kind as the record.
using Tijdvakken = std::vector<std::pair<Dag, std::optional<Dag>>>;

Tijdvakken InRegister(const RecordPassage& passage) {
  Tijdvakken perioden;
  const auto add = [&](const auto& periode) {
    perioden.emplace_back(*DagVanDatum(periode.datum_van()), DagVanDatum(periode.datum_tot()));
  };
  const std::string bsn = BsnOf(passage.record);
  if (passage.record.has_doelgroepregistratie() || passage.record.has_einde_doelgroepregistratie()) {
    for (const auto& periode : passage.world().Doelgroepregistraties(bsn)) add(periode);
  }
  if (passage.record.has_dienstverband() || passage.record.has_einde_dienstverband()) {
    for (const auto& periode : passage.world().Dienstverbanden(bsn)) {
      if (periode.loonheffingennummer() == NummerOf(passage.record)) add(periode);
    }
  }
  return perioden;
}

// Of new periods with a last day: around one that is there, or within one.
When Ligt(bool around) {
  return [around](const RecordPassage& passage) {
    const auto van = VanOf(passage.record);
    const auto tot = TotOf(passage.record);
    if (!van.has_value() || !tot.has_value()) return false;
    for (const auto& [first, last] : InRegister(passage)) {
      if (!last.has_value()) continue;
      if (around ? *van<first&& * tot> * last : *van > first && *tot < *last) return true;
    }
    return false;
  };
}

// An end, where another period has ended before.
bool EindigtTweede(const RecordPassage& passage) {
  if (VanOf(passage.record).has_value()) return false;
  const Tijdvakken perioden = InRegister(passage);
  const auto is_open = [](const auto& periode) { return !periode.second.has_value(); };
  return perioden.size() > 1 && std::any_of(perioden.begin(), perioden.end(), is_open);
}

// A dienstverband while another payroll of the same employer has one.
bool HeeftSubnummerErnaast(const RecordPassage& passage) {
  if (!passage.record.has_dienstverband()) return false;
  for (const auto& periode : passage.world().Dienstverbanden(BsnOf(passage.record))) {
    const bool is_ander = periode.loonheffingennummer() != NummerOf(passage.record);
    if (is_ander && periode.loonheffingennummer().substr(0, 9) == NummerOf(passage.record).substr(0, 9)) {
      return true;
    }
  }
  return false;
}

Mutants Registers() {
  return {
      {"REG-01/omsluitend-aanvaard", "Een inschrijving om een andere heen wordt aangenomen.",
       Accepts("REG-01", Ligt(true))},
      {"REG-01/binnenin-aanvaard", "Een inschrijving binnen een andere wordt aangenomen.",
       Accepts("REG-01", Ligt(false))},
      {"REG-04/omsluitend-aanvaard", "Een dienstverband om een ander heen wordt aangenomen.",
       Accepts("REG-04", Ligt(true))},
      {"REG-04/binnenin-aanvaard", "Een dienstverband binnen een ander wordt aangenomen.",
       Accepts("REG-04", Ligt(false))},
      {"REG-01/tweede-niet-te-beeindigen", "Alleen de eerste inschrijving kan beëindigd worden.",
       Refuses("REG-01", kToestand,
               [](const RecordPassage& passage) {
                 return passage.record.has_einde_doelgroepregistratie() && EindigtTweede(passage);
               })},
      {"REG-04/tweede-niet-te-beeindigen", "Alleen het eerste dienstverband kan beëindigd worden.",
       Refuses("REG-04", kToestand,
               [](const RecordPassage& passage) {
                 return passage.record.has_einde_dienstverband() && EindigtTweede(passage);
               })},
      {"REG-04/subnummer-telt-niet", "Bij twee subnummers van een werkgever kan niemand in dienst zijn.",
       Refuses("REG-04", kToestand, HeeftSubnummerErnaast)},
  };
}

// A refusal by the state is said as another kind.
Break ToestandHeet(const std::string& regel, contract::Weigeringsoort soort) {
  return [regel, soort](Hooks* hooks) {
    OnRecords(hooks, [regel, soort](RecordPassage& passage) {
      passage.Forward();
      const bool is_toestand = passage.resultaat.weigering().soort() == kToestand;
      if (is_toestand && passage.regel() == regel) passage.resultaat.mutable_weigering()->set_soort(soort);
    });
  };
}

// Fields come in an order of the rules: where this one is wrong too, its own rule names the refusal.
Break VeldGaatVoor(const std::string& naam, const std::string& regel) {
  return [naam, regel](Hooks* hooks) {
    OnRecords(hooks, [naam, regel](RecordPassage& passage) {
      passage.Forward();
      const bool is_misvormd = naam != "bsn" || !BsnOf(passage.record).empty();
      if (passage.regel() != "ZM-01" || !is_misvormd) return;
      for (const auto& veld : passage.resultaat.weigering().velden()) {
        if (veld.veld() == naam) passage.resultaat.mutable_weigering()->set_regel(regel);
      }
    });
  };
}

// eersteAoDag for eerste_ao_dag.
std::string InKameelvorm(const std::string& naam) {
  std::string uit;
  for (std::size_t i = 0; i < naam.size(); ++i) {
    if (naam[i] == '_') continue;
    uit += i > 0 && naam[i - 1] == '_' ? absl::ascii_toupper(static_cast<unsigned char>(naam[i])) : naam[i];
  }
  return uit;
}

Break Veldnamen(std::function<std::string(const std::string&)> say) {
  return [say = std::move(say)](Hooks* hooks) {
    OnRecords(hooks, [say](RecordPassage& passage) {
      passage.Forward();
      if (!passage.resultaat.has_weigering()) return;
      for (auto& veld : *passage.resultaat.mutable_weigering()->mutable_velden()) {
        veld.set_veld(say(veld.veld()));
      }
    });
  };
}

bool HeeftLopendGeval(const RecordPassage& passage) {
  if (!MeldtZiek(passage.record)) return false;
  for (const auto& geval : passage.world().Gevallen()) {
    const bool is_hier =
        geval.bsn() == BsnOf(passage.record) && geval.loonheffingennummer() == NummerOf(passage.record);
    if (is_hier && !geval.ingetrokken() && !geval.has_hersteld_per()) return true;
  }
  return false;
}

Mutants Namen() {
  return {
      {"ZM-02/als-onbekend", "Een ontbrekend dienstverband geeft NOT_FOUND.",
       RefusesAs("ZM-02", contract::WEIGERINGSOORT_ONBEKEND)},
      {"ZM-08/als-bestaat-al", "Een lopend geval geeft ALREADY_EXISTS.",
       RefusesAs("ZM-08", contract::WEIGERINGSOORT_ANDERE_INHOUD)},
      {"REG-01/overlap-als-bestaat-al", "Een inschrijving die overlapt, geeft ALREADY_EXISTS.",
       ToestandHeet("REG-01", contract::WEIGERINGSOORT_ANDERE_INHOUD)},
      {"REG-04/overlap-als-bestaat-al", "Een dienstverband dat overlapt, geeft ALREADY_EXISTS.",
       ToestandHeet("REG-04", contract::WEIGERINGSOORT_ANDERE_INHOUD)},
      {"BO-04/als-fout-veld", "Een verlenging die te laat is, geeft INVALID_ARGUMENT.",
       RefusesAs("BO-04", kVeld)},
      {"ZM-01/veldnaam-kameelvorm", "Velden heten eersteAoDag in plaats van eerste_ao_dag.",
       Veldnamen(InKameelvorm)},
      {"ZM-01/veldnaam-met-pad", "Voor de naam van een veld staat die van het bericht.",
       Veldnamen([](const std::string& naam) { return absl::StrCat("melding.", naam); })},
      {"ZM-01/misvormd-bsn-gaat-voor", "Een misvormd BSN gaat voor een ontbrekend veld.",
       VeldGaatVoor("bsn", "BSN-01")},
      {"ZM-01/reden-gaat-voor", "Een ontbrekende reden gaat voor een ander ontbrekend veld.",
       VeldGaatVoor("toelichting", "BO-02")},
      {"BO-03/na-besluit-noemt-BO-04", "Dat er besloten is, gaat voor dat er al verlengd is.",
       Names("BO-03", "BO-04",
             OverGeval(true, [](const auto& geval, const World&) { return IsBeslist(geval); }))},
      {"BO-03/te-laat-noemt-BO-04", "Dat een verlenging te laat is, gaat voor dat er al verlengd is.",
       Names("BO-03", "BO-04",
             OverGeval(true,
                       [](const auto& geval, const World& world) {
                         return !IsBeslist(geval) && world.Vandaag() > TotEnMet(geval);
                       }))},
      {"ZM-03/na-lopend-geval", "Een lopend geval (ZM-08) gaat voor een AO in de toekomst.",
       Names("ZM-03", "ZM-08", HeeftLopendGeval)},
      {"ZM-07/na-lopend-geval", "Een lopend geval (ZM-08) gaat voor een gebruikt kenmerk.",
       Names("ZM-07", "ZM-08", HeeftLopendGeval)},
      {"ZM-07/na-onbekend-geval", "Een onbekend geval (HM-01) gaat voor een gebruikt kenmerk.",
       Names("ZM-07", "HM-01",
             [](const RecordPassage& passage) {
               return passage.record.has_herstelmelding() && !GenoemdGeval(passage).has_value();
             })},
      {"BSN-03/van-het-geval", "De weigering van een besluit noemt het BSN van het geval.",
       [](Hooks* hooks) {
         OnRecords(hooks, [](RecordPassage& passage) {
           passage.Forward();
           const auto geval = passage.regel() == "BO-07" ? GenoemdGeval(passage) : std::nullopt;
           if (geval.has_value()) passage.resultaat.mutable_weigering()->set_uitleg(geval->bsn());
         });
       }},
  };
}

// The answers to a batch of assessments, each with what came before it in the batch.
void BesluitBijBundel(Hooks* hooks) {
  hooks->On<contract::SubmitBeoordelingenRequest>([](auto& call) {
    const grpc::Status status = call.Forward();
    for (auto& resultaat : *call.response.mutable_resultaten()) {
      if (resultaat.weigering().regel() == "BO-07") resultaat.mutable_verwerkt()->set_volgnummer(1);
    }
    return status;
  });
}

// Records of one batch are judged by what was there before it.
void RegistreertNaast(Hooks* hooks) {
  hooks->On<contract::SubmitRegistratiesRequest>([](auto& call) {
    const grpc::Status status = call.Forward();
    for (auto& resultaat : *call.response.mutable_resultaten()) {
      if (resultaat.weigering().soort() == kToestand) resultaat.mutable_verwerkt()->set_volgnummer(1);
    }
    return status;
  });
}

void MeldtNaast(Hooks* hooks) {
  hooks->On<contract::SubmitMeldingenRequest>([](auto& call) {
    const grpc::Status status = call.Forward();
    for (auto& resultaat : *call.response.mutable_resultaten()) {
      if (resultaat.weigering().regel() != "ZM-08") continue;
      resultaat.mutable_ontvangst()->set_herhaald(false);
    }
    return status;
  });
}

Mutants Bundels() {
  return {
      {"BO-07/bundel-tweemaal", "In een bundel kan over een geval tweemaal besloten worden.",
       BesluitBijBundel},
      {"REG-04/bundel-naast-elkaar", "Registraties in een bundel worden niet tegen elkaar getoetst.",
       RegistreertNaast},
      {"ZM-08/bundel-naast-elkaar", "Ziekmeldingen in een bundel worden niet tegen elkaar getoetst.",
       MeldtNaast},
  };
}

}  // namespace

Mutants RangordeMutants() {
  Mutants mutants = Randen();
  for (Mutant& mutant : Registers()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : Namen()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : Bundels()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::uwv
