#include "server/outbound/mail_smtp.h"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"

namespace ketenproef {
namespace {

// How long to sleep at most while nothing happens; a stop request and libcurl's own timers wake earlier.
constexpr int kPollMs = 1000;

struct EasyCleanup {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiCleanup {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct ListCleanup {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct UrlCleanup {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

// libcurl's read callback: the next bytes of the text.
std::size_t ReadText(char* buffer, std::size_t size, std::size_t count, void* text) {
  auto& rest = *static_cast<absl::string_view*>(text);
  const std::size_t length = std::min(size * count, rest.size());
  std::memcpy(buffer, rest.data(), length);
  rest.remove_prefix(length);
  return length;
}

absl::Status StatusOf(CURL* easy, CURLcode result, absl::Duration deadline) {
  if (result == CURLE_OK) {
    return absl::OkStatus();
  }
  if (result == CURLE_OPERATION_TIMEDOUT) {
    return absl::DeadlineExceededError(
        absl::StrCat("the mail server did not take the mail within ", absl::FormatDuration(deadline)));
  }
  long reply = 0;  // NOLINT(google-runtime-int): libcurl's type
  curl_off_t uploaded = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &reply);
  curl_easy_getinfo(easy, CURLINFO_SIZE_UPLOAD_T, &uploaded);
  // libcurl's name for a reply to sender, recipient or DATA, or a reply to the text itself. What is refused
  // before (the greeting, the password) is not about this mail.
  const bool is_about_mail = result == CURLE_SEND_ERROR || uploaded > 0;
  if (reply >= 500 && reply <= 599 && is_about_mail) {
    return absl::FailedPreconditionError(
        absl::StrCat("the mail server refuses the recipient or the mail (SMTP reply ", reply, ")"));
  }
  const std::string said = reply == 0 ? "" : absl::StrCat(" (SMTP reply ", reply, ")");
  return absl::UnavailableError(absl::StrCat("mail server: ", curl_easy_strerror(result), said));
}

// The sockets that libcurl has open, so that a connection can be cut from any thread: libcurl waits up to two
// minutes for an answer to QUIT, and for one to the text without looking up.
class Sockets {
 public:
  void CutAll() {
    absl::MutexLock lock(&mutex_);
    for (const curl_socket_t open : open_) {
      shutdown(open, SHUT_RDWR);
    }
  }

  void SetOn(CURL* easy) {
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, Open);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, Close);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, this);
  }

 private:
  static curl_socket_t Open(void* self, curlsocktype /*purpose*/, curl_sockaddr* address) {
    auto* sockets = static_cast<Sockets*>(self);
    const int opened = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    absl::MutexLock lock(&sockets->mutex_);
    if (opened >= 0) {
      sockets->open_.insert(opened);
    }
    return opened;
  }
  static int Close(void* self, curl_socket_t closing) {
    auto* sockets = static_cast<Sockets*>(self);
    absl::MutexLock lock(&sockets->mutex_);
    sockets->open_.erase(closing);
    return close(closing);
  }

  absl::Mutex mutex_;
  std::set<curl_socket_t> open_ ABSL_GUARDED_BY(mutex_);
};

class SmtpSender final : public MailSender {
 public:
  explicit SmtpSender(SmtpOptions options) : options_(std::move(options)), multi_(curl_multi_init()) {}
  SmtpSender(const SmtpSender&) = delete;
  SmtpSender& operator=(const SmtpSender&) = delete;
  ~SmtpSender() override { sockets_.CutAll(); }

  absl::Status Send(const Mail& mail, const std::stop_token& stop) override {
    const std::unique_ptr<CURL, EasyCleanup> easy(curl_easy_init());
    const std::string to = absl::StrCat("<", mail.to, ">");
    const std::unique_ptr<curl_slist, ListCleanup> recipients(curl_slist_append(nullptr, to.c_str()));
    absl::string_view text = mail.text;
    SetConnection(easy.get());
    sockets_.SetOn(easy.get());
    curl_easy_setopt(easy.get(), CURLOPT_MAIL_FROM, absl::StrCat("<", mail.from, ">").c_str());
    curl_easy_setopt(easy.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(easy.get(), CURLOPT_READFUNCTION, ReadText);
    curl_easy_setopt(easy.get(), CURLOPT_READDATA, &text);
    curl_easy_setopt(easy.get(), CURLOPT_UPLOAD, 1L);
    curl_multi_add_handle(multi_.get(), easy.get());
    const absl::Status status = Run(easy.get(), stop);
    if (!status.ok()) {
      sockets_.CutAll();
    }
    curl_multi_remove_handle(multi_.get(), easy.get());
    return status;
  }

 private:
  void SetConnection(CURL* easy) const {
    const bool has_password = !options_.user.empty();
    curl_easy_setopt(easy, CURLOPT_URL, options_.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(easy, CURLOPT_USE_SSL,
                     static_cast<long>(has_password ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    if (has_password) {
      curl_easy_setopt(easy, CURLOPT_USERNAME, options_.user.c_str());
      curl_easy_setopt(easy, CURLOPT_PASSWORD, options_.password.c_str());
    }
    // What the environment says about proxies is meant for the web.
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS,
                     static_cast<long>(absl::ToInt64Milliseconds(options_.deadline)));
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);  // a name server that is silent does not hold a stop
  }

  absl::Status Run(CURL* easy, const std::stop_token& stop) {
    const std::stop_callback cut(stop, [this] {
      sockets_.CutAll();
      curl_multi_wakeup(multi_.get());
    });
    int running = 1;
    while (!stop.stop_requested()) {
      curl_multi_perform(multi_.get(), &running);
      int left = 0;
      const CURLMsg* message = running == 0 ? curl_multi_info_read(multi_.get(), &left) : nullptr;
      if (message != nullptr && (message->data.result == CURLE_OK || !stop.stop_requested())) {
        return StatusOf(easy, message->data.result, options_.deadline);
      }
      curl_multi_poll(multi_.get(), nullptr, 0, kPollMs, nullptr);
    }
    return absl::CancelledError("stopped while mail was being sent");
  }

  const SmtpOptions options_;
  Sockets sockets_;
  const std::unique_ptr<CURLM, MultiCleanup> multi_;  // last: closes sockets
};

}  // namespace

absl::StatusOr<std::unique_ptr<MailSender>> MakeSmtpSender(const SmtpOptions& options) {
  static const CURLcode kInitialized = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (kInitialized != CURLE_OK) {
    return absl::InternalError("libcurl does not start");
  }
  const std::unique_ptr<CURLU, UrlCleanup> url(curl_url());
  const bool is_smtp = absl::StartsWith(options.url, "smtp://") || absl::StartsWith(options.url, "smtps://");
  if (!is_smtp || curl_url_set(url.get(), CURLUPART_URL, options.url.c_str(), 0) != CURLUE_OK) {
    return absl::InvalidArgumentError("mail server: must be smtp://HOST:PORT or smtps://HOST:PORT");
  }
  char* user = nullptr;
  if (curl_url_get(url.get(), CURLUPART_USER, &user, 0) == CURLUE_OK) {
    curl_free(user);
    return absl::InvalidArgumentError("mail server: user and password have settings of their own");
  }
  if (options.user.empty() != options.password.empty()) {
    return absl::InvalidArgumentError("mail server: user and password go together");
  }
  if (options.deadline <= absl::ZeroDuration() || options.deadline > absl::Hours(1)) {
    return absl::InvalidArgumentError("mail server: the deadline must be more than 0 and at most an hour");
  }
  return std::make_unique<SmtpSender>(options);
}

}  // namespace ketenproef
