// `storing`, against a server that keeps fault plans and nothing else.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/run_binary.h"
#include "ketenproef/v1/storing_service.grpc.pb.h"

namespace ketenproef {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;

class Storingen final : public v1::StoringService::Service {
 public:
  grpc::Status CreateStoring(grpc::ServerContext*, const v1::CreateStoringRequest* request,
                             v1::CreateStoringResponse* response) override {
    plans.push_back(request->storing());
    plans.back().set_storing_id(absl::StrCat("s-", plans.size()));
    *response->mutable_storing() = plans.back();
    return grpc::Status::OK;
  }
  grpc::Status ListStoringen(grpc::ServerContext*, const v1::ListStoringenRequest*,
                             v1::ListStoringenResponse* response) override {
    for (const v1::Storing& plan : plans) *response->add_storingen() = plan;
    return grpc::Status::OK;
  }
  grpc::Status DeleteStoring(grpc::ServerContext*, const v1::DeleteStoringRequest* request,
                             v1::DeleteStoringResponse*) override {
    deleted = request->storing_id();
    return grpc::Status::OK;
  }

  std::vector<v1::Storing> plans;
  std::string deleted;
};

class StoringCommand : public testing::Test {
 protected:
  void SetUp() override {
    grpc::ServerBuilder builder;
    builder.RegisterService(&storingen_);
    builder.AddListeningPort("localhost:0", grpc::InsecureServerCredentials(), &port_);
    server_ = builder.BuildAndStart();
    ASSERT_NE(server_, nullptr);
  }
  Outcome Run(const std::string& words) const {
    return RunBinary(absl::StrSplit(absl::StrCat(words, " --server localhost:", port_), ' '));
  }

  Storingen storingen_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

TEST_F(StoringCommand, EveryFieldOfAPlanCanBeGiven) {
  const Outcome made =
      Run("storing create --richting out --methode ketenproef.v1.GemeenteService/DeliverMelding "
          "--gemeentecode 0363 "
          "--kans-promille 500 --kans-seed 7 --soort delay --vertraging 1500ms --max-aantal 3");
  EXPECT_EQ(made.exit_code, 0) << made.stderr_text;
  EXPECT_THAT(made.stdout_text, ContainsRegex("storing_id +s-1\n"));
  ASSERT_EQ(storingen_.plans.size(), 1U);
  const v1::Storing& plan = storingen_.plans[0];
  EXPECT_EQ(plan.richting(), v1::STORINGRICHTING_OUT);
  EXPECT_EQ(plan.methode(), "ketenproef.v1.GemeenteService/DeliverMelding");
  EXPECT_EQ(plan.gemeentecode(), "0363");
  EXPECT_EQ(plan.kans().promille(), 500);
  EXPECT_EQ(plan.kans().seed(), 7U);
  EXPECT_EQ(plan.soort(), v1::STORINGSOORT_DELAY);
  EXPECT_EQ(plan.vertraging().seconds(), 1);
  EXPECT_EQ(plan.vertraging().nanos(), 500'000'000);
  EXPECT_EQ(plan.max_aantal(), 3);
}

TEST_F(StoringCommand, ListAndDelete) {
  EXPECT_EQ(Run("storing create --richting in --soort status --status-code 14 --nde-aanroep 2").exit_code, 0);
  EXPECT_THAT(Run("storing list").stdout_text, ContainsRegex("\ns-1 +in .* 2 .* status .* 14 "));
  EXPECT_EQ(Run("storing delete --storing-id s-1").exit_code, 0);
  EXPECT_EQ(storingen_.deleted, "s-1");
}

TEST_F(StoringCommand, WrongInput) {
  EXPECT_EQ(Run("storing create --richting opzij --soort delay").exit_code, 64);
  EXPECT_EQ(Run("storing create --richting in").exit_code, 64);
  EXPECT_EQ(Run("storing create --richting in --soort delay --vertraging lang").exit_code, 64);
  EXPECT_EQ(Run("storing list 999990007").exit_code, 64);
  EXPECT_EQ(Run("storing delete").exit_code, 64);
}

// A server that serves something else, as a gemeente's own does.
TEST_F(StoringCommand, WhatIsNotServedIsSaid) {
  const Outcome outcome = Run("clock get");
  EXPECT_EQ(outcome.exit_code, 69);
  EXPECT_THAT(outcome.stderr_text, HasSubstr("does not serve this"));
}

}  // namespace
}  // namespace ketenproef
