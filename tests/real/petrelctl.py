# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""petrelctl as a person uses it, on a profile of its own."""

import json
import os
import re
import subprocess
import threading
from pathlib import Path

import browser

DONE, FAILED, USAGE, QUEUED = 0, 1, 2, 75


class Ended:
    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def json(self) -> dict:
        return json.loads(self.out)


class Petrelctl:
    def __init__(self, program: Path, home: Path) -> None:
        self.program = program
        self.profile = home / "profile"
        self.credentials = home / "credentials"
        # A browser that does nothing: the person of this journey reads the address and goes there by itself.
        self.environment = {**os.environ, "HOME": str(home), "BROWSER": "true", "LC_ALL": "C.UTF-8"}
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            self.environment.pop(name, None)

    def _start(self, *words: str) -> subprocess.Popen:
        return subprocess.Popen([self.program, "--profile", self.profile, "--credentials-file", self.credentials,
                                 "--json", *words], env=self.environment, text=True, encoding="utf-8",
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *words: str, timeout: float = 120) -> Ended:
        process = self._start(*words)
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        return Ended(process.returncode, out, err)

    def expect(self, status: int, *words: str, timeout: float = 120) -> Ended:
        ended = self.run(*words, timeout=timeout)
        if ended.status != status:
            raise AssertionError(f"petrelctl {' '.join(words)} ended with {ended.status}, not {status}:\n"
                                 f"{ended.out}{ended.err}")
        return ended

    def sign_in(self, server: str, name: str, password: str) -> str:
        """Through the server's own form; the handle of the account."""
        process = self._start("account", "add", server)
        stuck = threading.Timer(60, process.kill)
        stuck.start()
        try:
            err = ""
            for line in process.stderr:
                err += line
                if address := re.search(r"https?://\S+/oauth/authorize\?\S+", line):
                    browser.sign_in(address.group(), name, password)
                    break
            out, rest = process.communicate()
        finally:
            stuck.cancel()
        if process.returncode != DONE:
            raise AssertionError(f"account add ended with {process.returncode}:\n{out}{err}{rest}")
        return json.loads(out)["account"]["handle"]

    def outbox(self) -> list[dict]:
        return self.expect(DONE, "outbox", "list").json["actions"]
