#include "server/omgeving/writer.h"

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/synchronization/blocking_counter.h"
#include "absl/synchronization/notification.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "server/omgeving/fragile_journal.h"
#include "server/omgeving/omgeving_fixture.h"
#include "server/rules/limits.h"

namespace ketenproef {
namespace {

using ::testing::HasSubstr;

class WriterTest : public ::testing::Test {
 protected:
  // `fails_from` counts appends; the first one is that of the environment's own making.
  void Start(int fails_from = FragileJournal::kNever) {
    journal_ = std::make_shared<FragileJournal>(fails_from);
    auto omgeving = Omgeving::Open(Referentie(), std::make_unique<SharedJournal>(journal_),
                                   Instellingen(Op("2025-01-06")));
    ASSERT_TRUE(omgeving.ok()) << omgeving.status();
    writer_ = std::make_shared<Writer>(*std::move(omgeving), nullptr,
                                       [this](const absl::Status& reden) { stopped_.push_back(reden); });
  }
  void TearDown() override {
    if (writer_ != nullptr) writer_->Close();
  }

  // Begins a commit of one call, which goes on until the gate of the journal opens.
  void BeginCommit() {
    journal_->CloseGate();
    writer_->Schedule(Woon, [this](const absl::Status& status) { outcomes_.push_back(status.code()); });
    journal_->AwaitAtGate();
  }

  static void Woon(Omgeving& omgeving) { (void)omgeving.Execute(Woont(0, D("2025-01-01"), kUtrecht)); }

  // Runs one call to its end.
  absl::Status Wait(absl::AnyInvocable<void(Omgeving&)> run) {
    absl::Notification done;
    absl::Status result;
    writer_->Schedule(std::move(run), [&](const absl::Status& status) {
      result = status;
      done.Notify();
    });
    done.WaitForNotification();
    return result;
  }

  // Keeps the writer busy within one call until Release.
  void Occupy() {
    writer_->Schedule(
        [this](Omgeving&) {
          busy_.Notify();
          release_.WaitForNotification();
        },
        [](const absl::Status&) {});
    busy_.WaitForNotification();
  }
  void Release() { release_.Notify(); }

