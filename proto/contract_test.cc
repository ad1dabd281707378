// The contract as it is compared with the contract as it was: `contract.golden.txt` holds one line for every
// method, field and enum value. A line that is gone or has changed breaks callers; a line that is new does
// not, but is looked at all the same. Both fail here until the golden is written anew:
//
//   KETENPROEF_UPDATE_GOLDEN=1 <build>/proto/contract_test
//
// A rename is a removal and an addition: it keeps the wire but breaks source code and JSON.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "gmock/gmock.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/descriptor.pb.h"
#include "google/protobuf/text_format.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "gtest/gtest.h"
#include "ketenproef/v1/datum.pb.h"
#include "ketenproef/v1/domein.pb.h"
#include "ketenproef/v1/draaiboek_service.pb.h"
#include "ketenproef/v1/gebeurtenis.pb.h"
#include "ketenproef/v1/gemeente_register_service.pb.h"
#include "ketenproef/v1/gemeente_service.pb.h"
#include "ketenproef/v1/inlichtingenbureau_service.pb.h"
#include "ketenproef/v1/journaal_service.pb.h"
#include "ketenproef/v1/klok_service.pb.h"
#include "ketenproef/v1/omgeving_service.pb.h"
#include "ketenproef/v1/storing_service.pb.h"
#include "ketenproef/v1/uwv_beoordeling_service.pb.h"
#include "ketenproef/v1/uwv_melding_service.pb.h"
#include "ketenproef/v1/uwv_register_service.pb.h"

namespace ketenproef {
namespace {

namespace pb = google::protobuf;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAreArray;

// Kind and full name of an element ("field ketenproef.v1.Datum.jaar") to what is promised about it
// ("= 1 int32 singular").
using Contract = std::map<std::string, std::string>;

std::string Line(const Contract::value_type& element) {
  return absl::StrCat(element.first, " ", element.second);
}

// ---- From descriptors to a contract.

std::string TypeOf(const pb::FieldDescriptor& field) {
  if (field.is_map()) {
    const pb::Descriptor& entry = *field.message_type();
    return absl::StrCat("map<", TypeOf(*entry.map_key()), ",", TypeOf(*entry.map_value()), ">");
  }
  if (field.message_type() != nullptr) return field.message_type()->full_name();
  if (field.enum_type() != nullptr) return field.enum_type()->full_name();
  return field.type_name();
}

std::string LabelOf(const pb::FieldDescriptor& field) {
  if (field.is_repeated()) return "repeated";
  if (field.real_containing_oneof() != nullptr) {
    return absl::StrCat("oneof:", field.real_containing_oneof()->name());
  }
  return field.has_optional_keyword() ? "optional" : "singular";
}

void AddEnum(const pb::EnumDescriptor& type, Contract& contract) {
  for (int i = 0; i < type.value_count(); ++i) {
    const pb::EnumValueDescriptor& value = *type.value(i);
    contract[absl::StrCat("value ", type.full_name(), ".", value.name())] =
        absl::StrCat("= ", value.number());
  }
}

void AddMessage(const pb::Descriptor& type, Contract& contract) {
  if (type.options().map_entry()) return;
  for (int i = 0; i < type.field_count(); ++i) {
    const pb::FieldDescriptor& field = *type.field(i);
    contract[absl::StrCat("field ", field.full_name())] =
        absl::StrCat("= ", field.number(), " ", TypeOf(field), " ", LabelOf(field));
  }
  for (int i = 0; i < type.enum_type_count(); ++i) AddEnum(*type.enum_type(i), contract);
  for (int i = 0; i < type.nested_type_count(); ++i) AddMessage(*type.nested_type(i), contract);
}

void AddService(const pb::ServiceDescriptor& service, Contract& contract) {
  for (int i = 0; i < service.method_count(); ++i) {
    const pb::MethodDescriptor& method = *service.method(i);
    contract[absl::StrCat("method ", method.full_name())] = absl::StrCat(
        "(", method.client_streaming() ? "stream " : "", method.input_type()->full_name(), ") -> (",
        method.server_streaming() ? "stream " : "", method.output_type()->full_name(), ")");
  }
}

void AddFile(const pb::FileDescriptor& file, Contract& contract) {
  for (int i = 0; i < file.service_count(); ++i) AddService(*file.service(i), contract);
  for (int i = 0; i < file.message_type_count(); ++i) AddMessage(*file.message_type(i), contract);
  for (int i = 0; i < file.enum_type_count(); ++i) AddEnum(*file.enum_type(i), contract);
}

// ---- From one contract to the next.

// Lines as a person reads a diff: "- " as it was, "+ " as it is.
struct Difference {
  std::vector<std::string> breaking;
  std::vector<std::string> additions;
};

Difference Compare(const Contract& golden, const Contract& now) {
  Difference difference;
  for (const auto& element : golden) {
    const auto found = now.find(element.first);
    if (found != now.end() && found->second == element.second) continue;
    difference.breaking.push_back(absl::StrCat("- ", Line(element)));
    if (found != now.end()) difference.breaking.push_back(absl::StrCat("+ ", Line(*found)));
  }
  for (const auto& element : now) {
    if (!golden.contains(element.first)) difference.additions.push_back(absl::StrCat("+ ", Line(element)));
  }
  return difference;
}

std::string Describe(const Difference& difference) {
  std::string text;
  if (!difference.breaking.empty()) {
    absl::StrAppend(&text, "BREAKING, callers of the contract as it was will fail:\n  ",
                    absl::StrJoin(difference.breaking, "\n  "), "\n");
  }
  if (!difference.additions.empty()) {
    absl::StrAppend(&text, "ADDITION, callers of the contract as it was go on working:\n  ",
                    absl::StrJoin(difference.additions, "\n  "), "\n");
  }
  return text;
}

// ---- The golden file.

std::string ProtoDir() {
  return absl::StrCat(KETENPROEF_SOURCE_DIR, "/proto");
}
std::string GoldenPath() {
  return absl::StrCat(ProtoDir(), "/contract.golden.txt");
}

// Empty where there is no file. An element is two words, what is promised about it the rest of the line.
Contract ReadGolden() {
  Contract golden;
  std::ifstream file(GoldenPath());
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || absl::StartsWith(line, "#")) continue;
    const std::vector<std::string> words = absl::StrSplit(line, absl::MaxSplits(' ', 2));
    if (words.size() != 3) {
      ADD_FAILURE() << GoldenPath() << ": not a line of the golden: " << line;
      continue;
    }
    golden[absl::StrCat(words[0], " ", words[1])] = words[2];
  }
  return golden;
}

