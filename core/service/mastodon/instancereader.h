// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/mastodon/serverinfo.h"

#include <QJsonObject>

namespace Petrel {

//! What an instance document says, version 2 or 1.
struct InstanceDocument {
    QString title; //!< cleaned
    QString version;
    QString domain; //!< as claimed; host, perhaps with port
    int maxCharacters = 500;
    int urlLength = 23;
    int apiVersion = 0;
};

//! Nothing where the document is no instance's.
[[nodiscard]] std::optional<InstanceDocument> readInstance(const QJsonObject &document);

//! Name and version of the software in a nodeinfo document; name empty where it has none.
struct NodeSoftware {
    QString name; //!< lower case
    QString version;
};
[[nodiscard]] NodeSoftware readNodeSoftware(const QJsonObject &nodeinfo);
//! The address of the best nodeinfo document in the list of them; empty where there is none.
[[nodiscard]] QString nodeinfoAddress(const QJsonObject &list);

//! The server that a webfinger answer names for an account: the origin of its own document, else of its page.
[[nodiscard]] QUrl serverFromWebfinger(const QJsonObject &answer);
//! The server that a host-meta document (XML or JSON) sends webfinger requests to; empty where it names none.
[[nodiscard]] QUrl serverFromHostMeta(const QByteArray &document);

} // namespace Petrel
