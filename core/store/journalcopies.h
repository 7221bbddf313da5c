// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QStringList>

namespace Petrel {

//! What a look at a database file found, without changing it.
struct FileCheck {
    enum class Health { Good, Damaged };
    Health health = Health::Good;
    int version = 0;
};

//! Opens read-only, reads the version, and runs SQLite's quick check. An error speaks of the way to the file
//! (no permission, busy), not of its contents.
Result<FileCheck> checkFile(const QString &path);

//! The copies of the journal in "<profile>/copies", numbered upwards; the newest three are kept.
class JournalCopies {
public:
    explicit JournalCopies(const QString &profile)
        : m_directory(profile + QStringLiteral("/copies"))
    { }
    //! Paths, newest first.
    [[nodiscard]] QStringList all() const;
    //! Writes a new copy, brings it to the disk, opens it once, and lets the oldest go.
    Result<Unit> make(Database &journal);
    //! Puts the newest good copy of a version we know to `target`, marked as restored. False = there is none.
    Result<bool> restoreTo(const QString &target, int newestVersion);

    static constexpr int kept = 3;

private:
    QString m_directory;
};

} // namespace Petrel
