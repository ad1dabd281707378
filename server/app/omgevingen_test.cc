// Environments over real stubs: made, listed, deleted, and many side by side.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "server/app/chain_test.h"

namespace ketenproef {
namespace {

using grpc::StatusCode;
using testing::ElementsAre;

class OmgevingenTest : public ChainTest {
 protected:
  Answer<v1::CreateOmgevingResponse> Create(const std::string& instelling) {
    return At("").Call(Request<v1::CreateOmgevingRequest>(absl::StrCat("instelling { ", instelling, " }")));
  }
  // The rest of the settings of one that is well formed.
  static std::string Rest() { return absl::StrCat(" start_tijdstip { seconds: ", kStart, " }"); }
  std::vector<std::string> Namen(const std::string& request = "") {
    std::vector<std::string> namen;
    const auto list = At("").Call(Request<v1::ListOmgevingenRequest>(request));
    for (const auto& omgeving : list.response.omgevingen()) {
      namen.push_back(omgeving.instelling().naam());
    }
    return namen;
  }
};

TEST_F(OmgevingenTest, DefaultsAreFilledIn) {
  const auto made = Create("naam: 'een'" + Rest());
  ASSERT_TRUE(made.status.ok()) << made.status.error_message();
  const v1::Omgeving& omgeving = made.response.omgeving();
  EXPECT_EQ(omgeving.instelling().profiel(), "handleiding");
  EXPECT_EQ(omgeving.instelling().bsnreeks(), v1::BSNREEKS_TESTREEKS);
  EXPECT_EQ(omgeving.instelling().rapportvorm().scheidingsteken(), ";");
  EXPECT_EQ(omgeving.instelling().rapportvorm().datumvorm(), v1::DATUMVORM_JJJJMMDD);
  EXPECT_EQ(omgeving.tijdstip().seconds(), kStart);
  EXPECT_EQ(omgeving.volgnummer(), 1);
  EXPECT_EQ(omgeving.soorttellingen_size(), 0);
}

TEST_F(OmgevingenTest, BoundsOfTheName) {
  for (const std::string& naam :
       {std::string("a"), std::string("0"), std::string("-"), std::string(63, 'x')}) {
    EXPECT_TRUE(Create(absl::StrCat("naam: '", naam, "'", Rest())).status.ok()) << naam;
  }
  for (const std::string& naam :
       {std::string(), std::string(64, 'x'), std::string("A"), std::string("a b"), std::string("a/b"),
        std::string(".."), std::string("a_b"), std::string("a\\000"), std::string("\303\251")}) {
    SCOPED_TRACE(naam);
    ExpectRefused(Create(absl::StrCat("naam: '", naam, "'", Rest())).status, StatusCode::INVALID_ARGUMENT,
                  "VELD_ONGELDIG", {"naam"});
  }
}

TEST_F(OmgevingenTest, MalformedSettings) {
  const std::vector<std::pair<std::string, std::string>> settings = {
      {"profiel: 'Wet'" + Rest(), "profiel"},
      {"profiel: 'wet '" + Rest(), "profiel"},
      {"", "start_tijdstip"},
      {"start_tijdstip { nanos: -1 }", "start_tijdstip"},
      {"start_tijdstip { seconds: -2209075201 }", "start_tijdstip"},
      {"start_tijdstip { seconds: 7258118400 }", "start_tijdstip"},
      {"bsnreeks: 4" + Rest(), "bsnreeks"},
      {"bsnreeks: -1" + Rest(), "bsnreeks"},
      {"rapportvorm { scheidingsteken: '.' }" + Rest(), "scheidingsteken"},
      {"rapportvorm { scheidingsteken: ';;' }" + Rest(), "scheidingsteken"},
      {"rapportvorm { scheidingsteken: '\\000' }" + Rest(), "scheidingsteken"},
      {"rapportvorm { datumvorm: 3 }" + Rest(), "datumvorm"},
  };
  for (const auto& [setting, field] : settings) {
    SCOPED_TRACE(setting);
    ExpectRefused(Create("naam: 'fout' " + setting).status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG",
                  {field});
  }
  EXPECT_THAT(Namen(), ElementsAre());
}

TEST_F(OmgevingenTest, RolesAreAsTheyWereLastSet) {
  const std::string gemeente =
      "soort: ROLSOORT_GEMEENTE gemeentecode: '0363' modus: ROLMODUS_SUT adres: 'localhost:1'";
  const auto made = Create(absl::StrCat("naam: 'rol' rollen { ", gemeente, " }", Rest()));
  ASSERT_TRUE(made.status.ok()) << made.status.error_message();
  ASSERT_EQ(made.response.omgeving().instelling().rollen_size(), 1);
  EXPECT_EQ(made.response.omgeving().instelling().rollen(0).gemeentecode(), "0363");
  EXPECT_EQ(made.response.omgeving().instelling().rollen(0).adres(), "localhost:1");
  const auto set = At("").Call(Request<v1::SetRollenRequest>(
      "naam: 'rol' rollen { soort: ROLSOORT_INLICHTINGENBUREAU modus: ROLMODUS_ABSENT }"));
  ASSERT_TRUE(set.status.ok()) << set.status.error_message();
  ASSERT_EQ(set.response.omgeving().instelling().rollen_size(), 1);
  EXPECT_EQ(set.response.omgeving().instelling().rollen(0).soort(), v1::ROLSOORT_INLICHTINGENBUREAU);
  // The same again changes nothing: no event is added.
  const auto again = At("").Call(Request<v1::SetRollenRequest>(
      "naam: 'rol' rollen { soort: ROLSOORT_INLICHTINGENBUREAU modus: ROLMODUS_ABSENT }"));
  EXPECT_EQ(again.response.omgeving().volgnummer(), set.response.omgeving().volgnummer());
  EXPECT_TRUE(At("").Call(Request<v1::SetRollenRequest>("naam: 'rol'")).status.ok());
  ExpectRefused(At("").Call(Request<v1::SetRollenRequest>("naam: 'nergens'")).status, StatusCode::NOT_FOUND,
                "OMGEVING_ONBEKEND");
}

// Whoever calls a role that the simulator does not play is told where to go.
TEST_F(OmgevingenTest, ARoleThatIsPlayedElsewhereRefusesItsCalls) {
  const Stubs stubs = Make("rol",
                           "rollen { soort: ROLSOORT_UWV modus: ROLMODUS_SUT adres: 'uwv.example:1' } "
                           "rollen { soort: ROLSOORT_INLICHTINGENBUREAU modus: ROLMODUS_ABSENT }");
  const grpc::Status uwv = stubs.Call(v1::GetZiektegevalRequest()).status;
  ExpectRefused(uwv, StatusCode::FAILED_PRECONDITION, "ROL_NIET_GESIMULEERD");
  EXPECT_THAT(uwv.error_message(), testing::HasSubstr("uwv.example:1"));
  ExpectRefused(stubs.Call(v1::ListRapportagesRequest()).status, StatusCode::FAILED_PRECONDITION,
                "ROL_NIET_GESIMULEERD");
  EXPECT_TRUE(stubs.Call(v1::GetClockRequest()).status.ok());
  EXPECT_TRUE(Advance(stubs, "2025-01-08T06:00:00+01:00").rustig());
}

// ROLSOORT_UNSPECIFIED and ROLMODUS_UNSPECIFIED: "Missing: refused with VELD_ONGELDIG".
TEST_F(OmgevingenTest, MalformedRoles) {
  for (const std::string rol :
       {"", "modus: ROLMODUS_SIM", "soort: ROLSOORT_UWV", "soort: 9 modus: ROLMODUS_SIM",
        "soort: ROLSOORT_UWV modus: ROLMODUS_SUT", "soort: ROLSOORT_UWV modus: ROLMODUS_SIM adres: 'x:1'",
        "soort: ROLSOORT_UWV modus: ROLMODUS_SIM gemeentecode: '0363'",
        "soort: ROLSOORT_GEMEENTE modus: ROLMODUS_SIM gemeentecode: '363'"}) {
    SCOPED_TRACE(rol);
    const auto answer = Create(absl::StrCat("naam: 'rol' rollen { ", rol, " }", Rest()));
    EXPECT_EQ(DetailsOf(answer.status).reason, "VELD_ONGELDIG");
    At("").Call(Request<v1::DeleteOmgevingRequest>("naam: 'rol'"));
  }
}

TEST_F(OmgevingenTest, TwiceTheSameName) {
  Make("een");
  ExpectRefused(Create("naam: 'een'" + Rest()).status, StatusCode::ALREADY_EXISTS, "OMGEVING_BESTAAT");
}

TEST_F(OmgevingenTest, UnknownNames) {
  for (const std::string naam : {"", "nergens", "../een"}) {
    ExpectRefused(At("").Call(Request<v1::GetOmgevingRequest>(absl::StrCat("naam: '", naam, "'"))).status,
                  StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
    ExpectRefused(At("").Call(Request<v1::DeleteOmgevingRequest>(absl::StrCat("naam: '", naam, "'"))).status,
                  StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
  }
}

TEST_F(OmgevingenTest, ListInOrderOfNameByPages) {
  for (const std::string naam : {"c", "a", "e", "b", "d"}) Make(naam);
  EXPECT_THAT(Namen(), ElementsAre("a", "b", "c", "d", "e"));
  const auto first = At("").Call(Request<v1::ListOmgevingenRequest>("page_size: 2")).response;
  EXPECT_EQ(first.omgevingen_size(), 2);
  // Names come and go, also the one at which the page ended.
  EXPECT_TRUE(At("").Call(Request<v1::DeleteOmgevingRequest>("naam: 'b'")).status.ok());
  Make("aa");
  EXPECT_THAT(Namen(absl::StrCat("page_size: 2 page_token: '", first.next_page_token(), "'")),
              ElementsAre("c", "d"));
  EXPECT_EQ(At("").Call(Request<v1::ListOmgevingenRequest>("page_size: 5")).response.next_page_token(), "");
  ExpectRefused(At("").Call(Request<v1::ListOmgevingenRequest>("page_size: -1")).status,
                StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"page_size"});
}

TEST_F(OmgevingenTest, DeletedAndMadeAgainIsEmpty) {
  Stubs een = Make("een");
  ASSERT_TRUE(een.Call(DienstverbandOf(1)).status.ok());
  ASSERT_TRUE(een.Call(Request<v1::DeleteOmgevingRequest>("naam: 'een'")).status.ok());
  ExpectRefused(een.Call(v1::GetClockRequest()).status, StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
  een = Make("een");
  EXPECT_TRUE(een.Call(DienstverbandOf(1)).status.ok());
}

TEST_F(OmgevingenTest, Profielen) {
  const auto all = At("").Call(v1::ListProfielenRequest()).response;
  ASSERT_EQ(all.profielen_size(), 2);
  EXPECT_EQ(all.profielen(0).naam(), "handleiding");
  EXPECT_EQ(all.profielen(1).naam(), "wet");
  const auto first = At("").Call(Request<v1::ListProfielenRequest>("page_size: 1")).response;
  EXPECT_EQ(first.profielen_size(), 1);
  const auto second = At("").Call(Request<v1::ListProfielenRequest>(
      absl::StrCat("page_size: 1 page_token: '", first.next_page_token(), "'")));
  EXPECT_EQ(second.response.profielen(0).naam(), "wet");
}

TEST_F(OmgevingenTest, ManySideBySideWithTheirOwnProfileClockAndRange) {
  constexpr int kOmgevingen = 40;
  for (int i = 0; i < kOmgevingen; ++i) {
    Make(absl::StrCat("o", i), i % 2 == 0 ? "profiel: 'wet'" : "bsnreeks: BSNREEKS_ALLE");
  }
  std::vector<std::thread> threads;
  for (int i = 0; i < kOmgevingen; ++i) {
    threads.emplace_back([this, i] {
      const Stubs stubs = At(absl::StrCat("o", i));
      EXPECT_TRUE(stubs.Call(DienstverbandOf(i)).status.ok());
      for (int day = 0; day <= i; ++day) {
        EXPECT_TRUE(stubs.Call(Request<v1::AdvanceClockRequest>("duur { seconds: 86400 }")).status.ok());
      }
      EXPECT_TRUE(stubs.Call(ZiekmeldingOf(i, "Z")).status.ok());
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (int i = 0; i < kOmgevingen; ++i) {
    const Stubs stubs = At(absl::StrCat("o", i));
    EXPECT_EQ(stubs.Call(v1::GetClockRequest()).response.clock().tijdstip().seconds(),
              kStart + 86'400 * (i + 1));
    const auto gevallen = stubs.Call(v1::ListZiektegevallenRequest()).response;
    ASSERT_EQ(gevallen.ziektegevallen_size(), 1);
    EXPECT_EQ(gevallen.ziektegevallen(0).bsn(), TestBsn(i));
    auto foreign = ZiekmeldingOf(0, "F");
    foreign.mutable_ziekmelding()->set_bsn("123456782");
    EXPECT_EQ(DetailsOf(stubs.Call(foreign).status).reason, i % 2 == 0 ? "BSN-02" : "ZM-02");
  }
}

TEST_F(OmgevingenTest, CSV02_RapportvormOfTheOmgeving) {
  const Stubs stubs = Make("vorm", "rapportvorm { scheidingsteken: '\\t' datumvorm: DATUMVORM_JJJJ_MM_DD }");
  MakeSignaal(stubs, 1);
  Advance(stubs, "2025-03-01T06:00:00+01:00");
  auto call =
      stubs.DownloadRapportage(Request<v1::DownloadRapportageRequest>("rapportage_id: '0363-20250301'"));
  v1::DownloadRapportageResponse piece;
  ASSERT_TRUE(call.stream->Read(&piece));
  EXPECT_THAT(piece.inhoud(), testing::HasSubstr(absl::StrCat(TestBsn(1), "\t\t2025-02-28\t2025-01-06\r\n")));
  EXPECT_FALSE(call.stream->Read(&piece));
  EXPECT_TRUE(call.stream->Finish().ok());
}

}  // namespace
}  // namespace ketenproef
