// Reconciles a run of meldingen: the posts of the client with the cases that the system lists and with what
// it has counted.
//
//   Meldingafstemming afstemming(boekhouding);
//   for (each case of ListZiektegevallen) afstemming.TakeGeval(geval);
//   afstemming.TakeTellingen(omgeving);   // where the system serves it
//   Afstemming outcome = afstemming.Finish();
//
// Not thread-safe.
#ifndef KETENPROEF_BENCH_LOAD_KETEN_MELDINGAFSTEMMING_H_
#define KETENPROEF_BENCH_LOAD_KETEN_MELDINGAFSTEMMING_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bench/load/keten/afstemming.h"
#include "bench/load/keten/boekhouding.h"
#include "ketenproef/v1/omgeving_service.pb.h"

namespace ketenproef::load {

class Meldingafstemming {
 public:
  // Takes what was booked; nobody books any more.
  explicit Meldingafstemming(Boekhouding& boekhouding);

  void TakeGeval(const v1::Ziektegeval& geval);
  void TakeTellingen(const v1::Omgeving& omgeving);
  Afstemming Finish();

 private:
  void CheckPost(std::int64_t index, const Post& post, int gevallen);
  void AddSommen();

  const Meldingplan& plan_;
  const std::vector<Post> posts_;
  std::vector<std::int8_t> gevallen_;  // of each record, how many cases the system has
  std::int64_t totaal_gevallen_ = 0;
  std::optional<std::int64_t> aanvaard_;  // as the system has counted
  std::map<std::string, std::int64_t> geweigerd_;
  Afstemming afstemming_;
};

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_KETEN_MELDINGAFSTEMMING_H_
