// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "media/fetchmemory.h"
#include "media/mediafile.h"
#include "net/httpclient.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QUrl>
#include <QVector>

#include <functional>
#include <memory>

namespace Petrel {

class Clock;
class MediaCache;

//! May this address be fetched from the network now; the error says why not. Asked before every request,
//! those after a redirect too, and for nothing that is on disk. The place for "offline", "work offline" and
//! "no pictures"; and it must refuse this computer itself (isLoopback) unless an account's own server runs
//! here: a stranger's post could otherwise call services of this computer.
using MayFetch = std::function<Result<Unit>(const QUrl &url)>;

struct MediaFetcherOptions {
    int downloads = 6; //!< at once
    int downloadsPerHost = 2; //!< one, while a host's last answer failed
    int redirects = 4; //!< followed in a row
    qint64 maxBytes = 16LL * 1024 * 1024; //!< a larger file is cut off at that and refused
    qint64 timeoutMs = 20'000; //!< see HttpRequest
    MayFetch mayFetch; //!< empty = everything but this computer itself
};

//! Gives pictures by their addresses: from disk where they are there, else from the network. What everybody
//! else asks for comes later than what was asked for last: that is what the person looks at.
//!
//! Media hosts are strangers: they get no token, no cookie and no referrer, are spoken to by https alone
//! (plain http to this computer itself, where the gate permits), and a redirect never leads from elsewhere to
//! this computer. Only what its bytes show to be one of our picture formats is taken. A host that does not
//! answer is left alone for a while, an address that gives no picture for ten minutes: both are answered at
//! once with the last error and the time to wait. One thread.
class MediaFetcher : public QObject {
    Q_OBJECT
public:
    //! All must outlive the fetcher. `transport` must be one that reports to no weather.
    MediaFetcher(MediaCache &cache, HttpTransport &transport, Clock &clock, MediaFetcherOptions options = {},
                 QObject *parent = nullptr);
    ~MediaFetcher() override;

    //! The file, for as long as `asker` (not null) lives: what nobody waits for any more is not fetched, and
    //! cut off where it was on its way. Equal requests share one download. Errors: the gate's own; Offline,
    //! Timeout, ServerDown, RateLimited and those of a 4xx; Unsupported (address or format), Malformed.
    Task<MediaFile> fetch(const QUrl &url, QObject *asker);
    //! Forgets which hosts and addresses failed: the person says "try now", or the network is back.
    void forgetFailures();

private:
    struct Job;
    using JobPtr = std::shared_ptr<Job>;

    void look(const JobPtr &job);
    void queue(const JobPtr &job);
    void startWhatMay();
    [[nodiscard]] JobPtr nextToStart() const;
    void start(const JobPtr &job);
    void answered(const JobPtr &job, const HttpExchange &exchange);
    void follow(const JobPtr &job, const HttpResponse &response);
    void refused(const JobPtr &job, const HttpExchange &exchange);
    void refuseWaiting(const QString &host);
    void keep(const JobPtr &job, const QByteArray &bytes);
    void end(const JobPtr &job, const Result<MediaFile> &result);
    void sweep();
    [[nodiscard]] bool hasRoom(const QString &host) const;
    [[nodiscard]] bool isAlive(const JobPtr &job) const;

    MediaCache &m_cache;
    HttpTransport &m_transport;
    Clock &m_clock;
    const MediaFetcherOptions m_options;
    FetchMemory m_memory;
    QHash<QString, JobPtr> m_jobs; //!< by address
    QVector<JobPtr> m_loading;
    quint64 m_lastRank = 0;
    bool m_starting = false;
    bool m_ending = false;
};

} // namespace Petrel
