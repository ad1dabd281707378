#include "bench/load/keten/boekhouding.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "bench/load/keten/afstemming.h"

namespace ketenproef::load {

Boekhouding::Boekhouding(const Meldingplan& plan)
    : plan_(plan), posts_(static_cast<std::size_t>(plan.aantal())) {}

void Boekhouding::BookSent(std::int64_t index) {
  const absl::MutexLock lock(&mutex_);
  posts_[static_cast<std::size_t>(index)].is_sent = true;
}

bool Boekhouding::BookOntvangst(std::int64_t index, const v1::Ontvangst& ontvangst) {
  return Book(index, &ontvangst, plan_.Judge(index, ontvangst));
}

bool Boekhouding::BookWeigering(std::int64_t index, absl::string_view regel) {
  return Book(index, nullptr, plan_.JudgeRefusal(index, regel));
}

void Boekhouding::BookUnreadable(std::int64_t index) {
  Book(index, nullptr, "neither accepted nor refused");
}

std::vector<Post> Boekhouding::TakePosts() {
  const absl::MutexLock lock(&mutex_);
  return std::move(posts_);
}

std::vector<std::string> Boekhouding::TakeFindings() {
  const absl::MutexLock lock(&mutex_);
  return std::move(findings_);
}

bool Boekhouding::Book(std::int64_t index, const v1::Ontvangst* ontvangst, const std::string& finding) {
  const bool is_right = finding.empty();
  const absl::MutexLock lock(&mutex_);
  Post& post = posts_[static_cast<std::size_t>(index)];
  ++post.answers;
  post.is_aanvaard = ontvangst != nullptr;
  post.volgnummer = ontvangst != nullptr ? ontvangst->volgnummer() : 0;
  if (is_right) return true;
  post.is_wrong = true;
  if (findings_.size() < Afstemming::kMaxBevindingen) {
    findings_.push_back(absl::StrCat(plan_.werknemers().Kenmerk(static_cast<int>(index)), ": ", finding));
  }
  return false;
}

}  // namespace ketenproef::load
