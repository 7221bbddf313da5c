// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

#include <optional>

namespace Petrel::Fake {

//! Which real server the fake answers like.
enum class Flavour { Mastodon35, Mastodon42, Mastodon46, GoToSocial, Snac, Akkoma, Pixelfed };

//! What becomes of the second publish with the same Idempotency-Key.
enum class KeyBehaviour {
    Ignored, //!< a second post (GoToSocial, snac)
    Kept, //!< the existing post is answered for keyLifeMs; 404 once it was deleted (Mastodon up to 4.5)
    Answers500, //!< 500 although the post exists and is not doubled (Mastodon 4.6)
    Burnt, //!< 400 "Duplicate idempotency key.", also where the first request failed (Pixelfed)
    ReplaysAnswer, //!< the stored answer, errors included (Akkoma)
    Forgotten, //!< the key was kept, but is lost now: a second post (a restarted Redis)
};

//! How ids look and sort.
enum class IdShape { Snowflake, Ulid, SnacFile, Flake };

//! Everything in which the flavours differ by degree. Copy one and change a field to make a server of your
//! own.
struct FlavourRules {
    Flavour flavour = Flavour::Mastodon42;
    QString id; //!< as on the command line: "mastodon-4.2"
    QString software; //!< as nodeinfo says
    QString version; //!< as nodeinfo says
    QString apiVersion; //!< `version` of the instance documents
    IdShape ids = IdShape::Snowflake;
    KeyBehaviour keys = KeyBehaviour::Kept;
    qint64 keyLifeMs = 3'600'000;
    bool instanceV2 = true;
    bool oauthMetadata = false; //!< /.well-known/oauth-authorization-server
    bool canDelete = true;
    bool boostIdempotent = true;
    bool unboostShowsBefore = false; //!< the answer to unreblog is the state before
    bool hidesPrivateOwn = false; //!< the account's own page shows public posts only
    bool rewritesVisibility =
        false; //!< snac: direct and private become mentioned-only, unlisted becomes public
    bool givesText = false; //!< a Status carries `text`
    bool givesSource = true; //!< GET /statuses/:id/source
    bool checksPkce = false;
    bool strictRedirectPort = false; //!< the loopback port must be the registered one
    bool closesConnections = false; //!< one answer per connection, without saying so
    bool shortPages = false; //!< pages come shorter than asked for, with more below
    int homeCap = 800; //!< entries a home keeps; 0 = no end
    int homeCapRegenerated = 400;
    qint64 deliveryDelayMs = 0; //!< until a post reaches a follower's home
    int maxCharacters = 500;
    int urlLength = 23;
};

[[nodiscard]] const FlavourRules &rulesOf(Flavour flavour);
[[nodiscard]] QVector<Flavour> allFlavours();
[[nodiscard]] QString flavourId(Flavour flavour);
[[nodiscard]] std::optional<Flavour> flavourFromId(const QString &id);

} // namespace Petrel::Fake
