// A file descriptor that is closed with its owner. -1: there is none.
#ifndef KETENPROEF_CONFORMANCE_RUNNER_FILE_DESCRIPTOR_H_
#define KETENPROEF_CONFORMANCE_RUNNER_FILE_DESCRIPTOR_H_

#include <unistd.h>

#include <utility>

namespace ketenproef::conformance {

class Fd {
 public:
  Fd() = default;
  explicit Fd(int fd) : fd_(fd) {}
  ~Fd() { Close(); }
  Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Fd& operator=(Fd&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }

  int get() const { return fd_; }
  void Close() {
    if (fd_ >= 0) close(std::exchange(fd_, -1));
  }

 private:
  int fd_ = -1;
};

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_FILE_DESCRIPTOR_H_