void WriteGolden(const Contract& contract) {
  std::ofstream file(GoldenPath(), std::ios::trunc);
  file << "# Every method, field and enum value of the contract. Written by contract_test, which says how.\n";
  for (const auto& element : contract) file << Line(element) << "\n";
  file.close();
  ASSERT_TRUE(file) << "cannot write " << GoldenPath();
}

// ---- The contract of this project.

std::vector<const pb::FileDescriptor*> Files() {
  return {
      google::rpc::ErrorInfo::descriptor()->file(),
      google::rpc::Status::descriptor()->file(),
      v1::Datum::descriptor()->file(),
      v1::Ziekmelding::descriptor()->file(),
      v1::Gebeurtenis::descriptor()->file(),
      v1::PlayDraaiboekRequest::descriptor()->file(),
      v1::RegisterWoonplaatsRequest::descriptor()->file(),
      v1::LookupLksRequest::descriptor()->file(),
      v1::ListRapportagesRequest::descriptor()->file(),
      v1::ListGebeurtenissenRequest::descriptor()->file(),
      v1::AdvanceClockRequest::descriptor()->file(),
      v1::CreateOmgevingRequest::descriptor()->file(),
      v1::CreateStoringRequest::descriptor()->file(),
      v1::GetZiektegevalRequest::descriptor()->file(),
      v1::SubmitZiekmeldingRequest::descriptor()->file(),
      v1::RegisterDienstverbandRequest::descriptor()->file(),
  };
}

TEST(Contract, HoldsEveryFile) {
  std::vector<std::string> there;
  for (const absl::string_view folder : {"google/rpc", "ketenproef/v1"}) {
    for (const auto& entry : std::filesystem::directory_iterator(absl::StrCat(ProtoDir(), "/", folder))) {
      if (entry.path().extension() == ".proto") {
        there.push_back(absl::StrCat(folder, "/", entry.path().filename().string()));
      }
    }
  }
  std::vector<std::string> compared;
  for (const pb::FileDescriptor* file : Files()) compared.push_back(file->name());
  EXPECT_THAT(compared, UnorderedElementsAreArray(there))
      << "add the new file to Files() in contract_test.cc";
}

TEST(Contract, EqualsItsGolden) {
  Contract now;
  for (const pb::FileDescriptor* file : Files()) AddFile(*file, now);
  const Difference difference = Compare(ReadGolden(), now);
  const std::string description = Describe(difference);

  const char* update = std::getenv("KETENPROEF_UPDATE_GOLDEN");
  if (update != nullptr && absl::string_view(update) == "1") {
    WriteGolden(now);
    std::cout << GoldenPath() << " written\n" << description;
    return;
  }
  EXPECT_TRUE(description.empty())
      << "The contract differs from " << GoldenPath() << ".\n"
      << description
      << "If this is meant: KETENPROEF_UPDATE_GOLDEN=1 and run this test again, then "
         "review the diff of the golden like code.";
}

