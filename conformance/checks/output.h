// What came out of an Inlichtingenbureau, and whether it is what should have: reports, forwarded meldingen,
// berichten, notifications, held signals; each list whole and in order (DL, SIG, CSV, NOT).
#ifndef CONFORMANCE_CHECKS_OUTPUT_H_
#define CONFORMANCE_CHECKS_OUTPUT_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "conformance/calendar/dag.h"
#include "conformance/checks/findings.h"
#include "conformance/checks/rapport.h"
#include "ketenproef/conformance/v1/suite.pb.h"
#include "ketenproef/v1/inlichtingenbureau_service.pb.h"

namespace ketenproef::conformance {

struct ChainOutput {
  std::vector<DownloadedRapport> rapporten;
  std::vector<::ketenproef::v1::Doorlevering> doorleveringen;
  std::vector<::ketenproef::v1::Bericht> berichten;
  std::vector<::ketenproef::v1::Notificatie> notificaties;
  std::vector<::ketenproef::v1::Aangehouden> aangehouden;
};

// The error is one of the case, not of the system.
absl::Status CheckOutput(const v1::ExpectOutput& expected, const v1::Environment& environment,
                         const ChainOutput& output, Dag vandaag, Findings* findings);

// Holds a list of lines against what it should be: one difference for what is missing, one for what is there
// and should not be, one for the order alone. Whether they are equal.
bool CheckLines(absl::string_view what, const std::vector<std::string>& expected,
                const std::vector<std::string>& got, Findings* findings, absl::string_view because = "");

// As one line: `doorlevering 2025-03-12 naar 0363: ZIEK W1 M-1 (over M-1), P1, ingang 2025-03-10`.
std::string DoorleveringLine(const std::string& datum, const std::string& gemeentecode,
                             const std::string& soort, const std::string& nummer, const std::string& kenmerk,
                             const std::string& verwijst_naar, const std::string& bsn,
                             const std::string& ingang);
std::string BerichtLine(const std::string& datum, const std::string& gemeentecode, const std::string& soort,
                        const std::string& nummer, const std::string& kenmerk, const std::string& bsn);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CHECKS_OUTPUT_H_
