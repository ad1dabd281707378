// The sixteen worked examples of the catalogue, each as it stands there.
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "gtest/gtest.h"
#include "server/rules/beoordeling.h"
#include "server/rules/melding.h"
#include "server/rules/rules_fixture.h"
#include "server/rules/signaal.h"

namespace ketenproef {
namespace {

std::string Tekst(const Meldingoordeel& oordeel) {
  return absl::StrCat(oordeel.uiterste_dag.value().ToString(), ", ", oordeel.dagen_te_laat, " late, EUR ",
                      oordeel.boete_eur);
}

std::string Ziek(const Regelkader& kader, Dag ao, Dag ontvangen_op) {
  const Situatie situatie = InDienst("2010-01-01"_dag);
  return Tekst(DecideZiekmelding(kader, situatie.dossier(), Ziekmelding(ao), ontvangen_op)->oordeel);
}

std::string Herstel(const Regelkader& kader, Dag ao, Dag h, Dag ontvangen_op) {
  Situatie situatie = InDienst("2010-01-01"_dag);
  const GenoemdGeval genoemd = situatie.Genoemd(situatie.Add(ao));
  return Tekst(DecideHerstelmelding(kader, genoemd, Herstelmelding(h), ontvangen_op)->oordeel);
}

// The uiterste dag of the assessment, and that after an extension.
std::string Beoordeeld(const Regelkader& kader, Dag ontvangen_op) {
  Situatie situatie = InDienst("2010-01-01"_dag);
  const auto ziek = DecideZiekmelding(kader, situatie.dossier(), Ziekmelding(ontvangen_op), ontvangen_op);
  Ziektegeval& geval = situatie.Add(ontvangen_op);
  geval.beoordeling.uiterste_dag = ziek->beoordeling_uiterste_dag;
  const auto verlengd = DecideVerlenging(kader, situatie.Genoemd(geval), Verlenging(), ontvangen_op);
  return absl::StrCat(ziek->beoordeling_uiterste_dag.ToString(), "; ", verlengd->uiterste_dag.ToString());
}

// What an exchange makes of a case with toekenning: the row it sends, or nothing.
struct Signaalgeval {
  Dag ao;
  OptionalDag h;
  Dag einde;
  OptionalDag lks_tot;
  Dag uitwisseling;
};
std::string Signaleer(const Signaalgeval& gegeven) {
  Situatie situatie = InDienst("2010-01-01"_dag, gegeven.einde);
  situatie.persoon.doelgroepregistraties = {{"2010-01-01"_dag, {}}};
  situatie.persoon.woonplaatsen = {{"2010-01-01"_dag, kAmsterdam}};
  Ziektegeval& geval = situatie.Add(gegeven.ao, gegeven.h);
  geval.beoordeling.uitkomst = Uitkomst::kToekenning;
  const LksPeriode lks{kAmsterdam, "2018-01-01"_dag, gegeven.lks_tot, *Percentage::FromNumber(50), false};
  const auto besluit = JudgeEersteSignaal(Handleiding(), situatie.dossier(), geval,
                                          {true, absl::MakeConstSpan(&lks, 1)}, gegeven.uitwisseling);
  if (besluit.actie != Signaalbesluit::Actie::kVerzenden) return "no signal";
  const OptionalDag einde = besluit.einde_uitkeringsverhouding;
  return einde.has_value() ? "signal, " + einde.value().ToString() : "signal";
}

// The exchange that sees a toekenning first: it sees what was accepted before its instant.
std::string UitwisselingVan(Tijdstip toekenning) {
  const Amsterdam amsterdam = Amsterdam::Load().value();
  const Dag vandaag = amsterdam.DagOf(toekenning);
  const bool ziet = toekenning < amsterdam.UitwisselingOf(vandaag);
  return (ziet ? vandaag : vandaag + Dagen(1)).ToString();
}

std::string Ontvangstdag(std::int64_t seconden) {
  return Amsterdam::Load().value().DagOf(Tijdstip::FromUnixSeconds(seconden)).ToString();
}

struct Voorbeeld {
  int nummer;
  const char* regels;
  std::function<std::string()> gegeven;
  const char* dan;

