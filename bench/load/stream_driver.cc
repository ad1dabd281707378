#include "bench/load/stream_driver.h"

#include <grpc/support/time.h>
#include <grpcpp/client_context.h>
#include <grpcpp/completion_queue.h>
#include <grpcpp/generic/generic_stub.h>

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "bench/load/completions.h"
#include "bench/load/connections.h"
#include "bench/load/stopwatch.h"

namespace ketenproef::load {
namespace {

enum class Step { kStart, kWrite, kWritesDone, kRead, kFinish };
constexpr std::array<Step, 5> kSteps = {Step::kStart, Step::kWrite, Step::kWritesDone, Step::kRead,
                                        Step::kFinish};

struct BatchStream;

// What completion queues hand back: which step of which stream.
struct Tag {
  BatchStream* stream;
  Step step;
};

struct BatchStream {
  BatchStream() {
    for (const Step step : kSteps) tags[static_cast<std::size_t>(step)] = {this, step};
  }
  Tag* TagOf(Step step) { return &tags[static_cast<std::size_t>(step)]; }

  grpc::ClientContext context;
  std::unique_ptr<grpc::GenericClientAsyncReaderWriter> call;
  grpc::ByteBuffer answer;
  grpc::Status status;
  std::deque<Turn> under_way;
  std::int64_t free_since_ns = 0;
  bool is_started = false;
  bool is_writing = false;
  bool is_half_closed = false;  // nothing more will be written
  bool is_ended = false;        // nothing more will be read
  bool is_waiting = false;      // in the worker's list of streams that can take a batch
  std::array<Tag, kSteps.size()> tags;
};

// One thread with its streams and its completion queue.
class StreamWorker {
 public:
  StreamWorker(const StreamOptions& options, Schedule& schedule, BatchAt batch_at, JudgeBatch judge_batch)
      : options_(options), schedule_(schedule), batch_at_(batch_at), judge_batch_(judge_batch) {}
  ~StreamWorker() { Drain(queue_); }
  StreamWorker(const StreamWorker&) = delete;
  StreamWorker& operator=(const StreamWorker&) = delete;

  void AddStream(const std::shared_ptr<grpc::Channel>& channel) {
    BatchStream& stream = streams_.emplace_back();
    stream.context.set_deadline(gpr_time_from_nanos(options_.deadline_ns, GPR_TIMESPAN));
    if (!options_.omgeving.empty()) stream.context.AddMetadata("omgeving", options_.omgeving);
    stream.call = grpc::GenericStub(channel).PrepareCall(&stream.context, options_.method, &queue_);
  }

  void Run() {
    const std::int64_t begin_ns = NowNanos();
    const std::int64_t computed_ns = ThreadNanos();
    for (BatchStream& stream : streams_) {
      ++steps_under_way_;
      stream.call->StartCall(stream.TagOf(Step::kStart));
    }
    while (steps_under_way_ > 0) {
      std::optional<std::int64_t> until_ns;
      if (next_.has_value() && !waiting_.empty()) until_ns = next_->due_ns;
      const auto completion = AwaitCompletion(queue_, until_ns);
      if (completion.has_value()) {
        --steps_under_way_;
        const Tag& tag = *static_cast<Tag*>(completion->tag);
        Handle(*tag.stream, tag.step, completion->ok);
      }
      SendDue();
    }
    const std::int64_t took_ns = std::max<std::int64_t>(NowNanos() - begin_ns, 1);
    report_.busy_share = static_cast<double>(ThreadNanos() - computed_ns) / static_cast<double>(took_ns);
  }

  const LoadReport& report() const { return report_; }

 private:
  void Handle(BatchStream& stream, Step step, bool ok) {
    switch (step) {
      case Step::kStart:
        stream.is_started = ok;
        Read(stream);
        break;
      case Step::kWrite:
        stream.is_writing = false;
        break;
      case Step::kWritesDone:
        break;
      case Step::kRead:
        if (ok) {
          TakeAnswer(stream);
          Read(stream);
        } else {
          // Nothing more comes; Finish says why.
          stream.is_ended = true;
          ++steps_under_way_;
          stream.call->Finish(&stream.status, stream.TagOf(Step::kFinish));
        }
        break;
      case Step::kFinish:
        End(stream);
        break;
    }
    Offer(stream);
  }

  void Read(BatchStream& stream) {
    ++steps_under_way_;
    stream.call->Read(&stream.answer, stream.TagOf(Step::kRead));
  }

  // Into the list of those that can take a batch, where it can.
  void Offer(BatchStream& stream) {
    const bool can_take = stream.is_started && !stream.is_writing && !stream.is_half_closed &&
                          !stream.is_ended &&
                          stream.under_way.size() < static_cast<std::size_t>(options_.under_way);
    if (!can_take || stream.is_waiting) return;
    stream.is_waiting = true;
    stream.free_since_ns = NowNanos();
    waiting_.push_back(&stream);
  }

