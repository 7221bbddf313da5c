// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/mediacache.h"

#include "media/mediashelf.h"
#include "media/workthread.h"

namespace Petrel {

MediaCache::MediaCache(const MediaCacheOptions &options, QObject *parent)
    : QObject(parent),
      m_shelf(std::make_unique<MediaShelf>(options.directory, options.budgetBytes)),
      m_thread(std::make_unique<WorkThread>(QStringLiteral("petrel-media"), options.threaded))
{ }

MediaCache::~MediaCache()
{
    // A database is closed on the thread that opened it.
    m_thread->finishWith([this] { m_shelf.reset(); });
}

Task<MediaFile> MediaCache::find(const QUrl &url)
{
    return m_thread->run([shelf = m_shelf.get(), key = mediaKey(url)] { return shelf->find(key); });
}

Task<MediaFile> MediaCache::put(const QUrl &url, const QByteArray &bytes)
{
    return m_thread->run(
        [shelf = m_shelf.get(), key = mediaKey(url), bytes] { return shelf->put(key, bytes); });
}

Task<qint64> MediaCache::totalBytes()
{
    return m_thread->run([shelf = m_shelf.get()] { return shelf->totalBytes(); });
}

Task<Unit> MediaCache::setBudget(qint64 bytes)
{
    return m_thread->run([shelf = m_shelf.get(), bytes] { return shelf->setBudget(bytes); });
}

Task<Unit> MediaCache::clear()
{
    return m_thread->run([shelf = m_shelf.get()] { return shelf->clear(); });
}

QString mediaKey(const QUrl &url)
{
    return QString::fromLatin1(url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment));
}

} // namespace Petrel
