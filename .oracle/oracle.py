#!/usr/bin/env python3
"""Independent reference implementation ("oracle") of the rule catalogue.

    python3 oracle.py DIR --out OUT --profile handleiding|wet --until JJJJ-MM-DD
                      [--bsn-range testreeks|negenreeks|alle] [--data DIR] [--summary]

A literal reading of ../shared/rules.md and ../shared/acceptance/README.md, written for
clarity.  Every exchange is evaluated on every day for every case, naively.  Exit code 65: the
playbook cannot be read (message with file, line, column on stderr; nothing written).

Where the documents leave something open the choice is marked KEUZE-nn, explained in NOTES.md.
"""
import argparse
import collections
import os
import re
import shutil
import sys
from calendar import monthrange
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from zoneinfo import ZoneInfo

AMS = ZoneInfo("Europe/Amsterdam")
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
DAG = timedelta(days=1)

KOLOMMEN = ["tijdstip", "soort", "kenmerk", "bsn", "loonheffingennummer", "gemeentecode",
            "datum_van", "datum_tot", "loonwaarde", "forfaitair", "verwijst_naar", "toelichting"]
SOORTEN = ["DOELGROEPREGISTER", "WOONPLAATS", "DIENSTVERBAND", "EINDE_DIENSTVERBAND", "LKS",
           "EINDE_LKS", "ZIEK", "HERSTEL", "ZIEK_EN_HERSTEL", "INTREKKING", "VERLENGING",
           "TOEKENNING", "AFWIJZING"]
ONDERWERP = "er staat een 'Re-integratie_signaalrapport' voor u klaar"
EERSTE_UITWISSELING_OOIT = date(2017, 1, 1)      # SIG-08
AFSCHAFFING_DOORLEVERING = date(2022, 1, 1)      # DL-02


class Onleesbaar(Exception):
    """The playbook as a whole cannot be read."""

    def __init__(self, regel, kolom, wat):
        super().__init__(wat)
        self.regel, self.kolom, self.wat = regel, kolom, wat


class Geweigerd(Exception):
    """A line is refused by a rule."""

    def __init__(self, regel_id):
        super().__init__(regel_id)
        self.regel_id = regel_id


# ---------------------------------------------------------------------------------------------
# Reading the playbook
# ---------------------------------------------------------------------------------------------

def lees_csv(ruw):
    """bytes -> list of records; a record is (line, [(value, line, column), ...])."""
    if ruw.startswith(b"\xef\xbb\xbf"):
        ruw = ruw[3:]
    try:
        tekst = ruw.decode("utf-8", errors="strict")
    except UnicodeDecodeError as fout:
        voor = ruw[:fout.start]
        regel = voor.count(b"\n") + 1
        kolom = len(voor) - (voor.rfind(b"\n") + 1) + 1
        raise Onleesbaar(regel, kolom, "ongeldige UTF-8")

    def plaats(pos):
        return tekst.count("\n", 0, pos) + 1, pos - (tekst.rfind("\n", 0, pos) + 1) + 1

    nul = tekst.find("\0")
    if nul >= 0:
        raise Onleesbaar(*plaats(nul), "NUL")
    losse_cr = re.search(r"\r(?!\n)", tekst)
    if losse_cr:
        raise Onleesbaar(*plaats(losse_cr.start()), "CR zonder LF")

    records = []
    eind = len(tekst)
    pos, regel, regelbegin = 0, 1, 0
    einde_ongequoot = re.compile(r'[;\r\n"]')
    while pos < eind:
        if tekst[pos] == "\n":                              # an empty line: skipped, but it counts
            pos += 1
            regel, regelbegin = regel + 1, pos
            continue
        if tekst[pos] == "\r":
            pos += 2
            regel, regelbegin = regel + 1, pos
            continue
        record_regel = regel
        velden = []
        while True:                                         # one field per turn
            veld_regel, veld_kolom = regel, pos - regelbegin + 1
            if pos < eind and tekst[pos] == '"':
                pos += 1
                delen = []
                while True:
                    q = tekst.find('"', pos)
                    if q < 0:
                        raise Onleesbaar(veld_regel, veld_kolom, "aanhalingsteken niet gesloten")
                    delen.append(tekst[pos:q])
                    if tekst[q + 1:q + 2] == '"':
                        delen.append('"')
                        pos = q + 2
                        continue
                    pos = q + 1
                    break
                waarde = "".join(delen)
                sprongen = waarde.count("\n")
                if sprongen:
                    regel += sprongen
                    regelbegin = tekst.rfind("\n", 0, pos) + 1
                if pos < eind and tekst[pos] not in ";\r\n":
                    raise Onleesbaar(regel, pos - regelbegin + 1, "tekst na een sluitend aanhalingsteken")
            else:
                m = einde_ongequoot.search(tekst, pos)
                stop = m.start() if m else eind
                if m and m.group() == '"':
                    raise Onleesbaar(regel, stop - regelbegin + 1, "aanhalingsteken in een ongequoot veld")
                waarde = tekst[pos:stop]
                pos = stop
            velden.append((waarde, veld_regel, veld_kolom))
            if pos < eind and tekst[pos] == ";":
                pos += 1
                continue
            break
        records.append((record_regel, velden))
        if pos < eind:                                      # \n or \r\n
            pos += 1 if tekst[pos] == "\n" else 2
            regel, regelbegin = regel + 1, pos
    return records