  void SendDue() {
    while (!waiting_.empty()) {
      BatchStream& stream = *waiting_.front();
      const std::int64_t now_ns = NowNanos();
      if (!next_.has_value() && !is_over_) next_ = schedule_.Take(now_ns);
      is_over_ = !next_.has_value();
      if (!stream.is_ended && !is_over_ && next_->due_ns > now_ns) return;
      waiting_.pop_front();
      stream.is_waiting = false;
      if (stream.is_ended) continue;
      if (is_over_) {
        stream.is_half_closed = true;
        ++steps_under_way_;
        stream.call->WritesDone(stream.TagOf(Step::kWritesDone));
      } else {
        Send(stream, *std::exchange(next_, std::nullopt), now_ns);
      }
    }
  }

  void Send(BatchStream& stream, const Turn& turn, std::int64_t now_ns) {
    if (schedule_.IsOpenLoop()) {
      if (turn.due_ns < stream.free_since_ns) ++report_.held_back;
      if (now_ns - std::max(turn.due_ns, stream.free_since_ns) > LoadReport::kLateNs) ++report_.late;
    }
    if (!schedule_.IsWarmUp(turn)) report_.begin_ns = std::min(report_.begin_ns, now_ns);
    stream.under_way.push_back(turn);
    stream.is_writing = true;
    ++steps_under_way_;
    stream.call->Write(MessageOf(*batch_at_(turn.index)), stream.TagOf(Step::kWrite));
  }

  void TakeAnswer(BatchStream& stream) {
    if (stream.under_way.empty()) {
      report_.Fail("an answer that nothing was sent for");
      return;
    }
    const std::int64_t now_ns = NowNanos();
    const Turn turn = stream.under_way.front();
    stream.under_way.pop_front();
    CopyBytes(stream.answer, &bytes_);
    const BatchVerdict verdict = judge_batch_(turn.index, bytes_);
    if (verdict.wrong > 0) {
      report_.Fail(
          absl::StrCat("batch ", turn.index, ": ", verdict.wrong, " records were not answered right"));
    }
    const std::int64_t latency_ns = now_ns - turn.due_ns;
    if (options_.live != nullptr) options_.live->Count(verdict.right, latency_ns);
    if (schedule_.IsWarmUp(turn)) return;
    ++report_.answered;
    report_.records += verdict.right;
    report_.latency.Record(latency_ns);
    report_.end_ns = now_ns;
  }

  void End(const BatchStream& stream) {
    const std::size_t unanswered = stream.under_way.size();
    if (stream.status.ok() && unanswered == 0 && stream.is_half_closed) return;
    report_.Fail(absl::StrCat("a stream ended with status ", static_cast<int>(stream.status.error_code()),
                              ": ", stream.status.error_message(),
                              "; batches without an answer: ", unanswered));
    if (unanswered > 1) report_.failures += static_cast<std::int64_t>(unanswered) - 1;
  }

  const StreamOptions& options_;
  Schedule& schedule_;
  BatchAt batch_at_;
  JudgeBatch judge_batch_;
  grpc::CompletionQueue queue_;
  std::deque<BatchStream> streams_;
  std::deque<BatchStream*> waiting_;  // can take a batch, longest first
  std::optional<Turn> next_;          // taken, and not sent yet
  bool is_over_ = false;              // there are no more turns to take
  int steps_under_way_ = 0;
  std::string bytes_;
  LoadReport report_;
};

}  // namespace

absl::StatusOr<LoadReport> DriveStreams(const StreamOptions& options, BatchAt batch_at,
                                        JudgeBatch judge_batch) {
  auto channels = Connect(options.address, options.connections, options.connect_timeout_ms);
  if (!channels.ok()) return channels.status();
  Schedule schedule(options.pace);
  std::deque<StreamWorker> workers;
  for (int i = 0; i < options.threads; ++i) workers.emplace_back(options, schedule, batch_at, judge_batch);
  for (int i = 0; i < options.streams; ++i) {
    workers[static_cast<std::size_t>(i % options.threads)].AddStream(
        (*channels)[static_cast<std::size_t>(i % options.connections)]);
  }
  schedule.Begin(NowNanos());
  std::vector<std::thread> threads;
  threads.reserve(workers.size());
  for (StreamWorker& worker : workers) threads.emplace_back([&worker] { worker.Run(); });
  for (std::thread& thread : threads) thread.join();
  LoadReport report;
  for (const StreamWorker& worker : workers) report.Merge(worker.report());
  return report;
}

}  // namespace ketenproef::load
