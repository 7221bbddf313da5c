# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A TCP proxy before a server that answers one request per connection. It counts the requests. Told to, it hands one
over, waits for the server's whole answer and keeps it to itself; or swallows one before the server sees it; or refuses
every connection. Paths are regular expressions."""

import re
import socket
import threading
from typing import NamedTuple


class Request(NamedTuple):
    method: str
    path: str


class Proxy:
    def __init__(self, server_port: int) -> None:
        self.server_port = server_port
        self.port = 0
        self.requests: list[Request] = []
        self._lock = threading.Lock()
        self._answers_to_drop: list[tuple[str, str]] = []
        self._requests_to_swallow: list[tuple[str, str]] = []
        self.listen()

    def listen(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def refuse(self) -> None:
        """From now on every connection is refused, until listen()."""
        # Closing alone would leave the thread in accept() holding the port.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def drop_next_answer(self, method: str, path: str) -> None:
        with self._lock:
            self._answers_to_drop.append((method, path))

    def swallow_next_request(self, method: str, path: str) -> None:
        with self._lock:
            self._requests_to_swallow.append((method, path))

    def faults_left(self) -> int:
        """How many of the faults it was told to make have not come up."""
        with self._lock:
            return len(self._answers_to_drop) + len(self._requests_to_swallow)

    def count(self, method: str, path: str) -> int:
        with self._lock:
            return sum(1 for request in self.requests if matches((method, path), request))

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _take(self, faults: list[tuple[str, str]], request: Request) -> bool:
        with self._lock:
            met = next((fault for fault in faults if matches(fault, request)), None)
            if met:
                faults.remove(met)
            return met is not None

    def _serve(self, client: socket.socket) -> None:
        with client:
            try:
                text = read_request(client)
                if not text:
                    return
                method, path = text.split(b" ", 2)[:2]
                request = Request(method.decode(), path.decode().split("?")[0])
                with self._lock:
                    self.requests.append(request)
                if self._take(self._requests_to_swallow, request):
                    return
                drop = self._take(self._answers_to_drop, request)
                answer = exchange(self.server_port, text)
                if not drop:
                    client.sendall(answer)
            except OSError:
                return  # a side that hung up: the other one notices by its own closed connection


def matches(fault: tuple[str, str], request: Request) -> bool:
    method, path = fault
    return request.method == method and re.fullmatch(path, request.path) is not None


def read_request(client: socket.socket) -> bytes:
    """One whole request, which names its length; empty if the client left before."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = client.recv(65536)
        if not more:
            return b""
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = 0
    for header in head.split(b"\r\n")[1:]:
        name, _, value = header.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    while len(body) < length:
        more = client.recv(65536)
        if not more:
            return b""
        body += more
    return head + b"\r\n\r\n" + body


def exchange(port: int, request: bytes) -> bytes:
    """What the server says to the request until it closes; nothing if it does not run."""
    try:
        server = socket.create_connection(("127.0.0.1", port), 10)
    except ConnectionRefusedError:
        return b""
    with server:
        server.sendall(request)
        answer = b""
        while more := server.recv(65536):
            answer += more
        return answer
