#include "conformance/mutants/hooked_call.h"

#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/slice.h>

#include <string>
#include <utility>

namespace ketenproef::conformance {
namespace {

// Reads a request, lets the hook answer it, writes the answers; then the status, or with batches the next
// one.
class HookedCall final : public grpc::ServerGenericBidiReactor {
 public:
  HookedCall(std::shared_ptr<grpc::Channel> target, const HookedMethod* method, Workers* workers,
             grpc::GenericCallbackServerContext* context)
      : method_(method), workers_(workers), path_(context->method()), target_(std::move(target), *context) {
    StartRead(&read_);
  }

  void OnReadDone(bool ok) override {
    if (ok) {
      workers_->Run([this] { Answer(); });
    } else {
      Finish(method_->takes_batches ? grpc::Status::OK
                                    : grpc::Status(grpc::StatusCode::INTERNAL, "the call has no request"));
    }
  }

  void OnWriteDone(bool ok) override {
    if (ok) {
      WriteNext();
    } else {
      Finish({grpc::StatusCode::CANCELLED, "the caller is gone"});
    }
  }

  void OnCancel() override { target_.Cancel(); }
  void OnDone() override { delete this; }

 private:
  void Answer() {
    answers_ = method_->hook(Text(read_), target_,
                             [this](const std::string& request) { return target_.Ask(path_, request); });
    written_ = 0;
    WriteNext();
  }

  void WriteNext() {
    if (written_ < answers_.messages.size()) {
      const grpc::Slice slice(answers_.messages[written_++]);
      write_ = grpc::ByteBuffer(&slice, 1);
      StartWrite(&write_);
    } else if (method_->takes_batches && answers_.status.ok()) {
      read_.Clear();
      StartRead(&read_);
    } else {
      Finish(answers_.status);
    }
  }

  static std::string Text(const grpc::ByteBuffer& buffer) {
    grpc::Slice whole;
    if (!buffer.DumpToSingleSlice(&whole).ok()) return {};
    return {reinterpret_cast<const char*>(whole.begin()), whole.size()};
  }

  const HookedMethod* method_;
  Workers* workers_;
  const std::string path_;
  Target target_;
  grpc::ByteBuffer read_;
  grpc::ByteBuffer write_;
  Answers answers_;
  std::size_t written_ = 0;
};

}  // namespace

grpc::ServerGenericBidiReactor* StartHooked(std::shared_ptr<grpc::Channel> target, const HookedMethod* method,
                                            Workers* workers, grpc::GenericCallbackServerContext* context) {
  return new HookedCall(std::move(target), method, workers, context);
}

}  // namespace ketenproef::conformance
