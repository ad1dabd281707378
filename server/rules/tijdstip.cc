#include "server/rules/tijdstip.h"

#include "absl/time/civil_time.h"

namespace ketenproef {
namespace {

constexpr int kHourOfUitwisseling = 6;

absl::CivilDay ToCivil(Dag dag) {
  return absl::CivilDay(1970, 1, 1) + dag.days_since_1970();
}

Tijdstip ToTijdstip(absl::Time time) {
  return Tijdstip::FromUnixNanos(absl::ToUnixNanos(time));
}

}  // namespace

std::string Tijdstip::ToString() const {
  return absl::FormatTime("%Y-%m-%d%ET%H:%M:%E*SZ", ToTime(), absl::UTCTimeZone());
}

absl::StatusOr<Amsterdam> Amsterdam::Load() {
  absl::TimeZone zone;
  if (!absl::LoadTimeZone("Europe/Amsterdam", &zone)) {
    return absl::NotFoundError(
        "time zone Europe/Amsterdam is not on this machine; install the Debian package tzdata");
  }
  return Amsterdam(zone);
}

Dag Amsterdam::DagOf(Tijdstip tijdstip) const {
  const absl::CivilDay civil(zone_.At(tijdstip.ToTime()).cs);
  return Dag::FromDaysSince1970(static_cast<std::int32_t>(civil - absl::CivilDay(1970, 1, 1)));
}

Tijdstip Amsterdam::BeginOf(Dag dag) const {
  return ToTijdstip(absl::FromCivil(absl::CivilSecond(ToCivil(dag)), zone_));
}

Tijdstip Amsterdam::UitwisselingOf(Dag dag) const {
  return ToTijdstip(absl::FromCivil(absl::CivilHour(ToCivil(dag)) + kHourOfUitwisseling, zone_));
}

}  // namespace ketenproef
