#include "conformance/checks/received.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

// One thing that was or should be delivered, as text: two are the same when their texts are.
struct Item {
  std::string regel;  // that is broken where it is missing or too much
  std::string geval;  // (loonheffingennummer, kenmerk of the ziekmelding); empty: a report, of no case
  std::string text;
};

std::string FormatDatum(const contract::Datum& datum) {
  return absl::StrFormat("%04d-%02d-%02d", datum.jaar(), datum.maand(), datum.dag());
}

// The values of the contract's enums without their prefix, as cases write them.
std::string SoortOf(contract::Doorleveringsoort soort) {
  return absl::StrReplaceAll(contract::Doorleveringsoort_Name(soort), {{"DOORLEVERINGSOORT_", ""}});
}
std::string SoortOf(contract::Berichtsoort soort) {
  return absl::StrReplaceAll(contract::Berichtsoort_Name(soort), {{"BERICHTSOORT_", ""}});
}

std::string OneLine(const std::string& bytes) {
  return absl::StrReplaceAll(bytes, {{"\r\n", "<CRLF>"}, {"\n", "<LF>"}, {"\r", "<CR>"}});
}

Item RapportItem(const std::string& gemeentecode, const std::string& datum, const std::string& naam,
                 const std::string& bytes) {
  return {
      "SIG-05", "",
      absl::StrCat("rapport ", naam, " voor ", gemeentecode, ", uitwisseling ", datum, ": ", OneLine(bytes))};
}

Item DoorleveringItem(const v1::Doorlevering& doorlevering) {
  const std::string& kenmerk = doorlevering.kenmerk();
  const std::string& verwijst = doorlevering.verwijst_naar().empty() ? kenmerk : doorlevering.verwijst_naar();
  return {"DL-01", absl::StrCat(doorlevering.loonheffingennummer(), " ", verwijst),
          absl::StrCat("doorlevering ", doorlevering.soort(), " ", kenmerk, " bij ziekmelding ", verwijst,
                       " van ", doorlevering.loonheffingennummer(), ", BSN ", doorlevering.bsn(), ", ingang ",
                       doorlevering.datum_ingang(), ", voor ", doorlevering.gemeentecode(), ", uitwisseling ",
                       doorlevering.datum())};
}

Item BerichtItem(const v1::Bericht& bericht) {
  return {"SIG-07", absl::StrCat(bericht.loonheffingennummer(), " ", bericht.kenmerk()),
          absl::StrCat("bericht ", bericht.soort(), " bij ziekmelding ", bericht.kenmerk(), " van ",
                       bericht.loonheffingennummer(), ", BSN ", bericht.bsn(), ", voor ",
                       bericht.gemeentecode(), ", uitwisseling ", bericht.datum())};
}

Item ItemOf(const contract::DeliverRapportageRequest& request) {
  return RapportItem(request.gemeentecode(), FormatDatum(request.datum()), request.bestandsnaam(),
                     request.inhoud());
}

Item ItemOf(const contract::DeliverMeldingRequest& request) {
  if (request.has_doorlevering()) {
    const contract::Doorleveringinhoud& inhoud = request.doorlevering();
    v1::Doorlevering doorlevering;
    doorlevering.set_datum(FormatDatum(request.datum()));
    doorlevering.set_gemeentecode(request.gemeentecode());
    doorlevering.set_soort(SoortOf(inhoud.soort()));
    doorlevering.set_loonheffingennummer(inhoud.loonheffingennummer());
    doorlevering.set_kenmerk(inhoud.kenmerk());
    doorlevering.set_verwijst_naar(inhoud.verwijst_naar());
    doorlevering.set_bsn(inhoud.bsn());
    doorlevering.set_datum_ingang(FormatDatum(inhoud.datum_ingang()));
    return DoorleveringItem(doorlevering);
  }
  if (request.has_bericht()) {
    const contract::Berichtinhoud& inhoud = request.bericht();
    v1::Bericht bericht;
    bericht.set_datum(FormatDatum(request.datum()));
    bericht.set_gemeentecode(request.gemeentecode());
    bericht.set_soort(SoortOf(inhoud.soort()));
    bericht.set_loonheffingennummer(inhoud.loonheffingennummer());
    bericht.set_kenmerk(inhoud.kenmerk());
    bericht.set_bsn(inhoud.bsn());
    return BerichtItem(bericht);
  }
  return {"DL-04", "", "een levering zonder inhoud"};
}

Item ItemOf(const Delivery& delivery) {
  return std::visit([](const auto& request) { return ItemOf(request); }, delivery.content);
}

const std::string& BerichtIdOf(const Delivery& delivery) {
  return std::visit([](const auto& request) -> const std::string& { return request.bericht_id(); },
                    delivery.content);
}

v1::Finding FindingOf(const std::string& regel, const std::string& expected, const std::string& got,
                      const std::string& because = "") {
  v1::Finding finding;
  finding.set_regel(regel);
  finding.set_expected(expected);
  finding.set_got(got);
  finding.set_because(because);
  return finding;
}

std::vector<Item> ExpectedItems(const v1::ExpectReceived& expected, const Rapportvorm& vorm) {
  std::vector<Item> items;
  for (const v1::Rapport& rapport : expected.rapporten()) {
    items.push_back(RapportItem(rapport.gemeentecode(), rapport.datum(), Bestandsnaam(rapport),
                                RapportBytes(rapport, vorm)));
  }
  for (const v1::Doorlevering& doorlevering : expected.doorleveringen()) {
    items.push_back(DoorleveringItem(doorlevering));
  }
  for (const v1::Bericht& bericht : expected.berichten()) items.push_back(BerichtItem(bericht));
  return items;
}

