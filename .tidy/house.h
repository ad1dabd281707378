// The project's own source files, for tests that read them.
#ifndef KETENPROEF_TIDY_HOUSE_H_
#define KETENPROEF_TIDY_HOUSE_H_

#include <string>
#include <vector>

namespace ketenproef {

struct SourceFile {
  std::string path;  // from the root of the repository, with /
  std::string folder;
  std::vector<std::string> lines;
  bool is_test;  // a test, or what only tests use

  std::string Text() const;
};

// Every .h and .cc of server, client, conformance, fixtures, bench and this folder, in order of path.
const std::vector<SourceFile>& House();

}  // namespace ketenproef

#endif  // KETENPROEF_TIDY_HOUSE_H_
