#include "bench/load/unary_driver.h"

#include <grpc/support/time.h>
#include <grpcpp/client_context.h>
#include <grpcpp/completion_queue.h>
#include <grpcpp/generic/generic_stub.h>

#include <algorithm>
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

// One call that can be in flight.
struct Hand {
  explicit Hand(std::shared_ptr<grpc::Channel> channel) : stub(std::move(channel)) {}

  grpc::GenericStub stub;
  std::optional<grpc::ClientContext> context;
  std::unique_ptr<grpc::GenericClientAsyncResponseReader> call;
  grpc::ByteBuffer answer;
  grpc::Status status;
  Turn turn;
  std::int64_t free_since_ns = 0;
};

// One thread with its hands and its completion queue.
class UnaryWorker {
 public:
  UnaryWorker(const UnaryOptions& options, Schedule& schedule, RequestAt request_at,
              AnswerIsRight answer_is_right, RefusalIsRight refusal_is_right)
      : options_(options),
        schedule_(schedule),
        request_at_(request_at),
        answer_is_right_(answer_is_right),
        refusal_is_right_(refusal_is_right) {}
  ~UnaryWorker() { Drain(queue_); }
  UnaryWorker(const UnaryWorker&) = delete;
  UnaryWorker& operator=(const UnaryWorker&) = delete;

  void AddHand(std::shared_ptr<grpc::Channel> channel) {
    free_.push_back(&hands_.emplace_back(std::move(channel)));
  }

  void Run() {
    const std::int64_t begin_ns = NowNanos();
    const std::int64_t computed_ns = ThreadNanos();
    for (Hand& hand : hands_) hand.free_since_ns = begin_ns;
    for (SendDue(); next_.has_value() || free_.size() < hands_.size(); SendDue()) {
      std::optional<std::int64_t> until_ns;
      if (next_.has_value() && !free_.empty()) until_ns = next_->due_ns;
      const auto completion = AwaitCompletion(queue_, until_ns);
      if (completion.has_value()) Finish(*static_cast<Hand*>(completion->tag));
    }
    const std::int64_t took_ns = std::max<std::int64_t>(NowNanos() - begin_ns, 1);
    report_.busy_share = static_cast<double>(ThreadNanos() - computed_ns) / static_cast<double>(took_ns);
  }

  const LoadReport& report() const { return report_; }

 private:
  void SendDue() {
    while (!free_.empty() && !is_over_) {
      const std::int64_t now_ns = NowNanos();
      if (!next_.has_value()) next_ = schedule_.Take(now_ns);
      if (!next_.has_value()) {
        is_over_ = true;
        return;
      }
      if (next_->due_ns > now_ns) return;
      // The one that is free longest: calls go round all connections.
      Hand& hand = *free_.front();
      free_.pop_front();
      hand.turn = *std::exchange(next_, std::nullopt);
      Send(hand, now_ns);
    }
  }

  void Send(Hand& hand, std::int64_t now_ns) {
    if (schedule_.IsOpenLoop()) {
      if (hand.turn.due_ns < hand.free_since_ns) ++report_.held_back;
      if (now_ns - std::max(hand.turn.due_ns, hand.free_since_ns) > LoadReport::kLateNs) ++report_.late;
    }
    if (!schedule_.IsWarmUp(hand.turn)) report_.begin_ns = std::min(report_.begin_ns, now_ns);
    hand.context.emplace();
    hand.context->set_deadline(gpr_time_from_nanos(options_.deadline_ns, GPR_TIMESPAN));
    if (!options_.omgeving.empty()) hand.context->AddMetadata("omgeving", options_.omgeving);
    hand.call = hand.stub.PrepareUnaryCall(&*hand.context, options_.method,
                                           MessageOf(*request_at_(hand.turn.index)), &queue_);
    hand.call->StartCall();
    hand.call->Finish(&hand.answer, &hand.status, &hand);
  }

  void Finish(Hand& hand) {
    const std::int64_t now_ns = NowNanos();
    const std::int64_t index = hand.turn.index;
    if (hand.status.ok()) {
      CopyBytes(hand.answer, &bytes_);
      const bool is_right = answer_is_right_(index, bytes_);
      if (!is_right) report_.Fail(absl::StrCat("the answer to call ", index, " is not right"));
      CountAnswer(hand.turn, is_right, now_ns);
    } else if (refusal_is_right_(index, hand.status.error_code(), hand.status.error_details())) {
      CountAnswer(hand.turn, true, now_ns);
    } else {
      report_.Fail(absl::StrCat("call ", index, ": status ", static_cast<int>(hand.status.error_code()), ": ",
                                hand.status.error_message()));
    }
    hand.answer.Clear();
    hand.free_since_ns = now_ns;
    free_.push_back(&hand);
  }

  void CountAnswer(const Turn& turn, bool is_right, std::int64_t now_ns) {
    const std::int64_t latency_ns = now_ns - turn.due_ns;
    if (options_.live != nullptr) options_.live->Count(1, latency_ns);
    if (schedule_.IsWarmUp(turn)) return;
    ++report_.answered;
    report_.records += is_right ? 1 : 0;
    report_.latency.Record(latency_ns);
    report_.end_ns = now_ns;
  }

  const UnaryOptions& options_;
  Schedule& schedule_;
  RequestAt request_at_;
  AnswerIsRight answer_is_right_;
  RefusalIsRight refusal_is_right_;
  grpc::CompletionQueue queue_;
  std::deque<Hand> hands_;
  std::deque<Hand*> free_;
  std::optional<Turn> next_;  // taken, and not sent yet
  bool is_over_ = false;      // there are no more turns to take
  std::string bytes_;
  LoadReport report_;
};

}  // namespace

absl::StatusOr<LoadReport> DriveUnary(const UnaryOptions& options, RequestAt request_at,
                                      AnswerIsRight answer_is_right) {
  return DriveUnary(options, request_at, answer_is_right,
                    [](std::int64_t, int, absl::string_view) { return false; });
}

absl::StatusOr<LoadReport> DriveUnary(const UnaryOptions& options, RequestAt request_at,
                                      AnswerIsRight answer_is_right, RefusalIsRight refusal_is_right) {
  auto channels = Connect(options.address, options.connections, options.connect_timeout_ms);
  if (!channels.ok()) return channels.status();
  Schedule schedule(options.pace);
  std::deque<UnaryWorker> workers;
  for (int i = 0; i < options.threads; ++i) {
    workers.emplace_back(options, schedule, request_at, answer_is_right, refusal_is_right);
  }
  for (int i = 0; i < options.in_flight; ++i) {
    workers[static_cast<std::size_t>(i % options.threads)].AddHand(
        (*channels)[static_cast<std::size_t>(i % options.connections)]);
  }
  schedule.Begin(NowNanos());
  std::vector<std::thread> threads;
  threads.reserve(workers.size());
  for (UnaryWorker& worker : workers) threads.emplace_back([&worker] { worker.Run(); });
  for (std::thread& thread : threads) thread.join();
  LoadReport report;
  for (const UnaryWorker& worker : workers) report.Merge(worker.report());
  return report;
}

}  // namespace ketenproef::load
