#!/usr/bin/env python3
"""How well does gen.py bite?  Each mutant is the oracle with one small error; counts in how many
generated playbooks (of --n, early stop at 6) the error shows.  mutants.py [--n 24] [--only SUBSTR]"""
import argparse
import os
import subprocess
import sys
import tempfile
import types

HIER = os.path.dirname(os.path.abspath(__file__))
BRON = open(os.path.join(HIER, "oracle.py"), encoding="utf-8").read()
M = [
    ("KAL-01 UTC-dag", ".astimezone(AMS).date()", ".date()"),
    ("KAL-01 vaste zone +1", ".astimezone(AMS).date()", ".astimezone(timezone(timedelta(hours=1))).date()"),
    ("06:00 in UTC+1", "datetime(dag.year, dag.month, dag.day, 6, tzinfo=AMS)", "datetime(dag.year, dag.month, dag.day, 6, tzinfo=timezone(timedelta(hours=1)))"),
    ("06:00 inclusief", "while moment <= r.tijdstip:", "while moment < r.tijdstip:"),
    ("breuk genegeerd bij uitwisseling", "while moment <= r.tijdstip:", "while moment < r.tijdstip and moment <= int(r.tijdstip):"),
    ("KAL-03 nooit geweigerd", "if dag.year not in self.g.tabeljaren:                # KEUZE-03\n            raise Geweigerd(\"KAL-03\")\n        verschoven", "verschoven"),
    ("KAL-03 BOE-02 nooit geweigerd", "if dag.year not in self.g.tabeljaren:                # KEUZE-03\n            raise Geweigerd(\"KAL-03\")\n        return", "return"),
    ("KAL-03 BOE-02 ook op tijd", "if op_e and te_laat > 0 and r.dag <= self.dag_van_boe02(e):", "if op_e and r.dag <= self.dag_van_boe02(e) and te_laat > 0:"),
    ("KAL-03 geen feestdagen", "return dag.weekday() >= 5 or dag in self.feestdagen", "return dag.weekday() >= 5"),
    ("KAL-03 geen zaterdag", "dag.weekday() >= 5 or", "dag.weekday() >= 6 or"),
    ("KAL-03 een keer schuiven", "while self.g.is_vrije_dag(verschoven):", "if self.g.is_vrije_dag(verschoven):"),
    ("KAL-03 ook ZM-04 bij ZM-05", "        if op_e:\n", "        self.termijn(ao + dagen(42))\n        if op_e:\n"),
    ("KAL-03 voor ZM-08", "        # ZM-08\n", "        self.termijn(r.dag + dagen(42))\n        # ZM-08\n"),
    ("KAL-03 voor HM-02 combi", "        # HM-02\n        if combinatie:", "        self.termijn(r.dag + dagen(42))\n        # HM-02\n        if combinatie:"),
    ("KAL-03 voor BO-04", "        self.eis(r.dag <= geval.beoordeling_uiterste and", "        self.termijn(geval.ontvangen + dagen(70))\n        self.eis(r.dag <= geval.beoordeling_uiterste and"),
    ("KAL-04 29 februari", "return date(dag.year - n, 2, 28)", "return date(dag.year - n, 3, 1)"),
    ("KAL-05 verlengd vanaf verschoven", "self.termijn(geval.ontvangen + dagen(70))   # BO-02", "self.termijn(geval.beoordeling_uiterste + dagen(28))   # BO-02"),
    ("BSN-01 nullen toegestaan", ' or bsn == "000000000"', ""),
    ("BSN-01 geen elfproef", "return som % 11 == 0", "return True"),
    ("BSN-02 uit", 'raise Geweigerd("BSN-02")', "pass"),
    ("BSN-02 voor BSN-01", "        if not self.bsn_goed(bsn):\n            raise Geweigerd(\"BSN-01\")\n        if not self.bsn_in_reeks(bsn):\n            raise Geweigerd(\"BSN-02\")", "        if not self.bsn_in_reeks(bsn):\n            raise Geweigerd(\"BSN-02\")\n        if not self.bsn_goed(bsn):\n            raise Geweigerd(\"BSN-01\")"),
    ("BSN-01 na LKS-01", "        self.eis_bsn(r.bsn)\n        # LKS-01", "        # LKS-01"),
    ("\\d unicode in lhn", 're.fullmatch(r"[0-9]{9}L[0-9]{2}", lhn)', 're.fullmatch(r"\\d{9}L\\d{2}", lhn)'),
    ("\\d unicode in loonwaarde", 're.fullmatch(r"[0-9]{1,2}", r.loonwaarde)', 're.fullmatch(r"\\d{1,2}", r.loonwaarde)'),
    ("loonwaarde drie cijfers", '[0-9]{1,2}"', '[0-9]{1,3}"'),
    ("REG-01 overlap niet geweigerd", 'self.eis(not any(p.overlapt(r.van, r.tot) for p in self.registraties[r.bsn]), "REG-01")', "pass"),
    ("overlap: aanraken mag", "return (tot is None or self.van <= tot)", "return (tot is None or self.van < tot)"),
    ("overlap: aanraken mag 2", "(self.tot is None or van <= self.tot)", "(self.tot is None or van < self.tot)"),
    ("REG-02 eerste bij gelijke start", "(w.van, w.volgnummer) > (beste.van, beste.volgnummer)", "w.van > beste.van"),
    ("REG-02 laatst aanvaarde wint", "(w.van, w.volgnummer) > (beste.van, beste.volgnummer)", "w.volgnummer > beste.volgnummer"),
    ("REG-02 start na X", "if w.van <= x and", "if w.van < x and"),
    ("REG-02 lege code geweigerd", 'r.gemeentecode == "" or r.gemeentecode in', "r.gemeentecode in"),
    ("REG-02 lege code overgeslagen", "if w.van <= x and", "if w.code and w.van <= x and"),
    ("REG-03 geen keten", "        while code in self.opvolger and", "        if code in self.opvolger and"),
    ("REG-03 dag na fusie", "self.opvolger[code][0] <= dag", "self.opvolger[code][0] < dag"),
    ("REG-03 altijd opvolger", "while code in self.opvolger and self.opvolger[code][0] <= dag", "while code in self.opvolger"),
    ("REG-04 per bsn i.p.v. paar", "zelfde = [d for d in self.dienstverbanden[r.bsn] if d.lhn == r.lhn]", "zelfde = self.dienstverbanden[r.bsn]"),
    ("REG-04 E voor begin mag", 'self.eis(r.tot >= open_[0].van, "REG-04")', "pass"),
    ("REG-04 E voor AO geweigerd", "        open_[0].tot = r.tot\n\n    def lks", "        self.eis(all(c.ao <= r.tot for c in self.gevallen_van[open_[0]]), 'REG-04')\n        open_[0].tot = r.tot\n\n    def lks"),
    ("LKS-03 niet geklemd", "min(dag.day, monthrange(jaar, maand)[1])", "min(dag.day, 28)"),
    ("LKS-03 t/m", "r.tot < maanden_later(r.van, 6)", "r.tot <= maanden_later(r.van, 6)"),
    ("LKS-03 loonwaarde", 'self.eis(loonwaarde == 50, "LKS-03")', "pass"),
    ("LKS-05 voor LKS-04", 'self.eis(any(p.bevat(r.van) for p in self.registraties[r.bsn]), "LKS-04")\n        self.eis(any(d.bevat(r.van) for d in self.dienstverbanden[r.bsn]), "LKS-05")', 'self.eis(any(d.bevat(r.van) for d in self.dienstverbanden[r.bsn]), "LKS-05")\n        self.eis(any(p.bevat(r.van) for p in self.registraties[r.bsn]), "LKS-04")'),
    ("LKS-06 voor LKS-05", '        self.eis(any(d.bevat(r.van) for d in self.dienstverbanden[r.bsn]), "LKS-05")\n        self.eis(not any(p.overlapt(r.van, r.tot) for p in self.lks[r.bsn]), "LKS-06")', '        self.eis(not any(p.overlapt(r.van, r.tot) for p in self.lks[r.bsn]), "LKS-06")\n        self.eis(any(d.bevat(r.van) for d in self.dienstverbanden[r.bsn]), "LKS-05")'),
    ("LKS-07 voor begin mag", 'self.eis(r.tot >= open_[0].van, "LKS-07")', "pass"),
    ("ZM-01 na BSN-01 (KEUZE-01)", '        self.eis(r.kenmerk != "", "ZM-01")\n        self.eis(r.bsn != "", "ZM-01")\n        self.eis(self.lhn_goed', '        self.eis(r.bsn != "", "ZM-01")\n        self.eis_bsn(r.bsn)\n        self.eis(r.kenmerk != "", "ZM-01")\n        self.eis(self.lhn_goed'),
    ("ZM-07 per kenmerk alleen", "self.berichtinhoud.get((r.lhn, r.kenmerk))", "next((v for k, v in self.berichtinhoud.items() if k[1] == r.kenmerk), None)"),
    ("ZM-07 soort telt niet", "inhoud = (r.soort, r.bsn, r.van)", "inhoud = ('x', r.bsn, r.van)"),
    ("ZM-07 ongebruikte kolom telt", "inhoud = (r.soort, r.bsn, r.van) + ((r.tot,) if combinatie else ())", "inhoud = (r.soort, r.bsn, r.van, r.tot)"),
    ("ZM-07 herhaling van ingetrokken speelt", "        if eerder is None:\n", "        if eerder is None or ((r.lhn, r.kenmerk) in self.geval_van and self.geval_van[(r.lhn, r.kenmerk)].ingetrokken):\n"),
    ("ZM-07 na HM-01", "        geval = self.geval_van.get((r.lhn, r.verwijst_naar))\n        self.eis(geval is not None and not geval.ingetrokken and geval.h is None, \"HM-01\")", "        pass"),
    ("ZM-02 elk lhn", "if d.lhn == r.lhn and d.bevat(ao)]", "if d.bevat(ao)]"),
    ("ZM-02 na ZM-03", "        # ZM-02\n", "        self.eis(ao <= r.dag, 'ZM-03')\n        # ZM-02\n"),
    ("ZM-03 >=", 'self.eis(ao <= r.dag, "ZM-03")', 'self.eis(ao < r.dag, "ZM-03")'),
    ("ZM-05 41 -> 42", "e <= ao + dagen(41)", "e <= ao + dagen(42)"),
    ("ZM-05 verschoven", "uiterste = e                   ", "uiterste = self.termijn(e)     "),
    ("ZM-08 AO = H geweigerd", "self.eis(ao >= eerder.h", "self.eis(ao > eerder.h"),
    ("ZM-08 alleen de laatste", "for eerder in self.gevallen_van[dv]:", "for eerder in self.gevallen_van[dv][-1:]:"),
    ("ZM-08 ingetrokken telt", "            if not eerder.ingetrokken:\n                self.eis(eerder.h is not None", "            if True:\n                self.eis(eerder.h is not None"),
    ("ZM-08 over dienstverbanden heen", "for eerder in self.gevallen_van[dv]:", "for eerder in [c for c in self.gevallen if c.bsn == r.bsn and c.lhn == r.lhn]:"),
    ("ZM-09 28 -> 29", "(eerste.ao - vorige.h).days >= 28", "(eerste.ao - vorige.h).days > 28"),
    ("ZM-09 27", "(eerste.ao - vorige.h).days >= 28", "(eerste.ao - vorige.h).days >= 27"),
    ("ZM-09 niet transitief", "            eerste = vorige\n", "            eerste = vorige\n            break\n"),
    ("ZM-09 ingetrokken in keten", "and not ander.ingetrokken:", ":"),
    ("ZM-09 ingetrokken geval zelf geen keten", "        if not self.wet:\n            return geval.ao", "        if not self.wet or geval.ingetrokken:\n            return geval.ao"),
    ("ZM-09 vervolg met nieuwe AO", "rijen[gemeente].append([c.bsn, c.h - DAG, c.e, c.signaal_ao])\n            self.tel", "rijen[gemeente].append([c.bsn, c.h - DAG, c.e, self.ao_van_de_keten(c)])\n            self.tel"),
    ("ZM-09 ook in handleiding", "        if not self.wet:\n            return geval.ao\n", ""),
    ("ZM-09 over dienstverbanden", "self.gevallen_van[eerste.dienstverband]", "[q for q in self.gevallen if q.lhn == eerste.lhn and q.bsn == eerste.bsn and q.h is not None]"),
    ("HM-01 na HM-02", "        h = r.van\n        self.eis(h > geval.ao", "        h = r.van\n        self.eis(h > geval.ao"),
    ("HM-02 H = AO mag", 'self.eis(h > geval.ao, "HM-02")', 'self.eis(h >= geval.ao, "HM-02")'),
    ("HM-02 H na ontvangst mag", '        self.eis(h <= r.dag, "HM-02")\n        uitslag', "        uitslag"),
    ("HM-02 combi voor ZM-08", "        # ZM-08\n", "        if combinatie:\n            self.eis(h > ao and h <= r.dag, 'HM-02')\n        # ZM-08\n"),
    ("HM-02 combi H na ontvangst mag", '            self.eis(h <= r.dag, "HM-02")\n        # ZM-04', "        # ZM-04"),
    ("HM-05 als in handleiding", "uiterste = max(uiterste, uiterste_ziek_in_combinatie)", "pass"),
    ("HM-06 uit", "uiterste = max(uiterste, ontvangst_ziek)", "pass"),
    ("HM-06 verschoven", "uiterste = max(uiterste, ontvangst_ziek)", "uiterste = max(uiterste, self.termijn(ontvangst_ziek))"),
    ("HM-07 H >= E", "if dv.tot is not None and h > dv.tot:", "if dv.tot is not None and h >= dv.tot:"),
    ("HM-07 niet in combi", "if dv.tot is not None and h > dv.tot:", "if dv.tot is not None and h > dv.tot and ontvangst_ziek is not None:"),
    ("HM-07 na HM-03 (KAL-03)", "        if dv.tot is not None and h > dv.tot:", "        self.termijn(h + dagen(2))\n        if dv.tot is not None and h > dv.tot:"),
    ("BOE 6/7", "if te_laat <= 6:", "if te_laat <= 7:"),
    ("BOE 27/28", "if te_laat <= 27:", "if te_laat <= 28:"),
    ("BOE-02 uit", "            boete = 0\n", "            pass\n"),
    ("BOE-02 dag zelf niet", "r.dag <= self.dag_van_boe02(e):", "r.dag < self.dag_van_boe02(e):"),
    ("BO-02 na BO-07", '        self.eis(r.toelichting != "", "BO-02")                          # KEUZE-02\n        geval = self.geval_voor_beoordeling(r)', '        geval = self.geval_voor_beoordeling(r)\n        self.eis(r.toelichting != "", "BO-02")'),
    ("BO-03 na BO-04", 'self.eis(not geval.verlengd, "BO-03")\n        self.eis(r.dag <= geval.beoordeling_uiterste and geval.uitkomst == "", "BO-04")', 'self.eis(r.dag <= geval.beoordeling_uiterste and geval.uitkomst == "", "BO-04")\n        self.eis(not geval.verlengd, "BO-03")'),
    ("BO-04 dag zelf niet", "self.eis(r.dag <= geval.beoordeling_uiterste and", "self.eis(r.dag < geval.beoordeling_uiterste and"),
    ("BO-04 na besluit mag", 'geval.beoordeling_uiterste and geval.uitkomst == "", "BO-04")', 'geval.beoordeling_uiterste, "BO-04")'),
    ("BO-05 >=", "r.dag > geval.beoordeling_uiterste   # BO-05", "r.dag >= geval.beoordeling_uiterste   # BO-05"),
    ("BO-06 <=", "if c.beoordeling_uiterste < until", "if c.beoordeling_uiterste <= until"),
    ("BO-07 tweede besluit mag", '        self.eis(geval.uitkomst == "", "BO-07")\n', ""),
    ("DL-01 niet als ingetrokken", "                if not houders:\n", "                if not houders or c.ingetrokken:\n"),
    ("DL-01 herstel naar LKS van nu", "            elif c.doorgeleverd_aan is None:\n                continue\n", "            elif c.doorgeleverd_aan is None:\n                continue\n            else:\n                hh = [p for p in self.lks[c.bsn] if p.bevat(c.ao)]\n                c.doorgeleverd_aan = hh[0].gemeente if hh else c.doorgeleverd_aan\n"),
    ("DL-01 LKS op keten-AO", "p.bevat(c.ao)]\n                if not houders", "p.bevat(self.ao_van_de_keten(c))]\n                if not houders"),
    ("DL-01 later alsnog", "            elif c.doorgeleverd_aan is None:\n                continue\n", "            elif c.doorgeleverd_aan is None:\n                hh = [p for p in self.lks[c.bsn] if p.bevat(c.ao)]\n                if not hh or self.wet:\n                    continue\n                c.doorgeleverd_aan = hh[0].gemeente\n"),
    ("DL-01 ao van LKS laatste dag", "    def bevat(self, dag):\n        return self.van <= dag and (self.tot is None or dag <= self.tot)", "    def bevat(self, dag):\n        return self.van <= dag and (self.tot is None or dag < self.tot)"),
    ("DL-02 uit", "if self.wet and not c.ontvangen < AFSCHAFFING_DOORLEVERING:", "if False:"),
    ("DL-02 op dag van uitwisseling", "not c.ontvangen < AFSCHAFFING_DOORLEVERING", "not x < AFSCHAFFING_DOORLEVERING"),
    ("DL-02 ook op 1 januari", "not c.ontvangen < AFSCHAFFING_DOORLEVERING", "not c.ontvangen <= AFSCHAFFING_DOORLEVERING"),
    ("DL-02 op AO", "not c.ontvangen < AFSCHAFFING_DOORLEVERING", "not c.ao < AFSCHAFFING_DOORLEVERING"),
    ("DL-03 geen opvolger", "self.doorleveringen.append([x, self.g.opvolger_op(c.doorgeleverd_aan, x)", "self.doorleveringen.append([x, c.doorgeleverd_aan"),
    ("DL-03 opvolger van toen", "c.doorgeleverd_aan = houders[0].gemeente", "c.doorgeleverd_aan = self.g.opvolger_op(houders[0].gemeente, c.ao)"),
    ("DL ingang herstel AO", 'ingang = c.h if soort == "HERSTEL" else self.ao_van_de_keten(c)', "ingang = self.ao_van_de_keten(c)"),
    ("DL ingang eigen AO", 'else self.ao_van_de_keten(c)\n            self.door', "else c.ao\n            self.door"),
    ("SIG-01 E <= X", "if e is None or not e < x:", "if e is None or not e <= x:"),
    ("SIG-01 E+1 < X", "if e is None or not e < x:", "if e is None or not e + DAG < x:"),
    ("SIG-01 AO < E", "if not (c.ao <= e and", "if not (c.ao < e and"),
    ("SIG-01 AO na E", "if not (c.ao <= e and (", "if not ((" ),
    ("SIG-01 H >= E", "(c.h is None or c.h > e)", "(c.h is None or c.h >= e)"),
    ("SIG-01 nooit als hersteld", "(c.h is None or c.h > e)", "(c.h is None)"),
    ("SIG-01 afwijzing ook", 'c.uitkomst != "TOEKENNING"', 'c.uitkomst == ""'),
    ("SIG-02 alleen op E", "p.overlapt(begin, e) for", "p.overlapt(e, e) for"),
    ("SIG-02 begin niet", "p.overlapt(begin, e) for", "p.overlapt(begin + DAG, e) for"),
    ("SIG-02 onbegrensd terug", "p.overlapt(begin, e) for", "p.overlapt(date(1900, 1, 1), e) for"),
    ("SIG-02 tot X", "p.overlapt(begin, e) for", "p.overlapt(begin, x) for"),
    ("SIG-03 uit", "return any(p.bevat(e) for p in self.registraties[c.bsn])", "return True"),
    ("SIG-03 op X", "return any(p.bevat(e) for p in self.registraties[c.bsn])", "return any(p.bevat(x) for p in self.registraties[c.bsn])"),
    ("SIG-03 op AO", "return any(p.bevat(e) for p in self.registraties[c.bsn])", "return any(p.bevat(c.ao) for p in self.registraties[c.bsn])"),
    ("SIG-04 woonplaats op E", "gemeente = self.woongemeente(c.bsn, x)\n            if gemeente is None:\n                onbestelbaar.append([c.lhn, c.kenmerk, \"EERSTE\"])", "gemeente = self.woongemeente(c.bsn, c.e)\n            if gemeente is None:\n                onbestelbaar.append([c.lhn, c.kenmerk, \"EERSTE\"])"),
    ("SIG-04 woonplaats geen opvolger", "return self.g.opvolger_op(beste.code, x)", "return beste.code"),
    ("SIG-06 naar gemeente van het signaal", "gemeente = self.woongemeente(c.bsn, x)\n            if gemeente is None:\n                onbestelbaar.append([c.lhn, c.kenmerk, \"VERVOLG\"])", "gemeente = self.g.opvolger_op(c.signaal_gemeente, x)\n            if gemeente is None:\n                onbestelbaar.append([c.lhn, c.kenmerk, \"VERVOLG\"])"),
    ("SIG-06 einde = H", "rijen[gemeente].append([c.bsn, c.h - DAG, c.e, c.signaal_ao])\n            self.tel", "rijen[gemeente].append([c.bsn, c.h, c.e, c.signaal_ao])\n            self.tel"),
    ("SIG-06 ook als al gemeld", "c.einde_gemeld = c.h is not None", "c.einde_gemeld = False"),
    ("SIG-06 ook ingetrokken", "if not c.einde_gemeld and not c.ingetrokken and", "if not c.einde_gemeld and"),
    ("SIG-07 HERSTELD wint", "                if c.ingetrokken:\n                    berichten.append((c, \"INGETROKKEN\"))\n                elif c.h is not None and c.h <= c.e:\n                    berichten.append((c, \"HERSTELD_VOOR_EINDE\"))", "                if c.h is not None and c.h <= c.e:\n                    berichten.append((c, \"HERSTELD_VOOR_EINDE\"))\n                elif c.ingetrokken:\n                    berichten.append((c, \"INGETROKKEN\"))"),
    ("SIG-07 twee berichten", "            c.bericht = True\n", "            c.bericht = c.ingetrokken\n"),
    ("SIG-07 geen opvolger", "gemeente = self.g.opvolger_op(c.signaal_gemeente, x)\n            c.bericht", "gemeente = c.signaal_gemeente\n            c.bericht"),
    ("SIG-07 naar woongemeente", "gemeente = self.g.opvolger_op(c.signaal_gemeente, x)\n            c.bericht", "gemeente = self.woongemeente(c.bsn, x) or c.signaal_gemeente\n            c.bericht"),
    ("SIG-07 niet na vervolg", "            if not c.bericht:  ", "            if not c.bericht and not c.einde_gemeld:  "),
    ("SIG-07 geen bericht als hersteld na E", "                if c.ingetrokken:\n", "                if c.ingetrokken and (c.h is None or c.h <= c.e):\n"),
    ("SIG-08 geen ondergrens", "        x = max(x, EERSTE_UITWISSELING_OOIT)\n", ""),
    ("CSV-03 op aanvaarding", "eerste.sort(key=lambda c: (c.besloten_tijdstip, c.bsn, c.volgnummer))", "pass"),
    ("CSV-03 zonder bsn", "(c.besloten_tijdstip, c.bsn, c.volgnummer)", "(c.besloten_tijdstip, c.volgnummer)"),
    ("CSV-03 op dag", "(c.besloten_tijdstip, c.bsn, c.volgnummer)", "(c.besloten_op, c.bsn, c.volgnummer)"),
    ("CSV-03 op seconde", "(c.besloten_tijdstip, c.bsn, c.volgnummer)", "(int(c.besloten_tijdstip), c.bsn, c.volgnummer)"),
    ("CSV-03 laatst aanvaarde eerst", "(c.besloten_tijdstip, c.bsn, c.volgnummer)", "(c.besloten_tijdstip, c.bsn, -c.volgnummer)"),
    ("CSV-03 volgorde van besluiten", "(c.besloten_tijdstip, c.bsn, c.volgnummer)", "(c.besloten_tijdstip, c.besluit_nr)"),
    ("CSV-03 vervolg op aanvaarding geval", "vervolg.sort(key=lambda c: c.herstel_volgnummer)", "pass"),
    ("onbestelbaar op aanvaarding", "        self.onbestelbaar = onbestelbaar", "        nr = {(q.lhn, q.kenmerk): q.volgnummer for q in self.gevallen}\n        self.onbestelbaar = sorted(onbestelbaar, key=lambda o: (o[2], nr[(o[0], o[1])]))"),
    ("onbestelbaar ook als vandaag alsnog", "        self.onbestelbaar = onbestelbaar", "        self.onbestelbaar = self.onbestelbaar + [o for o in onbestelbaar if o not in self.onbestelbaar]"),
    ("SIG-07 herstel H <= E geeft vervolg", "c.h is not None and c.h > c.e:\n                vervolg", "c.h is not None:\n                vervolg"),
    ("SIG-07 bericht zelfde uitwisseling als signaal niet", "                elif c.h is not None and c.h <= c.e:", "                elif c.h is not None and c.h < c.e:"),
    ("vervolg per gemeente voor eerste", "for c in eerste:\n            gemeente", "for c in sorted(eerste, key=lambda c: (c.h is not None,)):\n            gemeente"),
    ("until-dag zelf geen uitwisseling", "        while x <= tot_en_met:", "        while x < tot_en_met:"),
    ("eerste uitwisseling op dag zelf na zes uur", "        if zes_uur(x) <= regels[0].tijdstip:\n            x += DAG\n", ""),
    ("E later dan AO: geval volgt nieuw dienstverband", "        e = c.e\n        if e is None", "        e = next((q.tot for q in self.dienstverbanden[c.bsn] if q.lhn == c.lhn and q.bevat(c.ao)), c.e)\n        if e is None"),
    ("NOT-02 geen rapport bij alleen bericht", "            rijen[gemeente]                                             # a report", "            pass  # a report"),
    ("beoordelingen met ingetrokken", "        if c.ingetrokken:\n            continue\n        if c.uitkomst:", "        if c.uitkomst:"),
    ("quotes om spaties", "if any(t in waarde for t in ';\"\\r\\n'):", "if any(t in waarde for t in ';\"\\r\\n') or waarde != waarde.strip():"),
    ("geen quotes", "if any(t in waarde for t in ';\"\\r\\n'):", "if False:"),
    ("regelnummer = recordnummer", "regels.append(Regel(nummer,", "regels.append(Regel(len(regels) + 2,"),
    ("velden getrimd", "waarden[naam], waar[naam] = waarde, (r, k)", "waarden[naam], waar[naam] = waarde.strip(), (r, k)"),
]


