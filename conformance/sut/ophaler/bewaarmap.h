// What a gemeente received, kept durably in a folder: reports as files under rapportages/, and a line of JSON
// for each delivery in ontvangen.jsonl, written last, so that who finds it finds the report too. One process
// per folder, one thread at a time.
#ifndef KETENPROEF_CONFORMANCE_SUT_OPHALER_BEWAARMAP_H_
#define KETENPROEF_CONFORMANCE_SUT_OPHALER_BEWAARMAP_H_

#include <google/protobuf/message.h>

#include <memory>
#include <set>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace ketenproef::ophaler {

class Bewaarmap {
 public:
  // Reads what is in the folder, which is there. UNAVAILABLE where it cannot be used, DATA_LOSS where a line
  // of it cannot be read.
  static absl::StatusOr<std::unique_ptr<Bewaarmap>> Open(const std::string& folder);
  ~Bewaarmap();
  Bewaarmap(const Bewaarmap&) = delete;
  Bewaarmap& operator=(const Bewaarmap&) = delete;

  // Whether something of this name has been kept.
  bool Holds(const std::string& name) const { return names_.contains(name); }

  // Keeps a report under the name of its file: synced beside its place, then renamed. Before its delivery.
  absl::Status KeepReport(const std::string& file_name, absl::string_view content);
  // Keeps a delivery under a name; one that is known is not kept again. After OK it is on disk.
  absl::Status Keep(const std::string& name, const google::protobuf::Message& delivery);

 private:
  explicit Bewaarmap(std::string folder);
  absl::Status Read();

  const std::string folder_;
  int file_ = -1;          // ontvangen.jsonl
  std::int64_t size_ = 0;  // of its whole lines
  std::set<std::string> names_;
};

}  // namespace ketenproef::ophaler

#endif  // KETENPROEF_CONFORMANCE_SUT_OPHALER_BEWAARMAP_H_
