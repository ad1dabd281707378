// What `serve` can be told, on the command line or in a configuration file.
#ifndef KETENPROEF_CLIENT_CLI_SERVE_FLAGS_H_
#define KETENPROEF_CLIENT_CLI_SERVE_FLAGS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/cli/start_omgeving.h"
#include "server/app/server.h"

namespace CLI {  // NOLINT(readability-identifier-naming): its own name
class App;
}  // namespace CLI

namespace ketenproef {

inline constexpr char kDefaultListen[] = "localhost:5050";
inline constexpr char kDefaultData[] = "ketenproef-data";

struct ServeFlags {
  std::string listen = kDefaultListen;
  std::string ready_file;
  std::string data;  // empty: kDefaultData, unless in memory
  bool memory = false;
  std::string config;
  std::string start;
  std::string profile = "handleiding";
  std::string bsn_range = "testreeks";
  std::uint64_t seed = 1;
  std::string play;
  std::string personas;
  std::string log_level = "info";
  std::vector<std::string> rollen;  // ROLE=HOST:PORT, ROLE=absent or ROLE=sut; ROLE is uwv,
                                    // inlichtingenbureau, gemeente or gemeente:CODE
  double endpoint_deadline = 5;     // in seconds
  std::string mail_dir;             // empty: below the data, unless in memory
  std::string mail_from;
  std::string smtp;
  std::string smtp_user;
  std::string smtp_password_file;
  ReferentieOptions referentie;
};

// `flags` must live as long as the parser.
void AddServeFlags(CLI::App& serve, ServeFlags* flags);

// INVALID_ARGUMENT for flags that do not go together, or a start that is no instant.
absl::StatusOr<StartOmgeving> StartOmgevingOf(const ServeFlags& flags);
// Where journals are kept; empty: in memory.
std::string DataDirectoryOf(const ServeFlags& flags);
LogLevel LogLevelOf(const std::string& name);
// NOT_FOUND where the file with the password is not there.
absl::StatusOr<MailOptions> MailOptionsOf(const ServeFlags& flags);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_SERVE_FLAGS_H_
