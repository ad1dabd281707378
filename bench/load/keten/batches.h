// Collects records into serialised requests of a stream of batches.
//
//   Batches<v1::SubmitMeldingenRequest> batches;
//   Fill(batches.Next().add_meldingen());
//   std::vector<std::string> requests = batches.Take();
//
// Not thread-safe.
#ifndef KETENPROEF_BENCH_LOAD_KETEN_BATCHES_H_
#define KETENPROEF_BENCH_LOAD_KETEN_BATCHES_H_

#include <string>
#include <utility>
#include <vector>

namespace ketenproef::load {

// As many as the contract allows in one message.
inline constexpr int kMaxBatchRecords = 1'000;

template <typename Request>
class Batches {
 public:
  explicit Batches(int batch_records = kMaxBatchRecords) : batch_records_(batch_records) {}

  // The request to add one more record to.
  Request& Next() {
    if (records_ == batch_records_) Flush();
    ++records_;
    return request_;
  }
  std::vector<std::string> Take() {
    if (records_ > 0) Flush();
    return std::move(batches_);
  }

 private:
  void Flush() {
    batches_.push_back(request_.SerializeAsString());
    request_.Clear();
    records_ = 0;
  }

  const int batch_records_;
  Request request_;
  int records_ = 0;
  std::vector<std::string> batches_;
};

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_KETEN_BATCHES_H_
