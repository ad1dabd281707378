// How what an ophaler does becomes verdicts. The ophaler here does a round when it is told to, in a thread of
// its own.
#include "conformance/runner/ophaler_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/lib/client.h"
#include "client/lib/rapportage.h"
#include "conformance/runner/running_system.h"
#include "conformance/runner/suite_file.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

constexpr char kOffer[] = "offer { rapporten { datum: '2025-03-01' rij { bsn: 'P1' } } }";

// What one round of it does.
using Round = std::function<void(const client::Client& client)>;

class Proefophaler final : public System {
 public:
  Proefophaler(const std::string& inlichtingenbureau, Round round, std::optional<std::string> end)
      : client_({.address = inlichtingenbureau, .timeout = absl::Seconds(10), .max_attempts = 1}),
        end_(std::move(end)),
        thread_([this, round = std::move(round)] {
          while (!stops_.load()) {
            round(client_);
            client::WaitBeforeRepeat(absl::Milliseconds(1));
          }
        }) {}
  ~Proefophaler() override {
    stops_.store(true);
    thread_.join();
  }

  std::string address() const override { return ""; }
  std::shared_ptr<grpc::Channel> channel() override { return nullptr; }
  bool can_restart() const override { return false; }
  absl::Status Restart() override { return absl::UnimplementedError(""); }
  std::optional<std::string> ended() override { return end_; }
  bool is_gone() override { return end_.has_value(); }
  std::string last_words() const override { return ""; }

 private:
  const client::Client client_;
  const std::optional<std::string> end_;
  std::atomic<bool> stops_ = false;
  std::thread thread_;
};

// Lists, and does this with each report.
Round WithEach(std::function<void(const client::Client&, const contract::Rapportage&)> use) {
  return [use = std::move(use)](const client::Client& client) {
    contract::ListRapportagesRequest request;
    request.set_gemeentecode("0363");
    request.set_alleen_onbevestigd(true);
    const auto list = client.Call(request);
    if (!list.ok()) return;
    for (const contract::Rapportage& rapportage : list->rapportages()) use(client, rapportage);
  };
}

void Confirm(const client::Client& client, const contract::Rapportage& rapportage) {
  contract::ConfirmRapportageRequest request;
  request.set_rapportage_id(rapportage.rapportage_id());
  request.set_sha256(rapportage.sha256());
  request.set_aantal_rijen(rapportage.aantal_rijen());
  (void)client.Call(request);
}

// As it should be done.
void Collect(const client::Client& client, const contract::Rapportage& rapportage) {
  if (client::DownloadRapportage(client, rapportage).ok()) Confirm(client, rapportage);
}

class OphalerCaseTest : public testing::Test {
 protected:
  OphalerCaseTest() : peer_(*InlichtingenbureauPeer::Start("127.0.0.1:0")) {
    options_.administration.add_gemeentecodes("0363");
    options_.timeout = absl::Seconds(60);
  }

  // `PASS`, or the verdict and its reason.
  std::string Verdict(const std::vector<std::string>& steps, const Round& round) {
    std::string text =
        "id: 'ophaler/proef' kind: SYSTEM_KIND_GEMEENTE_OPHALER cases { id: 'x' titel: 'x' regels: 'CSV-05' ";
    for (const std::string& step : steps) absl::StrAppend(&text, "steps { ", step, " } ");
    const std::vector<v1::Suite> suites = {*ParseSuite("proef.textproto", text + "}")};
    const auto plan = Expand(suites);
    EXPECT_TRUE(plan.ok()) << plan.status();
    const CaseRun run = RunOphalerCase(
        plan->front(), *peer_,
        [&]() -> absl::StatusOr<std::unique_ptr<System>> {
          if (!start_.ok()) return start_;
          if (runs_already_) return MakeAddressSource("")->Start({});
          return std::make_unique<Proefophaler>(peer_->address(), round, end_);
        },
        options_);
    return run.result.verdict() == v1::VERDICT_PASS
               ? "PASS"
               : absl::StrCat(v1::Verdict_Name(run.result.verdict()).substr(8), ": ", run.result.reason());
  }

  std::unique_ptr<InlichtingenbureauPeer> peer_;
  OphalerCaseOptions options_;
  absl::Status start_;
  std::optional<std::string> end_;
  bool runs_already_ = false;
};

TEST_F(OphalerCaseTest, AllIsWell) {
  EXPECT_EQ(Verdict({kOffer, "expect_collected { downloads: 1 }"}, WithEach(Collect)), "PASS");
}

TEST_F(OphalerCaseTest, OneThatRunsAlreadyIsTriedCaseByCase) {
  runs_already_ = true;
  // Its pause doubles with every error, and begins anew after a round without one.
  const auto pause = std::make_shared<int>(1);
  const Proefophaler ophaler(
      peer_->address(),
      [pause](const client::Client& client) {
        const bool is_well = client.Call(contract::ListBerichtenRequest()).ok();
        WithEach(Collect)(client);
        *pause = is_well ? 1 : *pause * 2;
        client::WaitBeforeRepeat(*pause * absl::Milliseconds(2));
      },
      std::nullopt);
  for (int n = 0; n < 5; ++n) {
    options_.run = absl::StrCat(n);
    EXPECT_EQ(Verdict({"fault { method: 'ListBerichten' kind: FAULT_KIND_UNAVAILABLE count: 4 }", kOffer,
                       "expect_collected {}"},
                      nullptr),
              "PASS");
  }
}

