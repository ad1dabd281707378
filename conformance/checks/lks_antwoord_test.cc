#include "conformance/checks/lks_antwoord.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

template <typename Message>
Message Parse(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message)) << text;
  return message;
}

constexpr char kFirst[] =
    "lks_perioden { bsn: '999990007' gemeentecode: '0363' datum_van { jaar: 2024 maand: 1 dag: 1 } "
    "datum_tot { jaar: 2024 maand: 6 dag: 30 } loonwaarde: 55 forfaitair: false } ";
constexpr char kOpen[] =
    "lks_perioden { bsn: '999990007' gemeentecode: '0363' datum_van { jaar: 2024 maand: 7 dag: 1 } "
    "loonwaarde: 50 forfaitair: true } ";
constexpr char kExpected[] =
    "gevonden { lks_periode { bsn: '999990007' datum_van: '2024-01-01' datum_tot: '2024-06-30' } "
    "lks_periode { bsn: '999990007' datum_van: '2024-07-01' loonwaarde: '50' forfaitair: 'J' } }";

// What is wrong with an answer; empty: nothing.
std::string Wrong(const std::string& expected, const std::string& response,
                  const absl::Status& status = absl::OkStatus()) {
  const Values values("wet");
  v1::CaseResult result;
  Findings findings(values, &result);
  EXPECT_TRUE(CheckLksAntwoord(Parse<v1::DkdVraag>(expected), "0363", status,
                               Parse<contract::LookupLksResponse>(response), "", &findings)
                  .ok());
  return result.findings().empty() ? "" : result.findings(0).got();
}

std::string Found(const std::string& perioden) {
  return "antwoord: LKS_ANTWOORD_GEVONDEN " + perioden;
}

TEST(LksAntwoord, SIG02_ExactlyThePeriodsInOrder) {
  const std::string first = kFirst;
  const std::string open = kOpen;
  EXPECT_EQ(Wrong(kExpected, Found(first + open)), "");
  for (const std::string& perioden : {open + first, first, first + open + open, std::string()}) {
    EXPECT_NE(Wrong(kExpected, Found(perioden)), "") << perioden;
  }
}

TEST(LksAntwoord, SIG02_EveryFieldOfAPeriodCounts) {
  const auto changed = [](auto change) {
    auto response = Parse<contract::LookupLksResponse>(Found(std::string(kFirst) + kOpen));
    change(*response.mutable_lks_perioden(0), *response.mutable_lks_perioden(1));
    return response.ShortDebugString();
  };
  EXPECT_NE(Wrong(kExpected, changed([](auto& first, auto&) { first.mutable_datum_tot()->set_dag(29); })),
            "");
  EXPECT_NE(Wrong(kExpected, changed([](auto& first, auto&) { first.clear_datum_tot(); })), "");
  EXPECT_NE(Wrong(kExpected, changed([](auto& first, auto&) { first.mutable_datum_van()->set_jaar(2023); })),
            "");
  EXPECT_NE(Wrong(kExpected, changed([](auto& first, auto&) { first.set_loonwaarde(56); })), "");
  EXPECT_NE(Wrong(kExpected, changed([](auto& first, auto&) { first.clear_loonwaarde(); })), "");
  EXPECT_NE(Wrong(kExpected, changed([](auto& first, auto&) { first.set_gemeentecode("0599"); })), "");
  EXPECT_NE(Wrong(kExpected, changed([](auto& first, auto&) { first.set_bsn("999990019"); })), "");
  EXPECT_NE(Wrong(kExpected, changed([](auto&, auto& open) { open.set_forfaitair(false); })), "");
  EXPECT_NE(
      Wrong(kExpected, changed([](auto&, auto& open) { *open.mutable_datum_tot() = open.datum_van(); })), "");
}

TEST(LksAntwoord, SIG09_NothingFoundIsNotNotAvailable) {
  const std::string nothing = "antwoord: LKS_ANTWOORD_NIETS_GEVONDEN";
  const std::string unknown = "antwoord: LKS_ANTWOORD_NIET_BESCHIKBAAR";
  EXPECT_EQ(Wrong("niets_gevonden: true", nothing), "");
  EXPECT_EQ(Wrong("niets_gevonden: true", unknown), "niet beschikbaar");
  EXPECT_EQ(Wrong("niets_gevonden: true", ""), "niet beschikbaar") << "the contract takes no answer for that";
  EXPECT_EQ(Wrong("niets_gevonden: true", "", absl::NotFoundError("gemeentecode")),
            "NOT_FOUND: gemeentecode");
  EXPECT_NE(Wrong("niets_gevonden: true", nothing + " " + kFirst), "");
  EXPECT_EQ(Wrong("niet_beschikbaar: true", unknown), "");
  EXPECT_EQ(Wrong("niet_beschikbaar: true", "", absl::NotFoundError("")), "");
  EXPECT_EQ(Wrong("niet_beschikbaar: true", nothing), "niets gevonden");
  EXPECT_NE(Wrong("niet_beschikbaar: true", Found(kFirst)), "");
}

TEST(LksAntwoord, ACaseThatExpectsNothingIsWrong) {
  const Values values("wet");
  v1::CaseResult result;
  Findings findings(values, &result);
  EXPECT_FALSE(CheckLksAntwoord({}, "0363", absl::OkStatus(), {}, "", &findings).ok());
}

}  // namespace
}  // namespace ketenproef::conformance
