#!/usr/bin/env bash
# The benchmark in small: every key comes out with its parts, a second run can be compared with the first, and wrong
# words are refused. What the figures say is not looked at. BINARY is ketenproef_bench.
set -euo pipefail

readonly binary=$1
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

"$binary" --quick --directory "$folder" --json "$folder/a.json" >"$folder/table"
python3 - "$folder/a.json" <<'PYTHON'
import json, sys
keys = ["ingest_vs_floor", "unary_vs_floor", "replay_events_per_s", "bytes_per_case", "idle_exchange_us", "year_s",
        "scale_10x", "ready_ms", "load_vs_h2load"]
figures = json.load(open(sys.argv[1]))
for key in keys:
    figure = figures[key]
    assert set(figure) == {"value", "target", "met", "median", "spread", "rounds"}, (key, figure)
    assert figure["value"] == figure["median"] and figure["value"] > 0, (key, figure)
    assert len(figure["rounds"]) == {"scale_10x": 1, "idle_exchange_us": 4}.get(key, 2), (key, figure)
assert set(figures) == set(keys) | {"orientation", "machine"}, sorted(figures)
PYTHON
for key in ingest_vs_floor scale_10x; do
  grep -q "^$key " "$folder/table" || fail "the table has no $key"
done
[[ ! -e $folder/ketenproef-bench ]] || fail "journals were left behind"

"$binary" compare "$folder/a.json" "$folder/a.json" | grep -q '^year_s .* noise' || fail "not noise against itself"

"$binary" --quick --directory "$folder" --only ready_ms --json "$folder/b.json" >/dev/null
python3 -c 'import json, sys; assert set(json.load(open(sys.argv[1]))) == {"ready_ms", "orientation", "machine"}' \
  "$folder/b.json"

code=0
"$binary" --only nothing 2>/dev/null || code=$?
((code == 64)) || fail "an unknown key gave exit code $code"
code=0
"$binary" compare "$folder/table" "$folder/a.json" 2>/dev/null || code=$?
((code == 64)) || fail "a file that is no JSON gave exit code $code"
