// For tests: an environment over a journal that can be read and opened again, commands in short, and the real
// reference data.
#ifndef KETENPROEF_SERVER_OMGEVING_OMGEVING_FIXTURE_H_
#define KETENPROEF_SERVER_OMGEVING_OMGEVING_FIXTURE_H_

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "fixtures/csv/reader.h"
#include "fixtures/embedded/embedded.h"
#include "gtest/gtest.h"
#include "server/journal/codec.h"
#include "server/journal/memory_journal.h"
#include "server/omgeving/omgeving.h"

namespace ketenproef {

inline Dag D(absl::string_view tekst) {
  const auto dag = Dag::Parse(tekst);
  EXPECT_TRUE(dag.has_value()) << tekst;
  return dag.value_or(Dag());
}

inline Gemeentecode G(absl::string_view code) {
  return *Gemeentecode::Parse(code);
}
inline constexpr Gemeentecode kUtrecht = Gemeentecode::FromTrustedNumber(344);
inline constexpr Gemeentecode kAlmere = Gemeentecode::FromTrustedNumber(34);
inline constexpr Gemeentecode kGroningen = Gemeentecode::FromTrustedNumber(14);

// The rows of a fixture file.
inline std::vector<std::vector<std::string>> Rows(absl::string_view inhoud,
                                                  const std::vector<absl::string_view>& columns) {
  std::vector<std::vector<std::string>> rows;
  auto reader = CsvReader::Open("fixture", inhoud, columns);
  EXPECT_TRUE(reader.ok()) << reader.status();
  while (*reader->Next()) {
    auto& row = rows.emplace_back();
    for (const absl::string_view field : reader->row().fields()) row.emplace_back(field);
  }
  return rows;
}

// The reference data of the product; with a seed, made from its rows in another order.
inline Referentiedata MakeReferentie(unsigned shuffle_seed = 0) {
  std::vector<Dag> feestdagen;
  for (const auto& row : Rows(EmbeddedFeestdagen(), {"datum", "naam", "grond"})) {
    feestdagen.push_back(D(row[0]));
  }
  std::vector<Gemeente> gemeenten;
  for (const auto& row : Rows(EmbeddedGemeenten(), {"code", "naam"})) {
    gemeenten.push_back({G(row[0]), row[1]});
  }
  std::vector<Herindeling> herindelingen;
  for (const auto& row :
       Rows(EmbeddedHerindelingen(), {"oude_code", "nieuwe_code", "datum", "oude_naam", "nieuwe_naam"})) {
    herindelingen.push_back({G(row[0]), G(row[1]), D(row[2])});
  }
  if (shuffle_seed != 0) {
    std::mt19937 random(shuffle_seed);
    std::shuffle(gemeenten.begin(), gemeenten.end(), random);
    std::shuffle(herindelingen.begin(), herindelingen.end(), random);
  }
  auto made = Gemeenten::Make(std::move(gemeenten), std::move(herindelingen));
  EXPECT_TRUE(made.ok()) << made.status();
  auto amsterdam = Amsterdam::Load();
  EXPECT_TRUE(amsterdam.ok()) << amsterdam.status();
  return {Feestdagen(std::move(feestdagen)), *std::move(made), *std::move(amsterdam)};
}

inline const Referentiedata& Referentie() {
  static const Referentiedata* const referentie = new Referentiedata(MakeReferentie());
  return *referentie;
}

// Civil time in Europe/Amsterdam.
inline Tijdstip Op(absl::string_view dag, int uur = 12, int minuut = 0) {
  const Dag day = D(dag);
  absl::TimeZone zone;
  EXPECT_TRUE(absl::LoadTimeZone("Europe/Amsterdam", &zone));
  const absl::CivilSecond civil(day.jaar(), day.maand(), day.dag(), uur, minuut);
  return Tijdstip::FromUnixNanos(absl::ToUnixNanos(absl::FromCivil(civil, zone)));
}

inline Tijdstip NanosAfter(Tijdstip tijdstip, std::int64_t nanos) {
  return Tijdstip::FromUnixNanos(tijdstip.unix_nanos() + nanos);
}

// The i-th BSN of 99999xxxx.
inline Bsn BsnNummer(int i) {
  for (std::uint32_t number = 999'990'000;; ++number) {
    const auto bsn = Bsn::Parse(absl::StrCat(number));
    if (bsn.has_value() && i-- == 0) return *bsn;
  }
}
inline Loonheffingennummer Lh(int i) {
  return Loonheffingennummer::FromTrustedNumber(100'000'000'01 + static_cast<std::uint64_t>(i) * 100);
}

// Opens a MemoryJournal that outlives the environment.
class SharedJournal final : public Journal {
 public:
  explicit SharedJournal(std::shared_ptr<Journal> journal) : journal_(std::move(journal)) {}
  absl::Status Append(const JournalBatch& batch, Tijdstip klok) override {
    return journal_->Append(batch, klok);
  }
  std::int64_t last_volgnummer() const override { return journal_->last_volgnummer(); }
  Tijdstip klok() const override { return journal_->klok(); }
  absl::Status Read(std::int64_t volgnummer, absl::FunctionRef<bool(const JournalRecord&)> visit) override {
    return journal_->Read(volgnummer, visit);
  }

 private:
  std::shared_ptr<Journal> journal_;
};

inline OmgevingCreated Instellingen(Tijdstip start, std::string profiel = "handleiding",
                                    std::string naam = "proef") {
  return {std::move(naam), std::move(profiel), start, 1, BsnReeks::kTestreeks, Rapportvorm{}};
}

// Everything in a journal, byte for byte, in a form that can be compared.
inline std::string BytesOf(Journal& journal) {
  std::string bytes;
  const auto status = journal.Read(1, [&](const JournalRecord& record) {
    absl::StrAppend(&bytes, record.volgnummer, " ", record.tijdstip.unix_nanos(), " ", record.inhoud, "\n");
    return true;
  });
  EXPECT_TRUE(status.ok()) << status;
  return bytes;
}

class Proefomgeving {
 public:
  explicit Proefomgeving(Tijdstip start, const std::string& profiel = "handleiding",
                         const Referentiedata& referentie = Referentie())
      : Proefomgeving(Instellingen(start, profiel), referentie) {}
  explicit Proefomgeving(const OmgevingCreated& instellingen, const Referentiedata& referentie = Referentie(),
                         std::shared_ptr<Journal> journal = std::make_shared<MemoryJournal>())
      : journal_(std::move(journal)), referentie_(referentie), instellingen_(instellingen) {
    Reopen();
  }

  // Makes durable what there is, and replays it into a new environment.
  void Reopen() {
    if (omgeving_ != nullptr) Commit();
    omgeving_.reset();
    auto omgeving = Omgeving::Open(referentie_, std::make_unique<SharedJournal>(journal_), instellingen_);
    ASSERT_TRUE(omgeving.ok()) << omgeving.status();
    omgeving_ = *std::move(omgeving);
  }

  Omgeving& operator*() { return *omgeving_; }
  Omgeving* operator->() { return omgeving_.get(); }
  const Toestand& toestand() const { return omgeving_->toestand(); }

  Aanvaarding Ok(const Opdracht& opdracht) {
    const auto besluit = omgeving_->Execute(opdracht);
    if (besluit.ok()) return *besluit;
    ADD_FAILURE() << "refused under " << RegelId(besluit.weigering().regel) << ": "
                  << besluit.weigering().uitleg;
    return {};
  }
  // The rule that refuses, as the catalogue writes it; nothing where none does.
  std::string Geweigerd(const Opdracht& opdracht) {
    const auto besluit = omgeving_->Execute(opdracht);
    return besluit.ok() ? "" : std::string(RegelId(besluit.weigering().regel));
  }
  Kwitantie Naar(Tijdstip tot) {
    auto kwitantie = omgeving_->Advance(tot);
    EXPECT_TRUE(kwitantie.ok()) << kwitantie.status();
    return kwitantie.ok() ? *std::move(kwitantie) : Kwitantie{};
  }
  void Commit() {
    const absl::Status status = omgeving_->Commit();
    EXPECT_TRUE(status.ok()) << status;
  }

  Journal& journal() {
    Commit();
    return *journal_;
  }
  std::string Bytes() { return BytesOf(journal()); }

  // The events of one kind, in order.
  template <typename Event>
  std::vector<Event> Alle() {
    std::vector<Event> events;
    const auto status = journal().Read(1, [&](const JournalRecord& record) {
      const auto gebeurtenis = DecodeGebeurtenis(record.inhoud);
      EXPECT_TRUE(gebeurtenis.ok()) << gebeurtenis.status();
      if (const auto* event = std::get_if<Event>(&*gebeurtenis)) events.push_back(*event);
      return true;
    });
    EXPECT_TRUE(status.ok()) << status;
    return events;
  }

 private:
  std::shared_ptr<Journal> journal_;
  const Referentiedata& referentie_;
  OmgevingCreated instellingen_;
  std::unique_ptr<Omgeving> omgeving_;
};

// Commands of person and employer `p`, in short.
inline Opdracht Ziek(int p, const std::string& kenmerk, Dag ao, bool no_risk = true) {
  return SubmitZiekmelding{{Lh(p), kenmerk}, BsnNummer(p), ao, no_risk};
}
inline Opdracht Herstel(int p, const std::string& kenmerk, const std::string& ziekmelding, Dag hersteld_per) {
  return SubmitHerstelmelding{{Lh(p), kenmerk}, ziekmelding, hersteld_per};
}
inline Opdracht ZiekEnHerstel(int p, const std::string& kenmerk, Dag ao, Dag hersteld_per) {
  return SubmitZiekEnHerstelmelding{{Lh(p), kenmerk}, BsnNummer(p), ao, hersteld_per, true};
}
inline Opdracht Trekin(int p, const std::string& kenmerk, const std::string& ziekmelding) {
  return WithdrawZiekmelding{{Lh(p), kenmerk}, ziekmelding};
}
inline Opdracht Verleng(int p, const std::string& ziekmelding) {
  return ExtendBeoordeling{{Lh(p), ziekmelding}, "wacht op de arts"};
}
inline Opdracht Beslis(int p, const std::string& ziekmelding, Uitkomst uitkomst = Uitkomst::kToekenning) {
  return DecideBeoordeling{{Lh(p), ziekmelding}, uitkomst};
}
inline Opdracht UitDienst(int p, Dag tot) {
  return EndDienstverband{BsnNummer(p), Lh(p), tot};
}
inline Opdracht Woont(int p, Dag van, std::optional<Gemeentecode> code) {
  return RegisterWoonplaats{BsnNummer(p), {van, code}};
}
inline Opdracht InDienst(int p, Dag van, OptionalDag tot = {}) {
  return RegisterDienstverband{BsnNummer(p), {Lh(p), van, tot}};
}
inline Opdracht InRegister(int p, Dag van, OptionalDag tot = {}) {
  return RegisterDoelgroepregistratie{BsnNummer(p), {van, tot}};
}
inline Opdracht Lks(int p, Gemeentecode code, Dag van, OptionalDag tot = {}) {
  return RegisterLksPeriode{BsnNummer(p), {code, van, tot, *Percentage::FromNumber(60), false}};
}

// Registers person `p`: in the doelgroepregister, employed and with LKS of `verlener` since 2014; living in
// `woont` where that is given.
inline void Registreer(Proefomgeving& omgeving, int p, Gemeentecode verlener,
                       std::optional<Gemeentecode> woont) {
  const Dag van = D("2014-01-01");
  omgeving.Ok(InRegister(p, van));
  omgeving.Ok(InDienst(p, van));
  omgeving.Ok(Lks(p, verlener, van));
  if (woont.has_value()) omgeving.Ok(Woont(p, van, woont));
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_OMGEVING_FIXTURE_H_
