// For tests: everything that can be seen of an environment, as text; two environments with the same text
// behave alike. Reads what Omgeving and Toestand show to anybody.
#ifndef KETENPROEF_SERVER_OMGEVING_TOESTAND_DUMP_H_
#define KETENPROEF_SERVER_OMGEVING_TOESTAND_DUMP_H_

#include <string>
#include <type_traits>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "server/omgeving/omgeving.h"

namespace ketenproef {

class ToestandDump {
 public:
  // Of persons, gemeenten and bericht-ids those named are shown: the state has no list of them.
  struct Namen {
    std::vector<Bsn> personen;
    std::vector<Gemeentecode> gemeenten;
    std::vector<std::string> bericht_ids;
  };

  static std::string Of(const Omgeving& omgeving, const Namen& namen) {
    ToestandDump dump;
    dump.Klok(omgeving);
    for (const Bsn bsn : namen.personen) dump.AddPersoon(omgeving.toestand(), bsn);
    dump.Gevallen(omgeving.toestand());
    dump.AddMeldingen(omgeving.toestand().meldingen());
    dump.Verzonden(omgeving.toestand());
    dump.Wachtend(omgeving);
    for (const Gemeentecode code : namen.gemeenten) {
      const Afnemer afnemer = omgeving.toestand().AfnemerOf(code);
      dump.Line("afnemer", code, afnemer.wijze, afnemer.adres, afnemer.email);
      for (const std::string& id : namen.bericht_ids) {
        dump.Line("ontvangen", code, id, omgeving.toestand().HasReceived(code, id));
      }
    }
    const Tellers& tellers = omgeving.toestand().tellers();
    for (const auto aantal : tellers.geaccepteerd) dump.Line("geaccepteerd", aantal);
    for (const auto aantal : tellers.geweigerd) dump.Line("geweigerd", aantal);
    for (const auto aantal : tellers.geweigerd_onder) dump.Line("geweigerd onder", aantal);
    return std::move(dump.text_);
  }

 private:
  template <typename... Values>
  void Line(absl::string_view what, const Values&... values) {
    absl::StrAppend(&text_, what);
    (absl::StrAppend(&text_, " ", Text(values)), ...);
    text_ += '\n';
  }

  template <typename T>
  static std::string Text(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      return absl::StrCat(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_integral_v<T>) {
      return absl::StrCat(value);
    } else if constexpr (requires { value.has_value(); }) {
      return value.has_value() ? Text(value.value()) : "-";
    } else if constexpr (requires { value.number(); }) {
      return absl::StrCat(value.number());
    } else if constexpr (requires { value.ToString(); }) {
      return value.ToString();
    } else {
      return absl::StrCat("'", absl::CEscape(value), "'");
    }
  }

  void Klok(const Omgeving& omgeving) {
    const OmgevingCreated& instellingen = omgeving.instellingen();
    Line("instellingen", instellingen.naam, instellingen.profiel, instellingen.start, instellingen.seed,
         instellingen.bsn_reeks, instellingen.rapportvorm.datumvorm);
    Line("klok", omgeving.klok(), omgeving.vandaag(), omgeving.last_volgnummer(),
         omgeving.next_uitwisseling(), omgeving.next_termijn());
  }

  void AddPersoon(const Toestand& toestand, Bsn bsn) {
    const Persoon* persoon = toestand.FindPersoon(bsn);
    Line("persoon", bsn, persoon != nullptr);
    if (persoon == nullptr) return;
    for (const auto& d : persoon->doelgroepregistraties) Line(" doelgroep", d.van, d.tot);
    for (const auto& w : persoon->woonplaatsen) Line(" woonplaats", w.van, w.gemeentecode);
    for (const auto& d : persoon->dienstverbanden) {
      Line(" dienstverband", d.loonheffingennummer, d.van, d.tot);
    }
    for (const auto& l : persoon->lks_perioden) {
      Line(" lks", l.gemeentecode, l.van, l.tot, l.loonwaarde, l.forfaitair);
    }
    for (const auto geval : persoon->gevallen) Line(" geval", geval);
  }

