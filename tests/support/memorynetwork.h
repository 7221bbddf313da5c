// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <QVector>

namespace Petrel {

class Clock;

//! A record of a repository: what the network stores.
struct MemoryRecord {
    QString uri; //!< at://<owner>/<collection>/<key>
    QString owner; //!< handle
    QString collection; //!< "post", "like", "repost", "bookmark"
    PostContent content; //!< post
    QString subject; //!< uri of the post replied to, liked, reposted or bookmarked
    qint64 createdAtMs = 0;
};

//! A small network with the semantics of AT Protocol, shared by its accounts' services: no ids but addresses,
//! records put under keys of the writer's choosing (a replay answers the same), likes and reposts as records
//! of their own that can only be undone through their address, no booleans.
class MemoryNetwork {
public:
    explicit MemoryNetwork(Clock &clock);

    void addUser(const QString &handle);
    void follow(const QString &follower, const QString &followed);
    //! As somebody's phone would; gives the address.
    QString publish(const QString &owner, const PostContent &content, const QString &parent = {},
                    QString key = {});
    QString addRecord(const QString &owner, const QString &collection, const QString &subject);
    bool removeRecord(const QString &uri);

    [[nodiscard]] const QVector<MemoryRecord> &records() const { return m_records; } //!< in order of creation
    [[nodiscard]] QVector<MemoryRecord> postsBy(const QString &owner) const;
    [[nodiscard]] QStringList textsBy(const QString &owner) const;
    [[nodiscard]] int countOf(const QString &collection, const QString &subject,
                              const QString &owner = {}) const;
    [[nodiscard]] const MemoryRecord *record(const QString &uri) const;
    [[nodiscard]] bool follows(const QString &follower, const QString &followed) const;
    [[nodiscard]] bool hasUser(const QString &handle) const { return m_users.contains(handle); }

private:
    Clock &m_clock;
    QVector<MemoryRecord> m_records;
    QStringList m_users;
    QHash<QString, QSet<QString>> m_follows;
    qint64 m_serial = 0;
};

} // namespace Petrel
