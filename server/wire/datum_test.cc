#include "server/wire/datum.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace ketenproef {
namespace {

v1::Datum MakeDatum(int jaar, int maand, int dag) {
  v1::Datum datum;
  datum.set_jaar(jaar);
  datum.set_maand(maand);
  datum.set_dag(dag);
  return datum;
}

google::protobuf::Timestamp MakeTimestamp(std::int64_t seconds, std::int32_t nanos) {
  google::protobuf::Timestamp timestamp;
  timestamp.set_seconds(seconds);
  timestamp.set_nanos(nanos);
  return timestamp;
}

// The first instant that is in 1900 in some zone, to the day.
constexpr std::int64_t kFirstSecond = -2'209'075'200;  // 1899-12-31T00:00:00Z
constexpr std::int64_t kLastSecond = 7'258'118'399;    // 2199-12-31T23:59:59Z

struct DatumCase {
  int jaar;
  int maand;
  int dag;
  bool exists;
};

class DatumFromWire : public testing::TestWithParam<DatumCase> {};

TEST_P(DatumFromWire, OnlyDaysThatExist) {
  const auto& [jaar, maand, dag, exists] = GetParam();
  const auto read = FromWire(MakeDatum(jaar, maand, dag));
  ASSERT_EQ(read.has_value(), exists);
  if (!exists) return;
  v1::Datum back;
  ToWire(*read, &back);
  EXPECT_EQ(back.jaar(), jaar);
  EXPECT_EQ(back.maand(), maand);
  EXPECT_EQ(back.dag(), dag);
}

constexpr int kIntMin = std::numeric_limits<int>::min();
constexpr int kIntMax = std::numeric_limits<int>::max();

INSTANTIATE_TEST_SUITE_P(
    Boundaries, DatumFromWire,
    testing::Values(
        DatumCase{1900, 1, 1, true}, DatumCase{1899, 12, 31, false}, DatumCase{2199, 12, 31, true},
        DatumCase{2200, 1, 1, false}, DatumCase{0, 0, 0, false}, DatumCase{2025, 0, 1, false},
        DatumCase{2025, 1, 0, false}, DatumCase{2025, 13, 1, false}, DatumCase{2025, 1, 32, false},
        DatumCase{2025, 4, 30, true}, DatumCase{2025, 4, 31, false}, DatumCase{2025, 2, 28, true},
        DatumCase{2025, 2, 29, false}, DatumCase{2024, 2, 29, true}, DatumCase{2024, 2, 30, false},
        DatumCase{1900, 2, 29, false}, DatumCase{2000, 2, 29, true}, DatumCase{2100, 2, 29, false},
        DatumCase{-2025, 1, 1, false}, DatumCase{2025, -1, 1, false}, DatumCase{2025, 1, -1, false},
        DatumCase{kIntMax, 1, 1, false}, DatumCase{kIntMin, 1, 1, false}, DatumCase{2025, kIntMax, 1, false},
        DatumCase{2025, kIntMin, 1, false}, DatumCase{2025, 1, kIntMax, false},
        DatumCase{2025, 1, kIntMin, false},
        // What would be 2025 or January where only the low bits are looked at.
        DatumCase{2025 + (1 << 16), 1, 1, false}, DatumCase{2025, 1 + (1 << 8), 1, false},
        DatumCase{2025, 1, 1 + (1 << 8), false}));

TEST(DatumToWire, EveryDayOfTheContractComesBack) {
  const Dag first = *Dag::FromCivil(1900, 1, 1);
  const Dag last = *Dag::FromCivil(2199, 12, 31);
  for (Dag dag = first; dag <= last; dag = dag + Dagen(1)) {
    v1::Datum datum;
    ToWire(dag, &datum);
    ASSERT_EQ(FromWire(datum), dag) << dag.ToString();
  }
}

struct TimestampCase {
  std::int64_t seconds;
  std::int32_t nanos;
  bool exists;
};

class TimestampFromWire : public testing::TestWithParam<TimestampCase> {};

TEST_P(TimestampFromWire, OnlyInstantsInNormalFormOfTheYearsOfTheContract) {
  const auto& [seconds, nanos, exists] = GetParam();
  const auto read = FromWire(MakeTimestamp(seconds, nanos));
  ASSERT_EQ(read.has_value(), exists);
  if (!exists) return;
  google::protobuf::Timestamp back;
  ToWire(*read, &back);
  EXPECT_EQ(back.seconds(), seconds);
  EXPECT_EQ(back.nanos(), nanos);
}

constexpr std::int64_t kInt64Min = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kInt64Max = std::numeric_limits<std::int64_t>::max();

INSTANTIATE_TEST_SUITE_P(
    Boundaries, TimestampFromWire,
    testing::Values(TimestampCase{0, 0, true}, TimestampCase{-1, 0, true},
                    TimestampCase{-1, 999'999'999, true}, TimestampCase{kFirstSecond, 0, true},
                    TimestampCase{kFirstSecond, 1, true}, TimestampCase{kFirstSecond - 1, 999'999'999, false},
                    TimestampCase{kLastSecond, 999'999'999, true}, TimestampCase{kLastSecond + 1, 0, false},
                    TimestampCase{0, -1, false}, TimestampCase{1, -1, false},
                    TimestampCase{0, 999'999'999, true}, TimestampCase{0, 1'000'000'000, false},
                    TimestampCase{0, kIntMin, false}, TimestampCase{0, kIntMax, false},
                    TimestampCase{kInt64Min, 0, false}, TimestampCase{kInt64Max, 999'999'999, false}));

TEST(TimestampToWire, NegativeInstantsKeepNanosPositive) {
  google::protobuf::Timestamp timestamp;
  ToWire(Tijdstip::FromUnixNanos(-1), &timestamp);
  EXPECT_EQ(timestamp.seconds(), -1);
  EXPECT_EQ(timestamp.nanos(), 999'999'999);
}

}  // namespace
}  // namespace ketenproef
