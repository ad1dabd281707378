#!/usr/bin/python3
"""Systems that are broken in ways that no rule speaks about, to test the runner of the suite itself: whatever
they do, a run must end with the right verdicts. One word says how; the configuration on stdin is not read."""
import json
import signal
import socket
import sys
import threading
import time
from concurrent import futures

import grpc


def ready(address):
    print(json.dumps({"address": address}), flush=True)


def serve(answer):
    """Answers every call of every method with what `answer` returns: bytes."""
    class Handler(grpc.GenericRpcHandler):
        def service(self, details):
            return grpc.unary_unary_rpc_method_handler(lambda request, context: answer(details.method, context))

    server = grpc.server(futures.ThreadPoolExecutor(8))
    server.add_generic_rpc_handlers([Handler()])
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    ready(f"127.0.0.1:{port}")
    server.wait_for_termination()


def listen(talk):
    """Not gRPC: every connection is handed to `talk`; without one it is never accepted."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ready(f"127.0.0.1:{listener.getsockname()[1]}")
        while talk:
            connection = listener.accept()[0]
            threading.Thread(target=talk, args=[connection], daemon=True).start()
        signal.pause()


def say(text):
    def talk(connection):
        with connection:
            connection.sendall(text)
            while connection.recv(4096):
                pass
    return talk


def crash(method, context):
    if method.endswith("/DeliverMelding"):
        # To this thread: sent to the process, it may come after the answer.
        signal.pthread_kill(threading.get_ident(), signal.SIGSEGV)
    return b""


def refuse(code):
    return lambda method, context: context.abort(code, "not today")


def absent():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"127.0.0.1:{listener.getsockname()[1]}"
    ready(address)
    signal.pause()


WAYS = {
    "hang": lambda: serve(lambda method, context: time.sleep(1_000)),
    "crash": lambda: serve(crash),
    "garbage": lambda: serve(lambda method, context: b"\xff\xff\xff\xff"),
    "empty": lambda: serve(lambda method, context: b""),
    "error": lambda: serve(refuse(grpc.StatusCode.UNKNOWN)),
    "unavailable": lambda: serve(refuse(grpc.StatusCode.UNAVAILABLE)),
    "http": lambda: listen(say(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")),
    "noise": lambda: listen(say(bytes(range(256)) * 8)),
    "closes": lambda: listen(socket.socket.close),
    "deaf": lambda: listen(None),
    "absent": absent,
    "silent": signal.pause,
    "chatty": lambda: (print("Listening on port 80", flush=True), signal.pause()),
    "exits": lambda: sys.exit("no room for 999990007"),
    "idle": lambda: (ready(""), signal.pause()),
    "leaves": lambda: (ready(""), time.sleep(0.2), sys.exit(7)),
}

if __name__ == "__main__":
    WAYS[sys.argv[1]]()
