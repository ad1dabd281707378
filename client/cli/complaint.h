// What a command says when it cannot do what it was asked.
#ifndef KETENPROEF_CLIENT_CLI_COMPLAINT_H_
#define KETENPROEF_CLIENT_CLI_COMPLAINT_H_

#include "absl/strings/string_view.h"

namespace ketenproef {

// Says it on standard error, after the name of the program. Gives the exit code back, for `return`.
int Complain(int exit_code, absl::string_view why);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_COMPLAINT_H_
