#include "client/cli/serve_flags.h"

#include <CLI/CLI.hpp>

#include <limits>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "client/cli/input_file.h"
#include "fixtures/playbook/instant.h"

namespace ketenproef {
namespace {

v1::Bsnreeks BsnreeksOf(const std::string& name) {
  if (name == "negenreeks") return v1::BSNREEKS_NEGENREEKS;
  return name == "alle" ? v1::BSNREEKS_ALLE : v1::BSNREEKS_TESTREEKS;
}

void AddServerFlags(CLI::App& serve, ServeFlags* flags) {
  serve.add_option("--listen", flags->listen, "HOST:PORT to serve on; port 0 for any that is free")
      ->capture_default_str();
  serve.add_option("--ready-file", flags->ready_file,
                   "File that holds the address once it serves; gone again at the end");
  serve.add_option("--data", flags->data,
                   absl::StrCat("Folder in which environments are kept (default: ./", kDefaultData, ")"));
  serve.add_flag("--memory", flags->memory, "Keep nothing on disk");
  serve.add_option("--config", flags->config, "File with options, a line NAME = VALUE for each");
  serve.add_option("--log-level", flags->log_level, "What is told on standard error")
      ->check(CLI::IsMember({"debug", "info", "warning", "error", "off"}))
      ->capture_default_str();
}

void AddOmgevingFlags(CLI::App& serve, ServeFlags* flags) {
  serve.add_option("--start", flags->start,
                   absl::StrCat("Where the clock of the environment starts (default: ", kDefaultStart,
                                "; with --play its first line)"));
  serve.add_option("--profile", flags->profile, "Rules of the environment")
      ->check(CLI::IsMember({"handleiding", "wet"}))
      ->capture_default_str();
  serve.add_option("--bsn-range", flags->bsn_range, "BSNs to accept (BSN-02)")
      ->check(CLI::IsMember({"testreeks", "negenreeks", "alle"}))
      ->capture_default_str();
  serve.add_option("--seed", flags->seed, "Seed of the environment and of --personas N")
      ->check(CLI::Range(std::int64_t{0}, std::numeric_limits<std::int64_t>::max()))
      ->capture_default_str();
  serve.add_option("--play", flags->play, "Folder of a playbook to play before serving");
  serve.add_option("--personas", flags->personas,
                   "Register so many fictitious persons before serving, or `rvig`: the RvIG test persons");
  serve.add_option("--feestdagen", flags->referentie.feestdagen,
                   "File instead of the holidays in the binary");
  serve.add_option("--gemeenten", flags->referentie.gemeenten, "File instead of the gemeenten in the binary");
  serve.add_option("--herindelingen", flags->referentie.herindelingen,
                   "File instead of the mergers in the binary");
}

void AddOutsideFlags(CLI::App& serve, ServeFlags* flags) {
  serve.add_option(
      "--rol", flags->rollen,
      "Who plays a role: ROLE=HOST:PORT, ROLE=absent, or gemeente:CODE=sut for one that only "
      "collects; ROLE is uwv, inlichtingenbureau, gemeente (all) or gemeente:CODE; may be repeated");
  serve
      .add_option("--endpoint-deadline", flags->endpoint_deadline,
                  "Seconds that a gemeente may take to answer one call")
      ->check(CLI::Range(0.01, 3'600.0))
      ->capture_default_str();
  serve.add_option("--mail-dir", flags->mail_dir,
                   "Folder for e-mails as .eml files (default: e-mail in the data folder)");
  serve.add_option("--mail-from", flags->mail_from, "Sender of e-mails");
  serve.add_option("--smtp", flags->smtp,
                   "Send e-mails to this server instead: smtp://HOST:PORT or smtps://");
  serve.add_option("--smtp-user", flags->smtp_user, "Account on that server");
  serve.add_option("--smtp-password-file", flags->smtp_password_file, "File that holds its password");
}

// Nothing where the text is no role.
std::optional<v1::Rol> RolOf(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals + 1 == text.size()) return std::nullopt;
  std::string soort = text.substr(0, equals);
  const std::string speler = text.substr(equals + 1);
  v1::Rol rol;
  if (const std::size_t colon = soort.find(':'); colon != std::string::npos) {
    rol.set_gemeentecode(soort.substr(colon + 1));
    soort.resize(colon);
    if (soort != "gemeente" || rol.gemeentecode().empty()) return std::nullopt;
  }
  if (soort == "uwv") {
    rol.set_soort(v1::ROLSOORT_UWV);
  } else if (soort == "inlichtingenbureau") {
    rol.set_soort(v1::ROLSOORT_INLICHTINGENBUREAU);
  } else if (soort == "gemeente") {
    rol.set_soort(v1::ROLSOORT_GEMEENTE);
  } else {
    return std::nullopt;
  }
  rol.set_modus(speler == "absent" ? v1::ROLMODUS_ABSENT : v1::ROLMODUS_SUT);
  if (speler != "absent" && speler != "sut") rol.set_adres(speler);
  return rol;
}

}  // namespace

void AddServeFlags(CLI::App& serve, ServeFlags* flags) {
  AddServerFlags(serve, flags);
  AddOmgevingFlags(serve, flags);
  AddOutsideFlags(serve, flags);
}

absl::StatusOr<StartOmgeving> StartOmgevingOf(const ServeFlags& flags) {
  if (flags.memory && !flags.data.empty()) {
    return absl::InvalidArgumentError("--memory keeps nothing, --data keeps it in a folder: choose one");
  }
  if (!flags.play.empty() && !flags.personas.empty()) {
    return absl::InvalidArgumentError(
        "--play and --personas both fill the environment: choose one, or put the persons into the playbook");
  }
  StartOmgeving start;
  start.playbook_directory = flags.play;
  start.personas = flags.personas;
  if (!flags.memory) {
    start.marker = absl::StrCat(DataDirectoryOf(flags), "/.", std::string(kStandaardNaam), ".half-gevuld");
  }
  start.instelling.set_naam(std::string(kStandaardNaam));
  start.instelling.set_profiel(flags.profile);
  start.instelling.set_seed(flags.seed);
  start.instelling.set_bsnreeks(BsnreeksOf(flags.bsn_range));
  for (const std::string& text : flags.rollen) {
    const auto rol = RolOf(text);
    if (!rol.has_value()) {
      return absl::InvalidArgumentError(
          absl::StrCat("--rol \"", text, "\" is not of the form gemeente:0363=HOST:PORT; see --help"));
    }
    *start.instelling.add_rollen() = *rol;
  }
  if (!flags.start.empty()) {
    const auto instant = ParseInstant(flags.start);
    if (!instant.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("--start \"", flags.start, "\" ", instant.status().message()));
    }
    start.instelling.mutable_start_tijdstip()->set_seconds(instant->unix_seconds);
    start.instelling.mutable_start_tijdstip()->set_nanos(instant->nanos);
  }
  return start;
}

std::string DataDirectoryOf(const ServeFlags& flags) {
  if (flags.memory) return "";
  return flags.data.empty() ? kDefaultData : flags.data;
}

absl::StatusOr<MailOptions> MailOptionsOf(const ServeFlags& flags) {
  MailOptions mail;
  mail.smtp_url = flags.smtp;
  mail.smtp_user = flags.smtp_user;
  if (!flags.mail_from.empty()) mail.from = flags.mail_from;
  mail.folder = flags.mail_dir;
  if (mail.folder.empty() && !flags.memory) mail.folder = absl::StrCat(DataDirectoryOf(flags), "/e-mail");
  if (!flags.smtp_password_file.empty()) {
    auto password = ReadInputFile(flags.smtp_password_file);
    if (!password.ok()) return password.status();
    mail.smtp_password = std::string(absl::StripTrailingAsciiWhitespace(*password));
  }
  return mail;
}

LogLevel LogLevelOf(const std::string& name) {
  if (name == "debug") return LogLevel::kDebug;
  if (name == "warning") return LogLevel::kWarning;
  if (name == "error") return LogLevel::kError;
  return name == "off" ? LogLevel::kOff : LogLevel::kInfo;
}

}  // namespace ketenproef
