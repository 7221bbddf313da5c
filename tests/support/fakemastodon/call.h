// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/keytable.h"
#include "support/fakemastodon/params.h"
#include "support/fakemastodon/signins.h"
#include "support/fakemastodon/world.h"

#include <QStringList>

namespace Petrel::Fake {

//! One request on its way through the API: everything an endpoint may need.
struct Call {
    World &world;
    Clock &clock;
    KeyTable &keys;
    SignIns &signIns;
    const WireRequest &request;
    Params params;
    KeyBehaviour keyBehaviour;
    QStringList captures; //!< what stood for each ":x" of the route
    QString viewer; //!< acct of whoever signed the request; empty = nobody
    bool revokedToken = false;
    mutable bool panicked =
        false; //!< the program fell over after doing its work: 200 with nothing (GoToSocial)
    bool died = false; //!< the whole process ended (snac)

    [[nodiscard]] const FlavourRules &rules() const { return world.rules(); }
    [[nodiscard]] Flavour flavour() const { return world.rules().flavour; }
    [[nodiscard]] bool isMastodon() const
    {
        return flavour() == Flavour::Mastodon35 || flavour() == Flavour::Mastodon42
            || flavour() == Flavour::Mastodon46;
    }
};

} // namespace Petrel::Fake
