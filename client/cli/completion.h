// Completion of the command line in a shell, from the tree of commands.
#ifndef KETENPROEF_CLIENT_CLI_COMPLETION_H_
#define KETENPROEF_CLIENT_CLI_COMPLETION_H_

#include <string>
#include <vector>

namespace ketenproef {

struct CompletedFlag {
  std::string name;                 // with its hyphens
  std::vector<std::string> values;  // all that it takes; empty: anything, completed as a file name
  bool takes_word = true;           // something stands behind it
};

struct CompletedCommand {
  std::string words;                  // from `ketenproef` on, such as `ketenproef clock get`
  std::vector<std::string> commands;  // the words that can follow
  std::vector<CompletedFlag> flags;
};

// A script for bash: `source <(ketenproef completion bash)`. Completes commands, flags, and the values of
// flags that have a few; file names elsewhere.
std::string BashCompletion(const std::vector<CompletedCommand>& commands);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_COMPLETION_H_
