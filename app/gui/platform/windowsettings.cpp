// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/platform/windowsettings.h"

#include <QDir>

namespace Petrel {

WindowSettings::WindowSettings(const QString &profileDirectory)
    : m_kept(!profileDirectory.isEmpty()),
      m_file(QDir(profileDirectory).filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
{ }

QString WindowSettings::text(const QString &key, const QString &otherwise) const
{
    return m_kept ? m_file.value(key, otherwise).toString() : otherwise;
}

double WindowSettings::number(const QString &key, double otherwise) const
{
    bool ok = false;
    const double value = m_kept ? m_file.value(key).toDouble(&ok) : otherwise;
    return ok ? value : otherwise;
}

void WindowSettings::set(const QString &key, const QVariant &value)
{
    if (m_kept)
        m_file.setValue(key, value);
}

void WindowSettings::flush()
{
    if (m_kept)
        m_file.sync();
}

} // namespace Petrel
