// The two that are measured over a port, each a process of its own: the product on a data directory, and the
// floor.
#ifndef KETENPROEF_BENCH_SERVED_H_
#define KETENPROEF_BENCH_SERVED_H_

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "bench/berichten.h"
#include "bench/child_process.h"
#include "bench/load/load_report.h"
#include "bench/settings.h"

namespace ketenproef::bench {

class Served {
 public:
  // `ketenproef serve` on this directory, durable, its environment with the negenreeks and, where it is new,
  // starting at `start`. Returns when it has written its address.
  static absl::StatusOr<Served> Product(const Settings& settings, const std::string& directory,
                                        const std::string& start);
  static absl::StatusOr<Served> Floor(const Settings& settings);

  const std::string& address() const { return address_; }
  void Kill() { process_->Kill(); }

 private:
  Served(std::unique_ptr<ChildProcess> process, std::string address)
      : process_(std::move(process)), address_(std::move(address)) {}
  static absl::StatusOr<Served> Start(const std::vector<std::string>& words);

  std::unique_ptr<ChildProcess> process_;
  std::string address_;
};

// Makes an empty directory of this name in that of the settings; what was there is removed.
std::string FreshDirectory(const Settings& settings, const std::string& name);

// Ziekmeldingen as a stream of batches, and as single calls, each answer looked at; an error where one is not
// an Ontvangst.
absl::StatusOr<load::LoadReport> SendBatches(const Settings& settings, const std::string& address,
                                             const std::vector<std::string>& batches);
absl::StatusOr<load::LoadReport> SendCalls(const Settings& settings, const std::string& address,
                                           const std::vector<std::string>& requests);

// Loads the registers of everyone; an error where one record is refused.
absl::Status LoadRegisters(const std::string& address, const Werknemers& werknemers);

// Plays the batches of a year in order, and moves the clock to its end.
absl::Status PlayJaar(const std::string& address, const std::vector<std::string>& batches);

// What the product says that it has.
struct Telling {
  std::int64_t ziekmeldingen = 0;
  std::int64_t beslissingen = 0;
  std::int64_t einden = 0;  // of dienstverbanden
  std::int64_t geweigerd = 0;
};
absl::StatusOr<Telling> CountAt(const std::string& address);
// The rows of all reports, and how many gemeenten got one.
struct Signalen {
  std::int64_t rijen = 0;
  std::int64_t rapportages = 0;
  std::int64_t gemeenten = 0;
};
absl::StatusOr<Signalen> CountSignalenAt(const std::string& address);

}  // namespace ketenproef::bench

#endif  // KETENPROEF_BENCH_SERVED_H_
