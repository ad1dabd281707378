#include "conformance/runner/process_system.h"

#include <gmock/gmock.h>
#include <grpcpp/channel.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "absl/strings/str_cat.h"
#include "conformance/runner/running_system.h"
#include "fixtures/scratch/temporary_folder.h"

namespace ketenproef::conformance {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr char kReady[] = R"(echo '{"address": "127.0.0.1:'$$'"}'; exec sleep 1000)";

class ProcessSystem : public testing::Test {
 protected:
  SystemConfig Config(v1::SystemKind kind = v1::SYSTEM_KIND_UWV) const {
    SystemConfig config;
    config.kind = kind;
    config.folder = folder_.path();
    config.administration.add_gemeentecodes("0363");
    config.inlichtingenbureau = "127.0.0.1:1";
    return config;
  }
  // Of a command that does not come up.
  absl::Status StartError(const std::string& command) const {
    return MakeProcessSource({command, absl::Seconds(60)})->Start(Config()).status();
  }
  std::string Written(const std::string& name) const {
    std::ifstream file(folder_ / name);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }

  TemporaryFolder folder_;
};

TEST_F(ProcessSystem, GetsItsConfigurationAndTellsItsAddress) {
  const auto source = MakeProcessSource({absl::StrCat("cat > ", folder_.File("config"), "; ", kReady)});
  EXPECT_TRUE(source->can_start_many());
  const auto system = source->Start(Config());
  ASSERT_TRUE(system.ok()) << system.status();
  EXPECT_THAT((*system)->address(), HasSubstr("127.0.0.1:"));
  EXPECT_NE((*system)->channel(), nullptr);
  EXPECT_THAT(Written("config"), AllOf(HasSubstr("\"kind\": \"uwv\""), HasSubstr(folder_.path())));
}

TEST_F(ProcessSystem, RestartKillsItAndStartsItWithTheSameConfiguration) {
  const auto source =
      MakeProcessSource({absl::StrCat("trap '' TERM; cat >> ", folder_.File("config"), "; ", kReady)});
  auto system = *source->Start(Config());
  const std::string address = system->address();
  const auto channel = system->channel();
  const std::string once = Written("config");
  ASSERT_TRUE(system->can_restart());
  EXPECT_FALSE(system->is_gone());
  EXPECT_TRUE(system->Restart().ok());
  EXPECT_NE(system->address(), address);
  EXPECT_NE(system->channel(), channel);
  EXPECT_EQ(Written("config"), once + once);
}

TEST_F(ProcessSystem, TellsHowItEndedAndWhatItSaidLast) {
  const auto source = MakeProcessSource(
      {R"(echo '{"address": "127.0.0.1:1"}'; echo "no room for 999990007" >&2; kill -SEGV $$)"});
  const auto system = *source->Start(Config());
  EXPECT_EQ(system->ended(), "signal 11 (SIGSEGV)");
  EXPECT_TRUE(system->is_gone());
  EXPECT_EQ(system->last_words(), "no room for #\n");
}

TEST_F(ProcessSystem, OneThatDoesNotComeUpAgainIsDown) {
  const auto source = MakeProcessSource(
      {absl::StrCat("test -e ", folder_.File("been"), " && { echo corrupt >&2; exit 4; }; touch ",
                    folder_.File("been"), "; ", kReady)});
  const auto system = *source->Start(Config());
  const absl::Status status = system->Restart();
  EXPECT_TRUE(absl::IsFailedPrecondition(status)) << status;
  EXPECT_THAT(std::string(status.message()), AllOf(HasSubstr("exit code 4"), HasSubstr("corrupt")));
  EXPECT_EQ(system->channel(), nullptr);
}

TEST_F(ProcessSystem, OneThatEndsBeforeItIsReady) {
  const absl::Status status = StartError("echo 'port 80 is taken; bsn 999990007' >&2; exit 3");
  EXPECT_TRUE(absl::IsFailedPrecondition(status)) << status;
  EXPECT_THAT(std::string(status.message()),
              AllOf(HasSubstr("exit code 3"), HasSubstr("port 80 is taken"), Not(HasSubstr("999990007"))));
  EXPECT_THAT(std::string(StartError("kill -KILL $$").message()), HasSubstr("signal 9 (SIGKILL)"));
  EXPECT_THAT(std::string(StartError("/does/not/exist").message()), HasSubstr("not found"));
}

TEST_F(ProcessSystem, OneThatSaysSomethingElseThanItsAddress) {
  for (const char* line : {"Listening on port 80", "{\"adres\": \"127.0.0.1:1\"}", "{\"address\": 80}",
                           "{\"address\"", "[]", "{\"address\": \"\"}", "\\377\\376"}) {
    const absl::Status status = StartError(absl::StrCat("printf '", line, "\\n'; exec sleep 1000"));
    EXPECT_TRUE(absl::IsFailedPrecondition(status)) << line << ": " << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr("address"));
  }
  EXPECT_THAT(std::string(StartError("echo Listening; exec sleep 1000").message()),
              HasSubstr("\"Listening\""));
  EXPECT_THAT(std::string(StartError("echo; exec sleep 1000").message()), HasSubstr("leeg"));
}

TEST_F(ProcessSystem, OneThatNeverSaysItsAddressIsGivenUp) {
  const auto source = MakeProcessSource(
      {absl::StrCat("echo x >> ", folder_.File("starts"), "; echo waiting >&2; exec sleep 1000"),
       absl::Milliseconds(300)});
  for (int n = 0; n < 5; ++n) {
    const absl::Status status = source->Start(Config()).status();
    EXPECT_TRUE(absl::IsDeadlineExceeded(status)) << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr("300ms"));
  }
  EXPECT_EQ(Written("starts"), "x\nx\nx\n") << "not started again after three failures";
}

TEST_F(ProcessSystem, AnOphalerHasNoAddress) {
  const auto source = MakeProcessSource({"echo '{\"address\": \"\"}'; exec sleep 1000"});
  const auto system = source->Start(Config(v1::SYSTEM_KIND_GEMEENTE_OPHALER));
  ASSERT_TRUE(system.ok()) << system.status();
  EXPECT_EQ((*system)->address(), "");
  EXPECT_EQ((*system)->channel(), nullptr);
}

TEST(RunningSystem, AnAddressIsOneSystemThatIsThere) {
  const auto source = MakeAddressSource("127.0.0.1:1");
  EXPECT_FALSE(source->can_start_many());
  const auto system = *source->Start({});
  EXPECT_EQ(system->address(), "127.0.0.1:1");
  EXPECT_NE(system->channel(), nullptr);
  EXPECT_FALSE(system->can_restart());
  EXPECT_FALSE(system->Restart().ok());
  EXPECT_EQ((*MakeAddressSource("")->Start({}))->channel(), nullptr);
}

TEST(RunningSystem, TheReferenceIsWhatWasHandedIn) {
  std::string asked;
  const auto source = MakeReferenceSource([&asked](const SystemConfig& config) {
    asked = config.folder;
    return absl::StatusOr<std::unique_ptr<System>>(absl::UnavailableError("none today"));
  });
  EXPECT_TRUE(source->can_start_many());
  EXPECT_EQ(source->Start({.folder = "/tmp/f"}).status().message(), "none today");
  EXPECT_EQ(asked, "/tmp/f");
}

}  // namespace
}  // namespace ketenproef::conformance
