#include "server/transport/services.h"

#include "server/transport/draaiboek_service.h"
#include "server/transport/gemeente_register_service.h"
#include "server/transport/gemeente_service.h"
#include "server/transport/inlichtingenbureau_service.h"
#include "server/transport/journaal_service.h"
#include "server/transport/klok_service.h"
#include "server/transport/omgeving_service.h"
#include "server/transport/storing_service.h"
#include "server/transport/uwv_beoordeling_service.h"
#include "server/transport/uwv_melding_service.h"
#include "server/transport/uwv_register_service.h"

namespace ketenproef {

std::vector<std::unique_ptr<grpc::Service>> MakeServices(Omgevingen& omgevingen) {
  std::vector<std::unique_ptr<grpc::Service>> services;
  services.push_back(std::make_unique<UwvMeldingService>(omgevingen));
  services.push_back(std::make_unique<UwvBeoordelingService>(omgevingen));
  services.push_back(std::make_unique<UwvRegisterService>(omgevingen));
  services.push_back(std::make_unique<InlichtingenbureauService>(omgevingen));
  services.push_back(std::make_unique<GemeenteService>(omgevingen));
  services.push_back(std::make_unique<GemeenteRegisterService>(omgevingen));
  services.push_back(std::make_unique<OmgevingService>(omgevingen));
  services.push_back(std::make_unique<KlokService>(omgevingen));
  services.push_back(std::make_unique<JournaalService>(omgevingen));
  services.push_back(std::make_unique<DraaiboekService>(omgevingen));
  services.push_back(std::make_unique<StoringService>(omgevingen));
  return services;
}

std::vector<std::string> ServiceNames() {
  return {v1::UwvMeldingService::service_full_name(),  v1::UwvBeoordelingService::service_full_name(),
          v1::UwvRegisterService::service_full_name(), v1::InlichtingenbureauService::service_full_name(),
          v1::GemeenteService::service_full_name(),    v1::GemeenteRegisterService::service_full_name(),
          v1::OmgevingService::service_full_name(),    v1::KlokService::service_full_name(),
          v1::JournaalService::service_full_name(),    v1::DraaiboekService::service_full_name(),
          v1::StoringService::service_full_name()};
}

}  // namespace ketenproef
