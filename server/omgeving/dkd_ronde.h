// DKD for one exchange: asks the gemeenten outside the simulator what the exchange needs to know about LKS,
// and adds what the simulated ones have in their registers.
//
// Asked are the gemeenten that were named as a system under test, and of the others outside the simulator
// those where the person lived or got LKS. Who does not answer is "not available", and so is whoever is
// absent (SIG-09).
#ifndef KETENPROEF_SERVER_OMGEVING_DKD_RONDE_H_
#define KETENPROEF_SERVER_OMGEVING_DKD_RONDE_H_

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "absl/container/btree_map.h"
#include "absl/status/status.h"
#include "server/omgeving/buitenwereld.h"
#include "server/omgeving/uitwisseling.h"

namespace ketenproef {

// What somebody outside has not answered or acknowledged.
struct Openstaand {
  std::int64_t aantal = 0;
  std::string reden;  // of the last time
};
using OpenstaandPerGemeente = absl::btree_map<Gemeentecode, Openstaand>;

class Dkdronde : public std::enable_shared_from_this<Dkdronde> {
 public:
  // All must outlive it.
  Dkdronde(Omgeving& omgeving, Buitenwereld& buitenwereld, Wachter& wachter, Dag uitwisseling);

  // Asks and waits until every question has its answer or got none. An error where the environment stops
  // first.
  absl::Status AskAll();

  // Of a question that was asked; the periods live as long as the round.
  DkdAntwoord Of(const DkdVraag& vraag) const;

  const OpenstaandPerGemeente& openstaand() const { return openstaand_; }

 private:
  struct Antwoord {
    bool beschikbaar = true;
    std::vector<LksPeriode> perioden;
  };
  struct Opgave {
    DkdVraag vraag;
    Gemeentecode gemeentecode;
    std::string adres;
  };

  void Prepare(const DkdVraag& vraag);
  void SendNext();
  void Send(const Opgave& opgave);
  void OnAnswer(const Opgave& opgave, const Lksuitkomst& uitkomst);

  Omgeving& omgeving_;
  Buitenwereld& buitenwereld_;
  Wachter& wachter_;
  Dag uitwisseling_;
  absl::btree_map<DkdVraag, Antwoord> antwoorden_;
  std::deque<Opgave> te_vragen_;
  int onderweg_ = 0;
  // How often an address has not answered in a row.
  absl::btree_map<std::string, int> stil_;
  OpenstaandPerGemeente openstaand_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_DKD_RONDE_H_
