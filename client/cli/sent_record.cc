#include "client/cli/sent_record.h"

#include <gtest/gtest.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "client/cli/pages.h"

namespace ketenproef {
namespace {

// BSN-01: the number whose first eight digits are these, where there is one.
std::optional<std::string> BsnOf(int eight_digits) {
  const std::string digits = absl::StrCat(eight_digits);
  int sum = 0;
  for (int place = 0; place < 8; ++place) {
    sum += (9 - place) * (digits[static_cast<std::size_t>(place)] - '0');
  }
  if (sum % 11 == 10) return std::nullopt;
  return absl::StrCat(digits, sum % 11);
}

}  // namespace

std::string SentRecord::NextBsn() {
  constexpr int kFirst = 90'000'000;
  absl::MutexLock lock(&mutex_);
  for (;;) {
    if (const auto bsn = BsnOf(kFirst + next_person_++); bsn.has_value()) return *bsn;
  }
}

void SentRecord::Send(const std::string& what) {
  absl::MutexLock lock(&mutex_);
  const bool is_new = sent_.try_emplace(what).second;
  constexpr char kZiekmelding[] = "ziekmelding ";
  if (is_new && what.rfind(kZiekmelding, 0) == 0) unsure_.push_back(what.substr(sizeof(kZiekmelding) - 1));
}

void SentRecord::Acknowledge(const std::string& what, std::int64_t volgnummer) {
  absl::MutexLock lock(&mutex_);
  Sent& sent = sent_.at(what);
  if (sent.acknowledged.has_value()) {
    EXPECT_EQ(sent.acknowledged, volgnummer) << what << ": acknowledged twice, and not as the same";
    return;
  }
  sent.acknowledged = volgnummer;
  ++acknowledged_;
}

void SentRecord::AcknowledgeClock(std::int64_t seconds) {
  absl::MutexLock lock(&mutex_);
  EXPECT_GE(seconds, klok_);
  klok_ = seconds;
}

std::int64_t SentRecord::acknowledged() const {
  absl::MutexLock lock(&mutex_);
  return acknowledged_;
}

std::int64_t SentRecord::seen() const {
  absl::MutexLock lock(&mutex_);
  return static_cast<std::int64_t>(journal_.size());
}

void SentRecord::AwaitAcknowledged(std::int64_t aantal, absl::Duration timeout) const {
  absl::MutexLock lock(&mutex_);
  const auto has = [this, aantal]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return Has(aantal); };
  mutex_.AwaitWithTimeout(absl::Condition(&has), timeout);
}

void SentRecord::Find(const v1::Gebeurtenis& gebeurtenis) {
  std::string what;
  if (gebeurtenis.has_dienstverband_registered()) {
    what = absl::StrCat("dienstverband ", gebeurtenis.dienstverband_registered().dienstverband().bsn());
  } else if (gebeurtenis.has_ziekmelding_accepted()) {
    what = absl::StrCat("ziekmelding ", gebeurtenis.ziekmelding_accepted().ziekmelding().bsn());
  } else {
    EXPECT_FALSE(gebeurtenis.has_opdracht_refused()) << gebeurtenis.volgnummer();
    return;
  }
  const auto sent = sent_.find(what);
  ASSERT_NE(sent, sent_.end()) << what << " was never sent";
  EXPECT_FALSE(sent->second.found.has_value()) << what << " is there twice";
  sent->second.found = gebeurtenis.volgnummer();
}

void SentRecord::ReadJournal(const client::Client& client, std::int64_t volgnummer) {
  v1::ListGebeurtenissenRequest request;
  request.set_vanaf_volgnummer(volgnummer);
  request.set_page_size(kPageSize);
  std::int64_t expected = volgnummer;
  const absl::Status status = client::ForEachPage(client, request, [&](const auto& page) {
    for (const v1::Gebeurtenis& gebeurtenis : page.gebeurtenissen()) {
      ASSERT_EQ(gebeurtenis.volgnummer(), expected);
      const auto at = static_cast<std::size_t>(expected++) - 1;
      if (at < journal_.size()) {
        ASSERT_TRUE(journal_[at] == gebeurtenis.SerializeAsString())
            << "event " << at + 1 << " is another one";
      } else {
        journal_.push_back(gebeurtenis.SerializeAsString());
        Find(gebeurtenis);
      }
    }
  });
  EXPECT_TRUE(status.ok()) << status;
  EXPECT_GT(expected, static_cast<std::int64_t>(journal_.size())) << "the journal has lost its end";
}

std::vector<std::string> SentRecord::Reconcile(const client::Client& client, std::int64_t volgnummer) {
  absl::MutexLock lock(&mutex_);
  ReadJournal(client, volgnummer);
  for (const auto& [what, sent] : sent_) {
    if (sent.acknowledged.has_value()) {
      EXPECT_EQ(sent.found, sent.acknowledged) << what << " was acknowledged and is not there as such";
    }
  }
  const auto klok = client.Call(v1::GetClockRequest());
  EXPECT_TRUE(klok.ok() && klok->clock().tijdstip().seconds() >= klok_) << klok.status();
  return std::exchange(unsure_, {});
}

}  // namespace ketenproef
