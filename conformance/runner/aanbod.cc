#include "conformance/runner/aanbod.h"

#include <algorithm>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "client/lib/call_error.h"
#include "client/lib/datum.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/checks/melding.h"
#include "conformance/checks/rapportbytes.h"
#include "conformance/runner/inhoud.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace ketenproef::conformance {

namespace contract = ::ketenproef::v1;

namespace {

constexpr int kDefaultPageSize = 100;
constexpr int kMaxPageSize = 1'000;
constexpr int kMaxBerichtIds = 1'000;
constexpr std::size_t kSha256Digits = 64;
constexpr absl::string_view kTokenPrefix = "vanaf-";

using Metadata = std::map<std::string, std::string>;

absl::Status Refusal(absl::StatusCode code, const std::string& reason, const std::string& text,
                     const Metadata& metadata = {}) {
  google::rpc::ErrorInfo info;
  info.set_reason(reason);
  info.set_domain("ketenproef");
  for (const auto& [name, value] : metadata) (*info.mutable_metadata())[name] = value;
  google::rpc::Status wire;
  wire.set_code(static_cast<int>(code));
  wire.set_message(text);
  wire.add_details()->PackFrom(info);
  absl::Status status(code, text);
  client::SetDetails(wire.SerializeAsString(), &status);
  return status;
}

absl::Status WrongField(const std::string& field, const std::string& text) {
  return Refusal(absl::StatusCode::kInvalidArgument, "VELD_ONGELDIG", absl::StrCat(field, " ", text));
}

bool IsSha256(const std::string& text) {
  return text.size() == kSha256Digits && std::all_of(text.begin(), text.end(), [](char character) {
           return absl::ascii_isdigit(static_cast<unsigned char>(character)) ||
                  (character >= 'a' && character <= 'f');
         });
}

// Where a page begins, and how large it is at most.
struct Page {
  std::size_t begin = 0;
  int size = 0;
};

template <typename Request>
absl::Status ReadPage(const Request& request, int most, Page* page) {
  if (request.page_size() < 0) return WrongField("page_size", "must not be negative");
  page->size = std::min(request.page_size() == 0 ? kDefaultPageSize : request.page_size(), kMaxPageSize);
  if (most > 0) page->size = std::min(page->size, most);
  absl::string_view token = request.page_token();
  if (token.empty()) return absl::OkStatus();
  if (absl::ConsumePrefix(&token, kTokenPrefix) && absl::SimpleAtoi(token, &page->begin)) {
    return absl::OkStatus();
  }
  return WrongField("page_token", "must be the next_page_token of the page before");
}

bool WantsUnconfirmedOnly(const contract::ListRapportagesRequest& request) {
  return request.alleen_onbevestigd();
}
bool WantsUnconfirmedOnly(const contract::ListDoorleveringenRequest& request) {
  return request.alleen_onbevestigd();
}
bool WantsUnconfirmedOnly(const contract::ListBerichtenRequest& /*request*/) {
  return false;
}

// Whether a list is about this gemeente and this day; texts of JJJJ-MM-DD have the order of days.
template <typename Request>
bool IsAbout(const Request& request, const std::string& gemeentecode, const std::string& datum) {
  const std::string van = DatumText(request.has_datum_van(), request.datum_van());
  const std::string tot = DatumText(request.has_datum_tot(), request.datum_tot());
  return (request.gemeentecode().empty() || request.gemeentecode() == gemeentecode) &&
         (van.empty() || van <= datum) && (tot.empty() || datum <= tot);
}

google::protobuf::Timestamp ExchangeOf(const contract::Datum& datum) {
  return client::TimestampOf(UitwisselingOp(*DagOf(datum.jaar(), datum.maand(), datum.dag())));
}

}  // namespace

void Aanbod::BeginCase(const std::vector<std::string>& gemeentecodes, const std::string& token) {
  gemeentecodes_ = {gemeentecodes.begin(), gemeentecodes.end()};
  token_ = token;
  page_size_ = 0;
  collected_ = {};
  asked_.clear();
  lists_.clear();
  for (Rapport& rapport : rapporten_) rapport.is_current = false;
  for (Doorlevering& doorlevering : doorleveringen_) doorlevering.is_current = false;
  for (Bericht& bericht : berichten_) bericht.is_current = false;
}

