// For tests of the client: a simulator on a port of this process, an environment in it, and the binary run
// against it.
#ifndef KETENPROEF_CLIENT_CLI_SIMULATOR_TEST_H_
#define KETENPROEF_CLIENT_CLI_SIMULATOR_TEST_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "client/cli/run_binary.h"
#include "server/app/server.h"

namespace ketenproef {

inline constexpr char kBsn[] = "999990007";
inline constexpr char kNummer[] = "100000000L01";

class SimulatorTest : public testing::Test {
 protected:
  // One server for all tests of a suite, as starting it is dear; each test has an environment of its own, at
  // 2025-01-02T09:00:00+01:00.
  static void SetUpTestSuite();
  static void TearDownTestSuite();
  void SetUp() override;

  // Runs `ketenproef` with these words, split at spaces, on this server and environment.
  Outcome Run(const std::string& words) const;
  // Likewise; it must end well. Its standard output.
  std::string Do(const std::string& words) const;
  // It must end with this exit code and a text like this on standard error, and no BSN there.
  void ExpectRefused(const std::string& words, int exit_code, const std::string& text) const;

  // Someone who has LKS from Amsterdam, lives there and works for kNummer from 2023 on.
  void RegisterPerson() const;
  // That person is ill from 2025-03-10 on under kenmerk M-1, has ziekengeld, and leaves the job on
  // 2025-05-30: the first signal goes out on 2025-05-31, where the clock then stands at noon.
  void MakeSignal() const;

  std::vector<std::string> ServerWords() const;
  const std::string& omgeving() const { return omgeving_; }
  static int port() { return server_->port(); }

 private:
  static std::unique_ptr<Server> server_;
  std::string omgeving_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_SIMULATOR_TEST_H_
