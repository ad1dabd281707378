// A report as it must be, byte for byte (CSV-01 to CSV-05), made of what a case expects, and the SHA-256 and
// rows of the bytes that came.
//
// Pure functions over values that have been worked out (days as JJJJ-MM-DD): safe from any thread.
//
//   v1::Rapport rapport;      // gemeentecode 0363, datum 2025-04-01, one row with AO 2025-03-03
//   RapportBytes(rapport, {});     // "BSN;Datum einde
//   uitkeringsverhouding;...\r\n999990019;;20250331;20250303\r\n" Bestandsnaam(rapport);    //
//   Re-integratie_signaalrapport_0363_20250401.csv
#ifndef CONFORMANCE_CHECKS_RAPPORTBYTES_H_
#define CONFORMANCE_CHECKS_RAPPORTBYTES_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "ketenproef/conformance/v1/suite.pb.h"

namespace ketenproef::conformance {

// How reports are written in an omgeving (CSV-02).
struct Rapportvorm {
  char scheidingsteken = ';';
  // JJJJ-MM-DD instead of JJJJMMDD.
  bool has_hyphens = false;
};

// The form that the environment of a case asks for; what it leaves empty is the default.
Rapportvorm RapportvormOf(const v1::Environment& environment);

std::string RapportBytes(const v1::Rapport& rapport, const Rapportvorm& vorm);

// CSV-04: its date has no hyphens, whatever the form of the rows.
std::string Bestandsnaam(const v1::Rapport& rapport);

// Of what came: 64 lower-case hexadecimal digits, and the lines after the first.
std::string Sha256Of(absl::string_view bytes);
std::int64_t RowsOf(absl::string_view bytes);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CHECKS_RAPPORTBYTES_H_