absl::Status Aanbod::Offer(const v1::Offer& offer, std::vector<std::string>* rapportage_ids) {
  page_size_ = offer.page_size();
  for (const v1::Rapport& written : offer.rapporten()) {
    std::string id;
    if (absl::Status status = OfferRapport(written, offer.bytes(), &id); !status.ok()) return status;
    rapportage_ids->push_back(id);
  }
  for (const v1::Doorlevering& written : offer.doorleveringen()) OfferDoorlevering(written);
  for (const v1::Bericht& written : offer.berichten()) OfferBericht(written);
  ComeCloser();
  return absl::OkStatus();
}

absl::Status Aanbod::OfferRapport(v1::Rapport written, int bytes, std::string* id) {
  if (!ParseDag(written.datum()).has_value()) {
    return absl::InvalidArgumentError("a report on offer needs its day");
  }
  if (bytes > 0) {
    if (absl::Status status = AddRows(bytes, &written); !status.ok()) return status;
  }
  *id = absl::StrCat(token_, "-r", rapporten_.size());
  Rapport rapport;
  rapport.bytes = RapportBytes(written, {});
  rapport.place = AddItem(CollectedItem::Soort::kRapportage, written.gemeentecode(), written.datum(),
                          absl::StrCat("rapport ", written.datum(), " voor ", written.gemeentecode()));
  rapport.item.set_rapportage_id(*id);
  rapport.item.set_gemeentecode(written.gemeentecode());
  *rapport.item.mutable_datum() = DatumOfForm(written.datum());
  rapport.item.set_bestandsnaam(Bestandsnaam(written));
  rapport.item.set_sha256(Sha256Of(rapport.bytes));
  rapport.item.set_aantal_rijen(written.rij_size());
  rapport.item.set_aantal_bytes(static_cast<std::int64_t>(rapport.bytes.size()));
  *rapport.item.mutable_klaargezet_tijdstip() = ExchangeOf(rapport.item.datum());
  rapporten_.push_back(std::move(rapport));
  return absl::OkStatus();
}

void Aanbod::OfferDoorlevering(const v1::Doorlevering& written) {
  Doorlevering doorlevering;
  doorlevering.place = AddItem(CollectedItem::Soort::kDoorlevering, written.gemeentecode(), written.datum(),
                               absl::StrCat("doorlevering ", written.soort(), " ", written.kenmerk(),
                                            " voor ", written.gemeentecode()));
  doorlevering.item.set_bericht_id(absl::StrCat(token_, "-d", doorleveringen_.size()));
  doorlevering.item.set_gemeentecode(written.gemeentecode());
  *doorlevering.item.mutable_datum() = DatumOfForm(written.datum());
  *doorlevering.item.mutable_inhoud() = DoorleveringinhoudOf(written);
  doorlevering.item.set_melding_volgnummer(static_cast<std::int64_t>(doorleveringen_.size()) + 1);
  doorleveringen_.push_back(std::move(doorlevering));
}

void Aanbod::OfferBericht(const v1::Bericht& written) {
  Bericht bericht;
  bericht.place = AddItem(
      CollectedItem::Soort::kBericht, written.gemeentecode(), written.datum(),
      absl::StrCat("bericht ", written.soort(), " ", written.kenmerk(), " voor ", written.gemeentecode()));
  bericht.item.set_bericht_id(absl::StrCat(token_, "-b", berichten_.size()));
  bericht.item.set_gemeentecode(written.gemeentecode());
  *bericht.item.mutable_datum() = DatumOfForm(written.datum());
  *bericht.item.mutable_inhoud() = BerichtinhoudOf(written);
  berichten_.push_back(std::move(bericht));
}

std::size_t Aanbod::AddItem(CollectedItem::Soort soort, const std::string& gemeentecode,
                            const std::string& datum, const std::string& text) {
  collected_.items.push_back({.soort = soort, .text = text, .is_own = gemeentecodes_.contains(gemeentecode)});
  asked_.push_back({gemeentecode, datum});
  return collected_.items.size() - 1;
}

// Lists.

void Aanbod::ComeCloser() {
  for (CollectedItem& item : collected_.items) item.rounds = 0;
  for (Asked& asked : asked_) asked.rounds.clear();
}

template <typename Request>
void Aanbod::CountRound(const Request& request, CollectedItem::Soort list) {
  if (!request.page_token().empty()) return;
  collected_.rounds = std::max(collected_.rounds, lists_[{list, request.gemeentecode()}]++);
  for (std::size_t place = 0; place < asked_.size(); ++place) {
    if (!IsAbout(request, asked_[place].gemeentecode, asked_[place].datum)) continue;
    // A round asks for each list once: the one that was asked for most often counts them.
    collected_.items[place].rounds = std::max(collected_.items[place].rounds, ++asked_[place].rounds[list]);
  }
}