  std::shared_ptr<FragileJournal> journal_;
  std::shared_ptr<Writer> writer_;
  std::vector<absl::Status> stopped_;       // as the writer told it
  std::vector<absl::StatusCode> outcomes_;  // of calls, in the order in which they were told
  absl::Notification busy_;
  absl::Notification release_;
};

TEST_F(WriterTest, DoneComesOnceAndAfterTheCommit) {
  Start();
  std::atomic<int> done = 0;
  absl::BlockingCounter left(100);
  std::atomic<int> too_early = 0;
  for (int i = 0; i < 100; ++i) {
    auto volgnummer = std::make_shared<std::int64_t>(0);
    writer_->Schedule(
        [volgnummer](Omgeving& omgeving) {
          Woon(omgeving);
          *volgnummer = omgeving.last_volgnummer();
        },
        [&, volgnummer](const absl::Status& status) {
          EXPECT_TRUE(status.ok());
          if (journal_->last_volgnummer() < *volgnummer) ++too_early;
          ++done;
          left.DecrementCount();
        });
  }
  left.Wait();
  writer_->Close();
  EXPECT_EQ(done, 100);
  EXPECT_EQ(too_early, 0);
  EXPECT_EQ(journal_->last_volgnummer(), 101);
  writer_.reset();
}

TEST_F(WriterTest, WhatWaitsIsRunInOrderAndCommittedOnce) {
  Start();
  Occupy();
  std::vector<int> order;
  absl::BlockingCounter left(50);
  for (int i = 0; i < 50; ++i) {
    writer_->Schedule(
        [&order, i](Omgeving& omgeving) {
          order.push_back(i);
          Woon(omgeving);
        },
        [&left](const absl::Status&) { left.DecrementCount(); });
  }
  const int before = journal_->appends();
  Release();
  left.Wait();
  EXPECT_EQ(journal_->appends(), before + 1);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(order[static_cast<std::size_t>(i)], i);
}

TEST_F(WriterTest, CallsThatOnlyReadCommitNothing) {
  Start();
  EXPECT_TRUE(Wait([](Omgeving&) {}).ok());
  EXPECT_EQ(journal_->appends(), 1);
}

TEST_F(WriterTest, AFailedCommitEndsEveryCallOfTheBatchAndAllLaterOnes) {
  Start(3);
  EXPECT_TRUE(Wait(Woon).ok());
  const Writer::Overzicht before = writer_->overzicht();
  Occupy();
  absl::BlockingCounter left(3);
  std::atomic<int> unavailable = 0;
  const auto done = [&](const absl::Status& status) {
    if (status.code() == absl::StatusCode::kUnavailable) ++unavailable;
    EXPECT_THAT(std::string(status.message()), HasSubstr("de schijf is vol"));
    left.DecrementCount();
  };
  writer_->Schedule(Woon, done);
  writer_->Schedule([](Omgeving&) {}, done);
  writer_->Schedule(Woon, done);
  Release();
  left.Wait();
  EXPECT_EQ(unavailable, 3);
  bool ran = false;
  EXPECT_EQ(Wait([&ran](Omgeving&) { ran = true; }).code(), absl::StatusCode::kUnavailable);
  EXPECT_FALSE(ran);
  EXPECT_EQ(Wait(Woon).code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(journal_->last_volgnummer(), 2);
  EXPECT_EQ(writer_->overzicht().volgnummer, before.volgnummer);
  writer_->Close();
  ASSERT_EQ(stopped_.size(), 1U);
  EXPECT_THAT(std::string(stopped_[0].message()), HasSubstr("de schijf is vol"));
  writer_.reset();
}

TEST_F(WriterTest, AFailedCommitWithinAnAdvanceIsNotAcknowledgedEither) {
  Start(2);
  bool advanced = true;
  const absl::Status status = Wait([&](Omgeving& omgeving) {
    for (int i = 0; i < 10'001; ++i) Woon(omgeving);
    advanced = omgeving.Advance(Op("2025-01-08")).ok();
  });
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_FALSE(advanced);
  EXPECT_EQ(writer_->overzicht().klok, Op("2025-01-06"));
}

TEST_F(WriterTest, CloseFinishesWhatWasScheduledAndRefusesWhatComesLater) {
  Start();
  Occupy();
  int done = 0;
  for (int i = 0; i < 10; ++i) {
    writer_->Schedule(Woon, [&done](const absl::Status& status) { done += status.ok() ? 1 : 0; });
  }
  absl::Notification closed;
  std::thread closer([&] {
    writer_->Close();
    closed.Notify();
  });
  EXPECT_FALSE(closed.HasBeenNotified());
  Release();
  closer.join();
  EXPECT_EQ(done, 10);
  EXPECT_EQ(journal_->last_volgnummer(), 11);
  bool ran = false;
  EXPECT_EQ(Wait([&ran](Omgeving&) { ran = true; }).code(), absl::StatusCode::kNotFound);
  EXPECT_FALSE(ran);
  writer_.reset();
}

TEST_F(WriterTest, TooManyWaitingCallsAreRefusedAtOnce) {
  Start();
  Occupy();
  std::atomic<std::size_t> ok = 0;
  absl::BlockingCounter left(static_cast<int>(kMaxQueuedCalls));
  for (std::size_t i = 0; i < kMaxQueuedCalls; ++i) {
    writer_->Schedule([](Omgeving&) {},
                      [&](const absl::Status& status) {
                        ok += status.ok() ? 1 : 0;
                        left.DecrementCount();
                      });
  }
  absl::Status refused;
  const auto here = std::this_thread::get_id();
  writer_->Schedule([](Omgeving&) {},
                    [&](const absl::Status& status) {
                      EXPECT_EQ(std::this_thread::get_id(), here);
                      refused = status;
                    });
  EXPECT_EQ(refused.code(), absl::StatusCode::kResourceExhausted);
  Release();
  left.Wait();
  EXPECT_EQ(ok, kMaxQueuedCalls);
  EXPECT_TRUE(Wait([](Omgeving&) {}).ok());
}

TEST_F(WriterTest, SubscribersHearOfEventsAndOfTheClockAndOfNothingElse) {
  Start();
  std::atomic<int> heard = 0;
  const std::int64_t subscription = writer_->Subscribe([&heard] { ++heard; });
  // A subscriber is told after Done; the next call begins after that.
  const auto settled = [&] {
    EXPECT_TRUE(Wait([](Omgeving&) {}).ok());
    return heard.load();
  };
  EXPECT_EQ(settled(), 0);
  EXPECT_TRUE(Wait(Woon).ok());
  EXPECT_EQ(settled(), 1);
  EXPECT_TRUE(
      Wait([](Omgeving& omgeving) { EXPECT_TRUE(omgeving.Advance(Op("2025-01-06", 13)).ok()); }).ok());
  EXPECT_EQ(settled(), 2);
  std::atomic<int> other = 0;
  writer_->Subscribe([&other] { ++other; });
  writer_->Unsubscribe(subscription);
  EXPECT_TRUE(Wait(Woon).ok());
  EXPECT_EQ(settled(), 2);
  EXPECT_EQ(other, 1);
  writer_->Close();
  EXPECT_EQ(heard, 2);
  EXPECT_EQ(other, 2);
  writer_.reset();
}

TEST_F(WriterTest, SubscribersHearNothingOfWhatIsNotDurable) {
  Start(2);
  std::atomic<int> heard = 0;
  const std::int64_t subscription = writer_->Subscribe([&heard] { ++heard; });
  EXPECT_FALSE(Wait(Woon).ok());
  EXPECT_FALSE(Wait(Woon).ok());
  EXPECT_EQ(heard, 0);
  writer_->Unsubscribe(subscription);
}

TEST_F(WriterTest, TheOverviewIsThatOfTheLastCommit) {
  Start();
  EXPECT_EQ(writer_->overzicht().instellingen.naam, "proef");
  EXPECT_EQ(writer_->overzicht().volgnummer, 1);
  EXPECT_EQ(writer_->overzicht().klok, Op("2025-01-06"));
  EXPECT_TRUE(Wait([](Omgeving& omgeving) {
                Woon(omgeving);
                EXPECT_TRUE(omgeving.Advance(Op("2025-01-07")).ok());
              }).ok());
  // Who heard OK finds it there.
  EXPECT_EQ(writer_->overzicht().volgnummer, 2);
  EXPECT_EQ(writer_->overzicht().klok, Op("2025-01-07"));
  const auto soort = static_cast<std::size_t>(Opdrachtsoort::kWoonplaats);
  EXPECT_EQ(writer_->overzicht().tellers.geaccepteerd[soort], 1);
}

TEST_F(WriterTest, ADoneMaySchedule) {
  Start();
  absl::Notification second;
  writer_->Schedule([](Omgeving&) {},
                    [&](const absl::Status&) {
                      writer_->Schedule([](Omgeving&) {}, [&](const absl::Status&) { second.Notify(); });
                    });
  second.WaitForNotification();
}

TEST_F(WriterTest, CallsRunWhileACommitIsUnderWayAndAreToldAfterTheirOwn) {
  Start();
  BeginCommit();
  absl::BlockingCounter ran(3);
  absl::BlockingCounter done(3);
  std::atomic<int> told = 0;
  for (int i = 0; i < 3; ++i) {
    writer_->Schedule(
        [&](Omgeving& omgeving) {
          Woon(omgeving);
          ran.DecrementCount();
        },
        [&](const absl::Status& status) {
          outcomes_.push_back(status.code());
          // Its own event and those before it: the environment's, and that of the first commit.
          EXPECT_GE(journal_->last_volgnummer(), 3 + told);
          ++told;
          done.DecrementCount();
        });
  }
  ran.Wait();
  EXPECT_EQ(told, 0);
  EXPECT_EQ(writer_->overzicht().volgnummer, 1);
  journal_->OpenGate();
  done.Wait();
  EXPECT_EQ(outcomes_, std::vector<absl::StatusCode>(4, absl::StatusCode::kOk));
  EXPECT_EQ(journal_->last_volgnummer(), 5);
  EXPECT_EQ(writer_->overzicht().volgnummer, 5);
}

TEST_F(WriterTest, AReadDuringACommitIsAnsweredAfterIt) {
  Start();
  BeginCommit();
  absl::Notification ran;
  absl::Notification done;
  std::int64_t seen = 0;
  writer_->Schedule(
      [&](const Omgeving& omgeving) {
        seen = omgeving.last_volgnummer();
        ran.Notify();
      },
      [&](const absl::Status& status) {
        outcomes_.push_back(status.code());
        EXPECT_GE(journal_->last_volgnummer(), seen);
        done.Notify();
      });
  ran.WaitForNotification();
  EXPECT_FALSE(done.HasBeenNotified());
  journal_->OpenGate();
  done.WaitForNotification();
  EXPECT_EQ(seen, 2);
  EXPECT_EQ(outcomes_, std::vector<absl::StatusCode>(2, absl::StatusCode::kOk));
}

TEST_F(WriterTest, AFailedCommitEndsWhatRanMeanwhileToo) {
  Start(2);
  BeginCommit();
  absl::Notification ran;
  absl::Notification done;
  writer_->Schedule(
      [&](Omgeving& omgeving) {
        Woon(omgeving);
        ran.Notify();
      },
      [&](const absl::Status& status) {
        outcomes_.push_back(status.code());
        done.Notify();
      });
  ran.WaitForNotification();
  journal_->OpenGate();
  done.WaitForNotification();
  EXPECT_EQ(outcomes_, std::vector<absl::StatusCode>(2, absl::StatusCode::kUnavailable));
  EXPECT_EQ(Wait([](Omgeving&) {}).code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(journal_->last_volgnummer(), 1);
  EXPECT_EQ(writer_->overzicht().volgnummer, 1);
  writer_->Close();
  EXPECT_EQ(stopped_.size(), 1U);
  writer_.reset();
}

// Moves the clock by an hour, and tells whether an append was under way when it began.
class UurLater final : public Writer::Call {
 public:
  explicit UurLater(const FragileJournal& journal) : journal_(journal) {}

  bool MovesClock() const override { return true; }
  void Run(Omgeving& omgeving) override {
    ran_during_commit_ = journal_.IsAtGate();
    was_durable_ = omgeving.IsDurable();
    EXPECT_TRUE(
        omgeving.Advance(Tijdstip::FromUnixNanos(omgeving.klok().unix_nanos() + 3'600'000'000'000)).ok());
  }
  void Done(const absl::Status& status) override {
    EXPECT_TRUE(status.ok());
    done_.Notify();
  }
  void Wait() { done_.WaitForNotification(); }
  bool ran_during_commit() const { return ran_during_commit_; }
  bool was_durable() const { return was_durable_; }

 private:
  const FragileJournal& journal_;
  bool ran_during_commit_ = false;
  bool was_durable_ = false;
  absl::Notification done_;
};

TEST_F(WriterTest, TheClockMovesWhenEverythingBeforeIsDurable) {
  Start();
  // Often, as it may be late without the rule too.
  for (int i = 0; i < 100; ++i) {
    BeginCommit();
    UurLater call(*journal_);
    writer_->Schedule(&call);
    journal_->OpenGate();
    call.Wait();
    EXPECT_FALSE(call.ran_during_commit());
    EXPECT_TRUE(call.was_durable());
    EXPECT_EQ(writer_->overzicht().volgnummer, 2 + i);
  }
}

TEST_F(WriterTest, TheJournalIsReadWhenNoCommitIsUnderWay) {
  Start();
  for (int i = 0; i < 100; ++i) {
    BeginCommit();
    absl::Notification done;
    std::int64_t last = 0;
    bool during_commit = true;
    writer_->Schedule(
        [&](Omgeving& omgeving) {
          EXPECT_TRUE(omgeving
                          .Read(1,
                                [&](const JournalRecord& record) {
                                  last = record.volgnummer;
                                  during_commit = journal_->IsAtGate();
                                  return true;
                                })
                          .ok());
        },
        [&](const absl::Status& /*durable*/) { done.Notify(); });
    journal_->OpenGate();
    done.WaitForNotification();
    EXPECT_EQ(last, 2 + i);
    EXPECT_FALSE(during_commit);
  }
}

TEST_F(WriterTest, CallsThatWaitForACommitAreBounded) {
  Start();
  BeginCommit();
  std::atomic<bool> refused = false;
  std::atomic<int> left = 0;
  int scheduled = 0;
  // What runs meanwhile, what waits to be run, and a few that are just between.
  const int most = 4 * static_cast<int>(kMaxQueuedCalls);
  while (!refused && scheduled < most) {
    ++scheduled;
    ++left;
    writer_->Schedule(Woon, [&](const absl::Status& status) {
      if (status.code() == absl::StatusCode::kResourceExhausted) refused = true;
      --left;
    });
  }
  EXPECT_TRUE(refused);
  journal_->OpenGate();
  writer_->Close();
  EXPECT_EQ(left, 0);
  writer_.reset();
}

TEST_F(WriterTest, CallsComeFromManyThreads) {
  Start();
  absl::BlockingCounter left(4 * 500);
  std::vector<std::thread> callers;
  for (int c = 0; c < 4; ++c) {
    callers.emplace_back([&] {
      for (int i = 0; i < 500; ++i) {
        writer_->Schedule(Woon, [&](const absl::Status& status) {
          EXPECT_TRUE(status.ok());
          left.DecrementCount();
        });
        (void)writer_->overzicht();
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  left.Wait();
  EXPECT_EQ(writer_->overzicht().volgnummer, 2'001);
}

}  // namespace
}  // namespace ketenproef
