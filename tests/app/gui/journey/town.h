// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "support/fakemastodon/fakemastodon.h"
#include "support/fakemastodon/fakemastodonserver.h"

#include <QStringList>

#include <memory>

namespace Petrel {

//! A server on a real port of this computer, where alice follows bob, who has written a little.
class Town {
public:
    explicit Town(const QString &flavour);

    [[nodiscard]] bool isOpen() const { return m_open; }
    //! As a person types it.
    [[nodiscard]] QString address() const { return m_front.base().toString(); }
    //! host:port
    [[nodiscard]] QString host() const { return m_server.world().host(); }
    [[nodiscard]] Fake::FakeMastodon &server() { return m_server; }
    [[nodiscard]] Fake::World &world() { return m_server.world(); }
    //! The address of the one post by alice with this text; empty where there is none, or several.
    [[nodiscard]] QString postOfAlice(const QString &text) const;
    [[nodiscard]] QString postOfBob(const QString &text) const;
    //! The requests that change something, without the sign-in: "POST /api/v1/statuses".
    [[nodiscard]] QStringList changes() const;
    [[nodiscard]] int homesRead() const;

    static QString alice() { return QStringLiteral("alice"); }
    static QString password() { return QStringLiteral("correct horse"); }
    static QString tea() { return QStringLiteral("The kettle sings in the galley"); }
    static QString birds() { return QStringLiteral("Two hundred petrels past the point"); }
    static QString tide() { return QStringLiteral("The tide turns at noon"); }

private:
    [[nodiscard]] QString postBy(const QString &author, const QString &text) const;

    std::unique_ptr<Clock> m_clock;
    Fake::FakeMastodon m_server;
    Fake::FakeMastodonServer m_front;
    bool m_open = false;
};

} // namespace Petrel
