// Where e-mail goes: to a mail server, or else into files, or nowhere.
#ifndef KETENPROEF_SERVER_OUTBOUND_MAIL_OPTIONS_H_
#define KETENPROEF_SERVER_OUTBOUND_MAIL_OPTIONS_H_

#include <string>

namespace ketenproef {

struct MailOptions {
  std::string smtp_url;  // smtp://HOST:PORT or smtps://HOST:PORT; empty: no server
  std::string smtp_user;
  std::string smtp_password;
  std::string folder;  // of .eml files, where there is no server; empty too: e-mails are only listed
  std::string from = "ketenproef@inlichtingenbureau.example";
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OUTBOUND_MAIL_OPTIONS_H_
