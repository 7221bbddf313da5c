// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/mediafetcher.h"

#include "base/clock.h"
#include "base/logging.h"
#include "media/askers.h"
#include "media/imageheader.h"
#include "media/mediacache.h"

#include <QCoreApplication>

#include <algorithm>

namespace Petrel {

namespace {

Error notFetched(const char *words, const QString &detail)
{
    return {ErrorKind::Unsupported, QCoreApplication::translate("Petrel::MediaFetcher", words), detail, {}};
}

bool isFetchable(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    return url.scheme() == QLatin1String("https")
        || (url.scheme() == QLatin1String("http") && isLoopback(url.host()));
}

//! The gate of those who give none.
Result<Unit> unlessHere(const QUrl &url)
{
    if (isLoopback(url.host())) {
        return notFetched(
            QT_TRANSLATE_NOOP("Petrel::MediaFetcher", "Pictures are not fetched from this computer itself."),
            url.host());
    }
    return Unit{};
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

//! True where a failure speaks of the host or the way to it, not of the one address.
bool speaksOfHost(const HttpExchange &exchange)
{
    if (exchange.response) {
        const int status = exchange.response->status;
        return status == 429 || (status >= 502 && status <= 504);
    }
    switch (exchange.fault.value_or(HttpFault::Aborted)) {
    case HttpFault::NameNotResolved:
    case HttpFault::Refused:
    case HttpFault::TlsFailed:
    case HttpFault::TimedOut:
    case HttpFault::ConnectionLost:
        return true;
    case HttpFault::NoNetworkHere:
    case HttpFault::AnswerTooLarge:
    case HttpFault::NotAllowed:
    case HttpFault::Aborted:
        return false;
    }
    Q_UNREACHABLE();
}

//! True where it speaks of neither: of this computer, or of nobody waiting.
bool speaksOfNothing(const HttpExchange &exchange)
{
    return exchange.fault == HttpFault::NoNetworkHere || exchange.fault == HttpFault::Aborted;
}

} // namespace

struct MediaFetcher::Job {
    enum class State { Looking, Queued, Loading, Keeping };
    QString key;
    QUrl at; //!< where it is asked for now: the address, or what it pointed to
    QString host; //!< of `at`
    int redirects = 0;
    State state = State::Looking;
    quint64 rank = 0; //!< highest = asked for last
    Askers<MediaFile> askers;
    std::unique_ptr<QObject> wish; //!< while loading; destroying it cuts the request off
};

MediaFetcher::MediaFetcher(MediaCache &cache, HttpTransport &transport, Clock &clock,
                           MediaFetcherOptions options, QObject *parent)
    : QObject(parent),
      m_cache(cache),
      m_transport(transport),
      m_clock(clock),
      m_options(std::move(options)),
      m_memory(clock)
{ }

MediaFetcher::~MediaFetcher()
{
    // Whoever hears "cancelled" may ask again: not of this fetcher.
    m_ending = true;
    const auto jobs = std::exchange(m_jobs, {});
    for (const JobPtr &job : jobs)
        job->wish.reset();
}

Task<MediaFile> MediaFetcher::fetch(const QUrl &url, QObject *asker)
{
    Q_ASSERT(asker);
    if (m_ending)
        return Error{ErrorKind::Cancelled, {}, QStringLiteral("fetcher gone"), {}};
    if (!isFetchable(url)) {
        return notFetched(QT_TRANSLATE_NOOP("Petrel::MediaFetcher", "Pictures are fetched by https only."),
                          url.scheme());
    }
    const QString key = mediaKey(url);
    connect(asker, &QObject::destroyed, this, &MediaFetcher::sweep, Qt::UniqueConnection);
    if (const JobPtr known = m_jobs.value(key)) {
        known->rank = ++m_lastRank;
        return known->askers.add(asker);
    }
    const auto job = std::make_shared<Job>();
    job->key = key;
    job->at = url;
    job->host = hostKey(url);
    job->rank = ++m_lastRank;
    m_jobs.insert(key, job);
    auto task = job->askers.add(asker);
    look(job);
    return task;
}

void MediaFetcher::forgetFailures()
{
    m_memory.clear();
}

void MediaFetcher::look(const JobPtr &job)
{
    m_cache.find(job->at).finally(this, [this, job](const Result<MediaFile> &found) {
        if (!isAlive(job))
            return;
        if (found.ok())
            end(job, found);
        else
            queue(job);
    });
}

void MediaFetcher::queue(const JobPtr &job)
{
    if (const auto refusal = m_memory.refusal(job->key, job->host))
        return end(job, *refusal);
    const auto may = m_options.mayFetch ? m_options.mayFetch(job->at) : unlessHere(job->at);
    if (!may.ok())
        return end(job, may.error());
    job->state = Job::State::Queued;
    startWhatMay();
}

void MediaFetcher::startWhatMay()
{
    // A transport may answer at once, which asks for the next start from within this one.
    if (m_starting || m_ending)
        return;
    m_starting = true;
    while (const JobPtr job = nextToStart())
        start(job);
    m_starting = false;
}

MediaFetcher::JobPtr MediaFetcher::nextToStart() const
{
    JobPtr next;
    if (m_loading.size() >= m_options.downloads)
        return next;
    for (const JobPtr &job : m_jobs) {
        if (job->state == Job::State::Queued && (!next || next->rank < job->rank) && hasRoom(job->host))
            next = job;
    }
    return next;
}

bool MediaFetcher::hasRoom(const QString &host) const
{
    const auto busy = std::count_if(m_loading.begin(), m_loading.end(),
                                    [&](const JobPtr &job) { return job->host == host; });
    return busy < (m_memory.isShaky(host) ? 1 : m_options.downloadsPerHost);
}

void MediaFetcher::start(const JobPtr &job)
{
    job->state = Job::State::Loading;
    m_loading.append(job);
    job->wish = std::make_unique<QObject>();
    HttpRequest request;
    request.url = job->at;
    request.headers = {{"Accept", "image/webp,image/png,image/jpeg,image/gif;q=0.9,*/*;q=0.1"}};
    request.timeoutMs = m_options.timeoutMs;
    request.maxBytes = m_options.maxBytes;
    request.wantedBy = job->wish.get();
    m_transport.send(request).finally(job->wish.get(), [this, job](const Result<HttpExchange> &sent) {
        // Not destroyed here: it is the context of this call.
        job->wish.release()->deleteLater();
        m_loading.removeOne(job);
        if (sent.ok())
            answered(job, sent.value());
        else
            end(job, sent.error());
        startWhatMay();
    });
}

void MediaFetcher::answered(const JobPtr &job, const HttpExchange &exchange)
{
    if (!exchange.response || exchange.response->status != 200) {
        if (exchange.response && isRedirect(exchange.response->status))
            return follow(job, *exchange.response);
        return refused(job, exchange);
    }
    m_memory.hostAnswered(job->host);
    const QByteArray &bytes = exchange.response->body;
    if (!sniffImage(bytes)) {
        const Error error =
            notFetched(QT_TRANSLATE_NOOP("Petrel::MediaFetcher", "What came is no picture Petrel can show."),
                       exchange.detail);
        m_memory.addressFailed(job->key, error);
        return end(job, error);
    }
    keep(job, bytes);
}

void MediaFetcher::follow(const JobPtr &job, const HttpResponse &response)
{
    m_memory.hostAnswered(job->host);
    const QByteArray location = response.header("location");
    const QUrl next = job->at.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    const bool leadsHere = isLoopback(next.host()) && !isLoopback(job->at.host());
    if (location.isEmpty() || !isFetchable(next) || leadsHere || job->redirects >= m_options.redirects) {
        const Error error =
            notFetched(QT_TRANSLATE_NOOP("Petrel::MediaFetcher",
                                         "Its server points to a place where Petrel does not follow."),
                       next.host());
        m_memory.addressFailed(job->key, error);
        return end(job, error);
    }
    ++job->redirects;
    job->at = next;
    job->host = hostKey(next);
    queue(job);
}

void MediaFetcher::refused(const JobPtr &job, const HttpExchange &exchange)
{
    Error error = exchange.error(m_clock.nowMs());
    // A media host knows no account of ours: its 401 says that this picture is not for us.
    if (error.kind == ErrorKind::SignedOut)
        error.kind = ErrorKind::Forbidden;
    if (speaksOfHost(exchange)) {
        m_memory.hostFailed(job->host, error);
        refuseWaiting(job->host);
    } else if (!speaksOfNothing(exchange)) {
        m_memory.hostAnswered(job->host);
        m_memory.addressFailed(job->key, error);
    }
    end(job, error);
}

void MediaFetcher::refuseWaiting(const QString &host)
{
    const auto jobs = m_jobs.values();
    for (const JobPtr &job : jobs) {
        if (job->state != Job::State::Queued || job->host != host)
            continue;
        if (const auto refusal = m_memory.refusal(job->key, host))
            end(job, *refusal);
    }
}

void MediaFetcher::keep(const JobPtr &job, const QByteArray &bytes)
{
    job->state = Job::State::Keeping;
    const QUrl address = QUrl::fromEncoded(job->key.toLatin1());
    m_cache.put(address, bytes).finally(this, [this, job, bytes](const Result<MediaFile> &kept) {
        if (!kept.ok())
            qCWarning(logNet).noquote() << "a picture is shown but not kept:" << kept.error().detail;
        if (!isAlive(job))
            return;
        if (kept.ok())
            return end(job, kept);
        const auto format = sniffImage(bytes);
        end(job, MediaFile{bytes, format ? imageMime(*format) : QByteArray(), {}});
    });
}

void MediaFetcher::end(const JobPtr &job, const Result<MediaFile> &result)
{
    if (!isAlive(job))
        return;
    m_jobs.remove(job->key);
    job->askers.finish(result);
}

void MediaFetcher::sweep()
{
    const auto jobs = m_jobs.values();
    for (const JobPtr &job : jobs) {
        if (!job->askers.sweep() || !isAlive(job))
            continue;
        m_jobs.remove(job->key);
        m_loading.removeOne(job);
        job->wish.reset();
    }
    startWhatMay();
}

bool MediaFetcher::isAlive(const JobPtr &job) const
{
    return m_jobs.value(job->key) == job;
}

} // namespace Petrel
