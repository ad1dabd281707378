#include "client/cli/start_omgeving.h"

#include <grpcpp/client_context.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "client/cli/draaiboek_stream.h"
#include "client/cli/grpc_status.h"
#include "client/cli/input_file.h"
#include "fixtures/playbook/playbook.h"
#include "fixtures/population/population.h"
#include "fixtures/population/testpersonen.h"
#include "ketenproef/v1/omgeving_service.grpc.pb.h"

namespace ketenproef {
namespace {

constexpr absl::string_view kRvig = "rvig";

// What the environment is filled with.
struct Filling {
  std::string name;       // for errors
  std::string playbook;   // empty: nothing
  bool at_start = false;  // every line happens where the clock starts
};

Instant InstantOf(const google::protobuf::Timestamp& timestamp) {
  Instant instant;
  instant.unix_seconds = timestamp.seconds();
  instant.nanos = timestamp.nanos();
  return instant;
}

absl::StatusOr<CalendarDate> DayOf(const Instant& instant) {
  absl::TimeZone amsterdam;
  if (!absl::LoadTimeZone("Europe/Amsterdam", &amsterdam)) {
    return absl::UnavailableError(
        "time zone Europe/Amsterdam is not on this machine; install the Debian package tzdata");
  }
  const absl::CivilDay day = absl::ToCivilDay(absl::FromUnixSeconds(instant.unix_seconds), amsterdam);
  CalendarDate date;
  date.jaar = static_cast<int>(day.year());
  date.maand = day.month();
  date.dag = day.day();
  return date;
}

absl::StatusOr<std::string> Population(const std::string& personas, const v1::Omgevingsinstelling& instelling,
                                       const CalendarDate& day) {
  PopulationOptions options;
  if (!absl::SimpleAtoi(personas, &options.persons) || options.persons < 1) {
    return absl::InvalidArgumentError(absl::StrCat(
        "--personas ", personas, ": give a number of persons, or rvig for the RvIG test persons"));
  }
  // One day: long enough to be registered, too short to fall ill.
  options.days = 1;
  options.first_day = day;
  options.seed = instelling.seed();
  if (instelling.bsnreeks() == v1::BSNREEKS_NEGENREEKS) options.bsn_range = "negenreeks";
  std::ostringstream playbook;
  if (absl::Status status = WritePopulation(options, playbook); !status.ok()) {
    return absl::InvalidArgumentError(absl::StrCat("--personas: ", status.message()));
  }
  return std::move(playbook).str();
}

absl::StatusOr<std::string> Testpersonen(const v1::Omgevingsinstelling& instelling, const CalendarDate& day) {
  if (instelling.bsnreeks() == v1::BSNREEKS_NEGENREEKS) {
    return absl::InvalidArgumentError(
        "--personas rvig: the RvIG test persons have BSNs of the testreeks, which --bsn-range negenreeks "
        "does "
        "not accept; use --bsn-range testreeks (the default) or alle");
  }
  return TestpersonenPlaybook(day);
}

// The instant of the first line, once the whole playbook was found readable.
absl::StatusOr<Instant> CheckAndFirstInstant(const Filling& filling) {
  if (absl::Status status = CheckPlaybook(filling.name, filling.playbook); !status.ok()) return status;
  auto reader = PlaybookReader::Open(filling.name, filling.playbook);
  if (!reader.ok()) return reader.status();
  const auto more = reader->Next();
  if (!more.ok()) return more.status();
  if (!*more) return absl::InvalidArgumentError(absl::StrCat(filling.name, ": holds no line to play"));
  Instant first;
  first.unix_seconds = reader->line().unix_seconds;
  first.nanos = reader->line().nanos;
  return first;
}

class Starter {
 public:
  Starter(const std::shared_ptr<grpc::Channel>& channel, const StartOmgeving& start)
      : channel_(channel),
        start_(start),
        instelling_(start.instelling),
        omgeving_(v1::OmgevingService::NewStub(channel)) {}

  absl::StatusOr<StartedOmgeving> Make() {
    if (absl::Status status = Prepare(); !status.ok()) return status;
    absl::Status status = RemoveWhatWasLeftHalf();
    if (!status.ok()) return status;
    status = Find();
    if (status.ok()) return started_;
    if (!absl::IsNotFound(status)) return status;
    if (status = SetMarker(); !status.ok()) return status;
    if (status = Create(); !status.ok()) return status;
    started_.made = true;
    if (status = Fill(); !status.ok()) {
      (void)Delete();  // the first error is the one to tell
      RemoveMarker();
      return status;
    }
    RemoveMarker();
    return started_;
  }

