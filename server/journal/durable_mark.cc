// The file is one line: volgnummer and clock (nanoseconds since 1970) of twenty characters each, and their
// checksum. Always as long, so that it is overwritten in place: that needs no room on a full disk, and within
// one sector happens whole or not at all.
#include "server/journal/durable_mark.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "server/journal/controlegetal.h"
#include "server/journal/durable_files.h"

namespace ketenproef {
namespace {

constexpr std::size_t kMarkBytes = 20 + 1 + 20 + 1 + 8 + 1;

std::string Line(const Journaalstand& stand) {
  return absl::StrFormat("%020d %020d %08x\n", stand.volgnummer, stand.klok.unix_nanos(),
                         Controlegetal(stand.volgnummer, stand.klok, ""));
}

}  // namespace

std::string DurableMark::PathOf(const std::string& journal_path) {
  return absl::StrCat(journal_path, "-stand");
}

std::optional<Journaalstand> DurableMark::Read(const std::string& journal_path) {
  const int file = open(PathOf(journal_path).c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  std::array<char, kMarkBytes + 1> bytes = {};
  const ssize_t size = read(file, bytes.data(), bytes.size());
  close(file);
  if (size != static_cast<ssize_t>(kMarkBytes)) return std::nullopt;
  const absl::string_view line(bytes.data(), kMarkBytes);
  const std::vector<absl::string_view> words = absl::StrSplit(line, ' ');
  std::int64_t klok = 0;
  Journaalstand stand;
  if (words.size() != 3 || !absl::SimpleAtoi(words[0], &stand.volgnummer) ||
      !absl::SimpleAtoi(words[1], &klok)) {
    return std::nullopt;
  }
  stand.klok = Tijdstip::FromUnixNanos(klok);
  // The checksum is in it.
  return Line(stand) == line ? std::optional(stand) : std::nullopt;
}

absl::StatusOr<DurableMark> DurableMark::Open(const std::string& journal_path) {
  std::string path = PathOf(journal_path);
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return FileErrorOf(path, errno);
  DurableMark mark(std::move(path), file);
  // Whatever it was, from the next Write on it is one line.
  if (ftruncate(file, kMarkBytes) != 0) return FileErrorOf(mark.path_, errno);
  return mark;
}

absl::Status DurableMark::Write(const Journaalstand& stand) {
  const std::string line = Line(stand);
  const ssize_t written = pwrite(file_, line.data(), line.size(), 0);
  if (written == static_cast<ssize_t>(line.size())) return absl::OkStatus();
  return FileErrorOf(path_, written < 0 ? errno : ENOSPC);
}

DurableMark::~DurableMark() {
  if (file_ >= 0) close(file_);
}

}  // namespace ketenproef
