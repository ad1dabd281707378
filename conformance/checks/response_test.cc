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