template <typename Item, typename Request, typename Add>
absl::Status Aanbod::List(const std::vector<Record<Item>>& records, const Request& request,
                          std::string* next_page_token, Add add) {
  Page page;
  if (absl::Status status = ReadPage(request, page_size_, &page); !status.ok()) return status;
  int added = 0;
  bool is_closer = false;
  for (std::size_t at = page.begin; at < records.size(); ++at) {
    const Record<Item>& record = records[at];
    if (!record.is_current) continue;
    if (!IsAbout(request, record.item.gemeentecode(), DatumText(true, record.item.datum()))) continue;
    CollectedItem& item = collected_.items[record.place];
    if (WantsUnconfirmedOnly(request) && item.is_confirmed) continue;
    if (added++ == page.size) {
      *next_page_token = absl::StrCat(kTokenPrefix, at);
      break;
    }
    add(record.item);
    is_closer = is_closer || !item.is_listed;
    item.is_listed = true;
  }
  if (is_closer) ComeCloser();
  return absl::OkStatus();
}

absl::Status Aanbod::ListRapportages(const contract::ListRapportagesRequest& request,
                                     contract::ListRapportagesResponse* response) {
  CountRound(request, CollectedItem::Soort::kRapportage);
  return List(rapporten_, request, response->mutable_next_page_token(),
              [response](const contract::Rapportage& item) { *response->add_rapportages() = item; });
}

absl::Status Aanbod::ListDoorleveringen(const contract::ListDoorleveringenRequest& request,
                                        contract::ListDoorleveringenResponse* response) {
  CountRound(request, CollectedItem::Soort::kDoorlevering);
  return List(doorleveringen_, request, response->mutable_next_page_token(),
              [response](const contract::Doorlevering& item) { *response->add_doorleveringen() = item; });
}

absl::Status Aanbod::ListBerichten(const contract::ListBerichtenRequest& request,
                                   contract::ListBerichtenResponse* response) {
  CountRound(request, CollectedItem::Soort::kBericht);
  return List(berichten_, request, response->mutable_next_page_token(),
              [response](const contract::Bericht& item) { *response->add_berichten() = item; });
}

// Downloads.

const Aanbod::Rapport* Aanbod::FindRapport(const std::string& rapportage_id) const {
  for (const Rapport& rapport : rapporten_) {
    if (rapport.item.rapportage_id() == rapportage_id) return &rapport;
  }
  return nullptr;
}

CollectedItem* Aanbod::FindItem(const std::string& rapportage_id) {
  const Rapport* rapport = FindRapport(rapportage_id);
  return rapport == nullptr || !rapport->is_current ? nullptr : &collected_.items[rapport->place];
}

absl::Status Aanbod::BeginDownload(const std::string& rapportage_id, std::string* bytes) {
  if (rapportage_id.empty()) return WrongField("rapportage_id", "must not be empty");
  const Rapport* rapport = FindRapport(rapportage_id);
  if (rapport == nullptr) {
    return Refusal(absl::StatusCode::kNotFound, "RAPPORTAGE_ONBEKEND", "there is no report of this id");
  }
  *bytes = rapport->bytes;
  CollectedItem* item = FindItem(rapportage_id);
  if (item == nullptr) return absl::OkStatus();
  if (item->downloads++ == 0) ComeCloser();
  if (!item->is_own) {
    collected_.wrong.push_back(
        {"SIG-04", "alleen rapporten van de eigen gemeenten opgehaald", "", item->text});
  }
  return absl::OkStatus();
}

void Aanbod::NoteWholeDownload(const std::string& rapportage_id) {
  CollectedItem* item = FindItem(rapportage_id);
  if (item != nullptr && item->whole_downloads++ == 0) ComeCloser();
}

void Aanbod::NoteDamagedDownload(const std::string& rapportage_id) {
  if (CollectedItem* item = FindItem(rapportage_id); item != nullptr) ++item->damaged_downloads;
}

// Confirmations.

