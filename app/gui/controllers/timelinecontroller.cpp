// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/timelinecontroller.h"

#include "base/clock.h"
#include "domain/words.h"
#include "gui/controllers/homerefresher.h"
#include "gui/controllers/postcontextof.h"
#include "session/engine.h"
#include "session/serverstate.h"
#include "store/timelinestore.h"
#include "sync/syncengine.h"

#include <algorithm>
#include <utility>

namespace Petrel {

namespace {

//! Two turns of the slowest pace.
constexpr qint64 freshMs = 2 * HomeRefresher::backgroundMs;
//! One empty answer does not prove the end of a feed; two do, or nothing will.
constexpr int emptyAnswersBelieved = 2;

} // namespace

TimelineController::TimelineController(Engine &engine, const AccountsModel &accounts, WishDesk &wishes,
                                       HomeRefresher &refresher, const AccountId &account, QObject *parent)
    : PostController(wishes, account, parent),
      m_engine(engine),
      m_accounts(accounts),
      m_refresher(refresher),
      m_key{account, QStringLiteral("home")},
      m_model(engine.store()),
      m_place(engine.store(), engine.clock(), m_key)
{
    m_model.setContext(postContextOf(engine, accounts, account));
    const ReadingPlace::Place &place = m_place.last();
    m_model.open(m_key, place.identity.isEmpty() ? RowPlace{} : place.row);
    connect(&m_model, &TimelineModel::newCountChanged, this, &TimelineController::newCountChanged);
    connect(&m_model, &TimelineModel::countChanged, this, &TimelineController::emptyChanged);
    connect(&m_model, &TimelineModel::olderWanted, this, &TimelineController::olderWanted);
    connect(&m_refresher, &HomeRefresher::changed, this, &TimelineController::refreshed);
    connect(&m_engine.store(), &Store::changed, this, [this](const ChangeSet &changes) {
        if (changes.weather || changes.timelines.contains(m_key))
            lookAtAge();
    });
    lookAtAge();
}

QString TimelineController::title() const
{
    return tr("Home");
}

bool TimelineController::isRefreshing() const
{
    return m_refresher.isRefreshing();
}

//! Of the weather the age tells already; where nothing was ever read there is no age to tell it.
QString TimelineController::errorWords() const
{
    const auto &error = m_refresher.error();
    if (!error || error->kind == ErrorKind::Cancelled)
        return {};
    const bool weather = error->isOutage() || error->kind == ErrorKind::RateLimited;
    return weather && wasEverRead() ? QString() : Petrel::errorWords(*error);
}

void TimelineController::look()
{
    m_model.setContext(postContextOf(m_engine, m_accounts, m_key.account));
    lookAtAge();
}

void TimelineController::lookAtAge()
{
    const auto account = m_engine.accounts().account(m_key.account);
    if (!account)
        return;
    const qint64 now = m_engine.clock().nowMs();
    if (auto at = TimelineStore(m_engine.store().reader()).refreshedAtMs(m_key); at.ok())
        m_refreshedAtMs = at.value();
    const auto below = TimelineStore(m_engine.store().reader()).openEnd(m_key);
    m_atEnd = wasEverRead() && below.ok() && below.value() == 0;
    const auto state = serverState(m_engine, account->host);
    const QString trouble = state.ok() ? troubleWords(state.value(), now) : QString();
    const QString age =
        wasEverRead() ? tr("as of %1").arg(clockTime(m_refreshedAtMs, now)) : tr("not fetched yet");
    m_ageWords = trouble.isEmpty() ? age : tr("%1, %2", "age, trouble of the server").arg(age, trouble);
    m_stale = !trouble.isEmpty() || account->signedOut || (wasEverRead() && now - m_refreshedAtMs > freshMs);
    Q_EMIT stateChanged();
}

void TimelineController::refresh()
{
    m_refresher.refresh();
}

void TimelineController::refreshed()
{
    lookAtAge();
    // Now the server answers, or for the first time there is a session to ask with.
    if (m_olderAsks > 0 && !m_refresher.isRefreshing() && !m_refresher.error())
        askOlder();
}

void TimelineController::olderWanted()
{
    m_olderAsks = emptyAnswersBelieved;
    askOlder();
}

void TimelineController::askOlder()
{
    const auto segment = TimelineStore(m_engine.store().reader()).openEnd(m_key);
    if (!segment.ok())
        return;
    if (segment.value() != 0)
        walkBelow(segment.value(), {});
    else if (wasEverRead()) // before the first page of all there is no end yet to go on below
        m_olderAsks = 0;
}

void TimelineController::olderCame(const Result<RefreshReport> &report)
{
    if (!report.ok())
        return;
    m_olderAsks = report.value().newEntries > 0 ? 0 : std::max(0, m_olderAsks - 1);
}

void TimelineController::fillGap(const QString &identity)
{
    const auto row = m_model.rowWith(identity);
    const auto gaps = TimelineStore(m_engine.store().reader()).gaps(m_key);
    if (!row || !gaps.ok())
        return;
    for (const Gap &gap : gaps.value()) {
        const TimelineRow &above = row->shown;
        if (gap.newerMs == above.entry.timeMs && gap.newerRank == above.rank && !gap.permanent)
            return walkBelow(gap.segment, identity);
    }
}

void TimelineController::walkBelow(qint64 segment, const QString &identity)
{
    auto *session = m_engine.accounts().session(m_key.account);
    if (m_walking || !session)
        return;
    m_walking = true;
    m_loadingOlder = identity.isEmpty();
    if (m_loadingOlder)
        Q_EMIT stateChanged();
    else
        m_model.setGapFilling(identity, true);
    session->sync()
        .fillGap(m_key.name, segment)
        .finally(this, [this, identity](const Result<RefreshReport> &r) {
            m_walking = false;
            if (!identity.isEmpty())
                m_model.setGapFilling(identity, false);
            else if (std::exchange(m_loadingOlder, false)) {
                olderCame(r);
                lookAtAge();
            }
            // Nobody pressed a button for what is below the end; there the age says enough.
            if (!r.ok() && !identity.isEmpty() && r.error().kind != ErrorKind::Cancelled)
                Q_EMIT said(Petrel::errorWords(r.error()), true);
        });
}

void TimelineController::savePlace(const QString &identity, double offsetPx)
{
    m_place.save({identity, offsetPx, m_model.placeOf(identity)});
    Q_EMIT placeSaved();
}

} // namespace Petrel
