#include "conformance/model/draaiboek.h"

#include <cstdint>
#include <utility>

#include "fixtures/playbook/playbook.h"
#include "fixtures/playbook/playbook_writer.h"

namespace ketenproef::conformance {
namespace {

constexpr int kHeaderLines = 1;

std::optional<Dag> DagVanDatum(const absl::optional<CalendarDate>& date) {
  if (!date.has_value()) return std::nullopt;
  return DagOf(date->jaar, date->maand, date->dag);
}

absl::optional<CalendarDate> DatumVanDag(const std::optional<Dag>& dag) {
  if (!dag) return absl::nullopt;
  const std::chrono::year_month_day day(*dag);
  return CalendarDate{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                      static_cast<int>(static_cast<unsigned>(day.day()))};
}

Draaiboekregel Own(const PlaybookLine& line) {
  Draaiboekregel regel;
  regel.regelnummer = line.line;
  regel.tijdstip = absl::FromUnixSeconds(line.unix_seconds) + absl::Nanoseconds(line.nanos);
  regel.soort = line.soort;
  regel.kenmerk = std::string(line.kenmerk);
  regel.bsn = std::string(line.bsn);
  regel.loonheffingennummer = std::string(line.loonheffingennummer);
  regel.gemeentecode = std::string(line.gemeentecode);
  regel.datum_van = DagVanDatum(line.datum_van);
  regel.datum_tot = DagVanDatum(line.datum_tot);
  regel.loonwaarde = std::string(line.loonwaarde);
  regel.forfaitair = std::string(line.forfaitair);
  regel.verwijst_naar = std::string(line.verwijst_naar);
  regel.toelichting = std::string(line.toelichting);
  return regel;
}

PlaybookLine View(const Draaiboekregel& regel) {
  PlaybookLine line;
  line.unix_seconds = absl::ToUnixSeconds(regel.tijdstip);
  line.nanos = static_cast<int32_t>(
      absl::ToInt64Nanoseconds(regel.tijdstip - absl::FromUnixSeconds(line.unix_seconds)));
  line.soort = regel.soort;
  line.kenmerk = regel.kenmerk;
  line.bsn = regel.bsn;
  line.loonheffingennummer = regel.loonheffingennummer;
  line.gemeentecode = regel.gemeentecode;
  line.datum_van = DatumVanDag(regel.datum_van);
  line.datum_tot = DatumVanDag(regel.datum_tot);
  line.loonwaarde = regel.loonwaarde;
  line.forfaitair = regel.forfaitair;
  line.verwijst_naar = regel.verwijst_naar;
  line.toelichting = regel.toelichting;
  return line;
}

}  // namespace

absl::StatusOr<Draaiboek> ReadDraaiboek(absl::string_view file, absl::string_view content) {
  absl::StatusOr<PlaybookReader> reader = PlaybookReader::Open(file, content);
  if (!reader.ok()) return reader.status();
  Draaiboek draaiboek;
  for (;;) {
    const absl::StatusOr<bool> more = reader->Next();
    if (!more.ok()) return more.status();
    if (!*more) return draaiboek;
    draaiboek.push_back(Own(reader->line()));
  }
}

std::string WriteDraaiboek(const Draaiboek& draaiboek) {
  std::string content;
  PlaybookWriter writer(&content);
  writer.AppendHeader();
  for (const Draaiboekregel& regel : draaiboek) writer.AppendLine(View(regel));
  return content;
}

void NumberRegels(Draaiboek& draaiboek) {
  int regelnummer = kHeaderLines;
  for (Draaiboekregel& regel : draaiboek) regel.regelnummer = ++regelnummer;
}

}  // namespace ketenproef::conformance
