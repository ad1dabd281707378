// SHA-256 over bytes, by OpenSSL: part of the description of every report (CSV-05).
#ifndef KETENPROEF_SERVER_OMGEVING_SHA256_H_
#define KETENPROEF_SERVER_OMGEVING_SHA256_H_

#include <string>

#include "absl/strings/string_view.h"

namespace ketenproef {

// The 32 bytes of the hash.
std::string Sha256(absl::string_view bytes);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_SHA256_H_
