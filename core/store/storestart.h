// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

namespace Petrel {

//! Everything that happens when a store is opened, in the order that keeps copies older than caches. Used
//! once, on the thread that is to write; what it was given must outlive it.
class StoreStart {
public:
    using Reach = std::function<Result<Unit>(StorePoint)>;

    //! Fills `report`. `reach` is asked at the points of the two commits that raise the generation.
    StoreStart(const StoreOptions &options, const Reach &reach, StartReport &report);
    Result<Unit> run();
    //! The writing connections, after run() went well.
    [[nodiscard]] std::unique_ptr<Database> takeJournal() { return std::move(m_journal); }
    [[nodiscard]] std::unique_ptr<Database> takeCache() { return std::move(m_cache); }

    static QString journalPath(const QString &profile);
    static QString cachePath(const QString &profile);
    //! Leaves word for the next start to look at the cache closely.
    static void suspectCache(const QString &profile);

private:
    //! Makes sure that a sound journal, or none, is in its place.
    Result<Unit> prepareJournal();
    Result<Unit> replaceJournal();
    Result<Unit> openJournal();
    Result<Unit> copyJournal();
    Result<Unit> openCache();
    Result<Unit> tryCache();
    Result<Unit> lookClosely();
    Result<Unit> readOrigin();
    Result<Unit> judge();
    Result<Unit> raiseJournal();
    Result<Unit> raiseCache();

    const StoreOptions &m_options;
    const Reach &m_reach;
    StartReport &m_report;
    QString m_uid;
    QString m_machine;
    bool m_restored = false;
    qint64 m_cacheGeneration = 0;
    std::unique_ptr<Database> m_journal;
    std::unique_ptr<Database> m_cache;
};

} // namespace Petrel
