#include "client/cli/stop_signal.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace ketenproef {
namespace {

// In processes of their own: the signals stay blocked.
TEST(StopSignalDeathTest, TheFirstIsToldAndLetsTheProcessEndItself) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  for (const int signal : {SIGINT, SIGTERM}) {
    EXPECT_EXIT(
        {
          const StopSignal stop;
          if (stop.has_come()) _exit(1);
          kill(getpid(), signal);
          const int first = stop.Wait();
          _exit(stop.has_come() ? first : 1);
        },
        testing::ExitedWithCode(signal), "");
  }
}

TEST(StopSignalDeathTest, TheSecondEndsTheProcessAtOnce) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_EXIT(
      {
        const StopSignal stop;
        kill(getpid(), SIGINT);
        stop.Wait();
        kill(getpid(), SIGTERM);
        for (;;) pause();
      },
      testing::ExitedWithCode(128 + SIGTERM), "");
}

TEST(StopSignalDeathTest, EndsWithoutASignal) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_EXIT(
      {
        { const StopSignal stop; }
        _exit(3);
      },
      testing::ExitedWithCode(3), "");
}

}  // namespace
}  // namespace ketenproef
