# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing in the project depends on one machine, or on a package registry: what is needed comes from Debian, by its
package manager, with whatever mirror the machine has."""

import re
import sys
from pathlib import Path

from sourcetree import Finding, files, lines, report

# Spelt with brackets, so that this file does not find itself.
MACHINE = re.compile(r"(?<![\w.}$*-])/(?:work|home|root|Users)/[\w.]")
REGISTRY = re.compile(r"(?:pypi[.]org|pythonhosted[.]org|npmjs[.](?:org|com)|crates[.]io|proxy[.]golang[.]org"
                      r"|rubygems[.]org|repo1?[.]maven|packagist[.]org|conan[.]io|docker[.]io|ghcr[.]io|quay[.]io"
                      r"|download[.]qt[.]io|(?:deb|ftp|snapshot|security)[.]debian[.]org)", re.IGNORECASE)


def check(root: Path) -> list[Finding]:
    found = []
    for path in files(root):
        if path.name == "LICENSE":
            continue
        for number, line in enumerate(lines(root, path), 1):
            if place := MACHINE.search(line):
                found.append(Finding(str(path), number, f"a path of one machine ({place.group()}…)"))
            if host := REGISTRY.search(line):
                found.append(Finding(str(path), number, f"the host of a package registry ({host.group()})"))
    return found


if __name__ == "__main__":
    sys.exit(report(check(Path(sys.argv[1])), "nothing depends on one machine"))
