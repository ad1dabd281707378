// For tests: random histories of an environment. A Levensloop is a list of small numbers; Speler plays it on
// an environment, so that a shorter or simpler list, as rapidcheck makes of one that fails, is a history as
// well. A few persons and employers with registers that hold, then messages, decisions and changes around
// today: most are accepted, some are not.
#ifndef KETENPROEF_SERVER_OMGEVING_LEVENSLOOP_FIXTURE_H_
#define KETENPROEF_SERVER_OMGEVING_LEVENSLOOP_FIXTURE_H_

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "rapidcheck.h"
#include "server/omgeving/omgeving_fixture.h"
#include "server/omgeving/toestand_dump.h"

namespace ketenproef {

struct Stap {
  int wat = 0;    // 0..kSoorten-1
  int wie = 0;    // which person, or which earlier message
  int dagen = 0;  // -15..15: around today, or around the day that the message names
  int uren = 0;   // 0..: how long until the next step
  friend bool operator==(const Stap&, const Stap&) = default;
};
inline void showValue(const Stap& stap, std::ostream& out) {
  out << "{" << stap.wat << ", " << stap.wie << ", " << stap.dagen << ", " << stap.uren << "}";
}

struct Levensloop {
  int begin = 0;  // which start and profile
  std::vector<Stap> stappen;
};
inline void showValue(const Levensloop& levensloop, std::ostream& out) {
  out << levensloop.begin << ": ";
  rc::show(levensloop.stappen, out);
}

inline rc::Gen<Stap> StapGen() {
  return rc::gen::build<Stap>(
      rc::gen::set(&Stap::wat, rc::gen::weightedElement<int>({{8, 0},
                                                              {10, 1},
                                                              {3, 2},
                                                              {5, 3},
                                                              {2, 4},
                                                              {8, 5},
                                                              {6, 6},
                                                              {3, 7},
                                                              {3, 8},
                                                              {2, 9},
                                                              {1, 10},
                                                              {1, 11},
                                                              {1, 12},
                                                              {3, 13},
                                                              {2, 14},
                                                              {1, 15},
                                                              {1, 16},
                                                              {8, 17}})),
      rc::gen::set(&Stap::wie, rc::gen::inRange(0, 24)),
      rc::gen::set(&Stap::dagen, rc::gen::inRange(-15, 16)),
      rc::gen::set(&Stap::uren, rc::gen::weightedOneOf<int>({{5, rc::gen::just(0)},
                                                             {4, rc::gen::inRange(0, 30)},
                                                             {2, rc::gen::inRange(0, 24 * 20)},
                                                             {1, rc::gen::inRange(0, 24 * 60)}})));
}

inline rc::Gen<Levensloop> LevensloopGen() {
  return rc::gen::build<Levensloop>(
      rc::gen::set(&Levensloop::begin, rc::gen::inRange(0, 5)),
      rc::gen::set(&Levensloop::stappen,
                   rc::gen::scale(4.0, rc::gen::container<std::vector<Stap>>(StapGen()))));
}

inline OmgevingCreated BeginVan(const Levensloop& levensloop) {
  switch (levensloop.begin) {
    case 0:
      return Instellingen(Op("2025-03-20"));
    case 1:
      return Instellingen(Op("2021-12-20"), "wet");
    case 2:
      return Instellingen(Op("2016-12-20"));
    case 3:
      return Instellingen(Op("2018-12-20", 5, 59), "handleiding");
    default:
      return Instellingen(Op("2025-10-20", 23), "wet");
  }
}

class Speler {
 public:
  explicit Speler(Proefomgeving& omgeving) : omgeving_(omgeving) {}

  // How the clock is moved; the default is in one go.
  using Verzetter = std::function<void(Proefomgeving&, Tijdstip)>;
  void SetVerzetter(Verzetter verzetter) { verzetter_ = std::move(verzetter); }

  void Begin() {
    const std::array<Gemeentecode, 3> gemeenten = {G("0344"), G("0017"), G("0034")};
    for (int p = 0; p < kPersonen; ++p) {
      const auto gemeente = gemeenten[static_cast<std::size_t>(p) % gemeenten.size()];
      Registreer(omgeving_, p, gemeente, p % 4 >= 2 ? std::nullopt : std::optional(gemeente));
    }
    Do(RegisterDienstverband{BsnNummer(0), {Lh(1), D("2015-01-01"), {}}});
  }

  void Play(const std::vector<Stap>& stappen) {
    for (const Stap& stap : stappen) {
      PlayStap(stap);
      if (stap.uren > 0) {
        verzetter_(omgeving_, NanosAfter(omgeving_->klok(), std::int64_t{stap.uren} * 3'600'000'000'000));
      }
    }
  }
  void Einde() {
    verzetter_(omgeving_, NanosAfter(omgeving_->klok(), std::int64_t{60} * 86'400'000'000'000));
  }

  static ToestandDump::Namen Namen() {
    ToestandDump::Namen namen;
    for (int p = 0; p < kPersonen + 1; ++p) namen.personen.push_back(BsnNummer(p));
    namen.gemeenten = {G("0344"), G("0017"), G("0034"), G("0014")};
    for (int i = 0; i < 24; ++i) namen.bericht_ids.push_back(absl::StrCat("bericht-", i));
    return namen;
  }

 private:
  static constexpr int kPersonen = 12;
  struct Ziekmelding {
    int lh;
    std::string kenmerk;
    Dag ao;
  };

