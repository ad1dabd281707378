#include "bench/load/keten/meldingafstemming.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"

namespace ketenproef::load {
namespace {

// More than two is as wrong as two.
void CountOnce(std::int8_t* aantal) {
  *aantal = static_cast<std::int8_t>(std::min(*aantal + 1, 2));
}

}  // namespace

Meldingafstemming::Meldingafstemming(Boekhouding& boekhouding)
    : plan_(boekhouding.plan()),
      posts_(boekhouding.TakePosts()),
      gevallen_(posts_.size()),
      journaal_(posts_.size()) {
  for (std::string& bevinding : boekhouding.TakeFindings()) afstemming_.Find(std::move(bevinding));
}

void Meldingafstemming::TakeGeval(const v1::Ziektegeval& geval) {
  ++totaal_gevallen_;
  const auto index = plan_.IndexOf(geval.loonheffingennummer(), geval.kenmerk());
  if (!index.has_value()) {
    ++afstemming_.fout;
    afstemming_.Find("the system has a case that nobody sent");
    return;
  }
  CountOnce(&gevallen_[static_cast<std::size_t>(*index)]);
  std::string finding = plan_.JudgeGeval(*index, geval);
  const Post& post = posts_[static_cast<std::size_t>(*index)];
  if (finding.empty() && post.is_aanvaard && geval.volgnummer() != post.volgnummer) {
    finding = "volgnummer of the case is not the one that was acknowledged";
  }
  if (finding.empty()) return;
  ++afstemming_.fout;
  afstemming_.Find(absl::StrCat(geval.kenmerk(), ": ", finding));
}

void Meldingafstemming::TakeTellingen(const v1::Omgeving& omgeving) {
  aanvaard_ = 0;
  for (const v1::Soorttelling& soort : omgeving.soorttellingen()) {
    if (soort.soort() == v1::OPDRACHTSOORT_ZIEKMELDING) aanvaard_ = soort.aantal_aanvaard();
  }
  for (const v1::Regeltelling& regel : omgeving.regeltellingen()) geweigerd_[regel.regel()] += regel.aantal();
}

void Meldingafstemming::TakeGebeurtenis(const v1::Gebeurtenis& gebeurtenis) {
  ++totaal_journaal_;
  const v1::Ziekmelding& melding = gebeurtenis.ziekmelding_accepted().ziekmelding();
  const auto index = plan_.IndexOf(melding.loonheffingennummer(), melding.kenmerk());
  if (!index.has_value()) {
    ++afstemming_.fout;
    afstemming_.Find("the journal has a ziekmelding that nobody sent");
    return;
  }
  CountOnce(&journaal_[static_cast<std::size_t>(*index)]);
  v1::Ontvangst ontvangst;
  ontvangst.set_volgnummer(gebeurtenis.volgnummer());
  *ontvangst.add_oordelen() = gebeurtenis.ziekmelding_accepted().oordeel();
  std::string finding = plan_.Judge(*index, ontvangst);
  const Post& post = posts_[static_cast<std::size_t>(*index)];
  if (finding.empty() && post.is_aanvaard && gebeurtenis.volgnummer() != post.volgnummer) {
    finding = "another volgnummer than was acknowledged";
  }
  if (finding.empty()) return;
  ++afstemming_.fout;
  afstemming_.Find(absl::StrCat(melding.kenmerk(), " in the journal: ", finding));
}

void Meldingafstemming::CheckPost(std::size_t place) {
  const Post& post = posts_[place];
  const std::string kenmerk = plan_.werknemers().Kenmerk(static_cast<int>(place));
  if (post.is_sent) ++afstemming_.verstuurd;
  if (post.answers > 0) ++afstemming_.beantwoord;
  if (post.is_sent && post.answers == 0) ++afstemming_.onbekend;
  if (post.is_wrong) ++afstemming_.fout;
  if (post.answers > 1 || gevallen_[place] > 1 || journaal_[place] > 1) {
    ++afstemming_.dubbel;
    afstemming_.Find(
        absl::StrCat(kenmerk, post.answers > 1 ? ": answered twice" : ": the system has it twice"));
  }
  if (post.is_aanvaard && (gevallen_[place] == 0 || (has_journaal_ && journaal_[place] == 0))) {
    ++afstemming_.verloren;
    afstemming_.Find(absl::StrCat(kenmerk, ": acknowledged, and the system does not have it",
                                  gevallen_[place] > 0 ? " in its journal" : ""));
  }
  if (!post.is_sent && (gevallen_[place] > 0 || journaal_[place] > 0)) {
    ++afstemming_.fout;
    afstemming_.Find(absl::StrCat(kenmerk, ": the system has it, and it was never sent"));
  }
}

// What was sent without an answer is left out of what is expected, but where the system has it.
void Meldingafstemming::AddSommen() {
  Som aanvaard{"aanvaard", 0, 0, aanvaard_};
  std::map<int, Som> boetes;  // per fine, late ones only
  std::map<std::string, Som> geweigerd;
  for (std::size_t i = 0; i < posts_.size(); ++i) {
    const Post& post = posts_[i];
    const Verwachting verwachting = plan_.VerwachtingOf(static_cast<std::int64_t>(i));
    const bool is_known = post.answers > 0 || gevallen_[i] > 0;
    if (!is_known) continue;
    const std::int64_t told = post.answers == 0 || !post.is_wrong ? 1 : 0;
    Som* som = &aanvaard;
    if (!verwachting.regel.empty()) {
      som = &geweigerd[verwachting.regel];
    } else if (verwachting.boete_eur > 0) {
      Som& boete = boetes[verwachting.boete_eur];
      ++boete.verwacht;
      boete.ontvangen += told;
    }
    ++som->verwacht;
    som->ontvangen += told;
  }
  afstemming_.sommen.push_back(aanvaard);
  afstemming_.sommen.push_back({"gevallen", aanvaard.verwacht, aanvaard.verwacht, totaal_gevallen_});
  if (has_journaal_) {
    afstemming_.sommen.push_back({"journaal", aanvaard.verwacht, aanvaard.verwacht, totaal_journaal_});
  }
  for (auto& [eur, som] : boetes) {
    som.naam = absl::StrCat("BOE-01 ", eur, " euro");
    afstemming_.sommen.push_back(som);
  }
  // Refusals without an answer leave no trace but the count, so that it says nothing then.
  const bool is_counted = aanvaard_.has_value() && afstemming_.onbekend == 0;
  std::set<std::string> regels;
  for (const auto& [regel, som] : geweigerd) regels.insert(regel);
  for (const auto& [regel, aantal] : geweigerd_) regels.insert(regel);
  for (const std::string& regel : regels) {
    Som som = geweigerd[regel];
    som.naam = absl::StrCat("geweigerd ", regel);
    if (is_counted) som.systeem = geweigerd_[regel];
    afstemming_.sommen.push_back(som);
  }
}

Afstemming Meldingafstemming::Finish() {
  std::set<std::int64_t> volgnummers;
  for (std::size_t i = 0; i < posts_.size(); ++i) {
    CheckPost(i);
    if (!posts_[i].is_aanvaard || volgnummers.insert(posts_[i].volgnummer).second) continue;
    ++afstemming_.fout;
    afstemming_.Find(absl::StrCat(plan_.werknemers().Kenmerk(static_cast<int>(i)),
                                  ": has the volgnummer of another record"));
  }
  AddSommen();
  return afstemming_;
}

}  // namespace ketenproef::load
