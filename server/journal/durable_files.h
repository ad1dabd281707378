// Changes to a directory that are on disk when they return: a file that is synced itself can still be lost in
// a power failure while the directory that names it is not. Errors name the path: RESOURCE_EXHAUSTED where
// the disk is full, ALREADY_EXISTS where a name is taken, UNAVAILABLE otherwise. Thread-safe.
#ifndef KETENPROEF_SERVER_JOURNAL_DURABLE_FILES_H_
#define KETENPROEF_SERVER_JOURNAL_DURABLE_FILES_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace ketenproef {

// The error of a system call on `path` that set errno to `error_number`.
absl::Status FileErrorOf(absl::string_view path, int error_number);

// Also a directory, or anything else of that name.
bool IsThere(const std::string& path);

// Makes the directory and those above it that are missing.
absl::Status MakeDirectories(const std::string& path);

// Gives the finished file `from` the name `to` in the same directory, in one step; `from` is gone afterwards.
absl::Status PublishFile(const std::string& from, const std::string& to);

// Removes the files that are there of these, which are all in one directory, in this order.
absl::Status RemoveFiles(absl::Span<const std::string> paths);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_DURABLE_FILES_H_
