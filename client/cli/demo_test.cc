// `demo` as a user runs it, and its summary against the journal that it leaves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/exit_code.h"
#include "client/cli/serve_calls.h"
#include "client/cli/serve_process.h"

namespace ketenproef {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using Zaak = std::pair<std::string, std::string>;  // (loonheffingennummer, kenmerk)

std::int64_t ToNumber(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '.'), text.end());
  return std::stoll(text);
}

// The numbers on the line of the summary that begins with this label: the count and, where it is told, how
// many of them were late.
std::pair<std::int64_t, std::int64_t> Cijfers(const std::string& summary, const std::string& label) {
  const std::vector<std::string> lines = absl::StrSplit(summary, '\n');
  for (const std::string& line : lines) {
    if (!absl::StartsWith(line, "  " + label + " ")) continue;
    const std::vector<std::string> words =
        absl::StrSplit(line.substr(label.size() + 2), absl::ByAnyChar(" ,"), absl::SkipEmpty());
    return {ToNumber(words.at(0)), words.size() > 2 ? ToNumber(words.at(2)) : 0};
  }
  ADD_FAILURE() << "the summary has no line " << label;
  return {-1, -1};
}

// The same numbers, counted from the events of the journal.
class JournaalTeller {
 public:
  explicit JournaalTeller(const std::vector<v1::Gebeurtenis>& gebeurtenissen) {
    for (const v1::Gebeurtenis& gebeurtenis : gebeurtenissen) Add(gebeurtenis);
  }

  std::map<std::string, std::pair<std::int64_t, std::int64_t>> Cijfers() {
    for (const auto& [zaak, stand] : zaken_) ++cijfers_[stand].first;
    return cijfers_;
  }

 private:
  void Count(const std::string& label, bool is_late = false) {
    ++cijfers_[label].first;
    if (is_late) ++cijfers_[label].second;
  }

  void Add(const v1::Gebeurtenis& gebeurtenis) {
    AddMelding(gebeurtenis);
    AddBeoordeling(gebeurtenis);
    if (gebeurtenis.has_signaal_sent()) {
      Count(gebeurtenis.signaal_sent().soort() == v1::SIGNAALSOORT_EERSTE
                ? "signalen: dienstverband geëindigd tijdens ziekte"
                : "vervolgsignalen: ook het ziekengeld is geëindigd");
    }
    if (gebeurtenis.has_bericht_placed()) Count("berichten: een signaal bleek achteraf onjuist");
    if (gebeurtenis.has_rapportage_ready()) Count("rapportages met deze signalen en berichten");
    if (gebeurtenis.has_doorlevering_sent()) {
      Count("doorgeleverde ziek- en herstelmeldingen");
      if (gemeenten_.insert(gebeurtenis.doorlevering_sent().gemeentecode()).second) {
        Count("gemeenten die zulke meldingen kregen");
      }
    }
  }

  bool IsLate(const v1::Meldingoordeel& oordeel) {
    cijfers_["indicatieve boete voor de late meldingen, in euro's"].first += oordeel.boete_eur();
    return !oordeel.tijdig();
  }

  void AddMelding(const v1::Gebeurtenis& gebeurtenis) {
    if (gebeurtenis.has_ziekmelding_accepted()) {
      const auto& melding = gebeurtenis.ziekmelding_accepted();
      Count("ziekmeldingen", IsLate(melding.oordeel()));
      zaken_[{melding.ziekmelding().loonheffingennummer(), melding.ziekmelding().kenmerk()}] =
          "nog niet, en de termijn loopt nog";
    }
    if (gebeurtenis.has_herstelmelding_accepted()) {
      Count("herstelmeldingen", IsLate(gebeurtenis.herstelmelding_accepted().oordeel()));
    }
    if (gebeurtenis.has_ziek_en_herstelmelding_accepted()) {
      const auto& melding = gebeurtenis.ziek_en_herstelmelding_accepted();
      const bool is_ziek_late = IsLate(melding.oordeel_ziek());
      Count("kort verzuim (ziek en hersteld in één melding)",
            IsLate(melding.oordeel_herstel()) || is_ziek_late);
    }
    if (gebeurtenis.has_intrekking_accepted()) {
      Count("intrekkingen");
      const auto& intrekking = gebeurtenis.intrekking_accepted().intrekking();
      zaken_.erase({intrekking.loonheffingennummer(), intrekking.verwijst_naar()});
    }
    if (gebeurtenis.has_opdracht_refused()) Count("geweigerde regels");
  }

  void AddBeoordeling(const v1::Gebeurtenis& gebeurtenis) {
    if (gebeurtenis.has_beoordeling_extended()) {
      const auto& verlenging = gebeurtenis.beoordeling_extended().verlenging();
      verlengd_.insert({verlenging.loonheffingennummer(), verlenging.verwijst_naar()});
    }
    if (gebeurtenis.has_termijn_verstreken()) {
      const auto& termijn = gebeurtenis.termijn_verstreken();
      SetStand({termijn.loonheffingennummer(), termijn.kenmerk()}, "nog niet, en de termijn is verstreken");
    }
    if (!gebeurtenis.has_beoordeling_decided()) return;
    const auto& besluit = gebeurtenis.beoordeling_decided();
    const Zaak zaak = {besluit.beslissing().loonheffingennummer(), besluit.beslissing().verwijst_naar()};
    SetStand(zaak, besluit.status() != v1::BEOORDELINGSTATUS_TIJDIG ? "te laat"
                   : verlengd_.contains(zaak)                       ? "binnen 6 + 4 weken, na verlenging"
                                                                    : "binnen 6 weken");
  }

