// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/faults.h"
#include "support/fakemastodon/flavour.h"
#include "support/fakemastodon/wire.h"
#include "support/fakemastodon/world.h"

#include <QStringList>
#include <QUrl>
#include <QVector>

#include <functional>
#include <memory>

namespace Petrel {
class Alarm;
class Clock;
} // namespace Petrel

namespace Petrel::Fake {

class Api;

//! What the front end does with a request.
struct Reply {
    enum class Kind {
        Answer, //!< send `response` after delayMs
        Refused, //!< as if nobody listened
        Silence, //!< keep the connection, say nothing
        Dropped, //!< cut the connection
        Cut, //!< announce `response` whole, send half of its body, cut the connection
    };
    Kind kind = Kind::Answer;
    WireResponse response;
    qint64 delayMs = 0;
    bool carriedOut = false; //!< the server has done what was asked, whatever it answers
};

//! One line of the server's own log.
struct LoggedRequest {
    QByteArray method;
    QString path;
    QString user; //!< whose token it carried; empty = none or a dead one
    bool hadToken = false;
    QByteArray key; //!< Idempotency-Key
    QByteArray body;
    qint64 atMs = 0;
    bool carriedOut = false;
    int status = 0; //!< as answered; 0 = no answer
};

//! A server that speaks the Mastodon API like one of the real ones: tables (World), API, faults. Two front
//! ends show it to a client: DirectTransport (no sockets) and FakeMastodonServer (real ones).
//!
//!     FakeClock clock;
//!     FakeMastodon server(Flavour::GoToSocial, clock, QUrl("https://one.example"));
//!     server.world().addUser("alice");
//!     server.faults().add(FaultKind::CommitThenDrop, "POST", "/api/v1/statuses");
//!     DirectTransport transport(clock);
//!     transport.addServer(server);
//!     … makeMastodonProvider(transport, clock), token: server.world().issueToken("alice") …
//!     QCOMPARE(server.world().textsBy("alice"), QStringList {"once"});
//!     QCOMPARE(server.unexpectedRequests(), QStringList());
class FakeMastodon {
public:
    FakeMastodon(Flavour flavour, Clock &clock,
                 const QUrl &base = QUrl(QStringLiteral("https://one.example")));
    FakeMastodon(const FlavourRules &rules, Clock &clock, const QUrl &base);
    ~FakeMastodon();

    [[nodiscard]] World &world() { return m_world; }
    [[nodiscard]] const World &world() const { return m_world; }
    [[nodiscard]] FaultPlan &faults() { return m_faults; }
    [[nodiscard]] const FlavourRules &rules() const { return m_world.rules(); }
    [[nodiscard]] QUrl base() const { return m_world.base(); }
    [[nodiscard]] Clock &clock() { return m_clock; }

    //! The whole server away: every connection is refused (over sockets: really).
    void setDown(bool down);
    [[nodiscard]] bool isDown() const { return m_down; }
    //! Called on every change of setDown.
    std::function<void(bool down)> onDownChanged;
    //! Loses every Idempotency-Key, as a restarted cache would.
    void forgetKeys();

    //! Front ends: what becomes of this request. Carries it out unless a fault forbids.
    [[nodiscard]] Reply receive(const WireRequest &request);

    //! Every request in order, those that met a fault too (not those refused by setDown).
    [[nodiscard]] QVector<LoggedRequest> requests() const { return m_log; }
    //! How many requests fit (path with '*').
    [[nodiscard]] int countRequests(const QByteArray &method, const QString &path) const;
    void clearLog() { m_log.clear(); }
    //! Requests that the API did not know ("POST /api/v1/polls/1/votes"): a test demands that there are none.
    [[nodiscard]] QStringList unexpectedRequests() const;
    //! Carried-out requests waiting for their late commit.
    [[nodiscard]] int pendingLateCommits() const { return int(m_late.size()); }

private:
    Reply receiveWith(const Fault &fault, const WireRequest &request);
    [[nodiscard]] QString userOf(const WireRequest &request);
    void commitLater(const WireRequest &request, qint64 delayMs);

    Clock &m_clock;
    World m_world;
    std::unique_ptr<Api> m_api;
    FaultPlan m_faults;
    bool m_down = false;
    QVector<LoggedRequest> m_log;
    struct Late;
    std::vector<std::unique_ptr<Late>> m_late;
};

} // namespace Petrel::Fake
