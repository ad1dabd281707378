#include "conformance/checks/output.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/checks/melding.h"
#include "conformance/checks/rapport.h"
#include "conformance/checks/resolve.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

// NOT-01.
constexpr absl::string_view kOnderwerp = "er staat een 'Re-integratie_signaalrapport' voor u klaar";

// The value of an enum without its prefix; a value that the contract does not know has no name.
std::string EnumText(const std::string& name, absl::string_view prefix) {
  return name.empty() ? "(onbekende waarde)" : std::string(absl::StripPrefix(name, prefix));
}

// How the days of the expected reports were counted.
std::string Counting(const v1::ExpectOutput& expected, Dag vandaag, const Findings& findings) {
  std::vector<std::string> countings;
  for (const v1::Rapport& rapport : expected.rapporten().rapport()) {
    const auto day = findings.values().Day(rapport.datum(), vandaag);
    if (day.ok() && !day->because.empty()) countings.push_back(absl::StrCat("X: ", day->because));
  }
  return absl::StrJoin(countings, "; ");
}

// What is in `a` and not in `b`, counting how often.
std::vector<std::string> Without(std::vector<std::string> a, std::vector<std::string> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::vector<std::string> rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
  return rest;
}

// Holds one list after the other against the expectation.
class OutputCheck {
 public:
  OutputCheck(const v1::Environment& environment, const ChainOutput& output, Findings* findings)
      : vorm_(RapportvormOf(environment)), output_(output), findings_(findings) {}

  void Rapporten(const v1::Rapporten& expected, absl::string_view because) {
    std::vector<std::string> wanted;
    for (const v1::Rapport& rapport : expected.rapport()) {
      wanted.push_back(absl::StrCat("rapport van ", rapport.datum(), " voor ", rapport.gemeentecode()));
      if (const auto dag = ParseDag(rapport.datum()); dag.has_value()) {
        findings_->AddMoment(UitwisselingOp(*dag), v1::MOMENT_KIND_DUE, wanted.back());
      }
    }
    std::vector<std::string> got;
    for (const DownloadedRapport& rapport : output_.rapporten) {
      got.push_back(absl::StrCat("rapport van ", DatumText(true, rapport.description.datum()), " voor ",
                                 rapport.description.gemeentecode()));
      DrawCame(rapport.description.datum(), got.back(),
               std::find(wanted.begin(), wanted.end(), got.back()) == wanted.end());
      if (rapport.bytes != rapport.bytes_again) {
        findings_->Add(
            {"CSV-05", "elke keer dezelfde bytes", "", "een tweede keer ophalen gaf andere bytes"});
      }
    }
    if (!CheckLines("rapporten", wanted, got, findings_, because)) return;
    CheckNames("CSV-05", output_.rapporten,
               [](const auto& item) { return item.description.rapportage_id(); });
    for (int i = 0; i < expected.rapport_size(); ++i) {
      CheckRapport(expected.rapport(i), vorm_, output_.rapporten[static_cast<std::size_t>(i)], findings_);
    }
  }

  void Doorleveringen(const v1::Doorleveringen& expected) {
    std::vector<std::string> wanted;
    for (const v1::Doorlevering& item : expected.doorlevering()) {
      const std::string& verwijst_naar = item.verwijst_naar().empty() ? item.kenmerk() : item.verwijst_naar();
      wanted.push_back(DoorleveringLine(item.datum(), item.gemeentecode(), item.soort(),
                                        item.loonheffingennummer(), item.kenmerk(), verwijst_naar, item.bsn(),
                                        item.datum_ingang()));
    }
    std::vector<std::string> got;
    for (const contract::Doorlevering& item : output_.doorleveringen) {
      const contract::Doorleveringinhoud& inhoud = item.inhoud();
      got.push_back(
          DoorleveringLine(DatumText(item.has_datum(), item.datum()), item.gemeentecode(),
                           EnumText(contract::Doorleveringsoort_Name(inhoud.soort()), "DOORLEVERINGSOORT_"),
                           inhoud.loonheffingennummer(), inhoud.kenmerk(), inhoud.verwijst_naar(),
                           inhoud.bsn(), DatumText(inhoud.has_datum_ingang(), inhoud.datum_ingang())));
    }
    CheckLines("doorleveringen", wanted, got, findings_);
    CheckNames("DL-04", output_.doorleveringen, [](const auto& item) { return item.bericht_id(); });
  }

