// The bare limit of a durable journal: blobs appended to an SQLite file with the pragmas, the table and the
// commits of the product's journal, and nothing else. Not thread-safe.
#ifndef KETENPROEF_BENCH_FLOOR_SQLITE_FLOOR_H_
#define KETENPROEF_BENCH_FLOOR_SQLITE_FLOOR_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

struct sqlite3;
struct sqlite3_stmt;

namespace ketenproef::floor {

class SqliteFloor {
 public:
  // Makes the file, which must not be there. UNAVAILABLE where it cannot be made.
  static absl::StatusOr<SqliteFloor> Make(const std::string& path);

  // Appends `rows` times the same bytes, durable when it returns.
  absl::Status Append(absl::string_view bytes, int rows);

 private:
  struct Closer {
    void operator()(sqlite3* database) const;
  };
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };

  absl::Status Execute(const char* sql);
  absl::Status Error() const;

  std::unique_ptr<sqlite3, Closer> database_;
  std::unique_ptr<sqlite3_stmt, Finalizer> insert_;
  std::int64_t last_ = 0;
};

}  // namespace ketenproef::floor

#endif  // KETENPROEF_BENCH_FLOOR_SQLITE_FLOOR_H_
