# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the project, and how a check tells what it found."""

import os
import sys
from pathlib import Path
from typing import Iterable, Iterator, NamedTuple

NOT_OURS = {".git", ".cache", "__pycache__"}


class Finding(NamedTuple):
    path: str
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.words}"


def files(root: Path, top: str = ".") -> Iterator[Path]:
    """Every file below root/top that belongs to the project, as a path relative to root."""
    for folder, folders, names in os.walk(root / top):
        at_root = Path(folder) == root
        folders[:] = sorted(f for f in folders if f not in NOT_OURS and not (at_root and f.startswith("build")))
        for name in sorted(names):
            yield Path(folder, name).relative_to(root)


def lines(root: Path, path: Path) -> list[str]:
    """The lines of a text file; none for a binary one."""
    try:
        return (root / path).read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []


def report(findings: Iterable[Finding], held: str) -> int:
    """Prints the findings; the exit status of the check."""
    found = list(findings)
    for finding in found:
        print(finding, file=sys.stderr)
    print(f"{len(found)} found" if found else held)
    return 1 if found else 0
