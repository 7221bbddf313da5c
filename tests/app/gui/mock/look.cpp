// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shows one scene of the invented world in the real window and writes it as a picture:
//   petrel-look SCENE FILE.png [--size WxH] [--dark] [--rtl] [--scale 1.2] [--open weather|help|…] [--keys
//   jj…]
#include "paintedproviders.h"

#include <QCommandLineParser>
#include <QCursor>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQmlContext>
#include <QQmlExpression>
#include <QQmlExtensionPlugin>
#include <QQuickWindow>
#include <QTimer>
#include <QTranslator>

Q_IMPORT_QML_PLUGIN(PetrelPlugin)

//! The seconds for pictures to arrive are generous: nothing here is asserted.
int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("scene"), QStringLiteral("one of App.scenes"));
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("the picture to write"));
    parser.addOptions({{QStringLiteral("size"), {}, QStringLiteral("WxH"), QStringLiteral("1180x820")},
                       {QStringLiteral("dark"), {}},
                       {QStringLiteral("rtl"), {}},
                       {QStringLiteral("scale"), {}, QStringLiteral("factor"), QStringLiteral("1")},
                       {QStringLiteral("translation"), {}, QStringLiteral("file.qm")},
                       {QStringLiteral("live"), {}, QStringLiteral("folder")},
                       {QStringLiteral("run"), {}, QStringLiteral("script run on the window's shell")}});
    parser.process(application);
    const QStringList positional = parser.positionalArguments();
    if (positional.size() != 2) {
        parser.showHelp(2);
    }
    QTranslator translator;
    if (parser.isSet(QStringLiteral("translation"))
        && translator.load(parser.value(QStringLiteral("translation")))) {
        QCoreApplication::installTranslator(&translator);
    }
    if (parser.isSet(QStringLiteral("rtl"))) {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    }

    // Else the pointer rests on the rail, and its tooltip is in every picture.
    QCursor::setPos(2000, 2000);
    QQmlApplicationEngine engine;
    Petrel::furnish(engine);
    // With the folder of a module Petrel given, its files are read as they are, without building.
    const QString live = parser.value(QStringLiteral("live"));
    if (!live.isEmpty()) {
        QStringList paths = engine.importPathList();
        paths.removeAll(QStringLiteral("qrc:/qt/qml"));
        engine.setImportPathList(paths << live);
    }
    engine.load(live.isEmpty() ? QUrl(QStringLiteral("qrc:/qt/qml/Petrel/qml/Main.qml"))
                               : QUrl::fromLocalFile(live + QStringLiteral("/Petrel/qml/Main.qml")));
    if (engine.rootObjects().isEmpty()) {
        return 1;
    }
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    const QStringList size = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
    window->resize(size.value(0).toInt(), size.value(1).toInt());
    auto *shell = window->property("shell").value<QObject *>();
    QQmlComponent director(&engine);
    director.setData(
        "import QtQml; import Petrel.App; QtObject { function play(scene, dark, scale) { App.show(scene);"
        "Platform.themeChoice = dark ? 'dark' : 'light'; Platform.textScale = scale; } }",
        {});
    QScopedPointer<QObject> directing(director.create());
    QMetaObject::invokeMethod(directing.data(), "play", Q_ARG(QVariant, positional.at(0)),
                              Q_ARG(QVariant, parser.isSet(QStringLiteral("dark"))),
                              Q_ARG(QVariant, parser.value(QStringLiteral("scale")).toDouble()));
    QTimer::singleShot(400, window, [&] {
        if (parser.isSet(QStringLiteral("run"))) {
            QQmlExpression script(qmlContext(shell), shell, parser.value(QStringLiteral("run")));
            script.evaluate();
            if (script.hasError()) {
                qWarning() << script.error();
            }
        }
    });
    QTimer::singleShot(1200, window, [&] {
        window->grabWindow().save(positional.at(1));
        QCoreApplication::quit();
    });
    return QGuiApplication::exec();
}
