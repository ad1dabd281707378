#include "server/outbound/mail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "server/outbound/mail_fixture.h"

namespace ketenproef {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Mail, NOT01_IsAMessageWithTheExactSubject) {
  const auto mail = ComposeMail(NotificationOf("1", "lks@gemeente.example"), kFrom);
  ASSERT_TRUE(mail.ok()) << mail.status();
  EXPECT_EQ(mail->from, kFrom);
  EXPECT_EQ(mail->to, "lks@gemeente.example");
  EXPECT_EQ(mail->name, "standaard_0363_20250301");
  EXPECT_EQ(mail->text,
            "Date: Sat, 01 Mar 2025 05:00:00 +0000\r\n"
            "From: Ketenproef <ketenproef@ib.example>\r\n"
            "To: <lks@gemeente.example>\r\n"
            "Subject: er staat een 'Re-integratie_signaalrapport' voor u klaar\r\n"
            "Message-ID: <standaard_0363_20250301@ketenproef.invalid>\r\n"
            "Auto-Submitted: auto-generated\r\n"
            "MIME-Version: 1.0\r\n"
            "Content-Type: text/plain; charset=utf-8\r\n"
            "Content-Transfer-Encoding: 7bit\r\n"
            "Content-Language: nl\r\n"
            "\r\n"
            "Geachte heer of mevrouw,\r\n"
            "\r\n"
            "Bij het Inlichtingenbureau staat een rapport klaar voor gemeente 0363:\r\n"
            "\r\n"
            "    Re-integratie_signaalrapport_0363_20250301.csv\r\n"
            "    uitwisseling van 1 maart 2025\r\n"
            "\r\n"
            "Zo haalt u het op:\r\n"
            "\r\n"
            "  - uw systeem roept InlichtingenbureauService aan: ListRapportages,\r\n"
            "    DownloadRapportage en, als het heel is aangekomen, ConfirmRapportage;\r\n"
            "  - of met de hand: ketenproef rapportages --help\r\n"
            "\r\n"
            "Dit bericht komt uit Ketenproef, een simulator (omgeving standaard).\r\n"
            "Er staan geen persoonsgegevens in, en antwoorden leest niemand.\r\n");
}

// RFC 5322, 2.1: CRLF ends every line, 78 characters at most, and 7bit says ASCII.
TEST(Mail, EveryLineIsShortAscii) {
  auto notification = NotificationOf("1", "lks@gemeente.example", std::string(63, 'o'));
  notification.dag = *Dag::FromCivil(2025, 9, 30);
  const auto mail = ComposeMail(notification, kFrom);
  ASSERT_TRUE(mail.ok()) << mail.status();
  for (const absl::string_view line : absl::StrSplit(mail->text, "\r\n")) {
    for (const char c : line) EXPECT_TRUE(c >= ' ' && c <= '~') << line;
    EXPECT_LE(line.size(), absl::StrContains(line, "ooo") ? 998U : 78U) << line;
  }
  EXPECT_THAT(mail->text, HasSubstr("30 september 2025"));
}

TEST(Mail, NameIsOfOmgevingAndReportAlone) {
  const auto name = [](const Notification& notification) { return ComposeMail(notification, kFrom)->name; };
  const Notification first = NotificationOf("1", "a@gemeente.example");
  EXPECT_EQ(name(first), name(NotificationOf("2", "b@gemeente.example")));
  Notification other_day = first;
  other_day.dag = first.dag + Dagen(1);
  Notification other_gemeente = first;
  other_gemeente.gemeentecode = Gemeentecode::FromTrustedNumber(599);
  const std::set<std::string> names = {name(first), name(other_day), name(other_gemeente),
                                       name(NotificationOf("1", "a@gemeente.example", "proef"))};
  EXPECT_EQ(names.size(), 4U);
}

TEST(Mail, AddressesThatAreWell) {
  for (const std::string& address :
       {std::string("a@b"), std::string("lks@gemeente.example"), std::string("o'neil@x.example"),
        std::string("re-integratie.lks+proef@post.gemeente-a.nl"),
        absl::StrCat(std::string(64, 'a'), "@", std::string(189, 'b'))}) {
    EXPECT_TRUE(CheckMailadres(address).ok()) << address;
  }
}

TEST(Mail, AddressesCannotBringHeadersOrRecipients) {
  for (const std::string& address : {std::string("a@b\r\nBcc: c@d"),
                                     std::string("a\r\n@b"),
                                     std::string("a@b\n"),
                                     std::string("a@b\0c", 5),
                                     std::string("a@b\x7f"),
                                     std::string("a@b\t"),
                                     std::string("a@b>"),
                                     std::string("<a@b"),
                                     std::string("a@b, c@d"),
                                     std::string("a b@c"),
                                     std::string("\"a\"@b"),
                                     std::string("a@b;c"),
                                     std::string("a@b (c)"),
                                     std::string("@b"),
                                     std::string("a@"),
                                     std::string("a"),
                                     std::string(""),
                                     std::string("a@@b"),
                                     std::string("a..b@c"),
                                     std::string(".a@b"),
                                     std::string("a@b."),
                                     std::string("m\xc3\xa9l@b"),
                                     std::string("a@b\xc2\x85"),
                                     std::string("a@[127.0.0.1]"),
                                     absl::StrCat(std::string(65, 'a'), "@b"),
                                     absl::StrCat(std::string(64, 'a'), "@", std::string(190, 'b'))}) {
    const absl::Status status = CheckMailadres(address);
    EXPECT_TRUE(absl::IsInvalidArgument(status)) << address;
    EXPECT_THAT(status.message(), Not(HasSubstr("Bcc"))) << "the address is repeated";
    EXPECT_TRUE(absl::IsInvalidArgument(ComposeMail(NotificationOf("1", address), kFrom).status()));
    EXPECT_TRUE(absl::IsInvalidArgument(ComposeMail(NotificationOf("1", "a@b"), address).status()));
  }
}

TEST(Mail, OtherTextCannotBringHeadersEither) {
  for (const std::string text : {"a\r\nBcc: c@d", "", "a/b", "../a"}) {
    EXPECT_FALSE(ComposeMail(NotificationOf("1", "a@b", text), kFrom).ok()) << text;
    Notification notification = NotificationOf("1", "a@b");
    notification.bestandsnaam = text;
    EXPECT_FALSE(ComposeMail(notification, kFrom).ok()) << text;
  }
}

}  // namespace
}  // namespace ketenproef
