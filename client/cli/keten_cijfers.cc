#include "client/cli/keten_cijfers.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/cli/pages.h"
#include "fixtures/csv/reader.h"
#include "fixtures/embedded/embedded.h"
#include "ketenproef/v1/inlichtingenbureau_service.grpc.pb.h"
#include "ketenproef/v1/uwv_beoordeling_service.grpc.pb.h"

namespace ketenproef {
namespace {

// How many gemeenten the summary names.
constexpr std::size_t kMaxGemeenten = 12;

// gemeentecode -> name, of the gemeenten in force.
std::map<std::string, std::string> Gemeentenamen() {
  std::map<std::string, std::string> namen;
  auto reader = CsvReader::Open("gemeenten.csv", EmbeddedGemeenten(), {"code", "naam"});
  while (reader.ok()) {
    const auto more = reader->Next();
    if (!more.ok() || !*more) break;
    namen[std::string(reader->row()[0])] = std::string(reader->row()[1]);
  }
  return namen;
}

// 12345 as 12.345.
std::string Getal(std::int64_t number) {
  const std::string digits = absl::StrCat(number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += '.';
    text += digits[i];
  }
  return text;
}

// Padded to one width, counted in characters.
std::string Label(const std::string& label) {
  constexpr std::size_t kWidth = 52;
  const auto characters = static_cast<std::size_t>(
      std::count_if(label.begin(), label.end(), [](char byte) { return (byte & 0xc0) != 0x80; }));
  return absl::StrCat("  ", label, std::string(kWidth - std::min(characters, kWidth), ' '));
}

std::string Regel(const std::string& label, std::int64_t aantal) {
  return absl::StrFormat("%s%7s\n", Label(label), Getal(aantal));
}

std::string Meldingregel(const std::string& label, const Meldingcijfers& cijfers) {
  return absl::StrFormat("%s%7s, waarvan %s te laat\n", Label(label), Getal(cijfers.aantal),
                         Getal(cijfers.te_laat));
}

// How much of the chain a signalled case shows.
int Rijkdom(const v1::Ziektegeval& geval) {
  return (geval.signaal().has_bericht_op() ? 8 : 0) + (geval.signaal().has_vervolg_op() ? 4 : 0) +
         (geval.beoordeling().verlengd() ? 2 : 0) + (geval.doorgeleverd_voor().empty() ? 0 : 1);
}

std::string FormatMeldingen(const KetenCijfers& cijfers) {
  return absl::StrCat(
      "Wat werkgevers aan UWV hebben gemeld\n", Meldingregel("ziekmeldingen", cijfers.ziekmeldingen),
      Meldingregel("herstelmeldingen", cijfers.herstelmeldingen),
      Meldingregel("kort verzuim (ziek en hersteld in één melding)", cijfers.kort_verzuim),
      Regel("intrekkingen", cijfers.intrekkingen), Regel("geweigerde regels", cijfers.geweigerd),
      Regel("indicatieve boete voor de late meldingen, in euro's", cijfers.boete_eur));
}

std::string FormatBeoordelingen(const KetenCijfers& cijfers) {
  return absl::StrCat("Hoe UWV die ziekmeldingen heeft beoordeeld (zonder kort verzuim en intrekkingen)\n",
                      Regel("binnen 6 weken", cijfers.binnen_zes_weken),
                      Regel("binnen 6 + 4 weken, na verlenging", cijfers.binnen_verlengde_termijn),
                      Regel("te laat", cijfers.te_laat_beoordeeld),
                      Regel("nog niet, en de termijn is verstreken", cijfers.termijn_verstreken),
                      Regel("nog niet, en de termijn loopt nog", cijfers.termijn_loopt),
                      Regel("besluiten: toegekend", cijfers.toegekend),
                      Regel("besluiten: afgewezen", cijfers.afgewezen));
}

std::string FormatGemeenten(const KetenCijfers& cijfers) {
  int signalen = 0;
  for (const auto& [gemeentecode, aantal] : cijfers.signalen) signalen += aantal;
  std::string text =
      absl::StrCat("Wat het Inlichtingenbureau aan gemeenten heeft geleverd\n",
                   Regel("signalen: dienstverband geëindigd tijdens ziekte", signalen),
                   Regel("vervolgsignalen: ook het ziekengeld is geëindigd", cijfers.vervolgsignalen),
                   Regel("berichten: een signaal bleek achteraf onjuist", cijfers.berichten),
                   Regel("rapportages met deze signalen en berichten", cijfers.rapportages),
                   Regel("doorgeleverde ziek- en herstelmeldingen", cijfers.doorleveringen),
                   Regel("gemeenten die zulke meldingen kregen",
                         static_cast<std::int64_t>(cijfers.doorgeleverd_aan.size())),
                   "\nAan welke gemeenten is gesignaleerd\n");
  std::vector<std::pair<std::string, int>> most(cijfers.signalen.begin(), cijfers.signalen.end());
  std::stable_sort(most.begin(), most.end(),
                   [](const auto& one, const auto& other) { return one.second > other.second; });
  const auto namen = Gemeentenamen();
  for (std::size_t i = 0; i < std::min(most.size(), kMaxGemeenten); ++i) {
    const auto naam = namen.find(most[i].first);
    absl::StrAppend(
        &text, Regel(absl::StrCat(naam == namen.end() ? "gemeente" : naam->second, " (", most[i].first, ")"),
                     most[i].second));
  }
  if (most.size() > kMaxGemeenten) {
    absl::StrAppend(&text, "  en nog ", most.size() - kMaxGemeenten, " andere: zie de map rapportages\n");
  }
  return text;
}

}  // namespace

void KetenTeller::AddResult(const PlayedLine& line, const v1::Regelresultaat& resultaat) {
  if (resultaat.has_weigering()) ++cijfers_.geweigerd;
  if (!resultaat.has_ontvangst() || resultaat.ontvangst().herhaald()) return;
  AddOntvangst(line, resultaat.ontvangst());
}

void KetenTeller::AddOntvangst(const PlayedLine& line, const v1::Ontvangst& ontvangst) {
  bool te_laat = false;
  for (const v1::Meldingoordeel& oordeel : ontvangst.oordelen()) {
    te_laat = te_laat || !oordeel.tijdig();
    cijfers_.boete_eur += oordeel.boete_eur();
  }
  const auto add = [te_laat](Meldingcijfers& meldingen) {
    ++meldingen.aantal;
    if (te_laat) ++meldingen.te_laat;
  };
  switch (line.soort) {
    case Soort::kZiek:
      return add(cijfers_.ziekmeldingen);
    case Soort::kHerstel:
      return add(cijfers_.herstelmeldingen);
    case Soort::kZiekEnHerstel:
      kort_verzuim_.emplace(line.loonheffingennummer, line.kenmerk);
      return add(cijfers_.kort_verzuim);
    default:
      ++cijfers_.intrekkingen;
  }
}

absl::Status KetenTeller::Collect(const std::shared_ptr<grpc::Channel>& channel,
                                  const std::string& omgeving) {
  const auto beoordeling = v1::UwvBeoordelingService::NewStub(channel);
  const auto bureau = v1::InlichtingenbureauService::NewStub(channel);
  absl::Status status = ForEachPage<v1::ListZiektegevallenRequest, v1::ListZiektegevallenResponse>(
      omgeving, [&](auto&&... call) { return beoordeling->ListZiektegevallen(call...); },
      [this](const auto& page) {
        for (const v1::Ziektegeval& geval : page.ziektegevallen()) AddZiektegeval(geval);
      });
  if (!status.ok()) return status;
  status = ForEachPage<v1::ListDoorleveringenRequest, v1::ListDoorleveringenResponse>(
      omgeving, [&](auto&&... call) { return bureau->ListDoorleveringen(call...); },
      [this](const auto& page) {
        cijfers_.doorleveringen += page.doorleveringen_size();
        for (const auto& one : page.doorleveringen()) cijfers_.doorgeleverd_aan.insert(one.gemeentecode());
      });
  if (!status.ok()) return status;
  status = ForEachPage<v1::ListBerichtenRequest, v1::ListBerichtenResponse>(
      omgeving, [&](auto&&... call) { return bureau->ListBerichten(call...); },
      [this](const auto& page) { cijfers_.berichten += page.berichten_size(); });
  if (!status.ok()) return status;
  return ForEachPage<v1::ListRapportagesRequest, v1::ListRapportagesResponse>(
      omgeving, [&](auto&&... call) { return bureau->ListRapportages(call...); },
      [this](const auto& page) { cijfers_.rapportages += page.rapportages_size(); });
}

void KetenTeller::AddZiektegeval(const v1::Ziektegeval& geval) {
  if (geval.has_signaal()) {
    ++cijfers_.signalen[geval.signaal().gemeentecode()];
    if (geval.signaal().has_vervolg_op()) ++cijfers_.vervolgsignalen;
    gesignaleerd_.push_back(geval);
  }
  if (!geval.ingetrokken() && !kort_verzuim_.contains({geval.loonheffingennummer(), geval.kenmerk()})) {
    AddBeoordeling(geval.beoordeling());
  }
}

void KetenTeller::AddBeoordeling(const v1::Beoordeling& beoordeling) {
  if (beoordeling.uitkomst() == v1::UITKOMST_TOEKENNING) ++cijfers_.toegekend;
  if (beoordeling.uitkomst() == v1::UITKOMST_AFWIJZING) ++cijfers_.afgewezen;
  switch (beoordeling.status()) {
    case v1::BEOORDELINGSTATUS_TIJDIG:
      ++(beoordeling.verlengd() ? cijfers_.binnen_verlengde_termijn : cijfers_.binnen_zes_weken);
      break;
    case v1::BEOORDELINGSTATUS_TERMIJN_OVERSCHREDEN:
      ++cijfers_.te_laat_beoordeeld;
      break;
    case v1::BEOORDELINGSTATUS_TERMIJN_VERSTREKEN:
      ++cijfers_.termijn_verstreken;
      break;
    default:
      ++cijfers_.termijn_loopt;
  }
}

const v1::Ziektegeval* KetenTeller::Voorbeeld() const {
  const auto best =
      std::max_element(gesignaleerd_.begin(), gesignaleerd_.end(),
                       [](const auto& one, const auto& other) { return Rijkdom(one) < Rijkdom(other); });
  return best == gesignaleerd_.end() ? nullptr : &*best;
}

std::string FormatKetenCijfers(const std::string& kop, const KetenCijfers& cijfers) {
  return absl::StrCat(kop, "\n\n", FormatMeldingen(cijfers), "\n", FormatBeoordelingen(cijfers), "\n",
                      FormatGemeenten(cijfers));
}

}  // namespace ketenproef
