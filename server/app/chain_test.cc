#include "server/app/chain_test.h"

#include <gmock/gmock.h>

#include <utility>

#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "absl/time/time.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "server/rules/bsn.h"

namespace ketenproef {

ErrorDetails DetailsOf(const grpc::Status& status) {
  ErrorDetails details;
  google::rpc::Status wire;
  EXPECT_TRUE(wire.ParseFromString(status.error_details()));
  EXPECT_EQ(wire.code(), static_cast<int>(status.error_code()));
  for (const auto& any : wire.details()) {
    google::rpc::ErrorInfo info;
    google::rpc::BadRequest bad_request;
    if (any.UnpackTo(&info)) {
      details.reason = info.reason();
      details.domain = info.domain();
      details.metadata.insert(info.metadata().begin(), info.metadata().end());
    } else if (any.UnpackTo(&bad_request)) {
      for (const auto& violation : bad_request.field_violations()) {
        details.fields.push_back(violation.field());
      }
    }
  }
  return details;
}

void ExpectRefused(const grpc::Status& status, grpc::StatusCode code, const std::string& reason,
                   const std::vector<std::string>& fields) {
  EXPECT_EQ(status.error_code(), code) << status.error_message();
  const ErrorDetails details = DetailsOf(status);
  EXPECT_EQ(details.reason, reason) << status.error_message();
  EXPECT_EQ(details.domain, "ketenproef");
  EXPECT_THAT(details.fields, testing::UnorderedElementsAreArray(fields)) << status.error_message();
  EXPECT_FALSE(status.error_message().empty());
}

std::string TestBsn(int n) {
  static const auto* numbers = [] {
    auto* found = new std::vector<std::string>();
    for (int number = 10; number < 100'000; ++number) {
      std::string text = absl::StrFormat("%09d", number);
      if (Bsn::Parse(text).has_value()) found->push_back(std::move(text));
    }
    return found;
  }();
  return numbers->at(static_cast<std::size_t>(n));
}

std::string Datum(const std::string& date) {
  const std::vector<std::string> parts = absl::StrSplit(date, '-');
  return absl::StrFormat("{ jaar: %s maand: %d dag: %d }", parts[0], std::stoi(parts[1]),
                         std::stoi(parts[2]));
}

v1::SubmitZiekmeldingRequest ZiekmeldingOf(int n, const std::string& kenmerk) {
  return Request<v1::SubmitZiekmeldingRequest>(
      absl::StrCat("ziekmelding { kenmerk: '", kenmerk, "' bsn: '", TestBsn(n), "' loonheffingennummer: '",
                   kNummer, "' eerste_ao_dag ", Datum("2025-01-06"), " no_risk: true }"));
}

v1::RegisterDienstverbandRequest DienstverbandOf(int n, const std::string& einde) {
  return Request<v1::RegisterDienstverbandRequest>(absl::StrCat(
      "dienstverband { bsn: '", TestBsn(n), "' loonheffingennummer: '", kNummer, "' datum_van ",
      Datum("2024-01-01"), einde.empty() ? "" : absl::StrCat(" datum_tot ", Datum(einde)), " }"));
}

std::int64_t Seconds(const std::string& instant) {
  absl::Time time;
  std::string error;
  EXPECT_TRUE(absl::ParseTime(absl::RFC3339_full, instant, &time, &error)) << error;
  return absl::ToUnixSeconds(time);
}

void ChainTest::Start(const ServerOptions& options) {
  channel_.reset();
  server_.reset();
  auto server = Server::Start(options);
  ASSERT_TRUE(server.ok()) << server.status();
  server_ = *std::move(server);
  channel_ = server_->InProcessChannel();
}

Stubs ChainTest::Make(const std::string& naam, const std::string& extra) {
  const auto made = At("").Call(Request<v1::CreateOmgevingRequest>(absl::StrCat(
      "instelling { naam: '", naam, "' start_tijdstip { seconds: ", kStart, " } ", extra, " }")));
  EXPECT_TRUE(made.status.ok()) << made.status.error_message();
  return At(naam);
}

void ChainTest::MakeSignaal(const Stubs& stubs, int n) {
  const std::string bsn = absl::StrCat("bsn: '", TestBsn(n), "' ");
  const std::string van = absl::StrCat("datum_van ", Datum("2024-01-01"));
  EXPECT_TRUE(stubs
                  .Call(Request<v1::RegisterDoelgroepregistratieRequest>(
                      absl::StrCat("doelgroepregistratie { ", bsn, van, " }")))
                  .status.ok());
  EXPECT_TRUE(stubs
                  .Call(Request<v1::RegisterWoonplaatsRequest>(
                      absl::StrCat("woonplaats { ", bsn, "gemeentecode: '0363' ", van, " }")))
                  .status.ok());
  EXPECT_TRUE(stubs.Call(DienstverbandOf(n, "2025-02-28")).status.ok());
  EXPECT_TRUE(
      stubs
          .Call(Request<v1::RegisterLksPeriodeRequest>(absl::StrCat(
              "lks_periode { ", bsn, "gemeentecode: '0363' loonwaarde: 60 forfaitair: false ", van, " }")))
          .status.ok());
  const std::string kenmerk = absl::StrCat("Z-", n);
  EXPECT_TRUE(stubs.Call(ZiekmeldingOf(n, kenmerk)).status.ok());
  EXPECT_TRUE(stubs
                  .Call(Request<v1::DecideBeoordelingRequest>(
                      absl::StrCat("beslissing { loonheffingennummer: '", kNummer, "' verwijst_naar: '",
                                   kenmerk, "' uitkomst: UITKOMST_TOEKENNING }")))
                  .status.ok());
}

v1::Kwitantie ChainTest::Advance(const Stubs& stubs, const std::string& instant) {
  const auto answer = stubs.Call(
      Request<v1::AdvanceClockRequest>(absl::StrCat("tot_tijdstip { seconds: ", Seconds(instant), " }")));
  EXPECT_TRUE(answer.status.ok()) << answer.status.error_message();
  return answer.response.kwitantie();
}

}  // namespace ketenproef
