// One record of a case (Opdracht in suite.proto) as calls of the contract: which method takes it, and the
// request.
#ifndef CONFORMANCE_RUNNER_RECORD_H_
#define CONFORMANCE_RUNNER_RECORD_H_

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "conformance/calendar/dag.h"
#include "conformance/checks/values.h"
#include "conformance/runner/conversation.h"
#include "ketenproef/conformance/v1/suite.pb.h"
#include "ketenproef/v1/domein.pb.h"
#include "ketenproef/v1/uwv_beoordeling_service.pb.h"

namespace ketenproef::conformance {

// What the system answered to one record.
struct RecordAnswer {
  // Of the call, or what a Weigering in a stream says as a status with its reason.
  absl::Status status;
  // Fields that a refusal names.
  std::vector<std::string> velden;
  std::optional<::ketenproef::v1::Ontvangst> ontvangst;
  std::optional<::ketenproef::v1::Verwerkt> verwerkt;
};

// Sends it as a single call. The error is one of the case (an expression that is wrong), not of the system.
absl::StatusOr<RecordAnswer> SendRecord(Conversation& conversation, const Values& values, Dag vandaag,
                                        const v1::Opdracht& opdracht);

// Sends them as one batch over the stream of their service; an answer for each. All must be of one service.
absl::StatusOr<std::vector<RecordAnswer>> SendBatch(Conversation& conversation, const Values& values,
                                                    Dag vandaag, const v1::Batch& batch);

// In a few words, for timelines: `ZIEK M-1 P1 AO 2025-01-06`.
std::string RecordText(const Values& values, Dag vandaag, const v1::Opdracht& opdracht);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_RECORD_H_
