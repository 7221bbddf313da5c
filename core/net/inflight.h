// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "net/httpclient.h"

#include <QList>

#include <functional>

class QNetworkProxy;

namespace Petrel {

//! What both ways of sending share: the patience, and one ending. Destroyed unfinished it ends silently.
class InFlight : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(HttpExchange)>;
    //! `request` has passed refusal() and belongs to this from now on.
    InFlight(Clock &clock, HttpRequest request, Done done, QObject *parent);
    ~InFlight() override;

    virtual void start() = 0;
    //! When something last moved, by the clock's monotonic time.
    [[nodiscard]] qint64 lastProgressMs() const { return m_lastProgressMs; }

protected:
    //! Something moved: the silence starts anew.
    void progressed();
    void answered(HttpResponse response);
    void failed(HttpFault fault, const QString &why, bool provedUnsent);
    [[nodiscard]] bool ended() const { return m_ended; }
    //! Stops whatever goes on; nothing may be heard of it afterwards.
    virtual void stop() = 0;
    //! True where it is proved at this moment that nothing left.
    [[nodiscard]] virtual bool provedUnsent() const = 0;

    Clock &m_clock;
    const HttpRequest m_request;

private:
    void end(HttpExchange exchange);
    void tooLate();

    Done m_done;
    bool m_ended = false;
    qint64 m_startedAtMs;
    qint64 m_startedMonotonicMs;
    qint64 m_lastProgressMs;
    std::unique_ptr<Alarm> m_alarm;
};

//! Why a request is not even tried; empty = it may go.
[[nodiscard]] QString refusal(const HttpRequest &request);
//! The headers of a request but for Host, Content-Length and Connection, defaults filled in, the bearer
//! included.
[[nodiscard]] QVector<std::pair<QByteArray, QByteArray>> requestHeaders(const HttpRequest &request);
[[nodiscard]] QByteArray methodName(HttpRequest::Method method);
//! The proxies that this computer's settings name for an address; none for this computer itself.
[[nodiscard]] QList<QNetworkProxy> proxiesFor(const QUrl &url);
//! False where no interface but the loopback has an address: what then fails, fails here.
[[nodiscard]] bool hasNetwork();
//! `otherwise`, or NoNetworkHere where the target is elsewhere and this computer has no network.
[[nodiscard]] HttpFault unlessOffline(HttpFault otherwise, const QUrl &url);

} // namespace Petrel
