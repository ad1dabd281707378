// Reads the fields of one record, by the rules about form (ZM-01, BSN-01, BSN-02 and the first rule of each
// registration), and collects everything that is wrong with them. A field that is wrong reads as some value
// of its type; ask Refusal() before using any.
//
// Not thread-safe; one reader per record.
#ifndef KETENPROEF_SERVER_WIRE_VELDLEZER_H_
#define KETENPROEF_SERVER_WIRE_VELDLEZER_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "ketenproef/v1/datum.pb.h"
#include "server/rules/bsn.h"
#include "server/rules/dag.h"
#include "server/rules/nummers.h"
#include "server/rules/weigering.h"

namespace ketenproef {

class Veldlezer {
 public:
  // `vorm` is the rule that a missing or malformed field breaks.
  Veldlezer(Regel vorm, BsnReeks reeks) : vorm_(vorm), reeks_(reeks) {}

  // 1 to 256 bytes.
  std::string Kenmerk(const std::string& text, absl::string_view veld);
  // BSN-01, BSN-02; missing from a message of an employer: ZM-01.
  Bsn ReadBsn(const std::string& text);
  Loonheffingennummer ReadLoonheffingennummer(const std::string& text);
  Gemeentecode ReadGemeentecode(const std::string& text);
  Dag Datum(bool has, const v1::Datum& datum, absl::string_view veld);
  OptionalDag OptionalDatum(bool has, const v1::Datum& datum, absl::string_view veld);
  bool Bool(bool has, bool value, absl::string_view veld);

  void Add(Regel regel, absl::string_view veld, absl::string_view uitleg);
  Regel vorm() const { return vorm_; }

  // Nothing where every field was well formed; else all that was wrong, named after the rule that comes
  // first: ZM-01, BSN-01, BSN-02, then the catalogue's order.
  std::optional<Weigering> Refusal() const;

 private:
  Regel vorm_;
  BsnReeks reeks_;
  std::vector<Veldfout> fouten_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_WIRE_VELDLEZER_H_
