# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journey through the window on a real snac, once by mouse and once by keyboard alone: signing in through its login
form, reading while it is away, writing in the outage, recovery; each wish is on the server once, read from the server's
own files."""

import argparse
import contextlib
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Iterator

from proxy import Proxy, Request
from snac import Snac
from snacjourney import SKIPPED, STATUSES, equal, free_port, holds, until
from window import Window

TEA = "The kettle sings in the galley"
BIRDS = "Two hundred petrels past the point"


class WindowJourney:
    def __init__(self, window: Window, snac: Snac, proxy: Proxy) -> None:
        self.window, self.snac, self.proxy = window, snac, proxy

    def written(self, author: str, words: str) -> list[dict]:
        return [note for note in self.snac.notes(author) if words in note.get("sourceContent", "")]

    def the_one(self, author: str, words: str) -> dict:
        found = self.written(author, words)
        equal(len(found), 1, f"posts of {author} with «{words}»")
        return found[0]

    def changes(self) -> list[Request]:
        """The requests of a program that change something, without the sign-in and what the server tells itself."""
        return [request for request in self.proxy.requests
                if request.method != "GET" and request.path.startswith("/api/") and request.path != "/api/v1/apps"]

    # Steps

    def she_signs_in_through_the_servers_own_form_and_reads(self) -> None:
        until(lambda: self.snac.followers("bob"), "alice among bob's followers")
        for text in (TEA, BIRDS):
            self.snac.write("bob", text)
            until(lambda text=text: self.written("bob", text), f"«{text}» on the server")
        until(lambda: len(self.snac.delivered("alice")) == 2, "bob's posts in alice's timeline")
        self.window.starts()
        self.window.signs_in(f"http://{self.snac.host}", "alice", self.snac.passwords["alice"])
        for text in (TEA, BIRDS):
            self.window.sees_rows(text, 1)
        self.window.quits()

    def a_start_in_the_outage_shows_what_was_read(self) -> None:
        self.proxy.refuse()
        self.window.starts()
        for text in (TEA, BIRDS):
            self.window.sees_at_once(text)
        self.window.sees("server not answering since")
        for _ in range(4):
            self.window.fetches()
        self.window.sees("server down since")
        self.window.opens(TEA)
        self.window.sees("The server cannot be reached.")
        self.window.goes_back()

    def she_writes_in_the_outage(self) -> None:
        self.window.writes("Reefed and well", "Queue", "weather")
        self.window.answers(TEA, "With milk", "Queue")
        self.window.favourites(BIRDS)
        self.window.boosts(BIRDS)
        self.window.sees_button("No longer a favourite, waits for the server")
        self.window.sees_button("Take the boost back, waits for the server")
        self.window.opens_outbox()
        self.window.sees_rows("", 4)
        equal(self.changes(), [], "requests that change something")

    def recovery_carries_out_each_wish_once(self) -> None:
        self.proxy.listen()
        self.window.tries_now()
        self.window.sees("Nothing waits")
        post = self.the_one("alice", "Reefed and well")
        equal(post["summary"], "weather", "its content warning")
        equal(self.the_one("alice", "With milk")["inReplyTo"], self.the_one("bob", TEA)["id"], "what it answers")
        birds = self.the_one("bob", BIRDS)["id"]
        for kind, what in (("l", "favourites"), ("a", "boosts")):
            equal(len(self.snac.reactions(birds, kind)), 1, what)
        paths = [request.path for request in self.changes()]
        equal(len(paths), 4, f"requests that change something, in {paths}")
        equal(paths.count(STATUSES), 2, "publishing requests on the wire")
        self.window.leaves_outbox()
        self.window.sees_no_more("waits for the server")
        self.window.sees_rows("Content warning: weather", 1)
        self.window.sees_rows("With milk", 1)

    def then_there_is_silence(self) -> None:
        before = self.changes()
        self.window.fetches()
        self.window.quits()
        self.window.starts()
        reads = self.proxy.count("GET", "/api/v1/timelines/home")
        self.window.fetches()
        until(lambda: self.proxy.count("GET", "/api/v1/timelines/home") > reads, "a look at the home timeline")
        self.window.sees_rows("Content warning: weather", 1)
        self.window.sees_rows("With milk", 1)
        self.window.quits()
        equal(self.changes(), before, "requests that change something")
        holds(len(self.snac.notes("alice")) == 2, "nothing else was written")


STEPS = [
    WindowJourney.she_signs_in_through_the_servers_own_form_and_reads,
    WindowJourney.a_start_in_the_outage_shows_what_was_read,
    WindowJourney.she_writes_in_the_outage,
    WindowJourney.recovery_carries_out_each_wish_once,
    WindowJourney.then_there_is_silence,
]


@contextlib.contextmanager
def world(tree: Path, program: Path, way: str) -> Iterator[WindowJourney]:
    home = Path(tempfile.mkdtemp(prefix="petrel-window-"))
    port = free_port()
    proxy = Proxy(port)
    snac = Snac(tree, proxy.port, port)
    window = Window(program, home, way)
    try:
        for name in ("alice", "bob"):
            snac.add_user(name)
        snac.start()
        snac.follow("alice", "bob")
        yield WindowJourney(window, snac, proxy)
    finally:
        window.close()
        snac.close()
        shutil.rmtree(home, ignore_errors=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--person", type=Path, required=True, help="the program petrel-person")
    parser.add_argument("--tree", type=Path, required=True, help="what tests/real/setup made")
    arguments = parser.parse_args()
    if not os.environ.get("PETREL_REAL"):
        print("skipped: needs a real server (./check --full)")
        return SKIPPED
    for way in ("mouse", "keyboard"):
        with world(arguments.tree, arguments.person, way) as journey:
            for step in STEPS:
                begin = time.monotonic()
                step(journey)
                print(f"{time.monotonic() - begin:7.1f} s  by {way}: {step.__name__.replace('_', ' ')}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
