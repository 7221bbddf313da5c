# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who uses the window of Petrel, with a mouse or by keyboard alone, on a profile of their own."""

import json
import os
import subprocess
import threading
from pathlib import Path


class Window:
    def __init__(self, program: Path, home: Path, way: str) -> None:
        environment = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen",
                       "QT_QUICK_BACKEND": "software"}
        self.process = subprocess.Popen([program, home / "profile", home / "credentials", way], env=environment,
                                        text=True, encoding="utf-8", stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __getattr__(self, verb: str):
        """Any deed that tests/app/gui/journey/verbs.cpp knows, in the spelling of this language."""
        first, *rest = verb.split("_")
        name = first + "".join(word.capitalize() for word in rest)
        return lambda *words: self._carry_out(name, [str(word) for word in words])

    def _carry_out(self, name: str, words: list[str]) -> None:
        # Each deed has a deadline of its own; this one is for a program that hangs.
        stuck = threading.Timer(180, self.process.kill)
        stuck.start()
        try:
            print(json.dumps([name, *words]), file=self.process.stdin, flush=True)
            answer = self.process.stdout.readline().strip()
        finally:
            stuck.cancel()
        if answer != "true":
            raise AssertionError(f"could not be done in the window: {name} {words} ({answer or 'it is gone'})")

    def close(self) -> None:
        self.process.stdin.close()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
