// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paintedproviders.h"

#include <QQmlExtensionPlugin>
#include <QtQuickTest>

Q_IMPORT_QML_PLUGIN(PetrelPlugin)

namespace Petrel {

//! The tests are the tst_….qml files beside this one.
class WindowTest : public QObject {
    Q_OBJECT
public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine) { furnish(*engine); }
};

} // namespace Petrel

QUICK_TEST_MAIN_WITH_SETUP(window, Petrel::WindowTest)

#include "windowtest.moc"
