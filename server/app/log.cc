#include "server/app/log.h"

#include <grpc/support/log.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <algorithm>
#include <atomic>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace ketenproef {
namespace {

// As many digits as a BSN has.
constexpr std::size_t kBsnDigits = 9;

bool IsDigit(char character) {
  return absl::ascii_isdigit(static_cast<unsigned char>(character));
}

// Every run of nine digits or more becomes as many crosses.
void MaskNumbers(std::string& text) {
  for (auto begin = text.begin(); begin != text.end();) {
    begin = std::find_if(begin, text.end(), IsDigit);
    const auto end = std::find_if_not(begin, text.end(), IsDigit);
    if (static_cast<std::size_t>(end - begin) >= kBsnDigits) std::fill(begin, end, 'x');
    begin = end;
  }
}

// A value on one line, in quotes where it is not one plain word.
std::string Quoted(std::string value) {
  MaskNumbers(value);
  const bool is_plain = !value.empty() && std::all_of(value.begin(), value.end(), [](char character) {
    return absl::ascii_isgraph(static_cast<unsigned char>(character)) && character != '"' &&
           character != '=' && character != '\\';
  });
  if (is_plain) return value;
  std::string quoted = "\"";
  for (const char character : value) {
    if (character == '"' || character == '\\') quoted += '\\';
    quoted += absl::ascii_iscntrl(static_cast<unsigned char>(character)) ? ' ' : character;
  }
  return quoted + "\"";
}

spdlog::level::level_enum LevelOf(LogLevel level) {
  switch (level) {
    case LogLevel::kDebug:
      return spdlog::level::debug;
    case LogLevel::kInfo:
      return spdlog::level::info;
    case LogLevel::kWarning:
      return spdlog::level::warn;
    case LogLevel::kError:
      return spdlog::level::err;
    case LogLevel::kOff:
      break;
  }
  return spdlog::level::off;
}

class StandardErrorLog final : public Log {
 public:
  explicit StandardErrorLog(LogLevel level)
      : logger_("ketenproef", std::make_shared<spdlog::sinks::stderr_sink_mt>()) {
    logger_.set_level(LevelOf(level));
    logger_.set_pattern("time=%Y-%m-%dT%H:%M:%S.%e%z level=%l %v");
  }

  bool Takes(LogLevel level) const override { return logger_.should_log(LevelOf(level)); }

  void Write(LogLevel level, absl::string_view event, std::initializer_list<LogField> fields) override {
    if (!Takes(level)) return;
    const std::string line = absl::StrCat("event=", event, FormatLogFields(fields));
    logger_.log(LevelOf(level), spdlog::string_view_t(line));
  }

 private:
  spdlog::logger logger_;
};

// gRPC takes a bare function, so where it writes to has to stand here.
std::atomic<Log*> grpc_log = nullptr;

void WriteGrpcLog(gpr_log_func_args* entry) {
  Log* const log = grpc_log.load();
  const LogLevel level = entry->severity == GPR_LOG_SEVERITY_ERROR  ? LogLevel::kError
                         : entry->severity == GPR_LOG_SEVERITY_INFO ? LogLevel::kInfo
                                                                    : LogLevel::kDebug;
  log->Write(level, "grpc", {{"message", entry->message}});
}

}  // namespace

std::unique_ptr<Log> Log::ToStandardError(LogLevel level) {
  return std::make_unique<StandardErrorLog>(level);
}

std::string FormatLogFields(std::initializer_list<LogField> fields) {
  std::string text;
  for (const LogField& field : fields) absl::StrAppend(&text, " ", field.name, "=", Quoted(field.value));
  return text;
}

void TakeGrpcLog(Log& log) {
  grpc_log = &log;
  gpr_set_log_function(WriteGrpcLog);
}

}  // namespace ketenproef
