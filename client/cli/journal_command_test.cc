// `journal check`, `export` and `import` as a user has them, with what may be wrong: every error says what
// and where, and leaves nothing behind.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "client/cli/exit_code.h"
#include "client/cli/serve_process.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class JournalCommand : public testing::Test {
 protected:
  // The journal of an environment with some persons in it, and its text.
  void SetUp() override {
    ServeProcess serve({"serve", "--data", data_, "--listen", "127.0.0.1:0", "--personas", "20"});
    EXPECT_EQ(serve.Stop(SIGTERM), kExitOk) << serve.Log();
    ASSERT_EQ(RunBinary({"journal", "export", "--data", data_, "--out", text_}).exit_code, kExitOk);
  }

  // Imports what is no journal into a new folder.
  std::string ImportFails(const std::string& text) {
    WriteTextFile(folder_ / "fout.txt", text);
    const Outcome outcome =
        RunBinary({"journal", "import", folder_ / "fout.txt", "--data", folder_ / "nieuw"});
    EXPECT_EQ(outcome.exit_code, kExitData);
    EXPECT_THAT(outcome.stdout_text, IsEmpty());
    EXPECT_THAT(NamesIn(folder_ / "nieuw"), ElementsAre(".lock")) << "nothing half written";
    EXPECT_THAT(outcome.stderr_text, HasSubstr("nothing was imported"));
    return outcome.stderr_text;
  }

  const TemporaryFolder folder_;
  const std::string data_ = folder_ / "data";
  const std::string text_ = folder_ / "standaard.txt";
};

TEST_F(JournalCommand, MovesAJournalByteForByte) {
  const Outcome piped = RunBinary({"journal", "export", "--data", data_ + "/standaard.journaal"});
  EXPECT_EQ(piped.stdout_text, ReadTextFile(text_));
  EXPECT_EQ(RunBinary({"journal", "import", text_, "--data", folder_ / "nieuw"}).exit_code, kExitOk);
  EXPECT_EQ(RunBinary({"journal", "export", "--data", folder_ / "nieuw"}).stdout_text, piped.stdout_text);
  const Outcome checked = RunBinary({"journal", "check", "--data", folder_ / "nieuw"});
  EXPECT_EQ(checked.exit_code, kExitOk);
  EXPECT_THAT(checked.stdout_text, HasSubstr("standaard.journaal: well, "));
}

TEST_F(JournalCommand, ATextThatIsWrongIsRefusedWithItsLine) {
  const std::string text = ReadTextFile(text_);
  std::vector<std::string> lines = absl::StrSplit(text, '\n');
  lines[9] += " extra=1";
  EXPECT_THAT(ImportFails(absl::StrJoin(lines, "\n")),
              AllOf(HasSubstr("fout.txt:10: "), HasSubstr("more fields")));
  EXPECT_THAT(ImportFails(text.substr(0, text.size() / 2)), HasSubstr("it was cut off"));
  EXPECT_THAT(ImportFails("hallo\n"), HasSubstr("fout.txt:1: is no journal"));
  EXPECT_THAT(ImportFails(""), HasSubstr("fout.txt:1: the text ends here"));
}

TEST_F(JournalCommand, AJournalThatIsThereIsNotReplaced) {
  const Outcome outcome = RunBinary({"journal", "import", text_, "--data", data_});
  EXPECT_EQ(outcome.exit_code, kExitCannotCreate);
  EXPECT_THAT(outcome.stderr_text, HasSubstr("standaard.journaal: is there already"));
  EXPECT_EQ(RunBinary({"journal", "export", "--data", data_}).stdout_text, ReadTextFile(text_));
}

TEST_F(JournalCommand, WhatIsNoJournalIsToldByItsName) {
  const std::string nowhere = folder_ / "nergens";
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"journal", "check", "--data", nowhere},
        {"journal", "export", "--data", nowhere},
        {"journal", "import", nowhere, "--data", data_}}) {
    const Outcome outcome = RunBinary(words);
    EXPECT_EQ(outcome.exit_code, kExitNoInput);
    EXPECT_THAT(outcome.stderr_text, HasSubstr(nowhere + ": "));
  }
  EXPECT_FALSE(fs::exists(nowhere));
  const Outcome text = RunBinary({"journal", "check", "--data", text_});
  EXPECT_EQ(text.exit_code, kExitRefused);
  EXPECT_THAT(text.stdout_text, HasSubstr("standaard.txt: file is not a database, so it is no journal"));
}

TEST_F(JournalCommand, AnExportThatCannotBeWrittenSaysSo) {
  for (const std::string& out : {(folder_ / "geen/map.txt").string(), data_}) {
    const Outcome outcome = RunBinary({"journal", "export", "--data", data_, "--out", out});
    EXPECT_EQ(outcome.exit_code, kExitCannotCreate) << out;
    EXPECT_THAT(outcome.stderr_text, HasSubstr(out + ": cannot be written"));
  }
}

// A pipe or a device, of which root could make a file.
TEST_F(JournalCommand, WhatIsNoFileIsWrittenToAndNotReplaced) {
  const std::string name = folder_ / "pijp";
  ASSERT_EQ(mkfifo(name.c_str(), 0600), 0);
  const int pipe = open(name.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  EXPECT_EQ(RunBinary({"journal", "export", "--data", data_, "--out", name}).exit_code, kExitOk);
  std::string read_text(64 * 1024, '\0');
  const ssize_t size = read(pipe, read_text.data(), read_text.size());
  close(pipe);
  read_text.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
  EXPECT_EQ(read_text, ReadTextFile(text_));
  EXPECT_TRUE(fs::is_fifo(name));
}

}  // namespace
}  // namespace ketenproef
