#include "server/outbound/uitgang.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "server/omgeving/omgeving.h"
#include "server/outbound/mail_folder.h"
#include "server/outbound/mail_smtp.h"
#include "server/rules/signaalrapport.h"

namespace ketenproef {

absl::StatusOr<std::unique_ptr<Uitgang>> Uitgang::Make(std::uint32_t endpoint_deadline_ms,
                                                       const MailOptions& mail) {
  std::unique_ptr<Uitgang> uitgang(new Uitgang(endpoint_deadline_ms));
  if (mail.smtp_url.empty() && mail.folder.empty()) return uitgang;
  if (absl::Status status = CheckMailadres(mail.from); !status.ok()) {
    return absl::InvalidArgumentError(absl::StrCat("the sender of e-mail: ", std::string(status.message())));
  }
  std::unique_ptr<MailSender> sender = std::make_unique<MailFolder>(mail.folder);
  if (!mail.smtp_url.empty()) {
    SmtpOptions options;
    options.url = mail.smtp_url;
    options.user = mail.smtp_user;
    options.password = mail.smtp_password;
    auto smtp = MakeSmtpSender(options);
    if (!smtp.ok()) return smtp.status();
    sender = *std::move(smtp);
  }
  MailQueueOptions options;
  options.from = mail.from;
  Uitgang* self = uitgang.get();
  uitgang->mail_ =
      std::make_unique<MailQueue>(std::move(options), std::move(sender),
                                  [self](const Notification& notification, const absl::Status& outcome) {
                                    self->OnOutcome(notification.id, outcome);
                                  });
  return uitgang;
}

void Uitgang::Notify(const Omgeving& omgeving, std::uint32_t rapportage, const std::string& email,
                     absl::AnyInvocable<void(const absl::Status&)> done) {
  if (mail_ == nullptr) return;
  const Rapportage& ready = omgeving.toestand().rapportages()[rapportage];
  std::string id;
  {
    absl::MutexLock lock(&mutex_);
    id = absl::StrCat(++last_id_);
    wachtend_.emplace(id, std::move(done));
  }
  mail_->Put({id, omgeving.instellingen().naam, ready.inhoud.gemeentecode, email,
              Bestandsnaam(ready.inhoud.gemeentecode, ready.inhoud.uitwisseling), ready.inhoud.uitwisseling,
              ready.klaargezet});
}

void Uitgang::OnOutcome(const std::string& id, const absl::Status& outcome) {
  absl::AnyInvocable<void(const absl::Status&)> done;
  {
    absl::MutexLock lock(&mutex_);
    const auto found = wachtend_.find(id);
    if (found == wachtend_.end()) return;
    done = std::move(found->second);
    wachtend_.erase(found);
  }
  done(outcome);
}

}  // namespace ketenproef
