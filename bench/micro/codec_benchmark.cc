// One event as bytes, and back.
#include <benchmark/benchmark.h>

#include <string>

#include "server/journal/codec.h"

namespace ketenproef {
namespace {

Gebeurtenis MakeZiekmelding() {
  const Dag dag = *Dag::FromCivil(2025, 1, 6);
  return ZiekmeldingAccepted{
      {{*Loonheffingennummer::Parse("100000000L01"), "Z00000001"}, *Bsn::Parse("999990019"), dag, true},
      dag,
      {dag + Dagen(42), 0, 0},
      dag + Dagen(42)};
}

void EncodeZiekmelding(benchmark::State& state) {
  const Gebeurtenis gebeurtenis = MakeZiekmelding();
  std::string bytes;
  for (auto _ : state) {
    bytes.clear();
    EncodeGebeurtenis(gebeurtenis, &bytes);
    benchmark::DoNotOptimize(bytes.data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}
BENCHMARK(EncodeZiekmelding);

void DecodeZiekmelding(benchmark::State& state) {
  std::string bytes;
  EncodeGebeurtenis(MakeZiekmelding(), &bytes);
  for (auto _ : state) benchmark::DoNotOptimize(DecodeGebeurtenis(bytes));
}
BENCHMARK(DecodeZiekmelding);

}  // namespace
}  // namespace ketenproef
