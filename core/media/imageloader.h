// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "media/imagedecoder.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QSize>
#include <QString>
#include <QUrl>

#include <memory>
#include <vector>

namespace Petrel {

class MediaFetcher;
class WorkThread;

//! One picture as it is shown in one place.
struct ImageRequest {
    QUrl url;
    QSize size; //!< device pixels; empty = the picture's own
    ImageMode mode = ImageMode::Fit;
    int radius = 0; //!< device pixels of round corners cut out; see roundedImage()
};

struct ImageLoaderOptions {
    //! Of decoded images kept; least recently used go first. A few screens: what lies further back is decoded
    //! again from the disk.
    qint64 memoryBytes = 8LL * 1024 * 1024;
    int decoders = 2; //!< threads
    bool threaded = true; //!< false: decoded at once on the caller's thread, for reproducible tests
};

//! Pictures ready to be painted: from memory, else from disk or the network through the fetcher, decoded at
//! display size on threads of its own, what was asked for last first. Lives on the caller's thread (that of
//! the window), where tasks end; images may be handed to any thread.
class ImageLoader : public QObject {
    Q_OBJECT
public:
    //! `fetcher` must outlive the loader.
    explicit ImageLoader(MediaFetcher &fetcher, const ImageLoaderOptions &options = {},
                         QObject *parent = nullptr);
    ~ImageLoader() override;

    //! The image, for as long as `asker` (not null) lives: destroy it when the place has scrolled away.
    //! Identical requests are decoded once. Ends at once where the image is in memory. Errors: those of
    //! MediaFetcher::fetch() and decodeImage(); a picture that cannot be decoded is not tried again in this
    //! run while it is remembered.
    Task<QImage> load(const ImageRequest &request, QObject *asker);
    //! The image where it is in memory, else a null one: what a place shows without flicker. Counts as a use.
    [[nodiscard]] QImage fromMemory(const ImageRequest &request);
    //! Forgets every decoded image, as when memory is short.
    void clearMemory();

private:
    struct Job;
    using JobPtr = std::shared_ptr<Job>;

    void decodeWhatMay();
    void decode(const JobPtr &job, WorkThread &decoder);
    void end(const JobPtr &job, const Result<QImage> &result);
    void sweep();
    [[nodiscard]] bool isAlive(const JobPtr &job) const;

    MediaFetcher &m_fetcher;
    QCache<QString, QImage> m_memory;
    QCache<QString, Error> m_refused;
    QHash<QString, JobPtr> m_jobs;
    quint64 m_lastRank = 0;
    bool m_ending = false;
    std::vector<std::unique_ptr<WorkThread>> m_decoders;
    std::vector<WorkThread *> m_idle; //!< those that have nothing to do
};

} // namespace Petrel
