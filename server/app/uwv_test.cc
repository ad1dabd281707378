// UWV over real stubs: meldingen, beoordelingen and registers, accepted and refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server/app/chain_test.h"

namespace ketenproef {
namespace {

using grpc::StatusCode;
using testing::HasSubstr;
using testing::Not;

class Uwv : public ChainTest {
 protected:
  void SetUp() override {
    ChainTest::SetUp();
    uwv_ = std::make_unique<Stubs>(Make("uwv"));
    ASSERT_TRUE(uwv_->Call(DienstverbandOf(1)).status.ok());
  }

  grpc::Status Ziek(const std::string& kenmerk, const std::string& ao, int n = 1) {
    auto request = ZiekmeldingOf(n, kenmerk);
    *request.mutable_ziekmelding()->mutable_eerste_ao_dag() = Request<v1::Datum>(Inner(ao));
    return uwv_->Call(request).status;
  }
  grpc::Status Herstel(const std::string& kenmerk, const std::string& naar, const std::string& per) {
    return uwv_
        ->Call(Request<v1::SubmitHerstelmeldingRequest>(
            absl::StrCat("herstelmelding { kenmerk: '", kenmerk, "' loonheffingennummer: '", kNummer,
                         "' verwijst_naar: '", naar, "' hersteld_per ", Datum(per), " }")))
        .status;
  }
  grpc::Status Beide(const std::string& kenmerk, const std::string& ao, const std::string& per) {
    return uwv_
        ->Call(Request<v1::SubmitZiekEnHerstelmeldingRequest>(
            absl::StrCat("ziek_en_herstelmelding { kenmerk: '", kenmerk, "' bsn: '", TestBsn(1),
                         "' loonheffingennummer: '", kNummer, "' eerste_ao_dag ", Datum(ao), " hersteld_per ",
                         Datum(per), " no_risk: false }")))
        .status;
  }
  grpc::Status Withdraw(const std::string& kenmerk, const std::string& naar) {
    return uwv_
        ->Call(Request<v1::WithdrawZiekmeldingRequest>(absl::StrCat("intrekking { kenmerk: '", kenmerk,
                                                                    "' loonheffingennummer: '", kNummer,
                                                                    "' verwijst_naar: '", naar, "' }")))
        .status;
  }
  Answer<v1::ExtendBeoordelingResponse> Extend(const std::string& naar, const std::string& toelichting) {
    return uwv_->Call(Request<v1::ExtendBeoordelingRequest>(
        absl::StrCat("verlenging { loonheffingennummer: '", kNummer, "' verwijst_naar: '", naar,
                     "' toelichting: '", toelichting, "' }")));
  }
  Answer<v1::DecideBeoordelingResponse> Decide(const std::string& naar, const std::string& uitkomst) {
    return uwv_->Call(Request<v1::DecideBeoordelingRequest>(
        absl::StrCat("beslissing { loonheffingennummer: '", kNummer, "' verwijst_naar: '", naar,
                     "' uitkomst: UITKOMST_", uitkomst, " }")));
  }
  static std::string Inner(const std::string& date) {
    const std::string datum = Datum(date);
    return datum.substr(1, datum.size() - 2);
  }

