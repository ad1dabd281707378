#include "conformance/explore/speler.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "client/lib/datum.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/explore/speelomgeving.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

// Names that somebody else's run may have left behind.
constexpr int kMaxNames = 20;

// Whether the error says that the system could not be asked, rather than what it makes of a playbook.
bool IsInconclusive(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kDeadlineExceeded:
    case absl::StatusCode::kCancelled:
    case absl::StatusCode::kUnimplemented:
    case absl::StatusCode::kUnauthenticated:
    case absl::StatusCode::kPermissionDenied:
    case absl::StatusCode::kResourceExhausted:
      return true;
    default:
      return false;
  }
}

absl::Status Explained(absl::string_view method, const absl::Status& status) {
  return {status.code(), absl::StrCat(method, ": ", status.message())};
}

client::Client MakeClient(const std::shared_ptr<grpc::Channel>& channel, const std::string& omgeving,
                          absl::Duration timeout) {
  client::ClientOptions options;
  options.omgeving = omgeving;
  options.timeout = timeout;
  return {channel, options};
}

// Deletes the omgeving when it goes.
class OmgevingCleanup {
 public:
  OmgevingCleanup(client::Client client, std::string naam)
      : client_(std::move(client)), naam_(std::move(naam)) {}
  ~OmgevingCleanup() {
    contract::DeleteOmgevingRequest request;
    request.set_naam(naam_);
    // A system that cannot delete it has told what it makes of the playbook all the same.
    (void)client_.Call(request);
  }
  OmgevingCleanup(const OmgevingCleanup&) = delete;
  OmgevingCleanup& operator=(const OmgevingCleanup&) = delete;

 private:
  client::Client client_;
  std::string naam_;
};

}  // namespace

Speler::Speler(std::shared_ptr<grpc::Channel> channel, SpelerOptions options)
    : channel_(std::move(channel)), options_(std::move(options)) {}

absl::Status Speler::CreateOmgeving(absl::Time start, std::string* naam) const {
  const client::Client client = MakeClient(channel_, "", options_.timeout);
  contract::CreateOmgevingRequest request;
  contract::Omgevingsinstelling* const instelling = request.mutable_instelling();
  instelling->set_profiel(options_.profiel);
  *instelling->mutable_start_tijdstip() = client::TimestampOf(start);
  absl::Status status;
  for (int i = 1; i <= kMaxNames; ++i) {
    *naam = i == 1 ? options_.omgeving : absl::StrCat(options_.omgeving, "-", i);
    instelling->set_naam(*naam);
    status = client.Call(request).status();
    if (!absl::IsAlreadyExists(status)) break;
  }
  return status.ok() ? status : Explained("CreateOmgeving", status);
}

absl::StatusOr<Uitvoer> Speler::Play(const Proef& proef) {
  std::string naam;
  absl::Status status = CreateOmgeving(proef.draaiboek.front().tijdstip, &naam);
  if (!status.ok()) return status;
  const OmgevingCleanup cleanup(MakeClient(channel_, "", options_.timeout), naam);
  Speelomgeving omgeving(MakeClient(channel_, naam, options_.timeout));
  Uitvoer uitvoer;
  if (serves_draaiboek_) {
    status = omgeving.PlayStream(proef.draaiboek, uitvoer);
    serves_draaiboek_ = !absl::IsUnimplemented(status);
  }
  if (!serves_draaiboek_) status = omgeving.PlayCalls(proef.draaiboek, uitvoer);
  if (status.ok()) status = omgeving.AdvanceTo(EindeVan(proef.until) - absl::Nanoseconds(1));
  if (status.ok()) status = omgeving.ReadAll(uitvoer);
  if (status.ok()) return uitvoer;
  if (IsInconclusive(status)) return Explained(omgeving.method(), status);
  uitvoer.fouten.rijen.push_back({std::string(omgeving.method()), absl::StatusCodeToString(status.code())});
  return uitvoer;
}

}  // namespace ketenproef::conformance
