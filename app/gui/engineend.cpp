// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/engineend.h"

#include <QCoreApplication>
#include <QEvent>
#include <QQmlApplicationEngine>

namespace Petrel {

void endEngine(std::unique_ptr<QQmlApplicationEngine> engine)
{
    if (!engine)
        return;
    const QList<QObject *> roots = engine->rootObjects();
    qDeleteAll(roots);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace Petrel
