# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string of the window is in every translation, is translated there, and keeps its places (%1, %n). English has
only the strings with plurals."""

import argparse
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from pathlib import Path
from typing import Iterator

from sourcetree import Finding, report

PLACE = re.compile(r"%(?:L?\d|n)")
Key = tuple[str, str, str]


def messages(path: Path) -> Iterator[tuple[Key, xml.Element]]:
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")), message


def faults(key: Key, message: xml.Element) -> Iterator[str]:
    translation = message.find("translation")
    if translation is None or translation.get("type"):
        yield f"«{key[1]}» ({key[0]}) is not translated"
        return
    forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    for form in forms:
        if not form.strip():
            yield f"«{key[1]}» ({key[0]}) has an empty translation"
        elif sorted(set(PLACE.findall(form))) != sorted(set(PLACE.findall(key[1]))):
            yield f"«{key[1]}» ({key[0]}) has other places than «{form}»"


def sources(root: Path, folders: list[str], lupdate: str) -> dict[Key, bool]:
    """What the sources say, and whether it has plurals."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch, "fresh.ts")
        subprocess.run([lupdate, "-silent", "-locations", "none", *(str(root / folder) for folder in folders), "-ts",
                        str(fresh)], check=True, stdout=subprocess.DEVNULL)
        return {key: message.get("numerus") == "yes" for key, message in messages(fresh)}


def check(root: Path, folders: list[str], lupdate: str) -> list[Finding]:
    found = []
    wanted = sources(root, folders, lupdate)
    for path in sorted((root / "translations").glob("petrel_*.ts")):
        name = str(path.relative_to(root))
        english = path.stem == "petrel_en"
        here = dict(messages(path))
        found += [Finding(name, 1, fault) for key, message in here.items() for fault in faults(key, message)]
        found += [Finding(name, 1, f"«{key[1]}» ({key[0]}) is missing: run lupdate")
                  for key, plural in wanted.items() if key not in here and (plural or not english)]
        found += [Finding(name, 1, f"«{key[1]}» ({key[0]}) is no longer used: run lupdate")
                  for key in here if key not in wanted]
    return found


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("root", type=Path)
    arguments.add_argument("--lupdate", required=True)
    arguments.add_argument("folders", nargs="+")
    given = arguments.parse_args()
    sys.exit(report(check(given.root, given.folders, given.lupdate), "every string is translated"))
