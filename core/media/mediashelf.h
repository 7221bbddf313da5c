// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/mediafile.h"
#include "media/mediaindex.h"

#include <QSet>
#include <QString>

#include <memory>

namespace Petrel {

//! The media cache as it lies on disk: files named by the SHA-256 of their bytes, and an index. All of it
//! blocks; MediaCache keeps it on a thread of its own.
//!
//! A file is written under another name and renamed before the index learns of it, without fsync. So a kill
//! leaves at worst a file that nobody knows, removed at the next opening; and what a power cut tore is found
//! by its hash, which is taken when a file is first read in a run, and is fetched again. An index that is
//! lost, damaged or newer than this program is begun anew with an empty folder. Files of other names are left
//! alone.
class MediaShelf {
public:
    //! Opens at first use. `budgetBytes` counts the files, not the index.
    MediaShelf(QString directory, qint64 budgetBytes);
    ~MediaShelf();

    //! NotFound where it is not there, or not whole.
    Result<MediaFile> find(const QString &address);
    //! Storage where it cannot be kept: a full disk, or more than the whole budget.
    Result<MediaFile> put(const QString &address, const QByteArray &bytes);
    //! Of all files together.
    Result<qint64> totalBytes();
    Result<Unit> setBudget(qint64 bytes);
    Result<Unit> clear();

private:
    template <typename F> auto guarded(F work) -> decltype(work());
    Result<Unit> open();
    void beginAnew();
    Result<Unit> removeOrphans();
    Result<Unit> evict();
    Result<Unit> drop(const QVector<MediaEntry> &entries);
    Result<MediaFile> findNow(const QString &address);
    Result<MediaFile> putNow(const QString &address, const QByteArray &bytes);
    Result<Unit> write(const QString &hash, const QByteArray &bytes);
    [[nodiscard]] QString pathOf(const QString &name) const;

    QString m_directory;
    qint64 m_budget;
    std::unique_ptr<MediaIndex> m_index;
    bool m_damaged = false;
    qint64 m_total = 0;
    qint64 m_used = 0;
    QSet<QString> m_verified; //!< hashes read or written whole in this run
};

} // namespace Petrel
