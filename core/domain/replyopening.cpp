// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/replyopening.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace Petrel {

namespace {

//! From all to few.
constexpr std::array<Visibility, 4> narrowing{Visibility::Public, Visibility::Unlisted, Visibility::Followers,
                                              Visibility::Direct};

} // namespace

QString replyOpening(const Post &parent, const QString &ownHandle)
{
    QStringList handles{parent.author.handle};
    for (const Facet &facet : parent.body.facets) {
        if (facet.kind == Facet::Kind::Mention && facet.extra.startsWith(QLatin1Char('@')))
            handles.append(facet.extra.mid(1).toLower());
    }
    handles.removeAll(ownHandle);
    handles.removeAll(QString());
    handles.removeDuplicates();
    QString opening;
    for (const QString &handle : std::as_const(handles))
        opening += QLatin1Char('@') + handle + QLatin1Char(' ');
    return opening;
}

Visibility replyVisibility(Visibility parent, Visibility wanted, const Capabilities &can)
{
    // What we have no word for may be the narrowest of all.
    const Visibility known = parent == Visibility::Unknown ? Visibility::Direct : parent;
    const Visibility widest = std::max(known, wanted);
    for (const Visibility visibility : narrowing) {
        if (visibility >= widest && can.visibilities.contains(visibility))
            return visibility;
    }
    return widest;
}

} // namespace Petrel
