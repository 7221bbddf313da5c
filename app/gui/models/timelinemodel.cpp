// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/timelinemodel.h"

#include "base/error.h"
#include "store/actionstore.h"
#include "store/store.h"

#include <algorithm>

namespace Petrel {

namespace {

// Of rows read anew, a few more than are held: most commits add none or one.
constexpr int slack = 8;
// No more than this is ever read at once, however much came in between.
constexpr int mostRead = 2 * TimelineModel::mostRows;
constexpr int mostCounted = 1'000;

RowPlace placeAt(const TimelineRow &row)
{
    return {row.entry.timeMs, row.rank, false};
}

//! The place just above a row, so that reading below it begins with the row itself.
RowPlace over(RowPlace place)
{
    ++place.rank;
    return place;
}

bool isAbove(const RowPlace &a, const RowPlace &b)
{
    return a.timeMs != b.timeMs ? a.timeMs > b.timeMs : a.rank > b.rank;
}

QVector<PostRow> asRows(const QVector<TimelineRow> &rows)
{
    QVector<PostRow> posts;
    posts.reserve(rows.size());
    for (const TimelineRow &row : rows)
        posts.append(PostRow{row, 0, false});
    return posts;
}

} // namespace

TimelineModel::TimelineModel(Store &store, QObject *parent)
    : PostListModel(parent),
      m_store(store)
{
    connect(&store, &Store::changed, this, &TimelineModel::take);
}

void TimelineModel::open(const TimelineKey &key, const RowPlace &around)
{
    m_key = key;
    m_uppermost.clear();
    m_read = around;
    m_atEnd = false;
    m_olderAsked = false;
    clear();
    const ReadTransaction oneView(m_store.reader());
    TimelineReader reader(m_store.reader());
    QVector<TimelineRow> rows;
    if (!around.isTop) {
        auto above = reader.windowAbove(m_key, over(around), moreRows);
        if (!above.ok())
            return setErrorWords(describeError(above.error()));
        rows = above.take();
    }
    setAtTop(rows.size() < moreRows);
    auto below = reader.window(m_key, around.isTop ? around : over(around), firstRows);
    if (!below.ok())
        return setErrorWords(describeError(below.error()));
    setErrorWords({});
    m_atEnd = below.value().isEmpty();
    rows += below.value();
    if (m_read.isTop && !rows.isEmpty())
        m_read = placeAt(rows.first());
    show(rows, rows.isEmpty() ? QString() : rows.first().identity);
}

void TimelineModel::toTop()
{
    if (!m_atTop)
        return open(m_key);
    if (!rows().isEmpty())
        seen(rows().first().shown.identity);
}

RowPlace TimelineModel::placeOf(const QString &identity) const
{
    const std::optional<PostRow> row = rowWith(identity);
    return row ? placeAt(row->shown) : RowPlace{};
}

void TimelineModel::seen(const QString &identity)
{
    const RowPlace place = placeOf(identity);
    if (place.isTop)
        return;
    m_uppermost = identity;
    if (!m_read.isTop && !isAbove(place, m_read))
        return;
    m_read = place;
    countNew();
}

bool TimelineModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_key.account.isNull() && !(m_atEnd && m_olderAsked);
}

void TimelineModel::fetchMore(const QModelIndex &parent)
{
    if (isPatching() || !canFetchMore(parent))
        return;
    if (!m_atEnd)
        readBelow();
    if (m_atEnd && !m_olderAsked) {
        m_olderAsked = true;
        Q_EMIT olderWanted();
    }
}

void TimelineModel::readBelow()
{
    const RowPlace place = rows().isEmpty() ? RowPlace{} : placeAt(rows().last().shown);
    auto more = TimelineReader(m_store.reader()).window(m_key, place, moreRows);
    if (!more.ok())
        return setErrorWords(describeError(more.error()));
    setErrorWords({});
    m_atEnd = more.value().isEmpty();
    if (m_atEnd)
        return;
    append(asRows(more.value()));
    letGo(count() - 1);
    countNew();
}

void TimelineModel::fetchNewer()
{
    if (isPatching() || m_atTop || rows().isEmpty())
        return;
    auto newer = TimelineReader(m_store.reader()).windowAbove(m_key, placeAt(rows().first().shown), moreRows);
    if (!newer.ok())
        return setErrorWords(describeError(newer.error()));
    setErrorWords({});
    setAtTop(newer.value().size() < moreRows);
    prepend(asRows(newer.value()));
    letGo(0);
    countNew();
}

void TimelineModel::take(const ChangeSet &changes)
{
    if (m_key.account.isNull())
        return;
    if (changes.accounts || changes.timelines.contains(m_key) || concernsOutbox(changes))
        rereadAll();
    else if (!changes.posts.isEmpty())
        rereadPosts(changes.posts);
}

bool TimelineModel::concernsOutbox(const ChangeSet &changes) const
{
    for (const ActionId &id : changes.actions) {
        auto action = ActionStore(m_store.reader()).find(id);
        const bool other = action.ok()
            && (action.value().account != m_key.account || action.value().kind != ActionKind::Publish);
        if (!other)
            return true;
    }
    return false;
}

