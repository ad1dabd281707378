#include "conformance/checks/output.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ketenproef::conformance {
namespace {

// The finding of these lines against those expected; empty: none.
std::string Lines(const std::vector<std::string>& expected, const std::vector<std::string>& got) {
  const Values values("handleiding");
  v1::CaseResult result;
  Findings findings(values, &result);
  const bool is_equal = CheckLines("rapporten", expected, got, &findings);
  EXPECT_EQ(is_equal, result.findings().empty());
  return is_equal ? "" : result.findings(0).expected() + " | " + result.findings(0).got();
}

TEST(Output, LostDoubledAndSwappedAreToldApart) {
  EXPECT_EQ(Lines({"a", "b"}, {"a", "b"}), "");
  EXPECT_EQ(Lines({"a", "b"}, {"a"}), "rapporten: b | dat is er niet");
  EXPECT_EQ(Lines({"a"}, {"a", "a"}), "rapporten: a | te veel: a");
  EXPECT_EQ(Lines({"a", "b"}, {"b", "a"}), "rapporten in deze volgorde: a; b | b; a");
  EXPECT_EQ(Lines({"a"}, {"c"}), "rapporten: a | in plaats daarvan: c");
  EXPECT_EQ(Lines({}, {"a"}), "rapporten: niets | te veel: a");
}

TEST(Output, NOT01_NOT02_OneNotificationPerReport) {
  const Values values("handleiding");
  const auto blamed = [&](int reports, int mails, const std::string& subject) {
    v1::ExpectOutput expected;
    expected.mutable_rapporten();
    ChainOutput output;
    for (int i = 0; i < reports; ++i) {
      v1::Rapport& rapport = *expected.mutable_rapporten()->add_rapport();
      rapport.set_gemeentecode("0363");
      rapport.set_datum("2025-05-31");
    }
    for (int i = 0; i < mails; ++i) {
      auto& mail = output.notificaties.emplace_back();
      mail.set_gemeentecode("0363");
      mail.mutable_datum()->set_jaar(2025);
      mail.mutable_datum()->set_maand(5);
      mail.mutable_datum()->set_dag(31);
      mail.set_onderwerp(subject);
      mail.set_bestandsnaam("Re-integratie_signaalrapport_0363_20250531.csv");
    }
    v1::CaseResult result;
    Findings findings(values, &result);
    EXPECT_TRUE(CheckOutput(expected, {}, output, *ParseDag("2025-05-31"), &findings).ok());
    std::string rules;
    for (const v1::Finding& finding : result.findings()) rules += finding.regel() + " ";
    return rules;
  };
  const std::string subject = "er staat een 'Re-integratie_signaalrapport' voor u klaar";
  EXPECT_EQ(blamed(0, 0, subject), "");
  EXPECT_EQ(blamed(0, 1, subject), "NOT-02 ");
  // The report itself is missing in these, under the rule of the step.
  EXPECT_EQ(blamed(1, 1, subject), " ");
  EXPECT_EQ(blamed(1, 0, subject), " NOT-01 ");
  EXPECT_EQ(blamed(1, 2, subject), " NOT-01 ");
  EXPECT_EQ(blamed(1, 1, "er staat iets klaar"), " NOT-01 ");
}

TEST(Output, DL04_WhatTravelsHasANameOfItsOwn) {
  const Values values("handleiding");
  const auto count = [&](const std::vector<std::string>& names) {
    v1::ExpectOutput expected;
    expected.mutable_doorleveringen();
    ChainOutput output;
    for (const std::string& name : names) output.doorleveringen.emplace_back().set_bericht_id(name);
    v1::CaseResult result;
    Findings findings(values, &result);
    EXPECT_TRUE(CheckOutput(expected, {}, output, *ParseDag("2025-05-31"), &findings).ok());
    return result.findings_size();
  };
  EXPECT_EQ(count({}), 0);
  // That they were not expected at all is one finding.
  EXPECT_EQ(count({"a", "b"}), 1);
  EXPECT_EQ(count({"a", "a"}), 2);
  EXPECT_EQ(count({"a", "", "a"}), 3);
}

}  // namespace
}  // namespace ketenproef::conformance
