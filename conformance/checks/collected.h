// What a gemeente that collects did with what was on offer, and whether it is what it must do: everything of
// its own fetched whole and confirmed, and nothing confirmed that it cannot have.
//
// It is judged by the calls that it made. Something is left lying when the gemeente asked for its lists so
// many times, one after the other, without coming closer to it, and no call is under way.
#ifndef KETENPROEF_CONFORMANCE_CHECKS_COLLECTED_H_
#define KETENPROEF_CONFORMANCE_CHECKS_COLLECTED_H_

#include <string>
#include <vector>

#include "conformance/checks/findings.h"
#include "ketenproef/conformance/v1/suite.pb.h"

namespace ketenproef::conformance {

// One report, forwarded melding or bericht on offer.
struct CollectedItem {
  enum class Soort { kRapportage, kDoorlevering, kBericht };
  Soort soort = Soort::kRapportage;
  // As a person reads it: `rapport 2025-03-01 voor 0363`.
  std::string text = {};
  // Whether it is for a gemeente that the system plays.
  bool is_own = true;
  // Whether it was in a list that the system got.
  bool is_listed = false;
  bool is_confirmed = false;
  // Reports: downloads that were begun, that came whole, and that came to an end damaged or too short.
  int downloads = 0;
  int whole_downloads = 0;
  int damaged_downloads = 0;
  // How often the system asked for a list in which it would be since it last came closer to anything.
  int rounds = 0;
};

struct Collected {
  std::vector<CollectedItem> items = {};
  // What it did and must not do.
  std::vector<Difference> wrong = {};
  int calls_under_way = 0;
  // All calls, for whoever has to say that there were none.
  int calls = 0;
  // Whole rounds: how often the list that was asked for most often was asked for again.
  int rounds = 0;
};

enum class Progress {
  kDone,      // all is well
  kUnderWay,  // it may still come
  kWrong,     // it did what it must not do, or leaves something lying
};

Progress ProgressOf(const Collected& collected, const v1::ExpectCollected& expected);

// Says what is wrong.
void CheckCollected(const Collected& collected, const v1::ExpectCollected& expected, Findings* findings);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_CHECKS_COLLECTED_H_
