// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/keytable.h"
#include "support/fakemastodon/signins.h"
#include "support/fakemastodon/world.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace Petrel::Fake {

struct Call;

//! The HTTP side of the fake: finds the endpoint of a request and answers as the flavour does.
class Api {
public:
    Api(World &world, Clock &clock);
    ~Api();

    struct Result {
        WireResponse response;
        bool died = false; //!< the server process ended over this
    };
    //! Carries a request out. `keys` is what becomes of its Idempotency-Key.
    [[nodiscard]] Result handle(const WireRequest &request, KeyBehaviour keys);
    //! The program failed by itself over this request: what remains of its key.
    void failed(const WireRequest &request, KeyBehaviour keys, const WireResponse &answer);
    void forgetKeys() { m_keys.clear(); }
    [[nodiscard]] QStringList unexpected() const { return m_unexpected; }

private:
    struct Route;
    void addRoutes();
    [[nodiscard]] WireResponse answer(Call &call);

    World &m_world;
    Clock &m_clock;
    KeyTable m_keys;
    SignIns m_signIns;
    std::vector<Route> m_routes;
    QStringList m_unexpected;
};

} // namespace Petrel::Fake
