#include "server/outbound/mail.h"

#include <algorithm>
#include <array>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/time.h"
#include "server/rules/mailadres.h"
#include "server/rules/signaalrapport.h"

namespace ketenproef {
namespace {

constexpr std::array<absl::string_view, 12> kMaanden = {"januari",   "februari", "maart",    "april",
                                                        "mei",       "juni",     "juli",     "augustus",
                                                        "september", "oktober",  "november", "december"};

bool IsNameCharacter(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '-';
}

// What stands in headers and body besides the addresses.
absl::Status CheckNames(const Notification& notification) {
  const auto is_file_character = [](char c) { return IsNameCharacter(c) || c == '_' || c == '.'; };
  const std::string& file = notification.bestandsnaam;
  const std::string& omgeving = notification.omgeving;
  if (omgeving.empty() || !std::all_of(omgeving.begin(), omgeving.end(), IsNameCharacter)) {
    return absl::InvalidArgumentError("omgeving: must be of the characters a-z, 0-9 and hyphen");
  }
  if (file.empty() || !std::all_of(file.begin(), file.end(), is_file_character)) {
    return absl::InvalidArgumentError("bestandsnaam: must be a name as in CSV-04");
  }
  return absl::OkStatus();
}

std::string BodyOf(const Notification& notification) {
  const std::string code = notification.gemeentecode.ToString();
  const Dag dag = notification.dag;
  const absl::string_view maand = kMaanden[static_cast<std::size_t>(dag.maand() - 1)];
  return absl::StrCat(
      "Geachte heer of mevrouw,\r\n\r\n",                                                            //
      "Bij het Inlichtingenbureau staat een rapport klaar voor gemeente ", code, ":\r\n\r\n",        //
      "    ", notification.bestandsnaam, "\r\n",                                                     //
      "    uitwisseling van ", dag.dag(), " ", maand, " ", dag.jaar(), "\r\n\r\n",                   //
      "Zo haalt u het op:\r\n\r\n",                                                                  //
      "  - uw systeem roept InlichtingenbureauService aan: ListRapportages,\r\n",                    //
      "    DownloadRapportage en, als het heel is aangekomen, ConfirmRapportage;\r\n",               //
      "  - of met de hand: ketenproef rapportages --help\r\n\r\n",                                   //
      "Dit bericht komt uit Ketenproef, een simulator (omgeving ", notification.omgeving, ").\r\n",  //
      "Er staan geen persoonsgegevens in, en antwoorden leest niemand.\r\n");
}

}  // namespace

absl::Status CheckMailadres(absl::string_view address) {
  return IsMailadres(address) ? absl::OkStatus() : absl::InvalidArgumentError(kMailadresVorm);
}

// Every line is ASCII and below 78 characters but for the longest addresses, so nothing needs encoding.
absl::StatusOr<Mail> ComposeMail(const Notification& notification, absl::string_view from) {
  if (absl::Status status = CheckMailadres(from); !status.ok()) {
    return absl::InvalidArgumentError(absl::StrCat("sender: ", status.message()));
  }
  if (absl::Status status = CheckMailadres(notification.emailadres); !status.ok()) {
    return absl::InvalidArgumentError(absl::StrCat("emailadres: ", status.message()));
  }
  if (absl::Status status = CheckNames(notification); !status.ok()) {
    return status;
  }
  Mail mail;
  mail.from = std::string(from);
  mail.to = notification.emailadres;
  mail.name = absl::StrCat(notification.omgeving, "_", notification.gemeentecode.ToString(), "_",
                           notification.dag.ToCompactString());
  const std::string date =
      absl::FormatTime("%a, %d %b %Y %H:%M:%S +0000", notification.tijdstip.ToTime(), absl::UTCTimeZone());
  mail.text = absl::StrCat("Date: ", date, "\r\n",                                  //
                           "From: Ketenproef <", from, ">\r\n",                     //
                           "To: <", notification.emailadres, ">\r\n",               //
                           "Subject: ", kOnderwerpNotificatie, "\r\n",              //
                           "Message-ID: <", mail.name, "@ketenproef.invalid>\r\n",  //
                           "Auto-Submitted: auto-generated\r\n",                    //
                           "MIME-Version: 1.0\r\n",                                 //
                           "Content-Type: text/plain; charset=utf-8\r\n",           //
                           "Content-Transfer-Encoding: 7bit\r\n",                   //
                           "Content-Language: nl\r\n\r\n", BodyOf(notification));
  return mail;
}

}  // namespace ketenproef
