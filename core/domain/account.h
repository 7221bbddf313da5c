// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/post.h"

#include <QByteArray>

#include <optional>

namespace Petrel {

//! An account signed in on this computer. Holds no secret: the token is in the credential store under its id.
struct Account {
    AccountId id;
    QString service; //!< which network's service carries it; opaque outside core/service
    ServerHost host;
    QString handle; //!< user@host, lower case: how people name it
    QString uri; //!< network-wide identity of its profile, where known
    RemoteRef ref; //!< its own id on its server
    QString displayName;
    QByteArray
        serverInfo; //!< what the service must remember about the server (limits, flavour); opaque, no secret
    qint64 serverInfoAtMs = 0;
    qint64 addedAtMs = 0;
    bool signedOut = false; //!< the server no longer accepts the token
    bool paused = false; //!< sends nothing by itself until the person says so (crash quarantine)
    //! Number of the colour that marks it, from 0; given when it is first written down, never changed. -1 =
    //! not yet.
    int colour = -1;
    Visibility defaultVisibility = Visibility::Public; //!< of its posts, unless the person says otherwise
    QString defaultLanguage; //!< the same; BCP 47 or empty
    qint64 profileAtMs = 0; //!< when its server last told who it is; 0 = not known

    friend bool operator==(const Account &, const Account &) = default;
};

//! Who an account is, as its own server tells it.
struct OwnProfile {
    Profile profile;
    std::optional<Visibility> defaultVisibility; //!< nothing: not told
    QString defaultLanguage; //!< BCP 47 or empty
};

//! Takes over what the server told of the account itself; what only this computer knows stays.
void takeOver(Account &account, const OwnProfile &own, qint64 nowMs);

} // namespace Petrel
