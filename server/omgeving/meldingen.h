// The messages that employers sent and that were accepted, in order of acceptance, and which kenmerk each of
// them used (ZM-07). Not thread-safe.
#ifndef KETENPROEF_SERVER_OMGEVING_MELDINGEN_H_
#define KETENPROEF_SERVER_OMGEVING_MELDINGEN_H_

#include <cstdint>
#include <deque>
#include <optional>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "server/omgeving/tekstarena.h"
#include "server/rules/opdracht.h"
#include "server/rules/termijn.h"
#include "server/rules/ziektegeval.h"

namespace ketenproef {

// A combined message stands here twice in a row: its ziek part, then its herstel part.
struct Melding {
  Loonheffingennummer loonheffingennummer;
  absl::string_view kenmerk;
  std::int64_t volgnummer;  // of the event that accepted it
  Gevalnummer geval;
  Dag ontvangen_op;
  Meldingoordeel oordeel;  // of an intrekking: empty
  Opdrachtsoort soort;     // of both parts of a combined message: kZiekEnHerstelmelding
  bool is_herstel_part;    // the second part of a combined message
};

class Meldingen {
 public:
  Meldingen() : sleutels_(0, SleutelHash{this}, SleutelEq{this}) {}
  Meldingen(const Meldingen&) = delete;
  Meldingen& operator=(const Meldingen&) = delete;

  // Takes in the message; its kenmerk is copied and belongs to it from now on.
  Meldingnummer Add(const Melding& melding);

  const Melding& Get(Meldingnummer nummer) const { return meldingen_[static_cast<std::size_t>(nummer)]; }
  std::size_t size() const { return meldingen_.size(); }

  // The message that used this kenmerk; of a combined message the ziek part.
  std::optional<Meldingnummer> Find(Loonheffingennummer loonheffingennummer, absl::string_view kenmerk) const;

 private:
  struct Sleutel {
    Loonheffingennummer loonheffingennummer;
    absl::string_view kenmerk;
  };
  // The index holds numbers only; the keys are read from the messages themselves.
  struct SleutelHash {
    using is_transparent = void;
    const Meldingen* meldingen;
    std::size_t operator()(Meldingnummer nummer) const;
    std::size_t operator()(const Sleutel& sleutel) const;
  };
  struct SleutelEq {
    using is_transparent = void;
    const Meldingen* meldingen;
    bool operator()(Meldingnummer a, Meldingnummer b) const { return a == b; }
    bool operator()(const Sleutel& a, Meldingnummer b) const;
    bool operator()(Meldingnummer a, const Sleutel& b) const { return (*this)(b, a); }
  };

  std::deque<Melding> meldingen_;
  Tekstarena kenmerken_;
  absl::flat_hash_set<Meldingnummer, SleutelHash, SleutelEq> sleutels_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_MELDINGEN_H_
