#include "server/omgeving/batch_thread.h"

#include <memory>
#include <thread>
#include <vector>

#include "absl/synchronization/blocking_counter.h"
#include "absl/synchronization/notification.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace ketenproef {
namespace {

using ::testing::ElementsAre;

TEST(BatchThread, HandlesInOrderOnOneOtherThread) {
  std::vector<int> handled;
  std::thread::id id;
  {
    BatchThread<int> thread(100, [&](std::vector<int>& items) {
      handled.insert(handled.end(), items.begin(), items.end());
      id = std::this_thread::get_id();
    });
    for (int i = 0; i < 50; ++i) EXPECT_TRUE(thread.Put(i));
  }
  ASSERT_EQ(handled.size(), 50U);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(handled[static_cast<std::size_t>(i)], i);
  EXPECT_NE(id, std::this_thread::get_id());
}

TEST(BatchThread, HandlesAtOnceWhatWaited) {
  absl::Notification busy;
  absl::Notification go_on;
  std::vector<std::vector<int>> batches;
  {
    BatchThread<int> thread(100, [&](std::vector<int>& items) {
      batches.push_back(items);
      if (batches.size() > 1) return;
      busy.Notify();
      go_on.WaitForNotification();
    });
    EXPECT_TRUE(thread.Put(1));
    busy.WaitForNotification();
    for (const int i : {2, 3, 4}) EXPECT_TRUE(thread.Put(i));
    go_on.Notify();
  }
  EXPECT_THAT(batches, ElementsAre(ElementsAre(1), ElementsAre(2, 3, 4)));
}

TEST(BatchThread, RefusesWhatIsTooMuch) {
  absl::Notification busy;
  absl::Notification go_on;
  int handled = 0;
  {
    BatchThread<std::unique_ptr<int>> thread(2, [&](std::vector<std::unique_ptr<int>>& items) {
      handled += static_cast<int>(items.size());
      if (handled > 1) return;
      busy.Notify();
      go_on.WaitForNotification();
    });
    EXPECT_TRUE(thread.Put(std::make_unique<int>(1)));
    busy.WaitForNotification();
    EXPECT_TRUE(thread.Put(std::make_unique<int>(2)));
    EXPECT_TRUE(thread.Put(std::make_unique<int>(3)));
    EXPECT_FALSE(thread.Put(std::make_unique<int>(4)));
    go_on.Notify();
  }
  EXPECT_EQ(handled, 3);
}

TEST(BatchThread, StopHandlesWhatIsQueuedAndTakesNothingMore) {
  int handled = 0;
  BatchThread<int> thread(10, [&](std::vector<int>& items) { handled += static_cast<int>(items.size()); });
  for (const int i : {1, 2, 3}) EXPECT_TRUE(thread.Put(i));
  thread.Stop();
  EXPECT_EQ(handled, 3);
  EXPECT_FALSE(thread.Put(4));
  thread.Stop();
  EXPECT_EQ(handled, 3);
}

TEST(BatchThread, TakesFromManyThreads) {
  std::vector<int> handled;
  {
    BatchThread<int> thread(100'000, [&](std::vector<int>& items) {
      handled.insert(handled.end(), items.begin(), items.end());
      items.resize(1);  // whatever is left in it is forgotten
    });
    std::vector<std::thread> senders;
    for (int s = 0; s < 4; ++s) {
      senders.emplace_back([&thread, s] {
        for (int i = 0; i < 1'000; ++i) EXPECT_TRUE(thread.Put(s * 1'000 + i));
      });
    }
    for (std::thread& sender : senders) sender.join();
  }
  ASSERT_EQ(handled.size(), 4'000U);
  // Each sender's own items stay in order.
  std::vector<int> next = {0, 1'000, 2'000, 3'000};
  for (const int item : handled) EXPECT_EQ(item, next[static_cast<std::size_t>(item / 1'000)]++);
}

}  // namespace
}  // namespace ketenproef
