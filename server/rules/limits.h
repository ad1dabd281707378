// Every bound of the contract, in one place. Enforced at the edge (wire, transport), each tested at the bound
// and one above.
#ifndef KETENPROEF_SERVER_RULES_LIMITS_H_
#define KETENPROEF_SERVER_RULES_LIMITS_H_

#include <cstddef>
#include <cstdint>

namespace ketenproef {

// Lengths of texts, in bytes of UTF-8.
inline constexpr std::size_t kMaxKenmerkBytes = 256;
inline constexpr std::size_t kMaxToelichtingBytes = 4'000;
inline constexpr std::size_t kMaxOmgevingNaamBytes = 63;
inline constexpr std::size_t kMaxAdresBytes = 256;
inline constexpr std::size_t kMaxEmailadresBytes = 254;
inline constexpr std::size_t kMaxBerichtIdBytes = 64;
inline constexpr std::size_t kMaxMethodeBytes = 128;
// What a system outside said went wrong, as it is kept.
inline constexpr std::size_t kMaxRedenBytes = 256;

// One gRPC message, received or sent.
inline constexpr int kMaxMessageBytes = 4 * 1024 * 1024;
// Records in one message of a stream, and bericht-ids in one confirmation.
inline constexpr int kMaxBatchRecords = 1'000;
// Bytes of a report in one message of a download.
inline constexpr std::size_t kDownloadChunkBytes = 64 * 1024;

// A report that is delivered rather than collected; leaves room in a message for what goes with it.
inline constexpr std::size_t kMaxDeliveredBytes = 4'000'000;

// Entries of one page of a list.
inline constexpr int kDefaultPageSize = 100;
inline constexpr int kMaxPageSize = 1'000;

// Streams open on one connection.
inline constexpr int kMaxStreamsPerConnection = 1'000;
// Environments in one server.
inline constexpr std::size_t kMaxOmgevingen = 2'000;
// Fault plans of one environment, and roles that are named in one.
inline constexpr std::size_t kMaxStoringen = 100;
inline constexpr int kMaxRollen = 1'000;
// Calls that wait for the writer of one environment.
inline constexpr std::size_t kMaxQueuedCalls = 100'000;

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_LIMITS_H_
