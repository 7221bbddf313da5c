# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a translation into a language that nobody speaks: every English letter becomes an Arabic one, so that a test
sees at once what is not translated, and what does not mirror."""

import re
import sys
import xml.etree.ElementTree as xml

KEPT = re.compile(r"%L?\d|%n|<[^>]*>|&[a-z]+;")
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمنه")
FORMS = 6  # Arabic has six plurals


def said(text: str) -> str:
    parts, end = [], 0
    for match in KEPT.finditer(text):
        parts += [text[end:match.start()].lower().translate(LETTERS), match.group()]
        end = match.end()
    return "".join(parts) + text[end:].lower().translate(LETTERS)


def main(source: str, target: str) -> int:
    tree = xml.parse(source)
    tree.getroot().set("language", "ar")
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        words = said(message.findtext("source") or "")
        plural = message.get("numerus") == "yes"
        translation.clear()
        if plural:
            for _ in range(FORMS):
                xml.SubElement(translation, "numerusform").text = words
        else:
            translation.text = words
    tree.write(target, encoding="utf-8", xml_declaration=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
