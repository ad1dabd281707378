#include "server/wire/opdracht.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "server/rules/regel.h"

namespace ketenproef {
namespace {

using google::protobuf::Message;
using google::protobuf::TextFormat;
using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::HasSubstr;
using testing::Not;

// A kind of record: a well formed one, and how it is decoded.
struct Soort {
  std::unique_ptr<Message> geldig;
  std::function<Besluit<Opdracht>(const Message&, BsnReeks)> decode;
  Opdrachtsoort soort;
};

template <typename Wire>
Soort MakeSoort(const std::string& text) {
  auto wire = std::make_unique<Wire>();
  EXPECT_TRUE(TextFormat::ParseFromString(text, wire.get())) << text;
  return {std::move(wire),
          [](const Message& message, BsnReeks reeks) {
            return Decode(dynamic_cast<const Wire&>(message), reeks);
          },
          SoortOfWire<Wire>()};
}

const std::map<std::string, Soort>& Soorten() {
  static const auto* soorten = [] {
    const std::string bsn = "bsn: '999990299' ";
    const std::string nummer = "loonheffingennummer: '123456789L01' ";
    const std::string sleutel = "kenmerk: 'K-1' " + nummer;
    const std::string verwijzing = "verwijst_naar: 'Z-1' ";
    const std::string van = "datum_van { jaar: 2025 maand: 1 dag: 6 } ";
    const std::string tot = "datum_tot { jaar: 2025 maand: 6 dag: 30 } ";
    const std::string ao = "eerste_ao_dag { jaar: 2025 maand: 1 dag: 6 } ";
    const std::string hersteld = "hersteld_per { jaar: 2025 maand: 2 dag: 6 } ";
    auto* map = new std::map<std::string, Soort>();
    map->emplace("Ziekmelding", MakeSoort<v1::Ziekmelding>(sleutel + bsn + ao + "no_risk: false"));
    map->emplace("Herstelmelding", MakeSoort<v1::Herstelmelding>(sleutel + verwijzing + hersteld));
    map->emplace("ZiekEnHerstelmelding",
                 MakeSoort<v1::ZiekEnHerstelmelding>(sleutel + bsn + ao + hersteld + "no_risk: true"));
    map->emplace("Intrekking", MakeSoort<v1::Intrekking>(sleutel + verwijzing));
    map->emplace("Verlenging",
                 MakeSoort<v1::Verlenging>(nummer + verwijzing + "toelichting: 'nader onderzoek'"));
    map->emplace("Beslissing",
                 MakeSoort<v1::Beslissing>(nummer + verwijzing + "uitkomst: UITKOMST_AFWIJZING"));
    map->emplace("Doelgroepregistratie", MakeSoort<v1::Doelgroepregistratie>(bsn + van + tot));
    map->emplace("EindeDoelgroepregistratie", MakeSoort<v1::EindeDoelgroepregistratie>(bsn + tot));
    map->emplace("Woonplaats", MakeSoort<v1::Woonplaats>(bsn + "gemeentecode: '0363' " + van));
    map->emplace("Dienstverband", MakeSoort<v1::Dienstverband>(bsn + nummer + van + tot));
    map->emplace("EindeDienstverband", MakeSoort<v1::EindeDienstverband>(bsn + nummer + tot));
    map->emplace("LksPeriode", MakeSoort<v1::LksPeriode>(bsn + "gemeentecode: '0363' " + van + tot +
                                                         "loonwaarde: 60 forfaitair: false"));
    map->emplace("EindeLksPeriode", MakeSoort<v1::EindeLksPeriode>(bsn + tot));
    return map;
  }();
  return *soorten;
}

constexpr char kMissing[] = "";

// The record of this kind with one field replaced; `waarde` in text format, kMissing: without the field.
std::unique_ptr<Message> With(const std::string& soort, const std::string& veld, const std::string& waarde) {
  const Message& geldig = *Soorten().at(soort).geldig;
  std::unique_ptr<Message> wire(geldig.New());
  wire->CopyFrom(geldig);
  const auto* field = wire->GetDescriptor()->FindFieldByName(veld);
  EXPECT_NE(field, nullptr) << soort << "." << veld;
  wire->GetReflection()->ClearField(wire.get(), field);
  if (waarde != kMissing) {
    const bool is_message = field->message_type() != nullptr;
    const std::string text =
        is_message ? absl::StrCat(veld, " { ", waarde, " }") : absl::StrCat(veld, ": ", waarde);
    EXPECT_TRUE(TextFormat::MergeFromString(text, wire.get())) << text;
  }
  return wire;
}

std::string Quoted(std::size_t bytes) {
  return absl::StrCat("'", std::string(bytes, 'x'), "'");
}

// What is wrong with the record, as "RULE field"; empty: nothing.
std::vector<std::string> Fouten(const Besluit<Opdracht>& besluit) {
  if (besluit.ok()) return {};
  std::vector<std::string> fouten;
  for (const Veldfout& fout : besluit.weigering().velden) {
    fouten.push_back(absl::StrCat(RegelId(fout.regel), " ", fout.veld));
  }
  return fouten;
}

struct VeldCase {
  std::string soort;
  std::string veld;
  std::string waarde;
  std::string regel;  // empty: accepted
};

void CheckAll(const std::vector<VeldCase>& cases) {
  for (const VeldCase& c : cases) {
    SCOPED_TRACE(absl::StrCat(c.soort, ".", c.veld, " = ", c.waarde.substr(0, 60)));
    const auto wire = With(c.soort, c.veld, c.waarde);
    const auto besluit = Soorten().at(c.soort).decode(*wire, BsnReeks::kTestreeks);
    if (c.regel.empty()) {
      EXPECT_THAT(Fouten(besluit), ElementsAre());
      continue;
    }
    ASSERT_FALSE(besluit.ok());
    EXPECT_THAT(Fouten(besluit), ElementsAre(absl::StrCat(c.regel, " ", c.veld)));
    EXPECT_EQ(RegelId(besluit.weigering().regel), c.regel);
    EXPECT_EQ(besluit.weigering().soort, Weigeringsoort::kVeld);
    EXPECT_FALSE(besluit.weigering().uitleg.empty());
  }
}

// Every (kind, field) of this name.
std::vector<VeldCase> ForEvery(const std::vector<std::string>& soorten, const std::string& veld,
                               const std::vector<std::pair<std::string, std::string>>& waarden) {
  std::vector<VeldCase> cases;
  for (const std::string& soort : soorten) {
    for (const auto& [waarde, regel] : waarden) cases.push_back({soort, veld, waarde, regel});
  }
  return cases;
}

const std::vector<std::string> kMetKenmerk = {"Ziekmelding", "Herstelmelding", "ZiekEnHerstelmelding",
                                              "Intrekking"};
const std::vector<std::string> kMetVerwijzing = {"Herstelmelding", "Intrekking", "Verlenging", "Beslissing"};
const std::vector<std::string> kVanWerkgever = {"Ziekmelding", "Herstelmelding", "ZiekEnHerstelmelding",
                                                "Intrekking",  "Verlenging",     "Beslissing"};
const std::vector<std::string> kZiek = {"Ziekmelding", "ZiekEnHerstelmelding"};
const std::vector<std::string> kRegistraties = {"Doelgroepregistratie", "EindeDoelgroepregistratie",
                                                "Woonplaats",           "Dienstverband",
                                                "EindeDienstverband",   "LksPeriode",
                                                "EindeLksPeriode"};

// Values of a Datum field that are no day.
std::vector<std::pair<std::string, std::string>> BadDates(const std::string& regel) {
  return {{"jaar: 2025 maand: 2 dag: 30", regel},   {"jaar: 0", regel},
          {"jaar: 1899 maand: 12 dag: 31", regel},  {"jaar: 2200 maand: 1 dag: 1", regel},
          {"jaar: -2025 maand: -1 dag: -6", regel}, {"jaar: 1900 maand: 1 dag: 1", ""},
          {"jaar: 2199 maand: 12 dag: 31", ""}};
}

TEST(Decode, EveryKindWellFormed) {
  ASSERT_EQ(Soorten().size(), static_cast<std::size_t>(kAantalOpdrachtsoorten));
  for (const auto& [naam, soort] : Soorten()) {
    SCOPED_TRACE(naam);
    const auto besluit = soort.decode(*soort.geldig, BsnReeks::kTestreeks);
    ASSERT_THAT(Fouten(besluit), ElementsAre());
    EXPECT_EQ(SoortOf(*besluit), soort.soort);
  }
}

TEST(Decode, ZM01_Kenmerk) {
  CheckAll(ForEvery(kMetKenmerk, "kenmerk",
                    {{kMissing, "ZM-01"},
                     {"''", "ZM-01"},
                     {"'x'", ""},
                     {"' '", ""},
                     {Quoted(255), ""},
                     {Quoted(256), ""},
                     {Quoted(257), "ZM-01"},
                     {Quoted(100'000), "ZM-01"}}));
  // Bytes, not characters: 128 times two bytes, and one more.
  std::string accents;
  for (int i = 0; i < 128; ++i) accents += "\xC3\xA9";
  CheckAll(ForEvery(kMetKenmerk, "kenmerk",
                    {{absl::StrCat("'", accents, "'"), ""}, {absl::StrCat("'", accents, "x'"), "ZM-01"}}));
}

TEST(Decode, ZM01_VerwijstNaar) {
  CheckAll(ForEvery(kMetVerwijzing, "verwijst_naar",
                    {{kMissing, "ZM-01"}, {"'x'", ""}, {Quoted(256), ""}, {Quoted(257), "ZM-01"}}));
}

TEST(Decode, ZM01_Loonheffingennummer) {
  CheckAll(ForEvery(kVanWerkgever, "loonheffingennummer",
                    {{kMissing, "ZM-01"},
                     {"'123456789L01'", ""},
                     {"'000000000L00'", ""},
                     {"'123456789l01'", "ZM-01"},
                     {"'123456789L1'", "ZM-01"},
                     {"'123456789L001'", "ZM-01"},
                     {"'12345678L01'", "ZM-01"},
                     {"' 123456789L01'", "ZM-01"},
                     {"'123456789L01 '", "ZM-01"},
                     {"'123456789L-1'", "ZM-01"},
                     {"'+23456789L01'", "ZM-01"},
                     {"'123456789L0\\000'", "ZM-01"},
                     {"'\331\241\331\242\331\243\331\244L01'", "ZM-01"}}));
}

TEST(Decode, ZM01_Dates) {
  std::vector<std::pair<std::string, std::string>> values = BadDates("ZM-01");
  values.emplace_back(kMissing, "ZM-01");
  CheckAll(ForEvery(kZiek, "eerste_ao_dag", values));
  CheckAll(ForEvery({"Herstelmelding", "ZiekEnHerstelmelding"}, "hersteld_per", values));
}

TEST(Decode, ZM01_NoRiskAndUitkomst) {
  CheckAll(ForEvery(kZiek, "no_risk", {{kMissing, "ZM-01"}, {"true", ""}, {"false", ""}}));
  CheckAll(ForEvery({"Beslissing"}, "uitkomst",
                    {{kMissing, "ZM-01"},
                     {"UITKOMST_UNSPECIFIED", "ZM-01"},
                     {"UITKOMST_TOEKENNING", ""},
                     {"UITKOMST_AFWIJZING", ""},
                     {"3", "ZM-01"},
                     {"-1", "ZM-01"}}));
}

TEST(Decode, BO02_Toelichting) {
  CheckAll(ForEvery(
      {"Verlenging"}, "toelichting",
      {{kMissing, "BO-02"}, {"''", "BO-02"}, {"'x'", ""}, {Quoted(4'000), ""}, {Quoted(4'001), "ZM-01"}}));
}

const std::vector<std::pair<std::string, std::string>> kBadBsns = {
    {"'999990018'", "BSN-01"},     {"'000000000'", "BSN-01"},  {"'99999029'", "BSN-01"},
    {"'9999902990'", "BSN-01"},    {"' 999990299'", "BSN-01"}, {"'99999029X'", "BSN-01"},
    {"'99999029\\000'", "BSN-01"}, {"'+99990299'", "BSN-01"},  {"'9999.90.299'", "BSN-01"}};

TEST(Decode, BSN01_MalformedAndMissing) {
  CheckAll(ForEvery(kZiek, "bsn", kBadBsns));
  CheckAll(ForEvery(kRegistraties, "bsn", kBadBsns));
  // Missing it is a missing field of a melding, but BSN-01 of a registration.
  CheckAll(ForEvery(kZiek, "bsn", {{kMissing, "ZM-01"}, {"''", "ZM-01"}}));
  CheckAll(ForEvery(kRegistraties, "bsn", {{kMissing, "BSN-01"}, {"''", "BSN-01"}}));
}

struct ReeksCase {
  const char* bsn;
  bool testreeks;
  bool negenreeks;
};

TEST(Decode, BSN02_OutsideTheRange) {
  // The first and last BSN of each range that pass the elfproef, and their neighbours outside it.
  const std::vector<ReeksCase> cases = {
      {"000000012", true, false}, {"000099995", true, false},  {"000100006", false, false},
      {"999990007", true, true},  {"999999990", true, true},   {"999989996", false, true},
      {"900000004", false, true}, {"899999992", false, false}, {"123456782", false, false}};
  std::vector<std::string> soorten = kRegistraties;
  soorten.insert(soorten.end(), kZiek.begin(), kZiek.end());
  for (const ReeksCase& c : cases) {
    ASSERT_TRUE(Bsn::Parse(c.bsn).has_value()) << c.bsn;
    for (const std::string& soort : soorten) {
      SCOPED_TRACE(soort + " " + c.bsn);
      const auto wire = With(soort, "bsn", absl::StrCat("'", c.bsn, "'"));
      const auto& decode = Soorten().at(soort).decode;
      const std::vector<std::string> refused = {"BSN-02 bsn"};
      const std::vector<std::string> accepted;
      EXPECT_THAT(Fouten(decode(*wire, BsnReeks::kTestreeks)),
                  ElementsAreArray(c.testreeks ? accepted : refused));
      EXPECT_THAT(Fouten(decode(*wire, BsnReeks::kNegenreeks)),
                  ElementsAreArray(c.negenreeks ? accepted : refused));
      EXPECT_THAT(Fouten(decode(*wire, BsnReeks::kAlle)), ElementsAre());
    }
  }
}

TEST(Decode, REG01_Doelgroepregistratie) {
  CheckAll({{"Doelgroepregistratie", "datum_van", kMissing, "REG-01"},
            {"Doelgroepregistratie", "datum_tot", kMissing, ""},
            {"EindeDoelgroepregistratie", "datum_tot", kMissing, "REG-01"}});
  CheckAll(ForEvery({"Doelgroepregistratie"}, "datum_van", BadDates("REG-01")));
  CheckAll(ForEvery({"Doelgroepregistratie", "EindeDoelgroepregistratie"}, "datum_tot", BadDates("REG-01")));
}

TEST(Decode, REG02_Woonplaats) {
  CheckAll({{"Woonplaats", "datum_van", kMissing, "REG-02"},
            {"Woonplaats", "gemeentecode", kMissing, ""},
            {"Woonplaats", "gemeentecode", "''", ""},
            {"Woonplaats", "gemeentecode", "'363'", "REG-02"},
            {"Woonplaats", "gemeentecode", "'00363'", "REG-02"},
            {"Woonplaats", "gemeentecode", "'036X'", "REG-02"},
            {"Woonplaats", "gemeentecode", "' 363'", "REG-02"}});
  CheckAll(ForEvery({"Woonplaats"}, "datum_van", BadDates("REG-02")));
}

TEST(Decode, REG04_Dienstverband) {
  CheckAll({{"Dienstverband", "datum_van", kMissing, "REG-04"},
            {"Dienstverband", "datum_tot", kMissing, ""},
            {"EindeDienstverband", "datum_tot", kMissing, "REG-04"}});
  CheckAll(ForEvery({"Dienstverband", "EindeDienstverband"}, "loonheffingennummer",
                    {{kMissing, "REG-04"}, {"'123456789L1'", "REG-04"}}));
  CheckAll(ForEvery({"Dienstverband"}, "datum_van", BadDates("REG-04")));
  CheckAll(ForEvery({"Dienstverband", "EindeDienstverband"}, "datum_tot", BadDates("REG-04")));
}

TEST(Decode, LKS01_LksPeriode) {
  CheckAll({{"LksPeriode", "datum_van", kMissing, "LKS-01"},
            {"LksPeriode", "datum_tot", kMissing, ""},
            {"LksPeriode", "gemeentecode", kMissing, "LKS-01"},
            {"LksPeriode", "gemeentecode", "'363'", "LKS-01"},
            {"LksPeriode", "forfaitair", kMissing, "LKS-01"},
            {"LksPeriode", "forfaitair", "true", ""}});
  CheckAll(ForEvery({"LksPeriode"}, "loonwaarde",
                    {{kMissing, "LKS-01"},
                     {"-1", "LKS-01"},
                     {"0", ""},
                     {"99", ""},
                     {"100", "LKS-01"},
                     {"256", "LKS-01"},
                     {"2147483647", "LKS-01"},
                     {"-2147483648", "LKS-01"}}));
  CheckAll(ForEvery({"LksPeriode"}, "datum_van", BadDates("LKS-01")));
  CheckAll(ForEvery({"LksPeriode"}, "datum_tot", BadDates("LKS-01")));
}

TEST(Decode, LKS07_EindeLksPeriode) {
  CheckAll({{"EindeLksPeriode", "datum_tot", kMissing, "LKS-07"}});
  CheckAll(ForEvery({"EindeLksPeriode"}, "datum_tot", BadDates("LKS-07")));
}

}  // namespace
}  // namespace ketenproef
