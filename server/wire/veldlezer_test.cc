// Records with more than one thing wrong: all of it is listed, and one rule is named.
#include "server/wire/veldlezer.h"

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "server/rules/regel.h"
#include "server/wire/opdracht.h"

namespace ketenproef {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr char kBsnOutsideRange[] = "123456782";

template <typename Wire>
Weigering Refused(const std::string& text) {
  Wire wire;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &wire)) << text;
  const auto besluit = Decode(wire, BsnReeks::kTestreeks);
  EXPECT_FALSE(besluit.ok()) << text;
  return besluit.ok() ? Weigering{} : besluit.weigering();
}

std::vector<std::string> Velden(const Weigering& weigering) {
  std::vector<std::string> velden;
  for (const Veldfout& fout : weigering.velden) {
    velden.push_back(absl::StrCat(RegelId(fout.regel), " ", fout.veld));
  }
  return velden;
}

// "Every wrong field, in order of field number" (Weigering.velden).
TEST(Veldlezer, ZM01_AllFieldsOfEmptyRecordsInOrderOfFieldNumber) {
  EXPECT_THAT(Velden(Refused<v1::Ziekmelding>("")),
              ElementsAre("ZM-01 kenmerk", "ZM-01 bsn", "ZM-01 loonheffingennummer", "ZM-01 eerste_ao_dag",
                          "ZM-01 no_risk"));
  EXPECT_THAT(
      Velden(Refused<v1::Herstelmelding>("")),
      ElementsAre("ZM-01 kenmerk", "ZM-01 loonheffingennummer", "ZM-01 verwijst_naar", "ZM-01 hersteld_per"));
  EXPECT_THAT(Velden(Refused<v1::ZiekEnHerstelmelding>("")),
              ElementsAre("ZM-01 kenmerk", "ZM-01 bsn", "ZM-01 loonheffingennummer", "ZM-01 eerste_ao_dag",
                          "ZM-01 hersteld_per", "ZM-01 no_risk"));
  EXPECT_THAT(Velden(Refused<v1::Intrekking>("")),
              ElementsAre("ZM-01 kenmerk", "ZM-01 loonheffingennummer", "ZM-01 verwijst_naar"));
  EXPECT_THAT(Velden(Refused<v1::Verlenging>("")),
              ElementsAre("ZM-01 loonheffingennummer", "ZM-01 verwijst_naar", "BO-02 toelichting"));
  EXPECT_THAT(Velden(Refused<v1::Beslissing>("")),
              ElementsAre("ZM-01 loonheffingennummer", "ZM-01 verwijst_naar", "ZM-01 uitkomst"));
}

TEST(Veldlezer, BSN01_AllFieldsOfEmptyRegistrations) {
  EXPECT_THAT(Velden(Refused<v1::Doelgroepregistratie>("")), ElementsAre("BSN-01 bsn", "REG-01 datum_van"));
  EXPECT_THAT(Velden(Refused<v1::EindeDoelgroepregistratie>("")),
              ElementsAre("BSN-01 bsn", "REG-01 datum_tot"));
  EXPECT_THAT(Velden(Refused<v1::Woonplaats>("")), ElementsAre("BSN-01 bsn", "REG-02 datum_van"));
  EXPECT_THAT(Velden(Refused<v1::Dienstverband>("")),
              ElementsAre("BSN-01 bsn", "REG-04 loonheffingennummer", "REG-04 datum_van"));
  EXPECT_THAT(Velden(Refused<v1::EindeDienstverband>("")),
              ElementsAre("BSN-01 bsn", "REG-04 loonheffingennummer", "REG-04 datum_tot"));
  EXPECT_THAT(Velden(Refused<v1::LksPeriode>("")),
              ElementsAre("BSN-01 bsn", "LKS-01 gemeentecode", "LKS-01 datum_van", "LKS-01 loonwaarde",
                          "LKS-01 forfaitair"));
  EXPECT_THAT(Velden(Refused<v1::EindeLksPeriode>("")), ElementsAre("BSN-01 bsn", "LKS-07 datum_tot"));
}

