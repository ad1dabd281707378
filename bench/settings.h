// How large a run of the benchmark is, and where its programs and files are.
#ifndef KETENPROEF_BENCH_SETTINGS_H_
#define KETENPROEF_BENCH_SETTINGS_H_

#include <string>

namespace ketenproef::bench {

struct Settings {
  int rounds = 5;
  int ingest_records = 200'000;
  int unary_calls = 30'000;
  int replay_events = 1'000'000;
  int cases = 1'000'000;
  int idle_exchanges = 10;  // in each round
  int year_persons = 300'000;
  int scale = 10;
  int scale_rounds = 1;

  // The load, the same on floor and product.
  int connections = 4;
  int threads = 1;
  int in_flight = 128;
  int streams = 4;

  std::string directory;  // for journals; on the disk that is to be measured
  std::string product;    // the binary ketenproef
  std::string floor;      // the binary ketenproef_floor
  std::string self;       // this binary
};

// Small enough for a few seconds: whether the benchmark itself works, no figures.
Settings QuickSettings();

}  // namespace ketenproef::bench

#endif  // KETENPROEF_BENCH_SETTINGS_H_
