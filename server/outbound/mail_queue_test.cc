#include "server/outbound/mail_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "server/outbound/mail_fixture.h"

namespace ketenproef {
namespace {

using testing::ElementsAre;

// Answers as told, in turn for each address and OK after that; keeps the attempts.
struct Script {
  absl::Mutex mutex;
  std::map<std::string, std::vector<absl::Status>> answers ABSL_GUARDED_BY(mutex);
  std::vector<std::string> attempts ABSL_GUARDED_BY(mutex);
  bool is_stuck ABSL_GUARDED_BY(mutex) = false;  // sends wait for the stop request
};

class ScriptedSender final : public MailSender {
 public:
  explicit ScriptedSender(Script* script) : script_(script) {}

  absl::Status Send(const Mail& mail, const std::stop_token& stop) override {
    absl::MutexLock lock(&script_->mutex);
    script_->attempts.push_back(mail.to);
    if (script_->is_stuck) {
      bool is_stopped = false;
      const std::stop_callback wake(stop, [&] {
        absl::MutexLock inner(&stop_mutex_);
        is_stopped = true;
      });
      absl::MutexLock inner(&stop_mutex_);
      stop_mutex_.Await(absl::Condition(&is_stopped));
      return absl::CancelledError("");
    }
    std::vector<absl::Status>& answers = script_->answers[mail.to];
    if (answers.empty()) {
      return absl::OkStatus();
    }
    const absl::Status answer = answers.front();
    answers.erase(answers.begin());
    return answer;
  }

 private:
  Script* const script_;
  absl::Mutex stop_mutex_;
};

class MailQueueTest : public testing::Test {
 protected:
  void Start(std::vector<absl::Duration> pauses) {
    queue_.emplace(MailQueueOptions{.from = kFrom, .pauses = std::move(pauses)},
                   std::make_unique<ScriptedSender>(&script_), reported_.Report());
  }
  void Answer(const std::string& address, std::vector<absl::Status> answers) {
    absl::MutexLock lock(&script_.mutex);
    script_.answers[address] = std::move(answers);
  }
  std::vector<std::string> Attempts() {
    absl::MutexLock lock(&script_.mutex);
    return script_.attempts;
  }
  void AwaitAttempts(std::size_t count) {
    absl::MutexLock lock(&script_.mutex);
    const auto is_there = [&] { return script_.attempts.size() >= count; };
    EXPECT_TRUE(script_.mutex.AwaitWithTimeout(absl::Condition(&is_there), absl::Minutes(1)));
  }

  Script script_;
  Reported reported_;
  std::optional<MailQueue> queue_;
};

TEST_F(MailQueueTest, NOT01_EachIsSentOnceInOrder) {
  Start({absl::InfiniteDuration()});
  for (const char* id : {"1", "2", "3"}) queue_->Put(NotificationOf(id, absl::StrCat(id, "@b")));
  EXPECT_THAT(reported_.Await(3), ElementsAre("1 OK", "2 OK", "3 OK"));
  EXPECT_THAT(Attempts(), ElementsAre("1@b", "2@b", "3@b"));
}

TEST_F(MailQueueTest, WhatFailsIsTriedAgainBeforeWhatCameLater) {
  Answer("1@b", {absl::UnavailableError("down"), absl::DeadlineExceededError("slow")});
  Start({absl::Milliseconds(1)});
  queue_->Put(NotificationOf("1", "1@b"));
  queue_->Put(NotificationOf("2", "2@b"));
  EXPECT_THAT(reported_.Await(2), ElementsAre("1 OK", "2 OK"));
  EXPECT_THAT(Attempts(), ElementsAre("1@b", "1@b", "1@b", "2@b"));
}

TEST_F(MailQueueTest, AnotherOmgevingDoesNotWait) {
  Answer("1@b", {absl::UnavailableError("down")});
  Start({absl::InfiniteDuration()});
  queue_->Put(NotificationOf("1", "1@b", "een"));
  AwaitAttempts(1);
  EXPECT_EQ(queue_->standing().waiting, 1U);
  // It goes through, which says that the server is there: what was held is tried again without a pause.
  queue_->Put(NotificationOf("2", "2@b", "twee"));
  EXPECT_THAT(reported_.Await(2), ElementsAre("2 OK", "1 OK"));
}

TEST_F(MailQueueTest, ARefusalIsReportedAndTheNextGoesOn) {
  Answer("1@b", {absl::FailedPreconditionError("refused")});
  Start({absl::InfiniteDuration()});
  queue_->Put(NotificationOf("1", "1@b"));
  queue_->Put(NotificationOf("2", "2@b\r\nBcc: c@d"));  // never reaches the sender
  queue_->Put(NotificationOf("3", "3@b"));
  EXPECT_THAT(reported_.Await(3), ElementsAre("1 FAILED_PRECONDITION", "2 INVALID_ARGUMENT", "3 OK"));
  EXPECT_THAT(Attempts(), ElementsAre("1@b", "3@b"));
}

TEST_F(MailQueueTest, PausesGrowAndStayAtTheLast) {
  Answer("1@b", std::vector<absl::Status>(5, absl::UnavailableError("down")));
  Start({absl::Milliseconds(1), absl::Milliseconds(2), absl::InfiniteDuration()});
  queue_->Put(NotificationOf("1", "1@b"));
  AwaitAttempts(3);
  EXPECT_EQ(queue_->standing().trouble.message(), "down");
  queue_->Stop();  // during the pause without end
  EXPECT_EQ(Attempts().size(), 3U);
  EXPECT_THAT(reported_.Await(0), testing::IsEmpty());
  EXPECT_EQ(queue_->standing().waiting, 1U);
}

TEST_F(MailQueueTest, StopEndsASendThatHangs) {
  {
    absl::MutexLock lock(&script_.mutex);
    script_.is_stuck = true;
  }
  Start({absl::InfiniteDuration()});
  queue_->Put(NotificationOf("1", "1@b"));
  queue_->Put(NotificationOf("2", "2@b"));
  queue_->Stop();
  EXPECT_THAT(reported_.Await(0), testing::IsEmpty());
  EXPECT_EQ(queue_->standing().waiting, 2U);
  queue_->Put(NotificationOf("3", "3@b"));
  EXPECT_EQ(queue_->standing().waiting, 2U);
}

TEST_F(MailQueueTest, TheReportMayPut) {
  std::optional<MailQueue> queue;
  queue.emplace(MailQueueOptions{.from = kFrom}, std::make_unique<ScriptedSender>(&script_),
                [&, report = reported_.Report()](const Notification& notification,
                                                 const absl::Status& outcome) mutable {
                  if (notification.id == "1") queue->Put(NotificationOf("2", "2@b"));
                  report(notification, outcome);
                });
  queue->Put(NotificationOf("1", "1@b"));
  EXPECT_THAT(reported_.Await(2), ElementsAre("1 OK", "2 OK"));
}

}  // namespace
}  // namespace ketenproef
