// One factory for each service of the contract. Each service stands as a whole in its own .cc, so that the
// generated classes it derives from are compiled there and nowhere else: they take seconds each.
#ifndef KETENPROEF_SERVER_TRANSPORT_SERVICE_FACTORIES_H_
#define KETENPROEF_SERVER_TRANSPORT_SERVICE_FACTORIES_H_

#include <grpcpp/impl/codegen/service_type.h>

#include <memory>

#include "server/omgeving/omgevingen.h"

namespace ketenproef {

// `omgevingen` must outlive what is made.
std::unique_ptr<grpc::Service> MakeDraaiboekService(const Omgevingen& omgevingen);
std::unique_ptr<grpc::Service> MakeGemeenteRegisterService(const Omgevingen& omgevingen);
std::unique_ptr<grpc::Service> MakeGemeenteService(const Omgevingen& omgevingen);
std::unique_ptr<grpc::Service> MakeInlichtingenbureauService(const Omgevingen& omgevingen);
std::unique_ptr<grpc::Service> MakeJournaalService(const Omgevingen& omgevingen);
std::unique_ptr<grpc::Service> MakeKlokService(const Omgevingen& omgevingen);
std::unique_ptr<grpc::Service> MakeOmgevingService(Omgevingen& omgevingen);
std::unique_ptr<grpc::Service> MakeStoringService(const Omgevingen& omgevingen);
std::unique_ptr<grpc::Service> MakeUwvBeoordelingService(const Omgevingen& omgevingen);
std::unique_ptr<grpc::Service> MakeUwvMeldingService(const Omgevingen& omgevingen);
std::unique_ptr<grpc::Service> MakeUwvRegisterService(const Omgevingen& omgevingen);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_SERVICE_FACTORIES_H_
