// What came of a play in numbers: what was reported, how it was assessed, what went to which gemeenten; and
// the same as a summary in Dutch for somebody at a gemeente.
#ifndef KETENPROEF_CLIENT_CLI_KETEN_CIJFERS_H_
#define KETENPROEF_CLIENT_CLI_KETEN_CIJFERS_H_

#include <grpcpp/channel.h>

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "client/cli/played_line.h"
#include "ketenproef/v1/domein.pb.h"
#include "ketenproef/v1/draaiboek_service.pb.h"

namespace ketenproef {

// One kind of melding.
struct Meldingcijfers {
  int aantal = 0;   // accepted
  int te_laat = 0;  // of these
};

struct KetenCijfers {
  Meldingcijfers ziekmeldingen;
  Meldingcijfers herstelmeldingen;
  Meldingcijfers kort_verzuim;  // ziek and hersteld in one message
  int intrekkingen = 0;
  int geweigerd = 0;  // lines of any kind that a rule refused
  std::int64_t boete_eur = 0;

  // Cases that are not kort verzuim, which nobody assesses, and were not withdrawn.
  int binnen_zes_weken = 0;
  int binnen_verlengde_termijn = 0;
  int te_laat_beoordeeld = 0;
  int termijn_verstreken = 0;
  int termijn_loopt = 0;
  int toegekend = 0;
  int afgewezen = 0;

  std::map<std::string, int> signalen;  // first signals by gemeentecode
  int vervolgsignalen = 0;
  int berichten = 0;
  int rapportages = 0;
  int doorleveringen = 0;
  std::set<std::string> doorgeleverd_aan;
};

class KetenTeller {
 public:
  // Every line that was played.
  void AddResult(const PlayedLine& line, const v1::Regelresultaat& resultaat);
  // Asks the simulator for the rest, once all lines were played.
  absl::Status Collect(const std::shared_ptr<grpc::Channel>& channel, const std::string& omgeving);

  const KetenCijfers& cijfers() const { return cijfers_; }
  // The case that shows most of the chain: signalled, then most of what can follow. Null where none is.
  const v1::Ziektegeval* Voorbeeld() const;

 private:
  void AddOntvangst(const PlayedLine& line, const v1::Ontvangst& ontvangst);
  void AddZiektegeval(const v1::Ziektegeval& geval);
  void AddBeoordeling(const v1::Beoordeling& beoordeling);

  KetenCijfers cijfers_;
  std::set<std::pair<std::string, std::string>> kort_verzuim_;  // (loonheffingennummer, kenmerk)
  std::vector<v1::Ziektegeval> gesignaleerd_;
};

// In Dutch, at most 80 columns. `kop` stands above it.
std::string FormatKetenCijfers(const std::string& kop, const KetenCijfers& cijfers);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_KETEN_CIJFERS_H_
