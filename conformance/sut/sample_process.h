// For tests: one of the sample gemeenten as a process, started with its configuration on standard input.
// A failure to start fails the test. The process is killed with its test.
#ifndef KETENPROEF_CONFORMANCE_SUT_SAMPLE_PROCESS_H_
#define KETENPROEF_CONFORMANCE_SUT_SAMPLE_PROCESS_H_

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "fixtures/scratch/temporary_folder.h"

namespace ketenproef {

// The folder of a sample: what it kept.
class SampleFolder {
 public:
  const std::filesystem::path& path() const { return folder_.path(); }
  void Write(const std::string& name, const std::string& content) const;
  // The reports that were kept, by file name.
  std::map<std::string, std::string> Reports() const;
  // The lines of what was received.
  std::vector<std::string> Received() const;

 private:
  TemporaryFolder folder_;
};

class SampleProcess {
 public:
  // `language` is "python" or "node".
  SampleProcess(const std::string& language, const std::string& configuration);
  ~SampleProcess();
  SampleProcess(const SampleProcess&) = delete;
  SampleProcess& operator=(const SampleProcess&) = delete;

  // The next line of its standard output or error; empty at the end. Waits for it.
  std::string OutLine() const { return Line(out_); }
  std::string ErrorLine() const { return Line(error_); }
  // HOST:PORT of the ready line.
  std::string Address() const;

  // Sends the signal and waits for the end: the exit code, or minus the signal that ended it.
  int Stop(int signal);
  // Waits for it to end by itself.
  int Wait();

 private:
  static std::string Line(int fd);

  pid_t process_ = -1;
  int out_ = -1;
  int error_ = -1;
};

}  // namespace ketenproef

#endif  // KETENPROEF_CONFORMANCE_SUT_SAMPLE_PROCESS_H_
