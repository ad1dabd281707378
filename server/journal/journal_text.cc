#include "server/journal/journal_text.h"

#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "server/journal/codec.h"
#include "server/journal/controlegetal.h"
#include "server/journal/gebeurtenis_text.h"
#include "server/journal/waarde_text.h"

namespace ketenproef {
namespace {

constexpr absl::string_view kHeader = "ketenproef-journaal 1";
constexpr absl::string_view kEnd = "einde";

// Writes `text` as a line of its own.
absl::Status WriteLine(absl::string_view text, std::ostream& out) {
  out.write(text.data(), static_cast<std::streamsize>(text.size())).put('\n');
  return out ? absl::OkStatus() : absl::ResourceExhaustedError("the text of the journal cannot be written");
}

absl::Status WriteEvent(const JournalRecord& record, std::string* line, std::ostream& out) {
  const auto gebeurtenis = DecodeGebeurtenis(record.inhoud);
  if (!gebeurtenis.ok()) {
    return absl::DataLossError(
        absl::StrCat("event ", record.volgnummer, ": ", std::string(gebeurtenis.status().message())));
  }
  line->clear();
  absl::StrAppend(line, record.volgnummer, " ");
  AppendWaarde(record.tijdstip, line);
  absl::StrAppendFormat(line, " %08x ", Controlegetal(record.volgnummer, record.tijdstip, record.inhoud));
  AppendGebeurtenisText(*gebeurtenis, line);
  return WriteLine(*line, out);
}

std::uint32_t ControlegetalOfEnd(std::int64_t aantal, Tijdstip klok) {
  return Controlegetal(aantal, klok, kEnd);
}

bool ParseControlegetal(absl::string_view word, std::uint32_t* controlegetal) {
  return word.size() == 8 && absl::SimpleHexAtoi(word, controlegetal);
}

}  // namespace

absl::Status WriteJournalText(Journal& journal, std::ostream& out) {
  absl::Status status = WriteLine(kHeader, out);
  if (!status.ok()) return status;
  std::string line;
  const absl::Status read = journal.Read(1, [&](const JournalRecord& record) {
    status = WriteEvent(record, &line, out);
    return status.ok();
  });
  if (!read.ok()) return read;
  if (!status.ok()) return status;
  line = absl::StrCat(kEnd, " ", journal.last_volgnummer(), " ");
  AppendWaarde(journal.klok(), &line);
  absl::StrAppendFormat(&line, " %08x", ControlegetalOfEnd(journal.last_volgnummer(), journal.klok()));
  if (status = WriteLine(line, out); !status.ok()) return status;
  return out.flush() ? absl::OkStatus()
                     : absl::ResourceExhaustedError("the text of the journal cannot be written");
}

absl::Status JournalTextReader::Refuse(absl::string_view why) const {
  return absl::InvalidArgumentError(absl::StrCat(name_, ":", line_number_, ": ", why));
}

absl::StatusOr<absl::string_view> JournalTextReader::NextLine() {
  ++line_number_;
  line_.clear();
  // By hand: std::getline would take in a file without line ends as a whole.
  std::streambuf& bytes = *in_.rdbuf();
  for (int byte = bytes.sbumpc(); byte != std::istream::traits_type::eof(); byte = bytes.sbumpc()) {
    if (byte == '\n') return absl::string_view(line_);
    if (line_.size() >= kMaxLineBytes) return Refuse(absl::StrCat("longer than ", kMaxLineBytes, " bytes"));
    line_.push_back(static_cast<char>(byte));
  }
  return Refuse(line_.empty() ? "the text ends here without its last line, `einde ...`: it was cut off"
                              : "the text ends within this line: it was cut off");
}

absl::StatusOr<bool> JournalTextReader::Next() {
  if (line_number_ == 0) {
    if (absl::Status status = ReadHeader(); !status.ok()) return status;
  }
  const auto line = NextLine();
  if (!line.ok()) return line.status();
  if (absl::StartsWith(*line, kEnd)) {
    if (absl::Status status = ReadEnd(*line); !status.ok()) return status;
    return false;
  }
  if (absl::Status status = ReadEvent(*line); !status.ok()) return status;
  return true;
}

absl::Status JournalTextReader::ReadHeader() {
  const auto line = NextLine();
  if (!line.ok()) return line.status();
  if (*line == kHeader) return absl::OkStatus();
  return Refuse(absl::StrCat("is no journal as this version of ketenproef writes it: the first line is not `",
                             kHeader, "`"));
}

absl::Status JournalTextReader::ReadEvent(absl::string_view line) {
  const std::vector<absl::string_view> words = absl::StrSplit(line, absl::MaxSplits(' ', 3));
  std::int64_t volgnummer = 0;
  std::uint32_t controlegetal = 0;
  if (words.size() != 4 || !absl::SimpleAtoi(words[0], &volgnummer) || !ParseWaarde(words[1], &tijdstip_) ||
      !ParseControlegetal(words[2], &controlegetal)) {
    return Refuse("does not begin with a volgnummer, an instant and a checksum");
  }
  if (volgnummer != volgnummer_ + 1) {
    return Refuse(absl::StrCat("event ", volgnummer_ + 1, " is missing here"));
  }
  auto gebeurtenis = ParseGebeurtenisText(words[3]);
  if (!gebeurtenis.ok()) return Refuse(std::string(gebeurtenis.status().message()));
  volgnummer_ = volgnummer;
  gebeurtenis_ = *std::move(gebeurtenis);
  std::string inhoud;
  EncodeGebeurtenis(*gebeurtenis_, &inhoud);
  if (Controlegetal(volgnummer_, tijdstip_, inhoud) != controlegetal) {
    return Refuse(absl::StrCat("event ", volgnummer_, " was changed (checksum)"));
  }
  return absl::OkStatus();
}

absl::Status JournalTextReader::ReadEnd(absl::string_view line) {
  const std::vector<absl::string_view> words = absl::StrSplit(line, ' ');
  std::int64_t aantal = 0;
  std::uint32_t controlegetal = 0;
  if (words.size() != 4 || words[0] != kEnd || !absl::SimpleAtoi(words[1], &aantal) ||
      !ParseWaarde(words[2], &klok_) || !ParseControlegetal(words[3], &controlegetal) ||
      controlegetal != ControlegetalOfEnd(aantal, klok_)) {
    return Refuse("the last line was changed (checksum)");
  }
  if (aantal != volgnummer_) {
    return Refuse(absl::StrCat("there should be ", aantal, " events, and there are ", volgnummer_));
  }
  if (in_.rdbuf()->sgetc() != std::istream::traits_type::eof()) {
    ++line_number_;
    return Refuse("something stands behind the last line");
  }
  return absl::OkStatus();
}

}  // namespace ketenproef
