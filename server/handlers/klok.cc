#include "server/handlers/klok.h"

#include <cmath>
#include <cstdint>

#include "google/protobuf/duration.pb.h"
#include "server/wire/datum.h"

namespace ketenproef {
namespace {

constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
// Virtual seconds per real second; kept in thousandths.
constexpr double kMinFactor = 0.001;
constexpr double kMaxFactor = 1'000'000;
// Longer than from the first to the last instant there can be.
constexpr std::int64_t kMaxDuurSeconds = 301LL * 366 * 86'400;

absl::StatusOr<Tijdstip> ReadDoel(const HandlerContext& context, const v1::AdvanceClockRequest& request) {
  if (request.has_tot_tijdstip()) {
    const auto tijdstip = FromWire(request.tot_tijdstip());
    if (!tijdstip.has_value() || *tijdstip > kLastKlok) {
      return FoutVeld("tot_tijdstip", "must be an instant of the years 1900 to 2199");
    }
    return *tijdstip;
  }
  if (!request.has_duur()) return FoutVeld("doel", "one of tot_tijdstip and duur must be set");
  const auto& duur = request.duur();
  if (duur.seconds() < 0 || duur.seconds() > kMaxDuurSeconds || duur.nanos() < 0 ||
      duur.nanos() >= kNanosPerSecond) {
    return FoutVeld("duur", "must not be negative, nor longer than 300 years");
  }
  const Tijdstip klok = context.omgeving.klok();
  // In seconds first: the sum in nanoseconds may be too large for the type.
  const std::int64_t seconds = klok.unix_nanos() / kNanosPerSecond + duur.seconds();
  const bool fits = seconds <= kLastKlok.unix_nanos() / kNanosPerSecond;
  const auto doel = Tijdstip::FromUnixNanos(
      fits ? klok.unix_nanos() + duur.seconds() * kNanosPerSecond + duur.nanos() : klok.unix_nanos());
  if (!fits || doel > kLastKlok) return FoutVeld("duur", "must not go beyond the year 2199");
  return doel;
}

}  // namespace

absl::Status GetClockHandler(HandlerContext& context, const v1::GetClockRequest& /*request*/,
                             v1::GetClockResponse* response) {
  EncodeClock(context.omgeving, response->mutable_clock());
  return absl::OkStatus();
}

absl::Status AdvanceClockHandler(HandlerContext& context, const v1::AdvanceClockRequest& request,
                                 v1::AdvanceClockResponse* response) {
  const auto doel = ReadDoel(context, request);
  if (!doel.ok()) return doel.status();
  if (context.omgeving.toestand().klokfactor_duizendsten() != 0) return FoutKlokLoopt();
  const auto kwitantie = context.omgeving.Advance(*doel);
  if (kwitantie.ok()) {
    EncodeKwitantie(*kwitantie, response->mutable_kwitantie());
    return absl::OkStatus();
  }
  if (kwitantie.status().code() == absl::StatusCode::kOutOfRange) {
    return FoutTijdTerug(kwitantie.status().message());
  }
  return FoutOmgevingGestopt(kwitantie.status().message());
}

absl::Status SetClockModeHandler(HandlerContext& context, const v1::SetClockModeRequest& request,
                                 v1::SetClockModeResponse* response) {
  std::uint32_t factor = 0;
  if (request.mode() == v1::CLOCK_MODE_RUNNING) {
    // The comparison is false for what is no number.
    if (!(request.factor() >= kMinFactor && request.factor() <= kMaxFactor)) {
      return FoutVeld("factor", "must be 0.001 to 1,000,000 virtual seconds per real second");
    }
    factor = static_cast<std::uint32_t>(std::lround(request.factor() / kMinFactor));
  } else if (request.mode() != v1::CLOCK_MODE_STEPPED) {
    return FoutVeld("mode", "must be CLOCK_MODE_STEPPED or CLOCK_MODE_RUNNING");
  } else if (request.factor() != 0) {
    return FoutVeld("factor", "must be 0 with CLOCK_MODE_STEPPED");
  }
  if (factor != context.omgeving.toestand().klokfactor_duizendsten()) {
    context.omgeving.Record(ClockModeSet{factor});
  }
  EncodeClock(context.omgeving, response->mutable_clock());
  return absl::OkStatus();
}

}  // namespace ketenproef
