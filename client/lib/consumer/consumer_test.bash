#!/usr/bin/env bash
# Installs the client library into a folder of its own, builds the consumer against that and nothing else, and
# runs it. Called by CTest: consumer_test.bash BUILD_FOLDER SOURCE_FOLDER CXX [LAUNCHER]
set -euo pipefail

readonly build=$1 source=$2 cxx=$3 launcher=${4:-}
work=$(mktemp -d "${TMPDIR:-/tmp}/ketenproef-consumer-XXXXXX")
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --component ketenproef_client --prefix "$work/prefix" >"$work/log"
cmake -S "$source" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Debug \
  -DCMAKE_CXX_COMPILER="$cxx" -DCMAKE_CXX_COMPILER_LAUNCHER="$launcher" \
  -DCMAKE_PREFIX_PATH="$work/prefix" >>"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
# The folder of the build must not be what makes it work.
! grep -rqF "$build" "$work/prefix" --include='*.cmake' --include='*.h' || {
  echo 'what was installed names the folder of the build:'
  grep -rF "$build" "$work/prefix" --include='*.cmake' --include='*.h'
  exit 1
}
cmake --build "$work/build" >>"$work/log" 2>&1 || { cat "$work/log"; exit 1; }

output=$("$work/build/consumer")
[[ $output =~ ^'ketenproef client '[0-9]+\.[0-9]+\.[0-9]+$ ]] || { echo "it says: $output"; exit 1; }
# Nobody listens there: the library says so, and the consumer passes it on.
if output=$("$work/build/consumer" localhost:1); then
  echo "it found a clock where there is none: $output"
  exit 1
fi
[[ $output == *UNAVAILABLE* ]] || { echo "it says: $output"; exit 1; }
echo "installed, found, built and run"
