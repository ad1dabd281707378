// Mail as files: NAME.eml in a folder, which any mail program opens. A file is there whole or not at all, and
// the same mail again replaces it by the same bytes.
#ifndef KETENPROEF_SERVER_OUTBOUND_MAIL_FOLDER_H_
#define KETENPROEF_SERVER_OUTBOUND_MAIL_FOLDER_H_

#include <filesystem>

#include "server/outbound/mail_sender.h"

namespace ketenproef {

class MailFolder final : public MailSender {
 public:
  // The folder is made with the first mail, if need be.
  explicit MailFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // UNAVAILABLE, naming the folder, where it cannot be written.
  absl::Status Send(const Mail& mail, const std::stop_token& stop) override;

 private:
  const std::filesystem::path folder_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OUTBOUND_MAIL_FOLDER_H_
