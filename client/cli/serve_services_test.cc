// The standard services of `serve`: health checking and reflection, asked as any tool would.
#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>
#include <gtest/gtest.h>

#include <csignal>
#include <string>

#include "client/cli/exit_code.h"
#include "client/cli/raw_call.h"
#include "client/cli/serve_process.h"
#include "ketenproef/v1/klok_service.pb.h"

namespace ketenproef {
namespace {

using testing::HasSubstr;

constexpr int kDeadlineSeconds = 60;
constexpr const char* kServices[] = {
    "UwvMeldingService",         "UwvBeoordelingService", "UwvRegisterService", "GemeenteRegisterService",
    "InlichtingenbureauService", "GemeenteService",       "OmgevingService",    "KlokService",
    "JournaalService",           "DraaiboekService",      "StoringService"};

class ServeServices : public testing::Test {
 protected:
  ServeProcess serve_{{"serve", "--memory", "--listen", "127.0.0.1:0"}};
};

TEST_F(ServeServices, HealthPerServiceAndAsAWhole) {
  Health health = Health::kUnknown;
  EXPECT_TRUE(AskHealth(serve_.Channel(), "", &health).ok());
  EXPECT_EQ(health, Health::kServing);
  for (const char* service : kServices) {
    health = Health::kUnknown;
    EXPECT_TRUE(AskHealth(serve_.Channel(), std::string("ketenproef.v1.") + service, &health).ok())
        << service;
    EXPECT_EQ(health, Health::kServing) << service;
  }
  EXPECT_EQ(AskHealth(serve_.Channel(), "ketenproef.v1.GeenService", &health).code(),
            absl::StatusCode::kNotFound);
}

TEST_F(ServeServices, HealthIsNotServingDuringShutdown) {
  RawCall watch(serve_.Channel(), "/grpc.health.v1.Health/Watch", kDeadlineSeconds);
  std::string answer;
  ASSERT_TRUE(watch.Write(EncodeHealthRequest("ketenproef.v1.UwvMeldingService")));
  ASSERT_TRUE(watch.Read(&answer));
  EXPECT_EQ(DecodeHealthResponse(answer), Health::kServing);
  serve_.Signal(SIGTERM);
  ASSERT_TRUE(watch.Read(&answer));
  EXPECT_EQ(DecodeHealthResponse(answer), Health::kNotServing);
  EXPECT_FALSE(watch.Finish().ok());
  EXPECT_EQ(serve_.Wait(), kExitOk);
}

// ServerReflectionRequest: list_services is field 7, file_containing_symbol field 4, both strings.
TEST_F(ServeServices, ReflectionListsEveryServiceAndGivesTheContract) {
  RawCall reflection(serve_.Channel(), "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
                     kDeadlineSeconds);
  std::string answer;
  ASSERT_TRUE(reflection.Write(std::string("\x3a\x01*")));
  ASSERT_TRUE(reflection.Read(&answer));
  for (const char* service : kServices) {
    EXPECT_THAT(answer, HasSubstr(std::string("ketenproef.v1.") + service));
  }
  EXPECT_THAT(answer, HasSubstr("grpc.health.v1.Health"));
  const std::string symbol = "ketenproef.v1.KlokService";
  ASSERT_TRUE(reflection.Write(std::string("\x22") + static_cast<char>(symbol.size()) + symbol));
  ASSERT_TRUE(reflection.Read(&answer));
  // The answer holds the file as it was compiled.
  google::protobuf::FileDescriptorProto file;
  v1::Clock::descriptor()->file()->CopyTo(&file);
  EXPECT_THAT(answer, HasSubstr(file.SerializeAsString()));
}

}  // namespace
}  // namespace ketenproef
