// Plays a playbook on a simulator, over the same services that any remote caller has.
#ifndef KETENPROEF_CLIENT_CLI_DRAAIBOEK_PLAYER_H_
#define KETENPROEF_CLIENT_CLI_DRAAIBOEK_PLAYER_H_

#include <grpcpp/channel.h>

#include <functional>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "client/cli/play_output.h"
#include "fixtures/playbook/calendar_date.h"
#include "ketenproef/v1/omgeving_service.pb.h"

namespace ketenproef {

struct PlayOptions {
  std::string file;    // the name of the playbook, for errors
  CalendarDate until;  // play ends at the end of this day
  // What the environment is made with; its start is the first line's instant.
  v1::Omgevingsinstelling instelling;
  // Called for every line that was played; empty: nobody wants to know.
  std::function<void(const PlayedLine&, const v1::Regelresultaat&)> on_result = {};
  // What stands before the bar of progress.
  std::string progress_name = "playing";
};

// Makes the environment, plays every line up to the end of the until day, moves the clock there and collects
// what the simulator holds. `content` is a playbook that CheckPlaybook passed. An error of the simulator
// comes back as it was given.
absl::StatusOr<PlayOutput> PlayDraaiboek(const std::shared_ptr<grpc::Channel>& channel,
                                         absl::string_view content, const PlayOptions& options);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_DRAAIBOEK_PLAYER_H_
