#include <utility>

#include "conformance/mutants/gemeente/mutanten.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/mutant.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance {
namespace {

void Add(v1::SystemKind kind, Mutants family, Mutants* all) {
  for (Mutant& mutant : family) {
    mutant.kind = kind;
    all->push_back(std::move(mutant));
  }
}

}  // namespace

const Mutants& AllMutants() {
  static const auto* const kAll = [] {
    auto* mutants = new Mutants;
    for (const auto family :
         {uwv::KalenderMutants, uwv::VerschuivingMutants, uwv::BsnMutants, uwv::RegisterMutants,
          uwv::MeldingveldMutants, uwv::ZiekmeldingMutants, uwv::ZiekmeldingtermijnMutants,
          uwv::HerhalingMutants, uwv::IntrekkingMutants, uwv::HerstelmeldingMutants,
          uwv::HersteltermijnMutants, uwv::BoeteMutants, uwv::BeoordelingtermijnMutants, uwv::BesluitMutants,
          uwv::BundelMutants, uwv::SamenloopMutants, uwv::RangordeMutants, uwv::GeweigerdMutants}) {
      Add(v1::SYSTEM_KIND_UWV, family(), mutants);
    }
    for (const auto family : {ib::BsnMutants,
                              ib::WoonplaatsMutants,
                              ib::LksMutants,
                              ib::SamengesteldMutants,
                              ib::IntrekkingMutants,
                              ib::DoorleveringMutants,
                              ib::DoorleveringsgrensMutants,
                              ib::VolgordeMutants,
                              ib::SignaalMutants,
                              ib::TerugblikMutants,
                              ib::WoongemeenteMutants,
                              ib::VervolgMutants,
                              ib::BerichtMutants,
                              ib::DkdMutants,
                              ib::RapportMutants,
                              ib::RapportlijstMutants,
                              ib::NotificatieMutants,
                              ib::AfnemerMutants,
                              ib::BezorgingMutants,
                              ib::TijdstipMutants,
                              ib::SamenloopMutants,
                              ib::RandgevalMutants}) {
      Add(v1::SYSTEM_KIND_INLICHTINGENBUREAU, family(), mutants);
    }
    for (const auto family : {gemeente::DkdMutants, gemeente::OntvangstMutants, gemeente::InhoudMutants}) {
      Add(v1::SYSTEM_KIND_GEMEENTE, family(), mutants);
    }
    for (const auto family : {gemeente::OphalenMutants, gemeente::BevestigingMutants}) {
      Add(v1::SYSTEM_KIND_GEMEENTE_OPHALER, family(), mutants);
    }
    return mutants;
  }();
  return *kAll;
}

}  // namespace ketenproef::conformance
