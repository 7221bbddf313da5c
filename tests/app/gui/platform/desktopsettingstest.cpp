// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/platform/desktopsettings.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusServer>
#include <QHash>
#include <QSignalSpy>
#include <QtTest>

using namespace Petrel;

namespace {

QString name(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

//! The settings portal as a desktop has it: Read() wraps each value twice, the signal once.
class Portal : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    QHash<QString, QVariant> values;
    void change(const QString &group, const QString &key, const QVariant &value)
    {
        Q_EMIT SettingChanged(group, key, QDBusVariant(value));
    }

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        const auto found = values.constFind(group + QLatin1Char(' ') + key);
        if (found == values.cend()) {
            sendErrorReply(name("org.freedesktop.portal.Error.NotFound"), name("no such setting"));
            return {};
        }
        return QDBusVariant(QVariant::fromValue(QDBusVariant(*found)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

//! Over a line of D-Bus of its own: what the desktop of whoever runs this has is left alone. Signals of a
//! service need a bus: with PETREL_TEST_BUS the session bus is one that was started for this test.
class DesktopSettingsTest : public QObject {
    Q_OBJECT
private:
    const bool m_onBus = qEnvironmentVariableIsSet("PETREL_TEST_BUS");
    QDBusServer m_server;
    Portal m_portal;
    QList<QDBusConnection> m_lines;

    QDBusConnection line()
    {
        return m_onBus ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, name("desktop"))
                       : QDBusConnection::connectToPeer(m_server.address(), name("desktop"));
    }
    void serve(QDBusConnection connection)
    {
        QVERIFY(
            connection.registerObject(name("/org/freedesktop/portal/desktop"), &m_portal,
                                      QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        m_lines.append(connection);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (m_onBus) {
            auto portal = QDBusConnection::connectToBus(QDBusConnection::SessionBus, name("portal"));
            QVERIFY(portal.registerService(name("org.freedesktop.portal.Desktop")));
            return serve(portal);
        }
        if (!m_server.isConnected())
            QSKIP("no D-Bus library on this computer");
        connect(&m_server, &QDBusServer::newConnection, this, &DesktopSettingsTest::serve);
    }
    void cleanup()
    {
        if (m_onBus) {
            QDBusConnection::disconnectFromBus(name("desktop"));
        } else {
            QDBusConnection::disconnectFromPeer(name("desktop"));
            m_lines.clear();
        }
        m_portal.values.clear();
    }

    void whatTheDesktopHasIsAskedFor()
    {
        m_portal.values.insert(name("org.freedesktop.appearance color-scheme"), 1u);
        m_portal.values.insert(name("org.gnome.desktop.interface enable-animations"), false);
        const DesktopSettings desktop(line());
        QTRY_COMPARE(desktop.dark(), std::optional(true));
        QTRY_COMPARE(desktop.animations(), std::optional(false));
    }

    void aChangeIsHeard()
    {
        if (!m_onBus)
            QSKIP("needs a bus");
        m_portal.values.insert(name("org.freedesktop.appearance color-scheme"), 2u);
        const DesktopSettings desktop(line());
        QTRY_COMPARE(desktop.dark(), std::optional(false));
        m_portal.change(name("org.freedesktop.appearance"), name("color-scheme"), 1u);
        QTRY_COMPARE(desktop.dark(), std::optional(true));
        m_portal.change(name("org.freedesktop.appearance"), name("color-scheme"), 0u);
        QTRY_COMPARE(desktop.dark(), std::optional<bool>());
    }

    void aDesktopThatKnowsOneSettingIsAskedForBoth()
    {
        m_portal.values.insert(name("org.gnome.desktop.interface enable-animations"), false);
        const DesktopSettings desktop(line());
        QTRY_COMPARE(desktop.animations(), std::optional(false));
        QCOMPARE(desktop.dark(), std::optional<bool>());
    }
};

QTEST_GUILESS_MAIN(DesktopSettingsTest)
#include "desktopsettingstest.moc"
