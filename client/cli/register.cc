// `register`: what UWV and gemeenten keep about persons.
#include "client/cli/operation_kinds.h"

namespace ketenproef {
namespace {

FieldHelp Persoon() {
  return {"bsn", "BSN of the person"};
}
FieldHelp Van() {
  return {"datum_van", "First day"};
}
FieldHelp OpenTot() {
  return {"datum_tot", "Last day, inclusive; not given: open"};
}
FieldHelp Tot() {
  return {"datum_tot", "Last day, inclusive"};
}

std::vector<Operation> Doelgroepregistraties() {
  return {
      Unary<v1::RegisterDoelgroepregistratieRequest>(
          "register doelgroepregistratie add", "Record a period in the doelgroepregister",
          {"doelgroepregistratie", {Persoon(), Van(), OpenTot()}},
          {"register doelgroepregistratie add --bsn 999990007 --datum-van 2023-01-01"}),
      Unary<v1::EndDoelgroepregistratieRequest>(
          "register doelgroepregistratie end", "End the open period of a person",
          {"einde_doelgroepregistratie", {Persoon(), Tot()}},
          {"register doelgroepregistratie end --bsn 999990007 --datum-tot 2025-12-31"}),
      List<v1::ListDoelgroepregistratiesRequest>(
          "register doelgroepregistratie list", "The periods of a person", {Persoon()},
          {"bsn", "datum_van", "datum_tot"}, {"register doelgroepregistratie list --bsn 999990007"}),
  };
}

std::vector<Operation> Dienstverbanden() {
  return {
      Unary<v1::RegisterDienstverbandRequest>(
          "register dienstverband add", "Record a dienstverband",
          {"dienstverband", {Persoon(), NummerField(), Van(), OpenTot()}},
          {"register dienstverband add --bsn 999990007 --loonheffingennummer 100000000L01 "
           "--datum-van 2023-01-01"}),
      Unary<v1::EndDienstverbandRequest>(
          "register dienstverband end", "Record the end (E) of an open dienstverband",
          {"einde_dienstverband", {Persoon(), NummerField(), Tot()}},
          {"register dienstverband end --bsn 999990007 --loonheffingennummer 100000000L01 "
           "--datum-tot 2025-05-30"}),
      List<v1::ListDienstverbandenRequest>(
          "register dienstverband list", "The dienstverbanden of a person, with every employer", {Persoon()},
          {"bsn", "loonheffingennummer", "datum_van", "datum_tot"},
          {"register dienstverband list --bsn 999990007"}),
  };
}

std::vector<Operation> Woonplaatsen() {
  return {
      Unary<v1::RegisterWoonplaatsRequest>(
          "register woonplaats add", "Record where a person lives from a day on",
          {"woonplaats",
           {Persoon(), {"gemeentecode", "Four digits; not given: from this day on it is not known"}, Van()}},
          {"register woonplaats add --bsn 999990007 --gemeentecode 0363 --datum-van 2023-01-01"}),
      List<v1::ListWoonplaatsenRequest>("register woonplaats list", "The woonplaatsen of a person",
                                        {Persoon()}, {"bsn", "gemeentecode", "datum_van"},
                                        {"register woonplaats list --bsn 999990007"}),
  };
}

std::vector<Operation> LksPerioden() {
  return {
      Unary<v1::RegisterLksPeriodeRequest>(
          "register lks-periode add", "Record a period in which a gemeente grants loonkostensubsidie",
          {"lks_periode",
           {Persoon(),
            {"gemeentecode", "The gemeente that grants it, four digits"},
            Van(),
            OpenTot(),
            {"loonwaarde", "In whole percent, 0 to 99"},
            {"forfaitair", "Whether the loonwaarde is the fixed one", "nee"}}},
          {"register lks-periode add --bsn 999990007 --gemeentecode 0363 --datum-van 2023-01-01 "
           "--loonwaarde 55"}),
      Unary<v1::EndLksPeriodeRequest>("register lks-periode end", "End the open LKS period of a person",
                                      {"einde_lks_periode", {Persoon(), Tot()}},
                                      {"register lks-periode end --bsn 999990007 --datum-tot 2025-06-30"}),
      List<v1::ListLksPeriodenRequest>(
          "register lks-periode list", "The LKS periods of a person, of every gemeente", {Persoon()},
          {"bsn", "gemeentecode", "datum_van", "datum_tot", "loonwaarde", "forfaitair"},
          {"register lks-periode list --bsn 999990007"}),
  };
}

}  // namespace

std::vector<Operation> RegisterOperations() {
  std::vector<Operation> all;
  for (const auto group : {Doelgroepregistraties, Dienstverbanden, Woonplaatsen, LksPerioden}) {
    for (Operation& operation : group()) all.push_back(std::move(operation));
  }
  all.push_back(Batches<v1::SubmitRegistratiesRequest>(
      "register batch-uwv", "Send records for the registers of UWV from a file, in batches",
      {"register batch-uwv registraties.jsonl",
       R"(register batch-uwv - <<< '{"doelgroepregistratie": {"bsn": "999990007", )"
       R"("datum_van": {"jaar": 2023, "maand": 1, "dag": 1}}}')"}));
  all.push_back(Batches<v1::SubmitGemeenteRegistratiesRequest>(
      "register batch-gemeente", "Send records for the registers of gemeenten from a file, in batches",
      {"register batch-gemeente registraties.jsonl",
       R"(register batch-gemeente - <<< '{"woonplaats": {"bsn": "999990007", "gemeentecode": "0363", )"
       R"("datum_van": {"jaar": 2023, "maand": 1, "dag": 1}}}')"}));
  return all;
}

}  // namespace ketenproef
