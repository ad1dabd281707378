#include <gmock/gmock.h>
#include <grpcpp/generic/async_generic_service.h>
#include <grpcpp/server_builder.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/diagnosis.h"
#include "client/cli/exit_code.h"
#include "client/cli/serve_process.h"
#include "ketenproef/v1/gemeente_service.grpc.pb.h"

namespace ketenproef {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;

constexpr int kExitWrong = 1;

class Doctor : public testing::Test {
 protected:
  // On a port and a directory that are free, unless the words say otherwise.
  Outcome Run(std::vector<std::string> words) {
    words.insert(words.begin(), "doctor");
    for (const auto& [flag, value] :
         {std::pair<std::string, std::string>{"--listen", "127.0.0.1:0"}, {"--data", folder_ / "data"}}) {
      if (std::find(words.begin(), words.end(), flag) != words.end()) continue;
      words.push_back(flag);
      words.push_back(value);
    }
    return RunBinary(words);
  }

  TemporaryFolder folder_;
};

TEST_F(Doctor, AllIsWell) {
  const Outcome outcome = Run({});
  EXPECT_EQ(outcome.exit_code, kExitOk) << outcome.stdout_text;
  EXPECT_THAT(outcome.stdout_text, ContainsRegex("ok +time zone Europe/Amsterdam"));
  EXPECT_THAT(outcome.stdout_text, ContainsRegex("ok +port 127.0.0.1:0: free"));
  EXPECT_THAT(outcome.stdout_text, ContainsRegex("ok +data directory .*: not there yet; serve makes it"));
  EXPECT_EQ(outcome.stderr_text, "");
  // Looking leaves nothing behind.
  EXPECT_TRUE(NamesIn(folder_.path()).empty());
}

TEST_F(Doctor, TimeZoneThatIsMissing) {
  setenv("TZDIR", folder_.path().c_str(), 1);
  const Outcome outcome = Run({});
  unsetenv("TZDIR");
  EXPECT_EQ(outcome.exit_code, kExitWrong);
  EXPECT_THAT(outcome.stdout_text, ContainsRegex("wrong +time zone Europe/Amsterdam: not on this machine"));
  EXPECT_THAT(outcome.stdout_text, HasSubstr("to mend it: install the Debian package tzdata"));
}

TEST_F(Doctor, PortThatIsTaken) {
  ServeProcess serve({"serve", "--memory", "--listen", "127.0.0.1:0"});
  const Outcome outcome = Run({"--listen", serve.address()});
  EXPECT_EQ(outcome.exit_code, kExitWrong);
  EXPECT_THAT(outcome.stdout_text, ContainsRegex("wrong +port 127.0.0.1:[0-9]+: cannot listen"));
  EXPECT_THAT(outcome.stdout_text, HasSubstr("to mend it: stop what listens there"));
}

TEST_F(Doctor, DataDirectoryInUse) {
  ServeProcess serve({"serve", "--data", folder_ / "data", "--listen", "127.0.0.1:0"});
  const Outcome outcome = Run({});
  EXPECT_EQ(outcome.exit_code, kExitWrong);
  EXPECT_THAT(outcome.stdout_text, ContainsRegex("wrong +data directory .*another ketenproef uses"));
}

TEST_F(Doctor, DataDirectoryThatCannotBe) {
  WriteTextFile(folder_ / "bestand", "");
  for (const char* name : {"bestand", "bestand/data"}) {
    const Outcome outcome = Run({"--data", folder_ / name});
    EXPECT_EQ(outcome.exit_code, kExitWrong);
    EXPECT_THAT(outcome.stdout_text, ContainsRegex("wrong +data directory"));
  }
}

TEST_F(Doctor, EndpointThatServes) {
  ServeProcess serve({"serve", "--memory", "--listen", "127.0.0.1:0"});
  const Outcome outcome = Run({"--address", serve.address()});
  EXPECT_EQ(outcome.exit_code, kExitOk) << outcome.stdout_text;
  EXPECT_THAT(outcome.stdout_text, ContainsRegex("ok +endpoint .*: answers\n"));
  EXPECT_THAT(outcome.stdout_text,
              HasSubstr("ketenproef.v1, UwvMeldingService, UwvBeoordelingService, UwvRegisterService, "
                        "InlichtingenbureauService, GemeenteService, GemeenteRegisterService, "
                        "OmgevingService, KlokService, JournaalService, DraaiboekService, StoringService"));
  EXPECT_THAT(
      outcome.stdout_text,
      HasSubstr("clock of omgeving standaard: stands at 2024-12-31T23:00:00Z, moves when it is told"));
  const Outcome other = Run({"--address", serve.address(), "--omgeving", "geen"});
  EXPECT_EQ(other.exit_code, kExitWrong);
  EXPECT_THAT(other.stdout_text, HasSubstr("clock of omgeving geen: there is no such omgeving"));
}

TEST_F(Doctor, EndpointThatIsNotThere) {
  const Outcome outcome = Run({"--address", "127.0.0.1:1"});
  EXPECT_EQ(outcome.exit_code, kExitWrong);
  EXPECT_THAT(outcome.stdout_text, HasSubstr("endpoint 127.0.0.1:1: nobody answers"));
}

// A vendor's own gemeente: none of the standard services, and one of the contract.
TEST(Diagnosis, EndpointWithoutAHealthService) {
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  // Every method is UNIMPLEMENTED in the base class; this one answers.
  struct Answering final : v1::GemeenteService::Service {
    grpc::Status LookupLks(grpc::ServerContext*, const v1::LookupLksRequest*,
                           v1::LookupLksResponse*) override {
      return grpc::Status(grpc::StatusCode::INVALID_ARGUMENT, "");
    }
  } answering;
  builder.RegisterService(&answering);
  const auto server = builder.BuildAndStart();
  const auto findings = DiagnoseEndpoint(absl::StrCat("127.0.0.1:", port), "standaard");
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_TRUE(findings[0].is_ok);
  EXPECT_THAT(findings[0].what, HasSubstr("no health service"));
  EXPECT_TRUE(findings[1].is_ok);
  EXPECT_EQ(findings[1].what, "contract: ketenproef.v1, GemeenteService");
}

TEST(Diagnosis, EndpointOfAnotherContract) {
  int port = 0;
  grpc::ServerBuilder builder;
  grpc::CallbackGenericService other;  // answers every method with UNIMPLEMENTED
  builder.RegisterCallbackGenericService(&other);
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  const auto server = builder.BuildAndStart();
  const auto findings = DiagnoseEndpoint(absl::StrCat("127.0.0.1:", port), "standaard");
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_FALSE(findings[1].is_ok);
  EXPECT_THAT(findings[1].what, HasSubstr("nothing of ketenproef.v1"));
}

}  // namespace
}  // namespace ketenproef
