#!/usr/bin/python3
"""A small but complete gemeente, to copy and to start from (README.md): serves GemeenteService or collects from
the Inlichtingenbureau, applies each delivery once, acknowledges only what is on disk. Time comes from the
messages, never from this machine's clock. No BSN is ever logged."""
import argparse
import hashlib
import json
import logging
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from concurrent import futures
from datetime import date

import grpc
from google.protobuf.json_format import MessageToDict, ParseDict, ParseError
from grpc import StatusCode

# Messages and stubs are made anew from the .proto files at every start, so they are always in step with them.
PROTO = pathlib.Path(__file__).resolve().parents[3] / "proto"
with tempfile.TemporaryDirectory() as out:
    names = "datum", "domein", "gemeente_service", "inlichtingenbureau_service"
    subprocess.run(["protoc", f"-I{PROTO}", f"--python_out={out}", f"--grpc_python_out={out}",
                    f"--plugin=protoc-gen-grpc_python={shutil.which('grpc_python_plugin')}",
                    *(PROTO / f"ketenproef/v1/{name}.proto" for name in names)], check=True)
    sys.path.insert(0, out)
    from ketenproef.v1 import gemeente_service_pb2 as pb
    from ketenproef.v1 import gemeente_service_pb2_grpc as gemeente_stubs
    from ketenproef.v1 import inlichtingenbureau_service_pb2 as ib
    from ketenproef.v1 import inlichtingenbureau_service_pb2_grpc as ib_stubs

REPORT_FIELDS = ("gemeentecode", "datum", "bestandsnaam", "sha256", "aantal_rijen")
MELDING_FIELDS = ("gemeentecode", "datum", "doorlevering", "bericht", "inhoud")
CALL_SECONDS, LONGEST_PAUSE_SECONDS = 20, 30


def day(datum):
    return date(datum.jaar, datum.maand, datum.dag)


def fault_of(report, content):
    """What is wrong with a report, or None. Its fields hold no line breaks (CSV-01), so lines are rows."""
    name = rf"Re-integratie_signaalrapport_{re.escape(report.gemeentecode)}_[0-9]{{8}}\.csv"
    rows = content.count(b"\r\n") - 1
    if not re.fullmatch(name, report.bestandsnaam):  # a name with a path in it could leave our folder
        return "bestandsnaam: not that of a report for this gemeente (CSV-04)"
    if hashlib.sha256(content).hexdigest() != report.sha256:
        return "sha256: the bytes received have another"
    return None if rows == report.aantal_rijen else f"aantal_rijen: {rows} rows were received"


def entry_of(name, message, fields, moment=""):
    """What is kept of a message: the fields that its repeats have in common, and when the first one came."""
    content = MessageToDict(message, preserving_proto_field_name=True, including_default_value_fields=True)
    inhoud = {field: content[field] for field in fields if field in content}
    return {"id": name, "inhoud": inhoud, "tijdstip": content.get(moment, "")}


