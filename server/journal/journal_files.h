// Journals of a data directory while no server has it: looking whether they are whole, and moving one as text
// (journal_text.h). A path is that of a data directory or of one NAAM.journaal in it.
//
// FAILED_PRECONDITION where a server has the directory or the file, NOT_FOUND where there is none. Memory
// does not grow with the journal. Not thread-safe.
#ifndef KETENPROEF_SERVER_JOURNAL_JOURNAL_FILES_H_
#define KETENPROEF_SERVER_JOURNAL_JOURNAL_FILES_H_

#include <cstdint>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "server/rules/tijdstip.h"

namespace ketenproef {

// What was found in one journal.
struct Journaalbevinding {
  std::string pad;
  std::int64_t aantal = 0;  // events, as far as they can be counted
  Tijdstip klok;
  // What is wrong, with where and what to do; the first so many. None: all is well.
  static constexpr std::size_t kMaxGebreken = 10;
  std::vector<std::string> gebreken;
};

// Looks at everything in each journal: every checksum, every event, their numbers and instants, what was
// acknowledged, and the structure of the file. Calls `found` with each; they stay as they are.
absl::Status CheckJournals(const std::string& path, absl::FunctionRef<void(const Journaalbevinding&)> found);

// Writes the text of one journal; `naam` is the environment where `path` is a directory. DATA_LOSS where the
// journal is damaged: the text then has no last line.
absl::Status ExportJournal(const std::string& path, const std::string& naam, std::ostream& out);

struct Journaalinvoer {
  std::string naam;
  std::int64_t aantal = 0;
};

// Makes a journal of the text in the directory, which is made where it is missing; under the name of the
// environment in it, whole or not at all. INVALID_ARGUMENT with `name` and line where the text is damaged,
// ALREADY_EXISTS where there is such a journal.
absl::StatusOr<Journaalinvoer> ImportJournal(const std::string& name, std::istream& in,
                                             const std::string& directory);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_JOURNAL_FILES_H_
