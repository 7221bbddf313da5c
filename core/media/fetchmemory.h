// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/backoff.h"
#include "base/error.h"

#include <QHash>
#include <QString>

#include <optional>

namespace Petrel {

class Clock;

//! What did not work of late, so that it is not asked for again at once: hosts that do not answer, with
//! pauses that double, and addresses that a host refuses, for some minutes. It speaks of media hosts alone
//! and tells no server's weather. Kept for this run only, and bounded.
class FetchMemory {
public:
    //! `clock` must outlive it.
    explicit FetchMemory(Clock &clock)
        : m_clock(clock)
    { }

    //! Why an address of a host is not to be asked for now, with the time to wait; nothing = ask.
    [[nodiscard]] std::optional<Error> refusal(const QString &address, const QString &host) const;
    //! True while a host's last exchange failed: ask it for one thing at a time.
    [[nodiscard]] bool isShaky(const QString &host) const;

    void hostAnswered(const QString &host);
    //! No pause is shorter than `error.retryAfterMs`.
    void hostFailed(const QString &host, const Error &error);
    void addressFailed(const QString &address, const Error &error);
    //! The person says "try now", or the network is back.
    void clear();

private:
    struct Trouble {
        Error error;
        qint64 untilMs = 0; //!< monotonic
        int failures = 0;
    };
    using Troubles = QHash<QString, Trouble>;
    [[nodiscard]] std::optional<Error> refusalOf(const Troubles &troubles, const QString &key) const;
    void makeRoom(Troubles &troubles, qsizetype most) const;

    Clock &m_clock;
    Backoff m_backoff{5'000, 300'000};
    Troubles m_hosts;
    Troubles m_addresses;
};

} // namespace Petrel
