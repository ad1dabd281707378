#include "client/cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace ketenproef {
namespace {

constexpr int kWidthWithoutTerminal = 100;

}  // namespace

bool OutputIsTerminal() {
  return isatty(STDOUT_FILENO) == 1;
}

int OutputWidth() {
  winsize size{};
  const bool is_known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return is_known ? size.ws_col : kWidthWithoutTerminal;
}

bool OutputHasColour() {
  const char* no_color = std::getenv("NO_COLOR");
  return OutputIsTerminal() && (no_color == nullptr || *no_color == '\0');
}

}  // namespace ketenproef
