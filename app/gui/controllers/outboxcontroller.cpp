// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/outboxcontroller.h"

#include "base/clock.h"
#include "domain/servername.h"
#include "gui/controllers/wishdesk.h"
#include "outbox/outbox.h"
#include "session/engine.h"
#include "session/serverstate.h"
#include "weather/outagedetector.h"

namespace Petrel {

OutboxController::OutboxController(Engine &engine, WishDesk &wishes, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_wishes(wishes),
      m_model(engine.store(),
              {[this](const Action &action) { return describe(action); },
               [this](const Action &action) { return nextTryMs(action); }})
{
    connect(&m_model, &OutboxModel::countChanged, this, &OutboxController::countChanged);
    connect(&m_engine.weather(), &OutageDetector::changed, &m_model, &OutboxModel::refresh);
}

//! Why it waits is the weather of its server, which the action itself does not know.
QString OutboxController::describe(const Action &action) const
{
    const QString words = describeAction(action);
    const bool waits = action.state == ActionState::Queued || action.state == ActionState::Waiting
        || action.state == ActionState::Uncertain;
    const auto account = m_engine.accounts().account(action.account);
    if (!waits || !account)
        return words;
    const auto state = serverState(m_engine, account->host);
    const QString trouble = state.ok() ? troubleWords(state.value(), m_engine.clock().nowMs()) : QString();
    if (trouble.isEmpty())
        return words;
    // What waits for nothing but the weather says that once; any other reason is told besides.
    const bool limited = state.value().now.state == WeatherState::RateLimited;
    const bool weatherAlone = action.state != ActionState::Uncertain
        && (action.reason == ActionReason::None || action.reason == ActionReason::ServerDown
            || (action.reason == ActionReason::RateLimited && limited));
    return weatherAlone
        ? tr("Waiting for %1: %2.", "host, trouble").arg(serverName(*account), trouble)
        : tr("%1 %2: %3.", "what waits, host, trouble").arg(words, serverName(*account), trouble);
}

qint64 OutboxController::nextTryMs(const Action &action) const
{
    if (action.state == ActionState::NeedsYou || action.state == ActionState::Sending)
        return 0;
    const auto account = m_engine.accounts().account(action.account);
    if (!account)
        return 0;
    const qint64 now = m_engine.clock().nowMs();
    const qint64 weather = m_engine.weather().weather(account->host).retryAtMs;
    const qint64 next = qMax(weather, action.notBeforeMs);
    return next > now ? next : 0;
}

void OutboxController::retry(const QString &action)
{
    m_wishes.retry(action);
}

void OutboxController::cancel(const QString &action)
{
    m_wishes.cancel(action);
}

void OutboxController::edit(const QString &action)
{
    Q_EMIT editWanted(action);
}

void OutboxController::tryNow()
{
    m_wishes.tryNow();
}

} // namespace Petrel
