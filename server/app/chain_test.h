// For tests of the whole server: one that runs in memory, environments in it, and requests written as text.
//
//   const Stubs uwv = Make("een");
//   ExpectRefused(uwv.Call(Request<v1::SubmitZiekmeldingRequest>("")).status,
//                 grpc::StatusCode::INVALID_ARGUMENT, "ZM-01", {"kenmerk", ...});
#ifndef KETENPROEF_SERVER_APP_CHAIN_TEST_H_
#define KETENPROEF_SERVER_APP_CHAIN_TEST_H_

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "server/app/server.h"
#include "server/app/stubs.h"

namespace ketenproef {

// The request that the text says, in protobuf text format.
template <typename Message>
Message Request(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message)) << text;
  return message;
}

// What an error says besides its code.
struct ErrorDetails {
  std::string reason;
  std::string domain;
  std::map<std::string, std::string> metadata;
  std::vector<std::string> fields;
};
ErrorDetails DetailsOf(const grpc::Status& status);

// Refused with this code, reason and, with INVALID_ARGUMENT, fields.
void ExpectRefused(const grpc::Status& status, grpc::StatusCode code, const std::string& reason,
                   const std::vector<std::string>& fields = {});

// The BSN of the n-th made-up person, in the test range; n below 9,000.
std::string TestBsn(int n);

inline constexpr char kNummer[] = "123456789L01";
// 2025-01-06T08:00:00+01:00, where the clock of environments begins.
inline constexpr std::int64_t kStart = 1'736'146'800;

// "{ jaar: 2025 maand: 1 dag: 6 }", of JJJJ-MM-DD.
std::string Datum(const std::string& date);

// Requests of one person n, who is ill from 6 January 2025 on, works from 2024 on and has LKS from Amsterdam.
v1::SubmitZiekmeldingRequest ZiekmeldingOf(int n, const std::string& kenmerk);
v1::RegisterDienstverbandRequest DienstverbandOf(int n, const std::string& einde = "");

class ChainTest : public testing::Test {
 protected:
  void SetUp() override { Start({}); }

  void Start(const ServerOptions& options);
  // The environment of this name, made new; `extra` is more of its settings.
  Stubs Make(const std::string& naam, const std::string& extra = "");
  // Without making it.
  Stubs At(const std::string& naam) { return Stubs(channel_, naam); }

  // Makes person n one whose case gives a signal on the first exchange after E (28 February 2025): registers,
  // ziekmelding `Z-n` and toekenning.
  void MakeSignaal(const Stubs& stubs, int n);
  // Moves the clock to this instant of RFC 3339.
  v1::Kwitantie Advance(const Stubs& stubs, const std::string& instant);

  std::unique_ptr<Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
};

// Seconds since 1970 of an instant of RFC 3339.
std::int64_t Seconds(const std::string& instant);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_APP_CHAIN_TEST_H_
