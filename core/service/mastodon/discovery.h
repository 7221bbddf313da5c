// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"
#include "service/authenticator.h"
#include "service/mastodon/instancereader.h"
#include "service/mastodon/typedserver.h"

namespace Petrel {

[[nodiscard]] QString mastodonServiceId();

//! One search for the server that a person named. Asks, one after the other: webfinger, where a handle was
//! typed (the people of a domain may live on another server); the instance document, version 2 then 1;
//! host-meta, where the domain itself is no server; nodeinfo, for the software. Follows at most a few
//! redirects of each, and only to addresses that may be asked. Deletes itself when done.
class Discovery : public QObject {
    Q_OBJECT
public:
    Discovery(HttpTransport &transport, Clock &clock, const TypedServer &typed, QObject *parent);
    Task<ServerDescription> start();

private:
    using Step = void (Discovery::*)(const HttpExchange &exchange, const QUrl &finalUrl);

    void ask(const QUrl &url, Step step, int redirectsLeft = 5);
    void askBase(const QString &path, Step step, const QString &query = {});
    void fingered(const HttpExchange &exchange, const QUrl &finalUrl);
    void instanceAnswered(const HttpExchange &exchange, const QUrl &finalUrl);
    void oldInstanceAnswered(const HttpExchange &exchange, const QUrl &finalUrl);
    void hostMetaAnswered(const HttpExchange &exchange, const QUrl &finalUrl);
    void nodeListAnswered(const HttpExchange &exchange, const QUrl &finalUrl);
    void nodeAnswered(const HttpExchange &exchange, const QUrl &finalUrl);
    void askInstance();
    //! True where the answer was an instance document, which is then taken.
    bool takeInstance(const HttpExchange &exchange, const QUrl &finalUrl);
    //! Ends the search where the answer means that asking on is of no use now.
    bool softwareCannotTell(const HttpExchange &exchange);
    bool failsFor(const HttpExchange &exchange);
    [[nodiscard]] bool moveTo(const QUrl &base);
    void finishWith(const NodeSoftware &software);
    void fail(ErrorKind kind, const QString &words, const HttpExchange *exchange = nullptr);
    void end(Result<ServerDescription> result);
    [[nodiscard]] QString hostName() const;
    [[nodiscard]] QString accountDomain() const;

    HttpTransport &m_transport;
    Clock &m_clock;
    TypedServer m_typed;
    QUrl m_base;
    bool m_hostMetaAsked = false;
    bool m_softwareUnknown = false;
    InstanceDocument m_instance;
    Promise<ServerDescription> m_promise;
};

} // namespace Petrel
