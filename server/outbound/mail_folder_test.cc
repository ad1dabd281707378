#include "server/outbound/mail_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "fixtures/scratch/temporary_folder.h"
#include "server/outbound/mail_fixture.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

class MailFolderTest : public testing::Test {
 protected:
  std::map<std::string, std::string> Files() const {
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(root_ / "post")) {
      std::ifstream file(entry.path(), std::ios::binary);
      files[entry.path().filename().string()] = std::string(std::istreambuf_iterator<char>(file), {});
    }
    return files;
  }

  TemporaryFolder root_;
};

TEST_F(MailFolderTest, NOT01_OneFileForEachReport) {
  MailFolder folder(root_ / "post");
  const Mail mail = *ComposeMail(NotificationOf("1", "lks@gemeente.example"), kFrom);
  EXPECT_TRUE(folder.Send(mail, {}).ok());
  EXPECT_TRUE(folder.Send(mail, {}).ok());  // at least once: again changes nothing
  EXPECT_THAT(Files(), ElementsAre(Pair("standaard_0363_20250301.eml", mail.text)));
}

TEST_F(MailFolderTest, AFolderThatCannotBeWrittenIsTriedAgainLater) {
  std::ofstream(root_ / "post") << "a file where the folder should be";
  MailFolder folder(root_ / "post");
  const Mail mail = *ComposeMail(NotificationOf("1", "lks@gemeente.example"), kFrom);
  const absl::Status status = folder.Send(mail, {});
  EXPECT_TRUE(IsWorthAnotherAttempt(status)) << status;
  EXPECT_THAT(status.message(), HasSubstr((root_ / "post").string()));
  fs::remove(root_ / "post");
  EXPECT_TRUE(folder.Send(mail, {}).ok());
  EXPECT_THAT(Files(), testing::SizeIs(1));
}

}  // namespace
}  // namespace ketenproef
