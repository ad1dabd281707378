#include "server/transport/services.h"

#include "ketenproef/v1/draaiboek_service.grpc.pb.h"
#include "ketenproef/v1/gemeente_register_service.grpc.pb.h"
#include "ketenproef/v1/gemeente_service.grpc.pb.h"
#include "ketenproef/v1/inlichtingenbureau_service.grpc.pb.h"
#include "ketenproef/v1/journaal_service.grpc.pb.h"
#include "ketenproef/v1/klok_service.grpc.pb.h"
#include "ketenproef/v1/omgeving_service.grpc.pb.h"
#include "ketenproef/v1/storing_service.grpc.pb.h"
#include "ketenproef/v1/uwv_beoordeling_service.grpc.pb.h"
#include "ketenproef/v1/uwv_melding_service.grpc.pb.h"
#include "ketenproef/v1/uwv_register_service.grpc.pb.h"
#include "server/transport/service_factories.h"

namespace ketenproef {

std::vector<std::unique_ptr<grpc::Service>> MakeServices(Omgevingen& omgevingen) {
  std::vector<std::unique_ptr<grpc::Service>> services;
  services.push_back(MakeUwvMeldingService(omgevingen));
  services.push_back(MakeUwvBeoordelingService(omgevingen));
  services.push_back(MakeUwvRegisterService(omgevingen));
  services.push_back(MakeInlichtingenbureauService(omgevingen));
  services.push_back(MakeGemeenteService(omgevingen));
  services.push_back(MakeGemeenteRegisterService(omgevingen));
  services.push_back(MakeOmgevingService(omgevingen));
  services.push_back(MakeKlokService(omgevingen));
  services.push_back(MakeJournaalService(omgevingen));
  services.push_back(MakeDraaiboekService(omgevingen));
  services.push_back(MakeStoringService(omgevingen));
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
