#include "conformance/report/shown_moments.h"

#include <cstddef>
#include <set>

namespace ketenproef::conformance {
namespace {

using Timeline = google::protobuf::RepeatedPtrField<v1::Moment>;

constexpr int kNeighbours = 3;

// Indices, until there are enough.
class Choice {
 public:
  explicit Choice(int size) : size_(size) {}

  void Add(int index) {
    if (index >= 0 && index < size_ && chosen_.size() < kMaxMoments) chosen_.insert(index);
  }
  const std::set<int>& chosen() const { return chosen_; }

 private:
  int size_;
  std::set<int> chosen_;
};

}  // namespace

std::vector<NumberedMoment> ShownMoments(const Timeline& timeline) {
  const int size = timeline.size();
  Choice choice(size);
  choice.Add(0);
  choice.Add(size - 1);
  for (int i = 0; i < size; ++i) {
    if (timeline[i].is_wrong()) choice.Add(i);
  }
  for (int distance = 1; distance <= kNeighbours; ++distance) {
    for (int i = 0; i < size; ++i) {
      if (!timeline[i].is_wrong()) continue;
      choice.Add(i - distance);
      choice.Add(i + distance);
    }
  }
  for (int i = 0; i < size; ++i) choice.Add(i);
  std::vector<NumberedMoment> shown;
  shown.reserve(choice.chosen().size());
  for (const int index : choice.chosen()) shown.push_back({&timeline[index], index + 1});
  return shown;
}

}  // namespace ketenproef::conformance
