// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace Petrel {

//! What the person set for the whole desktop, as the settings portal tells it over D-Bus, and every change of
//! it. Asks without waiting; where there is no bus, no portal or no such setting, the value stays unknown and
//! nothing is said.
class DesktopSettings : public QObject {
    Q_OBJECT
public:
    explicit DesktopSettings(const QDBusConnection &bus, QObject *parent = nullptr);

    //! Nothing = no preference, or not known.
    [[nodiscard]] std::optional<bool> dark() const { return m_dark; }
    [[nodiscard]] std::optional<bool> animations() const { return m_animations; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &group, const QString &key);

    QDBusConnection m_bus;
    std::optional<bool> m_dark;
    std::optional<bool> m_animations;
};

} // namespace Petrel
