// The journal over real stubs, and with it the paging that all lists share.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server/app/chain_test.h"

namespace ketenproef {
namespace {

using grpc::StatusCode;
using testing::ElementsAre;

class Journaal : public ChainTest {
 protected:
  void SetUp() override {
    ChainTest::SetUp();
    journaal_ = std::make_unique<Stubs>(Make("journaal"));
  }

  // One woonplaats more of this person.
  void AddWoonplaats(int n, int times = 1) {
    auto call = journaal_->SubmitGemeenteRegistraties();
    while (times > 0) {
      v1::SubmitGemeenteRegistratiesRequest batch;
      for (; times > 0 && batch.registraties_size() < 1'000; --times) {
        auto* woonplaats = batch.add_registraties()->mutable_woonplaats();
        woonplaats->set_bsn(TestBsn(n));
        woonplaats->set_gemeentecode("0363");
        woonplaats->mutable_datum_van()->set_jaar(2024);
        woonplaats->mutable_datum_van()->set_maand(1);
        woonplaats->mutable_datum_van()->set_dag(1);
      }
      v1::SubmitGemeenteRegistratiesResponse answer;
      ASSERT_TRUE(call.stream->Write(batch));
      ASSERT_TRUE(call.stream->Read(&answer));
    }
    call.stream->WritesDone();
    ASSERT_TRUE(call.stream->Finish().ok());
  }
  Answer<v1::ListGebeurtenissenResponse> List(const std::string& request) {
    return journaal_->Call(Request<v1::ListGebeurtenissenRequest>(request));
  }
  // The volgnummers on all pages.
  std::vector<std::int64_t> All(const std::string& request) {
    std::vector<std::int64_t> numbers;
    auto page = Request<v1::ListGebeurtenissenRequest>(request);
    for (;;) {
      const auto answer = journaal_->Call(page);
      EXPECT_TRUE(answer.status.ok()) << answer.status.error_message();
      for (const auto& gebeurtenis : answer.response.gebeurtenissen()) {
        numbers.push_back(gebeurtenis.volgnummer());
      }
      if (answer.response.next_page_token().empty()) return numbers;
      page.set_page_token(answer.response.next_page_token());
    }
  }

