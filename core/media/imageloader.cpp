// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/imageloader.h"

#include "media/askers.h"
#include "media/mediacache.h"
#include "media/mediafetcher.h"
#include "media/roundedimage.h"
#include "media/workthread.h"

namespace Petrel {

namespace {

constexpr int mostRefused = 1'000;

QString keyOf(const ImageRequest &request)
{
    return QStringLiteral("%1x%2 %3 %4 ")
               .arg(request.size.width())
               .arg(request.size.height())
               .arg(int(request.mode))
               .arg(request.radius)
        + mediaKey(request.url);
}

Result<QImage> made(const QByteArray &bytes, const ImageRequest &request)
{
    auto decoded = decodeImage(bytes, request.size, request.mode);
    if (decoded.ok() && request.radius > 0)
        return roundedImage(decoded.value(), request.radius);
    return decoded;
}

} // namespace

struct ImageLoader::Job {
    QString key;
    ImageRequest request;
    bool fetched = false;
    bool decoding = false;
    QByteArray bytes; //!< between the two
    quint64 rank = 0; //!< highest = asked for last
    Askers<QImage> askers;
    QObject wish; //!< its end tells the fetcher that nobody waits
};

ImageLoader::ImageLoader(MediaFetcher &fetcher, const ImageLoaderOptions &options, QObject *parent)
    : QObject(parent),
      m_fetcher(fetcher),
      m_memory(options.memoryBytes),
      m_refused(mostRefused)
{
    const int decoders = options.threaded ? std::max(1, options.decoders) : 1;
    for (int i = 0; i < decoders; ++i) {
        m_decoders.push_back(
            std::make_unique<WorkThread>(QStringLiteral("petrel-decode-%1").arg(i), options.threaded));
        m_idle.push_back(m_decoders.back().get());
    }
}

ImageLoader::~ImageLoader()
{
    // Whoever hears "cancelled" may ask again: not of this loader.
    m_ending = true;
    const auto jobs = std::exchange(m_jobs, {});
    m_decoders.clear();
}

Task<QImage> ImageLoader::load(const ImageRequest &request, QObject *asker)
{
    Q_ASSERT(asker);
    if (m_ending)
        return Error{ErrorKind::Cancelled, {}, QStringLiteral("loader gone"), {}};
    const QString key = keyOf(request);
    if (const QImage *known = m_memory.object(key))
        return Result<QImage>(*known);
    if (const Error *refusal = m_refused.object(key))
        return *refusal;
    connect(asker, &QObject::destroyed, this, &ImageLoader::sweep, Qt::UniqueConnection);
    if (const JobPtr known = m_jobs.value(key)) {
        known->rank = ++m_lastRank;
        return known->askers.add(asker);
    }
    const auto job = std::make_shared<Job>();
    job->key = key;
    job->request = request;
    job->rank = ++m_lastRank;
    m_jobs.insert(key, job);
    auto task = job->askers.add(asker);
    const std::weak_ptr<Job> wanted = job;
    m_fetcher.fetch(request.url, &job->wish).finally(this, [this, wanted](Result<MediaFile> file) {
        const JobPtr job = wanted.lock();
        if (!job || !isAlive(job))
            return;
        if (!file.ok())
            return end(job, file.error());
        job->bytes = file.take().bytes;
        job->fetched = true;
        decodeWhatMay();
    });
    return task;
}

QImage ImageLoader::fromMemory(const ImageRequest &request)
{
    const QImage *known = m_memory.object(keyOf(request));
    return known ? *known : QImage();
}

void ImageLoader::clearMemory()
{
    m_memory.clear();
}

void ImageLoader::decodeWhatMay()
{
    while (!m_idle.empty()) {
        JobPtr next;
        for (const JobPtr &job : std::as_const(m_jobs)) {
            if (job->fetched && !job->decoding && (!next || next->rank < job->rank))
                next = job;
        }
        if (!next)
            return;
        WorkThread &decoder = *m_idle.back();
        m_idle.pop_back();
        decode(next, decoder);
    }
}

void ImageLoader::decode(const JobPtr &job, WorkThread &decoder)
{
    job->decoding = true;
    auto decoding = decoder.run(
        [bytes = std::exchange(job->bytes, {}), request = job->request] { return made(bytes, request); });
    decoding.finally(this, [this, job, &decoder](const Result<QImage> &result) {
        m_idle.push_back(&decoder);
        if (result.ok()) {
            const QImage &image = result.value();
            m_memory.insert(job->key, new QImage(image), image.sizeInBytes());
        } else if (result.error().kind != ErrorKind::Cancelled) {
            m_refused.insert(job->key, new Error(result.error()));
        }
        end(job, result);
        decodeWhatMay();
    });
}

void ImageLoader::end(const JobPtr &job, const Result<QImage> &result)
{
    if (!isAlive(job))
        return;
    m_jobs.remove(job->key);
    job->askers.finish(result);
}

void ImageLoader::sweep()
{
    const auto jobs = m_jobs.values();
    for (const JobPtr &job : jobs) {
        if (job->askers.sweep() && isAlive(job))
            m_jobs.remove(job->key);
    }
}

bool ImageLoader::isAlive(const JobPtr &job) const
{
    return m_jobs.value(job->key) == job;
}

} // namespace Petrel
