// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application.h"

#include "store/profilelock.h"

#include <QGuiApplication>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtQml/qqmlextensionplugin.h>
#include <QtTest>

Q_IMPORT_QML_PLUGIN(PetrelPlugin)

using namespace Petrel;

namespace {

ApplicationOptions optionsIn(const QTemporaryDir &folder)
{
    ApplicationOptions options;
    options.profileDirectory = folder.filePath(QStringLiteral("profile"));
    options.credentialsFile = folder.filePath(QStringLiteral("credentials"));
    return options;
}

QQuickWindow *window()
{
    for (QWindow *top : QGuiApplication::topLevelWindows()) {
        auto *quick = qobject_cast<QQuickWindow *>(top);
        if (quick && quick->isVisible() && quick->title().contains(QStringLiteral("Petrel")))
            return quick;
    }
    return nullptr;
}

} // namespace

class ApplicationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWindowOpensIsRaisedByASecondStartAndClosesInOrder()
    {
        QTemporaryDir folder;
        Application first(optionsIn(folder));
        QSignalSpy ended(&first, &Application::finished);
        first.start();
        QVERIFY(window());
        QVERIFY(!ProfileLock::acquire(optionsIn(folder).profileDirectory).ok());

        window()->setVisibility(QWindow::Minimized);
        {
            Application second(optionsIn(folder));
            QSignalSpy raised(&second, &Application::finished);
            second.start();
            QTRY_COMPARE(raised.size(), 1);
            QCOMPARE(raised.first().first().toInt(), 0);
        }
        QTRY_VERIFY(window() && window()->visibility() != QWindow::Minimized);
        QVERIFY(ended.isEmpty());

        window()->close();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended.first().first().toInt(), 0);
        QVERIFY(ProfileLock::acquire(optionsIn(folder).profileDirectory).ok());
    }

    void whileAnotherProgramHasTheProfileTheWindowSaysSoAndOpensAfterwards()
    {
        QTemporaryDir folder;
        auto lock = ProfileLock::acquire(optionsIn(folder).profileDirectory);
        QVERIFY(lock.ok());
        Application application(optionsIn(folder));
        QSignalSpy ended(&application, &Application::finished);
        application.start();
        QTRY_VERIFY_WITH_TIMEOUT(window(), 10'000);
        auto *app = application.findChild<AppController *>();
        QVERIFY(app);
        QVERIFY(!app->isReady());
        QVERIFY(!app->startError().isEmpty());
        lock.take().reset();
        QTRY_VERIFY_WITH_TIMEOUT(app->isReady(), 10'000);
        QVERIFY(app->startError().isEmpty());
        window()->close();
        QTRY_COMPARE(ended.size(), 1);
    }

    void whoGoesInTheMiddleOfItsEndDoesNotEndTwice()
    {
        QTemporaryDir folder;
        auto application = std::make_unique<Application>(optionsIn(folder));
        QSignalSpy ended(application.get(), &Application::finished);
        application->start();
        QVERIFY(window());
        window()->close();
        QCoreApplication::sendPostedEvents(application.get(), QEvent::MetaCall);
        application.reset();
        QVERIFY(ended.isEmpty());
        QVERIFY(ProfileLock::acquire(optionsIn(folder).profileDirectory).ok());
    }

    void aProfileThatCannotBeMadeIsAPageAndNoSilentEnd()
    {
        ApplicationOptions options;
        options.profileDirectory = QStringLiteral("/proc/no/such/profile");
        Application application(options);
        QSignalSpy ended(&application, &Application::finished);
        application.start();
        QVERIFY(window());
        QVERIFY(!application.findChild<AppController *>()->startError().isEmpty());
        QVERIFY(ended.isEmpty());
        window()->close();
        QTRY_COMPARE(ended.size(), 1);
    }
};

QTEST_MAIN(ApplicationTest)
#include "applicationtest.moc"