void TimelineModel::rereadAll()
{
    const ReadTransaction oneView(m_store.reader());
    if (rows().isEmpty())
        return fillEmpty();
    QVector<TimelineRow> all;
    if (m_atTop) {
        auto above =
            TimelineReader(m_store.reader()).windowAbove(m_key, placeAt(rows().first().shown), mostRows / 2);
        if (!above.ok())
            return setErrorWords(describeError(above.error()));
        all = above.take();
        setAtTop(all.size() < mostRows / 2);
    }
    // At the end of the cache what came below is wanted at once: nothing else would ask for it.
    const int more = m_atEnd ? moreRows : 0;
    auto held = between(0, count() - 1, more);
    if (!held.ok())
        return setErrorWords(describeError(held.error()));
    setErrorWords({});
    all += held.value();
    const bool longer = !all.isEmpty() && isAbove(placeAt(rows().last().shown), placeAt(all.last()));
    if (longer) {
        m_atEnd = false;
        m_olderAsked = false;
    }
    show(all, m_uppermost.isEmpty() ? rows().first().shown.identity : m_uppermost);
}

void TimelineModel::fillEmpty()
{
    auto first = TimelineReader(m_store.reader()).window(m_key, {}, firstRows);
    if (!first.ok())
        return setErrorWords(describeError(first.error()));
    setErrorWords({});
    if (first.value().isEmpty())
        return;
    setAtTop(true);
    m_atEnd = false;
    m_olderAsked = false;
    m_read = placeAt(first.value().first());
    show(first.value(), first.value().first().identity);
}

void TimelineModel::rereadPosts(const QSet<PostUri> &posts)
{
    int first = -1;
    int last = -1;
    for (int i = 0; i < count(); ++i) {
        if (!posts.contains(rows().at(i).shown.entry.post.uri))
            continue;
        first = first < 0 ? i : first;
        last = i;
    }
    if (first < 0)
        return;
    const ReadTransaction oneView(m_store.reader());
    auto read = between(first, last, 0);
    if (!read.ok())
        return setErrorWords(describeError(read.error()));
    setErrorWords({});
    QVector<PostRow> all = rows().mid(0, first);
    all += asRows(read.value());
    all += rows().mid(last + 1);
    patch(all);
    countNew();
}

Result<QVector<TimelineRow>> TimelineModel::between(int first, int last, int more)
{
    const RowPlace to = placeAt(rows().at(last).shown);
    const int limit = last - first + 1 + more + slack;
    TimelineReader reader(m_store.reader());
    QVector<TimelineRow> all;
    RowPlace place = over(placeAt(rows().at(first).shown));
    const auto below = [&to](const TimelineRow &row) { return isAbove(to, placeAt(row)); };
    for (;;) {
        auto window = reader.window(m_key, place, limit);
        if (!window.ok())
            return window;
        all += window.value();
        if (window.value().size() < limit || below(all.last()) || all.size() >= mostRead)
            break;
        place = placeAt(all.last());
    }
    const auto end = std::find_if(all.begin(), all.end(), below);
    const qsizetype kept = std::min<qsizetype>(all.size(), (end - all.begin()) + more);
    all.resize(kept);
    return all;
}

void TimelineModel::show(const QVector<TimelineRow> &rows, const QString &near)
{
    const auto at = std::find_if(rows.cbegin(), rows.cend(),
                                 [&near](const TimelineRow &row) { return row.identity == near; });
    const qsizetype middle = at == rows.cend() ? 0 : at - rows.cbegin();
    patch(asRows(rows.mid(firstKept(rows.size(), middle), mostRows)));
    countNew();
}

void TimelineModel::letGo(int near)
{
    keepOnly(int(firstKept(count(), near)), std::min(count(), mostRows));
}

qsizetype TimelineModel::firstKept(qsizetype size, qsizetype middle)
{
    if (size <= mostRows)
        return 0;
    const qsizetype first = std::clamp<qsizetype>(middle - mostRows / 2, 0, size - mostRows);
    if (first + mostRows < size) {
        m_atEnd = false;
        m_olderAsked = false;
    }
    if (first > 0)
        setAtTop(false);
    return first;
}

void TimelineModel::countNew()
{
    int fresh = 0;
    for (const PostRow &row : rows()) {
        if (m_read.isTop || !isAbove(placeAt(row.shown), m_read))
            break;
        const Entry &entry = row.shown.entry;
        const Profile &who = entry.boostedBy ? *entry.boostedBy : entry.post.author;
        fresh += row.shown.ghost || who.handle == context().handle ? 0 : 1;
    }
    if (!m_atTop && !rows().isEmpty()) {
        const RowPlace first = placeAt(rows().first().shown);
        auto above = TimelineReader(m_store.reader())
                         .countAbove(m_key, isAbove(m_read, first) ? m_read : first, mostCounted);
        fresh += above.ok() ? above.value() : 0;
    }
    if (fresh == m_newCount)
        return;
    m_newCount = fresh;
    Q_EMIT newCountChanged();
}

void TimelineModel::setAtTop(bool atTop)
{
    if (m_atTop == atTop)
        return;
    m_atTop = atTop;
    Q_EMIT atTopChanged();
}

} // namespace Petrel
