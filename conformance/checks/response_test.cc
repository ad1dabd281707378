#include "conformance/checks/response.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "ketenproef/v1/inlichtingenbureau_service.pb.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

contract::ListRapportagesResponse TwoReports() {
  contract::ListRapportagesResponse response;
  EXPECT_TRUE(ParseTextFormat("rapportages { rapportage_id: 'a' aantal_rijen: 0 } "
                              "rapportages { rapportage_id: 'b' aantal_rijen: 3 datum { jaar: 2025 } }",
                              &response)
                  .ok());
  return response;
}

TEST(Response, ValueAtAPath) {
  const contract::ListRapportagesResponse response = TwoReports();
  EXPECT_EQ(ValueAt(response, "rapportages[1].rapportage_id"), "b");
  EXPECT_EQ(ValueAt(response, "rapportages[1].aantal_rijen"), "3");
  EXPECT_EQ(ValueAt(response, "rapportages[1].datum.jaar"), "2025");
  EXPECT_EQ(ValueAt(response, "next_page_token"), "");
}

TEST(Response, NoValueWhereThePathLeadsNowhere) {
  const contract::ListRapportagesResponse response = TwoReports();
  for (const char* path :
       {"rapportages[2].rapportage_id", "rapportages[x].rapportage_id", "rapportages.rapportage_id",
        "rapportages[0]", "nergens", "nergens.rapportage_id", "next_page_token.jaar", ""}) {
    EXPECT_EQ(ValueAt(response, path), std::nullopt) << path;
  }
}

TEST(Response, BSN03_ATokenOfAPageThatHoldsABsnIsFound) {
  const Values values("handleiding");
  v1::CaseResult result;
  Findings findings(values, &result);
  contract::ListRapportagesResponse response = TwoReports();
  CheckPageToken(response, &findings);
  response.set_next_page_token("na-7");
  CheckPageToken(response, &findings);
  CheckPageToken(contract::ListRapportagesRequest(), &findings);
  EXPECT_EQ(result.findings_size(), 0);
  response.set_next_page_token("na-999990007");
  CheckPageToken(response, &findings);
  ASSERT_EQ(result.findings_size(), 1);
  EXPECT_EQ(result.findings(0).regel(), "BSN-03");
  EXPECT_EQ(result.findings(0).got().find("999990007"), std::string::npos);
}

TEST(Response, EmptyAtAPath) {
  const contract::ListRapportagesResponse response = TwoReports();
  EXPECT_EQ(IsEmptyAt(response, "rapportages"), false);
  EXPECT_EQ(IsEmptyAt(response, "next_page_token"), true);
  EXPECT_EQ(IsEmptyAt(response, "rapportages[0].aantal_rijen"), true);
  EXPECT_EQ(IsEmptyAt(response, "rapportages[1].aantal_rijen"), false);
  EXPECT_EQ(IsEmptyAt(response, "rapportages[0].datum"), true);
  EXPECT_EQ(IsEmptyAt(response, "rapportages[1].datum"), false);
  EXPECT_EQ(IsEmptyAt(response, "nergens"), std::nullopt);
  EXPECT_EQ(IsEmptyAt(contract::ListRapportagesResponse(), "rapportages"), true);
}

}  // namespace
}  // namespace ketenproef::conformance
