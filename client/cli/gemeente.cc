// `gemeente`: calls of a gemeente's own GemeenteService, as the Inlichtingenbureau makes them.
#include <filesystem>

#include "client/cli/input_file.h"
#include "client/cli/operation_kinds.h"
#include "client/lib/rapportage.h"

namespace ketenproef {
namespace {

FieldHelp BerichtId() {
  return {"bericht_id", "Names the delivery; a repeat keeps it", "", true};
}
FieldHelp Gemeente() {
  return {"gemeentecode", "Which gemeente, four digits", "", true};
}
FieldHelp Datum() {
  return {"datum", "X, the day of the exchange"};
}
FieldHelp Tijdstip() {
  return {"tijdstip", "Virtual instant of the call"};
}

Operation DeliverRapportageOperation() {
  std::vector<Flag> flags = FieldFlags(*v1::DeliverRapportageRequest::descriptor(), "",
                                       {BerichtId(),
                                        Gemeente(),
                                        Datum(),
                                        Tijdstip(),
                                        {"bestandsnaam", "Name of the report; not given: that of the file"}});
  flags.push_back({.name = "file", .help = "The report", .form = "FILE", .is_required = true});
  auto run = [flags](const Session& session, const Arguments& arguments) {
    auto request = RequestOf<v1::DeliverRapportageRequest>(flags, arguments);
    if (!request.ok()) return request.status();
    auto bytes = ReadInputFile(arguments.Get("file"));
    if (!bytes.ok()) return bytes.status();
    if (request->bestandsnaam().empty()) {
      request->set_bestandsnaam(std::filesystem::path(arguments.Get("file")).filename().string());
    }
    request->set_sha256(client::Sha256Of(*bytes));
    request->set_aantal_rijen(client::RowsOf(*bytes));
    request->set_inhoud(*std::move(bytes));
    return CallAndPrint(session, *request);
  };
  return {"gemeente deliver-rapportage",
          "Deliver one report, whole",
          flags,
          {"gemeente deliver-rapportage --server localhost:5051 --gemeentecode 0363 --bericht-id proef-1 "
           "--datum 2025-05-31 --file rapporten/Re-integratie_signaalrapport_0363_20250531.csv"},
          run};
}

}  // namespace

std::vector<Operation> GemeenteOperations() {
  return {
      Unary<v1::LookupLksRequest>(
          "gemeente lookup-lks", "Ask which LKS the gemeente granted a person in a period (DKD)",
          {"",
           {{"vraag_id", "Names the question", "vraag-1"},
            Gemeente(),
            {"bsn", "BSN of the person", "", true},
            {"datum_van", "First day asked about"},
            {"datum_tot", "Last day asked about"},
            Tijdstip()}},
          {"gemeente lookup-lks --gemeentecode 0363 --bsn 999990007 --datum-van 2023-05-30 "
           "--datum-tot 2025-05-30"}),
      DeliverRapportageOperation(),
      Unary<v1::DeliverMeldingRequest>(
          "gemeente deliver-melding", "Deliver one forwarded melding (DL-01)",
          {"",
           {BerichtId(),
            Gemeente(),
            Datum(),
            Tijdstip(),
            {"doorlevering.soort", "What is forwarded", "", true},
            {"doorlevering.loonheffingennummer", "The employer"},
            {"doorlevering.kenmerk", "Kenmerk of the forwarded message"},
            {"doorlevering.verwijst_naar", "Kenmerk of the ziekmelding of the case"},
            {"doorlevering.bsn", "BSN of the worker"},
            {"doorlevering.datum_ingang", "AO, or H of a herstelmelding"}}},
          {"gemeente deliver-melding --server localhost:5051 --gemeentecode 0363 --bericht-id proef-2 "
           "--datum 2025-03-12 --soort ziek --loonheffingennummer 100000000L01 --kenmerk M-1 --verwijst-naar "
           "M-1 "
           "--bsn 999990007 --datum-ingang 2025-03-10"}),
      Unary<v1::DeliverMeldingRequest>(
          "gemeente deliver-bericht", "Deliver one bericht that follows a signal (SIG-07)",
          {"",
           {BerichtId(),
            Gemeente(),
            Datum(),
            Tijdstip(),
            {"bericht.soort", "Why it is sent", "", true},
            {"bericht.loonheffingennummer", "The employer"},
            {"bericht.kenmerk", "Kenmerk of the ziekmelding of the case"},
            {"bericht.bsn", "BSN of the worker"}}},
          {"gemeente deliver-bericht --server localhost:5051 --gemeentecode 0363 --bericht-id proef-3 "
           "--datum 2025-06-21 --soort ingetrokken --loonheffingennummer 100000000L01 --kenmerk M-1 "
           "--bsn 999990007"}),
  };
}

}  // namespace ketenproef
