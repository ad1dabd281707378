#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "bench/floor/csv_floor.h"
#include "bench/floor/sqlite_floor.h"

namespace ketenproef::floor {
namespace {

class Floor : public testing::Test {
 protected:
  Floor() : folder_(testing::TempDir() + "/floor." + std::to_string(getpid())) {
    std::filesystem::create_directories(folder_);
  }
  ~Floor() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path folder_;
};

std::int64_t Query(const std::string& path, const char* sql) {
  sqlite3* database = nullptr;
  EXPECT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  sqlite3_stmt* statement = nullptr;
  EXPECT_EQ(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr), SQLITE_OK);
  EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW);
  const std::int64_t value = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  sqlite3_close(database);
  return value;
}

TEST_F(Floor, SqliteHoldsWhatWasAppended) {
  const std::string path = folder_ / "rows";
  {
    auto floor = SqliteFloor::Make(path);
    ASSERT_TRUE(floor.ok()) << floor.status();
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(floor->Append("twelve bytes", 1'000).ok());
  }
  EXPECT_EQ(Query(path, "SELECT count(*) FROM gebeurtenis"), 3'000);
  EXPECT_EQ(Query(path, "SELECT max(volgnummer) FROM gebeurtenis"), 3'000);
  EXPECT_EQ(Query(path, "SELECT sum(length(inhoud)) FROM gebeurtenis"), 36'000);
}

TEST_F(Floor, SqliteSaysWhereItCannot) {
  EXPECT_FALSE(SqliteFloor::Make(folder_ / "nowhere" / "rows").ok());
}

TEST_F(Floor, CsvHoldsWhatWasWritten) {
  const std::string path = folder_ / "rows.csv";
  ASSERT_TRUE(WriteCsvFloor(path, "a;b\r\n", 3).ok());
  std::ifstream file(path, std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "a;b\r\na;b\r\na;b\r\n");
  EXPECT_FALSE(WriteCsvFloor(folder_ / "nowhere" / "rows.csv", "a", 1).ok());
}

}  // namespace
}  // namespace ketenproef::floor
