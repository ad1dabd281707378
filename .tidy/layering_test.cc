// Dependencies run one way (design.md): rules <- journal <- omgeving <- wire <- handlers <- transport <- app.
// fixtures stand on their own; client, conformance and bench see the contract only.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "house.h"

namespace ketenproef {
namespace {

// What the files of a folder may include of the project and of the contract, by the beginning of the path.
using Directions = std::map<std::string, std::vector<std::string>>;

Directions OfTheChain() {
  return {
      {"server/rules", {"server/rules/"}},
      {"server/journal", {"server/rules/", "server/journal/"}},
      {"server/omgeving", {"server/rules/", "server/journal/", "server/omgeving/"}},
      {"server/wire", {"server/rules/", "server/omgeving/", "server/wire/", "ketenproef/", "google/"}},
      {"server/outbound",
       {"server/rules/", "server/omgeving/", "server/wire/", "server/outbound/", "ketenproef/", "grpcpp/"}},
      {"server/handlers",
       {"server/rules/", "server/journal/", "server/omgeving/", "server/wire/", "server/handlers/",
        "ketenproef/", "google/protobuf/"}},
      {"server/transport",
       {"server/rules/", "server/omgeving/", "server/wire/", "server/handlers/", "server/transport/",
        "ketenproef/", "grpcpp/", "google/protobuf/"}},
      {"server/app", {"server/", "fixtures/csv/", "fixtures/embedded/", "grpcpp/"}},
      {"client/lib", {"client/lib/", "ketenproef/", "google/", "grpcpp/"}},
      {"client/lib/consumer", {"client/lib/"}},
      {"client/cli",
       {"bench/load/", "client/", "conformance/", "fixtures/", "ketenproef/", "grpcpp/", "google/protobuf/"}},
  };
}

Directions OfItsTools() {
  return {
      {"conformance/calendar", {"conformance/calendar/", "fixtures/csv/", "fixtures/embedded/"}},
      {"conformance/checks",
       {"client/lib/", "conformance/calendar/", "conformance/catalogue/", "conformance/checks/",
        "ketenproef/", "google/"}},
      {"conformance/runner",
       {"client/lib/", "conformance/calendar/", "conformance/catalogue/", "conformance/checks/",
        "conformance/runner/", "conformance/suites/", "ketenproef/", "google/", "grpcpp/"}},
      {"conformance/suites", {"conformance/suites/"}},
      {"conformance/mutants",
       {"client/lib/", "conformance/calendar/", "conformance/catalogue/", "conformance/checks/",
        "conformance/mutants/", "conformance/runner/", "ketenproef/", "google/", "grpcpp/"}},
      {"conformance/mutants/gemeente",
       {"client/lib/datum.h", "conformance/calendar/", "conformance/checks/", "conformance/mutants/"}},
      {"conformance/mutants/ib",
       {"client/lib/datum.h", "conformance/calendar/", "conformance/checks/", "conformance/model/",
        "conformance/mutants/"}},
      {"conformance/mutants/uwv",
       {"conformance/calendar/", "conformance/checks/", "conformance/mutants/", "client/lib/datum.h",
        "fixtures/embedded/", "google/rpc/"}},
      {"conformance/explore",
       {"client/lib/", "conformance/calendar/", "conformance/catalogue/", "conformance/checks/",
        "conformance/explore/", "conformance/model/", "fixtures/playbook/", "fixtures/population/random.h",
        "ketenproef/", "google/protobuf/"}},
      {"conformance/model",
       {"conformance/calendar/", "conformance/model/", "fixtures/csv/", "fixtures/embedded/",
        "fixtures/playbook/"}},
      {"conformance/catalogue", {"conformance/catalogue/", "fixtures/csv/", "fixtures/embedded/"}},
      {"conformance/report",
       {"conformance/report/", "conformance/calendar/", "conformance/catalogue/", "fixtures/csv/",
        "ketenproef/conformance/", "google/protobuf/"}},
      {"conformance/report/page", {}},
      {"conformance/sut", {"conformance/sut/"}},
      {"conformance/sut/ophaler",
       {"client/lib/", "conformance/sut/ophaler/", "ketenproef/v1/", "google/protobuf/"}},
      {"bench", {"bench/", "client/lib/", "fixtures/", "ketenproef/", "google/protobuf/", "server/"}},
      {"bench/load", {"bench/load/", "client/lib/", "ketenproef/", "google/protobuf/", "grpcpp/"}},
      {"bench/load/keten",
       {"bench/load/", "client/lib/", "fixtures/csv/", "fixtures/embedded/", "fixtures/population/",
        "ketenproef/", "google/protobuf/"}},
      {"bench/load/report", {"bench/load/", "google/protobuf/"}},
      {"bench/load/report/page", {}},
      {"bench/floor", {"bench/floor/", "ketenproef/", "google/protobuf/", "grpcpp/"}},
      {"bench/micro", {"bench/micro/", "fixtures/", "server/"}},
      {"fixtures/csv", {"fixtures/csv/"}},
      {"fixtures/embedded", {"fixtures/embedded/"}},
      {"fixtures/playbook", {"fixtures/csv/", "fixtures/playbook/"}},
      {"fixtures/population",
       {"fixtures/csv/", "fixtures/embedded/", "fixtures/playbook/", "fixtures/population/"}},
      {"fixtures/data", {}},
      {"fixtures/scratch", {}},
      {"fixtures/tsan", {"fixtures/tsan/"}},
  };
}

const Directions& Allowed() {
  static const auto* const kAllowed = [] {
    auto* const all = new Directions(OfTheChain());
    all->merge(OfItsTools());
    return all;
  }();
  return *kAllowed;
}

// The composition of the binary: the files of the client that start a server, or open what one keeps.
const std::set<std::string>& Exceptions() {
  static const auto* const kExceptions = new std::set<std::string>{
      "client/cli/conformance_reference.cc: server/app/server.h",
      "client/cli/gemeente_reference.cc: server/app/server.h",
      "client/cli/load_system.cc: server/app/server.h",
      "client/cli/demo_command.cc: server/app/log.h",
      "client/cli/demo_command.cc: server/app/server.h",
      "client/cli/doctor_command.cc: server/app/log.h",
      "client/cli/doctor_command.cc: server/app/server.h",
      "client/cli/journal_command.cc: server/journal/journal_files.h",
      "client/cli/play_command.cc: server/app/server.h",
      "client/cli/serve_command.cc: server/app/log.h",
      "client/cli/serve_command.cc: server/app/server.h",
      "client/cli/serve_flags.h: server/app/server.h",
  };
  return *kExceptions;
}

// Whether the rules are about this include: of the project, of the contract, of gRPC or protobuf, of SQLite.
bool IsOurs(const std::string& include) {
  for (const char* prefix : {"server/", "client/", "conformance/", "fixtures/", "bench/", "ketenproef/",
                             "google/", "grpcpp/", "sqlite3"}) {
    if (absl::StartsWith(include, prefix)) return true;
  }
  return false;
}

std::vector<std::string> IncludesOf(const SourceFile& file) {
  static const auto* const kPattern = new std::regex("^#include [<\"]([^>\"]+)[>\"]");
  std::vector<std::string> includes;
  for (const std::string& line : file.lines) {
    std::smatch match;
    if (std::regex_search(line, match, *kPattern)) includes.push_back(match[1]);
  }
  return includes;
}

bool IsAllowed(const SourceFile& file, const std::string& include) {
  if (Exceptions().contains(file.path + ": " + include)) return true;
  if (include == "sqlite3.h") {
    return absl::StartsWith(file.path, "server/journal/sqlite_") ||
           absl::StartsWith(file.path, "bench/floor/sqlite_");
  }
  for (const std::string& prefix : Allowed().at(file.folder)) {
    if (absl::StartsWith(include, prefix)) return true;
  }
  return false;
}

TEST(Layering, EveryFolderHasItsPlace) {
  for (const SourceFile& file : House()) {
    if (file.folder == ".tidy") continue;
    EXPECT_TRUE(Allowed().contains(file.folder))
        << file.path << ": say in .tidy/layering_test.cc what the files of " << file.folder << " may include";
  }
}

TEST(Layering, IncludesPointOneWay) {
  int checked = 0;
  for (const SourceFile& file : House()) {
    if (file.is_test || !Allowed().contains(file.folder)) continue;
    for (const std::string& include : IncludesOf(file)) {
      if (!IsOurs(include)) continue;
      ++checked;
      EXPECT_TRUE(IsAllowed(file, include))
          << file.path << " includes " << include << ", against the direction of design.md";
    }
  }
  EXPECT_GT(checked, 200) << "the scan found next to nothing: is it reading the right folder?";
}

// The stubs of gRPC cost seconds of compile time per file and belong at the edges.
TEST(Layering, StubsAreIncludedAtTheEdgesOnly) {
  for (const SourceFile& file : House()) {
    const bool is_edge = file.folder == "server/transport" || file.folder == "server/outbound" ||
                         file.folder == "conformance/runner" || file.folder == "conformance/sut" ||
                         file.folder == "bench/floor" || absl::StartsWith(file.folder, "client/");
    if (file.is_test || is_edge) {
      continue;
    }
    for (const std::string& include : IncludesOf(file)) {
      EXPECT_FALSE(absl::EndsWith(include, ".grpc.pb.h")) << file.path << " includes " << include;
    }
  }
}

// The rules are pure: no threads, clocks, files or chance (style.md, habit 3).
TEST(Layering, RulesIncludeNothingImpure) {
  const std::set<std::string> impure = {"thread", "mutex",   "atomic", "fstream", "iostream",
                                        "random", "cstdlib", "ctime",  "chrono",  "filesystem"};
  for (const SourceFile& file : House()) {
    if (file.is_test || file.folder != "server/rules") continue;
    for (const std::string& include : IncludesOf(file)) {
      EXPECT_FALSE(impure.contains(include)) << file.path << " includes <" << include << ">";
    }
  }
}

}  // namespace
}  // namespace ketenproef
