#!/usr/bin/env python3
"""Random playbook generator for differential testing, biased to boundaries and corner cases.

    python3 gen.py --seed S --persons N --lines-approx L --out DIR
                   [--style mixed|regime|dense] [--broken] [--with F,F] [--without F,F]

Writes DIR/gebeurtenissen.csv and prints one line: UNTIL BSN-RANGE (a suggestion, from the seed).
--broken makes the file unreadable in one (random) way.
Features that touch points the documents leave open are off unless named with --with:
  kal03rand       E = 2016-12-30 in wet with a late ziekmelding (day of BOE-02 lies over the year end)
  laatsteseconde  instants between 23:59:59 and 24:00:00 (matters only on the until day)
On unless named with --without:
  multiline       kenmerk/toelichting holding line ends
  exotisch        kenmerken with separators, quotes, spaces, non-ASCII
"""
import argparse
import os
import random
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

AMS = ZoneInfo("Europe/Amsterdam")
DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "data")
KOL = ["tijdstip", "soort", "kenmerk", "bsn", "loonheffingennummer", "gemeentecode", "datum_van",
       "datum_tot", "loonwaarde", "forfaitair", "verwijst_naar", "toelichting"]
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
US = 1_000_000
D1 = timedelta(days=1)


def d(n):
    return timedelta(days=n)


def csvkolommen(naam):
    with open(os.path.join(DATA, naam), encoding="utf-8") as f:
        r = [x.rstrip("\r\n").split(";") for x in f if x.strip()]
    return r[1:]


GEMEENTEN = [r[0] for r in csvkolommen("gemeenten.csv")]
HERIND = [(r[0], r[2], date.fromisoformat(r[4])) for r in csvkolommen("herindelingen.csv")]
FEEST = [date.fromisoformat(r[0]) for r in csvkolommen("feestdagen.csv")]

VENSTERS = [  # (weight, first day of the window, length)
    (3, date(2016, 9, 20), 330), (1, date(2017, 10, 1), 330), (2, date(2018, 9, 15), 400),
    (2, date(2020, 9, 1), 420), (2, date(2022, 9, 15), 420), (3, date(2023, 7, 1), 450),
    (3, date(2024, 1, 1), 480), (3, date(2025, 1, 1), 480), (1, date(2027, 10, 1), 420),
    (3, date(2030, 3, 15), 400), (1, date(2021, 6, 1), 600), (1, date(2018, 6, 1), 1500)]
REGIME = [(3, date(2021, 8, 1), 330), (2, date(2021, 10, 1), 240), (1, date(2021, 6, 1), 500)]


def terug2(x):
    return date(x.year - 2, 2, 28) if (x.month, x.day) == (2, 29) else date(x.year - 2, x.month, x.day)


def plus_maanden(x, n):
    m = x.month - 1 + n
    j, m = x.year + m // 12, m % 12 + 1
    for dag in (x.day, 30, 29, 28):
        try:
            return date(j, m, min(dag, x.day))
        except ValueError:
            pass


