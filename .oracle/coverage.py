#!/usr/bin/env python3
"""Coverage of playbooks, by the oracle.

    python3 coverage.py DIR... --until JJJJ-MM-DD [--bsn-range R]   (until: default the last line's day + 30)
    python3 coverage.py --seeds A B --style S [--persons N --lines-approx L]   generates and adds up
"""
import argparse
import collections
import os
import subprocess
import sys
import tempfile
from datetime import timedelta

import oracle

HIER = os.path.dirname(os.path.abspath(__file__))
WEIGERBAAR = ("BSN-01 BSN-02 REG-01 REG-02 REG-04 LKS-01 LKS-03 LKS-04 LKS-05 LKS-06 LKS-07 ZM-01 ZM-02 ZM-03 "
              "ZM-07 ZM-08 ZM-10 HM-01 HM-02 BO-02 BO-03 BO-04 BO-07 KAL-03").split()


def tel(map_, profiel, until, reeks, c):
    with open(os.path.join(map_, "gebeurtenissen.csv"), "rb") as f:
        regels = oracle.lees_draaiboek(f.read())
    u = oracle.lees_datum(until) if until else (regels[-1].dag + timedelta(days=30))
    w = oracle.Wereld(profiel, reeks, oracle.Gegevens(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "data")))
    w.speel_alles(regels, u)
    c["regels"] += len(regels)
    c["rapportages"] += len(w.rapportages)
    c["rapportages met alleen kop"] += sum(1 for r in w.rapportages.values() if not r)
    c["rapportages met 2+ rijen"] += sum(1 for r in w.rapportages.values() if len(r) > 1)
    for m in w.meldingen:
        c["melding %s boete %s%s" % (m[2], m[8], " te laat" if m[7] and not m[8] else "")] += 1
    for x in w.onbestelbaar:
        c["onbestelbaar " + x[2]] += 1
    for x in w.doorleveringen:
        c["doorlevering " + x[4]] += 1
    for k, v in w.tel.items():
        c["~ " + k] += v
    for x in w.afgewezen:
        c["! " + x[3]] += 1
        c["!! %s %s" % (x[3], x[2])] += 1
    for x in w.gevallen:
        if not x.ingetrokken:
            c["beoordeling %s%s%s" % (x.uitkomst or "geen", " verlengd" if x.verlengd else "", " te laat" if x.beslissing_te_laat else "")] += 1


def main():
    p = argparse.ArgumentParser()
    p.add_argument("dirs", nargs="*")
    p.add_argument("--until")
    p.add_argument("--bsn-range", default="testreeks")
    p.add_argument("--seeds", nargs=2, type=int)
    p.add_argument("--style", default="mixed")
    p.add_argument("--persons", default="100")
    p.add_argument("--lines-approx", default="1700")
    p.add_argument("--summary", action="store_true", help="(always on)")
    a = p.parse_args()
    tot = {"handleiding": collections.Counter(), "wet": collections.Counter()}
    gezien = {"handleiding": collections.Counter(), "wet": collections.Counter()}
    n = 0
    with tempfile.TemporaryDirectory() as tmp:
        bron = [(m, a.until, a.bsn_range) for m in a.dirs]
        if a.seeds:
            for s in range(a.seeds[0], a.seeds[1] + 1):
                m = os.path.join(tmp, str(s))
                uit = subprocess.run([sys.executable, os.path.join(HIER, "gen.py"), "--seed", str(s), "--out", m, "--style", a.style,
                                      "--persons", a.persons, "--lines-approx", a.lines_approx], check=True, capture_output=True, text=True).stdout
                bron.append((m, a.until, uit.split()[1]))
        for m, until, reeks in bron:
            n += 1
            for profiel in tot:
                c = collections.Counter()
                tel(m, profiel, until, reeks, c)
                tot[profiel].update(c)
                for k in c:
                    gezien[profiel][k] += 1
    print("%-58s %22s %22s" % ("draaiboeken: %d; gemiddelde per draaiboek (in hoeveel)" % n, "handleiding", "wet"))
    for k in sorted(set(tot["handleiding"]) | set(tot["wet"])):
        print("%-58s %14.1f (%4d) %14.1f (%4d)" % (k, tot["handleiding"][k] / n, gezien["handleiding"][k], tot["wet"][k] / n, gezien["wet"][k]))
    for profiel in tot:
        mis = [x for x in WEIGERBAAR if not tot[profiel]["! " + x]]
        print("nooit geweigerd met (%s): %s" % (profiel, " ".join(mis) or "-"))


if __name__ == "__main__":
    main()
