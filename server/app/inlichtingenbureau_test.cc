// The Inlichtingenbureau over real stubs: what it lists, what is downloaded and confirmed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server/app/chain_test.h"
#include "server/omgeving/sha256.h"
#include "server/wire/antwoord.h"

namespace ketenproef {
namespace {

using grpc::StatusCode;
using testing::HasSubstr;
using testing::Key;
using testing::Not;
using testing::UnorderedElementsAre;

// Three persons whose ziekmelding is forwarded on 7 January and whose signal goes out on 1 March 2025.
class Inlichtingenbureau : public ChainTest {
 protected:
  void SetUp() override {
    ChainTest::SetUp();
    ib_ = std::make_unique<Stubs>(Make("ib"));
    for (int n = 0; n < 3; ++n) MakeSignaal(*ib_, n);
    Advance(*ib_, "2025-03-01T12:00:00+01:00");
  }

  std::string Download(const std::string& id) {
    v1::DownloadRapportageRequest request;
    request.set_rapportage_id(id);
    auto call = ib_->DownloadRapportage(request);
    std::string bytes;
    v1::DownloadRapportageResponse piece;
    while (call.stream->Read(&piece)) {
      EXPECT_GE(piece.inhoud().size(), 1u);
      EXPECT_LE(piece.inhoud().size(), 65'536u);
      bytes += piece.inhoud();
    }
    EXPECT_TRUE(call.stream->Finish().ok());
    return bytes;
  }
  v1::Rapportage First() {
    const auto list = ib_->Call(v1::ListRapportagesRequest());
    EXPECT_EQ(list.response.rapportages_size(), 1);
    return list.response.rapportages_size() == 1 ? list.response.rapportages(0) : v1::Rapportage();
  }
  Answer<v1::ConfirmRapportageResponse> Confirm(const std::string& id, const std::string& sha256,
                                                std::int64_t rows) {
    v1::ConfirmRapportageRequest request;
    request.set_rapportage_id(id);
    request.set_sha256(sha256);
    request.set_aantal_rijen(rows);
    return ib_->Call(request);
  }
  Answer<v1::ConfirmDoorleveringenResponse> ConfirmAll(const std::vector<std::string>& ids) {
    v1::ConfirmDoorleveringenRequest request;
    for (const std::string& id : ids) request.add_bericht_ids(id);
    return ib_->Call(request);
  }
  int Unconfirmed() {
    return ib_->Call(Request<v1::ListDoorleveringenRequest>("alleen_onbevestigd: true"))
        .response.doorleveringen_size();
  }
  std::int64_t Volgnummer() {
    return ib_->Call(Request<v1::GetOmgevingRequest>("naam: 'ib'")).response.omgeving().volgnummer();
  }

  std::unique_ptr<Stubs> ib_;
};

TEST_F(Inlichtingenbureau, CSV05_DownloadIsWhatTheDescriptionSays) {
  const v1::Rapportage rapportage = First();
  EXPECT_EQ(rapportage.gemeentecode(), "0363");
  EXPECT_EQ(rapportage.bestandsnaam(), "Re-integratie_signaalrapport_0363_20250301.csv");
  EXPECT_EQ(rapportage.aantal_rijen(), 3);
  EXPECT_FALSE(rapportage.has_bevestigd_tijdstip());
  EXPECT_EQ(rapportage.klaargezet_tijdstip().seconds(), Seconds("2025-03-01T06:00:00+01:00"));
  const std::string bytes = Download(rapportage.rapportage_id());
  EXPECT_EQ(static_cast<std::int64_t>(bytes.size()), rapportage.aantal_bytes());
  EXPECT_EQ(HexOf(Sha256(bytes)), rapportage.sha256());
  EXPECT_EQ(Download(rapportage.rapportage_id()), bytes);
  EXPECT_THAT(bytes, HasSubstr(absl::StrCat("\r\n", TestBsn(0), ";;20250228;20250106\r\n")));
}

TEST_F(Inlichtingenbureau, UnknownRapportage) {
  for (const std::string id : {"", "0363-20250302", "0364-20250301", "../0363-20250301", "0363-20250301 "}) {
    v1::DownloadRapportageRequest request;
    request.set_rapportage_id(id);
    auto call = ib_->DownloadRapportage(request);
    v1::DownloadRapportageResponse piece;
    EXPECT_FALSE(call.stream->Read(&piece));
    ExpectRefused(call.stream->Finish(), StatusCode::NOT_FOUND, "RAPPORTAGE_ONBEKEND");
    ExpectRefused(Confirm(id, std::string(64, '0'), 3).status, StatusCode::NOT_FOUND, "RAPPORTAGE_ONBEKEND");
  }
}

TEST_F(Inlichtingenbureau, ConfirmRapportageOnceAndAgain) {
  const v1::Rapportage rapportage = First();
  const auto first = Confirm(rapportage.rapportage_id(), rapportage.sha256(), 3);
  ASSERT_TRUE(first.status.ok()) << first.status.error_message();
  EXPECT_FALSE(first.response.herhaald());
  EXPECT_EQ(first.response.rapportage().bevestigd_tijdstip().seconds(), Seconds("2025-03-01T12:00:00+01:00"));
  Advance(*ib_, "2025-03-02T12:00:00+01:00");
  const std::int64_t before = Volgnummer();
  const auto again = Confirm(rapportage.rapportage_id(), rapportage.sha256(), 3);
  EXPECT_TRUE(again.response.herhaald());
  EXPECT_EQ(again.response.rapportage().DebugString(), first.response.rapportage().DebugString());
  EXPECT_EQ(Volgnummer(), before);
  EXPECT_EQ(
      ib_->Call(Request<v1::ListRapportagesRequest>("alleen_onbevestigd: true")).response.rapportages_size(),
      0);
}

TEST_F(Inlichtingenbureau, ConfirmRapportageSaysWhatDiffersAndChangesNothing) {
  const v1::Rapportage rapportage = First();
  const std::int64_t before = Volgnummer();
  const std::string wrong(64, 'a');
  const auto rows = Confirm(rapportage.rapportage_id(), rapportage.sha256(), 4);
  ExpectRefused(rows.status, StatusCode::FAILED_PRECONDITION, "ONTVANGST_ONGELIJK");
  EXPECT_THAT(DetailsOf(rows.status).metadata,
              UnorderedElementsAre(testing::Pair("aantal_rijen_verwacht", "3"),
                                   testing::Pair("aantal_rijen_ontvangen", "4")));
  const auto hash = Confirm(rapportage.rapportage_id(), wrong, 3);
  EXPECT_THAT(DetailsOf(hash.status).metadata,
              UnorderedElementsAre(testing::Pair("sha256_verwacht", rapportage.sha256()),
                                   testing::Pair("sha256_ontvangen", wrong)));
  const auto both = Confirm(rapportage.rapportage_id(), wrong, 0);
  EXPECT_THAT(DetailsOf(both.status).metadata,
              UnorderedElementsAre(Key("sha256_verwacht"), Key("sha256_ontvangen"),
                                   Key("aantal_rijen_verwacht"), Key("aantal_rijen_ontvangen")));
  EXPECT_EQ(Volgnummer(), before);
  EXPECT_FALSE(First().has_bevestigd_tijdstip());
}

TEST_F(Inlichtingenbureau, ConfirmRapportageMalformedHash) {
  const v1::Rapportage rapportage = First();
  for (const std::string sha256 : {"", "ab"}) {
    ExpectRefused(Confirm(rapportage.rapportage_id(), sha256, 3).status, StatusCode::INVALID_ARGUMENT,
                  "VELD_ONGELDIG", {"sha256"});
  }
  ExpectRefused(Confirm(rapportage.rapportage_id(), std::string(65, 'a'), 3).status,
                StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"sha256"});
}

// "64 lower-case hexadecimal digits", and "0 or more" rows; what else is there must not come back in the
// error.
TEST_F(Inlichtingenbureau, BSN03_ConfirmRapportageTakesHexadecimalDigitsOnly) {
  const v1::Rapportage rapportage = First();
  const std::string hostile = absl::StrCat(TestBsn(0), std::string(55, 'z'));
  const auto answer = Confirm(rapportage.rapportage_id(), hostile, 3);
  ExpectRefused(answer.status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"sha256"});
  EXPECT_THAT(answer.status.error_details(), Not(HasSubstr(TestBsn(0))));
  ExpectRefused(Confirm(rapportage.rapportage_id(), rapportage.sha256(), -1).status,
                StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"aantal_rijen"});
}

