#include "client/cli/draaiboek_stream.h"

#include <grpcpp/client_context.h>

#include <utility>
#include <vector>

#include "client/cli/draaiboek_request.h"
#include "client/cli/grpc_status.h"
#include "client/cli/progress.h"
#include "ketenproef/v1/draaiboek_service.grpc.pb.h"

namespace ketenproef {
namespace {

// A message of the stream holds about 64 KB. One is under way at a time: a channel within the process keeps
// nothing back, so a second Write would wait for a Read that only comes after it.
constexpr int kMaxBatchLines = 1'000;
constexpr std::size_t kMaxBatchBytes = 64 * 1024;

// About what the line takes, in the file and in a message.
std::size_t BytesOf(const PlaybookLine& line) {
  constexpr std::size_t kFixedBytes = 50;
  return kFixedBytes + line.kenmerk.size() + line.bsn.size() + line.loonheffingennummer.size() +
         line.verwijst_naar.size() + line.toelichting.size();
}

class Sender {
 public:
  explicit Sender(const DraaiboekStream& options)
      : options_(options), progress_(options.progress_name, options.progress_bytes) {
    context_.AddMetadata("omgeving", options.omgeving);
    stream_ = v1::DraaiboekService::NewStub(options.channel)->PlayDraaiboek(&context_);
  }

  absl::Status Send(PlaybookReader& reader) {
    bool alive = true;
    for (bool more = true; more && alive;) {
      const PlaybookLine& line = reader.line();
      if (TimeOf(line) >= options_.end) break;
      Add(line);
      if (batch_.regels_size() == kMaxBatchLines || batch_bytes_ >= kMaxBatchBytes) {
        alive = PlayBatch();
        if (options_.is_stopped && options_.is_stopped()) return Stop();
      }
      const auto next = reader.Next();
      if (!next.ok()) return next.status();
      more = *next;
    }
    if (batch_.regels_size() > 0) alive = alive && PlayBatch();
    stream_->WritesDone();
    if (absl::Status status = FromGrpc(stream_->Finish()); !status.ok()) return status;
    if (!alive) {
      return absl::InternalError("the simulator ended the stream before it had answered every line");
    }
    progress_.Show(options_.progress_bytes);
    return absl::OkStatus();
  }

 private:
  void Add(const PlaybookLine& line) {
    v1::Draaiboekregel* const regel = batch_.add_regels();
    EncodeLine(line, regel);
    if (options_.at) {
      regel->mutable_tijdstip()->set_seconds(options_.at->unix_seconds);
      regel->mutable_tijdstip()->set_nanos(options_.at->nanos);
    }
    sent_.push_back({line.soort, std::string(line.kenmerk), std::string(line.loonheffingennummer)});
    batch_bytes_ += BytesOf(line);
  }

  // Sends the batch, takes its answer and empties it; false where the stream has ended.
  bool PlayBatch() {
    v1::PlayDraaiboekResponse response;
    if (!stream_->Write(batch_) || !stream_->Read(&response)) return false;
    if (static_cast<std::size_t>(response.resultaten_size()) != sent_.size()) return false;
    for (std::size_t i = 0; i < sent_.size(); ++i) {
      options_.on_result(sent_[i], response.resultaten(static_cast<int>(i)));
    }
    sent_.clear();
    batch_.clear_regels();
    played_bytes_ += std::exchange(batch_bytes_, 0);
    progress_.Show(played_bytes_);
    return true;
  }

  absl::Status Stop() {
    context_.TryCancel();
    (void)stream_->Finish();  // CANCELLED, as was asked for
    return absl::CancelledError("the play was stopped");
  }

  const DraaiboekStream& options_;
  Progress progress_;
  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientReaderWriter<v1::PlayDraaiboekRequest, v1::PlayDraaiboekResponse>> stream_;
  v1::PlayDraaiboekRequest batch_;
  std::vector<PlayedLine> sent_;  // the lines of the batch, in order
  std::size_t batch_bytes_ = 0;
  std::size_t played_bytes_ = 0;
};

}  // namespace

absl::Time TimeOf(const PlaybookLine& line) {
  return absl::FromUnixSeconds(line.unix_seconds) + absl::Nanoseconds(line.nanos);
}

absl::Status PlayLines(const DraaiboekStream& stream, PlaybookReader& reader) {
  return Sender(stream).Send(reader);
}

}  // namespace ketenproef
