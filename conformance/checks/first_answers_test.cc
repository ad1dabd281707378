#include "conformance/checks/first_answers.h"

#include <gtest/gtest.h>

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

class FirstAnswersTest : public testing::Test {
 protected:
  FirstAnswersTest() {
    findings_.BeginStep(1, "ZM-04", std::nullopt);
    opdracht_.set_loonheffingennummer("100000000L01");
    opdracht_.set_kenmerk("M-1");
    answer_.set_volgnummer(7);
    answer_.add_oordelen()->set_boete_eur(70);
  }

  int Check(const contract::Ontvangst& answer) {
    answers_.Check(opdracht_, answer, &findings_);
    return findings_.count();
  }

  v1::CaseResult result_;
  Values values_{"handleiding"};
  Findings findings_{values_, &result_};
  FirstAnswers answers_;
  v1::Opdracht opdracht_;
  contract::Ontvangst answer_;
};

TEST_F(FirstAnswersTest, ZM07_TheFirstAnswerAgainPasses) {
  Check(answer_);
  answer_.set_herhaald(true);
  EXPECT_EQ(Check(answer_), 0);
}

TEST_F(FirstAnswersTest, ZM07_AnotherVerdictIsFound) {
  Check(answer_);
  answer_.set_herhaald(true);
  answer_.mutable_oordelen(0)->set_boete_eur(0);
  ASSERT_EQ(Check(answer_), 1);
  EXPECT_EQ(result_.findings(0).regel(), "ZM-07");
}

TEST_F(FirstAnswersTest, ZM07_AnotherSequenceNumberIsFound) {
  Check(answer_);
  answer_.set_herhaald(true);
  answer_.set_volgnummer(8);
  EXPECT_EQ(Check(answer_), 1);
}

TEST_F(FirstAnswersTest, ZM07_EachEmployerHasItsOwn) {
  Check(answer_);
  opdracht_.set_loonheffingennummer("200000000L01");
  answer_.set_volgnummer(9);
  Check(answer_);
  answer_.set_herhaald(true);
  EXPECT_EQ(Check(answer_), 0);
}

TEST_F(FirstAnswersTest, ZM07_AfterALostAnswerTheFirstThatIsSeenCounts) {
  answer_.set_herhaald(true);
  EXPECT_EQ(Check(answer_), 0);
  answer_.set_volgnummer(8);
  EXPECT_EQ(Check(answer_), 1);
}

}  // namespace
}  // namespace ketenproef::conformance
