// `draaiboek`: a playbook played on a server, in an environment that is there.
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "client/cli/draaiboek_request.h"
#include "client/cli/input_file.h"
#include "client/cli/operation_kinds.h"
#include "fixtures/playbook/playbook.h"

namespace ketenproef {
namespace {

constexpr int kBatchLines = 500;

// Sends the lines from the first on, until the playbook or the stream ends.
absl::Status PlayLines(const Session& session, PlaybookReader& reader, BatchResults* results) {
  auto stream = session.client.Open<v1::PlayDraaiboekRequest>();
  v1::PlayDraaiboekResponse response;
  bool alive = true;
  for (bool more = true; more && alive;) {
    v1::PlayDraaiboekRequest batch;
    while (batch.regels_size() < kBatchLines) {
      const auto next = reader.Next();
      if (!next.ok()) return next.status();
      more = *next;
      if (!more) break;
      EncodeLine(reader.line(), batch.add_regels());
    }
    if (batch.regels_size() == 0) break;
    alive = stream.Write(batch) && stream.Read(&response);
    if (alive) results->Add(session, response);
  }
  return stream.Finish();
}

absl::Status Play(const Session& session, const Arguments& arguments) {
  std::filesystem::path file = arguments.Get("FILE");
  std::error_code ignored;  // what is no folder is read as a file, and said to be none there
  if (std::filesystem::is_directory(file, ignored)) file /= std::string(kPlaybookFileName);
  const auto content = ReadInputFile(file.string());
  if (!content.ok()) return content.status();
  // The whole playbook is read before anything is played.
  if (absl::Status status = CheckPlaybook(file.string(), *content); !status.ok()) return status;
  auto reader = PlaybookReader::Open(file.string(), *content);
  if (!reader.ok()) return reader.status();
  BatchResults results;
  const absl::Status status = PlayLines(session, *reader, &results);
  results.Print(session);
  return status;
}

}  // namespace

std::vector<Operation> DraaiboekOperations() {
  return {
      {"draaiboek play",
       "Play a playbook in an omgeving that is there, and tell which lines were refused; the clock is moved "
       "to each line and must not be past the first",
       {{.name = "FILE", .help = "gebeurtenissen.csv, or the folder that holds it", .is_required = true}},
       {"omgeving create --naam proef --start-tijdstip 2025-01-01",
        "draaiboek play fixtures/playbooks/eerste_signaal --omgeving proef"},
       Play}};
}

}  // namespace ketenproef