  std::unique_ptr<Stubs> journaal_;
};

TEST_F(Journaal, BeginsWithTheOmgevingAndHasNoGap) {
  MakeSignaal(*journaal_, 1);
  Advance(*journaal_, "2025-03-02T00:00:00+01:00");
  const auto list = List("page_size: 1000").response;
  ASSERT_GT(list.gebeurtenissen_size(), 8);
  EXPECT_TRUE(list.gebeurtenissen(0).has_omgeving_created());
  EXPECT_EQ(list.gebeurtenissen(0).omgeving_created().instelling().naam(), "journaal");
  for (int i = 0; i < list.gebeurtenissen_size(); ++i) {
    EXPECT_EQ(list.gebeurtenissen(i).volgnummer(), i + 1);
    EXPECT_NE(list.gebeurtenissen(i).inhoud_case(), v1::Gebeurtenis::INHOUD_NOT_SET);
    if (i > 0) {
      EXPECT_GE(list.gebeurtenissen(i).tijdstip().seconds(), list.gebeurtenissen(i - 1).tijdstip().seconds());
    }
  }
}

TEST_F(Journaal, PageSizes) {
  AddWoonplaats(1, 2'000);
  const auto size = [&](const std::string& request) { return List(request).response.gebeurtenissen_size(); };
  EXPECT_EQ(size(""), 100);
  EXPECT_EQ(size("page_size: 1"), 1);
  EXPECT_EQ(size("page_size: 999"), 999);
  ExpectRefused(List("page_size: -1").status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"page_size"});
  ExpectRefused(List("page_size: -2147483648").status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG",
                {"page_size"});
  const auto woonplaatsen = [&](int page_size) {
    v1::ListWoonplaatsenRequest request;
    request.set_bsn(TestBsn(1));
    request.set_page_size(page_size);
    return journaal_->Call(request).response.woonplaatsen_size();
  };
  EXPECT_EQ(woonplaatsen(0), 100);
  EXPECT_EQ(woonplaatsen(1'000), 1'000);
  EXPECT_EQ(woonplaatsen(1'001), 1'000);
  EXPECT_EQ(woonplaatsen(2'147'483'647), 1'000);
}

TEST_F(Journaal, EveryPageSizeGivesTheSameList) {
  AddWoonplaats(1, 57);
  for (const int size : {1, 2, 3, 19, 29, 57, 58, 59}) {
    const std::vector<std::int64_t> numbers = All(absl::StrCat("page_size: ", size));
    ASSERT_EQ(numbers.size(), 58u) << size;
    for (std::size_t i = 0; i < numbers.size(); ++i) EXPECT_EQ(numbers[i], static_cast<std::int64_t>(i) + 1);
  }
  // The last page has no token, also where it is full.
  EXPECT_EQ(List("page_size: 58").response.next_page_token(), "");
}

TEST_F(Journaal, PagesKeepTheirPlaceWhileTheListGrows) {
  AddWoonplaats(1, 10);
  v1::ListWoonplaatsenRequest request;
  request.set_bsn(TestBsn(1));
  request.set_page_size(4);
  int seen = 0;
  for (int page = 0; page == 0 || !request.page_token().empty(); ++page) {
    const auto answer = journaal_->Call(request);
    seen += answer.response.woonplaatsen_size();
    request.set_page_token(answer.response.next_page_token());
    if (page < 3) AddWoonplaats(1, 2);
  }
  EXPECT_EQ(seen, 16);
}

TEST_F(Journaal, BSN03_TokensHoldNoPersonalData) {
  AddWoonplaats(1, 300);
  v1::ListWoonplaatsenRequest request;
  request.set_bsn(TestBsn(1));
  EXPECT_EQ(journaal_->Call(request).response.next_page_token().find(TestBsn(1).substr(4)),
            std::string::npos);
}

TEST_F(Journaal, HostileTokens) {
  AddWoonplaats(1, 3);
  for (const std::string token : {"x", "-1", "01", "+1", " 1", "1 ", "1.0", "1e3", "0x1",
                                  "18446744073709551616", "99999999999999999999999999"}) {
    SCOPED_TRACE(token);
    v1::ListGebeurtenissenRequest gebeurtenissen;
    gebeurtenissen.set_page_token(token);
    ExpectRefused(journaal_->Call(gebeurtenissen).status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG",
                  {"page_token"});
    v1::ListWoonplaatsenRequest woonplaatsen;
    woonplaatsen.set_bsn(TestBsn(1));
    woonplaatsen.set_page_token(token);
    ExpectRefused(journaal_->Call(woonplaatsen).status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG",
                  {"page_token"});
  }
  // Numbers that were never given out but could be: an empty page, not a fault.
  for (const std::string token :
       {"1000000", "9223372036854775807", "9223372036854775808", "18446744073709551615"}) {
    SCOPED_TRACE(token);
    v1::ListGebeurtenissenRequest gebeurtenissen;
    gebeurtenissen.set_page_token(token);
    const auto answer = journaal_->Call(gebeurtenissen);
    if (answer.status.ok()) {
      EXPECT_EQ(answer.response.gebeurtenissen_size(), 0);
    } else {
      ExpectRefused(answer.status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"page_token"});
    }
    v1::ListWoonplaatsenRequest woonplaatsen;
    woonplaatsen.set_bsn(TestBsn(1));
    woonplaatsen.set_page_token(token);
    EXPECT_EQ(journaal_->Call(woonplaatsen).response.woonplaatsen_size(), 0);
  }
}

TEST_F(Journaal, FilterByPersonCaseAndKind) {
  MakeSignaal(*journaal_, 1);  // volgnummers 2 to 7: registers, ziekmelding, toekenning
  MakeSignaal(*journaal_, 2);  // 8 to 13
  const std::string bsn = absl::StrCat("filter { bsn: '", TestBsn(1), "' }");
  EXPECT_THAT(All(bsn), ElementsAre(2, 3, 4, 5, 6, 7));
  EXPECT_THAT(All(absl::StrCat("filter { bsn: '", TestBsn(1), "' } vanaf_volgnummer: 5")),
              ElementsAre(5, 6, 7));
  EXPECT_THAT(All("filter { loonheffingennummer: '123456789L01' kenmerk: 'Z-2' }"), ElementsAre(12, 13));
  EXPECT_THAT(All("filter { loonheffingennummer: '123456789L01' }"), ElementsAre(6, 7, 12, 13));
  EXPECT_THAT(All("filter { loonheffingennummer: '123456789L02' }"), ElementsAre());
  EXPECT_THAT(All("filter { loonheffingennummer: '123456789L01' kenmerk: 'Z-9' }"), ElementsAre());
  EXPECT_THAT(All("filter { soorten: GEBEURTENISSOORT_ZIEKMELDING_ACCEPTED "
                  "soorten: GEBEURTENISSOORT_OMGEVING_CREATED }"),
              ElementsAre(1, 6, 12));
  EXPECT_THAT(All("filter { soorten: GEBEURTENISSOORT_ZIEKMELDING_ACCEPTED } page_size: 1"),
              ElementsAre(6, 12));
  EXPECT_THAT(All("vanaf_volgnummer: 13"), ElementsAre(13));
  EXPECT_THAT(All("vanaf_volgnummer: 9223372036854775807"), ElementsAre());
}

TEST_F(Journaal, MalformedFilters) {
  std::string soorten = "filter {";
  for (int i = 0; i < 64; ++i) soorten += " soorten: GEBEURTENISSOORT_UITWISSELING_RUN";
  EXPECT_TRUE(List(soorten + " }").status.ok());
  const std::vector<std::pair<std::string, std::string>> requests = {
      {"vanaf_volgnummer: -1", "vanaf_volgnummer"},
      {"filter { bsn: '123' }", "bsn"},
      {"filter { loonheffingennummer: '123' }", "loonheffingennummer"},
      {"filter { kenmerk: 'Z' }", "loonheffingennummer"},
      {"filter { soorten: GEBEURTENISSOORT_UNSPECIFIED }", "soorten"},
      {"filter { soorten: 1 }", "soorten"},
      {"filter { soorten: -3 }", "soorten"},
      {"filter { soorten: 99999 }", "soorten"},
      {soorten + " soorten: GEBEURTENISSOORT_UITWISSELING_RUN }", "soorten"}};
  for (const auto& [request, field] : requests) {
    SCOPED_TRACE(request.substr(0, 60));
    ExpectRefused(List(request).status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {field});
    auto watch = journaal_->WatchGebeurtenissen(Request<v1::WatchGebeurtenissenRequest>(request));
    v1::WatchGebeurtenissenResponse answer;
    EXPECT_FALSE(watch.stream->Read(&answer));
    ExpectRefused(watch.stream->Finish(), StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {field});
  }
}

// `kenmerk` in a filter: 1 to 256 bytes.
TEST_F(Journaal, FilterWithTooLongAKenmerk) {
  v1::ListGebeurtenissenRequest request;
  request.mutable_filter()->set_loonheffingennummer(kNummer);
  request.mutable_filter()->set_kenmerk(std::string(256, 'x'));
  EXPECT_TRUE(journaal_->Call(request).status.ok());
  request.mutable_filter()->set_kenmerk(std::string(257, 'x'));
  ExpectRefused(journaal_->Call(request).status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"kenmerk"});
}

// Pages of large events stay under the bound of a message.
TEST_F(Journaal, LargeEventsFitInPages) {
  ASSERT_TRUE(journaal_->Call(DienstverbandOf(1)).status.ok());
  v1::SubmitBeoordelingenRequest extensions;
  for (int n = 0; n < 900; ++n) {
    auto dienstverband = DienstverbandOf(1).dienstverband();
    v1::RegisterDienstverbandRequest other;
    *other.mutable_dienstverband() = dienstverband;
    const std::string nummer = absl::StrCat(100'000'000 + n, "L01");
    other.mutable_dienstverband()->set_loonheffingennummer(nummer);
    ASSERT_TRUE(journaal_->Call(other).status.ok());
    auto melding = ZiekmeldingOf(1, std::string(256, 'k'));
    melding.mutable_ziekmelding()->set_loonheffingennummer(nummer);
    ASSERT_TRUE(journaal_->Call(melding).status.ok());
    auto* verlenging = extensions.add_opdrachten()->mutable_verlenging();
    verlenging->set_loonheffingennummer(nummer);
    verlenging->set_verwijst_naar(std::string(256, 'k'));
    verlenging->set_toelichting(std::string(4'000, 't'));
  }
  auto call = journaal_->SubmitBeoordelingen();
  for (int first = 0; first < 900; first += 300) {
    v1::SubmitBeoordelingenRequest batch;
    for (int i = first; i < first + 300; ++i) *batch.add_opdrachten() = extensions.opdrachten(i);
    v1::SubmitBeoordelingenResponse answer;
    ASSERT_TRUE(call.stream->Write(batch));
    ASSERT_TRUE(call.stream->Read(&answer));
    for (const auto& resultaat : answer.resultaten()) {
      ASSERT_TRUE(resultaat.has_verwerkt()) << resultaat.DebugString();
    }
  }
  call.stream->WritesDone();
  ASSERT_TRUE(call.stream->Finish().ok());
  EXPECT_EQ(All("page_size: 1000 filter { soorten: GEBEURTENISSOORT_BEOORDELING_EXTENDED }").size(), 900u);
  const auto cases = journaal_->Call(Request<v1::ListZiektegevallenRequest>("page_size: 1000"));
  EXPECT_EQ(cases.response.ziektegevallen_size(), 900);
}

}  // namespace
}  // namespace ketenproef
