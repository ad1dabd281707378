// What standard output is: a terminal or not, how wide, and whether whoever reads it wants colours.
#ifndef KETENPROEF_CLIENT_CLI_TERMINAL_H_
#define KETENPROEF_CLIENT_CLI_TERMINAL_H_

namespace ketenproef {

bool OutputIsTerminal();

// Columns of the terminal; 100 where there is none.
int OutputWidth();

// On a terminal, unless the environment has a NO_COLOR that is not empty (https://no-color.org).
bool OutputHasColour();

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_TERMINAL_H_