TEST_F(OphalerCaseTest, CSV05_ConfirmsWithoutLooking) {
  const Round blind = WithEach([](const client::Client& client, const contract::Rapportage& rapportage) {
    (void)client::DownloadRapportage(client, rapportage);
    Confirm(client, rapportage);
  });
  EXPECT_EQ(Verdict({kOffer, "expect_collected {}"}, blind), "PASS");
  EXPECT_THAT(Verdict({"fault { kind: FAULT_KIND_DAMAGED }", kOffer, "expect_collected {}"}, blind),
              AllOf(StartsWith("FAIL: CSV-05"), HasSubstr("pas bevestigd als het heel is opgehaald")));
}

TEST_F(OphalerCaseTest, CSV05_NeverConfirms) {
  const Round lazy = WithEach([](const client::Client& client, const contract::Rapportage& rapportage) {
    (void)client::DownloadRapportage(client, rapportage);
  });
  EXPECT_THAT(Verdict({kOffer, "expect_collected {}"}, lazy),
              AllOf(StartsWith("FAIL: CSV-05"), HasSubstr("opgehaald maar niet bevestigd")));
}

TEST_F(OphalerCaseTest, CSV05_GivesUpAfterADamagedDownload) {
  std::atomic<int> tries = 0;
  const Round once = WithEach([&](const client::Client& client, const contract::Rapportage& rapportage) {
    if (tries.fetch_add(1) == 0) Collect(client, rapportage);
  });
  EXPECT_THAT(Verdict({"fault { kind: FAULT_KIND_TRUNCATED }", kOffer, "expect_collected {}"}, once),
              AllOf(StartsWith("FAIL: CSV-05"), HasSubstr("niet opnieuw opgehaald")));
}

TEST_F(OphalerCaseTest, CSV05_DownloadsForEver) {
  const Round again = [](const client::Client& client) {
    const auto list = client.Call(contract::ListRapportagesRequest());
    if (!list.ok()) return;
    for (const contract::Rapportage& rapportage : list->rapportages()) Collect(client, rapportage);
  };
  EXPECT_THAT(Verdict({kOffer, "expect_collected { downloads: 1 }"}, again),
              AllOf(StartsWith("FAIL: CSV-05"), HasSubstr("hoogstens 1 keer")));
}

TEST_F(OphalerCaseTest, WhoMakesNoCallsCannotBeJudged) {
  options_.timeout = absl::Milliseconds(300);
  EXPECT_THAT(Verdict({kOffer, "expect_collected {}"}, [](const client::Client&) {}),
              AllOf(StartsWith("INCONCLUSIVE"), HasSubstr("niet een keer aangeroepen")));
  const Round slow = WithEach([](const client::Client&, const contract::Rapportage&) {
    client::WaitBeforeRepeat(absl::Milliseconds(200));
  });
  EXPECT_THAT(Verdict({kOffer, "expect_collected {}"}, slow),
              AllOf(StartsWith("INCONCLUSIVE"), HasSubstr("verder")));
}

TEST_F(OphalerCaseTest, WhoCrashesFails) {
  end_ = "signal 6 (SIGABRT)";
  EXPECT_THAT(Verdict({kOffer, "expect_collected {}"}, [](const client::Client&) {}),
              AllOf(StartsWith("FAIL"), HasSubstr("signal 6 (SIGABRT)")));
}

TEST_F(OphalerCaseTest, WhoDoesNotStartCannotBeJudged) {
  start_ = absl::FailedPreconditionError("exit code 127");
  EXPECT_THAT(Verdict({kOffer, "expect_collected {}"}, WithEach(Collect)),
              AllOf(StartsWith("INCONCLUSIVE: het systeem start niet"), HasSubstr("exit code 127")));
}

TEST_F(OphalerCaseTest, WhoCannotBeRestartedIsNotJudgedByThat) {
  EXPECT_THAT(
      Verdict({kOffer, "restart { during: 'ConfirmRapportage' }", "expect_collected {}"}, WithEach(Collect)),
      AllOf(StartsWith("INCONCLUSIVE"), HasSubstr("herstart")));
}

TEST_F(OphalerCaseTest, ACaseThatIsWrongBlamesNobody) {
  for (const char* step : {"offer { rapporten { datum: 'ONBEKEND' } }", "offer { rapporten {} }",
                           "fault { kind: FAULT_KIND_DAMAGED method: 'ListBerichten' }"}) {
    EXPECT_THAT(Verdict({step, "expect_collected {}"}, WithEach(Collect)),
                StartsWith("INCONCLUSIVE: het geval zelf klopt niet"))
        << step;
  }
}

}  // namespace
}  // namespace ketenproef::conformance
