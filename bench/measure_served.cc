// Ingest, single calls, start-up and the generator: what is measured over a port.
#include <algorithm>
#include <cstdio>
#include <fstream>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "bench/load/stopwatch.h"
#include "bench/load/unary_driver.h"
#include "bench/measurements.h"
#include "bench/served.h"
#include "client/lib/methods.h"

namespace ketenproef::bench {
namespace {

// Some days after everyone fell ill.
constexpr char kStart[] = "2025-01-06T08:00:00Z";
constexpr double kMillisPerSecond = 1'000;

void TellRound(const char* key, int round, int rounds) {
  std::fprintf(stderr, "%s: round %d of %d\n", key, round + 1, rounds);
}

// Whether the product has all ziekmeldingen; and again after it was killed and has read its journal.
absl::Status CheckDurable(const Settings& settings, const std::string& directory, Served& product,
                          std::int64_t expected) {
  for (const bool is_restarted : {false, true}) {
    if (is_restarted) {
      product.Kill();
      auto restarted = Served::Product(settings, directory, kStart);
      if (!restarted.ok()) return restarted.status();
      product = *std::move(restarted);
    }
    const auto telling = CountAt(product.address());
    if (!telling.ok()) return telling.status();
    if (telling->ziekmeldingen != expected) {
      return absl::DataLossError(absl::StrCat("of ", expected, " acknowledged ziekmeldingen it has ",
                                              telling->ziekmeldingen,
                                              is_restarted ? " after kill -9 and a new start" : ""));
    }
  }
  return absl::OkStatus();
}

// Floor and product in turns, with the same messages; rounds of the ratio under `key`.
template <typename Send>
absl::Status MeasureAgainstFloor(const Settings& settings, const std::string& key, int aantal,
                                 const std::vector<std::string>& messages, Send send, Readings* readings) {
  auto floor = Served::Floor(settings);
  if (!floor.ok()) return floor.status();
  const auto werknemers = Werknemers::Make(aantal);
  if (!werknemers.ok()) return werknemers.status();
  for (int round = 0; round < settings.rounds; ++round) {
    TellRound(key.c_str(), round, settings.rounds);
    const auto bare = send(settings, floor->address(), messages);
    if (!bare.ok()) return bare.status();
    const std::string directory = FreshDirectory(settings, key);
    auto product = Served::Product(settings, directory, kStart);
    if (!product.ok()) return product.status();
    if (absl::Status status = LoadRegisters(product->address(), *werknemers); !status.ok()) return status;
    const auto durable = send(settings, product->address(), messages);
    if (!durable.ok()) return durable.status();
    if (durable->records != aantal || bare->records != aantal) {
      return absl::DataLossError(absl::StrCat(key, ": not every ziekmelding was answered"));
    }
    if (absl::Status status = CheckDurable(settings, directory, *product, aantal); !status.ok()) {
      return status;
    }
    readings->Add(key, durable->RecordsPerS() / bare->RecordsPerS());
    readings->Add(absl::StrCat(key, ": product per s"), durable->RecordsPerS());
    readings->Add(absl::StrCat(key, ": floor per s"), bare->RecordsPerS());
    readings->Add(absl::StrCat(key, ": product p99 ms"),
                  load::Seconds(durable->latency.Percentile(99)) * kMillisPerSecond);
    readings->Add(absl::StrCat(key, ": generator busy"), std::max(durable->busy_share, bare->busy_share));
  }
  FreshDirectory(settings, key);
  return absl::OkStatus();
}

// The request of h2load: one message as gRPC frames it, not compressed, its length in four bytes.
absl::Status WriteFramed(const std::string& message, const std::string& path) {
  std::string framed(1, '\0');
  for (int shift = 24; shift >= 0; shift -= 8) {
    framed += static_cast<char>((message.size() >> static_cast<unsigned>(shift)) & 0xff);
  }
  framed += message;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(framed.data(), static_cast<std::streamsize>(framed.size()));
  file.close();
  return file ? absl::OkStatus() : absl::UnavailableError(absl::StrCat(path, ": cannot be written"));
}

// Calls a second that h2load got an answer to.
absl::StatusOr<double> RunH2load(const Settings& settings, const std::string& address,
                                 const std::string& request) {
  auto process = ChildProcess::Start(
      {"h2load", "-n", absl::StrCat(settings.unary_calls), "-c", absl::StrCat(settings.connections), "-m",
       absl::StrCat(settings.in_flight / settings.connections), "-t", absl::StrCat(settings.threads), "-d",
       request, "-H", "content-type: application/grpc", "-H", "te: trailers",
       absl::StrCat("http://", address, client::MethodOf<v1::SubmitZiekmeldingRequest>::kPath)});
  if (!process.ok()) return process.status();
  const std::string told = (*process)->ReadAll();
  if (absl::Status status = (*process)->Wait(); !status.ok()) return status;
  // finished in 1.07s, 28037.38 req/s, 5.59MB/s
  // requests: 30000 total, 30000 started, 30000 done, 30000 succeeded, 0 failed, 0 errored, 0 timeout
  const std::size_t finished = told.find("finished in ");
  const std::string all_well = absl::StrCat(" ", settings.unary_calls, " succeeded, 0 failed");
  double per_s = 0;
  if (finished != std::string::npos && told.find(all_well) != std::string::npos) {
    const std::vector<std::string> words = absl::StrSplit(told.substr(finished), ' ');
    if (words.size() > 3 && absl::SimpleAtod(words[3], &per_s)) return per_s;
  }
  return absl::AbortedError(absl::StrCat("h2load did not say that all went well:\n", told));
}

}  // namespace

absl::Status MeasureIngest(const Settings& settings, Readings* readings) {
  const auto werknemers = Werknemers::Make(settings.ingest_records);
  if (!werknemers.ok()) return werknemers.status();
  return MeasureAgainstFloor(settings, "ingest_vs_floor", settings.ingest_records,
                             ZiekmeldingBatches(*werknemers), SendBatches, readings);
}

absl::Status MeasureUnary(const Settings& settings, Readings* readings) {
  const auto werknemers = Werknemers::Make(settings.unary_calls);
  if (!werknemers.ok()) return werknemers.status();
  return MeasureAgainstFloor(settings, "unary_vs_floor", settings.unary_calls,
                             ZiekmeldingRequests(*werknemers), SendCalls, readings);
}

absl::Status MeasureReady(const Settings& settings, Readings* readings) {
  constexpr char kKey[] = "ready_ms";
  // HealthCheckResponse: field 1, SERVING.
  const std::string serving = "\x08\x01";
  const std::string anybody;
  for (int round = 0; round < settings.rounds; ++round) {
    TellRound(kKey, round, settings.rounds);
    const std::string directory = FreshDirectory(settings, kKey);
    const std::int64_t begin_ns = load::NowNanos();
    const auto product = Served::Product(settings, directory, kStart);
    if (!product.ok()) return product.status();
    load::UnaryOptions options;
    options.address = product->address();
    options.method = "/grpc.health.v1.Health/Check";
    options.connections = options.in_flight = 1;
    options.pace.turns = 1;
    const auto report = load::DriveUnary(
        options, [&](std::int64_t) { return &anybody; },
        [&](std::int64_t, absl::string_view answer) { return answer == serving; });
    const std::int64_t took_ns = load::NowNanos() - begin_ns;
    if (!report.ok()) return report.status();
    if (report->failures > 0) return absl::AbortedError(absl::StrCat("health: ", report->first_error));
    readings->Add(kKey, load::Seconds(took_ns) * kMillisPerSecond);
  }
  FreshDirectory(settings, kKey);
  return absl::OkStatus();
}

absl::Status MeasureH2load(const Settings& settings, Readings* readings) {
  constexpr char kKey[] = "load_vs_h2load";
  auto floor = Served::Floor(settings);
  if (!floor.ok()) return floor.status();
  const auto werknemers = Werknemers::Make(settings.unary_calls);
  if (!werknemers.ok()) return werknemers.status();
  const std::vector<std::string> requests = ZiekmeldingRequests(*werknemers);
  const std::string framed = FreshDirectory(settings, kKey) + "/request";
  if (absl::Status status = WriteFramed(requests[0], framed); !status.ok()) return status;
  for (int round = 0; round < settings.rounds; ++round) {
    TellRound(kKey, round, settings.rounds);
    const auto theirs = RunH2load(settings, floor->address(), framed);
    if (!theirs.ok()) return theirs.status();
    const auto ours = SendCalls(settings, floor->address(), requests);
    if (!ours.ok()) return ours.status();
    readings->Add(kKey, ours->AnsweredPerS() / *theirs);
    readings->Add(absl::StrCat(kKey, ": ours per s"), ours->AnsweredPerS());
    readings->Add(absl::StrCat(kKey, ": h2load per s"), *theirs);
  }
  FreshDirectory(settings, kKey);
  return absl::OkStatus();
}

}  // namespace ketenproef::bench
