// Looks at everything in one journal. Not thread-safe.
#ifndef KETENPROEF_SERVER_JOURNAL_JOURNAL_CHECK_H_
#define KETENPROEF_SERVER_JOURNAL_JOURNAL_CHECK_H_

#include <string>

#include "absl/status/statusor.h"
#include "server/journal/journal_files.h"

namespace ketenproef {

// FAILED_PRECONDITION where another process has the file; what is wrong with it is no error, but found.
absl::StatusOr<Journaalbevinding> CheckJournal(const std::string& path);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_JOURNAL_CHECK_H_
