#include "conformance/report/html_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "conformance/report/proeflezer.h"
#include "conformance/report/proefrun.h"

namespace ketenproef::conformance {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

std::string Html(const v1::RunResult& run) {
  const absl::StatusOr<std::string> html = HtmlOf(run);
  EXPECT_TRUE(html.ok()) << html.status();
  return html.value_or("");
}

// The page in Chromium; its pictures stay in the build folder, for people to look at.
class HtmlPage : public testing::Test {
 protected:
  Proeflezer::Reading LookAt(const std::string& html, const std::string& name,
                             const std::string& look = "") const {
    const fs::path pictures = fs::path(KETENPROEF_PICTURES) / name;
    fs::create_directories(pictures);
    return lezer_.Read(absl::StrCat("node ", KETENPROEF_SOURCE_DIR,
                                    "/conformance/report/readers/look_at_page.mjs ", KETENPROEF_READERS, " ",
                                    lezer_.Write("report.html", html), " ", pictures.string(), " ", look));
  }

  Proeflezer lezer_;
};

TEST_F(HtmlPage, ShowsWellOnAPhoneADeskAndPaper) {
  const Proeflezer::Reading reading = LookAt(Html(RunOfEverything()), "everything");
  EXPECT_EQ(reading.exit_code, 0) << reading.output;
  const std::vector<std::string> looks = absl::StrSplit(reading.output, '\n', absl::SkipEmpty());
  ASSERT_THAT(looks, SizeIs(5)) << reading.output;
  EXPECT_THAT(looks, Each(AllOf(HasSubstr(R"("verdict":"Niet geslaagd","tone":"kop gefaald")"),
                                HasSubstr(R"("hasVerdictOnFirstScreen":true)"), HasSubstr(R"("cases":300)"),
                                HasSubstr(R"("title":"Niet geslaagd: proefsysteem van een leverancier)"))));
  // Eight failures are open, and all eleven that have a timeline where everything is.
  EXPECT_THAT(looks[0], HasSubstr(R"("drawings":8)"));
  EXPECT_THAT(looks[1], HasSubstr(R"("drawings":11)"));
  EXPECT_TRUE(fs::exists(fs::path(KETENPROEF_PICTURES) / "everything/phone.png"));
}

TEST_F(HtmlPage, ShowsTheSmallestRunWell) {
  const Proeflezer::Reading reading = LookAt(Html(RunOf("exit_code: 2")), "nothing");
  EXPECT_EQ(reading.exit_code, 0) << reading.output;
  EXPECT_THAT(reading.output, HasSubstr(R"("verdict":"Niets getoetst","tone":"kop onbeslist")"));
}

// What the looks are for: a page that is wrong does not pass them.
TEST_F(HtmlPage, IsLookedAtByEyesThatSee) {
  const std::string broken = absl::StrReplaceAll(
      Html(RunOfADayLate()),
      {{"<footer>",
        "<footer><h6>a</h6><a href=\"#b\">b</a><img src=\"http://127.0.0.1:9/\"><script>alert(1)</script>"
        "<p style=\"width:200vw\">c</p><p style=\"color:#ddd;background:#ccc\">d</p>"
        "<svg class=\"tekening\" width=\"99\"><text y=\"20\">een</text><text x=\"5\" "
        "y=\"20\">twee</text></svg>"}});
  const Proeflezer::Reading reading = LookAt(broken, "broken", "phone");
  EXPECT_EQ(reading.exit_code, 1);
  for (const char* problem :
       {"wide in a window of 320", "sticks out: P.", "labels overlap: text.", "contrast 1.",
        "leads nowhere: #b", "is followed by H6.", "a drawing without a text", "request: http://127.0.0.1:9/",
        "console: Executing inline script"}) {
    EXPECT_THAT(reading.output, HasSubstr(problem));
  }
}

TEST(HtmlReport, RunsAndFetchesNothing) {
  const std::string html = Html(RunOfEverything());
  EXPECT_THAT(html, HasSubstr("&lt;/script&gt;&lt;script&gt;document.title="));
  for (const char* forbidden :
       {"<script", "<img", "<link", "http:", "https:", "url(", "@import", "\x1b", "\x01"}) {
    EXPECT_THAT(html, Not(HasSubstr(forbidden)));
  }
  EXPECT_THAT(html, HasSubstr("Content-Security-Policy\" content=\"default-src 'none'"));
}

TEST(HtmlReport, TakesNoAnswerForItsTemplate) {
  EXPECT_THAT(Html(RunOfEverything()), HasSubstr("{{naam}} ]]&gt;"));
}

TEST(HtmlReport, TellsAllAboutAFailure) {
  const std::string html = Html(RunOfADayLate());
  for (const char* text :
       {"Ziekmelding uiterlijk zes weken na de eerste <span class=\"heel\">AO-dag</span>",
        "Bron: Spoorboekje banenafspraak, paragraaf 4.2.3 + Ziektewet art. 38a lid 3",
        "di <span class=\"heel\">2025-02-18</span> 00:00, stap 3",
        "AO <span class=\"heel\">2025-01-06</span> + 42 = <span class=\"heel\">2025-02-17</span>",
        "op tijd, geen boete", "23:59:59.999999999", "+42 d", "<b class=\"foutwoord\">fout</b>"}) {
    EXPECT_THAT(html, HasSubstr(text));
  }
}

TEST(HtmlReport, IsNeverTooLargeToOpen) {
  const v1::RunResult day = RunOfADayLate();
  v1::RunResult run;
  for (int i = 0; i < 201; ++i) *run.add_cases() = day.cases(0);
  const std::vector<std::string> parts = absl::StrSplit(Html(run), "<figure class=\"tijdlijn\">");
  ASSERT_THAT(parts, SizeIs(201));
  EXPECT_THAT(parts.back(),
              HasSubstr("Na 200 tijdlijnen is dit rapport vol: deze staat in het JSON-rapport"));
  EXPECT_THAT(parts.front(), Not(HasSubstr("deze staat in het JSON-rapport")));
}

TEST(HtmlReport, DrawsTwiceOnlyWhereAPhoneHasNoRoom) {
  EXPECT_THAT(Html(RunOfADayLate()), Not(HasSubstr("class=\"tekening smal\"")));
  EXPECT_THAT(Html(RunOfEverything()), HasSubstr("class=\"tekening smal\""));
}

TEST(HtmlReport, HasAColumnOnlyForVerdictsThatAreThere) {
  EXPECT_THAT(Html(RunOfADayLate()), Not(HasSubstr("<th scope=\"col\" class=\"overgeslagen\">")));
  EXPECT_THAT(Html(RunOfEverything()), HasSubstr("<th scope=\"col\" class=\"overgeslagen\">"));
}

}  // namespace
}  // namespace ketenproef::conformance
