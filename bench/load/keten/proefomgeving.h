// An omgeving of our own in the system under load, with nothing in it but what the load puts there; removed
// at the end. Profile handleiding, negenreeks, a stepped clock.
//
// Errors say what was asked and what the system answered. Safe from any thread.
#ifndef KETENPROEF_BENCH_LOAD_KETEN_PROEFOMGEVING_H_
#define KETENPROEF_BENCH_LOAD_KETEN_PROEFOMGEVING_H_

#include <memory>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "bench/load/keten/werknemers.h"
#include "client/lib/client.h"

namespace ketenproef::load {

// Of every day on which something is sent: well after its exchange.
inline constexpr int kUurVanMelding = 9;

class Proefomgeving {
 public:
  // The clock at kUurVanMelding of `dag`, in Amsterdam.
  static absl::StatusOr<std::unique_ptr<Proefomgeving>> Make(const std::string& address,
                                                             const std::string& naam, absl::CivilDay dag);
  // Removes it, unless it is to be kept.
  ~Proefomgeving();
  Proefomgeving(const Proefomgeving&) = delete;
  Proefomgeving& operator=(const Proefomgeving&) = delete;
  void Keep() { is_kept_ = true; }

  const std::string& address() const { return address_; }
  const std::string& naam() const { return client_.options().omgeving; }
  const client::Client& client() const { return client_; }
  // A client with a connection of its own.
  client::Client NewClient() const;

  // Loads the registers of everyone: not measured, and an error where one record is refused.
  absl::Status LoadRegisters(const Werknemers& werknemers) const;

  // Moves the clock to kUurVanMelding of `dag`; what its exchanges did, by the receipt. ABORTED where the
  // omgeving does not become quiet.
  absl::StatusOr<v1::Uitwisselingstelling> AdvanceTo(absl::CivilDay dag) const;

  // What it has counted; UNIMPLEMENTED where the system does not tell.
  absl::StatusOr<v1::Omgeving> Count() const;
  absl::Status ForEachGeval(absl::FunctionRef<void(const v1::Ziektegeval&)> take) const;
  // The ziekmeldingen in the journal; UNIMPLEMENTED where the system shows none.
  absl::Status ForEachZiekmelding(absl::FunctionRef<void(const v1::Gebeurtenis&)> take) const;

 private:
  Proefomgeving(std::string address, client::Client client)
      : address_(std::move(address)), client_(std::move(client)) {}

  const std::string address_;
  const client::Client client_;
  bool is_kept_ = false;
};

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_KETEN_PROEFOMGEVING_H_
