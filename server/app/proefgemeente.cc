#include "server/app/proefgemeente.h"

#include <grpcpp/server_builder.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace ketenproef {

void Proefgemeente::Open() {
  grpc::ServerBuilder builder;
  builder.RegisterService(this);
  builder.SetMaxReceiveMessageSize(8 * 1024 * 1024);
  builder.AddListeningPort(absl::StrCat("localhost:", port_), grpc::InsecureServerCredentials(), &port_);
  server_ = builder.BuildAndStart();
  ASSERT_NE(server_, nullptr);
  ASSERT_NE(port_, 0);
}

void Proefgemeente::Close() {
  if (server_ == nullptr) return;
  server_->Shutdown(gpr_time_from_millis(0, GPR_TIMESPAN));
  server_->Wait();
  server_.reset();
}

std::vector<std::string> Proefgemeente::attempts() {
  absl::MutexLock lock(&mutex_);
  return attempts_;
}
std::vector<std::string> Proefgemeente::kept() {
  absl::MutexLock lock(&mutex_);
  return kept_;
}
std::vector<v1::LookupLksRequest> Proefgemeente::lookups() {
  absl::MutexLock lock(&mutex_);
  return lookups_;
}
std::vector<v1::DeliverRapportageRequest> Proefgemeente::rapportages() {
  absl::MutexLock lock(&mutex_);
  return rapportages_;
}

grpc::Status Proefgemeente::LookupLks(grpc::ServerContext* /*context*/, const v1::LookupLksRequest* request,
                                      v1::LookupLksResponse* response) {
  int n = 0;
  {
    absl::MutexLock lock(&mutex_);
    lookups_.push_back(*request);
    n = static_cast<int>(lookups_.size());
  }
  if (on_lookup) return on_lookup(n, *request, response);
  response->set_antwoord(v1::LKS_ANTWOORD_NIETS_GEVONDEN);
  return grpc::Status::OK;
}

grpc::Status Proefgemeente::Take(const std::string& bericht_id, bool* herhaald) {
  int n = 0;
  {
    absl::MutexLock lock(&mutex_);
    attempts_.push_back(bericht_id);
    n = static_cast<int>(attempts_.size());
  }
  const grpc::Status status = on_deliver ? on_deliver(n, bericht_id) : grpc::Status::OK;
  // Refused: not kept. "Try again" is said after it was kept here, which is what the simulator must cope
  // with.
  if (!status.ok() && status.error_code() != grpc::StatusCode::UNAVAILABLE) return status;
  absl::MutexLock lock(&mutex_);
  *herhaald = std::find(kept_.begin(), kept_.end(), bericht_id) != kept_.end();
  if (!*herhaald) kept_.push_back(bericht_id);
  return status;
}

grpc::Status Proefgemeente::DeliverRapportage(grpc::ServerContext* /*context*/,
                                              const v1::DeliverRapportageRequest* request,
                                              v1::DeliverRapportageResponse* response) {
  {
    absl::MutexLock lock(&mutex_);
    rapportages_.push_back(*request);
  }
  bool herhaald = false;
  const grpc::Status status = Take(request->bericht_id(), &herhaald);
  response->set_herhaald(herhaald);
  return status;
}

grpc::Status Proefgemeente::DeliverMelding(grpc::ServerContext* /*context*/,
                                           const v1::DeliverMeldingRequest* request,
                                           v1::DeliverMeldingResponse* response) {
  bool herhaald = false;
  const grpc::Status status = Take(request->bericht_id(), &herhaald);
  response->set_herhaald(herhaald);
  return status;
}

}  // namespace ketenproef
