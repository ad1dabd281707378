// The environment with which a server starts: made, and filled from a playbook or with persons, unless it is
// there already. Over the same services that any remote caller has.
#ifndef KETENPROEF_CLIENT_CLI_START_OMGEVING_H_
#define KETENPROEF_CLIENT_CLI_START_OMGEVING_H_

#include <grpcpp/channel.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "ketenproef/v1/omgeving_service.pb.h"

namespace ketenproef {

// The environment of a call that names none.
inline constexpr absl::string_view kStandaardNaam = "standaard";
// Where its clock starts when nobody says otherwise.
inline constexpr absl::string_view kDefaultStart = "2025-01-01T00:00:00+01:00";

struct StartOmgeving {
  // How it is made. Without start_tijdstip it starts with the first line of the playbook, or at
  // kDefaultStart.
  v1::Omgevingsinstelling instelling;
  // Folder of a playbook to play; empty: none.
  std::string playbook_directory;
  // Number of fictitious persons to register, or `rvig` for the test persons of RvIG; empty: none.
  std::string personas;
  // A file that is there while the environment is being filled: one that is found says that the process
  // before ended in between, and the environment is made anew. Empty: no such file.
  std::string marker;
  // Asked now and then; true gives the start up with CANCELLED. Empty: never.
  std::function<bool()> is_stopped;
};

struct StartedOmgeving {
  bool made = false;  // false: it was there, and nothing was done
  std::int64_t lines = 0;
  std::int64_t refused = 0;  // of these lines, by some rule
};

// INVALID_ARGUMENT, before anything is done, where what is asked for cannot be. A failed start leaves no
// environment. A line of --personas that is refused is an error, one of a playbook is part of the game.
absl::StatusOr<StartedOmgeving> MakeStartOmgeving(const std::shared_ptr<grpc::Channel>& channel,
                                                  const StartOmgeving& start);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_START_OMGEVING_H_
