// Values below 128 have a bucket each. Above that every power of two is cut into 128 buckets of one width:
//
//   bucket = 128 * (shift + 1) + (value >> shift) - 128,  with shift such that 128 <= value >> shift < 256
#include "bench/load/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace ketenproef::load {
namespace {

constexpr int kBucketBits = 7;
constexpr std::size_t kBucketsPerPower = std::size_t{1} << kBucketBits;
constexpr int kValueBits = 63;
constexpr std::size_t kBuckets = kBucketsPerPower * (kValueBits - kBucketBits + 1);

std::size_t BucketOf(std::uint64_t value) {
  const int width = static_cast<int>(std::bit_width(value));
  if (width <= kBucketBits) return value;
  const int shift = width - kBucketBits - 1;
  return kBucketsPerPower * static_cast<std::size_t>(shift) + (value >> shift);
}

std::int64_t HighestOf(std::size_t bucket) {
  if (bucket < kBucketsPerPower) return static_cast<std::int64_t>(bucket);
  const std::size_t shift = bucket / kBucketsPerPower - 1;
  const std::uint64_t top = bucket - kBucketsPerPower * shift + 1;
  return static_cast<std::int64_t>((top << shift) - 1);
}

}  // namespace

Histogram::Histogram() : buckets_(kBuckets, 0) {}

void Histogram::Record(std::int64_t value) {
  value = std::max<std::int64_t>(value, 0);
  ++buckets_[BucketOf(static_cast<std::uint64_t>(value))];
  ++count_;
  min_ = std::min(min_, value);
  max_ = std::max(max_, value);
  sum_ += static_cast<double>(value);
}

void Histogram::Merge(const Histogram& other) {
  for (std::size_t i = 0; i < kBuckets; ++i) buckets_[i] += other.buckets_[i];
  count_ += other.count_;
  min_ = std::min(min_, other.min_);
  max_ = std::max(max_, other.max_);
  sum_ += other.sum_;
}

double Histogram::mean() const {
  return count_ == 0 ? 0 : sum_ / static_cast<double>(count_);
}

std::int64_t Histogram::Percentile(double percent) const {
  if (count_ == 0) return 0;
  const double share = std::clamp(percent, 0.0, 100.0) / 100 * static_cast<double>(count_);
  const auto wanted = std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(share)));
  std::int64_t seen = 0;
  for (std::size_t i = 0; i < kBuckets; ++i) {
    seen += buckets_[i];
    if (seen >= wanted) return std::min(HighestOf(i), max_);
  }
  return max_;
}

void Histogram::ForEachBucket(absl::FunctionRef<void(std::int64_t, std::int64_t)> visit) const {
  for (std::size_t i = 0; i < kBuckets; ++i) {
    if (buckets_[i] > 0) visit(HighestOf(i), buckets_[i]);
  }
}

}  // namespace ketenproef::load
