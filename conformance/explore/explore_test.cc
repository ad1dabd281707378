// The reference against the model: nothing to be found. Broken models: found, and made short.
#include "conformance/explore/explore.h"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/explore/vondst_files.h"
#include "conformance/model/model.h"
#include "server/app/server.h"

namespace ketenproef::conformance {
namespace {

class ExploreTest : public testing::Test {
 protected:
  void SetUp() override {
    auto server = Server::Start({});
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    options_.channel = server_->InProcessChannel();
    options_.cases = 2'000;
  }

  std::unique_ptr<Server> server_;
  ExploreOptions options_;
};

std::string Text(const Vondst& vondst) {
  return absl::StrCat(VondstText(vondst), "\n", WriteDraaiboek(vondst.proef.draaiboek));
}

TEST_F(ExploreTest, TheReferenceDoesAsTheModelSays) {
  const auto found = Explore(options_);
  ASSERT_TRUE(found.ok()) << found.status();
  EXPECT_FALSE(*found) << Text(**found);
}

// A model that is wrong in one way: the right one with another measure, another playbook or another outcome.
struct BrokenModel {
  const char* name;
  const char* profiel;
  const char* where;  // table and column of the difference to be found
  Model model;
};

Model WithMaatstaf(const std::function<void(Maatstaf&)>& change) {
  return [change](Maatstaf maatstaf, const Proef& proef) {
    change(maatstaf);
    return PlayModel(maatstaf, proef.draaiboek, proef.until);
  };
}

Model WithRegels(const std::function<void(Draaiboekregel&)>& change) {
  return [change](const Maatstaf& maatstaf, Proef proef) {
    for (Draaiboekregel& regel : proef.draaiboek) change(regel);
    return PlayModel(maatstaf, proef.draaiboek, proef.until);
  };
}

Model WithUitvoer(const std::function<void(Uitvoer&)>& change) {
  return [change](const Maatstaf& maatstaf, const Proef& proef) {
    Uitvoer uitvoer = PlayModel(maatstaf, proef.draaiboek, proef.until);
    change(uitvoer);
    return uitvoer;
  };
}

// KAL-03: weekends alone.
Model WithoutFeestdagen() {
  std::vector<Dag> nieuwjaarsdagen;
  for (int jaar = 2017; jaar <= 2030; ++jaar) nieuwjaarsdagen.push_back(*DagOf(jaar, 1, 1));
  static const auto* const kFeestdagen = new Feestdagen(nieuwjaarsdagen);
  return WithMaatstaf([](Maatstaf& maatstaf) { maatstaf.feestdagen = kFeestdagen; });
}

// ZM-09: 27 days between two cases make no chain.
Model WithShorterChains() {
  return WithMaatstaf([](Maatstaf& maatstaf) { --maatstaf.samengesteld_onder_dagen; });
}

// SIG-02: three years.
Model WithLongerLookBack() {
  return WithMaatstaf([](Maatstaf& maatstaf) { ++maatstaf.terugkijk_jaren; });
}

// Worked example 16: what comes at 06:00 sharp is in the exchange of 06:00.
Model WithLaterUitwisseling() {
  return WithRegels([](Draaiboekregel& regel) {
    if (regel.tijdstip == UitwisselingOp(DagVan(regel.tijdstip))) regel.tijdstip -= absl::Nanoseconds(1);
  });
}

// BOE-01: the maximum from 29 days on.
Model WithLaterMaximum() {
  return WithUitvoer([](Uitvoer& uitvoer) {
    for (Rij& rij : uitvoer.meldingen.rijen) {
      if (rij[7] == "28") rij[8] = "230";
    }
  });
}

class ExploreBrokenModel : public ExploreTest, public testing::WithParamInterface<BrokenModel> {};

TEST_P(ExploreBrokenModel, IsFoundAndMadeShort) {
  options_.model = GetParam().model;
  options_.profielen = {GetParam().profiel};
  const auto found = Explore(options_);
  ASSERT_TRUE(found.ok()) << found.status();
  ASSERT_TRUE(*found) << "nothing was found";
  const Vondst& vondst = **found;
  SCOPED_TRACE(Text(vondst));
  EXPECT_EQ(absl::StrCat(vondst.verschil.tabel, ".", vondst.verschil.kolom), GetParam().where);
  EXPECT_LE(vondst.proef.draaiboek.size(), 6U);
  EXPECT_LT(vondst.proef.draaiboek.size(), vondst.gevonden.draaiboek.size());
  EXPECT_EQ(vondst.voorbehoud, "");
  EXPECT_TRUE(ReadDraaiboek("gebeurtenissen.csv", WriteDraaiboek(vondst.proef.draaiboek)).ok());
}

INSTANTIATE_TEST_SUITE_P(FiveOfThem, ExploreBrokenModel,
                         testing::Values(BrokenModel{"KAL03_WithoutFeestdagen", "wet",
                                                     "meldingen.uiterste_dag", WithoutFeestdagen()},
                                         BrokenModel{"ZM09_WithShorterChains", "wet",
                                                     "doorleveringen.datum_ingang", WithShorterChains()},
                                         BrokenModel{"SIG02_WithLongerLookBack", "handleiding",
                                                     "ziektegevallen.signaal_op", WithLongerLookBack()},
                                         BrokenModel{"SIG01_WithLaterUitwisseling", "handleiding",
                                                     "doorleveringen.datum", WithLaterUitwisseling()},
                                         BrokenModel{"BOE01_WithLaterMaximum", "handleiding",
                                                     "meldingen.boete_eur", WithLaterMaximum()}),
                         [](const auto& broken) { return std::string(broken.param.name); });

}  // namespace
}  // namespace ketenproef::conformance
