// The files that `play` writes, put together from what the simulator answered. Columns and order are those of
// shared/acceptance/README.md.
#ifndef KETENPROEF_CLIENT_CLI_PLAY_OUTPUT_H_
#define KETENPROEF_CLIENT_CLI_PLAY_OUTPUT_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "client/cli/output_folder.h"
#include "client/cli/played_line.h"
#include "ketenproef/v1/domein.pb.h"
#include "ketenproef/v1/draaiboek_service.pb.h"
#include "ketenproef/v1/inlichtingenbureau_service.pb.h"

namespace ketenproef {

// What names of signal reports begin with (CSV-04).
inline constexpr absl::string_view kReportPrefix = "Re-integratie_signaalrapport_";

// The names of everything that is written.
absl::Span<const absl::string_view> PlayOutputNames();

class PlayOutput {
 public:
  PlayOutput();

  // What became of one line; in order of the lines.
  void AddResult(const PlayedLine& line, const v1::Regelresultaat& resultaat);

  // What the simulator holds at the end; each in the order of its list.
  void AddZiektegeval(const v1::Ziektegeval& geval);
  void AddDoorlevering(const v1::Doorlevering& doorlevering);
  void AddNotificatie(const v1::Notificatie& notificatie);
  void AddBericht(const v1::Bericht& bericht);
  void AddAangehouden(const v1::Aangehouden& aangehouden);
  void AddRapportage(std::string bestandsnaam, std::string inhoud);

  absl::Status WriteTo(OutputFolder& folder) const;

 private:
  std::string meldingen_;
  std::string afgewezen_;
  std::string beoordelingen_;
  std::string doorleveringen_;
  std::string notificaties_;
  std::string berichten_;
  std::string onbestelbaar_;
  std::vector<std::pair<std::string, std::string>> rapportages_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_PLAY_OUTPUT_H_
