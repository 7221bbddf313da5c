# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants one violation of each kind in a copy of the tree and demands that the check finds it there, and nothing
else; and plants what is allowed and demands silence."""

import argparse
import contextlib
import shutil
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path
from typing import Iterator

import layers
import licenceheaders
import packages
import places
import translations
from sourcetree import files

# Folder: headers above it and beside it.
FORBIDDEN_HEADERS = {
    "core/base": "domain/post.h net/httpclient.h store/database.h",
    "core/domain": "net/httpclient.h store/database.h service/service.h",
    "core/net": "domain/post.h store/database.h service/service.h",
    "core/store": "net/httpclient.h service/service.h weather/gate.h outbox/outbox.h",
    "core/service": "store/database.h weather/gate.h outbox/outbox.h sync/syncengine.h",
    "core/service/mastodon": "store/database.h weather/gate.h session/credentialstore.h",
    "core/weather": "service/service.h outbox/outbox.h sync/syncengine.h session/credentialstore.h",
    "core/media": "service/service.h outbox/outbox.h",
    "core/outbox": "net/httpclient.h weather/outagedetector.h sync/syncengine.h session/credentialstore.h",
    "core/sync": "net/httpclient.h weather/outagedetector.h outbox/outbox.h session/credentialstore.h",
    "core/session": "command/command.h",
    "core/command": "net/httpclient.h service/service.h",
    "app/cli": "store/database.h outbox/outbox.h net/httpclient.h",
    "app/gui/models": "outbox/outbox.h session/credentialstore.h net/httpclient.h gui/controllers/appcontroller.h",
    "app/gui/controllers": "outbox/processor.h weather/gate.h net/httpclient.h command/command.h",
    "app/gui/icons": "base/error.h store/database.h",
    "app/gui/media": "store/database.h session/credentialstore.h",
    "app/gui/platform": "store/database.h net/httpclient.h gui/models/timelinemodel.h",
}

# Folder: headers of Qt modules it has no business with.
FORBIDDEN_QT = {
    "core/base": "QNetworkReply QtNetwork/QNetworkReply QSqlQuery QImage QTest",
    "core/domain": "QNetworkReply QSqlQuery QColor",
    "core/net": "QSqlQuery QImage",
    "core/store": "QNetworkReply QImage",
    "core/service": "QSqlQuery",
    "core/service/mastodon": "QSqlQuery QTextDocument",
    "core/weather": "QNetworkReply QSqlQuery",
    "core/media": "QPainter QSqlQuery QtGui QImageWriter",
    "core/outbox": "QNetworkReply QSqlQuery",
    "core/sync": "QNetworkReply QSqlQuery",
    "core/session": "QNetworkReply QSqlQuery QImage",
    "core/command": "QSqlQuery QImage",
    "app/cli": "QNetworkReply QSqlQuery QGuiApplication",
    "app/gui/models": "QNetworkReply QSqlQuery QWidget",
    "app/gui/controllers": "QNetworkAccessManager",
    "app/gui/icons": "QNetworkAccessManager QSqlQuery",
    "app/gui/media": "QNetworkAccessManager QSqlQuery",
    "app/gui/platform": "QNetworkAccessManager QWidget",
}

# Folder: what the table allows it.
ALLOWED = {
    "core/base": '"base/error.h" <QString> <optional> <sys/file.h>',
    "core/domain": '"base/error.h" "domain/post.h" <QtCore/QUrl>',
    "core/net": '"base/task.h" "net/httpclient.h" <QNetworkReply>',
    "core/store": '"domain/post.h" "store/database.h" <QSqlQuery> <unistd.h>',
    "core/service": '"net/httpclient.h" "service/service.h" <QNetworkRequest>',
    "core/service/mastodon": '"service/mastodon/mastodonprovider.h" "service/service.h" <QJsonObject>',
    "core/weather": '"store/store.h" "net/httpclient.h" <QHash>',
    "core/media": '"net/httpclient.h" "store/database.h" <QImage> <QImageReader>',
    "core/outbox": '"weather/gate.h" "service/publisher.h" "store/store.h"',
    "core/sync": '"weather/gate.h" "service/timelines.h" "store/store.h"',
    "core/session": '"outbox/outbox.h" "net/httpclient.h" <qt6keychain/keychain.h>',
    "core/command": '"session/credentialstore.h" "outbox/outbox.h" <QLocalSocket>',
    "app/cli": '"command/command.h" "session/credentialstore.h" <QCommandLineParser>',
    "app/gui/models": '"store/store.h" <QAbstractListModel>',
    "app/gui/controllers": '"outbox/outbox.h" "session/credentialstore.h" "gui/models/timelinemodel.h"'
                           ' "sync/syncengine.h" "gui/controllers/appcontroller.h"',
    "app/gui/icons": "<QQuickImageProvider> <QImageReader>",
    "app/gui/media": '"media/mediacache.h" <QImage>',
    "app/gui/platform": '"domain/post.h" <QWindow> <QDBusConnection>',
}

ROOT: Path
MODULES: dict[str, set[str]]


class Planted(unittest.TestCase):
    copy: Path
    before: dict  # check: what it finds in the copy as it is

    @classmethod
    def setUpClass(cls) -> None:
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.copy = Path(scratch.name)
        cls.before = {}
        for path in files(ROOT):
            (cls.copy / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, cls.copy / path)

    @contextlib.contextmanager
    def planted(self, path: str, text: str) -> Iterator[None]:
        file = self.copy / path
        self.assertFalse(file.exists(), f"{path} is there already")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + "\n", encoding="utf-8")
        yield
        file.unlink()

    def new_findings(self, check, planted: list[tuple[str, str]]) -> list[tuple[str, int]]:
        """Where check objects once each (path, line) is planted and did not before."""
        if check not in self.before:
            self.before[check] = set(check(self.copy))
        with contextlib.ExitStack() as garden:
            for path, line in planted:
                garden.enter_context(self.planted(path, line))
            return [(f.path, f.line) for f in check(self.copy) if f not in self.before[check]]


class Layers(Planted):
    @staticmethod
    def check(root: Path):
        return layers.check(root, MODULES)

    def planted_by(self, lines_of: dict[str, list[str]]) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
        """Plants each line in a file of its own beside the named one; what was planted, and what was found."""
        planted = []
        for path, texts in lines_of.items():
            for number, text in enumerate(texts):
                place = Path(path)
                planted.append((str(place.with_name(f"{place.stem}{number}{place.suffix}")), text))
        return [(path, 1) for path, _ in planted], self.new_findings(self.check, planted)

    def assert_found(self, lines_of: dict[str, list[str]]) -> None:
        planted, found = self.planted_by(lines_of)
        self.assertEqual(sorted(found), sorted(planted))

    def assert_silent(self, lines_of: dict[str, list[str]]) -> None:
        self.assertEqual(self.planted_by(lines_of)[1], [])

    def test_each_folder_is_refused_the_layers_above_and_beside_it(self) -> None:
        self.assert_found({f"{folder}/planted.cpp": [f'#include "{header}"' for header in forbidden.split()]
                           for folder, forbidden in FORBIDDEN_HEADERS.items()})

    def test_each_folder_is_refused_the_qt_modules_it_has_no_business_with(self) -> None:
        self.assert_found({f"{folder}/planted.h": [f"#include <{header}>" for header in forbidden.split()]
                           for folder, forbidden in FORBIDDEN_QT.items()})

    def test_what_the_table_allows_passes(self) -> None:
        self.assert_silent({f"{folder}/planted.cpp": [f"#include {header}" for header in allowed.split()]
                            for folder, allowed in ALLOWED.items()})

    def test_networks_are_strangers_to_each_other_and_to_the_rest(self) -> None:
        header = '#include "service/other/othermapper.h"'
        self.assert_found({f"{folder}/planted.cpp": [header] for folder in (
            "core/service", "core/service/mastodon", "core/outbox", "core/session", "core/command")})
        self.assert_found({"core/outbox/wiring.cpp": ['#include "service/other/otherprovider.h"']})
        self.assert_silent({"core/service/other/planted.cpp": [header]})

    def test_one_file_of_the_session_alone_wires_the_networks(self) -> None:
        header = '#include "service/other/otherprovider.h"'
        found = self.new_findings(self.check, [("core/session/zz1.cpp", header), ("core/session/zz2.cpp", header)])
        self.assertIn(("core/session/zz2.cpp", 1), found)

    def test_no_line_outside_its_folder_names_a_network(self) -> None:
        self.assert_found({
            "core/outbox/planted.cpp": ["// Mastodon forgets keys"],
            "core/store/journal/999.sql": ["-- as GoToSocial has it"],
            "core/session/planted.cpp": ['if (software == u"snac")'],
            "core/service/planted.h": ["enum class Flavour { Pleroma };"],
            "app/gui/qml/planted.qml": ['text: "Bluesky"'],
        })
        self.assert_silent({
            "core/service/mastodon/allowed.cpp": ["// Mastodon forgets keys"],
            "core/outbox/allowed.cpp": ["// a snack"],
        })

    def test_an_include_names_its_layer(self) -> None:
        self.assert_found({"core/store/planted.cpp": [
            '#include "database.h"', '#include "../base/error.h"', '#include "tests/support/fakeclock.h"']})

    def test_the_keychain_and_strange_libraries_stay_out(self) -> None:
        self.assert_found({
            "core/store/planted.cpp": ["#include <qt6keychain/keychain.h>", "#include <sqlite3.h>"],
            "core/base/planted.cpp": ["#include <openssl/ssl.h>"],
        })

    def test_a_folder_without_a_row_is_refused(self) -> None:
        self.assert_found({"core/planted/planted.cpp": ['#include "base/error.h"']})


class Others(Planted):
    def test_a_file_without_its_licence_is_found(self) -> None:
        planted = {
            "core/base/planted.h": "#pragma once",
            "core/base/planted.cpp": "// SPDX-License-Identifier: MIT",
            "core/store/journal/999.sql": "SELECT 1;",
            "core/planted/CMakeLists.txt": "add_subdirectory(other)",
            "tests/checks/planted.py": "import os",
            "planted": "#!/bin/sh",
        }
        found = self.new_findings(licenceheaders.check, list(planted.items()))
        self.assertEqual(sorted(found), sorted((path, 1) for path in planted))

    def test_a_path_of_one_machine_and_a_registry_are_found(self) -> None:
        for text in ("/home" + "/me/petrel", "include(/work" + "/x.cmake)", "https://pypi." + "org/simple",
                     "deb http://deb.debian." + "org/debian bookworm main"):
            with self.subTest(text=text):
                self.assertEqual(self.new_findings(places.check, [("planted.md", text)]), [("planted.md", 1)])
        self.assertEqual(self.new_findings(places.check, [("planted.md", "GET /api/v1/timelines/home")]), [])

    def test_a_package_that_readme_does_not_name_is_found(self) -> None:
        before = packages.check(self.copy)
        script = self.copy / ".ci/tools.sh"
        self.addCleanup(script.write_bytes, script.read_bytes())
        script.write_text("'\nplanted-package|planted'\n" + script.read_text(encoding="utf-8"), encoding="utf-8")
        found = [f for f in packages.check(self.copy) if f.words not in {b.words for b in before}]
        self.assertEqual([(f.path, f.line) for f in found], [(".ci/tools.sh", 2)])


class Translations(unittest.TestCase):
    def faults_of(self, translation: str, source: str = "%n post(s) of %1") -> list[str]:
        message = xml.fromstring(f"<message><source>{source}</source>{translation}</message>")
        return list(translations.faults(("Page", source, ""), message))

    def test_what_is_not_translated_or_lost_a_place_is_found(self) -> None:
        for text in ("", '<translation type="unfinished">%n de %1</translation>', "<translation>%n</translation>",
                     "<translation><numerusform>%n de %1</numerusform><numerusform></numerusform></translation>"):
            with self.subTest(text=text):
                self.assertEqual(len(self.faults_of(text)), 1)

    def test_a_whole_translation_passes(self) -> None:
        self.assertEqual(self.faults_of("<translation>%1, %n</translation>"), [])

    def test_a_string_that_lupdate_cannot_see_is_found(self) -> None:
        helper = '{0}\n{{\n    return QCoreApplication::translate("Petrel::Page", text);\n}}\n'
        function = helper.format("QString words(const char *text)")
        for planted in (function + 'words("Gone");\n',
                        function + 'words(\n    "Gone");\n',
                        helper.format("const auto words = [](const char *text)") + 'words("Gone");\n',
                        function + 'words(QT_TRANSLATE_NOOP("Petrel::Leaf", "Gone"));\n',
                        function + 'words(QT_TRANSLATE_N_NOOP("Petrel::Leaf", "%n gone"));\n'):
            with self.subTest(planted=planted):
                self.assertEqual([line for line, _ in translations.unseen(planted)], [5])
        for allowed in (function + 'words(QT_TRANSLATE_NOOP("Petrel::Page", "Here"));\n',
                        'QString words(const char *text)\n{\n    return QLatin1String(text);\n}\nwords("Here");\n'):
            with self.subTest(allowed=allowed):
                self.assertEqual(list(translations.unseen(allowed)), [])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path)
    parser.add_argument("--qt", type=Path, action="append", required=True)
    arguments = parser.parse_args()
    ROOT, MODULES = arguments.root, layers.qt_modules(arguments.qt)
    unittest.main(argv=[sys.argv[0]], verbosity=2)
