// A gemeente that collects at the Inlichtingenbureau: lists, downloads, checks, confirms, and books what
// came.
//
// Belongs to one thread at a time; the book is shared.
#ifndef KETENPROEF_BENCH_LOAD_KETEN_AFNEMER_H_
#define KETENPROEF_BENCH_LOAD_KETEN_AFNEMER_H_

#include <cstdint>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "bench/load/keten/aankomstboek.h"
#include "client/lib/client.h"

namespace ketenproef::load {

class Afnemer {
 public:
  Afnemer(client::Client client, Aankomstboek& boek) : client_(std::move(client)), boek_(boek) {}

  // Takes in what this gemeente has not confirmed yet, reports and forwarded meldingen, and confirms it. How
  // many rows and meldingen that were.
  absl::StatusOr<std::int64_t> CollectNew(const std::string& gemeentecode);

  // Lists all reports of this gemeente, downloads them again and confirms them again; they must be the same
  // as the first time. How many rows that were.
  absl::StatusOr<std::int64_t> CollectAgain(const std::string& gemeentecode);

 private:
  absl::StatusOr<std::int64_t> CollectRapportages(const std::string& gemeentecode, bool only_new);
  absl::StatusOr<std::int64_t> CollectDoorleveringen(const std::string& gemeentecode);

  const client::Client client_;
  Aankomstboek& boek_;
};

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_KETEN_AFNEMER_H_
