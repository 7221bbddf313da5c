// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/threadreader.h"

#include "store/store.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace Petrel {

namespace {

//! A post in the cache, with what links it to its parent.
struct Link {
    qint64 post = 0;
    QString uri;
    QString ref;
    QString parentUri;
    QString parentRef;
    qint64 parent = 0; //!< of the thread; 0 = not part of it
};

// Each takes the server and the account's viewer last; a post without a state of that viewer was told to
// others only. CROSS JOIN keeps the order of the lookups.
QString linkSql(const char *from, const char *where)
{
    return QStringLiteral("SELECT c.post, p.uri, s.ref, c.reply_uri, c.reply_ref%1 WHERE %2"
                          " AND c.server = ? AND s.viewer = ?")
        .arg(QLatin1String(from), QLatin1String(where));
}

QString byUriSql()
{
    return linkSql(" FROM cache.post AS p CROSS JOIN cache.copy AS c CROSS JOIN cache.post_state AS s",
                   "p.uri = ? AND c.post = p.id AND s.post = p.id");
}

// A server may use one name for two posts: the one it told first is taken.
QString byRefSql()
{
    return linkSql(" FROM cache.post_state AS s CROSS JOIN cache.copy AS c CROSS JOIN cache.post AS p",
                   "s.ref = ? AND c.post = s.post AND p.id = s.post")
        + QStringLiteral(" ORDER BY s.post LIMIT 1");
}

// The order of the list of parents, then that of the index: what the limit cuts off is always the same.
QString repliesSql(const char *match)
{
    return linkSql(", w.value FROM json_each(?) AS w CROSS JOIN cache.copy AS c"
                   " CROSS JOIN cache.post_state AS s CROSS JOIN cache.post AS p",
                   match)
        + QStringLiteral(" LIMIT ?");
}

QString repliesByUriSql()
{
    return repliesSql("c.reply_uri = w.value AND c.reply_uri <> '' AND s.post = c.post AND p.id = c.post");
}

QString repliesByRefSql()
{
    return repliesSql("c.reply_ref = w.value AND c.reply_ref <> '' AND c.reply_uri = ''"
                      " AND s.post = c.post AND p.id = c.post");
}

QString rowsSql()
{
    return QStringLiteral("SELECT created_at, post_id, uri, ref, ") + shownColumns()
        + QStringLiteral(" FROM json_each(?) AS w CROSS JOIN shown_post"
                         " WHERE shown_post.post_id = w.value AND shown_post.viewer = ?");
}

QString jsonOf(const QJsonArray &values)
{
    return QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
}

Link readLink(const Statement &row)
{
    return {row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), 0};
}

//! Reads one thread. Lives for one call, inside a read transaction.
class ThreadWalk {
public:
    explicit ThreadWalk(Database &db)
        : m_db(db)
    { }

    Result<ThreadRows> read(const AccountId &account, const PostUri &uri)
    {
        auto known = findViewer(account);
        if (!known.ok())
            return known.error();
        if (!known.value())
            return ThreadRows{};
        auto start = find(byUriSql(), uri.value());
        if (!start.ok())
            return start.error();
        if (!start.value())
            return ThreadRows{};
        m_start = start.value()->post;
        add(*start.value());
        if (auto done = walkUp(*start.value()); !done.ok())
            return done.error();
        if (auto done = walkDown(*start.value()); !done.ok())
            return done.error();
        if (auto done = readRows(); !done.ok())
            return done.error();
        if (auto done = addGhosts(account); !done.ok())
            return done.error();
        return arranged();
    }

private:
    struct Node {
        TimelineRow row;
        int parent = -1;
        QVector<int> children;
    };

    Result<bool> findViewer(const AccountId &account)
    {
        Statement read =
            m_db.statement(QStringLiteral("SELECT id, server FROM cache.viewer WHERE account = ?"));
        read.bind(account);
        auto row = read.step();
        if (!row.ok() || !row.value())
            return row;
        m_viewer = read.integer(0);
        m_server = read.integer(1);
        return true;
    }

