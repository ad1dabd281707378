#include "server/rules/profiel.h"

#include <array>

namespace ketenproef {
namespace {

// 2022-01-01, the day on which forwarding was abolished (DL-02).
constexpr Dag kAfschaffingDoorlevering = Dag::FromDaysSince1970(18'993);

constexpr std::array<Profiel, 2> kProfielen = {
    Profiel{
        .naam = "handleiding",
        .verschuift_termijnen = false,
        .ziekmelding_termijn = Dagen(42),
        .herstelmelding_termijn = Dagen(2),
        .beoordeling_termijn = Dagen(42),
        .beoordeling_verlenging = Dagen(28),
        .einde_dienstverband_vervroegt = false,
        .samengesteld_onder = std::nullopt,
        .herstel_niet_voor_ziekmelding = false,
        .doorlevering_tot = std::nullopt,
    },
    Profiel{
        .naam = "wet",
        .verschuift_termijnen = true,
        .ziekmelding_termijn = Dagen(42),
        .herstelmelding_termijn = Dagen(2),
        .beoordeling_termijn = Dagen(42),
        .beoordeling_verlenging = Dagen(28),
        .einde_dienstverband_vervroegt = true,
        .samengesteld_onder = Dagen(28),
        .herstel_niet_voor_ziekmelding = true,
        .doorlevering_tot = kAfschaffingDoorlevering,
    },
};

}  // namespace

absl::Span<const Profiel> Profielen() {
  return kProfielen;
}

const Profiel* FindProfiel(absl::string_view naam) {
  for (const Profiel& profiel : kProfielen) {
    if (profiel.naam == naam) return &profiel;
  }
  return nullptr;
}

}  // namespace ketenproef
