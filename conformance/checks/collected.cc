#include "conformance/checks/collected.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace ketenproef::conformance {
namespace {

constexpr int kDefaultRounds = 50;
// After all is done, to see whether the gemeente lets it be.
constexpr int kQuietRounds = 3;
// Of a report whose every download is damaged: once more than the first.
constexpr int kMinDamagedDownloads = 2;

int RoundsOf(const v1::ExpectCollected& expected) {
  return expected.rounds() > 0 ? expected.rounds() : kDefaultRounds;
}

bool IsDone(const CollectedItem& item) {
  return item.soort == CollectedItem::Soort::kBericht ? item.is_listed : item.is_confirmed;
}

// Whether a report that is not done may stay so: each of its downloads came damaged, and there was more than
// one.
bool IsOutOfReach(const CollectedItem& item) {
  return item.whole_downloads == 0 && item.damaged_downloads >= kMinDamagedDownloads;
}

// Own items that are not done and could be.
std::vector<const CollectedItem*> LeftOf(const Collected& collected, const v1::ExpectCollected& expected) {
  std::vector<const CollectedItem*> left;
  int out_of_reach = 0;
  for (const CollectedItem& item : collected.items) {
    if (!item.is_own || IsDone(item)) continue;
    if (IsOutOfReach(item) && out_of_reach < expected.unconfirmed()) {
      ++out_of_reach;
    } else {
      left.push_back(&item);
    }
  }
  return left;
}

int DownloadsOf(const Collected& collected) {
  int downloads = 0;
  for (const CollectedItem& item : collected.items) downloads += item.downloads;
  return downloads;
}

// Whether it asked for its lists often enough since it was done to be believed.
bool IsQuiet(const Collected& collected) {
  return std::all_of(collected.items.begin(), collected.items.end(),
                     [](const CollectedItem& item) { return !item.is_own || item.rounds >= kQuietRounds; });
}

Difference LeftLying(const CollectedItem& item) {
  const std::string asked = absl::StrCat("na ", item.rounds, " keer de lijst te hebben opgevraagd ");
  switch (item.soort) {
    case CollectedItem::Soort::kDoorlevering:
      return {
          "DL-04", absl::StrCat(item.text, " bevestigd"), "",
          absl::StrCat(asked, item.is_listed ? "niet bevestigd" : "nog niet gezien: het staat in de lijst")};
    case CollectedItem::Soort::kBericht:
      return {"SIG-07", absl::StrCat(item.text, " opgehaald"), "", absl::StrCat(asked, "nog niet gezien")};
    default:
      break;
  }
  const std::string how = !item.is_listed       ? "nog niet gezien: het staat in de lijst"
                          : item.downloads == 0 ? "niet opgehaald"
                          : item.whole_downloads == 0
                              ? "niet opnieuw opgehaald, terwijl het beschadigd aankwam"
                              : "opgehaald maar niet bevestigd";
  return {"CSV-05", absl::StrCat(item.text, " opgehaald en bevestigd"), "", absl::StrCat(asked, how)};
}

}  // namespace

Progress ProgressOf(const Collected& collected, const v1::ExpectCollected& expected) {
  if (!collected.wrong.empty()) return Progress::kWrong;
  if (expected.downloads() > 0 && DownloadsOf(collected) > expected.downloads()) return Progress::kWrong;
  const auto left = LeftOf(collected, expected);
  if (left.empty()) {
    return expected.downloads() == 0 || IsQuiet(collected) ? Progress::kDone : Progress::kUnderWay;
  }
  const bool is_given_up = std::any_of(left.begin(), left.end(), [&expected](const CollectedItem* item) {
    return item->rounds >= RoundsOf(expected);
  });
  return is_given_up && collected.calls_under_way == 0 ? Progress::kWrong : Progress::kUnderWay;
}

void CheckCollected(const Collected& collected, const v1::ExpectCollected& expected, Findings* findings) {
  for (const Difference& difference : collected.wrong) findings->Add(difference);
  const int downloads = DownloadsOf(collected);
  if (expected.downloads() > 0 && downloads > expected.downloads()) {
    findings->Add({"", absl::StrCat("hoogstens ", expected.downloads(), " keer een rapport opgehaald"),
                   "wat bevestigd is hoeft niet nog eens", absl::StrCat(downloads, " keer")});
  }
  for (const CollectedItem* item : LeftOf(collected, expected)) {
    if (item->rounds >= RoundsOf(expected)) findings->Add(LeftLying(*item));
  }
}

}  // namespace ketenproef::conformance
