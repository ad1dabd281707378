// The events of an environment. Each handler refuses as JournaalService says.
#ifndef KETENPROEF_SERVER_HANDLERS_JOURNAAL_H_
#define KETENPROEF_SERVER_HANDLERS_JOURNAAL_H_

#include <cstdint>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "ketenproef/v1/journaal_service.pb.h"
#include "server/handlers/uitvoering.h"

namespace ketenproef {

absl::Status ListGebeurtenissenHandler(HandlerContext& context, const v1::ListGebeurtenissenRequest& request,
                                       v1::ListGebeurtenissenResponse* response);

// The next batch of a watch: events from `*volgnummer` on, which is moved to the first event not looked at.
// Whether there are more to look at now; a batch can be empty all the same, where few events match.
absl::StatusOr<bool> WatchGebeurtenissenHandler(HandlerContext& context,
                                                const v1::WatchGebeurtenissenRequest& request,
                                                std::int64_t* volgnummer,
                                                v1::WatchGebeurtenissenResponse* response);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_HANDLERS_JOURNAAL_H_