// What came in, each bericht-id once, in order of the first attempts.
std::vector<Item> ReceivedItems(const std::vector<Delivery>& deliveries) {
  std::set<std::string> taken_in;
  for (const Delivery& delivery : deliveries) {
    if (delivery.is_taken_in) taken_in.insert(BerichtIdOf(delivery));
  }
  std::vector<Item> items;
  for (const Delivery& delivery : deliveries) {
    if (taken_in.erase(BerichtIdOf(delivery)) > 0) items.push_back(ItemOf(delivery));
  }
  return items;
}

// Everything that was expected came, as often as it was expected, and nothing else did.
void CheckItems(const std::vector<Item>& expected, const std::vector<Item>& received,
                std::vector<v1::Finding>& findings) {
  std::multiset<std::string> open;
  for (const Item& item : received) open.insert(item.text);
  for (const Item& item : expected) {
    if (const auto found = open.find(item.text); found != open.end()) {
      open.erase(found);
    } else {
      findings.push_back(FindingOf(item.regel, item.text, "niet ontvangen"));
    }
  }
  for (const Item& item : received) {
    const auto found = open.find(item.text);
    if (found == open.end()) continue;
    open.erase(found);
    findings.push_back(FindingOf(item.regel, "deze levering niet, of maar een keer", item.text));
  }
}

std::map<std::string, std::string> PerGeval(const std::vector<Item>& items) {
  std::map<std::string, std::string> lines;
  for (const Item& item : items) {
    if (!item.geval.empty()) absl::StrAppend(&lines[item.geval], item.text, "\n");
  }
  return lines;
}

// DL-04: per case in order. Only where the items are right, or every one of them would be reported twice.
void CheckOrder(const std::vector<Item>& expected, const std::vector<Item>& received,
                std::vector<v1::Finding>& findings) {
  const std::map<std::string, std::string> came = PerGeval(received);
  for (const auto& [geval, lines] : PerGeval(expected)) {
    if (came.at(geval) == lines) continue;
    findings.push_back(
        FindingOf("DL-04", lines, came.at(geval), "per ziektegeval blijft de volgorde bewaard"));
  }
}

// A repeat has the content of the first attempt; its `tijdstip` may be another.
void CheckRepeats(const std::vector<Delivery>& deliveries, std::vector<v1::Finding>& findings) {
  std::map<std::string, std::string> first;
  for (const Delivery& delivery : deliveries) {
    const std::string text = ItemOf(delivery).text;
    const std::string& bericht_id = BerichtIdOf(delivery);
    if (bericht_id.empty()) findings.push_back(FindingOf("DL-04", "een bericht_id", text));
    const auto [entry, is_new] = first.emplace(bericht_id, text);
    if (is_new || entry->second == text) continue;
    findings.push_back(FindingOf("DL-04", entry->second, text, "onder een bericht_id hoort een inhoud"));
  }
}

// Per case the next is sent when the one before is acknowledged.
void CheckOneByOne(const std::vector<Delivery>& deliveries, std::vector<v1::Finding>& findings) {
  std::map<std::string, std::string> waiting;  // case -> bericht-id that has not been acknowledged
  for (const Delivery& delivery : deliveries) {
    const Item item = ItemOf(delivery);
    if (item.geval.empty()) continue;
    const std::string& bericht_id = BerichtIdOf(delivery);
    const auto found = waiting.find(item.geval);
    if (found != waiting.end() && found->second != bericht_id) {
      findings.push_back(FindingOf(
          "DL-04", "eerst de vorige levering van dit ziektegeval opnieuw, tot zij is bevestigd", item.text));
    }
    if (!delivery.is_acknowledged) {
      waiting.emplace(item.geval, bericht_id);
    } else if (found != waiting.end() && found->second == bericht_id) {
      waiting.erase(found);
    }
  }
}

// CSV-05: the description that comes with a report is that of its bytes.
void CheckDescriptions(const std::vector<Delivery>& deliveries, std::vector<v1::Finding>& findings) {
  for (const Delivery& delivery : deliveries) {
    const auto* rapport = std::get_if<contract::DeliverRapportageRequest>(&delivery.content);
    if (rapport == nullptr) continue;
    if (const std::string sha256 = Sha256Of(rapport->inhoud()); rapport->sha256() != sha256) {
      findings.push_back(FindingOf("CSV-05", absl::StrCat("sha256 ", sha256), rapport->sha256()));
    }
    if (const std::int64_t rows = RowsOf(rapport->inhoud()); rapport->aantal_rijen() != rows) {
      findings.push_back(
          FindingOf("CSV-05", absl::StrCat(rows, " rijen"), absl::StrCat(rapport->aantal_rijen())));
    }
  }
}

}  // namespace

std::vector<v1::Finding> CheckReceived(const std::vector<Delivery>& deliveries,
                                       const v1::ExpectReceived& expected, const Rapportvorm& vorm) {
  std::vector<v1::Finding> findings;
  const std::vector<Item> should = ExpectedItems(expected, vorm);
  const std::vector<Item> came = ReceivedItems(deliveries);
  CheckItems(should, came, findings);
  if (findings.empty()) CheckOrder(should, came, findings);
  CheckRepeats(deliveries, findings);
  CheckOneByOne(deliveries, findings);
  CheckDescriptions(deliveries, findings);
  const int attempts = static_cast<int>(deliveries.size());
  if (expected.attempts() > 0 && attempts != expected.attempts()) {
    findings.push_back(
        FindingOf("DL-04", absl::StrCat(expected.attempts(), " pogingen"), absl::StrCat(attempts)));
  }
  return findings;
}

}  // namespace ketenproef::conformance