// ZM-01 < BSN-01 < BSN-02 < BO-02 and the first rules of registrations.
TEST(Veldlezer, NamesTheRuleThatComesFirst) {
  const std::string ziek =
      "kenmerk: 'K' loonheffingennummer: '123456789L01' no_risk: true eerste_ao_dag { jaar: 2025 maand: 1 "
      "dag: 6 } ";
  EXPECT_EQ(Refused<v1::Ziekmelding>(ziek + "bsn: '123'").regel, Regel::kBsn01);
  EXPECT_EQ(Refused<v1::Ziekmelding>(ziek + "bsn: '123456782'").regel, Regel::kBsn02);
  EXPECT_EQ(Refused<v1::Ziekmelding>(ziek + "bsn: ''").regel, Regel::kZm01);
  EXPECT_EQ(Refused<v1::Ziekmelding>("bsn: '123'").regel, Regel::kZm01);
  EXPECT_EQ(Refused<v1::Ziekmelding>("bsn: '123456782'").regel, Regel::kZm01);
  EXPECT_EQ(Refused<v1::Verlenging>("").regel, Regel::kZm01);
  EXPECT_EQ(Refused<v1::Verlenging>("loonheffingennummer: '123456789L01' verwijst_naar: 'Z'").regel,
            Regel::kBo02);
  EXPECT_EQ(Refused<v1::Dienstverband>("").regel, Regel::kBsn01);
  EXPECT_EQ(Refused<v1::Dienstverband>("bsn: '123456782'").regel, Regel::kBsn02);
  EXPECT_EQ(Refused<v1::Woonplaats>("bsn: '123456782'").regel, Regel::kBsn02);
  EXPECT_EQ(Refused<v1::LksPeriode>("bsn: '999990299'").regel, Regel::kLks01);
}

TEST(Veldlezer, RanksWhateverTheOrderOfReading) {
  Veldlezer lezer(Regel::kZm01, BsnReeks::kTestreeks);
  lezer.Add(Regel::kBo02, "toelichting", "is missing");
  EXPECT_EQ(lezer.Refusal()->regel, Regel::kBo02);
  lezer.ReadBsn(kBsnOutsideRange);
  EXPECT_EQ(lezer.Refusal()->regel, Regel::kBsn02);
  lezer.ReadBsn("123");
  EXPECT_EQ(lezer.Refusal()->regel, Regel::kBsn01);
  lezer.ReadBsn("");
  EXPECT_EQ(lezer.Refusal()->regel, Regel::kZm01);
  EXPECT_THAT(Velden(*lezer.Refusal()),
              ElementsAre("BO-02 toelichting", "BSN-02 bsn", "BSN-01 bsn", "ZM-01 bsn"));
}

TEST(Veldlezer, NothingIsWrong) {
  Veldlezer lezer(Regel::kZm01, BsnReeks::kTestreeks);
  lezer.ReadBsn("999990299");
  EXPECT_FALSE(lezer.Refusal().has_value());
}

// A BSN can stand in any field of text, right or wrong; none of them is ever repeated.
TEST(Veldlezer, BSN03_NoErrorHoldsWhatWasInTheFields) {
  for (const std::string bsn : {"999990299", "123456782", "999990018", "12345678"}) {
    const std::string text = absl::StrCat("bsn: '", bsn, "' loonheffingennummer: '", bsn, "' kenmerk: '", bsn,
                                          std::string(300, 'x'), "'");
    const Weigering weigering = Refused<v1::Ziekmelding>(text);
    EXPECT_THAT(weigering.uitleg, Not(HasSubstr(bsn)));
    for (const Veldfout& fout : weigering.velden) {
      EXPECT_THAT(fout.uitleg, Not(HasSubstr(bsn)));
      EXPECT_THAT(fout.veld, Not(HasSubstr(bsn)));
    }
    const Weigering woonplaats = Refused<v1::Woonplaats>(
        absl::StrCat("bsn: '", bsn, "' gemeentecode: '", bsn, "' datum_van { jaar: 999990299 }"));
    EXPECT_THAT(woonplaats.uitleg, Not(HasSubstr(bsn)));
    for (const Veldfout& fout : woonplaats.velden) EXPECT_THAT(fout.uitleg, Not(HasSubstr(bsn)));
  }
}

// Fields are named as in the contract: each exists in the record it is about.
TEST(Veldlezer, ZM01_NamesFieldsOfTheRecord) {
  const auto check = [](const google::protobuf::Message& empty, const Besluit<Opdracht>& besluit) {
    ASSERT_FALSE(besluit.ok());
    EXPECT_LE(besluit.weigering().velden.size(), 16u);
    for (const Veldfout& fout : besluit.weigering().velden) {
      EXPECT_NE(empty.GetDescriptor()->FindFieldByName(fout.veld), nullptr) << fout.veld;
    }
  };
  check(v1::Ziekmelding(), Decode(v1::Ziekmelding(), BsnReeks::kAlle));
  check(v1::Herstelmelding(), Decode(v1::Herstelmelding(), BsnReeks::kAlle));
  check(v1::ZiekEnHerstelmelding(), Decode(v1::ZiekEnHerstelmelding(), BsnReeks::kAlle));
  check(v1::Intrekking(), Decode(v1::Intrekking(), BsnReeks::kAlle));
  check(v1::Verlenging(), Decode(v1::Verlenging(), BsnReeks::kAlle));
  check(v1::Beslissing(), Decode(v1::Beslissing(), BsnReeks::kAlle));
  check(v1::LksPeriode(), Decode(v1::LksPeriode(), BsnReeks::kAlle));
}

}  // namespace
}  // namespace ketenproef