  void Do(const Opdracht& opdracht) { (void)omgeving_->Execute(opdracht); }
  // Also remembers the message, so that it can be sent again.
  void Send(const Opdracht& opdracht) {
    verzonden_.push_back(opdracht);
    Do(opdracht);
  }

  void PlayStap(const Stap& stap) {
    const int p = stap.wie % kPersonen;
    const Dag vandaag = omgeving_->vandaag();
    const Dag dag = vandaag + Dagen(stap.dagen);
    const std::string kenmerk = absl::StrCat("k", verzonden_.size());
    switch (stap.wat) {
      case 0: {
        const int lh = stap.wie == 12 ? 1 : p;
        const Dag ao = std::min(dag, vandaag);
        ziekmeldingen_.push_back({lh, kenmerk, ao});
        return Send(SubmitZiekmelding{{Lh(lh), kenmerk}, BsnNummer(p), ao, stap.dagen % 2 == 0});
      }
      case 2:
        ziekmeldingen_.push_back({p, kenmerk, dag - Dagen(20)});
        return Send(ZiekEnHerstel(p, kenmerk, dag - Dagen(20), std::min(dag - Dagen(stap.wie), vandaag)));
      case 8:
        return Do(Woont(
            p, dag, stap.wie < 16 ? std::optional(stap.wie % 2 == 0 ? G("0034") : G("0017")) : std::nullopt));
      case 9:
        return Do(EndLksPeriode{BsnNummer(p), dag - Dagen(stap.wie > 16 ? 900 : 0)});
      case 10:
        return Do(Lks(p, stap.wie % 2 == 0 ? G("0344") : G("0017"), dag,
                      stap.wie < 12 ? OptionalDag(dag + Dagen(stap.wie)) : OptionalDag()));
      case 11:
        return Do(EndDoelgroepregistratie{BsnNummer(p), dag});
      case 12:
        return Do(InRegister(p, dag, dag + Dagen(stap.wie)));
      case 13:
        if (!verzonden_.empty()) Do(verzonden_[static_cast<std::size_t>(stap.wie) % verzonden_.size()]);
        return;
      case 14:
        return Do(InDienst(p, dag, stap.wie > 16 ? OptionalDag(dag + Dagen(10)) : OptionalDag()));
      case 15:
        return RecordOntvangst(stap, dag);
      case 7:
        return Do(UitDienst(p, dag));
      case 17: {  // in one go what makes a signal due
        Do(InDienst(p, dag - Dagen(40)));
        const Dag ao = vandaag - Dagen(std::abs(stap.dagen));
        ziekmeldingen_.push_back({p, kenmerk, ao});
        Send(Ziek(p, kenmerk, ao));
        Do(Beslis(p, kenmerk));
        return Do(UitDienst(p, ao + Dagen(stap.wie / 4)));
      }
      case 16:
        return omgeving_->Refuse(Opdrachtsoort::kLksPeriode, Regel::kBsn01);
      default:
        return PlayOverGeval(stap, kenmerk, dag);
    }
  }

  // A step about an earlier ziekmelding.
  void PlayOverGeval(const Stap& stap, const std::string& kenmerk, Dag dag) {
    if (ziekmeldingen_.empty()) return;
    const std::size_t from_last =
        static_cast<std::size_t>(stap.wie) % std::min<std::size_t>(ziekmeldingen_.size(), 8);
    const Ziekmelding& over = ziekmeldingen_[ziekmeldingen_.size() - 1 - from_last];
    switch (stap.wat) {
      case 1:
        return Send(Herstel(over.lh, kenmerk, over.kenmerk, std::min(dag, omgeving_->vandaag())));
      case 3:
        return Send(Trekin(over.lh, kenmerk, over.kenmerk));
      case 4:
        return Do(Verleng(over.lh, over.kenmerk));
      case 5:
        return Do(
            Beslis(over.lh, over.kenmerk, stap.dagen > 12 ? Uitkomst::kAfwijzing : Uitkomst::kToekenning));
      default:  // the end of its employment, soon after it began
        return Do(UitDienst(over.lh, over.ao + Dagen(std::max(stap.dagen, -1))));
    }
  }

  // What happens after an exchange: confirmations, settings, deliveries.
  void RecordOntvangst(const Stap& stap, Dag dag) {
    const Toestand& toestand = omgeving_->toestand();
    const std::string id = absl::StrCat("bericht-", stap.wie);
    if (!toestand.rapportages().empty()) {
      const auto rapportage = static_cast<std::size_t>(stap.wie) % toestand.rapportages().size();
      omgeving_->Record(RapportageConfirmed{static_cast<std::uint32_t>(rapportage)});
    }
    if (!toestand.doorleveringen().empty()) {
      const auto doorlevering = static_cast<std::size_t>(stap.wie) % toestand.doorleveringen().size();
      omgeving_->Record(DoorleveringConfirmed{static_cast<std::uint32_t>(doorlevering)});
    }
    omgeving_->Record(AfnemerSet{G("0344"), Ontvangstwijze::kEndpoint, id, "post@gemeente.invalid"});
    omgeving_->Record(RapportageDelivered{G("0017"), id, dag, "x.csv", "hash", 1});
  }

  Proefomgeving& omgeving_;
  Verzetter verzetter_ = [](Proefomgeving& omgeving, Tijdstip tot) { omgeving.Naar(tot); };
  std::vector<Ziekmelding> ziekmeldingen_;
  std::vector<Opdracht> verzonden_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_LEVENSLOOP_FIXTURE_H_