def laad(bron):
    m = types.ModuleType("orakel")
    m.__dict__["__file__"] = os.path.join(HIER, "oracle.py")
    exec(compile(bron, "orakel", "exec"), m.__dict__)
    m.__name__ = "orakel"
    return m


def uitvoer(m, ruw, profiel, until, reeks, tmp):
    uit = {}
    m.schrijf = lambda pad, kop, rijen, datumvorm="%04d-%02d-%02d": uit.__setitem__(
        os.path.basename(pad), "\r\n".join(";".join(m.veld(w, datumvorm) for w in rij) for rij in rijen))
    try:
        regels = m.lees_draaiboek(ruw)
        w = m.Wereld(profiel, reeks, uitvoer.gegevens.setdefault(id(m), m.Gegevens(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "data"))))
        w.speel_alles(regels, m.lees_datum(until))
        m.schrijf_alles(w, os.path.join(tmp, "o"), m.lees_datum(until))
    except Exception as fout:  # a mutant that crashes shows as well
        return repr(type(fout))
    return uit


uitvoer.gegevens = {}


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--n", type=int, default=24)
    p.add_argument("--persons", default="60")
    p.add_argument("--only", default="")
    p.add_argument("--first-seed", type=int, default=5000)
    a = p.parse_args()
    with tempfile.TemporaryDirectory() as tmp:
        sets = []
        for i in range(a.n):
            stijl = ["mixed", "regime", "dense", "mixed"][i % 4]
            m_ = os.path.join(tmp, "g%d" % i)
            u = subprocess.run([sys.executable, os.path.join(HIER, "gen.py"), "--seed", str(a.first_seed + i), "--persons", a.persons, "--lines-approx",
                                str(int(a.persons) * 17), "--out", m_, "--style", stijl], check=True, capture_output=True, text=True).stdout.split()
            sets.append((open(os.path.join(m_, "gebeurtenissen.csv"), "rb").read(), u[0], u[1]))
        echt = laad(BRON)
        goed = {(i, pr): uitvoer(echt, ruw, pr, u, rk, tmp) for i, (ruw, u, rk) in enumerate(sets) for pr in ("handleiding", "wet")}
        zwak = []
        for naam, oud, nieuw in M:
            if a.only not in naam:
                continue
            if BRON.count(oud) < 1:
                print("?? niet gevonden: " + naam)
                continue
            bron = BRON.replace(oud, nieuw)
            if bron == BRON:
                continue
            mut = laad(bron)
            raak, gespeeld = 0, 0
            for i, (ruw, u, rk) in enumerate(sets):
                gespeeld += 1
                if any(uitvoer(mut, ruw, pr, u, rk, tmp) != goed[(i, pr)] for pr in ("wet", "handleiding")):
                    raak += 1
                    if raak == 6:
                        break
            if raak < 3:
                zwak.append(naam)
            print("%s %d/%d  %s" % ("ZWAK" if raak < 3 else "    ", raak, gespeeld, naam), flush=True)
        print("zwak:", zwak)


if __name__ == "__main__":
    main()
