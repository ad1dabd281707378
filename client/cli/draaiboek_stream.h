// Sends lines of a playbook to a simulator over DraaiboekService, in batches, and hands out what became of
// each.
#ifndef KETENPROEF_CLIENT_CLI_DRAAIBOEK_STREAM_H_
#define KETENPROEF_CLIENT_CLI_DRAAIBOEK_STREAM_H_

#include <grpcpp/channel.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "client/cli/played_line.h"
#include "fixtures/playbook/playbook.h"
#include "ketenproef/v1/draaiboek_service.pb.h"

namespace ketenproef {

struct DraaiboekStream {
  std::shared_ptr<grpc::Channel> channel;
  std::string omgeving;
  // Lines from this instant on are not sent.
  absl::Time end = absl::InfiniteFuture();
  // Where set: every line happens then, whatever instant it has.
  absl::optional<Instant> at = {};
  // Called for every line, in their order.
  std::function<void(const PlayedLine&, const v1::Regelresultaat&)> on_result;
  // Asked after every batch; true ends the play with CANCELLED. Empty: never.
  std::function<bool()> is_stopped = {};
  // What the bar of progress says, and how many bytes of playbook it goes up to.
  std::string progress_name = "playing";
  std::size_t progress_bytes = 1;
};

// From the line on which the reader stands. An error of the simulator comes back as it was given.
absl::Status PlayLines(const DraaiboekStream& stream, PlaybookReader& reader);

// The instant of a line.
absl::Time TimeOf(const PlaybookLine& line);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_DRAAIBOEK_STREAM_H_