  friend void PrintTo(const Voorbeeld& voorbeeld, std::ostream* out) { *out << voorbeeld.nummer; }
};

std::vector<Voorbeeld> Meldingen() {
  const Dag ao = "2025-01-06"_dag;
  return {
      {1, "ZM04", [=] { return Ziek(Handleiding(), ao, "2025-02-17"_dag); }, "2025-02-17, 0 late, EUR 0"},
      {2, "BOE01", [=] { return Ziek(Handleiding(), ao, "2025-02-18"_dag); }, "2025-02-17, 1 late, EUR 70"},
      {3, "BOE01", [=] { return Ziek(Handleiding(), ao, "2025-03-17"_dag); }, "2025-02-17, 28 late, EUR 455"},
      {4, "ZM04", [] { return Ziek(Handleiding(), "2024-01-18"_dag, "2024-02-29"_dag); },
       "2024-02-29, 0 late, EUR 0"},
      {5, "KAL03", [] { return Ziek(Wet(), "2024-03-22"_dag, "2024-05-03"_dag); },
       "2024-05-03, 0 late, EUR 0"},
      {6, "KAL03", [] { return Ziek(Wet(), "2024-03-28"_dag, "2024-05-13"_dag); },
       "2024-05-13, 0 late, EUR 0"},
      {7, "HM03", [] { return Herstel(Wet(), "2025-04-07"_dag, "2025-04-24"_dag, "2025-04-28"_dag); },
       "2025-04-28, 0 late, EUR 0"},
      {8, "BO01", [] { return Beoordeeld(Handleiding(), "2025-03-03"_dag); }, "2025-04-14; 2025-05-12"},
      {9, "KAL05", [] { return Beoordeeld(Wet(), "2025-03-10"_dag); }, "2025-04-22; 2025-05-19"},
      {10, "KAL01", [] { return Ontvangstdag(1'751'322'600); }, "2025-07-01"},  // 2025-06-30T22:30:00Z
  };
}

std::vector<Voorbeeld> Signalen() {
  const Dag e = "2024-02-29"_dag;
  const Dag x = e + Dagen(1);
  const Dag y = "2025-06-02"_dag;  // the day of the toekenning
  return {
      {11, "SIG02",
       [=] {
         return Signaleer({e, {}, e, "2022-02-28"_dag, x});
       },
       "signal"},
      {11, "SIG02",
       [=] {
         return Signaleer({e, {}, e, "2022-02-27"_dag, x});
       },
       "no signal"},
      {12, "SIG01",
       [=] {
         return Signaleer({e, {}, e, {}, x});
       },
       "signal"},
      {13, "SIG06",
       [=] {
         return Signaleer({"2024-02-01"_dag, e + Dagen(1), e, {}, x});
       },
       "signal, 2024-02-29"},
      {14, "SIG01",
       [=] {
         return Signaleer({"2024-02-01"_dag, e, e, {}, x});
       },
       "no signal"},
      {15, "SIG01",
       [=] {
         return Signaleer({y, {}, y + Dagen(10), {}, y + Dagen(10)});
       },
       "no signal"},
      {15, "SIG01",
       [=] {
         return Signaleer({y, {}, y + Dagen(10), {}, y + Dagen(11)});
       },
       "signal"},
      {16, "SIG01", [] { return UitwisselingVan(Tijdstip::FromUnixSeconds(1'748'836'740)); },
       "2025-06-02"},  // 05:59
      {16, "SIG01", [] { return UitwisselingVan(Tijdstip::FromUnixSeconds(1'748'836'800)); },
       "2025-06-03"},  // 06:00
  };
}

class Voorbeelden : public testing::TestWithParam<Voorbeeld> {};

TEST_P(Voorbeelden, GiveWhatTheCatalogueSays) {
  EXPECT_EQ(GetParam().gegeven(), GetParam().dan);
}

std::string Naam(const testing::TestParamInfo<Voorbeeld>& info) {
  return absl::StrFormat("%s_Example%02d_%d", info.param.regels, info.param.nummer, info.index);
}

INSTANTIATE_TEST_SUITE_P(Meldingen, Voorbeelden, testing::ValuesIn(Meldingen()), Naam);
INSTANTIATE_TEST_SUITE_P(Signalen, Voorbeelden, testing::ValuesIn(Signalen()), Naam);

}  // namespace
}  // namespace ketenproef
