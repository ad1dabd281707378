#include "conformance/checks/ziektegeval.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/checks/melding.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

class ZiektegevalCheck {
 public:
  ZiektegevalCheck(Dag vandaag, Findings* findings) : vandaag_(vandaag), findings_(findings) {}

  void Word(absl::string_view field, const std::string& expected, absl::string_view got) {
    if (!expected.empty()) findings_->Expect(field, findings_->values().Text(expected), got);
  }

  void JaNee(absl::string_view field, const std::string& expected, bool got) {
    Word(field, expected, got ? "J" : "N");
  }

  // A day, or `geen`. The expected day, where there is one.
  void Day(absl::string_view field, const std::string& expected, bool is_set, const contract::Datum& got) {
    if (expected.empty()) return;
    const std::string came = is_set ? DatumText(true, got) : "geen";
    if (findings_->values().Text(expected) == "geen") {
      findings_->Expect(field, "geen", came);
      return;
    }
    const auto day = findings_->values().Day(expected, vandaag_);
    if (!day.ok()) {
      status_.Update(day.status());
      return;
    }
    const bool is_right = findings_->Expect(field, day->Text(), came, day->because);
    if (!day->dag.has_value()) return;
    findings_->AddMoment(EindeVan(*day->dag) - absl::Nanoseconds(1), v1::MOMENT_KIND_DUE,
                         absl::StrCat(field, " ", day->Text()));
    if (const auto dag = ParseDag(came); dag.has_value() && !is_right) {
      findings_->AddMoment(EindeVan(*dag) - absl::Nanoseconds(1), v1::MOMENT_KIND_CAME,
                           absl::StrCat(field, " volgens het systeem ", came), true);
    }
  }

  const absl::Status& status() const { return status_; }

 private:
  Dag vandaag_;
  Findings* findings_;
  absl::Status status_;
};

std::string UitkomstText(contract::Uitkomst uitkomst) {
  if (uitkomst == contract::UITKOMST_TOEKENNING) return "TOEKENNING";
  return uitkomst == contract::UITKOMST_AFWIJZING ? "AFWIJZING" : "GEEN";
}

}  // namespace

absl::Status CheckZiektegeval(const v1::ExpectZiektegeval& expected, const contract::Ziektegeval& geval,
                              Dag vandaag, Findings* findings) {
  ZiektegevalCheck check(vandaag, findings);
  const contract::Beoordeling& beoordeling = geval.beoordeling();
  check.Day("uiterste dag van de beoordeling", expected.uiterste_dag(), beoordeling.has_uiterste_dag(),
            beoordeling.uiterste_dag());
  check.JaNee("verlengd", expected.verlengd(), beoordeling.verlengd());
  check.Word("uitkomst", expected.uitkomst(), UitkomstText(beoordeling.uitkomst()));
  if (!expected.status().empty()) {
    findings->Expect("status", absl::StrCat("BEOORDELINGSTATUS_", findings->values().Text(expected.status())),
                     contract::Beoordelingstatus_Name(beoordeling.status()));
  }
  check.Day("besloten op", expected.besloten_op(), beoordeling.has_besloten_op(), beoordeling.besloten_op());
  check.Day("hersteld per", expected.hersteld_per(), geval.has_hersteld_per(), geval.hersteld_per());
  check.JaNee("ingetrokken", expected.ingetrokken(), geval.ingetrokken());
  check.Day("einde dienstverband", expected.einde_dienstverband(), geval.has_einde_dienstverband(),
            geval.einde_dienstverband());
  check.Day("eerste AO-dag", expected.eerste_ao_dag(), geval.has_eerste_ao_dag(), geval.eerste_ao_dag());
  return check.status();
}

}  // namespace ketenproef::conformance