  // Of a case that is no kort verzuim; one that is has no stand.
  void SetStand(const Zaak& zaak, const std::string& stand) {
    const auto found = zaken_.find(zaak);
    if (found != zaken_.end()) found->second = stand;
  }

  std::map<std::string, std::pair<std::int64_t, std::int64_t>> cijfers_;
  std::map<Zaak, std::string> zaken_;
  std::set<Zaak> verlengd_;
  std::set<std::string> gemeenten_;
};

TEST(Demo, SummaryAgreesWithTheJournal) {
  const TemporaryFolder folder;
  const Outcome outcome = RunBinary({"demo", "--out", folder / "demo", "--listen", "127.0.0.1:0"});
  ASSERT_EQ(outcome.exit_code, kExitOk) << outcome.stderr_text;
  EXPECT_EQ(outcome.stderr_text, "");
  const std::string summary = ReadTextFile(folder / "demo/uit/samenvatting.txt");
  EXPECT_THAT(outcome.stdout_text, HasSubstr(summary));
  ServeProcess serve({"serve", "--data", folder / "demo/data", "--listen", "127.0.0.1:0"});
  const auto counted = JournaalTeller(Journaal(serve)).Cijfers();
  EXPECT_GE(counted.size(), 16U);
  for (const auto& [label, cijfers] : counted) EXPECT_EQ(Cijfers(summary, label), cijfers) << label;
  // Somebody lives in each of the gemeenten.
  std::set<std::string> woongemeenten;
  for (const v1::Gebeurtenis& gebeurtenis : Journaal(serve)) {
    if (!gebeurtenis.has_woonplaats_registered()) continue;
    woongemeenten.insert(gebeurtenis.woonplaats_registered().woonplaats().gemeentecode());
  }
  woongemeenten.erase("");  // moved to a place that is not known
  EXPECT_EQ(woongemeenten.size(), 342U);
  EXPECT_EQ(NamesIn(folder / "demo/uit/rapportages").size(),
            static_cast<std::size_t>(counted.at("rapportages met deze signalen en berichten").first));
}

TEST(Demo, ShowsEverythingThatCanHappen) {
  const TemporaryFolder folder;
  ASSERT_EQ(RunBinary({"demo", "--out", folder / "demo", "--listen", "127.0.0.1:0"}).exit_code, kExitOk);
  const std::string summary = ReadTextFile(folder / "demo/uit/samenvatting.txt");
  for (const char* label :
       {"ziekmeldingen", "herstelmeldingen", "kort verzuim (ziek en hersteld in één melding)"}) {
    EXPECT_GT(Cijfers(summary, label).second, 0) << label;
  }
  for (const char* label :
       {"binnen 6 weken", "binnen 6 + 4 weken, na verlenging", "te laat",
        "nog niet, en de termijn is verstreken", "signalen: dienstverband geëindigd tijdens ziekte",
        "vervolgsignalen: ook het ziekengeld is geëindigd",
        "berichten: een signaal bleek achteraf onjuist"}) {
    EXPECT_GT(Cijfers(summary, label).first, 0) << label;
  }
  EXPECT_EQ(Cijfers(summary, "geweigerde regels").first, 0);
  EXPECT_THAT(summary, HasSubstr("Een zaak van dag tot dag"));
  // BSN-03: nine digits are those of an employer, if any.
  EXPECT_THAT(summary, Not(ContainsRegex("[0-9]{9}([^L]|$)")));
}

TEST(Demo, TheSameSeedGivesTheSameTwelveWeeks) {
  const TemporaryFolder folder;
  const auto play = [&folder](const std::string& name, const std::string& seed) {
    EXPECT_EQ(
        RunBinary({"demo", "--out", folder / name, "--seed", seed, "--listen", "127.0.0.1:0"}).exit_code,
        kExitOk);
    return ReadFolder(folder / (name + "/uit"));
  };
  const auto one = play("een", "7");
  EXPECT_EQ(play("twee", "7"), one);
  // Where a demo was before, the next one takes its place.
  const auto other = play("een", "8");
  EXPECT_NE(other, one);
  EXPECT_EQ(play("een", "7"), one);
}

TEST(Demo, LeavesTheFilesOfOthersAlone) {
  const TemporaryFolder folder;
  WriteTextFile(folder / "demo/uit/brief.txt", "van een ander");
  const Outcome outcome = RunBinary({"demo", "--out", folder / "demo", "--listen", "127.0.0.1:0"});
  EXPECT_EQ(outcome.exit_code, kExitCannotCreate);
  EXPECT_THAT(outcome.stderr_text, HasSubstr("demo/uit"));
  EXPECT_EQ(ReadTextFile(folder / "demo/uit/brief.txt"), "van een ander");
}

TEST(Demo, StaysWhenAskedTo) {
  const TemporaryFolder folder;
  ServeProcess demo({"demo", "--out", folder / "demo", "--stay", "--listen", "127.0.0.1:0"}, "Ctrl-C");
  // 26 March 2025, 00:00 in the Netherlands.
  EXPECT_EQ(Omgeving(demo).tijdstip().seconds(), 1'742'943'599);
  EXPECT_EQ(demo.Stop(SIGINT), kExitOk);
}

}  // namespace
}  // namespace ketenproef
