#!/usr/bin/env python3
"""fuzz.py BINARY FROM_SEED TO_SEED: see fuzz.sh."""
import argparse
import concurrent.futures
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading

from vergelijk import HIER, vergelijk

stop = threading.Event()


def een_seed(seed, binary, a, basis):
    """-> (seed, None) or (seed, text)."""
    if stop.is_set():
        return seed, "OVERGESLAGEN", []
    r = random.Random("fuzz/%d" % seed)
    stijl = a.style or r.choices(["mixed", "regime", "dense"], [5, 3, 2])[0]
    personen = a.persons or r.choices([1, 3, 8, 20, 40, 100], [1, 2, 4, 5, 3, 1])[0]
    regels = personen * r.choice([12, 17, 17, 25])
    kapot = r.random() < 0.08 and not a.no_broken
    map_ = os.path.join(basis, "seed-%d" % seed)
    draaiboek = os.path.join(map_, "draaiboek")
    os.makedirs(map_, exist_ok=True)
    cmd = [sys.executable, os.path.join(HIER, "gen.py"), "--seed", str(seed), "--persons", str(personen), "--lines-approx", str(regels),
           "--out", draaiboek, "--style", stijl] + (["--broken"] if kapot else []) + a.gen_args.split()
    g = subprocess.run(cmd, capture_output=True, text=True)
    if g.returncode:
        stop.set()
        return seed, "GENERATOR FAALT: " + g.stderr, []
    until, reeks = g.stdout.split()
    meldingen = []
    for profiel in ("handleiding", "wet"):
        v = vergelijk(draaiboek, binary, profiel, until, reeks, os.path.join(map_, profiel), a.timeout, meldingen)
        if v:
            stop.set()
            return seed, ("VERSCHIL bij seed %d (stijl %s, %d personen%s)\n  draaiboek: %s\n  opnieuw:   %s play %s --out /tmp/x --profile %s "
                          "--until %s --bsn-range %s\n  kleiner:   python3 %s/shrink.py %s %s %s %s --bsn-range %s\n%s" % (
                              seed, stijl, personen, ", kapot" if kapot else "", draaiboek, binary, draaiboek, profiel, until, reeks,
                              HIER, draaiboek, binary, profiel, until, reeks, v)), meldingen
    shutil.rmtree(map_, ignore_errors=True)
    return seed, None, meldingen


def main():
    p = argparse.ArgumentParser()
    p.add_argument("binary")
    p.add_argument("van", type=int)
    p.add_argument("tot", type=int)
    p.add_argument("--jobs", type=int, default=2)
    p.add_argument("--style")
    p.add_argument("--persons", type=int)
    p.add_argument("--timeout", type=int, default=600)
    p.add_argument("--no-broken", action="store_true")
    p.add_argument("--gen-args", default=os.environ.get("GEN_ARGS", ""), help="passed on to gen.py, e.g. '--without multiline'")
    p.add_argument("--messages", action="store_true", help="show what oracle and binary say of unreadable files")
    a = p.parse_args()
    binary = os.path.abspath(a.binary)
    basis = tempfile.mkdtemp(prefix="oracle-fuzz-")
    goed, fout, kapot, regel_fout = 0, [], 0, 0
    with concurrent.futures.ThreadPoolExecutor(min(a.jobs, 2)) as pool:
        for seed, v, meldingen in pool.map(lambda s: een_seed(s, binary, a, basis), range(a.van, a.tot + 1)):
            for om, bm, genoemd in meldingen:
                kapot += 1
                regel_fout += not genoemd
                if a.messages or not genoemd:
                    print("seed %d onleesbaar%s\n   oracle: %s\n   binary: %s" % (
                        seed, "" if genoemd else ": LET OP, het regelnummer van de oracle staat niet in de melding", om, bm))
            if v is None:
                goed += 1
                if goed % 25 == 0:
                    print("... %d gelijk (t/m seed %d)" % (goed, seed), flush=True)
            elif v != "OVERGESLAGEN":
                fout.append((seed, v))
    for _, v in fout:
        print(v)
    if not fout:
        shutil.rmtree(basis, ignore_errors=True)
    print("gelijk: %d seeds (x 2 profielen), verschil: %d, onleesbare keren: %d (regelnummer niet genoemd: %d)" % (goed, len(fout), kapot, regel_fout))
    return 1 if fout else 0


if __name__ == "__main__":
    sys.exit(main())
