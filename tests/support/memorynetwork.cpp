// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorynetwork.h"

#include "base/clock.h"

#include <algorithm>

namespace Petrel {

MemoryNetwork::MemoryNetwork(Clock &clock)
    : m_clock(clock)
{ }

void MemoryNetwork::addUser(const QString &handle)
{
    m_users.append(handle);
}

void MemoryNetwork::follow(const QString &follower, const QString &followed)
{
    m_follows[follower].insert(followed);
}

bool MemoryNetwork::follows(const QString &follower, const QString &followed) const
{
    return m_follows.value(follower).contains(followed);
}

QString MemoryNetwork::publish(const QString &owner, const PostContent &content, const QString &parent,
                               QString key)
{
    Q_ASSERT_X(hasUser(owner), "MemoryNetwork::publish", "nobody of that handle");
    if (key.isEmpty())
        key = QStringLiteral("3k%1").arg(++m_serial, 11, 36, QLatin1Char('0'));
    MemoryRecord record;
    record.uri = QStringLiteral("at://%1/post/%2").arg(owner, key);
    record.owner = owner;
    record.collection = QStringLiteral("post");
    record.content = content;
    record.subject = parent;
    record.createdAtMs = m_clock.nowMs();
    m_records.append(record);
    return record.uri;
}

QString MemoryNetwork::addRecord(const QString &owner, const QString &collection, const QString &subject)
{
    MemoryRecord record;
    record.uri = QStringLiteral("at://%1/%2/3k%3")
                     .arg(owner, collection, QStringLiteral("%1").arg(++m_serial, 11, 36, QLatin1Char('0')));
    record.owner = owner;
    record.collection = collection;
    record.subject = subject;
    record.createdAtMs = m_clock.nowMs();
    m_records.append(record);
    return record.uri;
}

bool MemoryNetwork::removeRecord(const QString &uri)
{
    return m_records.removeIf([&](const MemoryRecord &record) { return record.uri == uri; }) > 0;
}

QVector<MemoryRecord> MemoryNetwork::postsBy(const QString &owner) const
{
    QVector<MemoryRecord> own;
    for (const MemoryRecord &record : m_records) {
        if (record.owner == owner && record.collection == QLatin1String("post"))
            own.append(record);
    }
    return own;
}

QStringList MemoryNetwork::textsBy(const QString &owner) const
{
    QStringList texts;
    for (const MemoryRecord &record : postsBy(owner))
        texts.append(record.content.text);
    return texts;
}

int MemoryNetwork::countOf(const QString &collection, const QString &subject, const QString &owner) const
{
    return int(std::count_if(m_records.cbegin(), m_records.cend(), [&](const MemoryRecord &record) {
        return record.collection == collection && record.subject == subject
            && (owner.isEmpty() || record.owner == owner);
    }));
}

const MemoryRecord *MemoryNetwork::record(const QString &uri) const
{
    for (const MemoryRecord &record : m_records) {
        if (record.uri == uri)
            return &record;
    }
    return nullptr;
}

} // namespace Petrel
