#include "server/omgeving/journal_thread.h"

#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "absl/synchronization/notification.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "server/omgeving/fragile_journal.h"
#include "server/omgeving/omgeving_fixture.h"

namespace ketenproef {
namespace {

using ::testing::ElementsAre;

class JournalThreadTest : public ::testing::Test {
 protected:
  void Start(int fails_from = FragileJournal::kNever) {
    journal_ = std::make_shared<FragileJournal>(fails_from);
    thread_ = std::make_unique<JournalThread>(std::make_unique<SharedJournal>(journal_));
  }

  // Hands over one event that names `geval`, and tells in told_ when it is done.
  void Append(std::uint32_t geval) {
    JournalBatch batch;
    batch.Add(Op("2025-01-06"), TermijnVerstreken{Gevalnummer{geval}});
    AppendBatch(geval, std::move(batch), Op("2025-01-06"));
  }
  void AppendBatch(std::uint32_t name, JournalBatch batch, Tijdstip klok) {
    thread_->AppendLater(std::move(batch), klok, [this, name](const absl::Status& durable) {
      told_.push_back({name, durable.ok(), journal_->last_volgnummer()});
    });
  }

  struct Told {
    std::uint32_t name;
    bool is_durable;
    std::int64_t last_volgnummer;  // of the journal, when it was told
    friend bool operator==(const Told&, const Told&) = default;
  };

  std::shared_ptr<FragileJournal> journal_;
  std::vector<Told> told_;  // on the journal's thread; to be read when it is idle
  std::unique_ptr<JournalThread> thread_;
};

TEST_F(JournalThreadTest, TellsInOrderWhatIsInTheJournal) {
  Start();
  for (std::uint32_t geval = 0; geval < 20; ++geval) Append(geval);
  Journal& journal = thread_->WaitUntilIdle();
  ASSERT_EQ(told_.size(), 20U);
  for (std::uint32_t geval = 0; geval < 20; ++geval) {
    EXPECT_EQ(told_[geval].name, geval);
    EXPECT_GE(told_[geval].last_volgnummer, geval + 1);
  }
  std::vector<std::string> expected;
  for (std::uint32_t geval = 0; geval < 20; ++geval) {
    JournalBatch batch;
    batch.Add(Op("2025-01-06"), TermijnVerstreken{Gevalnummer{geval}});
    expected.emplace_back(batch.inhoud(0));
  }
  std::vector<std::string> inhoud;
  ASSERT_TRUE(journal
                  .Read(1,
                        [&](const JournalRecord& record) {
                          inhoud.emplace_back(record.inhoud);
                          return true;
                        })
                  .ok());
  EXPECT_EQ(inhoud, expected);
}

TEST_F(JournalThreadTest, WhatWaitsIsAppendedTogether) {
  Start();
  journal_->CloseGate();
  Append(1);
  journal_->AwaitAtGate();
  Append(2);
  Append(3);
  AppendBatch(4, JournalBatch(), Op("2025-01-07"));
  EXPECT_FALSE(thread_->IsIdle());
  journal_->OpenGate();
  thread_->WaitUntilIdle();
  EXPECT_TRUE(thread_->IsIdle());
  EXPECT_EQ(journal_->appends(), 2);
  EXPECT_EQ(journal_->klok(), Op("2025-01-07"));
  EXPECT_THAT(told_, ElementsAre(Told{1, true, 1}, Told{2, true, 3}, Told{3, true, 3}, Told{4, true, 3}));
}

TEST_F(JournalThreadTest, NothingNewIsNotAppendedButTold) {
  Start();
  AppendBatch(1, JournalBatch(), journal_->klok());
  thread_->WaitUntilIdle();
  EXPECT_EQ(journal_->appends(), 0);
  EXPECT_THAT(told_, ElementsAre(Told{1, true, 0}));
  AppendBatch(2, JournalBatch(), Op("2025-01-07"));
  thread_->WaitUntilIdle();
  EXPECT_EQ(journal_->appends(), 1);
}

TEST_F(JournalThreadTest, AFailedAppendIsToldToAllOfItAndToWhatComesLater) {
  Start(2);
  journal_->CloseGate();
  Append(1);
  journal_->AwaitAtGate();
  Append(2);
  Append(3);
  journal_->OpenGate();
  thread_->WaitUntilIdle();
  Append(4);
  thread_->WaitUntilIdle();
  EXPECT_THAT(told_, ElementsAre(Told{1, true, 1}, Told{2, false, 1}, Told{3, false, 1}, Told{4, false, 1}));
}

TEST_F(JournalThreadTest, IsIdleOnlyWhenEveryoneWasTold) {
  Start();
  absl::Notification telling;
  absl::Notification go_on;
  bool told = false;
  thread_->AppendLater(JournalBatch(), Op("2025-01-07"), [&](const absl::Status&) {
    telling.Notify();
    go_on.WaitForNotification();
    told = true;
  });
  telling.WaitForNotification();
  EXPECT_FALSE(thread_->IsIdle());
  go_on.Notify();
  thread_->WaitUntilIdle();
  EXPECT_TRUE(told);
}

TEST_F(JournalThreadTest, ItsDestructorFinishesWhatWasHandedOver) {
  Start();
  journal_->CloseGate();
  Append(1);
  journal_->AwaitAtGate();
  Append(2);
  std::thread destroyer([this] { thread_.reset(); });
  journal_->OpenGate();
  destroyer.join();
  EXPECT_THAT(told_, ElementsAre(Told{1, true, 1}, Told{2, true, 2}));
}

}  // namespace
}  // namespace ketenproef