TEST_F(Inlichtingenbureau, DL01_DoorleveringenAndTheirConfirmation) {
  const auto list = ib_->Call(v1::ListDoorleveringenRequest());
  ASSERT_EQ(list.response.doorleveringen_size(), 3);
  std::vector<std::string> ids;
  for (int n = 0; n < 3; ++n) {
    const v1::Doorlevering& doorlevering = list.response.doorleveringen(n);
    EXPECT_EQ(doorlevering.inhoud().kenmerk(), absl::StrCat("Z-", n));
    EXPECT_EQ(doorlevering.datum().dag(), 7);
    EXPECT_FALSE(doorlevering.has_bevestigd_tijdstip());
    ids.push_back(doorlevering.bericht_id());
  }
  // All or nothing.
  const auto unknown = ConfirmAll({ids[0], "D-999", ids[1]});
  ExpectRefused(unknown.status, StatusCode::NOT_FOUND, "BERICHT_ONBEKEND");
  EXPECT_EQ(Unconfirmed(), 3);
  const auto first = ConfirmAll({ids[0]});
  EXPECT_EQ(first.response.aantal_bevestigd(), 1);
  const auto rest = ConfirmAll(ids);
  EXPECT_EQ(rest.response.aantal_bevestigd(), 2);
  EXPECT_EQ(rest.response.aantal_herhaald(), 1);
  EXPECT_EQ(Unconfirmed(), 0);
  const std::int64_t before = Volgnummer();
  EXPECT_EQ(ConfirmAll(ids).response.aantal_herhaald(), 3);
  EXPECT_EQ(Volgnummer(), before);
}

