# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string of the window and of C++ is in every translation, is translated there, and keeps its places (%1, %n).
English has only the strings with plurals. And lupdate finds each string in the context it is looked up in."""

import argparse
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from pathlib import Path
from typing import Iterator

from sourcetree import Finding, files, report

PLACE = re.compile(r"%(?:L?\d|n)")
WARNING = re.compile(r"(?P<path>/[^:]+):(?P<line>\d+): (?P<words>.+)")
LOOKED_UP = re.compile(r'\btranslate\(\s*"([^"]*)"')
MARKED = re.compile(r'\bQT_TRANSLATE_(?:N_)?NOOP\(\s*"([^"]*)"')
# A function or lambda that hands its own text on to translate(), where lupdate does not see the callers' strings.
HELPER = re.compile(r"\b(\w+)\s*(?:=\s*\[[^\]]*\]\s*)?\([^()]*\bconst char \*(\w+)[^()]*\)\s*\{([^}]*)\}")
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


def sources(root: Path, folders: list[str], lupdate: str) -> tuple[dict[Key, bool], list[Finding]]:
    """What the sources say, and whether it has plurals; and what lupdate could not place."""
    root = root.resolve()
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch, "fresh.ts")
        ran = subprocess.run([lupdate, "-silent", "-locations", "none", *(str(root / folder) for folder in folders),
                              "-ts", str(fresh)], check=True, capture_output=True, text=True)
        unplaced = [Finding(str(Path(warning["path"]).relative_to(root)), int(warning["line"]), warning["words"])
                    for warning in map(WARNING.match, ran.stderr.splitlines()) if warning]
        return {key: message.get("numerus") == "yes" for key, message in messages(fresh)}, unplaced


def unseen(text: str) -> Iterator[tuple[int, str]]:
    """Lines of a C++ file with a string that lupdate misses, or files in another context than it is looked up in."""
    contexts = set(LOOKED_UP.findall(text))
    for marked in MARKED.finditer(text):
        if marked[1] not in contexts:
            yield text.count("\n", 0, marked.start()) + 1, f"nothing here looks up strings of {marked[1]}"
    for helper in HELPER.finditer(text):
        if not re.search(r'\btranslate\(\s*"[^"]*",\s*' + helper[2] + r"\b", helper[3]):
            continue
        for call in re.finditer(r"\b" + helper[1] + r'\((?:[^();]*,)?\s*"', text):
            yield text.count("\n", 0, call.start()) + 1, f"{helper[1]}() is given a string without QT_TRANSLATE_NOOP"


def check(root: Path, folders: list[str], lupdate: str) -> list[Finding]:
    wanted, found = sources(root, folders, lupdate)
    for folder in folders:
        found += [Finding(str(path), line, words) for path in files(root, folder) if path.suffix in (".cpp", ".h")
                  for line, words in unseen((root / path).read_text(encoding="utf-8"))]
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
