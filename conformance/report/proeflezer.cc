#include "conformance/report/proeflezer.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <system_error>

namespace ketenproef::conformance {

std::string Proeflezer::Write(const std::string& name, const std::string& content) const {
  const std::string path = folder_.File(name);
  std::ofstream file(path, std::ios::binary);
  file << content;
  EXPECT_TRUE(file.flush()) << path;
  return path;
}

Proeflezer::Reading Proeflezer::Read(const std::string& command) const {
  Reading reading;
  std::FILE* pipe = ::popen(("cd '" + folder().string() + "' && { " + command + "; } 2>&1").c_str(), "r");
  if (pipe == nullptr) return reading;
  std::array<char, 4096> bytes;
  for (std::size_t read = 0; (read = std::fread(bytes.data(), 1, bytes.size(), pipe)) > 0;) {
    reading.output.append(bytes.data(), read);
  }
  const int status = ::pclose(pipe);
  if (WIFEXITED(status)) reading.exit_code = WEXITSTATUS(status);
  return reading;
}

}  // namespace ketenproef::conformance
