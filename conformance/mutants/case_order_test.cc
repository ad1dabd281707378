// The order in which a mutant meets cases: nothing is left out, and those that are likely to fail it come
// first.
#include "conformance/mutants/case_order.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ketenproef::conformance {
namespace {

using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::SizeIs;

constexpr char kFamilies[] = R"(
  id: "uwv/proef" kind: SYSTEM_KIND_UWV
  cases { id: "ZM-04/kenmerk" titel: "Een kenmerk" regels: "ZM-04" profielen: "wet" steps { at: "2025-01-06 12:00" } }
  cases {
    id: "ZM-04/grens" titel: "Op de laatste dag van de termijn" regels: "ZM-04" profielen: "wet"
    dimensions { choices { name: "a" } choices { name: "b" } choices { name: "c" } }
    steps { at: "2025-01-06 12:00" }
  }
  cases { id: "HM-03/grens" titel: "Termijn van herstel" regels: "HM-03" regels: "ZM-04" profielen: "wet" steps { at: "2025-01-06 12:00" } }
  cases { id: "HM-01/anders" titel: "Een termijn" regels: "HM-01" profielen: "wet" steps { at: "2025-01-06 12:00" } })";

class CaseOrderTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(kFamilies, &suites_.emplace_back()));
    auto plan = Expand(suites_);
    ASSERT_TRUE(plan.ok()) << plan.status();
    plan_ = *std::move(plan);
  }
  // The ids behind the suite, without the choice.
  std::vector<std::string> Order(const std::string& uitleg, const std::string& profiel = "") {
    Mutant mutant{"ZM-04/proef", uitleg, nullptr, profiel};
    mutant.kind = v1::SYSTEM_KIND_UWV;
    std::vector<std::string> ids;
    for (const PlannedCase& item : CasesInOrder(mutant, plan_)) ids.push_back(item.item->id());
    return ids;
  }

  std::vector<v1::Suite> suites_;
  std::vector<PlannedCase> plan_;
};

TEST_F(CaseOrderTest, OneChoiceOfEachComesBeforeTheSecondOfAny) {
  EXPECT_THAT(Order("De termijn eindigt te laat."),
              ElementsAre("ZM-04/grens", "ZM-04/kenmerk", "HM-03/grens", "ZM-04/grens", "ZM-04/grens"));
}

TEST_F(CaseOrderTest, ThoseOfTheSameThingsComeFirst) {
  EXPECT_THAT(Order("Het kenmerk is weg."),
              ElementsAre("ZM-04/kenmerk", "ZM-04/grens", "HM-03/grens", "ZM-04/grens", "ZM-04/grens"));
}

TEST_F(CaseOrderTest, OnlyTheProfileThatIsBroken) {
  EXPECT_THAT(Order("Iets.", "handleiding"), SizeIs(0));
  EXPECT_THAT(Order("Iets.", "wet"), IsSupersetOf({"ZM-04/grens", "ZM-04/kenmerk", "HM-03/grens"}));
}

}  // namespace
}  // namespace ketenproef::conformance
