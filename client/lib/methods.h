// The methods of the contract as types: a request names its method, its response, and whether the call may be
// repeated when it is not known what became of it. One table; methods_test.cc holds it against the contract.
#ifndef KETENPROEF_CLIENT_LIB_METHODS_H_
#define KETENPROEF_CLIENT_LIB_METHODS_H_

#include "ketenproef/v1/draaiboek_service.pb.h"
#include "ketenproef/v1/gemeente_register_service.pb.h"
#include "ketenproef/v1/gemeente_service.pb.h"
#include "ketenproef/v1/inlichtingenbureau_service.pb.h"
#include "ketenproef/v1/journaal_service.pb.h"
#include "ketenproef/v1/klok_service.pb.h"
#include "ketenproef/v1/omgeving_service.pb.h"
#include "ketenproef/v1/storing_service.pb.h"
#include "ketenproef/v1/uwv_beoordeling_service.pb.h"
#include "ketenproef/v1/uwv_melding_service.pb.h"
#include "ketenproef/v1/uwv_register_service.pb.h"

namespace ketenproef::client {

enum class MethodKind {
  kRepeatable,  // one request, one response; sending it again is without harm
  kOnce,        // one request, one response; a repeat could do it twice or be refused
  kReading,     // one request, a stream of responses
  kBatches,     // a stream of batches, each answered by one message
};

// KETENPROEF_METHODS(X): X(service, method, kind) for every method of the contract.
// clang-format off
#define KETENPROEF_METHODS(X)                                     \
  X(DraaiboekService, PlayDraaiboek, kBatches)                    \
  X(GemeenteRegisterService, RegisterWoonplaats, kRepeatable)     \
  X(GemeenteRegisterService, ListWoonplaatsen, kRepeatable)       \
  X(GemeenteRegisterService, RegisterLksPeriode, kOnce)           \
  X(GemeenteRegisterService, EndLksPeriode, kOnce)                \
  X(GemeenteRegisterService, ListLksPerioden, kRepeatable)        \
  X(GemeenteRegisterService, SubmitGemeenteRegistraties, kBatches) \
  X(GemeenteService, LookupLks, kRepeatable)                      \
  X(GemeenteService, DeliverRapportage, kRepeatable)              \
  X(GemeenteService, DeliverMelding, kRepeatable)                 \
  X(InlichtingenbureauService, ListRapportages, kRepeatable)      \
  X(InlichtingenbureauService, DownloadRapportage, kReading)      \
  X(InlichtingenbureauService, ConfirmRapportage, kRepeatable)    \
  X(InlichtingenbureauService, ListDoorleveringen, kRepeatable)   \
  X(InlichtingenbureauService, ConfirmDoorleveringen, kRepeatable) \
  X(InlichtingenbureauService, ListBerichten, kRepeatable)        \
  X(InlichtingenbureauService, ListNotificaties, kRepeatable)     \
  X(InlichtingenbureauService, ListAangehouden, kRepeatable)      \
  X(InlichtingenbureauService, ListLeveringen, kRepeatable)       \
  X(InlichtingenbureauService, SetAfnemer, kRepeatable)           \
  X(InlichtingenbureauService, GetAfnemer, kRepeatable)           \
  X(JournaalService, ListGebeurtenissen, kRepeatable)             \
  X(JournaalService, WatchGebeurtenissen, kReading)               \
  X(KlokService, GetClock, kRepeatable)                           \
  X(KlokService, AdvanceClock, kOnce)                             \
  X(KlokService, SetClockMode, kRepeatable)                       \
  X(KlokService, WatchClock, kReading)                            \
  X(OmgevingService, CreateOmgeving, kOnce)                       \
  X(OmgevingService, GetOmgeving, kRepeatable)                    \
  X(OmgevingService, ListOmgevingen, kRepeatable)                 \
  X(OmgevingService, DeleteOmgeving, kOnce)                       \
  X(OmgevingService, SetRollen, kRepeatable)                      \
  X(OmgevingService, ListProfielen, kRepeatable)                  \
  X(StoringService, CreateStoring, kOnce)                         \
  X(StoringService, ListStoringen, kRepeatable)                   \
  X(StoringService, DeleteStoring, kOnce)                         \
  X(UwvBeoordelingService, ExtendBeoordeling, kOnce)              \
  X(UwvBeoordelingService, DecideBeoordeling, kOnce)              \
  X(UwvBeoordelingService, SubmitBeoordelingen, kBatches)         \
  X(UwvBeoordelingService, GetZiektegeval, kRepeatable)           \
  X(UwvBeoordelingService, ListZiektegevallen, kRepeatable)       \
  X(UwvMeldingService, SubmitZiekmelding, kRepeatable)            \
  X(UwvMeldingService, SubmitHerstelmelding, kRepeatable)         \
  X(UwvMeldingService, SubmitZiekEnHerstelmelding, kRepeatable)   \
  X(UwvMeldingService, WithdrawZiekmelding, kRepeatable)          \
  X(UwvMeldingService, SubmitMeldingen, kBatches)                 \
  X(UwvRegisterService, RegisterDoelgroepregistratie, kOnce)      \
  X(UwvRegisterService, EndDoelgroepregistratie, kOnce)           \
  X(UwvRegisterService, ListDoelgroepregistraties, kRepeatable)   \
  X(UwvRegisterService, RegisterDienstverband, kOnce)             \
  X(UwvRegisterService, EndDienstverband, kOnce)                  \
  X(UwvRegisterService, ListDienstverbanden, kRepeatable)         \
  X(UwvRegisterService, SubmitRegistraties, kBatches)
// clang-format on

// What is known about the method that takes this request.
template <typename Request>
struct MethodOf;

#define KETENPROEF_METHOD_OF(service, method, kind)                                                  \
  template <>                                                                                        \
  struct MethodOf<v1::method##Request> {                                                             \
    using Response = v1::method##Response;                                                           \
    static constexpr char kPath[] = "/ketenproef.v1." #service "/" #method;                          \
    static constexpr MethodKind kKind = MethodKind::kind;                                            \
    static constexpr bool kIsUnary = kKind == MethodKind::kRepeatable || kKind == MethodKind::kOnce; \
  };
KETENPROEF_METHODS(KETENPROEF_METHOD_OF)
#undef KETENPROEF_METHOD_OF

template <typename Request>
using ResponseTo = typename MethodOf<Request>::Response;

}  // namespace ketenproef::client

#endif  // KETENPROEF_CLIENT_LIB_METHODS_H_
