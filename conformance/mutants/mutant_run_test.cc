// What counts as killed: only a case that names the rule, that the good system passes, and that was judged.
#include "conformance/mutants/mutant_run.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "conformance/mutants/breaks.h"
#include "conformance/mutants/hooks.h"
#include "conformance/runner/running_system.h"
#include "server/app/server.h"

namespace ketenproef::conformance {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Three cases of UWV: one for each of two rules, and one that the good system fails.
constexpr char kFeatureSuite[] = R"(
  id: "uwv/proef" kind: SYSTEM_KIND_UWV
  setup { opdracht { soort: "DIENSTVERBAND" bsn: "P1" loonheffingennummer: "W1" datum_van: "2020-01-01" } }
  cases {
    id: "ZM-04/op-tijd" titel: "op tijd" regels: "ZM-04" profielen: "handleiding"
    steps {
      at: "2025-02-17 12:00"
      opdracht {
        soort: "ZIEK" kenmerk: "Z" bsn: "P1" loonheffingennummer: "W1" datum_van: "2025-01-06"
        accepted { oordelen { soort: "ZIEK" uiterste_dag: "2025-02-17" } }
      }
    }
  }
  cases {
    id: "ZM-03/toekomst" titel: "toekomst" regels: "ZM-03" profielen: "handleiding"
    steps {
      at: "2025-01-05 12:00"
      opdracht {
        soort: "ZIEK" kenmerk: "Z" bsn: "P1" loonheffingennummer: "W1" datum_van: "2025-01-06"
        refused { regel: "ZM-03" }
      }
    }
  }
  cases {
    id: "ZM-03/verkeerd" titel: "klopt niet" regels: "ZM-03" profielen: "handleiding"
    steps {
      at: "2025-01-06 12:00"
      opdracht {
        soort: "ZIEK" kenmerk: "Z" bsn: "P1" loonheffingennummer: "W1" datum_van: "2025-01-06"
        refused { regel: "ZM-03" }
      }
    }
  })";

class MutantRunTest : public testing::Test {
 protected:
  void SetUp() override {
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(kFeatureSuite, &suites_.emplace_back()));
    auto plan = Expand(suites_);
    ASSERT_TRUE(plan.ok()) << plan.status();
    plan_ = *std::move(plan);
    good_ = MakeReferenceSource([](const SystemConfig&) -> absl::StatusOr<std::unique_ptr<System>> {
      auto server = Server::Start({});
      if (!server.ok()) return server.status();
      auto channel = (*server)->InProcessChannel();
      return MakeInProcessSystem(std::move(channel), *std::move(server));
    });
  }

  Mutant Of(const std::string& id, Break breuk) {
    Mutant mutant{id, "proef", std::move(breuk)};
    mutant.kind = v1::SYSTEM_KIND_UWV;
    return mutant;
  }
  MutantResult Try(const Mutant& mutant, absl::Duration timeout = absl::Seconds(20)) {
    MutantRunOptions options;
    options.timeout_per_case = timeout;
    MutantRun run = RunMutants({&mutant}, plan_, *good_, options);
    unfit_ = std::move(run.unfit);
    run.results[0].mutant = nullptr;
    return run.results[0];
  }

  std::vector<v1::Suite> suites_;
  std::vector<PlannedCase> plan_;
  std::unique_ptr<SystemSource> good_;
  std::vector<std::string> unfit_;
};

Break TooLate(int dagen) {
  return [dagen](Hooks* hooks) {
    OnRecords(hooks, [dagen](RecordPassage& passage) {
      passage.Forward();
      if (!passage.resultaat.has_ontvangst()) return;
      contract::Meldingoordeel& oordeel = *passage.resultaat.mutable_ontvangst()->mutable_oordelen(0);
      *oordeel.mutable_uiterste_dag() = DatumVanDag(*DagVanDatum(oordeel.uiterste_dag()) + Dagen(dagen));
    });
  };
}

TEST_F(MutantRunTest, ACaseThatNamesTheRuleKills) {
  const MutantResult result = Try(Of("ZM-04/een-dag-te-laat", TooLate(1)));
  EXPECT_TRUE(result.is_killed());
  EXPECT_EQ(result.killed_by, "uwv/proef/ZM-04/op-tijd");
  EXPECT_EQ(result.profiel, "handleiding");
  EXPECT_EQ(result.cases, 1);
}

TEST_F(MutantRunTest, ASystemThatIsNotBrokenSurvives) {
  EXPECT_FALSE(Try(Of("ZM-04/niets", TooLate(0))).is_killed());
}

TEST_F(MutantRunTest, ACaseOfAnotherRuleDoesNotKill) {
  EXPECT_FALSE(Try(Of("ZM-03/een-dag-te-laat", TooLate(1))).is_killed());
}

TEST_F(MutantRunTest, ACaseThatTheGoodSystemFailsDoesNotKill) {
  const MutantResult result = Try(Of("ZM-03/niets", TooLate(0)));
  EXPECT_FALSE(result.is_killed());
  EXPECT_EQ(result.cases, 1) << "the other one is left out";
  EXPECT_THAT(unfit_, ElementsAre("uwv/proef/ZM-03/verkeerd (handleiding)"));
}

TEST_F(MutantRunTest, WhoWasKilledByACaseThatProvesNothingIsTriedOnTheOthers) {
  const Mutant tomorrow = Of("ZM-03/morgen-aanvaard", Accepts("ZM-03"));
  const MutantResult result = Try(tomorrow);
  EXPECT_EQ(result.killed_by, "uwv/proef/ZM-03/toekomst");
  EXPECT_THAT(unfit_, testing::AnyOf(IsEmpty(), ElementsAre("uwv/proef/ZM-03/verkeerd (handleiding)")));
}

TEST_F(MutantRunTest, ACaseThatCannotBeJudgedDoesNotKill) {
  const Mutant silent = Of("ZM-04/zwijgt", [](Hooks* hooks) {
    hooks->On<contract::SubmitZiekmeldingRequest>(
        [](auto&) { return grpc::Status(grpc::StatusCode::UNAVAILABLE, "away"); });
  });
  const MutantResult result = Try(silent);
  EXPECT_FALSE(result.is_killed());
  EXPECT_EQ(result.inconclusive, 1);
}

}  // namespace
}  // namespace ketenproef::conformance
