// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
// petrel-emptywindow: the yardstick of petrel-bench. A program of its own that links nothing but what an
// empty window needs, since loading Petrel's libraries is a part of what is measured.
#include "bench/firstframe.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <cstdio>

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QQmlApplicationEngine engine;
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Petrel/Bench/EmptyWindow.qml")));
    auto *window =
        engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(engine.rootObjects().first());
    if (!window)
        return 1;
    const Petrel::FirstFrame frame(*window, Petrel::FirstFrame::Of::Window);
    QObject::connect(&frame, &Petrel::FirstFrame::shown, &application, [&frame] {
        std::printf("{\"shownAtNs\":\"%lld\"}\n", static_cast<long long>(frame.shownAtNs()));
        QCoreApplication::quit();
    });
    return QGuiApplication::exec();
}
