// The completion script, run by bash as it would be at a prompt.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/run_binary.h"

namespace ketenproef {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

class Completion : public testing::Test {
 protected:
  void SetUp() override {
    const Outcome outcome = RunBinary({"completion", "bash"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.stderr_text;
    WriteTextFile(folder_ / "completion.bash", outcome.stdout_text);
  }

  // What bash offers where the cursor stands behind this text; the last word may be begun or empty.
  std::vector<std::string> Offered(const std::string& text) {
    std::string words;
    int count = 0;
    for (const absl::string_view word : absl::StrSplit(text, ' ')) {
      absl::StrAppend(&words, " '", word, "'");
      ++count;
    }
    WriteTextFile(
        folder_ / "ask.bash",
        absl::StrCat("set -u\nsource ", (folder_ / "completion.bash").string(), "\nCOMP_WORDS=(", words,
                     ")\nCOMP_CWORD=", count - 1,
                     "\n_ketenproef\n((${#COMPREPLY[@]})) && printf '%s\\n' \"${COMPREPLY[@]}\" || true\n"));
    const std::string command =
        absl::StrCat("bash ", (folder_ / "ask.bash").string(), " >", (folder_ / "offered").string(), " 2>&1");
    EXPECT_EQ(std::system(command.c_str()), 0) << ReadTextFile(folder_ / "offered");
    return absl::StrSplit(ReadTextFile(folder_ / "offered"), '\n', absl::SkipEmpty());
  }

  TemporaryFolder folder_;
};

TEST_F(Completion, Commands) {
  EXPECT_THAT(Offered("ketenproef "), IsSupersetOf({"play", "submit", "clock", "completion", "--version"}));
  EXPECT_THAT(Offered("ketenproef rap"), ElementsAre("rapportages"));
  EXPECT_THAT(Offered("ketenproef clock a"), ElementsAre("advance"));
  EXPECT_THAT(Offered("ketenproef register dienstverband "), IsSupersetOf({"add", "end", "list"}));
  EXPECT_THAT(Offered("ketenproef clock zzz"), IsEmpty());
}

TEST_F(Completion, Flags) {
  EXPECT_THAT(Offered("ketenproef submit ziekmelding --eer"), ElementsAre("--eerste-ao-dag"));
  EXPECT_THAT(Offered("ketenproef submit ziekmelding --kenmerk M-1 --b"), ElementsAre("--bsn"));
  EXPECT_THAT(Offered("ketenproef clock get --"), AllOf(Contains("--server"), Not(Contains("--to"))));
}

TEST_F(Completion, Values) {
  EXPECT_THAT(Offered("ketenproef beoordeling decide --uitkomst "), ElementsAre("toekenning", "afwijzing"));
  EXPECT_THAT(Offered("ketenproef beoordeling list --status termijn-o"), ElementsAre("termijn-overschreden"));
  EXPECT_THAT(Offered("ketenproef play --profile "), ElementsAre("handleiding", "wet"));
  EXPECT_THAT(Offered("ketenproef clock mode --json --mode r"), ElementsAre("running"));
  // Anything can stand behind these: bash is left to offer files.
  EXPECT_THAT(Offered("ketenproef submit ziekmelding --kenmerk "), IsEmpty());
  EXPECT_THAT(Offered("ketenproef play --out "), IsEmpty());
}

TEST(CompletionCommand, OnlyShellsThatThereAre) {
  EXPECT_EQ(RunBinary({"completion", "fish"}).exit_code, 64);
  EXPECT_EQ(RunBinary({"completion"}).exit_code, 64);
}

}  // namespace
}  // namespace ketenproef
