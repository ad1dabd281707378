#include "conformance/runner/aanbod.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/lib/call_error.h"
#include "conformance/checks/rapportbytes.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class AanbodTest : public testing::Test {
 protected:
  AanbodTest() { aanbod_.BeginCase({"0363", "0599"}, "t"); }

  void Offer(const std::string& text) {
    v1::Offer offer;
    ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &offer)) << text;
    ASSERT_TRUE(aanbod_.Offer(offer, &ids_).ok());
  }
  static std::string Rapport(const std::string& datum, const std::string& code) {
    return absl::StrCat("rapporten { datum: '", datum, "' gemeentecode: '", code,
                        "' rij { bsn: '999990007' einde_arbeidsverhouding: '2025-02-28' } } ");
  }
  // Days and gemeenten of a list, and its next page.
  std::vector<std::string> List(contract::ListRapportagesRequest request, std::string* next = nullptr) {
    contract::ListRapportagesResponse response;
    EXPECT_TRUE(aanbod_.ListRapportages(request, &response).ok());
    std::vector<std::string> listed;
    for (const contract::Rapportage& item : response.rapportages()) {
      listed.push_back(absl::StrCat(item.gemeentecode(), "/", item.datum().dag()));
    }
    if (next != nullptr) *next = response.next_page_token();
    return listed;
  }
  static contract::ListRapportagesRequest Of(const std::string& gemeentecode, bool only_open = false) {
    contract::ListRapportagesRequest request;
    request.set_gemeentecode(gemeentecode);
    request.set_alleen_onbevestigd(only_open);
    return request;
  }
  std::string Download(const std::string& id) {
    std::string bytes;
    EXPECT_TRUE(aanbod_.BeginDownload(id, &bytes).ok());
    aanbod_.NoteWholeDownload(id);
    return bytes;
  }
  absl::Status Confirm(const std::string& id, const std::string& sha256, int rows) {
    contract::ConfirmRapportageRequest request;
    request.set_rapportage_id(id);
    request.set_sha256(sha256);
    request.set_aantal_rijen(rows);
    contract::ConfirmRapportageResponse response;
    const absl::Status status = aanbod_.ConfirmRapportage(request, &response);
    is_repeated_ = response.herhaald();
    return status;
  }
  const Collected& collected() const { return aanbod_.collected(); }

  Aanbod aanbod_;
  std::vector<std::string> ids_;
  bool is_repeated_ = false;
};

std::string Reason(const absl::Status& status) {
  return absl::StrCat(absl::StatusCodeToString(status.code()), " ", client::CallErrorOf(status).reason);
}

TEST_F(AanbodTest, ListsByGemeenteDayAndConfirmation) {
  Offer(Rapport("2025-03-01", "0363") + Rapport("2025-03-01", "0599") + Rapport("2025-03-02", "0363"));
  EXPECT_THAT(List(Of("0363")), ElementsAre("0363/1", "0363/2"));
  EXPECT_THAT(List(Of("0599")), ElementsAre("0599/1"));
  EXPECT_THAT(List(Of("")), SizeIs(3));
  auto request = Of("");
  request.mutable_datum_van()->set_jaar(2025);
  request.mutable_datum_van()->set_maand(3);
  request.mutable_datum_van()->set_dag(2);
  EXPECT_THAT(List(request), ElementsAre("0363/2"));
  request.clear_datum_van();
  *request.mutable_datum_tot() = contract::Datum();
  request.mutable_datum_tot()->set_jaar(2025);
  EXPECT_THAT(List(request), IsEmpty());
  const std::string bytes = Download(ids_[0]);
  EXPECT_TRUE(Confirm(ids_[0], Sha256Of(bytes), 1).ok());
  EXPECT_THAT(List(Of("0363", true)), ElementsAre("0363/2"));
  EXPECT_THAT(collected().wrong, IsEmpty());
}

