// For tests: the files of one folder as they stand on disk, and what of them a power failure would leave.
//
// A change is certain once its file was synced after it. Of the changes after that any may be lost, also of
// those in the middle, and of a write any part in whole sectors.
//
//   Schijfbeeld beeld(folder);                                     // as it is, all of it synced
//   for (const Schijfwijziging& wijziging : disk.TakeWijzigingen()) beeld.Apply(wijziging);
//   beeld.WriteTo(folder, Schijfbeeld::Lot::kSyncedOnly, random);  // after the power failure
#ifndef KETENPROEF_SERVER_JOURNAL_SCHIJFBEELD_H_
#define KETENPROEF_SERVER_JOURNAL_SCHIJFBEELD_H_

#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "server/journal/proefschijf.h"

namespace ketenproef {

class Schijfbeeld {
 public:
  // What becomes of changes that were not synced: all are there (as after a kill), none, or a part by chance.
  enum class Lot { kAll, kSyncedOnly, kChance };

  explicit Schijfbeeld(const std::string& folder);

  void Apply(const Schijfwijziging& wijziging);

  // Makes the folder hold these files, and no others.
  void WriteTo(const std::string& folder, Lot lot, std::mt19937& random) const;

 private:
  struct Bestand {
    std::optional<std::string> synced;  // nothing: the file is not there
    std::vector<Schijfwijziging> open;  // since
  };

  static void Change(const Schijfwijziging& wijziging, std::optional<std::string>& inhoud);
  static std::optional<std::string> After(const Bestand& bestand, Lot lot, std::mt19937& random);

  std::map<std::string, Bestand> bestanden_;  // by their names
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_SCHIJFBEELD_H_
