// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QVector>

#include <functional>
#include <memory>

namespace Petrel {

//! One file of the cache as the index knows it.
struct MediaEntry {
    QString hash; //!< SHA-256 of its bytes in hexadecimal digits: the name of the file
    qint64 size = 0; //!< bytes
    QByteArray mime;
    qint64 used = 0; //!< rank of the last use: a count, since wall time may jump
};

//! Which address has which file, in a small database of its own beside the files. One thread.
class MediaIndex {
public:
    //! Opens or creates. `onDamage` is called whenever the database turns out to be damaged. Unsupported:
    //! written by a newer Petrel.
    static Result<std::unique_ptr<MediaIndex>> open(const QString &path, std::function<void()> onDamage);

    //! NotFound where the address is not known.
    Result<MediaEntry> find(const QString &address);
    //! Files and their addresses are written together; a file that is known already gets one more address.
    Result<Unit> add(const QString &address, const MediaEntry &entry);
    Result<Unit> touch(const QString &hash, qint64 used);
    //! With every address of these.
    Result<Unit> forget(const QVector<QString> &hashes);
    //! The least recently used files which together hold at least `bytes`.
    Result<QVector<MediaEntry>> oldest(qint64 bytes);
    Result<QSet<QString>> hashes();
    Result<bool> knows(const QString &hash);
    Result<qint64> totalBytes();
    Result<qint64> lastUsed();

private:
    MediaIndex() = default;
    std::unique_ptr<Database> m_db;
};

} // namespace Petrel