TEST_F(AanbodTest, PagesKeepTheirPlaceWhenRecordsAreConfirmed) {
  Offer(Rapport("2025-03-01", "0363") + Rapport("2025-03-02", "0363") + Rapport("2025-03-03", "0363") +
        "page_size: 1");
  std::string next;
  auto request = Of("0363", true);
  request.set_page_size(1'000);
  EXPECT_THAT(List(request, &next), ElementsAre("0363/1"));
  EXPECT_TRUE(Confirm(ids_[0], Sha256Of(Download(ids_[0])), 1).ok());
  request.set_page_token(next);
  EXPECT_THAT(List(request, &next), ElementsAre("0363/2"));
  request.set_page_token(next);
  EXPECT_THAT(List(request, &next), ElementsAre("0363/3"));
  EXPECT_EQ(next, "");
  contract::ListRapportagesResponse response;
  request.set_page_token("9");
  EXPECT_EQ(Reason(aanbod_.ListRapportages(request, &response)), "INVALID_ARGUMENT VELD_ONGELDIG");
  request.set_page_size(-1);
  EXPECT_EQ(Reason(aanbod_.ListRapportages(request, &response)), "INVALID_ARGUMENT VELD_ONGELDIG");
}

TEST_F(AanbodTest, CSV05_AConfirmationOfWhatWasFetchedIsRight) {
  Offer(Rapport("2025-03-01", "0363"));
  List(Of("0363"));
  const std::string bytes = Download(ids_[0]);
  EXPECT_EQ(Download(ids_[0]), bytes);
  EXPECT_TRUE(Confirm(ids_[0], Sha256Of(bytes), 1).ok());
  EXPECT_FALSE(is_repeated_);
  EXPECT_TRUE(Confirm(ids_[0], Sha256Of(bytes), 1).ok());
  EXPECT_TRUE(is_repeated_);
  EXPECT_TRUE(collected().items[0].is_confirmed);
  EXPECT_EQ(collected().items[0].downloads, 2);
  EXPECT_THAT(collected().wrong, IsEmpty());
}

TEST_F(AanbodTest, CSV05_AConfirmationOfAnythingElseIsWrong) {
  Offer(Rapport("2025-03-01", "0363"));
  const std::string sha256 = Sha256Of(Download(ids_[0]));
  EXPECT_EQ(Reason(Confirm(ids_[0], std::string(64, 'a'), 1)), "FAILED_PRECONDITION ONTVANGST_ONGELIJK");
  EXPECT_EQ(Reason(Confirm(ids_[0], sha256, 2)), "FAILED_PRECONDITION ONTVANGST_ONGELIJK");
  EXPECT_EQ(Reason(Confirm(ids_[0], "", 1)), "INVALID_ARGUMENT VELD_ONGELDIG");
  EXPECT_EQ(Reason(Confirm(ids_[0], sha256, -1)), "INVALID_ARGUMENT VELD_ONGELDIG");
  EXPECT_THAT(collected().wrong, SizeIs(4));
  EXPECT_FALSE(collected().items[0].is_confirmed);
  EXPECT_EQ(Reason(Confirm("nobody's", sha256, 1)), "NOT_FOUND RAPPORTAGE_ONBEKEND");
  EXPECT_EQ(Reason(Confirm("", sha256, 1)), "INVALID_ARGUMENT VELD_ONGELDIG");
  EXPECT_THAT(collected().wrong, SizeIs(4)) << "that is nothing of this case";
}

TEST_F(AanbodTest, CSV05_TheRightHashWithoutAWholeDownloadIsWrong) {
  Offer(Rapport("2025-03-01", "0363"));
  std::string bytes;
  ASSERT_TRUE(aanbod_.BeginDownload(ids_[0], &bytes).ok());
  aanbod_.NoteDamagedDownload(ids_[0]);
  EXPECT_TRUE(Confirm(ids_[0], Sha256Of(bytes), 1).ok());
  ASSERT_THAT(collected().wrong, SizeIs(1));
  EXPECT_EQ(collected().wrong[0].regel, "CSV-05");
  EXPECT_EQ(collected().items[0].damaged_downloads, 1);
}

TEST_F(AanbodTest, SIG04_AnotherGemeentesReportIsNotForThisOne) {
  Offer(Rapport("2025-03-01", "0344"));
  const std::string bytes = Download(ids_[0]);
  EXPECT_TRUE(Confirm(ids_[0], Sha256Of(bytes), 1).ok());
  ASSERT_THAT(collected().wrong, SizeIs(2));
  EXPECT_EQ(collected().wrong[0].regel, "SIG-04");
  EXPECT_FALSE(collected().items[0].is_own);
}

TEST_F(AanbodTest, DL04_DoorleveringenAreConfirmedAllOrNothing) {
  Offer(
      "doorleveringen { datum: '2025-03-01' gemeentecode: '0363' soort: 'ZIEK' kenmerk: 'M-1' } "
      "doorleveringen { datum: '2025-03-01' gemeentecode: '0363' soort: 'HERSTEL' kenmerk: 'M-2' }");
  contract::ListDoorleveringenRequest list;
  list.set_gemeentecode("0363");
  contract::ListDoorleveringenResponse page;
  ASSERT_TRUE(aanbod_.ListDoorleveringen(list, &page).ok());
  ASSERT_EQ(page.doorleveringen_size(), 2);
  contract::ConfirmDoorleveringenRequest request;
  contract::ConfirmDoorleveringenResponse response;
  EXPECT_EQ(Reason(aanbod_.ConfirmDoorleveringen(request, &response)), "INVALID_ARGUMENT VELD_ONGELDIG");
  request.add_bericht_ids(page.doorleveringen(0).bericht_id());
  request.add_bericht_ids("nobody's");
  EXPECT_EQ(Reason(aanbod_.ConfirmDoorleveringen(request, &response)), "NOT_FOUND BERICHT_ONBEKEND");
  EXPECT_FALSE(collected().items[0].is_confirmed);
  request.set_bericht_ids(1, page.doorleveringen(1).bericht_id());
  EXPECT_TRUE(aanbod_.ConfirmDoorleveringen(request, &response).ok());
  EXPECT_EQ(response.aantal_bevestigd(), 2);
  response.Clear();
  EXPECT_TRUE(aanbod_.ConfirmDoorleveringen(request, &response).ok());
  EXPECT_EQ(response.aantal_herhaald(), 2);
  EXPECT_THAT(collected().wrong, IsEmpty());
}

TEST_F(AanbodTest, DL04_ConfirmingWhatWasNotListedIsWrong) {
  Offer("doorleveringen { datum: '2025-03-01' gemeentecode: '0363' soort: 'ZIEK' kenmerk: 'M-1' }");
  contract::ConfirmDoorleveringenRequest request;
  request.add_bericht_ids("t-d0");
  contract::ConfirmDoorleveringenResponse response;
  EXPECT_TRUE(aanbod_.ConfirmDoorleveringen(request, &response).ok());
  EXPECT_THAT(collected().wrong, SizeIs(1));
}

TEST_F(AanbodTest, RoundsCountUntilItComesCloser) {
  Offer(Rapport("2025-03-01", "0363") +
        "berichten { datum: '2025-03-02' gemeentecode: '0363' soort: 'INGETROKKEN' }");
  List(Of("0363"));  // it is seen for the first time
  for (int round = 1; round <= 3; ++round) {
    List(Of("0363"));
    List(Of("0599"));
    contract::ListDoorleveringenResponse ignored;
    contract::ListDoorleveringenRequest other;
    other.set_gemeentecode("0363");
    EXPECT_TRUE(aanbod_.ListDoorleveringen(other, &ignored).ok());
    EXPECT_EQ(collected().items[0].rounds, round) << "a round asks for every list";
    EXPECT_EQ(collected().items[1].rounds, round);
  }
  Download(ids_[0]);
  EXPECT_EQ(collected().items[0].rounds, 0);
  List(Of("0363"));
  Download(ids_[0]);
  EXPECT_EQ(collected().items[0].rounds, 1) << "again what it had is no step";
  auto page = Of("0363");
  page.set_page_token("vanaf-1");
  List(page);
  EXPECT_EQ(collected().items[0].rounds, 1) << "a further page is no round";
  auto later = Of("0363");
  later.mutable_datum_van()->set_jaar(2026);
  List(later);
  EXPECT_EQ(collected().items[0].rounds, 1) << "it could not be in this list";
}

TEST_F(AanbodTest, AWholeRoundIsOverWhenAListIsAskedForAgain) {
  List(Of("0363"));
  List(Of("0599"));
  auto page = Of("0363");
  page.set_page_token("vanaf-0");
  List(page);
  EXPECT_EQ(collected().rounds, 0);
  List(Of("0363"));
  EXPECT_EQ(collected().rounds, 1);
  aanbod_.BeginCase({"0363"}, "u");
  List(Of("0363"));
  EXPECT_EQ(collected().rounds, 0);
}

TEST_F(AanbodTest, ANewCaseForgetsTheOldOneButForWhoStillConfirmsIt) {
  Offer(Rapport("2025-03-01", "0363"));
  const std::string sha256 = Sha256Of(Download(ids_[0]));
  aanbod_.BeginCase({"0363"}, "u");
  EXPECT_THAT(List(Of("0363")), IsEmpty());
  EXPECT_TRUE(Confirm(ids_[0], sha256, 1).ok());
  EXPECT_EQ(Download(ids_[0]).empty(), false);
  EXPECT_THAT(collected().items, IsEmpty());
  EXPECT_THAT(collected().wrong, IsEmpty());
}

TEST_F(AanbodTest, ALargeReport) {
  Offer("rapporten { datum: '2025-03-01' gemeentecode: '0363' } bytes: 100000");
  EXPECT_EQ(Download(ids_[0]).size(), 100'000U);
  v1::Offer odd;
  odd.add_rapporten()->set_datum("2025-03-01");
  odd.set_bytes(4'001);
  EXPECT_FALSE(aanbod_.Offer(odd, &ids_).ok());
}

}  // namespace
}  // namespace ketenproef::conformance