    Result<std::optional<Link>> find(const QString &sql, const QString &key)
    {
        Statement read = m_db.statement(sql);
        read.bind(key).bind(m_server).bind(m_viewer);
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return std::optional<Link>();
        return std::optional<Link>(readLink(read));
    }

    Result<std::optional<Link>> findParent(const Link &link)
    {
        if (!link.parentUri.isEmpty())
            return find(byUriSql(), link.parentUri);
        if (!link.parentRef.isEmpty())
            return find(byRefSql(), link.parentRef);
        return std::optional<Link>();
    }

    void add(const Link &link)
    {
        m_links.append(link);
        m_seen.insert(link.post);
    }

    Result<Unit> walkUp(Link child)
    {
        for (int above = 0;; ++above) {
            auto parent = findParent(child);
            if (!parent.ok())
                return parent.error();
            if (!parent.value() || m_seen.contains(parent.value()->post))
                return Unit{};
            if (above >= ThreadReader::mostAncestors) {
                m_cut = true;
                return Unit{};
            }
            for (Link &link : m_links) {
                if (link.post == child.post)
                    link.parent = parent.value()->post;
            }
            add(*parent.value());
            child = *parent.value();
        }
    }

    //! The replies to these posts that are not part of the thread yet.
    Result<QVector<Link>> repliesTo(const QVector<Link> &parents)
    {
        QHash<QString, qint64> byUri;
        QHash<QString, qint64> byRef;
        QJsonArray uris;
        QJsonArray refs;
        for (const Link &parent : parents) {
            byUri.insert(parent.uri, parent.post);
            uris.append(parent.uri);
            if (!parent.ref.isEmpty() && !byRef.contains(parent.ref)) {
                byRef.insert(parent.ref, parent.post);
                refs.append(parent.ref);
            }
        }
        QVector<Link> replies;
        if (auto done = readReplies(repliesByUriSql(), uris, byUri, &replies); !done.ok())
            return done.error();
        if (auto done = readReplies(repliesByRefSql(), refs, byRef, &replies); !done.ok())
            return done.error();
        return replies;
    }

    Result<Unit> readReplies(const QString &sql, const QJsonArray &keys,
                             const QHash<QString, qint64> &parents, QVector<Link> *replies)
    {
        // What is known already may come again, and must not use up the places of what is new.
        const qint64 most = ThreadReader::mostDescendants + m_seen.size() + 1;
        Statement read = m_db.statement(sql);
        read.bind(jsonOf(keys)).bind(m_server).bind(m_viewer).bind(most);
        for (;;) {
            auto row = read.step();
            if (!row.ok())
                return row.error();
            if (!row.value())
                return Unit{};
            Link link = readLink(read);
            link.parent = parents.value(read.text(5));
            if (!m_seen.contains(link.post))
                replies->append(link);
        }
    }

    Result<Unit> walkDown(const Link &start)
    {
        int count = 0;
        QVector<Link> level{start};
        for (int depth = 1; !level.isEmpty(); ++depth) {
            auto replies = repliesTo(level);
            if (!replies.ok())
                return replies.error();
            level.clear();
            for (const Link &reply : replies.value()) {
                if (m_seen.contains(reply.post))
                    continue;
                if (depth > ThreadReader::mostDepth || count >= ThreadReader::mostDescendants) {
                    m_cut = true;
                    return Unit{};
                }
                ++count;
                add(reply);
                level.append(reply);
            }
        }
        return Unit{};
    }

    Result<Unit> readRows()
    {
        QJsonArray ids;
        for (const Link &link : m_links)
            ids.append(link.post);
        QHash<qint64, int> nodeOf;
        Statement read = m_db.statement(rowsSql());
        read.bind(jsonOf(ids)).bind(m_viewer);
        for (;;) {
            auto row = read.step();
            if (!row.ok())
                return row.error();
            if (!row.value())
                break;
            nodeOf.insert(postIdOf(read), int(m_nodes.size()));
            m_nodes.append(Node{readRow(read), -1, {}});
        }
        for (const Link &link : m_links) {
            const int node = nodeOf.value(link.post, -1);
            const int parent = nodeOf.value(link.parent, -1);
            if (link.post == m_start)
                m_startNode = node;
            if (node < 0 || parent < 0)
                continue;
            m_nodes[node].row.entry.post.replyToUri = m_nodes.at(parent).row.entry.post.uri;
            hang(node, parent);
        }
        return Unit{};
    }

