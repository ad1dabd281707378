// What holds of every history: it can be replayed, repeated, cut in pieces, and no order of reference data
// shows.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "fixtures/scratch/temporary_folder.h"
#include "gtest/gtest.h"
#include "rapidcheck.h"
#include "rapidcheck/gtest.h"
#include "server/journal/sqlite_journal.h"
#include "server/omgeving/levensloop_fixture.h"
#include "server/omgeving/omgeving_fixture.h"
#include "server/omgeving/toestand_dump.h"

namespace ketenproef {
namespace {

std::string Dump(Proefomgeving& omgeving) {
  return ToestandDump::Of(*omgeving, Speler::Namen());
}

// The first line in which the two differ.
std::string Verschil(const std::string& a, const std::string& b) {
  std::size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
  const std::size_t begin = at == 0 ? 0 : a.rfind('\n', at - 1) + 1;
  const auto line = [begin](const std::string& text) {
    return text.substr(std::min(begin, text.size())).substr(0, 300);
  };
  return absl::StrCat(line(a), "\n<>\n", line(b));
}
void AssertSame(const std::string& a, const std::string& b) {
  if (a != b) RC_FAIL(Verschil(a, b));
}

// Plays the first steps, then perhaps opens the environment anew, then plays the rest.
struct Uitkomsten {
  std::string bytes;
  std::string dump;
};
Uitkomsten PlayInTwo(const Levensloop& levensloop, std::size_t first, bool reopen) {
  Proefomgeving omgeving(BeginVan(levensloop));
  Speler speler(omgeving);
  speler.Begin();
  const auto middle = levensloop.stappen.begin() + static_cast<std::ptrdiff_t>(first);
  speler.Play({levensloop.stappen.begin(), middle});
  if (reopen) {
    const std::string before = Dump(omgeving);
    omgeving.Reopen();
    AssertSame(before, Dump(omgeving));
  }
  speler.Play({middle, levensloop.stappen.end()});
  speler.Einde();
  return {omgeving.Bytes(), Dump(omgeving)};
}

RC_GTEST_PROP(Eigenschappen, ReplayGivesTheSameStateAndTheSameFuture, ()) {
  const Levensloop levensloop = *LevensloopGen();
  const auto first = *rc::gen::inRange<std::size_t>(0, levensloop.stappen.size() + 1);
  const Uitkomsten straight = PlayInTwo(levensloop, first, false);
  const Uitkomsten reopened = PlayInTwo(levensloop, first, true);
  AssertSame(straight.bytes, reopened.bytes);
  AssertSame(straight.dump, reopened.dump);
}

RC_GTEST_PROP(Eigenschappen, TheSameCommandsGiveTheSameJournal, ()) {
  const Levensloop levensloop = *LevensloopGen();
  AssertSame(PlayInTwo(levensloop, 0, false).bytes, PlayInTwo(levensloop, 0, false).bytes);
}

RC_GTEST_PROP(Eigenschappen, AnAdvanceInPiecesIsThatAdvance, ()) {
  const Levensloop levensloop = *LevensloopGen();
  const int pieces = *rc::gen::element(2, 3, 10);
  const Uitkomsten whole = PlayInTwo(levensloop, 0, false);
  Proefomgeving omgeving(BeginVan(levensloop));
  Speler speler(omgeving);
  std::int64_t fired = 0;
  speler.SetVerzetter([pieces, &fired](Proefomgeving& moved, Tijdstip tot) {
    const std::int64_t van = moved->klok().unix_nanos();
    for (int i = 1; i <= pieces; ++i) {
      const std::int64_t step = (tot.unix_nanos() - van) / pieces * i;
      const Tijdstip until = i == pieces ? tot : Tijdstip::FromUnixNanos(van + step);
      fired += moved.Naar(until).gevuurd_totaal;
      if (i % 2 == 0) moved.Commit();
    }
  });
  speler.Begin();
  speler.Play(levensloop.stappen);
  speler.Einde();
  AssertSame(whole.bytes, omgeving.Bytes());
  AssertSame(whole.dump, Dump(omgeving));
}

RC_GTEST_PROP(Eigenschappen, TheOrderOfGemeentenShowsNowhere, ()) {
  static const Referentiedata* const shuffled = new Referentiedata(MakeReferentie(7));
  const Levensloop levensloop = *LevensloopGen();
  const auto bytes = [&levensloop](const Referentiedata& referentie) {
    Proefomgeving omgeving(BeginVan(levensloop), referentie);
    Speler speler(omgeving);
    speler.Begin();
    speler.Play(levensloop.stappen);
    speler.Einde();
    return omgeving.Bytes();
  };
  AssertSame(bytes(Referentie()), bytes(*shuffled));
}

// The same from a file, which costs a disk: fewer of them, each opened anew at every eighth step.
TEST(Eigenschappen, AFileGivesTheSameStateAndTheSameFuture) {
  int left = 12;
  EXPECT_TRUE(rc::check([&left] {
    if (left-- <= 0) return;
    const Levensloop levensloop = *LevensloopGen();
    const Uitkomsten expected = PlayInTwo(levensloop, 0, false);
    const TemporaryFolder map;
    const auto open = [&map]() -> std::unique_ptr<Journal> {
      auto journal = SqliteJournal::Open(map.File("proef.journaal"));
      if (!journal.ok()) RC_FAIL(journal.status().ToString());
      return *std::move(journal);
    };
    // Opened anew at the end and read as a whole: what stands in the file is what was played.
    {
      Proefomgeving omgeving(BeginVan(levensloop), Referentie(), open());
      Speler speler(omgeving);
      speler.Begin();
      for (std::size_t i = 0; i < levensloop.stappen.size(); ++i) {
        speler.Play({levensloop.stappen[i]});
        if (i % 8 == 7) omgeving.Reopen();
      }
      speler.Einde();
      AssertSame(expected.bytes, omgeving.Bytes());
    }
    Proefomgeving omgeving(BeginVan(levensloop), Referentie(), open());
    AssertSame(expected.dump, Dump(omgeving));
  }));
}

// Random histories are worth what happens in them: every kind of event does, and often.
TEST(Eigenschappen, TheHistoriesReachEverything) {
  std::map<std::size_t, int> kinds;
  std::int64_t geweigerd = 0;
  std::int64_t geaccepteerd = 0;
  EXPECT_TRUE(rc::check([&] {
    const Levensloop levensloop = *LevensloopGen();
    Proefomgeving omgeving(BeginVan(levensloop));
    Speler speler(omgeving);
    speler.Begin();
    speler.Play(levensloop.stappen);
    speler.Einde();
    const auto status = omgeving.journal().Read(1, [&](const JournalRecord& record) {
      ++kinds[DecodeGebeurtenis(record.inhoud)->index()];
      return true;
    });
    RC_ASSERT(status.ok());
    for (const auto aantal : omgeving.toestand().tellers().geweigerd) geweigerd += aantal;
    for (const auto aantal : omgeving.toestand().tellers().geaccepteerd) geaccepteerd += aantal;
  }));
  // From DoorleveringDelivered on: what has to do with systems outside, of which these histories have none.
  // See buiten_test and storing_test of server/app.
  constexpr std::size_t kEersteVanBuiten = 27;
  static_assert(
      std::is_same_v<std::variant_alternative_t<kEersteVanBuiten, Gebeurtenis>, DoorleveringDelivered>);
  for (std::size_t kind = 0; kind < kEersteVanBuiten; ++kind) {
    EXPECT_GT(kinds[kind], 0) << "kind " << kind;
    RecordProperty(absl::StrCat("kind_", kind), kinds[kind]);
  }
  EXPECT_GT(geaccepteerd, geweigerd);
  EXPECT_GT(geweigerd, 0);
}

}  // namespace
}  // namespace ketenproef
