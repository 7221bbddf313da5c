// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/pagereader.h"

#include "net/httpclient.h"
#include "service/mastodon/json.h"
#include "service/mastodon/postreader.h"

#include <QUrlQuery>

namespace Petrel {

namespace {

// Ten times what any server gives at once: each entry is compared with what is known of a timeline.
constexpr qsizetype mostPerPage = 400;

const QString maxId = QStringLiteral("max_id");
const QString limit = QStringLiteral("limit");

bool sameRelation(QStringView parameter, QLatin1String relation)
{
    const qsizetype equals = parameter.indexOf(QLatin1Char('='));
    if (equals < 0
        || parameter.left(equals).trimmed().compare(QLatin1String("rel"), Qt::CaseInsensitive) != 0)
        return false;
    QStringView value = parameter.mid(equals + 1).trimmed();
    if (value.size() >= 2 && value.front() == QLatin1Char('"') && value.back() == QLatin1Char('"'))
        value = value.mid(1, value.size() - 2);
    for (const QStringView word : value.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (word.compare(relation, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

QString trimmedPath(const QString &path)
{
    return path.endsWith(QLatin1Char('/')) ? path.chopped(1) : path;
}

//! The query of an address that leads to the very place the page came from; empty for any other.
QString queryThere(const QString &address, const ServerInfo &server, const QString &path)
{
    if (address.isEmpty())
        return {};
    const QUrl url = server.base.resolved(QUrl(address, QUrl::TolerantMode));
    // A proxy in front makes some servers believe that they are reached over plain http.
    const bool samePlace = url.host().compare(server.base.host(), Qt::CaseInsensitive) == 0
        && url.port(-1) == server.base.port(-1) && trimmedPath(url.path()) == trimmedPath(path)
        && (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
    return samePlace ? url.query(QUrl::FullyEncoded) : QString();
}

QString olderQuery(const HttpResponse &response, const ServerInfo &server, const QString &path)
{
    const QByteArray header = response.header("link");
    const QString next = queryThere(linkTarget(header, QLatin1String("next")), server, path);
    const QString previous = queryThere(linkTarget(header, QLatin1String("prev")), server, path);
    // One server swaps the two; what leads down always says so.
    if (!QUrlQuery(next).hasQueryItem(maxId) && QUrlQuery(previous).hasQueryItem(maxId))
        return previous;
    return next;
}

//! The query with another max_id, and with the limit of the page before where the server lost it.
QString continued(const QString &query, const QString &before, const QString &lastId)
{
    QUrlQuery next(query.isEmpty() ? before : query);
    if (query.isEmpty()) {
        next.removeAllQueryItems(maxId);
        next.addQueryItem(maxId, QString::fromLatin1(QUrl::toPercentEncoding(lastId)));
    }
    const QUrlQuery former(before);
    if (!next.hasQueryItem(limit) && former.hasQueryItem(limit))
        next.addQueryItem(limit, former.queryItemValue(limit, QUrl::FullyEncoded));
    return next.query(QUrl::FullyEncoded);
}

bool sameQuery(const QString &a, const QString &b)
{
    return QUrlQuery(a).queryItemValue(maxId) == QUrlQuery(b).queryItemValue(maxId)
        && QUrlQuery(a).hasQueryItem(maxId) == QUrlQuery(b).hasQueryItem(maxId)
        && QUrlQuery(a).queryItems().size() == QUrlQuery(b).queryItems().size();
}

} // namespace

QString linkTarget(const QByteArray &header, QLatin1String relation)
{
    const QString text = QString::fromUtf8(header);
    qsizetype open = text.indexOf(QLatin1Char('<'));
    while (open >= 0) {
        const qsizetype close = text.indexOf(QLatin1Char('>'), open);
        if (close < 0)
            return {};
        const qsizetype following = text.indexOf(QLatin1Char('<'), close);
        const QStringView parameters =
            QStringView(text).mid(close + 1, (following < 0 ? text.size() : following) - close - 1);
        for (QStringView parameter : parameters.split(QLatin1Char(';'))) {
            parameter = parameter.trimmed();
            while (parameter.endsWith(QLatin1Char(',')))
                parameter = parameter.chopped(1).trimmed();
            if (sameRelation(parameter, relation))
                return text.mid(open + 1, close - open - 1);
        }
        open = following;
    }
    return {};
}

std::optional<StatusPage> readStatusPage(const HttpResponse &response, const ServerInfo &server,
                                         const QString &path, const QString &query)
{
    const std::optional<QJsonArray> array = Json::arrayFrom(response.body);
    if (!array || (array->isEmpty() && !response.isJson()))
        return std::nullopt;
    StatusPage page;
    QString lastId;
    // A time that cannot be read is taken to be that of the element above.
    qint64 timeAbove = response.serverDateMs;
    bool cut = false;
    for (const QJsonValue &value : *array) {
        if (page.ids.size() >= mostPerPage) {
            cut = true;
            break;
        }
        const QJsonObject status = value.toObject();
        const QString id = Json::text(status, QLatin1String("id"));
        page.ids.append(id);
        if (!id.isEmpty())
            lastId = id;
        const std::optional<Entry> entry = readEntry(status, server, timeAbove);
        if (!entry)
            continue;
        timeAbove = entry->timeMs;
        page.entries.append(*entry);
    }
    // What was cut off begins below the last one kept, not where the server goes on.
    const QString named = cut ? QString() : olderQuery(response, server, path);
    page.linked = !named.isEmpty();
    if (named.isEmpty() && lastId.isEmpty())
        return page;
    const QString older = continued(named, query, lastId);
    if (!sameQuery(older, query))
        page.olderCursor = older;
    return page;
}

} // namespace Petrel
