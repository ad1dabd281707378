// What the runner's Inlichtingenbureau has on offer, and what the gemeente that collects did with it: the
// lists with their filters and pages, downloads, confirmations, as InlichtingenbureauService describes them.
// No gRPC, no faults.
//
// One thread at a time. Refusals carry the reason of the contract as client/lib/call_error.h reads it.
//
//   Aanbod aanbod;
//   aanbod.BeginCase({"0363"}, "a1b2");
//   aanbod.Offer(offer);                     // v1::Offer with its values worked out
//   aanbod.ListRapportages(request, &response);
//   aanbod.collected();                      // for conformance/checks
#ifndef KETENPROEF_CONFORMANCE_RUNNER_AANBOD_H_
#define KETENPROEF_CONFORMANCE_RUNNER_AANBOD_H_

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "conformance/checks/collected.h"
#include "ketenproef/conformance/v1/suite.pb.h"
#include "ketenproef/v1/inlichtingenbureau_service.pb.h"

namespace ketenproef::conformance {

class Aanbod {
 public:
  // Nothing is on offer and nothing has been done. What was on offer before can still be downloaded and
  // confirmed by who listed it then; that counts for nothing. `token` makes the ids of this case its own.
  void BeginCase(const std::vector<std::string>& gemeentecodes, const std::string& token);

  // From now on this is on offer too. INVALID_ARGUMENT where `bytes` cannot be. Adds the ids of its reports.
  absl::Status Offer(const v1::Offer& offer, std::vector<std::string>* rapportage_ids);

  absl::Status ListRapportages(const ::ketenproef::v1::ListRapportagesRequest& request,
                               ::ketenproef::v1::ListRapportagesResponse* response);
  absl::Status ListDoorleveringen(const ::ketenproef::v1::ListDoorleveringenRequest& request,
                                  ::ketenproef::v1::ListDoorleveringenResponse* response);
  absl::Status ListBerichten(const ::ketenproef::v1::ListBerichtenRequest& request,
                             ::ketenproef::v1::ListBerichtenResponse* response);
  absl::Status ConfirmRapportage(const ::ketenproef::v1::ConfirmRapportageRequest& request,
                                 ::ketenproef::v1::ConfirmRapportageResponse* response);
  absl::Status ConfirmDoorleveringen(const ::ketenproef::v1::ConfirmDoorleveringenRequest& request,
                                     ::ketenproef::v1::ConfirmDoorleveringenResponse* response);

  // A download begins: the bytes. The others tell how it went.
  absl::Status BeginDownload(const std::string& rapportage_id, std::string* bytes);
  void NoteWholeDownload(const std::string& rapportage_id);
  void NoteDamagedDownload(const std::string& rapportage_id);

  void CountCall() { ++collected_.calls; }
  const Collected& collected() const { return collected_; }

 private:
  // Something on offer.
  template <typename Item>
  struct Record {
    Item item;
    // Its place in `collected_`, while it is of this case.
    std::size_t place = 0;
    bool is_current = true;
    // Reports.
    std::string bytes = {};
  };
  using Rapport = Record<::ketenproef::v1::Rapportage>;
  using Doorlevering = Record<::ketenproef::v1::Doorlevering>;
  using Bericht = Record<::ketenproef::v1::Bericht>;

  // How often lists were asked for that would hold an item of `collected_`.
  struct Asked {
    std::string gemeentecode;
    std::string datum;                                // JJJJ-MM-DD
    std::map<CollectedItem::Soort, int> rounds = {};  // by what they list
  };

  absl::Status OfferRapport(v1::Rapport written, int bytes, std::string* id);
  void OfferDoorlevering(const v1::Doorlevering& written);
  void OfferBericht(const v1::Bericht& written);
  std::size_t AddItem(CollectedItem::Soort soort, const std::string& gemeentecode, const std::string& datum,
                      const std::string& text);

  // One list: its page goes to `add`, item by item.
  template <typename Item, typename Request, typename Add>
  absl::Status List(const std::vector<Record<Item>>& records, const Request& request,
                    std::string* next_page_token, Add add);
  // A list begins that would hold what is of this gemeente and these days.
  template <typename Request>
  void CountRound(const Request& request, CollectedItem::Soort list);
  // The gemeente did something that it had not done before: its rounds count anew.
  void ComeCloser();

  // Null: there is none.
  const Rapport* FindRapport(const std::string& rapportage_id) const;
  // Null: it is not of this case.
  CollectedItem* FindItem(const std::string& rapportage_id);
  void CheckConfirmation(const ::ketenproef::v1::ConfirmRapportageRequest& request, const Rapport& rapport);

  std::set<std::string> gemeentecodes_;
  std::string token_;
  int page_size_ = 0;
  std::vector<Rapport> rapporten_;
  std::vector<Doorlevering> doorleveringen_;
  std::vector<Bericht> berichten_;
  Collected collected_;
  std::vector<Asked> asked_;
  // How often each list of a gemeente was asked for.
  std::map<std::pair<CollectedItem::Soort, std::string>, int> lists_;
};

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_AANBOD_H_
