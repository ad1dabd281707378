#include "client/cli/completion.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace ketenproef {
namespace {

// In single quotes no character of ours means anything to bash; none is a quote itself.
std::string Quoted(const std::string& text) {
  return absl::StrCat("'", text, "'");
}

std::string FlagNames(const CompletedCommand& command) {
  return absl::StrJoin(command.flags, " ",
                       [](std::string* text, const CompletedFlag& flag) { *text += flag.name; });
}

// The longest command that the words before the cursor name; words of flags are passed over.
std::string FindCommand(const std::vector<CompletedCommand>& commands) {
  std::string script =
      "  local command=ketenproef i\n"
      "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
      "    case \"$command ${COMP_WORDS[i]}\" in\n";
  for (const CompletedCommand& command : commands) {
    if (command.words.find(' ') == std::string::npos) continue;
    absl::StrAppend(&script, "      ", Quoted(command.words), ") command=", Quoted(command.words), " ;;\n");
  }
  return script + "    esac\n  done\n";
}

// A word behind a flag: one of its values, or a file name, for which bash itself is asked.
std::string CompleteValues(const std::vector<CompletedCommand>& commands) {
  std::string script = "  case \"$command $previous\" in\n";
  for (const CompletedCommand& command : commands) {
    for (const CompletedFlag& flag : command.flags) {
      if (!flag.takes_word) continue;
      const std::string complete =
          flag.values.empty() ? ""
                              : absl::StrCat("mapfile -t COMPREPLY < <(compgen -W ",
                                             Quoted(absl::StrJoin(flag.values, " ")), " -- \"$current\"); ");
      absl::StrAppend(&script, "    ", Quoted(absl::StrCat(command.words, " ", flag.name)), ") ", complete,
                      "return ;;\n");
    }
  }
  return script + "  esac\n";
}

std::string CompleteWords(const std::vector<CompletedCommand>& commands) {
  std::string script = "  local words=''\n  case \"$command\" in\n";
  for (const CompletedCommand& command : commands) {
    const std::string words = absl::StrCat(absl::StrJoin(command.commands, " "), " ", FlagNames(command));
    absl::StrAppend(&script, "    ", Quoted(command.words), ") words=", Quoted(words), " ;;\n");
  }
  // Flags are offered where one is begun, or where there is nothing else.
  return script + "  esac\n  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n";
}

}  // namespace

std::string BashCompletion(const std::vector<CompletedCommand>& commands) {
  return absl::StrCat(
      "# Completion of ketenproef for bash; use it with: source <(ketenproef completion bash)\n"
      "_ketenproef() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  COMPREPLY=()\n",
      FindCommand(commands), CompleteValues(commands), CompleteWords(commands),
      "}\n"
      "complete -o default -F _ketenproef ketenproef ./ketenproef\n");
}

}  // namespace ketenproef
