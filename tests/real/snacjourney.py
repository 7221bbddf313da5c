# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journey on a real snac: two people sign in through its login form, post, answer each other, and lose answers
after the server's commit; each wish is on the server once, read from the server's own files."""

import argparse
import base64
import contextlib
import json
import os
import shutil
import socket
import sys
import tempfile
import time
from pathlib import Path
from typing import Callable, Iterator

from petrelctl import DONE, FAILED, QUEUED, Petrelctl
from proxy import Proxy
from snac import Snac

SKIPPED = 77
STATUSES = "/api/v1/statuses"
CALLS = {"boost": "reblog", "favourite": "favourite"}
REACTIONS = [("boost", "a"), ("favourite", "l")]  # the verb, and the letter of the server's own index


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def equal(found, expected, what: str) -> None:
    if found != expected:
        raise AssertionError(f"{what}: {found!r}, not {expected!r}")


def holds(condition: bool, what: str) -> None:
    if not condition:
        raise AssertionError(what)


def until(met: Callable[[], bool], what: str, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not met():
        if time.monotonic() > deadline:
            raise AssertionError(f"did not come to pass in {seconds:.0f} s: {what}")
        time.sleep(0.25)


class Journey:
    def __init__(self, ctl: Petrelctl, snac: Snac, proxy: Proxy) -> None:
        self.ctl, self.snac, self.proxy = ctl, snac, proxy
        self.alice = self.bob = ""

    # What the server holds

    def written(self, author: str, words: str) -> list[dict]:
        """The posts of an author that hold these words, whatever else the server made of the text."""
        return [note for note in self.snac.notes(author) if words in note.get("sourceContent", "")]

    def the_one(self, author: str, words: str) -> dict:
        found = self.written(author, words)
        equal(len(found), 1, f"posts of {author} with «{words}»")
        return found[0]

    def publishes(self) -> int:
        return self.proxy.count("POST", STATUSES)

    # Steps

    def both_sign_in_through_the_servers_own_form(self) -> None:
        for name in ("alice", "bob"):
            handle = self.ctl.sign_in(f"http://{self.snac.host}", name, self.snac.passwords[name])
            holds(handle.startswith(f"{name}@localhost"), f"signed in as {handle}")
            setattr(self, name, handle)
        accounts = self.ctl.expect(DONE, "account", "list").json["accounts"]
        equal([a["handle"] for a in accounts], [self.alice, self.bob], "accounts")
        self.ctl.expect(DONE, "sync")

    def a_public_post_is_there_once(self) -> None:
        before = self.publishes()
        sent = self.ctl.expect(DONE, "post", "--account", self.alice, "Good morning from a real server").json
        note = self.the_one("alice", "Good morning")
        equal([a["resultUri"] for a in sent["actions"]], [note["id"]], "the post it says it made")
        holds(any(reader.endswith("#Public") for reader in note["to"]), "it is public")
        equal(self.publishes() - before, 1, "publishing requests on the wire")

    def a_direct_post_is_there_once_for_its_reader_alone_and_without_a_difference_to_tell(self) -> None:
        sent = self.ctl.expect(DONE, "post", "--account", self.alice, "--visibility", "direct", "@bob only for you").json
        note = self.the_one("alice", "only for you")
        equal(note["to"] + note["cc"], [f"http://{self.snac.host}/bob"], "its readers")
        equal([a["difference"] for a in sent["actions"]], [""], "differences told")

    def they_read_each_other(self) -> None:
        def arrived() -> bool:
            self.ctl.expect(DONE, "sync", "--account", self.bob)
            shown = self.ctl.expect(DONE, "timeline", "--account", self.bob).out
            return "Good morning" in shown and "only for you" in shown
        until(arrived, "alice's posts in bob's timeline")

    def a_reply_a_boost_and_a_favourite_are_there_once(self) -> None:
        morning = self.the_one("alice", "Good morning")["id"]
        self.ctl.expect(DONE, "post", "--account", self.bob, "--reply-to", morning, "And to you")
        equal(self.the_one("bob", "And to you")["inReplyTo"], morning, "what it replies to")
        for verb, kind in REACTIONS:
            self.ctl.expect(DONE, verb, "--account", self.bob, morning)
            equal(len(self.snac.reactions(morning, kind)), 1, verb)

    def lost_answers_to_posts_leave_each_there_once(self) -> None:
        morning = self.the_one("alice", "Good morning")["id"]
        for account, words in (
            (self.alice, ["Lost and public"]),
            (self.alice, ["--visibility", "direct", "@bob lost and direct"]),
            (self.bob, ["--reply-to", morning, "Lost and a reply"]),
        ):
            before = self.publishes()
            self.proxy.drop_next_answer("POST", STATUSES)
            self.ctl.expect(QUEUED, "post", "--account", account, *words)
            equal(self.proxy.faults_left(), 0, "faults that did not come up")
            self.ctl.expect(DONE, "outbox", "run", "--wait", "60")
            equal(self.publishes() - before, 1, f"publishing requests on the wire for «{words[-1]}»")
        self.the_one("alice", "Lost and public")
        equal(self.the_one("alice", "lost and direct")["cc"], [f"http://{self.snac.host}/bob"], "its readers")
        equal(self.the_one("bob", "Lost and a reply")["inReplyTo"], morning, "what it replies to")

    def lost_answers_to_reactions_leave_each_there_once(self) -> None:
        post = self.the_one("alice", "Lost and public")["id"]
        for verb, kind in REACTIONS:
            path = f"{STATUSES}/[^/]+/{CALLS[verb]}"
            before = self.proxy.count("POST", path)
            self.proxy.drop_next_answer("POST", path)
            lost = self.ctl.run(verb, "--account", self.bob, post)
            # A favourite has no body, so Qt may repeat it by itself: harmless, and then the answer is clear at once.
            holds(lost.status == QUEUED or (verb == "favourite" and lost.status == DONE),
                  f"{verb} with a lost answer ended with {lost.status}: {lost.out}{lost.err}")
            equal(self.proxy.faults_left(), 0, "faults that did not come up")
            self.ctl.expect(DONE, "outbox", "run", "--wait", "60")
            equal(len(self.snac.reactions(post, kind)), 1, verb)
            if verb == "boost":
                equal(self.proxy.count("POST", path) - before, 1, "boosting requests on the wire")

    def what_this_server_does_not_honour_is_refused_before_it_is_queued(self) -> None:
        before = len(self.proxy.requests)
        for visibility in ("unlisted", "followers"):
            ended = self.ctl.expect(FAILED, "post", "--account", self.alice, "--visibility", visibility, "Not like this")
            holds(f'"{visibility}"' in ended.err and "honour" in ended.err, f"says why: {ended.err}")
        equal(self.ctl.outbox(), [], "the outbox")
        equal(self.written("alice", "Not like this"), [], "on the server")
        equal([r for r in self.proxy.requests[before:] if r.method != "GET"], [], "requests that change something")

    def an_outage_is_read_and_written_through(self) -> None:
        self.proxy.refuse()
        try:
            shown = self.ctl.expect(DONE, "timeline", "--account", self.bob).out
            holds("Good morning" in shown, "the timeline reads without a server")
            for number in range(1, 4):
                self.ctl.expect(QUEUED, "post", "--account", self.alice, f"Through the outage {number}")
            equal(len(self.ctl.outbox()), 3, "posts that wait")
        finally:
            self.proxy.listen()
        before = self.publishes()
        self.ctl.expect(DONE, "outbox", "run", "--wait", "120")
        equal([n["sourceContent"] for n in self.written("alice", "Through the outage")],
              [f"Through the outage {number}" for number in range(1, 4)], "posts, in order")
        equal(self.publishes() - before, 3, "publishing requests on the wire")

    def a_request_that_never_arrived_is_sent_again_once_its_absence_is_proved(self) -> None:
        before = self.publishes()
        self.proxy.swallow_next_request("POST", STATUSES)
        begin = time.monotonic()
        self.ctl.expect(QUEUED, "post", "--account", self.alice, "Swallowed on the way")
        equal(self.proxy.faults_left(), 0, "faults that did not come up")
        self.ctl.expect(DONE, "outbox", "run", "--wait", "600", timeout=660)
        self.the_one("alice", "Swallowed on the way")
        equal(self.publishes() - before, 2, "publishing requests on the wire")
        holds(time.monotonic() - begin >= 180, "absence was believed before three minutes had passed")

    def no_token_is_anywhere_but_in_the_credentials_file(self) -> None:
        granted = [json.loads(file.read_text()) for file in (self.snac.data / "token").glob("*.json")]
        secrets = [token[name].encode() for token in granted for name in ("token", "client_secret")]
        equal(len(secrets), 4, "secrets the server gave out")
        entries = json.loads(self.ctl.credentials.read_text()).values()
        kept = b"".join(base64.b64decode(entry) for entry in entries)
        holds(all(secret in kept for secret in secrets), "the credentials file holds what signs in")
        equal(self.ctl.credentials.stat().st_mode & 0o777, 0o600, "its mode")
        telling = secrets + [entry.encode() for entry in entries]
        for file in self.ctl.profile.rglob("*"):
            held = file.read_bytes() if file.is_file() else b""
            holds(not any(secret in held for secret in telling), f"a secret in {file}")

    def signing_out_revokes_the_tokens(self) -> None:
        for account in (self.alice, self.bob):
            self.ctl.expect(DONE, "account", "remove", account)
        equal(self.proxy.count("POST", "/oauth/revoke"), 2, "revocations on the wire")
        equal(list((self.snac.data / "token").glob("*.json")), [], "tokens that still open the server")


STEPS = [
    Journey.both_sign_in_through_the_servers_own_form,
    Journey.a_public_post_is_there_once,
    Journey.a_direct_post_is_there_once_for_its_reader_alone_and_without_a_difference_to_tell,
    Journey.they_read_each_other,
    Journey.a_reply_a_boost_and_a_favourite_are_there_once,
    Journey.lost_answers_to_posts_leave_each_there_once,
    Journey.lost_answers_to_reactions_leave_each_there_once,
    Journey.what_this_server_does_not_honour_is_refused_before_it_is_queued,
    Journey.an_outage_is_read_and_written_through,
    Journey.a_request_that_never_arrived_is_sent_again_once_its_absence_is_proved,
    Journey.no_token_is_anywhere_but_in_the_credentials_file,
    Journey.signing_out_revokes_the_tokens,
]


@contextlib.contextmanager
def world(tree: Path, program: Path) -> Iterator[Journey]:
    home = Path(tempfile.mkdtemp(prefix="petrel-journey-"))
    port = free_port()
    proxy = Proxy(port)
    snac = Snac(tree, proxy.port, port)
    try:
        for name in ("alice", "bob"):
            snac.add_user(name)
        snac.start()
        snac.follow("bob", "alice")
        yield Journey(Petrelctl(program, home), snac, proxy)
    finally:
        snac.close()
        shutil.rmtree(home, ignore_errors=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--petrelctl", type=Path, required=True)
    parser.add_argument("--tree", type=Path, required=True, help="what tests/real/setup made")
    arguments = parser.parse_args()
    if not os.environ.get("PETREL_REAL"):
        print("skipped: needs a real server (./check --full)")
        return SKIPPED
    with world(arguments.tree, arguments.petrelctl) as journey:
        for step in STEPS:
            begin = time.monotonic()
            step(journey)
            print(f"{time.monotonic() - begin:7.1f} s  {step.__name__.replace('_', ' ')}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
