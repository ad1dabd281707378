// The log of a running server: one line per event on standard error, `time=... level=info event=ready
// address=localhost:5050`, for people, grep and whatever collects logs. Values with spaces stand in quotes.
//
// No line ever holds a BSN (BSN-03): callers do not hand one over, and a run of nine digits or more in a
// value is masked all the same. Thread-safe.
//
//   const auto log = Log::ToStandardError(LogLevel::kInfo);
//   log->Write(LogLevel::kInfo, "replayed", {{"omgeving", "standaard"}, {"events", "1234"}});
#ifndef KETENPROEF_SERVER_APP_LOG_H_
#define KETENPROEF_SERVER_APP_LOG_H_

#include <initializer_list>
#include <memory>
#include <string>

#include "absl/strings/string_view.h"

namespace ketenproef {

enum class LogLevel { kDebug, kInfo, kWarning, kError, kOff };

struct LogField {
  absl::string_view name;
  std::string value;
};

class Log {
 public:
  // What is below `level` is not written.
  static std::unique_ptr<Log> ToStandardError(LogLevel level);
  virtual ~Log() = default;

  virtual bool Takes(LogLevel level) const = 0;
  virtual void Write(LogLevel level, absl::string_view event, std::initializer_list<LogField> fields) = 0;
};

// ` name=value` for each field, as Write puts them behind the event.
std::string FormatLogFields(std::initializer_list<LogField> fields);

// Takes over what gRPC itself logs, which would otherwise stand between these lines in a form of its own; for
// the rest of the life of the process, so `log` must outlive every server and channel.
void TakeGrpcLog(Log& log);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_APP_LOG_H_
