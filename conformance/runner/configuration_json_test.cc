#include "conformance/runner/configuration_json.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

namespace ketenproef::conformance {
namespace {

v1::Administration Parse(const std::string& text) {
  v1::Administration administration;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &administration));
  return administration;
}

TEST(ConfigurationJson, GemeenteThatServes) {
  const SystemConfig config = {
      .kind = v1::SYSTEM_KIND_GEMEENTE,
      .folder = "/tmp/een \"map\"",
      .administration =
          Parse("gemeentecodes: '0363' gemeentecodes: '0599' lks_perioden { bsn: '999990007' "
                "datum_van: '2024-02-29' } lks_perioden { bsn: '999990019' gemeentecode: '0599' "
                "datum_van: '2023-01-01' datum_tot: '2023-06-30' loonwaarde: '0' forfaitair: 'J' }")};
  EXPECT_EQ(*ConfigurationJson(config),
            R"({"mode": "serve", "gemeentecodes": ["0363", "0599"], "omgeving": "standaard", )"
            R"("folder": "/tmp/een \"map\"", "listen": "127.0.0.1:0", "lks_perioden": )"
            R"([{"bsn":"999990007","gemeentecode":"0363","datum_van":{"jaar":2024,"maand":2,"dag":29},)"
            R"("loonwaarde":55,"forfaitair":false}, {"bsn":"999990019","gemeentecode":"0599",)"
            R"("datum_van":{"jaar":2023,"maand":1,"dag":1},"datum_tot":{"jaar":2023,"maand":6,"dag":30},)"
            R"("loonwaarde":0,"forfaitair":true}]})"
            "\n");
}

TEST(ConfigurationJson, GemeenteThatCollects) {
  const SystemConfig config = {.kind = v1::SYSTEM_KIND_GEMEENTE_OPHALER,
                               .omgeving = "proef",
                               .folder = "/tmp/f",
                               .administration = Parse("gemeentecodes: '0363'"),
                               .inlichtingenbureau = "127.0.0.1:5050",
                               .poll_seconds = 0.25};
  EXPECT_EQ(*ConfigurationJson(config),
            R"({"mode": "collect", "gemeentecodes": ["0363"], "omgeving": "proef", "folder": "/tmp/f", )"
            R"("inlichtingenbureau": "127.0.0.1:5050", "poll_seconds": 0.25})"
            "\n");
}

TEST(ConfigurationJson, UwvAndInlichtingenbureau) {
  EXPECT_EQ(*ConfigurationJson({.kind = v1::SYSTEM_KIND_UWV, .folder = "/tmp/f"}),
            "{\"kind\": \"uwv\", \"folder\": \"/tmp/f\", \"listen\": \"127.0.0.1:0\"}\n");
  EXPECT_EQ(*ConfigurationJson({.kind = v1::SYSTEM_KIND_INLICHTINGENBUREAU}),
            "{\"kind\": \"inlichtingenbureau\", \"folder\": \"\", \"listen\": \"127.0.0.1:0\"}\n");
}

TEST(ConfigurationJson, RefusesWhatIsNoAdministration) {
  EXPECT_TRUE(absl::IsInvalidArgument(ConfigurationJson({}).status()));
  for (const char* text : {"lks_perioden { datum_van: '2023-02-29' }", "lks_perioden {}",
                           "lks_perioden { datum_van: '2023-02-28' datum_tot: 'P1' }",
                           "lks_perioden { datum_van: '2023-02-28' loonwaarde: 'P1' }",
                           "lks_perioden { datum_van: '2023-02-28' forfaitair: 'ja' }"}) {
    const SystemConfig config = {.kind = v1::SYSTEM_KIND_GEMEENTE,
                                 .administration = Parse(std::string("gemeentecodes: '0363' ") + text)};
    EXPECT_TRUE(absl::IsInvalidArgument(ConfigurationJson(config).status())) << text;
  }
  EXPECT_TRUE(absl::IsInvalidArgument(ConfigurationJson({.kind = v1::SYSTEM_KIND_GEMEENTE}).status()));
}

}  // namespace
}  // namespace ketenproef::conformance