DATUM_RE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
TIJDSTIP_RE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})"
                         r"(\.[0-9]+)?(?:(Z)|([+-])([0-9]{2}):([0-9]{2}))")


def lees_datum(tekst):
    m = DATUM_RE.fullmatch(tekst)
    if not m:
        return None
    j, mnd, d = map(int, m.groups())
    if not 1900 <= j <= 2199:
        return None
    try:
        return date(j, mnd, d)
    except ValueError:
        return None


def lees_tijdstip(tekst):
    """RFC 3339 -> exact number of seconds since 1970 (Fraction), or None."""
    m = TIJDSTIP_RE.fullmatch(tekst)
    if not m:
        return None
    j, mnd, d, u, mi, s = (int(x) for x in m.groups()[:6])
    try:
        t = datetime(j, mnd, d, u, mi, s, tzinfo=timezone.utc)   # refuses 24:00, :60 (KEUZE-14)
    except ValueError:
        return None
    seconden = (t - EPOCH) // timedelta(seconds=1)
    if not m.group(8):
        ou, om = int(m.group(10)), int(m.group(11))
        if ou > 23 or om > 59:
            return None
        verschil = ou * 3600 + om * 60
        seconden += verschil if m.group(9) == "-" else -verschil
    breuk = Fraction(0)
    if m.group(7):
        breuk = Fraction(int(m.group(7)[1:]), 10 ** (len(m.group(7)) - 1))
    return seconden + breuk


