// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QGuiApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QTranslator>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(PetrelPlugin)

namespace {

using namespace Petrel;

void translate(QGuiApplication &application, QTranslator &ours, QTranslator &qts)
{
    const QLocale locale;
    const QString folder = QStringLiteral(":/translations");
    // Without the plurals of English, a language that is not there would show "1 new post(s)".
    if (ours.load(locale, QStringLiteral("petrel"), QStringLiteral("_"), folder)
        || ours.load(QStringLiteral("petrel_en"), folder))
        application.installTranslator(&ours);
    if (qts.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(&qts);
}

ApplicationOptions readOptions(const QGuiApplication &application)
{
    const auto translated = [](const char *text) {
        return QCoreApplication::translate("Petrel::Main", text);
    };
    QCommandLineParser parser;
    parser.setApplicationDescription(
        translated(QT_TRANSLATE_NOOP("Petrel::Main", "A client for the open social network.")));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile"),
                                     translated(QT_TRANSLATE_NOOP("Petrel::Main", "Uses this profile.")),
                                     QStringLiteral("DIR"));
    const QCommandLineOption credentials(
        QStringLiteral("credentials-file"),
        translated(QT_TRANSLATE_NOOP(
            "Petrel::Main", "Keeps tokens in this file, readable by you alone, instead of the keychain.")),
        QStringLiteral("FILE"));
    QCommandLineOption demo(
        QStringLiteral("demo-control"),
        translated(QT_TRANSLATE_NOOP(
            "Petrel::Main", "Shows the switches of a demonstration's server; may be given several times.")),
        QStringLiteral("URL"));
    demo.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({profile, credentials, demo});
    parser.process(application);
    ApplicationOptions options;
    options.profileDirectory = parser.isSet(profile)
        ? QFileInfo(parser.value(profile)).absoluteFilePath()
        : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/petrel");
    if (parser.isSet(credentials))
        options.credentialsFile = QFileInfo(parser.value(credentials)).absoluteFilePath();
    options.demoControls = parser.values(demo);
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("petrel"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Petrel"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.petrel.Petrel"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/petrel/icons/petrel.svg")));
    QGuiApplication::setApplicationVersion(QStringLiteral(PETREL_VERSION));
    QTranslator ours;
    QTranslator qts;
    translate(application, ours, qts);
    Application petrel(readOptions(application));
    QObject::connect(&petrel, &Application::finished, &application, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    petrel.start();
    return QGuiApplication::exec();
}
