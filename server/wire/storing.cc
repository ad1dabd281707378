#include "server/wire/storing.h"

#include <limits>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "server/rules/limits.h"
#include "server/wire/fout.h"

namespace ketenproef {
namespace {

constexpr std::int64_t kNanosPerMilli = 1'000'000;
constexpr std::int64_t kMillisPerSecond = 1'000;
constexpr int kMaxStatusCode = 16;
constexpr int kMaxPromille = 1'000;

// The numbers run alike, the contract's one higher for its "unspecified".
static_assert(static_cast<int>(Storingsoort::kLostAcknowledgement) + 1 ==
              v1::STORINGSOORT_LOST_ACKNOWLEDGEMENT);
static_assert(static_cast<int>(Storingrichting::kOut) + 1 == v1::STORINGRICHTING_OUT);

absl::StatusOr<Storingkeuze> DecodeKeuze(const v1::Storing& wire) {
  switch (wire.keuze_case()) {
    case v1::Storing::kNdeAanroep:
      if (wire.nde_aanroep() < 1) return FoutVeld("nde_aanroep", "must be 1 or more");
      return Storingkeuze{Storingkeuze::Soort::kNde, static_cast<std::uint64_t>(wire.nde_aanroep()), 0};
    case v1::Storing::kElkeNdeAanroep:
      if (wire.elke_nde_aanroep() < 1) return FoutVeld("elke_nde_aanroep", "must be 1 or more");
      return Storingkeuze{Storingkeuze::Soort::kElkeNde, static_cast<std::uint64_t>(wire.elke_nde_aanroep()),
                          0};
    case v1::Storing::kKans:
      if (wire.kans().promille() < 1 || wire.kans().promille() > kMaxPromille) {
        return FoutVeld("promille", "must be 1 to 1,000");
      }
      return Storingkeuze{Storingkeuze::Soort::kKans, static_cast<std::uint64_t>(wire.kans().promille()),
                          wire.kans().seed()};
    case v1::Storing::KEUZE_NOT_SET:
      break;
  }
  return FoutVeld("keuze", "one of nde_aanroep, elke_nde_aanroep and kans must be set");
}

absl::StatusOr<Storingeffect> DecodeEffect(const v1::Storing& wire) {
  if (!v1::Storingsoort_IsValid(wire.soort()) || wire.soort() == v1::STORINGSOORT_UNSPECIFIED) {
    return FoutVeld("soort", "must be a value of the enum");
  }
  Storingeffect effect = {static_cast<Storingsoort>(wire.soort() - 1), 0, 0};
  if (effect.soort == Storingsoort::kDelay) {
    const auto& duur = wire.vertraging();
    if (duur.seconds() < 0 || duur.seconds() > 60 || duur.nanos() < 0) {
      return FoutVeld("vertraging", "must be 1 millisecond to 60 seconds");
    }
    const std::int64_t millis = duur.seconds() * kMillisPerSecond + duur.nanos() / kNanosPerMilli;
    if (millis < 1 || millis > 60 * kMillisPerSecond) {
      return FoutVeld("vertraging", "must be 1 millisecond to 60 seconds");
    }
    effect.vertraging_ms = static_cast<std::uint32_t>(millis);
  } else if (wire.has_vertraging()) {
    return FoutVeld("vertraging", "must be unset but with STORINGSOORT_DELAY");
  }
  if (effect.soort == Storingsoort::kStatus) {
    if (wire.status_code() < 1 || wire.status_code() > kMaxStatusCode) {
      return FoutVeld("status_code", "must be a google.rpc.Code, 1 to 16");
    }
    effect.status_code = static_cast<std::uint32_t>(wire.status_code());
  } else if (wire.status_code() != 0) {
    return FoutVeld("status_code", "must be 0 but with STORINGSOORT_STATUS");
  }
  return effect;
}

}  // namespace

absl::StatusOr<Storing> DecodeStoring(const v1::Storing& wire, std::uint32_t nummer) {
  if (!wire.storing_id().empty()) return FoutVeld("storing_id", "must be empty: the simulator gives it");
  if (wire.aantal_geraakt() != 0) return FoutVeld("aantal_geraakt", "must be 0: the simulator counts it");
  if (!v1::Storingrichting_IsValid(wire.richting()) || wire.richting() == v1::STORINGRICHTING_UNSPECIFIED) {
    return FoutVeld("richting", "must be STORINGRICHTING_IN or STORINGRICHTING_OUT");
  }
  if (wire.methode().size() > kMaxMethodeBytes) {
    return FoutVeld("methode", absl::StrCat("must be at most ", kMaxMethodeBytes, " bytes"));
  }
  std::optional<Gemeentecode> gemeentecode;
  if (!wire.gemeentecode().empty()) {
    gemeentecode = Gemeentecode::Parse(wire.gemeentecode());
    if (!gemeentecode.has_value()) return FoutVeld("gemeentecode", "must be four digits, or empty");
  }
  if (wire.max_aantal() < 0) return FoutVeld("max_aantal", "must not be negative");
  const auto keuze = DecodeKeuze(wire);
  if (!keuze.ok()) return keuze.status();
  const auto effect = DecodeEffect(wire);
  if (!effect.ok()) return effect.status();
  return Storing{
      nummer,  static_cast<Storingrichting>(wire.richting() - 1), wire.methode(), gemeentecode, *keuze,
      *effect, static_cast<std::uint64_t>(wire.max_aantal())};
}

void EncodeStoring(const Storing& storing, std::uint64_t geraakt, v1::Storing* wire) {
  wire->set_storing_id(StoringId(storing.nummer));
  wire->set_richting(static_cast<v1::Storingrichting>(static_cast<int>(storing.richting) + 1));
  wire->set_methode(storing.methode);
  if (storing.gemeentecode.has_value()) wire->set_gemeentecode(storing.gemeentecode->ToString());
  switch (storing.keuze.soort) {
    case Storingkeuze::Soort::kNde:
      wire->set_nde_aanroep(static_cast<std::int64_t>(storing.keuze.n));
      break;
    case Storingkeuze::Soort::kElkeNde:
      wire->set_elke_nde_aanroep(static_cast<std::int64_t>(storing.keuze.n));
      break;
    case Storingkeuze::Soort::kKans:
      wire->mutable_kans()->set_promille(static_cast<std::int32_t>(storing.keuze.n));
      wire->mutable_kans()->set_seed(storing.keuze.seed);
      break;
  }
  wire->set_soort(static_cast<v1::Storingsoort>(static_cast<int>(storing.effect.soort) + 1));
  if (storing.effect.soort == Storingsoort::kDelay) {
    wire->mutable_vertraging()->set_seconds(storing.effect.vertraging_ms / kMillisPerSecond);
    wire->mutable_vertraging()->set_nanos(
        static_cast<std::int32_t>(storing.effect.vertraging_ms % kMillisPerSecond * kNanosPerMilli));
  }
  wire->set_status_code(static_cast<std::int32_t>(storing.effect.status_code));
  wire->set_max_aantal(static_cast<std::int64_t>(storing.max_aantal));
  wire->set_aantal_geraakt(static_cast<std::int64_t>(geraakt));
}

std::string StoringId(std::uint32_t nummer) {
  return absl::StrCat("S-", nummer);
}

std::optional<std::uint32_t> ReadStoringId(absl::string_view storing_id) {
  std::uint32_t nummer = 0;
  if (!absl::ConsumePrefix(&storing_id, "S-") || !absl::SimpleAtoi(storing_id, &nummer)) return std::nullopt;
  if (absl::StrCat(nummer) != storing_id) return std::nullopt;
  return nummer;
}

}  // namespace ketenproef
