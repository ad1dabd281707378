#include "bench/load/keten/melding_run.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "bench/load/keten/batches.h"
#include "bench/load/keten/boekhouding.h"
#include "bench/load/keten/meldingafstemming.h"
#include "bench/load/keten/proefomgeving.h"
#include "bench/load/stream_driver.h"
#include "bench/load/unary_driver.h"
#include "client/lib/call_error.h"

namespace ketenproef::load {
namespace {

// A Monday after which every fine of the plan fits in the register of the workers.
const absl::CivilDay kOntvangstdag(2025, 6, 2);

std::string ReasonOf(int code, absl::string_view details) {
  absl::Status status(static_cast<absl::StatusCode>(code), "");
  client::SetDetails(details, &status);
  return client::CallErrorOf(status).reason;
}

// Single calls.
absl::StatusOr<Meting> SendEnkel(const LoadOptions& options, Boekhouding& boekhouding) {
  const Meldingplan& plan = boekhouding.plan();
  std::vector<std::string> requests;
  for (std::int64_t i = 0; i < plan.aantal(); ++i) {
    v1::SubmitZiekmeldingRequest request;
    plan.Fill(i, request.mutable_ziekmelding());
    requests.push_back(request.SerializeAsString());
  }
  UnaryOptions unary;
  unary.address = options.address;
  unary.omgeving = options.omgeving;
  unary.method = client::MethodOf<v1::SubmitZiekmeldingRequest>::kPath;
  unary.connections = options.connections;
  unary.threads = options.threads;
  unary.in_flight = options.in_flight;
  unary.pace = {.turns = plan.aantal(), .rate_per_s = options.rate_per_s, .warm_up_turns = options.warm_up};
  unary.live = options.live;
  auto report = DriveUnary(
      unary,
      [&](std::int64_t i) {
        boekhouding.BookSent(i);
        return &requests[static_cast<std::size_t>(i)];
      },
      [&](std::int64_t i, absl::string_view answer) {
        v1::SubmitZiekmeldingResponse response;
        if (response.ParseFromArray(answer.data(), static_cast<int>(answer.size()))) {
          return boekhouding.BookOntvangst(i, response.ontvangst());
        }
        boekhouding.BookUnreadable(i);
        return false;
      },
      [&](std::int64_t i, int code, absl::string_view details) {
        const std::string regel = ReasonOf(code, details);
        // Of no rule: whatever it was, it is not known whether the record was taken in.
        return regel.find('-') != std::string::npos && boekhouding.BookWeigering(i, regel);
      });
  if (!report.ok()) return report.status();
  return Meting{"melding", "Ziekmeldingen als enkele aanroep", *std::move(report)};
}

// The answer to one batch, booked record by record.
BatchVerdict BookBatch(std::int64_t first, std::int64_t records, absl::string_view answer,
                       Boekhouding& boekhouding) {
  v1::SubmitMeldingenResponse response;
  BatchVerdict verdict;
  if (!response.ParseFromArray(answer.data(), static_cast<int>(answer.size())) ||
      response.resultaten_size() != records) {
    for (std::int64_t i = 0; i < records; ++i) boekhouding.BookUnreadable(first + i);
    return {.wrong = records};
  }
  for (std::int64_t i = 0; i < records; ++i) {
    const v1::Meldingresultaat& resultaat = response.resultaten(static_cast<int>(i));
    bool is_right = false;
    if (resultaat.has_ontvangst()) {
      is_right = boekhouding.BookOntvangst(first + i, resultaat.ontvangst());
    } else if (resultaat.has_weigering()) {
      is_right = boekhouding.BookWeigering(first + i, resultaat.weigering().regel());
    } else {
      boekhouding.BookUnreadable(first + i);
    }
    ++(is_right ? verdict.right : verdict.wrong);
  }
  return verdict;
}

// Streams of batches; a rate is of records, a turn of the driver is a batch.
absl::StatusOr<Meting> SendStroom(const LoadOptions& options, Boekhouding& boekhouding) {
  const Meldingplan& plan = boekhouding.plan();
  const std::int64_t size = options.batch_records;
  Batches<v1::SubmitMeldingenRequest> batches(options.batch_records);
  for (std::int64_t i = 0; i < plan.aantal(); ++i) {
    plan.Fill(i, batches.Next().add_meldingen()->mutable_ziekmelding());
  }
  const std::vector<std::string> requests = batches.Take();
  const auto records_of = [&](std::int64_t batch) { return std::min(size, plan.aantal() - batch * size); };
  StreamOptions stream;
  stream.address = options.address;
  stream.omgeving = options.omgeving;
  stream.method = client::MethodOf<v1::SubmitMeldingenRequest>::kPath;
  stream.connections = std::min(options.connections, options.streams);
  stream.threads = options.threads;
  stream.streams = options.streams;
  stream.under_way = options.under_way;
  stream.pace = {.turns = static_cast<std::int64_t>(requests.size()),
                 .rate_per_s = options.rate_per_s / static_cast<double>(size),
                 .warm_up_turns = options.warm_up / size};
  stream.live = options.live;
  auto report = DriveStreams(
      stream,
      [&](std::int64_t batch) {
        for (std::int64_t i = 0; i < records_of(batch); ++i) boekhouding.BookSent(batch * size + i);
        return &requests[static_cast<std::size_t>(batch)];
      },
      [&](std::int64_t batch, absl::string_view answer) {
        return BookBatch(batch * size, records_of(batch), answer, boekhouding);
      });
  if (!report.ok()) return report.status();
  return Meting{"batch", absl::StrCat("Batches van ", size, " ziekmeldingen in een stroom"),
                *std::move(report)};
}

// What a system does not serve says nothing.
absl::Status UnlessUnimplemented(const absl::Status& status) {
  return absl::IsUnimplemented(status) ? absl::OkStatus() : status;
}

absl::StatusOr<Afstemming> Reconcile(const Proefomgeving& omgeving, Boekhouding& boekhouding) {
  Meldingafstemming afstemming(boekhouding);
  absl::Status status =
      omgeving.ForEachGeval([&](const v1::Ziektegeval& geval) { afstemming.TakeGeval(geval); });
  if (!status.ok()) return status;
  const auto tellingen = omgeving.Count();
  if (tellingen.ok()) afstemming.TakeTellingen(*tellingen);
  if (status = UnlessUnimplemented(tellingen.status()); !status.ok()) return status;
  const absl::Status journaal = omgeving.ForEachZiekmelding(
      [&](const v1::Gebeurtenis& gebeurtenis) { afstemming.TakeGebeurtenis(gebeurtenis); });
  if (journaal.ok()) afstemming.SetJournaalTaken();
  if (status = UnlessUnimplemented(journaal); !status.ok()) return status;
  return afstemming.Finish();
}

}  // namespace

absl::StatusOr<LoadResult> RunMeldingen(const LoadOptions& options) {
  const auto werknemers = Werknemers::Make(options.werknemers, options.gemeenten);
  if (!werknemers.ok()) return werknemers.status();
  const auto omgeving = Proefomgeving::Make(options.address, options.omgeving, kOntvangstdag);
  if (!omgeving.ok()) return omgeving.status();
  if (options.keeps_omgeving) (*omgeving)->Keep();
  if (absl::Status status = (*omgeving)->LoadRegisters(*werknemers); !status.ok()) return status;

  const Meldingplan plan(*werknemers, kOntvangstdag);
  Boekhouding boekhouding(plan);
  auto meting =
      options.modus == Modus::kEnkel ? SendEnkel(options, boekhouding) : SendStroom(options, boekhouding);
  if (!meting.ok()) return meting.status();

  auto afstemming = Reconcile(**omgeving, boekhouding);
  if (!afstemming.ok()) return afstemming.status();
  LoadResult result;
  result.metingen.push_back(*std::move(meting));
  result.afstemming = *std::move(afstemming);
  return result;
}

}  // namespace ketenproef::load
