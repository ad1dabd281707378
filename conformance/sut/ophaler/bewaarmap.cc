#include "conformance/sut/ophaler/bewaarmap.h"

#include <fcntl.h>
#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"

namespace ketenproef::ophaler {
namespace {

constexpr int kOwnerOnly = 0600;  // it holds BSNs
constexpr int kOwnerOnlyFolder = 0700;

absl::Status Failed(absl::string_view what) {
  return absl::UnavailableError(absl::StrCat(what, ": ", std::strerror(errno)));
}

// All of it, or an error.
absl::Status WriteAll(int fd, absl::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = write(fd, bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return Failed("write");
    bytes.remove_prefix(static_cast<std::size_t>(size));
  }
  return absl::OkStatus();
}

absl::Status SyncFolder(const std::string& folder) {
  const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return Failed(folder);
  const bool is_synced = fsync(fd) == 0;
  close(fd);
  return is_synced ? absl::OkStatus() : Failed(folder);
}

}  // namespace

absl::StatusOr<std::unique_ptr<Bewaarmap>> Bewaarmap::Open(const std::string& folder) {
  std::unique_ptr<Bewaarmap> kept(new Bewaarmap(folder));
  if (absl::Status status = kept->Read(); !status.ok()) return status;
  return kept;
}

Bewaarmap::Bewaarmap(std::string folder) : folder_(std::move(folder)) {}

Bewaarmap::~Bewaarmap() {
  if (file_ >= 0) close(file_);
}

absl::Status Bewaarmap::Read() {
  if (mkdir((folder_ + "/rapportages").c_str(), kOwnerOnlyFolder) != 0 && errno != EEXIST) {
    return Failed(folder_);
  }
  file_ = open((folder_ + "/ontvangen.jsonl").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kOwnerOnly);
  if (file_ < 0) return Failed(folder_);
  std::string content;
  std::array<char, 4096> chunk;
  for (ssize_t size = 0; (size = read(file_, chunk.data(), chunk.size())) > 0;) {
    content.append(chunk.data(), static_cast<std::size_t>(size));
  }
  // A crash can have cut off the last line, which nobody was told about: the next one is written over it.
  for (std::size_t begin = 0, end = 0; (end = content.find('\n', begin)) != std::string::npos;
       begin = end + 1) {
    google::protobuf::Struct line;
    if (!google::protobuf::util::JsonStringToMessage(content.substr(begin, end - begin), &line).ok()) {
      return absl::DataLossError(
          absl::StrCat(folder_, "/ontvangen.jsonl: byte ", begin, " begins no line of JSON"));
    }
    names_.insert(line.fields().at("id").string_value());
    size_ = static_cast<std::int64_t>(end) + 1;
  }
  return SyncFolder(folder_);
}

absl::Status Bewaarmap::KeepReport(const std::string& file_name, absl::string_view content) {
  const std::string path = absl::StrCat(folder_, "/rapportages/", file_name);
  const std::string beside = path + ".nieuw";
  const int fd = open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kOwnerOnly);
  if (fd < 0) return Failed(beside);
  absl::Status status = WriteAll(fd, content);
  if (status.ok() && fsync(fd) != 0) status = Failed(beside);
  close(fd);
  if (!status.ok()) return status;
  if (rename(beside.c_str(), path.c_str()) != 0) return Failed(path);
  return SyncFolder(folder_ + "/rapportages");
}

absl::Status Bewaarmap::Keep(const std::string& name, const google::protobuf::Message& delivery) {
  if (Holds(name)) return absl::OkStatus();
  google::protobuf::Struct entry;
  (*entry.mutable_fields())["id"].set_string_value(name);
  std::string inhoud;
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  (void)google::protobuf::util::MessageToJsonString(delivery, &inhoud, options);
  (void)google::protobuf::util::JsonStringToMessage(
      inhoud, (*entry.mutable_fields())["inhoud"].mutable_struct_value());
  std::string line;
  (void)google::protobuf::util::MessageToJsonString(entry, &line);
  line += '\n';
  // What an append that failed has left is written over.
  if (ftruncate(file_, size_) != 0 || lseek(file_, size_, SEEK_SET) < 0) return Failed("ontvangen.jsonl");
  if (absl::Status status = WriteAll(file_, line); !status.ok()) return status;
  if (fsync(file_) != 0) return Failed("ontvangen.jsonl");
  size_ += static_cast<std::int64_t>(line.size());
  names_.insert(name);
  return absl::OkStatus();
}

}  // namespace ketenproef::ophaler
