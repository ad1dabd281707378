// eisen  = eis *( "," eis )
// eis    = [ meting "." ] figuur vergelijking number [ unit ]
// vergelijking = "<=" / ">=" / "<" / ">" / "="
#include "bench/load/report/eisen.h"

#include <algorithm>
#include <array>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "bench/load/live_figures.h"

namespace ketenproef::load {
namespace {

constexpr char kFiguren[] =
    "p50, p90, p95, p99, p99.9, max, mean, rate, lost, doubled, wrong, unknown, failures";

struct Sign {
  const char* text;
  Vergelijking vergelijking;
};
// Longer ones first.
constexpr std::array<Sign, 5> kSigns = {{{"<=", Vergelijking::kAtMost},
                                         {">=", Vergelijking::kAtLeast},
                                         {"<", Vergelijking::kLess},
                                         {">", Vergelijking::kMore},
                                         {"=", Vergelijking::kEqual}}};

struct Unit {
  const char* text;
  double nanos;
};
constexpr std::array<Unit, 4> kUnits = {{{"ns", 1}, {"us", 1e3}, {"ms", 1e6}, {"s", 1e9}}};

// Of a percentile, as p99.9; nothing of another figure.
std::optional<double> PercentOf(absl::string_view figuur) {
  double percent = 0;
  if (!absl::ConsumePrefix(&figuur, "p") || !absl::SimpleAtod(figuur, &percent)) return std::nullopt;
  return percent >= 0 && percent <= 100 ? std::optional<double>(percent) : std::nullopt;
}

bool IsDuration(absl::string_view figuur) {
  return figuur == "max" || figuur == "mean" || PercentOf(figuur).has_value();
}

std::optional<std::int64_t> CountOf(absl::string_view figuur, const LoadResult& result) {
  const Afstemming& afstemming = result.afstemming;
  if (figuur == "lost") return afstemming.verloren;
  if (figuur == "doubled") return afstemming.dubbel;
  if (figuur == "wrong") return afstemming.fout + afstemming.Verschillen();
  if (figuur == "unknown") return afstemming.onbekend;
  if (figuur == "failures") return FailuresOf(result);
  return std::nullopt;
}

absl::Status Wrong(absl::string_view tekst, const std::string& why) {
  return absl::InvalidArgumentError(absl::StrCat("\"", std::string(tekst), "\": ", why));
}

absl::Status ParseGrens(absl::string_view tekst, Eis* eis) {
  const std::size_t end = tekst.find_last_of("0123456789.");
  const absl::string_view number = tekst.substr(0, end == absl::string_view::npos ? 0 : end + 1);
  const absl::string_view unit = absl::StripAsciiWhitespace(tekst.substr(number.size()));
  if (!absl::SimpleAtod(number, &eis->grens) || eis->grens < 0) {
    return Wrong(eis->tekst, "after the sign comes a number of 0 or more");
  }
  if (!IsDuration(eis->figuur)) {
    return unit.empty() ? absl::OkStatus()
                        : Wrong(eis->tekst, absl::StrCat(eis->figuur, " is a number without a unit"));
  }
  const auto* found =
      std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& known) { return unit == known.text; });
  if (found == kUnits.end()) return Wrong(eis->tekst, "a duration has a unit: ns, us, ms or s");
  eis->grens *= found->nanos;
  return absl::OkStatus();
}

absl::StatusOr<Eis> ParseEis(absl::string_view tekst) {
  Eis eis;
  eis.tekst = std::string(tekst);
  for (const Sign& sign : kSigns) {
    const std::size_t at = tekst.find(sign.text);
    if (at == absl::string_view::npos) continue;
    eis.figuur = std::string(absl::StripAsciiWhitespace(tekst.substr(0, at)));
    eis.vergelijking = sign.vergelijking;
    // The point of p99.9 is none between two names.
    const std::size_t point = eis.figuur.find('.');
    if (point != std::string::npos && !PercentOf(eis.figuur).has_value()) {
      eis.meting = eis.figuur.substr(0, point);
      eis.figuur = eis.figuur.substr(point + 1);
    }
    const bool is_known =
        IsDuration(eis.figuur) || eis.figuur == "rate" || CountOf(eis.figuur, LoadResult()).has_value();
    if (!is_known) return Wrong(tekst, absl::StrCat("there is no such figure; there are ", kFiguren));
    if (!eis.meting.empty() && CountOf(eis.figuur, LoadResult()).has_value()) {
      return Wrong(tekst, absl::StrCat(eis.figuur, " is of the whole run, not of ", eis.meting));
    }
    const std::string grens(absl::StripAsciiWhitespace(tekst.substr(at + std::string(sign.text).size())));
    if (absl::Status status = ParseGrens(grens, &eis); !status.ok()) return status;
    return eis;
  }
  return Wrong(tekst, "a requirement is a figure, one of < <= = >= > and a number, such as p99<20ms");
}

bool Holds(double value, Vergelijking vergelijking, double grens) {
  switch (vergelijking) {
    case Vergelijking::kLess:
      return value < grens;
    case Vergelijking::kAtMost:
      return value <= grens;
    case Vergelijking::kEqual:
      return value == grens;
    case Vergelijking::kAtLeast:
      return value >= grens;
    case Vergelijking::kMore:
      break;
  }
  return value > grens;
}

EisOordeel JudgeDuration(const Eis& eis, const LoadReport& report) {
  // What nothing was measured of meets nothing.
  if (report.latency.count() == 0) return {eis.tekst, "niets gemeten", false};
  const auto percent = PercentOf(eis.figuur);
  const double nanos = eis.figuur == "mean"
                           ? report.latency.mean()
                           : static_cast<double>(eis.figuur == "max" ? report.latency.max()
                                                                     : report.latency.Percentile(*percent));
  return {eis.tekst, DurationText(static_cast<std::int64_t>(nanos)),
          Holds(nanos, eis.vergelijking, eis.grens)};
}

}  // namespace

absl::StatusOr<std::vector<Eis>> ParseEisen(absl::string_view tekst) {
  std::vector<Eis> eisen;
  for (const absl::string_view part : absl::StrSplit(tekst, ',')) {
    auto eis = ParseEis(absl::StripAsciiWhitespace(part));
    if (!eis.ok()) return eis.status();
    eisen.push_back(*std::move(eis));
  }
  return eisen;
}

absl::StatusOr<std::vector<EisOordeel>> JudgeEisen(const std::vector<Eis>& eisen, const LoadResult& result) {
  std::vector<EisOordeel> oordelen;
  for (const Eis& eis : eisen) {
    if (const auto count = CountOf(eis.figuur, result)) {
      oordelen.push_back(
          {eis.tekst, absl::StrCat(*count), Holds(static_cast<double>(*count), eis.vergelijking, eis.grens)});
      continue;
    }
    const auto found =
        std::find_if(result.metingen.begin(), result.metingen.end(),
                     [&](const Meting& meting) { return eis.meting.empty() || meting.naam == eis.meting; });
    if (found == result.metingen.end()) {
      return Wrong(eis.tekst, absl::StrCat("this mode measures no ", eis.meting));
    }
    if (eis.figuur == "rate") {
      const double per_s = found->report.RecordsPerS();
      oordelen.push_back(
          {eis.tekst, absl::StrFormat("%.0f/s", per_s), Holds(per_s, eis.vergelijking, eis.grens)});
    } else {
      oordelen.push_back(JudgeDuration(eis, found->report));
    }
  }
  return oordelen;
}

}  // namespace ketenproef::load
