#!/usr/bin/env python3
"""shrink.py DIR BINARY PROFILE UNTIL [--bsn-range R] [--out DIR2]

Greedy removal of records that keeps a difference between oracle and binary.  Writes the shortest
playbook found to DIR2 (default DIR-klein) and prints it with the difference.
"""
import argparse
import os
import shutil
import sys
import tempfile

from vergelijk import vergelijk


def knip(ruw):
    """bytes -> (head, [record, ...]), each with its line end; quoted line ends stay inside a record."""
    delen, begin, in_quotes = [], 0, False
    for i, b in enumerate(ruw):
        if b == 34:
            in_quotes = not in_quotes
        elif b == 10 and not in_quotes:
            delen.append(ruw[begin:i + 1])
            begin = i + 1
    if begin < len(ruw):
        delen.append(ruw[begin:])
    return delen[0], delen[1:]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("dir")
    p.add_argument("binary")
    p.add_argument("profile")
    p.add_argument("until")
    p.add_argument("--bsn-range", default="testreeks")
    p.add_argument("--out")
    a = p.parse_args()
    binary = os.path.abspath(a.binary)
    uit = a.out or a.dir.rstrip("/") + "-klein"
    werk = tempfile.mkdtemp(prefix="oracle-shrink-")
    probeer = os.path.join(werk, "draaiboek")
    os.makedirs(probeer)
    keren = 0

    def verschil(kop, records):
        nonlocal keren
        keren += 1
        with open(os.path.join(probeer, "gebeurtenissen.csv"), "wb") as f:
            f.write(kop + b"".join(records))
        return vergelijk(probeer, binary, a.profile, a.until, a.bsn_range, werk)

    with open(os.path.join(a.dir, "gebeurtenissen.csv"), "rb") as f:
        kop, records = knip(f.read())
    laatste = verschil(kop, records)
    if not laatste:
        print("geen verschil: niets te verkleinen")
        return 1
    stap = max(1, len(records) // 2)
    while True:
        i, iets = 0, False
        while i < len(records):
            zonder = records[:i] + records[i + stap:]
            v = verschil(kop, zonder)
            if v and not v.startswith("ORACLE FAALT"):
                records, laatste, iets = zonder, v, True
            else:
                i += stap
        if stap == 1:
            if not iets:
                break
        else:
            stap = max(1, stap // 2)
    os.makedirs(uit, exist_ok=True)
    with open(os.path.join(uit, "gebeurtenissen.csv"), "wb") as f:
        f.write(kop + b"".join(records))
    print("%d records, %d keer gespeeld: %s" % (len(records), keren, uit))
    print((kop + b"".join(records)).decode(errors="replace"))
    print("profiel %s, until %s, bsn-range %s\n%s" % (a.profile, a.until, a.bsn_range, laatste))
    shutil.rmtree(werk, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
