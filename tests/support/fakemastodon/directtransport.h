// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mailbox.h"
#include "net/httpclient.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace Petrel::Fake {

class FakeMastodon;

//! Where a request is; counted by storms as kill points.
enum class TransportEvent {
    BytesOut, //!< the request is leaving; the server has not seen it
    Committed, //!< the server has carried it out (or taken note of it); the answer has not left
    AnswerIn, //!< the answer (or fault) is about to be handed to the client
};

//! HttpTransport without sockets, for storms under the fake clock. Nothing happens inside send(): bytes
//! leave, and answers come, from the event loop, each with none of the client's code on the stack; so a
//! driver spins QCoreApplication::processEvents() until idle() and then moves the clock. Meaning of faults:
//! refused and unknown hosts → Refused / NameNotResolved with provedUnsent; silence → TimedOut when the clock
//! reaches HttpRequest::timeoutMs; a cut connection → ConnectionLost; an answer over maxBytes →
//! AnswerTooLarge; slow answers come by the clock. Redirects are answers.
class DirectTransport : public HttpTransport {
public:
    explicit DirectTransport(Clock &clock, HttpObserver *observer = nullptr, QObject *parent = nullptr);
    ~DirectTransport() override;

    //! Reached under the host of its base(). Must outlive the transport.
    void addServer(FakeMastodon &server);
    //! This computer's own network: off → NoNetworkHere, proved unsent.
    void setNetwork(bool on) { m_network = on; }

    Task<HttpExchange> send(const HttpRequest &request) override;

    //! As if the program had been killed: nothing leaves, nothing comes in, no task ends any more. Safe
    //! inside onEvent. (Tasks end as Cancelled when the transport is destroyed: destroy their owners first.)
    void kill() { m_killed = true; }
    [[nodiscard]] bool isKilled() const { return m_killed; }
    //! Called at each event with its number from 1; may call kill(), must not destroy the transport.
    std::function<void(TransportEvent event, int number, const HttpRequest &request)> onEvent;

    [[nodiscard]] int sent() const { return m_sent; } //!< requests handed to send()
    [[nodiscard]] int inFlight() const { return int(m_flights.size()); }
    //! Nothing is under way but what waits for the clock.
    [[nodiscard]] bool idle() const { return m_posted == 0; }
    [[nodiscard]] int events() const { return m_events; }
    //! Hosts that saw a bearer token, sorted, once each.
    [[nodiscard]] QStringList hostsWithToken() const { return m_tokenHosts; }

private:
    struct Flight;
    void leave(quint64 id);
    void arrive(quint64 id, HttpExchange exchange, qint64 delayMs);
    void deliver(quint64 id, HttpExchange exchange);
    bool tell(TransportEvent event, const HttpRequest &request);
    Flight *flight(quint64 id);
    void post(std::function<void()> call);

    Clock &m_clock;
    HttpObserver *m_observer;
    QHash<QString, FakeMastodon *> m_servers;
    std::vector<std::unique_ptr<Flight>> m_flights;
    quint64 m_nextId = 1;
    int m_sent = 0;
    int m_posted = 0;
    int m_events = 0;
    bool m_network = true;
    bool m_killed = false;
    QStringList m_tokenHosts;
    Mailbox m_mailbox;
};

} // namespace Petrel::Fake
