// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/mediaindex.h"

#include "store/migrator.h"
#include "store/sqlrun.h"

namespace Petrel {

namespace {

QString form()
{
    return QStringLiteral("CREATE TABLE file (\n"
                          "  hash TEXT PRIMARY KEY,\n"
                          "  size INTEGER NOT NULL,\n"
                          "  mime TEXT NOT NULL,\n"
                          "  used INTEGER NOT NULL\n"
                          ") WITHOUT ROWID;\n\n"
                          "CREATE INDEX file_used ON file (used);\n\n"
                          "CREATE TABLE address (\n"
                          "  url TEXT PRIMARY KEY,\n"
                          "  hash TEXT NOT NULL REFERENCES file (hash) ON DELETE CASCADE\n"
                          ") WITHOUT ROWID;\n\n"
                          "CREATE INDEX address_hash ON address (hash);\n");
}

} // namespace

Result<std::unique_ptr<MediaIndex>> MediaIndex::open(const QString &path, std::function<void()> onDamage)
{
    Database::Options options;
    options.fullSync = false;
    options.onDamage = std::move(onDamage);
    auto opened = Database::open(path, options);
    if (!opened.ok())
        return opened.error();
    std::unique_ptr<MediaIndex> index(new MediaIndex);
    index->m_db = opened.take();
    if (auto migrated = Migrator({form()}).migrate(*index->m_db); !migrated.ok())
        return migrated.error();
    return index;
}

Result<MediaEntry> MediaIndex::find(const QString &address)
{
    Statement read = m_db->statement(QStringLiteral("SELECT file.hash, size, mime, used FROM address "
                                                    "JOIN file ON file.hash = address.hash WHERE url = ?"));
    read.bind(address);
    auto row = read.step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return Error{ErrorKind::NotFound, {}, QStringLiteral("not in the media cache"), {}};
    return MediaEntry{read.text(0), read.integer(1), read.text(2).toLatin1(), read.integer(3)};
}

Result<Unit> MediaIndex::add(const QString &address, const MediaEntry &entry)
{
    Transaction transaction(*m_db);
    if (!transaction.begun().ok())
        return transaction.begun().error();
    auto file = runSql(*m_db,
                       QStringLiteral("INSERT INTO file (hash, size, mime, used) VALUES (?, ?, ?, ?) "
                                      "ON CONFLICT (hash) DO UPDATE SET used = excluded.used"),
                       entry.hash, entry.size, QString::fromLatin1(entry.mime), entry.used);
    if (!file.ok())
        return file;
    auto link = runSql(*m_db,
                       QStringLiteral("INSERT INTO address (url, hash) VALUES (?, ?) "
                                      "ON CONFLICT (url) DO UPDATE SET hash = excluded.hash"),
                       address, entry.hash);
    if (!link.ok())
        return link;
    return transaction.commit();
}

Result<Unit> MediaIndex::touch(const QString &hash, qint64 used)
{
    return runSql(*m_db, QStringLiteral("UPDATE file SET used = ? WHERE hash = ?"), used, hash);
}

Result<Unit> MediaIndex::forget(const QVector<QString> &hashes)
{
    Transaction transaction(*m_db);
    if (!transaction.begun().ok())
        return transaction.begun().error();
    for (const QString &hash : hashes) {
        if (auto gone = runSql(*m_db, QStringLiteral("DELETE FROM file WHERE hash = ?"), hash); !gone.ok())
            return gone;
    }
    return transaction.commit();
}

Result<QVector<MediaEntry>> MediaIndex::oldest(qint64 bytes)
{
    Statement read =
        m_db->statement(QStringLiteral("SELECT hash, size, mime, used FROM file ORDER BY used, hash"));
    QVector<MediaEntry> entries;
    for (qint64 sum = 0; sum < bytes;) {
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            break;
        entries.append({read.text(0), read.integer(1), read.text(2).toLatin1(), read.integer(3)});
        sum += entries.constLast().size;
    }
    return entries;
}

Result<QSet<QString>> MediaIndex::hashes()
{
    Statement read = m_db->statement(QStringLiteral("SELECT hash FROM file"));
    QSet<QString> all;
    for (;;) {
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return all;
        all.insert(read.text(0));
    }
}

Result<bool> MediaIndex::knows(const QString &hash)
{
    const auto found = askNumber(*m_db, QStringLiteral("SELECT 1 FROM file WHERE hash = ?"), hash);
    if (!found.ok())
        return found.error();
    return found.value().has_value();
}

Result<qint64> MediaIndex::totalBytes()
{
    return m_db->number(QStringLiteral("SELECT coalesce(sum(size), 0) FROM file"));
}

Result<qint64> MediaIndex::lastUsed()
{
    return m_db->number(QStringLiteral("SELECT coalesce(max(used), 0) FROM file"));
}

} // namespace Petrel
