// What is sent when: turns 0, 1, 2, ... handed to the threads of a driver, each turn once.
//
// In an open loop a turn has the instant at which it ought to be sent, whatever became of those before it;
// latency is counted from there, so that a system that stands still for a second is seen to have kept
// everybody waiting. In a closed loop a turn is due when somebody has a hand free for it. Thread-safe after
// Begin.
#ifndef KETENPROEF_BENCH_LOAD_SCHEDULE_H_
#define KETENPROEF_BENCH_LOAD_SCHEDULE_H_

#include <atomic>
#include <cstdint>
#include <limits>
#include <optional>

namespace ketenproef::load {

struct Pace {
  // How many turns there are, and for how long new ones are handed out; whichever ends first.
  std::int64_t turns = std::numeric_limits<std::int64_t>::max();
  std::int64_t duration_ns = std::numeric_limits<std::int64_t>::max();
  // Turns a second (open loop); 0: as fast as it goes (closed loop).
  double rate_per_s = 0;
  // The first so many turns warm up: checked, and left out of what is measured.
  std::int64_t warm_up_turns = 0;
};

struct Turn {
  std::int64_t index = 0;
  std::int64_t due_ns = 0;
};

class Schedule {
 public:
  explicit Schedule(const Pace& pace) : pace_(pace) {}

  void Begin(std::int64_t now_ns) { begin_ns_ = now_ns; }
  // The next turn, which may be due later than now; nothing where all have been handed out.
  std::optional<Turn> Take(std::int64_t now_ns);

  bool IsOpenLoop() const { return pace_.rate_per_s > 0; }
  bool IsWarmUp(const Turn& turn) const { return turn.index < pace_.warm_up_turns; }

 private:
  const Pace pace_;
  std::int64_t begin_ns_ = 0;
  std::atomic<std::int64_t> next_ = 0;
};

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_SCHEDULE_H_
