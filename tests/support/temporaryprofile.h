// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QTemporaryDir>

namespace Petrel {

//! A profile folder that goes away with the test; copies of it play restored backups and killed programs.
class TemporaryProfile {
public:
    [[nodiscard]] bool isValid() const { return m_dir.isValid(); }
    [[nodiscard]] QString path() const { return m_dir.path(); }
    [[nodiscard]] QString file(const QString &name) const { return m_dir.filePath(name); }

    //! Copies every file of this profile, as it lies on disk now, over another's; false where one could not
    //! be copied.
    [[nodiscard]] bool copyTo(const TemporaryProfile &other) const { return copyTo(other.path()); }
    //! The same into a folder that is there.
    [[nodiscard]] bool copyTo(const QString &folder) const
    {
        return copyTree(QDir(m_dir.path()), QDir(folder));
    }

private:
    static bool copyTree(const QDir &from, const QDir &to)
    {
        const auto all = from.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        for (const QFileInfo &info : all) {
            const QString target = to.filePath(info.fileName());
            if (info.isDir()) {
                if (!to.mkpath(info.fileName()) || !copyTree(QDir(info.filePath()), QDir(target)))
                    return false;
            } else if (info.isFile()) {
                if (QFile::exists(target) && !QFile::remove(target))
                    return false;
                if (!QFile::copy(info.filePath(), target))
                    return false;
            }
        }
        return true;
    }

    //! In memory where the system offers it: these tests kill programs, not the power, and thousands of
    //! fsyncs on a disk would be all they measure.
    static QString root()
    {
        const QFileInfo memory(QStringLiteral("/dev/shm"));
        return memory.isWritable() ? memory.filePath() : QDir::tempPath();
    }

    QTemporaryDir m_dir{root() + QStringLiteral("/petrel-test-XXXXXX")};
};

} // namespace Petrel
