// A national year under the virtual clock, and ten of them in one.
#include <cstdio>
#include <vector>

#include "absl/strings/str_cat.h"
#include "bench/load/stopwatch.h"
#include "bench/measurements.h"
#include "bench/served.h"
#include "bench/statistics.h"

namespace ketenproef::bench {
namespace {

constexpr char kYear[] = "year_s";
constexpr char kScale[] = "scale_10x";

// Everyone was ill, got a toekenning, left and gave one signal; nothing was refused.
absl::Status CheckYear(const std::string& address, std::int64_t aantal) {
  const auto telling = CountAt(address);
  if (!telling.ok()) return telling.status();
  const auto signalen = CountSignalenAt(address);
  if (!signalen.ok()) return signalen.status();
  if (telling->ziekmeldingen == aantal && telling->beslissingen == aantal && telling->einden == aantal &&
      telling->geweigerd == 0 && signalen->rijen == aantal) {
    return absl::OkStatus();
  }
  return absl::DataLossError(absl::StrCat("a year of ", aantal, " persons left ", telling->ziekmeldingen,
                                          " ziekmeldingen, ", telling->beslissingen, " decisions, ",
                                          telling->einden, " ends, ", signalen->rijen, " signals and ",
                                          telling->geweigerd, " refusals"));
}

absl::StatusOr<double> RunYear(const Settings& settings, int aantal) {
  const auto werknemers = Werknemers::Make(aantal);
  if (!werknemers.ok()) return werknemers.status();
  const std::vector<std::string> batches = JaarBatches(*werknemers);
  const std::string directory = FreshDirectory(settings, kYear);
  const auto product = Served::Product(settings, directory, kJaarBegin);
  if (!product.ok()) return product.status();
  const std::int64_t begin_ns = load::NowNanos();
  if (absl::Status status = PlayJaar(product->address(), batches); !status.ok()) return status;
  const std::int64_t took_ns = load::NowNanos() - begin_ns;
  if (absl::Status status = CheckYear(product->address(), aantal); !status.ok()) return status;
  return load::Seconds(took_ns);
}

}  // namespace

absl::Status MeasureYear(const Settings& settings, Readings* readings) {
  for (int round = 0; round < settings.rounds; ++round) {
    std::fprintf(stderr, "%s: round %d of %d\n", kYear, round + 1, settings.rounds);
    const auto year_s = RunYear(settings, settings.year_persons);
    if (!year_s.ok()) return year_s.status();
    readings->Add(kYear, *year_s);
  }
  FreshDirectory(settings, kYear);
  return absl::OkStatus();
}

absl::Status MeasureScale(const Settings& settings, Readings* readings) {
  const std::vector<double> years = readings->RoundsOf(kYear);
  if (years.empty()) return absl::FailedPreconditionError("there is no year to compare with");
  for (int round = 0; round < settings.scale_rounds; ++round) {
    std::fprintf(stderr, "%s: round %d of %d\n", kScale, round + 1, settings.scale_rounds);
    const auto years_s = RunYear(settings, settings.year_persons * settings.scale);
    if (!years_s.ok()) return years_s.status();
    readings->Add(kScale, *years_s / Median(years));
    readings->Add(absl::StrCat(kScale, ": seconds"), *years_s);
  }
  FreshDirectory(settings, kYear);
  return absl::OkStatus();
}

}  // namespace ketenproef::bench
