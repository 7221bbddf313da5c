// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/homerefresher.h"

#include "base/clock.h"
#include "session/engine.h"
#include "sync/profilesync.h"
#include "sync/syncengine.h"
#include "weather/outagedetector.h"

#include <algorithm>

namespace Petrel {

namespace {

constexpr qint64 shortestMs = 1'000;
constexpr qint64 unclearMs = 5'000;
//! So often in a row: one that goes on answering that it cannot is asked no faster than one that can.
constexpr int mostUnclear = 3;

} // namespace

HomeRefresher::HomeRefresher(Engine &engine, const AccountId &account, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_account(account)
{
    connect(&m_engine.weather(), &OutageDetector::changed, this, [this](const ServerHost &host) {
        const auto known = m_engine.accounts().account(m_account);
        if (known && known->host == host)
            weatherChanged();
    });
}

HomeRefresher::~HomeRefresher() = default;

void HomeRefresher::begin()
{
    m_begun = true;
    ask();
}

void HomeRefresher::setPace(Pace pace)
{
    if (pace == m_pace)
        return;
    m_pace = pace;
    if (!m_begun || m_refreshing)
        return;
    if (pace == Pace::Watched && m_engine.clock().monotonicMs() - m_askedAtMs >= watchedMs)
        ask();
    else
        plan();
}

void HomeRefresher::refresh()
{
    if (const auto known = m_engine.accounts().account(m_account))
        m_engine.weather().forgetBackoff(known->host);
    ask();
}

void HomeRefresher::ask()
{
    if (m_refreshing)
        return;
    m_alarm.reset();
    m_askedAtMs = m_engine.clock().monotonicMs();
    auto *session = m_engine.accounts().session(m_account);
    if (!session)
        return ended(m_engine.accounts().problem(m_account));
    m_refreshing = true;
    Q_EMIT changed();
    session->sync()
        .refresh(QStringLiteral("home"))
        .finally(this, [this](const Result<RefreshReport> &report) {
            ended(report.ok() ? std::nullopt : std::optional(report.error()));
        });
}

void HomeRefresher::ended(const std::optional<Error> &error)
{
    m_refreshing = false;
    m_error = error;
    m_failures = error && error->isOutage() ? m_failures + 1 : 0;
    // Without its token (the keychain is locked, say) nobody has asked the server whether it still takes it.
    const auto *session = m_engine.accounts().session(m_account);
    if (error && error->kind == ErrorKind::SignedOut && session && session->hasToken())
        m_engine.accounts().markSignedOut(m_account);
    if (!error)
        askWhatIsAskedSeldom();
    plan();
    Q_EMIT changed();
}

//! The server answers, so this is the moment; each does nothing where its last answer is young.
void HomeRefresher::askWhatIsAskedSeldom()
{
    const auto known = m_engine.accounts().account(m_account);
    auto *session = m_engine.accounts().session(m_account);
    if (!known || !session)
        return;
    session->profile().ifOld().finally(this, [](const Result<bool> &) {});
    m_engine.serverInfo().ifOld(*known).finally(this, [](const Result<bool> &) {});
}

//! A server that is away is asked as soon as its next probe is due, whoever waits; one that has only begun to
//! fail is asked again soon, so that the window can say what it is.
void HomeRefresher::plan()
{
    qint64 pause = m_pace == Pace::Watched ? watchedMs : backgroundMs;
    if (const auto known = m_engine.accounts().account(m_account)) {
        const ServerWeather weather = m_engine.weather().weather(known->host);
        const qint64 untilTry = weather.retryAtMs - m_engine.clock().nowMs();
        if (weather.retryAtMs != 0)
            pause = std::clamp(untilTry, shortestMs, pause);
        else if (m_failures > 0 && m_failures <= mostUnclear)
            pause = unclearMs;
    }
    m_alarm = m_engine.clock().alarm(pause, [this] { ask(); });
}

void HomeRefresher::weatherChanged()
{
    const auto known = m_engine.accounts().account(m_account);
    const bool clear = known && m_engine.weather().weather(known->host).state == WeatherState::Clear;
    const bool cleared = clear && !m_wasClear;
    m_wasClear = clear;
    if (!m_begun || m_refreshing)
        return;
    if (cleared)
        ask();
    else
        plan();
}

} // namespace Petrel