    void hang(int node, int parent)
    {
        m_nodes[node].parent = parent;
        m_nodes[parent].children.append(node);
    }

    Result<Unit> addGhosts(const AccountId &account)
    {
        struct Ghost {
            ActionId action;
            QString subject;
            QString parentUid;
        };
        QVector<Ghost> ghosts;
        {
            Statement read = m_db.statement(QStringLiteral(
                "SELECT action, subject_uri, parent_uid FROM ghost WHERE account = ? ORDER BY action"));
            read.bind(account);
            for (;;) {
                auto row = read.step();
                if (!row.ok())
                    return row.error();
                if (!row.value())
                    break;
                ghosts.append({ActionId(read.integer(0)), read.text(1), read.text(2)});
            }
        }
        QHash<QString, int> byUri;
        QHash<QString, int> byUid;
        for (int i = 0; i < m_nodes.size(); ++i) {
            byUri.insert(m_nodes.at(i).row.entry.uri, i);
            byUid.insert(m_nodes.at(i).row.identity, i);
        }
        // By their numbers: what a ghost answers was written before it.
        for (const Ghost &ghost : ghosts) {
            const int parent =
                ghost.subject.isEmpty() ? byUid.value(ghost.parentUid, -1) : byUri.value(ghost.subject, -1);
            if (parent < 0)
                continue;
            auto row = ghostRow(m_db, ghost.action);
            if (!row.ok())
                return row.error();
            byUid.insert(row.value().identity, int(m_nodes.size()));
            m_nodes.append(Node{row.take(), -1, {}});
            hang(int(m_nodes.size()) - 1, parent);
        }
        return Unit{};
    }

    [[nodiscard]] bool isOlder(int a, int b) const
    {
        const TimelineRow &left = m_nodes.at(a).row;
        const TimelineRow &right = m_nodes.at(b).row;
        return left.entry.timeMs != right.entry.timeMs ? left.entry.timeMs < right.entry.timeMs
                                                       : left.rank < right.rank;
    }

    //! Each post before its replies. By a stack of our own: waiting replies may answer each other without
    //! end.
    ThreadRows arranged()
    {
        ThreadRows result;
        result.cut = m_cut;
        if (m_startNode < 0)
            return result;
        int top = m_startNode;
        int topDepth = 0;
        for (; m_nodes.at(top).parent >= 0; --topDepth)
            top = m_nodes.at(top).parent;
        QVector<std::pair<int, int>> open{{top, topDepth}};
        while (!open.isEmpty()) {
            const auto [index, depth] = open.takeLast();
            Node &node = m_nodes[index];
            result.rows.append(ThreadRow{node.row, depth});
            std::sort(node.children.begin(), node.children.end(),
                      [this](int a, int b) { return isOlder(b, a); });
            for (int child : node.children)
                open.append({child, depth + 1});
        }
        return result;
    }

    Database &m_db;
    qint64 m_viewer = 0;
    qint64 m_server = 0;
    qint64 m_start = 0;
    QVector<Link> m_links;
    QSet<qint64> m_seen;
    QVector<Node> m_nodes;
    int m_startNode = -1;
    bool m_cut = false;
};

} // namespace

Result<ThreadRows> ThreadReader::rows(const AccountId &account, const PostUri &post)
{
    const ReadTransaction transaction(m_db);
    return ThreadWalk(m_db).read(account, post);
}

QStringList ThreadReader::statements()
{
    return {byUriSql(), byRefSql(), repliesByUriSql(), repliesByRefSql(), rowsSql()};
}

} // namespace Petrel