def moment(dag, h=0, m=0, s=0, us=0, fold=0):
    t = datetime(dag.year, dag.month, dag.day, h, m, s, tzinfo=AMS, fold=fold).astimezone(timezone.utc)
    return ((t - EPOCH) // timedelta(seconds=1)) * US + us


def dag_van(t):
    return (EPOCH + timedelta(seconds=t // US)).astimezone(AMS).date()


class Gen:
    def __init__(self, seed, persons, lines, style, met):
        self.r = random.Random("%s/%s" % (style, seed))
        self.style, self.met, self.n, self.lines = style, met, persons, lines
        r = self.r
        keus = REGIME if style == "regime" else VENSTERS
        _, self.ws, lengte = r.choices(keus, [k[0] for k in keus])[0]
        self.we = self.ws + d(lengte)
        self.reeks = r.choices(["testreeks", "negenreeks", "alle"], [8, 1, 1])[0]
        self.bsns = set()
        self.teller = 0
        self.special = []
        x = self.ws
        while x <= self.we:
            buur = [x + d(k) for k in (-1, 0, 1)]
            if any(f in FEEST for f in buur) or (x.month, x.day) in ((2, 28), (2, 29), (3, 1), (12, 31), (1, 1)):
                self.special.append(x)
            if x.month in (3, 10) and x.weekday() == 6 and x.day > 24:
                self.special += [x - D1, x, x + D1]
            if any(abs((x - h[2]).days) <= 1 for h in HERIND):
                self.special += [x, x]
            x += D1
        self.schrikkel = next((date(j, 2, 29) for j in (2020, 2024, 2028) if self.ws + d(30) < date(j, 2, 29) < self.we), None)
        self.fusies = sorted({h[2] for h in HERIND if self.ws + d(20) <= h[2] <= self.we - d(20)})
        self.werkgevers = [self.nieuw_lhn() for _ in range(max(2, persons // 12))]
        # clusters: persons whose signals come in the same exchange for the same gemeente, so that the
        # order of rows matters: same E, few instants of toekenning, few days of herstel
        self.clusters = []
        for _ in range(3):
            k = r.choice([0, 0, 1, 5])
            over = self.fusies and self.kans(0.35)   # signal before a merger, what follows on or after it
            if over:
                fusie = r.choice(self.fusies)
                e = fusie - d(r.choice([2, 3, 10, 20]))
                k = (fusie - e).days - 1 + r.choice([-1, -1, 0, 1])
                gem = r.choice([h[0] for h in HERIND if h[2] == fusie])
            elif self.fusies and self.kans(0.4):
                e = r.choice(self.fusies) + d(r.choice([-3, -2, -1, 0, 1]))
                gem = r.choice([h[0] for h in HERIND if abs((h[2] - e).days) < 10] or ["0363"])
            else:
                e = self.dag(self.ws + d(70), self.we - d(90))
                gem = r.choice(["0363", "0599", "0344"])
            basis = moment(e + d(r.choice([-5, -1, 0]) if over else r.choice([-5, 0, 1, 3, 10])), r.choice([0, 5, 6, 9, 23]), r.choice([0, 59]), r.choice([0, 59]))
            toek = [basis, basis, basis + 1, basis + 1, basis + 500000, basis + r.choice([US, 3600 * US]), basis + 86400 * US]
            self.clusters.append(dict(e=e, gem=gem, toek=toek, k=k,
                                      woon=r.choices(["bekend", "onbekend", "later", "weg"], [5, 1, 2, 2])[0],
                                      later=r.choice([3, 20, 60])))

    def kans(self, p):
        return self.r.random() < p

    def nieuw_lhn(self):
        return "%09dL%02d" % (self.r.randrange(10 ** 9), self.r.choice([1, 1, 1, 2, 3, 99, 0]))

    def lhn(self):
        return self.r.choice(self.werkgevers) if self.kans(0.3) else self.nieuw_lhn()

    @staticmethod
    def maak_bsn(begin):
        """begin: 8 digits -> a BSN or None."""
        s = sum(w * int(c) for w, c in zip((9, 8, 7, 6, 5, 4, 3, 2), begin)) % 11
        return begin + str(s) if s < 10 else None

    def bsn(self, reeks=None):
        reeks = reeks or self.reeks
        while True:
            if reeks == "testreeks":
                begin = self.r.choice(["99999%03d", "0000%04d"]) % self.r.randrange(1000)
            elif reeks == "negenreeks":
                begin = "9%07d" % self.r.randrange(10 ** 7)
            else:
                begin = "%08d" % self.r.randrange(10 ** 8)
            b = self.maak_bsn(begin)
            if b and b != "000000000" and b not in self.bsns:
                self.bsns.add(b)
                return b

    def slechte_bsn(self):
        r = self.r
        return r.choice(["000000000", "12345678", "1234567890", "99999abcd", "111111111", "999990018",
                         " 999990019", "999990019 ", "99999001", "９９９９９００１９", "-99990019", "0",
                         self.bsn("alle")[:8] + "x", "fout"])

    def buiten_reeks(self):
        return {"testreeks": self.r.choice(["123456782", "111222333", "999980013" if self.maak_bsn("99998001") == "999980013" else "100000009"]),
                "negenreeks": "123456782", "alle": "000000000"}[self.reeks]

    def gemeente(self, rond=None):
        """A known code; often one that merges, near the day `rond`."""
        r = self.r
        if self.kans(0.3):
            kand = [h[0] for h in HERIND if rond is None or abs((h[2] - rond).days) < 200]
            if kand and self.kans(0.8):
                return r.choice(kand)
            return r.choice([h[0] for h in HERIND] + ["0265", "0282", "0241"] * 4)
        if self.kans(0.5):
            return r.choice(["0363", "0599", "0344", "0518"])
        return r.choice(GEMEENTEN)

    def dag(self, a, b):
        if b < a:
            return a
        if self.kans(0.4):
            kand = [x for x in self.special if a <= x <= b]
            if kand:
                return self.r.choice(kand)
        return a + d(self.r.randrange((b - a).days + 1))

    def tijd(self, dag, na=None):
        """An instant on the day; if `na` is given, not before it (often equal to it)."""
        r = self.r
        k = r.random()
        if k < 0.40:
            keuzes = [(0, 0, 0, 0), (0, 0, 0, 0), (5, 59, 59, 0), (5, 59, 59, 0), (6, 0, 0, 0), (6, 0, 0, 0),
                      (6, 0, 1, 0), (23, 59, 59, 0), (23, 59, 59, 0), (5, 59, 59, 999999), (6, 0, 0, 1),
                      (0, 0, 0, 1), (2, 30, 0, 0), (3, 0, 0, 0), (1, 59, 59, 0), (12, 0, 0, 500000)]
            if "laatsteseconde" in self.met:
                keuzes += [(23, 59, 59, 500000), (23, 59, 59, 999999)]
            t = moment(dag, *r.choice(keuzes), fold=r.randrange(2))
        elif k < 0.7:
            t = moment(dag, 9, 0, 0)
        else:
            t = moment(dag, r.randrange(7, 19), r.randrange(60), r.randrange(60))
        if na is not None and t < na:
            if dag_van(na) >= dag:
                t = na + r.choice([0, 0, 1, US, 60 * US])
                if dag_van(t) != dag_van(na):
                    t = na
        if na is not None and self.kans(0.03):
            t = max(t, na)
        return t

    def kenmerk(self, letter):
        self.teller += 1
        r = self.r
        k = r.random()
        if k < 0.06 and "exotisch" in self.met:
            basis = "%s-%05d" % (letter, self.teller)
            soort = r.choice(["%s;x", "%s\"q\"", "\"%s", " %s", "%s ", "é%s", "日本%s", "%s😀", "%s,a", "'%s'",
                              "=%s+1", "%s\t", "%s--", "%s/..", "%s%%20", " ", ";", "\"", "%s\u00a0", "\u0301%s"]
                             + (["%s\r\nregel2", "%s\nregel2;", "\n%s\n"] if "multiline" in self.met else []))
            return soort % basis if "%s" in soort else soort.replace("%%", "%")
        if k < 0.14:
            return r.choice(["A", "B", "K1", "K2", "Z-1", "z-1", "001", "1"])
        return "%s-%05d" % (letter, self.teller)


class Persoon:
    def __init__(self, g):
        self.g = g
        self.bsn = g.bsn()
        self.ev_lijst = []          # (t, row)
        self.gevallen = []          # dicts
        self.cluster = g.r.choice(g.clusters) if g.kans(0.3) else None
        self.plan = None
        self.e_voor_ao = None

    def ev(self, t, soort, **velden):
        rij = {k: "" for k in KOL}
        rij["soort"] = soort
        for k, v in velden.items():
            if isinstance(v, date):
                v = min(max(v, date(1900, 1, 1)), date(2199, 12, 31)).isoformat()
            rij[k] = v
        if t < moment(self.g.ws):                   # nothing before the window
            t = self.g.tijd(self.g.ws)
        self.ev_lijst.append((t, rij))
        return t

    # -- registrations ---------------------------------------------------------------------

    def registreer(self, van, e, t):
        g, r = self.g, self.g.r
        start = van - d(r.choice([0, 0, 1, 30, 400]))
        k = r.random()
        if self.cluster and g.kans(0.8):
            k = 0
        if e is None or k < 0.62:
            self.ev(t, "DOELGROEPREGISTER", bsn=self.bsn, datum_van=start)
        elif k < 0.92:
            tot = max(e + d(r.choice([0, 0, -1, -1, 1, 100, -30])), start)
            self.ev(t, "DOELGROEPREGISTER", bsn=self.bsn, datum_van=start, datum_tot=tot)
            if g.kans(0.5):
                t2 = t if g.kans(0.5) else g.tijd(g.dag(max(dag_van(t), g.ws), g.we), t)
                self.ev(t2, "DOELGROEPREGISTER", bsn=self.bsn, datum_van=tot + d(r.choice([0, 1, 1, 2])),
                        datum_tot=r.choice(["", "", tot + d(400)]))
            if g.kans(0.3):
                self.ev(t, "DOELGROEPREGISTER", bsn=self.bsn, datum_van=start - d(500),
                        datum_tot=start - d(r.choice([0, 1, 1])))
        else:
            self.ev(t, "DOELGROEPREGISTER", bsn=self.bsn, datum_van=r.choice([e, e + D1, e]))

    def woon(self, van, x_sig, t):
        """Woonplaats plan around the likely day of the signal."""
        g, r = self.g, self.g.r
        c1 = g.gemeente(x_sig)
        k = r.random()
        start = van - d(r.choice([0, 10, 1000]))
        cl = self.cluster
        if cl and g.kans(0.9):
            if cl["woon"] != "onbekend":
                vanaf = x_sig + d(cl["later"]) if cl["woon"] == "later" else start
                self.ev(t, "WOONPLAATS", bsn=self.bsn, gemeentecode=cl["gem"], datum_van=vanaf)
            if cl["woon"] == "weg":
                self.ev(g.tijd(x_sig - D1), "WOONPLAATS", bsn=self.bsn, gemeentecode="", datum_van=x_sig + D1)
                if g.kans(0.5):
                    self.ev(g.tijd(x_sig + d(cl["later"])), "WOONPLAATS", bsn=self.bsn, gemeentecode=cl["gem"], datum_van=x_sig + d(cl["later"]))
            return
        if self.plan in ("vervolg", "vervolg_in", "hersteld", "ingetrokken") and g.kans(0.3):
            # known at the signal, unknown right after it
            self.ev(t, "WOONPLAATS", bsn=self.bsn, gemeentecode=c1, datum_van=start)
            self.ev(g.tijd(x_sig - d(r.choice([0, 1, 5]))), "WOONPLAATS", bsn=self.bsn, gemeentecode="", datum_van=x_sig + D1)
            if g.kans(0.4):
                weer = x_sig + d(r.choice([2, 3, 10, 30, 60]))
                self.ev(g.tijd(weer), "WOONPLAATS", bsn=self.bsn, gemeentecode=g.gemeente(x_sig), datum_van=weer)
            return
        if k < 0.45:
            self.ev(t, "WOONPLAATS", bsn=self.bsn, gemeentecode=c1, datum_van=start)
        elif k < 0.65:                                       # moves
            self.ev(t, "WOONPLAATS", bsn=self.bsn, gemeentecode=c1, datum_van=start)
            for _ in range(r.choice([1, 1, 2])):
                wanneer = x_sig + d(r.choice([-30, -5, -1, 0, 0, 1, 2, 10, 40]))
                vanaf = r.choice([wanneer, start, start, x_sig, x_sig - D1, x_sig + D1, x_sig + d(5), wanneer - d(20), start - d(3)])
                self.ev(g.tijd(wanneer), "WOONPLAATS", bsn=self.bsn, datum_van=vanaf,
                        gemeentecode=r.choice([g.gemeente(x_sig), g.gemeente(x_sig), ""]))
        elif k < 0.90:                                       # unknown for some time, or for ever
            if g.kans(0.5):
                self.ev(t, "WOONPLAATS", bsn=self.bsn, gemeentecode="", datum_van=start)
            elif g.kans(0.5):                                # unknown from about the signal on (VERVOLG held)
                self.ev(t, "WOONPLAATS", bsn=self.bsn, gemeentecode=c1, datum_van=start)
                weg = x_sig + d(r.choice([0, 1, 1, 2, 3]))
                self.ev(g.tijd(min(weg, x_sig)), "WOONPLAATS", bsn=self.bsn, gemeentecode="", datum_van=weg)
            if g.kans(0.6):
                weer = x_sig + d(r.choice([0, 1, 3, 10, 30, 60, 90]))
                self.ev(g.tijd(weer), "WOONPLAATS", bsn=self.bsn, gemeentecode=c1,
                        datum_van=r.choice([weer, weer, weer + d(3), weer - d(20), start]))
        elif k < 0.95:                                       # future start only
            self.ev(t, "WOONPLAATS", bsn=self.bsn, gemeentecode=c1, datum_van=x_sig + d(r.choice([0, 1, 5, 20])))
        else:
            self.ev(t, "WOONPLAATS", bsn=self.bsn, gemeentecode=c1, datum_van=start)
            self.ev(t, "WOONPLAATS", bsn=self.bsn, gemeentecode=g.gemeente(x_sig), datum_van=start)

    def lks(self, van, e, ao, t):
        g, r = self.g, self.g.r

        def lks(a, b, lw=None, f="N", tt=None, gem=None):
            self.ev(tt or t, "LKS", bsn=self.bsn, gemeentecode=gem or g.gemeente(ao), datum_van=a, datum_tot=b or "",
                    loonwaarde=lw or r.choice(["30", "55", "80", "29", "81", "0", "5", "05", "99", "00", "50"]), forfaitair=f)
        k = r.random()
        if self.cluster and g.kans(0.85):
            lks(van, None)
            return
        if e is not None and (e.month, e.day) == (2, 29) and van < terug2(e):
            k = 0.5
        if k < 0.40 or e is None:
            lks(max(van, van + d(r.choice([0, 0, 5]))), None)
            if g.kans(0.25):
                wanneer = g.tijd(g.dag(ao, ao + d(60)))
                tot = r.choice([ao, ao - D1, ao + d(3), van])
                self.ev(wanneer, "EINDE_LKS", bsn=self.bsn, datum_tot=tot)
                if g.kans(0.8):
                    lks(tot + d(r.choice([1, 1, 0, 2])), None, tt=wanneer + r.choice([0, US]))
                if g.kans(0.3):
                    self.ev(wanneer + 2 * US, "EINDE_LKS", bsn=self.bsn, datum_tot=tot)
        elif k < 0.60:                                       # look-back boundary
            grens = terug2(e)
            tot = grens + d(r.choice([0, 0, -1, -1, 1]))
            begin = r.choice([tot, tot - d(30), van])
            if begin < van:
                begin = van
            lks(begin, max(tot, begin))
            if g.kans(0.3):
                lks(e + d(r.choice([1, 0])), None)
        elif k < 0.75:                                       # forfaitair, month ends
            begin = r.choice([van, ao - d(10), ao, date(ao.year, ao.month, 1), date(ao.year - 1, 8, 31),
                              date(ao.year - 1, 8, 30), date(ao.year - 1, 8, 29), date(ao.year - 1, 12, 31)])
            begin = max(begin, van)
            eind = plus_maanden(begin, 6)
            lks(begin, eind + d(r.choice([-1, -1, -1, 0, 1, -40])), r.choice(["50"] * 6 + ["49", "51"]), "J")
            if g.kans(0.5):
                lks(eind + d(r.choice([0, 1, 30])), None)
        elif k < 0.90:                                       # several gemeenten, with a gap
            een = ao - d(r.choice([0, 1, 10, 40]))
            lks(van, max(een, van))
            lks(max(een, van) + d(r.choice([1, 2, 20, 0])), r.choice([None, e, ao]))
            if g.kans(0.3):
                lks(van - d(r.choice([1, 100])), van - D1)
        elif k < 0.95:
            lks(ao + D1, None)
        # else none

    # -- a dienstverband with its cases ------------------------------------------------------

    def ziek(self, t, lhn, ao, kenmerk=None):
        k = kenmerk or self.g.kenmerk("Z")
        self.ev(t, "ZIEK", kenmerk=k, bsn=self.bsn, loonheffingennummer=lhn, datum_van=ao)
        c = dict(k=k, lhn=lhn, ao=ao, t=t, h=None)
        self.gevallen.append(c)
        return c

    def combi(self, t, lhn, ao, h):
        k = self.g.kenmerk("C")
        self.ev(t, "ZIEK_EN_HERSTEL", kenmerk=k, bsn=self.bsn, loonheffingennummer=lhn, datum_van=ao, datum_tot=h)
        c = dict(k=k, lhn=lhn, ao=ao, t=t, h=h)
        self.gevallen.append(c)
        return c

    def herstel(self, t, c, h):
        k = self.g.kenmerk("H")
        self.ev(t, "HERSTEL", kenmerk=k, loonheffingennummer=c["lhn"], verwijst_naar=c["k"], datum_van=h)
        c["h"] = h

    def trek_in(self, t, c):
        self.ev(t, "INTREKKING", kenmerk=self.g.kenmerk("I"), loonheffingennummer=c["lhn"], verwijst_naar=c["k"])
        c["in"] = True

    def besluit(self, c, soort="TOEKENNING", dag=None):
        """Extension(s) and decision; returns the instant of the decision."""
        g, r = self.g, self.g.r
        ontv = dag_van(c["t"])
        vroeg = dag is not None

        def verleng(x, na=None):
            return self.ev(g.tijd(x, na or c["t"]), "VERLENGING", loonheffingennummer=c["lhn"], verwijst_naar=c["k"],
                           toelichting=r.choice(["onderzoek loopt", "medische info; ontbreekt", "\"nog niet\"", "x", " ", "é"]))
        if dag is None:
            k = r.random()
            if k < 0.55:
                dag = ontv + d(r.choice([0, 1, 2, 5, 10, 20]))
            elif k < 0.70:
                dag = ontv + d(42 + r.choice([-1, 0, 0, 1, 2, 3]))
            elif k < 0.90:
                t1 = verleng(ontv + d(r.choice([0, 1, 20, 41, 42, 42, 43, 44, 45])))
                if g.kans(0.4):
                    verleng(ontv + d(r.choice([43, 50, 69, 70, 71, 73])), t1)
                dag = ontv + d(70 + r.choice([-20, -1, 0, 0, 1, 2, 3]))
            else:
                dag = ontv + d(r.choice([100, 75]))
        t = g.tijd(dag, c["t"])
        if self.cluster and not vroeg and g.kans(0.85):
            t = r.choice([x for x in self.cluster["toek"] if x > c["t"]] or [t])
            dag = dag_van(t)
        t = self.ev(t, soort, loonheffingennummer=c["lhn"], verwijst_naar=c["k"])
        if not vroeg and g.kans(0.12):
            verleng(dag + d(r.choice([0, 1])), t)
        if g.kans(0.1):
            self.ev(g.tijd(dag + d(r.choice([0, 1, 40])), t), r.choice(["TOEKENNING", "AFWIJZING"]),
                    loonheffingennummer=c["lhn"], verwijst_naar=c["k"])
        return t

    def ontvangst(self, ao, e, laat):
        """A day of receipt for AO, around the deadlines."""
        g, r = self.g, self.g.r
        if laat:
            if e is not None and (e - ao).days <= 41 and g.kans(0.6):
                return max(ao, e + d(r.choice([0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 27, 28, 29])))
            return ao + d(42 + r.choice([-1, 0, 0, 1, 1, 2, 3, 6, 7, 8, 27, 28, 29]))
        return ao + d(r.choice([0, 0, 1, 1, 2, 3, 5, 10]))

    def levensloop(self, lhn, van, e, t_reg):
        """A dienstverband with one or more cases; E (if any) is reported at some moment."""
        g, r = self.g, self.g.r
        # when E becomes known
        e_bij_begin = e is not None and g.kans(0.75 if self.cluster else 0.4)
        self.ev(t_reg, "DIENSTVERBAND", bsn=self.bsn, loonheffingennummer=lhn, datum_van=van,
                datum_tot=e if e_bij_begin else "")
        if e is not None and not e_bij_begin:
            t_e = g.tijd(e + d(r.choice([-40, -20, -10, -5, -1, 0, 1, 1, 2, 5, 10, 30])))
            if g.kans(0.12):
                self.e_voor_ao = t_e
            elif g.kans(0.9):
                self.ev(t_e, "EINDE_DIENSTVERBAND", bsn=self.bsn, loonheffingennummer=lhn, datum_tot=e)
            if g.kans(0.08):
                self.ev(t_e + US, "EINDE_DIENSTVERBAND", bsn=self.bsn, loonheffingennummer=lhn, datum_tot=e + D1)
        anker = e or g.dag(max(van, g.ws) + d(20), g.we - d(20))
        # the last case: ill around the end of employment
        ao = anker - d(r.choice([0, 0, 1, 2, 5, 10, 20, 40, 41, 42, 43, 60, 90]))
        ao = max(ao, van)
        # earlier cases: a chain, built backwards
        keten = []
        if g.kans(0.45 if g.style != "dense" else 0.7):
            x = ao
            for _ in range(r.choice([1, 1, 2, 2, 3])):
                h = x - d(r.choice([0, 1, 10, 26, 27, 27, 27, 28, 28, 29]))
                a = h - d(r.choice([1, 1, 2, 5, 14]))
                if a < van or a < g.ws:
                    break
                keten.append((a, h))
                x = a
            keten.reverse()
        vorige = []
        for a, h in keten:
            if g.kans(0.3):
                c = self.combi(g.tijd(h + d(r.choice([0, 1, 2]))), lhn, a, h)
            else:
                c = self.ziek(g.tijd(min(a + d(r.choice([0, 1, 1, 3])), max(a, h))), lhn, a)
                self.herstel(g.tijd(h + d(r.choice([0, 0, 1, 2, 3])), c["t"]), c, h)
            if g.kans(0.4):
                self.besluit(c, r.choice(["TOEKENNING", "TOEKENNING", "AFWIJZING"]))
            vorige.append(c)
        # the last case itself
        ontv = self.ontvangst(ao, e, g.kans(0.4))
        if self.cluster and g.kans(0.8):
            ontv = min(ontv, max(ao, anker - d(r.choice([6, 7, 10, 20]))))
            if ontv == ao:
                ao = ao - d(r.choice([0, 1, 3]))
        if g.style == "regime" and g.kans(0.22) and not vorige and (e is None or e >= date(2021, 12, 10)) and van <= date(2021, 12, 1):
            ontv = r.choice([date(2021, 12, 31), date(2021, 12, 31), date(2022, 1, 1)])
            ao = ontv - d(r.choice([0, 1, 3, 20]))
            if e is not None:
                ao = min(ao, e)
        if vorige:                                   # after the recovery of the one before was reported
            ontv = max(ontv, ao)
        na = max([t for t, _ in self.ev_lijst if vorige and dag_van(t) <= ontv + d(2) and _["loonheffingennummer"] == lhn
                  and _["soort"] in ("HERSTEL", "ZIEK_EN_HERSTEL")] or [0])
        plan = r.choices(["signaal", "vooraf", "vervolg", "hersteld", "ingetrokken", "beide", "vervolg_in", "hersteld_in",
                          "vroeg", "geen_besluit", "afwijzing", "combi", "intrek_vroeg"],
                         [14, 9, 16, 10, 9, 6, 5, 4, 7, 4, 5, 8, 5])[0]
        if self.cluster and g.kans(0.7):
            plan = r.choice(["signaal", "vervolg", "vervolg", "vervolg", "vervolg", "hersteld", "ingetrokken", "beide", "vooraf"])
        self.plan = plan
        einde = e or anker
        if self.e_voor_ao is not None:               # reported later, and it turns out to lie before AO
            e_vroeg = max(van, ao - d(r.choice([1, 1, 0, 5])))
            t_v = g.tijd(ontv + d(r.choice([0, 1, 5])))
            if g.kans(0.3):
                t_v = max(self.e_voor_ao, t_v)
            self.ev(t_v, "EINDE_DIENSTVERBAND", bsn=self.bsn, loonheffingennummer=lhn, datum_tot=e_vroeg)
            if g.kans(0.7):                          # a new one of the same pair that holds AO: the case stays with the old one
                self.ev(t_v, "DIENSTVERBAND", bsn=self.bsn, loonheffingennummer=lhn, datum_van=e_vroeg + D1,
                        datum_tot=r.choice([einde, ao, ao + d(10), ""]) if einde > e_vroeg else "")
                if g.kans(0.5):
                    self.ziek(g.tijd(dag_van(t_v) + d(r.choice([0, 1, 9])), t_v), lhn, ao + d(r.choice([0, 0, 1])))
            self.e_voor_ao = None
        if plan == "combi":
            h = r.choice([ao + D1, ao + d(3), einde, einde + D1, einde + d(2), einde - D1])
            h = max(h, ao + D1)
            ontv = max(ontv, h) + d(r.choice([0, 0, 1, 2, 3, 45]))
            c = self.combi(max(g.tijd(ontv), na), lhn, ao, h)
        else:
            t = g.tijd(ontv)
            if t < na and dag_van(na) - dag_van(t) < d(4):
                t = na + r.choice([0, US])
            c = self.ziek(t, lhn, ao)
        if plan in ("vroeg", "vervolg", "vooraf", "hersteld", "ingetrokken", "combi") and g.kans(0.2):
            t_l = g.tijd(dag_van(c["t"]) + d(r.choice([0, 1, 1, 2])), c["t"])
            tot = ao - d(r.choice([1, 1, 10, 0]))
            self.ev(t_l, "EINDE_LKS", bsn=self.bsn, datum_tot=tot)
            self.ev(t_l, "LKS", bsn=self.bsn, gemeentecode=g.gemeente(ao), datum_van=tot + D1, datum_tot="", loonwaarde="44", forfaitair="N")
        if plan == "intrek_vroeg":
            dd = dag_van(c["t"])
            self.trek_in(g.tijd(dd + d(r.choice([0, 0, 1, 2])), c["t"]), c)
            if vorige and vorige[-1]["h"] and g.kans(0.4):
                h0 = vorige[-1]["h"]
                c = self.ziek(g.tijd(dd + d(3)), lhn, h0 - d(r.choice([1, 1, 0])))
            if g.kans(0.5):
                c = self.ziek(g.tijd(dd + d(3)), lhn, ao)
        if plan == "vroeg" and einde > ao:
            h = max(ao + D1, einde - d(r.choice([0, 1, 0, 5])))
            self.herstel(g.tijd(h + d(r.choice([0, 1, 2, 3, 8, 9, 29, 30])), c["t"]), c, h)
        if plan == "vooraf":
            h = max(einde + d(r.choice([1, 1, 2, 3, 20])), ao + D1)
            t_h = self.na_dag(h + d(r.choice([0, 1, 2, 3, 9, 30])), c["t"])
            self.herstel(t_h, c, h)
            self.besluit(c, dag=dag_van(t_h) + d(r.choice([0, 1, 5])))
            t_sig = t_h
        elif plan == "geen_besluit":
            if g.kans(0.5):
                self.ev(g.tijd(dag_van(c["t"]) + d(r.choice([1, 42, 43])), c["t"]), "VERLENGING", loonheffingennummer=lhn,
                        verwijst_naar=c["k"], toelichting="later")
            t_sig = c["t"]
        else:
            t_sig = self.besluit(c, "AFWIJZING" if plan == "afwijzing" else "TOEKENNING")
        x_sig = max(einde + D1, dag_van(t_sig) + D1)
        t_x = moment(x_sig, 6)
        if plan in ("vervolg", "vervolg_in"):
            h = max(einde + d(r.choice([1, 1, 2, 5, 30])), ao + D1)
            t = self.na_dag(max(h, x_sig) + d(r.choice([0, 0, 0, 1, 2, 10, 30])), t_x)
            if self.cluster and g.kans(0.85):
                h = min(h, x_sig + d(self.cluster["k"]))
                t = self.na_dag(x_sig + d(self.cluster["k"]), t_x)
            self.herstel(t, c, h)
            if plan == "vervolg_in":
                self.trek_in(self.na_dag(dag_van(t) + d(r.choice([0, 0, 1, 2, 20])), t), c)
        elif plan in ("hersteld", "hersteld_in", "beide"):
            h = einde - d(r.choice([0, 0, 1, 3]))
            t = t_x
            if h > ao:
                t = self.na_dag(x_sig + d(self.cluster["k"] if self.cluster and g.kans(0.7) else r.choice([0, 0, 0, 1, 5, 30])), t_x)
                self.herstel(t, c, h)
            if plan == "beide":
                self.trek_in(t + r.choice([0, US]), c)
            elif plan == "hersteld_in":
                self.trek_in(self.na_dag(dag_van(t) + d(r.choice([0, 1, 2, 20])), t), c)
        elif plan == "ingetrokken":
            self.trek_in(self.na_dag(x_sig + d(self.cluster["k"] if self.cluster and g.kans(0.7) else r.choice([0, 0, 0, 1, 5, 40])), t_x - r.choice([0, US])), c)
        if vorige and g.kans(0.4):                   # withdraw a case inside the chain
            v = r.choice(vorige)
            if plan in ("vervolg", "signaal") and g.kans(0.4):
                self.trek_in(self.na_dag(x_sig, t_x), v)     # between the first row and the follow-up
            self.trek_in(g.tijd(r.choice([ao, dag_van(c["t"]) + D1, x_sig - D1, x_sig, x_sig + D1, einde])), v)
        if g.kans(0.06):
            self.trek_in(g.tijd(x_sig + d(30)), c)
        self.laatste = c
        return c, ao, x_sig

    def na_dag(self, dag, na):
        """An instant on the day or, when that is over, just after `na`."""
        t = self.g.tijd(dag, na)
        return t if t >= na else na + self.g.r.choice([0, US])

    # -- special scenarios ---------------------------------------------------------------------

    def oud(self):
        """Old AO and H, so that terms end in 2016, the year before the table of holidays."""
        g, r = self.g, self.g.r
        lhn = g.lhn()
        t = g.tijd(g.dag(g.ws, g.ws + d(60)))
        es = [date(2016, 12, 28), date(2016, 12, 29), date(2016, 12, 31), date(2017, 1, 2), date(2016, 12, 24)]
        if "kal03rand" in g.met:
            es += [date(2016, 12, 30)] * 4
        e = r.choice(es + [None] * 3)
        self.ev(t, "DIENSTVERBAND", bsn=self.bsn, loonheffingennummer=lhn, datum_van=date(2015, 1, 1), datum_tot=e or "")
        ao = r.choice([date(2016, 11, 18), date(2016, 11, 19), date(2016, 11, 20), date(2016, 12, 1), date(2016, 5, 5), date(2016, 12, 24)])
        dag = g.dag(max(dag_van(t), date(2017, 2, 1)), max(dag_van(t), date(2017, 2, 1)) + d(100))
        hs = [date(2016, 12, 28), date(2016, 12, 29), date(2016, 12, 30), date(2016, 12, 31), date(2017, 1, 1), date(2017, 1, 3)]
        if g.kans(0.3):
            # accepted while E is unknown; then E; then H > E with H + 2 in 2016 (HM-07 before KAL-03), or <= E
            lhn = g.lhn()
            self.ev(t, "DIENSTVERBAND", bsn=self.bsn, loonheffingennummer=lhn, datum_van=date(2016, 1, 1))
            c = self.ziek(g.tijd(dag), lhn, date(2016, 12, 1))
            self.ev(g.tijd(dag, c["t"]), "EINDE_DIENSTVERBAND", bsn=self.bsn, loonheffingennummer=lhn, datum_tot=date(2016, 12, 24))
            self.herstel(g.tijd(dag + D1), c, r.choice([date(2016, 12, 23), date(2016, 12, 24), date(2016, 12, 25), date(2016, 12, 28)]))
        elif g.kans(0.4):
            # KAL-03 together with what comes before it: ZM-08, HM-02, ZM-03
            c = self.ziek(g.tijd(dag), lhn, date(2016, 12, 1))
            self.ziek(g.tijd(dag + D1), lhn, date(2016, 5, 5))
            self.combi(g.tijd(dag + D1), lhn, date(2016, 5, 5), date(2016, 5, 9))
            if g.kans(0.5):
                self.trek_in(g.tijd(dag + d(2)), c)
            self.combi(g.tijd(dag + d(3)), lhn, date(2016, 5, 5), r.choice([date(2016, 5, 5), date(2016, 5, 4), dag + d(9), date(2016, 5, 6)]))
            self.combi(g.tijd(dag + d(3)), lhn, date(2016, 12, 2), r.choice([date(2016, 12, 1), date(2016, 12, 29), date(2016, 12, 30)]))
        elif g.kans(0.4):
            self.combi(g.tijd(dag), lhn, ao, max(ao + D1, r.choice(hs)))
        else:
            c = self.ziek(g.tijd(dag), lhn, ao)
            self.herstel(g.tijd(dag + d(2)), c, max(ao + D1, r.choice(hs)))
            self.besluit(c)

    def jaareinde_2016(self):
        """Received in 2016, terms on either side of the year end."""
        g, r = self.g, self.g.r
        lhn = g.lhn()
        t = moment(date(2016, 9, 25), 8)
        e = r.choice([None, date(2016, 12, 20), date(2016, 12, 20), date(2016, 12, 28), date(2016, 12, 31), date(2017, 1, 1)])
        self.ev(t, "DIENSTVERBAND", bsn=self.bsn, loonheffingennummer=lhn, datum_van=date(2015, 1, 1), datum_tot=e or "")
        ao = r.choice([date(2016, 11, 10), date(2016, 11, 19), date(2016, 11, 20), date(2016, 12, 1)])
        dag = r.choice([date(2016, 11, 18), date(2016, 11, 19), date(2016, 11, 20), date(2016, 12, 15), date(2016, 12, 20), date(2016, 12, 21),
                        date(2017, 1, 1), date(2017, 1, 2)])
        c = self.ziek(g.tijd(max(ao, dag)), lhn, ao)
        self.registreer(date(2015, 1, 1), e, t)
        self.woon(date(2015, 1, 1), date(2017, 1, 1), t)
        self.lks(date(2015, 1, 1), e, ao, t + US)
        self.besluit(c, dag=max(ao, dag) + d(r.choice([0, 1, 3])) if g.kans(0.7) else None)
        if g.kans(0.5):
            h = date(2016, 12, 28) + d(r.choice([0, 1, 2, 3]))
            self.herstel(g.tijd(max(h, max(ao, dag)) + d(r.choice([0, 1, 2])), c["t"]), c, max(h, ao + D1))

    def jaareinde_2030(self):
        """Terms that end on either side of 2030-12-31."""
        g, r = self.g, self.g.r
        lhn = g.lhn()
        t = moment(date(2030, 9, 1), 8)
        self.ev(t, "DIENSTVERBAND", bsn=self.bsn, loonheffingennummer=lhn, datum_van=date(2029, 1, 1),
                datum_tot=r.choice(["", "", date(2030, 12, 31), date(2030, 12, 29), date(2030, 12, 27)]))
        soort = r.choice(["zm04", "bo01", "bo02", "bo02", "bo04", "hm03", "boe02", "boe02", "combi", "zm08"])
        if soort == "zm04":
            ao = date(2030, 11, 19) + d(r.choice([-1, 0, 1, 2]))
            self.ziek(g.tijd(ao + d(r.choice([0, 0, 1]))), lhn, ao)
        elif soort == "bo01":
            dag = date(2030, 11, 19) + d(r.choice([-1, 0, 0, 1, 1]))
            self.ziek(g.tijd(dag), lhn, dag - d(r.choice([0, 10])))
        elif soort == "bo02":
            dag = date(2030, 10, 22) + d(r.choice([-1, 0, 0, 1, 1]))
            c = self.ziek(g.tijd(dag), lhn, dag - d(3))
            self.besluit(c)
            self.ev(g.tijd(dag + d(r.choice([1, 30, 42])), c["t"]), "VERLENGING", loonheffingennummer=lhn, verwijst_naar=c["k"], toelichting="t")
        elif soort == "bo04":                        # too late and outside the table
            dag = date(2030, 10, 23) + d(r.choice([0, 1, 5]))
            c = self.ziek(g.tijd(dag), lhn, dag - d(3))
            self.ev(g.tijd(dag + d(r.choice([42, 43, 46])), c["t"]), "VERLENGING", loonheffingennummer=lhn, verwijst_naar=c["k"], toelichting="t")
        elif soort == "zm08":                        # KAL-03 is the last to refuse
            c = self.ziek(g.tijd(date(2030, 11, 1)), lhn, date(2030, 11, 1))
            self.ziek(g.tijd(date(2030, 12, 1)), lhn, date(2030, 11, 30))
            self.combi(g.tijd(date(2030, 12, 1)), lhn, date(2030, 11, 30), date(2030, 12, 1))
            self.herstel(g.tijd(date(2030, 12, 2)), c, date(2030, 11, 20))
            self.combi(g.tijd(date(2030, 12, 5)), lhn, date(2030, 12, 1), r.choice([date(2030, 12, 1), date(2030, 12, 6), date(2030, 12, 2)]))
        elif soort == "hm03":
            c = self.ziek(g.tijd(date(2030, 10, 1)), lhn, date(2030, 10, 1))
            h = date(2030, 12, 29) + d(r.choice([-1, 0, 1, 2]))
            self.herstel(g.tijd(h + d(r.choice([0, 1, 2, 3]))), c, h)
        elif soort == "boe02":
            # E = 2030-12-31 with the ziekmelding in time for BO-01; E long past and late
            lhn = g.lhn()
            ao = date(2030, 11, 19)
            e = r.choice([date(2030, 12, 31), date(2030, 12, 30), date(2030, 12, 29), date(2030, 11, 19)])
            self.ev(t, "DIENSTVERBAND", bsn=self.bsn, loonheffingennummer=lhn, datum_van=date(2029, 1, 1), datum_tot=e)
            self.ziek(g.tijd(date(2030, 11, 19) + d(r.choice([0, 0, 1]))), lhn, r.choice([e - d(41), min(ao, e - d(41)), ao - d(1)]))
        else:
            h = date(2030, 12, 29) + d(r.choice([-1, 0, 1, 2]))
            self.combi(g.tijd(h + d(r.choice([0, 1]))), lhn, date(2030, 11, 18), h)

    # -- noise: refusals and repetitions ---------------------------------------------------------

    def ruis(self):
        g, r = self.g, self.g.r
        ev = [(t, rij) for t, rij in self.ev_lijst]
        if not ev:
            return
        k = r.random()
        t, rij = r.choice(ev)
        if k < 0.25:                                 # the same line again, other noise in unused columns
            rij = dict(rij)
            if g.kans(0.5):
                self.vul_ongebruikt(rij)
            self.ev_lijst.append((self.later(t), rij))
            return
        berichten = [(t, x) for t, x in ev if x["kenmerk"] and x["soort"] in ("ZIEK", "HERSTEL", "ZIEK_EN_HERSTEL", "INTREKKING")]
        if k < 0.40 and berichten:                   # same kenmerk: other content, other kind, other lhn
            t, rij = r.choice(berichten)
            rij = dict(rij)
            wat = r.choice(["ao", "h", "bsn", "soort", "lhn", "verwijst", "soort2"])
            if wat == "ao":
                rij["datum_van"] = (dag_van(t) - d(r.choice([0, 1, 2, 9]))).isoformat()
            elif wat == "h" and rij["datum_tot"]:
                rij["datum_tot"] = (date.fromisoformat(rij["datum_tot"]) + d(r.choice([-1, 1]))).isoformat()
            elif wat == "bsn":
                rij["bsn"] = g.r.choice(list(sorted(g.bsns)))
            elif wat == "soort":
                rij["soort"] = r.choice(["ZIEK", "ZIEK_EN_HERSTEL", "INTREKKING", "HERSTEL"])
                rij["verwijst_naar"] = rij["verwijst_naar"] or r.choice(self.gevallen or [dict(k="?")])["k"]
                rij["datum_tot"] = rij["datum_tot"] or dag_van(t).isoformat()
                rij["datum_van"] = rij["datum_van"] or dag_van(t).isoformat()
                rij["bsn"] = self.bsn
            elif wat == "lhn":
                rij["loonheffingennummer"] = r.choice([x["loonheffingennummer"] for _, x in ev if x["loonheffingennummer"]])
            elif wat == "verwijst" and rij["verwijst_naar"]:
                rij["verwijst_naar"] = r.choice([c["k"] for c in self.gevallen] + ["onbekend", rij["kenmerk"]])
            else:
                rij["soort"] = "HERSTEL"
                rij["verwijst_naar"] = rij["kenmerk"]
                rij["datum_van"] = dag_van(t).isoformat()
            self.ev_lijst.append((self.later(t), rij))
            return
        if k < 0.66:                                 # a malformed field
            rij = dict(rij)
            if rij["kenmerk"]:
                rij["kenmerk"] = g.kenmerk("F")
            for _ in range(r.choice([1, 1, 1, 1, 2])):
                kol = r.choice(["bsn", "bsn", "bsn", "loonheffingennummer", "gemeentecode", "datum_van", "datum_tot", "loonwaarde",
                                "forfaitair", "verwijst_naar", "toelichting", "kenmerk"])
                self.maak_slecht(rij, kol)
            self.ev_lijst.append((self.later(t), rij))
            return
        # a line that breaks one of the other rules
        self.regelbreuk()

    def later(self, t):
        g, r = self.g, self.g.r
        k = r.random()
        if k < 0.3:
            return t
        if k < 0.6:
            return t + r.choice([1, US, 3600 * US])
        return max(t, g.tijd(dag_van(t) + d(r.choice([0, 1, 2, 10, 45]))))

    def vul_ongebruikt(self, rij):
        r = self.g.r
        gebruikt = {"DOELGROEPREGISTER": "bsn datum_van datum_tot", "WOONPLAATS": "bsn gemeentecode datum_van",
                    "DIENSTVERBAND": "bsn loonheffingennummer datum_van datum_tot",
                    "EINDE_DIENSTVERBAND": "bsn loonheffingennummer datum_tot",
                    "LKS": "bsn gemeentecode datum_van datum_tot loonwaarde forfaitair", "EINDE_LKS": "bsn datum_tot",
                    "ZIEK": "kenmerk bsn loonheffingennummer datum_van",
                    "HERSTEL": "kenmerk loonheffingennummer verwijst_naar datum_van",
                    "ZIEK_EN_HERSTEL": "kenmerk bsn loonheffingennummer datum_van datum_tot",
                    "INTREKKING": "kenmerk loonheffingennummer verwijst_naar",
                    "VERLENGING": "loonheffingennummer verwijst_naar toelichting",
                    "TOEKENNING": "loonheffingennummer verwijst_naar",
                    "AFWIJZING": "loonheffingennummer verwijst_naar"}[rij["soort"]].split()
        troep = {"kenmerk": ["X", "rommel;x"], "bsn": ["fout", "999990019", "123456782"], "loonheffingennummer": ["100000000L01", "??"],
                 "gemeentecode": ["9999", "0363"], "datum_van": ["1900-01-01", "2199-12-31", "2024-02-29"],
                 "datum_tot": ["1900-01-01", "2199-12-31", "2020-02-29"], "loonwaarde": ["x", "100"], "forfaitair": ["Q"],
                 "verwijst_naar": ["niets"], "toelichting": ["tekst; met \"tekens\"", "é"]}
        for kol in KOL[2:]:
            if kol not in gebruikt and r.random() < 0.4:
                rij[kol] = r.choice(troep[kol])

    def maak_slecht(self, rij, kol):
        g, r = self.g, self.g.r
        if kol == "bsn":
            rij[kol] = r.choice(["", g.slechte_bsn(), g.slechte_bsn(), g.buiten_reeks()])
        elif kol == "loonheffingennummer":
            rij[kol] = r.choice(["", "123456789l01", "12345678L01", "123456789L1", "123456789L001", "123456789X01", " 123456789L01",
                                 "12345678aL01", "123456789L0a", "123456789L01 ", "１23456789L01"])
        elif kol == "gemeentecode":
            rij[kol] = r.choice(["9999", "363", "0363 ", "0000", "x", "", "00363", "1943"])
        elif kol in ("datum_van", "datum_tot"):
            rij[kol] = r.choice(["", "", "1900-01-01", "2199-12-31"])
        elif kol == "loonwaarde":
            rij[kol] = r.choice(["", "100", "-1", "5a", "+5", " 5", "5 ", "005", "50,0", "50.0", "٥٠", "a", "1e1", "٥٥", "٥5"])
        elif kol == "forfaitair":
            rij[kol] = r.choice(["", "X", "j", "n", "JA", " J", "1"])
        else:
            rij[kol] = ""

    def regelbreuk(self):
        g, r = self.g, self.g.r
        dvs = [x for _, x in self.ev_lijst if x["soort"] == "DIENSTVERBAND"]
        if not dvs:
            return
        dv = r.choice(dvs)
        lhn = dv["loonheffingennummer"]
        dag = g.dag(g.ws + d(5), g.we)
        t = g.tijd(dag)
        van = date.fromisoformat(dv["datum_van"]) if dv["datum_van"] else dag
        wat = r.choice(["zm02", "zm02", "zm03", "zm03", "zm08", "zm08", "combi", "combi", "combi", "hm01", "hm02", "hm02", "zm10", "bo07",
                        "bo03", "bo04", "bo02", "reg01", "reg04", "reg04", "reg04e", "lks06", "lks04", "lks05", "lks07", "lks03",
                        "lks01", "reg02", "anderelhn"])
        cs = self.gevallen
        if self.gevallen:
            c = r.choice(cs)
        else:
            c = dict(k="Z?", lhn=lhn, ao=dag, t=t, h=None)
        ct = max(t, c["t"]) if g.kans(0.2) else g.tijd(dag_van(c["t"]) + d(r.choice([0, 1, 5, 60])), c["t"])
        cdag = dag_van(ct)
        kz = g.kenmerk("R")
        if wat == "zm02":
            self.ev(t, "ZIEK", kenmerk=kz, bsn=self.bsn, loonheffingennummer=r.choice([lhn, lhn, g.nieuw_lhn()]),
                    datum_van=r.choice([van - D1, dag - d(3000), dag]))
        elif wat == "zm03":
            self.ev(t, "ZIEK", kenmerk=kz, bsn=self.bsn, loonheffingennummer=lhn, datum_van=dag + d(r.choice([1, 1, 2, 30])))
        elif wat == "zm08":
            # while the case is open, or AO < H, or AO = H
            ao = r.choice([c["ao"], c["ao"] + D1, cdag, (c["h"] or cdag) - D1, (c["h"] or cdag), (c["h"] or cdag)])
            self.ev(ct, "ZIEK", kenmerk=kz, bsn=self.bsn, loonheffingennummer=c["lhn"], datum_van=ao)
        elif wat == "combi":
            ao = r.choice([cdag, cdag - D1, cdag + D1, van, van - D1, c["ao"], (c["h"] or cdag), (c["h"] or cdag) - D1, cdag - d(2)])
            if g.kans(0.5) and c["h"]:
                ao = c["h"] + d(r.choice([0, 1, 3]))
                ct = max(ct, g.tijd(ao + d(r.choice([0, 1, 5, 50]))))
                cdag = dag_van(ct)
            h = r.choice([ao, ao + D1, ao - D1, cdag, cdag + D1, ao + d(2)])
            self.ev(ct, "ZIEK_EN_HERSTEL", kenmerk=r.choice([kz, kz, kz, ""]), bsn=self.bsn, loonheffingennummer=c["lhn"],
                    datum_van=ao, datum_tot=r.choice([h, h, h, h, ""]))
        elif wat == "hm01":
            self.ev(ct, "HERSTEL", kenmerk=kz, loonheffingennummer=r.choice([c["lhn"], g.nieuw_lhn()]),
                    verwijst_naar=r.choice([c["k"], "onbekend", kz]), datum_van=r.choice([cdag, c["ao"], cdag + D1]))
        elif wat == "hm02":
            self.ev(ct, "HERSTEL", kenmerk=kz, loonheffingennummer=c["lhn"], verwijst_naar=c["k"],
                    datum_van=r.choice([c["ao"], c["ao"] - D1, cdag + D1, cdag + d(9)]))
        elif wat == "zm10":
            self.ev(ct, "INTREKKING", kenmerk=kz, loonheffingennummer=r.choice([c["lhn"], c["lhn"], lhn]),
                    verwijst_naar=r.choice([c["k"], "onbekend", kz]))
        elif wat == "bo07":
            self.ev(ct, r.choice(["TOEKENNING", "AFWIJZING", "VERLENGING"]), loonheffingennummer=r.choice([c["lhn"], lhn]),
                    verwijst_naar=r.choice([c["k"], "onbekend"]), toelichting=r.choice(["t", ""]))
        elif wat in ("bo03", "bo04"):
            basis = dag_van(c["t"])
            for x in r.choice([[42, 70], [43], [44], [45], [71], [1, 2], [42, 43], [46], [60]]):
                self.ev(g.tijd(basis + d(x), c["t"]), "VERLENGING", loonheffingennummer=c["lhn"], verwijst_naar=c["k"], toelichting="nog een keer")
        elif wat == "bo02":
            self.ev(ct, "VERLENGING", loonheffingennummer=c["lhn"], verwijst_naar=r.choice([c["k"], c["k"], "onbekend", ""]), toelichting="")
        elif wat == "reg01":
            self.ev(t, "DOELGROEPREGISTER", bsn=self.bsn, datum_van=r.choice([van, dag, van - d(2000)]),
                    datum_tot=r.choice(["", dag, van - D1, van]))
        elif wat == "reg04":
            e = date.fromisoformat(dv["datum_tot"]) if dv["datum_tot"] else dag
            a = r.choice([van, van - D1, van - d(200), e, e + D1, dag])
            self.ev(t, "DIENSTVERBAND", bsn=self.bsn, loonheffingennummer=r.choice([lhn, lhn, lhn, g.nieuw_lhn()]), datum_van=a,
                    datum_tot=r.choice(["", a, a - D1, van - D1, van, e]))
        elif wat == "reg04e":
            self.ev(t, "EINDE_DIENSTVERBAND", bsn=self.bsn, loonheffingennummer=r.choice([lhn, lhn, g.nieuw_lhn()]),
                    datum_tot=r.choice([van - D1, van - D1, van - d(30), van, dag, c["ao"] - D1, dag + d(100)]))
        elif wat in ("lks06", "lks04", "lks05", "lks03", "lks01"):
            a = {"lks06": r.choice([van, dag, c["ao"]]), "lks04": r.choice([van - d(2000), dag]), "lks05": van - D1}.get(wat, r.choice([dag, van, van]))
            f = "J" if wat == "lks03" or g.kans(0.1) else "N"
            b = ""
            if f == "J":
                b = r.choice([plus_maanden(a, 6), plus_maanden(a, 6) - D1, "", a])
            elif g.kans(0.5):
                b = r.choice([a, a + d(100), a - D1])
            self.ev(t, "LKS", bsn=self.bsn, gemeentecode="9998" if wat == "lks01" and g.kans(0.4) else g.gemeente(dag), datum_van=a, datum_tot=b,
                    loonwaarde=r.choice(["50", "50", "49", "55"]) if wat != "lks01" else r.choice(["100", "-1", "", "50"]), forfaitair=f)
        elif wat == "lks07":
            self.ev(t, "EINDE_LKS", bsn=self.bsn, datum_tot=r.choice([van - D1, van, dag, c["ao"], dag + d(30), ""]))
        elif wat == "reg02":
            self.ev(t, "WOONPLAATS", bsn=self.bsn, gemeentecode=r.choice(["9999", "0001", "", "0363"]),
                    datum_van=r.choice([dag, "", dag + d(30), van]))
        else:                                        # the same kenmerk under another loonheffingennummer
            self.ev(ct, "ZIEK", kenmerk=c["k"], bsn=self.bsn, loonheffingennummer=r.choice([lhn, g.nieuw_lhn()]), datum_van=c["ao"])

    # -- all of one person -------------------------------------------------------------------

    def bouw(self, budget):
        g, r = self.g, self.g.r
        k = r.random()
        if k < 0.05:
            self.oud()
        elif k < 0.30 and g.ws < date(2016, 10, 1):
            self.jaareinde_2016()
        elif k < 0.30 and g.we > date(2030, 12, 1) and g.we < date(2032, 1, 1):
            self.jaareinde_2030()
        else:
            begin = g.ws + d(r.randrange(0, 40))
            t0 = g.tijd(begin)
            e = None
            if g.kans(0.9):
                rond = begin + d(40)
                if self.cluster:
                    e = self.cluster["e"]
                elif g.schrikkel and g.kans(0.25):
                    e = g.schrikkel
                elif g.fusies and g.kans(0.35):
                    e = r.choice(g.fusies) + d(r.choice([-30, -10, -3, -2, -1, 0, 1, 5]))
                elif g.style == "regime" and g.kans(0.5):
                    e = date(2022, 1, 1) + d(r.choice([-30, -10, -2, -1, 0, 1, 10, 30, 41, 42]))
                else:
                    e = g.dag(rond, g.we - d(60))
                if e < g.ws + d(15):
                    e = g.ws + d(15)
            basis = e or g.we
            van = r.choice([basis - d(900), basis - d(760), terug2(basis), basis - d(400), begin, basis - d(100), basis - d(1500)])
            van = min(van, basis)
            lhn = g.lhn()
            # the events of the dienstverband, then the registrations in front of them
            t_dv = t0 + 2 * US
            c, ao, x_sig = self.levensloop(lhn, van, e, t_dv)
            voor = self.ev_lijst
            self.ev_lijst = []
            stappen = [("reg", t0), ("woon", t0 + US), ("lks", t0 + 3 * US)]
            if g.kans(0.08):                         # out of order: LKS refused, then tried again
                self.lks(van, e, ao, t0 - US if g.kans(0.5) else t0)
            for wat, t in stappen:
                if g.kans(0.3):
                    t = t0
                if wat == "reg":
                    if g.kans(0.96):
                        self.registreer(van, e, t)
                elif wat == "woon":
                    self.woon(van, x_sig, t)
                else:
                    self.lks(van, e, ao, max(t, t_dv))
            self.ev_lijst = self.ev_lijst + voor
            if self.cluster and g.kans(0.3):         # a second case of the same BSN in the same cluster
                self.levensloop(g.lhn(), van, e, t_dv)
            # retroactively reported registration (too late for LKS, in time for SIG-03, ...)
            extra = 0.25 if g.style != "dense" else 0.8
            while g.kans(extra) and len(self.ev_lijst) < budget * 1.5:
                extra *= 0.6
                k = r.random()
                if e is not None and k < 0.5:        # the same pair again, after E
                    van2 = e + d(r.choice([0, 1, 1, 1, 5, 30]))
                    e2 = r.choice([None, van2 + d(r.choice([0, 10, 40, 80]))])
                    self.levensloop(lhn, van2, e2, g.tijd(van2 + d(r.choice([-5, 0, 3]))))
                    lhn, e = lhn, e2
                elif k < 0.65:                       # the same pair, before
                    van2 = van - d(r.choice([50, 200]))
                    self.ev(t_dv, "DIENSTVERBAND", bsn=self.bsn, loonheffingennummer=lhn, datum_van=van2,
                            datum_tot=van - d(r.choice([1, 1, 0, 2])))
                else:                                # another employer at the same time
                    e2 = g.dag(begin + d(30), g.we - d(30)) if g.kans(0.8) else None
                    self.levensloop(g.lhn(), r.choice([van, begin]), e2, t_dv)
        ruis = 0.75 if g.style == "dense" else 0.5
        pogingen = 0
        while len(self.ev_lijst) < budget and pogingen < 4 * budget and (len(self.ev_lijst) < budget * 0.7 or g.kans(ruis + 0.3)):
            pogingen += 1
            self.ruis()


FORMATEN = ["eigen", "eigen", "eigen", "Z", "+05:30", "-08:00", "+14:00", "+00:00", "-03:30", "+23:59"]


def tijdstip_tekst(r, t, vorm):
    sec, us = divmod(t, US)
    u = EPOCH + timedelta(seconds=sec)
    if vorm == "mix":
        vorm = r.choice(FORMATEN)
    if vorm == "eigen":
        lok = u.astimezone(AMS)
        minuten = int(lok.utcoffset().total_seconds() // 60)
        zone = "%s%02d:%02d" % ("-" if minuten < 0 else "+", abs(minuten) // 60, abs(minuten) % 60)
    elif vorm == "Z":
        lok, zone = u, "Z"
    else:
        teken = -1 if vorm[0] == "-" else 1
        lok = u + teken * timedelta(hours=int(vorm[1:3]), minutes=int(vorm[4:6]))
        zone = vorm
    breuk = ""
    if us:
        breuk = ("." + "%06d" % us)
        breuk = r.choice([breuk, breuk.rstrip("0"), breuk + "000"])
    elif r.random() < 0.05:
        breuk = r.choice([".0", ".000", ".000000", ".000000000"])
    return "%04d-%02d-%02dT%02d:%02d:%02d%s%s" % (lok.year, lok.month, lok.day, lok.hour, lok.minute, lok.second, breuk, zone)


def quote(r, s, altijd):
    if any(c in s for c in ';"\r\n') or altijd:
        return '"' + s.replace('"', '""') + '"'
    return s


def schrijf(g, rijen, pad, broken):
    r = g.r
    kop = list(KOL)
    if r.random() < 0.5:
        r.shuffle(kop)
    einde = r.choice(["\r\n", "\r\n", "\n", "mix"])
    quotes = r.choice([0, 0, 0.05, 0.5, 1])
    leeg = r.choice([0, 0, 0.02])
    vorm = r.choice(["eigen", "mix", "mix", "Z"])

    def nl():
        return r.choice(["\r\n", "\n"]) if einde == "mix" else einde
    regels = []
    for t, rij in rijen:
        rij["tijdstip"] = tijdstip_tekst(r, t, vorm)
        regels.append(rij)
    kapot = None
    if broken:
        kapot = maak_kapot(r, kop, regels)
    tekst = [";".join(quote(r, k, quotes and r.random() < quotes) for k in kop) + nl()]
    for rij in regels:
        velden = [quote(r, rij[k], quotes and r.random() < quotes) for k in kop]
        if "_rauw" in rij:
            i = kop.index(rij["_rauw"][0]) if rij["_rauw"][0] in kop else 0
            velden[i] = rij["_rauw"][1]
        if rij.get("_velden", 0) > 0:
            velden += [""]
        elif rij.get("_velden", 0) < 0:
            velden = velden[:-1]
        tekst.append(";".join(velden) + nl())
        while leeg and r.random() < leeg:
            tekst.append(nl())
    tekst = "".join(tekst)
    if r.random() < 0.15 and not tekst.endswith(";\n") and not tekst.endswith(";\r\n"):
        tekst = tekst.rstrip("\r\n")
    ruw = tekst.encode("utf-8")
    if kapot == "utf8":
        i = r.randrange(len(ruw) // 2, len(ruw))
        ruw = ruw[:i] + r.choice([b"\xff", b"\xc3", b"\x80", b"\xed\xa0\x80", b"\xc0\xaf"]) + b"(" + ruw[i:]
    elif kapot == "nul":
        i = r.randrange(len(ruw) // 2, len(ruw))
        while ruw[i] & 0xC0 == 0x80:
            i -= 1
        ruw = ruw[:i] + b"\0" + ruw[i:]
    if r.random() < 0.3:
        ruw = b"\xef\xbb\xbf" + ruw
    os.makedirs(os.path.dirname(pad), exist_ok=True)
    with open(pad, "wb") as f:
        f.write(ruw)
    return kapot


def maak_kapot(r, kop, regels):
    """Break the file in one way."""
    wat = r.choice(["utf8", "nul", "cr", "cr_quoted", "quote", "open", "na_quote", "datum", "datum", "datum_ongebruikt", "tijdstip", "tijdstip",
                    "terug", "soort", "kolom_onbekend", "kolom_dubbel", "kolom_weg", "velden+", "velden-", "leeg_tijdstip", "spatieregel"])
    rij = r.choice(regels)
    if wat == "cr":
        rij["_rauw"] = ("toelichting", "a\rb")
    elif wat == "cr_quoted":
        rij["_rauw"] = ("toelichting", '"a\rb"')
    elif wat == "quote":
        rij["_rauw"] = ("toelichting", 'a"b"')
    elif wat == "open":
        regels[-1]["_rauw"] = ("toelichting", '"open')
    elif wat == "na_quote":
        rij["_rauw"] = ("toelichting", '"a"b')
    elif wat in ("datum", "datum_ongebruikt"):
        kol = r.choice(["datum_van", "datum_tot"])
        if wat == "datum_ongebruikt":
            kand = [x for x in regels if x["soort"] in ("TOEKENNING", "INTREKKING", "AFWIJZING", "WOONPLAATS")]
            rij = r.choice(kand) if kand else rij
            kol = "datum_tot"
        rij[kol] = r.choice(["2023-02-29", "2024-13-01", "2024-00-10", "2024-01-32", "1899-12-31", "2200-01-01", "20240101", "2024-1-1", "x", " ",
                             "2024-01-01 ", "2100-02-29", "0000-00-00", "01-01-2024", "2024-01-01T00:00:00Z", "+2024-01-01"])
    elif wat == "tijdstip":
        t = rij["tijdstip"]
        rij["tijdstip"] = r.choice([t.replace("T", "t"), t.replace("T", " "), t[:10], t[:19], t[:16] + "Z", t[:11] + "24:00:00Z",
                                    t[:11] + "25:00:00Z", t[:11] + "10:60:00Z", t[:11] + "10:00:61Z", "2023-02-29T10:00:00Z", t[:19] + "z",
                                    t[:19] + ".Z", t[:19] + "+0100", t[:19] + "+01", t[:19] + "+24:00", t[:19] + "+01:60", t[:19] + ",5Z", " " + t, t + " "])
    elif wat == "leeg_tijdstip":
        rij["tijdstip"] = ""
    elif wat == "terug":
        i = r.randrange(1, len(regels)) if len(regels) > 1 else 0
        regels[i]["tijdstip"] = "2015-01-01T00:00:00Z"
    elif wat == "soort":
        rij["soort"] = r.choice(["", "ziek", "ZIEK ", "BETER", "Ziek", "LKS_EINDE"])
    elif wat == "kolom_onbekend":
        kop[kop.index("toelichting")] = "Toelichting"
        for x in regels:
            x["Toelichting"] = x["toelichting"]
    elif wat == "kolom_dubbel":
        kop.append("bsn")
    elif wat == "kolom_weg":
        kop.remove(r.choice(["toelichting", "gemeentecode", "forfaitair"]))
    elif wat == "velden+":
        rij["_velden"] = 1
    elif wat == "velden-":
        rij["_velden"] = -1
    elif wat == "spatieregel":
        rij["_rauw"] = ("toelichting", "x\n \nx")
    return wat


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--seed", type=int, required=True)
    p.add_argument("--persons", type=int, default=100)
    p.add_argument("--lines-approx", type=int, default=1700)
    p.add_argument("--out", required=True)
    p.add_argument("--style", default="mixed", choices=["mixed", "regime", "dense"])
    p.add_argument("--broken", action="store_true")
    p.add_argument("--with", dest="met", default="")
    p.add_argument("--without", default="")
    a = p.parse_args()
    met = ({"multiline", "exotisch"} | set(a.met.split(","))) - set(a.without.split(","))
    g = Gen(a.seed, a.persons, a.lines_approx, a.style, met)
    budget = max(3, a.lines_approx / a.persons)
    personen = []
    for _ in range(a.persons):
        x = Persoon(g)
        x.bouw(budget)
        personen.append(x)
    # a short life of somebody without anything, so that unknown persons occur
    g.r.shuffle(personen)
    rijen = [e for x in personen for e in x.ev_lijst]
    rijen.sort(key=lambda e: e[0])                   # stable: equal instants keep a person's own order
    if rijen:
        rijen = [(t, dict(rij)) for t, rij in rijen]
    for _, rij in rijen:                             # years outside 1900-2199 would make the file unreadable
        for kol in ("datum_van", "datum_tot"):
            if rij[kol] and rij[kol][:4] < "1900":
                rij[kol] = "1900-01-01"
            elif rij[kol] and rij[kol][:4] > "2199":
                rij[kol] = "2199-12-31"
    schrijf(g, rijen, os.path.join(a.out, "gebeurtenissen.csv"), a.broken)
    r = g.r
    eerste, laatste = dag_van(rijen[0][0]), dag_van(rijen[-1][0])
    midden = eerste + d(r.randrange(max(1, (laatste - eerste).days)))
    gewoon = dag_van(rijen[len(rijen) * 9 // 10][0])
    termijn = midden
    ziek = [t for t, rij in rijen if rij["soort"] in ("ZIEK", "ZIEK_EN_HERSTEL")]
    if ziek:
        termijn = dag_van(r.choice(ziek)) + d(r.choice([42, 42, 42, 43, 44, 70]))
    volgende = dag_van(r.choice(rijen)[0]) + D1
    kand = [t for t, rij in rijen if rij["soort"] in ("TOEKENNING", "HERSTEL", "INTREKKING")
            and not any(dag_van(u) == dag_van(t) + D1 for u, _ in rijen[-300:] + rijen[:300])]
    if kand:
        volgende = dag_van(r.choice(kand)) + D1      # a day on which only an exchange happens
    until = r.choices([volgende, midden, termijn, gewoon, laatste, laatste + d(1), laatste + d(r.randrange(2, 200)), eerste, eerste - D1],
                      [4, 4, 4, 4, 3, 2, 5, 0.4, 0.2])[0]
    print(until.isoformat(), g.reeks)


if __name__ == "__main__":
    main()
