// Of every hundred records, by place:
//   0..84   on time, ill since 0 to 42 days
//   85..88  1 to 6 days late       89..92  7 to 27 days late       93..96  28 days late or more
//   97      ZM-02, ill before the dienstverband began
//   98      ZM-03, ill from a day to come
//   99      BSN-01, a BSN that fails the elfproef
#include "bench/load/keten/meldingplan.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace ketenproef::load {
namespace {

constexpr int kTermijnDagen = 42;  // ZM-04
constexpr std::int64_t kPlaces = 100;
constexpr int kPlaceLate70 = 85;
constexpr int kPlaceLate230 = 89;
constexpr int kPlaceLate455 = 93;
constexpr int kPlaceNoDienstverband = 97;
constexpr int kPlaceTooEarly = 98;
constexpr int kPlaceNoBsn = 99;

int PlaceOf(std::int64_t index) {
  return static_cast<int>(index % kPlaces);
}

int DagenTeLaat(std::int64_t index) {
  const std::int64_t turn = index / kPlaces;
  const int place = PlaceOf(index);
  if (place < kPlaceLate70 || place >= kPlaceNoDienstverband) return 0;
  if (place < kPlaceLate230) return 1 + static_cast<int>(turn % 6);
  if (place < kPlaceLate455) return 7 + static_cast<int>(turn % 21);
  return 28 + static_cast<int>(turn % 300);
}

// BOE-01.
int BoeteEur(int dagen_te_laat) {
  if (dagen_te_laat <= 0) return 0;
  if (dagen_te_laat < 7) return 70;
  return dagen_te_laat < 28 ? 230 : 455;
}

std::string Differs(absl::string_view what, absl::string_view expected, absl::string_view got) {
  return absl::StrCat(std::string(what), " is ", std::string(got), ", not ", std::string(expected));
}

template <typename Value>
std::string Differs(absl::string_view what, Value expected, Value got) {
  return Differs(what, absl::string_view(absl::StrCat(expected)), absl::string_view(absl::StrCat(got)));
}

std::string Differs(absl::string_view what, absl::CivilDay expected, absl::CivilDay got) {
  return Differs(what, absl::string_view(absl::FormatCivilTime(expected)),
                 absl::string_view(absl::FormatCivilTime(got)));
}

}  // namespace

void Meldingplan::Fill(std::int64_t index, v1::Ziekmelding* ziekmelding) const {
  load::Fill(werknemers_, static_cast<int>(index), VerwachtingOf(index).eerste_ao_dag, ziekmelding);
  if (PlaceOf(index) != kPlaceNoBsn) return;
  // The last digit weighs -1 in the elfproef: no other one passes it.
  char& last = ziekmelding->mutable_bsn()->back();
  last = last == '9' ? '0' : static_cast<char>(last + 1);
}

Verwachting Meldingplan::VerwachtingOf(std::int64_t index) const {
  Verwachting verwachting;
  verwachting.dagen_te_laat = DagenTeLaat(index);
  verwachting.boete_eur = BoeteEur(verwachting.dagen_te_laat);
  const int place = PlaceOf(index);
  if (place < kPlaceLate70) {
    verwachting.eerste_ao_dag = ontvangstdag_ - index % (kTermijnDagen + 1);
  } else if (place < kPlaceNoDienstverband) {
    verwachting.eerste_ao_dag = ontvangstdag_ - kTermijnDagen - verwachting.dagen_te_laat;
  } else if (place == kPlaceNoDienstverband) {
    verwachting.regel = "ZM-02";
    verwachting.eerste_ao_dag = RegistersVan() - 1;
  } else if (place == kPlaceTooEarly) {
    verwachting.regel = "ZM-03";
    verwachting.eerste_ao_dag = ontvangstdag_ + 1;
  } else {
    verwachting.regel = "BSN-01";
    verwachting.eerste_ao_dag = ontvangstdag_;
  }
  verwachting.uiterste_dag = verwachting.eerste_ao_dag + kTermijnDagen;
  return verwachting;
}

