// One report of an Inlichtingenbureau, held against what it should be (CSV-01 to CSV-05).
#ifndef CONFORMANCE_CHECKS_RAPPORT_H_
#define CONFORMANCE_CHECKS_RAPPORT_H_

#include <string>

#include "conformance/checks/findings.h"
#include "conformance/checks/rapportbytes.h"
#include "ketenproef/conformance/v1/suite.pb.h"
#include "ketenproef/v1/inlichtingenbureau_service.pb.h"

namespace ketenproef::conformance {

// A report as it was listed, and its bytes as two downloads gave them.
struct DownloadedRapport {
  ::ketenproef::v1::Rapportage description;
  std::string bytes;
  std::string bytes_again;
};

// `expected` has its values worked out. Where bytes differ the rule is CSV-01 (header), CSV-02 (form) or
// CSV-03 (order), or that of the step where it is the rows.
void CheckRapport(const v1::Rapport& expected, const Rapportvorm& vorm, const DownloadedRapport& rapport,
                  Findings* findings);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CHECKS_RAPPORT_H_
