// `doorleveringen`, `berichten`, `notificaties`, `aangehouden`, `afnemer`: what the Inlichtingenbureau has
// for gemeenten besides reports.
#include "client/cli/operation_kinds.h"

namespace ketenproef {
namespace {

FieldHelp Gemeente(const char* help) {
  return {"gemeentecode", help};
}
FieldHelp Van() {
  return {"datum_van", "Only exchanges on or after this day"};
}
FieldHelp Tot() {
  return {"datum_tot", "Only exchanges on or before this day"};
}

std::vector<Operation> Doorleveringen() {
  return {
      List<v1::ListDoorleveringenRequest>(
          "doorleveringen list",
          "List the forwarded meldingen, in the order in which they must be applied (DL-04)",
          {Gemeente("Only for this gemeente, four digits"),
           Van(),
           Tot(),
           {"alleen_onbevestigd", "Only what has not been confirmed"}},
          {"bericht_id", "gemeentecode", "datum", "inhoud.soort", "inhoud.loonheffingennummer",
           "inhoud.kenmerk", "inhoud.verwijst_naar", "inhoud.bsn", "inhoud.datum_ingang",
           "bevestigd_tijdstip"},
          {"doorleveringen list --gemeentecode 0363 --alleen-onbevestigd"}),
      Unary<v1::ConfirmDoorleveringenRequest>(
          "doorleveringen confirm", "Say that forwarded meldingen arrived",
          {"",
           {{"bericht_ids", "Which, as `doorleveringen list` shows them; can be given more than once", "",
             true, "bericht-id"}}},
          {"doorleveringen confirm --bericht-id $(ketenproef doorleveringen list --json | jq -r .bericht_id "
           "| "
           "head -1)"}),
  };
}

std::vector<Operation> Afnemers() {
  const FieldHelp gemeente{"gemeentecode", "The gemeente, four digits"};
  return {
      Unary<v1::GetAfnemerRequest>("afnemer get", "How a gemeente receives", {"", {gemeente}},
                                   {"afnemer get --gemeentecode 0363"}),
      Unary<v1::SetAfnemerRequest>(
          "afnemer set", "Record how a gemeente receives, from the next exchange on",
          {"afnemer",
           {gemeente,
            {"leverwijze", "Whether it collects, or is called at its endpoint", "collect"},
            {"adres", "With endpoint where it listens, such as localhost:5051"},
            {"emailadres", "Where notifications go; not given: they are only listed"}}},
          {"afnemer set --gemeentecode 0363 --emailadres lks@gemeente.example"}),
  };
}

}  // namespace

std::vector<Operation> InlichtingenbureauOperations() {
  std::vector<Operation> all = Doorleveringen();
  all.push_back(List<v1::ListBerichtenRequest>(
      "berichten list", "List the berichten", {Gemeente("Only for this gemeente, four digits"), Van(), Tot()},
      {"bericht_id", "gemeentecode", "datum", "inhoud.soort", "inhoud.loonheffingennummer", "inhoud.kenmerk",
       "inhoud.bsn"},
      {"berichten list --gemeentecode 0363"}));
  all.push_back(List<v1::ListNotificatiesRequest>(
      "notificaties list", "List the e-mails sent, one for each report",
      {Gemeente("Only to this gemeente, four digits"), Van(), Tot()},
      {"datum", "gemeentecode", "onderwerp", "bestandsnaam"}, {"notificaties list --datum-van 2025-05-01"}));
  all.push_back(List<v1::ListAangehoudenRequest>(
      "aangehouden list", "List the signals that the last exchange could not deliver", {},
      {"loonheffingennummer", "kenmerk", "soort", "reden"}, {"aangehouden list"}));
  all.push_back(List<v1::ListLeveringenRequest>(
      "leveringen list", "List what endpoints of gemeenten have not acknowledged",
      {Gemeente("Only to this gemeente, four digits")},
      {"gemeentecode", "soort", "bericht_id", "datum", "aantal_pogingen", "geweigerd", "reden"},
      {"leveringen list"}));
  for (Operation& operation : Afnemers()) all.push_back(std::move(operation));
  return all;
}

}  // namespace ketenproef