// What a gemeente must not say, whatever it is answered.
void Aanbod::CheckConfirmation(const contract::ConfirmRapportageRequest& request, const Rapport& rapport) {
  const CollectedItem& item = collected_.items[rapport.place];
  const auto what = [](const std::string& sha256, std::int64_t rows) {
    return absl::StrCat("sha256 ", sha256, " en ", rows, " rijen");
  };
  if (!item.is_own) {
    collected_.wrong.push_back(
        {"SIG-04", "alleen rapporten van de eigen gemeenten bevestigd", "", item.text});
  }
  if (item.whole_downloads == 0) {
    collected_.wrong.push_back({"CSV-05", absl::StrCat(item.text, " pas bevestigd als het heel is opgehaald"),
                                absl::StrCat(item.downloads, " keer opgehaald, geen keer heel"),
                                "bevestigd"});
  }
  const std::string wanted = what(rapport.item.sha256(), rapport.item.aantal_rijen());
  const std::string got = what(request.sha256(), request.aantal_rijen());
  if (wanted != got) {
    collected_.wrong.push_back({"CSV-05", absl::StrCat(item.text, " bevestigd met ", wanted), "", got});
  }
}

absl::Status Aanbod::ConfirmRapportage(const contract::ConfirmRapportageRequest& request,
                                       contract::ConfirmRapportageResponse* response) {
  if (request.rapportage_id().empty()) return WrongField("rapportage_id", "must not be empty");
  const Rapport* rapport = FindRapport(request.rapportage_id());
  if (rapport == nullptr) {
    return Refusal(absl::StatusCode::kNotFound, "RAPPORTAGE_ONBEKEND", "there is no report of this id");
  }
  if (rapport->is_current) CheckConfirmation(request, *rapport);
  if (!IsSha256(request.sha256())) return WrongField("sha256", "must be 64 lower-case hexadecimal digits");
  if (request.aantal_rijen() < 0) return WrongField("aantal_rijen", "must not be negative");
  const contract::Rapportage& item = rapport->item;
  Metadata differences;
  if (request.sha256() != item.sha256()) {
    differences["sha256_verwacht"] = item.sha256();
    differences["sha256_ontvangen"] = request.sha256();
  }
  if (request.aantal_rijen() != item.aantal_rijen()) {
    differences["aantal_rijen_verwacht"] = absl::StrCat(item.aantal_rijen());
    differences["aantal_rijen_ontvangen"] = absl::StrCat(request.aantal_rijen());
  }
  if (!differences.empty()) {
    return Refusal(absl::StatusCode::kFailedPrecondition, "ONTVANGST_ONGELIJK", "this is not what was sent",
                   differences);
  }
  *response->mutable_rapportage() = item;
  *response->mutable_rapportage()->mutable_bevestigd_tijdstip() = item.klaargezet_tijdstip();
  if (!rapport->is_current) return absl::OkStatus();
  CollectedItem& collected = collected_.items[rapport->place];
  response->set_herhaald(collected.is_confirmed);
  if (!collected.is_confirmed) ComeCloser();
  collected.is_confirmed = true;
  return absl::OkStatus();
}

absl::Status Aanbod::ConfirmDoorleveringen(const contract::ConfirmDoorleveringenRequest& request,
                                           contract::ConfirmDoorleveringenResponse* response) {
  const std::set<std::string> ids(request.bericht_ids().begin(), request.bericht_ids().end());
  if (ids.empty() || request.bericht_ids_size() > kMaxBerichtIds) {
    return WrongField("bericht_ids", "must be 1 to 1,000");
  }
  std::vector<const Doorlevering*> named;
  for (const Doorlevering& doorlevering : doorleveringen_) {
    if (ids.contains(doorlevering.item.bericht_id())) named.push_back(&doorlevering);
  }
  if (named.size() != ids.size()) {
    return Refusal(absl::StatusCode::kNotFound, "BERICHT_ONBEKEND",
                   "one bericht_id is not known; nothing is confirmed");
  }
  for (const Doorlevering* doorlevering : named) {
    if (!doorlevering->is_current) continue;
    CollectedItem& item = collected_.items[doorlevering->place];
    if (!item.is_own) {
      collected_.wrong.push_back(
          {"DL-04", "alleen doorleveringen aan de eigen gemeenten bevestigd", "", item.text});
    }
    if (!item.is_listed) {
      collected_.wrong.push_back({"DL-04", absl::StrCat(item.text, " pas bevestigd als het is ontvangen"), "",
                                  "bevestigd voordat het in een lijst stond"});
    }
    if (!item.is_confirmed) ComeCloser();
    item.is_confirmed ? response->set_aantal_herhaald(response->aantal_herhaald() + 1)
                      : response->set_aantal_bevestigd(response->aantal_bevestigd() + 1);
    item.is_confirmed = true;
  }
  return absl::OkStatus();
}

}  // namespace ketenproef::conformance
