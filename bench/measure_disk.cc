// What the disk and SQLite alone would give, for orientation.
#include <cstdio>
#include <string>

#include "bench/floor/csv_floor.h"
#include "bench/floor/sqlite_floor.h"
#include "bench/load/stopwatch.h"
#include "bench/measurements.h"
#include "bench/served.h"
#include "server/journal/codec.h"
#include "server/rules/signaalrapport.h"

namespace ketenproef::bench {
namespace {

constexpr int kRowsPerCommit = 1'000;

// The bytes that the journal keeps of an ordinary ziekmelding.
std::string ZiekmeldingBytes() {
  const Dag dag = *Dag::FromCivil(2025, 1, 6);
  ZiekmeldingAccepted event{{{*Loonheffingennummer::Parse("100000000L01"), "Z00000001"},
                             Bsn::FromTrustedNumber(999'990'019),
                             dag,
                             true},
                            dag,
                            {dag + Dagen(42), 0, 0},
                            dag + Dagen(42)};
  std::string bytes;
  EncodeGebeurtenis(event, &bytes);
  return bytes;
}

// One row of a report.
std::string RijBytes() {
  const Dag dag = *Dag::FromCivil(2025, 1, 6);
  const Rapportrij rij = {.soort = Signaalsoort::kEerste,
                          .toegekend = Tijdstip(),
                          .bsn = Bsn::FromTrustedNumber(999'990'019),
                          .geval = {},
                          .herstelmelding = {},
                          .eerste_ao_dag = dag,
                          .einde_arbeidsverhouding = dag,
                          .einde_uitkeringsverhouding = {}};
  const std::string header = RenderSignaalrapport({}, {});
  return RenderSignaalrapport({rij}, {}).substr(header.size());
}

}  // namespace

absl::Status MeasureDisk(const Settings& settings, Readings* readings) {
  const std::string bytes = ZiekmeldingBytes();
  const std::string rij = RijBytes();
  for (int round = 0; round < settings.rounds; ++round) {
    std::fprintf(stderr, "the disk alone: round %d of %d\n", round + 1, settings.rounds);
    const std::string directory = FreshDirectory(settings, "disk");
    auto sqlite = floor::SqliteFloor::Make(directory + "/rows");
    if (!sqlite.ok()) return sqlite.status();
    const std::int64_t begin_ns = load::NowNanos();
    for (int rows = 0; rows < settings.ingest_records; rows += kRowsPerCommit) {
      if (absl::Status status = sqlite->Append(bytes, kRowsPerCommit); !status.ok()) return status;
    }
    const std::int64_t sqlite_ns = load::NowNanos();
    absl::Status status = floor::WriteCsvFloor(directory + "/rows.csv", rij, settings.ingest_records);
    if (!status.ok()) return status;
    const std::int64_t csv_ns = load::NowNanos();
    const auto rows = static_cast<double>(settings.ingest_records);
    readings->Add("disk: SQLite rows per s", rows / load::Seconds(sqlite_ns - begin_ns));
    readings->Add("disk: CSV rows per s", rows / load::Seconds(csv_ns - sqlite_ns));
  }
  FreshDirectory(settings, "disk");
  return absl::OkStatus();
}

}  // namespace ketenproef::bench
