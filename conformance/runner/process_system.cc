#include "conformance/runner/process_system.h"

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>
#include <grpcpp/channel.h>

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/synchronization/mutex.h"
#include "client/lib/call.h"
#include "conformance/runner/child_process.h"
#include "conformance/runner/configuration_json.h"
#include "conformance/runner/report_text.h"

namespace ketenproef::conformance {
namespace {

// For what is asked to stop: long enough to close its files, short enough to wait for it after every case.
constexpr absl::Duration kGrace = absl::Seconds(1);
// A call fails a moment before the process whose it was has ended.
constexpr absl::Duration kEndWait = absl::Seconds(1);
constexpr int kMaxFailedStarts = 3;
constexpr std::size_t kMaxQuotedBytes = 200;

// With what it said last, where it said anything.
std::string WithLastWords(absl::string_view what, const ChildProcess& child) {
  constexpr std::size_t kMaxShown = 1'000;
  const std::string tail = child.ErrorTail();
  const absl::string_view shown = absl::StripAsciiWhitespace(tail);
  if (shown.empty()) return std::string(what);
  const std::size_t skipped = shown.size() > kMaxShown ? shown.size() - kMaxShown : 0;
  return absl::StrCat(what,
                      "; het laatste op standard error: ", ReportText(shown.substr(skipped), kMaxShown));
}

// The address in the line of a system that is ready.
std::optional<std::string> AddressIn(const std::string& line) {
  google::protobuf::Struct ready;
  if (!google::protobuf::util::JsonStringToMessage(line, &ready).ok()) return std::nullopt;
  const auto address = ready.fields().find("address");
  if (address == ready.fields().end() || !address->second.has_string_value()) return std::nullopt;
  return address->second.string_value();
}

class ProcessSystem final : public System {
 public:
  ProcessSystem(const ProcessOptions& options, std::string configuration, bool is_called)
      : options_(options), configuration_(std::move(configuration)), is_called_(is_called) {}
  ~ProcessSystem() override {
    if (child_ != nullptr) child_->Stop(kGrace);
  }

  absl::Status Start() {
    auto child = ChildProcess::Spawn(options_.command, configuration_);
    if (!child.ok()) return child.status();
    child_ = *std::move(child);
    const std::optional<std::string> line = child_->AwaitLine(options_.start_timeout);
    if (!line.has_value()) {
      return absl::DeadlineExceededError(WithLastWords(
          absl::StrCat("het systeem meldde binnen ", absl::FormatDuration(options_.start_timeout),
                       " geen regel {\"address\": ...} op standard output"),
          *child_));
    }
    if (std::optional<std::string> address = AddressIn(*line); address && !(is_called_ && address->empty())) {
      address_ = *std::move(address);
      channel_ = is_called_ ? client::MakeChannel(address_) : nullptr;
      return absl::OkStatus();
    }
    return absl::FailedPreconditionError(WithLastWords(WhatItDidInstead(*line), *child_));
  }

  std::string address() const override { return address_; }
  std::shared_ptr<grpc::Channel> channel() override { return channel_; }
  bool can_restart() const override { return true; }
  absl::Status Restart() override {
    channel_ = nullptr;
    child_->Stop(absl::ZeroDuration());
    absl::Status status = Start();
    if (!status.ok()) child_->Stop(absl::ZeroDuration());
    return status;
  }
  std::optional<std::string> ended() override { return child_->AwaitEnd(kEndWait); }
  bool is_gone() override { return child_->AwaitEnd(absl::ZeroDuration()).has_value(); }
  std::string last_words() const override { return ReportText(child_->ErrorTail()); }

 private:
  std::string WhatItDidInstead(const std::string& line) const {
    if (!line.empty()) {
      return absl::StrCat("de eerste regel op standard output is geen {\"address\": \"HOST:POORT\"} maar \"",
                          ReportText(line, kMaxQuotedBytes), "\"");
    }
    if (const auto end = child_->AwaitEnd(kEndWait)) {
      return absl::StrCat("het systeem eindigde voordat het een adres had gemeld: ", *end);
    }
    return "de eerste regel op standard output is leeg, waar {\"address\": \"HOST:POORT\"} moet staan";
  }

  const ProcessOptions& options_;
  const std::string configuration_;
  const bool is_called_;
  std::unique_ptr<ChildProcess> child_;
  std::string address_;
  std::shared_ptr<grpc::Channel> channel_;
};

class ProcessSource final : public SystemSource {
 public:
  explicit ProcessSource(ProcessOptions options) : options_(std::move(options)) {}

  absl::StatusOr<std::unique_ptr<System>> Start(const SystemConfig& config) override {
    {
      absl::MutexLock lock(&mutex_);
      if (failed_starts_ >= kMaxFailedStarts) return last_error_;
    }
    auto configuration = ConfigurationJson(config);
    if (!configuration.ok()) return configuration.status();
    auto system = std::make_unique<ProcessSystem>(options_, *std::move(configuration),
                                                  config.kind != v1::SYSTEM_KIND_GEMEENTE_OPHALER);
    const absl::Status status = system->Start();
    absl::MutexLock lock(&mutex_);
    failed_starts_ = status.ok() ? 0 : failed_starts_ + 1;
    last_error_ = status;
    if (!status.ok()) return status;
    return system;
  }
  bool can_start_many() const override { return true; }
  std::string name() const override { return options_.command; }

 private:
  const ProcessOptions options_;
  absl::Mutex mutex_;
  int failed_starts_ ABSL_GUARDED_BY(mutex_) = 0;
  absl::Status last_error_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace

std::unique_ptr<SystemSource> MakeProcessSource(ProcessOptions options) {
  return std::make_unique<ProcessSource>(std::move(options));
}

}  // namespace ketenproef::conformance
