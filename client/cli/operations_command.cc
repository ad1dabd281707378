// The operations of the client on the command line: a subcommand for each, made from its data.
#include <CLI/CLI.hpp>

#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "client/cli/call_report.h"
#include "client/cli/command.h"
#include "client/cli/exit_code.h"
#include "client/cli/operation.h"

namespace ketenproef {
namespace {

// What the words of the command line are put into.
struct Parsed {
  client::ClientOptions options{.omgeving = "standaard"};
  double timeout_s = 60;
  bool json = false;
  std::map<std::string, std::string> words;
  std::map<std::string, std::vector<std::string>> repeated;
  std::map<std::string, bool> switches;
  std::map<std::string, CLI::Option*> given;
};

Arguments ArgumentsOf(const Parsed& parsed, const std::vector<Flag>& flags) {
  Arguments arguments;
  for (const Flag& flag : flags) {
    if (parsed.given.at(flag.name)->count() == 0) {
      if (!flag.default_word.empty()) arguments.Add(flag.name, flag.default_word);
    } else if (flag.is_switch) {
      arguments.Add(flag.name, "ja");
    } else if (flag.is_repeated) {
      for (const std::string& word : parsed.repeated.at(flag.name)) arguments.Add(flag.name, word);
    } else {
      arguments.Add(flag.name, parsed.words.at(flag.name));
    }
  }
  return arguments;
}

int RunOperation(const Operation& operation, const Parsed& parsed) {
  client::ClientOptions options = parsed.options;
  options.timeout = absl::Seconds(parsed.timeout_s);
  const client::Client client(options);
  bool is_written = true;
  const Session session{client, parsed.json, [&is_written](absl::string_view text) {
                          is_written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
                                       std::fflush(stdout) == 0 && is_written;
                        }};
  const absl::Status status = operation.run(session, ArgumentsOf(parsed, operation.flags));
  if (!status.ok()) {
    std::fputs(ReportOf(status, options.address).c_str(), stderr);
    return ExitCodeOfCall(status);
  }
  if (is_written) return kExitOk;
  std::fputs("ketenproef: standard output cannot be written\n", stderr);
  return kExitCannotCreate;
}

void AddFlag(CLI::App& command, const Flag& flag, Parsed& parsed) {
  const bool is_word = CLI::detail::to_lower(flag.name) != flag.name;
  const std::string name = is_word ? flag.name : "--" + flag.name;
  CLI::Option* option = nullptr;
  if (flag.is_switch) {
    option = command.add_flag(name, parsed.switches[flag.name], flag.help);
  } else if (flag.is_repeated) {
    option = command.add_option(name, parsed.repeated[flag.name], flag.help)->allow_extra_args(false);
  } else {
    parsed.words[flag.name] = flag.default_word;
    option = command.add_option(name, parsed.words[flag.name], flag.help);
    if (!flag.default_word.empty()) option->capture_default_str();
  }
  if (!flag.values.empty()) {
    // The values stand in the name of the type, where completion finds them as well.
    option->check(CLI::IsMember(flag.values).description(""));
    option->type_name(absl::StrCat("{", absl::StrJoin(flag.values, ","), "}"));
  } else if (!flag.is_switch && !is_word) {
    option->type_name(flag.form);
  }
  if (flag.is_required) option->required();
  parsed.given[flag.name] = option;
}

void AddServerFlags(CLI::App& command, Parsed& parsed) {
  const char* group = "Server";
  command.add_option("--server", parsed.options.address, "Where it listens")
      ->envname("KETENPROEF_SERVER")
      ->capture_default_str()
      ->type_name("HOST:PORT")
      ->group(group);
  command.add_option("--omgeving", parsed.options.omgeving, "The environment that is meant")
      ->envname("KETENPROEF_OMGEVING")
      ->capture_default_str()
      ->type_name("NAAM")
      ->group(group);
  command.add_option("--timeout", parsed.timeout_s, "How many seconds to wait for an answer")
      ->check(CLI::PositiveNumber.description(""))
      ->capture_default_str()
      ->type_name("SECONDS")
      ->group(group);
  command.add_flag("--json", parsed.json, "Print protobuf JSON, in lists one message a line")->group(group);
}

std::string FooterOf(const Operation& operation) {
  std::string footer = operation.examples.size() == 1 ? "Example:" : "Examples:";
  for (const std::string& example : operation.examples) absl::StrAppend(&footer, "\n  ketenproef ", example);
  return footer;
}

// The subcommand that these words lead to, made where it is not there.
CLI::App* FindCommand(CLI::App& app, const std::string& words) {
  CLI::App* command = &app;
  std::string so_far;
  for (const std::string& word : std::vector<std::string>(absl::StrSplit(words, ' '))) {
    absl::StrAppend(&so_far, so_far.empty() ? "" : " ", word);
    const auto found =
        command->get_subcommands([&word](const CLI::App* known) { return known->get_name() == word; });
    CLI::App* next = found.empty() ? nullptr : found.front();
    if (next == nullptr) {
      next = command->add_subcommand(word, GroupSummary(so_far));
      if (so_far != words) next->require_subcommand(1);
    }
    command = next;
  }
  return command;
}

}  // namespace

void AddClientCommands(CLI::App& app, RunCommand* run) {
  for (const Operation& made : ClientOperations()) {
    const auto operation = std::make_shared<const Operation>(made);
    const auto parsed = std::make_shared<Parsed>();
    CLI::App* command = FindCommand(app, operation->words);
    command->description(operation->summary);
    command->footer(FooterOf(*operation));
    for (const Flag& flag : operation->flags) AddFlag(*command, flag, *parsed);
    AddServerFlags(*command, *parsed);
    command->callback([operation, parsed, run] {
      *run = [operation, parsed] { return RunOperation(*operation, *parsed); };
    });
  }
}

}  // namespace ketenproef
