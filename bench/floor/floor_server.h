// The bare limit of a server of the contract: the same messages over the same transport, and handlers that
// only answer. SubmitZiekmelding gets one fixed Ontvangst, of the size of a true one; a batch of
// SubmitMeldingen gets as many of them as it has records. Nothing is checked, remembered or written.
#ifndef KETENPROEF_BENCH_FLOOR_FLOOR_SERVER_H_
#define KETENPROEF_BENCH_FLOOR_FLOOR_SERVER_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace ketenproef::floor {

class FloorServer {
 public:
  // Serves until destroyed. `listen`: HOST:PORT, port 0 for any. UNAVAILABLE where it cannot be listened on.
  static absl::StatusOr<std::unique_ptr<FloorServer>> Start(const std::string& listen);
  virtual ~FloorServer() = default;

  virtual int port() const = 0;
};

}  // namespace ketenproef::floor

#endif  // KETENPROEF_BENCH_FLOOR_FLOOR_SERVER_H_
