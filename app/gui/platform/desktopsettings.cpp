// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/platform/desktopsettings.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace Petrel {

namespace {

QString service()
{
    return QStringLiteral("org.freedesktop.portal.Desktop");
}

QString path()
{
    return QStringLiteral("/org/freedesktop/portal/desktop");
}

QString settings()
{
    return QStringLiteral("org.freedesktop.portal.Settings");
}

QString appearance()
{
    return QStringLiteral("org.freedesktop.appearance");
}

QString colorScheme()
{
    return QStringLiteral("color-scheme");
}

QString desktopInterface()
{
    return QStringLiteral("org.gnome.desktop.interface");
}

QString enableAnimations()
{
    return QStringLiteral("enable-animations");
}

//! Read() wraps its value once more than ReadOne() and the signal do.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

DesktopSettings::DesktopSettings(const QDBusConnection &bus, QObject *parent)
    : QObject(parent),
      m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(service(), path(), settings(), QStringLiteral("SettingChanged"), this,
                  SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask(appearance(), colorScheme());
    ask(desktopInterface(), enableAnimations());
}

void DesktopSettings::ask(const QString &group, const QString &key)
{
    auto call = QDBusMessage::createMethodCall(service(), path(), settings(), QStringLiteral("Read"));
    call << group << key;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isError())
            settingChanged(group, key, reply.value());
    });
}

void DesktopSettings::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    const QVariant plain = unwrapped(QVariant::fromValue(value));
    if (group == appearance() && key == colorScheme()) {
        // 0 no preference, 1 dark, 2 light; others are to be read as 0.
        const uint scheme = plain.toUInt();
        m_dark = scheme == 1 ? std::optional(true) : scheme == 2 ? std::optional(false) : std::nullopt;
    } else if (group == desktopInterface() && key == enableAnimations()) {
        m_animations = plain.toBool();
    } else {
        return;
    }
    Q_EMIT changed();
}

} // namespace Petrel