// "One that is named twice counts once."
TEST_F(Inlichtingenbureau, ConfirmDoorleveringenNamedTwiceCountsOnce) {
  const std::string id = ib_->Call(v1::ListDoorleveringenRequest()).response.doorleveringen(0).bericht_id();
  const auto answer = ConfirmAll({id, id});
  ASSERT_TRUE(answer.status.ok());
  EXPECT_EQ(answer.response.aantal_bevestigd(), 1);
  EXPECT_EQ(answer.response.aantal_herhaald(), 0);
}

// "1 to 1,000", otherwise INVALID_ARGUMENT (VELD_ONGELDIG).
TEST_F(Inlichtingenbureau, ConfirmDoorleveringenBounds) {
  ExpectRefused(ConfirmAll(std::vector<std::string>(1'000, "D-999")).status, StatusCode::NOT_FOUND,
                "BERICHT_ONBEKEND");
  ExpectRefused(ConfirmAll({}).status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"bericht_ids"});
  ExpectRefused(ConfirmAll(std::vector<std::string>(1'001, "D-1")).status, StatusCode::INVALID_ARGUMENT,
                "VELD_ONGELDIG", {"bericht_ids"});
}

TEST_F(Inlichtingenbureau, BSN03_UnknownBerichtIsNotRepeated) {
  const auto answer = ConfirmAll({TestBsn(1)});
  ExpectRefused(answer.status, StatusCode::NOT_FOUND, "BERICHT_ONBEKEND");
  EXPECT_THAT(answer.status.error_message(), Not(HasSubstr(TestBsn(1))));
}

TEST_F(Inlichtingenbureau, FiltersOfLists) {
  const auto reports = [&](const std::string& filter) {
    return ib_->Call(Request<v1::ListRapportagesRequest>(filter)).response.rapportages_size();
  };
  EXPECT_EQ(reports("gemeentecode: '0363'"), 1);
  EXPECT_EQ(reports("gemeentecode: '0364'"), 0);
  EXPECT_EQ(reports(absl::StrCat("datum_van ", Datum("2025-03-01"), " datum_tot ", Datum("2025-03-01"))), 1);
  EXPECT_EQ(reports(absl::StrCat("datum_van ", Datum("2025-03-02"))), 0);
  EXPECT_EQ(reports(absl::StrCat("datum_tot ", Datum("2025-02-28"))), 0);
  const auto forwarded = [&](const std::string& filter) {
    return ib_->Call(Request<v1::ListDoorleveringenRequest>(filter)).response.doorleveringen_size();
  };
  EXPECT_EQ(forwarded(absl::StrCat("datum_van ", Datum("2025-01-07"), " datum_tot ", Datum("2025-01-07"))),
            3);
  EXPECT_EQ(forwarded(absl::StrCat("datum_tot ", Datum("2025-01-06"))), 0);
  EXPECT_EQ(
      ib_->Call(Request<v1::ListNotificatiesRequest>("gemeentecode: '0363'")).response.notificaties_size(),
      1);
  EXPECT_EQ(ib_->Call(v1::ListBerichtenRequest()).response.berichten_size(), 0);
  EXPECT_EQ(ib_->Call(v1::ListAangehoudenRequest()).response.aangehouden_size(), 0);
}

template <typename List>
void ExpectFieldsChecked(const Stubs& stubs) {
  for (const auto& [filter, field] : std::vector<std::pair<std::string, std::string>>{
           {"gemeentecode: '363'", "gemeentecode"},
           {"gemeentecode: 'abcd'", "gemeentecode"},
           {"datum_van { jaar: 2025 maand: 2 dag: 30 }", "datum_van"},
           {"datum_tot { }", "datum_tot"},
           {"page_size: -1", "page_size"},
           {"page_token: '-1'", "page_token"}}) {
    ExpectRefused(stubs.Call(Request<List>(filter)).status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG",
                  {field});
  }
}

TEST_F(Inlichtingenbureau, MalformedFiltersOfLists) {
  ExpectFieldsChecked<v1::ListRapportagesRequest>(*ib_);
  ExpectFieldsChecked<v1::ListDoorleveringenRequest>(*ib_);
  ExpectFieldsChecked<v1::ListBerichtenRequest>(*ib_);
  ExpectFieldsChecked<v1::ListNotificatiesRequest>(*ib_);
}

TEST_F(Inlichtingenbureau, SIG07_BerichtAfterWithdrawal) {
  ASSERT_TRUE(
      ib_->Call(Request<v1::WithdrawZiekmeldingRequest>(absl::StrCat(
                    "intrekking { kenmerk: 'I' loonheffingennummer: '", kNummer, "' verwijst_naar: 'Z-1' }")))
          .status.ok());
  Advance(*ib_, "2025-03-02T06:00:00+01:00");
  const auto berichten = ib_->Call(v1::ListBerichtenRequest()).response;
  ASSERT_EQ(berichten.berichten_size(), 1);
  EXPECT_EQ(berichten.berichten(0).inhoud().soort(), v1::BERICHTSOORT_INGETROKKEN);
  EXPECT_EQ(berichten.berichten(0).inhoud().bsn(), TestBsn(1));
  // A report of berichten alone has the header line alone.
  const auto list =
      ib_->Call(Request<v1::ListRapportagesRequest>(absl::StrCat("datum_van ", Datum("2025-03-02"))));
  ASSERT_EQ(list.response.rapportages_size(), 1);
  EXPECT_EQ(list.response.rapportages(0).aantal_rijen(), 0);
}

TEST_F(Inlichtingenbureau, SIG04_WithoutWoonplaatsTheSignalIsHeld) {
  const Stubs held = Make("held");
  MakeSignaal(held, 1);
  ASSERT_TRUE(held.Call(Request<v1::RegisterWoonplaatsRequest>(absl::StrCat(
                            "woonplaats { bsn: '", TestBsn(1), "' datum_van ", Datum("2025-02-01"), " }")))
                  .status.ok());
  Advance(held, "2025-03-01T06:00:00+01:00");
  const auto list = held.Call(v1::ListAangehoudenRequest()).response;
  ASSERT_EQ(list.aangehouden_size(), 1);
  EXPECT_EQ(list.aangehouden(0).kenmerk(), "Z-1");
  EXPECT_EQ(list.aangehouden(0).soort(), v1::SIGNAALSOORT_EERSTE);
  EXPECT_EQ(list.aangehouden(0).reden(), v1::AANHOUDREDEN_ONBESTELBAAR);
}

TEST_F(Inlichtingenbureau, Afnemer) {
  const auto get = [&] {
    return ib_->Call(Request<v1::GetAfnemerRequest>("gemeentecode: '0363'")).response.afnemer();
  };
  EXPECT_EQ(get().leverwijze(), v1::LEVERWIJZE_COLLECT);
  EXPECT_EQ(get().emailadres(), "");
  const auto set = [&](const std::string& afnemer) {
    return ib_->Call(Request<v1::SetAfnemerRequest>(absl::StrCat("afnemer { ", afnemer, " }"))).status;
  };
  EXPECT_TRUE(set("gemeentecode: '0363' leverwijze: LEVERWIJZE_COLLECT emailadres: 'a@example.org'").ok());
  EXPECT_EQ(get().emailadres(), "a@example.org");
  const std::string collect = "gemeentecode: '0363' leverwijze: LEVERWIJZE_COLLECT ";
  EXPECT_TRUE(
      set(absl::StrCat(collect, "emailadres: '", std::string(64, 'x'), "@", std::string(189, 'y'), "'"))
          .ok());
  ExpectRefused(
      set(absl::StrCat(collect, "emailadres: '", std::string(64, 'x'), "@", std::string(190, 'y'), "'")),
      StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"emailadres"});
  ExpectRefused(set(collect + "adres: 'localhost:1'"), StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG",
                {"adres"});
  ExpectRefused(set("gemeentecode: '0363'"), StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"leverwijze"});
  ExpectRefused(set("gemeentecode: '9999' leverwijze: LEVERWIJZE_COLLECT"), StatusCode::INVALID_ARGUMENT,
                "VELD_ONGELDIG", {"gemeentecode"});
  ExpectRefused(set(""), StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"gemeentecode"});
  for (const std::string email :
       {"post", "@gemeente.example", "post@", "a@b@c", "post@gemeente.example\\r\\nBcc:x@y.example",
        "<post@gemeente.example>", "post@gemeente..example", "pÃ¶st@gemeente.example",
        "post @gemeente.example"}) {
    SCOPED_TRACE(email);
    ExpectRefused(set(collect + "emailadres: '" + email + "'"), StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG",
                  {"emailadres"});
  }
  ExpectRefused(ib_->Call(v1::GetAfnemerRequest()).status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG",
                {"gemeentecode"});
}

}  // namespace
}  // namespace ketenproef
