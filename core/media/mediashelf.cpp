// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/mediashelf.h"

#include "media/imageheader.h"
#include "store/storageerror.h"
#include "store/storefiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace Petrel {

namespace {

constexpr int hashDigits = 64;
const QLatin1String partSuffix(".part");
const QLatin1String indexName("index.sqlite");

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

//! What this class may have written, and so may remove.
bool isOurFile(const QString &name)
{
    const QString stem = name.endsWith(partSuffix) ? name.chopped(partSuffix.size()) : name;
    return stem.size() == hashDigits && std::all_of(stem.begin(), stem.end(), [](QChar c) {
               return (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
                   || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
           });
}

QByteArray mimeOf(const QByteArray &bytes)
{
    const auto format = sniffImage(bytes);
    return format ? imageMime(*format) : QByteArray("application/octet-stream");
}

Error notFound(const QString &detail)
{
    return {ErrorKind::NotFound, {}, detail, {}};
}

} // namespace

MediaShelf::MediaShelf(QString directory, qint64 budgetBytes)
    : m_directory(std::move(directory)),
      m_budget(budgetBytes)
{ }

MediaShelf::~MediaShelf() = default;

template <typename F> auto MediaShelf::guarded(F work) -> decltype(work())
{
    if (auto opened = open(); !opened.ok())
        return opened.error();
    auto result = work();
    if (!m_damaged)
        return result;
    beginAnew();
    if (auto opened = open(); !opened.ok())
        return opened.error();
    return work();
}

Result<MediaFile> MediaShelf::find(const QString &address)
{
    return guarded([&] { return findNow(address); });
}

Result<MediaFile> MediaShelf::put(const QString &address, const QByteArray &bytes)
{
    return guarded([&] { return putNow(address, bytes); });
}

Result<qint64> MediaShelf::totalBytes()
{
    return guarded([&]() -> Result<qint64> { return m_total; });
}

Result<Unit> MediaShelf::setBudget(qint64 bytes)
{
    m_budget = bytes;
    return guarded([&] { return evict(); });
}

Result<Unit> MediaShelf::clear()
{
    beginAnew();
    return open();
}

QString MediaShelf::pathOf(const QString &name) const
{
    return m_directory + QLatin1Char('/') + name;
}

Result<Unit> MediaShelf::open()
{
    if (m_index)
        return Unit{};
    if (auto made = makePrivateDirectory(m_directory); !made.ok())
        return made;
    const QString path = pathOf(indexName);
    const auto onDamage = [this] { m_damaged = true; };
    m_damaged = false;
    auto opened = MediaIndex::open(path, onDamage);
    if (!opened.ok() && (m_damaged || opened.error().kind == ErrorKind::Unsupported)) {
        beginAnew();
        opened = MediaIndex::open(path, onDamage);
    }
    if (!opened.ok())
        return opened.error();
    m_index = opened.take();
    auto ready = removeOrphans();
    if (ready.ok())
        ready = evict();
    if (!ready.ok())
        m_index.reset();
    if (!ready.ok() && m_damaged) {
        beginAnew();
        return open();
    }
    return ready;
}

void MediaShelf::beginAnew()
{
    m_index.reset();
    m_damaged = false;
    m_verified.clear();
    m_total = 0;
    m_used = 0;
    removeDatabase(pathOf(indexName));
    const QStringList names = QDir(m_directory).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (isOurFile(name))
            QFile::remove(pathOf(name));
    }
}

Result<Unit> MediaShelf::removeOrphans()
{
    const auto known = m_index->hashes();
    const auto total = m_index->totalBytes();
    const auto used = m_index->lastUsed();
    for (const Error *error : {known.ok() ? nullptr : &known.error(), total.ok() ? nullptr : &total.error(),
                               used.ok() ? nullptr : &used.error()}) {
        if (error)
            return *error;
    }
    m_total = total.value();
    m_used = used.value();
    const QStringList names = QDir(m_directory).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (isOurFile(name) && !known.value().contains(name))
            QFile::remove(pathOf(name));
    }
    return Unit{};
}

Result<Unit> MediaShelf::evict()
{
    if (m_total <= m_budget)
        return Unit{};
    // Some more than needed, so that not every new file evicts an old one.
    const auto oldest = m_index->oldest(m_total - m_budget / 10 * 9);
    if (!oldest.ok())
        return oldest.error();
    return drop(oldest.value());
}

Result<Unit> MediaShelf::drop(const QVector<MediaEntry> &entries)
{
    QVector<QString> hashes;
    for (const MediaEntry &entry : entries)
        hashes.append(entry.hash);
    // The index first: a kill between the two leaves files that the next opening removes.
    if (auto forgotten = m_index->forget(hashes); !forgotten.ok())
        return forgotten;
    for (const MediaEntry &entry : entries) {
        QFile::remove(pathOf(entry.hash));
        m_verified.remove(entry.hash);
        m_total -= entry.size;
    }
    return Unit{};
}

Result<MediaFile> MediaShelf::findNow(const QString &address)
{
    const auto found = m_index->find(address);
    if (!found.ok())
        return found.error();
    const MediaEntry &entry = found.value();
    QFile file(pathOf(entry.hash));
    // Never more than the index says: what lies there may have been put there by somebody else.
    const bool readable = file.open(QIODevice::ReadOnly) && file.size() == entry.size;
    const QByteArray bytes = readable ? file.read(entry.size) : QByteArray();
    const bool whole = readable && bytes.size() == entry.size
        && (m_verified.contains(entry.hash) || hashOf(bytes) == entry.hash);
    if (!whole) {
        if (auto dropped = drop({entry}); !dropped.ok())
            return dropped.error();
        return notFound(QStringLiteral("lost or torn on disk: ") + entry.hash);
    }
    m_verified.insert(entry.hash);
    // A picture is shown though its use could not be noted, as on a full disk.
    (void)m_index->touch(entry.hash, ++m_used);
    return MediaFile{bytes, entry.mime, pathOf(entry.hash)};
}

Result<MediaFile> MediaShelf::putNow(const QString &address, const QByteArray &bytes)
{
    if (bytes.size() > m_budget)
        return Error{ErrorKind::Storage, {}, QStringLiteral("larger than the whole media cache"), {}};
    const MediaEntry entry{hashOf(bytes), bytes.size(), mimeOf(bytes), ++m_used};
    const auto known = m_index->knows(entry.hash);
    if (!known.ok())
        return known.error();
    if (!m_verified.contains(entry.hash)) {
        if (auto written = write(entry.hash, bytes); !written.ok())
            return written.error();
    }
    if (auto added = m_index->add(address, entry); !added.ok())
        return added.error();
    m_verified.insert(entry.hash);
    if (!known.value())
        m_total += entry.size;
    if (auto evicted = evict(); !evicted.ok())
        return evicted.error();
    return MediaFile{bytes, entry.mime, pathOf(entry.hash)};
}

Result<Unit> MediaShelf::write(const QString &hash, const QByteArray &bytes)
{
    const QString part = pathOf(hash + partSuffix);
    const auto failed = [&](int code) {
        QFile::remove(part);
        return fileError(code, QStringLiteral("writing a media file"));
    };
    {
        QFile file(part);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(bytes) != bytes.size()
            || !file.flush())
            return failed(errno);
    }
    if (std::rename(QFile::encodeName(part).constData(), QFile::encodeName(pathOf(hash)).constData()) != 0)
        return failed(errno);
    return Unit{};
}

} // namespace Petrel
