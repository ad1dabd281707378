// Events as bytes. The same event always gives the same bytes, on every machine; the grammar stands at the
// top of codec.cc. Thread-safe: pure functions.
#ifndef KETENPROEF_SERVER_JOURNAL_CODEC_H_
#define KETENPROEF_SERVER_JOURNAL_CODEC_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "server/rules/gebeurtenis.h"

namespace ketenproef {

// Appends the encoding of `gebeurtenis` to `*bytes`.
void EncodeGebeurtenis(const Gebeurtenis& gebeurtenis, std::string* bytes);

// DATA_LOSS where `bytes` is not exactly one encoded event.
absl::StatusOr<Gebeurtenis> DecodeGebeurtenis(absl::string_view bytes);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_CODEC_H_
