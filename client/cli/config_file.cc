#include "client/cli/config_file.h"

#include <CLI/CLI.hpp>

#include <set>
#include <sstream>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "client/cli/input_file.h"

namespace ketenproef {
namespace {

absl::string_view NameOn(absl::string_view line) {
  return absl::StripAsciiWhitespace(line.substr(0, line.find('=')));
}

// The line on which the name stands; the parser keeps no lines.
std::size_t LineOf(absl::string_view content, absl::string_view name) {
  const std::vector<absl::string_view> lines = absl::StrSplit(content, '\n');
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (NameOn(lines[i]) == name) return i + 1;
  }
  return 1;
}

class Applier {
 public:
  Applier(CLI::App& command, const std::string& path, absl::string_view content)
      : command_(command), path_(path), content_(content) {}

  absl::Status Apply(const CLI::ConfigItem& item) {
    if (!item.parents.empty() || item.name == "++" || item.name == "--") {
      return absl::InvalidArgumentError(
          absl::StrCat(path_, ": [sections] and dotted names mean nothing here; write NAME = VALUE"));
    }
    CLI::Option* const option = OptionOf(item.name);
    if (option == nullptr) {
      return ErrorAt(item, absl::StrCat("is no option of ", command_.get_name(), "; see `ketenproef ",
                                        command_.get_name(), " --help`"));
    }
    if (item.inputs.size() > 1 || !seen_.insert(item.name).second) {
      return ErrorAt(item, "has more than one value; put one with spaces or commas in quotes");
    }
    if (option->count() > 0) return absl::OkStatus();  // the command line goes first
    try {
      const std::string value = item.inputs.empty() ? "" : item.inputs[0];
      const bool is_flag = option->get_expected_min() == 0;
      option->add_result(is_flag ? option->get_flag_value(item.name, value) : value);
      option->run_callback();
    } catch (const CLI::Error& error) {
      return ErrorAt(item, absl::StrCat("is not right: ", error.what()));
    }
    return absl::OkStatus();
  }

 private:
  CLI::Option* OptionOf(const std::string& name) const {
    // These two mean something on the command line only.
    if (name == "help" || name == "config") return nullptr;
    return command_.get_option_no_throw("--" + name);
  }

  absl::Status ErrorAt(const CLI::ConfigItem& item, absl::string_view what) const {
    return absl::InvalidArgumentError(
        absl::StrCat(path_, ":", LineOf(content_, item.name), ": \"", item.name, "\" ", what));
  }

  CLI::App& command_;
  const std::string& path_;
  const absl::string_view content_;
  std::set<std::string> seen_;
};

}  // namespace

absl::Status ApplyConfigFile(CLI::App& command, const std::string& path) {
  const auto content = ReadInputFile(path);
  if (!content.ok()) return content.status();
  std::vector<CLI::ConfigItem> items;
  try {
    std::istringstream stream(*content);
    items = CLI::ConfigTOML().from_config(stream);
  } catch (const CLI::Error& error) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": ", error.what()));
  }
  Applier applier(command, path, *content);
  for (const CLI::ConfigItem& item : items) {
    if (absl::Status status = applier.Apply(item); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace ketenproef