class Store:
    """What was received, durably: reports as files, and a line of JSON for each delivery in ontvangen.jsonl,
    written last: who finds it finds the report too. One process per folder."""

    def __init__(self, folder):
        self.reports = pathlib.Path(folder) / "rapportages"
        self.reports.mkdir(parents=True, exist_ok=True)
        self.lock, self.known, self.end = threading.Lock(), {}, 0
        fd = os.open(self.reports.parent / "ontvangen.jsonl", os.O_RDWR | os.O_CREAT, 0o600)
        self.file = os.fdopen(fd, "r+b", 0)
        for line in self.file.read().splitlines(keepends=True):
            if line.endswith(b"\n"):  # a crash can have cut off the last one, which was not acknowledged
                entry = json.loads(line)
                self.known[entry["id"]] = entry["inhoud"]
                self.end += len(line)
        self._sync_folder(self.reports.parent)

    def keep(self, entries, report=None):
        """Returns how many were new. FileExistsError: other content under a known name; nothing was kept."""
        with self.lock:
            if any(self.known.get(entry["id"], entry["inhoud"]) != entry["inhoud"] for entry in entries):
                raise FileExistsError("this id came before with other content")
            fresh = [entry for entry in entries if entry["id"] not in self.known]
            if fresh and report is not None:
                self._write_report(self.reports / fresh[0]["inhoud"]["bestandsnaam"], report)
            lines = "".join(json.dumps(entry) + "\n" for entry in fresh).encode()
            self.file.seek(self.end)
            self.file.truncate()  # what an append that failed has left
            if self.file.write(lines) != len(lines):
                raise OSError(28, "the disk is full")
            os.fsync(self.file.fileno())
            self.end += len(lines)
            self.known.update((entry["id"], entry["inhoud"]) for entry in fresh)
            return len(fresh)

    def _write_report(self, path, content):
        if path.exists() and path.read_bytes() != content:
            raise FileExistsError("a report of this name came before with other content (CSV-05)")
        with open(path.with_suffix(".new"), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(file.name, path)
        self._sync_folder(self.reports)

    @staticmethod
    def _sync_folder(folder):
        fd = os.open(folder, os.O_RDONLY)
        os.fsync(fd)
        os.close(fd)


class Gemeente(gemeente_stubs.GemeenteServiceServicer):
    def __init__(self, config, store):
        self.config, self.store = config, store

    def LookupLks(self, request, context):
        self._check_addressee(request, context)
        try:
            first, last = day(request.datum_van), day(request.datum_tot)
        except ValueError:
            context.abort(StatusCode.INVALID_ARGUMENT, "datum_van, datum_tot: must be existing days")
        file, rows = self.config["lks_file"], self.config["lks_perioden"]
        try:
            if file:  # read anew, so that it can be edited meanwhile
                rows = json.loads(pathlib.Path(file).read_text())
            perioden = ParseDict({"lks_perioden": rows}, pb.LookupLksResponse()).lks_perioden
            found = [lks for lks in sorted(perioden, key=lambda lks: day(lks.datum_van))
                     if lks.bsn == request.bsn and lks.gemeentecode == request.gemeentecode
                     and day(lks.datum_van) <= last
                     and (not lks.HasField("datum_tot") or day(lks.datum_tot) >= first)]
        except (OSError, ValueError, ParseError) as error:
            # Not being able to tell is not the same as "nothing found" (SIG-09).
            logging.info(f"the LKS administration cannot be read: {type(error).__name__}")
            return pb.LookupLksResponse(antwoord=pb.LKS_ANTWOORD_NIET_BESCHIKBAAR)
        antwoord = pb.LKS_ANTWOORD_GEVONDEN if found else pb.LKS_ANTWOORD_NIETS_GEVONDEN
        return pb.LookupLksResponse(antwoord=antwoord, lks_perioden=found)

    def DeliverRapportage(self, request, context):
        self._check_addressee(request, context)
        if fault := fault_of(request, request.inhoud):
            context.abort(StatusCode.INVALID_ARGUMENT, fault)
        entry = entry_of(request.bericht_id, request, REPORT_FIELDS, "tijdstip")
        return pb.DeliverRapportageResponse(herhaald=self._keep(entry, context, request.inhoud) == 0)

    def DeliverMelding(self, request, context):
        self._check_addressee(request, context)
        if not request.WhichOneof("melding"):
            context.abort(StatusCode.INVALID_ARGUMENT, "melding: not set")
        entry = entry_of(request.bericht_id, request, MELDING_FIELDS, "tijdstip")
        return pb.DeliverMeldingResponse(herhaald=self._keep(entry, context) == 0)

    def _check_addressee(self, request, context):
        omgeving = dict(context.invocation_metadata()).get("omgeving", "standaard")
        if omgeving != self.config["omgeving"] or request.gemeentecode not in self.config["gemeentecodes"]:
            context.abort(StatusCode.NOT_FOUND, "omgeving, gemeentecode: not served here")

    def _keep(self, entry, context, report=None):
        try:
            return self.store.keep([entry], report)
        except FileExistsError as error:
            context.abort(StatusCode.ALREADY_EXISTS, str(error))
        except OSError as error:
            context.abort(StatusCode.UNAVAILABLE, f"cannot be kept now: {error.strerror}")


def collect(stub, config, store):
    """One round: keeps what the Inlichtingenbureau has for these gemeenten, and only then confirms it."""
    def call(method, **fields):
        request = getattr(ib, method + "Request")(**fields)
        return getattr(stub, method)(request, timeout=CALL_SECONDS, metadata=[("omgeving", config["omgeving"])])

    def listed(method, field, token="", **filters):
        """Every page, before anything is confirmed: confirming takes records out of the list."""
        page = call(method, page_token=token, **filters)
        rest = listed(method, field, page.next_page_token, **filters) if page.next_page_token else []
        return [*getattr(page, field), *rest]

    for code in config["gemeentecodes"]:
        for report in listed("ListRapportages", "rapportages", gemeentecode=code, alleen_onbevestigd=True):
            key, name = report.rapportage_id, f"rapportage {report.rapportage_id}"
            if name not in store.known:
                try:
                    content = b"".join(part.inhoud for part in call("DownloadRapportage", rapportage_id=key))
                except grpc.RpcError:
                    continue  # one that cannot be had is in nobody's way
                if fault := fault_of(report, content):
                    logging.info(f"{name}: {fault}")
                    continue  # it stays unconfirmed, so the next round fetches it again
                store.keep([entry_of(name, report, REPORT_FIELDS, "klaargezet_tijdstip")], content)
            call("ConfirmRapportage", rapportage_id=key, sha256=report.sha256, aantal_rijen=report.aantal_rijen)
            logging.info(f"{name}: received and confirmed")
        items = listed("ListDoorleveringen", "doorleveringen", gemeentecode=code, alleen_onbevestigd=True)
        store.keep([entry_of(item.bericht_id, item, MELDING_FIELDS) for item in items])
        for start in range(0, len(items), 1000):
            call("ConfirmDoorleveringen", bericht_ids=[item.bericht_id for item in items[start:start + 1000]])
        items = listed("ListBerichten", "berichten", gemeentecode=code)  # these are not confirmed
        store.keep([entry_of(item.bericht_id, item, MELDING_FIELDS) for item in items])


def serve(config, store, stop):
    server = grpc.server(futures.ThreadPoolExecutor(8), options=[("grpc.so_reuseport", 0)])
    gemeente_stubs.add_GemeenteServiceServicer_to_server(Gemeente(config, store), server)
    port = server.add_insecure_port(config["listen"])
    server.start()
    print(json.dumps({"address": f"{config['listen'].rpartition(':')[0]}:{port}"}), flush=True)
    stop.wait()
    server.stop(0.5).wait()


def follow(config, store, stop):
    print(json.dumps({"address": ""}), flush=True)
    pause = 0
    while not stop.wait(pause):
        try:
            with grpc.insecure_channel(config["inlichtingenbureau"]) as channel:
                collect(ib_stubs.InlichtingenbureauServiceStub(channel), config, store)
            pause = config["poll_seconds"]
        except (grpc.RpcError, OSError) as error:
            pause = min(max(pause * 2, config["poll_seconds"]), LONGEST_PAUSE_SECONDS)
            logging.info(f"again in {pause} s: {error.code().name if isinstance(error, grpc.RpcError) else error}")


def main():
    logging.basicConfig(format="gemeente: %(message)s", level=logging.INFO)
    parser = argparse.ArgumentParser(description="A sample gemeente. No arguments: the same as JSON on stdin.")
    parser.add_argument("--mode", choices=["serve", "collect"], default="serve")
    parser.add_argument("--gemeentecodes", type=lambda text: text.split(","), help="four digits each, by comma")
    parser.add_argument("--omgeving", default="standaard")
    parser.add_argument("--folder", help="where everything that is received is kept")
    parser.add_argument("--listen", default="127.0.0.1:0", help="serve: HOST:PORT; port 0 for any that is free")
    parser.add_argument("--lks-file", help="serve: the LKS administration, a JSON list of periods")
    parser.add_argument("--inlichtingenbureau", help="collect: HOST:PORT")
    parser.add_argument("--poll-seconds", type=float, default=1, help="collect: the pause between two rounds")
    config = {**vars(parser.parse_args()), "lks_perioden": [], **(json.load(sys.stdin) if len(sys.argv) == 1 else {})}
    for name in ("gemeentecodes", "folder", "listen" if config["mode"] == "serve" else "inlichtingenbureau"):
        if not config[name]:
            parser.error(f"{name} is missing")
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    {"serve": serve, "collect": follow}[config["mode"]](config, Store(config["folder"]), stop)


if __name__ == "__main__":
    main()