// Conventions of the contract that buf has no rule for.

TEST(Contract, EveryListIsPaged) {
  for (const pb::FileDescriptor* file : Files()) {
    for (int s = 0; s < file->service_count(); ++s) {
      for (int m = 0; m < file->service(s)->method_count(); ++m) {
        const pb::MethodDescriptor& method = *file->service(s)->method(m);
        if (!absl::StartsWith(method.name(), "List")) continue;
        EXPECT_NE(method.input_type()->FindFieldByName("page_size"), nullptr) << method.full_name();
        EXPECT_NE(method.input_type()->FindFieldByName("page_token"), nullptr) << method.full_name();
        EXPECT_NE(method.output_type()->FindFieldByName("next_page_token"), nullptr) << method.full_name();
      }
    }
  }
}

TEST(Contract, EveryEventHasItsKind) {
  const pb::OneofDescriptor& events = *v1::Gebeurtenis::descriptor()->FindOneofByName("inhoud");
  const pb::EnumDescriptor& kinds = *v1::Gebeurtenissoort_descriptor();
  EXPECT_EQ(kinds.value_count(), events.field_count() + 1) << "one for each event, and the unspecified one";
  for (int i = 0; i < events.field_count(); ++i) {
    const pb::FieldDescriptor& event = *events.field(i);
    const pb::EnumValueDescriptor* kind = kinds.FindValueByNumber(event.number());
    ASSERT_NE(kind, nullptr) << event.full_name();
    EXPECT_EQ(kind->name(), absl::StrCat("GEBEURTENISSOORT_", absl::AsciiStrToUpper(event.name())));
  }
}

// ---- That the comparison bites, on a small contract of its own.

// In .proto terms:
//   message Vraag { int32 jaar = 1; optional bool no_risk = 2; repeated string regels = 3; }
//   message Antwoord { oneof uitkomst { string goed = 1; string fout = 2; } map<string, int32> tel = 3; }
//   enum Soort { SOORT_UNSPECIFIED = 0; SOORT_ZIEK = 1; }
//   service Loket { rpc Ask(Vraag) returns (Antwoord); rpc Watch(Vraag) returns (stream Antwoord); }
constexpr absl::string_view kBefore = R"(
    name: "loket.proto" syntax: "proto3"
    message_type { name: "Vraag"
      field { name: "jaar" number: 1 type: TYPE_INT32 label: LABEL_OPTIONAL }
      field { name: "no_risk" number: 2 type: TYPE_BOOL label: LABEL_OPTIONAL
              proto3_optional: true oneof_index: 0 }
      field { name: "regels" number: 3 type: TYPE_STRING label: LABEL_REPEATED }
      oneof_decl { name: "_no_risk" } }
    message_type { name: "Antwoord"
      field { name: "goed" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL oneof_index: 0 }
      field { name: "fout" number: 2 type: TYPE_STRING label: LABEL_OPTIONAL oneof_index: 0 }
      field { name: "tel" number: 3 type: TYPE_MESSAGE label: LABEL_REPEATED type_name: ".Antwoord.TelEntry" }
      oneof_decl { name: "uitkomst" }
      nested_type { name: "TelEntry" options { map_entry: true }
        field { name: "key" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL }
        field { name: "value" number: 2 type: TYPE_INT32 label: LABEL_OPTIONAL } } }
    enum_type { name: "Soort"
      value { name: "SOORT_UNSPECIFIED" number: 0 }
      value { name: "SOORT_ZIEK" number: 1 } }
    service { name: "Loket"
      method { name: "Ask" input_type: ".Vraag" output_type: ".Antwoord" }
      method { name: "Watch" input_type: ".Vraag" output_type: ".Antwoord" server_streaming: true } })";

Contract Read(const std::string& file_in_text_format) {
  Contract contract;
  pb::FileDescriptorProto proto;
  pb::DescriptorPool pool;
  if (!pb::TextFormat::ParseFromString(file_in_text_format, &proto)) {
    ADD_FAILURE() << "does not parse: " << file_in_text_format;
  } else if (const pb::FileDescriptor* file = pool.BuildFile(proto); file == nullptr) {
    ADD_FAILURE() << "does not build: " << file_in_text_format;
  } else {
    AddFile(*file, contract);
  }
  return contract;
}

// What changes when, in the small contract, the first `old_text` becomes `new_text`.
Difference After(const std::string& old_text, const std::string& new_text) {
  const std::string before(kBefore);
  const size_t at = before.find(old_text);
  if (at == std::string::npos) {
    ADD_FAILURE() << "not in the small contract: " << old_text;
    return {};
  }
  std::string now = before;
  now.replace(at, old_text.size(), new_text);
  return Compare(Read(before), Read(now));
}

