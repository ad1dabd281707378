#include "server/wire/datum.h"

#include <cstdint>

namespace ketenproef {
namespace {

constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
// A day before 1900 in UTC: 1900 begins earlier in zones to the east.
constexpr std::int64_t kFirstSecond = -2'209'075'200;  // 1899-12-31T00:00:00Z
constexpr std::int64_t kLastSecond = 7'258'118'399;    // 2199-12-31T23:59:59Z

}  // namespace

std::optional<Dag> FromWire(const v1::Datum& datum) {
  return Dag::FromCivil(datum.jaar(), datum.maand(), datum.dag());
}

std::optional<Tijdstip> FromWire(const google::protobuf::Timestamp& timestamp) {
  if (timestamp.seconds() < kFirstSecond || timestamp.seconds() > kLastSecond) return std::nullopt;
  if (timestamp.nanos() < 0 || timestamp.nanos() >= kNanosPerSecond) return std::nullopt;
  return Tijdstip::FromUnixNanos(timestamp.seconds() * kNanosPerSecond + timestamp.nanos());
}

void ToWire(Dag dag, v1::Datum* datum) {
  datum->set_jaar(dag.jaar());
  datum->set_maand(dag.maand());
  datum->set_dag(dag.dag());
}

void ToWire(Tijdstip tijdstip, google::protobuf::Timestamp* timestamp) {
  std::int64_t seconds = tijdstip.unix_nanos() / kNanosPerSecond;
  std::int64_t nanos = tijdstip.unix_nanos() % kNanosPerSecond;
  if (nanos < 0) {
    nanos += kNanosPerSecond;
    --seconds;
  }
  timestamp->set_seconds(seconds);
  timestamp->set_nanos(static_cast<std::int32_t>(nanos));
}

}  // namespace ketenproef
