#include "conformance/checks/outgoing.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;
using testing::IsEmpty;
using testing::SizeIs;

constexpr int kClockBegan = 1'000'000;
constexpr int kClockStands = 2'000'000;

contract::LookupLksRequest Question(const std::string& name, const std::string& bsn,
                                    int second = kClockBegan) {
  contract::LookupLksRequest question;
  question.set_vraag_id(name);
  question.set_bsn(bsn);
  question.mutable_tijdstip()->set_seconds(second);
  return question;
}

std::vector<std::string> RulesOfCalls(const std::vector<contract::LookupLksRequest>& questions,
                                      const std::vector<Delivery>& deliveries = {}) {
  std::vector<std::string> rules;
  for (const v1::Finding& finding : CheckOutgoing(questions, deliveries, absl::FromUnixSeconds(kClockBegan),
                                                  absl::FromUnixSeconds(kClockStands))) {
    rules.push_back(finding.regel());
  }
  return rules;
}

TEST(Outgoing, AQuestionAskedAgainKeepsItsName) {
  EXPECT_THAT(RulesOfCalls({Question("a", "000000012"), Question("a", "000000012", kClockStands),
                            Question("b", "999990007")}),
              IsEmpty());
}

TEST(Outgoing, SIG09_ANameStandsForOneQuestion) {
  EXPECT_THAT(RulesOfCalls({Question("a", "000000012"), Question("a", "999990007")}),
              testing::ElementsAre("SIG-09"));
  EXPECT_THAT(RulesOfCalls({Question("", "000000012")}), SizeIs(1));
  EXPECT_THAT(RulesOfCalls({Question(std::string(64, 'x'), "000000012")}), IsEmpty());
  EXPECT_THAT(RulesOfCalls({Question(std::string(65, 'x'), "000000012")}), SizeIs(1));
}

TEST(Outgoing, TheInstantIsOfTheClockOfTheOmgeving) {
  EXPECT_THAT(RulesOfCalls({Question("a", "000000012", kClockBegan - 1)}), testing::ElementsAre("SIG-09"));
  EXPECT_THAT(RulesOfCalls({Question("a", "000000012", kClockStands + 1)}), testing::ElementsAre("SIG-09"));
  Delivery delivery;
  delivery.tijdstip = absl::FromUnixSeconds(kClockStands);
  EXPECT_THAT(RulesOfCalls({}, {delivery}), IsEmpty());
  delivery.tijdstip = absl::FromUnixSeconds(kClockStands) + absl::Nanoseconds(1);
  EXPECT_THAT(RulesOfCalls({}, {delivery}), testing::ElementsAre("DL-04"));
}

}  // namespace
}  // namespace ketenproef::conformance