 private:
  // Reads everything and decides where the clock starts.
  absl::Status Prepare() {
    const bool is_given = instelling_.has_start_tijdstip();
    Instant start = is_given ? InstantOf(instelling_.start_tijdstip()) : *ParseInstant(kDefaultStart);
    if (!start_.playbook_directory.empty()) {
      filling_.name = absl::StrCat(start_.playbook_directory, "/", std::string(kPlaybookFileName));
      auto playbook = ReadInputFile(filling_.name);
      if (!playbook.ok()) return playbook.status();
      filling_.playbook = *std::move(playbook);
      const auto first = CheckAndFirstInstant(filling_);
      if (!first.ok()) return first.status();
      if (is_given && *first < start) {
        return absl::InvalidArgumentError(absl::StrCat(
            filling_.name,
            ": its first line lies before --start; leave --start out, and the clock starts there"));
      }
      if (!is_given) start = *first;
    } else if (!start_.personas.empty()) {
      const auto day = DayOf(start);
      if (!day.ok()) return day.status();
      filling_.name = "--personas";
      filling_.at_start = true;
      auto playbook = start_.personas == kRvig ? Testpersonen(instelling_, *day)
                                               : Population(start_.personas, instelling_, *day);
      if (!playbook.ok()) return playbook.status();
      filling_.playbook = *std::move(playbook);
    }
    instelling_.mutable_start_tijdstip()->set_seconds(start.unix_seconds);
    instelling_.mutable_start_tijdstip()->set_nanos(start.nanos);
    return absl::OkStatus();
  }

  absl::Status RemoveWhatWasLeftHalf() {
    std::error_code error;
    if (start_.marker.empty() || !std::filesystem::exists(start_.marker, error)) return absl::OkStatus();
    const absl::Status status = Delete();
    if (!status.ok() && !absl::IsNotFound(status)) return status;
    RemoveMarker();
    return absl::OkStatus();
  }

  absl::Status SetMarker() {
    if (start_.marker.empty() || filling_.playbook.empty()) return absl::OkStatus();
    std::ofstream file(start_.marker);
    file.close();
    if (file) return absl::OkStatus();
    return absl::PermissionDeniedError(absl::StrCat(start_.marker, ": cannot be written"));
  }

  void RemoveMarker() {
    std::error_code ignored;  // it may not be there
    if (!start_.marker.empty()) std::filesystem::remove(start_.marker, ignored);
  }

  absl::Status Find() {
    grpc::ClientContext context;
    v1::GetOmgevingRequest request;
    request.set_naam(instelling_.naam());
    v1::GetOmgevingResponse response;
    return FromGrpc(omgeving_->GetOmgeving(&context, request, &response));
  }

  absl::Status Create() {
    grpc::ClientContext context;
    v1::CreateOmgevingRequest request;
    *request.mutable_instelling() = instelling_;
    v1::CreateOmgevingResponse response;
    return FromGrpc(omgeving_->CreateOmgeving(&context, request, &response));
  }

  absl::Status Delete() {
    grpc::ClientContext context;
    v1::DeleteOmgevingRequest request;
    request.set_naam(instelling_.naam());
    v1::DeleteOmgevingResponse response;
    return FromGrpc(omgeving_->DeleteOmgeving(&context, request, &response));
  }

  absl::Status Fill() {
    if (filling_.playbook.empty()) return absl::OkStatus();
    auto reader = PlaybookReader::Open(filling_.name, filling_.playbook);
    if (!reader.ok()) return reader.status();
    if (const auto more = reader->Next(); !more.ok()) return more.status();
    std::string first_refusal;
    DraaiboekStream stream;
    stream.channel = channel_;
    stream.omgeving = instelling_.naam();
    stream.is_stopped = start_.is_stopped;
    stream.progress_bytes = filling_.playbook.size();
    if (filling_.at_start) stream.at = InstantOf(instelling_.start_tijdstip());
    stream.on_result = [this, &first_refusal](const PlayedLine& line, const v1::Regelresultaat& resultaat) {
      ++started_.lines;
      if (!resultaat.has_weigering()) return;
      ++started_.refused;
      if (!first_refusal.empty()) return;
      first_refusal = absl::StrCat("a line ", SoortName(line.soort), " was refused under ",
                                   resultaat.weigering().regel(), ": ", resultaat.weigering().uitleg());
    };
    if (absl::Status status = PlayLines(stream, *reader); !status.ok()) return status;
    if (!filling_.at_start || started_.refused == 0) return absl::OkStatus();
    return absl::InternalError(absl::StrCat("--personas: ", started_.refused, " of ", started_.lines,
                                            " lines were refused; the first: ", first_refusal));
  }

  const std::shared_ptr<grpc::Channel>& channel_;
  const StartOmgeving& start_;
  v1::Omgevingsinstelling instelling_;
  std::unique_ptr<v1::OmgevingService::Stub> omgeving_;
  Filling filling_;
  StartedOmgeving started_;
};

}  // namespace

absl::StatusOr<StartedOmgeving> MakeStartOmgeving(const std::shared_ptr<grpc::Channel>& channel,
                                                  const StartOmgeving& start) {
  return Starter(channel, start).Make();
}

}  // namespace ketenproef
