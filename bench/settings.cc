#include "bench/settings.h"

namespace ketenproef::bench {

Settings QuickSettings() {
  Settings settings;
  settings.rounds = 2;
  settings.ingest_records = 2'500;
  settings.unary_calls = 500;
  settings.replay_events = 4'000;
  settings.cases = 1'000;
  settings.idle_exchanges = 2;
  settings.year_persons = 600;
  settings.scale = 2;
  return settings;
}

}  // namespace ketenproef::bench
