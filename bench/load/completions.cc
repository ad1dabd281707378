#include "bench/load/completions.h"

#include <grpc/support/time.h>
#include <grpcpp/support/slice.h>

#include <algorithm>
#include <vector>

#include "bench/load/stopwatch.h"

namespace ketenproef::load {

std::optional<Completion> AwaitCompletion(grpc::CompletionQueue& queue,
                                          std::optional<std::int64_t> until_ns) {
  gpr_timespec deadline = gpr_inf_future(GPR_CLOCK_MONOTONIC);
  if (until_ns.has_value()) {
    const std::int64_t wait_ns = std::max<std::int64_t>(0, *until_ns - NowNanos());
    deadline = gpr_time_add(gpr_now(GPR_CLOCK_MONOTONIC), gpr_time_from_nanos(wait_ns, GPR_TIMESPAN));
  }
  Completion completion{};
  if (queue.AsyncNext(&completion.tag, &completion.ok, deadline) != grpc::CompletionQueue::GOT_EVENT) {
    return std::nullopt;
  }
  return completion;
}

void Drain(grpc::CompletionQueue& queue) {
  queue.Shutdown();
  void* tag = nullptr;
  bool ok = false;
  while (queue.Next(&tag, &ok)) {
  }
}

void CopyBytes(const grpc::ByteBuffer& buffer, std::string* bytes) {
  bytes->clear();
  std::vector<grpc::Slice> slices;
  if (!buffer.Valid() || !buffer.Dump(&slices).ok()) return;
  for (const grpc::Slice& slice : slices) {
    bytes->append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
}

grpc::ByteBuffer MessageOf(absl::string_view bytes) {
  const grpc::Slice slice(bytes.data(), bytes.size(), grpc::Slice::STATIC_SLICE);
  return grpc::ByteBuffer(&slice, 1);
}

}  // namespace ketenproef::load
