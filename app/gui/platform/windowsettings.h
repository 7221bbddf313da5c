// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QString>
#include <QVariant>

namespace Petrel {

//! How the window looks on this computer: a small file of its own in the profile, not the journal. It is
//! needed before the journal is open (a page that says why it does not open is drawn in the chosen colours
//! too), and a copy of the journal put on another computer must not bring another screen's sizes along.
//! Losing it loses nothing; a file that cannot be written is no error.
class WindowSettings {
public:
    //! An empty directory keeps nothing.
    explicit WindowSettings(const QString &profileDirectory);

    [[nodiscard]] QString text(const QString &key, const QString &otherwise) const;
    [[nodiscard]] double number(const QString &key, double otherwise) const;
    void set(const QString &key, const QVariant &value);
    //! Writes what was set to the disk.
    void flush();

private:
    bool m_kept;
    QSettings m_file;
};

} // namespace Petrel
