// Cases made of playbooks: read as suites are, and judged by the runner against the reference.
#include "conformance/explore/casus.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "conformance/catalogue/regels.h"
#include "conformance/explore/generator.h"
#include "conformance/explore/vondst_files.h"
#include "conformance/model/model.h"
#include "conformance/runner/plan.h"
#include "conformance/runner/run.h"
#include "conformance/runner/running_system.h"
#include "conformance/runner/suite_file.h"
#include "server/app/server.h"

namespace ketenproef::conformance {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// A playbook as if a difference in that table had been found in it.
Vondst VondstOf(const std::string& profiel, uint64_t nummer, const std::string& tabel) {
  const Maatstaf maatstaf = *FindMaatstaf(profiel);
  Vondst vondst;
  vondst.profiel = profiel;
  vondst.seed = 1;
  vondst.nummer = nummer;
  vondst.gevonden = Generator(maatstaf).Make(1, nummer);
  vondst.proef = vondst.gevonden;
  vondst.verwacht = PlayModel(maatstaf, vondst.proef.draaiboek, vondst.proef.until);
  vondst.verschil.tabel = tabel;
  vondst.verschil.soort = tabel + ": ontbreekt";
  vondst.verschil.verwacht = "bsn=999990007";
  return vondst;
}

// The results of all cases of these suites against the reference.
v1::RunResult RunSuites(const std::vector<v1::Suite>& suites, v1::SystemKind kind) {
  const auto plan = Expand(suites);
  EXPECT_TRUE(plan.ok()) << plan.status();
  const auto source = MakeReferenceSource([](const SystemConfig&) -> absl::StatusOr<std::unique_ptr<System>> {
    auto server = Server::Start({});
    if (!server.ok()) return server.status();
    auto channel = (*server)->InProcessChannel();
    return MakeInProcessSystem(std::move(channel), *std::move(server));
  });
  RunOptions options;
  options.kind = kind;
  return RunCases(*plan, *source, options);
}

class CasusTest : public testing::TestWithParam<const char*> {};

TEST_P(CasusTest, TheReferencePassesWhatTheModelExpects) {
  std::map<v1::SystemKind, std::vector<v1::Suite>> suites;
  for (const char* profiel : {"handleiding", "wet"}) {
    for (uint64_t nummer = 0; nummer < 60; ++nummer) {
      const Vondst vondst = VondstOf(profiel, nummer, GetParam());
      std::string text;
      google::protobuf::TextFormat::PrintToString(MakeSuite(vondst), &text);
      const auto suite = ParseSuite("casus.textproto", text);
      ASSERT_TRUE(suite.ok()) << suite.status() << text;
      suites[suite->kind()].push_back(*suite);
    }
  }
  ASSERT_EQ(suites.size(), 1U) << "one table is about one kind of system";
  const v1::RunResult result = RunSuites(suites.begin()->second, suites.begin()->first);
  ASSERT_EQ(result.cases_size(), 120);
  for (const v1::CaseResult& item : result.cases()) {
    EXPECT_EQ(item.verdict(), v1::VERDICT_PASS)
        << item.id() << " " << item.profiel() << ": " << item.reason();
  }
}

INSTANTIATE_TEST_SUITE_P(Tabellen, CasusTest, testing::Values("meldingen", "rapportregels"),
                         [](const auto& tabel) { return std::string(tabel.param); });

TEST(Casus, WhatTheModelExpectsOtherwiseFails) {
  Vondst vondst = VondstOf("wet", 0, "meldingen");
  vondst.verwacht.meldingen.rijen.at(0).at(5) = "2199-12-31";
  const v1::RunResult result = RunSuites({MakeSuite(vondst)}, v1::SYSTEM_KIND_UWV);
  ASSERT_EQ(result.cases_size(), 1);
  EXPECT_EQ(result.cases(0).verdict(), v1::VERDICT_FAIL);
}

TEST(Casus, EveryDifferenceIsAboutRulesOfTheCatalogue) {
  const Uitvoer uitvoer;
  for (const Tabel* tabel : uitvoer.Tabellen()) {
    for (const absl::string_view kolom : tabel->kolommen) {
      for (const char* rijsoort : {"", "ZIEK", "HERSTEL"}) {
        Verschil verschil;
        verschil.tabel = std::string(tabel->naam);
        verschil.kolom = std::string(kolom);
        verschil.rijsoort = rijsoort;
        const std::vector<std::string> regels = RegelsOf(verschil);
        ASSERT_FALSE(regels.empty());
        for (const std::string& regel : regels) EXPECT_NE(FindRegel(regel), nullptr) << regel;
      }
    }
  }
}

TEST(Casus, ZM08_ARefusalIsAboutTheRulesThatItNames) {
  Verschil verschil;
  verschil.tabel = "antwoorden";
  verschil.verwacht = "antwoord=GEWEIGERD regel=ZM-08";
  verschil.gekregen = "antwoord=GEWEIGERD regel=HM-02";
  EXPECT_THAT(RegelsOf(verschil), testing::ElementsAre("ZM-08", "HM-02"));
}

std::string Read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(VondstFiles, BSN03_APlaybookACaseAndATextWithoutABsn) {
  const std::string folder = testing::TempDir() + "/vondst/diep";
  const Vondst vondst = VondstOf("wet", 3, "doorleveringen");
  ASSERT_TRUE(WriteVondst(vondst, folder).ok());
  const auto draaiboek = ReadDraaiboek("gebeurtenissen.csv", Read(folder + "/gebeurtenissen.csv"));
  ASSERT_TRUE(draaiboek.ok()) << draaiboek.status();
  EXPECT_EQ(*draaiboek, vondst.proef.draaiboek);
  const std::string casus = Read(folder + "/casus.textproto");
  EXPECT_TRUE(ParseSuite("casus.textproto", casus).ok());
  EXPECT_THAT(casus, Not(HasSubstr("999990007")));
  const std::string text = Read(folder + "/verschil.txt");
  EXPECT_THAT(text, HasSubstr("DL-01"));
  EXPECT_THAT(text, HasSubstr("bsn=P1"));
  EXPECT_THAT(text, Not(HasSubstr("999990007")));
}

TEST(VondstFiles, WhereNothingCanBeWrittenIsSaid) {
  EXPECT_FALSE(WriteVondst(VondstOf("wet", 3, "meldingen"), "/proc/vondst").ok());
}

}  // namespace
}  // namespace ketenproef::conformance