  void Gevallen(const Toestand& toestand) {
    for (std::size_t i = 0; i < toestand.aantal_gevallen(); ++i) {
      const Ziektegeval& g = toestand.GetGeval(static_cast<Gevalnummer>(i));
      Line("geval", i, toestand.GetPersoon(g.persoon).bsn, g.ziekmelding, g.dienstverband, g.eerste_ao_dag,
           g.hersteld_per, g.ontvangen_op, g.ingetrokken, g.no_risk, g.doorgeleverd_voor, g.herstelmelding);
      Line(" dienstverband", toestand.DienstverbandOf(g).van, toestand.DienstverbandOf(g).tot);
      const Beoordeling& b = g.beoordeling;
      Line(" beoordeling", b.uiterste_dag, b.besloten_op, b.besloten_tijdstip, b.uitkomst, b.verlengd,
           b.verstreken);
      const Signaal& s = g.signaal;
      Line(" signaal", s.verzonden_op, s.vervolg_op, s.bericht_op, s.eerste_ao_dag, s.ontvanger, s.bericht,
           s.met_einde_uitkering);
    }
  }

  void AddMeldingen(const Meldingen& meldingen) {
    for (std::size_t i = 0; i < meldingen.size(); ++i) {
      const Melding& m = meldingen.Get(static_cast<Meldingnummer>(i));
      Line("melding", i, m.loonheffingennummer, m.kenmerk, m.volgnummer, m.geval, m.ontvangen_op,
           m.oordeel.uiterste_dag, m.oordeel.dagen_te_laat, m.oordeel.boete_eur, m.soort, m.is_herstel_part,
           meldingen.Find(m.loonheffingennummer, m.kenmerk));
    }
  }

  void Verzonden(const Toestand& toestand) {
    for (const Doorlevering& d : toestand.doorleveringen()) {
      Line("doorlevering", d.inhoud.melding, d.inhoud.geval, d.inhoud.soort, d.inhoud.verlener,
           d.inhoud.ontvanger, d.inhoud.uitwisseling, d.inhoud.datum_ingang, d.bevestigd,
           toestand.FindDoorlevering(d.inhoud.melding));
    }
    for (const Rapportage& r : toestand.rapportages()) {
      Line("rapportage", r.inhoud.gemeentecode, r.inhoud.uitwisseling, r.inhoud.aantal_rijen, r.inhoud.sha256,
           r.inhoud.inhoud, r.klaargezet, r.bevestigd,
           toestand.FindRapportage(r.inhoud.gemeentecode, r.inhoud.uitwisseling));
    }
    for (const BerichtPlaced& b : toestand.berichten()) {
      Line("bericht", b.geval, b.soort, b.ontvanger, b.uitwisseling);
    }
  }

  // What the next days have to look at.
  void Wachtend(const Omgeving& omgeving) {
    const Toestand& toestand = omgeving.toestand();
    for (const auto& [geval, aanhouding] : toestand.aanhoudingen()) {
      Line("aangehouden", geval, aanhouding.soort, aanhouding.reden);
    }
    for (const Meldingnummer melding : toestand.door_te_leveren()) Line("door te leveren", melding);
    for (const int later : {0, 1, 2, 7, 30, 400}) {
      const Dag dag = omgeving.vandaag() + Dagen(later);
      for (const Gevalnummer geval : toestand.TeBeoordelenOn(dag)) Line("te beoordelen", later, geval);
      std::vector<Gevalnummer> gevallen;
      toestand.termijnen().CollectUpTo(dag, &gevallen);
      for (const Gevalnummer geval : gevallen) Line("termijn", later, geval);
    }
    Line("eerste termijn", toestand.termijnen().FirstDag());
  }

  std::string text_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_TOESTAND_DUMP_H_
