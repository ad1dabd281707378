// The contract of Journal, over every implementation of it.
#include "server/journal/journal.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "fixtures/scratch/temporary_folder.h"
#include "gtest/gtest.h"
#include "server/journal/journal_fixture.h"
#include "server/journal/memory_journal.h"
#include "server/journal/sqlite_journal.h"
#include "server/journal/voorbeelden.h"

namespace ketenproef {
namespace {

TEST(JournalBatch, KeepsEveryEventApart) {
  JournalBatch batch;
  EXPECT_TRUE(batch.empty());
  const auto voorbeelden = Voorbeelden();
  for (std::size_t i = 0; i < voorbeelden.size(); ++i) {
    batch.Add(At(static_cast<std::int64_t>(i)), voorbeelden[i].gebeurtenis);
  }
  ASSERT_EQ(batch.size(), voorbeelden.size());
  for (std::size_t i = 0; i < voorbeelden.size(); ++i) {
    EXPECT_EQ(batch.inhoud(i), Encode(voorbeelden[i].gebeurtenis)) << voorbeelden[i].naam;
    EXPECT_EQ(batch.tijdstip(i), At(static_cast<std::int64_t>(i)));
  }
  batch.Clear();
  EXPECT_TRUE(batch.empty());
  batch.Add(At(1), TermijnVerstreken{Gevalnummer{9}});
  EXPECT_EQ(batch.inhoud(0), Encode(TermijnVerstreken{Gevalnummer{9}}));
}

TEST(JournalBatch, TakesThoseOfAnotherAfterItsOwn) {
  const auto voorbeelden = Voorbeelden();
  JournalBatch batch;
  JournalBatch more;
  batch.Add(At(0), voorbeelden[0].gebeurtenis);
  more.Add(At(1), voorbeelden[1].gebeurtenis);
  more.Add(At(2), voorbeelden[2].gebeurtenis);
  batch.Add(JournalBatch());
  batch.Add(more);
  batch.Add(At(3), voorbeelden[3].gebeurtenis);
  ASSERT_EQ(batch.size(), 4U);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(batch.inhoud(i), Encode(voorbeelden[i].gebeurtenis));
    EXPECT_EQ(batch.tijdstip(i), At(static_cast<std::int64_t>(i)));
  }
}

// One implementation, and whether what it holds outlives it.
struct Soort {
  std::string naam;
  bool durable;
  std::function<absl::StatusOr<std::unique_ptr<Journal>>(const std::string& path)> open;
};

class JournalContract : public ::testing::TestWithParam<Soort> {
 protected:
  struct Entry {
    std::int64_t volgnummer;
    Tijdstip tijdstip;
    std::string inhoud;
    friend bool operator==(const Entry&, const Entry&) = default;
  };

  JournalContract() { Reopen(); }

  void Reopen() {
    journal_.reset();
    auto journal = GetParam().open(map_.File("proef.journaal"));
    ASSERT_TRUE(journal.ok()) << journal.status();
    journal_ = *std::move(journal);
  }

  // Runs `check` on the journal as it is, and once more after opening it anew.
  void CheckThenReopenAndCheck(const std::function<void()>& check) {
    check();
    if (!GetParam().durable) return;
    Reopen();
    SCOPED_TRACE("opened anew");
    check();
  }

