#include <kainjow/mustache.hpp>

#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "bench/load/live_figures.h"
#include "bench/load/report/latency_curve.h"
#include "bench/load/report/page/page.h"
#include "bench/load/report/verslag.h"

namespace ketenproef::load {
namespace {

using PageData = kainjow::mustache::data;

// As many as the style has colours and strokes for.
constexpr int kReeksen = 4;

PageData ListData() {
  return PageData(PageData::type::list);
}

std::string PlaceText(double place) {
  return absl::StrFormat("%.1f", place);
}

PageData TextsData(const std::vector<std::string>& texts) {
  PageData list = ListData();
  for (const std::string& text : texts) list << PageData("tekst", text);
  return list;
}

void AddDrawing(const LatencyDrawing& drawing, PageData* page) {
  constexpr double kLabelGap = 8;
  constexpr double kLabelRow = 18;
  PageData percentielen = ListData();
  for (const Tick& tick : drawing.percentielen) {
    PageData item;
    item["plaats"] = PlaceText(tick.place);
    item["tekst"] = tick.text;
    item["boven"] = PlaceText(LatencyDrawing::kTop);
    item["onder"] = PlaceText(LatencyDrawing::kBottom);
    item["tekst_y"] = PlaceText(LatencyDrawing::kBottom + kLabelRow);
    item["anker"] = tick.place + kLabelGap > LatencyDrawing::kRight ? "end" : "middle";
    percentielen << item;
  }
  PageData duren = ListData();
  for (const Tick& tick : drawing.duren) {
    PageData item;
    item["plaats"] = PlaceText(tick.place);
    item["tekst"] = tick.text;
    item["links"] = PlaceText(LatencyDrawing::kLeft);
    item["rechts"] = PlaceText(LatencyDrawing::kRight);
    item["tekst_x"] = PlaceText(LatencyDrawing::kLeft - kLabelGap);
    item["tekst_y"] = PlaceText(tick.place + kLabelGap / 2);
    duren << item;
  }
  PageData curves = ListData();
  int nummer = 0;
  for (const Curve& curve : drawing.curves) {
    PageData item;
    item["naam"] = curve.naam;
    item["nummer"] = absl::StrCat(nummer++ % kReeksen + 1);
    item["punten"] = curve.points;
    curves << item;
  }
  (*page)["heeft_curves"] = PageData(!drawing.curves.empty());
  (*page)["breedte"] = PlaceText(LatencyDrawing::kWidth);
  (*page)["hoogte"] = PlaceText(LatencyDrawing::kHeight);
  (*page)["percentielen"] = std::move(percentielen);
  (*page)["duren"] = std::move(duren);
  (*page)["curves"] = std::move(curves);
}

void AddMetingen(const LoadResult& result, PageData* page) {
  PageData metingen = ListData();
  PageData fouten = ListData();
  for (const Meting& meting : result.metingen) {
    const LoadReport& report = meting.report;
    const auto percentile = [&](double percent) { return DurationText(report.latency.Percentile(percent)); };
    PageData item;
    item["naam"] = meting.naam;
    item["wat"] = meting.wat;
    item["aantal"] = absl::StrCat(report.answered);
    item["per_s"] = absl::StrFormat("%.0f", report.RecordsPerS());
    item["p50"] = percentile(50);
    item["p90"] = percentile(90);
    item["p99"] = percentile(99);
    item["p999"] = percentile(99.9);
    item["max"] = DurationText(report.latency.max());
    item["mislukt"] = absl::StrCat(report.failures);
    item["heeft_mislukt"] = PageData(report.failures > 0);
    metingen << item;
    if (report.failures == 0) continue;
    PageData fout;
    fout["naam"] = meting.naam;
    fout["tekst"] = report.first_error;
    fouten << fout;
  }
  (*page)["metingen"] = std::move(metingen);
  (*page)["fouten"] = std::move(fouten);
}

void AddAfstemming(const Afstemming& afstemming, PageData* page) {
  PageData sommen = ListData();
  for (const Som& som : afstemming.sommen) {
    PageData item;
    item["naam"] = som.naam;
    item["verwacht"] = absl::StrCat(som.verwacht);
    item["ontvangen"] = absl::StrCat(som.ontvangen);
    item["systeem"] = som.systeem.has_value() ? absl::StrCat(*som.systeem) : "–";
    item["gelijk"] = PageData(som.IsWell());
    sommen << item;
  }
  struct Telling {
    const char* naam;
    std::int64_t aantal;
    bool is_fault;
  };
  const std::array<Telling, 6> tellingen = {{{"verstuurd", afstemming.verstuurd, false},
                                             {"beantwoord", afstemming.beantwoord, false},
                                             {"onbekend", afstemming.onbekend, false},
                                             {"verloren", afstemming.verloren, true},
                                             {"dubbel", afstemming.dubbel, true},
                                             {"fout", afstemming.fout, true}}};
  PageData list = ListData();
  for (const Telling& telling : tellingen) {
    PageData item;
    item["naam"] = telling.naam;
    item["aantal"] = absl::StrCat(telling.aantal);
    item["fout"] = PageData(telling.is_fault && telling.aantal > 0);
    list << item;
  }
  (*page)["sommen"] = std::move(sommen);
  (*page)["tellingen"] = std::move(list);
  (*page)["heeft_bevindingen"] = PageData(!afstemming.bevindingen.empty());
  (*page)["bevindingen"] = TextsData(afstemming.bevindingen);
}

const char* ToneOf(Uitslag uitslag) {
  switch (uitslag) {
    case Uitslag::kGoed:
      return "goed";
    case Uitslag::kOngeldig:
      return "ongeldig";
    case Uitslag::kGefaald:
      break;
  }
  return "gefaald";
}

PageData PageOf(const Verslag& verslag) {
  PageData page;
  page["stijl"] = std::string(EmbeddedLoadStyle());
  page["systeem"] = verslag.systeem;
  page["modus"] = verslag.modus;
  page["uitslag"] = UitslagWoord(verslag.uitslag);
  page["zin"] = UitslagZin(verslag);
  page["toon"] = ToneOf(verslag.uitslag);
  page["verzadiging"] = TextsData(verslag.verzadiging);
  PageData opzet = ListData();
  for (const auto& [naam, waarde] : verslag.opzet) {
    PageData item;
    item["naam"] = naam;
    item["waarde"] = waarde;
    opzet << item;
  }
  page["opzet"] = std::move(opzet);
  PageData eisen = ListData();
  for (const EisOordeel& eis : verslag.eisen) {
    PageData item;
    item["tekst"] = eis.tekst;
    item["gemeten"] = eis.gemeten;
    item["gehaald"] = PageData(eis.meets);
    eisen << item;
  }
  page["heeft_eisen"] = PageData(!verslag.eisen.empty());
  page["eisen"] = std::move(eisen);
  AddMetingen(verslag.result, &page);
  AddDrawing(DrawLatency(verslag.result.metingen), &page);
  AddAfstemming(verslag.result.afstemming, &page);
  return page;
}

}  // namespace

absl::StatusOr<std::string> HtmlOf(const Verslag& verslag) {
  kainjow::mustache::mustache page{std::string(EmbeddedLoadPage())};
  const std::string html = page.render(PageOf(verslag));
  if (!page.is_valid()) return absl::InternalError(absl::StrCat("load.mustache: ", page.error_message()));
  return html;
}

}  // namespace ketenproef::load
