// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "media/mediafile.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>

namespace Petrel {

class MediaShelf;
class WorkThread;

struct MediaCacheOptions {
    QString directory; //!< "media" in the profile; created with mode 0700; one process at a time
    qint64 budgetBytes = 512LL * 1024 * 1024; //!< of all files; past it the least recently used go, down to
                                              //!< nine tenths
    bool threaded = true; //!< false: at once on the caller's thread, for reproducible tests
};

//! Media files on disk by their addresses, the same bytes once however many addresses have them. All disk
//! work is done on a thread of its own; tasks end on the caller's. Nothing in it is precious: see MediaShelf
//! for what happens to what is torn or lost. Files are never fetched anew while they are here: a server that
//! changes a picture gives it another address.
class MediaCache : public QObject {
    Q_OBJECT
public:
    explicit MediaCache(const MediaCacheOptions &options, QObject *parent = nullptr);
    ~MediaCache() override;

    //! The file, verified; counts as a use. NotFound where it is not there; Storage.
    Task<MediaFile> find(const QUrl &url);
    //! Keeps it, and gives it back with its path. Storage where it cannot be kept.
    Task<MediaFile> put(const QUrl &url, const QByteArray &bytes);
    //! Bytes of all files.
    Task<qint64> totalBytes();
    //! Evicts at once where that is less than before.
    Task<Unit> setBudget(qint64 bytes);
    //! Removes everything.
    Task<Unit> clear();

private:
    std::unique_ptr<MediaShelf> m_shelf; //!< of the working thread
    std::unique_ptr<WorkThread> m_thread;
};

//! What an address is known by: encoded in full, without what never reaches a server.
[[nodiscard]] QString mediaKey(const QUrl &url);

} // namespace Petrel
