// One operation of the client as data: its words, its flags, and what it does. The command line, the help and
// the completion are all made from these; files such as submit.cc hold them.
#ifndef KETENPROEF_CLIENT_CLI_OPERATION_H_
#define KETENPROEF_CLIENT_CLI_OPERATION_H_

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "client/lib/client.h"

namespace ketenproef {

// What was given on the command line: the words of each flag by its name, without hyphens.
class Arguments {
 public:
  void Add(const std::string& flag, std::string word) { words_[flag].push_back(std::move(word)); }

  bool Has(const std::string& flag) const { return words_.contains(flag); }
  // The last word given; empty where the flag was not.
  std::string Get(const std::string& flag) const;
  std::vector<std::string> All(const std::string& flag) const;

 private:
  std::map<std::string, std::vector<std::string>> words_;
};

// What an operation works with.
struct Session {
  const client::Client& client;
  bool json = false;
  // Where its output goes: standard output, at once, so that a reader of a stream sees it come.
  std::function<void(absl::string_view)> print;
};

struct Flag {
  std::string name;  // without hyphens, such as `eerste-ao-dag`; in capitals: a word without a flag
  std::string help;
  std::string form = {};  // what stands behind it, such as DATE; empty with values and switches
  std::vector<std::string> values = {};  // all that it takes; empty: anything of its form
  std::string default_word = {};
  std::string field = {};  // path of the field of the request that it fills; empty: the operation reads it
  bool is_required = false;
  bool is_switch = false;  // takes no word; `ja` where it is given
  bool is_repeated = false;
};

struct Operation {
  std::string words;    // such as `register dienstverband add`
  std::string summary;  // a sentence without its full stop
  std::vector<Flag> flags;
  std::vector<std::string> examples;  // command lines that work as written, without `ketenproef`
  std::function<absl::Status(const Session&, const Arguments&)> run;
};

// The operations of one group; each in the file of its name.
std::vector<Operation> SubmitOperations();
std::vector<Operation> BeoordelingOperations();
std::vector<Operation> RegisterOperations();
std::vector<Operation> RapportagesOperations();
std::vector<Operation> InlichtingenbureauOperations();
std::vector<Operation> ClockOperations();
std::vector<Operation> OmgevingOperations();
std::vector<Operation> JournalOperations();
std::vector<Operation> StoringOperations();
std::vector<Operation> GemeenteOperations();
std::vector<Operation> DraaiboekOperations();
// All of them, in the order in which help shows them.
std::vector<Operation> ClientOperations();

// What a word that only begins operations is about, such as `register` or `register dienstverband`.
std::string GroupSummary(const std::string& words);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_OPERATION_H_
