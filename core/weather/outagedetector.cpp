// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "weather/outagedetector.h"

#include "base/backoff.h"
#include "base/clock.h"
#include "base/logging.h"
#include "store/store.h"
#include "store/weatherstore.h"
#include "weather/verdict.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace Petrel {

namespace {

constexpr int suspectAfter = 3;
constexpr qint64 slowAnswerMs = 5'000;
constexpr int slowAnswers = 2;
//! How long a granted probe may stay unreported: longer than any request's own time limit. Until then the
//! account that holds it is let through again, as one step may look at the gate more than once before it
//! sends.
constexpr qint64 grantMs = 35'000;
constexpr qint64 limitWithoutHintMs = 60'000;
constexpr qint64 longestHintMs = 3'600'000;

} // namespace

struct OutageDetector::Private {
    struct Server {
        WeatherState announced = WeatherState::Clear;
        qint64 sinceMs = 0;
        WeatherCause cause = WeatherCause::None;
        qint64 lastSuccessMs = 0;
        int failures = 0;
        int slow = 0;
        bool down = false;
        int failedProbes = 0;
        qint64 firstFailureMs = 0;
        qint64 countedFrom = 0; //!< monotonic time of the last success; 0 = none to count from
        qint64 uptimeMs = 0;
        // Monotonic times; 0 = none.
        qint64 probeAt = 0;
        qint64 limitedUntil = 0;
        qint64 grantedAt = 0;
        AccountId grantedTo;
        std::unique_ptr<Alarm> alarm;
        std::optional<Outage> outage; //!< open in the log, or about to be
        bool saving = false;
        bool saveAgain = false;
    };
    struct Member {
        ServerHost host;
        bool signedOut = false;
        bool paused = false;
    };

    Private(OutageDetector *owner, Store *store, Clock &clock)
        : q(owner),
          store(store),
          clock(clock)
    { }

    [[nodiscard]] bool hasAccount(const ServerHost &host) const
    {
        return std::any_of(members.cbegin(), members.cend(), [&](const Member &m) { return m.host == host; });
    }
    [[nodiscard]] qint64 wall(qint64 monotonic) const
    {
        return monotonic == 0 ? 0 : clock.nowMs() + (monotonic - clock.monotonicMs());
    }
    [[nodiscard]] WeatherState stateOf(const Server &server) const
    {
        if (server.down)
            return WeatherState::Down;
        if (server.limitedUntil > clock.monotonicMs())
            return WeatherState::RateLimited;
        if (server.failures >= suspectAfter)
            return WeatherState::Suspect;
        return server.slow >= slowAnswers ? WeatherState::Slow : WeatherState::Clear;
    }

    Server &server(const ServerHost &host) { return servers[host]; }
    void adoptLeftOpen();
    void succeeded(const ServerHost &host, Server &server, const HttpExchange &exchange);
    void failed(const ServerHost &host, Server &server, const Verdict &verdict);
    void limited(Server &server, qint64 pauseMs);
    void unclear(Server &server);
    void planProbe(Server &server, qint64 hintMs);
    void setAlarm(const ServerHost &host, Server &server);
    void announce(const ServerHost &host, Server &server, bool always);
    void noteLoss(const ServerHost &host, Server &server, WeatherCause cause);
    void closeOutage(const ServerHost &host, Server &server);
    void save(const ServerHost &host, Server &server);

    OutageDetector *q;
    Store *store;
    Clock &clock;
    std::map<ServerHost, Server> servers;
    QHash<AccountId, Member> members;
};

OutageDetector::OutageDetector(Store *store, Clock &clock, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(this, store, clock))
{
    d->adoptLeftOpen();
}

OutageDetector::~OutageDetector() = default;

void OutageDetector::Private::adoptLeftOpen()
{
    if (!store)
        return;
    const auto left = WeatherStore(store->reader()).open();
    if (!left.ok()) {
        qCWarning(logNet) << "outages left open cannot be read:" << left.error().detail;
        return;
    }
    // Oldest first: of two left open for one host the newer is carried on, the other ends where that one
    // began.
    for (Outage outage : left.value()) {
        Server &known = server(outage.host);
        if (known.outage) {
            Outage former = *known.outage;
            former.endedAtMs = std::max(former.startedAtMs, outage.startedAtMs);
            store->journal([former](JournalTx &tx) mutable { return WeatherStore(tx.db).save(former); })
                .finally(q, [](const Result<Unit> &) {});
        }
        known.outage = outage;
    }
}

void OutageDetector::setAccount(const AccountId &account, const ServerHost &host, bool signedOut, bool paused)
{
    d->members.insert(account, {host, signedOut, paused});
    Q_EMIT changed(host);
}

