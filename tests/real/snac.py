# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real snac2 of our own: from the tree that tests/real/setup made, on loopback, as an ordinary user, in a directory
that is thrown away with it."""

import hashlib
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

NOBODY = 65534


class Snac:
    """`front` is the port the world knows (of a proxy, say), `port` the one that snac listens on."""

    def __init__(self, tree: Path, front: int, port: int) -> None:
        self.tree = tree
        self.host = f"localhost:{front}"
        self.port = port
        self.process = None
        self.passwords: dict[str, str] = {}
        if os.geteuid() == 0:
            # snac is not for root, and the tree may lie where nobody else may look.
            name = f"petrel-{secrets.token_hex(6)}"
            self.home = tree / "srv" / name
            self.home.mkdir()
            os.chown(self.home, NOBODY, NOBODY)
            self.inside = f"/srv/{name}/data"
            self.command = ["chroot", f"--userspec={NOBODY}:{NOBODY}", str(tree), "/usr/bin/snac"]
        else:
            self.home = Path(tempfile.mkdtemp(prefix="petrel-snac-"))
            self.inside = str(self.home / "data")
            loader = next(tree.glob("lib*/ld-linux*.so*"))
            libraries = ":".join(str(folder) for folder in (tree / "usr/lib").glob("*-linux-gnu*"))
            self.command = [str(loader), "--library-path", libraries, str(tree / "usr/bin/snac")]
        self.data = self.home / "data"
        answers = f"127.0.0.1\n{port}\n{self.host}\n\n\n"
        self._run("init", self.inside, input=answers)
        settings = self.data / "server.json"
        values = json.loads(settings.read_text())
        values["protocol"] = "http"
        # It delivers to itself through its own threads: with few of them it waits for itself until it gives up.
        values["num_threads"] = 16
        settings.write_text(json.dumps(values))

    def _run(self, *arguments: str, input: str = "") -> str:
        done = subprocess.run([*self.command, *arguments], input=input, text=True, capture_output=True, timeout=60)
        if done.returncode != 0:
            raise RuntimeError(f"snac {arguments[0]} failed: {done.stdout}{done.stderr}")
        return done.stdout

    def add_user(self, name: str) -> None:
        words = self._run("adduser", self.inside, name).split()
        self.passwords[name] = words[words.index("password") + 2]

    def follow(self, follower: str, followed: str) -> None:
        self._run("follow", self.inside, follower, f"http://{self.host}/{followed}")

    def write(self, author: str, text: str) -> None:
        """A public post, as from the server's own command line."""
        self._run("note", self.inside, author, text)

    def start(self) -> None:
        log = open(self.home / "log", "ab")
        self.process = subprocess.Popen([*self.command, "httpd", self.inside], stdin=subprocess.DEVNULL,
                                        stdout=log, stderr=log)
        log.close()
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError(f"snac did not start: {(self.home / 'log').read_text()}")

    def stop(self) -> None:
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process = None

    def close(self) -> None:
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)

    # What it holds, read from its own files and not from its answers.

    def notes(self, author: str) -> list[dict]:
        """The posts of one user, oldest first."""
        mine = f"http://{self.host}/{author}"
        found = []
        for file in self.data.glob("object/*/*.json"):
            try:
                held = json.loads(file.read_text())
            except (OSError, ValueError):
                continue  # being written just now; the caller asks again or misses it in its count
            if held.get("type") == "Note" and held.get("attributedTo") == mine:
                found.append(held)
        return sorted(found, key=lambda note: (note["published"], note["id"]))

    def followers(self, name: str) -> list[Path]:
        return list((self.data / "user" / name / "followers").glob("*.json"))

    def delivered(self, name: str) -> list[Path]:
        """What stands in the home timeline of a user."""
        return list((self.data / "user" / name / "private").glob("*.json"))

    def reactions(self, uri: str, kind: str) -> list[str]:
        """Who favourited (kind "l") or boosted (kind "a") a post: one hash per time it was done."""
        digest = md5(uri)
        index = self.data / "object" / digest[:2] / f"{digest}_{kind}.idx"
        return [line for line in index.read_text().splitlines() if line.strip("-")] if index.exists() else []


def md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
