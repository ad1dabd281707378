#include "server/journal/durable_mark.h"

#include <fstream>
#include <iterator>
#include <limits>
#include <string>

#include "fixtures/scratch/temporary_folder.h"
#include "gtest/gtest.h"

namespace ketenproef {
namespace {

class DurableMarkTest : public ::testing::Test {
 protected:
  std::string journal() const { return map_.File("een.journaal"); }
  std::string Bytes() const {
    std::ifstream file(DurableMark::PathOf(journal()), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void SetBytes(const std::string& bytes) const {
    std::ofstream(DurableMark::PathOf(journal()), std::ios::binary) << bytes;
  }
  DurableMark MustOpen() const { return *DurableMark::Open(journal()); }

  TemporaryFolder map_;
};

TEST_F(DurableMarkTest, SaysWhatWasWrittenLast) {
  EXPECT_EQ(DurableMark::Read(journal()), std::nullopt);
  {
    DurableMark mark = MustOpen();
    EXPECT_EQ(DurableMark::Read(journal()), std::nullopt);
    for (const std::int64_t number :
         {std::int64_t{0}, std::int64_t{7}, std::numeric_limits<std::int64_t>::max(),
          std::numeric_limits<std::int64_t>::min()}) {
      const Journaalstand stand = {number, Tijdstip::FromUnixNanos(number)};
      ASSERT_TRUE(mark.Write(stand).ok());
      EXPECT_EQ(DurableMark::Read(journal()), stand);
    }
    ASSERT_TRUE(mark.Write({3, Tijdstip::FromUnixNanos(-4)}).ok());
  }
  MustOpen();
  EXPECT_EQ(DurableMark::Read(journal()), (Journaalstand{3, Tijdstip::FromUnixNanos(-4)}));
}

TEST_F(DurableMarkTest, DamageAnywhereMakesItSayNothing) {
  ASSERT_TRUE(MustOpen().Write({12, Tijdstip::FromUnixNanos(34)}).ok());
  const std::string whole = Bytes();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const int change : {1, 0x10, 0xff}) {
      std::string damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ change);
      SetBytes(damaged);
      EXPECT_EQ(DurableMark::Read(journal()), std::nullopt) << "byte " << at << " change " << change;
    }
    SetBytes(whole.substr(0, at));
    EXPECT_EQ(DurableMark::Read(journal()), std::nullopt) << "cut at " << at;
  }
  SetBytes(whole + "x");
  EXPECT_EQ(DurableMark::Read(journal()), std::nullopt);
  ASSERT_TRUE(MustOpen().Write({1, Tijdstip()}).ok());
  EXPECT_EQ(DurableMark::Read(journal()), (Journaalstand{1, Tijdstip()}));
}

TEST_F(DurableMarkTest, AFileThatCannotBeMadeIsUnavailable) {
  EXPECT_EQ(DurableMark::Open(map_.File("niet/daar")).status().code(), absl::StatusCode::kUnavailable);
}

}  // namespace
}  // namespace ketenproef
