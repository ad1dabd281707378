#include "client/cli/diagnosis.h"

#include <grpc/support/time.h>
#include <grpcpp/client_context.h>
#include <grpcpp/create_channel.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/time.h"
#include "client/cli/grpc_status.h"
#include "client/cli/raw_call.h"
#include "fixtures/playbook/instant.h"
#include "ketenproef/v1/klok_service.grpc.pb.h"

namespace ketenproef {
namespace {

constexpr int kDeadlineSeconds = 10;
constexpr char kPackage[] = "ketenproef.v1.";
// 30 March 2025, 02:00 in the Netherlands.
constexpr std::int64_t kSummerTimeStart = 1'743'296'400;

// The services of the contract, each with a method that an empty call does no harm to: a question, or a
// stream that ends before it began. An endpoint without a health service is asked by these.
struct Probe {
  const char* service;
  const char* method;
  bool is_stream;
};
constexpr Probe kProbes[] = {{"UwvMeldingService", "SubmitMeldingen", true},
                             {"UwvBeoordelingService", "ListZiektegevallen", false},
                             {"UwvRegisterService", "ListDienstverbanden", false},
                             {"InlichtingenbureauService", "ListRapportages", false},
                             {"GemeenteService", "LookupLks", false},
                             {"GemeenteRegisterService", "ListWoonplaatsen", false},
                             {"OmgevingService", "ListProfielen", false},
                             {"KlokService", "GetClock", false},
                             {"JournaalService", "ListGebeurtenissen", false},
                             {"DraaiboekService", "PlayDraaiboek", true},
                             {"StoringService", "ListStoringen", false}};

Finding Wrong(std::string what, std::string mend) {
  return {false, std::move(what), std::move(mend)};
}

class Endpoint {
 public:
  Endpoint(const std::string& address, const std::string& omgeving)
      : address_(address),
        omgeving_(omgeving),
        channel_(grpc::CreateChannel(address, grpc::InsecureChannelCredentials())) {}

  std::vector<Finding> Diagnose() {
    Health health = Health::kUnknown;
    const absl::Status status = AskHealth(channel_, "", &health);
    if (absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status)) {
      findings_.push_back(
          Wrong(absl::StrCat("endpoint ", address_, ": nobody answers"),
                "start it, or give the HOST:PORT that it listens on; is a firewall or a proxy "
                "in between?"));
      return findings_;
    }
    has_health_ = !absl::IsUnimplemented(status);
    TellHealth(health);
    TellServices();
    TellClock();
    return findings_;
  }

 private:
  void TellHealth(Health health) {
    if (!has_health_) {
      findings_.push_back(
          {true, absl::StrCat("endpoint ", address_, ": answers (it has no health service)"), ""});
    } else if (health == Health::kNotServing) {
      findings_.push_back(Wrong(absl::StrCat("endpoint ", address_, ": answers, and says NOT_SERVING"),
                                "wait until it is ready, or start it again if it is stopping"));
    } else {
      findings_.push_back({true, absl::StrCat("endpoint ", address_, ": answers"), ""});
    }
  }

  void TellServices() {
    std::vector<std::string> served;
    for (const Probe& probe : kProbes) {
      if (Serves(probe)) served.emplace_back(probe.service);
    }
    has_clock_ = std::find(served.begin(), served.end(), "KlokService") != served.end();
    if (served.empty()) {
      findings_.push_back(Wrong("contract: nothing of ketenproef.v1 is served there",
                                "is that the right port? Another version of the contract needs another "
                                "version of ketenproef"));
      return;
    }
    findings_.push_back({true, absl::StrCat("contract: ketenproef.v1, ", absl::StrJoin(served, ", ")), ""});
  }

  bool Serves(const Probe& probe) {
    const std::string service = absl::StrCat(kPackage, probe.service);
    if (has_health_) {
      Health health = Health::kUnknown;
      return AskHealth(channel_, service, &health).ok();
    }
    RawCall call(channel_, absl::StrCat("/", service, "/", probe.method), kDeadlineSeconds);
    std::string ignored;  // that it answers is enough
    if (!probe.is_stream && call.Write("")) (void)call.Read(&ignored);
    return !absl::IsUnimplemented(call.Finish());
  }

  void TellClock() {
    if (!has_clock_) return;
    grpc::ClientContext context;
    context.set_deadline(gpr_time_from_seconds(kDeadlineSeconds, GPR_TIMESPAN));
    context.AddMetadata("omgeving", omgeving_);
    v1::GetClockResponse response;
    const absl::Status status =
        FromGrpc(v1::KlokService::NewStub(channel_)->GetClock(&context, v1::GetClockRequest(), &response));
    const std::string name = absl::StrCat("clock of omgeving ", omgeving_);
    if (absl::IsNotFound(status)) {
      findings_.push_back(Wrong(absl::StrCat(name, ": there is no such omgeving"),
                                "name one that is there with --omgeving, or make it with OmgevingService"));
    } else if (!status.ok()) {
      findings_.push_back(Wrong(absl::StrCat(name, ": ", status.message()), "see the log of that server"));
    } else {
      const v1::Clock& clock = response.clock();
      const std::string mode = clock.mode() == v1::CLOCK_MODE_RUNNING
                                   ? absl::StrCat("runs by itself, ", clock.factor(), " times as fast")
                                   : "moves when it is told to (stepped)";
      findings_.push_back(
          {true,
           absl::StrCat(name, ": stands at ",
                        FormatInstant(clock.tijdstip().seconds(), clock.tijdstip().nanos()), ", ", mode),
           ""});
    }
  }

  const std::string address_;
  const std::string omgeving_;
  std::shared_ptr<grpc::Channel> channel_;
  bool has_health_ = false;
  bool has_clock_ = false;
  std::vector<Finding> findings_;
};

}  // namespace

Finding DiagnoseTimeZone() {
  constexpr char kMend[] = "install the Debian package tzdata, or mend what TZDIR points to";
  absl::TimeZone amsterdam;
  if (!absl::LoadTimeZone("Europe/Amsterdam", &amsterdam)) {
    return Wrong("time zone Europe/Amsterdam: not on this machine", kMend);
  }
  const absl::Time start = absl::FromUnixSeconds(kSummerTimeStart);
  const int before = amsterdam.At(start - absl::Nanoseconds(1)).offset;
  const int after = amsterdam.At(start).offset;
  if (before != 3'600 || after != 7'200) {
    return Wrong("time zone Europe/Amsterdam: summer time of 2025 does not start on 30 March", kMend);
  }
  return {true, "time zone Europe/Amsterdam: there, and knows summer time", ""};
}

std::vector<Finding> DiagnoseEndpoint(const std::string& address, const std::string& omgeving) {
  return Endpoint(address, omgeving).Diagnose();
}

}  // namespace ketenproef
