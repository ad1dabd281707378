// A progress bar on standard error, where that is a terminal; nothing where it is not.
#ifndef KETENPROEF_CLIENT_CLI_PROGRESS_H_
#define KETENPROEF_CLIENT_CLI_PROGRESS_H_

#include <cstddef>
#include <string>

namespace ketenproef {

class Progress {
 public:
  // `what` stands before the bar; `total` is what counts as done, at least 1.
  Progress(std::string what, std::size_t total);
  // Ends the line of the bar.
  ~Progress();

  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void Show(std::size_t done);

 private:
  std::string what_;
  std::size_t total_;
  bool is_terminal_;
  int shown_percent_ = -1;
};

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_PROGRESS_H_