  // Appends `aantal` events, all different, and remembers them.
  void Append(int aantal, Tijdstip klok) {
    JournalBatch batch;
    for (int i = 0; i < aantal; ++i) {
      const auto volgnummer = static_cast<std::int64_t>(appended_.size()) + 1;
      const Gebeurtenis gebeurtenis =
          BeoordelingExtended{Gevalnummer{static_cast<std::uint32_t>(volgnummer)},
                              std::string(static_cast<std::size_t>(volgnummer % 300), 'x'), Dag()};
      batch.Add(At(volgnummer * 1'000'000'007 - 5), gebeurtenis);
      appended_.push_back({volgnummer, At(volgnummer * 1'000'000'007 - 5), Encode(gebeurtenis)});
    }
    const absl::Status status = journal_->Append(batch, klok);
    ASSERT_TRUE(status.ok()) << status;
  }

  std::vector<Entry> ReadFrom(std::int64_t volgnummer, std::size_t max = 1'000'000) {
    std::vector<Entry> entries;
    const absl::Status status = journal_->Read(volgnummer, [&](const JournalRecord& record) {
      entries.push_back({record.volgnummer, record.tijdstip, std::string(record.inhoud)});
      return entries.size() < max;
    });
    EXPECT_TRUE(status.ok()) << status;
    return entries;
  }

  std::vector<Entry> AppendedFrom(std::size_t volgnummer) const {
    if (volgnummer > appended_.size()) return {};
    return {appended_.begin() + static_cast<std::ptrdiff_t>(volgnummer) - 1, appended_.end()};
  }

  TemporaryFolder map_;
  std::unique_ptr<Journal> journal_;
  std::vector<Entry> appended_;
};

TEST_P(JournalContract, BeginsEmpty) {
  CheckThenReopenAndCheck([this] {
    EXPECT_EQ(journal_->last_volgnummer(), 0);
    EXPECT_EQ(journal_->klok(), Tijdstip());
    EXPECT_TRUE(ReadFrom(1).empty());
  });
}

TEST_P(JournalContract, GivesBackExactlyWhatWasAppended) {
  Append(3, At(10));
  Append(1, At(20));
  Append(7, At(30));
  CheckThenReopenAndCheck([this] {
    EXPECT_EQ(ReadFrom(1), appended_);
    EXPECT_EQ(journal_->last_volgnummer(), 11);
    EXPECT_EQ(journal_->klok(), At(30));
  });
}

TEST_P(JournalContract, KeepsBytesOfAnyKind) {
  JournalBatch batch;
  std::string all_bytes;
  for (int byte = 0; byte < 256; ++byte) all_bytes.push_back(static_cast<char>(byte));
  const std::vector<Gebeurtenis> gebeurtenissen = {
      BeoordelingExtended{Gevalnummer{0}, all_bytes, Dag()},
      BeoordelingExtended{Gevalnummer{1}, std::string(1'000'000, '\0'), Dag()},
      BeoordelingExtended{Gevalnummer{2}, "", Dag()}};
  for (const Gebeurtenis& gebeurtenis : gebeurtenissen) batch.Add(At(-1), gebeurtenis);
  ASSERT_TRUE(journal_->Append(batch, At(-1)).ok());
  CheckThenReopenAndCheck([&] {
    const auto entries = ReadFrom(1);
    ASSERT_EQ(entries.size(), gebeurtenissen.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
      EXPECT_EQ(entries[i].inhoud, Encode(gebeurtenissen[i]));
      EXPECT_EQ(entries[i].tijdstip, At(-1));
    }
    EXPECT_EQ(journal_->klok(), At(-1));
  });
}

TEST_P(JournalContract, TellsNumberAndClockAfterEachAppend) {
  for (int i = 1; i <= 5; ++i) {
    Append(i, At(i * 100));
    EXPECT_EQ(journal_->last_volgnummer(), static_cast<std::int64_t>(appended_.size()));
    EXPECT_EQ(journal_->klok(), At(i * 100));
  }
}

TEST_P(JournalContract, NumbersHaveNoGapsFromOne) {
  for (const int aantal : {1, 0, 4, 2, 0, 1}) Append(aantal, At(1));
  CheckThenReopenAndCheck([this] {
    std::int64_t expected = 1;
    for (const Entry& entry : ReadFrom(1)) EXPECT_EQ(entry.volgnummer, expected++);
    EXPECT_EQ(expected, 9);
  });
}

TEST_P(JournalContract, ReadsFromAnywhere) {
  for (const int aantal : {3, 1, 5, 2}) Append(aantal, At(1));
  CheckThenReopenAndCheck([this] {
    for (std::size_t volgnummer = 1; volgnummer <= 13; ++volgnummer) {
      EXPECT_EQ(ReadFrom(static_cast<std::int64_t>(volgnummer)), AppendedFrom(volgnummer)) << volgnummer;
    }
  });
}

TEST_P(JournalContract, StopsWhereTheVisitorDoesAndReadsAnewAfterwards) {
  for (const int aantal : {3, 4}) Append(aantal, At(1));
  CheckThenReopenAndCheck([this] {
    for (std::size_t max = 1; max <= 7; ++max) {
      const auto entries = ReadFrom(1, max);
      ASSERT_EQ(entries.size(), max);
      EXPECT_EQ(entries.back().volgnummer, static_cast<std::int64_t>(max));
    }
    EXPECT_EQ(ReadFrom(1), appended_);
  });
}

TEST_P(JournalContract, AnEmptyBatchMovesTheClockOnly) {
  Append(2, At(10));
  Append(0, At(99));
  CheckThenReopenAndCheck([this] {
    EXPECT_EQ(journal_->klok(), At(99));
    EXPECT_EQ(journal_->last_volgnummer(), 2);
    EXPECT_EQ(ReadFrom(1), appended_);
  });
  Append(0, At(99));
  EXPECT_EQ(journal_->klok(), At(99));
}

TEST_P(JournalContract, TheFirstAppendMayBeEmpty) {
  Append(0, At(7));
  CheckThenReopenAndCheck([this] {
    EXPECT_EQ(journal_->klok(), At(7));
    EXPECT_EQ(journal_->last_volgnummer(), 0);
  });
}

TEST_P(JournalContract, AppendsAfterReadingAndReopening) {
  Append(2, At(10));
  CheckThenReopenAndCheck([this] { EXPECT_EQ(ReadFrom(2).size(), 1U); });
  Append(2, At(20));
  CheckThenReopenAndCheck([this] { EXPECT_EQ(ReadFrom(1), appended_); });
}

TEST_P(JournalContract, TakesLargeBatches) {
  Append(20'000, At(10));
  Append(1, At(11));
  CheckThenReopenAndCheck([this] {
    EXPECT_EQ(journal_->last_volgnummer(), 20'001);
    EXPECT_EQ(ReadFrom(1), appended_);
    EXPECT_EQ(ReadFrom(20'000), AppendedFrom(20'000));
  });
}

// However an implementation cuts them up.
TEST_P(JournalContract, TakesBatchesOfEverySize) {
  for (int aantal = 1; aantal <= 100; ++aantal) Append(aantal, At(aantal));
  CheckThenReopenAndCheck([this] { EXPECT_EQ(ReadFrom(1), appended_); });
}

TEST_P(JournalContract, TheBatchMayChangeAfterwards) {
  JournalBatch batch;
  batch.Add(At(1), TermijnVerstreken{Gevalnummer{1}});
  ASSERT_TRUE(journal_->Append(batch, At(1)).ok());
  batch.Clear();
  batch.Add(At(2), TermijnVerstreken{Gevalnummer{2}});
  EXPECT_EQ(ReadFrom(1)[0].inhoud, Encode(TermijnVerstreken{Gevalnummer{1}}));
}

INSTANTIATE_TEST_SUITE_P(
    Every, JournalContract,
    ::testing::Values(Soort{"Memory", false,
                            [](const std::string&) { return std::make_unique<MemoryJournal>(); }},
                      Soort{"Sqlite", true,
                            [](const std::string& path) -> absl::StatusOr<std::unique_ptr<Journal>> {
                              auto journal = SqliteJournal::Open(path);
                              if (!journal.ok()) return journal.status();
                              return std::unique_ptr<Journal>(*std::move(journal));
                            }}),
    [](const auto& parameter) { return parameter.param.naam; });

}  // namespace
}  // namespace ketenproef
