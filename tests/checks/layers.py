# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layer rule: which folder may include which, of our own headers and of Qt's, and that no file outside
core/service/<network>/ knows which network it serves.

Debian installs all of Qt below one include directory, so a stray include compiles; only this script objects.
"""

import argparse
import re
import sys
from pathlib import Path, PurePosixPath
from typing import Iterator, NamedTuple, Optional

from sourcetree import Finding, files, lines, report

CORE = {"base", "domain", "net", "store", "service", "weather", "media", "outbox", "sync", "session", "command"}


class Rule(NamedTuple):
    own: frozenset  # folders of core/, or single headers
    qt: frozenset
    keychain: bool = False
    providers: bool = False  # may name the factory of a network, in one file


def rule(own: str, qt: str, **more: bool) -> Rule:
    return Rule(frozenset(own.split()), frozenset(qt.split()), **more)


# "service" means the headers directly in core/service: the interfaces.
RULES = {
    "core/base": rule("base", "QtCore"),
    "core/domain": rule("base domain", "QtCore"),
    "core/net": rule("base net", "QtCore QtNetwork QtWebSockets"),
    "core/store": rule("base domain store", "QtCore QtSql"),
    "core/service": rule("base domain net service", "QtCore QtNetwork"),
    "core/weather": rule("base domain net store weather", "QtCore"),
    "core/media": rule("base domain net store media", "QtCore QtNetwork QtGui:QImage QtGui:QImageReader"),
    "core/outbox": rule("base domain store service weather/gate.h outbox", "QtCore"),
    "core/sync": rule("base domain store service weather/gate.h sync", "QtCore"),
    "core/session": rule(" ".join(CORE - {"command"}), "QtCore", keychain=True, providers=True),
    "core/command": rule("base domain store outbox sync weather session command", "QtCore QtNetwork"),
    "app/cli": rule("command session", "QtCore"),
    "app/gui/models": rule("base domain store", "QtCore QtQml"),
    "app/gui/controllers": rule("base domain store outbox/outbox.h sync/syncengine.h sync/threadsync.h sync/profilesync.h"
                                " weather/outagedetector.h session gui/models", "QtCore QtQml"),
    "app/gui/icons": rule("", "QtCore QtGui QtQuick"),
    "app/gui/media": rule("base domain media", "QtCore QtGui QtQuick QtDBus"),
    "app/gui/platform": rule("base domain media", "QtCore QtGui QtQuick QtDBus"),
}

# The composition roots of the programs: everything but another program. Of the window, every file beside its main.
ROOTS = re.compile(r"app/cli/main\.cpp|app/gui/\w+\.(?:h|cpp)")

NETWORKS = re.compile(r"mastodon|gotosocial|snac(?!k)|pleroma|akkoma|pixelfed|misskey|friendica|bluesky|atproto"
                      r"|at protocol|twitter", re.IGNORECASE)
PROVIDER = re.compile(r"service/(\w+)/\1provider\.h")
PROVIDER_USE = re.compile(r"service/(\w+)/\1provider\.h|\bmake[A-Z]\w*Provider\b")

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
STANDARD = re.compile(r"[a-z_]+(?:/[a-z_]+)?")
SYSTEM = {"errno.h", "fcntl.h", "signal.h", "termios.h", "unistd.h"}

SOURCES = {".h", ".cpp", ".qml", ".js", ".sql"}


def qt_modules(include_roots: list[Path]) -> dict[str, set[str]]:
    """Header name → the Qt modules that have it."""
    modules: dict[str, set[str]] = {}
    for root in include_roots:
        for folder in root.glob("Qt*"):
            for header in folder.iterdir():
                if header.is_file():
                    modules.setdefault(header.name, set()).add(folder.name)
    return modules


def rule_for(path: PurePosixPath) -> Optional[tuple[str, Rule]]:
    """The rule of the nearest folder that has one."""
    for folder in path.parents:
        if str(folder) in RULES:
            return str(folder), RULES[str(folder)]
    return None


def network_of(path: PurePosixPath) -> Optional[str]:
    """"mastodon" for core/service/mastodon/reader.cpp."""
    return path.parts[2] if path.parts[:2] == ("core", "service") and len(path.parts) > 3 else None


def own_include_fault(root: Path, path: PurePosixPath, target: str, allowed: Rule) -> Optional[str]:
    parts = target.split("/")
    folder = str(path.parent)
    if folder.startswith("app/") and (root / path.parent / target).is_file() and ".." not in parts:
        return None
    if len(parts) == 3 and parts[0] == "gui" and ".." not in parts:
        layer = "/".join(parts[:2])
        if folder == f"app/{layer}" or layer in allowed.own:
            return None
        return f'"{target}" is not for this folder: it may include {", ".join(sorted(allowed.own))}'
    if len(parts) < 2 or parts[0] not in CORE or ".." in parts:
        return f'include "{target}" by its layer, as in "store/database.h"'
    if len(parts) > 2 and parts[0] == "service":
        network = parts[1]
        if network == network_of(path):
            return None
        if allowed.providers and PROVIDER.fullmatch(target):
            return None
        return f'"{target}" belongs to one network alone'
    if parts[0] in allowed.own or target in allowed.own:
        return None
    return f'"{target}" is not for this folder: it may include {", ".join(sorted(allowed.own))}'


def qt_include_fault(target: str, allowed: Rule, modules: dict[str, set[str]]) -> Optional[str]:
    if target.startswith("qt6keychain/"):
        return None if allowed.keychain else "the keychain is for core/session alone"
    name = target.rsplit("/", 1)[-1]
    if "/" in target and target.split("/")[0].startswith("Qt"):
        found = {target.split("/")[0]}
    else:
        found = modules.get(name, set())
    if found:
        for module in allowed.qt:
            only = module.split(":")
            if only[0] in found and (len(only) == 1 or name == only[1]):
                return None
        return f'<{target}> is of {", ".join(sorted(found))}; this folder may use {", ".join(sorted(allowed.qt))}'
    if STANDARD.fullmatch(target) or target in SYSTEM or target.startswith("sys/"):
        return None
    return f"<{target}> is neither Qt nor the standard library"


def include_faults(root: Path, modules: dict[str, set[str]]) -> Iterator[Finding]:
    wiring: set[PurePosixPath] = set()
    for top in ("core", "app"):
        for path in map(PurePosixPath, files(root, top)):
            if path.suffix not in {".h", ".cpp"} or ROOTS.fullmatch(str(path)):
                continue
            found = rule_for(path)
            for number, line in enumerate(lines(root, path), 1):
                include = INCLUDE.match(line)
                if not include:
                    continue
                own, angled = include.groups()
                if not found:
                    yield Finding(str(path), number, "a folder without a row in the layer table")
                    break
                fault = (own_include_fault(root, path, own, found[1]) if own
                         else qt_include_fault(angled, found[1], modules))
                if own and PROVIDER.fullmatch(own) and not network_of(path) and not fault:
                    wiring.add(path)
                    if len(wiring) > 1:
                        fault = "the networks are wired in one file, and another one does so already"
                if fault:
                    yield Finding(str(path), number, fault)


def network_faults(root: Path) -> Iterator[Finding]:
    for top in ("core", "app"):
        for path in map(PurePosixPath, files(root, top)):
            if path.suffix not in SOURCES or network_of(path) or ROOTS.fullmatch(str(path)):
                continue
            wires = str(path).startswith("core/session/")
            for number, line in enumerate(lines(root, path), 1):
                name = NETWORKS.search(PROVIDER_USE.sub("", line) if wires else line)
                if name:
                    yield Finding(str(path), number, f"names a network ({name.group()})")


def check(root: Path, modules: dict[str, set[str]]) -> list[Finding]:
    return [*include_faults(root, modules), *network_faults(root)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path)
    parser.add_argument("--qt", type=Path, action="append", required=True, help="a directory that holds QtCore, …")
    arguments = parser.parse_args()
    modules = qt_modules(arguments.qt)
    if "QObject" not in modules:
        sys.exit(f"no Qt headers below {arguments.qt}")
    return report(check(arguments.root, modules), "every include keeps to its layer")


if __name__ == "__main__":
    sys.exit(main())
