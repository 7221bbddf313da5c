// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/visibility.h"

namespace Petrel {

QString visibilityName(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Public:
        return QStringLiteral("public");
    case Visibility::Unlisted:
        return QStringLiteral("unlisted");
    case Visibility::Followers:
        return QStringLiteral("followers");
    case Visibility::Direct:
        return QStringLiteral("direct");
    case Visibility::Unknown:
        return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

std::optional<Visibility> visibilityFromName(const QString &name)
{
    for (Visibility v :
         {Visibility::Public, Visibility::Unlisted, Visibility::Followers, Visibility::Direct}) {
        if (name == visibilityName(v))
            return v;
    }
    return std::nullopt;
}

} // namespace Petrel
