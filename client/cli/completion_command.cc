#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/command.h"
#include "client/cli/completion.h"
#include "client/cli/exit_code.h"

namespace ketenproef {
namespace {

// `{a,b}` in the name of a type holds all values that the option takes.
std::vector<std::string> ValuesOf(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t begin = type.find('{');
  const std::size_t end = type.rfind('}');
  if (begin == std::string::npos || end == std::string::npos) return {};
  return absl::StrSplit(type.substr(begin + 1, end - begin - 1), ',');
}

void AddTree(const CLI::App& app, const std::string& words, std::vector<CompletedCommand>* commands) {
  CompletedCommand command;
  command.words = words;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      command.flags.push_back({"--" + name, ValuesOf(*option), option->get_expected_max() > 0});
    }
  }
  const auto children = app.get_subcommands([](const CLI::App*) { return true; });
  for (const CLI::App* child : children) command.commands.push_back(child->get_name());
  commands->push_back(command);
  for (const CLI::App* child : children) {
    AddTree(*child, absl::StrCat(words, " ", child->get_name()), commands);
  }
}

}  // namespace

void AddCompletionCommand(CLI::App& app, RunCommand* run) {
  CLI::App* completion =
      app.add_subcommand("completion", "Print a script that completes commands in a shell");
  auto shell = std::make_shared<std::string>();
  completion->add_option("SHELL", *shell, "Which shell")
      ->required()
      ->check(CLI::IsMember({"bash"}).description(""))
      ->type_name("{bash}");
  completion->footer(
      "Examples:\n"
      "  source <(ketenproef completion bash)\n"
      "  ketenproef completion bash > ~/.local/share/bash-completion/completions/ketenproef");
  completion->callback([&app, run, shell] {
    *run = [&app, shell] {
      std::vector<CompletedCommand> commands;
      AddTree(app, "ketenproef", &commands);
      std::fputs(BashCompletion(commands).c_str(), stdout);
      return static_cast<int>(kExitOk);
    };
  });
}

}  // namespace ketenproef