  void Berichten(const v1::Berichten& expected) {
    std::vector<std::string> wanted;
    for (const v1::Bericht& item : expected.bericht()) {
      wanted.push_back(BerichtLine(item.datum(), item.gemeentecode(), item.soort(),
                                   item.loonheffingennummer(), item.kenmerk(), item.bsn()));
    }
    std::vector<std::string> got;
    for (const contract::Bericht& item : output_.berichten) {
      got.push_back(BerichtLine(DatumText(item.has_datum(), item.datum()), item.gemeentecode(),
                                EnumText(contract::Berichtsoort_Name(item.inhoud().soort()), "BERICHTSOORT_"),
                                item.inhoud().loonheffingennummer(), item.inhoud().kenmerk(),
                                item.inhoud().bsn()));
    }
    CheckLines("berichten", wanted, got, findings_);
    CheckNames("SIG-07", output_.berichten, [](const auto& item) { return item.bericht_id(); });
  }

  // Where the case does not say otherwise, one per expected report.
  void Notificaties(const v1::ExpectOutput& expected) {
    std::vector<std::string> wanted;
    if (expected.has_notificaties()) {
      for (const v1::Notificatie& item : expected.notificaties().notificatie()) {
        wanted.push_back(NotificatieLine(item.datum(), item.gemeentecode()));
      }
    } else {
      for (const v1::Rapport& rapport : expected.rapporten().rapport()) {
        wanted.push_back(NotificatieLine(rapport.datum(), rapport.gemeentecode()));
      }
    }
    std::vector<std::string> got;
    for (const contract::Notificatie& item : output_.notificaties) {
      const std::string datum = DatumText(item.has_datum(), item.datum());
      got.push_back(NotificatieLine(datum, item.gemeentecode()));
      if (item.onderwerp() != kOnderwerp) {
        findings_->Add({"NOT-01", absl::StrCat("onderwerp ", kOnderwerp), "", item.onderwerp()});
      }
      const auto dag = ParseDag(datum);
      const std::string bestand = dag.has_value()
                                      ? absl::StrCat("Re-integratie_signaalrapport_", item.gemeentecode(),
                                                     "_", FormatDagCompact(*dag), ".csv")
                                      : "";
      if (item.bestandsnaam() != bestand) {
        findings_->Add({"NOT-01", absl::StrCat("bestandsnaam ", bestand), "", item.bestandsnaam()});
      }
    }
    const auto missing = Without(wanted, got);
    const auto extra = Without(got, wanted);
    if (!missing.empty()) findings_->Add({"NOT-01", absl::StrJoin(missing, "; "), "", "die is er niet"});
    if (!extra.empty()) {
      findings_->Add({wanted.empty() ? "NOT-02" : "NOT-01", "niet meer notificaties dan rapporten", "",
                      absl::StrJoin(extra, "; ")});
    }
  }

  void Aangehouden(const v1::Aangehouden& expected) {
    std::vector<std::string> wanted;
    for (const v1::AangehoudenSignaal& item : expected.signaal()) {
      wanted.push_back(absl::StrCat("aangehouden ", item.soort(), " ", item.loonheffingennummer(), " ",
                                    item.kenmerk(), ": ", item.reden()));
    }
    std::vector<std::string> got;
    for (const contract::Aangehouden& item : output_.aangehouden) {
      got.push_back(absl::StrCat("aangehouden ",
                                 EnumText(contract::Signaalsoort_Name(item.soort()), "SIGNAALSOORT_"), " ",
                                 item.loonheffingennummer(), " ", item.kenmerk(), ": ",
                                 EnumText(contract::Aanhoudreden_Name(item.reden()), "AANHOUDREDEN_")));
    }
    CheckLines("aangehouden signalen", wanted, got, findings_);
  }

