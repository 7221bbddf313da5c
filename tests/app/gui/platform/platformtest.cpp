// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/platform/platform.h"

#include "gui/platform/desktopsettings.h"

#include <QGuiApplication>
#include <QPalette>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Petrel;

namespace {

//! A desktop without a bus.
QDBusConnection nowhere()
{
    return QDBusConnection(QStringLiteral("no such bus"));
}

//! What the portal would say.
void say(DesktopSettings &desktop, const char *group, const char *key, const QVariant &value)
{
    QVERIFY(QMetaObject::invokeMethod(&desktop, "settingChanged", Q_ARG(QString, QString::fromLatin1(group)),
                                      Q_ARG(QString, QString::fromLatin1(key)),
                                      Q_ARG(QDBusVariant, QDBusVariant(value))));
}

} // namespace

class PlatformTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutABusThePaletteDecides()
    {
        DesktopSettings desktop(nowhere());
        Platform platform({}, desktop);
        QVERIFY(!platform.reducedMotion());
        QSignalSpy changed(&platform, &Platform::darkChanged);
        QPalette dark;
        dark.setColor(QPalette::Window, Qt::black);
        QGuiApplication::setPalette(dark);
        QTRY_VERIFY(platform.isDark());
        QPalette light;
        light.setColor(QPalette::Window, Qt::white);
        QGuiApplication::setPalette(light);
        QTRY_VERIFY(!platform.isDark());
        QVERIFY(changed.size() >= 1);
    }

    void theDesktopsChoiceIsFollowedWhileItChanges()
    {
        DesktopSettings desktop(nowhere());
        Platform platform({}, desktop);
        say(desktop, "org.freedesktop.appearance", "color-scheme", 1u);
        QVERIFY(platform.isDark());
        say(desktop, "org.freedesktop.appearance", "color-scheme", 2u);
        QVERIFY(!platform.isDark());
        say(desktop, "org.gnome.desktop.interface", "enable-animations", false);
        QVERIFY(platform.reducedMotion());
        // As Read() wraps it.
        say(desktop, "org.gnome.desktop.interface", "enable-animations",
            QVariant::fromValue(QDBusVariant(true)));
        QVERIFY(!platform.reducedMotion());
    }

    void thePersonsChoiceGoesBeforeTheDesktops()
    {
        DesktopSettings desktop(nowhere());
        Platform platform({}, desktop);
        say(desktop, "org.freedesktop.appearance", "color-scheme", 1u);
        platform.setThemeChoice(QStringLiteral("light"));
        QVERIFY(!platform.isDark());
        platform.setThemeChoice(QStringLiteral("purple"));
        QCOMPARE(platform.themeChoice(), QStringLiteral("light"));
        platform.setThemeChoice(QStringLiteral("system"));
        QVERIFY(platform.isDark());
    }

    void choicesSurviveARestart()
    {
        QTemporaryDir profile;
        DesktopSettings desktop(nowhere());
        {
            Platform platform(profile.path(), desktop);
            platform.setThemeChoice(QStringLiteral("dark"));
            platform.setTextScale(1.3);
            platform.flush();
        }
        const Platform platform(profile.path(), desktop);
        QCOMPARE(platform.themeChoice(), QStringLiteral("dark"));
        QCOMPARE(platform.textScale(), 1.3);
    }

    void theScaleOfTextIsHeldToWhatCanBeRead()
    {
        DesktopSettings desktop(nowhere());
        Platform platform({}, desktop);
        platform.setTextScale(9);
        QCOMPARE(platform.textScale(), 1.6);
        platform.setTextScale(0);
        QCOMPARE(platform.textScale(), 0.8);
    }
};

QTEST_MAIN(PlatformTest)
#include "platformtest.moc"
