#include "conformance/runner/proefgemeente.h"

#include <grpcpp/server_builder.h>

#include "absl/strings/str_cat.h"
#include "client/lib/call.h"

namespace ketenproef::conformance {

namespace contract = ::ketenproef::v1;

Proefgemeente::Proefgemeente(std::string known_bsn) : known_bsn_(std::move(known_bsn)) {
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(this);
  server_ = builder.BuildAndStart();
  address_ = absl::StrCat("127.0.0.1:", port);
  channel_ = client::MakeChannel(address_);
}

Proefgemeente::~Proefgemeente() {
  Close();
}

void Proefgemeente::Close() {
  if (server_ != nullptr) server_->Shutdown(gpr_inf_past(GPR_CLOCK_REALTIME));
  server_.reset();
}

std::vector<std::string> Proefgemeente::ids() const {
  absl::MutexLock lock(&mutex_);
  return ids_;
}

absl::Status Proefgemeente::Restart() {
  absl::MutexLock lock(&mutex_);
  if (forgets) taken_in_.clear();
  return restarts;
}

grpc::Status Proefgemeente::Begin() {
  absl::MutexLock lock(&mutex_);
  ++calls_;
  return before == nullptr ? grpc::Status::OK : before(calls_);
}

bool Proefgemeente::TakeIn(const std::string& bericht_id) {
  absl::MutexLock lock(&mutex_);
  ids_.push_back(bericht_id);
  return taken_in_[bericht_id]++ == 0;
}

grpc::Status Proefgemeente::LookupLks(grpc::ServerContext* /*context*/,
                                      const contract::LookupLksRequest* request,
                                      contract::LookupLksResponse* response) {
  if (grpc::Status status = Begin(); !status.ok()) return status;
  if (request->gemeentecode() != "0363") return {grpc::StatusCode::NOT_FOUND, "not served here"};
  const bool is_known = request->bsn() == known_bsn_;
  response->set_antwoord(is_known ? contract::LKS_ANTWOORD_GEVONDEN : contract::LKS_ANTWOORD_NIETS_GEVONDEN);
  if (!is_known) return grpc::Status::OK;
  contract::LksPeriode& periode = *response->add_lks_perioden();
  periode.set_bsn(known_bsn_);
  periode.set_gemeentecode("0363");
  periode.mutable_datum_van()->set_jaar(1'900);
  periode.mutable_datum_van()->set_maand(1);
  periode.mutable_datum_van()->set_dag(1);
  periode.set_loonwaarde(55);
  periode.set_forfaitair(false);
  return grpc::Status::OK;
}

grpc::Status Proefgemeente::DeliverRapportage(grpc::ServerContext* /*context*/,
                                              const contract::DeliverRapportageRequest* request,
                                              contract::DeliverRapportageResponse* response) {
  if (grpc::Status status = Begin(); !status.ok()) return status;
  response->set_herhaald(!TakeIn(request->bericht_id()));
  return grpc::Status::OK;
}

grpc::Status Proefgemeente::DeliverMelding(grpc::ServerContext* /*context*/,
                                           const contract::DeliverMeldingRequest* request,
                                           contract::DeliverMeldingResponse* response) {
  if (grpc::Status status = Begin(); !status.ok()) return status;
  response->set_herhaald(!TakeIn(request->bericht_id()));
  return grpc::Status::OK;
}

}  // namespace ketenproef::conformance