def civiele_dag(tijdstip):
    """KAL-01: the civil day in Europe/Amsterdam."""
    return (EPOCH + timedelta(seconds=int(tijdstip // 1))).astimezone(AMS).date()


def zes_uur(dag):
    """06:00 Europe/Amsterdam of a day, in seconds since 1970."""
    return (datetime(dag.year, dag.month, dag.day, 6, tzinfo=AMS).astimezone(timezone.utc) - EPOCH) \
        // timedelta(seconds=1)


class Regel:
    """One line of the playbook."""

    def __init__(self, nummer, tijdstip, velden):
        self.nummer = nummer
        self.tijdstip = tijdstip
        self.dag = civiele_dag(tijdstip)
        self.soort = velden["soort"]
        self.kenmerk = velden["kenmerk"]
        self.bsn = velden["bsn"]
        self.lhn = velden["loonheffingennummer"]
        self.gemeentecode = velden["gemeentecode"]
        self.van = velden["datum_van"]      # date or None
        self.tot = velden["datum_tot"]      # date or None
        self.loonwaarde = velden["loonwaarde"]
        self.forfaitair = velden["forfaitair"]
        self.verwijst_naar = velden["verwijst_naar"]
        self.toelichting = velden["toelichting"]


def lees_draaiboek(ruw):
    records = lees_csv(ruw)
    if not records:
        raise Onleesbaar(1, 1, "geen kopregel")
    _, kop = records[0]
    namen = []
    for naam, r, k in kop:
        if naam not in KOLOMMEN:
            raise Onleesbaar(r, k, "onbekende kolom")
        if naam in namen:
            raise Onleesbaar(r, k, "dubbele kolom " + naam)
        namen.append(naam)
    for naam in KOLOMMEN:
        if naam not in namen:
            raise Onleesbaar(kop[0][1], kop[-1][2], "kolom ontbreekt: " + naam)
    regels = []
    vorige = None
    for nummer, velden in records[1:]:
        if len(velden) != len(namen):
            raise Onleesbaar(velden[-1][1], velden[-1][2], "verkeerd aantal velden")
        waarden, waar = {}, {}
        for naam, (waarde, r, k) in zip(namen, velden):
            waarden[naam], waar[naam] = waarde, (r, k)
        tijdstip = lees_tijdstip(waarden["tijdstip"])
        if tijdstip is None:
            raise Onleesbaar(*waar["tijdstip"], "geen bestaand tijdstip")
        if vorige is not None and tijdstip < vorige:
            raise Onleesbaar(*waar["tijdstip"], "de tijd gaat terug")
        vorige = tijdstip
        if waarden["soort"] not in SOORTEN:
            raise Onleesbaar(*waar["soort"], "onbekende soort")
        for kolom in ("datum_van", "datum_tot"):
            if waarden[kolom] == "":
                waarden[kolom] = None
            else:
                waarden[kolom] = lees_datum(waarden[kolom])
                if waarden[kolom] is None:
                    raise Onleesbaar(*waar[kolom], "geen bestaande datum")
        regels.append(Regel(nummer, tijdstip, waarden))
    return regels


# ---------------------------------------------------------------------------------------------
# Data and calendar
# ---------------------------------------------------------------------------------------------

class Gegevens:
    def __init__(self, map_):
        def tabel(naam):
            with open(os.path.join(map_, naam), "rb") as f:
                records = lees_csv(f.read())
            kop = [v[0] for v in records[0][1]]
            return [dict(zip(kop, (v[0] for v in velden))) for _, velden in records[1:]]
        self.gemeenten = {r["code"] for r in tabel("gemeenten.csv")}
        self.opvolger = {}
        self.bekende_codes = set(self.gemeenten)
        for r in tabel("herindelingen.csv"):
            self.opvolger[r["oude_code"]] = (lees_datum(r["datum"]), r["nieuwe_code"])
            self.bekende_codes |= {r["oude_code"], r["nieuwe_code"]}      # KEUZE-08
        self.feestdagen = {lees_datum(r["datum"]) for r in tabel("feestdagen.csv")}
        self.tabeljaren = {d.year for d in self.feestdagen}

    def opvolger_op(self, code, dag):
        """REG-03: follow the chain of mergers that took effect on or before the day."""
        while code in self.opvolger and self.opvolger[code][0] <= dag:
            code = self.opvolger[code][1]
        return code

    def is_vrije_dag(self, dag):
        return dag.weekday() >= 5 or dag in self.feestdagen


def dagen(n):
    return timedelta(days=n)


def jaren_terug(dag, n):
    """KAL-04."""
    if dag.month == 2 and dag.day == 29:
        return date(dag.year - n, 2, 28)
    return date(dag.year - n, dag.month, dag.day)


def maanden_later(dag, n):
    """LKS-03: same day number; where the month has no such day, its last day."""
    m0 = dag.month - 1 + n
    jaar, maand = dag.year + m0 // 12, m0 % 12 + 1
    return date(jaar, maand, min(dag.day, monthrange(jaar, maand)[1]))


# ---------------------------------------------------------------------------------------------
# State
# ---------------------------------------------------------------------------------------------

class Periode:
    """[van, tot], tot None = open; both ends inclusive."""

    def __init__(self, van, tot):
        self.van, self.tot = van, tot

    def bevat(self, dag):
        return self.van <= dag and (self.tot is None or dag <= self.tot)

    def overlapt(self, van, tot):
        return (tot is None or self.van <= tot) and (self.tot is None or van <= self.tot)


class Dienstverband(Periode):                               # tot = E
    def __init__(self, bsn, lhn, van, tot):
        super().__init__(van, tot)
        self.bsn, self.lhn = bsn, lhn


class Lks(Periode):
    def __init__(self, gemeente, van, tot):
        super().__init__(van, tot)
        self.gemeente = gemeente


class Woonplaats:
    def __init__(self, code, van, volgnummer):
        self.code, self.van, self.volgnummer = code, van, volgnummer


class Geval:
    """A case: one accepted ziekmelding."""

    def __init__(self, volgnummer, regel, dienstverband):
        self.volgnummer = volgnummer            # order of acceptance
        self.kenmerk, self.lhn, self.bsn = regel.kenmerk, regel.lhn, regel.bsn
        self.ao = regel.van
        self.dienstverband = dienstverband      # the one that held AO at acceptance (KEUZE-05)
        self.ontvangen = regel.dag
        self.beoordeling_uiterste = None
        self.h = None
        self.herstel_volgnummer = None          # order of acceptance of the herstelmelding
        self.ingetrokken = False
        self.verlengd = False
        self.uitkomst = ""
        self.besloten_tijdstip = None
        self.besloten_op = None
        self.beslissing_te_laat = False
        # forwarding
        self.doorgeleverd_aan = None            # granting gemeente as it stood in the LKS period
        # signal
        self.signaal_gemeente = None            # the gemeente that received the first signal
        self.signaal_ao = None                  # the AO in that row
        self.einde_gemeld = False               # a row with "einde uitkeringsverhouding" went out
        self.bericht = False

    @property
    def e(self):
        return self.dienstverband.tot


class Wereld:
    def __init__(self, profiel, bsn_reeks, gegevens):
        self.wet = profiel == "wet"
        self.bsn_reeks = bsn_reeks
        self.g = gegevens
        self.teller = 0                         # order of acceptance
        self.registraties = collections.defaultdict(list)    # bsn -> [Periode]
        self.woonplaatsen = collections.defaultdict(list)    # bsn -> [Woonplaats]
        self.dienstverbanden = collections.defaultdict(list) # bsn -> [Dienstverband]
        self.lks = collections.defaultdict(list)             # bsn -> [Lks]
        self.gevallen = []                                   # in order of acceptance
        self.geval_van = {}                                  # (lhn, kenmerk) -> Geval
        self.gevallen_van = collections.defaultdict(list)    # Dienstverband -> [Geval]
        self.berichtinhoud = {}                              # (lhn, kenmerk) -> content
        self.door_te_leveren = []                            # (soort, geval, kenmerk, ...) waiting
        # output
        self.meldingen = []
        self.afgewezen = []
        self.doorleveringen = []
        self.rapportages = {}                                # (X, gemeente) -> [rows]
        self.berichten = []
        self.onbestelbaar = []
        self.tel = collections.Counter()                     # counters for coverage, no part of the rules
        self.rand_geteld = set()

    def volgend_nummer(self):
        self.teller += 1
        return self.teller

    # -- calendar -------------------------------------------------------------------------

    def termijn(self, dag):
        """The day on which a term ends (unshifted) -> uiterste dag.  KAL-03: shifted in wet."""
        if not self.wet:
            return dag
        if dag.year not in self.g.tabeljaren:                # KEUZE-03
            raise Geweigerd("KAL-03")
        verschoven = dag
        while self.g.is_vrije_dag(verschoven):
            verschoven += DAG
        if verschoven != dag:
            self.tel["KAL-03 verschoven"] += 1
        return verschoven

    def dag_van_boe02(self, e):
        """The first day after E that is no Saturday, Sunday or holiday."""
        dag = e + DAG
        while self.g.is_vrije_dag(dag):
            dag += DAG
        if dag.year not in self.g.tabeljaren:                # KEUZE-03
            raise Geweigerd("KAL-03")
        return dag

    # -- fields ---------------------------------------------------------------------------

    def bsn_goed(self, bsn):
        """BSN-01."""
        if not re.fullmatch(r"[0-9]{9}", bsn) or bsn == "000000000":
            return False
        som = sum(w * int(c) for w, c in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), bsn))
        return som % 11 == 0

    def bsn_in_reeks(self, bsn):
        """BSN-02."""
        if self.bsn_reeks == "testreeks":
            return bsn.startswith("99999") or bsn.startswith("0000")
        if self.bsn_reeks == "negenreeks":
            return bsn.startswith("9")
        return True

    @staticmethod
    def lhn_goed(lhn):
        return re.fullmatch(r"[0-9]{9}L[0-9]{2}", lhn) is not None

    def eis_bsn(self, bsn):
        if not self.bsn_goed(bsn):
            raise Geweigerd("BSN-01")
        if not self.bsn_in_reeks(bsn):
            raise Geweigerd("BSN-02")

    def eis(self, voorwaarde, regel_id):
        if not voorwaarde:
            raise Geweigerd(regel_id)

    # -- registrations --------------------------------------------------------------------

    def doelgroepregister(self, r):
        self.eis_bsn(r.bsn)                                                      # KEUZE-12
        self.eis(r.van is not None, "REG-01")
        self.eis(r.tot is None or r.tot >= r.van, "REG-01")
        self.eis(not any(p.overlapt(r.van, r.tot) for p in self.registraties[r.bsn]), "REG-01")
        self.registraties[r.bsn].append(Periode(r.van, r.tot))

    def woonplaats(self, r):
        self.eis_bsn(r.bsn)
        self.eis(r.van is not None, "REG-02")
        self.eis(r.gemeentecode == "" or r.gemeentecode in self.g.bekende_codes, "REG-02")
        self.woonplaatsen[r.bsn].append(Woonplaats(r.gemeentecode, r.van, self.volgend_nummer()))

    def dienstverband(self, r):
        self.eis_bsn(r.bsn)
        self.eis(self.lhn_goed(r.lhn), "REG-04")
        self.eis(r.van is not None, "REG-04")
        self.eis(r.tot is None or r.tot >= r.van, "REG-04")
        zelfde = [d for d in self.dienstverbanden[r.bsn] if d.lhn == r.lhn]
        self.eis(not any(d.overlapt(r.van, r.tot) for d in zelfde), "REG-04")
        self.dienstverbanden[r.bsn].append(Dienstverband(r.bsn, r.lhn, r.van, r.tot))

    def einde_dienstverband(self, r):
        self.eis_bsn(r.bsn)
        self.eis(self.lhn_goed(r.lhn), "REG-04")
        self.eis(r.tot is not None, "REG-04")
        open_ = [d for d in self.dienstverbanden[r.bsn] if d.lhn == r.lhn and d.tot is None]
        self.eis(len(open_) == 1, "REG-04")
        self.eis(r.tot >= open_[0].van, "REG-04")
        open_[0].tot = r.tot

    def lks_periode(self, r):
        self.eis_bsn(r.bsn)
        # LKS-01
        self.eis(r.gemeentecode in self.g.bekende_codes, "LKS-01")
        self.eis(r.van is not None, "LKS-01")
        self.eis(r.tot is None or r.tot >= r.van, "LKS-01")
        self.eis(re.fullmatch(r"[0-9]{1,2}", r.loonwaarde) is not None, "LKS-01")
        self.eis(r.forfaitair in ("J", "N"), "LKS-01")
        loonwaarde = int(r.loonwaarde)
        # LKS-02: a warning only
        if not 30 <= loonwaarde <= 80:
            self.tel["LKS-02 waarschuwing (ook bij daarna geweigerd)"] += 1
        # LKS-03
        if r.forfaitair == "J":
            self.eis(loonwaarde == 50, "LKS-03")
            self.eis(r.tot is not None, "LKS-03")
            self.eis(r.tot < maanden_later(r.van, 6), "LKS-03")
        # LKS-04, LKS-05, LKS-06
        self.eis(any(p.bevat(r.van) for p in self.registraties[r.bsn]), "LKS-04")
        self.eis(any(d.bevat(r.van) for d in self.dienstverbanden[r.bsn]), "LKS-05")
        self.eis(not any(p.overlapt(r.van, r.tot) for p in self.lks[r.bsn]), "LKS-06")
        self.lks[r.bsn].append(Lks(r.gemeentecode, r.van, r.tot))

    def einde_lks(self, r):
        self.eis_bsn(r.bsn)
        self.eis(r.tot is not None, "LKS-07")
        open_ = [p for p in self.lks[r.bsn] if p.tot is None]
        self.eis(len(open_) == 1, "LKS-07")
        self.eis(r.tot >= open_[0].van, "LKS-07")
        open_[0].tot = r.tot

    # -- messages -------------------------------------------------------------------------

    def is_herhaling(self, r, inhoud):
        """ZM-07: True when this exact message was accepted before."""
        eerder = self.berichtinhoud.get((r.lhn, r.kenmerk))
        if eerder is None:
            return False
        self.eis(eerder == inhoud, "ZM-07")
        self.tel["ZM-07 herhaling zelfde inhoud"] += 1
        return True

    def fout_en_boete(self, dag, uiterste):
        """BOE-01 -> (tijdig, dagen te laat, boete)."""
        te_laat = (dag - uiterste).days
        if te_laat <= 0:
            return "J", 0, 0
        if te_laat <= 6:
            return "N", te_laat, 70
        if te_laat <= 27:
            return "N", te_laat, 230
        return "N", te_laat, 455

    def ziek(self, r, combinatie=False):
        # fields: ZM-01, BSN-01, BSN-02, in this order (KEUZE-01)
        self.eis(r.kenmerk != "", "ZM-01")
        self.eis(r.bsn != "", "ZM-01")
        self.eis(self.lhn_goed(r.lhn), "ZM-01")
        self.eis(r.van is not None, "ZM-01")
        if combinatie:
            self.eis(r.tot is not None, "ZM-01")
        self.eis_bsn(r.bsn)
        # ZM-07
        inhoud = (r.soort, r.bsn, r.van) + ((r.tot,) if combinatie else ())
        if self.is_herhaling(r, inhoud):
            return
        ao, h = r.van, (r.tot if combinatie else None)
        # ZM-02
        houders = [d for d in self.dienstverbanden[r.bsn] if d.lhn == r.lhn and d.bevat(ao)]
        self.eis(houders != [], "ZM-02")
        dv = houders[0]
        # ZM-03
        self.eis(ao <= r.dag, "ZM-03")
        # ZM-08
        for eerder in self.gevallen_van[dv]:
            if not eerder.ingetrokken:
                self.eis(eerder.h is not None, "ZM-08")
                self.eis(ao >= eerder.h, "ZM-08")
        # HM-02
        if combinatie:
            self.eis(h > ao, "HM-02")
            self.eis(h <= r.dag, "HM-02")
        # ZM-04, ZM-05, BOE (KAL-03 comes last: it is what is left to refuse with)
        e = dv.tot
        op_e = self.wet and e is not None and e <= ao + dagen(41)
        if op_e:
            uiterste = e                                                # ZM-05, not shifted
            self.tel["ZM-05"] += 1
        else:
            uiterste = self.termijn(ao + dagen(42))                     # ZM-04
        tijdig, te_laat, boete = self.fout_en_boete(r.dag, uiterste)
        if op_e and te_laat > 0 and r.dag <= self.dag_van_boe02(e):     # BOE-02
            boete = 0
            self.tel["BOE-02"] += 1
        beoordeling_uiterste = self.termijn(r.dag + dagen(42))          # BO-01
        if combinatie:
            herstel = self.beoordeel_herstel(r.dag, dv, h, None, uiterste)
        # accepted
        self.berichtinhoud[(r.lhn, r.kenmerk)] = inhoud
        geval = Geval(self.volgend_nummer(), r, dv)
        geval.beoordeling_uiterste = beoordeling_uiterste
        self.gevallen.append(geval)
        self.geval_van[(r.lhn, r.kenmerk)] = geval
        self.gevallen_van[dv].append(geval)
        self.meldingen.append([r.kenmerk, r.lhn, "ZIEK", r.bsn, r.dag, uiterste, tijdig, te_laat, boete])
        self.door_te_leveren.append(("ZIEK", geval, r.kenmerk))
        if combinatie:
            geval.h = h
            geval.herstel_volgnummer = self.volgend_nummer()
            self.meldingen.append([r.kenmerk, r.lhn, "HERSTEL", r.bsn, r.dag, *herstel])
            self.door_te_leveren.append(("HERSTEL", geval, r.kenmerk))

    def beoordeel_herstel(self, dag, dv, h, ontvangst_ziek, uiterste_ziek_in_combinatie):
        """HM-03 to HM-07 -> (uiterste dag, tijdig, dagen te laat, boete)."""
        if dv.tot is not None and h > dv.tot:
            self.tel["HM-07"] += 1
            return None, "J", 0, 0                                      # HM-07
        uiterste = self.termijn(h + dagen(2))                           # HM-03
        if self.wet:
            eerder = uiterste
            if uiterste_ziek_in_combinatie is not None:
                uiterste = max(uiterste, uiterste_ziek_in_combinatie)   # HM-05
                self.tel["HM-05 later" if uiterste != eerder else "HM-05 gelijk"] += 1
            else:
                uiterste = max(uiterste, ontvangst_ziek)                # HM-06
                self.tel["HM-06 later" if uiterste != eerder else "HM-06 gelijk"] += 1
        return (uiterste, *self.fout_en_boete(dag, uiterste))

    def ziek_en_herstel(self, r):
        self.ziek(r, combinatie=True)

    def herstel(self, r):
        self.eis(r.kenmerk != "", "ZM-01")
        self.eis(self.lhn_goed(r.lhn), "ZM-01")
        self.eis(r.verwijst_naar != "", "ZM-01")
        self.eis(r.van is not None, "ZM-01")
        inhoud = (r.soort, r.verwijst_naar, r.van)
        if self.is_herhaling(r, inhoud):
            return
        geval = self.geval_van.get((r.lhn, r.verwijst_naar))
        self.eis(geval is not None and not geval.ingetrokken and geval.h is None, "HM-01")
        h = r.van
        self.eis(h > geval.ao, "HM-02")
        self.eis(h <= r.dag, "HM-02")
        uitslag = self.beoordeel_herstel(r.dag, geval.dienstverband, h, geval.ontvangen, None)
        self.berichtinhoud[(r.lhn, r.kenmerk)] = inhoud
        geval.h = h
        geval.herstel_volgnummer = self.volgend_nummer()
        self.meldingen.append([r.kenmerk, r.lhn, "HERSTEL", geval.bsn, r.dag, *uitslag])
        self.door_te_leveren.append(("HERSTEL", geval, r.kenmerk))

    def intrekking(self, r):
        self.eis(r.kenmerk != "", "ZM-01")
        self.eis(self.lhn_goed(r.lhn), "ZM-01")
        self.eis(r.verwijst_naar != "", "ZM-01")
        inhoud = (r.soort, r.verwijst_naar)
        if self.is_herhaling(r, inhoud):
            return
        geval = self.geval_van.get((r.lhn, r.verwijst_naar))
        self.eis(geval is not None and not geval.ingetrokken, "ZM-10")
        self.berichtinhoud[(r.lhn, r.kenmerk)] = inhoud
        geval.ingetrokken = True
        self.door_te_leveren.append(("INTREKKING", geval, r.kenmerk))

    def geval_voor_beoordeling(self, r):
        geval = self.geval_van.get((r.lhn, r.verwijst_naar))
        self.eis(geval is not None and not geval.ingetrokken, "BO-07")
        return geval

    def verlenging(self, r):
        self.eis(self.lhn_goed(r.lhn), "ZM-01")
        self.eis(r.verwijst_naar != "", "ZM-01")
        self.eis(r.toelichting != "", "BO-02")                          # KEUZE-02
        geval = self.geval_voor_beoordeling(r)
        self.eis(not geval.verlengd, "BO-03")
        self.eis(r.dag <= geval.beoordeling_uiterste and geval.uitkomst == "", "BO-04")
        geval.beoordeling_uiterste = self.termijn(geval.ontvangen + dagen(70))   # BO-02, KAL-05
        geval.verlengd = True

    def beslissing(self, r):
        self.eis(self.lhn_goed(r.lhn), "ZM-01")
        self.eis(r.verwijst_naar != "", "ZM-01")
        geval = self.geval_voor_beoordeling(r)
        self.eis(geval.uitkomst == "", "BO-07")
        geval.uitkomst = r.soort
        geval.besloten_tijdstip = r.tijdstip
        geval.besloten_op = r.dag
        geval.beslissing_te_laat = r.dag > geval.beoordeling_uiterste   # BO-05

    DOE = {"DOELGROEPREGISTER": doelgroepregister, "WOONPLAATS": woonplaats,
           "DIENSTVERBAND": dienstverband, "EINDE_DIENSTVERBAND": einde_dienstverband,
           "LKS": lks_periode, "EINDE_LKS": einde_lks, "ZIEK": ziek, "HERSTEL": herstel,
           "ZIEK_EN_HERSTEL": ziek_en_herstel, "INTREKKING": intrekking, "VERLENGING": verlenging,
           "TOEKENNING": beslissing, "AFWIJZING": beslissing}

    def speel(self, r):
        try:
            self.DOE[r.soort](self, r)
        except Geweigerd as w:
            self.afgewezen.append([r.nummer, r.kenmerk, r.soort, w.regel_id])

    # -- the daily exchange ---------------------------------------------------------------

    def ao_van_de_keten(self, geval):
        """ZM-09: AO of the first case of the chain; handleiding knows no chain."""
        if not self.wet:
            return geval.ao
        eerste = geval
        while True:
            vorige = None
            for ander in self.gevallen_van[eerste.dienstverband]:       # in order of acceptance
                if ander.volgnummer < eerste.volgnummer and not ander.ingetrokken:
                    vorige = ander
            if vorige is None or (eerste.ao - vorige.h).days >= 28:
                break
            eerste = vorige
        if eerste is not geval:
            self.tel["ZM-09 keten in een rij"] += 1
        return eerste.ao

    def woongemeente(self, bsn, x):
        """REG-02, REG-03; None when unknown."""
        beste = None
        for w in self.woonplaatsen[bsn]:
            if w.van <= x and (beste is None or (w.van, w.volgnummer) > (beste.van, beste.volgnummer)):
                beste = w
        if beste is None or beste.code == "":
            return None
        return self.g.opvolger_op(beste.code, x)

    def signaal_houdt(self, c, x):
        """SIG-01 to SIG-03, without the woonplaats."""
        if c.ingetrokken or c.uitkomst != "TOEKENNING":
            return False
        e = c.e
        if e is None or not e < x:
            return False
        if not (c.ao <= e and (c.h is None or c.h > e)):
            return False
        begin = jaren_terug(e, 2)
        self.tel_randen(c, e, begin)
        if not any(p.overlapt(begin, e) for p in self.lks[c.bsn]):      # SIG-02
            return False
        return any(p.bevat(e) for p in self.registraties[c.bsn])        # SIG-03

    def tel_randen(self, c, e, begin):
        """Counters only: how often do boundaries of SIG-02 and SIG-03 occur (cases, not days)?"""
        if c.volgnummer in self.rand_geteld:
            return
        self.rand_geteld.add(c.volgnummer)
        for p in self.lks[c.bsn]:
            for naam, dag, waarde in (("SIG-02 LKS eindigt op E-2j", begin, p.tot), ("SIG-02 LKS eindigt op E-2j-1d", begin - DAG, p.tot),
                                      ("SIG-02 LKS begint op E", e, p.van), ("SIG-02 LKS begint op E+1", e + DAG, p.van)):
                self.tel[naam] += dag == waarde
        for p in self.registraties[c.bsn]:
            for naam, dag, waarde in (("SIG-03 register tot E", e, p.tot), ("SIG-03 register tot E-1", e - DAG, p.tot),
                                      ("SIG-03 register van E", e, p.van), ("SIG-03 register van E+1", e + DAG, p.van)):
                self.tel[naam] += dag == waarde

    def uitwisseling(self, x):
        self.doorlever(x)
        onbestelbaar = []
        rijen = collections.defaultdict(list)       # gemeente -> rows; a key means: a report
        # which cases have what to send, on what was accepted before this instant
        eerste = []
        vervolg = []
        berichten = []
        for c in self.gevallen:
            if c.signaal_gemeente is None:
                if self.signaal_houdt(c, x):
                    eerste.append(c)
                continue
            # the first signal went out in an earlier exchange
            if not c.bericht:                                           # SIG-07
                if c.ingetrokken:
                    berichten.append((c, "INGETROKKEN"))
                elif c.h is not None and c.h <= c.e:
                    berichten.append((c, "HERSTELD_VOOR_EINDE"))
            if not c.einde_gemeld and not c.ingetrokken and c.h is not None and c.h > c.e:
                vervolg.append(c)                                       # SIG-06
        # CSV-03: order of the toekenning, then BSN, then acceptance of the case
        eerste.sort(key=lambda c: (c.besloten_tijdstip, c.bsn, c.volgnummer))
        vervolg.sort(key=lambda c: c.herstel_volgnummer)
        for c in eerste:
            gemeente = self.woongemeente(c.bsn, x)
            if gemeente is None:
                onbestelbaar.append([c.lhn, c.kenmerk, "EERSTE"])
                self.tel["EERSTE vastgehouden (dagen)"] += 1
                continue
            c.signaal_gemeente = gemeente
            c.signaal_ao = self.ao_van_de_keten(c)
            self.tel["eerste signaal met AO van de keten"] += c.signaal_ao != c.ao
            c.einde_gemeld = c.h is not None
            rijen[gemeente].append([c.bsn, None if c.h is None else c.h - DAG, c.e, c.signaal_ao])
            self.tel["eerste signaal" + (" met einddatum" if c.h else "")] += 1
        for c in vervolg:
            gemeente = self.woongemeente(c.bsn, x)
            if gemeente is None:
                onbestelbaar.append([c.lhn, c.kenmerk, "VERVOLG"])
                self.tel["VERVOLG vastgehouden (dagen)"] += 1
                continue
            c.einde_gemeld = True
            rijen[gemeente].append([c.bsn, c.h - DAG, c.e, c.signaal_ao])
            self.tel["vervolgrij met AO die nu anders zou zijn"] += c.signaal_ao != self.ao_van_de_keten(c)
            self.tel["vervolgrij"] += 1
        for c, soort in berichten:                                      # order: acceptance of case
            gemeente = self.g.opvolger_op(c.signaal_gemeente, x)
            c.bericht = True
            self.berichten.append([x, gemeente, c.lhn, c.kenmerk, soort])
            self.tel["bericht aan opvolger"] += gemeente != c.signaal_gemeente
            rijen[gemeente]                                             # a report, maybe without rows
            self.tel["bericht " + soort] += 1
        for gemeente in rijen:
            self.rapportages[(x, gemeente)] = rijen[gemeente]
        self.onbestelbaar = onbestelbaar

    def doorlever(self, x):
        """DL-01 to DL-03, in order of acceptance of the messages."""
        for soort, c, kenmerk in self.door_te_leveren:
            if soort == "ZIEK":
                if self.wet and not c.ontvangen < AFSCHAFFING_DOORLEVERING:      # DL-02
                    continue
                houders = [p for p in self.lks[c.bsn] if p.bevat(c.ao)]
                if not houders:
                    continue
                c.doorgeleverd_aan = houders[0].gemeente
            elif c.doorgeleverd_aan is None:
                continue
            ingang = c.h if soort == "HERSTEL" else self.ao_van_de_keten(c)
            self.doorleveringen.append([x, self.g.opvolger_op(c.doorgeleverd_aan, x), c.lhn,
                                        kenmerk, soort, c.bsn, ingang])
        self.door_te_leveren = []

    # -- the whole play -------------------------------------------------------------------

    def speel_alles(self, regels, tot_en_met):
        if not regels:
            return
        # the first exchange: the first 06:00 strictly after the first line, not before 2017
        x = regels[0].dag
        if zes_uur(x) <= regels[0].tijdstip:
            x += DAG
        x = max(x, EERSTE_UITWISSELING_OOIT)
        moment = zes_uur(x)
        for r in regels:
            if r.dag > tot_en_met:                                      # KEUZE-04
                break
            while moment <= r.tijdstip:         # an exchange sees what was accepted before it
                self.uitwisseling(x)
                x += DAG
                moment = zes_uur(x)
            self.speel(r)
        while x <= tot_en_met:
            self.uitwisseling(x)
            x += DAG


# ---------------------------------------------------------------------------------------------
# Writing
# ---------------------------------------------------------------------------------------------

def veld(waarde, datumvorm="%04d-%02d-%02d"):
    if waarde is None:
        return ""
    if isinstance(waarde, date):
        return datumvorm % (waarde.year, waarde.month, waarde.day)
    waarde = str(waarde)
    if any(t in waarde for t in ';"\r\n'):
        return '"' + waarde.replace('"', '""') + '"'
    return waarde


def schrijf(pad, kop, rijen, datumvorm="%04d-%02d-%02d"):
    with open(pad, "wb") as f:
        for rij in [kop] + rijen:
            f.write((";".join(veld(w, datumvorm) for w in rij) + "\r\n").encode("utf-8"))


def schrijf_alles(w, out, until):
    if os.path.isdir(out):
        shutil.rmtree(out)
    os.makedirs(os.path.join(out, "rapportages"))
    schrijf(os.path.join(out, "meldingen.csv"),
            ["kenmerk", "loonheffingennummer", "soort", "bsn", "ontvangen_op", "uiterste_dag", "tijdig",
             "dagen_te_laat", "boete_eur"], w.meldingen)
    schrijf(os.path.join(out, "afgewezen.csv"), ["regelnummer", "kenmerk", "soort", "regel"], w.afgewezen)
    rijen = []
    for c in w.gevallen:
        if c.ingetrokken:
            continue
        if c.uitkomst:
            status = "TERMIJN_OVERSCHREDEN" if c.beslissing_te_laat else "TIJDIG"
        else:
            status = "TERMIJN_VERSTREKEN" if c.beoordeling_uiterste < until else "OPEN"
        rijen.append([c.kenmerk, c.lhn, c.ontvangen, c.beoordeling_uiterste, "J" if c.verlengd else "N",
                      c.uitkomst, c.besloten_op, status])
    schrijf(os.path.join(out, "beoordelingen.csv"),
            ["kenmerk", "loonheffingennummer", "ontvangen_op", "uiterste_dag", "verlengd", "uitkomst",
             "besloten_op", "status"], rijen)
    schrijf(os.path.join(out, "doorleveringen.csv"),
            ["datum", "gemeentecode", "loonheffingennummer", "kenmerk", "soort", "bsn", "datum_ingang"],
            w.doorleveringen)
    notificaties = []
    for (x, gemeente) in sorted(w.rapportages):
        bestand = "Re-integratie_signaalrapport_%s_%04d%02d%02d.csv" % (gemeente, x.year, x.month, x.day)
        schrijf(os.path.join(out, "rapportages", bestand),
                ["BSN", "Datum einde uitkeringsverhouding", "Datum einde arbeidsverhouding",
                 "Datum eerste AO-dag"], w.rapportages[(x, gemeente)], "%04d%02d%02d")
        notificaties.append([x, gemeente, ONDERWERP, bestand])
    schrijf(os.path.join(out, "notificaties.csv"), ["datum", "gemeentecode", "onderwerp", "bestand"],
            notificaties)
    schrijf(os.path.join(out, "berichten.csv"),
            ["datum", "gemeentecode", "loonheffingennummer", "kenmerk", "soort"], w.berichten)
    schrijf(os.path.join(out, "onbestelbaar.csv"), ["loonheffingennummer", "kenmerk", "soort"],
            w.onbestelbaar)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("dir")
    p.add_argument("--out", required=True)
    p.add_argument("--profile", required=True, choices=["handleiding", "wet"])
    p.add_argument("--until", required=True)
    p.add_argument("--bsn-range", default="testreeks", choices=["testreeks", "negenreeks", "alle"])
    p.add_argument("--data", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "data"))
    p.add_argument("--summary", action="store_true", help="print counters of rule branches (stderr)")
    a = p.parse_args()
    until = lees_datum(a.until)
    if until is None:
        p.error("--until is geen datum JJJJ-MM-DD")
    pad = os.path.join(a.dir, "gebeurtenissen.csv")
    with open(pad, "rb") as f:
        ruw = f.read()
    try:
        regels = lees_draaiboek(ruw)
    except Onleesbaar as fout:
        print("%s:%d:%d: %s" % (pad, fout.regel, fout.kolom, fout.wat), file=sys.stderr)
        return 65
    wereld = Wereld(a.profile, a.bsn_range, Gegevens(a.data))
    wereld.speel_alles(regels, until)
    schrijf_alles(wereld, a.out, until)
    if a.summary:
        for naam, aantal in sorted(wereld.tel.items()):
            print("%6d  %s" % (aantal, naam), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
