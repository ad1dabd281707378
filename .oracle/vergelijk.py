"""Shared by fuzz.py and shrink.py: play one playbook by oracle and binary and compare."""
import os
import re
import shutil
import subprocess
import sys

HIER = os.path.dirname(os.path.abspath(__file__))
BSN_RE = re.compile(rb"(?<![0-9])[0-9]{9}(?![0-9L])")


def bestanden(map_):
    uit = {}
    for wortel, mappen, namen in os.walk(map_):
        for n in namen:
            p = os.path.join(wortel, n)
            with open(p, "rb") as f:
                uit[os.path.relpath(p, map_)] = f.read()
        for n in mappen:
            uit[os.path.relpath(os.path.join(wortel, n), map_) + "/"] = b""
    return uit


def geldige_bsns(ruw):
    """Every stand-alone nine-digit number in the file that passes the elfproef."""
    uit = set()
    for m in BSN_RE.findall(ruw):
        s = sum(w * (c - 48) for w, c in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), m))
        if s % 11 == 0 and m != b"000000000":
            uit.add(m)
    return uit


def vergelijk(map_, binary, profiel, until, reeks, werk, timeout=600, meldingen=None):
    """-> None when equal, else a text that shows the difference.  Output in werk/verwacht, werk/gekregen."""
    verwacht, gekregen = os.path.join(werk, "verwacht"), os.path.join(werk, "gekregen")
    for m in (verwacht, gekregen):
        shutil.rmtree(m, ignore_errors=True)
    opties = ["--profile", profiel, "--until", until, "--bsn-range", reeks]
    o = subprocess.run([sys.executable, os.path.join(HIER, "oracle.py"), map_, "--out", verwacht] + opties,
                       capture_output=True)
    if o.returncode not in (0, 65):
        return "ORACLE FAALT (exit %d):\n%s" % (o.returncode, o.stderr.decode(errors="replace"))
    try:
        b = subprocess.run([binary, "play", map_, "--out", gekregen] + opties, capture_output=True, timeout=timeout)
    except subprocess.TimeoutExpired:
        return "binary: geen einde binnen %d s" % timeout
    fout = b.stderr.decode(errors="replace")
    if b.returncode != o.returncode:
        return "exitcode: verwacht %d, gekregen %d\noracle: %s\nbinary: %s" % (
            o.returncode, b.returncode, o.stderr.decode(errors="replace")[:500], (b.stdout.decode(errors="replace") + fout)[-1500:])
    with open(os.path.join(map_, "gebeurtenissen.csv"), "rb") as f:
        bsns = geldige_bsns(f.read())
    for m in BSN_RE.findall(b.stdout + b.stderr):
        if m in bsns:
            return "BSN-03: een BSN in wat de binary zegt:\n" + (b.stdout.decode(errors="replace") + fout)[-1500:]
    if o.returncode == 65:
        if os.path.isdir(gekregen) and any(not k.endswith("/") for k in bestanden(gekregen)):
            return "onleesbaar bestand, maar er is wel geschreven"
        regel = o.stderr.decode(errors="replace").split(":")[1:3]
        if meldingen is not None:
            meldingen.append((o.stderr.decode(errors="replace").strip(), fout.strip(),
                              re.search(r"(?<![0-9])%s(?![0-9])" % re.escape(regel[0]), fout) is not None))
        return None
    a, c = bestanden(verwacht), bestanden(gekregen)
    if a == c:
        return None
    uit = []
    for naam in sorted(set(a) | set(c)):
        if naam not in c:
            uit.append("ontbreekt: " + naam)
        elif naam not in a:
            uit.append("te veel:   " + naam)
    d = subprocess.run(["diff", "-r", "-a", verwacht, gekregen], capture_output=True)
    regels = d.stdout.decode(errors="replace").splitlines()
    return "\n".join(uit[:5] + ["(< oracle, > binary)"] + regels[:20])
