// Completion queues and messages as bytes, for drivers that know no types of the contract.
#ifndef KETENPROEF_BENCH_LOAD_COMPLETIONS_H_
#define KETENPROEF_BENCH_LOAD_COMPLETIONS_H_

#include <grpcpp/completion_queue.h>
#include <grpcpp/support/byte_buffer.h>

#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace ketenproef::load {

struct Completion {
  void* tag;
  bool ok;
};

// What completed first; nothing where `until_ns` came before that. Without `until_ns` it waits for ever.
std::optional<Completion> AwaitCompletion(grpc::CompletionQueue& queue, std::optional<std::int64_t> until_ns);

// Ends the queue, which must have nothing under way any more.
void Drain(grpc::CompletionQueue& queue);

// The bytes of a message that came.
void CopyBytes(const grpc::ByteBuffer& buffer, std::string* bytes);
// A message of bytes that outlive it; nothing is copied.
grpc::ByteBuffer MessageOf(absl::string_view bytes);

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_COMPLETIONS_H_