 private:
  static std::string NotificatieLine(const std::string& datum, const std::string& gemeentecode) {
    return absl::StrCat("notificatie van ", datum, " aan ", gemeentecode);
  }

  // What travels has a name of its own, by which a receiver knows it again.
  template <typename List, typename Name>
  void CheckNames(absl::string_view regel, const List& list, Name name) {
    std::set<std::string> names;
    for (const auto& item : list) {
      const std::string id = name(item);
      if (!id.empty() && names.insert(id).second) continue;
      findings_->Add({std::string(regel), "elk een eigen naam", "",
                      id.empty() ? "een lege naam" : "tweemaal dezelfde naam"});
    }
  }

  void DrawCame(const contract::Datum& datum, const std::string& text, bool is_wrong) {
    const auto dag = ParseDag(DatumText(true, datum));
    if (dag.has_value()) findings_->AddMoment(UitwisselingOp(*dag), v1::MOMENT_KIND_CAME, text, is_wrong);
  }

  Rapportvorm vorm_;
  const ChainOutput& output_;
  Findings* findings_;
};

}  // namespace

std::string DoorleveringLine(const std::string& datum, const std::string& gemeentecode,
                             const std::string& soort, const std::string& nummer, const std::string& kenmerk,
                             const std::string& verwijst_naar, const std::string& bsn,
                             const std::string& ingang) {
  return absl::StrCat("doorlevering ", datum, " naar ", gemeentecode, ": ", soort, " ", nummer, " ", kenmerk,
                      " (over ", verwijst_naar, "), ", bsn, ", ingang ", ingang);
}

std::string BerichtLine(const std::string& datum, const std::string& gemeentecode, const std::string& soort,
                        const std::string& nummer, const std::string& kenmerk, const std::string& bsn) {
  return absl::StrCat("bericht ", datum, " naar ", gemeentecode, ": ", soort, " ", nummer, " ", kenmerk, ", ",
                      bsn);
}

bool CheckLines(absl::string_view what, const std::vector<std::string>& expected,
                const std::vector<std::string>& got, Findings* findings, absl::string_view because) {
  if (expected == got) return true;
  const std::string why(because);
  const auto missing = Without(expected, got);
  const auto extra = Without(got, expected);
  const auto text = [](const std::vector<std::string>& lines) {
    return lines.empty() ? "niets" : absl::StrJoin(lines, "; ");
  };
  if (missing.empty() && extra.empty()) {
    findings->Add({"", absl::StrCat(what, " in deze volgorde: ", text(expected)), why, text(got)});
  } else if (missing.empty()) {
    findings->Add(
        {"", absl::StrCat(what, ": ", text(expected)), why, absl::StrCat("te veel: ", text(extra))});
  } else {
    findings->Add({"", absl::StrCat(what, ": ", text(missing)), why,
                   extra.empty() ? "dat is er niet" : absl::StrCat("in plaats daarvan: ", text(extra))});
  }
  return false;
}

absl::Status CheckOutput(const v1::ExpectOutput& expected, const v1::Environment& environment,
                         const ChainOutput& output, Dag vandaag, Findings* findings) {
  v1::ExpectOutput resolved = expected;
  if (absl::Status status = Resolve(findings->values(), vandaag, &resolved); !status.ok()) return status;
  OutputCheck check(environment, output, findings);
  if (expected.has_rapporten()) check.Rapporten(resolved.rapporten(), Counting(expected, vandaag, *findings));
  if (expected.has_doorleveringen()) check.Doorleveringen(resolved.doorleveringen());
  if (expected.has_berichten()) check.Berichten(resolved.berichten());
  if (expected.has_notificaties() || expected.has_rapporten()) check.Notificaties(resolved);
  if (expected.has_aangehouden()) check.Aangehouden(resolved.aangehouden());
  return absl::OkStatus();
}

}  // namespace ketenproef::conformance