  std::unique_ptr<Stubs> uwv_;
};

TEST_F(Uwv, ZM04_ZiekmeldingOnTimeAndItsReceipt) {
  const auto answer = uwv_->Call(ZiekmeldingOf(1, "Z"));
  ASSERT_TRUE(answer.status.ok()) << answer.status.error_message();
  const v1::Ontvangst& ontvangst = answer.response.ontvangst();
  EXPECT_FALSE(ontvangst.herhaald());
  EXPECT_EQ(ontvangst.volgnummer(), 3);
  ASSERT_EQ(ontvangst.oordelen_size(), 1);
  EXPECT_EQ(ontvangst.oordelen(0).uiterste_dag().DebugString(),
            Request<v1::Datum>(Inner("2025-02-17")).DebugString());
  EXPECT_TRUE(ontvangst.oordelen(0).tijdig());
}

TEST_F(Uwv, ZM01_EmptyRequestsAreRefusedAsEmptyRecords) {
  ExpectRefused(uwv_->Call(v1::SubmitZiekmeldingRequest()).status, StatusCode::INVALID_ARGUMENT, "ZM-01",
                {"kenmerk", "bsn", "loonheffingennummer", "eerste_ao_dag", "no_risk"});
  ExpectRefused(uwv_->Call(v1::SubmitHerstelmeldingRequest()).status, StatusCode::INVALID_ARGUMENT, "ZM-01",
                {"kenmerk", "loonheffingennummer", "verwijst_naar", "hersteld_per"});
  ExpectRefused(uwv_->Call(v1::SubmitZiekEnHerstelmeldingRequest()).status, StatusCode::INVALID_ARGUMENT,
                "ZM-01",
                {"kenmerk", "bsn", "loonheffingennummer", "eerste_ao_dag", "hersteld_per", "no_risk"});
  ExpectRefused(uwv_->Call(v1::WithdrawZiekmeldingRequest()).status, StatusCode::INVALID_ARGUMENT, "ZM-01",
                {"kenmerk", "loonheffingennummer", "verwijst_naar"});
  ExpectRefused(uwv_->Call(v1::ExtendBeoordelingRequest()).status, StatusCode::INVALID_ARGUMENT, "ZM-01",
                {"loonheffingennummer", "verwijst_naar", "toelichting"});
  ExpectRefused(uwv_->Call(v1::DecideBeoordelingRequest()).status, StatusCode::INVALID_ARGUMENT, "ZM-01",
                {"loonheffingennummer", "verwijst_naar", "uitkomst"});
  ExpectRefused(uwv_->Call(v1::RegisterDoelgroepregistratieRequest()).status, StatusCode::INVALID_ARGUMENT,
                "BSN-01", {"bsn", "datum_van"});
  ExpectRefused(uwv_->Call(v1::EndDoelgroepregistratieRequest()).status, StatusCode::INVALID_ARGUMENT,
                "BSN-01", {"bsn", "datum_tot"});
  ExpectRefused(uwv_->Call(v1::RegisterDienstverbandRequest()).status, StatusCode::INVALID_ARGUMENT, "BSN-01",
                {"bsn", "loonheffingennummer", "datum_van"});
  ExpectRefused(uwv_->Call(v1::EndDienstverbandRequest()).status, StatusCode::INVALID_ARGUMENT, "BSN-01",
                {"bsn", "loonheffingennummer", "datum_tot"});
}

TEST_F(Uwv, BSN03_RefusalsHoldNoBsn) {
  auto request = ZiekmeldingOf(1, "Z");
  for (const std::string bsn : {"999990298", "123456782"}) {
    request.mutable_ziekmelding()->set_bsn(bsn);
    const auto answer = uwv_->Call(request);
    ExpectRefused(answer.status, StatusCode::INVALID_ARGUMENT, bsn == "123456782" ? "BSN-02" : "BSN-01",
                  {"bsn"});
    EXPECT_THAT(answer.status.error_message(), Not(HasSubstr(bsn)));
    EXPECT_THAT(answer.status.error_details(), Not(HasSubstr(bsn)));
  }
}

TEST_F(Uwv, ZM07_RepeatGetsTheFirstAnswerAndOtherContentIsRefused) {
  const auto first = uwv_->Call(ZiekmeldingOf(1, "Z"));
  auto again = uwv_->Call(ZiekmeldingOf(1, "Z"));
  ASSERT_TRUE(again.status.ok());
  EXPECT_TRUE(again.response.ontvangst().herhaald());
  again.response.mutable_ontvangst()->set_herhaald(false);
  EXPECT_EQ(again.response.DebugString(), first.response.DebugString());
  auto other = ZiekmeldingOf(1, "Z");
  other.mutable_ziekmelding()->set_no_risk(false);
  ExpectRefused(uwv_->Call(other).status, StatusCode::ALREADY_EXISTS, "ZM-07");
  ExpectRefused(Withdraw("Z", "Z"), StatusCode::ALREADY_EXISTS, "ZM-07");
}

TEST_F(Uwv, StateRulesOfMeldingen) {
  ExpectRefused(Ziek("Z", "2023-12-31"), StatusCode::FAILED_PRECONDITION, "ZM-02");
  ExpectRefused(Ziek("Z", "2025-01-06", 2), StatusCode::FAILED_PRECONDITION, "ZM-02");
  ExpectRefused(Ziek("Z", "2025-01-07"), StatusCode::FAILED_PRECONDITION, "ZM-03");
  ExpectRefused(Herstel("H", "Z", "2025-01-06"), StatusCode::NOT_FOUND, "HM-01");
  ExpectRefused(Withdraw("I", "Z"), StatusCode::NOT_FOUND, "ZM-10");
  EXPECT_TRUE(Ziek("Z", "2025-01-02").ok());
  ExpectRefused(Ziek("Z2", "2025-01-06"), StatusCode::FAILED_PRECONDITION, "ZM-08");
  ExpectRefused(Herstel("H", "Z", "2025-01-02"), StatusCode::FAILED_PRECONDITION, "HM-02");
  ExpectRefused(Herstel("H", "Z", "2025-01-07"), StatusCode::FAILED_PRECONDITION, "HM-02");
  EXPECT_TRUE(Herstel("H", "Z", "2025-01-04").ok());
  ExpectRefused(Herstel("H2", "Z", "2025-01-05"), StatusCode::FAILED_PRECONDITION, "HM-01");
  ExpectRefused(Beide("B", "2025-01-05", "2025-01-05"), StatusCode::FAILED_PRECONDITION, "HM-02");
  EXPECT_TRUE(Beide("B", "2025-01-05", "2025-01-06").ok());
  EXPECT_TRUE(Withdraw("I", "Z").ok());
  ExpectRefused(Withdraw("I2", "Z"), StatusCode::FAILED_PRECONDITION, "ZM-10");
  ExpectRefused(Herstel("H3", "Z", "2025-01-05"), StatusCode::FAILED_PRECONDITION, "HM-01");
}

TEST_F(Uwv, BO_ExtendAndDecide) {
  ExpectRefused(Extend("Z", "waarom").status, StatusCode::NOT_FOUND, "BO-07");
  ExpectRefused(Decide("Z", "TOEKENNING").status, StatusCode::NOT_FOUND, "BO-07");
  ASSERT_TRUE(Ziek("Z", "2025-01-06").ok());
  ExpectRefused(Extend("Z", "").status, StatusCode::INVALID_ARGUMENT, "BO-02", {"toelichting"});
  const auto extended = Extend("Z", std::string(4'000, 'x'));
  ASSERT_TRUE(extended.status.ok());
  EXPECT_TRUE(extended.response.beoordeling().verlengd());
  EXPECT_EQ(extended.response.beoordeling().uiterste_dag().maand(), 3);
  EXPECT_EQ(extended.response.beoordeling().uiterste_dag().dag(), 17);
  ExpectRefused(Extend("Z", "nog eens").status, StatusCode::FAILED_PRECONDITION, "BO-03");
  const auto decided = Decide("Z", "AFWIJZING");
  ASSERT_TRUE(decided.status.ok());
  EXPECT_EQ(decided.response.beoordeling().status(), v1::BEOORDELINGSTATUS_TIJDIG);
  EXPECT_GT(decided.response.verwerkt().volgnummer(), extended.response.verwerkt().volgnummer());
  ExpectRefused(Decide("Z", "TOEKENNING").status, StatusCode::FAILED_PRECONDITION, "BO-07");
  ASSERT_TRUE(Withdraw("I", "Z").ok());
  ExpectRefused(Decide("Z", "TOEKENNING").status, StatusCode::FAILED_PRECONDITION, "BO-07");
}

TEST_F(Uwv, BO06_LapsedTermStaysOpenForALateDecision) {
  ASSERT_TRUE(Ziek("Z", "2025-01-06").ok());
  Advance(*uwv_, "2025-02-18T00:00:00+01:00");
  ExpectRefused(Extend("Z", "te laat").status, StatusCode::FAILED_PRECONDITION, "BO-04");
  const auto get =
      Request<v1::GetZiektegevalRequest>(absl::StrCat("loonheffingennummer: '", kNummer, "' kenmerk: 'Z'"));
  EXPECT_EQ(uwv_->Call(get).response.ziektegeval().beoordeling().status(),
            v1::BEOORDELINGSTATUS_TERMIJN_VERSTREKEN);
  EXPECT_EQ(Decide("Z", "TOEKENNING").response.beoordeling().status(),
            v1::BEOORDELINGSTATUS_TERMIJN_OVERSCHREDEN);
}

TEST_F(Uwv, GetZiektegeval) {
  ASSERT_TRUE(Ziek("Z", "2025-01-06").ok());
  const auto get = [&](const std::string& nummer, const std::string& kenmerk) {
    return uwv_->Call(Request<v1::GetZiektegevalRequest>(
        absl::StrCat("loonheffingennummer: '", nummer, "' kenmerk: '", kenmerk, "'")));
  };
  const auto found = get(kNummer, "Z");
  ASSERT_TRUE(found.status.ok());
  EXPECT_EQ(found.response.ziektegeval().bsn(), TestBsn(1));
  ExpectRefused(get(kNummer, "z").status, StatusCode::NOT_FOUND, "ZIEKTEGEVAL_ONBEKEND");
  ExpectRefused(get("123456789L02", "Z").status, StatusCode::NOT_FOUND, "ZIEKTEGEVAL_ONBEKEND");
  ExpectRefused(get("", "Z").status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"loonheffingennummer"});
}

// `kenmerk` is obliged and has 1 to 256 bytes.
TEST_F(Uwv, GetZiektegevalWithoutOrWithTooLongAKenmerk) {
  for (const std::size_t bytes : {std::size_t{0}, std::size_t{257}}) {
    v1::GetZiektegevalRequest request;
    request.set_loonheffingennummer(kNummer);
    request.set_kenmerk(std::string(bytes, 'x'));
    ExpectRefused(uwv_->Call(request).status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"kenmerk"});
  }
}

TEST_F(Uwv, ListZiektegevallenFilters) {
  ASSERT_TRUE(uwv_->Call(DienstverbandOf(2)).status.ok());
  ASSERT_TRUE(Ziek("A", "2025-01-06", 1).ok());
  ASSERT_TRUE(Ziek("B", "2025-01-06", 2).ok());
  ASSERT_TRUE(Decide("B", "TOEKENNING").status.ok());
  const auto count = [&](const std::string& filter) {
    const auto answer = uwv_->Call(Request<v1::ListZiektegevallenRequest>(filter));
    EXPECT_TRUE(answer.status.ok()) << answer.status.error_message();
    return answer.response.ziektegevallen_size();
  };
  EXPECT_EQ(count(""), 2);
  EXPECT_EQ(count(absl::StrCat("bsn: '", TestBsn(2), "'")), 1);
  EXPECT_EQ(count(absl::StrCat("bsn: '", TestBsn(3), "'")), 0);
  EXPECT_EQ(count("loonheffingennummer: '123456789L01'"), 2);
  EXPECT_EQ(count("loonheffingennummer: '123456789L02'"), 0);
  EXPECT_EQ(count("status: BEOORDELINGSTATUS_OPEN"), 1);
  EXPECT_EQ(count("status: BEOORDELINGSTATUS_TIJDIG"), 1);
  EXPECT_EQ(count(absl::StrCat("status: BEOORDELINGSTATUS_TIJDIG bsn: '", TestBsn(1), "'")), 0);
  const auto refused = [&](const std::string& filter, const std::string& field) {
    ExpectRefused(uwv_->Call(Request<v1::ListZiektegevallenRequest>(filter)).status,
                  StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {field});
  };
  refused("bsn: '123'", "bsn");
  refused("loonheffingennummer: 'x'", "loonheffingennummer");
  refused("status: 99", "status");
  refused("page_size: -1", "page_size");
  refused("page_token: 'x'", "page_token");
}

TEST_F(Uwv, REG_RegistersAndTheirLists) {
  const std::string bsn = absl::StrCat("bsn: '", TestBsn(5), "' ");
  const auto registreer = Request<v1::RegisterDoelgroepregistratieRequest>(
      absl::StrCat("doelgroepregistratie { ", bsn, "datum_van ", Datum("2024-01-01"), " }"));
  EXPECT_TRUE(uwv_->Call(registreer).status.ok());
  ExpectRefused(uwv_->Call(registreer).status, StatusCode::FAILED_PRECONDITION, "REG-01");
  const auto end = [&](const std::string& tot) {
    return uwv_
        ->Call(Request<v1::EndDoelgroepregistratieRequest>(
            absl::StrCat("einde_doelgroepregistratie { ", bsn, "datum_tot ", Datum(tot), " }")))
        .status;
  };
  ExpectRefused(end("2023-12-31"), StatusCode::FAILED_PRECONDITION, "REG-01");
  EXPECT_TRUE(end("2024-12-31").ok());
  ExpectRefused(end("2025-12-31"), StatusCode::FAILED_PRECONDITION, "REG-01");
  const auto list = uwv_->Call(Request<v1::ListDoelgroepregistratiesRequest>(bsn));
  ASSERT_EQ(list.response.doelgroepregistraties_size(), 1);
  EXPECT_EQ(list.response.doelgroepregistraties(0).datum_tot().jaar(), 2024);

  ExpectRefused(uwv_->Call(DienstverbandOf(1)).status, StatusCode::FAILED_PRECONDITION, "REG-04");
  const auto einde = [&](int n, const std::string& tot) {
    return uwv_
        ->Call(Request<v1::EndDienstverbandRequest>(absl::StrCat("einde_dienstverband { bsn: '", TestBsn(n),
                                                                 "' loonheffingennummer: '", kNummer,
                                                                 "' datum_tot ", Datum(tot), " }")))
        .status;
  };
  ExpectRefused(einde(1, "2023-12-31"), StatusCode::FAILED_PRECONDITION, "REG-04");
  ExpectRefused(einde(5, "2025-12-31"), StatusCode::FAILED_PRECONDITION, "REG-04");
  EXPECT_TRUE(einde(1, "2025-12-31").ok());
  const auto dienstverbanden =
      uwv_->Call(Request<v1::ListDienstverbandenRequest>(absl::StrCat("bsn: '", TestBsn(1), "'")));
  ASSERT_EQ(dienstverbanden.response.dienstverbanden_size(), 1);
  EXPECT_EQ(dienstverbanden.response.dienstverbanden(0).datum_tot().maand(), 12);
  ExpectRefused(uwv_->Call(v1::ListDienstverbandenRequest()).status, StatusCode::INVALID_ARGUMENT, "BSN-01",
                {"bsn"});
  EXPECT_EQ(uwv_->Call(Request<v1::ListDienstverbandenRequest>(absl::StrCat("bsn: '", TestBsn(9), "'")))
                .response.dienstverbanden_size(),
            0);
}

// "Refused: INVALID_ARGUMENT (BSN-01, BSN-02, VELD_ONGELDIG)", also of what only reads.
TEST_F(Uwv, BSN02_ListsRefuseABsnOutsideTheRange) {
  ExpectRefused(uwv_->Call(Request<v1::ListDoelgroepregistratiesRequest>("bsn: '123456782'")).status,
                StatusCode::INVALID_ARGUMENT, "BSN-02", {"bsn"});
  ExpectRefused(uwv_->Call(Request<v1::ListDienstverbandenRequest>("bsn: '123456782'")).status,
                StatusCode::INVALID_ARGUMENT, "BSN-02", {"bsn"});
}

TEST_F(Uwv, RefusalsAreCountedAndKeepNoKenmerk) {
  ExpectRefused(Ziek("Z", "2025-01-07"), StatusCode::FAILED_PRECONDITION, "ZM-03");
  ExpectRefused(uwv_->Call(v1::SubmitZiekmeldingRequest()).status, StatusCode::INVALID_ARGUMENT, "ZM-01",
                {"kenmerk", "bsn", "loonheffingennummer", "eerste_ao_dag", "no_risk"});
  EXPECT_TRUE(Ziek("Z", "2025-01-06").ok());
  const auto omgeving = uwv_->Call(Request<v1::GetOmgevingRequest>("naam: 'uwv'")).response.omgeving();
  ASSERT_EQ(omgeving.soorttellingen_size(), 2);
  EXPECT_EQ(omgeving.soorttellingen(0).soort(), v1::OPDRACHTSOORT_ZIEKMELDING);
  EXPECT_EQ(omgeving.soorttellingen(0).aantal_aanvaard(), 1);
  EXPECT_EQ(omgeving.soorttellingen(0).aantal_geweigerd(), 2);
  ASSERT_EQ(omgeving.regeltellingen_size(), 2);
  EXPECT_EQ(omgeving.regeltellingen(0).regel(), "ZM-01");
  EXPECT_EQ(omgeving.regeltellingen(1).regel(), "ZM-03");
  EXPECT_EQ(omgeving.volgnummer(), 5);
}

}  // namespace
}  // namespace ketenproef
