#include "server/omgeving/omgeving.h"

#include <algorithm>
#include <utility>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/str_cat.h"
#include "server/journal/codec.h"
#include "server/omgeving/lever_ronde.h"
#include "server/rules/beoordeling.h"
#include "server/rules/kenmerk.h"
#include "server/rules/registratie.h"

namespace ketenproef {
namespace {

// An advance commits at least every so many events, so that a year in one step keeps no year in memory twice.
constexpr std::size_t kMaxEventsPerCommit = 10'000;

}  // namespace

Omgeving::Omgeving(const Referentiedata& referentie, std::unique_ptr<Journal> journal)
    : referentie_(referentie), klok_(journal->klok()), committed_klok_(klok_), journal_(std::move(journal)) {}

// Here, so that not everyone who includes the header compiles the end of all that an environment holds.
Omgeving::~Omgeving() = default;

absl::StatusOr<std::unique_ptr<Omgeving>> Omgeving::Open(const Referentiedata& referentie,
                                                         std::unique_ptr<Journal> journal,
                                                         const OmgevingCreated& instellingen,
                                                         const std::vector<Rol>& rollen) {
  const bool is_new = journal->last_volgnummer() == 0;
  std::unique_ptr<Omgeving> omgeving(new Omgeving(referentie, std::move(journal)));
  if (is_new) {
    omgeving->klok_ = instellingen.start;
    omgeving->Record(instellingen);
    omgeving->SetRollen(rollen);
  } else if (absl::Status status = omgeving->Replay(); !status.ok()) {
    return status;
  }
  omgeving->profiel_ = FindProfiel(omgeving->instellingen().profiel);
  if (omgeving->profiel_ == nullptr) {
    return absl::NotFoundError(absl::StrCat("no profile is called ", omgeving->instellingen().profiel));
  }
  omgeving->SetKlok(omgeving->klok_);
  // What was entered up to today has been looked at: entries are always for a later day than that of the
  // entry.
  omgeving->toestand_.ForgetTermijnenUpTo(omgeving->vandaag_);
  if (is_new) {
    if (absl::Status status = omgeving->Commit(); !status.ok()) return status;
  }
  return omgeving;
}

absl::Status Omgeving::Replay() {
  absl::Status damage;
  const absl::Status read = Read(1, [&](const JournalRecord& record) {
    const auto gebeurtenis = DecodeGebeurtenis(record.inhoud);
    if (!gebeurtenis.ok()) {
      damage = absl::DataLossError(absl::StrCat("journal: event ", record.volgnummer, ": ",
                                                std::string(gebeurtenis.status().message())));
      return false;
    }
    if ((record.volgnummer == 1) != std::holds_alternative<OmgevingCreated>(*gebeurtenis)) {
      damage = absl::DataLossError(absl::StrCat("journal: event ", record.volgnummer,
                                                ": a journal begins with its environment, once"));
      return false;
    }
    toestand_.Apply(record.volgnummer, record.tijdstip, *gebeurtenis);
    volgnummer_ = record.volgnummer;
    return true;
  });
  if (!read.ok()) return read;
  return damage;
}

Besluit<Aanvaarding> Omgeving::Execute(const Opdracht& opdracht) {
  Besluit<Aanvaarding> besluit = std::visit([this](const auto& soort) { return Decide(soort); }, opdracht);
  if (!besluit.ok()) Refuse(SoortOf(opdracht), besluit.weigering().regel);
  return besluit;
}

void Omgeving::Refuse(Opdrachtsoort soort, Regel regel) {
  Record(OpdrachtRefused{soort, regel});
}

std::int64_t Omgeving::Record(const Gebeurtenis& gebeurtenis) {
  ++volgnummer_;
  batch_.Add(klok_, gebeurtenis);
  toestand_.Apply(volgnummer_, klok_, gebeurtenis);
  return volgnummer_;
}

void Omgeving::SetRollen(const std::vector<Rol>& rollen) {
  Rollen asked;
  for (const Rol& rol : rollen) asked.Set(rol);
  if (asked.All() == toestand_.rollen().All()) return;
  Record(RollenSet{static_cast<std::uint32_t>(rollen.size())});
  for (const Rol& rol : rollen) Record(RolSet{rol});
}

template <typename Event>
Besluit<Aanvaarding> Omgeving::Accept(const Besluit<Event>& besluit) {
  if (!besluit.ok()) return besluit.weigering();
  return Aanvaarding{Record(*besluit), false, false, std::nullopt};
}

template <typename Event>
Besluit<Aanvaarding> Omgeving::AcceptMelding(const Besluit<Event>& besluit) {
  const auto melding = static_cast<Meldingnummer>(toestand_.meldingen().size());
  Besluit<Aanvaarding> aanvaarding = Accept(besluit);
  if (aanvaarding.ok()) aanvaarding->melding = melding;
  return aanvaarding;
}

template <typename Opdrachtmelding>
std::optional<Besluit<Aanvaarding>> Omgeving::FindEarlier(const Opdrachtmelding& opdracht) const {
  const auto nummer =
      toestand_.meldingen().Find(opdracht.sleutel.loonheffingennummer, opdracht.sleutel.kenmerk);
  if (!nummer.has_value()) return std::nullopt;
  const Melding& melding = toestand_.meldingen().Get(*nummer);
  const Ziektegeval& geval = toestand_.GetGeval(melding.geval);
  const EerdereMelding eerder = {melding.soort, toestand_.GetPersoon(geval.persoon).bsn, geval,
                                 toestand_.meldingen().Get(geval.ziekmelding).kenmerk};
  if (!SameContent(eerder, opdracht)) return WeigerAndereInhoud();
  return Aanvaarding{melding.volgnummer, true, false, nummer};
}

Besluit<Aanvaarding> Omgeving::Decide(const SubmitZiekmelding& opdracht) {
  if (auto eerder = FindEarlier(opdracht)) return *std::move(eerder);
  const Dossier dossier = toestand_.DossierOf(toestand_.FindPersoon(opdracht.bsn));
  return AcceptMelding(DecideZiekmelding(kader(), dossier, opdracht, vandaag_));
}

Besluit<Aanvaarding> Omgeving::Decide(const SubmitHerstelmelding& opdracht) {
  if (auto eerder = FindEarlier(opdracht)) return *std::move(eerder);
  const auto genoemd = toestand_.FindGeval(opdracht.sleutel.loonheffingennummer, opdracht.verwijst_naar);
  return AcceptMelding(DecideHerstelmelding(kader(), genoemd, opdracht, vandaag_));
}

Besluit<Aanvaarding> Omgeving::Decide(const SubmitZiekEnHerstelmelding& opdracht) {
  if (auto eerder = FindEarlier(opdracht)) return *std::move(eerder);
  const Dossier dossier = toestand_.DossierOf(toestand_.FindPersoon(opdracht.bsn));
  return AcceptMelding(DecideZiekEnHerstelmelding(kader(), dossier, opdracht, vandaag_));
}

Besluit<Aanvaarding> Omgeving::Decide(const WithdrawZiekmelding& opdracht) {
  if (auto eerder = FindEarlier(opdracht)) return *std::move(eerder);
  const auto genoemd = toestand_.FindGeval(opdracht.sleutel.loonheffingennummer, opdracht.verwijst_naar);
  return AcceptMelding(DecideIntrekking(genoemd, opdracht, vandaag_));
}

Besluit<Aanvaarding> Omgeving::Decide(const ExtendBeoordeling& opdracht) {
  const auto genoemd =
      toestand_.FindGeval(opdracht.ziekmelding.loonheffingennummer, opdracht.ziekmelding.kenmerk);
  return Accept(DecideVerlenging(kader(), genoemd, opdracht, vandaag_));
}

Besluit<Aanvaarding> Omgeving::Decide(const DecideBeoordeling& opdracht) {
  const auto genoemd =
      toestand_.FindGeval(opdracht.ziekmelding.loonheffingennummer, opdracht.ziekmelding.kenmerk);
  return Accept(DecideBeslissing(genoemd, opdracht, vandaag_));
}

Besluit<Aanvaarding> Omgeving::Decide(const RegisterDoelgroepregistratie& opdracht) {
  return Accept(ketenproef::Decide(toestand_.FindPersoon(opdracht.bsn), opdracht));
}

Besluit<Aanvaarding> Omgeving::Decide(const EndDoelgroepregistratie& opdracht) {
  return Accept(ketenproef::Decide(toestand_.FindPersoon(opdracht.bsn), opdracht));
}

Besluit<Aanvaarding> Omgeving::Decide(const RegisterWoonplaats& opdracht) {
  return Accept(ketenproef::Decide(kader(), opdracht));
}

Besluit<Aanvaarding> Omgeving::Decide(const RegisterDienstverband& opdracht) {
  return Accept(ketenproef::Decide(toestand_.FindPersoon(opdracht.bsn), opdracht));
}

Besluit<Aanvaarding> Omgeving::Decide(const EndDienstverband& opdracht) {
  return Accept(ketenproef::Decide(toestand_.FindPersoon(opdracht.bsn), opdracht));
}

Besluit<Aanvaarding> Omgeving::Decide(const RegisterLksPeriode& opdracht) {
  const auto besluit = ketenproef::Decide(kader(), toestand_.FindPersoon(opdracht.bsn), opdracht);
  Besluit<Aanvaarding> aanvaarding = Accept(besluit);
  if (aanvaarding.ok()) aanvaarding->buiten_bandbreedte = besluit->buiten_bandbreedte;
  return aanvaarding;
}

Besluit<Aanvaarding> Omgeving::Decide(const EndLksPeriode& opdracht) {
  return Accept(ketenproef::Decide(toestand_.FindPersoon(opdracht.bsn), opdracht));
}

void Omgeving::SetKlok(Tijdstip klok) {
  const Amsterdam& amsterdam = referentie_.amsterdam;
  klok_ = klok;
  vandaag_ = amsterdam.DagOf(klok);
  // The exchange of 06:00 sees what was accepted before it: at 06:00 itself the next one is tomorrow's.
  const Dag next = klok < amsterdam.UitwisselingOf(vandaag_) ? vandaag_ : vandaag_ + Dagen(1);
  volgende_uitwisseling_ = std::max(next, kEersteUitwisseling);
}

Tijdstip Omgeving::next_uitwisseling() const {
  return referentie_.amsterdam.UitwisselingOf(volgende_uitwisseling_);
}

std::optional<Tijdstip> Omgeving::next_termijn() const {
  const auto dag = toestand_.termijnen().FirstDag();
  if (!dag.has_value()) return std::nullopt;
  return referentie_.amsterdam.BeginOf(*dag);
}

Vervaldag Omgeving::next() const {
  Vervaldag next = {next_uitwisseling(), Gevuurd::Soort::kUitwisseling};
  const auto termijn = next_termijn();
  if (termijn.has_value() && *termijn < next.tijdstip) next = {*termijn, Gevuurd::Soort::kTermijnVerstreken};
  const auto& herhaling = toestand_.herhaling();
  if (herhaling.has_value() && *herhaling > klok_ && *herhaling < next.tijdstip) {
    next = {*herhaling, Gevuurd::Soort::kHerhaling};
  }
  return next;
}

absl::StatusOr<Kwitantie> Omgeving::Advance(Tijdstip tot) {
  if (advancing_) return absl::FailedPreconditionError("the clock is being moved already");
  if (tot < klok_) {
    return absl::OutOfRangeError(absl::StrCat("the clock moves only forward: it stands at ", klok_.ToString(),
                                              ", the instant asked for is ", tot.ToString()));
  }
  if (tot > kLastKlok) {
    return absl::OutOfRangeError(absl::StrCat("the clock goes no further than ", kLastKlok.ToString()));
  }
  advancing_ = true;
  const absl::Cleanup done = [this] { advancing_ = false; };
  Kwitantie kwitantie;
  kwitantie.van = klok_;
  for (Vervaldag vervaldag = next(); vervaldag.tijdstip <= tot; vervaldag = next()) {
    const auto gevuurd = Fire(vervaldag);
    if (!gevuurd.ok()) return gevuurd.status();
    // All entered that day were decided, extended or withdrawn since.
    if (gevuurd->soort == Gevuurd::Soort::kTermijnVerstreken && gevuurd->termijnen == 0) continue;
    ++kwitantie.gevuurd_totaal;
    if (kwitantie.gevuurd.size() < Kwitantie::kMaxGevuurd) kwitantie.gevuurd.push_back(*gevuurd);
    if (batch_.size() >= kMaxEventsPerCommit) {
      if (absl::Status status = Commit(); !status.ok()) return status;
    }
  }
  SetKlok(tot);
  kwitantie.tot = tot;
  kwitantie.openstaand = openstaand();
  return kwitantie;
}

absl::StatusOr<Gevuurd> Omgeving::Fire(const Vervaldag& vervaldag) {
  switch (vervaldag.soort) {
    case Gevuurd::Soort::kUitwisseling:
      return FireUitwisseling(volgende_uitwisseling_);
    case Gevuurd::Soort::kHerhaling:
      return FireHerhaling(vervaldag.tijdstip);
    case Gevuurd::Soort::kTermijnVerstreken:
      return FireTermijnen(*toestand_.termijnen().FirstDag());
  }
  return absl::InternalError("nothing of this kind falls due");
}

absl::StatusOr<Gevuurd> Omgeving::FireUitwisseling(Dag dag) {
  const Tijdstip tijdstip = referentie_.amsterdam.UitwisselingOf(dag);
  Gevuurd gevuurd;
  gevuurd.tijdstip = tijdstip;
  gevuurd.soort = Gevuurd::Soort::kUitwisseling;
  dkd_openstaand_.clear();
  if (!toestand_.rollen().IsSimulated(Rolsoort::kInlichtingenbureau)) {
    SetKlok(tijdstip);
    return gevuurd;
  }
  const auto emit = [this](const Gebeurtenis& gebeurtenis) { Record(gebeurtenis); };
  if (buitenwereld_ != nullptr && wachter_ != nullptr && toestand_.rollen().AnyAnswersItself()) {
    // Asked just before the exchange: what is accepted while the answers are on their way is before it, and
    // an environment that is stopped meanwhile still has this exchange to run.
    SetKlok(Tijdstip::FromUnixNanos(tijdstip.unix_nanos() - 1));
    const auto ronde = std::make_shared<Dkdronde>(*this, *buitenwereld_, *wachter_, dag);
    if (absl::Status status = ronde->AskAll(); !status.ok()) return status;
    dkd_openstaand_ = ronde->openstaand();
    SetKlok(tijdstip);
    const auto dkd = [&ronde](const DkdVraag& vraag) { return ronde->Of(vraag); };
    gevuurd.uitwisseling = RunUitwisseling(kader(), toestand_, dkd, dag, emit);
  } else {
    // The simulated gemeenten answer at once from their registers.
    const auto dkd = [this](const DkdVraag& vraag) {
      return DkdAntwoord{true, toestand_.GetPersoon(vraag.persoon).lks_perioden};
    };
    SetKlok(tijdstip);
    gevuurd.uitwisseling = RunUitwisseling(kader(), toestand_, dkd, dag, emit);
  }
  if (const auto pogingen = Deliver(false); !pogingen.ok()) return pogingen.status();
  return gevuurd;
}

absl::StatusOr<Gevuurd> Omgeving::FireHerhaling(Tijdstip tijdstip) {
  SetKlok(tijdstip);
  Gevuurd gevuurd;
  gevuurd.tijdstip = klok_;
  gevuurd.soort = Gevuurd::Soort::kHerhaling;
  const auto pogingen = Deliver(true);
  if (!pogingen.ok()) return pogingen.status();
  gevuurd.herhalingen = *pogingen;
  return gevuurd;
}

absl::StatusOr<int> Omgeving::Deliver(bool in_herhaling) {
  if (!Leverronde::IsNeeded(toestand_)) return 0;
  const auto ronde = std::make_shared<Leverronde>(*this, buitenwereld_, wachter_, in_herhaling);
  if (absl::Status status = ronde->Run(); !status.ok()) return status;
  return ronde->pogingen();
}

OpenstaandPerGemeente Omgeving::openstaand() const {
  OpenstaandPerGemeente openstaand = dkd_openstaand_;
  for (const auto& [gemeentecode, rij] : toestand_.leveringen().openstaand()) {
    if (toestand_.BestemmingOf(gemeentecode).soort == Bestemming::Soort::kOphalen) continue;
    Openstaand& owed = openstaand[gemeentecode];
    owed.aantal += static_cast<std::int64_t>(rij.size());
    for (const Levering& levering : rij) {
      if (!levering.reden.empty()) owed.reden = levering.reden;
    }
  }
  return openstaand;
}

std::optional<Storing> Omgeving::MatchStoring(Storingrichting richting, absl::string_view methode,
                                              std::optional<Gemeentecode> gemeentecode) {
  if (toestand_.storingen().plannen().empty()) return std::nullopt;
  const auto hit = toestand_.mutable_storingen().Match(richting, methode, gemeentecode, instellingen().seed);
  if (!hit.has_value()) return std::nullopt;
  Record(*hit);
  return toestand_.storingen().plannen().at(hit->nummer).storing;
}

void Omgeving::SetBuitenwereld(Buitenwereld* buitenwereld, Wachter* wachter) {
  buitenwereld_ = buitenwereld;
  wachter_ = wachter;
}

// BO-06.
Gevuurd Omgeving::FireTermijnen(Dag dag) {
  SetKlok(referentie_.amsterdam.BeginOf(dag));
  std::vector<Gevalnummer> gevallen;
  toestand_.termijnen().CollectUpTo(dag, &gevallen);
  std::sort(gevallen.begin(), gevallen.end());
  toestand_.ForgetTermijnenUpTo(dag);
  Gevuurd gevuurd;
  gevuurd.tijdstip = klok_;
  gevuurd.soort = Gevuurd::Soort::kTermijnVerstreken;
  for (const Gevalnummer geval : gevallen) {
    if (!LapsesOn(toestand_.GetGeval(geval), dag)) continue;
    Record(TermijnVerstreken{geval});
    ++gevuurd.termijnen;
  }
  return gevuurd;
}

absl::Status Omgeving::Commit() {
  Journal& journal = journal_.WaitUntilIdle();
  if (batch_.empty() && klok_ == committed_klok_) return absl::OkStatus();
  absl::Status status = journal.Append(batch_, klok_);
  if (!status.ok()) return status;
  batch_.Clear();
  committed_klok_ = klok_;
  return absl::OkStatus();
}

void Omgeving::CommitLater(JournalThread::Done done) {
  journal_.AppendLater(std::exchange(batch_, {}), klok_, std::move(done));
  committed_klok_ = klok_;
}

bool Omgeving::IsDurable() const {
  return batch_.empty() && klok_ == committed_klok_ && journal_.IsIdle();
}

}  // namespace ketenproef
