# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""README names every package that ./run and ./check install, with the purpose they give for it."""

import re
import sys
from pathlib import Path

from sourcetree import Finding, report

LISTED = re.compile(r"^'?([a-z0-9][a-z0-9.+-]+)\|([^']+)'?$")


def packages(script: str) -> list[tuple[int, str, str]]:
    return [(number, match.group(1), match.group(2).strip())
            for number, line in enumerate(script.splitlines(), 1) if (match := LISTED.match(line))]


def check(root: Path) -> list[Finding]:
    script = ".ci/tools.sh"
    listed = packages((root / script).read_text(encoding="utf-8"))
    readme = (root / "README.md").read_text(encoding="utf-8")
    if not listed:
        return [Finding(script, 1, "lists no packages that this check could read")]
    return [Finding(script, number, f"README.md has no row «| `{name}` | {purpose} |»")
            for number, name, purpose in listed if f"| `{name}` | {purpose} |" not in readme]


if __name__ == "__main__":
    sys.exit(report(check(Path(sys.argv[1])), "README names every package"))
