// Reconciles a run of meldingen: the posts of the client with the cases that the system lists and with what
// it has counted.
//
//   Meldingafstemming afstemming(boekhouding);
//   for (each case of ListZiektegevallen) afstemming.TakeGeval(geval);
//   afstemming.TakeTellingen(omgeving);   // where the system serves it
//   for (each ziekmelding in its journal) afstemming.TakeGebeurtenis(gebeurtenis);   // likewise
//   afstemming.SetJournaalTaken();
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
#include "ketenproef/v1/gebeurtenis.pb.h"
#include "ketenproef/v1/omgeving_service.pb.h"

namespace ketenproef::load {

class Meldingafstemming {
 public:
  // Takes what was booked; nobody books any more.
  explicit Meldingafstemming(Boekhouding& boekhouding);

  void TakeGeval(const v1::Ziektegeval& geval);
  void TakeTellingen(const v1::Omgeving& omgeving);
  void TakeGebeurtenis(const v1::Gebeurtenis& gebeurtenis);
  // The whole journal was taken: what is not in it is not there.
  void SetJournaalTaken() { has_journaal_ = true; }
  Afstemming Finish();

 private:
  void CheckPost(std::size_t place);
  void AddSommen();

  const Meldingplan& plan_;
  const std::vector<Post> posts_;
  std::vector<std::int8_t> gevallen_;  // of each record, how many cases the system has
  std::int64_t totaal_gevallen_ = 0;
  bool has_journaal_ = false;
  std::vector<std::int8_t> journaal_;  // likewise, how many events
  std::int64_t totaal_journaal_ = 0;
  std::optional<std::int64_t> aanvaard_;  // as the system has counted
  std::map<std::string, std::int64_t> geweigerd_;
  Afstemming afstemming_;
};

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_KETEN_MELDINGAFSTEMMING_H_
