// The sample gemeenten that serve, called by the simulator itself: DKD questions, forwarded meldingen and
// reports.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "conformance/sut/sample_process.h"
#include "server/app/chain_test.h"

namespace ketenproef {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

class Bezorgd : public ChainTest, public testing::WithParamInterface<const char*> {
 protected:
  std::string Configuration(const std::string& listen) const {
    return absl::StrCat(R"({"mode": "serve", "gemeentecodes": ["0363"], "omgeving": "keten", "listen": ")",
                        listen, R"(", "folder": ")", folder_.path().string(),
                        R"(", "lks_perioden": [{"bsn": ")", TestBsn(0),
                        R"(", "gemeentecode": "0363", "loonwaarde": 60, "forfaitair": false, )",
                        R"("datum_van": {"jaar": 2024, "maand": 1, "dag": 1}}]})");
  }

  SampleFolder folder_;
};

TEST_P(Bezorgd, SIG09_TheReportComesAlsoToAGemeenteThatWasAway) {
  std::string address;
  {
    SampleProcess process(GetParam(), Configuration("127.0.0.1:0"));
    address = process.Address();
    const Stubs stubs =
        Make("keten", absl::StrCat("rollen { soort: ROLSOORT_GEMEENTE gemeentecode: '0363' modus: "
                                   "ROLMODUS_SUT adres: '",
                                   address, "' }"));
    MakeSignaal(stubs, 0);
    const v1::Kwitantie kwitantie = Advance(stubs, "2025-01-07T06:00:00+01:00");
    EXPECT_TRUE(kwitantie.rustig()) << kwitantie.DebugString();
    EXPECT_THAT(folder_.Received(), ElementsAre(HasSubstr("D-1")));
    EXPECT_EQ(process.Stop(SIGKILL), -SIGKILL);
  }
  const Stubs stubs = At("keten");
  EXPECT_FALSE(Advance(stubs, "2025-03-01T06:00:00+01:00").rustig());
  EXPECT_THAT(folder_.Reports(), IsEmpty());
  SampleProcess again(GetParam(), Configuration(address));
  ASSERT_EQ(again.Address(), address);
  const v1::Kwitantie kwitantie = Advance(stubs, "2025-03-02T06:00:00+01:00");
  EXPECT_TRUE(kwitantie.rustig()) << kwitantie.DebugString();
  ASSERT_THAT(folder_.Reports(), SizeIs(1));
  EXPECT_THAT(folder_.Reports(),
              ElementsAre(Pair("Re-integratie_signaalrapport_0363_20250302.csv", HasSubstr(TestBsn(0)))));
  EXPECT_EQ(again.Stop(SIGTERM), 0);
}

INSTANTIATE_TEST_SUITE_P(Sut, Bezorgd, testing::Values("python", "node"),
                         [](const auto& sample) { return std::string(sample.param); });

}  // namespace
}  // namespace ketenproef
