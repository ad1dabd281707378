#include "bench/load/keten/dagwerk_stroom.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "bench/load/keten/batches.h"
#include "bench/load/stopwatch.h"

namespace ketenproef::load {
namespace {

v1::Opdrachtsoort SoortVan(const v1::Melding& melding) {
  return melding.has_ziekmelding() ? v1::OPDRACHTSOORT_ZIEKMELDING : v1::OPDRACHTSOORT_HERSTELMELDING;
}
v1::Opdrachtsoort SoortVan(const v1::Beoordelingopdracht& /*opdracht*/) {
  return v1::OPDRACHTSOORT_BESLISSING;
}
v1::Opdrachtsoort SoortVan(const v1::Registratie& /*registratie*/) {
  return v1::OPDRACHTSOORT_EINDE_DIENSTVERBAND;
}

// Everything in a year is on time.
bool IsRight(const v1::Meldingresultaat& resultaat) {
  const v1::Ontvangst& ontvangst = resultaat.ontvangst();
  return ontvangst.oordelen_size() == 1 && ontvangst.oordelen(0).tijdig() && !ontvangst.herhaald();
}
bool IsRight(const v1::Verwerkingsresultaat& resultaat) {
  return resultaat.has_verwerkt();
}

}  // namespace

DagwerkStroom::DagwerkStroom(const client::Client& client, Aankomstboek& boek, LiveFigures* live,
                             LoadReport* batches)
    : meldingen_(client.Open<v1::SubmitMeldingenRequest>()),
      beoordelingen_(client.Open<v1::SubmitBeoordelingenRequest>()),
      registraties_(client.Open<v1::SubmitRegistratiesRequest>()),
      boek_(boek),
      live_(live),
      batches_(batches) {}

absl::Status DagwerkStroom::Send(const Dagwerk& werk) {
  absl::Status status =
      SendBatches(meldingen_, werk.meldingen.meldingen(), &v1::SubmitMeldingenRequest::mutable_meldingen);
  if (!status.ok()) return status;
  status = SendBatches(beoordelingen_, werk.beoordelingen.opdrachten(),
                       &v1::SubmitBeoordelingenRequest::mutable_opdrachten);
  if (!status.ok()) return status;
  return SendBatches(registraties_, werk.registraties.registraties(),
                     &v1::SubmitRegistratiesRequest::mutable_registraties);
}

template <typename Request, typename Records>
absl::Status DagwerkStroom::SendBatches(
    client::Stream<Request>& stream, const Records& records,
    google::protobuf::RepeatedPtrField<typename Records::value_type>* (Request::*mutable_records)()) {
  for (int first = 0; first < records.size(); first += kMaxBatchRecords) {
    const int size = std::min(kMaxBatchRecords, records.size() - first);
    Request request;
    (request.*mutable_records)()->Assign(records.begin() + first, records.begin() + first + size);
    client::ResponseTo<Request> response;
    const std::int64_t sent_ns = NowNanos();
    if (!stream.Write(request) || !stream.Read(&response)) {
      for (int i = 0; i < size; ++i) boek_.BookVerstuurd(SoortVan(records[first + i]), 1, 0);
      const absl::Status status = stream.Finish();
      return absl::AbortedError(absl::StrCat("a stream of batches ended: ", std::string(status.message())));
    }
    std::int64_t refused = 0;
    for (int i = 0; i < size; ++i) {
      const bool is_right = i < response.resultaten_size() && IsRight(response.resultaten(i));
      refused += is_right ? 0 : 1;
      boek_.BookVerstuurd(SoortVan(records[first + i]), 1, is_right ? 1 : 0);
    }
    Measure(sent_ns, size, refused);
  }
  return absl::OkStatus();
}

void DagwerkStroom::Measure(std::int64_t sent_ns, std::int64_t records, std::int64_t refused) {
  const std::int64_t now_ns = NowNanos();
  if (live_ != nullptr) live_->Count(records, now_ns - sent_ns);
  if (refused > 0) batches_->Fail(absl::StrCat(refused, " records of a batch were not answered right"));
  batches_->begin_ns = std::min(batches_->begin_ns, sent_ns);
  batches_->end_ns = now_ns;
  ++batches_->answered;
  batches_->records += records - refused;
  batches_->latency.Record(now_ns - sent_ns);
}

}  // namespace ketenproef::load
