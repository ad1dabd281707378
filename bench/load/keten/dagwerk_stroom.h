// The streams on which UWV gets the work of a day, each open for the whole year: a batch is sent and its
// answer awaited before the next, as what comes after may rest on it.
//
// Belongs to one thread.
#ifndef KETENPROEF_BENCH_LOAD_KETEN_DAGWERK_STROOM_H_
#define KETENPROEF_BENCH_LOAD_KETEN_DAGWERK_STROOM_H_

#include "absl/status/status.h"
#include "bench/load/keten/aankomstboek.h"
#include "bench/load/keten/levensloop.h"
#include "bench/load/live_figures.h"
#include "bench/load/load_report.h"
#include "client/lib/client.h"

namespace ketenproef::load {

class DagwerkStroom {
 public:
  // Each batch is measured into `batches`, and each answer booked.
  DagwerkStroom(const client::Client& client, Aankomstboek& boek, LiveFigures* live, LoadReport* batches);

  // Sends the work of a day; an error where a stream has ended. A record that is refused is in the report.
  absl::Status Send(const Dagwerk& werk);

 private:
  template <typename Request, typename Records>
  absl::Status SendBatches(
      client::Stream<Request>& stream, const Records& records,
      google::protobuf::RepeatedPtrField<typename Records::value_type>* (Request::*mutable_records)());
  void Measure(std::int64_t sent_ns, std::int64_t records, std::int64_t refused);

  client::Stream<v1::SubmitMeldingenRequest> meldingen_;
  client::Stream<v1::SubmitBeoordelingenRequest> beoordelingen_;
  client::Stream<v1::SubmitRegistratiesRequest> registraties_;
  Aankomstboek& boek_;
  LiveFigures* live_;
  LoadReport* batches_;
};

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_KETEN_DAGWERK_STROOM_H_