TEST(ContractComparison, IsEmptyWithoutAChange) {
  EXPECT_EQ(Describe(After("\"jaar\"", "\"jaar\"")), "");
}

TEST(ContractComparison, RemovedFieldBreaks) {
  const Difference difference =
      After(R"(field { name: "jaar" number: 1 type: TYPE_INT32 label: LABEL_OPTIONAL })", "");
  EXPECT_THAT(difference.breaking, ElementsAre("- field Vraag.jaar = 1 int32 singular"));
  EXPECT_THAT(difference.additions, IsEmpty());
  EXPECT_TRUE(absl::StartsWith(Describe(difference), "BREAKING"));
}

TEST(ContractComparison, RenumberedFieldBreaks) {
  EXPECT_THAT(After(R"("jaar" number: 1)", R"("jaar" number: 4)").breaking,
              ElementsAre("- field Vraag.jaar = 1 int32 singular", "+ field Vraag.jaar = 4 int32 singular"));
}

TEST(ContractComparison, RetypedFieldBreaks) {
  EXPECT_THAT(After(R"("jaar" number: 1 type: TYPE_INT32)", R"("jaar" number: 1 type: TYPE_INT64)").breaking,
              ElementsAre("- field Vraag.jaar = 1 int32 singular", "+ field Vraag.jaar = 1 int64 singular"));
  EXPECT_THAT(
      After(R"("value" number: 2 type: TYPE_INT32)", R"("value" number: 2 type: TYPE_INT64)").breaking,
      ElementsAre("- field Antwoord.tel = 3 map<string,int32> repeated",
                  "+ field Antwoord.tel = 3 map<string,int64> repeated"));
}

TEST(ContractComparison, RelabelledFieldBreaks) {
  EXPECT_THAT(
      After("TYPE_STRING label: LABEL_REPEATED", "TYPE_STRING label: LABEL_OPTIONAL").breaking,
      ElementsAre("- field Vraag.regels = 3 string repeated", "+ field Vraag.regels = 3 string singular"));
  EXPECT_THAT(After(R"("fout" number: 2 type: TYPE_STRING label: LABEL_OPTIONAL oneof_index: 0)",
                    R"("fout" number: 2 type: TYPE_STRING label: LABEL_OPTIONAL)")
                  .breaking,
              ElementsAre("- field Antwoord.fout = 2 string oneof:uitkomst",
                          "+ field Antwoord.fout = 2 string singular"));
}

TEST(ContractComparison, PresenceIsPromised) {
  EXPECT_THAT(Read(std::string(kBefore)),
              testing::Contains(testing::Pair("field Vraag.no_risk", "= 2 bool optional")));
}

TEST(ContractComparison, RenamedFieldBreaksAndAdds) {
  const Difference difference = After(R"("jaar")", R"("jaartal")");
  EXPECT_THAT(difference.breaking, ElementsAre("- field Vraag.jaar = 1 int32 singular"));
  EXPECT_THAT(difference.additions, ElementsAre("+ field Vraag.jaartal = 1 int32 singular"));
}

TEST(ContractComparison, RemovedOrRenumberedValueBreaks) {
  EXPECT_THAT(After(R"(value { name: "SOORT_ZIEK" number: 1 })", "").breaking,
              ElementsAre("- value Soort.SOORT_ZIEK = 1"));
  EXPECT_THAT(After(R"("SOORT_ZIEK" number: 1)", R"("SOORT_ZIEK" number: 2)").breaking,
              ElementsAre("- value Soort.SOORT_ZIEK = 1", "+ value Soort.SOORT_ZIEK = 2"));
}

TEST(ContractComparison, RemovedOrChangedMethodBreaks) {
  EXPECT_THAT(After(R"(method { name: "Ask" input_type: ".Vraag" output_type: ".Antwoord" })", "").breaking,
              ElementsAre("- method Loket.Ask (Vraag) -> (Antwoord)"));
  EXPECT_THAT(After("server_streaming: true", "").breaking,
              ElementsAre("- method Loket.Watch (Vraag) -> (stream Antwoord)",
                          "+ method Loket.Watch (Vraag) -> (Antwoord)"));
}

TEST(ContractComparison, AnAdditionIsToldApart) {
  const Difference difference =
      After(R"(value { name: "SOORT_ZIEK" number: 1 })",
            R"(value { name: "SOORT_ZIEK" number: 1 } value { name: "S2" number: 2 })");
  EXPECT_THAT(difference.breaking, IsEmpty());
  EXPECT_THAT(difference.additions, ElementsAre("+ value Soort.S2 = 2"));
  EXPECT_TRUE(absl::StartsWith(Describe(difference), "ADDITION"));
}

}  // namespace
}  // namespace ketenproef
