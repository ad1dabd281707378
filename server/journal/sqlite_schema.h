// The tables of a journal in SQLite: how a file of them is made, and how one is known again.
//
//   gebeurtenis: a row per event, with the checksum of controlegetal.h.
//   stand: one row, the position of the clock and its checksum.
//
// Thread-safe: functions without state.
#ifndef KETENPROEF_SERVER_JOURNAL_SQLITE_SCHEMA_H_
#define KETENPROEF_SERVER_JOURNAL_SQLITE_SCHEMA_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "server/journal/sqlite_database.h"
#include "server/rules/tijdstip.h"

namespace ketenproef {

// The files that SQLite keeps beside a database, and what a making that was broken off leaves.
std::string LogPathOf(const std::string& journal_path);
std::string SharedMemoryPathOf(const std::string& journal_path);
std::string UnfinishedPathOf(const std::string& journal_path);

// Makes a journal without events. The file appears whole or not at all, so one that is there and has no
// tables has been damaged. ALREADY_EXISTS where there is one, RESOURCE_EXHAUSTED or UNAVAILABLE where it
// cannot be made.
absl::Status MakeJournalFile(const std::string& path);

// Takes hold of the file and checks that it is a journal that this version reads, by everything outside its
// rows that decides what is read or where is written. DATA_LOSS where it is not, FAILED_PRECONDITION where
// another process has it.
absl::Status PrepareJournal(SqliteDatabase& database, const std::string& path);

// Checksum of the row in `stand`.
std::int64_t ControlegetalOfStand(Tijdstip klok);
// What that row says; DATA_LOSS where it is damaged.
absl::StatusOr<Tijdstip> ReadStand(SqliteDatabase& database, const std::string& path);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_SQLITE_SCHEMA_H_
