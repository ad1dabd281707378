// For tests: runs the binary as a user does, in folders that are removed again.
#ifndef KETENPROEF_CLIENT_CLI_RUN_BINARY_H_
#define KETENPROEF_CLIENT_CLI_RUN_BINARY_H_

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "fixtures/scratch/temporary_folder.h"

namespace ketenproef {

struct Outcome {
  int exit_code = -1;  // -1: ended by a signal
  std::string stderr_text;
  std::string stdout_text;
};

// Runs `ketenproef` with these arguments and waits for it.
Outcome RunBinary(const std::vector<std::string>& arguments);

// Starts it and does not wait; both outputs are thrown away. `hidden_prefix`, where not empty: the new
// process first makes a folder of this name with its own process number behind it.
pid_t StartBinary(const std::vector<std::string>& arguments, const std::string& hidden_prefix = "");
// Waits for it; its exit code, -1 where a signal ended it.
int WaitFor(pid_t process);

void WriteTextFile(const std::filesystem::path& path, const std::string& content);
std::string ReadTextFile(const std::filesystem::path& path);
// Every file below the folder by its relative name, folders as NAME/ with no content.
std::map<std::string, std::string> ReadFolder(const std::filesystem::path& folder);
// The names in the folder, hidden ones too, sorted.
std::vector<std::string> NamesIn(const std::filesystem::path& folder);

// The header line of playbooks without its line ending, and one line that is right.
extern const char kHeader[];
extern const char kGoodLine[];

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_RUN_BINARY_H_
