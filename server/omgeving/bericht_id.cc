#include "server/omgeving/bericht_id.h"

#include "absl/strings/str_cat.h"

namespace ketenproef {

std::string RapportageId(Gemeentecode gemeentecode, Dag uitwisseling) {
  return absl::StrCat(gemeentecode.ToString(), "-", uitwisseling.ToCompactString());
}

std::string DoorleveringId(Meldingnummer melding) {
  return absl::StrCat("D-", static_cast<std::uint64_t>(melding) + 1);
}

std::string BerichtId(Gevalnummer geval) {
  return absl::StrCat("B-", static_cast<std::uint64_t>(geval) + 1);
}

std::string LeveringId(const Toestand& toestand, Leveringsoort soort, std::uint32_t nummer) {
  switch (soort) {
    case Leveringsoort::kRapportage: {
      const RapportageReady& rapportage = toestand.rapportages()[nummer].inhoud;
      return RapportageId(rapportage.gemeentecode, rapportage.uitwisseling);
    }
    case Leveringsoort::kDoorlevering:
      return DoorleveringId(toestand.doorleveringen()[nummer].inhoud.melding);
    case Leveringsoort::kBericht:
      return BerichtId(toestand.berichten()[nummer].geval);
  }
  return "";
}

Dag UitwisselingOf(const Toestand& toestand, Leveringsoort soort, std::uint32_t nummer) {
  if (soort == Leveringsoort::kRapportage) return toestand.rapportages()[nummer].inhoud.uitwisseling;
  if (soort == Leveringsoort::kDoorlevering) return toestand.doorleveringen()[nummer].inhoud.uitwisseling;
  return toestand.berichten()[nummer].uitwisseling;
}

}  // namespace ketenproef
