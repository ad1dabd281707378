// The reports of a run: everything in them, and nothing from elsewhere.
#include "bench/load/report/verslag.h"

#include <gmock/gmock.h>
#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <string>

#include "bench/load/report/latency_curve.h"

namespace ketenproef::load {
namespace {

using testing::HasSubstr;
using testing::Not;

Verslag VerslagOf() {
  Verslag verslag;
  verslag.systeem = "<b>localhost</b>:5050";
  verslag.modus = "enkel";
  verslag.opzet = {{"Werknemers", "1000"}};
  LoadReport report;
  for (std::int64_t i = 1; i <= 1'000; ++i) report.latency.Record(i * 10'000);
  report.answered = report.records = 1'000;
  report.end_ns = 2'000'000'000;
  report.begin_ns = 0;
  verslag.result.metingen = {{"melding", "Enkele aanroepen", report}, {"leeg", "Niets", LoadReport()}};
  verslag.result.afstemming.verstuurd = 1'000;
  verslag.result.afstemming.verloren = 2;
  verslag.result.afstemming.sommen = {{"aanvaard", 970, 970, 968}, {"geweigerd ZM-02", 10, 10, {}}};
  verslag.result.afstemming.bevindingen = {"Z00000001: acknowledged & gone"};
  verslag.eisen = {{"p99<20ms", "9.90 ms", true}, {"lost=0", "2", false}};
  verslag.uitslag = Uitslag::kGefaald;
  return verslag;
}

TEST(Verslag, TheConsoleSaysTheVerdictAndWhatDiffers) {
  const std::string text = TextOf(VerslagOf());
  EXPECT_THAT(text, HasSubstr("GEFAALD. Niet alles klopt: 2 verloren, 0 dubbel, 0 fout, 1 sommen ongelijk."));
  EXPECT_THAT(text, HasSubstr("ONGELIJK"));
  EXPECT_THAT(text, HasSubstr("eis lost=0: 2, NIET GEHAALD"));
  EXPECT_THAT(text, HasSubstr("eis p99<20ms: 9.90 ms, gehaald"));
}

TEST(Verslag, AnInvalidRunIsNotCalledSlow) {
  Verslag verslag = VerslagOf();
  verslag.result.afstemming = Afstemming();
  verslag.uitslag = Uitslag::kOngeldig;
  verslag.verzadiging = {"melding: een draad van de generator rekende 99 % van de tijd"};
  const std::string text = TextOf(verslag);
  EXPECT_THAT(text, HasSubstr("ONGELDIG. De generator was de grens"));
  EXPECT_THAT(text, HasSubstr("rekende 99 %"));
}

TEST(Verslag, JsonHoldsTheWholeHistogram) {
  google::protobuf::Struct object;
  const auto status = google::protobuf::util::JsonStringToMessage(JsonOf(VerslagOf()), &object);
  ASSERT_TRUE(status.ok()) << status.ToString();
  const auto& meting = object.fields().at("metingen").struct_value().fields().at("melding").struct_value();
  double counted = 0;
  double before = 0;
  for (const auto& bucket : meting.fields().at("histogram").list_value().values()) {
    ASSERT_EQ(bucket.list_value().values_size(), 2);
    EXPECT_GT(bucket.list_value().values(0).number_value(), before);
    before = bucket.list_value().values(0).number_value();
    counted += bucket.list_value().values(1).number_value();
  }
  EXPECT_EQ(counted, 1'000);
  EXPECT_EQ(meting.fields().at("records_per_s").number_value(), 500);
  EXPECT_EQ(object.fields().at("uitslag").string_value(), "GEFAALD");
  const auto& afstemming = object.fields().at("afstemming").struct_value().fields();
  EXPECT_EQ(afstemming.at("verloren").number_value(), 2);
  EXPECT_FALSE(
      afstemming.at("sommen").list_value().values(0).struct_value().fields().at("gelijk").bool_value());
}

TEST(Verslag, HtmlIsOneFileWithItsCurves) {
  const auto html = HtmlOf(VerslagOf());
  ASSERT_TRUE(html.ok()) << html.status();
  EXPECT_THAT(*html, HasSubstr("<html lang=\"nl\">"));
  EXPECT_THAT(*html, HasSubstr("&lt;b&gt;localhost&lt;/b&gt;"));
  EXPECT_THAT(*html, HasSubstr("acknowledged &amp; gone"));
  EXPECT_THAT(*html, HasSubstr("<polyline class=\"curve reeks1\" points=\""));
  EXPECT_THAT(*html, HasSubstr("p99&lt;20ms"));
  EXPECT_THAT(*html, Not(HasSubstr("{{")));
  // Nothing is fetched from anywhere, and nothing runs.
  for (const char* outside : {"http:", "https:", "src=", "<script", "@import", "url("}) {
    EXPECT_THAT(*html, Not(HasSubstr(outside)));
  }
}

TEST(LatencyCurve, RisesFromTheLeftToTheRightWithinItsField) {
  const LatencyDrawing drawing = DrawLatency(VerslagOf().result.metingen);
  ASSERT_EQ(drawing.curves.size(), 1U) << "of what nothing was measured there is no curve";
  double x = 0;
  double y = LatencyDrawing::kHeight;
  int points = 0;
  double next_x = 0;
  double next_y = 0;
  std::string rest = drawing.curves[0].points;
  for (int read = 0; std::sscanf(rest.c_str(), "%lf,%lf%n", &next_x, &next_y, &read) == 2; ++points) {
    EXPECT_GE(next_x, x);
    EXPECT_LE(next_y, y);
    x = next_x;
    y = next_y;
    rest = rest.substr(static_cast<std::size_t>(read));
  }
  EXPECT_GT(points, 100);
  EXPECT_LE(x, LatencyDrawing::kRight + 0.1);
  EXPECT_GE(y, LatencyDrawing::kTop - 0.1);
  EXPECT_EQ(drawing.percentielen.front().text, "0 %");
  EXPECT_EQ(drawing.percentielen.at(2).text, "99 %");
  EXPECT_EQ(drawing.percentielen.at(3).text, "99.9 %");
}

TEST(LatencyCurve, OfNothingThereIsNoCurve) {
  EXPECT_TRUE(DrawLatency({}).curves.empty());
  EXPECT_TRUE(HtmlOf(Verslag()).ok());
}

}  // namespace
}  // namespace ketenproef::load
