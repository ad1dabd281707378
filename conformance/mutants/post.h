// What an Inlichtingenbureau has sent out in one omgeving, read from a good one as flat lists, and reports
// made of such lists. Days of 06:00 exchanges; pure but for the reading.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_POST_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_POST_H_

#include <optional>
#include <string>
#include <vector>

#include "conformance/mutants/hooks.h"

namespace ketenproef::conformance {

// One row of a report.
struct Rij {
  std::string bsn;
  std::optional<Dag> einde_uitkering;
  std::optional<Dag> einde_arbeid;
  std::optional<Dag> ao;

  friend bool operator==(const Rij&, const Rij&) = default;
};

// A row on its way: when, to whom, and of which case; that is empty where the row fits none.
struct Signaal {
  Dag datum;
  std::string gemeentecode;
  Rij rij;
  contract::Ziektegeval geval;
  // A follow-up rather than a first signal.
  bool is_vervolg = false;
};

struct Post {
  // By day, then gemeentecode, then place in the report.
  std::vector<Signaal> signalen;
  std::vector<contract::Doorlevering> doorleveringen;
  std::vector<contract::Bericht> berichten;
  std::vector<contract::Aangehouden> aangehouden;
  // Every case, withdrawn or not.
  std::vector<contract::Ziektegeval> gevallen;
};

// One report; rows, bytes and description fit each other unless a break sees to it that they do not.
struct Rapport {
  contract::Rapportage beschrijving;
  std::vector<Rij> rijen;
  std::string bytes;
};

struct Rapporten {
  std::vector<Rapport> rapporten;
  std::vector<contract::Notificatie> notificaties;
};

// How the reports of an omgeving are written.
struct Vorm {
  std::string scheidingsteken = ";";
  bool has_hyphens = false;

  // Empty where there is none.
  std::string Datum(const std::optional<Dag>& dag) const;
  std::string Regel(const Rij& rij) const;
  std::string Bytes(const std::vector<Rij>& rijen) const;
};
Vorm VormOf(const World& world);

// The reports as the good one made them.
Rapporten ReadRapporten(const World& world);
Post ReadPost(const World& world, const Rapporten& rapporten);

// The reports that go with a post, none of a later day than this. One that holds the same rows as the one
// that was made stays as it is.
Rapporten MakeRapporten(const Post& post, const Rapporten& made, const Vorm& vorm, Dag laatste);

// SHA-256 and counts follow from bytes and rows.
void Describe(Rapport* rapport);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_POST_H_