void OutageDetector::removeAccount(const AccountId &account)
{
    d->members.remove(account);
    for (auto &[host, server] : d->servers) {
        if (server.grantedTo == account)
            server.grantedAt = 0;
    }
}

void OutageDetector::forgetBackoff(const ServerHost &host)
{
    auto &server = d->server(host);
    if (!server.down)
        return;
    server.failedProbes = 0;
    server.grantedAt = 0;
    server.probeAt = d->clock.monotonicMs();
    d->announce(host, server, true);
}

void OutageDetector::exchanged(const HttpExchange &exchange)
{
    const ServerHost host(exchange.host);
    const Verdict verdict = verdictOf(exchange, d->clock.nowMs());
    auto &server = d->server(host);
    const bool wasGranted = server.grantedAt != 0;
    server.grantedAt = 0;
    bool gateMoved = wasGranted && server.down;
    switch (verdict.kind) {
    case Verdict::Kind::Up:
        gateMoved = gateMoved || server.down;
        d->succeeded(host, server, exchange);
        break;
    case Verdict::Kind::Limited:
        d->succeeded(host, server, exchange);
        d->limited(server, verdict.pauseMs);
        break;
    case Verdict::Kind::Fault:
        d->failed(host, server, verdict);
        break;
    case Verdict::Kind::Unclear:
        d->unclear(server);
        break;
    case Verdict::Kind::Nothing:
        break;
    }
    d->setAlarm(host, server);
    d->announce(host, server, gateMoved);
}

void OutageDetector::Private::succeeded(const ServerHost &host, Server &server, const HttpExchange &exchange)
{
    const qint64 now = clock.monotonicMs();
    if (!server.down && server.countedFrom != 0)
        server.uptimeMs += std::max<qint64>(0, now - server.countedFrom);
    server.countedFrom = now;
    server.lastSuccessMs = clock.nowMs();
    server.slow = exchange.tookMs >= slowAnswerMs ? server.slow + 1 : 0;
    server.failures = 0;
    server.failedProbes = 0;
    server.firstFailureMs = 0;
    server.down = false;
    server.probeAt = 0;
    server.cause = WeatherCause::None;
    closeOutage(host, server);
}

void OutageDetector::Private::failed(const ServerHost &host, Server &server, const Verdict &verdict)
{
    ++server.failures;
    server.cause = verdict.cause;
    if (server.firstFailureMs == 0)
        server.firstFailureMs = clock.nowMs();
    noteLoss(host, server, verdict.cause);
    if (server.down) {
        planProbe(server, verdict.pauseMs);
    } else if (server.failures > suspectAfter) {
        server.down = true;
        server.countedFrom = 0;
        planProbe(server, verdict.pauseMs);
    }
}

void OutageDetector::Private::limited(Server &server, qint64 pauseMs)
{
    const qint64 pause = pauseMs > 0 ? std::min(pauseMs, longestHintMs) : limitWithoutHintMs;
    server.limitedUntil = std::max(server.limitedUntil, clock.monotonicMs() + pause);
    server.cause = WeatherCause::RateLimited;
}

//! Something answered that may not be the server's own program: proves nothing by itself, but a probe it met
//! has failed.
void OutageDetector::Private::unclear(Server &server)
{
    if (server.down)
        planProbe(server, 0);
}

void OutageDetector::Private::planProbe(Server &server, qint64 hintMs)
{
    ++server.failedProbes;
    const qint64 pause = Backoff{}.pauseMs(server.failedProbes, clock.chance());
    const qint64 hint = std::min(hintMs, Backoff{}.longestMs);
    server.probeAt = clock.monotonicMs() + std::max(pause, hint);
}

//! Rings when the gate opens by itself, so that whoever waits need not ask in turns.
void OutageDetector::Private::setAlarm(const ServerHost &host, Server &server)
{
    const qint64 now = clock.monotonicMs();
    qint64 next = 0;
    if (server.down)
        next = server.grantedAt != 0 ? server.grantedAt + grantMs : server.probeAt;
    else if (server.limitedUntil > now)
        next = server.limitedUntil;
    server.alarm.reset();
    if (next <= now)
        return;
    server.alarm = clock.alarm(next - now, [this, host] {
        auto &server = this->server(host);
        if (server.grantedAt != 0 && clock.monotonicMs() >= server.grantedAt + grantMs)
            server.grantedAt = 0;
        if (!server.down && server.cause == WeatherCause::RateLimited)
            server.cause = WeatherCause::None;
        announce(host, server, true);
    });
}

