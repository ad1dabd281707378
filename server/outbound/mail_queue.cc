#include "server/outbound/mail_queue.h"

#include <algorithm>
#include <utility>

namespace ketenproef {

MailQueue::MailQueue(MailQueueOptions options, std::unique_ptr<MailSender> sender, Report report)
    : options_(std::move(options)),
      sender_(std::move(sender)),
      report_(std::move(report)),
      thread_([this](const std::stop_token& stop) { Loop(stop); }) {}

void MailQueue::Put(Notification notification) {
  absl::MutexLock lock(&mutex_);
  if (is_stopping_) {
    return;
  }
  Lane& lane = lanes_[notification.omgeving];
  lane.waiting.push_back(std::move(notification));
}

void MailQueue::Stop() {
  {
    absl::MutexLock lock(&mutex_);
    is_stopping_ = true;
  }
  thread_.request_stop();
  if (thread_.joinable()) {
    thread_.join();
  }
}

MailQueue::Standing MailQueue::standing() const {
  absl::MutexLock lock(&mutex_);
  Standing standing;
  for (const auto& [omgeving, lane] : lanes_) {
    standing.waiting += lane.waiting.size();
  }
  standing.trouble = trouble_;
  return standing;
}

void MailQueue::Loop(const std::stop_token& stop) {
  while (const std::optional<Notification> next = Next()) {
    const absl::StatusOr<Mail> mail = ComposeMail(*next, options_.from);
    const absl::Status outcome = mail.ok() ? sender_->Send(*mail, stop) : mail.status();
    if (absl::IsCancelled(outcome)) {
      return;
    }
    Settle(next->omgeving, outcome);
    if (!IsWorthAnotherAttempt(outcome)) {
      report_(*next, outcome);
    }
  }
}

std::optional<Notification> MailQueue::Next() {
  absl::MutexLock lock(&mutex_);
  const auto is_awake = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return is_stopping_ || HasReady(); };
  while (!is_awake()) {
    const absl::Duration pause = lanes_.empty()
                                     ? absl::InfiniteDuration()
                                     : options_.pauses[std::min(pauses_taken_, options_.pauses.size() - 1)];
    if (!mutex_.AwaitWithTimeout(absl::Condition(&is_awake), pause)) {
      ++pauses_taken_;
      Release();
    }
  }
  if (is_stopping_) {
    return std::nullopt;
  }
  const auto is_ready = [](const auto& lane) { return !lane.second.is_held; };
  auto lane = std::find_if(lanes_.upper_bound(last_), lanes_.end(), is_ready);
  if (lane == lanes_.end()) {
    lane = std::find_if(lanes_.begin(), lanes_.end(), is_ready);
  }
  last_ = lane->first;
  return lane->second.waiting.front();
}

void MailQueue::Settle(const std::string& omgeving, const absl::Status& outcome) {
  absl::MutexLock lock(&mutex_);
  const auto lane = lanes_.find(omgeving);
  if (IsWorthAnotherAttempt(outcome)) {
    lane->second.is_held = true;
    trouble_ = outcome;
    return;
  }
  lane->second.waiting.pop_front();
  if (lane->second.waiting.empty()) {
    lanes_.erase(lane);
  }
  if (outcome.ok() || lanes_.empty()) {
    // The server is there for everybody.
    pauses_taken_ = 0;
    trouble_ = absl::OkStatus();
    Release();
  }
}

bool MailQueue::HasReady() const {
  return std::any_of(lanes_.begin(), lanes_.end(), [](const auto& lane) { return !lane.second.is_held; });
}

void MailQueue::Release() {
  for (auto& [omgeving, lane] : lanes_) {
    lane.is_held = false;
  }
}

}  // namespace ketenproef
