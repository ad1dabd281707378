// One round of deliveries: what is owed to endpoints of gemeenten is offered to them, all gemeenten at once,
// each in order. A gemeente that cannot be reached ends its own part of the round; a message that is refused
// holds what follows of the same case (DL-04) and nothing else. What is not acknowledged stays owed.
#ifndef KETENPROEF_SERVER_OMGEVING_LEVER_RONDE_H_
#define KETENPROEF_SERVER_OMGEVING_LEVER_RONDE_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/btree_set.h"
#include "absl/status/status.h"
#include "server/omgeving/buitenwereld.h"
#include "server/omgeving/toestand.h"

namespace ketenproef {

class Leverronde : public std::enable_shared_from_this<Leverronde> {
 public:
  // `in_herhaling`: an hour after an exchange rather than in one. The buitenwereld and the wachter may be
  // null where no gemeente is outside the simulator. All must outlive it.
  Leverronde(Omgeving& omgeving, Buitenwereld* buitenwereld, Wachter* wachter, bool in_herhaling);

  // Whether there is anybody to deliver to.
  static bool IsNeeded(const Toestand& toestand);

  // Delivers and waits until every gemeente has acknowledged, refused or not answered. An error where the
  // environment stops first.
  absl::Status Run();

  // How many deliveries were tried.
  int pogingen() const { return pogingen_; }

 private:
  // What goes to one gemeente, one after another.
  struct Baan {
    Gemeentecode gemeentecode = Gemeentecode::FromTrustedNumber(0);
    std::string adres;
    std::vector<Levering> te_doen;
    std::size_t next = 0;
    absl::btree_set<Gevalnummer> vast;   // cases of which something was refused in this round
    std::optional<Levering> verwisseld;  // waits to change places with a later one (fault plan)
    bool wissel_nu = false;              // the later one is on its way
  };

  void SendNext(std::size_t nummer);
  // False where it was not sent, and the next is due.
  bool Offer(std::size_t nummer, const Levering& levering);
  void Send(std::size_t nummer, const Levering& levering, const Uitgaandestoring& storing);
  void OnResult(Baan& baan, const Levering& levering, const Leveruitslag& uitslag);
  void TakeIn(Gemeentecode gemeentecode, const Levering& levering);
  // The event of a simulated gemeente that takes it in.
  static Gebeurtenis Taken(const Toestand& toestand, Gemeentecode gemeentecode, const std::string& bericht_id,
                           const Levering& levering);

  Omgeving& omgeving_;
  Buitenwereld* buitenwereld_;
  Wachter* wachter_;
  bool in_herhaling_;
  std::vector<Baan> banen_;
  int onderweg_ = 0;
  int pogingen_ = 0;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_LEVER_RONDE_H_