void OutageDetector::Private::announce(const ServerHost &host, Server &server, bool always)
{
    const WeatherState state = stateOf(server);
    if (state != server.announced) {
        server.announced = state;
        server.sinceMs = clock.nowMs();
        if (state == WeatherState::Down)
            server.sinceMs = server.outage ? server.outage->startedAtMs : server.firstFailureMs;
    } else if (!always) {
        return;
    }
    Q_EMIT q->changed(host);
}

void OutageDetector::Private::noteLoss(const ServerHost &host, Server &server, WeatherCause cause)
{
    // What is wrong with this computer's network is no outage of a server.
    if (cause == WeatherCause::NoNetworkHere || !hasAccount(host))
        return;
    if (!server.outage)
        server.outage = Outage{0, host, clock.nowMs(), 0, cause, 0};
    server.outage->cause = cause;
    ++server.outage->requestsLost;
    save(host, server);
}

void OutageDetector::Private::closeOutage(const ServerHost &host, Server &server)
{
    if (!server.outage)
        return;
    // A clock set back must not end an outage before it began.
    server.outage->endedAtMs = std::max(server.outage->startedAtMs + 1, clock.nowMs());
    save(host, server);
}

//! One save per host at a time: the first gives the row its number.
void OutageDetector::Private::save(const ServerHost &host, Server &server)
{
    if (!store) {
        if (server.outage->endedAtMs != 0)
            server.outage.reset();
        return;
    }
    if (server.saving) {
        server.saveAgain = true;
        return;
    }
    server.saving = true;
    const Outage outage = *server.outage;
    auto written = store->journal([outage](JournalTx &tx) -> Result<Outage> {
        Outage row = outage;
        if (auto saved = WeatherStore(tx.db).save(row); !saved.ok())
            return saved.error();
        tx.changes.weather = true;
        return row;
    });
    if (outage.endedAtMs != 0 && outage.id != 0)
        server.outage.reset();
    written.finally(q, [this, host, outage](const Result<Outage> &saved) {
        auto &server = this->server(host);
        server.saving = false;
        if (!saved.ok())
            qCWarning(logNet) << "the log of outages cannot be written:" << saved.error().detail;
        else if (server.outage && outage.id == 0 && server.outage->startedAtMs == outage.startedAtMs)
            server.outage->id = saved.value().id;
        const bool again = std::exchange(server.saveAgain, false);
        if (again && server.outage)
            save(host, server);
        else if (server.outage && server.outage->endedAtMs != 0)
            server.outage.reset();
    });
}

Permission OutageDetector::ask(const AccountId &account) const
{
    const auto member = d->members.constFind(account);
    if (member == d->members.cend())
        return {};
    if (member->signedOut)
        return {false, 0, ActionReason::SignedOut};
    if (member->paused)
        return {false, 0, ActionReason::Held};
    const auto found = d->servers.find(member->host);
    if (found == d->servers.end())
        return {};
    auto &server = found->second;
    const qint64 now = d->clock.monotonicMs();
    if (server.limitedUntil > now)
        return {false, d->wall(server.limitedUntil), ActionReason::RateLimited};
    if (!server.down)
        return {};
    if (server.grantedAt != 0 && now < server.grantedAt + grantMs) {
        if (server.grantedTo == account)
            return {};
        return {false, d->wall(server.grantedAt + grantMs), ActionReason::ServerDown};
    }
    if (now < server.probeAt)
        return {false, d->wall(server.probeAt), ActionReason::ServerDown};
    server.grantedAt = now;
    server.grantedTo = account;
    d->setAlarm(member->host, server);
    return {};
}

qint64 OutageDetector::uptimeMs(const AccountId &account) const
{
    const auto member = d->members.constFind(account);
    if (member == d->members.cend())
        return 0;
    const auto found = d->servers.find(member->host);
    return found == d->servers.end() ? 0 : found->second.uptimeMs;
}

ServerWeather OutageDetector::weather(const ServerHost &host) const
{
    const auto found = d->servers.find(host);
    if (found == d->servers.end())
        return {};
    const auto &server = found->second;
    ServerWeather weather;
    weather.state = d->stateOf(server);
    weather.cause = server.cause;
    weather.sinceMs = server.sinceMs;
    weather.lastSuccessMs = server.lastSuccessMs;
    if (server.down)
        weather.retryAtMs = d->wall(server.grantedAt != 0 ? server.grantedAt + grantMs : server.probeAt);
    else if (weather.state == WeatherState::RateLimited)
        weather.retryAtMs = d->wall(server.limitedUntil);
    weather.failures = server.failures;
    weather.uptimeMs = server.uptimeMs;
    return weather;
}

} // namespace Petrel
