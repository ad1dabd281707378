#include "conformance/calendar/feestdagen.h"

#include <utility>

#include "fixtures/csv/reader.h"
#include "fixtures/embedded/embedded.h"

namespace ketenproef::conformance {

Feestdagen::Feestdagen(std::vector<Dag> dagen) : dagen_(dagen.begin(), dagen.end()) {
  for (const Dag dag : dagen_) jaren_.insert(JaarOf(dag));
}

absl::StatusOr<Feestdagen> Feestdagen::Parse(absl::string_view csv) {
  absl::StatusOr<CsvReader> reader = CsvReader::Open("feestdagen.csv", csv, {"datum", "naam", "grond"});
  if (!reader.ok()) return reader.status();
  std::vector<Dag> dagen;
  for (;;) {
    const absl::StatusOr<bool> more = reader->Next();
    if (!more.ok()) return more.status();
    if (!*more) return Feestdagen(std::move(dagen));
    const std::optional<Dag> dag = ParseDag(reader->row()[0]);
    if (!dag) return reader->row().ErrorAt(0, "a date is JJJJ-MM-DD");
    dagen.push_back(*dag);
  }
}

std::optional<Dag> Feestdagen::Werkdag(Dag dag) const {
  for (;; dag += Dagen(1)) {
    if (IsWeekend(dag)) continue;
    if (!HasJaar(JaarOf(dag))) return std::nullopt;
    if (!Contains(dag)) return dag;
  }
}

std::optional<Dag> Feestdagen::UitersteDag(Dag dag) const {
  if (!HasJaar(JaarOf(dag))) return std::nullopt;
  return Werkdag(dag);
}

const Feestdagen& EmbeddedFeestdagentabel() {
  static const auto* const kTable =
      new Feestdagen(Feestdagen::Parse(EmbeddedFeestdagen()).value());  // feestdagen_test.cc reads it
  return *kTable;
}

}  // namespace ketenproef::conformance
