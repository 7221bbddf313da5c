# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source file says in its first lines whose it is and under which licence."""

import sys
from pathlib import Path

from sourcetree import Finding, files, lines, report

HOLDER = "SPDX-FileCopyrightText: 2026 The Petrel authors"
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"

SUFFIXES = {".h", ".cpp", ".qml", ".js", ".py", ".sh", ".sql", ".cmake", ".supp", ".svg", ".desktop", ".xml"}
NAMES = {"CMakeLists.txt", ".clang-format", ".clang-tidy"}
MARKS = "#/-*;<!> \t"


def wants_header(path: Path, text: list[str]) -> bool:
    script = bool(text) and text[0].startswith("#!")
    return script or path.suffix in SUFFIXES or path.name in NAMES


def check(root: Path) -> list[Finding]:
    found = []
    for path in files(root):
        text = lines(root, path)
        if not wants_header(path, text):
            continue
        # A script's first line belongs to the kernel, an XML file's to the parser.
        head = text[1:3] if text and text[0].startswith(("#!", "<?")) else text[:2]
        if [line.strip(MARKS) for line in head] != [HOLDER, LICENCE]:
            found.append(Finding(str(path), 1, f"does not begin with «{HOLDER}» and «{LICENCE}»"))
    return found


if __name__ == "__main__":
    sys.exit(report(check(Path(sys.argv[1])), "every file names its licence"))
