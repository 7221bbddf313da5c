// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capabilities.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace Petrel {

//! Which server software answers the API; what differs between them hangs on this.
enum class Flavour {
    Mastodon, //!< and its close relatives (glitch-soc, Hometown …)
    GoToSocial,
    Snac,
    Pleroma, //!< and Akkoma
    Pixelfed,
    Iceshrimp,
    Other, //!< unknown: nothing is taken for granted
};

//! What must be remembered of a server; goes into Account::serverInfo as versioned JSON.
struct ServerInfo {
    Flavour flavour = Flavour::Other;
    QString software; //!< as nodeinfo says, lower case
    QString version;
    QUrl base; //!< scheme, host and port of the API
    QString domain; //!< what stands behind '@' in the handles of its people
    int maxCharacters = 500;
    int urlLength = 23;
    int apiVersion = 0; //!< api_versions.mastodon; 0 = not told

    [[nodiscard]] QByteArray toBytes() const;
    //! Nothing for bytes that were not made by toBytes().
    [[nodiscard]] static std::optional<ServerInfo> fromBytes(const QByteArray &bytes);
};

//! The flavour behind a software name of nodeinfo, or, where that is unknown, behind the version words of the
//! instance document ("4.0.0 (not true; really snac/2.75)").
[[nodiscard]] Flavour flavourOf(const QString &software, const QString &versionWords);
[[nodiscard]] Capabilities capabilitiesOf(const ServerInfo &info);

} // namespace Petrel
