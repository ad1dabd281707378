#include "server/omgeving/omgevingen.h"

#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/blocking_counter.h"
#include "absl/synchronization/notification.h"
#include "fixtures/scratch/temporary_folder.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "server/omgeving/omgeving_fixture.h"
#include "server/rules/limits.h"

namespace ketenproef {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

OmgevingCreated Named(const std::string& naam) {
  return Instellingen(Op("2025-01-06"), "handleiding", naam);
}

std::unique_ptr<Omgevingen> InMemory() {
  auto omgevingen = Omgevingen::Open(Referentie(), std::make_unique<MemoryJournalStore>());
  EXPECT_TRUE(omgevingen.ok()) << omgevingen.status();
  return *std::move(omgevingen);
}

std::unique_ptr<Omgevingen> InDirectory(const std::string& path) {
  auto store = DirectoryJournalStore::Make(path);
  EXPECT_TRUE(store.ok()) << store.status();
  auto omgevingen = Omgevingen::Open(Referentie(), *std::move(store));
  EXPECT_TRUE(omgevingen.ok()) << omgevingen.status();
  return *std::move(omgevingen);
}

absl::Status Wait(Writer& writer, absl::AnyInvocable<void(Omgeving&)> run) {
  absl::Notification done;
  absl::Status result;
  writer.Schedule(std::move(run), [&](const absl::Status& status) {
    result = status;
    done.Notify();
  });
  done.WaitForNotification();
  return result;
}

TEST(Omgevingen, CreatesFindsListsAndDeletes) {
  const auto omgevingen = InMemory();
  EXPECT_THAT(omgevingen->Namen(), IsEmpty());
  for (const char* naam : {"b", "a", "standaard"}) EXPECT_TRUE(omgevingen->Create(Named(naam)).ok());
  EXPECT_THAT(omgevingen->Namen(), ElementsAre("a", "b", "standaard"));
  ASSERT_NE(omgevingen->Find("a"), nullptr);
  EXPECT_EQ(omgevingen->Find("a")->overzicht().instellingen.naam, "a");
  EXPECT_TRUE(omgevingen->Delete("a").ok());
  EXPECT_EQ(omgevingen->Find("a"), nullptr);
  EXPECT_THAT(omgevingen->Namen(), ElementsAre("b", "standaard"));
  EXPECT_EQ(omgevingen->Delete("a").code(), absl::StatusCode::kNotFound);
}

TEST(Omgevingen, ANameIsOneToSixtyThreeOfTheRightCharacters) {
  const auto omgevingen = InMemory();
  for (const std::string& naam :
       {std::string(), std::string(kMaxOmgevingNaamBytes + 1, 'a'), std::string("A"), std::string("a b"),
        std::string("../a"), std::string("a.b"), std::string("a_b"), std::string("é"),
        std::string("a\0b", 3)}) {
    EXPECT_EQ(omgevingen->Create(Named(naam)).code(), absl::StatusCode::kInvalidArgument) << naam;
  }
  for (const std::string& naam :
       {std::string(kMaxOmgevingNaamBytes, 'a'), std::string("0"), std::string("a-9")}) {
    EXPECT_TRUE(omgevingen->Create(Named(naam)).ok()) << naam;
  }
}

TEST(Omgevingen, ANameIsGivenOnce) {
  const auto omgevingen = InMemory();
  EXPECT_TRUE(omgevingen->Create(Named("a")).ok());
  EXPECT_EQ(omgevingen->Create(Named("a")).code(), absl::StatusCode::kAlreadyExists);
  EXPECT_TRUE(omgevingen->Delete("a").ok());
  EXPECT_TRUE(omgevingen->Create(Named("a")).ok());
}

TEST(Omgevingen, AnUnknownProfileMakesNoEnvironment) {
  const auto omgevingen = InMemory();
  EXPECT_FALSE(omgevingen->Create(Instellingen(Op("2025-01-06"), "gemeentewet", "a")).ok());
  EXPECT_EQ(omgevingen->Find("a"), nullptr);
  EXPECT_TRUE(omgevingen->Create(Named("a")).ok());
}

TEST(Omgevingen, ThereIsAnEndToTheirNumber) {
  const auto omgevingen = InMemory();
  for (std::size_t i = 0; i < kMaxOmgevingen; ++i) {
    ASSERT_TRUE(omgevingen->Create(Named(absl::StrCat("n", i))).ok());
  }
  EXPECT_EQ(omgevingen->Create(Named("een-te-veel")).code(), absl::StatusCode::kResourceExhausted);
  EXPECT_TRUE(omgevingen->Delete("n0").ok());
  EXPECT_TRUE(omgevingen->Create(Named("een-te-veel")).ok());
}

// Killed between the file and its first event: nobody was told that the environment is there.
TEST(Omgevingen, AMakingThatWasBrokenOffLeavesNoEnvironment) {
  const TemporaryFolder map;
  {
    auto store = DirectoryJournalStore::Make(map.path());
    ASSERT_TRUE(store.ok() && (*store)->Open("half").ok());
  }
  ASSERT_TRUE(std::filesystem::exists(map.File("half.journaal")));
  const auto omgevingen = InDirectory(map.path());
  EXPECT_THAT(omgevingen->Namen(), IsEmpty());
  EXPECT_FALSE(std::filesystem::exists(map.File("half.journaal")));
  EXPECT_TRUE(omgevingen->Create(Named("half")).ok());
}

TEST(Omgevingen, AMakingThatFailsLeavesNothing) {
  const TemporaryFolder map;
  {
    const auto omgevingen = InDirectory(map.path());
    EXPECT_FALSE(omgevingen->Create(Instellingen(Op("2025-01-06"), "gemeentewet", "a")).ok());
  }
  EXPECT_THAT(InDirectory(map.path())->Namen(), IsEmpty());
}

TEST(Omgevingen, ADirectoryIsReplayed) {
  const TemporaryFolder map;
  {
    const auto omgevingen = InDirectory(map.path());
    ASSERT_TRUE(omgevingen->Create(Instellingen(Op("2025-01-06"), "wet", "een")).ok());
    ASSERT_TRUE(omgevingen->Create(Named("twee")).ok());
    EXPECT_TRUE(Wait(*omgevingen->Find("een"), [](Omgeving& omgeving) {
                  EXPECT_TRUE(omgeving.Execute(Woont(0, D("2025-01-01"), G("0344"))).ok());
                  EXPECT_TRUE(omgeving.Advance(Op("2025-02-01")).ok());
                }).ok());
    ASSERT_TRUE(omgevingen->Delete("twee").ok());
  }
  const auto omgevingen = InDirectory(map.path());
  EXPECT_THAT(omgevingen->Namen(), ElementsAre("een"));
  const auto overzicht = omgevingen->Find("een")->overzicht();
  EXPECT_EQ(overzicht.instellingen.profiel, "wet");
  EXPECT_EQ(overzicht.klok, Op("2025-02-01"));
  EXPECT_EQ(overzicht.volgnummer, 2);
  EXPECT_TRUE(Wait(*omgevingen->Find("een"), [](Omgeving& omgeving) {
                EXPECT_NE(omgeving.toestand().FindPersoon(BsnNummer(0)), nullptr);
              }).ok());
  EXPECT_EQ(omgevingen->Create(Named("een")).code(), absl::StatusCode::kAlreadyExists);
}

TEST(Omgevingen, ADeletedOneLeavesNoFile) {
  const TemporaryFolder map;
  const auto omgevingen = InDirectory(map.path());
  ASSERT_TRUE(omgevingen->Create(Named("een")).ok());
  EXPECT_TRUE(std::filesystem::exists(map.File("een.journaal")));
  ASSERT_TRUE(omgevingen->Delete("een").ok());
  EXPECT_FALSE(std::filesystem::exists(map.File("een.journaal")));
}

TEST(Omgevingen, ADamagedJournalIsNamed) {
  const TemporaryFolder map;
  {
    auto store = DirectoryJournalStore::Make(map.path());
    auto journal = (*store)->Open("stuk");
    JournalBatch batch;
    batch.Add(Tijdstip(), TermijnVerstreken{});
    ASSERT_TRUE((*journal)->Append(batch, Tijdstip()).ok());
  }
  const auto omgevingen = Omgevingen::Open(Referentie(), *DirectoryJournalStore::Make(map.path()));
  EXPECT_EQ(omgevingen.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(omgevingen.status().message()), HasSubstr("environment stuk"));
}

TEST(Omgevingen, ManySideBySideAdvanceEachOnTheirOwn) {
  const auto omgevingen = InMemory();
  constexpr int kAantal = 200;
  for (int i = 0; i < kAantal; ++i) ASSERT_TRUE(omgevingen->Create(Named(absl::StrCat("n", i))).ok());
  absl::BlockingCounter left(kAantal);
  const auto begin = Op("2025-01-06");
  for (int i = 0; i < kAantal; ++i) {
    const auto tot = NanosAfter(begin, std::int64_t{i} * 86'400 * 1'000'000'000);
    omgevingen->Find(absl::StrCat("n", i))
        ->Schedule([tot](Omgeving& omgeving) { EXPECT_TRUE(omgeving.Advance(tot).ok()); },
                   [&left](const absl::Status& status) {
                     EXPECT_TRUE(status.ok());
                     left.DecrementCount();
                   });
  }
  left.Wait();
  for (int i = 0; i < kAantal; ++i) {
    EXPECT_EQ(omgevingen->Find(absl::StrCat("n", i))->overzicht().klok,
              NanosAfter(begin, std::int64_t{i} * 86'400 * 1'000'000'000));
  }
}

TEST(Omgevingen, ADeleteFinishesTheCallsThatWait) {
  const auto omgevingen = InMemory();
  ASSERT_TRUE(omgevingen->Create(Named("een")).ok());
  const std::shared_ptr<Writer> writer = omgevingen->Find("een");
  absl::Notification busy;
  absl::Notification release;
  int done = 0;
  writer->Schedule(
      [&](Omgeving&) {
        busy.Notify();
        release.WaitForNotification();
      },
      [&done](const absl::Status& status) { done += status.ok() ? 1 : 0; });
  busy.WaitForNotification();
  for (int i = 0; i < 20; ++i) {
    writer->Schedule(
        [](Omgeving& omgeving) { (void)omgeving.Execute(Woont(0, D("2025-01-01"), std::nullopt)); },
        [&done](const absl::Status& status) { done += status.ok() ? 1 : 0; });
  }
  std::thread deleter([&] { EXPECT_TRUE(omgevingen->Delete("een").ok()); });
  release.Notify();
  deleter.join();
  EXPECT_EQ(done, 21);
  EXPECT_EQ(Wait(*writer, [](Omgeving&) {}).code(), absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace ketenproef