std::optional<std::int64_t> Meldingplan::IndexOf(absl::string_view loonheffingennummer,
                                                 absl::string_view kenmerk) const {
  int werknemer = 0;
  if (kenmerk.empty() || kenmerk[0] != 'Z' || !absl::SimpleAtoi(kenmerk.substr(1), &werknemer)) return {};
  if (werknemer < 0 || werknemer >= werknemers_.aantal()) return {};
  if (werknemers_.Loonheffingennummer(werknemer) != std::string(loonheffingennummer)) return {};
  return werknemer;
}

std::string Meldingplan::Judge(std::int64_t index, const v1::Ontvangst& ontvangst) const {
  const Verwachting verwachting = VerwachtingOf(index);
  if (!verwachting.regel.empty()) return absl::StrCat("accepted, though ", verwachting.regel, " refuses it");
  if (ontvangst.oordelen_size() != 1) return Differs("oordelen", 1, ontvangst.oordelen_size());
  const v1::Meldingoordeel& oordeel = ontvangst.oordelen(0);
  if (ontvangst.herhaald()) return "called a repeat, though it was sent once";
  if (ontvangst.volgnummer() < 1) return "without a volgnummer";
  if (oordeel.soort() != v1::MELDINGSOORT_ZIEK) return "soort is not MELDINGSOORT_ZIEK";
  if (oordeel.kenmerk() != werknemers_.Kenmerk(static_cast<int>(index))) return "kenmerk is another one";
  if (oordeel.bsn() != werknemers_.BsnText(static_cast<int>(index))) return "bsn is another one";
  if (DagOf(oordeel.ontvangen_op()) != ontvangstdag_) {
    return Differs("ontvangen_op", ontvangstdag_, DagOf(oordeel.ontvangen_op()));
  }
  if (DagOf(oordeel.uiterste_dag()) != verwachting.uiterste_dag) {
    return Differs("uiterste_dag", verwachting.uiterste_dag, DagOf(oordeel.uiterste_dag()));
  }
  if (oordeel.tijdig() != (verwachting.dagen_te_laat == 0)) return "tijdig is wrong";
  if (oordeel.dagen_te_laat() != verwachting.dagen_te_laat) {
    return Differs("dagen_te_laat", verwachting.dagen_te_laat, oordeel.dagen_te_laat());
  }
  if (oordeel.boete_eur() != verwachting.boete_eur) {
    return Differs("boete_eur", verwachting.boete_eur, oordeel.boete_eur());
  }
  return "";
}

std::string Meldingplan::JudgeRefusal(std::int64_t index, absl::string_view regel) const {
  const std::string expected = VerwachtingOf(index).regel;
  if (expected.empty()) {
    return absl::StrCat("refused (", std::string(regel), "), though every rule allows it");
  }
  return expected == regel ? "" : Differs("the rule that refuses it", absl::string_view(expected), regel);
}

std::string Meldingplan::JudgeGeval(std::int64_t index, const v1::Ziektegeval& geval) const {
  const Verwachting verwachting = VerwachtingOf(index);
  if (!verwachting.regel.empty()) return absl::StrCat("a case, though ", verwachting.regel, " refuses it");
  if (geval.bsn() != werknemers_.BsnText(static_cast<int>(index))) return "bsn of the case is another one";
  if (DagOf(geval.eerste_ao_dag()) != verwachting.eerste_ao_dag) {
    return Differs("eerste_ao_dag of the case", verwachting.eerste_ao_dag, DagOf(geval.eerste_ao_dag()));
  }
  if (DagOf(geval.ontvangen_op()) != ontvangstdag_) {
    return Differs("ontvangen_op of the case", ontvangstdag_, DagOf(geval.ontvangen_op()));
  }
  return "";
}

}  // namespace ketenproef::load
