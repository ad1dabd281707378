#include "house.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "absl/strings/match.h"
#include "absl/strings/str_join.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;

SourceFile Read(const fs::path& file) {
  SourceFile source;
  source.path = fs::relative(file, KETENPROEF_SOURCE_DIR).generic_string();
  source.folder = fs::path(source.path).parent_path().generic_string();
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) source.lines.push_back(line);
  source.is_test = absl::EndsWith(source.path, "_test.cc") || source.folder == ".tidy";
  return source;
}

// The path without its extension: what a header and its .cc have in common.
std::string StemOf(const std::string& path) {
  return path.substr(0, path.rfind('.'));
}

// Whether `file` is included by some file that is a test (or, else, by some that is none) besides its own
// .cc.
bool IsIncludedBy(const std::vector<SourceFile>& files, const SourceFile& file, bool by_test) {
  const std::string include = "#include \"" + file.path + "\"";
  return std::any_of(files.begin(), files.end(), [&](const SourceFile& other) {
    return other.is_test == by_test && StemOf(other.path) != StemOf(file.path) &&
           std::find(other.lines.begin(), other.lines.end(), include) != other.lines.end();
  });
}

// A header that tests alone include is a part of them, with its .cc; so is what only such a header includes.
void FindTestSupport(std::vector<SourceFile>& files) {
  for (bool changed = true; changed;) {
    changed = false;
    for (SourceFile& file : files) {
      if (file.is_test || !absl::EndsWith(file.path, ".h")) continue;
      if (!IsIncludedBy(files, file, true) || IsIncludedBy(files, file, false)) continue;
      for (SourceFile& other : files) {
        if (StemOf(other.path) == StemOf(file.path)) other.is_test = true;
      }
      changed = true;
    }
  }
}

std::vector<SourceFile> ReadHouse() {
  std::vector<SourceFile> files;
  for (const char* top : {"server", "client", "conformance", "fixtures", "bench", ".tidy"}) {
    const fs::path folder = fs::path(KETENPROEF_SOURCE_DIR) / top;
    if (!fs::exists(folder)) continue;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension == ".h" || extension == ".cc") files.push_back(Read(entry.path()));
    }
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  FindTestSupport(files);
  return files;
}

}  // namespace

std::string SourceFile::Text() const {
  return absl::StrJoin(lines, "\n");
}

const std::vector<SourceFile>& House() {
  static const auto* const kFiles = new std::vector<SourceFile>(ReadHouse());
  return *kFiles;
}

}  // namespace ketenproef
