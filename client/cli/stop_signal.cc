#include "client/cli/stop_signal.h"

#include <pthread.h>
#include <unistd.h>

namespace ketenproef {
namespace {

constexpr int kExitBySignal = 128;
// Sent by the destructor, to its own thread only.
constexpr int kEndThread = SIGUSR1;

}  // namespace

StopSignal::StopSignal() {
  sigemptyset(&signals_);
  for (const int signal : {SIGINT, SIGTERM, kEndThread}) sigaddset(&signals_, signal);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  thread_ = std::thread([this] { Loop(); });
}

StopSignal::~StopSignal() {
  pthread_kill(thread_.native_handle(), kEndThread);
  thread_.join();
}

int StopSignal::Wait() const {
  came_.WaitForNotification();
  return first_;
}

void StopSignal::Loop() {
  for (;;) {
    int signal = 0;
    if (sigwait(&signals_, &signal) != 0 || signal == kEndThread) return;
    if (came_.HasBeenNotified()) _exit(kExitBySignal + signal);
    first_ = signal;
    came_.Notify();
  }
}

}  // namespace ketenproef
