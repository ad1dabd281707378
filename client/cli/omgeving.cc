// `omgeving`: the simulated environments of a server.
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/call_report.h"
#include "client/cli/operation_kinds.h"

namespace ketenproef {
namespace {

FieldHelp Naam() {
  return {"naam", "Name: a-z, 0-9 and hyphen", "", true};
}

// SOORT[:GEMEENTECODE]=MODUS[@ADRES].
absl::Status ParseRol(const std::string& word, v1::Rol* rol) {
  const std::pair<std::string, std::string> halves = absl::StrSplit(word, absl::MaxSplits('=', 1));
  const std::pair<std::string, std::string> who = absl::StrSplit(halves.first, absl::MaxSplits(':', 1));
  const std::pair<std::string, std::string> how = absl::StrSplit(halves.second, absl::MaxSplits('@', 1));
  const int soort = NumberOf(*v1::Rolsoort_descriptor(), who.first);
  const int modus = NumberOf(*v1::Rolmodus_descriptor(), how.first);
  if (soort < 0 || modus < 0) {
    return UsageError(
        "--rol must be SOORT[:GEMEENTECODE]=MODUS[@ADRES], SOORT one of uwv, inlichtingenbureau, gemeente, "
        "MODUS "
        "one of sim, sut, absent");
  }
  rol->set_soort(static_cast<v1::Rolsoort>(soort));
  rol->set_modus(static_cast<v1::Rolmodus>(modus));
  rol->set_gemeentecode(who.second);
  rol->set_adres(how.second);
  return absl::OkStatus();
}

// The roles that were given, into the list of a request.
template <typename Rollen>
absl::Status AddRollen(const Arguments& arguments, Rollen* rollen) {
  for (const std::string& word : arguments.All("rol")) {
    if (absl::Status status = ParseRol(word, rollen->Add()); !status.ok()) return status;
  }
  return absl::OkStatus();
}

Flag RolFlag() {
  return {.name = "rol",
          .help = "Who plays a role, SOORT[:GEMEENTECODE]=MODUS[@ADRES]; once for each, not named: sim",
          .form = "ROL",
          .is_repeated = true};
}

Operation CreateOperation() {
  std::vector<Flag> flags =
      FieldFlags(*v1::CreateOmgevingRequest::descriptor(), "instelling",
                 {Naam(),
                  {"profiel", "Rules: handleiding or wet"},
                  {"start_tijdstip", "Where the clock starts; a date is 00:00 of that day", "", true},
                  {"seed", "Of everything that is chosen by chance"},
                  {"bsnreeks", "The BSNs that are accepted (BSN-02)"},
                  {"rapportvorm.scheidingsteken", "What separates fields in reports (CSV-02)"},
                  {"rapportvorm.datumvorm", "How dates are written in reports (CSV-02)"}});
  flags.push_back(RolFlag());
  auto run = [flags](const Session& session, const Arguments& arguments) {
    auto request = RequestOf<v1::CreateOmgevingRequest>(flags, arguments);
    if (!request.ok()) return request.status();
    absl::Status status = AddRollen(arguments, request->mutable_instelling()->mutable_rollen());
    return status.ok() ? CallAndPrint(session, *request) : status;
  };
  return {"omgeving create",
          "Make an environment",
          flags,
          {"omgeving create --naam proef --start-tijdstip 2025-01-02",
           "omgeving create --naam proef-wet --start-tijdstip 2025-01-02 --profiel wet "
           "--rol gemeente:0363=sut@localhost:5051"},
          run};
}

Operation RolesOperation() {
  std::vector<Flag> flags = FieldFlags(*v1::SetRollenRequest::descriptor(), "", {Naam()});
  flags.push_back(RolFlag());
  auto run = [flags](const Session& session, const Arguments& arguments) {
    auto request = RequestOf<v1::SetRollenRequest>(flags, arguments);
    if (!request.ok()) return request.status();
    absl::Status status = AddRollen(arguments, request->mutable_rollen());
    return status.ok() ? CallAndPrint(session, *request) : status;
  };
  return {"omgeving roles",
          "Replace who plays the roles, from the next exchange on",
          flags,
          {"omgeving roles --naam standaard --rol gemeente:0363=sut@localhost:5051"},
          run};
}

}  // namespace

std::vector<Operation> OmgevingOperations() {
  return {
      CreateOperation(),
      Unary<v1::GetOmgevingRequest>("omgeving get", "Show one environment and what it has counted",
                                    {"", {Naam()}}, {"omgeving get --naam standaard"}),
      List<v1::ListOmgevingenRequest>("omgeving list", "List the environments", {},
                                      {"instelling.naam", "instelling.profiel", "instelling.bsnreeks",
                                       "instelling.seed", "tijdstip", "volgnummer"},
                                      {"omgeving list"}),
      Unary<v1::DeleteOmgevingRequest>("omgeving delete", "Remove an environment with its journal, for good",
                                       {"", {Naam()}}, {"omgeving delete --naam proef"}),
      RolesOperation(),
      List<v1::ListProfielenRequest>(
          "omgeving profielen", "List the profiles of rules, with their parameters", {},
          {"naam", "ziekmelding_termijn_dagen", "herstelmelding_termijn_dagen", "beoordeling_termijn_dagen",
           "beoordeling_verlenging_dagen", "verschuift_termijnen", "einde_dienstverband_vervroegt",
           "samengesteld_onder_dagen", "herstel_niet_voor_ziekmelding", "doorlevering_tot"},
          {"omgeving profielen"}),
  };
}

}  // namespace ketenproef
