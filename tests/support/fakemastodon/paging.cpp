// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/paging.h"

#include "support/fakemastodon/answers.h"
#include "support/fakemastodon/entities.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Petrel::Fake {

namespace {

struct Cut {
    qsizetype from = 0;
    qsizetype count = 0;
};

bool isUlid(const QString &id)
{
    return id.size() == 26;
}

// Cut by comparing ids: anything with the right shape will do as a cursor, existing or not.
Cut cutById(const Call &call, const QVector<PageRow> &rows, int limit)
{
    QString maxId = call.params.text(u"max_id"_s);
    const QString minId = call.params.text(u"min_id"_s);
    const QString sinceId = call.params.text(u"since_id"_s);
    if (call.flavour() == Flavour::GoToSocial && !isUlid(maxId))
        maxId.clear();
    qsizetype from = 0;
    qsizetype to = rows.size();
    if (!maxId.isEmpty()) {
        while (from < to && !idLess(rows.at(from).sortId, maxId))
            ++from;
    }
    const QString lower = minId.isEmpty() ? sinceId : minId;
    if (!lower.isEmpty()) {
        while (to > from && !idLess(lower, rows.at(to - 1).sortId))
            --to;
    }
    const qsizetype count = std::min<qsizetype>(limit, to - from);
    return {minId.isEmpty() ? from : to - count, count};
}

// snac walks its index until it meets the cursor, which must be in it.
Cut cutByPlace(const Call &call, const QVector<PageRow> &rows, int limit)
{
    const auto place = [&](const QString &name) -> qsizetype {
        const QString digits = call.params.text(name).mid(10);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (rows.at(i).sortId.mid(10) == digits)
                return i;
        }
        return -1;
    };
    qsizetype from = 0;
    qsizetype to = rows.size();
    if (call.params.has(u"max_id"_s)) {
        from = place(u"max_id"_s) + 1;
        if (from == 0)
            return {};
    }
    const bool upward = call.params.has(u"min_id"_s);
    if (upward || call.params.has(u"since_id"_s)) {
        const qsizetype at = place(upward ? u"min_id"_s : u"since_id"_s);
        if (at >= 0)
            to = std::max(from, at);
    }
    const qsizetype count = std::min<qsizetype>(limit, to - from);
    return {upward ? to - count : from, count};
}

// The asked-for number of rows, or -1 where the server refuses the question.
int limitOf(const Call &call, const PageRules &rules)
{
    const QString asked = call.params.text(u"limit"_s);
    bool number = false;
    const int limit = asked.toInt(&number);
    if (call.flavour() == Flavour::Snac) {
        if (asked.isEmpty() || !number || limit == 0)
            return rules.defaultLimit;
        return std::max(1, limit);
    }
    if (asked.isEmpty())
        return rules.defaultLimit;
    if (call.flavour() == Flavour::GoToSocial)
        return number ? std::clamp(limit, 1, 40) : -1;
    return limit == 0 ? 0 : std::min(std::abs(limit), 40);
}

QByteArray linkHeader(const Call &call, const QString &newest, const QString &oldest, bool next)
{
    const auto link = [&](const QString &name, const QString &id, const char *rel) {
        QUrl url = call.world.base();
        url.setPath(call.request.path);
        QUrlQuery query;
        if (call.flavour() != Flavour::Snac) {
            for (const auto &[key, value] : call.request.query.queryItems()) {
                if (!key.endsWith(u"_id"_s))
                    query.addQueryItem(key, value);
            }
        }
        query.addQueryItem(name, id);
        url.setQuery(query);
        return '<' + url.toEncoded() + ">; rel=\"" + rel + '"';
    };
    const QString upward = call.flavour() == Flavour::Snac ? u"since_id"_s : u"min_id"_s;
    QByteArray header = link(upward, newest, "prev");
    if (next)
        header = link(u"max_id"_s, oldest, "next") + ", " + header;
    return header;
}

} // namespace

WireResponse pageAnswer(Call &call, const QVector<PageRow> &rows, const PageRules &rules)
{
    int limit = limitOf(call, rules);
    if (limit < 0)
        return refusal(call.rules(), 400, u"limit value must be a number"_s);
    const int asked = limit;
    if (call.rules().shortPages && limit > 1)
        limit -= std::max(1, limit / 13);
    const Cut cut =
        call.flavour() == Flavour::Snac ? cutByPlace(call, rows, limit) : cutById(call, rows, limit);
    QJsonArray list;
    for (qsizetype i = cut.from; i < cut.from + cut.count; ++i) {
        const PageRow &row = rows.at(i);
        const WorldBoost *boost = row.boostUri.isEmpty() ? nullptr : call.world.boostByUri(row.boostUri);
        const WorldPost *post = call.world.post(row.postUri);
        list.append(boost ? boostJson(call, *boost) : statusJson(call, *post));
    }
    WireResponse response = json(200, list);
    if (list.isEmpty())
        return response;
    const QString newest = list.first().toObject().value(u"id"_s).toString();
    const QString oldest = list.last().toObject().value(u"id"_s).toString();
    const bool next = !rules.nextOnlyWhenFull || list.size() >= asked;
    response.setHeader("Link", linkHeader(call, newest, oldest, next));
    return response;
}

} // namespace Petrel::Fake
